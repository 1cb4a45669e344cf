using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Registration;

public sealed class RegistrationTests
{
    private static readonly RegisterArrival Arrival = new(Home, Date("1990-05-01"), FamilyRole.Main, TerApel, AtBorder: false);

    [Fact]
    public void Asking_for_protection_opens_the_file() =>
        AnAdult().When(Arrival, "2024-01-15").Then(new PersonArrived(
            Home, Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TerApel, AtBorder: false));

    [Fact]
    public void Nobody_arrives_twice() => AnAdult().Arrived("2024-01-15").When(Arrival, "2024-01-16").ThenRefused("file.already-open");

    [Fact]
    public void Whoever_was_gone_may_ask_again() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-20", new LeftWithUnknownDestination(false, Officials.Reception))
            .When(Arrival, "2024-06-01").Then(new PersonArrived(
                Home, Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TerApel, AtBorder: false));

    [Fact]
    public void Nobody_arrives_before_birth() =>
        AnAdult().When(Arrival with { Born = Date("2024-01-16") }, "2024-01-15").ThenRefused("arrival.born-later", "2024-01-15");

    [Fact]
    public void A_child_may_be_born_on_the_day_of_arrival() =>
        AChild().When(Arrival with { Born = Date("2024-01-15"), Role = FamilyRole.Child }, "2024-01-15")
            .Then(new PersonArrived(Home, Date("2024-01-15"), FamilyRole.Child, Route.Asylum, TerApel, AtBorder: false));

    [Fact]
    public void An_adult_is_no_unaccompanied_minor() =>
        AnAdult().When(Arrival with { Role = FamilyRole.UnaccompaniedMinor }, "2024-01-15").ThenRefused("arrival.of-age");

    [Fact]
    public void On_the_eighteenth_birthday_someone_is_of_age() =>
        AnAdult().When(Arrival with { Role = FamilyRole.UnaccompaniedMinor, Born = Date("2006-01-15") }, "2024-01-15")
            .ThenRefused("arrival.of-age");

    [Fact]
    public void On_the_day_before_it_someone_is_a_minor() =>
        AnAdult().When(Arrival with { Role = FamilyRole.UnaccompaniedMinor, Born = Date("2006-01-16") }, "2024-01-15")
            .Then(new PersonArrived(
                Home, Date("2006-01-16"), FamilyRole.UnaccompaniedMinor, Route.Asylum, TerApel, AtBorder: false));

    [Fact]
    public void Nothing_is_done_in_a_file_that_is_not_open() =>
        AnAdult().When(new IdentifyPerson(Officials.Police, TerApel, false), "2024-01-15").ThenRefused("file.not-opened");

    [Fact]
    public void A_relative_arrives_on_the_entry_visa_of_the_household() =>
        AnAdult().WithEntryVisas(1)
            .When(new RegisterFamilyArrival(Home, Date("2014-01-01"), FamilyRole.Child, TerApel), "2024-01-15")
            .Then(new PersonArrived(Home, Date("2014-01-01"), FamilyRole.Child, Route.FamilyReunification, TerApel, false));

    [Fact]
    public void Without_an_entry_visa_no_relative_arrives() =>
        AnAdult().When(new RegisterFamilyArrival(Home, Date("2014-01-01"), FamilyRole.Child, TerApel), "2024-01-15")
            .ThenRefused("arrival.no-entry-visa");

    [Fact]
    public void A_relative_who_is_here_does_not_arrive_again() =>
        AChild().WithEntryVisas(1).Arrived("2024-01-15")
            .When(new RegisterFamilyArrival(Home, Date("2014-01-01"), FamilyRole.Child, TerApel), "2024-01-16")
            .ThenRefused("file.already-open");

    [Fact]
    public void An_invited_refugee_arrives() =>
        AnAdult().When(new RegisterResettledArrival(Home, Date("1990-05-01"), FamilyRole.Main, TerApel), "2024-01-15")
            .Then(new PersonArrived(Home, Date("1990-05-01"), FamilyRole.Main, Route.Resettlement, TerApel, false));

    [Fact]
    public void An_invited_refugee_who_is_here_does_not_arrive_again() =>
        AnAdult().Arrived("2024-01-15")
            .When(new RegisterResettledArrival(Home, Date("1990-05-01"), FamilyRole.Main, TerApel), "2024-01-15")
            .ThenRefused("file.already-open");

    [Fact]
    public void An_invited_refugee_is_born() =>
        AnAdult().When(new RegisterResettledArrival(Home, Date("2024-05-01"), FamilyRole.Main, TerApel), "2024-01-15")
            .ThenRefused("arrival.born-later", "2024-01-15");

    [Fact]
    public void A_full_centre_sends_on_to_another() =>
        AnAdult().Arrived("2024-01-15").When(new RedirectToCentre(Officials.Reception, new(2)), "2024-01-15")
            .Then(new PersonRedirected(new(2)));

    [Fact]
    public void Nobody_is_sent_on_to_where_they_are() =>
        AnAdult().Arrived("2024-01-15").When(new RedirectToCentre(Officials.Reception, TerApel), "2024-01-15")
            .ThenRefused("arrival.already-at-centre");

    [Fact]
    public void Nobody_is_sent_on_after_the_registration_interview() =>
        AnAdult().Lodged("2024-01-15").Happened("2024-01-16", new RegistrationInterviewHeld())
            .When(new RedirectToCentre(Officials.Reception, new(2)), "2024-01-17").ThenRefused("arrival.registration-over");

    [Fact]
    public void The_aliens_police_identify_on_land() =>
        AnAdult().Arrived("2024-01-15").When(new IdentifyPerson(Officials.Police, TerApel, false), "2024-01-15")
            .Then(new PersonIdentified(IdentifyingAuthority.AliensPolice, TerApel, false));

    [Fact]
    public void The_border_police_identify_at_the_border() =>
        AnAdult().Arrived("2024-01-15", atBorder: true).When(new IdentifyPerson(Officials.BorderGuard, TerApel, true), "2024-01-15")
            .Then(new PersonIdentified(IdentifyingAuthority.BorderGuard, TerApel, true));

    [Fact]
    public void Nobody_is_identified_twice() =>
        AnAdult().Arrived("2024-01-15").Identified("2024-01-15")
            .When(new IdentifyPerson(Officials.Police, TerApel, false), "2024-01-16").ThenRefused("identification.already-done");

    [Fact]
    public void The_registration_interview_follows_identification() =>
        AnAdult().Arrived("2024-01-15").Identified("2024-01-15")
            .When(new HoldRegistrationInterview(Officials.Hearing), "2024-01-17").Then(new RegistrationInterviewHeld());

    [Fact]
    public void Without_identification_there_is_no_registration_interview() =>
        AnAdult().Arrived("2024-01-15").When(new HoldRegistrationInterview(Officials.Hearing), "2024-01-17")
            .ThenRefused("identification.missing");

    [Fact]
    public void The_registration_interview_is_held_once() =>
        AnAdult().Lodged("2024-01-15").Happened("2024-01-16", new RegistrationInterviewHeld())
            .When(new HoldRegistrationInterview(Officials.Hearing), "2024-01-17").ThenRefused("registration-interview.already-held");
}

public sealed class TakeOverTests
{
    private static readonly TakeOverFile TakeOver = new(
        Officials.Records, Home, Date("1990-05-01"), FamilyRole.Main, TakenOverStage.AwaitingInterview,
        new(Date("2023-06-01"), null, null, null), new SiteId(5), Modality.Regular);

    private static FileTakenOver Taken(TakeOverFile from) =>
        new(from.Household, from.Born, from.Role, from.Stage, from.Dates, from.Site, from.Modality);

    [Fact]
    public void A_file_is_taken_over_without_its_past() => AnAdult().When(TakeOver, "2024-01-10").Then(Taken(TakeOver));

    [Fact]
    public void An_open_file_is_not_taken_over() =>
        AnAdult().Arrived("2024-01-05").When(TakeOver, "2024-01-10").ThenRefused("file.already-open");

    [Theory]
    [InlineData("2024-01-11", null, null, null)]
    [InlineData(null, "2024-01-11", null, null)]
    [InlineData(null, null, "2024-01-11", null)]
    [InlineData(null, null, null, "2024-01-11")]
    public void No_date_of_the_past_lies_in_the_future(string? lodged, string? accepted, string? decided, string? requested) =>
        AnAdult().When(TakeOver with { Dates = Dates(lodged, accepted, decided, requested) }, "2024-01-10")
            .ThenRefused("take-over.date-later", "2024-01-10");

    [Fact]
    public void All_may_lie_on_the_day_itself()
    {
        var today = TakeOver with { Dates = Dates("2024-01-10", "2024-01-10", "2024-01-10", "2024-01-10") };
        AnAdult().When(today, "2024-01-10").Then(Taken(today));
    }

    [Theory]
    [InlineData("2023-05-31", null, null)]
    [InlineData(null, "2023-05-31", null)]
    [InlineData(null, null, "2023-05-31")]
    public void Nothing_comes_before_the_application(string? accepted, string? decided, string? requested) =>
        AnAdult().When(TakeOver with { Dates = Dates("2023-06-01", accepted, decided, requested) }, "2024-01-10")
            .ThenRefused("take-over.dates-out-of-order", "2023-06-01");

    private static TakenOverDates Dates(string? lodged, string? accepted, string? decided, string? requested) =>
        new(Maybe(lodged), Maybe(accepted), Maybe(decided), Maybe(requested));

    private static Norms.Day? Maybe(string? iso) => iso is null ? null : Date(iso);

    [Fact]
    public void Who_is_housed_stays_at_no_site() =>
        AnAdult().When(TakeOver with { Stage = TakenOverStage.Housed }, "2024-01-10").ThenRefused("take-over.housed-at-site");

    [Fact]
    public void An_adult_is_not_taken_over_as_unaccompanied_minor() =>
        AnAdult().When(TakeOver with { Role = FamilyRole.UnaccompaniedMinor }, "2024-01-10").ThenRefused("arrival.of-age");

    [Theory]
    [InlineData(TakenOverStage.AwaitingInterview)]
    [InlineData(TakenOverStage.SimplifiedProcedure)]
    public void Before_the_interview_it_can_be_planned(TakenOverStage stage) =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = stage }))
            .When(new PlanInterview(Officials.Hearing, Date("2024-01-22")), "2024-01-10").Then(new InterviewPlanned(Date("2024-01-22")));

    [Fact]
    public void After_the_interview_an_intention_can_follow() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.AwaitingDecision }))
            .When(new IssueIntention(Officials.Deciding), "2024-01-10").Then(new IntentionIssued(Officials.Deciding));

    [Fact]
    public void A_request_to_another_state_may_still_be_sent() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.DublinAwaitingReply, Dates = default }))
            .When(new RequestDublinTransfer(Officials.Hearing, true), "2024-01-11").Then(new DublinTransferRequested(true));

    [Fact]
    public void Or_have_been_sent() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.DublinAwaitingReply }))
            .When(new ReceiveDublinReply(true), "2024-01-11").Then(new DublinReplyReceived(true));

    [Fact]
    public void Accepted_means_ready_for_transfer() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with
        {
            Stage = TakenOverStage.DublinAccepted,
            Dates = new(null, Date("2023-12-01"), null, null),
        })).When(new TransferToState(Officials.Returning), "2024-02-01").Then(new TransferredToState());

    [Fact]
    public void Awaiting_a_ruling_means_that_the_court_can_rule() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.AwaitingRuling }))
            .When(new RuleOnAppeal(Officials.Judge, false), "2024-02-01").Then(new AppealRuled(false));

    [Fact]
    public void Returning_means_that_a_return_file_is_open() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.Returning }))
            .When(new Chain.Return.RequestTravelDocument(Officials.Returning), "2024-02-01")
            .Then(new Chain.Return.TravelDocumentRequested());

    [Fact]
    public void Awaiting_a_home_means_holding_a_permit() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.AwaitingHome }))
            .When(new Chain.Housing.LinkToMunicipality(Officials.Reception, new(363)), "2024-01-12")
            .Then(new Chain.Housing.LinkedToMunicipality(new(363)));

    [Fact]
    public void Awaiting_reunification_means_that_it_can_be_decided() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.AwaitingReunification, Site = null }))
            .When(new DecideReunification(Officials.Deciding, true, 3), "2024-01-12")
            .Then(new ReunificationDecided(true, 3, Officials.Deciding));

    [Fact]
    public void Housed_means_that_no_other_home_is_offered() =>
        AnAdult().Happened("2024-01-10", Taken(TakeOver with { Stage = TakenOverStage.Housed, Site = null }))
            .When(new Chain.Housing.LinkToMunicipality(Officials.Reception, new(363)), "2024-01-12")
            .ThenRefused("housing.already-housed");
}
