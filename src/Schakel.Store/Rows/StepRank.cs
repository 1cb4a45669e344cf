namespace Schakel.Store.Rows;

/// <summary>What it means that a step is open, by number as in the chain's steps (soort stap).</summary>
public enum StepKind
{
    /// <summary>It is to be done, and late after its last day.</summary>
    Due = 0,
    /// <summary>An official may do it, or something else.</summary>
    Optional,
    /// <summary>The person, or the lawyer, may do it.</summary>
    Right,
    /// <summary>It follows by operation of law, and the clock may record it.</summary>
    ByLaw,
}

/// <summary>In which order steps stand in a worklist (gevolg): what is lost when nobody acts comes first.</summary>
public static class StepRank
{
    /// <summary>Something follows by operation of law when the last day passes.</summary>
    public const int Consequence = 0;

    /// <summary>A norm is broken when the last day passes.</summary>
    public const int Breach = 1;

    /// <summary>To be done, without a last day.</summary>
    public const int Undated = 2;

    /// <summary>May be done.</summary>
    public const int Choice = 3;

    /// <summary>Nobody's: follows by operation of law.</summary>
    public const int ByLaw = 4;

    /// <summary>The rank of a step.</summary>
    /// <param name="step">The step.</param>
    public static int Of(StepRow step) => (StepKind)step.Force switch
    {
        StepKind.ByLaw => ByLaw,
        StepKind.Optional or StepKind.Right => Choice,
        StepKind.Due => step.LastDay is null ? Undated : step.Lapses is null ? Breach : Consequence,
    };

    /// <summary>The first and last rank that steps of a kind can have.</summary>
    /// <param name="kind">The kind.</param>
    public static (int First, int Last) Among(StepKind kind) => kind switch
    {
        StepKind.ByLaw => (ByLaw, ByLaw),
        StepKind.Optional or StepKind.Right => (Choice, Choice),
        StepKind.Due => (Consequence, Undated),
    };

    /// <summary>The day by which steps of one rank are sorted: the last day, for what follows by law the first; the largest number without one.</summary>
    /// <param name="step">The step.</param>
    public static int SortDay(StepRow step) => ((StepKind)step.Force == StepKind.ByLaw ? step.Earliest : step.LastDay) ?? int.MaxValue;
}
