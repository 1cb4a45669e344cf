using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Figures;

/// <summary>A municipality's homes (huisvesting per gemeente); each number is absent when it would tell of few people.</summary>
/// <param name="Municipality">Its number; null for all together.</param>
/// <param name="ToDo">Linked people who have no home yet.</param>
/// <param name="Late">Those of them for whom a last day is over.</param>
/// <param name="Done">People housed.</param>
public sealed record MunicipalFigure(int? Municipality, long? ToDo, long? Late, long? Done);

/// <summary>A kind of site (opvangvorm).</summary>
/// <param name="Modality">The kind.</param>
/// <param name="Sites">Sites that are open.</param>
/// <param name="Places">Places agreed.</param>
/// <param name="Residents">Residents; absent when it would tell of few people.</param>
public sealed record ModalityFigure(Modality? Modality, int Sites, long Places, long? Residents);

/// <summary>Breaches of a norm in a month (overtredingen van een norm).</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Count">How many; absent when it would tell of few people.</param>
public sealed record NormFigure(string Norm, long? Count);

/// <summary>What who supervises or plans opens in the morning (cijfers): numbers only, and no file.</summary>
/// <param name="Municipalities">Homes, by municipality.</param>
/// <param name="Together">Homes, of all municipalities.</param>
/// <param name="Unlinked">Permit holders in reception who are linked to no municipality yet.</param>
/// <param name="Modalities">Sites, by kind.</param>
/// <param name="Weeks">Breaches of all norms, by week.</param>
/// <param name="Month">A day of the last full month.</param>
/// <param name="Norms">Breaches in that month, by norm.</param>
/// <param name="CountedAt">When homes were counted.</param>
public sealed record FigureView(
    ImmutableArray<MunicipalFigure> Municipalities, MunicipalFigure Together, long? Unlinked, ImmutableArray<ModalityFigure> Modalities, ImmutableArray<ShownWeek> Weeks, Day Month,
    ImmutableArray<NormFigure> Norms, DateTimeOffset CountedAt);

/// <summary>Homes by municipality, which stand for some minutes (huisvesting per gemeente).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
public sealed class MunicipalFigures(ChainStore store, TimeProvider time)
{
    private readonly Standing<Day, (ImmutableArray<MunicipalFigure> All, MunicipalFigure Together, long? Unlinked)> _counted = new(time);

    /// <summary>The counts.</summary>
    /// <param name="today">The chain's date.</param>
    public (ImmutableArray<MunicipalFigure> All, MunicipalFigure Together, long? Unlinked, DateTimeOffset At) Of(Day today)
    {
        var ((all, together, unlinked), at) = _counted.Of(today, () => Count(today));
        return (all, together, unlinked, at);
    }

    // By column, with its total: where one municipality's number is hidden, another goes with it. Late and in time are parts of what is to be
    // done: where one of the three is hidden the late are, too.
    private (ImmutableArray<MunicipalFigure> All, MunicipalFigure Together, long? Unlinked) Count(Day today)
    {
        using var view = store.Models.Look();
        var (on, housed, office) = (today.Number, (int)HousingTaskState.Housed, (int)Party.HousingOffice);
        var states = view.HousingTasks.GroupBy(row => new { row.Municipality, row.State }).Select(of => new { of.Key.Municipality, of.Key.State, Count = of.LongCount() }).ToList();
        var late = view.HousingTasks.Where(row => row.State != housed && row.Municipality != null)
            .Where(row => view.Steps.Any(step => step.Person == row.Person && step.Party == office && step.LastDay < on))
            .GroupBy(row => row.Municipality).Select(of => new { of.Key, Count = of.LongCount() }).ToDictionary(of => of.Key!.Value, of => of.Count);
        var numbers = states.Where(each => each.Municipality is not null).Select(each => each.Municipality!.Value).Distinct().Order().ToList();
        ShownCounts Column(Func<int, long> count) => Suppressed.Of([.. numbers.Select(number => (number.ToString("0000", CultureInfo.InvariantCulture), count(number)))]);
        long ToDoIn(int number) => states.Where(each => each.Municipality == number && each.State != housed).Sum(each => each.Count);
        long LateIn(int number) => late.GetValueOrDefault(number);
        long InTimeIn(int number) => ToDoIn(number) - LateIn(number);
        var (toDo, over, inTime) = (Column(ToDoIn), Column(LateIn), Column(InTimeIn));
        var done = Column(number => states.Where(each => each.Municipality == number && each.State == housed).Sum(each => each.Count));
        var told = numbers.Select((_, i) => toDo.Counts[i].Count is not null && over.Counts[i].Count is not null && inTime.Counts[i].Count is not null).ToArray();
        var hidden = numbers.Where((_, i) => !told[i]).ToList();
        var totalIsTold = toDo.Total is not null && hidden.Count != 1 && Suppressed.One(hidden.Sum(LateIn)) is not null && Suppressed.One(hidden.Sum(InTimeIn)) is not null
            && Suppressed.One(numbers.Sum(LateIn)) is not null && Suppressed.One(numbers.Sum(InTimeIn)) is not null;
        return (
            [.. numbers.Select((number, i) => new MunicipalFigure(number, toDo.Counts[i].Count, told[i] ? over.Counts[i].Count : null, done.Counts[i].Count))],
            new(null, toDo.Total, totalIsTold ? numbers.Sum(LateIn) : null, done.Total),
            Suppressed.One(states.Where(each => each.State == (int)HousingTaskState.Unlinked).Sum(each => each.Count)));
    }
}

/// <summary>The page of province, inspection and planners (cijfers).</summary>
internal static class FigurePages
{
    private const int Weeks = 13;

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.SeesFigures(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (municipalities, together, unlinked, at) = services.GetRequiredService<MunicipalFigures>().Of(visit.Today);
        using var view = services.GetRequiredService<ChainStore>().Models.Look();
        var month = visit.Today.PlusDays(1 - visit.Today.Parts.Day).PlusDays(-1);
        return WorkAnswers.Page<FigurePage>(
            visit, (nameof(FigurePage.View), new FigureView(municipalities, together, unlinked, ModalitiesIn(view), WeeksIn(view, visit.Today), month, NormsIn(view, month), at)));
    }

    private static ImmutableArray<ModalityFigure> ModalitiesIn(ModelView view)
    {
        var kinds = view.Sites.Where(each => each.IsOpen).GroupBy(each => each.Modality)
            .Select(of => new { of.Key, Sites = of.Count(), Places = of.Sum(each => (long)each.Capacity), Residents = of.Sum(each => (long)each.Occupancy) }).OrderBy(each => each.Key).ToList();
        var shown = Suppressed.Of([.. kinds.Select(each => (each.Key.ToString(CultureInfo.InvariantCulture), each.Residents))]);
        return
        [
            .. kinds.Select((each, i) => new ModalityFigure((Modality)each.Key, each.Sites, each.Places, shown.Counts[i].Count)),
            new(null, kinds.Sum(each => each.Sites), kinds.Sum(each => each.Places), shown.Total),
        ];
    }

    // Weeks that are over, suppressed within their month: months are told too, and a month is some weeks.
    private static ImmutableArray<ShownWeek> WeeksIn(ModelView view, Day today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var first = monday.PlusWeeks(-Weeks);
        var counted = ModelQuestions.WeeksOf(view, CounterKind.BreachesByWeek, first).ToDictionary(each => each.Monday, each => each.Count);
        return
        [
            .. Enumerable.Range(0, Weeks).Select(first.PlusWeeks).GroupBy(week => (week.Parts.Year, week.Parts.Month)).SelectMany(of =>
            {
                var shown = Suppressed.Of([.. of.Select(week => (week.ToString(), counted.GetValueOrDefault(week)))]);
                return of.Select((week, i) => new ShownWeek(week, shown.Counts[i].Count));
            }),
        ];
    }

    // As the interface tells a month, so that no two answers can be subtracted.
    private static ImmutableArray<NormFigure> NormsIn(ModelView view, Day month)
    {
        var (year, number, _) = month.Parts;
        var counts = ModelQuestions.Counts(view, CounterKind.Breaches).Where(each => each.Year == year && each.Month == number).ToList();
        return [.. Suppressed.Of([.. counts.Select(each => (each.Detail, each.Count))]).Counts.OrderByDescending(each => each.Count ?? 0).Select(each => new NormFigure(each.Name, each.Count))];
    }
}
