using Schakel.Chain.Guidance;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Why guardianship ended (reden einde voogdij).</summary>
public enum GuardianshipEnd
{
    /// <summary>The ward came of age: by operation of law (meerderjarig).</summary>
    CameOfAge = 0,
    /// <summary>A parent is here and has authority again (ouder heeft gezag).</summary>
    ParentHere,
    /// <summary>Somebody else was charged with it (ander belast met voogdij).</summary>
    OtherGuardian,
}

/// <summary>Let another guardian carry out the guardianship (wisseling van voogd; BW 1:302, Nidos).</summary>
/// <param name="By">Guardian agency, or judge.</param>
/// <param name="Guardian">Number of the new guardian.</param>
public sealed record ChangeGuardian(Official By, int Guardian) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Guardian | OfficialRoles.Judge;
}

/// <summary>Record that guardianship ended (voogdij beëindigen). At eighteen it ends by operation of law; otherwise a judge decides.</summary>
/// <param name="By">Judge; the clock for <see cref="GuardianshipEnd.CameOfAge"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record EndGuardianship(Official By, GuardianshipEnd Reason) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public bool ByLaw => Reason == GuardianshipEnd.CameOfAge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Another guardian carries out the guardianship (voogd gewisseld).</summary>
/// <param name="Guardian">Number of the guardian.</param>
/// <param name="By">Who decided.</param>
[EventName("guardian-changed", 1)]
public sealed record GuardianChanged(
    [Category(DataCategory.Family)] int Guardian,
    [Category(DataCategory.None)] Official By) : FamilyEvent;

/// <summary>Guardianship ended (voogdij geëindigd).</summary>
/// <param name="Reason">Why.</param>
[EventName("guardianship-ended", 1)]
public sealed record GuardianshipEnded([Category(DataCategory.Family)] GuardianshipEnd Reason) : FamilyEvent;

/// <summary>Guardianship over unaccompanied minors (voogdij door Nidos); the appointment is in <see cref="Care"/>.</summary>
public static class Guardianship
{
    /// <summary>No guardian was appointed.</summary>
    public static readonly Refusal NoGuardian = new(
        "guardian.none", "REG-9",
        "Er is geen voogd benoemd.",
        "No guardian has been appointed.");

    /// <summary>The same guardian.</summary>
    public static readonly Refusal SameGuardian = new(
        "guardian.same", "fact",
        "Deze voogd voert de voogdij al uit.",
        "This guardian carries out the guardianship already.");

    /// <summary>Not eighteen yet.</summary>
    public static readonly Refusal StillMinor = new(
        "guardian.still-minor", "BW 1:233",
        "De voogdij loopt tot de achttiende verjaardag ({0}).",
        "Guardianship lasts until the eighteenth birthday ({0}).");

    internal static Decision Decide(CaseFile file, ChangeGuardian command, Day today) =>
        file.Guidance.GuardianOn is null ? NoGuardian
        : !file.Registration.IsUnaccompaniedMinorOn(today) ? Care.NoMinorAlone
        : file.Circle.Guardian == command.Guardian ? SameGuardian
        : new GuardianChanged(command.Guardian, command.By);

    internal static Decision Decide(CaseFile file, EndGuardianship command, Day today) =>
        file.Guidance.GuardianOn is null ? NoGuardian
        : command.Reason == GuardianshipEnd.CameOfAge && Registration.Age.IsMinor(file.Registration.Born, today)
            ? StillMinor.On(Registration.Age.ComesOfAge(file.Registration.Born))
        : new GuardianshipEnded(command.Reason);
}
