using CsCheck;
using Schakel.Norms.Housing;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Housing;

public sealed class MunicipalTaskTests
{
    [Theory(DisplayName = "Hvw 29(1): the share, rounded up")]
    [InlineData(18_750, 72_000, 17_811_291, 76)] // TV-10.
    [InlineData(18_750, 0, 17_811_291, 0)]
    [InlineData(0, 72_000, 17_811_291, 0)]
    [InlineData(18_750, 1, 17_811_291, 1)]
    [InlineData(27_300, 17_811_291, 17_811_291, 27_300)]
    [InlineData(20_000_000, 20_000_000, 20_000_000, 20_000_000)] // No overflow on the way.
    public void A_municipality_houses_its_share(int national, int municipality, int country, int persons) =>
        Assert.Equal(
            persons,
            Ask("municipal-task", $$"""{"national": {{national}}, "municipalPopulation": {{municipality}}, "nationalPopulation": {{country}}}""")
                .Result.GetProperty("persons").GetInt32());

    [Fact]
    public void All_tasks_together_reach_the_national_number_and_pass_it_by_less_than_one_each() =>
        Gen.Int[1, 400_000].Array[1, 40].Select(Gen.Int[0, 60_000]).Sample((populations, national) =>
        {
            var trace = default(NoTrace);
            var country = populations.Sum();
            var total = populations.Sum(population => MunicipalTask.Persons(Regimes.January2024, national, population, country, ref trace));
            Assert.InRange(total, national, national + populations.Length - 1);
        });

    [Theory]
    [InlineData("""{"national": -1, "municipalPopulation": 1, "nationalPopulation": 2}""", "national")]
    [InlineData("""{"national": 1, "municipalPopulation": 3, "nationalPopulation": 2}""", "municipalPopulation")]
    [InlineData("""{"national": 1, "municipalPopulation": 0, "nationalPopulation": 0}""", "nationalPopulation")]
    [InlineData("""{"national": 1000000000, "municipalPopulation": 1, "nationalPopulation": 2}""", "national")]
    public void Impossible_numbers_are_named(string facts, string fact) =>
        Assert.StartsWith($"municipal-task: fact `{fact}` is ", Refused("municipal-task", facts), StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-01-01", "2023-01-01")]
    [InlineData("2024-07-01", "2023-01-01")]
    [InlineData("2024-12-31", "2023-01-01")]
    public void Inhabitants_are_counted_on_the_first_day_of_the_year_before(string halfYear, string counted)
    {
        var trace = default(NoTrace);
        Assert.Equal(At(counted), MunicipalTask.CountedOn(At(halfYear), ref trace));
    }

    [Fact]
    public void The_number_is_public_thirteen_weeks_before_the_half_year()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2023-10-02"), MunicipalTask.PublishedBy(Regimes.January2024, At("2024-01-01"), ref trace));
    }

    [Fact]
    public void National_numbers_hold_for_their_own_half_year_only()
    {
        var law = Regimes.Dossier2026;
        Assert.Throws<NotYetInForceException>(() => law.On(At("2023-06-30"), MunicipalTask.National));
        Assert.Equal(27_300, law.On(At("2023-12-31"), MunicipalTask.National).Count);
        Assert.Equal(18_750, law.On(At("2024-01-01"), MunicipalTask.National).Count);
        Assert.Throws<NoLongerInForceException>(() => law.On(At("2024-07-01"), MunicipalTask.National));
    }
}
