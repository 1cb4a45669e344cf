using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Why someone goes to another household (reden). It stands on the person's own file only: who is left behind does not read it (red line 5).</summary>
public enum HouseholdChangeGround
{
    /// <summary>The couple parted (uit elkaar).</summary>
    Separation = 0,
    /// <summary>Not safe with the others (onveilig).</summary>
    Safety,
    /// <summary>Came of age and goes on alone (meerderjarig).</summary>
    CameOfAge,
    /// <summary>Joins relatives who are here (herenigd).</summary>
    Reunited,
    /// <summary>Was taken for a relative by mistake (vergissing).</summary>
    NotRelated,
}

/// <summary>Let someone belong to another household (splitsen of voegen). Goes with <see cref="LeaveHousehold"/> and <see cref="JoinHousehold"/>; see <see cref="HouseholdActs.Transfer"/>.</summary>
/// <param name="By">Officer of the reception agency or of the immigration service, or guardian.</param>
/// <param name="Household">The new household.</param>
/// <param name="Role">Place in it.</param>
/// <param name="Ground">Why.</param>
public sealed record ChangeHousehold(Official By, HouseholdId Household, FamilyRole Role, HouseholdChangeGround Ground) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer | OfficialRoles.HearingOfficer | OfficialRoles.Guardian;
}

/// <summary>Someone belongs to another household (van huishouden veranderd).</summary>
/// <param name="Household">The new household.</param>
/// <param name="Role">Place in it.</param>
/// <param name="Ground">Why: this person's alone.</param>
/// <param name="By">Who decided.</param>
[EventName("household-changed", 1)]
public sealed record HouseholdChanged(
    [Category(DataCategory.Family)] HouseholdId Household,
    [Category(DataCategory.Family)] FamilyRole Role,
    [Category(DataCategory.Vulnerability)] HouseholdChangeGround Ground,
    [Category(DataCategory.None)] Official By) : FamilyEvent;

/// <summary>Splitting off and joining (splitsen en voegen), on the person's file.</summary>
public static class HouseholdChanges
{
    /// <summary>No other household.</summary>
    public static readonly Refusal SameHousehold = new(
        "household-change.same-household", "fact",
        "Deze persoon hoort al bij dit huishouden.",
        "This person belongs to this household already.");

    /// <summary>Not eighteen yet.</summary>
    public static readonly Refusal StillMinor = new(
        "household-change.still-minor", "BW 1:233",
        "Deze persoon is pas op {0} meerderjarig.",
        "This person comes of age only on {0}.");

    /// <summary>A child does not lead a household.</summary>
    public static readonly Refusal MinorLeads = new(
        "household-change.minor-leads", "REG-9",
        "Een minderjarige is kind in een gezin of alleenstaande minderjarige, geen hoofdpersoon of partner.",
        "A minor is a child in a family or an unaccompanied minor, not the head of a household or a partner.");

    internal static Decision Decide(CaseFile file, ChangeHousehold command, Day today)
    {
        var minor = Age.IsMinor(file.Registration.Born, today);
        return file.Registration.Household == command.Household ? SameHousehold
            : minor && command.Ground == HouseholdChangeGround.CameOfAge ? StillMinor.On(Age.ComesOfAge(file.Registration.Born))
            : minor && command.Role is (FamilyRole.Main or FamilyRole.Partner) ? MinorLeads
            : !minor && command.Role == FamilyRole.UnaccompaniedMinor ? Arrivals.OfAge
            : new HouseholdChanged(command.Household, command.Role, command.Ground, command.By);
    }
}
