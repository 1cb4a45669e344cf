using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class CsvReportTests
{
    // A reader of RFC 4180 on its own, so that the writer is not checked by itself.
    private static List<string[]> Read(Action<TextWriter> write)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        write(text);
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        string all = text.ToString();
        for (int index = 0; index < all.Length; index++)
        {
            char one = all[index];
            if (quoted ? one == '"' && index + 1 < all.Length && all[index + 1] == '"' : one is not ('"' or ',' or '\n'))
            {
                index += quoted ? 1 : 0;
                field.Append(one);
            }
            else if (one == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                field.Append(one);
            }
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (one == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        return rows;
    }

    [Fact]
    public void Each_series_and_month_is_a_line()
    {
        RehearsalResult result = Sample.Baseline();
        List<string[]> rows = Read(output => CsvReport.Write(output, result));
        Assert.Equal(["part", "series", "unit", "date", "mean", "se", "p2_5", "p10", "p50", "p90", "p97_5"], rows[0]);
        Assert.Equal(result.Series.Sum(series => series.Points.Length), rows.Count(row => row[0] == "month"));
        Point point = result.Series[0].Points[0];
        Assert.Equal("inflow.first", rows[1][1]);
        Assert.Equal("2024-01-31", rows[1][3]);
        Assert.Equal(point.P90, double.Parse(rows[1][9], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_assessment_holds_baseline_variant_and_difference() =>
        Assert.Equal(
            ["part", "baseline", "variant", "difference", "baseline-year", "variant-year", "difference-year"],
            Read(output => CsvReport.Write(output, Sample.Assessment())).Select(row => row[0]).Distinct());

    [Fact]
    public void A_value_that_does_not_exist_is_an_empty_field()
    {
        RehearsalResult result = Sample.Baseline() with
        {
            Series = [new Series(SeriesCatalogue.Find("housed"), [new Point(new LocalDate(2024, 1, 31), double.NaN, 0, null, 1, 2, 3, null)])],
            Yearly = [],
        };
        Assert.Equal(["month", "housed", "persons", "2024-01-31", "", "0", "", "1", "2", "3", ""], Read(output => CsvReport.Write(output, result))[1]);
    }

    [Fact]
    public void No_text_starts_a_formula_and_every_text_reads_back() =>
        Gen.String.Where(text => !text.Contains('\0', StringComparison.Ordinal)).Sample(text =>
        {
            string read = Read(output => output.Write("first," + CsvReport.Safe(text) + ",last\n"))[0][1];
            Assert.False(read.Length > 0 && read[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n');
            Assert.Equal(text, read.StartsWith('\'') && !text.StartsWith('\'') ? read[1..] : read);
        });

    [Fact]
    public void A_scenario_named_as_a_formula_is_harmless()
    {
        RehearsalResult result = Sample.Baseline() with { Scenario = "=HYPERLINK(\"x\")" };
        List<string[]> rows = Read(output => CsvReport.WriteMetadata(output, result));
        Assert.Equal("'=HYPERLINK(\"x\")", rows.Single(row => row[1] == "scenario")[2]);
    }

    [Fact]
    public void The_second_file_says_what_each_series_counts_and_what_is_left_out()
    {
        RehearsalResult result = Sample.Baseline();
        List<string[]> rows = Read(output => CsvReport.WriteMetadata(output, result));
        Assert.Equal(SeriesCatalogue.Count, rows.Count(row => row[0] == "series"));
        Assert.Equal(result.NotModelled.Length, rows.Count(row => row[0] == "notModelled"));
        Assert.All(rows, row => Assert.Equal(4, row.Length));
    }
}
