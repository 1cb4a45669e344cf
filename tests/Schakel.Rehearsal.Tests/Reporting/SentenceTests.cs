using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed partial class SentenceTests
{
    private static readonly Gen<Point> AnyDifference =
        Gen.Select(Gen.Double[-1e7, 1e7], Gen.Double[0, 1e6], Gen.Double[0, 1e6])
            .Select(parts => Difference(parts.Item1 - parts.Item2, parts.Item1, parts.Item1 + parts.Item3));

    private static Point Difference(double low, double middle, double high) =>
        new(new LocalDate(2028, 12, 31), middle, 1, null, low, middle, high, null);

    private static string Dutch(string id, Point difference) => new Sentence(ReportLanguage.Dutch).Change(SeriesCatalogue.Find(id), difference);

    private static string English(string id, Point difference) => new Sentence(ReportLanguage.English).Change(SeriesCatalogue.Find(id), difference);

    [Fact]
    public void A_rise_is_said_when_nine_of_ten_replications_rise()
    {
        Assert.Equal("Eind 2028 naar verwachting 1.200 meer bewoners in de opvang (680 tot 1.800 meer).", Dutch("occupancy.total", Difference(681, 1_230, 1_822)));
        Assert.Equal("At the end of 2028, an expected 1,200 more residents in reception (680 to 1,800 more).", English("occupancy.total", Difference(681, 1_230, 1_822)));
    }

    [Fact]
    public void A_fall_goes_from_its_smallest_size_to_its_largest() =>
        Assert.Equal("In 2028, the lead time of decided cases is expected to be 5 weeks shorter (3.1 to 7.4 weeks shorter).", English("lead-time.weeks", Difference(-7.4, -5, -3.1)).Replace('\u00a0', ' '));

    [Fact]
    public void A_band_around_zero_gives_no_direction() =>
        Assert.Equal("In 2028 geen duidelijk effect op de kosten van opvang: tussen € 4 miljoen lager en € 12 miljoen hoger.",
            Dutch("cost.reception.euro", Difference(-4_000_000, 3_000_000, 12_000_000)).Replace('\u00a0', ' '));

    [Theory]
    [InlineData(0, 5, 10)]
    [InlineData(-10, -5, 0)]
    public void A_band_that_touches_zero_gives_no_direction(double low, double middle, double high) =>
        Assert.Equal(Effect.Unclear, Effects.Of(Difference(low, middle, high)));

    [Fact]
    public void No_difference_is_exactly_no_effect()
    {
        foreach (SeriesDefinition definition in SeriesCatalogue.All)
        {
            Assert.Equal("geen effect", Dutch(definition.Id, Difference(0, 0, 0)));
            Assert.Equal("no effect", English(definition.Id, Difference(0, 0, 0)));
        }
    }

    [Fact]
    public void A_difference_in_the_tail_alone_is_not_called_no_effect() =>
        Assert.Equal(Effect.Unclear, Effects.Of(Difference(0, 0, 0) with { P975 = 3, P025 = 0 }));

    [Fact]
    public void The_opposite_difference_gives_the_opposite_sentence() =>
        Gen.Select(Gen.Int[0, SeriesCatalogue.Count - 1], AnyDifference).Sample((index, difference) =>
        {
            foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
            {
                Sentence sentence = new(language);
                SeriesDefinition definition = SeriesCatalogue.All[index];
                string there = sentence.Change(definition, difference);
                string back = sentence.Change(definition, Sample.Flip(difference));
                if (Effects.Of(difference).IsClear())
                {
                    Assert.Equal(Reversed(there), back);
                    Assert.NotEqual(there, back);
                }
                else
                {
                    Assert.False(Effects.Of(Sample.Flip(difference)).IsClear());
                }
            }
        });

    [Fact]
    public void A_measure_that_does_the_opposite_of_what_is_meant_is_told_so()
    {
        Sentence sentence = new(ReportLanguage.English);
        SeriesDefinition target = SeriesCatalogue.Find("stock.applications");
        Point fall = Difference(-20_000, -17_000, -13_000);
        Assert.StartsWith("Yes,", sentence.Verdict(target, -1, fall), StringComparison.Ordinal);
        Assert.StartsWith("No, the opposite", sentence.Verdict(target, -1, Sample.Flip(fall)), StringComparison.Ordinal);
        Assert.StartsWith("No, the opposite", sentence.Verdict(target, +1, fall), StringComparison.Ordinal);
        Assert.StartsWith("That cannot be shown.", sentence.Verdict(target, -1, Difference(-5, -1, 2)), StringComparison.Ordinal);
        Assert.Equal(
            "Not within these years. At the end of 2028, no effect on the number of pending asylum applications. Other figures do change.",
            sentence.Verdict(target, -1, Difference(0, 0, 0)));
    }

    [Fact]
    public void An_effect_that_has_passed_by_the_last_year_is_told_with_its_year()
    {
        Sentence sentence = new(ReportLanguage.English);
        SeriesDefinition target = SeriesCatalogue.Find("stock.applications");
        Point none = Difference(0, 0, 0);
        Point small = Difference(-300, -200, -100) with { Date = new LocalDate(2024, 12, 31) };
        Point large = Difference(-3_000, -2_000, -1_000) with { Date = new LocalDate(2025, 12, 31) };

        Assert.Equal(
            "For a time only. At the end of 2025, an expected 2,000 fewer pending asylum applications (1,000 to 3,000 fewer). "
            + "At the end of 2028, no effect on the number of pending asylum applications.",
            sentence.Verdict(target, -1, small, large, none));
        Assert.StartsWith("No, for a time the opposite of what is meant is expected. At the end of 2025", sentence.Verdict(target, +1, small, large, none), StringComparison.Ordinal);
        Assert.StartsWith("No, for a time the opposite of what is meant is expected. At the end of 2025", sentence.Verdict(target, -1, Sample.Flip(small), Sample.Flip(large), none), StringComparison.Ordinal);
        Assert.StartsWith("Yes,", sentence.Verdict(target, -1, Sample.Flip(large), Difference(-3, -2, -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_course_says_more_only_when_its_band_has_left_the_start()
    {
        Sentence sentence = new(ReportLanguage.English);
        SeriesDefinition series = SeriesCatalogue.Find("occupancy.total");
        Point start = Difference(63_000, 63_200, 63_400);
        Assert.EndsWith("against 63,200 at the start.", sentence.Course(series, start, Difference(60_000, 70_000, 80_000)), StringComparison.Ordinal);
        Assert.EndsWith("more than the 63,200 at the start.", sentence.Course(series, start, Difference(64_000, 70_000, 80_000)), StringComparison.Ordinal);
        Assert.EndsWith("fewer than the 63,200 at the start.", sentence.Course(series, start, Difference(40_000, 50_000, 60_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_over_nobody_has_no_direction() =>
        Assert.Contains("nobody to measure", English("housing.wait-weeks", Difference(double.NaN, double.NaN, double.NaN)), StringComparison.Ordinal);

    internal static string Reversed(string sentence) => DirectionWords().Replace(sentence, match => match.Value switch
    {
        "meer" => "minder",
        "minder" => "meer",
        "langer" => "korter",
        "korter" => "langer",
        "hoger" => "lager",
        "lager" => "hoger",
        "more" => "fewer",
        "fewer" => "more",
        "longer" => "shorter",
        "shorter" => "longer",
        "higher" => "lower",
        _ => "higher",
    });

    // A direction stands before a name or a closing bracket, or after a size; "korter dan 6 maanden" and "langer dan 15 maanden" are names.
    [GeneratedRegex(@"\b(meer|minder|langer(?! dan)|korter(?! dan)|hoger|lager|more|fewer|longer|shorter|higher|lower)\b")]
    private static partial Regex DirectionWords();
}
