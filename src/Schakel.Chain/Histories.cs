using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>What histories of every kind make (stand van een stroom), for whoever keeps several kinds together.</summary>
public static class Histories
{
    /// <summary>What there is before the first event.</summary>
    /// <param name="kind">Whose history it is.</param>
    /// <returns>A <see cref="CaseFile"/>, <see cref="Household"/>, <see cref="Site"/> or <see cref="CountryPolicy"/>.</returns>
    public static object Empty(StreamKind kind) => kind switch
    {
        StreamKind.CaseFile => CaseFile.Unopened,
        StreamKind.Household => Household.Empty,
        StreamKind.Site => Site.Unopened,
        StreamKind.Country => CountryPolicy.None,
    };

    /// <summary>What there is after an event.</summary>
    /// <param name="state">What there was before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="on">The day it happened.</param>
    public static object After(object state, ChainEvent happened, Day on) => state switch
    {
        CaseFile file => Decider.Evolve(file, happened, on),
        Household household => Decider.Evolve(household, happened),
        Site site => Decider.Evolve(site, happened),
        CountryPolicy policy => Decider.Evolve(policy, happened, on),
        _ => throw new UnreachableException($"{state.GetType().Name} is no state of a stream."),
    };
}
