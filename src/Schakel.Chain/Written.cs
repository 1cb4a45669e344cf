namespace Schakel.Chain;

/// <summary>
/// What is meant for some functions only (geschreven aan): whatever its category, it is read by those of them that have the category, by the
/// person whose file it is, and by nobody else. Every event with such words says to whom they go.
/// </summary>
public interface IWrittenTo
{
    /// <summary>The functions that read it.</summary>
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
