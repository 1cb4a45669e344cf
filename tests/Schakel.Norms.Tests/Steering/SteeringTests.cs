using Schakel.Norms.Steering;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Steering;

public sealed class SteeringTests
{
    private static readonly Day Today = At("2024-01-10");

    [Theory(DisplayName = "FIN-7, FIN-10: the first twelve months, until a final refusal")]
    [InlineData("2024-01-10", true, null, "2025-01-09")]
    [InlineData("2024-02-29", true, null, "2025-02-27")]
    [InlineData("2024-01-10", false, null, null)]
    [InlineData("2024-01-10", true, "2024-06-01", "2024-06-01")]
    [InlineData("2024-01-10", true, "2025-06-01", "2025-01-09")]
    [InlineData("2017-10-31", true, "2018-01-01", "2018-01-01")]
    [InlineData("2017-10-30", true, "2018-01-01", "2018-10-29")]
    public void The_first_year_of_reception_is_charged_to_aid(string arrived, bool listed, string? refused, string? last)
    {
        var trace = default(NoTrace);
        Assert.Equal(
            last is null ? null : At(last),
            DevelopmentAid.LastDay(Regimes.January2024, At(arrived), listed, refused is null ? null : At(refused), ref trace));
    }

    [Fact]
    public void Only_days_of_the_stretch_are_charged()
    {
        var (law, trace) = (Regimes.January2024, default(NoTrace));
        Assert.Equal(357, DevelopmentAid.DaysCharged(law, Today, true, null, At("2024-01-01"), At("2024-12-31"), ref trace));
        Assert.Equal(9, DevelopmentAid.DaysCharged(law, Today, true, null, At("2025-01-01"), At("2025-12-31"), ref trace));
        Assert.Equal(0, DevelopmentAid.DaysCharged(law, Today, true, null, At("2026-01-01"), At("2026-12-31"), ref trace));
        Assert.Equal(0, DevelopmentAid.DaysCharged(law, Today, false, null, At("2024-01-01"), At("2024-12-31"), ref trace));
    }

    [Fact]
    public void A_ceiling_moves_cost_to_the_general_budget()
    {
        var trace = default(NoTrace);
        Assert.Equal((10m, 0m), DevelopmentAid.Split(Regimes.January2024, Today, 10m, 100m, ref trace));
        Assert.Equal((8m, 2m), DevelopmentAid.Split(With("development-aid.ceiling", "0.08"), Today, 10m, 100m, ref trace));
    }

    [Fact]
    public void The_answer_on_aid_is_a_day_or_nothing()
    {
        Assert.Equal("2025-01-09", Ask("development-aid", """{"arrived": "2024-01-10", "dacCountry": true}""").Result.GetProperty("lastDay").GetString());
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            Ask("development-aid", """{"arrived": "2024-01-10", "dacCountry": false}""").Result.GetProperty("lastDay").ValueKind);
    }

    [Theory(DisplayName = "FIN-3: 41,000 places are kept")]
    [InlineData("january-2024", "2024-01-10", 30_000, 41_000)]
    [InlineData("january-2024", "2024-01-10", 63_230, 63_230)]
    [InlineData("january-2024", "2023-04-27", 30_000, 30_000)]
    [InlineData("january-2024", "2023-04-28", 30_000, 41_000)]
    [InlineData("january-2022", "2024-01-10", 30_000, 30_000)]
    public void Fixed_places_are_paid_for_when_empty(string regime, string day, int occupied, int paid)
    {
        var trace = default(NoTrace);
        Assert.Equal(paid, ReceptionFunding.PlacesPaid(Regimes.Find(regime), At(day), occupied, ref trace));
    }

    [Fact]
    public void What_is_settled_is_who_slept_there()
    {
        var (law, trace) = (Regimes.January2024, default(NoTrace));
        Assert.Equal(304_000_000m, ReceptionFunding.Settlement(law, Today, 50_000, 60_000, 30_400m, ref trace));
        Assert.Equal(-304_000_000m, ReceptionFunding.Settlement(law, Today, 60_000, 50_000, 30_400m, ref trace));
        Assert.Equal(0m, ReceptionFunding.Settlement(law, Today, 30_000, 35_000, 30_400m, ref trace));
    }

    [Theory(DisplayName = "Decision 2022/382 and its extensions, as known")]
    [InlineData("january-2024", "2022-03-03", false, false)]
    [InlineData("january-2024", "2022-03-04", false, true)]
    [InlineData("january-2024", "2025-03-04", false, true)]
    [InlineData("january-2024", "2025-03-05", false, false)]
    [InlineData("dossier-2026", "2027-03-04", false, true)]
    [InlineData("dossier-2026", "2027-03-05", false, false)]
    [InlineData("dossier-2026", "2024-03-04", true, true)]
    [InlineData("dossier-2026", "2024-03-05", true, false)]
    [InlineData("january-2024", "2024-03-05", true, true)] // The ruling came a week later.
    [InlineData("january-2022", "2024-01-10", false, false)]
    public void Temporary_protection_lasts_as_far_as_was_known(string regime, string day, bool third, bool given)
    {
        var trace = default(NoTrace);
        Assert.Equal(given, TemporaryProtection.IsGiven(Regimes.Find(regime), At(day), third, ref trace));
    }

    [Fact]
    public void The_last_day_of_temporary_protection_depends_on_the_regime()
    {
        Assert.Null(TemporaryProtection.LastDay(Regimes.January2022));
        Assert.Equal(At("2025-03-04"), DayOf("temporary-protection", "lastDay", """{"on": "2024-01-10"}"""));
        Assert.Equal(At("2027-03-04"), DayOf("temporary-protection", "lastDay", """{"on": "2024-01-10"}""", "dossier-2026"));
    }

    [Theory(DisplayName = "RES-1")]
    [InlineData("january-2024", 2023, 500)]
    [InlineData("january-2024", 2024, 1_000)]
    [InlineData("january-2024", 2025, 1_000)]
    [InlineData("january-2024", 2026, 500)]
    [InlineData("dossier-2026", 2024, 1_000)]
    [InlineData("dossier-2026", 2025, 700)]
    [InlineData("dossier-2026", 2026, 200)]
    public void Resettlement_follows_quota_and_agreement(string regime, int year, int persons)
    {
        var trace = default(NoTrace);
        Assert.Equal(persons, Resettlement.InYear(Regimes.Find(regime), year, ref trace));
    }

    [Fact]
    public void The_key_weighs_population_and_product_alike()
    {
        var result = Ask(
            "eu-key",
            """{"on": "2026-07-01", "persons": 7, "states": [{"population": 10, "gdp": 30}, {"population": 30, "gdp": 10}]}""",
            "dossier-2026").Result;
        Assert.Equal([4, 3], result.GetProperty("persons").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public void Density_takes_from_the_crowded_when_it_weighs()
    {
        var trace = default(NoTrace);
        var law = With("eu-key.density", "0.5", "dossier-2026");
        MemberState[] states = [new(10, 10, 500), new(10, 10, 100)];
        var shares = EuropeanKey.Shares(law, At("2026-07-01"), states, ref trace);
        Assert.True(shares[0] < shares[1]);
        Assert.Equal(1m, decimal.Round(shares.Sum(), 20));
        Assert.Throws<FactException>(() => Silent(law, [new(10, 10, 0)]));
    }

    [Fact]
    public void In_January_2024_the_key_was_no_law() =>
        Assert.Contains(
            "under this regime none is known yet",
            Refused("eu-key", """{"on": "2026-07-01", "persons": 7, "states": []}"""),
            StringComparison.Ordinal);

    private static void Silent(Law law, MemberState[] states)
    {
        var trace = default(NoTrace);
        _ = EuropeanKey.Shares(law, At("2026-07-01"), states, ref trace);
    }
}
