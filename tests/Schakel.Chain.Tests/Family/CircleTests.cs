using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class GuardianshipTests
{
    private static readonly Official Nidos = new(41, OfficialRoles.Guardian);
    private static readonly ChangeGuardian Change = new(Nidos, 500);
    private static readonly EndGuardianship Eighteen = new(Official.Clock, GuardianshipEnd.CameOfAge);
    private static readonly EndGuardianship ParentCame = new(Officials.Judge, GuardianshipEnd.ParentHere);

    private static Given Ward() => AnUnaccompaniedMinor().Lodged("2024-01-15").Happened("2024-01-16", new GuardianAppointed());

    [Fact]
    public void Another_guardian_takes_over() => Ward().When(Change, "2024-03-01").Then(new GuardianChanged(500, Nidos));

    [Fact]
    public void A_guardian_is_not_changed_for_the_same() =>
        Ward().Happened("2024-03-01", new GuardianChanged(500, Nidos)).When(Change, "2024-03-02").ThenRefused("guardian.same");

    [Fact]
    public void Who_has_none_gets_no_other() =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").When(Change, "2024-03-01").ThenRefused("guardian.none");

    [Fact]
    public void Nor_does_who_came_of_age() => Ward().When(Change, "2026-05-01").ThenRefused("guardian.not-a-minor-alone");

    [Fact]
    public void At_eighteen_it_ends_by_operation_of_law() =>
        Ward().When(Eighteen, "2026-05-01").Then(new GuardianshipEnded(GuardianshipEnd.CameOfAge));

    [Fact]
    public void And_not_a_day_sooner() => Ward().When(Eighteen, "2026-04-30").ThenRefused("guardian.still-minor", "2026-05-01");

    [Fact]
    public void Sooner_a_judge_decides() => Ward().When(ParentCame, "2024-06-01").Then(new GuardianshipEnded(GuardianshipEnd.ParentHere));

    [Fact]
    public void It_ends_once() =>
        Ward().Happened("2024-06-01", new GuardianshipEnded(GuardianshipEnd.ParentHere)).When(Eighteen, "2026-05-01").ThenRefused("guardian.none");

    [Fact]
    public void A_child_left_without_one_gets_one_again() =>
        Ward().Happened("2024-06-01", new GuardianshipEnded(GuardianshipEnd.OtherGuardian)).When(new AppointGuardian(Officials.Judge), "2024-06-02")
            .Then(new GuardianAppointed());
}

public sealed class CounselTests
{
    private static readonly Official Board = new(32, OfficialRoles.LegalAidOfficer);
    private static readonly NameLawyer Name = new(Board, 900);
    private static readonly ChangeLawyer Change = new(Board, 901, LawyerChangeReason.Unavailable);
    private static readonly WithdrawLawyer Withdraw = new(Board);

    private static Given Assigned() => AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18").Happened("2024-01-19", new LawyerAssigned(1));

    private static Given Named() => Assigned().Happened("2024-01-19", new LawyerNamed(900));

    private static Given Closed() => Named().Happened("2024-02-08", new ApplicationDecided(DecisionOutcome.GrantRefugee, true, Officials.Deciding), new PermitIssued(60));

    [Fact]
    public void The_lawyer_who_was_assigned_is_named() => Assigned().When(Name, "2024-01-19").Then(new LawyerNamed(900));

    [Fact]
    public void Nobody_is_named_who_was_not_assigned() =>
        AnAdult().Lodged("2024-01-15").When(Name, "2024-01-19").ThenRefused("lawyer.none-assigned");

    [Fact]
    public void Nor_twice() => Named().When(Name, "2024-01-20").ThenRefused("lawyer.already-named");

    [Fact]
    public void The_same_one_stays_throughout() => Named().When(Name with { Lawyer = 901 }, "2024-02-20").ThenRefused("lawyer.same-throughout");

    [Fact]
    public void A_closed_file_gets_no_lawyer() =>
        Assigned().Happened("2024-02-08", new ApplicationDecided(DecisionOutcome.GrantRefugee, true, Officials.Deciding), new PermitIssued(60))
            .When(Name, "2024-03-01").ThenRefused("lawyer.file-closed");

    [Fact]
    public void Another_takes_over_for_a_reason() => Named().When(Change, "2024-02-01").Then(new LawyerChanged(901, LawyerChangeReason.Unavailable));

    [Fact]
    public void From_somebody() => Assigned().When(Change, "2024-02-01").ThenRefused("lawyer.none-named");

    [Fact]
    public void Not_from_oneself() => Named().When(Change with { Lawyer = 900 }, "2024-02-01").ThenRefused("lawyer.already-named");

    [Fact]
    public void Not_on_a_closed_file() => Closed().When(Change, "2024-03-01").ThenRefused("lawyer.file-closed");

    [Fact]
    public void Who_asks_for_relatives_may_still_have_one() =>
        Closed().Happened("2024-03-01", new ReunificationRequested(2)).When(Change, "2024-03-02")
            .Then(new LawyerChanged(901, LawyerChangeReason.Unavailable));

    [Fact]
    public void An_assignment_is_withdrawn() => Named().When(Withdraw, "2024-02-01").Then(new LawyerWithdrawn());

    [Fact]
    public void After_that_another_can_be_assigned() =>
        Named().Happened("2024-02-01", new LawyerWithdrawn()).When(new AssignLawyer(Board), "2024-02-02").Then(new LawyerAssigned(1));

    [Fact]
    public void For_an_appeal_too() =>
        Named().Decided(DecisionOutcome.Unfounded, "2024-02-08").Happened("2024-02-10", new AppealLodged(Suspensive: true))
            .Happened("2024-02-12", new LawyerWithdrawn()).When(new AssignLawyer(Board), "2024-02-13").Then(new LawyerAssigned(1));

    [Fact]
    public void But_not_on_a_closed_file() =>
        Closed().Happened("2024-02-10", new LawyerWithdrawn()).When(new AssignLawyer(Board), "2024-03-01").ThenRefused("legal-aid.no-application");

    [Fact]
    public void Nothing_is_withdrawn_that_was_not_assigned() =>
        AnAdult().Lodged("2024-01-15").When(Withdraw, "2024-01-19").ThenRefused("lawyer.none-assigned");

    [Fact]
    public void Nobody_is_detained_without_one() =>
        Named().Happened("2024-06-01", new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.NoFixedAddress, Officials.Detaining))
            .When(Withdraw, "2024-06-02").ThenRefused("lawyer.detained");
}

public sealed class SupportTests
{
    private static Given Here() => AnAdult().Lodged("2024-01-15");

    private static Given Supported() => Here().Happened("2024-01-20", new SupportBegun(SupportOrganisations.CouncilForRefugees));

    private static Given Helped() => Here().Happened("2024-01-20", new TrustedHelperNamed(77, HelperTasks.Appointments));

    [Fact]
    public void Contact_begins_when_the_person_agrees() =>
        Here().When(new BeginSupport(SupportOrganisations.CouncilForRefugees, Consented: true), "2024-01-20")
            .Then(new SupportBegun(SupportOrganisations.CouncilForRefugees));

    [Fact]
    public void Not_otherwise() =>
        Here().When(new BeginSupport(SupportOrganisations.CouncilForRefugees, Consented: false), "2024-01-20").ThenRefused("support.no-consent");

    [Fact]
    public void It_begins_once() =>
        Supported().When(new BeginSupport(SupportOrganisations.CouncilForRefugees, true), "2024-01-21").ThenRefused("support.already-begun");

    [Theory]
    [InlineData(SupportOrganisations.None)]
    [InlineData(SupportOrganisations.RedCross | SupportOrganisations.Volunteers)]
    [InlineData((SupportOrganisations)(1 << 20))]
    public void With_one_organisation_at_a_time(SupportOrganisations organisation)
    {
        Here().When(new BeginSupport(organisation, true), "2024-01-20").ThenRefused("support.not-one");
        Here().When(new EndSupport(organisation), "2024-01-20").ThenRefused("support.not-one");
    }

    [Fact]
    public void Contact_ends() =>
        Supported().When(new EndSupport(SupportOrganisations.CouncilForRefugees), "2024-03-01").Then(new SupportEnded(SupportOrganisations.CouncilForRefugees));

    [Fact]
    public void Only_when_it_began() =>
        Supported().Happened("2024-03-01", new SupportEnded(SupportOrganisations.CouncilForRefugees))
            .When(new EndSupport(SupportOrganisations.CouncilForRefugees), "2024-03-02").ThenRefused("support.not-begun");

    [Fact]
    public void Someone_chooses_a_trusted_helper() =>
        Here().When(new NameTrustedHelper(77, HelperTasks.Appointments | HelperTasks.School), "2024-01-20")
            .Then(new TrustedHelperNamed(77, HelperTasks.Appointments | HelperTasks.School));

    [Fact]
    public void For_something() => Here().When(new NameTrustedHelper(77, HelperTasks.None), "2024-01-20").ThenRefused("trusted-helper.no-task");

    [Fact]
    public void Not_twice_for_the_same() =>
        Helped().When(new NameTrustedHelper(77, HelperTasks.Appointments), "2024-01-21").ThenRefused("trusted-helper.already-named");

    [Fact]
    public void But_with_other_tasks() =>
        Helped().When(new NameTrustedHelper(77, HelperTasks.Work), "2024-01-21").Then(new TrustedHelperNamed(77, HelperTasks.Work));

    [Fact]
    public void A_helper_is_let_go() => Helped().When(new DismissTrustedHelper(77), "2024-02-01").Then(new TrustedHelperDismissed(77));

    [Fact]
    public void Not_one_who_is_none() =>
        Helped().Happened("2024-02-01", new TrustedHelperDismissed(77)).When(new DismissTrustedHelper(77), "2024-02-02").ThenRefused("trusted-helper.not-named");

    [Fact]
    public void Nor_before_the_file_is_open() => AnAdult().When(new DismissTrustedHelper(77), "2024-02-02").ThenRefused("file.not-opened");

    [Fact] // Red line 5: a helper's account never opens the claim.
    public void No_task_of_a_helper_touches_the_claim() =>
        Assert.Equal(["None", "Appointments", "Letters", "School", "Work"], Enum.GetNames<HelperTasks>());
}
