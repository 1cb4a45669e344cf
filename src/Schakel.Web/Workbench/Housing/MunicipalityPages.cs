using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Housing;

/// <summary>A municipality as its page shows it (gemeentebladzijde).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Homes">The households that wait, those of this page, whose last day comes first on top.</param>
/// <param name="Households">How many households wait.</param>
/// <param name="Count">How many people wait.</param>
/// <param name="Late">How many of them past the last day.</param>
/// <param name="States">How many stand how.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="Task">The task of the half-year, and homes; null for a municipality that the program does not know.</param>
public sealed record MunicipalityView(
    int Number, ImmutableArray<HomeToFind> Homes, int Households, int Count, int Late, ImmutableArray<(HousingTaskState State, int Count)> States, int Page, int Pages, MunicipalTaskView? Task);

/// <summary>Task and homes of a municipality as its page shows them (taakstelling en woningen).</summary>
/// <param name="HalfYear">First day of the half-year.</param>
/// <param name="National">The national task; null when it is not known here.</param>
/// <param name="Balance">Task, housed, carried over.</param>
/// <param name="Inhabitants">Inhabitants that the task rests on.</param>
/// <param name="Words">How the task came about.</param>
/// <param name="Offered">People to whom a home was offered in this half-year.</param>
/// <param name="Accepted">People who accepted a home and do not live there yet.</param>
public sealed record MunicipalTaskView(Day HalfYear, NationalTask? National, HousingBalance Balance, int Inhabitants, ImmutableArray<Text> Words, long Offered, int Accepted);

/// <summary>Names of how far a home is (stand van de huisvesting).</summary>
internal static class HousingStates
{
    /// <summary>What people call it.</summary>
    public static Text NameOf(HousingTaskState state) => state switch
    {
        HousingTaskState.Unlinked => new("Niet gekoppeld", "Not linked"),
        HousingTaskState.Linked => new("Gekoppeld", "Linked"),
        HousingTaskState.Offered => new("Woning aangeboden", "Home offered"),
        HousingTaskState.Accepted => new("Woning aanvaard", "Home accepted"),
        HousingTaskState.Refused => new("Woning geweigerd", "Home refused"),
        HousingTaskState.Contract => new("Contract getekend", "Contract signed"),
        HousingTaskState.Housed => new("Gehuisvest", "Housed"),
    };
}

/// <summary>The page of a municipality (gemeente): which households are linked, how far each is, who is late.</summary>
internal static class MunicipalityPages
{
    private const int OnPage = 50;

    public static IResult Show(WorkVisit visit)
    {
        if (visit.Caller is not { Municipality: { } municipality, Function: var function } || !function.MayRead(DataCategory.Housing))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        using var view = services.GetRequiredService<ChainStore>().Models.Look();
        var tasks = ModelQuestions.HousingIn(view, municipality, [(int)Party.HousingOffice, (int)Party.Municipality]);
        var persons = tasks.Select(each => each.Task.Person).ToList();
        var rows = services.GetRequiredService<Gate>().Files(visit.Caller, view.Files.Where(each => EF.Parameter(persons).Contains(each.Person))).ToDictionary(each => each.Person);
        var ours = tasks.Where(each => rows.ContainsKey(each.Task.Person)).OrderBy(each => each.LastDay ?? int.MaxValue).ToList();
        var households = HomesToFind.Together(ours, rows);
        var (page, pages) = PageLinks.Asked(visit, households.Length, OnPage);
        var homes = services.GetRequiredService<HomesToFind>().Of(visit.Caller, view, [.. households.Skip((page - 1) * OnPage).Take(OnPage)], rows);
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, homes.SelectMany(each => each.Waiting).Select(each => each.Person), function.MainPurpose);
        var shown = new MunicipalityView(
            municipality, homes, households.Length, ours.Count, ours.Count(each => each.LastDay < visit.Today.Number),
            [.. ours.GroupBy(each => (HousingTaskState)each.Task.State).OrderBy(of => of.Key).Select(of => (of.Key, of.Count()))], page, pages,
            TaskOf(view, new(municipality), services.GetRequiredService<WebSettings>(), visit.Today, ours.Count(each => (HousingTaskState)each.Task.State is HousingTaskState.Accepted or HousingTaskState.Contract)));
        return WorkAnswers.Page<MunicipalityPage>(visit, (nameof(MunicipalityPage.View), shown), (nameof(MunicipalityPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }

    private static MunicipalTaskView? TaskOf(ModelView view, MunicipalityId number, WebSettings settings, Day today, int accepted)
    {
        if (Municipalities.Of(number) is not { } municipality)
        {
            return null;
        }
        var (half, taken) = (NationalTask.HalfYearOf(today), ModelQuestions.HalfYearsOf(view, CounterKind.HomesTakenIn, number));
        var since = ModelQuestions.FirstHalfYearOf(view, CounterKind.HomesTakenIn) is { } first && first < half ? first : half; // The chain counts since then, whichever municipality was first.
        var balance = HousingBalance.Of(municipality, settings.LawOn, settings.Scale, since, today, on => taken.GetValueOrDefault((number.Value, on)));
        var (law, national) = (settings.LawOn(half), NationalTask.Of(settings.LawOn(half), half) is { } task ? task with { Scale = settings.Scale } : null);
        var trace = new GroundsTrace(law);
        if (national is not null)
        {
            HousingBalance.TaskOf(law, national, municipality, ref trace);
        }
        return new(
            half, national, balance, HousingBalance.InhabitantsFor(municipality, half), trace.ToGrounds().Sentences,
            ModelQuestions.HalfYearsOf(view, CounterKind.HomesOfferedIn, number).GetValueOrDefault((number.Value, half)), accepted);
    }
}
