using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// A step that lies ahead in a file (vervolgstap): who takes it, by when, on which norm. It holds days and never today, so that it stays
/// true while time passes: until the next event of the file or its household, or another law.
/// </summary>
/// <param name="Type">The kind of step.</param>
/// <param name="Earliest">First day on which it can be taken; absent when it can be taken at once, or when only what it waits for tells.</param>
/// <param name="LastDay">Last day, inclusive, on which it is in time; absent when there is no term, or its start is not known.</param>
public readonly record struct NextStep(StepType Type, Day? Earliest, Day? LastDay)
{
    private readonly Party? _party;
    private readonly string? _norm;

    /// <summary>Stands for a day that no calendar tells: what holds until an event ends it.</summary>
    public static Day UntilAnEvent { get; } = new(int.MaxValue);

    /// <summary>Stable code.</summary>
    public string Code => Type.Code;

    /// <summary>Who takes it.</summary>
    public Party Party
    {
        get => _party ?? Type.Party;
        init => _party = value;
    }

    /// <summary>What the step, or its last day, rests on.</summary>
    public string Norm
    {
        get => _norm ?? Type.Norm;
        init => _norm = value;
    }

    /// <summary>Last day on which it can be taken at all: after it the step is gone, by time alone. Absent when only an event ends it.</summary>
    public Day? Until { get; init; }

    /// <summary>The step that must be taken first; absent when nothing is waited for.</summary>
    public StepType? WaitsFor { get; init; }

    /// <summary>Which one, where a file can have several of this kind: the number of a handover. Absent otherwise.</summary>
    public int? Number { get; init; }

    /// <summary>What follows by operation of law when the last day passes, which the clock may then record; absent when nothing does.</summary>
    public StepType? Lapses { get; init; }

    /// <summary>Whether it can be taken on a day, as far as the calendar decides.</summary>
    /// <param name="day">The day.</param>
    public bool IsOpenOn(Day day) => WaitsFor is null && !(day < Earliest) && !(day > Until);

    /// <summary>Whether it is late on a day: to be done, and its last day is over. Never stored: it follows from the last day.</summary>
    /// <param name="day">The day.</param>
    public bool IsOverdueOn(Day day) => Type.Force == StepForce.Due && day > LastDay;
}
