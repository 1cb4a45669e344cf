namespace Schakel.Norms;

/// <summary>Stands in until the floor below lands.</summary>
/// <param name="Number">Days since 1970-01-01.</param>
public readonly record struct Day(int Number) : IComparable<Day>
{
    /// <summary>Later day.</summary>
    /// <param name="years">Years.</param>
    public Day PlusYears(int years) => new(Number + (365 * years) + (years / 4));
    /// <summary>Later day.</summary>
    /// <param name="days">Days.</param>
    public Day PlusDays(int days) => new(Number + days);
    /// <inheritdoc/>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);
    /// <summary>Earlier.</summary>
    public static bool operator <(Day a, Day b) => a.Number < b.Number;
    /// <summary>Later.</summary>
    public static bool operator >(Day a, Day b) => a.Number > b.Number;
    /// <summary>Not later.</summary>
    public static bool operator <=(Day a, Day b) => a.Number <= b.Number;
    /// <summary>Not earlier.</summary>
    public static bool operator >=(Day a, Day b) => a.Number >= b.Number;
}

/// <summary>Stands in until the floor below lands.</summary>
public sealed class Law;
