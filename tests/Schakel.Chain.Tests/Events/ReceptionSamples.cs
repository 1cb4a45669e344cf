using System.Collections.Immutable;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Reception;
using Schakel.Norms.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Events;

/// <summary>Samples of what may happen in reception, participation and housing beside staying, working and moving in.</summary>
internal static class ReceptionSamples
{
    private static readonly Official By = new(15, OfficialRoles.ReceptionOfficer);

    public static ImmutableArray<ChainEvent> All { get; } =
    [
        new MoveCancelled(),
        new MoveWeighed(MoveBreaks.Interview | MoveBreaks.School, BrokeTreatment: true, MoveGround.SiteCloses, By),
        new AdmittedOnEmergencyGround(EmergencyGround.TakenOver, By),
        new PlaceOffered(new(5), Modality.Regular),
        new PlaceAccepted(),
        new PlaceRefused(),
        new NonArrivalRecorded(By),
        new ExclusionEstablished(EntitlementReason.SufficientMeans, By),
        new PresenceRegistered(),
        new ReportMissed(Date("2024-02-01"), By),
        new AbsencePermitted(Date("2024-02-09")),
        new NeedsRecorded(PlaceKinds.Wheelchair | PlaceKinds.OwnRoom),
        new PlacementStated(PlacementFacts.NoStairs | PlacementFacts.Pregnancy, Date("2024-06-01"), null, new(363), PlacementWishes.Quiet, new(344)),
        new PlacementWithdrawn(),
        new PlacementFactsJudged(PlacementFacts.NoStairs, PlacementOutcome.InTalk, By),
        new TreatmentBegun(),
        new TreatmentEnded(),
        new IncidentRecorded(IncidentKind.Threat, IncidentSeverity.Considerable),
        new IncidentReported(By),
        new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-22"), Date("2024-02-08"), By),
        new MeasureReviewed(Date("2024-02-29"), Date("2024-02-15"), By),
        new PlacesOutOfUseSet(20),
        new TargetGroupsLimited(TargetGroups.Singles | TargetGroups.LowChance),
        new ContractEndSet(Date("2024-12-31")),
        new SiteLocated(new(363)),
        new SlotsEquipped(new(PlaceKinds.Wheelchair, 1, 4)),
        new FindingRecorded(new(SiteStandard.Privacy, Date("2024-02-01"), Date("2024-05-01"))),
        new FindingRemedied(SiteStandard.Privacy, Date("2024-04-01")),
        new RemedyLapsed(SiteStandard.Privacy, Date("2024-05-01")),
        new PlacedOnEmergencyGround(EmergencyGround.NoPlaceElsewhere),
        new WorkEnded(),
        new ActivityJoined(ActivityKinds.Sport | ActivityKinds.Chores),
        new VolunteerDeclarationIssued(),
        new VolunteeringStarted(),
        new VolunteeringEnded(),
        new ContributionAssessed(Date("2024-06-01"), 38_987, By),
        new UnlinkedFromMunicipality(new(363), UnlinkGround.Family, By),
        new HomeAccepted(),
        new HomeRefused(),
        new HomeRefusalDecided(Justified: false, By),
        new ContractSigned(),
    ];
}
