using System.Numerics;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>Detain someone on grounds (in bewaring stellen; Vw 59, 59a, 59b).</summary>
/// <param name="By">Assistant public prosecutor or another authority designated.</param>
/// <param name="Basis">Article.</param>
/// <param name="Grounds">Grounds, at least two.</param>
/// <param name="LesserMeansFail">Lesser means were considered and would not do.</param>
/// <param name="WeightyInterest">For an unaccompanied minor: one of the weighty interests of Vc A5/2.4.</param>
public sealed record Detain(
    Official By, DetentionBasis Basis, DetentionGrounds Grounds, bool LesserMeansFail, bool WeightyInterest)
    : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DetainingAuthority;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End detention without departure (bewaring opheffen).</summary>
/// <param name="By">Return officer, detaining authority, or the court.</param>
public sealed record Release(Official By) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer | OfficialRoles.DetainingAuthority | OfficialRoles.Judge;
}

/// <summary>Someone was detained (in bewaring gesteld).</summary>
/// <param name="Basis">Article.</param>
/// <param name="Grounds">Grounds.</param>
/// <param name="By">Who decided.</param>
[EventName("detention-imposed", 1)]
public sealed record DetentionImposed(
    [Category(DataCategory.Return)] DetentionBasis Basis,
    [Category(DataCategory.Return)] DetentionGrounds Grounds,
    [Category(DataCategory.Return)] Official By) : ReturnEvent;

/// <summary>Detention ended (bewaring opgeheven).</summary>
[EventName("detention-ended", 1)]
public sealed record DetentionEnded : ReturnEvent;

/// <summary>Detention: a last resort, on grounds, for a limited time (bewaring).</summary>
public static class Detention
{
    private const DetentionGrounds Heavy = (DetentionGrounds)((1 << 10) - 1);
    private const int FewestGrounds = 2;

    /// <summary>Detained already.</summary>
    public static readonly Refusal AlreadyDetained = new(
        "detention.already-detained", "fact",
        "Deze persoon is al in bewaring.",
        "This person is in detention already.");

    /// <summary>Not detained.</summary>
    public static readonly Refusal NotDetained = new(
        "detention.not-detained", "fact",
        "Deze persoon is niet in bewaring.",
        "This person is not in detention.");

    /// <summary>Fewer than two grounds, or for a transfer no heavy one.</summary>
    public static readonly Refusal TooFewGrounds = new(
        "detention.too-few-grounds", "Vb 5.1b",
        "Bewaring kan alleen op ten minste twee gronden; voor een overdracht ten minste één zware.",
        "Detention needs at least two grounds; for a transfer at least one heavy ground.");

    /// <summary>Lesser means come first.</summary>
    public static readonly Refusal LesserMeans = new(
        "detention.lesser-means", "Vw 59c",
        "Bewaring kan alleen als een lichter middel niet volstaat.",
        "Detention is possible only when lesser means would not do.");

    /// <summary>Unaccompanied minors: only with weighty interests.</summary>
    public static readonly Refusal Minor = new(
        "detention.unaccompanied-minor", "Vc A5/2.4",
        "Een alleenstaande minderjarige gaat alleen bij zwaarwegende belangen in bewaring.",
        "An unaccompanied minor is detained only for weighty interests.");

    /// <summary>The article does not fit the file.</summary>
    public static readonly Refusal WrongBasis = new(
        "detention.wrong-basis", "Vw 59",
        "Dit artikel past niet bij het dossier: verwijderen vraagt een vertrekplicht, overdragen een claim, artikel 59b een lopende aanvraag.",
        "This article does not fit the file: removal needs a duty to depart, transfer a request to another state, article 59b a running application.");

    /// <summary>Earlier detention on this article took all the time there is.</summary>
    public static readonly Refusal MaximumUsed = new(
        "detention.maximum-used", "detention",
        "De maximale duur van de bewaring op dit artikel is door eerdere bewaring verbruikt.",
        "The longest detention on this article has been used up by earlier detention.");

    internal static Decision Decide(CaseFile file, Household household, Detain command, Law law, Day today)
    {
        return file.Return.Detention is not null ? AlreadyDetained
            : !HasGrounds(command) ? TooFewGrounds
            : !command.LesserMeansFail ? LesserMeans
            : file.Registration.IsUnaccompaniedMinorOn(today) && !command.WeightyInterest ? Minor
            : !Fits(file, command.Basis, law, today) ? WrongBasis
            : AgainstRemoval(file, command.Basis, today) is { } against ? against
            : IsUsedUp(file, household, command, law, today) ? MaximumUsed
            : new DetentionImposed(command.Basis, command.Grounds, command.By);
    }

    internal static Decision Release(CaseFile file, Household household, Law law, Day today) =>
        file.Return.Detention is null ? NotDetained
        : Decision.Of(new DetentionEnded(), DetentionMaximum.Exceeded(file, household, law, today));

    // Without a day left the detention would have to end as it begins.
    private static bool IsUsedUp(CaseFile file, Household household, Detain command, Law law, Day today) =>
        DetentionMaximum.LastDay(file, household, new(today, command.Basis, command.Grounds, Extended: false), law) <= today;

    private static bool HasGrounds(Detain command) =>
        BitOperations.PopCount((uint)command.Grounds) >= FewestGrounds
        && (command.Basis != DetentionBasis.Transfer || (command.Grounds & Heavy) != 0);

    /// <summary>The refusal when nobody may be detained to be removed today; null when the article is another, or nothing forbids.</summary>
    internal static Refusal? AgainstRemoval(CaseFile file, DetentionBasis basis, Day today) =>
        basis == DetentionBasis.Removal ? DepartureMoratoria.Against(file, today) : null;

    private static bool Fits(CaseFile file, DetentionBasis basis, Law law, Day today) => basis switch
    {
        DetentionBasis.Removal => ReturnFiles.AgainstReturn(file, law, today) is null && !MedicalDeferrals.Runs(file.Return, today),
        DetentionBasis.Transfer => file.Procedure.Dublin is not null,
        DetentionBasis.Application or DetentionBasis.PublicOrder => Appeals.IsProtected(file, law, today),
    };
}
