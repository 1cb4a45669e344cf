using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>The clock observes that a moratorium was not assessed again in time, and no more.</summary>
public sealed class ReviewLapseTests
{
    private static readonly MoratoriumImposed Imposed =
        new(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-07-10"), "Vreemdelingen uit Sudan", null, "Stcrt. 1");

    private static readonly ObserveReviewLapse Observe = new(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-01-10"));

    private static readonly MoratoriumReviewLapsed Lapsed = new(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-01-10"));

    private static readonly MoratoriumReassessed Reassessed = new(MoratoriumKind.Decision, Date("2023-07-10"), "De onzekerheid duurt voort");

    private static OnCountry Sudan() => new OnCountry().Happened("2023-07-08", Imposed);

    [Fact]
    public void The_day_after_the_last_day_it_is_observed_that_nobody_assessed_it()
    {
        Sudan().When(Observe, "2024-01-11").Then(Lapsed);
        Assert.Equal([Date("2024-01-10")], ObservableOn(Sudan(), "2024-01-11"));
    }

    [Fact]
    public void On_the_last_day_it_can_still_be_assessed_in_time()
    {
        Sudan().When(Observe, "2024-01-10").ThenRefused("lapse.still-runs", "2024-01-10");
        Assert.Empty(ObservableOn(Sudan(), "2024-01-10"));
    }

    [Fact]
    public void It_is_observed_once()
    {
        var country = Sudan().Happened("2024-01-11", Lapsed);
        country.When(Observe, "2024-01-12").ThenRefused("country-moratorium.no-review-lapse");
        Assert.Empty(ObservableOn(country, "2025-01-01"));
    }

    [Fact]
    public void Whoever_looks_only_after_its_end_still_sees_that_it_ended_unassessed()
    {
        Sudan().When(Observe, "2024-09-01").Then(Lapsed);
        var country = Sudan().Happened("2024-09-01", Lapsed);
        Assert.Empty(country.AheadOn("2024-09-01")); // Nothing is left to be assessed; that it was not stays.
        Assert.Equal(Date("2024-01-10"), country.Policy.Moratoria[0].Unassessed);
    }

    [Fact]
    public void The_step_stays_open_and_is_late_through_the_last_day_of_the_moratorium()
    {
        var step = Assert.Single(Sudan().Happened("2024-01-11", Lapsed).AheadOn("2024-07-10"));
        Assert.Equal(("reassess-moratorium", true), (step.Type.Code, step.IsOverdueOn(Date("2024-07-10"))));
        Assert.Empty(Sudan().AheadOn("2024-07-11"));
    }

    [Fact]
    public void One_that_was_assessed_in_time_does_not_lapse_and_its_next_term_can()
    {
        var imposed = Imposed with { Until = Date("2025-04-10") };
        var country = new OnCountry().Happened("2023-07-08", imposed).Happened("2024-01-10", Reassessed);
        country.When(Observe, "2024-07-11").ThenRefused("country-moratorium.no-review-lapse");
        country.When(Observe with { LastDay = Date("2024-07-10") }, "2024-07-11").Then(Lapsed with { LastDay = Date("2024-07-10") });
    }

    [Fact]
    public void Assessed_after_its_day_it_is_not_unassessed_and_lapses_again_half_a_year_later()
    {
        var country = new OnCountry().Happened("2023-07-08", Imposed with { Until = Date("2025-04-10") }).Happened("2024-01-11", Lapsed).Happened("2024-02-01", Reassessed);
        Assert.Null(country.Policy.Moratoria[0].Unassessed);
        Assert.Equal(Date("2024-01-10"), country.Policy.Moratoria[0].ReviewLapsed);
        Assert.Empty(ObservableOn(country, "2024-08-01"));
        Assert.Equal([Date("2024-08-01")], ObservableOn(country, "2024-08-02"));
    }

    [Fact]
    public void One_that_was_lifted_by_then_has_nothing_to_lapse_and_one_lifted_later_has()
    {
        var lifted = new CountryMoratoriumLifted(MoratoriumKind.Decision, Date("2023-07-10"), "Stcrt. 3");
        Sudan().Happened("2024-01-10", lifted).When(Observe, "2024-01-11").ThenRefused("country-moratorium.no-review-lapse");
        Sudan().Happened("2024-01-11", lifted).When(Observe, "2024-02-01").Then(Lapsed);
    }

    [Fact]
    public void One_that_ends_within_the_term_or_defers_departure_needs_no_assessment_and_cannot_lapse()
    {
        var brief = new OnCountry().Happened("2023-07-08", Imposed with { Until = Date("2024-01-10") });
        brief.When(Observe, "2024-03-01").ThenRefused("country-moratorium.no-review-lapse");
        var departure = new OnCountry().Happened("2023-07-08", Imposed with { Kind = MoratoriumKind.Departure });
        departure.When(Observe with { Kind = MoratoriumKind.Departure }, "2024-03-01").ThenRefused("country-moratorium.no-review-lapse");
        departure.When(Observe, "2024-03-01").ThenRefused("country-moratorium.not-imposed");
    }

    [Fact]
    public void A_new_moratorium_lapses_in_its_turn()
    {
        var country = Sudan().Happened("2024-01-11", Lapsed).Happened("2024-08-01", Imposed with { Of = Date("2024-08-01"), Until = Date("2025-08-01") });
        Assert.Equal([Date("2025-02-01")], ObservableOn(country, "2025-02-02"));
    }

    [Fact] // Red line 3.
    public void Nothing_follows_from_the_mark()
    {
        var before = Sudan().Policy.Moratoria[0];
        var after = Sudan().Happened("2024-01-11", Lapsed).Policy.Moratoria[0];
        Assert.Equal(before, after with { ReviewLapsed = null });
        Assert.False(typeof(ObserveReviewLapse).IsAssignableTo(typeof(IOfficialAct)));
        Assert.True(after.HoldsOn(Date("2024-07-10")));
    }

    private static IEnumerable<Norms.Day> ObservableOn(OnCountry country, string on) => country.Observable(on).Select(each => each.LastDay);
}
