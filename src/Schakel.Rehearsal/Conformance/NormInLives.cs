using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Conformance;

/// <summary>What another value of a norm changes in simulated lives (werking in levenslopen).</summary>
public enum LifeEffect
{
    /// <summary>Nothing was seen to change.</summary>
    None = 0,
    /// <summary>What happens to people stays as it is; what the case file records of it changes: a breach, a last day.</summary>
    CaseFile,
    /// <summary>What happens to people, or when.</summary>
    Steps,
}

/// <summary>One norm, as it was found in simulated lives (norm in levenslopen).</summary>
/// <param name="Norm">Id of the norm.</param>
/// <param name="Effect">What it changes.</param>
/// <param name="Rehearsal">The first rehearsal in which it does; empty when it changes nothing.</param>
/// <param name="Value">The other value that shows it, as JSON; empty when it changes nothing.</param>
public sealed record NormInLives(string Norm, LifeEffect Effect, string Rehearsal, string Value);

/// <summary>A rehearsal in which norms are tried (proefopstelling).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">What it rests on.</param>
/// <param name="Replayed">Whether its steps are replayed through the case file as well, and all values tried.</param>
public sealed record TriedRehearsal(string Name, ModelInputs Inputs, bool Replayed);
