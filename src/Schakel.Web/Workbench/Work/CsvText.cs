using System.Text;

namespace Schakel.Web.Workbench.Work;

/// <summary>Lines for a spreadsheet (CSV), in UTF-8 with its mark and separated by semicolons; no cell begins as a formula (ASVS 1.2.10).</summary>
internal sealed class CsvText
{
    private const char Separator = ';';
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    /// <param name="cells">Its cells.</param>
    public void Line(IEnumerable<string> cells) => _text.AppendJoin(Separator, cells.Select(Escaped)).Append("\r\n");

    /// <summary>All of it, as it is sent.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    // What a spreadsheet would compute begins with a sign that text does not need: an apostrophe before it makes it text.
    private static string Escaped(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(Separator, '"', '\n') >= 0 || safe.Contains('\r', StringComparison.Ordinal) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
