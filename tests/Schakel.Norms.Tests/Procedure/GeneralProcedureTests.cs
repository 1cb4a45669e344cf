using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class GeneralProcedureTests
{
    [Theory(DisplayName = "AA-0, CAL-7 (TV-8): only procedure days count on land, every day at Schiphol")]
    [InlineData("2024-03-27", "land", "2024-03-27 2024-03-28 2024-04-02 2024-04-03 2024-04-04 2024-04-05")]
    [InlineData("2024-03-27", "schiphol", "2024-03-27 2024-03-28 2024-03-29 2024-03-30 2024-03-31 2024-04-01")]
    [InlineData("2024-05-08", "land", "2024-05-08 2024-05-10 2024-05-13 2024-05-14 2024-05-15 2024-05-16")] // Ascension Day.
    [InlineData("2024-05-17", "land", "2024-05-17 2024-05-21 2024-05-22 2024-05-23 2024-05-24 2024-05-27")] // Whit Monday.
    [InlineData("2023-12-22", "land", "2023-12-22 2023-12-27 2023-12-28 2023-12-29 2024-01-02 2024-01-03")]
    [InlineData("2024-02-28", "land", "2024-02-28 2024-02-29 2024-03-01 2024-03-04 2024-03-05 2024-03-06")]
    [InlineData("2024-01-13", "land", "2024-01-15 2024-01-16 2024-01-17 2024-01-18 2024-01-19 2024-01-22")] // A Saturday is no day 1.
    [InlineData("2024-01-13", "schiphol", "2024-01-13 2024-01-14 2024-01-15 2024-01-16 2024-01-17 2024-01-18")]
    [InlineData("2021-06-25", "land", "2021-06-25 2021-06-28 2021-06-29 2021-06-30 2021-07-01 2021-07-02")]
    [InlineData("2021-06-24", "land", "2021-06-24 2021-06-25 2021-06-28 2021-06-29 2021-06-30 2021-07-01 2021-07-02 2021-07-05")] // Still eight.
    public void The_days_of_the_ordinary_variant(string first, string centre, string expected) =>
        Assert.Equal(expected, string.Join(' ', Texts("days", first, centre, "six")));

    [Theory(DisplayName = "AA-PLUS, AA-EXT: number of days and the last one")]
    [InlineData("2024-02-26", "land", "nine", 9, "2024-03-07")]
    [InlineData("2024-01-10", "land", "extended-12", 12, "2024-01-25")]
    [InlineData("2024-01-10", "land", "extended-14", 14, "2024-01-29")]
    [InlineData("2024-01-10", "land", "extended-20", 20, "2024-02-06")]
    [InlineData("2024-01-10", "schiphol", "extended-20", 20, "2024-01-29")]
    [InlineData("2021-06-24", "land", "extended-12", 14, "2021-07-13")]
    [InlineData("2021-06-24", "schiphol", "extended-14", 16, "2021-07-09")]
    [InlineData("2021-06-24", "schiphol", "extended-20", 22, "2021-07-15")]
    public void The_last_day_of_the_longer_variants(string first, string centre, string variant, int count, string last)
    {
        var days = Texts("days", first, centre, variant);
        Assert.Equal((count, last), (days.Length, days[^1]));
    }

    [Theory]
    [InlineData("2024-01-10", "six", "interview corrections intention view decision decision")]
    [InlineData("2021-06-24", "six", "interview interview interview corrections intention view decision decision")]
    [InlineData("2024-01-10", "nine", "interview interview corrections corrections intention view decision decision decision")]
    [InlineData(
        "2024-01-10",
        "extended-12",
        "interview corrections inquiry inquiry inquiry inquiry inquiry inquiry intention view decision decision")]
    public void Each_day_has_its_purpose(string first, string variant, string expected) =>
        Assert.Equal(expected, string.Join(' ', Texts("steps", first, "land", variant)));

    [Fact]
    public void Days_follow_one_another_and_Schiphol_never_ends_later_than_land() =>
        Gen.Int[Day.Of(2021, 6, 25).Number, Day.Of(2035, 1, 1).Number].Select(Gen.Enum<ProcedureVariant>()).Sample((number, variant) =>
        {
            var trace = default(NoTrace);
            var law = Regimes.January2024;
            var land = GeneralProcedure.Days(law, new Day(number), Centre.Land, variant, ref trace);
            var schiphol = GeneralProcedure.Days(law, new Day(number), Centre.Schiphol, variant, ref trace);
            Assert.Equal(land.Length, GeneralProcedure.Steps(law, new Day(number), variant, ref trace).Length);
            Assert.All(land, day => Assert.True(law.Calendar.IsWorkingDay(day)));
            Assert.All(Enumerable.Range(1, land.Length - 1), index => Assert.True(land[index - 1] < land[index]));
            Assert.Equal(land.Length - 1, schiphol[^1] - schiphol[0]);
            Assert.True(schiphol[^1] <= land[^1]);
        });

    [Fact]
    public void Nobody_was_announced_nine_days_before_they_existed() =>
        Assert.Contains(
            "general-procedure.announced: no version in force on 2021-06-24",
            Refused("general-procedure", """{"firstDay": "2021-06-24", "centre": "land", "variant": "nine"}"""),
            StringComparison.Ordinal);

    [Fact]
    public void The_grounds_tell_every_day()
    {
        var grounds = Ask("general-procedure", """{"firstDay": "2024-03-27", "centre": "land", "variant": "six"}""").Grounds;
        Assert.Equal(6, grounds.Steps.Length);
        Assert.Equal("Day 4, 3 April 2024: view.", grounds.Steps[3].Words.English);
        Assert.Contains(grounds.Norms, norm => norm.Norm == "general-procedure.ordinary");
    }

    [Fact]
    public void A_measure_of_no_days_still_takes_one()
    {
        var trace = default(NoTrace);
        var day = Assert.Single(GeneralProcedure.Days(
            With("general-procedure.ordinary", "0"), At("2024-01-10"), Centre.Land, ProcedureVariant.Six, ref trace));
        Assert.Equal(At("2024-01-10"), day);
    }

    private static string[] Texts(string name, string first, string centre, string variant) =>
    [
        .. Ask("general-procedure", $$"""{"firstDay": "{{first}}", "centre": "{{centre}}", "variant": "{{variant}}"}""")
            .Result.GetProperty(name).EnumerateArray().Select(item => item.GetString()!),
    ];
}
