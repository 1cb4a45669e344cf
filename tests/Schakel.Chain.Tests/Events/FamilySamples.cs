using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Partners;
using Schakel.Chain.Records;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Events;

/// <summary>One event of each type of the family, between partners and on the file itself.</summary>
internal static class FamilySamples
{
    private static readonly Official By = new(14, OfficialRoles.RecordsOfficer);

    public static ImmutableArray<ChainEvent> All { get; } =
    [
        new HouseholdLeft(new(7)),
        new HouseholdChanged(new(33), FamilyRole.Main, HouseholdChangeGround.Separation, By),
        new FamilyLinkClaimed(new(7), FamilyLink.Parent, new(8)),
        new FamilyLinkEstablished(new(7), FamilyLink.Parent, new(8), LinkEvidence.Dna, By),
        new FamilyLinkEnded(new(7), FamilyLink.Spouse, new(8)),
        new GuardianChanged(500, By),
        new GuardianshipEnded(GuardianshipEnd.ParentHere),
        new LawyerNamed(900),
        new LawyerChanged(901, LawyerChangeReason.ConflictOfInterest),
        new LawyerWithdrawn(),
        new SupportBegun(SupportOrganisations.VictimSupport),
        new SupportEnded(SupportOrganisations.VictimSupport),
        new TrustedHelperNamed(77, HelperTasks.Appointments | HelperTasks.School),
        new TrustedHelperDismissed(77),
        new ReunificationDocumentsAsked(Date("2024-04-14")),
        new ReunificationDocumentsReceived(),
        new TieResearchBegun(TieResearchMeans.Interview),
        new TieResearchConcluded(TieResearchMeans.Interview, TieResearchResult.Contradicts),
        new EntryVisasCollected(2),
        new FamilyTravelAnnounced(Date("2024-09-02")),
        new FamilyArrivalReported(),
        new PartnerReferred(
            1, Partner.HealthCare, Partner.ImmigrationService, Purpose.HearingAdvice, SharedData.Identity | SharedData.Medical, Date("2024-06-30"),
            LegalBasis.Consent, By),
        new TransferOffered(2, Partner.ReceptionAgency, Partner.GuardianAgency, Purpose.Reception, SharedData.Reception, LegalBasis.StatutoryDuty, By),
        new TransferRequested(3, Partner.ReceptionAgency, Partner.Municipality, Purpose.Housing, SharedData.Housing, LegalBasis.CourtOrder, By),
        new HandoverAnswered(1, Accepted: true, By),
        new HandoverRevoked(1, By),
        new ReferralCompleted(1, By),
        new FileAbsorbed(new(70), MergeGround.Fingerprints, By),
        new FileMergedInto(new(7), MergeGround.OwnStatement, By),
        new AbsorbedFileReleased(new(70), MergeMistake.TwoPersons, By),
        new FileRestored(MergeMistake.WrongFile, By),
        new LapseObserved("decide-application", "decision-period", Date("2024-07-16")),
        new RecordCorrected(3, CorrectionGround.OtherDay, Date("2024-01-14"), By),
    ];
}
