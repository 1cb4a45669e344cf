using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>A decision that gives no permit names the provision it rests on (Awb 3:47), and one that fits the file.</summary>
public sealed class DecisionGroundTests
{
    private static DecideApplication To(DecisionOutcome outcome) => new(Officials.Deciding, outcome) { Ground = GroundOf(outcome) };

    private static ApplicationDecided Decided(DecisionOutcome outcome) => new(outcome, false, Officials.Deciding, GroundOf(outcome));

    private static Given ReadyToReject(int application = 1) =>
        AnAdult().Arrived("2024-03-01").Identified("2024-03-01").Happened("2024-03-01", new ApplicationLodged(application)).InTrack(Track.General, "2024-03-05")
            .Interviewed("2024-03-27").Extended("2024-04-02").Intended("2024-05-06").Viewed("2024-05-20");

    [Theory]
    [InlineData(DecisionOutcome.Unfounded)]
    [InlineData(DecisionOutcome.ManifestlyUnfounded)]
    [InlineData(DecisionOutcome.Inadmissible)]
    public void A_rejection_names_its_ground(DecisionOutcome outcome)
    {
        ReadyToReject().When(To(outcome) with { Ground = null }, "2024-06-10").ThenRefused("decision.no-ground");
        ReadyToReject().When(To(outcome), "2024-06-10").Then(Decided(outcome));
    }

    [Fact]
    public void Not_taking_up_names_it_too() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05")
            .Happened("2024-03-10", new DublinTransferRequested(true)).Happened("2024-03-20", new DublinReplyReceived(true))
            .Intended("2024-03-21").Viewed("2024-04-01").When(To(DecisionOutcome.NotTakenUp) with { Ground = null }, "2024-04-10").ThenRefused("decision.no-ground");

    [Fact]
    public void The_file_keeps_the_ground() =>
        Assert.Equal(
            DecisionGround.CameLate,
            ReadyToReject().Happened("2024-06-10", Decided(DecisionOutcome.ManifestlyUnfounded)).Now().Procedure.Decision?.Ground);

    [Theory]
    [InlineData(DecisionOutcome.Inadmissible, DecisionGround.NothingNew)]
    [InlineData(DecisionOutcome.ManifestlyUnfounded, DecisionGround.Subsequent)]
    public void The_grounds_of_a_subsequent_application_are_for_no_first_one(DecisionOutcome outcome, DecisionGround ground)
    {
        var decide = To(outcome) with { Ground = ground };
        ReadyToReject().When(decide, "2024-06-10").ThenRefused("decision.ground-of-subsequent-application");
        ReadyToReject(application: 2).When(decide, "2024-06-10").Then(Decided(outcome) with { Ground = ground });
    }

    /// <summary>A ground that carries a decision that gives no permit; none for one that does.</summary>
    internal static DecisionGround? GroundOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Unfounded => DecisionGround.NoGroundForPermit,
        DecisionOutcome.ManifestlyUnfounded => DecisionGround.CameLate,
        DecisionOutcome.Inadmissible => DecisionGround.SafeThirdCountry,
        DecisionOutcome.NotTakenUp => DecisionGround.OtherStateResponsible,
        DecisionOutcome.OutOfConsideration => DecisionGround.NoAnswer,
        _ => null,
    };
}
