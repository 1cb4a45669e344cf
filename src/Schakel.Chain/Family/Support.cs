using System.Numerics;

namespace Schakel.Chain.Family;

/// <summary>Come into contact with an organisation that supports (contact met een ondersteunende organisatie). The person's own choice.</summary>
/// <param name="Organisation">Which: one.</param>
/// <param name="Consented">The person agreed that the organisation is told of them.</param>
public sealed record BeginSupport(SupportOrganisations Organisation, bool Consented) : FamilyCommand;

/// <summary>End the contact (contact beëindigen).</summary>
/// <param name="Organisation">Which: one.</param>
public sealed record EndSupport(SupportOrganisations Organisation) : FamilyCommand;

/// <summary>Name a trusted helper, or give one other tasks (vertrouwenspersoon aanwijzen). The person's own choice.</summary>
/// <param name="Helper">Number of the helper.</param>
/// <param name="Tasks">What they may do.</param>
public sealed record NameTrustedHelper(int Helper, HelperTasks Tasks) : FamilyCommand;

/// <summary>Let a trusted helper go (vertrouwenspersoon ontheffen).</summary>
/// <param name="Helper">Number of the helper.</param>
public sealed record DismissTrustedHelper(int Helper) : FamilyCommand;

/// <summary>Contact with an organisation began (contact begonnen). Which one can tell why someone asks for protection: it is the person's alone.</summary>
/// <param name="Organisation">Which.</param>
[EventName("support-begun", 1)]
public sealed record SupportBegun([Category(DataCategory.Vulnerability)] SupportOrganisations Organisation) : FamilyEvent;

/// <summary>Contact with an organisation ended (contact beëindigd).</summary>
/// <param name="Organisation">Which.</param>
[EventName("support-ended", 1)]
public sealed record SupportEnded([Category(DataCategory.Vulnerability)] SupportOrganisations Organisation) : FamilyEvent;

/// <summary>A trusted helper was named, or given other tasks (vertrouwenspersoon aangewezen).</summary>
/// <param name="Helper">Number of the helper.</param>
/// <param name="Tasks">What they may do.</param>
[EventName("trusted-helper-named", 1)]
public sealed record TrustedHelperNamed(
    [Category(DataCategory.Contact)] int Helper,
    [Category(DataCategory.Contact)] HelperTasks Tasks) : FamilyEvent;

/// <summary>A trusted helper was let go (vertrouwenspersoon ontheven).</summary>
/// <param name="Helper">Number of the helper.</param>
[EventName("trusted-helper-dismissed", 1)]
public sealed record TrustedHelperDismissed([Category(DataCategory.Contact)] int Helper) : FamilyEvent;

/// <summary>Support organisations and trusted helpers (ondersteuning).</summary>
public static class Support
{
    /// <summary>Without consent nobody is told.</summary>
    public static readonly Refusal NoConsent = new(
        "support.no-consent", "AVG 6",
        "Een organisatie hoort pas van iemand als die persoon dat goed vindt.",
        "An organisation is told of someone only when that person agrees.");

    /// <summary>One organisation at a time.</summary>
    public static readonly Refusal NotOne = new(
        "support.not-one", "fact",
        "Noem één organisatie.",
        "Name one organisation.");

    /// <summary>In contact already.</summary>
    public static readonly Refusal AlreadyBegun = new(
        "support.already-begun", "fact",
        "Met deze organisatie is er al contact.",
        "There is contact with this organisation already.");

    /// <summary>Not in contact.</summary>
    public static readonly Refusal NotBegun = new(
        "support.not-begun", "fact",
        "Met deze organisatie is er geen contact.",
        "There is no contact with this organisation.");

    /// <summary>A helper for nothing.</summary>
    public static readonly Refusal NoTask = new(
        "trusted-helper.no-task", "fact",
        "Een vertrouwenspersoon krijgt ten minste één taak.",
        "A trusted helper is given at least one task.");

    /// <summary>Named before, with these tasks.</summary>
    public static readonly Refusal AlreadyNamed = new(
        "trusted-helper.already-named", "fact",
        "Deze vertrouwenspersoon heeft deze taken al.",
        "This trusted helper has these tasks already.");

    /// <summary>Not a helper of this person.</summary>
    public static readonly Refusal NotNamed = new(
        "trusted-helper.not-named", "fact",
        "Deze persoon heeft die vertrouwenspersoon niet.",
        "This person has no such trusted helper.");

    internal static Decision Decide(CaseFile file, BeginSupport command) =>
        !IsOne(command.Organisation) ? NotOne
        : !command.Consented ? NoConsent
        : (file.Circle.Support & command.Organisation) != 0 ? AlreadyBegun
        : new SupportBegun(command.Organisation);

    internal static Decision Decide(CaseFile file, EndSupport command) =>
        !IsOne(command.Organisation) ? NotOne
        : (file.Circle.Support & command.Organisation) == 0 ? NotBegun
        : new SupportEnded(command.Organisation);

    internal static Decision Decide(CaseFile file, NameTrustedHelper command) =>
        command.Tasks == HelperTasks.None ? NoTask
        : file.Circle.Helpers.TryGetValue(command.Helper, out var tasks) && tasks == command.Tasks ? AlreadyNamed
        : new TrustedHelperNamed(command.Helper, command.Tasks);

    internal static Decision Decide(CaseFile file, DismissTrustedHelper command) =>
        file.Circle.Helpers.ContainsKey(command.Helper) ? new TrustedHelperDismissed(command.Helper) : NotNamed;

    private static bool IsOne(SupportOrganisations organisation) =>
        BitOperations.PopCount((uint)organisation) == 1 && Enum.IsDefined(organisation);
}
