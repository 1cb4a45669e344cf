using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Acts;

namespace Schakel.Store.Watching;

// How it works. A file's steps stand in a table; what a site is to put right has its first day in the row of the site, and countries are few enough
// for memory. Unlike a file, a site and a country keep in their state what was observed: once it is, the row and the memory tell nothing any more,
// and whoever asks again is refused. So the version may be in the key: the same finding, made anew, is another one.

/// <summary>Terms that are no person's (termijnen buiten dossiers): when a moratorium is to be assessed again, and when a site is to have put right what an inspection found.</summary>
internal static class TermsBesideFiles
{
    /// <summary>What passed and is not on record yet, as acts of the clock.</summary>
    /// <param name="store">The store.</param>
    /// <param name="today">The day.</param>
    /// <param name="keyOf">The key for a stream, what is observed of it, and its version.</param>
    public static IEnumerable<Act> Due(ChainStore store, Day today, Func<StreamId, string, int, ActKey> keyOf)
    {
        var law = store.LawOn(today);
        foreach (var (country, version, policy) in store.Policies.All())
        {
            foreach (var (moratorium, last) in ReviewLapses.On(policy, law, today))
            {
                var stream = StreamId.Of(country);
                yield return Of(stream, Purpose.Policy, new ObserveReviewLapse(moratorium.Kind, moratorium.From, last),
                    keyOf(stream, FormattableString.Invariant($"review|{(int)moratorium.Kind}|{moratorium.From.Number}|{last.Number}"), version));
            }
        }
        foreach (var number in SitesWithPassedDay(store, today))
        {
            var (version, site) = store.Sites.Of(number);
            foreach (var finding in RemedyLapses.On(site, today))
            {
                var stream = new StreamId(StreamKind.Site, number);
                yield return Of(stream, Purpose.Reception, new ObserveRemedyLapse(finding.Standard, finding.RemedyBy),
                    keyOf(stream, FormattableString.Invariant($"remedy|{(int)finding.Standard}|{finding.RemedyBy.Number}"), version));
            }
        }

        Act Of(StreamId stream, Purpose purpose, Command command, ActKey key) => new(key, Doer.Clock, purpose, today, [new(stream, command)]);
    }

    private static List<int> SitesWithPassedDay(ChainStore store, Day today)
    {
        using var view = store.Models.Look();
        return [.. view.Sites.Where(row => row.RemedyBy < today.Number).OrderBy(row => row.Site).Select(row => row.Site)];
    }
}
