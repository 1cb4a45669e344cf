using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>
/// A lever (knop): a named change of causes, never of what is reported. It states its fields (what policy decides), its assumptions (what
/// follows and nobody knows exactly, with ranges and sources) and, as a function of both, which parameters and norms change.
/// </summary>
/// <param name="Id">Name, as a measure's file gives it.</param>
/// <param name="Title">What it does, in both languages.</param>
/// <param name="Fields">What policy decides.</param>
/// <param name="Assumptions">What follows, as far as anybody knows.</param>
/// <param name="Effects">What changes.</param>
public sealed record Lever(
    string Id, Bilingual Title, ImmutableArray<LeverField> Fields, ImmutableArray<LeverAssumption> Assumptions,
    Func<LeverValues, IEnumerable<LeverEffect>> Effects);

/// <summary>A field of a lever: what policy decides.</summary>
/// <param name="Name">Name, as the file gives it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Unit of an amount: share, places, fte, days …; empty for others.</param>
/// <param name="Least">Least amount.</param>
/// <param name="Most">Greatest amount.</param>
/// <param name="Words">Words of a choice; the first is what nothing changes with when <see cref="IsSize"/>, else the default.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="IsSize">Whether it says how far the lever is pulled: with every size at nought (false, the first word) nothing changes.</param>
/// <param name="Meaning">What it stands for.</param>
public sealed record LeverField(
    string Name, FieldKind Kind, string Unit, double Least, double Most, ImmutableArray<string> Words, bool Required, bool IsSize,
    Bilingual Meaning)
{
    /// <summary>An amount that says how far the lever is pulled; nought is not at all.</summary>
    public static LeverField Size(string name, string unit, double least, double most, string dutch, string english, bool required = true) =>
        new(name, FieldKind.Amount, unit, least, most, [], required, true, new Bilingual(dutch, english));

    /// <summary>A switch that pulls the lever.</summary>
    public static LeverField On(string name, string dutch, string english) =>
        new(name, FieldKind.Switch, "", 0, 1, [], true, true, new Bilingual(dutch, english));

    /// <summary>A switch that says how; off when it is not given.</summary>
    public static LeverField How(string name, string dutch, string english) =>
        new(name, FieldKind.Switch, "", 0, 1, [], false, false, new Bilingual(dutch, english));

    /// <summary>A choice of words; the first is the default.</summary>
    public static LeverField Choice(string name, ImmutableArray<string> words, string dutch, string english, bool size = false) =>
        new(name, FieldKind.Choice, "", 0, 0, words, size, size, new Bilingual(dutch, english));

    /// <summary>A nationality group.</summary>
    public static LeverField Group(bool required) =>
        new("group", FieldKind.Group, "", 0, 0, [], required, false, new Bilingual("herkomstgroep", "nationality group"));
}

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>A number, with or without its range.</summary>
    Amount,
    /// <summary>True or false.</summary>
    Switch,
    /// <summary>One of some words.</summary>
    Choice,
    /// <summary>Id of a nationality group.</summary>
    Group,
}

/// <summary>What follows from a lever and is not known exactly.</summary>
/// <param name="Name">Name; a file gives another range under the lever's id, dot, this name.</param>
/// <param name="Range">Value and range thought reasonable.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Least">What it can never be below.</param>
/// <param name="Most">What it can never be above.</param>
/// <param name="Source">Source, or the word assumption with its reason.</param>
/// <param name="Meaning">What it stands for.</param>
public sealed record LeverAssumption(
    string Name, Estimate Range, string Unit, double Least, double Most, string Source, Bilingual Meaning)
{
    /// <summary>Declares one.</summary>
    public static LeverAssumption Of(
        string name, double value, double low, double high, string unit, double least, double most, string source, string dutch,
        string english) =>
        new(name, new Estimate(value, low, high), unit, least, most, source, new Bilingual(dutch, english));
}

/// <summary>A change of a cause by a lever.</summary>
public abstract record LeverEffect
{
    private LeverEffect()
    {
    }

    /// <summary>A parameter changes.</summary>
    /// <param name="Parameter">Which.</param>
    /// <param name="Kind">How.</param>
    /// <param name="By">By how much.</param>
    /// <param name="ForGroup">Whether it is for the lever's nationality group only.</param>
    /// <param name="DaysEarlier">How many days before the lever's first day it begins; its last day is then the day before that first day.</param>
    public sealed record OfParameter(Parameter Parameter, ChangeKind Kind, Estimate By, bool ForGroup = false, int DaysEarlier = 0) : LeverEffect;

    /// <summary>A norm reads otherwise.</summary>
    /// <param name="Id">Id of the norm.</param>
    /// <param name="Json">Its value in JSON.</param>
    /// <param name="Running">Whether what is already running falls under it too.</param>
    public sealed record OfNorm(string Id, string Json, bool Running = false) : LeverEffect;
}
