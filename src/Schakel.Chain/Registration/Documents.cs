namespace Schakel.Chain.Registration;

/// <summary>Kind of document (soort document).</summary>
public enum DocumentKind
{
    /// <summary>Passport (paspoort).</summary>
    Passport = 0,
    /// <summary>Identity card (identiteitskaart).</summary>
    IdentityCard,
    /// <summary>Birth certificate, or an extract (geboorteakte).</summary>
    BirthCertificate,
    /// <summary>Family book or marriage certificate (familieboekje, huwelijksakte).</summary>
    FamilyBook,
    /// <summary>Driving licence (rijbewijs).</summary>
    DrivingLicence,
    /// <summary>Residence document of another member state (verblijfsdocument).</summary>
    ResidenceDocument,
    /// <summary>Any other document.</summary>
    Other,
}

/// <summary>What the examination of a document found (bevinding).</summary>
public enum DocumentFinding
{
    /// <summary>Genuine (echt).</summary>
    Genuine = 0,
    /// <summary>Nothing can be said about it (geen oordeel mogelijk).</summary>
    Inconclusive,
    /// <summary>False or forged (vals of vervalst).</summary>
    False,
}

/// <summary>Examine a document that was handed in (document onderzoeken; Vb 3.108d). What it says about the claim is not here.</summary>
/// <param name="By">Officer who examines it.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Issuer">The state that issued it.</param>
/// <param name="Finding">What was found.</param>
public sealed record ExamineDocument(Official By, DocumentKind Kind, CountryCode Issuer, DocumentFinding Finding)
    : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer;
}

/// <summary>A document was examined (document onderzocht).</summary>
/// <param name="Kind">Kind of document.</param>
/// <param name="Issuer">The state that issued it.</param>
/// <param name="Finding">What was found.</param>
/// <param name="By">Who examined it.</param>
[EventName("document-examined", 1)]
public sealed record DocumentExamined(
    [Category(DataCategory.Identity)] DocumentKind Kind,
    [Category(DataCategory.Origin)] CountryCode Issuer,
    [Category(DataCategory.Identity)] DocumentFinding Finding,
    [Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>Documents of a person (documenten). Examining one asks nothing of the country of origin (red line 4).</summary>
public static class Documents
{
    /// <summary>A genuine passport comes from a state.</summary>
    public static readonly Refusal NoIssuer = new(
        "document.no-issuer", "fact",
        "Een document dat echt is bevonden, heeft een bekende staat van afgifte.",
        "A document that was found genuine has a known state of issue.");

    internal static Decision Decide(ExamineDocument command) =>
        command.Finding == DocumentFinding.Genuine && command.Issuer == CountryCode.Unknown ? NoIssuer
        : new DocumentExamined(command.Kind, command.Issuer, command.Finding, command.By);

    internal static RegistrationState Evolve(RegistrationState state, DocumentExamined examined) => examined switch
    {
        { Kind: DocumentKind.Passport, Finding: DocumentFinding.Genuine } => state with { HoldsTravelDocument = true, HasGenuineDocument = true },
        { Kind: DocumentKind.Passport, Finding: DocumentFinding.False } => state with { HoldsTravelDocument = false },
        { Kind: DocumentKind.IdentityCard or DocumentKind.BirthCertificate, Finding: DocumentFinding.Genuine } =>
            state with { HasGenuineDocument = true },
        _ => state,
    };
}
