using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Databases;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Countries;

/// <summary>
/// The policy on all countries (landenbeleid van alle landen), as it stands: read from the log once, and then what is new in it. There are as
/// many as there are countries, and they change a few times a week, so that memory holds them all.
/// </summary>
/// <param name="store">The store.</param>
public sealed class CountryPolicies(ChainStore store)
{
    private readonly Lock _turn = new();
    private ImmutableSortedDictionary<string, CountryPolicy> _all = ImmutableSortedDictionary<string, CountryPolicy>.Empty;
    private long _position;

    /// <summary>Every country on which something is on record, by code.</summary>
    public IReadOnlyList<(CountryCode Country, CountryPolicy Policy)> All()
    {
        CatchUp();
        return [.. _all.Select(each => (CountryCode.TryParse(each.Key, out var code) ? code : CountryCode.Unknown, each.Value))];
    }

    private void CatchUp()
    {
        lock (_turn)
        {
            var through = store.Log.Position;
            if (through == _position)
            {
                return;
            }
            using var context = store.CreateContext();
            var after = _position;
            var changed = context.Set<EventRow>().AsNoTracking().Where(row => row.Kind == (short)StreamKind.Country && row.Position > after && row.Position <= through)
                .Select(row => row.Number).Distinct().ToList();
            foreach (var number in changed)
            {
                if (CountryCode.WithNumber(number) is { } country)
                {
                    _all = _all.SetItem(country.ToString(), FileState.Read(store, StreamId.Of(country)).Policy);
                }
            }
            _position = through;
        }
    }
}
