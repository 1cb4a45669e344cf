using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Store.Databases;

namespace Schakel.Store.Log;

/// <summary>
/// The policy on all countries (landenbeleid van alle landen) as it stands, kept between questions: read from the log once, and then what is new
/// in it. There are as many as there are countries, and they change a few times a week, so that memory holds them all. Safe for several threads.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="contexts">Makes a context for reading.</param>
public sealed class KeptPolicies(EventLog log, Func<StoreContext> contexts)
{
    private readonly Lock _turn = new();
    private ImmutableSortedDictionary<string, KeptPolicy> _all = ImmutableSortedDictionary.Create<string, KeptPolicy>(StringComparer.Ordinal);
    private long _position;

    /// <summary>Every country on which something is on record, by code.</summary>
    public IEnumerable<KeptPolicy> All()
    {
        lock (_turn)
        {
            CatchUp();
            return _all.Values;
        }
    }

    private void CatchUp()
    {
        var through = log.Position;
        if (through == _position)
        {
            return;
        }
        using var context = contexts();
        var after = _position;
        var changed = context.Set<EventRow>().AsNoTracking().Where(row => row.Kind == (short)StreamKind.Country && row.Position > after && row.Position <= through)
            .Select(row => row.Number).Distinct().ToList();
        foreach (var number in changed)
        {
            if (CountryCode.WithNumber(number) is not { } country)
            {
                continue;
            }
            var kept = _all.GetValueOrDefault(country.ToString(), new(country, 0, CountryPolicy.None));
            _all = _all.SetItem(country.ToString(), log.ReadStream(StreamId.Of(country), kept.Version).Aggregate(kept, (was, recorded) => // Of a country nothing is erased.
                new(country, recorded.Envelope.Version, Decider.Evolve(was.Policy, recorded.Event!, recorded.Envelope.OccurredOn))));
        }
        _position = through;
    }
}

/// <summary>The policy on a country as it stands.</summary>
/// <param name="Country">The country.</param>
/// <param name="Version">Version of its last event.</param>
/// <param name="Policy">The policy.</param>
public sealed record KeptPolicy(CountryCode Country, int Version, CountryPolicy Policy);
