
namespace Schakel.Chain.Partners;

/// <summary>Referrals and transfers between partners: what lies ahead (verwijzing en overdracht). Each row is for the partner it names and nobody else (red line 6).</summary>
public static class HandoverSteps
{
    /// <summary>Answer a referral or transfer.</summary>
    public static readonly StepType Answer = new(
        "answer-handover", "AVG 5", Party.ReceptionAgency, typeof(AnswerHandover), StepForce.Due,
        "Antwoorden op een verwijzing of overdracht", "Answer a referral or transfer")
    { OnlyForParty = true };

    /// <summary>Complete a referral.</summary>
    public static readonly StepType Complete = new(
        "complete-referral", "AVG 5", Party.ReceptionAgency, typeof(CompleteReferral), StepForce.Optional,
        "Een verwijzing afronden", "Complete a referral")
    { OnlyForParty = true };

    /// <summary>Revoke a referral or transfer.</summary>
    public static readonly StepType Revoke = new(
        "revoke-handover", "AVG 5", Party.ReceptionAgency, typeof(RevokeHandover), StepForce.Optional,
        "Een verwijzing of overdracht terugnemen", "Revoke a referral or transfer")
    { OnlyForParty = true };

    internal static void Add(Outlook ahead, CaseFile file)
    {
        foreach (var handover in file.Partners.Handovers)
        {
            var open = handover.Status == HandoverStatus.Open;
            var runs = handover is { Status: HandoverStatus.Accepted, Kind: HandoverKind.Referral };
            if (open)
            {
                ahead.Add(new NextStep(Answer, null, handover.Until) { Party = PartyOf(handover.Answerer), Number = handover.Number });
            }
            if (runs)
            {
                ahead.Add(new NextStep(Complete, null, null) { Party = PartyOf(handover.To), Number = handover.Number });
            }
            if (open || runs)
            {
                ahead.Add(new NextStep(Revoke, null, null) { Party = PartyOf(handover.Opener), Number = handover.Number });
            }
        }
    }

    /// <summary>The party whose work it is at a partner.</summary>
    internal static Party PartyOf(Partner partner) => partner switch
    {
        Partner.AliensPolice => Party.AliensPolice,
        Partner.BorderGuard => Party.BorderGuard,
        Partner.ImmigrationService => Party.DecisionOffice,
        Partner.ReceptionAgency => Party.ReceptionAgency,
        Partner.ReturnService => Party.ReturnService,
        Partner.DetentionService => Party.DetentionService,
        Partner.GuardianAgency => Party.GuardianAgency,
        Partner.CouncilForRefugees => Party.CouncilForRefugees,
        Partner.Lawyer => Party.Lawyer,
        Partner.LegalAidBoard => Party.LegalAidBoard,
        Partner.Court => Party.Court,
        Partner.Municipality => Party.Municipality,
        Partner.EmployeeInsuranceAgency => Party.LabourAgency,
        Partner.EducationAgency => Party.EducationAgency,
        Partner.School => Party.School,
        Partner.HealthCare => Party.HealthService,
        Partner.Shelter => Party.Shelter,
        Partner.MigrationOrganization => Party.MigrationOrganization,
    };
}
