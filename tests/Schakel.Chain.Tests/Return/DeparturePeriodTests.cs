using System.Text.Json;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

/// <summary>Nobody is made to leave in the time given to leave oneself, and that time depends on the kind of refusal (norms RET-2, RET-3, DUB-9).</summary>
public sealed class DeparturePeriodTests
{
    private static readonly Depart Force = new(Officials.Returning, DepartureKind.Forced);
    private static readonly Departed Forced = new(DepartureKind.Forced);
    private static readonly TransferToState Transfer = new(Officials.Returning);

    /// <summary>Refused on 1 May 2023, with papers; four weeks end on Whit Monday, and so on 30 May.</summary>
    private static Given Refused(DecisionOutcome outcome) =>
        ReturnFileTests.Refused(outcome: outcome).Happened("2023-05-01", new ReturnFileOpened(), new TravelDocumentRequested(), new TravelDocumentReceived());

    private static Given NotTakenUp(string on) => AnAdult().Lodged("2023-11-01").InTrack(Track.Dublin, "2023-11-05")
        .Happened("2023-12-01", new DublinTransferRequested(true)).Happened("2024-01-15", new DublinReplyReceived(true))
        .Intended("2024-01-16").Viewed("2024-01-20").Decided(DecisionOutcome.NotTakenUp, on);

    [Theory]
    [InlineData(DecisionOutcome.Inadmissible)]
    [InlineData(DecisionOutcome.OutOfConsideration)]
    public void Four_weeks_are_waited_for(DecisionOutcome outcome) =>
        Refused(outcome).When(Force, "2023-05-30").ThenRefused("departure.period-runs", "2023-05-30");

    [Theory]
    [InlineData(DecisionOutcome.Inadmissible)]
    [InlineData(DecisionOutcome.OutOfConsideration)]
    [InlineData(DecisionOutcome.Unfounded)]
    public void And_no_longer(DecisionOutcome outcome) => Refused(outcome).When(Force, "2023-05-31").Then(Forced);

    [Fact]
    public void Four_weeks_after_the_ruling_when_the_appeal_suspended() =>
        Ruled().When(Force, "2023-09-12").ThenRefused("departure.period-runs", "2023-09-12");

    [Fact]
    public void And_then_not_longer() => Ruled().When(Force, "2023-09-13").Then(Forced);

    [Fact]
    public void Manifestly_unfounded_gives_no_time() => Refused(DecisionOutcome.ManifestlyUnfounded).When(Force, "2023-05-01").Then(Forced);

    [Theory] // The number is the law's: with a week given, a week is waited for.
    [InlineData("2023-05-08", true)]
    [InlineData("2023-05-09", false)]
    public void Unless_the_law_gives_it(string on, bool refused)
    {
        var scenario = Refused(DecisionOutcome.ManifestlyUnfounded)
            .Under(Regimes.January2024.With("departure-period.withheld", JsonElement.Parse("7"))).When(Force, on);
        if (refused)
        {
            scenario.ThenRefused("departure.period-runs", "2023-05-08");
        }
        else
        {
            scenario.Then(Forced);
        }
    }

    [Fact]
    public void A_transfer_waits_for_four_weeks() =>
        NotTakenUp("2024-02-01").When(Transfer, "2024-02-29").ThenRefused("dublin.departure-period-runs", "2024-02-29");

    [Fact]
    public void And_may_follow_the_day_after() => NotTakenUp("2024-02-01").When(Transfer, "2024-03-01").Then(new TransferredToState());

    [Fact]
    public void Whoever_goes_willingly_may_go_sooner() =>
        NotTakenUp("2024-02-01").When(Transfer with { OwnAccord = true }, "2024-02-02").Then(new TransferredToState());

    [Fact]
    public void Whoever_is_detained_for_it_does_not_wait() =>
        NotTakenUp("2024-02-01").Happened("2024-02-01", new DetentionImposed(
                DetentionBasis.Transfer, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoMeans, Officials.Detaining))
            .When(Transfer, "2024-02-02").Then(new TransferredToState());

    [Fact] // Transfer by 15 July 2024; the four weeks would end on 12 July.
    public void With_days_left_for_a_transfer_the_weeks_are_waited_for() =>
        NotTakenUp("2024-06-14").When(Transfer, "2024-07-12").ThenRefused("dublin.departure-period-runs", "2024-07-12");

    [Fact] // The four weeks would end on 18 July, too late.
    public void Without_them_the_time_is_shortened_to_nothing() =>
        NotTakenUp("2024-06-20").When(Transfer, "2024-06-21").Then(new TransferredToState());

    private static Given Ruled() => ReturnFileTests.Refused().Happened("2023-05-10", new AppealLodged(true)).Happened("2023-08-15", new AppealRuled(false))
        .Happened("2023-08-16", new ReturnFileOpened(), new TravelDocumentRequested(), new TravelDocumentReceived());
}
