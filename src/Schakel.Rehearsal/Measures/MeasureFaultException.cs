namespace Schakel.Rehearsal.Measures;

/// <summary>A measure breaks a rule (fout in een maatregel): which file, where in it, what it says there and what it may say.</summary>
/// <param name="file">Path of the file, or name of a measure that comes with the program.</param>
/// <param name="path">Place in the file, such as <c>$.levers[1].change.value</c>, or <c>byte 12</c> or <c>line 3</c> where it is not JSON.</param>
/// <param name="value">What stands there, shortened to a hundred characters; empty when nothing does.</param>
/// <param name="rule">What it may say, as a sentence without its full stop.</param>
/// <param name="cause">The technical fault beneath, if any.</param>
public sealed class MeasureFaultException(string file, string path, string value, string rule, Exception? cause = null)
    : Exception(Sentence(file, path, Shorten(value), rule), cause)
{
    private const int LongestValue = 100;

    /// <summary>Path of the file, or name of the measure.</summary>
    public string File { get; } = file;

    /// <summary>Place in the file.</summary>
    public string Path { get; } = path;

    /// <summary>What stands there.</summary>
    public string Value { get; } = Shorten(value);

    /// <summary>What it may say.</summary>
    public string Rule { get; } = rule;

    private static string Shorten(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue), "…");

    private static string Sentence(string file, string path, string value, string rule)
    {
        var where = path.Length == 0 ? file : $"{file}, {path}";
        return value.Length == 0 ? $"{where}: {rule}." : $"{where} is {value}: {rule}.";
    }
}
