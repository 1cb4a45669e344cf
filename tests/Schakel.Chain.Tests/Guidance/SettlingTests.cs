using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Guidance;

public sealed class SettlingTests
{
    private static readonly Official Municipality = new(34, OfficialRoles.MunicipalOfficer);
    private static readonly Official Education = new(35, OfficialRoles.EducationOfficer);

    private static Given Granted() => Procedure.ApplicationTests.Granted();

    private static Given Linked() => Granted().Happened("2024-02-20", new LinkedToMunicipality(new(363)));

    private static Given Housed() => Linked().Happened("2024-04-01", new HomeOffered(new(363))).Happened("2024-04-15", new MovedIntoHome(new(363)));

    [Fact]
    public void A_permit_holder_is_registered_as_a_resident() =>
        Granted().When(new RegisterResident(Municipality), "2024-02-20").Then(new ResidentRegistered());

    [Fact]
    public void An_applicant_after_six_months() =>
        AnAdult().Lodged("2024-01-15").When(new RegisterResident(Municipality), "2024-07-15").Then(new ResidentRegistered());

    [Fact]
    public void Not_sooner() =>
        AnAdult().Lodged("2024-01-15").When(new RegisterResident(Municipality), "2024-07-14").ThenRefused("resident.too-soon", "2024-07-15");

    [Fact]
    public void The_address_of_a_home_is_registered() =>
        Housed().When(new RegisterAddress(Municipality), "2024-04-18").Then(new AddressRegistered());

    [Fact]
    public void Without_a_home_there_is_none() =>
        Granted().When(new RegisterAddress(Municipality), "2024-04-18").ThenRefused("resident.no-home");

    [Fact]
    public void A_child_goes_to_school_within_three_months() =>
        AChild().Lodged("2024-01-15").When(new EnrolInSchool(), "2024-04-15").Then(new EnrolledInSchool());

    [Fact]
    public void A_child_without_school_for_longer_is_a_breach() =>
        AChild().Lodged("2024-01-15").When(new EnrolInSchool(), "2024-04-16")
            .Then(new EnrolledInSchool(), new BreachRecorded("minimum-standards", Date("2024-04-15")));

    [Fact]
    public void A_child_at_school_stays_there() =>
        AChild().Lodged("2024-01-15").Placed("2024-01-20").Happened("2024-03-01", new EnrolledInSchool())
            .When(new EnrolInSchool(), "2024-04-01").ThenRefused("guidance.already-done");

    [Fact]
    public void A_move_is_another_school() =>
        AChild().Lodged("2024-01-15").Placed("2024-01-20").Happened("2024-03-01", new EnrolledInSchool())
            .Happened("2024-04-01", new PersonMoved(new(5), new(6), Modality.Regular)).When(new EnrolInSchool(), "2024-05-20").Then(new EnrolledInSchool());

    [Fact]
    public void An_adult_goes_to_no_school() => AnAdult().Lodged("2024-01-15").When(new EnrolInSchool(), "2024-04-01").ThenRefused("school.not-of-age");

    [Fact]
    public void Lessons_begin_while_the_claim_is_judged() =>
        AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18").When(new BeginLessons(), "2024-04-01").Then(new LessonsBegun());

    [Fact] // Participation also while preparing return (C20).
    public void Or_while_return_is_prepared_after_it_was_judged()
    {
        var returning = Return.ReturnFileTests.Returning();
        Assert.True(returning.AheadOn("2023-07-03").CanTake(SettlingSteps.Learn));
        returning.When(new BeginLessons(), "2023-07-03").Then(new LessonsBegun());
    }

    [Fact]
    public void Lessons_begin_once() =>
        Granted().Happened("2024-03-01", new LessonsBegun()).When(new BeginLessons(), "2024-04-01").ThenRefused("guidance.already-done");

    [Fact]
    public void Where_another_state_is_responsible_there_are_no_lessons() =>
        AnAdult().Lodged("2024-01-15").InTrack(Track.Dublin, "2024-01-18").When(new BeginLessons(), "2024-04-01").ThenRefused("lessons.not-offered");

    [Fact]
    public void A_permit_holder_is_asked_what_home_fits() =>
        Granted().When(new HoldHousingInterview(Officials.Reception), "2024-02-15").Then(new HousingInterviewHeld());

    [Fact]
    public void Before_a_link_not_after_it() =>
        Linked().When(new HoldHousingInterview(Officials.Reception), "2024-02-25").ThenRefused("housing-interview.already-linked");

    [Fact]
    public void A_permit_holder_is_told_of_the_duty_to_integrate() =>
        Granted().When(new NotifyIntegrationDuty(Education), "2024-03-10").Then(new IntegrationDutyNotified());

    [Fact]
    public void Children_have_no_such_duty() =>
        AChild().Lodged("2024-01-15").Decided(DecisionOutcome.GrantDerived, "2024-02-01").Happened("2024-02-01", new PermitIssued(60))
            .When(new NotifyIntegrationDuty(Education), "2024-03-10").ThenRefused("integration.minor");

    [Fact]
    public void The_municipality_that_someone_is_linked_to_holds_the_intake() =>
        Linked().When(new HoldBroadIntake(Municipality), "2024-03-10").Then(new BroadIntakeHeld());

    [Fact]
    public void Without_a_link_no_municipality_does() =>
        Granted().When(new HoldBroadIntake(Municipality), "2024-03-10").ThenRefused("integration.not-linked");

    [Fact]
    public void The_plan_follows_on_the_intake() =>
        Linked().Happened("2024-03-10", new BroadIntakeHeld()).When(new AdoptIntegrationPlan(Municipality), "2024-05-10").Then(new IntegrationPlanAdopted());

    [Fact]
    public void Not_before_it() => Linked().When(new AdoptIntegrationPlan(Municipality), "2024-05-10").ThenRefused("integration.no-intake");

    [Fact]
    public void Social_guidance_begins_in_the_home() =>
        Housed().When(new BeginSocialGuidance(Municipality), "2024-04-20").Then(new SocialGuidanceBegun());

    [Fact]
    public void And_not_in_reception() => Linked().When(new BeginSocialGuidance(Municipality), "2024-04-20").ThenRefused("resident.no-home");

    [Fact]
    public void Social_assistance_begins_in_the_home() =>
        Housed().When(new GrantSocialAssistance(Municipality), "2024-05-20").Then(new SocialAssistanceGranted());

    [Fact]
    public void It_is_granted_once() =>
        Housed().Happened("2024-05-20", new SocialAssistanceGranted()).When(new GrantSocialAssistance(Municipality), "2024-05-21")
            .ThenRefused("guidance.already-done");

    [Fact]
    public void The_counsellor_talks_with_whoever_must_depart() =>
        AnAdult().Lodged("2023-01-15").Happened("2023-09-01", new ReturnFileOpened()).When(new HoldDepartureTalk(Officials.Returning), "2023-09-10")
            .Then(new DepartureTalkHeld());

    [Fact]
    public void Once_a_day_will_do() =>
        AnAdult().Lodged("2023-01-15").Happened("2023-09-01", new ReturnFileOpened()).Happened("2023-09-10", new DepartureTalkHeld())
            .When(new HoldDepartureTalk(Officials.Returning), "2023-09-10").ThenRefused("departure-talk.held-today");
}
