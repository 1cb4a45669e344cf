using CsCheck;
using Schakel.Norms.Participation;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Participation;

public sealed class ContributionTests
{
    [Theory(DisplayName = "Reba 3-7: means, up to the worth of what is received")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 1000}""", "389.87")] // (44.66 + 45.38) × 4.33.
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 300}""", "225.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 300, "weeksWorked": 24}""", "225.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 300, "weeksWorked": 25}""", "300.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 300, "weeksWorked": 25, "statusHolder": true}""", "225.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 0, "other": 50}""", "50.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 0, "assets": 7675}""", "100.00")]
    [InlineData("""{"on": "2023-12-31", "adults": 1, "children": 0, "labour": 0, "assets": 5995}""", "100.00")]
    [InlineData("""{"on": "2024-01-10", "adults": 2, "children": 0, "labour": 0, "assets": 15150}""", "0")]
    [InlineData("""{"on": "2024-01-10", "adults": 2, "children": 2, "labour": 0, "other": 5000}""", "902.58")] // Housing 392.95.
    [InlineData("""{"on": "2024-01-10", "adults": 3, "children": 2, "labour": 0, "other": 5000}""", "1046.17")] // Housing at its maximum.
    public void A_household_pays_its_means_and_never_more_than_it_receives(string facts, string euro) =>
        Assert.Equal(
            decimal.Parse(euro, System.Globalization.CultureInfo.InvariantCulture),
            Ask("own-contribution", facts).Result.GetProperty("euro").GetDecimal());

    [Fact]
    public void No_one_pays_more_than_the_means_or_the_worth_and_more_income_never_lowers_it() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 6], Gen.Int[0, 300_000], Gen.Int[0, 100_000]).Sample((adults, children, labour, more) =>
        {
            var (law, day, trace, household) = (Regimes.January2024, At("2024-01-10"), default(NoTrace), new Household(adults, children));
            decimal Paid(int cents) => OwnContribution.Monthly(law, day, household, new(cents / 100m, 0, 0), statusHolder: false, 0, ref trace);
            var paid = Paid(labour);
            Assert.InRange(paid, 0m, Math.Min(labour / 100m, OwnContribution.Worth(law, day, household, ref trace)));
            Assert.True(Paid(labour + more) >= paid);
        });

    [Theory(DisplayName = "Rva 14: the weekly allowance by size of household")]
    [InlineData(1, 0, "57.61")]
    [InlineData(1, 1, "105.42")]
    [InlineData(2, 1, "141.92")]
    [InlineData(2, 2, "169.50")]
    [InlineData(0, 0, "0")]
    public void The_allowance_depends_on_the_size_of_the_household(int adults, int children, string euro) =>
        Assert.Equal(
            decimal.Parse(euro, System.Globalization.CultureInfo.InvariantCulture),
            Ask("allowance", $$"""{"on": "2024-01-10", "adults": {{adults}}, "children": {{children}}}""").Result.GetProperty("euro").GetDecimal());

    [Theory]
    [InlineData(null, "2024-07-10")]
    [InlineData("2024-05-01", "2024-05-01")]
    [InlineData("2024-12-01", "2024-07-10")]
    public void A_citizen_number_comes_with_the_permit_or_after_six_months(string? granted, string first)
    {
        var trace = default(NoTrace);
        Assert.Equal(At(first), CitizenNumber.FirstDay(Regimes.January2024, At("2024-01-10"), granted is null ? null : At(granted), ref trace));
    }
}
