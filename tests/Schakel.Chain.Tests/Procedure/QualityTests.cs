using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

public sealed class PeerReviewTests
{
    private static readonly Official Reviewer = new(44, OfficialRoles.DecisionOfficer);
    private static readonly AskPeerReview Ask = new(Officials.Deciding);
    private static readonly PeerReviewAsked Asked = new(Officials.Deciding);
    private static readonly DecideApplication Grant = new(Officials.Deciding, DecisionOutcome.GrantRefugee);

    private static Given Interviewed() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").Interviewed("2024-03-27").Extended("2024-04-05");

    [Fact]
    public void An_author_asks_for_another_pair_of_eyes() => Interviewed().When(Ask, "2024-04-10").Then(Asked);

    [Fact]
    public void One_review_at_a_time() => Interviewed().Happened("2024-04-10", Asked).When(Ask, "2024-04-11").ThenRefused("peer-review.already-asked");

    [Fact]
    public void There_is_something_to_review() => AnAdult().Arrived("2024-03-01").When(Ask, "2024-04-11").ThenRefused("application.none-open");

    [Fact]
    public void Another_official_gives_it() =>
        Interviewed().Happened("2024-04-10", Asked).When(new GivePeerReview(Reviewer, Returned: false), "2024-04-12")
            .Then(new PeerReviewGiven(false, Reviewer));

    [Fact]
    public void Or_returns_the_draft_which_is_then_shown_again() =>
        Interviewed().Happened("2024-04-10", Asked).Happened("2024-04-12", new PeerReviewGiven(true, Reviewer)).When(Ask, "2024-04-15").Then(Asked);

    [Fact]
    public void Nobody_reviews_their_own_work() =>
        Interviewed().Happened("2024-04-10", Asked).When(new GivePeerReview(Officials.Deciding, Returned: false), "2024-04-12")
            .ThenRefused("peer-review.own-work");

    [Fact]
    public void No_review_comes_unasked() =>
        Interviewed().When(new GivePeerReview(Reviewer, Returned: false), "2024-04-12").ThenRefused("peer-review.not-asked");

    [Fact]
    public void The_reviewer_does_not_decide() =>
        Interviewed().Happened("2024-04-10", Asked).Happened("2024-04-12", new PeerReviewGiven(false, Reviewer))
            .When(Grant with { By = Reviewer }, "2024-04-15").ThenRefused("peer-review.reviewer-decides");

    [Fact]
    public void The_author_does() =>
        Interviewed().Happened("2024-04-10", Asked).Happened("2024-04-12", new PeerReviewGiven(false, Reviewer))
            .When(Grant, "2024-04-15").Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));

    [Fact] // Quality, and no condition: a decision without the review that was asked is valid.
    public void A_review_that_does_not_come_holds_nobody_up() =>
        Interviewed().Happened("2024-04-10", Asked)
            .When(Grant, "2024-04-15").Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));
}

public sealed class HoldTests
{
    private static readonly DecideApplication Grant = new(Officials.Deciding, DecisionOutcome.GrantRefugee);

    private static Given Interviewed() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").Interviewed("2024-03-27").Extended("2024-04-05");

    private static Given Held(Holds hold) => Interviewed().Happened("2024-04-10", new HoldPlaced(hold, Officials.Hearing));

    [Theory]
    [InlineData(Holds.Security)]
    [InlineData(Holds.Exclusion)]
    public void A_hold_is_placed(Holds hold) =>
        Interviewed().When(new PlaceHold(Officials.Hearing, hold), "2024-04-10").Then(new HoldPlaced(hold, Officials.Hearing));

    [Fact]
    public void Once() =>
        Held(Holds.Security).When(new PlaceHold(Officials.Hearing, Holds.Security), "2024-04-11").ThenRefused("hold.already-placed");

    [Theory]
    [InlineData(Holds.None)]
    [InlineData(Holds.Security | Holds.Exclusion)]
    public void It_is_one_of_two(Holds hold) =>
        Interviewed().When(new PlaceHold(Officials.Hearing, hold), "2024-04-10").ThenRefused("hold.unknown");

    [Fact]
    public void While_it_stands_nothing_is_granted() => Held(Holds.Exclusion).When(Grant, "2024-04-15").ThenRefused("decision.hold-stands");

    [Fact]
    public void Lifted_it_is_gone() =>
        Held(Holds.Exclusion).Happened("2024-04-12", new HoldLifted(Holds.Exclusion, Officials.Deciding)).When(Grant, "2024-04-15")
            .Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));

    [Fact]
    public void One_lifted_leaves_the_other() =>
        Held(Holds.Exclusion).Happened("2024-04-12", new HoldPlaced(Holds.Security, Officials.Hearing), new HoldLifted(Holds.Exclusion, Officials.Deciding))
            .When(Grant, "2024-04-15").ThenRefused("decision.hold-stands");

    [Fact]
    public void An_official_lifts_it() =>
        Held(Holds.Exclusion).When(new LiftHold(Officials.Deciding, Holds.Exclusion), "2024-04-12")
            .Then(new HoldLifted(Holds.Exclusion, Officials.Deciding));

    [Fact]
    public void What_does_not_stand_is_not_lifted() =>
        Held(Holds.Exclusion).When(new LiftHold(Officials.Deciding, Holds.Security), "2024-04-12").ThenRefused("hold.not-placed");
}

/// <summary>Distressing circumstances are looked at once, in the first procedure (EXO-5, C7).</summary>
public sealed class HardshipTests
{
    private static readonly TestHardship Test = new(Officials.Deciding, Distressing: true) { Reasons = new(97) };
    private static readonly HardshipTested Tested = new(true, new(97), Officials.Deciding);

    private static Given Lodged() => AnAdult().Lodged("2024-03-01");

    [Fact]
    public void They_are_tested() => Lodged().When(Test, "2024-05-01").Then(Tested);

    [Fact]
    public void Once() => Lodged().Happened("2024-05-01", Tested).When(Test, "2024-05-02").ThenRefused("hardship.already-tested");

    [Fact]
    public void And_not_on_a_subsequent_application() =>
        Lodged().Happened("2024-04-01", new ApplicationWithdrawn()).Happened("2024-05-01", new ApplicationLodged(2)).When(Test, "2024-05-02")
            .ThenRefused("hardship.not-first-application");

    [Fact]
    public void Nor_once_it_is_decided() =>
        Lodged().InTrack(Track.General, "2024-03-05").Decided(DecisionOutcome.Unfounded, "2024-05-01").When(Test, "2024-05-02")
            .ThenRefused("application.none-open");
}

/// <summary>Red line 7: a talk can be asked by a click, and nothing ends by it.</summary>
public sealed class WithdrawalTalkTests
{
    private static readonly WithdrawalTalkAsked Asked = new();

    private static Given Lodged() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    [Fact]
    public void A_talk_is_asked() => Lodged().When(new AskWithdrawalTalk(), "2024-03-10").Then(Asked);

    [Fact]
    public void Once() => Lodged().Happened("2024-03-10", Asked).When(new AskWithdrawalTalk(), "2024-03-11").ThenRefused("withdrawal-talk.already-asked");

    [Fact]
    public void There_is_something_to_talk_about() =>
        AnAdult().Arrived("2024-03-01").When(new AskWithdrawalTalk(), "2024-03-11").ThenRefused("application.none-open");

    [Fact]
    public void The_claim_goes_on() =>
        Lodged().Happened("2024-03-10", Asked).When(new PlanInterview(Officials.Hearing, Date("2024-03-27")), "2024-03-11")
            .Then(new InterviewPlanned(Date("2024-03-27")));

    [Fact]
    public void Having_asked_does_not_stand_in_for_lawyer_and_interpreter() =>
        Lodged().Happened("2024-03-10", Asked).When(new WithdrawApplication(true, false, true) { By = Officials.Hearing }, "2024-03-11")
            .ThenRefused("withdrawal.without-lawyer-and-interpreter");

    [Fact]
    public void The_talk_is_held() =>
        Lodged().Happened("2024-03-10", Asked).When(new HoldWithdrawalTalk(Officials.Hearing), "2024-03-12").Then(new WithdrawalTalkHeld(Officials.Hearing));

    [Fact]
    public void After_it_another_may_be_asked() =>
        Lodged().Happened("2024-03-10", Asked).Happened("2024-03-12", new WithdrawalTalkHeld(Officials.Hearing))
            .When(new AskWithdrawalTalk(), "2024-04-10").Then(Asked);

    [Fact]
    public void The_service_does_not_bring_it_up() =>
        Lodged().When(new HoldWithdrawalTalk(Officials.Hearing), "2024-03-12").ThenRefused("withdrawal-talk.not-asked");
}

public sealed class LinkedFileTests
{
    private static readonly LinkFile Link = new(Officials.Hearing, new(8));

    private static Given Lodged() => AnAdult().Lodged("2024-03-01");

    [Fact]
    public void Files_of_one_family_are_linked() => Lodged().When(Link, "2024-03-10").Then(new FileLinked(new(8)));

    [Fact]
    public void Once() => Lodged().Happened("2024-03-10", new FileLinked(new(8))).When(Link, "2024-03-11").ThenRefused("linked-file.already-linked");

    [Fact]
    public void With_more_than_one() =>
        Lodged().Happened("2024-03-10", new FileLinked(new(8))).When(Link with { With = new(9) }, "2024-03-11").Then(new FileLinked(new(9)));

    [Fact]
    public void With_somebody() => Lodged().When(Link with { With = default }, "2024-03-10").ThenRefused("linked-file.nobody");
}
