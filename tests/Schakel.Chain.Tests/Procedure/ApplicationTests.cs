using System.Text.Json;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;
using TrackReason = Schakel.Norms.Registration.TrackReason;

namespace Schakel.Chain.Tests.Procedure;

public sealed class ApplicationTests
{
    private static readonly WithdrawApplication Withdrawal = new(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = Officials.Hearing };

    private static Given Refused() => AnAdult().Lodged("2023-01-16").InTrack(Track.General, "2023-01-19").Interviewed("2023-02-06")
        .Extended("2023-02-08").Intended("2023-03-01").Viewed("2023-03-20").Decided(DecisionOutcome.Unfounded, "2023-05-01");

    [Fact]
    public void The_form_is_signed_after_identification() =>
        AnAdult().Arrived("2024-01-15").Identified("2024-01-15").When(new LodgeApplication(1), "2024-01-16").Then(new ApplicationLodged(1));

    [Fact]
    public void Nobody_lodges_before_identification() =>
        AnAdult().Arrived("2024-01-15").When(new LodgeApplication(1), "2024-01-16").ThenRefused("identification.missing");

    [Fact]
    public void The_first_application_has_number_one() =>
        AnAdult().Arrived("2024-01-15").Identified("2024-01-15").When(new LodgeApplication(2), "2024-01-16")
            .ThenRefused("application.wrong-ordinal");

    [Fact]
    public void A_second_application_is_a_subsequent_one() =>
        AnAdult().Lodged("2024-01-15").When(new LodgeApplication(1), "2024-01-16").ThenRefused("application.already-lodged");

    [Fact]
    public void A_permit_holder_lodges_nothing() =>
        Granted().When(new LodgeApplication(1), "2024-04-16").ThenRefused("application.holds-permit");

    [Fact]
    public void A_permit_holder_lodges_no_subsequent_application() =>
        Granted().When(new LodgeSubsequentApplication(2), "2024-04-16").ThenRefused("application.holds-permit");

    [Fact]
    public void After_a_final_refusal_a_subsequent_application_may_be_lodged() =>
        Refused().When(new LodgeSubsequentApplication(2), "2023-07-01").Then(new ApplicationLodged(2));

    [Fact]
    public void Not_as_long_as_an_appeal_can_be_lodged() =>
        Refused().When(new LodgeSubsequentApplication(2), "2023-05-10").ThenRefused("application.previous-runs");

    [Fact]
    public void Not_as_long_as_the_first_runs() =>
        AnAdult().Lodged("2024-01-15").When(new LodgeSubsequentApplication(2), "2024-01-16").ThenRefused("application.previous-runs");

    [Fact]
    public void Numbers_follow_each_other() =>
        Refused().When(new LodgeSubsequentApplication(3), "2023-07-01").ThenRefused("application.wrong-ordinal");

    [Fact]
    public void A_subsequent_application_follows_a_first_one() =>
        AnAdult().Arrived("2024-01-15").When(new LodgeSubsequentApplication(2), "2024-01-16").ThenRefused("application.none-open");

    [Fact]
    public void A_subsequent_application_protects_again_and_closes_the_return_file() =>
        Refused().Happened("2023-07-01", new Chain.Return.ReturnFileOpened(), new ApplicationLodged(2))
            .When(new Chain.Return.RequestTravelDocument(Officials.Returning), "2023-07-02").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Withdrawing_is_done_in_person_with_lawyer_and_interpreter() =>
        AnAdult().Lodged("2024-01-15").When(Withdrawal, "2024-01-20").Then(new ApplicationWithdrawn(Officials.Hearing));

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void No_claim_is_withdrawn_by_a_click(bool inPerson, bool lawyer, bool interpreter) =>
        AnAdult().Lodged("2024-01-15").When(new WithdrawApplication(inPerson, lawyer, interpreter) { By = Officials.Hearing }, "2024-01-20")
            .ThenRefused("withdrawal.without-lawyer-and-interpreter");

    [Fact] // Red line 7: the portal acts for the applicant, who has no function.
    public void No_applicants_account_withdraws_a_claim() =>
        AnAdult().Lodged("2024-01-15").When(Withdrawal with { By = Official.Clock }, "2024-01-20").ThenRefused("act.no-official");

    [Fact]
    public void What_is_decided_is_not_withdrawn() => Refused().When(Withdrawal, "2023-05-02").ThenRefused("application.none-open");

    [Fact]
    public void Nothing_is_lodged_by_someone_who_is_gone() =>
        AnAdult().Arrived("2024-01-15").Identified("2024-01-15")
            .Happened("2024-01-16", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception))
            .When(new LodgeApplication(1), "2024-01-17").ThenRefused("person.gone");

    [Fact]
    public void Nothing_is_lodged_by_someone_who_departed() =>
        Refused().Happened("2023-08-01", new Chain.Return.Departed(Chain.Return.DepartureKind.Independent))
            .When(new LodgeSubsequentApplication(2), "2023-09-01").ThenRefused("person.departed");

    internal static Given Granted() => AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18").Interviewed("2024-02-05")
        .Decided(DecisionOutcome.GrantSubsidiary, "2024-02-08", inGeneralProcedure: true).Happened("2024-02-08", new PermitIssued(60));
}

public sealed class TrackTests
{
    private static Given Told() => AnAdult().Lodged("2024-01-15").Happened("2024-01-17", new RegistrationInterviewHeld());

    private static Law Awake => Regimes.January2024.With("evident-grant-tracks.enabled", JsonElement.Parse("true"), Date("2024-02-01"));

    private static ConfirmTrack To(Track track) => new(Officials.Hearing, track, 1);

    [Theory]
    [InlineData(Track.Dublin)]
    [InlineData(Track.Simplified)]
    [InlineData(Track.General)]
    public void An_official_confirms_the_track(Track track) =>
        Told().When(To(track), "2024-01-18").Then(new TrackConfirmed(track, TrackReason.UnaccompaniedMinor, Officials.Hearing));

    [Fact]
    public void A_new_fact_may_change_the_track() =>
        Told().Happened("2024-01-18", new TrackConfirmed(Track.Simplified, TrackReason.UnaccompaniedMinor, Officials.Hearing))
            .When(To(Track.General), "2024-02-18").Then(new TrackConfirmed(Track.General, TrackReason.UnaccompaniedMinor, Officials.Hearing));

    [Theory]
    [InlineData(Track.None)]
    [InlineData((Track)6)]
    public void There_are_five_tracks(Track track) => Told().When(To(track), "2024-01-18").ThenRefused("track.unknown");

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void And_nine_reasons(int reason) =>
        Told().When(To(Track.General) with { Reason = reason }, "2024-01-18").ThenRefused("track.unknown-reason");

    [Theory]
    [InlineData(Track.EvidentGrant)]
    [InlineData(Track.EvidentGrantAfterCheck)]
    public void Tracks_three_and_five_sleep(Track track) => Told().When(To(track), "2024-01-18").ThenRefused("track.dormant");

    [Theory]
    [InlineData(Track.EvidentGrant)]
    [InlineData(Track.EvidentGrantAfterCheck)]
    public void They_sleep_until_the_day_the_law_wakes_them(Track track) =>
        Told().Under(Awake).When(To(track), "2024-01-31").ThenRefused("track.dormant");

    [Theory]
    [InlineData(Track.EvidentGrant)]
    [InlineData(Track.EvidentGrantAfterCheck)]
    public void From_that_day_they_may_be_used(Track track) =>
        Told().Under(Awake).When(To(track), "2024-02-01").Then(new TrackConfirmed(track, TrackReason.UnaccompaniedMinor, Officials.Hearing));

    [Fact]
    public void There_is_no_track_without_an_application() =>
        AnAdult().Arrived("2024-01-15").When(To(Track.General), "2024-01-18").ThenRefused("application.none-open");

    [Fact]
    public void The_registration_interview_comes_first() =>
        AnAdult().Lodged("2024-01-15").When(To(Track.General), "2024-01-16").ThenRefused("track.before-registration-interview");

    [Theory]
    [InlineData(Track.Dublin)]
    [InlineData(Track.Simplified)]
    [InlineData(Track.EvidentGrant)]
    public void Unaccompanied_minors_are_always_in_track_four(Track track) =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").Happened("2024-01-17", new RegistrationInterviewHeld())
            .When(To(track), "2024-01-18").ThenRefused("track.unaccompanied-minor");

    [Fact]
    public void Unaccompanied_minors_get_track_four() =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").Happened("2024-01-17", new RegistrationInterviewHeld())
            .When(To(Track.General), "2024-01-18").Then(new TrackConfirmed(Track.General, TrackReason.UnaccompaniedMinor, Officials.Hearing));

    [Fact]
    public void Once_the_Netherlands_is_responsible_track_one_is_over() =>
        Told().Happened("2024-01-18", new TrackConfirmed(Track.Dublin, TrackReason.UnaccompaniedMinor, Officials.Hearing), new DublinTransferRequested(true))
            .Happened("2024-02-18", new DublinReplyReceived(false))
            .When(To(Track.Dublin), "2024-02-19").ThenRefused("track.netherlands-responsible");
}
