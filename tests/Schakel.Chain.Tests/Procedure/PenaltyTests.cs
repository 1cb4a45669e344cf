using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>A penalty is the days late at their rate, and never more than its maximum (norms PEN-3 and PEN-9).</summary>
public sealed class PenaltyTests
{
    private static PayPenalty Pay(int euro) => new(Officials.Deciding, euro);

    /// <summary>The court's term ends on 27 December 2022; each day after it costs €100.</summary>
    private static Given Ordered() => AnAdult().Lodged("2022-01-10").InTrack(Track.General, "2022-01-13")
        .Happened("2022-10-13", new DefaultNoticeReceived()).Happened("2022-11-01", new DecisionOrdered(56, 100));

    /// <summary>The two weeks after the notice end on 15 October 2024.</summary>
    private static Given Noticed() => ApplicationTests.Granted()
        .Happened("2024-04-20", new ReunificationRequested(3)).Happened("2024-10-01", new ReunificationNoticeReceived());

    [Fact]
    public void The_first_day_late_costs_one_day() => Ordered().When(Pay(100), "2022-12-28").Then(new PenaltyPaid(100));

    [Fact]
    public void And_not_a_euro_more() => Ordered().When(Pay(101), "2022-12-28").ThenRefused("penalty.above-order");

    [Fact]
    public void Seventy_four_days_have_not_reached_the_maximum() =>
        Ordered().When(Pay(7500), "2023-03-11").ThenRefused("penalty.above-order");

    [Fact]
    public void Seventy_five_days_reach_it() => Ordered().When(Pay(7500), "2023-03-12").Then(new PenaltyPaid(7500));

    [Fact]
    public void The_seventy_sixth_costs_no_more() => Ordered().When(Pay(7501), "2023-03-13").ThenRefused("penalty.above-order");

    [Fact]
    public void Payments_together_stay_within_it() =>
        Ordered().Happened("2023-03-12", new PenaltyPaid(7000)).When(Pay(501), "2023-06-01").ThenRefused("penalty.above-order");

    [Fact]
    public void And_may_reach_it() =>
        Ordered().Happened("2023-03-12", new PenaltyPaid(7000)).When(Pay(500), "2023-06-01").Then(new PenaltyPaid(500));

    [Fact]
    public void With_the_decision_the_days_end() =>
        Ordered().Interviewed("2023-01-03").Decided(DecisionOutcome.GrantRefugee, "2023-01-06").When(Pay(1001), "2023-03-01")
            .ThenRefused("penalty.above-order");

    [Fact]
    public void What_was_due_by_then_is_paid() =>
        Ordered().Interviewed("2023-01-03").Decided(DecisionOutcome.GrantRefugee, "2023-01-06").When(Pay(1000), "2023-03-01")
            .Then(new PenaltyPaid(1000));

    [Fact]
    public void Within_two_weeks_after_the_notice_nothing_is_due_on_relatives() =>
        Noticed().When(Pay(23), "2024-10-15").ThenRefused("penalty.no-order");

    [Theory] // Three relatives, three applications, three penalties.
    [InlineData("2024-10-16", 3 * 23)]
    [InlineData("2024-11-26", 3 * 1442)]
    [InlineData("2024-11-27", 3 * 1442)]
    public void On_relatives_the_act_sets_the_amount(string on, int euro) =>
        Noticed().When(Pay(euro), on).Then(new PenaltyPaid(euro, OnReunification: true));

    [Theory] // The 42nd day is 26 November 2024.
    [InlineData("2024-10-16", (3 * 23) + 1)]
    [InlineData("2024-11-25", 3 * 1442)]
    [InlineData("2024-11-27", (3 * 1442) + 1)]
    public void And_no_more_than_that(string on, int euro) => Noticed().When(Pay(euro), on).ThenRefused("penalty.above-administrative");

    [Fact]
    public void There_too_payments_add_up() =>
        Noticed().Happened("2024-11-26", new PenaltyPaid(4300, OnReunification: true)).When(Pay(27), "2024-12-01")
            .ThenRefused("penalty.above-administrative");

    [Fact]
    public void A_new_request_counts_by_itself() =>
        Noticed().Happened("2024-11-26", new PenaltyPaid(1442, OnReunification: true))
            .Happened("2024-12-01", new ReunificationDecided(false, 3, Officials.Deciding)).Happened("2024-12-10", new ReunificationRequested(3, true))
            .Happened("2025-10-01", new ReunificationNoticeReceived())
            .When(Pay(23), "2025-10-16").Then(new PenaltyPaid(23, OnReunification: true));
}
