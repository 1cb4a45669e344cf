using Schakel.Chain.Procedure;
using Schakel.Chain.Tests.Registration;
using Schakel.Norms.Registration;
using static Schakel.Chain.Tests.Given;
using Track = Schakel.Chain.Procedure.Track;

namespace Schakel.Chain.Tests.Procedure;

public sealed class AppointmentTests
{
    private static readonly InterviewPlace AtTen = new(TerApel, 12, 600);
    private static readonly InterviewWishes Wishes = new(IdentityTests.Language("kmr"), "Badini", GenderWish.Woman, GenderWish.Woman);
    private static readonly InviteToInterview Invite = new(Officials.Hearing, IdentityTests.Language("kmr"));
    private static readonly MoveInterview Move = new(Officials.Hearing, Date("2024-03-28"), MoveCause.Applicant) { Place = AtTen };
    private static readonly InterviewMoved Moved = new(Date("2024-03-27"), Date("2024-03-28"), MoveCause.Applicant, AtTen);

    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Planned() => InTrackFour().Happened("2024-03-13", new InterviewPlanned(Date("2024-03-27"), AtTen));

    [Fact]
    public void An_interview_has_a_place_and_a_time() =>
        InTrackFour().When(new PlanInterview(Officials.Hearing, Date("2024-03-27")) { Place = AtTen }, "2024-03-13")
            .Then(new InterviewPlanned(Date("2024-03-27"), AtTen));

    [Theory]
    [InlineData(0, 600)]
    [InlineData(12, -1)]
    [InlineData(12, 1440)]
    public void There_is_no_room_nought_and_no_sixtieth_minute_past_23(int room, int minute) =>
        InTrackFour().When(new PlanInterview(Officials.Hearing, Date("2024-03-27")) { Place = new(TerApel, room, minute) }, "2024-03-13")
            .ThenRefused("interview.no-such-place");

    [Fact]
    public void Wishes_are_stated_without_a_reason() =>
        InTrackFour().When(new StateInterviewWishes(Wishes), "2024-03-10").Then(new InterviewWishesStated(Wishes));

    [Fact]
    public void After_the_interview_there_is_nothing_to_wish() =>
        InTrackFour().Interviewed("2024-03-27").When(new StateInterviewWishes(Wishes), "2024-03-28").ThenRefused("interview.already-held");

    [Fact]
    public void A_dialect_is_named_in_a_few_words() =>
        InTrackFour().When(new StateInterviewWishes(Wishes with { Dialect = new('x', 101) }), "2024-03-10")
            .ThenRefused("interview.dialect-too-long");

    [Fact]
    public void The_applicant_is_invited() =>
        Planned().When(Invite, "2024-03-14").Then(new InvitedToInterview(Date("2024-03-27"), IdentityTests.Language("kmr")));

    [Fact]
    public void Once_for_each_day() =>
        Planned().Happened("2024-03-14", new InvitedToInterview(Date("2024-03-27"), IdentityTests.Language("kmr")))
            .When(Invite, "2024-03-15").ThenRefused("interview.already-invited", "2024-03-27");

    [Fact]
    public void And_anew_when_it_moved() =>
        Planned().Happened("2024-03-14", new InvitedToInterview(Date("2024-03-27"), IdentityTests.Language("kmr"))).Happened("2024-03-15", Moved)
            .When(Invite, "2024-03-15").Then(new InvitedToInterview(Date("2024-03-28"), IdentityTests.Language("kmr")));

    [Fact]
    public void Nobody_is_invited_to_what_is_not_planned() => InTrackFour().When(Invite, "2024-03-14").ThenRefused("interview.not-planned");

    [Fact]
    public void An_interview_moves_with_a_cause() => Planned().When(Move, "2024-03-15").Then(Moved);

    [Fact]
    public void It_is_then_held_on_the_other_day() =>
        Planned().Happened("2024-03-15", Moved).When(new HoldInterview(Officials.Hearing), "2024-03-28").Then(new InterviewHeld());

    [Fact]
    public void It_moves_to_another_day() =>
        Planned().When(Move with { InterviewOn = Date("2024-03-27") }, "2024-03-15").ThenRefused("interview.same-day", "2024-03-27");

    [Fact]
    public void Not_to_one_that_has_passed() =>
        Planned().When(Move with { InterviewOn = Date("2024-03-14") }, "2024-03-15").ThenRefused("interview.in-the-past");

    [Fact]
    public void Not_into_the_rest_period() =>
        Planned().When(Move with { InterviewOn = Date("2024-03-07") }, "2024-03-06").ThenRefused("interview.rest-period-runs", "2024-03-08");

    [Fact]
    public void Not_to_a_place_that_is_none() =>
        Planned().When(Move with { Place = new(null, null, 1440) }, "2024-03-15").ThenRefused("interview.no-such-place");

    [Fact]
    public void What_is_not_planned_does_not_move() => InTrackFour().When(Move, "2024-03-15").ThenRefused("interview.not-planned");
}

/// <summary>The law proposes, a person confirms (C2).</summary>
public sealed class TrackProposalTests
{
    private static TrackFacts Nothing => default;

    private static Given Told() => AnAdult().Lodged("2024-01-15").Happened("2024-01-17", new Chain.Registration.RegistrationInterviewHeld());

    private static ProposeTrack On(TrackFacts facts) => new(Officials.Hearing, facts);

    [Fact]
    public void A_hit_elsewhere_proposes_track_one() =>
        Told().When(On(Nothing with { OtherStateResponsible = true }), "2024-01-18")
            .Then(new TrackProposed(Track.Dublin, TrackReason.OtherStateResponsible, "track.priority"));

    [Fact]
    public void A_safe_country_proposes_track_two() =>
        Told().When(On(Nothing with { SafeCountryOfOrigin = true }), "2024-01-18")
            .Then(new TrackProposed(Track.Simplified, TrackReason.SafeCountryOfOrigin, "track.priority"));

    [Fact]
    public void But_not_for_an_excepted_group() =>
        Told().When(On(Nothing with { SafeCountryOfOrigin = true, ExceptedGroup = true }), "2024-01-18")
            .Then(new TrackProposed(Track.General, TrackReason.ExceptedGroup, "track.excepted-group"));

    [Fact]
    public void Nothing_special_proposes_track_four() =>
        Told().When(On(Nothing), "2024-01-18").Then(new TrackProposed(Track.General, TrackReason.Substance, "track.priority"));

    [Fact] // The file says who is one, and not whoever fills in the facts.
    public void An_unaccompanied_minor_is_proposed_for_track_four() =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").Happened("2024-01-17", new Chain.Registration.RegistrationInterviewHeld())
            .When(On(Nothing with { OtherStateResponsible = true }), "2024-01-18")
            .Then(new TrackProposed(Track.General, TrackReason.UnaccompaniedMinor, "track.unaccompanied-minor"));

    [Fact]
    public void Once_responsible_no_hit_proposes_track_one_again() =>
        Told().Happened("2024-01-18", new TrackConfirmed(Track.Dublin, TrackReason.OtherStateResponsible, Officials.Hearing), new DublinTransferRequested(true))
            .Happened("2024-02-18", new DublinReplyReceived(false)).When(On(Nothing with { OtherStateResponsible = true }), "2024-02-19")
            .Then(new TrackProposed(Track.General, TrackReason.Substance, "track.priority"));

    [Fact]
    public void Before_the_registration_interview_nothing_is_proposed() =>
        AnAdult().Lodged("2024-01-15").When(On(Nothing), "2024-01-18").ThenRefused("track.before-registration-interview");

    [Fact]
    public void Without_an_application_neither() => AnAdult().Arrived("2024-01-15").When(On(Nothing), "2024-01-18").ThenRefused("application.none-open");

    [Fact]
    public void Before_there_were_tracks_neither() =>
        AnAdult().Lodged("2016-02-01").Happened("2016-02-02", new Chain.Registration.RegistrationInterviewHeld())
            .When(On(Nothing), "2016-02-29").ThenRefused("track.no-policy");

    [Fact]
    public void A_proposal_decides_nothing() =>
        Told().Happened("2024-01-18", new TrackProposed(Track.General, TrackReason.Substance, "track.priority"))
            .When(new PlanInterview(Officials.Hearing, Date("2024-01-29")), "2024-01-18").ThenRefused("interview.no-track");

    [Fact]
    public void The_official_may_confirm_another() =>
        Told().Happened("2024-01-18", new TrackProposed(Track.Simplified, TrackReason.SafeCountryOfOrigin, "track.priority"))
            .When(new ConfirmTrack(Officials.Hearing, Track.General, 8), "2024-01-18").Then(new TrackConfirmed(Track.General, TrackReason.Substance, Officials.Hearing));

    [Fact]
    public void With_a_reason()
    {
        Told().Happened("2024-01-18", new TrackProposed(Track.Simplified, TrackReason.SafeCountryOfOrigin, "track.priority"))
            .When(new ConfirmTrack(Officials.Hearing, Track.General, 0), "2024-01-18").ThenRefused("track.no-reason");
        Told().Happened("2024-01-18", new TrackProposed(Track.Simplified, TrackReason.SafeCountryOfOrigin, "track.priority"))
            .When(new ConfirmTrack(Officials.Hearing, Track.Simplified, 0), "2024-01-18").Then(new TrackConfirmed(Track.Simplified, TrackReason.None, Officials.Hearing));
    }

    [Fact] // Flow-over: what was intended in track 1 says nothing of the claim.
    public void An_intention_does_not_flow_over_to_another_track() =>
        Told().Happened("2024-01-18", new TrackConfirmed(Track.Dublin, TrackReason.OtherStateResponsible, Officials.Hearing), new DublinTransferRequested(true))
            .Intended("2024-01-25").Happened("2024-02-18", new DublinReplyReceived(false), new TrackConfirmed(Track.General, TrackReason.Substance, Officials.Hearing))
            .Interviewed("2024-02-27").When(new IssueIntention(Officials.Deciding), "2024-02-29").Then(new IntentionIssued(Officials.Deciding));
}
