using Schakel.Chain;
using Schakel.Rehearsal.Steps;
using DecisionOutcome = Schakel.Rehearsal.Steps.DecisionOutcome;
using DepartureKind = Schakel.Rehearsal.Steps.DepartureKind;
using Modality = Schakel.Rehearsal.Reception.Modality;
using ReceptionEnd = Schakel.Rehearsal.Steps.ReceptionEnd;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>
/// One refused man whole: extended procedure, intention, view, refusal, appeal dismissed, departure period, return file, travel
/// document, detention, forced departure. And one for whom another state was responsible.
/// </summary>
public sealed class OneRefusedManTests
{
    private static Life Registered() => new Life("2024-01-10", Life.Person(0, "1995-03-03", HouseholdRole.Main))
        .Site(0, 200, Modality.Arrival).Site(1, 400, Modality.Regular).Site(2, 50, Modality.Supervised)
        .All("2024-01-15", StepKind.Arrive).All("2024-01-15", StepKind.Place)
        .All("2024-01-16", StepKind.Identify).All("2024-01-16", StepKind.LodgeApplication, 1)
        .All("2024-01-17", StepKind.HoldRegistrationInterview);

    private static Life Refused() => Registered()
        .All("2024-01-18", StepKind.ConfirmTrack, 4).All("2024-01-18", StepKind.Move, 1)
        .All("2024-03-01", StepKind.PlanInterview, Life.Date("2024-03-18").Number).All("2024-03-18", StepKind.HoldInterview)
        .All("2024-03-19", StepKind.SubmitCorrections).All("2024-03-20", StepKind.ReferToExtendedProcedure)
        .All("2024-07-24", StepKind.IssueWorkPermit).All("2024-08-01", StepKind.StartWork)
        .All("2024-09-02", StepKind.IssueIntention).All("2024-09-26", StepKind.SubmitView)
        .All("2024-10-14", StepKind.DecideApplication, (int)DecisionOutcome.Unfounded)
        .All("2024-11-05", StepKind.LodgeAppeal).All("2025-04-03", StepKind.RuleOnAppeal, 0)
        .All("2025-05-02", StepKind.OpenReturnFile).All("2025-05-05", StepKind.RequestTravelDocument)
        .All("2025-05-09", StepKind.Move, 2).All("2025-08-01", StepKind.LeaveReception, (int)ReceptionEnd.PeriodLapsed)
        .All("2025-08-20", StepKind.ReceiveTravelDocument).All("2025-09-01", StepKind.Detain)
        .All("2025-09-20", StepKind.Depart, (int)DepartureKind.Forced);

    private static Life TransferDecided() => Registered()
        .All("2024-01-18", StepKind.ConfirmTrack, 1).All("2024-01-30", StepKind.RequestDublinTransfer, 0, 1)
        .All("2024-02-13", StepKind.ReceiveDublinReply, 1).All("2024-02-14", StepKind.IssueIntention)
        .All("2024-02-26", StepKind.SubmitView).All("2024-03-11", StepKind.DecideApplication, (int)DecisionOutcome.NotTakenUp)
        .All("2024-03-15", StepKind.LodgeAppeal).All("2024-04-22", StepKind.RuleOnAppeal, 0);

    private static Life Transferred() => TransferDecided()
        .All("2024-05-28", StepKind.TransferToState).All("2024-05-28", StepKind.LeaveReception, (int)ReceptionEnd.Departed);

    private static Life Absconded() => TransferDecided()
        .All("2024-05-02", StepKind.LeaveUnknown, 0, 1).All("2024-05-16", StepKind.NotifyAbsconding)
        .All("2025-08-14", StepKind.LapseTransfer).All("2025-08-14", StepKind.Arrive).All("2025-08-14", StepKind.Place)
        .All("2025-08-15", StepKind.ConfirmTrack, 4)
        .All("2025-08-15", StepKind.PlanInterview, Life.Date("2025-09-01").Number).All("2025-09-01", StepKind.HoldInterview)
        .All("2025-09-05", StepKind.DecideApplication, (int)DecisionOutcome.GrantRefugee).All("2025-09-05", StepKind.IssuePermit, 60);

    private static Life Late() => Registered()
        .All("2024-01-18", StepKind.ConfirmTrack, 4)
        .All("2025-05-01", StepKind.ReceiveDefaultNotice).All("2025-07-01", StepKind.OrderDecision, 112, 100)
        .All("2025-09-01", StepKind.PlanInterview, Life.Date("2025-10-01").Number).All("2025-10-01", StepKind.HoldInterview)
        .All("2025-10-28", StepKind.DecideApplication, (int)DecisionOutcome.GrantRefugee).All("2025-10-28", StepKind.PayPenalty, 700);

    [Fact]
    public void The_life_of_one_refused_man_is_accepted_from_registration_to_forced_departure()
    {
        var replay = Refused().Replayed();
        Assert.Empty(replay.Report().Refused);
        Assert.Equal(Presences.Departed, replay.FileOf(0).Presence);
        Assert.Null(replay.FileOf(0).Return.Detention);
        Assert.DoesNotContain("detention", replay.Report().Breaches.Keys);
    }

    [Fact]
    public void And_of_one_who_was_transferred_to_another_state()
    {
        var replay = Transferred().Replayed();
        Assert.Empty(replay.Report().Refused);
        Assert.Equal(Presences.Departed, replay.FileOf(0).Presence);
        Assert.Equal(0, replay.SiteOf(0).Occupancy);
    }

    [Fact]
    public void And_of_one_who_absconded_came_back_and_was_granted()
    {
        var replay = Absconded().Replayed();
        Assert.Empty(replay.Report().Refused);
        Assert.NotNull(replay.FileOf(0).Procedure.Permit);
    }

    [Fact]
    public void And_of_one_who_waited_until_a_court_ordered_a_decision()
    {
        var replay = Late().Replayed();
        Assert.Empty(replay.Report().Refused);
        Assert.Equal(700, replay.FileOf(0).Procedure.Late?.PaidEuro);
        Assert.Equal(1, replay.Report().Breaches["decision-period"]);
    }

    [Theory]
    [InlineData(StepKind.IssueIntention, StepKind.DecideApplication, "decision.no-intention")]
    [InlineData(StepKind.RuleOnAppeal, StepKind.RequestTravelDocument, "return.claim-or-appeal-runs")]
    [InlineData(StepKind.OpenReturnFile, StepKind.RequestTravelDocument, "return.no-file")]
    [InlineData(StepKind.ReceiveTravelDocument, StepKind.Depart, "departure.no-travel-document")]
    [InlineData(StepKind.DecideApplication, StepKind.LodgeAppeal, "appeal.nothing-to-appeal")]
    public void Without_one_step_another_is_refused(StepKind missing, StepKind refused, string code) =>
        Assert.Contains(
            Refused().Without(missing).Replayed().Report().Refused, found => found.Kind == refused && found.Refusal.Code == code);

    [Fact]
    public void Nobody_is_transferred_without_a_decision() =>
        Assert.Contains(
            Transferred().Without(StepKind.DecideApplication).Replayed().Report().Refused,
            found => found.Refusal.Code == "dublin.no-transfer-decision");

    [Fact]
    public void A_refused_step_leaves_no_trace()
    {
        var life = Registered().All("2024-01-18", StepKind.Move, 7);
        var replay = life.Replayed();
        var refused = Assert.Single(replay.Report().Refused);
        Assert.Equal("site.not-open", refused.Refusal.Code);
        Assert.Equal(new SiteId(1), replay.FileOf(0).Reception.Site);
        Assert.Equal(1, replay.SiteOf(0).Occupancy);
    }

    [Fact]
    public void Steps_come_in_order_of_time()
    {
        var replay = Registered().Replayed();
        Assert.Throws<ArgumentException>(() => replay.Apply(new Step(0, 0, 0, 0, StepKind.Arrive)));
    }
}
