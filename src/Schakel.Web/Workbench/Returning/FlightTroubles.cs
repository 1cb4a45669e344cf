using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Returning;

/// <summary>A flight that did not go on as it was planned (vlucht die niet doorging of op losse schroeven staat).</summary>
/// <param name="FlightOn">The day for which it was planned.</param>
/// <param name="On">The day on which it was cancelled, or on which the application was lodged.</param>
/// <param name="Cause">Why it was cancelled; absent for an application before the flight.</param>
public sealed record FlightTrouble(Day FlightOn, Day On, FlightCancelCause? Cause);

/// <summary>
/// Cancelled flights, and applications between the planning of a flight and its day (geannuleerde vluchten, last-minute aanvragen). With a new
/// application the file closes to who returns: then only the day of the flight is told, with how many, and never whose it was (red line 4).
/// </summary>
internal static class FlightTroubles
{
    /// <summary>How many days back one looks.</summary>
    public const int Within = 28;

    private const int MostShown = 50;

    /// <summary>Those of the last four weeks, the latest first, and by day of the flight how many files closed by an application; whoever is shown is looked at.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="view">The rows.</param>
    /// <param name="counsellor">Only files of this counsellor.</param>
    public static (ImmutableArray<(DatedPerson Person, FlightTrouble What)> Shown, ImmutableArray<(Day FlightOn, int Files)> Closed) Of(WorkVisit visit, ModelView view, int? counsellor)
    {
        var services = visit.Http.RequestServices;
        var (store, gate, worklists, since) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>(), visit.Today.PlusDays(-Within));
        var persons = services.GetRequiredService<ReturnTrack>().All()
            .Where(each => each.Value.Any(one => one.On >= since && one.On <= visit.Today && one.Name is ReturnTrack.FlightCancelled or ReturnTrack.Lodged))
            .OrderByDescending(each => each.Value[^1].On.Number).Select(each => each.Key).ToList();
        var files = gate.Files(visit.Caller, view.Files.Where(file => persons.Contains(file.Person))).ToDictionary(file => file.Person);
        var all = persons.Select(person => (Person: person, Read: FileState.Read(store, new(StreamKind.CaseFile, person))))
            .Where(each => counsellor is not { } number || LastCounsellor(each.Read) == number)
            .SelectMany(each => TroublesOf(each.Read.History.Where(one => one.Event is not null).Select(one => (one.Event!, one.Envelope.OccurredOn))).Where(what => what.On >= since && what.On <= visit.Today)
                .Select(what => (each.Person, What: what))).ToList();
        var found = all.Where(each => files.ContainsKey(each.Person))
            .Select(each => (Person: new DatedPerson(each.Person, worklists.PersonOf(visit.Caller, files[each.Person]), each.What.On, null), each.What))
            .OrderByDescending(each => each.What.On.Number).ThenBy(each => each.Person.Person).Take(MostShown).ToImmutableArray();
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, found.Select(each => each.Person.Person).Distinct(), visit.Caller.Function.MainPurpose);
        return (found,
        [
            .. all.Where(each => !files.ContainsKey(each.Person) && each.What.Cause is null).GroupBy(each => each.What.FlightOn).Select(of => (of.Key, of.Select(each => each.Person).Distinct().Count()))
                .OrderByDescending(each => each.Key.Number),
        ]);
    }

    /// <summary>What went wrong with flights, from what happened in a file, in order.</summary>
    /// <param name="history">What happened, with its day.</param>
    internal static IEnumerable<FlightTrouble> TroublesOf(IEnumerable<(ChainEvent Event, Day On)> history)
    {
        Day? flight = null;
        foreach (var (happened, on) in history)
        {
            switch (happened)
            {
                case FlightPlanned planned:
                    flight = planned.FlightOn;
                    break;
                case FlightCancelled cancelled when flight is { } day:
                    yield return new(day, on, cancelled.Cause);
                    flight = null;
                    break;
                case ApplicationLodged when flight is { } day && on <= day:
                    yield return new(day, on, null);
                    break;
                default:
                    break;
            }
        }
    }

    // Who leaves the return file with a new application has no counsellor any more: the last one is told.
    private static int? LastCounsellor(FileState state) => state.History.Select(each => each.Event).OfType<ReturnCounsellorAssigned>().Select(each => (int?)each.Counsellor.Number).LastOrDefault();
}
