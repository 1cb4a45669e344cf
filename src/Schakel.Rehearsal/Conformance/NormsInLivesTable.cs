using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Schakel.Rehearsal.Conformance;

/// <summary>The stored form of what norms change in simulated lives (tabel): CSV with a line for each norm.</summary>
/// <remarks>
/// Columns: <c>norm</c>, <c>changes</c> (<c>steps</c>, <c>case-file</c> or <c>nothing</c>), <c>rehearsal</c>, <c>value</c>. The value is JSON and comes
/// last, so that its commas and quotation marks stand as they are.
/// </remarks>
public static class NormsInLivesTable
{
    private const string Head = "norm,changes,rehearsal,value";
    private static readonly ImmutableArray<(LifeEffect Effect, string Name)> Effects =
        [(LifeEffect.Steps, "steps"), (LifeEffect.CaseFile, "case-file"), (LifeEffect.None, "nothing")];

    /// <summary>The table as text.</summary>
    /// <param name="lines">A line for each norm.</param>
    /// <returns>CSV with line feeds.</returns>
    public static string Write(IEnumerable<NormInLives> lines)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var line in lines)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{line.Norm},{Effects.Single(each => each.Effect == line.Effect).Name},{line.Rehearsal},{line.Value}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the table.</summary>
    /// <param name="text">CSV as <see cref="Write"/> makes it.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="FormatException">A line is not of that form.</exception>
    public static ImmutableArray<NormInLives> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines is [Head, .. var rest]
            ? [.. rest.Select((line, index) => Read(line, index + 2))]
            : throw new FormatException($"norms-in-lives.csv: line 1 must be `{Head}`.");
    }

    private static NormInLives Read(string line, int number)
    {
        var parts = line.Split(',', 4);
        var effect = parts.Length == 4 ? Effects.FirstOrDefault(each => each.Name == parts[1]) : default;
        if (effect.Name is null)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"norms-in-lives.csv: line {number} is `{line}`; it must be norm, steps, case-file or nothing, rehearsal, value."));
        }

        if (effect.Effect != LifeEffect.None)
        {
            try
            {
                _ = JsonElement.Parse(parts[3]);
            }
            catch (JsonException fault)
            {
                throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture, $"norms-in-lives.csv: line {number}, value is `{parts[3]}`; it must be JSON."), fault);
            }
        }

        return new(parts[0], effect.Effect, parts[2], parts[3]);
    }
}
