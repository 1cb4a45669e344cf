using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Returning;

/// <summary>What the return service opens in the morning (terugkeer).</summary>
/// <param name="OfMine">Only files of who looks.</param>
/// <param name="Mine">How many files are theirs.</param>
/// <param name="Countries">Caseload by country and condition.</param>
/// <param name="CountedAt">When it was counted; null for just now.</param>
/// <param name="Periods">Whose departure period runs out, the first first.</param>
/// <param name="Detained">Who are detained, with what the court or the detaining authority is to do, the first last day first.</param>
/// <param name="Flights">Flights of the coming two weeks.</param>
public sealed record ReturnView(
    bool OfMine, int Mine, ImmutableArray<ReturnCount> Countries, DateTimeOffset? CountedAt, ImmutableArray<DatedPerson> Periods, ImmutableArray<DatedPerson> Detained, ImmutableArray<DatedPerson> Flights)
{
    /// <summary>Travel documents by country.</summary>
    public ImmutableArray<DocumentCount> Documents { get; init; } = [];

    /// <summary>Flights of the last four weeks that were cancelled, or before which an application was lodged.</summary>
    public ImmutableArray<(DatedPerson Person, FlightTrouble What)> Troubles { get; init; } = [];

    /// <summary>Flights by day before which a new application closed the file, with how many files; whose they were is told no more.</summary>
    public ImmutableArray<(Day FlightOn, int Files)> Closed { get; init; } = [];
}

/// <summary>The caseload of the whole service, which stands for some minutes (caseload).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
/// <param name="track">What happened with documents.</param>
public sealed class ReturnCaseloads(ChainStore store, TimeProvider time, ReturnTrack track)
{
    private readonly Standing<Day, ImmutableArray<DocumentCount>> _documents = new(time);
    private readonly Standing<Day, ImmutableArray<ReturnCount>> _whole = new(time);

    /// <summary>By country, of the whole service.</summary>
    /// <param name="today">The chain's date.</param>
    public (ImmutableArray<ReturnCount> Countries, DateTimeOffset At) Whole(Day today) => _whole.Of(today, () =>
    {
        using var view = store.Models.Look();
        return [.. ReturnCaseload.ByCountry(store.Models, view, today)];
    });

    /// <summary>Travel documents by country, of the whole service.</summary>
    /// <param name="today">The chain's date.</param>
    public ImmutableArray<DocumentCount> Documents(Day today) => _documents.Of(today, () =>
    {
        using var view = store.Models.Look();
        return TravelDocuments.ByCountry(store, view, track, today);
    }).Count;
}

/// <summary>The page of the return service (DT&amp;V).</summary>
internal static class ReturnPages
{
    private const int Weeks = 4;
    private const int Most = 100;
    private const string Mine = "mij";

    // Of detention the reviews are another's to do; the return service prepares them.
    private static readonly string[] OfDetention = [DetentionSteps.Notify.Code, DetentionSteps.Hear.Code, DetentionSteps.Rule.Code, ReturnSteps.Free.Code];

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.SeesReturn(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (store, gate, worklists) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>());
        using var view = store.Models.Look();
        var (today, number) = (visit.Today.Number, visit.Caller.Number);
        var through = today + (7 * Weeks);
        var mine = view.ReturnCases.Count(row => row.IsOpen && row.Counsellor == number);
        var ofMine = mine > 0 && visit.Http.Request.Query["van"] == Mine;
        var files = gate.Files(visit.Caller, view.Files);
        var own = view.ReturnCases.Where(row => !ofMine || row.Counsellor == number);
        var ours = own.Join(files, row => row.Person, file => file.Person, (row, file) => new { Row = row, File = file });

        // The first day on which departure may be enforced is the day after the departure period, unless something protects longer.
        var (remove, service) = (ReturnSteps.Remove.Code, (int)Party.ReturnService);
        var periods = view.Steps.Where(step => step.Party == service && step.Rank == StepRank.Choice && step.Code == remove && step.Earliest > today && step.Earliest <= through)
            .Where(step => !ofMine || view.ReturnCases.Any(row => row.Person == step.Person && row.Counsellor == number))
            .Join(files, step => step.Person, file => file.Person, (step, file) => new { step.Earliest, File = file }).OrderBy(each => each.Earliest).ThenBy(each => each.File.Person).Take(Most).ToList();
        var detained = ours.Where(each => each.Row.DetainedSince != null)
            .Join(view.Steps.Where(step => OfDetention.Contains(step.Code)), each => each.File.Person, step => step.Person, (each, step) => new { each.File, step.Code, step.LastDay })
            .OrderBy(each => each.LastDay == null).ThenBy(each => each.LastDay).ThenBy(each => each.File.Person).Take(Most).ToList();
        var flights = ours.Where(each => each.Row.FlightOn >= today && each.Row.FlightOn <= today + 14).OrderBy(each => each.Row.FlightOn).ThenBy(each => each.File.Person).Take(Most).ToList();
        var (troubles, closed) = FlightTroubles.Of(visit, view, ofMine ? number : null);
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(
            visit.Caller, periods.Select(each => each.File.Person).Concat(detained.Select(each => each.File.Person)).Concat(flights.Select(each => each.File.Person)).Distinct(), visit.Caller.Function.MainPurpose);

        var (countries, at) = ofMine ? ([.. ReturnCaseload.ByCountry(store.Models, view, visit.Today, number)], null) : WholeOf(services, visit.Today);
        DatedPerson Of(FileRow file, int? day, string? code = null) => new(
            file.Person, worklists.PersonOf(visit.Caller, file), day is { } on ? new Day(on) : null, code is null ? null : StepType.All.First(type => type.Code == code).Name);
        return WorkAnswers.Page<ReturnPage>(
            visit, (nameof(ReturnPage.View), new ReturnView(
                ofMine, mine, countries, at, [.. periods.Select(each => Of(each.File, each.Earliest - 1))], [.. detained.Select(each => Of(each.File, each.LastDay, each.Code))],
                [.. flights.Select(each => Of(each.File, each.Row.FlightOn))])
            {
                Documents = ofMine ? TravelDocuments.ByCountry(store, view, services.GetRequiredService<ReturnTrack>(), visit.Today, number) : services.GetRequiredService<ReturnCaseloads>().Documents(visit.Today),
                Troubles = troubles,
                Closed = closed,
            }),
            (nameof(ReturnPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }

    private static (ImmutableArray<ReturnCount> Countries, DateTimeOffset? At) WholeOf(IServiceProvider services, Day today)
    {
        var (countries, at) = services.GetRequiredService<ReturnCaseloads>().Whole(today);
        return (countries, at);
    }
}
