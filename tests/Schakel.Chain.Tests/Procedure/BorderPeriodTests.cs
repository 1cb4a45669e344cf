using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Four weeks at the border, and then the open procedure (norm BRD-2): deferred on 1 February 2024, through 29 February.</summary>
public sealed class BorderPeriodTests
{
    private static readonly GrantEntry ByOfficial = new(Officials.BorderGuard, ByOperationOfLaw: false);
    private static readonly GrantEntry ByLaw = new(Official.Clock, ByOperationOfLaw: true);
    private static readonly BreachRecorded HeldTooLong = new("border-procedure", Date("2024-02-29"));

    private static Given Deferred() => AnAdult().Arrived("2024-02-01", atBorder: true).Identified("2024-02-01")
        .Happened("2024-02-01", new ApplicationLodged(1), new EntryDeferred(Officials.BorderGuard)).InTrack(Track.General, "2024-02-03");

    private static Given Intended() => Deferred().Interviewed("2024-02-12").Intended("2024-02-14").Viewed("2024-02-15");

    private static Given Rejected() => Intended().Decided(DecisionOutcome.ManifestlyUnfounded, "2024-02-20", inGeneralProcedure: true);

    private static DecideApplication To(DecisionOutcome outcome) => new(Officials.Deciding, outcome) { Ground = DecisionGroundTests.GroundOf(outcome) };

    [Fact]
    public void The_file_says_how_long_someone_may_be_held() => Assert.Equal(Date("2024-02-29"), Deferred().ReleaseBy());

    [Fact]
    public void Whoever_entered_is_held_no_longer() =>
        Assert.Null(Deferred().Happened("2024-02-10", new EntryGranted(false)).ReleaseBy());

    [Fact]
    public void Whoever_vanished_is_held_no_longer() =>
        Assert.Null(Deferred().Happened("2024-02-10", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception)).ReleaseBy());

    [Fact] // Red line 3: the clock records what follows from the act, and nothing else.
    public void The_clock_grants_no_entry_on_the_last_day() =>
        Deferred().When(ByLaw, "2024-02-29").ThenRefused("border.period-runs", "2024-02-29");

    [Fact]
    public void The_day_after_entry_follows_by_operation_of_law() =>
        Deferred().When(ByLaw, "2024-03-01").Then(new EntryGranted(true));

    [Fact]
    public void A_day_later_still_someone_was_held_too_long() =>
        Deferred().When(ByLaw, "2024-03-02").Then(new EntryGranted(true), HeldTooLong);

    [Fact]
    public void An_official_may_grant_entry_through_the_last_day() =>
        Deferred().When(ByOfficial, "2024-02-29").Then(new EntryGranted(false));

    [Fact]
    public void After_it_entry_was_there_already() =>
        Deferred().When(ByOfficial, "2024-03-01").Then(new EntryGranted(false), HeldTooLong);

    [Fact]
    public void On_the_last_day_a_rejection_is_still_one_at_the_border() =>
        Intended().Extended("2024-02-16").When(To(DecisionOutcome.ManifestlyUnfounded), "2024-02-29")
            .Then(new ApplicationDecided(DecisionOutcome.ManifestlyUnfounded, false, Officials.Deciding, DecisionGround.CameLate));

    [Fact]
    public void After_it_nobody_is_rejected_at_the_border() =>
        Intended().Extended("2024-02-16").When(To(DecisionOutcome.ManifestlyUnfounded), "2024-03-01")
            .ThenRefused("border.period-over", "2024-02-29");

    [Fact]
    public void Once_entry_is_granted_the_case_goes_on() =>
        Intended().Extended("2024-02-16").Happened("2024-03-01", new EntryGranted(true)).When(To(DecisionOutcome.Unfounded), "2024-03-20")
            .Then(new ApplicationDecided(DecisionOutcome.Unfounded, false, Officials.Deciding, DecisionGround.NoGroundForPermit));

    [Fact]
    public void A_grant_waits_for_no_entry_but_the_days_too_many_are_on_record() =>
        Intended().Extended("2024-02-16").When(To(DecisionOutcome.GrantRefugee), "2024-03-01")
            .Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding), HeldTooLong);

    [Fact]
    public void No_interview_is_planned_at_the_border_after_it() =>
        Deferred().When(new PlanInterview(Officials.Hearing, Date("2024-03-05")), "2024-03-01").ThenRefused("border.period-over");

    [Fact]
    public void Nor_held() =>
        Deferred().Happened("2024-02-20", new InterviewPlanned(Date("2024-03-01"))).When(new HoldInterview(Officials.Hearing), "2024-03-01")
            .ThenRefused("border.period-over");

    [Fact]
    public void Nor_is_there_an_intention() =>
        Deferred().Interviewed("2024-02-28").When(new IssueIntention(Officials.Deciding), "2024-03-01").ThenRefused("border.period-over");

    [Fact]
    public void Rejected_in_time_someone_may_be_held_to_leave() => Assert.Equal(Date("2024-08-20"), Rejected().ReleaseBy());

    [Fact]
    public void Not_taken_up_someone_may_be_held_six_weeks_from_the_acceptance() =>
        Assert.Equal(Date("2024-03-25"), AnAdult().Arrived("2024-02-01", atBorder: true).Identified("2024-02-01")
            .Happened("2024-02-01", new ApplicationLodged(1), new EntryDeferred(Officials.BorderGuard)).InTrack(Track.Dublin, "2024-02-03")
            .Happened("2024-02-05", new DublinTransferRequested(true)).Happened("2024-02-12", new DublinReplyReceived(true))
            .Intended("2024-02-13").Viewed("2024-02-20").Decided(DecisionOutcome.NotTakenUp, "2024-02-26").ReleaseBy());

    [Fact]
    public void Then_entry_does_not_follow_by_operation_of_law() =>
        Rejected().When(ByLaw, "2024-03-01").ThenRefused("border.decided-in-time");

    [Theory]
    [InlineData("2024-08-20", false)]
    [InlineData("2024-08-21", true)]
    public void Held_to_leave_is_held_for_six_months_at_most(string on, bool late) =>
        Rejected().When(ByOfficial, on)
            .Then(late ? [new EntryGranted(false), new BreachRecorded("detention", Date("2024-08-20"))] : [new EntryGranted(false)]);

    [Fact]
    public void Whoever_leaves_from_the_border_too_late_was_held_too_long() =>
        Rejected().When(new Depart(Officials.BorderGuard, DepartureKind.Independent), "2024-08-21")
            .Then(new Departed(DepartureKind.Independent), new BreachRecorded("detention", Date("2024-08-20")));
}
