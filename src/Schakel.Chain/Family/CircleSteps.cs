using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Lawyer, guardian, support, ties in the household: what lies ahead (de kring om iemand heen).</summary>
public static class CircleSteps
{
    /// <summary>Name the lawyer who was assigned.</summary>
    public static readonly StepType Name = new(
        "name-lawyer", "REG-5", Party.LegalAidBoard, typeof(NameLawyer), StepForce.Due,
        "De toegevoegde advocaat noemen", "Name the lawyer who was assigned");

    /// <summary>Assign another lawyer.</summary>
    public static readonly StepType Change = new(
        "change-lawyer", "REG-5", Party.LegalAidBoard, typeof(ChangeLawyer), StepForce.Optional,
        "Een andere advocaat toevoegen", "Assign another lawyer");

    /// <summary>Name another guardian.</summary>
    public static readonly StepType ChangeTheGuardian = new(
        "change-guardian", "BW 1:302", Party.GuardianAgency, typeof(ChangeGuardian), StepForce.Optional,
        "Een andere voogd aanwijzen", "Name another guardian");

    /// <summary>Guardianship ends at eighteen.</summary>
    public static readonly StepType OfAge = new(
        "end-guardianship-at-age", "BW 1:233", Party.OperationOfLaw, typeof(EndGuardianship), StepForce.ByLaw,
        "De voogdij eindigt met achttien jaar", "Guardianship ends at eighteen");

    /// <summary>Accept support of an organisation.</summary>
    public static readonly StepType Begin = new(
        "begin-support", "AVG 6", Party.Applicant, typeof(BeginSupport), StepForce.Right,
        "Ondersteuning van een organisatie aanvaarden", "Accept support of an organisation");

    /// <summary>End support.</summary>
    public static readonly StepType End = new(
        "end-support", "AVG 6", Party.Applicant, typeof(EndSupport), StepForce.Right,
        "Ondersteuning beëindigen", "End support");

    /// <summary>Name a trusted helper.</summary>
    public static readonly StepType Helper = new(
        "name-trusted-helper", "AVG 6", Party.Applicant, typeof(NameTrustedHelper), StepForce.Right,
        "Een vertrouwde helper aanwijzen", "Name a trusted helper");

    /// <summary>Dismiss a helper.</summary>
    public static readonly StepType Dismiss = new(
        "dismiss-trusted-helper", "AVG 6", Party.Applicant, typeof(DismissTrustedHelper), StepForce.Right,
        "Een helper laten gaan", "Dismiss a helper");

    /// <summary>Establish a family tie that was stated.</summary>
    public static readonly StepType Establish = new(
        "establish-link", "REG-9", Party.HearingOffice, typeof(EstablishLink), StepForce.Due,
        "Een opgegeven gezinsband vaststellen", "Establish a family tie that was stated");

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        var circle = file.Circle;
        if (file.Guidance.LawyerFor != 0 && CauseThrough(file, law) is { } through)
        {
            ahead.Add(new NextStep(circle.Lawyer is null ? Name : Change, null, null) { Until = Outlook.EndOf(through) });
        }
        if (file.Guidance.GuardianOn is not null && file.Registration.Role == FamilyRole.UnaccompaniedMinor)
        {
            var ofAge = Registration.Age.ComesOfAge(file.Registration.Born);
            ahead.Add(new NextStep(ChangeTheGuardian, null, null) { Until = ofAge.PlusDays(-1) });
            ahead.Add(new NextStep(OfAge, ofAge, null));
        }
        if (file.Presence == Presences.Here)
        {
            ahead.Add(circle.Support == SupportOrganisations.None ? Begin : End);
            ahead.Add(circle.Helpers.IsEmpty ? Helper : Dismiss);
        }
        if (file.Registration.Role is FamilyRole.Main or FamilyRole.UnaccompaniedMinor && HasUnestablished(household))
        {
            ahead.Add(Establish); // On one file of the household only.
        }
    }

    /// <summary>Through which day a lawyer has something to do.</summary>
    private static Day? CauseThrough(CaseFile file, Law law) =>
        file.Procedure.Open is not null || file.Procedure.AppealPending || file.Family.Pending || file.Return.IsOpen || file.Return.Detention is not null
            ? NextStep.UntilAnEvent : Appeals.ProtectedThrough(file, law);

    private static bool HasUnestablished(Household household)
    {
        foreach (var link in household.Links)
        {
            if (!link.Established)
            {
                return true;
            }
        }
        return false;
    }
}
