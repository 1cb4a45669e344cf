using System.Collections.Immutable;
using System.Text.Json;
using NodaTime.Text;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>A rehearsal or assessment as one JSON document (gegevens voor andere programma's).</summary>
/// <remarks>The same figures give the same bytes: fixed order, invariant culture, the shortest digits that read back to the same number. A value that does not exist (a mean over nobody) is null.</remarks>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = false, SkipValidation = false };

    /// <summary>Writes a rehearsal; the stream stays open.</summary>
    /// <param name="output">Where the document goes, in UTF-8 without byte order mark.</param>
    /// <param name="result">The rehearsal.</param>
    /// <exception cref="IOException">The stream cannot take the bytes.</exception>
    public static void Write(Stream output, RehearsalResult result)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            WriteHeader(json, result);
            WriteSeries(json, "series", result.Series);
            WriteSeries(json, "yearly", result.Yearly);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes an assessment: the variant's series as of a rehearsal, with baseline, paired difference, measures, assumptions and sensitivity.</summary>
    /// <param name="output">Where the document goes, in UTF-8 without byte order mark.</param>
    /// <param name="assessment">The assessment.</param>
    /// <exception cref="IOException">The stream cannot take the bytes.</exception>
    public static void Write(Stream output, Assessment assessment)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            WriteHeader(json, assessment.Variant);
            json.WriteBoolean("noEffect", assessment.NoEffect);
            WriteSeries(json, "series", assessment.Variant.Series);
            WriteSeries(json, "yearly", assessment.Variant.Yearly);
            json.WriteStartObject("baseline");
            WriteHeader(json, assessment.Baseline);
            WriteSeries(json, "series", assessment.Baseline.Series);
            WriteSeries(json, "yearly", assessment.Baseline.Yearly);
            json.WriteEndObject();
            WriteSeries(json, "difference", assessment.Difference);
            WriteSeries(json, "yearlyDifference", assessment.YearlyDifference);
            WriteMeasures(json, assessment.Measures);
            WriteAssumptions(json, assessment.Assumptions);
            WriteSensitivity(json, assessment.Sensitivity);
            WriteFindings(json, assessment);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteHeader(Utf8JsonWriter json, RehearsalResult result)
    {
        json.WriteString("scenario", result.Scenario);
        json.WriteString("start", LocalDatePattern.Iso.Format(result.Start));
        json.WriteNumber("years", result.Years);
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("replications", result.Replications);
        json.WriteNumber("requested", result.RequestedReplications);
        json.WriteString("lawHash", result.LawHash);
        json.WriteString("inputHash", result.InputHash);
        json.WriteNumber("personsPerReplication", result.PersonsPerReplication);
        json.WriteNumber("stepsPerReplication", result.StepsPerReplication);
        WriteTexts(json, "notModelled", result.NotModelled);
    }

    private static void WriteSeries(Utf8JsonWriter json, string name, ImmutableArray<Series> series)
    {
        json.WriteStartArray(name);
        foreach (Series one in series)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Definition.Id);
            json.WriteString("unit", one.Definition.Unit);
            json.WriteStartArray("points");
            foreach (Point point in one.Points)
            {
                WritePoint(json, point);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, Point point)
    {
        json.WriteStartObject();
        json.WriteString("date", LocalDatePattern.Iso.Format(point.Date));
        WriteValue(json, "mean", point.Mean);
        WriteValue(json, "se", point.StandardError);
        WriteValue(json, "p2_5", point.P025);
        WriteValue(json, "p10", point.P10);
        WriteValue(json, "p50", point.P50);
        WriteValue(json, "p90", point.P90);
        WriteValue(json, "p97_5", point.P975);
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, ImmutableArray<MeasureText> measures)
    {
        json.WriteStartArray("measures");
        foreach (MeasureText measure in measures)
        {
            json.WriteStartObject();
            json.WriteString("id", measure.Id);
            WriteText(json, "title", measure.Title);
            WriteText(json, "intention", measure.Intention);
            json.WriteString("target", measure.TargetSeriesId);
            json.WriteNumber("direction", measure.TargetDirection);
            WriteTexts(json, "changes", measure.Changes);
            WriteTexts(json, "legalPoints", measure.LegalPoints);
            WriteTexts(json, "notModelled", measure.NotModelled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAssumptions(Utf8JsonWriter json, ImmutableArray<AssumptionLine> assumptions)
    {
        json.WriteStartArray("assumptions");
        foreach (AssumptionLine assumption in assumptions)
        {
            json.WriteStartObject();
            json.WriteString("id", assumption.Id);
            WriteValue(json, "value", assumption.Value);
            WriteValue(json, "low", assumption.Low);
            WriteValue(json, "high", assumption.High);
            json.WriteString("unit", assumption.Unit);
            json.WriteString("source", assumption.Source);
            WriteText(json, "meaning", assumption.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSensitivity(Utf8JsonWriter json, ImmutableArray<SensitivityBar> bars)
    {
        json.WriteStartArray("sensitivity");
        foreach (SensitivityBar bar in bars)
        {
            json.WriteStartObject();
            json.WriteString("assumption", bar.Assumption.Id);
            json.WriteString("series", bar.SeriesId);
            WriteValue(json, "atLow", bar.AtLow);
            WriteValue(json, "atHigh", bar.AtHigh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // One sentence for each clear effect over the last year; of a measure that changes nothing, the one sentence that says so.
    private static void WriteFindings(Utf8JsonWriter json, Assessment assessment)
    {
        Sentence dutch = new(ReportLanguage.Dutch);
        Sentence english = new(ReportLanguage.English);
        json.WriteStartArray("findings");
        if (assessment.NoEffect)
        {
            json.WriteStartObject();
            json.WriteString("nl", dutch.NoEffect);
            json.WriteString("en", english.NoEffect);
            json.WriteEndObject();
        }

        foreach (Series series in assessment.YearlyDifference.Where(series =>
            !assessment.NoEffect && !series.Points.IsEmpty && Effects.Of(series.Points[^1]).IsClear()))
        {
            json.WriteStartObject();
            json.WriteString("series", series.Definition.Id);
            json.WriteString("nl", dutch.Change(series.Definition, series.Points[^1]));
            json.WriteString("en", english.Change(series.Definition, series.Points[^1]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<Bilingual> texts)
    {
        json.WriteStartArray(name);
        foreach (Bilingual text in texts)
        {
            json.WriteStartObject();
            json.WriteString("nl", text.Dutch);
            json.WriteString("en", text.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("nl", text.Dutch);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number + 0.0);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
