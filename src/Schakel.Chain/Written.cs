namespace Schakel.Chain;

/// <summary>
/// Words that one person writes to one function (geschreven aan één functie): whatever their category, they are read by whoever they are
/// written to, by the person whose file it is, and by nobody else. Every event with such words says to whom they go.
/// </summary>
public interface IWrittenTo
{
    /// <summary>The function that reads them.</summary>
    OfficialRoles Reader { get; }
}

/// <summary>What may be written (geschreven woorden).</summary>
internal static class Written
{
    /// <summary>Most characters.</summary>
    public const int Most = 1000;

    /// <summary>Nothing is written.</summary>
    public static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>More is written than fits.</summary>
    public static bool IsTooLong(string text) => text.Length > Most;
}
