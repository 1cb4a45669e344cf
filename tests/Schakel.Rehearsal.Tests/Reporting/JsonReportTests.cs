using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using NodaTime;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class JsonReportTests
{
    private static string Text(RehearsalResult result)
    {
        using MemoryStream stream = new();
        JsonReport.Write(stream, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Text(Assessment assessment)
    {
        using MemoryStream stream = new();
        JsonReport.Write(stream, assessment);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static RehearsalResult With(Point point) => Sample.Baseline() with
    {
        Series = [new Series(SeriesCatalogue.Find("housed"), [point])],
    };

    [Fact]
    public void A_rehearsal_is_one_document_with_every_series_in_order()
    {
        using JsonDocument document = JsonDocument.Parse(Text(Sample.Baseline()));
        JsonElement root = document.RootElement;
        Assert.Equal("2024-01-10", root.GetProperty("start").GetString());
        Assert.Equal(5, root.GetProperty("years").GetInt32());
        Assert.Equal(SeriesCatalogue.All.Select(series => series.Id), root.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("id").GetString()));
        JsonElement point = root.GetProperty("series")[0].GetProperty("points")[0];
        Assert.Equal(["date", "mean", "se", "p2_5", "p10", "p50", "p90", "p97_5"], point.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes_in_any_culture()
    {
        string here = Text(Sample.Baseline());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
            Assert.Equal(here, Text(Sample.Baseline()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_number_reads_back_to_the_same_bits() =>
        Gen.Double.Where(double.IsFinite).Sample(value =>
        {
            using JsonDocument document = JsonDocument.Parse(Text(With(new Point(new LocalDate(2024, 1, 31), value, 0, null, 0, 0, 0, null))));
            double back = document.RootElement.GetProperty("series")[0].GetProperty("points")[0].GetProperty("mean").GetDouble();
            Assert.Equal(value + 0.0, back);
        });

    [Fact]
    public void Below_two_hundred_replications_the_outer_quantiles_are_null()
    {
        string text = Text(With(new Point(new LocalDate(2024, 1, 31), 2.5, 0.25, null, 1, 2, 3, null)));
        Assert.Contains("""{"date":"2024-01-31","mean":2.5,"se":0.25,"p2_5":null,"p10":1,"p50":2,"p90":3,"p97_5":null}""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_over_nobody_is_null() =>
        Assert.Contains("\"mean\":null", Text(With(new Point(new LocalDate(2024, 1, 31), double.NaN, double.NaN, null, 1, 2, 3, null))), StringComparison.Ordinal);

    [Fact]
    public void An_assessment_holds_the_baseline_and_the_paired_difference_too()
    {
        Assessment assessment = Sample.Assessment();
        using JsonDocument document = JsonDocument.Parse(Text(assessment));
        JsonElement root = document.RootElement;
        Assert.False(root.GetProperty("noEffect").GetBoolean());
        Assert.Equal(assessment.Baseline.LawHash, root.GetProperty("baseline").GetProperty("lawHash").GetString());
        Assert.Equal(SeriesCatalogue.Count, root.GetProperty("baseline").GetProperty("series").GetArrayLength());
        Assert.Equal(SeriesCatalogue.Count, root.GetProperty("difference").GetArrayLength());
        Assert.Equal(assessment.Measures[0].Id, root.GetProperty("measures")[0].GetProperty("id").GetString());
        Assert.Equal(assessment.Assumptions.Length, root.GetProperty("assumptions").GetArrayLength());
        Assert.Equal(assessment.Sensitivity.Length, root.GetProperty("sensitivity").GetArrayLength());
    }

    [Fact]
    public void A_measure_of_size_zero_has_the_bytes_of_the_baseline_and_the_sentence_no_effect()
    {
        using JsonDocument document = JsonDocument.Parse(Text(Sample.NoEffect()));
        JsonElement root = document.RootElement;
        Assert.Equal(root.GetProperty("baseline").GetProperty("series").GetRawText(), root.GetProperty("series").GetRawText());
        Assert.Equal("""[{"nl":"geen effect","en":"no effect"}]""", root.GetProperty("findings").GetRawText());
    }

    [Fact]
    public void The_stream_stays_open_for_its_owner()
    {
        using MemoryStream stream = new();
        JsonReport.Write(stream, Sample.Baseline());
        Assert.True(stream.CanWrite);
        Assert.Equal((byte)'\n', stream.ToArray()[^1]);
    }
}
