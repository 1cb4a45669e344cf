using System.Collections.Immutable;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Measures;

/// <summary>How far a lever is pulled and on which assumptions (waarden van een knop): what the file gives, else the lever's defaults.</summary>
public sealed class LeverValues
{
    private readonly ImmutableSortedDictionary<string, Estimate> _amounts;
    private readonly ImmutableSortedDictionary<string, string> _words;
    private readonly ImmutableSortedDictionary<string, MeasureAssumption> _assumptions;
    private readonly Lever _lever;

    internal LeverValues(
        Lever lever, IEnumerable<KeyValuePair<string, Estimate>> amounts, IEnumerable<KeyValuePair<string, string>> words,
        IEnumerable<MeasureAssumption> given)
    {
        _lever = lever;
        _amounts = amounts.ToImmutableSortedDictionary(StringComparer.Ordinal);
        _words = words.ToImmutableSortedDictionary(StringComparer.Ordinal);
        var own = given.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _assumptions = lever.Assumptions
            .Select(a => KeyValuePair.Create(
                a.Name,
                own.GetValueOrDefault($"{lever.Id}.{a.Name}") ?? new MeasureAssumption($"{lever.Id}.{a.Name}", a.Range, a.Unit, a.Source, a.Meaning)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Assumptions it rests on, in order of name.</summary>
    public IEnumerable<MeasureAssumption> Assumptions => _assumptions.Values;

    /// <summary>Nationality group it is for, or nothing.</summary>
    public string? Group => _words.GetValueOrDefault("group");

    /// <summary>Whether every size is at nought, so that nothing changes.</summary>
    public bool IsNothing => _lever.Fields.Where(f => f.IsSize).All(size => size.Kind switch
    {
        FieldKind.Amount => this[size.Name] == default,
        FieldKind.Switch => !Is(size.Name),
        FieldKind.Choice => Word(size.Name) == size.Words[0],
        FieldKind.Group => true,
    });

    /// <summary>Whether an amount was given.</summary>
    public bool Has(string field) => _amounts.ContainsKey(field);

    /// <summary>An amount with its range; nought when it was not given.</summary>
    public Estimate this[string field] => _amounts.GetValueOrDefault(field);

    /// <summary>A switch; off when it was not given.</summary>
    public bool Is(string field) => _words.GetValueOrDefault(field) == "true";

    /// <summary>A choice; its first word when it was not given.</summary>
    public string Word(string field) =>
        _words.GetValueOrDefault(field) ?? _lever.Fields.First(f => f.Name == field).Words[0];

    /// <summary>An assumption's value and range.</summary>
    public Estimate Assumed(string name) => _assumptions[name].Range;
}

/// <summary>Sums on values with a range: each end with each end, the lowest and the highest kept.</summary>
internal static class Ranges
{
    /// <summary>A value without a range.</summary>
    public static Estimate Exactly(double value) => new(value, value, value);

    /// <summary>One plus the value: the factor that a relative change is.</summary>
    public static Estimate AsFactor(this Estimate change) => new(1 + change.Value, 1 + change.Low, 1 + change.High);

    /// <summary>The product of two.</summary>
    public static Estimate Times(this Estimate one, Estimate other)
    {
        double a = one.Low * other.Low, b = one.Low * other.High, c = one.High * other.Low, d = one.High * other.High;
        return new(one.Value * other.Value, Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    /// <summary>The opposite.</summary>
    public static Estimate Negated(this Estimate one) => new(-one.Value, -one.High, -one.Low);
}
