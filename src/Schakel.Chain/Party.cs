using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>Who must, or may, take a step (wie aan zet is): a function at a partner, the person, a court, another state.</summary>
public enum Party
{
    /// <summary>The person, a parent or guardian for a child, or the lawyer for them (aanvrager, advocaat).</summary>
    Applicant = 0,
    /// <summary>Aliens police, identification (AVIM).</summary>
    AliensPolice,
    /// <summary>Royal Marechaussee, border (KMar).</summary>
    BorderGuard,
    /// <summary>Immigration service, registration, planning and hearing (IND, horen en plannen).</summary>
    HearingOffice,
    /// <summary>Immigration service, deciding (IND, beslissen).</summary>
    DecisionOffice,
    /// <summary>Reception agency (COA).</summary>
    ReceptionAgency,
    /// <summary>Municipality, housing (gemeente, huisvesting).</summary>
    HousingOffice,
    /// <summary>Municipality, residents and integration (gemeente, burgerzaken en inburgering).</summary>
    Municipality,
    /// <summary>Return service (DT&amp;V).</summary>
    ReturnService,
    /// <summary>Authority that detains (hulpofficier van justitie).</summary>
    DetainingAuthority,
    /// <summary>Court (rechtbank).</summary>
    Court,
    /// <summary>Employee insurance agency (UWV).</summary>
    LabourAgency,
    /// <summary>Legal aid board (Raad voor Rechtsbijstand).</summary>
    LegalAidBoard,
    /// <summary>Council for refugees (VluchtelingenWerk).</summary>
    CouncilForRefugees,
    /// <summary>Health (GGD, GZA, medisch adviseur).</summary>
    HealthService,
    /// <summary>Education agency (DUO).</summary>
    EducationAgency,
    /// <summary>Another member state (andere lidstaat).</summary>
    OtherState,
    /// <summary>The country of return (land van terugkeer).</summary>
    CountryOfReturn,
    /// <summary>Nobody: it follows by operation of law, and the clock may record it (van rechtswege).</summary>
    OperationOfLaw,
    /// <summary>Guardianship agency (Nidos).</summary>
    GuardianAgency,
    /// <summary>A lawyer, as a partner (advocaat).</summary>
    Lawyer,
    /// <summary>School (school).</summary>
    School,
    /// <summary>Shelter (opvanghuis).</summary>
    Shelter,
    /// <summary>International organisation for migration (IOM).</summary>
    MigrationOrganization,
    /// <summary>Detention service (DJI).</summary>
    DetentionService,
    /// <summary>Custodian of the records (gegevensbeheerder).</summary>
    RecordsOffice,
}

/// <summary>Names and functions of the parties (partijen).</summary>
public static class Parties
{
    /// <summary>What people call a party.</summary>
    /// <param name="party">The party.</param>
    public static Text NameOf(Party party) => party switch
    {
        Party.Applicant => new("aanvrager of advocaat", "applicant or lawyer"),
        Party.AliensPolice => new("AVIM (vreemdelingenpolitie)", "aliens police"),
        Party.BorderGuard => new("Koninklijke Marechaussee", "Royal Marechaussee"),
        Party.HearingOffice => new("IND, horen en plannen", "immigration service, hearing and planning"),
        Party.DecisionOffice => new("IND, beslissen", "immigration service, deciding"),
        Party.ReceptionAgency => new("COA", "reception agency"),
        Party.HousingOffice => new("gemeente, huisvesting", "municipality, housing"),
        Party.Municipality => new("gemeente, burgerzaken en inburgering", "municipality, residents and integration"),
        Party.ReturnService => new("DT&V", "return service"),
        Party.DetainingAuthority => new("hulpofficier van justitie", "detaining authority"),
        Party.Court => new("rechtbank", "court"),
        Party.LabourAgency => new("UWV", "employee insurance agency"),
        Party.LegalAidBoard => new("Raad voor Rechtsbijstand", "legal aid board"),
        Party.CouncilForRefugees => new("VluchtelingenWerk", "council for refugees"),
        Party.HealthService => new("gezondheidszorg (GGD, GZA)", "health service"),
        Party.EducationAgency => new("DUO", "education agency"),
        Party.OtherState => new("andere lidstaat", "another member state"),
        Party.CountryOfReturn => new("land van terugkeer", "country of return"),
        Party.OperationOfLaw => new("van rechtswege", "by operation of law"),
        Party.GuardianAgency => new("Nidos (voogdij)", "guardianship agency"),
        Party.Lawyer => new("advocaat", "lawyer"),
        Party.School => new("de school", "school"),
        Party.Shelter => new("opvanghuis", "shelter"),
        Party.MigrationOrganization => new("IOM (migratieorganisatie)", "migration organisation"),
        Party.DetentionService => new("DJI (bewaring)", "detention service"),
        Party.RecordsOffice => new("gegevensbeheerder", "custodian of the records"),
    };

    /// <summary>The function in which an official of the party acts; none for a party that has no officials here.</summary>
    /// <param name="party">The party.</param>
    public static OfficialRoles RoleOf(Party party) => party switch
    {
        Party.Applicant or Party.OtherState or Party.CountryOfReturn or Party.OperationOfLaw => OfficialRoles.None,
        Party.AliensPolice => OfficialRoles.AliensPolice,
        Party.BorderGuard => OfficialRoles.BorderGuard,
        Party.HearingOffice => OfficialRoles.HearingOfficer,
        Party.DecisionOffice => OfficialRoles.DecisionOfficer,
        Party.ReceptionAgency => OfficialRoles.ReceptionOfficer,
        Party.HousingOffice => OfficialRoles.HousingOfficer,
        Party.Municipality => OfficialRoles.MunicipalOfficer,
        Party.ReturnService => OfficialRoles.ReturnOfficer,
        Party.DetainingAuthority => OfficialRoles.DetainingAuthority,
        Party.Court => OfficialRoles.Judge,
        Party.LabourAgency => OfficialRoles.LabourOfficer,
        Party.LegalAidBoard => OfficialRoles.LegalAidOfficer,
        Party.CouncilForRefugees => OfficialRoles.CouncilWorker,
        Party.HealthService => OfficialRoles.HealthWorker,
        Party.EducationAgency => OfficialRoles.EducationOfficer,
        Party.GuardianAgency => OfficialRoles.Guardian,
        Party.Lawyer => OfficialRoles.Lawyer,
        Party.School => OfficialRoles.SchoolWorker,
        Party.Shelter => OfficialRoles.ShelterWorker,
        Party.MigrationOrganization => OfficialRoles.MigrationWorker,
        Party.DetentionService => OfficialRoles.DetentionOfficer,
        Party.RecordsOffice => OfficialRoles.RecordsOfficer,
    };
}
