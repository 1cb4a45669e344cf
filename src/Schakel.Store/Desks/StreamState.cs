using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Desks;

/// <summary>A stream as the desk knows it (stand van een stroom): what its next event builds on.</summary>
/// <param name="Version">Version of the last event; zero before the first.</param>
/// <param name="Hash">Hash of the last event.</param>
/// <param name="KeyNumber">Number of its key; zero for a stream in the clear.</param>
/// <param name="Key">Its key; null when it was erased.</param>
/// <param name="Erased">Its content was erased: nothing can follow.</param>
/// <param name="State">A <see cref="CaseFile"/>, <see cref="Household"/>, <see cref="Site"/> or <see cref="CountryPolicy"/>.</param>
/// <param name="Steps">The steps in the table; null when not known here.</param>
internal sealed record StreamState(
    int Version, byte[] Hash, long KeyNumber, byte[]? Key, bool Erased, object State, IReadOnlyList<StepRow>? Steps)
{
    /// <summary>Before the first event.</summary>
    public static StreamState Empty(StreamKind kind) => new(0, HashChain.Start, 0, null, false, Histories.Empty(kind), []);
}
