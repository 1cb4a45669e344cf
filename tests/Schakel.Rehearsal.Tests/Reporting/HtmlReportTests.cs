using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    public static TheoryData<ReportLanguage> Languages => [ReportLanguage.Dutch, ReportLanguage.English];

    private static string Page(Action<TextWriter> write)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        write(text);
        return text.ToString();
    }

    private static string Baseline(ReportLanguage language, RehearsalResult? result = null) =>
        Page(output => HtmlReport.Write(output, result ?? Sample.Baseline(), language, Sample.Context));

    private static string Assessed(ReportLanguage language, Assessment? assessment = null) =>
        Page(output => HtmlReport.Write(output, assessment ?? Sample.Assessment(), language, Sample.Context));

    // Our markup closes what it opens, but for the empty elements of HTML: with those closed, it reads as XML.
    private static XElement Tree(string page) => XElement.Parse(
        Unclosed().Replace(page.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), "$1/>").Replace("\u00a0", "\u00a0", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_report_is_one_file_that_fetches_nothing_and_runs_nothing(ReportLanguage language)
    {
        foreach (string page in new[] { Baseline(language), Assessed(language) })
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<link", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains($"<html lang=\"{(language == ReportLanguage.Dutch ? "nl" : "en")}\">", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_chart_has_a_name_and_says_the_same_in_a_table(ReportLanguage language)
    {
        foreach (XElement tree in new[] { Tree(Baseline(language)), Tree(Assessed(language)) })
        {
            XElement[] figures = [.. tree.Descendants("figure")];
            Assert.True(figures.Length > 5);
            foreach (XElement figure in figures)
            {
                XElement drawing = Assert.Single(figure.Elements("svg"));
                Assert.Equal((string?)drawing.Attribute("aria-labelledby"), (string?)drawing.Element("title")!.Attribute("id"));
                Assert.NotEmpty(figure.Elements("details").Single().Descendants("td"));
            }

            string[] ids = [.. tree.Descendants().Attributes("id").Select(id => id.Value)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Headings_go_down_one_step_at_a_time(ReportLanguage language)
    {
        foreach (XElement tree in new[] { Tree(Baseline(language)), Tree(Assessed(language)) })
        {
            int[] levels = [.. tree.Descendants().Where(one => one.Name.LocalName is "h1" or "h2" or "h3").Select(one => one.Name.LocalName[1] - '0')];
            Assert.Single(levels, 1);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
            Assert.All(tree.Descendants("a"), link => Assert.Contains(tree.Descendants().Attributes("id"), id => "#" + id.Value == (string?)link.Attribute("href")));
        }
    }

    [Fact]
    public void The_twenty_items_of_stress_des_are_all_answered()
    {
        string[] items = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1"];
        foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
        {
            XElement tree = Tree(Baseline(language));
            XElement[] answers = [.. tree.Descendants("dt").Where(term => items.Contains(term.Value.Split(' ')[0]))];
            Assert.Equal(items, answers.Select(term => term.Value.Split(' ')[0]));
            Assert.All(answers, term => Assert.True(((XElement)term.NextNode!).Value.Length > 20));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_opposite_measure_reverses_every_directional_sentence(ReportLanguage language)
    {
        string there = WebUtility.HtmlDecode(Assessed(language));
        string back = WebUtility.HtmlDecode(Assessed(language, Sample.Assessment(sign: -1)));
        Sentence sentence = new(language);
        int told = 0;
        foreach (Series series in Sample.Assessment().YearlyDifference)
        {
            Point last = series.Points[^1];
            if (Effects.Of(last).IsClear())
            {
                string said = sentence.Change(series.Definition, last);
                Assert.DoesNotContain(said, back, StringComparison.Ordinal);
                Assert.DoesNotContain(SentenceTests.Reversed(said), there, StringComparison.Ordinal);
                bool inThere = there.Contains(said, StringComparison.Ordinal);
                told += inThere && back.Contains(SentenceTests.Reversed(said), StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(told >= 12, $"{told} sentences were found reversed.");
    }

    [Theory]
    [InlineData(ReportLanguage.Dutch, "geen effect")]
    [InlineData(ReportLanguage.English, "no effect")]
    public void A_measure_of_size_zero_has_no_effect_and_nothing_else(ReportLanguage language, string sentence)
    {
        XElement tree = Tree(Assessed(language, Sample.NoEffect()));
        Assert.All(tree.Descendants("p").Where(one => (string?)one.Attribute("class") == "verdict"), one => Assert.Equal(sentence, one.Value));
        Assert.Empty(tree.Descendants("figure"));
    }

    [Fact]
    public void Lower_spending_beside_more_breaches_is_not_a_gain_and_never_a_headline()
    {
        Assessment assessment = Sample.Assessment();
        XElement tree = Tree(Assessed(ReportLanguage.English, assessment));
        Assert.Equal(Effect.Fall, Effects.Of(assessment.YearlyDifference[SeriesCatalogue.IndexOf("cost.reception.euro")].Points[^1]));
        string brief = tree.Descendants("div").Single(one => (string?)one.Attribute("class") == "brief").Value;
        Assert.DoesNotContain("€", brief, StringComparison.Ordinal);
        Assert.Contains("people above capacity", brief, StringComparison.Ordinal);
        Assert.Contains("Lower spending is then not a gain", tree.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_report_speaks_of_saving(ReportLanguage language)
    {
        string page = Assessed(language).Replace("is nooit een besparing", "", StringComparison.Ordinal).Replace("is never a saving", "", StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)goedkoper|besparing|cheaper|saving", page);
    }

    [Fact]
    public void A_name_with_markup_in_it_stays_a_name()
    {
        MeasureText measure = Sample.Measure(-1) with { Title = new Bilingual("<script>alert(1)</script>", "<b>&\"'") };
        Assert.DoesNotContain("<script", Assessed(ReportLanguage.Dutch, Sample.Assessment() with { Measures = [measure] }), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;&quot;&#39;", Assessed(ReportLanguage.English, Sample.Assessment() with { Measures = [measure] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Below_two_hundred_replications_there_is_no_outer_band()
    {
        string page = Baseline(ReportLanguage.English, Sample.Baseline(replications: 40));
        Assert.DoesNotContain("class=\"outer\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("97.5%", page, StringComparison.Ordinal);
        Assert.Contains("fewer than 200 replications", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_rehearsal_says_so_at_the_top()
    {
        string page = Baseline(ReportLanguage.English, Sample.Baseline() with { RequestedReplications = 500 });
        Assert.Contains("interrupted: 200 of the 500", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figures_give_the_same_page()
    {
        Assert.Equal(Baseline(ReportLanguage.Dutch), Baseline(ReportLanguage.Dutch));
        Assert.Equal(Assessed(ReportLanguage.Dutch), Assessed(ReportLanguage.Dutch));
    }

    [Fact]
    public void A_rehearsal_without_yearly_figures_or_with_an_empty_series_still_has_a_report()
    {
        RehearsalResult result = Sample.Baseline();
        ImmutableArray<Series> absent = [.. result.Series.Select(series => series with
        {
            Points = [.. series.Points.Select(point => series.Definition.Id == "housing.wait-weeks"
                ? point with { Mean = double.NaN, P025 = double.NaN, P10 = double.NaN, P50 = double.NaN, P90 = double.NaN, P975 = double.NaN }
                : point)],
        })];
        Assert.Contains("No figure", Baseline(ReportLanguage.English, result with { Series = absent, Yearly = [] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_short_rehearsal_has_a_report_too(int years)
    {
        RehearsalResult five = Sample.Baseline();
        RehearsalResult result = five with
        {
            Years = years,
            Series = [.. five.Series.Select(series => series with { Points = series.Points[..(12 * years)] })],
            Yearly = [.. five.Yearly.Select(series => series with { Points = series.Points[..years] })],
        };
        Assert.Contains("After one year", Baseline(ReportLanguage.English, result), StringComparison.Ordinal);
    }

    [GeneratedRegex("(<(?:meta|br|link|col)\\b[^>]*)>")]
    private static partial Regex Unclosed();
}
