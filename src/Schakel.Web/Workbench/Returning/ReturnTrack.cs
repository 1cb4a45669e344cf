using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Databases;

namespace Schakel.Web.Workbench.Returning;

/// <summary>
/// What happened with travel documents and flights, by name and day (spoor van reisdocumenten en vluchten), for every file in which it did. Read
/// from the log once, and then what is new in it; what an event holds is not opened.
/// </summary>
/// <param name="store">The store.</param>
public sealed class ReturnTrack(ChainStore store)
{
    /// <summary>A travel document was asked for.</summary>
    public const string Requested = "travel-document-requested";

    /// <summary>It came.</summary>
    public const string Received = "travel-document-received";

    /// <summary>The country refused it.</summary>
    public const string Refused = "travel-document-refused";

    /// <summary>It expired unused.</summary>
    public const string Expired = "travel-document-expired";

    /// <summary>A flight was planned.</summary>
    public const string FlightPlanned = "flight-planned";

    /// <summary>A flight was cancelled.</summary>
    public const string FlightCancelled = "flight-cancelled";

    /// <summary>An application was lodged; kept for those for whom a flight was planned before.</summary>
    public const string Lodged = "application-lodged";

    // Names of the events; a test compares them with the chain.
    internal static readonly string[] Events = [Requested, Received, Refused, Expired, FlightPlanned, FlightCancelled, Lodged];

    private readonly Lock _turn = new();
    private ImmutableDictionary<long, ImmutableArray<(string Name, Day On)>> _track = ImmutableDictionary<long, ImmutableArray<(string Name, Day On)>>.Empty;
    private long _position;

    /// <summary>What happened, by number of the file, in order.</summary>
    public IReadOnlyDictionary<long, ImmutableArray<(string Name, Day On)>> All()
    {
        lock (_turn)
        {
            var through = store.Log.Position;
            if (through != _position)
            {
                _track = Read(_track, _position, through);
                _position = through;
            }
            return _track;
        }
    }

    private ImmutableDictionary<long, ImmutableArray<(string Name, Day On)>> Read(ImmutableDictionary<long, ImmutableArray<(string Name, Day On)>> before, long after, long through)
    {
        var track = before.ToBuilder();
        using var context = store.CreateContext();
        var happened = context.Set<EventRow>().AsNoTracking()
            .Where(row => row.Position > after && row.Position <= through && row.Kind == (short)StreamKind.CaseFile && Events.Contains(row.Name))
            .OrderBy(row => row.Position).Select(row => new { row.Number, row.Name, row.OccurredOn });
        foreach (var each in happened)
        {
            var known = track.TryGetValue(each.Number, out var there) ? there : [];
            if (each.Name != Lodged || known.Any(one => one.Name == FlightPlanned))
            {
                track[each.Number] = known.Add((each.Name, new(each.OccurredOn)));
            }
        }
        return track.ToImmutable();
    }
}
