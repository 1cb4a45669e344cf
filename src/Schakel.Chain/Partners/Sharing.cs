using System.Collections.Immutable;

namespace Schakel.Chain.Partners;

/// <summary>Categories of data that are shared (gedeelde gegevens): one flag for each <see cref="DataCategory"/> about a person.</summary>
[Flags]
public enum SharedData
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>See <see cref="DataCategory.Identity"/>.</summary>
    Identity = 1 << 0,
    /// <summary>See <see cref="DataCategory.Contact"/>.</summary>
    Contact = 1 << 1,
    /// <summary>See <see cref="DataCategory.Claim"/>.</summary>
    Claim = 1 << 2,
    /// <summary>See <see cref="DataCategory.Procedure"/>.</summary>
    Procedure = 1 << 3,
    /// <summary>See <see cref="DataCategory.Reception"/>.</summary>
    Reception = 1 << 4,
    /// <summary>See <see cref="DataCategory.Medical"/>.</summary>
    Medical = 1 << 5,
    /// <summary>See <see cref="DataCategory.Vulnerability"/>.</summary>
    Vulnerability = 1 << 6,
    /// <summary>See <see cref="DataCategory.Family"/>.</summary>
    Family = 1 << 7,
    /// <summary>See <see cref="DataCategory.Housing"/>.</summary>
    Housing = 1 << 8,
    /// <summary>See <see cref="DataCategory.Participation"/>.</summary>
    Participation = 1 << 9,
    /// <summary>See <see cref="DataCategory.Return"/>.</summary>
    Return = 1 << 10,
    /// <summary>See <see cref="DataCategory.Incidents"/>.</summary>
    Incidents = 1 << 11,
    /// <summary>See <see cref="DataCategory.Correspondence"/>. Shared for no purpose: it has a name so that a test can say so.</summary>
    Correspondence = 1 << 12,
    /// <summary>See <see cref="DataCategory.Origin"/>.</summary>
    Origin = 1 << 13,
}

/// <summary>For what something is shared (doel).</summary>
public enum Purpose
{
    /// <summary>Establish who someone is (identificatie).</summary>
    Identification = 0,
    /// <summary>Decide on the application, and review that (asielprocedure).</summary>
    AsylumProcedure,
    /// <summary>Advise whether someone can be heard (medisch advies horen).</summary>
    HearingAdvice,
    /// <summary>Judge whether illness stands in the way of departure (Vw 64).</summary>
    MedicalDeferral,
    /// <summary>Assign legal aid (toevoegen).</summary>
    LegalAidAssignment,
    /// <summary>Stand by a client (rechtsbijstand).</summary>
    LegalAssistance,
    /// <summary>Guardianship of a minor (voogdij).</summary>
    Guardianship,
    /// <summary>Support during procedure and stay (begeleiding).</summary>
    Support,
    /// <summary>Reception (opvang).</summary>
    Reception,
    /// <summary>Health care (zorg).</summary>
    HealthCare,
    /// <summary>A safe place (veilige opvang).</summary>
    SafeShelter,
    /// <summary>School (onderwijs).</summary>
    Schooling,
    /// <summary>Work permit and work (werk).</summary>
    Work,
    /// <summary>A home in a municipality (huisvesting).</summary>
    Housing,
    /// <summary>Integration (inburgering).</summary>
    Integration,
    /// <summary>Preparing departure (terugkeer).</summary>
    Return,
    /// <summary>Departure with assistance, on one's own request (vrijwillige terugkeer).</summary>
    AssistedReturn,
    /// <summary>Supervision of aliens (toezicht).</summary>
    Supervision,
    /// <summary>Carrying out detention (bewaring).</summary>
    Detention,
}

/// <summary>The legal basis on which something passes a wall (grondslag). Without one, walls stand.</summary>
public enum LegalBasis
{
    /// <summary>None: the purpose itself carries the sharing.</summary>
    None = 0,
    /// <summary>The person agreed in writing, and may withdraw that (toestemming; AVG 9(2)(a)).</summary>
    Consent,
    /// <summary>An act of parliament orders it (wettelijke plicht).</summary>
    StatutoryDuty,
    /// <summary>A court ordered it (rechterlijk bevel).</summary>
    CourtOrder,
    /// <summary>Someone's life or safety is at stake (vitaal belang; AVG 9(2)(c)).</summary>
    VitalInterest,
}

/// <summary>What a purpose allows (doelbinding).</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Holder">The partner responsible for it, unless it was transferred.</param>
/// <param name="Partners">Partners that may receive data for it, or take it over.</param>
/// <param name="Data">Categories that may be shared for it, and no others.</param>
public sealed record PurposeRule(Purpose Purpose, Partner Holder, ImmutableArray<Partner> Partners, SharedData Data);

/// <summary>
/// Which data may be shared for which purpose, with whom (doelbinding; AVG 5(1)(b) and (c)). One row per purpose. A category that does
/// not stand in a row is not shared for it, whatever the legal basis; no claim ever goes to return, supervision or detention (red line 4).
/// </summary>
public static class Sharing
{
    private const SharedData Reachable = SharedData.Identity | SharedData.Contact;

    /// <summary>To oneself.</summary>
    public static readonly Refusal SamePartner = new(
        "sharing.same-partner", "fact",
        "Een partner verwijst niet naar zichzelf.",
        "A partner does not refer to itself.");

    /// <summary>Nothing is shared.</summary>
    public static readonly Refusal NothingShared = new(
        "sharing.nothing-shared", "fact",
        "Noem ten minste één categorie van gegevens.",
        "Name at least one category of data.");

    /// <summary>This partner has no part in the purpose.</summary>
    public static readonly Refusal OtherPurpose = new(
        "sharing.other-purpose", "AVG 5(1)(b)",
        "Voor dit doel krijgt deze partner geen gegevens.",
        "This partner receives no data for this purpose.");

    /// <summary>More than the purpose needs.</summary>
    public static readonly Refusal BeyondPurpose = new(
        "sharing.beyond-purpose", "AVG 5(1)(c)",
        "Er worden meer gegevens gedeeld dan dit doel toelaat.",
        "More data would be shared than this purpose allows.");

    /// <summary>The sender may not have it.</summary>
    public static readonly Refusal NotTheirs = new(
        "sharing.not-theirs", "AVG 6",
        "Deze partner deelt gegevens die hij zelf niet mag hebben.",
        "This partner would share data that it may not have itself.");

    /// <summary>A wall without a legal basis.</summary>
    public static readonly Refusal Wall = new(
        "sharing.wall", "red-line-6",
        "Gegevens van zorg, school, voogd, advocaat, vrijwilligers en opvanghuis, en gegevens over gezondheid en kwetsbaarheid, gaan niet zonder wettelijke grondslag naar politie, terugkeer of beslissers.",
        "Data of health, school, guardian, lawyer, volunteers and shelter, and data on health and vulnerability, do not go to police, return or decision officers without a legal basis.");

    /// <summary>The rows, in the order of the purposes.</summary>
    public static ImmutableArray<PurposeRule> Rules { get; } =
    [
        new(Purpose.Identification, Partner.AliensPolice,
            [Partner.AliensPolice, Partner.BorderGuard, Partner.ImmigrationService],
            Reachable | SharedData.Origin | SharedData.Family),
        new(Purpose.AsylumProcedure, Partner.ImmigrationService,
            [Partner.ImmigrationService, Partner.Court],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Procedure | SharedData.Claim),
        new(Purpose.HearingAdvice, Partner.HealthCare,
            [Partner.HealthCare, Partner.ImmigrationService],
            Reachable | SharedData.Medical),
        new(Purpose.MedicalDeferral, Partner.ImmigrationService,
            [Partner.ImmigrationService, Partner.HealthCare],
            Reachable | SharedData.Medical),
        new(Purpose.LegalAidAssignment, Partner.LegalAidBoard,
            [Partner.LegalAidBoard, Partner.Lawyer],
            Reachable | SharedData.Procedure),
        new(Purpose.LegalAssistance, Partner.Lawyer,
            [Partner.Lawyer],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Procedure | SharedData.Claim | SharedData.Medical | SharedData.Vulnerability
                | SharedData.Reception | SharedData.Return | SharedData.Incidents),
        new(Purpose.Guardianship, Partner.GuardianAgency,
            [Partner.GuardianAgency, Partner.Court],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Procedure | SharedData.Reception | SharedData.Housing | SharedData.Vulnerability
                | SharedData.Medical),
        new(Purpose.Support, Partner.CouncilForRefugees,
            [Partner.CouncilForRefugees],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Procedure | SharedData.Reception | SharedData.Housing),
        new(Purpose.Reception, Partner.ReceptionAgency,
            [Partner.ReceptionAgency, Partner.GuardianAgency, Partner.Municipality],
            Reachable | SharedData.Family | SharedData.Procedure | SharedData.Reception | SharedData.Vulnerability | SharedData.Incidents),
        new(Purpose.HealthCare, Partner.HealthCare,
            [Partner.HealthCare],
            Reachable | SharedData.Origin | SharedData.Reception | SharedData.Medical | SharedData.Vulnerability),
        new(Purpose.SafeShelter, Partner.Shelter,
            [Partner.Shelter],
            Reachable | SharedData.Family | SharedData.Vulnerability),
        new(Purpose.Schooling, Partner.School,
            [Partner.School, Partner.Municipality],
            Reachable | SharedData.Family | SharedData.Participation),
        new(Purpose.Work, Partner.EmployeeInsuranceAgency,
            [Partner.EmployeeInsuranceAgency],
            Reachable | SharedData.Procedure | SharedData.Participation),
        new(Purpose.Housing, Partner.ReceptionAgency,
            [Partner.ReceptionAgency, Partner.Municipality],
            Reachable | SharedData.Family | SharedData.Procedure | SharedData.Housing),
        new(Purpose.Integration, Partner.Municipality,
            [Partner.Municipality, Partner.EducationAgency],
            Reachable | SharedData.Housing | SharedData.Participation),
        new(Purpose.Return, Partner.ReturnService,
            [Partner.ReturnService, Partner.ImmigrationService],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Procedure | SharedData.Return),
        new(Purpose.AssistedReturn, Partner.MigrationOrganization,
            [Partner.MigrationOrganization],
            Reachable | SharedData.Origin | SharedData.Family | SharedData.Return),
        new(Purpose.Supervision, Partner.AliensPolice,
            [Partner.AliensPolice, Partner.BorderGuard],
            Reachable | SharedData.Origin | SharedData.Return),
        new(Purpose.Detention, Partner.DetentionService,
            [Partner.DetentionService],
            SharedData.Identity | SharedData.Origin | SharedData.Return),
    ];

    /// <summary>What a purpose allows.</summary>
    /// <param name="purpose">The purpose.</param>
    public static PurposeRule RuleOf(Purpose purpose) => Rules[(int)purpose];

    /// <summary>Categories that a partner may have at all, for one purpose or another.</summary>
    /// <param name="partner">The partner.</param>
    public static SharedData MayHave(Partner partner)
    {
        var data = SharedData.None;
        foreach (var rule in Rules)
        {
            data |= rule.Partners.Contains(partner) ? rule.Data : SharedData.None;
        }
        return data;
    }

    /// <summary>The flag of a category; nothing for what is about no person.</summary>
    /// <param name="category">The category.</param>
    public static SharedData Of(DataCategory category) =>
        category == DataCategory.None ? SharedData.None : (SharedData)(1 << ((int)category - 1));

    /// <summary>The refusal when this may not be shared; otherwise null.</summary>
    /// <param name="from">Who shares.</param>
    /// <param name="to">With whom.</param>
    /// <param name="purpose">For what.</param>
    /// <param name="data">Which categories.</param>
    /// <param name="basis">On what legal basis, where a wall stands between them.</param>
    public static Refusal? Against(Partner from, Partner to, Purpose purpose, SharedData data, LegalBasis basis)
    {
        var rule = RuleOf(purpose);
        return from == to ? SamePartner
            : data == SharedData.None ? NothingShared
            : !rule.Partners.Contains(to) ? OtherPurpose
            : (data & ~rule.Data) != 0 ? BeyondPurpose
            : (data & ~MayHave(from)) != 0 ? NotTheirs
            : basis == LegalBasis.None && IsWalled(from, to, data) ? Wall
            : null;
    }

    private static bool IsWalled(Partner from, Partner to, SharedData data) =>
        PartnerKinds.IsKeptOut(to)
        && (PartnerKinds.IsBehindWall(from) || (data & (SharedData.Medical | SharedData.Vulnerability)) != 0);
}
