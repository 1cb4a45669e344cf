using System.Reflection;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain.Tests;

/// <summary>What lies ahead, told of single people; whole lives are in the conformance tests.</summary>
public sealed class WayAheadTests
{
    [Fact]
    public void A_family_on_its_first_day_is_identified_first_and_the_rest_waits_for_that()
    {
        var ahead = Given.AnAdult().WithAChild().Arrived("2024-01-15").Placed("2024-01-15", Modality.CentralReception).AheadOn("2024-01-15");
        var identify = Step(ahead, "identify-person");
        Assert.Equal((Party.AliensPolice, Given.Date("2024-01-18")), (identify.Party, identify.LastDay));
        Assert.Equal("identify-person", Step(ahead, "lodge-application").WaitsFor?.Code);
        Assert.Equal("identify-person", Step(ahead, "hold-registration-interview").WaitsFor?.Code);
        Assert.Equal("hold-registration-interview", Step(ahead, "confirm-track").WaitsFor?.Code);
        Assert.Contains(ahead.Entitlements, entitled => entitled is { Code: "reception", Kind: Modality.CentralReception, Until: null });
        Assert.DoesNotContain(ahead.Entitlements, entitled => entitled.Code == "allowance"); // Meals are given there.
        Assert.Equal("2024-01-25", Step(ahead, "move-on").LastDay?.ToString());
    }

    [Fact]
    public void After_registration_the_track_is_to_be_confirmed_and_the_decision_period_runs()
    {
        var ahead = Given.AnAdult().Lodged("2024-01-15").Happened("2024-01-16", new RegistrationInterviewHeld()).AheadOn("2024-01-16");
        Assert.True(ahead.CanTake(ApplicationSteps.ConfirmTheTrack));
        var decide = Step(ahead, "decide-application");
        Assert.Equal("confirm-track", decide.WaitsFor?.Code);
        Assert.Equal("2025-04-15", decide.LastDay?.ToString()); // Six months and the nine of the general extension.
        Assert.Equal("2024-01-18", Step(ahead, "issue-applicant-document").LastDay?.ToString());
        Assert.Equal("2024-07-15", Entitlement(ahead, "paid-work").From?.ToString());
        Assert.Contains(ahead.MayDo, right => right is { Code: "withdraw-application", Norm: "red-line-7" });
    }

    [Fact]
    public void On_the_eve_of_the_end_of_the_rest_period_the_interview_waits_one_day_more()
    {
        var given = Given.AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-16");
        Assert.Equal("plan-interview", Step(given.AheadOn("2024-02-05"), "hold-interview").WaitsFor?.Code);
        var planned = given.Happened("2024-01-29", new InterviewPlanned(Given.Date("2024-02-06")));
        var ahead = planned.AheadOn("2024-02-05");
        Assert.False(ahead.CanTake(InterviewSteps.Hold));
        Assert.Equal("2024-02-06", ahead.NextChangeOn?.ToString());
        Assert.True(planned.AheadOn("2024-02-06").CanTake(InterviewSteps.Hold));
        Assert.DoesNotContain(planned.AheadOn("2024-02-07").Steps, step => step.Code == "hold-interview"); // Missed, or to be moved.
        Assert.Equal("rest-period", Assert.Single(ahead.Terms, term => term.Code == "rest-period").Norm);
    }

    [Fact] // Four weeks from Saturday 3 February end on Saturday 2 March, and so on Monday.
    public void A_man_refused_can_appeal_through_Monday_when_the_last_day_is_a_Saturday()
    {
        var given = Given.AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-02").Interviewed("2023-12-01").Extended("2023-12-04")
            .Intended("2023-12-20").Viewed("2024-01-10").Decided(DecisionOutcome.Unfounded, "2024-02-03");
        var ahead = given.AheadOn("2024-03-02");
        Assert.True(ahead.CanTake(AppealSteps.Lodge));
        Assert.Equal("2024-03-04", Assert.Single(ahead.MayDo, right => right.Code == "lodge-appeal").Until?.ToString());
        Assert.Equal("2024-03-05", Step(ahead, "open-return-file").Earliest?.ToString());
        Assert.False(ahead.CanTake(ReturnSteps.OpenFile));
        Assert.Equal("2024-03-05", given.AheadOn("2024-03-04").NextChangeOn?.ToString());
        var after = given.AheadOn("2024-03-05");
        Assert.False(after.CanTake(AppealSteps.Lodge));
        Assert.True(after.CanTake(ReturnSteps.OpenFile));
        Assert.True(after.CanTake(ApplicationSteps.ApplyAgain));
        var (last, grounds) = given.Explained(AppealSteps.AppealTermType);
        Assert.Equal("2024-03-04", last?.ToString());
        Assert.Contains(grounds.Steps, step => step.Kind == TermStepKind.Rolled);
    }

    [Fact]
    public void While_a_suspensive_appeal_is_pending_nothing_of_return_lies_ahead()
    {
        var ahead = Given.AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-02").Interviewed("2023-12-01").Extended("2023-12-04")
            .Intended("2023-12-20").Viewed("2024-01-10").Decided(DecisionOutcome.Unfounded, "2024-02-03")
            .Happened("2024-02-20", new AppealLodged(true)).AheadOn("2024-06-01");
        Assert.Equal(Party.Court, Step(ahead, "rule-on-appeal").Party);
        Assert.DoesNotContain(ahead.Steps, step => step.Type.Command.Namespace == typeof(OpenReturnFile).Namespace);
        Assert.DoesNotContain(ahead.Steps, step => step.Code == "end-reception-after-departure-period");
    }

    [Fact]
    public void A_permit_holder_in_the_third_week_is_late_to_be_linked_and_has_three_months_for_the_family()
    {
        var ahead = Given.AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-02").Interviewed("2023-12-01")
            .Decided(DecisionOutcome.GrantSubsidiary, "2024-02-01", inGeneralProcedure: true)
            .Happened("2024-02-01", new PermitIssued(60)).Placed("2024-02-01", Modality.Municipal).AheadOn("2024-02-19");
        var link = Step(ahead, "link-to-municipality");
        Assert.Equal("2024-02-15", link.LastDay?.ToString());
        Assert.True(link.IsOverdueOn(ahead.Today));
        Assert.False(link.IsOverdueOn(Given.Date("2024-02-15")));
        Assert.Equal(("2024-04-25", "link-to-municipality"), (Step(ahead, "offer-home").LastDay?.ToString(), Step(ahead, "offer-home").WaitsFor?.Code));
        Assert.Equal("2024-05-09", Step(ahead, "move-into-home").LastDay?.ToString());
        Assert.Equal("municipal-site", Step(ahead, "move-on").Norm);
        Assert.Equal("2024-05-01", Assert.Single(ahead.MayDo, right => right.Code == "request-reunification").Until?.ToString());
        Assert.Equal(Party.EducationAgency, Step(ahead, "notify-integration-duty").Party);
        Assert.Null(Entitlement(ahead, "paid-work").From);
    }

    [Fact]
    public void When_the_transfer_period_is_over_only_the_law_goes_on_and_the_clock_may_record_it()
    {
        var given = Given.AnAdult().Lodged("2024-01-15").InTrack(Track.Dublin, "2024-01-16")
            .Happened("2024-01-20", new DublinTransferRequested(true)).Happened("2024-02-05", new DublinReplyReceived(true))
            .Intended("2024-02-06").Viewed("2024-02-15").Decided(DecisionOutcome.NotTakenUp, "2024-02-20");
        var transfer = Step(given.AheadOn("2024-03-25"), "transfer-to-state");
        Assert.Equal(("2024-08-05", "lapse-transfer"), (transfer.LastDay?.ToString(), transfer.Lapses?.Code));
        Assert.False(given.AheadOn("2024-08-05").CanTake(DublinSteps.LapseOfTransfer));
        var over = given.AheadOn("2024-08-06");
        Assert.True(over.CanTake(DublinSteps.LapseOfTransfer));
        Assert.DoesNotContain(over.Steps, step => step.Code == "transfer-to-state");
        given.When(new LapseTransfer(), "2024-08-06").Then(new TransferLapsed(Given.Date("2024-08-06")));
    }

    [Fact]
    public void At_the_border_entry_follows_by_operation_of_law_after_four_weeks()
    {
        var given = Given.AnAdult().Arrived("2024-01-15", atBorder: true).Happened("2024-01-15", new EntryDeferred(Officials.BorderGuard));
        var grant = Step(given.AheadOn("2024-01-20"), "grant-entry");
        Assert.Equal(("enter-by-law", Party.BorderGuard), (grant.Lapses?.Code, grant.Party));
        var enter = Step(given.AheadOn("2024-01-20"), "enter-by-law");
        Assert.Equal((grant.LastDay?.PlusDays(1), Party.OperationOfLaw), (enter.Earliest, enter.Party));
        Assert.Equal("enter-by-law", Step(given.AheadOn("2024-06-01"), "enter-by-law").Code);
        given.When(new GrantEntry(Official.Clock, ByOperationOfLaw: true), enter.Earliest?.ToString() ?? "").Then(new EntryGranted(true));
    }

    [Fact]
    public void A_minor_alone_has_a_guardian_to_be_appointed_until_the_eighteenth_birthday()
    {
        var given = Given.AnUnaccompaniedMinor().Lodged("2024-01-15").Placed("2024-01-15", Modality.Minors);
        Assert.Equal("2026-04-30", Step(given.AheadOn("2024-01-16"), "appoint-guardian").Until?.ToString());
        Assert.Equal("2026-04-30", Entitlement(given.AheadOn("2024-01-16"), "guardian").Until?.ToString());
        Assert.DoesNotContain(given.AheadOn("2026-05-01").Steps, step => step.Code is "appoint-guardian" or "enrol-in-school");
    }

    [Fact]
    public void Whoever_is_detained_must_be_free_by_the_last_day_and_the_court_told_before()
    {
        var ahead = Given.AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-16").Happened(
            "2024-02-01", new DetentionImposed(DetentionBasis.Application, DetentionGrounds.FalsePapers | DetentionGrounds.NoMeans, Officials.Detaining)).AheadOn("2024-02-02");
        var free = Step(ahead, "release");
        Assert.Equal(Party.DetainingAuthority, free.Party);
        Assert.Equal(Assert.Single(ahead.Terms, term => term.Code == "detention").LastDay, free.LastDay);
        Assert.Equal("2024-02-29", Assert.Single(ahead.Terms, term => term.Code == "detention-notice").LastDay.ToString());
    }

    [Fact]
    public void Late_is_a_decision_of_which_the_period_is_over_and_then_notice_can_be_given()
    {
        var given = Given.AnAdult().Lodged("2022-01-10").InTrack(Track.General, "2022-01-11").Interviewed("2022-06-01").Extended("2022-06-02");
        var decide = Step(given.AheadOn("2024-01-10"), "decide-application");
        Assert.True(decide.IsOverdueOn(Given.Date("2024-01-10")));
        var notice = Assert.Single(given.AheadOn("2024-01-10").MayDo, right => right.Code == "give-default-notice");
        Assert.Equal(decide.LastDay?.PlusDays(1), notice.Earliest);
        var noticed = given.Happened("2024-01-10", new DefaultNoticeReceived()).AheadOn("2024-01-10");
        Assert.Equal("2024-01-25", Step(noticed, "order-decision").Earliest?.ToString());
    }

    [Fact]
    public void Of_a_file_that_is_not_open_only_asking_protection_lies_ahead()
    {
        var ahead = WayAhead.Of(CaseFile.Unopened, Household.Empty, Regimes.January2024, Given.Date("2024-01-10"));
        Assert.Empty(ahead.Steps);
        Assert.Equal(["ask-protection", "pre-register"], ahead.MayDo.Select(right => right.Code));
        Assert.Empty(ahead.Entitlements);
        Assert.Null(ahead.NextChangeOn);
    }

    [Fact] // Nobody but the moratorium's own policy says when it is over: lifting it is listed until its last day.
    public void A_tie_that_was_stated_is_to_be_established_and_a_moratorium_can_be_lifted()
    {
        var given = Given.AnAdult().WithRelative(new(8), FamilyRole.Partner, "1991-01-01").WithRelative(new(9), FamilyRole.Child, "2016-01-01")
            .WithClaimedLink(new(8), FamilyLink.Parent, new(9)).Arrived("2024-01-15")
            .Happened("2024-02-01", new MoratoriumApplied(MoratoriumKind.Departure, new(default, Given.Date("2024-01-20")), Given.Date("2024-07-10"), Officials.Deciding));
        var ahead = given.AheadOn("2024-02-02");
        Assert.True(ahead.CanTake(CircleSteps.Establish));
        Assert.Equal("2024-07-10", Step(ahead, "lift-departure-moratorium").Until?.ToString());
        given.When(new LiftMoratorium(Officials.Deciding, MoratoriumKind.Departure), "2024-02-02").Then(new MoratoriumLifted(MoratoriumKind.Departure));
    }

    [Fact]
    public void A_file_merged_into_another_has_an_empty_list()
    {
        var merged = Given.AnAdult().Lodged("2024-01-15")
            .Happened("2024-02-01", new Chain.Records.FileMergedInto(new(70), Chain.Records.MergeGround.Fingerprints, Officials.Records)).AheadOn("2024-02-02");
        Assert.Empty(merged.Steps);
        Assert.Empty(merged.MayDo);
        Assert.Empty(merged.Entitlements);
        Assert.Empty(merged.Terms);
    }

    [Fact] // Red lines 5 and 6.
    public void What_tells_of_treatment_incidents_or_partners_is_for_the_party_it_names_only() => Assert.Equal(
        ["answer-handover", "complete-referral", "end-treatment", "impose-measure", "judge-placement-facts", "record-needs", "report-incident", "review-measure", "revoke-handover",
            "withdraw-placement"],
        StepType.All.Where(type => type.OnlyForParty).Select(type => type.Code));

    [Fact] // A worklist shows what is due; on the first days of an ordinary file that is a handful.
    public void What_is_due_on_an_ordinary_file_stays_few()
    {
        var ahead = Given.AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-16").Placed("2024-01-16").AheadOn("2024-01-20");
        Assert.InRange(ahead.Steps.Count(step => step.Type.Force == StepForce.Due && step.IsOpenOn(ahead.Today)), 1, 12);
    }

    [Fact]
    public void A_hold_stands_before_the_decision_until_it_is_lifted()
    {
        var given = Given.AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-02").Interviewed("2023-12-01")
            .Happened("2023-12-02", new HoldPlaced(Holds.Security, Officials.Deciding));
        Assert.Equal("lift-hold", Step(given.AheadOn("2023-12-03"), "decide-application").WaitsFor?.Code);
        Assert.True(given.Happened("2023-12-10", new HoldLifted(Holds.Security, Officials.Deciding)).AheadOn("2023-12-11").CanTake(DecisionSteps.Decide));
    }

    [Fact]
    public void Every_kind_of_step_has_a_code_of_its_own_and_words_in_two_languages()
    {
        Assert.InRange(StepType.All.Length, 75, 300);
        Assert.Distinct(StepType.All.Select(type => type.Code).Concat(EntitlementType.All.Select(type => type.Code)));
        Assert.Distinct(TermType.All.Select(type => type.Code));
        Assert.All(StepType.All, type => AssertNamed(type.Code, type.Name, type.Norm));
        Assert.All(EntitlementType.All, type => AssertNamed(type.Code, type.Name, type.Norm));
        Assert.All(TermType.All, type => AssertNamed(type.Code, type.Name, type.Norm));
        Assert.All(Enum.GetValues<Party>(), party => AssertNamed("party", Parties.NameOf(party), "fact"));
    }

    [Fact] // Red line 3: an official takes it who has the power, or the law itself, or records what the person wants.
    public void Who_must_take_a_step_has_the_power_to() => Assert.All(StepType.All, type =>
    {
        var role = Parties.RoleOf(type.Party);
        if (type.Command.GetMethod("get_Empowered", BindingFlags.Public | BindingFlags.Instance) is null || type.Command.IsSubclassOf(typeof(Chain.Partners.PartnersCommand)))
        {
            return; // Whose turn a handover is, each row says; what lies ahead in scenarios is tried with that party's function.
        }
        var act = (IOfficialAct)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type.Command);
        Assert.True(
            (act.Empowered & role) != 0 || type.Party is Party.OperationOfLaw || type is { Party: Party.Applicant, Force: StepForce.Right },
            $"{type.Code}: {type.Party} has no power for {type.Command.Name}");
    });

    [Fact]
    public void What_the_clock_may_record_is_no_act_of_an_official()
    {
        Assert.All(StepType.All.Where(type => type.Force == StepForce.ByLaw), type => Assert.Equal(Party.OperationOfLaw, type.Party));
        Assert.Equal(
            ["end-guardianship-at-age", "enter-by-law", "expire-travel-document", "lapse-dublin-request", "lapse-transfer", "record-permit-expiry"],
            StepType.All.Where(type => type.Force == StepForce.ByLaw).Select(type => type.Code));
    }

    private static NextStep Step(WayAhead ahead, string code) => Assert.Single(ahead.Steps, step => step.Code == code);

    private static Entitlement Entitlement(WayAhead ahead, string code) => Assert.Single(ahead.Entitlements, entitled => entitled.Code == code);

    private static void AssertNamed(string code, Text name, string norm)
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", code);
        Assert.False(string.IsNullOrWhiteSpace(name.Dutch) || string.IsNullOrWhiteSpace(name.English) || string.IsNullOrWhiteSpace(norm), code);
        Assert.True(name.Dutch != name.English || name.Dutch.Length < 5 || name.Dutch is "DT&V", code);
    }
}
