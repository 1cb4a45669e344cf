namespace Schakel.Rehearsal.Data;

/// <summary>A data file breaks a rule (fout in de gegevens): which file, where, which field, what it says and what it may say.</summary>
/// <param name="file">Path of the file within the data folder, such as <c>costs.csv</c>.</param>
/// <param name="location">Line of a table (<c>line 12</c>), path in a JSON file (<c>$.reception.regular</c>), or empty for the file as a whole.</param>
/// <param name="field">Field at fault, or empty.</param>
/// <param name="value">What the file says there, shortened to a hundred characters.</param>
/// <param name="rule">What it may say, as a sentence without its full stop.</param>
/// <param name="cause">The technical fault beneath, if any.</param>
public sealed class DataFaultException(
    string file, string location, string field, string value, string rule, Exception? cause = null)
    : Exception(Sentence(file, location, field, Shorten(value), rule), cause)
{
    private const int LongestValue = 100;

    /// <summary>Path of the file within the data folder.</summary>
    public string File { get; } = file;

    /// <summary>Line of a table, path in a JSON file, or empty.</summary>
    public string Location { get; } = location;

    /// <summary>Field at fault, or empty.</summary>
    public string Field { get; } = field;

    /// <summary>What the file says there.</summary>
    public string Value { get; } = Shorten(value);

    /// <summary>What it may say.</summary>
    public string Rule { get; } = rule;

    private static string Shorten(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue), "…");

    private static string Sentence(string file, string location, string field, string value, string rule)
    {
        var where = location.Length == 0 ? file : $"{file}, {location}";
        return field.Length == 0 ? $"{where}: {rule}." : $"{where}: {field} is '{value}'; {rule}.";
    }
}
