namespace Schakel.Chain.Partners;

/// <summary>An organisation or profession in the chain (ketenpartner).</summary>
public enum Partner
{
    /// <summary>Aliens police (AVIM).</summary>
    AliensPolice = 0,
    /// <summary>Royal Marechaussee, border (KMar).</summary>
    BorderGuard,
    /// <summary>Immigration service (IND).</summary>
    ImmigrationService,
    /// <summary>Reception agency (COA).</summary>
    ReceptionAgency,
    /// <summary>Return service (DT&amp;V).</summary>
    ReturnService,
    /// <summary>Custodial institutions agency (DJI).</summary>
    DetentionService,
    /// <summary>Guardian agency (Nidos).</summary>
    GuardianAgency,
    /// <summary>Council for refugees (VluchtelingenWerk).</summary>
    CouncilForRefugees,
    /// <summary>Lawyer (advocaat).</summary>
    Lawyer,
    /// <summary>Legal aid board (Raad voor Rechtsbijstand).</summary>
    LegalAidBoard,
    /// <summary>Court (rechtbank, Afdeling bestuursrechtspraak).</summary>
    Court,
    /// <summary>Municipality (gemeente).</summary>
    Municipality,
    /// <summary>Employee insurance agency (UWV).</summary>
    EmployeeInsuranceAgency,
    /// <summary>Education agency (DUO).</summary>
    EducationAgency,
    /// <summary>School (school).</summary>
    School,
    /// <summary>Health care, municipal health service, medical adviser (GZA, GGD).</summary>
    HealthCare,
    /// <summary>Shelter (vrouwenopvang, categorale opvang).</summary>
    Shelter,
    /// <summary>International Organization for Migration (IOM).</summary>
    MigrationOrganization,
}

/// <summary>What partners are, as far as the law keeps them apart (partners).</summary>
public static class PartnerKinds
{
    /// <summary>Functions in which someone acts for a partner.</summary>
    /// <param name="partner">The partner.</param>
    public static OfficialRoles RolesOf(Partner partner) => partner switch
    {
        Partner.AliensPolice => OfficialRoles.AliensPolice,
        Partner.BorderGuard => OfficialRoles.BorderGuard,
        Partner.ImmigrationService => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer,
        Partner.ReceptionAgency => OfficialRoles.ReceptionOfficer,
        Partner.ReturnService => OfficialRoles.ReturnOfficer,
        Partner.DetentionService => OfficialRoles.DetentionOfficer,
        Partner.GuardianAgency => OfficialRoles.Guardian,
        Partner.CouncilForRefugees => OfficialRoles.CouncilWorker,
        Partner.Lawyer => OfficialRoles.Lawyer,
        Partner.LegalAidBoard => OfficialRoles.LegalAidOfficer,
        Partner.Court => OfficialRoles.Judge,
        Partner.Municipality => OfficialRoles.MunicipalOfficer | OfficialRoles.HousingOfficer,
        Partner.EmployeeInsuranceAgency => OfficialRoles.LabourOfficer,
        Partner.EducationAgency => OfficialRoles.EducationOfficer,
        Partner.School => OfficialRoles.SchoolWorker,
        Partner.HealthCare => OfficialRoles.HealthWorker,
        Partner.Shelter => OfficialRoles.ShelterWorker,
        Partner.MigrationOrganization => OfficialRoles.MigrationWorker,
    };

    /// <summary>Police, return and decision officers: nothing from behind the wall reaches them without a legal basis (red line 6).</summary>
    /// <param name="partner">The partner.</param>
    public static bool IsKeptOut(Partner partner) => partner switch
    {
        Partner.AliensPolice or Partner.BorderGuard or Partner.ImmigrationService or Partner.ReturnService or Partner.DetentionService => true,
        Partner.ReceptionAgency or Partner.GuardianAgency or Partner.CouncilForRefugees or Partner.Lawyer or Partner.LegalAidBoard
            or Partner.Court or Partner.Municipality or Partner.EmployeeInsuranceAgency or Partner.EducationAgency or Partner.School
            or Partner.HealthCare or Partner.Shelter or Partner.MigrationOrganization => false,
    };

    /// <summary>Health, school, guardian, lawyer, volunteer organisation and shelter: what they hold stays behind the wall (red line 6).</summary>
    /// <param name="partner">The partner.</param>
    public static bool IsBehindWall(Partner partner) => partner switch
    {
        Partner.HealthCare or Partner.School or Partner.GuardianAgency or Partner.Lawyer or Partner.CouncilForRefugees or Partner.Shelter => true,
        Partner.AliensPolice or Partner.BorderGuard or Partner.ImmigrationService or Partner.ReceptionAgency or Partner.ReturnService
            or Partner.DetentionService or Partner.LegalAidBoard or Partner.Court or Partner.Municipality
            or Partner.EmployeeInsuranceAgency or Partner.EducationAgency or Partner.MigrationOrganization => false,
    };
}
