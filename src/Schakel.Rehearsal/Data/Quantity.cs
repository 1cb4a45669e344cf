namespace Schakel.Rehearsal.Data;

/// <summary>A number with what is known of it (grootheid): a published value, or an estimate with its range.</summary>
/// <param name="Value">Central value; its unit stands with the field that holds it.</param>
/// <param name="Low">Lowest value thought reasonable; equal to the value when it was counted.</param>
/// <param name="High">Highest value thought reasonable.</param>
/// <param name="Source">Where it comes from, or a text that starts with <c>assumption</c>, <c>estimate</c> or <c>derived</c>.</param>
/// <param name="Note">What it rests on; may be empty.</param>
public readonly record struct Quantity(double Value, double Low, double High, string Source, string Note)
{
    /// <summary>True when nobody counted or published it: an assumption or an estimate of this project.</summary>
    public bool IsAssumption =>
        Source.StartsWith("assumption", StringComparison.Ordinal) || Source.StartsWith("estimate", StringComparison.Ordinal);
}

/// <summary>A share of a stock between two ages or waits (klasse).</summary>
/// <param name="From">Lower end, inclusive; months or weeks as its list says.</param>
/// <param name="To">Upper end, exclusive.</param>
/// <param name="Share">Share of the whole stock, 0 to 1.</param>
public sealed record Band(int From, int To, Quantity Share);

/// <summary>A nationality group's share of a stock.</summary>
/// <param name="Group">Id of the group.</param>
/// <param name="Share">Share of the whole stock, 0 to 1.</param>
public sealed record GroupShare(string Group, Quantity Share);
