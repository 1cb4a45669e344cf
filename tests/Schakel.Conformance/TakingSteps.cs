using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Conformance;

/// <summary>A step that lies ahead, taken: its command, filled as whoever takes it would.</summary>
internal static class TakingSteps
{
    private static readonly SiteId Elsewhere = new(99_999);
    private static readonly MunicipalityId Anywhere = new(99_999);

    /// <summary>The refusal when the step is taken on a day; null when it is accepted.</summary>
    public static Refusal? Take(in NextStep step, CaseFile file, Household household, Law law, Day day)
    {
        if (step.Type == CircleSteps.Establish)
        {
            var link = household.Links.First(one => !one.Established);
            return Decider.Decide(
                household, new EstablishLink(new(1, OfficialRoles.HearingOfficer), link.Person, link.Link, link.To, LinkEvidence.Documents), day).Refusal;
        }
        Refusal? refusal = null;
        foreach (var command in Ways(step, file, law, day))
        {
            refusal = Decider.Decide(file, household, command, law, day).Refusal;
            if (refusal is null)
            {
                return null;
            }
        }
        return refusal ?? throw new ArgumentException($"No way to take {step.Code}.", nameof(step));
    }

    // Where the step leaves a choice, each way it can be taken.
    private static IEnumerable<CaseCommand> Ways(NextStep step, CaseFile file, Law law, Day day)
    {
        var by = new Official(1, Parties.RoleOf(step.Party));
        if (step.Type.Command == typeof(PlanInterview))
        {
            // The interview is planned for some day of the coming months.
            return Enumerable.Range(0, 90).Select(ahead => new PlanInterview(by, day.PlusDays(ahead)));
        }
        if (step.Type == ReturnSteps.Extend)
        {
            return Enum.GetValues<ExtensionReason>().Select(reason => new ExtendDetention(by, reason));
        }
        if (step.Type == ReceptionSteps.PlaceToReturn)
        {
            return [new PlacePerson(by, Elsewhere, Modality.FreedomRestricting), new PlacePerson(by, Elsewhere, Modality.FamilySite)];
        }
        return TakingOtherSteps.Ways(step, by, file, day) ?? [One(step, by, file, law, day)];
    }

    private static CaseCommand One(NextStep step, Official by, CaseFile file, Law law, Day day)
    {
        var registration = file.Registration;
        var procedure = file.Procedure;
        var none = default(NoTrace);
        return step.Code switch
        {
            "ask-protection" => new RegisterArrival(registration.Household, registration.Born, FamilyRole.Main, new(1), false),
            "arrive-with-entry-visa" => new RegisterFamilyArrival(registration.Household, registration.Born, FamilyRole.Main, new(1)),
            "identify-person" => new IdentifyPerson(by, new(1), false),
            "lodge-application" => new LodgeApplication(1),
            "lodge-subsequent-application" => new LodgeSubsequentApplication(procedure.Application!.Ordinal + 1),
            "confirm-track" or "change-track" => new ConfirmTrack(by, Track.General, (int)Norms.Registration.TrackReason.Substance),
            "withdraw-application" => new WithdrawApplication(true, true, true) { By = new(1, OfficialRoles.HearingOfficer) },
            "record-missed-interview" => new MissInterview(NoShowCause.Illness),
            "lengthen-general-procedure" => new LengthenGeneralProcedure(
                by, procedure.Application!.InterviewedOn is null ? ProcedureVariant.Nine : ProcedureVariant.Extended20),
            "decide-application" => step.Earliest is null && procedure.Application!.Holds == Holds.None
                ? new DecideApplication(by with { Number = Reviewer(file) + 1 }, DecisionOutcome.GrantRefugee)
                : new DecideApplication(by with { Number = Reviewer(file) + 1 }, DecisionOutcome.Unfounded) { Ground = DecisionGround.NoGroundForPermit },
            "decide-transfer" => new DecideApplication(by, DecisionOutcome.NotTakenUp) { Ground = DecisionGround.OtherStateResponsible },
            "decide-on-arrival" => new DecideApplication(by, DecisionOutcome.GrantDerived),
            "put-out-of-consideration" => new DecideApplication(by, DecisionOutcome.OutOfConsideration)
            {
                Ground = file.Presence == Presences.Gone ? DecisionGround.Disappeared : DecisionGround.DidNotAppear,
            },
            "issue-permit" => new IssuePermit(
                by, PermitDuration.Months(law, day, procedure.Decision!.Outcome == DecisionOutcome.GrantSubsidiary, ref none)),
            "rule-on-appeal" => new RuleOnAppeal(by, true),
            "order-decision" => new OrderDecision(by, 56, 100),
            "pay-penalty" => new PayPenalty(by, 1),
            "request-dublin-transfer" => new RequestDublinTransfer(by, TakeBack: false),
            "lapse-dublin-request" => new LapseDublinRequest(TakeBack: false),
            "reply-to-dublin-request" => new ReceiveDublinReply(true),
            "transfer-to-state" => new TransferToState(by),
            "grant-entry" => new GrantEntry(by, ByOperationOfLaw: false),
            "enter-by-law" => new GrantEntry(Official.Clock, ByOperationOfLaw: true),
            "place-in-reception" => new PlacePerson(
                by, file.Reception.Circumstances.Offer is { Accepted: not false } offer ? offer.Site : Elsewhere, Modality.Regular),
            "move-on" => new MovePerson(by, Elsewhere, Modality.Regular) { Ground = Enum.GetValues<MoveGround>()[0] },
            "close-stay" => new EndReception(by, file.Presence == Presences.Departed ? ReceptionEnd.Departed
                : file.Housing.IsHoused ? ReceptionEnd.Housed : ReceptionEnd.Detained),
            "end-reception-after-departure-period" => new EndReception(by, ReceptionEnd.PeriodLapsed),
            "link-to-municipality" => new LinkToMunicipality(by, Anywhere),
            "offer-home" => new OfferHome(by, file.Housing.LinkedTo ?? Anywhere),
            "move-into-home" => new MoveIntoHome(file.Housing.OfferedIn ?? Anywhere),
            "depart-independently" => new Depart(new(1, OfficialRoles.ReturnOfficer), DepartureKind.Independent),
            "remove" => new Depart(by, DepartureKind.Forced),
            "record-unsupervised-departure" => new Depart(by, DepartureKind.Unsupervised),
            "request-reunification" => new RequestReunification(1),
            "request-reunification-under-conditions" => new RequestReunification(1, UnderConditions: true),
            "decide-reunification" => new DecideReunification(by, true, 1),
            _ => Plain(step.Type.Command, by),
        };
    }

    private static int Reviewer(CaseFile file) => file.Procedure.Open?.Review?.GivenBy?.Number ?? 0;

    // Most commands say nothing but who acts, or nothing at all.
    private static CaseCommand Plain(Type command, Official by) => (CaseCommand)(
        command.GetConstructor([typeof(Official)]) is { } official ? official.Invoke([by])
        : Activator.CreateInstance(command) ?? throw new InvalidOperationException(command.Name));
}
