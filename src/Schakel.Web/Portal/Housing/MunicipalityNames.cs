using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain;

namespace Schakel.Web.Portal.Housing;

/// <summary>Names of municipalities (gemeentenamen), as in the data that comes with the program: those of 1 January 2024.</summary>
public static class MunicipalityNames
{
    private static readonly Lazy<ImmutableArray<(int Number, string Name)>> Listed = new(Read);
    private static readonly Lazy<FrozenDictionary<string, int>> ByName = new(() => Listed.Value.ToFrozenDictionary(each => each.Name, each => each.Number, StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<FrozenDictionary<int, string>> ByNumber = new(() => Listed.Value.ToFrozenDictionary(each => each.Number, each => each.Name));

    /// <summary>All names, in the order of the alphabet.</summary>
    public static IEnumerable<string> All => Listed.Value.Select(each => each.Name);

    /// <summary>The municipality with a name; null when there is none.</summary>
    /// <param name="name">The name, in capitals or not.</param>
    public static MunicipalityId? Find(string name) => ByName.Value.TryGetValue(name.Trim(), out var number) ? new(number) : null;

    /// <summary>The name of a municipality; its number where the list has none, empty when there is none.</summary>
    /// <param name="municipality">The municipality.</param>
    public static string Of(MunicipalityId? municipality) => municipality is not { } one ? "" : ByNumber.Value.GetValueOrDefault(one.Value) ?? one.Value.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<(int Number, string Name)> Read()
    {
        using var stream = typeof(MunicipalityNames).Assembly.GetManifestResourceStream("municipalities.csv") ?? throw new InvalidOperationException("municipalities.csv is not in the library.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Skip(1).Select(line => (int.Parse(line.AsSpan(2, 4), CultureInfo.InvariantCulture), NameIn(line[7..]))).OrderBy(each => each.Item2, StringComparer.Ordinal)];
    }

    // One name has a comma, and stands between quotes.
    private static string NameIn(string cells) => cells[0] == '"' ? cells.Split('"')[1] : cells.Split(',')[0];
}
