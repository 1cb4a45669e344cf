namespace Schakel.Chain.Registration;

/// <summary>Pre-registration, identity and doubt about age: what lies ahead (vooraanmelding, identiteit, leeftijd).</summary>
public static class IdentitySteps
{
    /// <summary>Fill in the registration beforehand.</summary>
    public static readonly StepType PreRegister = new(
        "pre-register", "REG-1", Party.Applicant, typeof(PreRegister), StepForce.Right,
        "De aanmelding vooraf invullen", "Fill in the registration beforehand");

    /// <summary>Cancel the pre-registration.</summary>
    public static readonly StepType CancelPreRegistration = new(
        "cancel-pre-registration", "REG-1", Party.Applicant, typeof(CancelPreRegistration), StepForce.Right,
        "De vooraanmelding intrekken", "Cancel the pre-registration");

    /// <summary>Record the identity.</summary>
    public static readonly StepType Record = new(
        "record-identity", "Vb 3.109d", Party.AliensPolice, typeof(RecordIdentity), StepForce.Due,
        "De identiteit vastleggen", "Record the identity");

    /// <summary>Assign the V-number.</summary>
    public static readonly StepType Assign = new(
        "assign-v-number", "Vb 3.109d", Party.AliensPolice, typeof(AssignVNumber), StepForce.Due,
        "Het V-nummer toekennen", "Assign the V-number");

    /// <summary>Examine a document.</summary>
    public static readonly StepType Examine = new(
        "examine-document", "REG-9", Party.AliensPolice, typeof(ExamineDocument), StepForce.Optional,
        "Een document onderzoeken", "Examine a document");

    /// <summary>Record the stated composition of the household.</summary>
    public static readonly StepType Compose = new(
        "record-composition", "REG-9", Party.AliensPolice, typeof(RecordComposition), StepForce.Due,
        "De opgegeven gezinssamenstelling vastleggen", "Record the stated composition of the household");

    /// <summary>Look at the age as the second authority.</summary>
    public static readonly StepType SecondImpression = new(
        "second-age-impression", "Vb 3.109d", Party.HearingOffice, typeof(RaiseAgeDoubt), StepForce.Due,
        "Ook zelf naar de leeftijd kijken", "Look at the age as the second authority");

    /// <summary>Consent in writing to an age assessment.</summary>
    public static readonly StepType Consent = new(
        "consent-to-age-assessment", "Vb 3.109d", Party.Applicant, typeof(ConsentToAgeAssessment), StepForce.Right,
        "Schriftelijk instemmen met leeftijdsonderzoek", "Consent in writing to an age assessment");

    /// <summary>Ask for an age assessment.</summary>
    public static readonly StepType AskAssessment = new(
        "ask-age-assessment", "Vb 3.109d", Party.HearingOffice, typeof(AskAgeAssessment), StepForce.Optional,
        "Leeftijdsonderzoek vragen", "Ask for an age assessment");

    /// <summary>Give the outcome of the age assessment.</summary>
    public static readonly StepType GiveFinding = new(
        "give-age-finding", "Vb 3.109d", Party.HealthService, typeof(ReceiveAgeAssessment), StepForce.Due,
        "De uitkomst van het leeftijdsonderzoek geven", "Give the outcome of the age assessment");

    /// <summary>Decide on the age.</summary>
    public static readonly StepType DecideOnAge = new(
        "decide-age", "Vb 3.109d", Party.HearingOffice, typeof(DecideAge), StepForce.Due,
        "Beslissen over de leeftijd", "Decide on the age");

    internal static void Add(Outlook ahead, CaseFile file)
    {
        var registration = file.Registration;
        ahead.Add(registration.PreRegisteredOn is null ? PreRegister : CancelPreRegistration);
        if (registration.AgeDoubt is { } doubt)
        {
            Doubted(ahead, doubt);
        }
        // A file that went on to a track, or was taken over, was identified somewhere: it is not asked again.
        if (registration is not { Route: Route.Asylum, ArrivedOn: not null }
            || file.Procedure is not ({ Application: null, Decision: null, Permit: null } or { Open.Track: Procedure.Track.None }))
        {
            return;
        }
        var authority = registration.AtBorder ? Party.BorderGuard : Party.AliensPolice;
        if (registration.Identity is null)
        {
            ahead.Add(new NextStep(Record, null, null) { Party = authority });
        }
        if (registration.VNumber is null)
        {
            ahead.Add(new NextStep(Assign, null, null) { Party = authority, WaitsFor = registration.IdentifiedOn is null ? RegistrationSteps.Identify : null });
        }
        if (registration.RelativesElsewhere is null)
        {
            ahead.Add(new NextStep(Compose, null, null) { Party = authority });
        }
        ahead.Add(new NextStep(Examine, null, null) { Party = authority });
    }

    private static void Doubted(Outlook ahead, AgeDoubt doubt)
    {
        if (doubt.SeenByPolice is null || doubt.SeenByService is null)
        {
            ahead.Add(new NextStep(SecondImpression, null, null) { Party = doubt.SeenByPolice is null ? Party.AliensPolice : Party.HearingOffice });
        }
        if (doubt.ConsentedOn is null)
        {
            ahead.Add(Consent);
        }
        if (doubt.AskedOn is null)
        {
            ahead.Add(new NextStep(AskAssessment, null, null) { WaitsFor = doubt.ConsentedOn is null ? Consent : null });
        }
        else if (doubt.Finding == Norms.Registration.AgeFinding.None)
        {
            ahead.Add(GiveFinding);
        }
        ahead.Add(DecideOnAge);
    }
}
