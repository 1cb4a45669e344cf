using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Reception;

/// <summary>Someone with a right to reception who stays nowhere (zonder plek).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Since">The day of arrival.</param>
/// <param name="Needs">What a place must have; nothing for who may not know.</param>
public sealed record WithoutPlace(long Person, ShownPerson Who, Day? Since, PlaceKinds Needs);

/// <summary>A site where more people stay than it has places that can be used (overvolle locatie).</summary>
/// <param name="Site">Its number.</param>
/// <param name="Modality">Kind of site.</param>
/// <param name="Over">How many too many.</param>
public sealed record FullSite(int Site, Modality Modality, int Over);

/// <summary>People who move from one site to another on one day (rit): for whoever arranges buses.</summary>
/// <param name="On">The day that was announced; absent for those whose day is over, who did not move yet.</param>
/// <param name="From">Where from; absent for who stays nowhere.</param>
/// <param name="To">Where to; absent as long as no site was named.</param>
/// <param name="Persons">How many.</param>
/// <param name="Needs">How many of them need what; nothing for who may not know.</param>
public sealed record Ride(Day? On, int? From, int? To, int Persons, ImmutableArray<(PlaceKinds Kind, int Count)> Needs);

/// <summary>
/// Tonight's overflow and tomorrow's transport (vanavond): who has no place, where there are too many, which places are free, who moves from where
/// to where. A bus is in no file: what is known are the people and the days that were announced. It is counted as what is lacking, never as a saving.
/// </summary>
/// <param name="Missing">How many have a right to reception and stay nowhere.</param>
/// <param name="First">The first of them.</param>
/// <param name="Full">Sites with too many.</param>
/// <param name="Free">Free places by kind of site, the most first.</param>
/// <param name="Rides">Moves of today and tomorrow by day and pair of sites, and after them those whose day is over.</param>
/// <param name="Later">How many moves were announced for later.</param>
public sealed record Tonight(
    int Missing, ImmutableArray<WithoutPlace> First, ImmutableArray<FullSite> Full, ImmutableArray<(Modality Modality, int Places)> Free, ImmutableArray<Ride> Rides, int Later)
{
    private const int MostShown = 10;

    /// <summary>How many too many stay at full sites.</summary>
    public int Over => Full.Sum(each => each.Over);

    /// <summary>Tonight, for who places people in the whole country; null for anybody else.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="view">The rows.</param>
    internal static Tonight? Of(WorkVisit visit, ModelView view)
    {
        var function = visit.Caller.Function;
        if (!function.RunsSites || !function.IsNationwide)
        {
            return null;
        }
        var services = visit.Http.RequestServices;
        var (gate, worklists, store) = (services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>(), services.GetRequiredService<ChainStore>());
        var (place, agency, now) = (ReceptionSteps.Place.Code, (int)Party.ReceptionAgency, visit.Today.Number);
        var (first, last) = StepRank.Among(StepKind.Due);
        var missing = gate.Worked(visit.Caller, view.Steps.Where(each => each.Party == agency && each.Rank >= first && each.Rank <= last && each.Code == place && each.WaitsFor == null && (each.Until == null || each.Until >= now)), view.Files).Select(step => step.Person);
        var newest = missing.OrderByDescending(person => person).Take(MostShown).ToList();
        var shown = view.Files.Where(file => newest.Contains(file.Person)).OrderByDescending(file => file.Person).ToList();
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, newest, function.MainPurpose);
        var readsNeeds = function.MayRead(DataCategory.Vulnerability);
        var sites = view.Sites.Where(each => each.IsOpen).ToList();
        var moves = services.GetRequiredService<AnnouncedMoves>().All();
        var tomorrow = visit.Today.PlusDays(1);
        WithoutPlace WithoutOf(FileRow row, CaseFile file) => new(
            row.Person, worklists.PersonOf(visit.Caller, row), file.Registration.ArrivedOn, readsNeeds ? file.Reception.Circumstances.Needs : PlaceKinds.None);
        return new(
            missing.Count(),
            [.. shown.Select(file => WithoutOf(file, FileState.Read(store, new(StreamKind.CaseFile, file.Person)).File))],
            [.. sites.Where(each => each.Free < 0).Select(each => new FullSite(each.Site, (Modality)each.Modality, -each.Free)).OrderByDescending(each => each.Over).ThenBy(each => each.Site)],
            [.. sites.Where(each => each.Free > 0).GroupBy(each => (Modality)each.Modality).Select(of => (of.Key, of.Sum(each => each.Free))).OrderByDescending(each => each.Item2)],
            RidesOf(moves.Where(each => each.On <= tomorrow).Select(each => (each.On < visit.Today ? (Day?)null : each.On, each.From, each.To, readsNeeds ? each.Needs : PlaceKinds.None))), moves.Count(each => each.On > tomorrow));
    }

    /// <summary>Moves by day and pair of sites, the first day first, those without a day last, the most people first.</summary>
    /// <param name="moves">Each with its day, where from, where to, and what the place must have.</param>
    internal static ImmutableArray<Ride> RidesOf(IEnumerable<(Day? On, int? From, int? To, PlaceKinds Needs)> moves) =>
    [
        .. moves.GroupBy(each => (each.On, each.From, each.To)).Select(of => new Ride(
            of.Key.On, of.Key.From, of.Key.To, of.Count(),
            [.. Enum.GetValues<PlaceKinds>().Where(kind => kind != PlaceKinds.None).Select(kind => (Kind: kind, Count: of.Count(each => each.Needs.HasFlag(kind)))).Where(each => each.Count > 0)]))
            .OrderBy(each => each.On?.Number ?? int.MaxValue).ThenByDescending(each => each.Persons).ThenBy(each => each.From ?? 0).ThenBy(each => each.To ?? 0),
    ];
}
