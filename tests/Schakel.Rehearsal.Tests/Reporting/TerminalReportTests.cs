using System.Globalization;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class TerminalReportTests
{
    private static string[] Lines(int width, bool colour = false, bool assessment = false)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TerminalReport report = new(ReportLanguage.Dutch, width, colour);
        if (assessment)
        {
            report.Write(text, Sample.Assessment());
        }
        else
        {
            report.Write(text, Sample.Baseline());
        }

        return text.ToString().Replace('\u00a0', ' ').Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void A_wide_terminal_shows_the_start_and_one_three_and_five_years_on_with_bands()
    {
        string[] lines = Lines(160);
        Assert.All(["januari 2024", "december 2024", "december 2026", "december 2028"], month => Assert.Contains(month, lines[0], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("bewoners in de opvang", StringComparison.Ordinal) && line.Count(one => one == '(') == 4);
    }

    [Theory]
    [InlineData(160)]
    [InlineData(120)]
    [InlineData(100)]
    [InlineData(80)]
    public void No_line_of_the_table_is_wider_than_the_terminal(int width)
    {
        Assert.All(Lines(width), line => Assert.True(line.Length <= width, line));
        Assert.Contains(Lines(width), line => line.Contains('(', StringComparison.Ordinal));
    }

    [Fact]
    public void Colour_changes_no_word()
    {
        string[] coloured = Lines(160, colour: true);
        Assert.Contains(coloured, line => line.Contains('\u001b', StringComparison.Ordinal));
        Assert.Equal(Lines(160), coloured.Select(line => line.Replace("\u001b[2m", "", StringComparison.Ordinal).Replace("\u001b[22m", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_assessment_starts_with_what_became_of_the_intention()
    {
        string[] lines = Lines(120, assessment: true);
        Assert.Equal("Een vijfde meer medewerkers bij de IND", lines[0]);
        Assert.StartsWith("  Ja, de maatregel werkt naar verwachting zoals bedoeld.", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, -5_000, "Niet binnen deze jaren. In 2028 geen effect op het aantal nareizigers.", true)]
    [InlineData(-900, -5_000, "Ja, de maatregel werkt", false)]
    [InlineData(0, 0, "Niet binnen deze jaren.", false)]
    public void A_target_that_does_not_move_is_told_with_the_line_before_it_that_does(double family, double waiting, string verdict, bool line)
    {
        Assessment sample = Sample.Assessment();
        Assessment assessment = sample with
        {
            Measures = [sample.Measures[0] with { TargetSeriesId = "inflow.family" }],
            YearlyDifference = [.. sample.YearlyDifference.Select(series => series.Definition.Id switch
            {
                "inflow.family" => All(series, family),
                "stock.family" => All(series, waiting),
                _ => series,
            })],
        };
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new TerminalReport(ReportLanguage.Dutch, 160, colour: false).Write(text, assessment);
        string said = text.ToString().Split('\n')[1];

        Assert.StartsWith("  " + verdict, said, StringComparison.Ordinal);
        Assert.Equal(line, said.Contains("De rij ervoor verandert wel", StringComparison.Ordinal));
        Assert.Equal(line, said.Contains("5.000 minder nareizigers in afwachting van een besluit", StringComparison.Ordinal));
    }

    private static Series All(Series series, double value) =>
        series with { Points = [.. series.Points.Select(point => new Point(point.Date, value, 0, value, value, value, value, value))] };

    [Fact]
    public void A_measure_without_effect_is_one_line()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new TerminalReport(ReportLanguage.English, 100, colour: false).Write(text, Sample.NoEffect());
        Assert.Equal("no effect\n", text.ToString());
    }
}
