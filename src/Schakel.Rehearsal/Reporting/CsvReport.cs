using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime.Text;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>A rehearsal or assessment as comma-separated values (csv): one line per series and month, and a second file that says what the first holds.</summary>
/// <remarks>Quoted as RFC 4180 asks, lines end in a line feed, decimals in a point. A text that a spreadsheet could take for a formula gets an apostrophe before it.</remarks>
public static class CsvReport
{
    private const string Columns = "part,series,unit,date,mean,se,p2_5,p10,p50,p90,p97_5";

    /// <summary>Writes the figures of a rehearsal: the parts <c>month</c> and <c>year</c>.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="result">The rehearsal.</param>
    public static void Write(TextWriter output, RehearsalResult result)
    {
        Line(output, Columns);
        Rows(output, "month", result.Series);
        Rows(output, "year", result.Yearly);
    }

    /// <summary>Writes the figures of an assessment: the parts <c>baseline</c>, <c>variant</c>, <c>difference</c>, and each of them per year.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="assessment">The assessment.</param>
    public static void Write(TextWriter output, Assessment assessment)
    {
        Line(output, Columns);
        Rows(output, "baseline", assessment.Baseline.Series);
        Rows(output, "variant", assessment.Variant.Series);
        Rows(output, "difference", assessment.Difference);
        Rows(output, "baseline-year", assessment.Baseline.Yearly);
        Rows(output, "variant-year", assessment.Variant.Yearly);
        Rows(output, "difference-year", assessment.YearlyDifference);
    }

    /// <summary>Writes what the figures are: how they were made, what each series counts, what is not modelled.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="result">The rehearsal, or the variant of an assessment.</param>
    public static void WriteMetadata(TextWriter output, RehearsalResult result)
    {
        Line(output, "subject,name,dutch,english");
        Fact(output, "scenario", result.Scenario);
        Fact(output, "start", LocalDatePattern.Iso.Format(result.Start));
        Fact(output, "years", Invariant(result.Years));
        Fact(output, "seed", result.Seed.ToString(CultureInfo.InvariantCulture));
        Fact(output, "replications", Invariant(result.Replications));
        Fact(output, "requested", Invariant(result.RequestedReplications));
        Fact(output, "lawHash", result.LawHash);
        Fact(output, "inputHash", result.InputHash);
        foreach (Series series in result.Series)
        {
            SeriesDefinition definition = series.Definition;
            Line(output, $"series,{Safe(definition.Id)},{Safe(definition.Meaning.Dutch)},{Safe(definition.Meaning.English)}");
        }

        foreach (Bilingual gap in result.NotModelled)
        {
            Line(output, $"notModelled,,{Safe(gap.Dutch)},{Safe(gap.English)}");
        }
    }

    /// <summary>A text as one field: quoted where needed, and never a formula.</summary>
    /// <param name="text">Any text.</param>
    public static string Safe(string text)
    {
        string harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n\t") < 0
            ? harmless
            : "\"" + harmless.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static void Fact(TextWriter output, string name, string value) => Line(output, $"run,{name},{Safe(value)},{Safe(value)}");

    private static void Rows(TextWriter output, string part, ImmutableArray<Series> all)
    {
        StringBuilder line = new();
        foreach (Series series in all)
        {
            foreach (Point point in series.Points)
            {
                line.Clear().Append(part).Append(',').Append(Safe(series.Definition.Id)).Append(',')
                    .Append(Safe(series.Definition.Unit)).Append(',').Append(LocalDatePattern.Iso.Format(point.Date));
                Number(line, point.Mean);
                Number(line, point.StandardError);
                Number(line, point.P025);
                Number(line, point.P10);
                Number(line, point.P50);
                Number(line, point.P90);
                Number(line, point.P975);
                output.Write(line.Append('\n'));
            }
        }
    }

    // A number is written by us from a double and holds digits, a point, a sign, an exponent: it cannot be a formula.
    private static void Number(StringBuilder line, double? value)
    {
        line.Append(',');
        if (value is { } number && double.IsFinite(number))
        {
            line.Append((number + 0.0).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(TextWriter output, string line)
    {
        output.Write(line);
        output.Write('\n');
    }
}
