using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>Why detention is extended (reden van verlenging; Vw 59(6), 59b(3) and (5)).</summary>
public enum ExtensionReason
{
    /// <summary>The person does not cooperate with removal.</summary>
    NotCooperating = 0,
    /// <summary>Papers from the country are still lacking.</summary>
    PapersLacking,
    /// <summary>An appeal is pending during which the person may stay.</summary>
    AppealPending,
    /// <summary>Public order: the case is complex and the interest weighty.</summary>
    WeightyInterest,
}

/// <summary>Extend detention once (bewaring verlengen): a new decision, taken before the first maximum is over.</summary>
/// <param name="By">The authority that detained, or the return service.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtendDetention(Official By, ExtensionReason Reason) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DetainingAuthority | OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Detention was extended (bewaring verlengd).</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("detention-extended", 1)]
public sealed record DetentionExtended(
    [Category(DataCategory.Return)] ExtensionReason Reason,
    [Category(DataCategory.Return)] Official By) : ReturnEvent;

/// <summary>Extending detention (verlenging van de bewaring).</summary>
public static class DetentionExtensions
{
    /// <summary>Extended before.</summary>
    public static readonly Refusal AlreadyExtended = new(
        "detention.already-extended", "detention",
        "De bewaring is al verlengd; dat kan één keer.",
        "Detention has been extended already; that is possible once.");

    /// <summary>The reason does not go with the article.</summary>
    public static readonly Refusal NoReason = new(
        "detention.no-reason-to-extend", "detention",
        "Op dit artikel kan om deze reden niet worden verlengd: verwijdering vraagt niet meewerken of ontbrekende papieren, artikel 59b een lopend beroep of een zwaarwegend belang, en voor een overdracht is er geen verlenging.",
        "This article knows no extension for this reason: removal needs lack of cooperation or of papers, article 59b a pending appeal or a weighty interest, and for a transfer there is no extension.");

    /// <summary>Children: the maximum stands.</summary>
    public static readonly Refusal Children = new(
        "detention.not-extended-for-children", "detention",
        "De bewaring van een minderjarige of een gezin met minderjarigen wordt niet verlengd; zij duurt tot en met {0}.",
        "Detention of a minor, or of a family with minors, is not extended; it lasts through {0} at most.");

    /// <summary>The maximum is over.</summary>
    public static readonly Refusal Over = new(
        "detention.maximum-over", "detention",
        "De bewaring mocht duren tot en met {0}; deze persoon moet worden vrijgelaten.",
        "Detention could last through {0}; this person must be released.");

    internal static Decision Decide(CaseFile file, Household household, ExtendDetention command, Law law, Day today)
    {
        if (file.Return.Detention is not { } detention)
        {
            return Detention.NotDetained;
        }
        var last = DetentionMaximum.LastDay(file, household, detention, law);
        return Detention.AgainstRemoval(file, detention.Basis, today) is { } against ? against
            : today > last ? Over.On(last)
            : detention.Extended ? AlreadyExtended
            : DetentionMaximum.IsShortForChildren(file, household, detention) ? Children.On(last)
            : !Goes(file, detention.Basis, command.Reason) ? NoReason
            : new DetentionExtended(command.Reason, command.By);
    }

    /// <summary>Whether some reason could extend it, as long as the maximum is not over.</summary>
    internal static bool IsPossible(CaseFile file, Household household, DetentionState detention) =>
        !detention.Extended && !DetentionMaximum.IsShortForChildren(file, household, detention) && ReasonFor(file, detention.Basis) is not null;

    /// <summary>A reason that goes with the article; absent when there is none.</summary>
    internal static ExtensionReason? ReasonFor(CaseFile file, DetentionBasis basis)
    {
        for (var reason = ExtensionReason.NotCooperating; reason <= ExtensionReason.WeightyInterest; reason++)
        {
            if (Goes(file, basis, reason))
            {
                return reason;
            }
        }
        return null;
    }

    private static bool Goes(CaseFile file, DetentionBasis basis, ExtensionReason reason) => basis switch
    {
        DetentionBasis.Removal => reason is ExtensionReason.NotCooperating or ExtensionReason.PapersLacking,
        DetentionBasis.Transfer => false,
        DetentionBasis.Application => reason == ExtensionReason.AppealPending && file.Procedure is { AppealPending: true, Appeal.Suspensive: true },
        DetentionBasis.PublicOrder => reason == ExtensionReason.WeightyInterest,
    };
}
