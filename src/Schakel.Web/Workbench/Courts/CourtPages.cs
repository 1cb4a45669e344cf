using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Courts;

/// <summary>What the court opens in the morning (rechtbank).</summary>
/// <param name="Kinds">What is to be done, by kind, the most first.</param>
/// <param name="Lodged">Appeals lodged, the weeks that were.</param>
/// <param name="Foreseen">Decisions against which the appeal period ends in the weeks to come: at most so many appeals follow.</param>
/// <param name="Sessions">Sessions of the coming four weeks.</param>
/// <param name="Late">Decisions that are late, with notice given and the time after it over, that may be ordered: the longest over first. Absent for whoever does not rule.</param>
/// <param name="Relief">Interim relief that waits for a ruling; absent for whoever does not rule.</param>
public sealed record CourtView(
    ImmutableArray<WorkKind> Kinds, ImmutableArray<ShownWeek> Lodged, ImmutableArray<ShownWeek> Foreseen, ImmutableArray<DatedPerson> Sessions, ImmutableArray<DatedPerson>? Late,
    ImmutableArray<DatedPerson>? Relief);

/// <summary>The page of the court (rechtbank) and its clerks.</summary>
internal static class CourtPages
{
    private const int Weeks = 8;
    private const int SessionsWithin = 28;
    private const int Most = 200;

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.SeesCourt(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (store, gate, worklists) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>());
        using var view = store.Models.Look();
        var today = visit.Today.Number;
        var monday = visit.Today.PlusDays(1 - (int)visit.Today.DayOfWeek);
        var counted = ModelQuestions.WeeksOf(view, CounterKind.AppealsByWeek, monday.PlusWeeks(-Weeks)).ToDictionary(each => each.Monday, each => each.Count);

        var (hearing, planned) = ((int)AppointmentKind.CourtHearing, (int)AppointmentStatus.Planned);
        var sessions = view.Appointments.Where(each => each.Kind == hearing && each.Status == planned && each.Day >= today && each.Day <= today + SessionsWithin)
            .Join(gate.Files(visit.Caller, view.Files), each => each.Person, file => file.Person, (each, file) => new { each.Day, File = file })
            .OrderBy(each => each.Day).ThenBy(each => each.File.Person).Take(Most).ToList();
        var (late, relief) = (Awaiting(visit, view, gate, LateSteps.Order), Awaiting(visit, view, gate, CourtSteps.RuleOnRelief));
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(
            visit.Caller, sessions.Select(each => each.File.Person).Concat((late ?? []).Concat(relief ?? []).Select(each => each.File.Person)).Distinct(), visit.Caller.Function.MainPurpose);
        DatedPerson Of(FileRow file, int? day) => new(file.Person, worklists.PersonOf(visit.Caller, file), day is { } on ? new Day(on) : null, null);
        ImmutableArray<DatedPerson>? All(List<(FileRow File, int? Day)>? found) => found is null ? null : [.. found.Select(each => Of(each.File, each.Day))];
        return WorkAnswers.Page<CourtPage>(
            visit, (nameof(CourtPage.View), new CourtView(
                worklists.Of(visit.Caller, new(null, true, null, null, null, 1, null), visit.Today).Kinds,
                [.. Enumerable.Range(0, Weeks).Select(week => monday.PlusWeeks(week - Weeks)).Select(each => new ShownWeek(each, counted.GetValueOrDefault(each)))],
                Foreseen(view, monday, today), [.. sessions.Select(each => Of(each.File, each.Day))], All(late), All(relief))),
            (nameof(CourtPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }

    // Whom a step of the court is about, by the day by which, or since which, it can be taken; nothing for whoever does not take it.
    private static List<(FileRow File, int? Day)>? Awaiting(WorkVisit visit, ModelView view, Gate gate, StepType type)
    {
        if (!OwnSteps.Of(visit.Caller.Function).Contains(type.Code))
        {
            return null;
        }
        var (court, code, today, (first, last)) = ((int)Party.Court, type.Code, visit.Today.Number, StepRank.Among((StepKind)type.Force));
        return
        [
            .. view.Steps.Where(step => step.Party == court && step.Rank >= first && step.Rank <= last && step.Code == code && step.WaitsFor == null
                && (step.Earliest == null || step.Earliest <= today) && (step.Until == null || step.Until >= today))
                .Join(gate.Worked(visit.Caller, view.Files), step => step.Person, file => file.Person, (step, file) => new { Day = step.LastDay ?? step.Earliest, File = file })
                .OrderBy(each => each.Day == null).ThenBy(each => each.Day).ThenBy(each => each.File.Person).Take(Most).AsEnumerable().Select(each => (each.File, each.Day)),
        ];
    }

    // These are no files of the court yet: numbers only, and none so small that it would tell of somebody (red line 9).
    private static ImmutableArray<ShownWeek> Foreseen(ModelView view, Day monday, int today)
    {
        var (applicant, lodge, end) = ((int)Party.Applicant, AppealSteps.Lodge.Code, monday.PlusWeeks(Weeks).Number);
        var days = view.Steps.Where(step => step.Party == applicant && step.Rank == StepRank.Choice && step.SortDay >= today && step.SortDay < end && step.Code == lodge && step.WaitsFor == null)
            .GroupBy(step => step.SortDay).Select(of => new { of.Key, Count = of.LongCount() }).ToList();
        var weeks = Enumerable.Range(0, Weeks).Select(week => monday.PlusWeeks(week)).ToList();
        var shown = Suppressed.Of([.. weeks.Select(week => (week.ToString(), days.Where(day => day.Key >= week.Number && day.Key < week.PlusWeeks(1).Number).Sum(day => day.Count)))]);
        return [.. weeks.Select((week, i) => new ShownWeek(week, shown.Counts[i].Count))];
    }
}
