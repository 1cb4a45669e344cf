using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Norms.Registration;

namespace Schakel.Chain.Registration;

/// <summary>What lies ahead in registration (aanmelden).</summary>
public static class RegistrationSteps
{
    /// <summary>Ask for protection: first, or again on return.</summary>
    public static readonly StepType AskProtection = new(
        "ask-protection", "Vb 3.107b", Party.Applicant, typeof(RegisterArrival), StepForce.Right,
        "Zich melden en bescherming vragen", "Report and ask for protection");

    /// <summary>Arrive with an entry visa to join a sponsor.</summary>
    public static readonly StepType JoinSponsor = new(
        "arrive-with-entry-visa", "Vw 29(2)", Party.Applicant, typeof(RegisterFamilyArrival), StepForce.Right,
        "Inreizen met de mvv nareis en zich melden", "Enter with the visa for family reunification and report");

    /// <summary>Identify and register.</summary>
    public static readonly StepType Identify = new(
        "identify-person", "Vb 3.108d", Party.AliensPolice, typeof(IdentifyPerson), StepForce.Due,
        "Identificeren en registreren", "Identify and register");

    /// <summary>Hold the registration interview.</summary>
    public static readonly StepType RegistrationInterview = new(
        "hold-registration-interview", "Vb 3.108d", Party.HearingOffice, typeof(HoldRegistrationInterview), StepForce.Due,
        "Aanmeldgehoor houden", "Hold the registration interview");

    /// <summary>To register a wish for protection.</summary>
    public static readonly TermType RegistrationPeriod = new(
        "registration-period", "registration", "Termijn om te registreren", "Period to register", Explain);

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        var registration = file.Registration;
        ahead.Add(AskProtection);
        IdentitySteps.Add(ahead, file);
        if (household.EntryVisas > 0)
        {
            ahead.Add(JoinSponsor);
        }
        if (registration.Route != Route.Asylum || file.Procedure.Permit is not null)
        {
            return; // Relatives and invited refugees were identified before they came.
        }
        if (registration.IdentifiedOn is null)
        {
            var none = default(NoTrace);
            var last = RegisterBy(file, law, ref none);
            ahead.Add(new NextStep(Identify, null, last) { Party = registration.AtBorder ? Party.BorderGuard : Party.AliensPolice, Norm = "registration" });
            ahead.Run(RegistrationPeriod, registration.ArrivedOn, last);
        }
        if (registration.InterviewedOn is null)
        {
            ahead.Add(new NextStep(RegistrationInterview, null, null) { WaitsFor = registration.IdentifiedOn is null ? Identify : null });
        }
    }

    // Whoever reports at a centre reports to an authority that registers; how busy it was, no file tells.
    private static Day? RegisterBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        file.Registration is { IdentifiedOn: null, ArrivedOn: { } arrived } && law.Has(arrived, RegistrationPeriods.Competent)
            ? RegistrationPeriods.RegisterBy(law, arrived, RegistrationAuthority.Competent, ref trace) : null;

    private static Day? Explain(CaseFile file, Household household, Law law, ref GroundsTrace trace) => RegisterBy(file, law, ref trace);
}
