namespace Schakel.Norms.Procedure;

/// <summary>Why a decision period stands still (opschortingsgrond), Awb 4:15.</summary>
public enum SuspensionGround
{
    /// <summary>The ground is not given.</summary>
    Unspecified,

    /// <summary>The applicant was asked to complete the application (4:15(1)(a)).</summary>
    Completion,

    /// <summary>Information was asked from abroad (4:15(1)(b)).</summary>
    InformationFromAbroad,

    /// <summary>The applicant agreed in writing (4:15(2)(a)).</summary>
    Consent,

    /// <summary>The delay can be attributed to the applicant (4:15(2)(b)).</summary>
    AttributedDelay,

    /// <summary>Force majeure; the new term is notified (4:15(2)(c)).</summary>
    ForceMajeure,
}

/// <summary>A stretch of days on which a decision period stands still (opschorting).</summary>
/// <param name="From">First day that does not count: the day after the request.</param>
/// <param name="Until">Last day that does not count, inclusive: the day before the answer came or the delay ended.</param>
/// <param name="Ground">Why.</param>
public readonly record struct Suspension(Day From, Day Until, SuspensionGround Ground)
{
    private static readonly Rule Unspecified = new(
        "decision-period.suspension", new("Opschorting, grond niet opgegeven", "Suspension, ground not given"), new(Acts.AdministrativeLaw, "4:15"));

    private static readonly Rule Completion = Of("1)(a", "aanvulling van de aanvraag gevraagd", "completion of the application asked");
    private static readonly Rule Abroad = Of("1)(b", "informatie uit het buitenland gevraagd", "information asked from abroad");
    private static readonly Rule Consent = Of("2)(a", "schriftelijke instemming van de aanvrager", "written consent of the applicant");
    private static readonly Rule Delay = Of("2)(b", "vertraging toe te rekenen aan de aanvrager", "delay attributable to the applicant");
    private static readonly Rule Majeure = Of("2)(c", "overmacht", "force majeure");

    /// <summary>The provision that makes the period stand still.</summary>
    public Rule Rule => Ground switch
    {
        SuspensionGround.Unspecified => Unspecified,
        SuspensionGround.Completion => Completion,
        SuspensionGround.InformationFromAbroad => Abroad,
        SuspensionGround.Consent => Consent,
        SuspensionGround.AttributedDelay => Delay,
        SuspensionGround.ForceMajeure => Majeure,
    };

    private static Rule Of(string part, string dutch, string english) => new(
        "decision-period.suspension-" + part.Replace(")(", "", StringComparison.Ordinal),
        new("Opschorting, " + dutch, "Suspension, " + english),
        new(Acts.AdministrativeLaw, $"4:15({part})"));
}
