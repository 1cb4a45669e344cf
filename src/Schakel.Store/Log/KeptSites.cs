using System.Collections.Concurrent;
using Schakel.Chain;
using Schakel.Chain.Reception;

namespace Schakel.Store.Log;

/// <summary>
/// Sites as they stand (locaties), kept between questions. A site's history has an event for everybody who ever lived there, so that reading
/// it whole costs more every day; what is kept is the state, and only what came after it is read. Safe for several threads.
/// </summary>
/// <param name="log">The log.</param>
public sealed class KeptSites(EventLog log)
{
    private readonly ConcurrentDictionary<long, (int Version, Site Site)> _kept = [];

    /// <summary>A site, and the version of its last event; zero when there is none.</summary>
    /// <param name="number">Number of the site.</param>
    public (int Version, Site Site) Of(long number)
    {
        var (version, site) = _kept.TryGetValue(number, out var kept) ? kept : (0, Site.Unopened);
        var since = log.ReadStream(new(StreamKind.Site, number), version);
        if (since.Count == 0)
        {
            return (version, site);
        }
        foreach (var recorded in since)
        {
            site = (Site)Histories.After(site, recorded.Event!, recorded.Envelope.OccurredOn); // Of a site nothing is erased: it holds no one's data.
        }
        return _kept[number] = (since[^1].Envelope.Version, site); // Whoever read less writes an earlier state: true still, and gone on from.
    }
}
