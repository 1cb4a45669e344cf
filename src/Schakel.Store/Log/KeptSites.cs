using System.Collections.Concurrent;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Store.Log;

/// <summary>
/// Sites as they stand (locaties), kept between questions. A site's history has an event for everybody who ever lived there, so that reading
/// it whole costs more every day; what is kept is the state, who came and went on its latest day, and what was last done about the site itself;
/// only what came after it is read.
/// Safe for several threads.
/// </summary>
/// <param name="log">The log.</param>
public sealed class KeptSites(EventLog log)
{
    private const int MostActs = 20;
    private readonly ConcurrentDictionary<long, Kept> _kept = [];

    /// <summary>A site, and the version of its last event; zero when there is none.</summary>
    /// <param name="number">Number of the site.</param>
    public (int Version, Site Site) Of(long number)
    {
        var kept = UpToNow(number);
        return (kept.Version, kept.Site);
    }

    /// <summary>Who came to a site and who left it on a day, in that order of time; nobody when it is before the latest day on which somebody did.</summary>
    /// <param name="number">Number of the site.</param>
    /// <param name="today">The day; the chain's today.</param>
    public (ImmutableList<long> Came, ImmutableList<long> Left) PassedOn(long number, Day today)
    {
        var kept = UpToNow(number);
        return kept.Day == today ? (kept.Came, kept.Left) : ([], []);
    }

    /// <summary>What was done about the site itself: the latest twenty such events, in order of time. Who came and who left are none.</summary>
    /// <param name="number">Number of the site.</param>
    public IReadOnlyList<RecordedEvent> ActsOn(long number) => UpToNow(number).Acts;

    private Kept UpToNow(long number)
    {
        var kept = _kept.GetValueOrDefault(number, Kept.Nothing);
        var since = log.ReadStream(new(StreamKind.Site, number), kept.Version);
        if (since.Count == 0)
        {
            return kept;
        }
        foreach (var recorded in since)
        {
            kept = kept.After(recorded);
        }
        return _kept[number] = kept; // Whoever read less writes an earlier state: true still, and gone on from.
    }

    private sealed record Kept(int Version, Site Site, Day Day, ImmutableList<long> Came, ImmutableList<long> Left, ImmutableList<RecordedEvent> Acts)
    {
        public static Kept Nothing { get; } = new(0, Site.Unopened, default, [], [], []);

        public Kept After(RecordedEvent recorded)
        {
            var (happened, on) = (recorded.Event!, recorded.Envelope.OccurredOn); // Of a site nothing is erased: it holds no one's data.
            var next = this with { Version = recorded.Envelope.Version, Site = (Site)Histories.After(Site, happened, on) };
            if (happened is SiteEvent and not (SlotOccupied or SlotReleased or PlacedOnEmergencyGround))
            {
                next = next with { Acts = (Acts.Count < MostActs ? Acts : Acts.RemoveAt(0)).Add(recorded) };
            }
            if (on < Day || happened is not (SlotOccupied or SlotReleased))
            {
                return next; // What was said afterwards of an earlier day is not of the latest.
            }
            var (came, left) = on == Day ? (Came, Left) : ([], []);
            return happened is SlotOccupied occupied
                ? next with { Day = on, Came = came.Add(occupied.Person.Value), Left = left }
                : next with { Day = on, Came = came, Left = left.Add(((SlotReleased)happened).Person.Value) };
        }
    }
}
