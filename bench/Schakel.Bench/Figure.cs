using System.Globalization;

namespace Schakel.Bench;

/// <summary>A figure with its limit, and how far it is from it: a ratio above one keeps the promise.</summary>
/// <param name="Name">What is measured, with its unit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="MoreIsBetter">Whether the limit is a least.</param>
internal sealed record Figure(string Name, double Limit, double Measured, bool MoreIsBetter)
{
    /// <summary>How often the measured value keeps within the limit.</summary>
    public double Ratio => MoreIsBetter ? Measured / Limit : Limit / Measured;

    /// <summary>The promise is kept.</summary>
    public bool Kept => Ratio >= 1;

    /// <summary>What must be as many as the limit.</summary>
    public static Figure AtLeast(string name, double limit, double measured) => new(name, limit, measured, MoreIsBetter: true);

    /// <summary>What may be as much as the limit.</summary>
    public static Figure AtMost(string name, double limit, double measured) => new(name, limit, measured, MoreIsBetter: false);

    /// <summary>As a line of a table in Markdown.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"| {Name} | {(MoreIsBetter ? "≥" : "≤")} {Limit:#,0.###} | {Measured:#,0.###} | **{Ratio:0.00}**{(Kept ? "" : " NOT kept")} |");
}
