namespace Schakel.Chain;

/// <summary>In what function someone acts (functie). The clock and the system have none.</summary>
[Flags]
public enum OfficialRoles
{
    /// <summary>Nobody: a timer, a batch, a default value.</summary>
    None = 0,
    /// <summary>Aliens police, identification (AVIM).</summary>
    AliensPolice = 1 << 0,
    /// <summary>Royal Marechaussee, border (KMar).</summary>
    BorderGuard = 1 << 1,
    /// <summary>Immigration service, registration, planning and hearing (IND, hoor- en planmedewerker).</summary>
    HearingOfficer = 1 << 2,
    /// <summary>Immigration service, deciding (IND, beslismedewerker).</summary>
    DecisionOfficer = 1 << 3,
    /// <summary>Reception agency (COA).</summary>
    ReceptionOfficer = 1 << 4,
    /// <summary>Municipality, housing (gemeente).</summary>
    HousingOfficer = 1 << 5,
    /// <summary>Return service (DT&amp;V, regievoerder).</summary>
    ReturnOfficer = 1 << 6,
    /// <summary>Assistant public prosecutor or another authority designated to detain (hulpofficier van justitie).</summary>
    DetainingAuthority = 1 << 7,
    /// <summary>Court (rechtbank, Afdeling bestuursrechtspraak).</summary>
    Judge = 1 << 8,
    /// <summary>Employee insurance agency, work permits (UWV).</summary>
    LabourOfficer = 1 << 9,
    /// <summary>Custodian of the records: takes files over from another system (gegevensbeheerder).</summary>
    RecordsOfficer = 1 << 10,
    /// <summary>Legal aid board (Raad voor Rechtsbijstand).</summary>
    LegalAidOfficer = 1 << 11,
    /// <summary>Council for refugees (VluchtelingenWerk).</summary>
    CouncilWorker = 1 << 12,
    /// <summary>Health: municipal health service, health care for asylum seekers, medical adviser (GGD, GZA).</summary>
    HealthWorker = 1 << 13,
    /// <summary>Municipality: residents, integration, social assistance (gemeente).</summary>
    MunicipalOfficer = 1 << 14,
    /// <summary>Education agency, integration (DUO).</summary>
    EducationOfficer = 1 << 15,
    /// <summary>Ministry and immigration service, country policy (landenbeleid): makes policy and work instructions, decides no case.</summary>
    PolicyOfficer = 1 << 16,
    /// <summary>Guardian, guardian agency (Nidos): acts for the child, not for the state.</summary>
    Guardian = 1 << 24,
    /// <summary>Lawyer (advocaat): acts for the client, not for the state.</summary>
    Lawyer = 1 << 25,
    /// <summary>International Organization for Migration (IOM).</summary>
    MigrationWorker = 1 << 26,
    /// <summary>School (onderwijs).</summary>
    SchoolWorker = 1 << 27,
    /// <summary>Shelter for whoever is not safe elsewhere (vrouwenopvang, categorale opvang).</summary>
    ShelterWorker = 1 << 28,
    /// <summary>Custodial institutions agency (DJI).</summary>
    DetentionOfficer = 1 << 29,
}

/// <summary>The person who decides or acts for the state, and in what function (functionaris).</summary>
/// <param name="Number">Personnel number; zero is nobody.</param>
/// <param name="Role">The function used for this act: one of <see cref="OfficialRoles"/>.</param>
public readonly record struct Official(int Number, OfficialRoles Role)
{
    /// <summary>The clock (de klok): records what follows by operation of law, decides nothing.</summary>
    public static Official Clock => default;
}

/// <summary>An act only a named official may do (ambtshandeling): every command that decides something is one.</summary>
public interface IOfficialAct
{
    /// <summary>Who acts.</summary>
    Official By { get; }

    /// <summary>Functions that have the power for this act.</summary>
    OfficialRoles Empowered { get; }

    /// <summary>Follows by operation of law, so that nobody decides and the clock may record it (van rechtswege).</summary>
    bool ByLaw => false;
}

/// <summary>Who may act at all (bevoegdheid).</summary>
public static class Competence
{
    /// <summary>A timer or an unnamed account tried to decide.</summary>
    public static readonly Refusal NobodyDecides = new(
        "act.no-official", "red-line-3",
        "Dit is een besluit of handeling van een ambtenaar; de klok of een onbekende kan die niet verrichten.",
        "This is an official's decision or act; the clock or an unnamed account cannot take it.");

    /// <summary>The official's function lacks the power.</summary>
    public static readonly Refusal NotEmpowered = new(
        "act.not-empowered", "Awb 10:3",
        "De functie van deze ambtenaar is voor deze handeling niet bevoegd.",
        "This official's function has no power for this act.");

    /// <summary>The refusal when <paramref name="act"/> is done by nobody, or by someone without the power; otherwise null.</summary>
    /// <param name="act">The act.</param>
    public static Refusal? Against(IOfficialAct act) =>
        act.ByLaw ? null
        : act.By.Number == 0 || act.By.Role == OfficialRoles.None ? NobodyDecides
        : (act.By.Role & act.Empowered) == 0 ? NotEmpowered
        : null;
}
