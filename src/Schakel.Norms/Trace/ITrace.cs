namespace Schakel.Norms;

/// <summary>What a formula tells while it computes (spoor).</summary>
/// <remarks>
/// A formula is generic over a struct that implements this, and takes it by reference as its last argument. It asks <see cref="Records"/>
/// before it makes any text, so that the compiler drops all of it for <see cref="NoTrace"/>: one body serves people and simulation.
/// </remarks>
public interface ITrace
{
    /// <summary>Whether anything is kept; a constant of the type.</summary>
    static abstract bool Records { get; }

    /// <summary>A norm was applied, in this version. Called by <see cref="Law"/>.</summary>
    /// <param name="norm">The norm.</param>
    /// <param name="version">The version in force.</param>
    void Apply(Norm norm, NormVersion version);

    /// <summary>A general rule was applied that is no parameter: how days are counted or moved.</summary>
    /// <param name="rule">The rule.</param>
    void Apply(Rule rule);

    /// <summary>A fact was used.</summary>
    /// <param name="name">Name of the fact, as the person who asks gives it.</param>
    /// <param name="value">Its value as text.</param>
    void Fact(string name, string value);

    /// <summary>A step was taken that gave a day.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="day">The day it led to.</param>
    /// <param name="words">The step in a sentence.</param>
    void Step(TermStepKind kind, Day day, Text words);

    /// <summary>A sentence that belongs to the answer.</summary>
    /// <param name="words">The sentence.</param>
    void Say(Text words);
}

/// <summary>A rule of the law that is a formula and not a parameter (rekenregel).</summary>
/// <param name="Id">Stable id, <c>general-terms-act.roll</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Citation">Where it stands.</param>
public sealed record Rule(string Id, Text Title, Citation Citation)
{
    /// <summary>How sure it is; read in its source unless said otherwise.</summary>
    public NormStatus Status { get; init; } = NormStatus.Verified;
}

/// <summary>What moved a day (soort stap).</summary>
public enum TermStepKind
{
    /// <summary>The term started: the day of the event, which is not counted itself.</summary>
    Started,

    /// <summary>The term's own length was added.</summary>
    Ran,

    /// <summary>The term was extended.</summary>
    Extended,

    /// <summary>The term stood still for some days.</summary>
    Suspended,

    /// <summary>The last day moved over a weekend or a holiday.</summary>
    Rolled,

    /// <summary>The last day was brought back to a maximum.</summary>
    Capped,

    /// <summary>A day was derived from the term: the first penalty day, the day a right ends.</summary>
    Derived,
}

/// <summary>The trace that keeps nothing (geen spoor), and costs nothing.</summary>
public readonly struct NoTrace : ITrace
{
    /// <inheritdoc/>
    public static bool Records => false;

    /// <inheritdoc/>
    public void Apply(Norm norm, NormVersion version)
    {
    }

    /// <inheritdoc/>
    public void Apply(Rule rule)
    {
    }

    /// <inheritdoc/>
    public void Fact(string name, string value)
    {
    }

    /// <inheritdoc/>
    public void Step(TermStepKind kind, Day day, Text words)
    {
    }

    /// <inheritdoc/>
    public void Say(Text words)
    {
    }
}
