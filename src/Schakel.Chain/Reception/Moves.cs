using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Announce a move (verhuizing aankondigen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">Where to; absent when it is not known yet.</param>
/// <param name="DaysAhead">Days until the move; zero is today.</param>
public sealed record AnnounceMove(Official By, SiteId? Site, int DaysAhead) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Move a person to another site (verhuizen). Goes with a release at the old site and an occupation at the new one.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The new site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record MovePerson(Official By, SiteId Site, Modality Modality) : ReceptionCommand, IOfficialAct
{
    /// <summary>Why, when the move breaks something (see <see cref="MoveConsequences"/>): it is asked for then, and recorded.</summary>
    public MoveGround? Ground { get; init; }

    /// <summary>Why the person is moved there although the site is full, unfit or not for such persons; absent for an ordinary move.</summary>
    public EmergencyGround? Emergency { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Cancel an announced move (verhuizing afzeggen).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record CancelMove(Official By) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>A move was announced (verhuizing aangekondigd).</summary>
/// <param name="Site">Where to, when known.</param>
/// <param name="DaysAhead">Days until the move.</param>
[EventName("move-announced", 1)]
public sealed record MoveAnnounced(
    [Category(DataCategory.Reception)] SiteId? Site,
    [Category(DataCategory.Reception)] int DaysAhead) : ReceptionEvent;

/// <summary>A person moved to another site (verhuisd).</summary>
/// <param name="From">The old site.</param>
/// <param name="Site">The new site.</param>
/// <param name="Modality">Its kind.</param>
[EventName("person-moved", 1)]
public sealed record PersonMoved(
    [Category(DataCategory.Reception)] SiteId From,
    [Category(DataCategory.Reception)] SiteId Site,
    [Category(DataCategory.Reception)] Modality Modality) : ReceptionEvent;

/// <summary>An announced move was cancelled (verhuizing afgezegd).</summary>
[EventName("move-cancelled", 1)]
public sealed record MoveCancelled : ReceptionEvent;

/// <summary>A move went through although it broke something: what was weighed, and why it went through (afweging van een verhuizing).</summary>
/// <param name="Broken">What it broke, treatment apart.</param>
/// <param name="BrokeTreatment">It broke medical treatment.</param>
/// <param name="Ground">Why it went through.</param>
/// <param name="By">Who weighed it.</param>
[EventName("move-weighed", 1)]
public sealed record MoveWeighed(
    [Category(DataCategory.Reception)] MoveBreaks Broken,
    [Category(DataCategory.Medical)] bool BrokeTreatment,
    [Category(DataCategory.Reception)] MoveGround Ground,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>Moving between sites (verhuizingen).</summary>
public static class Moves
{
    /// <summary>A move to the same site.</summary>
    public static readonly Refusal SameSite = new(
        "reception.same-site", "fact",
        "De persoon verblijft al op deze locatie.",
        "The person stays at this site already.");

    /// <summary>Announced backwards.</summary>
    public static readonly Refusal MoveInThePast = new(
        "reception.move-in-the-past", "fact",
        "Een verhuizing wordt niet aangekondigd voor een dag die voorbij is.",
        "A move is not announced for a day that has passed.");

    /// <summary>What the move breaks was not weighed.</summary>
    public static readonly Refusal NotWeighed = new(
        "move.consequences-not-weighed", "RCD 18(6)",
        "Deze verhuizing doorkruist een gehoor, school, behandeling, werk of voogdij; geef de grond waarop zij toch doorgaat.",
        "This move breaks an interview, school, treatment, work or guardianship; give the ground on which it goes through nevertheless.");

    /// <summary>No move is announced.</summary>
    public static readonly Refusal NoMoveAnnounced = new(
        "move.none-announced", "fact",
        "Er is geen verhuizing aangekondigd.",
        "No move has been announced.");

    internal static Decision Decide(CaseFile file, AnnounceMove command) =>
        file.Reception.Site is not { } site ? Stays.NotInReception
        : site == command.Site ? SameSite
        : command.DaysAhead < 0 ? MoveInThePast
        : new MoveAnnounced(command.Site, command.DaysAhead);

    internal static Decision Decide(CaseFile file, CancelMove _) =>
        file.Reception.MoveDue is null ? NoMoveAnnounced : new MoveCancelled();

    internal static Decision Decide(CaseFile file, Household household, MovePerson command, Law law, Day today)
    {
        if (file.Reception.Site is not { } site)
        {
            return Stays.NotInReception;
        }
        if (site == command.Site)
        {
            return SameSite;
        }
        if (Stays.AgainstStay(file, command.Modality) is { } refusal)
        {
            return refusal;
        }
        var unfit = Modalities.Against(file, household, command.Modality, law, today);
        if (unfit is not null && !Modalities.Excuses(file, command.Modality, command.Emergency))
        {
            return unfit;
        }
        var broken = MoveConsequences.Broken(file, today);
        var moved = new PersonMoved(site, command.Site, command.Modality);
        var overstay = Modalities.Overstay(file.Reception, law, today);
        if (broken == MoveBreaks.None && unfit is null)
        {
            return Decision.Of(moved, overstay);
        }
        if (broken != MoveBreaks.None && command.Ground is null)
        {
            return NotWeighed;
        }
        var weighed = broken == MoveBreaks.None ? null
            : new MoveWeighed(broken & ~MoveBreaks.Treatment, (broken & MoveBreaks.Treatment) != 0, command.Ground!.Value, command.By);
        ChainEvent?[] events =
        [
            moved,
            weighed,
            unfit is null ? null : new AdmittedOnEmergencyGround(command.Emergency!.Value, command.By),
            unfit is null ? null : Modalities.Breach,
            overstay,
        ];
        return Decision.Of([.. events.OfType<ChainEvent>()]);
    }
}
