using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>Residents, school, language, a home that fits: what lies ahead (inschrijving, school, taal, screening).</summary>
public static class SettlingSteps
{
    /// <summary>Register as a resident.</summary>
    public static readonly StepType Register = new(
        "register-resident", "citizen-number", Party.Municipality, typeof(RegisterResident), StepForce.Due,
        "Inschrijven in de basisregistratie, met bsn", "Register as a resident, with a citizen service number");

    /// <summary>Register the address of the home.</summary>
    public static readonly StepType RegisterHome = new(
        "register-address", "Wet BRP 2.39", Party.Municipality, typeof(RegisterAddress), StepForce.Due,
        "Het adres van de woning inschrijven", "Register the address of the home");

    /// <summary>Enrol in school.</summary>
    public static readonly StepType Enrol = new(
        "enrol-in-school", "minimum-standards", Party.Applicant, typeof(EnrolInSchool), StepForce.Due,
        "Inschrijven op school", "Enrol in school");

    /// <summary>Begin language lessons.</summary>
    public static readonly StepType Learn = new(
        "begin-lessons", "PAR-9", Party.Applicant, typeof(BeginLessons), StepForce.Right,
        "Beginnen met taallessen", "Begin language lessons");

    /// <summary>Interview on the home that fits.</summary>
    public static readonly StepType Interview = new(
        "hold-housing-interview", "HOU-2", Party.ReceptionAgency, typeof(HoldHousingInterview), StepForce.Due,
        "Het gesprek over huisvesting houden", "Hold the interview on housing");

    /// <summary>School.</summary>
    public static readonly EntitlementType School = new("school", "STD-4", "Onderwijs", "School");

    /// <summary>Language lessons.</summary>
    public static readonly EntitlementType Lessons = new("language-lessons", "PAR-9", "Taallessen", "Language lessons");

    /// <summary>The time for a child to be at school.</summary>
    public static readonly TermType SchoolTerm = new(
        "school", "minimum-standards", "Termijn voor onderwijs", "Time for a child to be at school",
        (file, _, law, ref trace) => Settling.SchoolBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var had = file.Guidance;
        var born = file.Registration.Born;
        var lastOfMinority = Age.ComesOfAge(born).PlusDays(-1);
        var firstAtSchool = born.PlusYears(Settling.FirstSchoolAge);
        ahead.Entitle(School, firstAtSchool, lastOfMinority);
        if (!Settling.IsAtSchool(file))
        {
            var last = Settling.SchoolBy(file, law);
            ahead.Add(new NextStep(Enrol, firstAtSchool, last < firstAtSchool || last > lastOfMinority ? null : last) { Until = lastOfMinority });
            if (ahead.Whole && last is { } day && firstAtSchool <= day && day <= lastOfMinority)
            {
                ahead.Run(SchoolTerm, file.Procedure.Application?.LodgedOn, day);
            }
        }
        if (Settling.IsOfferedLessons(file))
        {
            ahead.Entitle(Lessons, Age.ComesOfAge(born));
            if (!had.Has(Provisions.Lessons))
            {
                ahead.Add(new NextStep(Learn, Age.ComesOfAge(born), null));
            }
        }
        if (!had.Has(Provisions.Resident) && !WasHousedBefore(file))
        {
            ahead.Add(new NextStep(Register, Settling.ResidentFrom(file, law), null));
        }
        if (file.Housing.IsHoused)
        {
            if (!had.Has(Provisions.Address) && !WasHousedBefore(file))
            {
                ahead.Add(RegisterHome);
            }
        }
        else if (file.Procedure.Permit is not null && file.Housing.LinkedTo is null && !had.Has(Provisions.HousingInterview))
        {
            ahead.Add(Interview);
        }
    }

    /// <summary>Housed before the file was taken over: what a municipality does then was done.</summary>
    internal static bool WasHousedBefore(CaseFile file) => file.Housing is { IsHoused: true, HousedOn: null };
}
