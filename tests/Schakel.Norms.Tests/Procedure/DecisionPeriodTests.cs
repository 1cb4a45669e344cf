using CsCheck;
using Schakel.Norms.Procedure;
using Schakel.Testing;

namespace Schakel.Norms.Tests.Procedure;

public sealed class DecisionPeriodTests
{
    private static readonly Gen<Day> Lodged =
        Gen.Int[Day.Of(2015, 7, 20).Number, Day.Of(2029, 12, 31).Number].Select(number => new Day(number));

    [Theory(DisplayName = "Vw 42(1): six months, no roll (ATW 4)")]
    [InlineData("2024-04-10", "2024-10-10")] // TV-1, RBDHA:2025:2500.
    [InlineData("2023-08-31", "2024-02-29")] // TV-2.
    [InlineData("2022-08-31", "2023-02-28")]
    [InlineData("2023-12-25", "2024-06-25")]
    [InlineData("2023-09-17", "2024-03-17")] // A Sunday stays.
    public void Six_months_after_lodging(string lodged, string last) =>
        Assert.Equal(At(last), LastDay("dossier-2026", lodged, CategoryExtension.None));

    [Theory(DisplayName = "WBV 2022/22, 2023/3, 2023/26, each boundary")]
    [InlineData("2022-04-10", CategoryExtension.AsAnnounced, "2023-07-10")] // TV-3.
    [InlineData("2022-04-10", CategoryExtension.AsApplied, "2023-07-10")]
    [InlineData("2022-04-10", CategoryExtension.AsHeld, "2022-10-10")] // TV-3, the extension disregarded.
    [InlineData("2022-03-20", CategoryExtension.AsAnnounced, "2022-09-20")] // TV-4.
    [InlineData("2022-03-26", CategoryExtension.AsAnnounced, "2022-09-26")]
    [InlineData("2022-03-27", CategoryExtension.AsAnnounced, "2023-06-27")]
    [InlineData("2022-12-31", CategoryExtension.AsAnnounced, "2024-03-31")]
    [InlineData("2023-01-01", CategoryExtension.AsHeld, "2024-04-01")]
    [InlineData("2023-12-31", CategoryExtension.AsApplied, "2025-03-31")]
    [InlineData("2024-01-01", CategoryExtension.AsAnnounced, "2025-04-01")]
    [InlineData("2024-01-01", CategoryExtension.AsApplied, "2024-07-01")]
    [InlineData("2024-01-01", CategoryExtension.AsHeld, "2024-07-01")]
    [InlineData("2024-12-31", CategoryExtension.AsAnnounced, "2026-03-31")]
    [InlineData("2025-01-01", CategoryExtension.AsAnnounced, "2025-07-01")]
    public void General_extensions_hold_for_their_own_applications(string lodged, CategoryExtension extension, string last) =>
        Assert.Equal(At(last), LastDay("dossier-2026", lodged, extension));

    [Theory]
    [InlineData("january-2022", CategoryExtension.AsAnnounced, "2022-12-01")]
    [InlineData("january-2024", CategoryExtension.AsAnnounced, "2023-09-01")]
    [InlineData("january-2024", CategoryExtension.AsHeld, "2022-12-01")]
    public void What_was_known_decides_for_an_application_of_June_2022(string regime, CategoryExtension extension, string last) =>
        Assert.Equal(At(last), LastDay(regime, "2022-06-01", extension));

    [Fact]
    public void In_January_2024_nobody_knew_that_the_extension_of_2024_would_fall() =>
        Assert.Equal(At("2025-07-10"), LastDay("january-2024", "2024-04-10", CategoryExtension.AsApplied));

    [Theory(DisplayName = "Vw 42(4)-(5), APD 31(5)")]
    [InlineData(9, 0, "2025-04-10")]
    [InlineData(9, 3, "2025-07-10")]
    [InlineData(4, 0, "2024-11-10")]
    public void Individual_extensions_add_months(int first, int second, string last) =>
        Assert.Equal(At(last), LastDay(new(At("2024-01-10"), CategoryExtension.None) { IndividualExtensionMonths = first, SecondExtensionMonths = second }));

    [Fact]
    public void General_and_individual_extension_rest_on_one_power_of_nine_months() =>
        Assert.Equal(At("2024-08-10"), LastDay(new(At("2023-05-10"), CategoryExtension.AsApplied) { IndividualExtensionMonths = 6 }));

    [Fact]
    public void More_months_than_the_law_allows_are_refused_with_the_fact_and_the_rule()
    {
        var refused = Assert.Throws<FactException>(() => LastDay(new(At("2024-01-10"), CategoryExtension.None) { IndividualExtensionMonths = 10 }));
        Assert.Equal("decision-period: fact `individualExtensionMonths` is 10; decision-period.first-extension allows 9 months at most (42(4)).", refused.Message);
        Assert.Throws<FactException>(() => LastDay(new(At("2024-01-10"), CategoryExtension.None) { SecondExtensionMonths = 1 }));
        Assert.Throws<NoLongerInForceException>(() =>
            LastDay(new(At("2026-06-12"), CategoryExtension.None) { IndividualExtensionMonths = 6, SecondExtensionMonths = 1 }));
    }

    [Fact(DisplayName = "Awb 4:15")]
    public void A_period_that_stood_still_ends_later_and_overlapping_days_count_once()
    {
        var facts = new DecisionPeriodFacts(At("2024-01-10"), CategoryExtension.None)
        {
            Suspensions =
            [
                new(At("2024-03-11"), At("2024-03-20"), SuspensionGround.Consent),
                new(At("2024-03-01"), At("2024-03-15"), SuspensionGround.Completion),
            ],
        };
        Assert.Equal(At("2024-07-10").PlusDays(20), LastDay(facts));
    }

    [Fact]
    public void A_suspension_after_the_last_day_revives_nothing()
    {
        DecisionPeriodFacts From(string day) => new(At("2024-01-10"), CategoryExtension.None)
        {
            Suspensions = [new(At(day), At("2024-08-31"), SuspensionGround.ForceMajeure)],
        };
        Assert.Equal(At("2024-07-10"), LastDay(From("2024-07-11")));
        Assert.Equal(At("2024-07-10").PlusDays(53), LastDay(From("2024-07-10")));
    }

    [Fact(DisplayName = "Vw 42(6): TV-11, responsible the day after the transfer period lapsed")]
    public void After_a_Dublin_inquiry_the_period_starts_when_responsibility_is_established()
    {
        Assert.Equal(At("2025-01-16"), LastDay(new(At("2023-11-01"), CategoryExtension.None) { DublinResponsibleSince = At("2024-07-16") }));
        Assert.Equal(At("2026-07-01"), LastDay(new(At("2024-01-01"), CategoryExtension.None) { DublinResponsibleSince = At("2026-01-01") }));
        Assert.Throws<FactException>(() => LastDay(new(At("2024-01-02"), CategoryExtension.None) { DublinResponsibleSince = At("2024-01-01") }));
    }

    [Theory(DisplayName = "Vw 43, APD 31(5): 21 months from lodging")]
    [InlineData("2024-06-30", "2024-07-10")]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-10-10", "2025-10-10")]
    [InlineData("2025-10-11", "2025-10-10")]
    public void A_moratorium_runs_to_its_end_and_to_21_months_at_most(string until, string last) =>
        Assert.Equal(At(last), LastDay(new(At("2024-01-10"), CategoryExtension.None) { MoratoriumUntil = At(until) }));

    [Fact(DisplayName = "Vw 43a")]
    public void After_temporary_protection_six_months_remain() =>
        Assert.Equal(At("2026-09-04"), LastDay(new(At("2022-04-01"), CategoryExtension.None) { TemporaryProtectionUntil = At("2026-03-04") }));

    [Fact]
    public void What_stands_still_does_not_pass_21_months() =>
        Assert.Equal(At("2025-10-10"), LastDay(new(At("2024-01-10"), CategoryExtension.None)
        {
            IndividualExtensionMonths = 9,
            SecondExtensionMonths = 3,
            Suspensions = [new(At("2024-05-01"), At("2025-01-31"), SuspensionGround.AttributedDelay)],
        }));

    [Fact(DisplayName = "APR: six months, moved to a working day, from 12 June 2026")]
    public void Under_the_pact_a_period_does_not_end_on_a_Sunday()
    {
        Assert.Equal(At("2026-12-11"), LastDay("dossier-2026", "2026-06-11", CategoryExtension.None));
        Assert.Equal(At("2026-12-14"), LastDay("dossier-2026", "2026-06-12", CategoryExtension.None));
        Assert.Equal(At("2026-12-12"), LastDay("january-2024", "2026-06-12", CategoryExtension.None));
    }

    [Fact]
    public void An_application_from_before_the_act_has_no_period() =>
        Assert.Throws<NotYetInForceException>(() => LastDay("january-2024", "2001-03-31", CategoryExtension.None));

    [Fact]
    public void Without_general_extensions_a_later_application_never_gets_an_earlier_term() =>
        Gen.Select(Lodged, Gen.Int[1, 400]).Sample((lodged, later) =>
            LastDay("dossier-2026", lodged, CategoryExtension.None) <= LastDay("dossier-2026", lodged.PlusDays(later), CategoryExtension.None));

    [Fact]
    public void Both_traces_give_the_same_day_and_the_receipt_is_deterministic() =>
        Gen.Select(Lodged, Gen.Enum<CategoryExtension>(), Gen.Int[0, 6], Gen.Int[0, 200]).Sample((lodged, extension, months, still) =>
        {
            var facts = new DecisionPeriodFacts(lodged, extension)
            {
                IndividualExtensionMonths = months,
                Suspensions = [new(lodged.PlusDays(40), lodged.PlusDays(40 + still), SuspensionGround.Completion)],
            };
            var (silent, first, second) = (default(NoTrace), new GroundsTrace(Regimes.Dossier2026), new GroundsTrace(Regimes.Dossier2026));
            var day = DecisionPeriod.LastDay(Regimes.Dossier2026, facts, ref silent);
            Assert.Equal(day, DecisionPeriod.LastDay(Regimes.Dossier2026, facts, ref first));
            Assert.Equal(day, DecisionPeriod.LastDay(Regimes.Dossier2026, facts, ref second));
            Assert.True(day > lodged);
            Assert.Equal(first.ToGrounds().ComputeHash(), second.ToGrounds().ComputeHash());
        });

    [Fact]
    public void Without_a_receipt_nothing_is_allocated()
    {
        var law = Regimes.Dossier2026;
        var trace = default(NoTrace);
        var sum = 0;
        void Ask(int times)
        {
            for (var number = 0; number < times; number++)
            {
                sum ^= DecisionPeriod.LastDay(law, Day.Of(2022, 1, 1).PlusDays(number % 2000), CategoryExtension.AsApplied, ref trace).Number;
            }
        }

        Allocation.AssertNone(() =>
        {
            Ask(2000);
            return () => Ask(2000);
        });
        Assert.NotEqual(-1, sum);
    }

    private static Day At(string text) => Day.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    private static Day LastDay(string regime, string lodged, CategoryExtension extension) => LastDay(regime, At(lodged), extension);

    private static Day LastDay(string regime, Day lodged, CategoryExtension extension)
    {
        var trace = default(NoTrace);
        return DecisionPeriod.LastDay(Regimes.Find(regime), lodged, extension, ref trace);
    }

    private static Day LastDay(in DecisionPeriodFacts facts)
    {
        var trace = default(NoTrace);
        return DecisionPeriod.LastDay(Regimes.Dossier2026, facts, ref trace);
    }
}
