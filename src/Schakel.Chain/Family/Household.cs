using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Place in the household (plaats in het gezin).</summary>
public enum FamilyRole
{
    /// <summary>The adult who applies first, or the only one (hoofdpersoon).</summary>
    Main = 0,
    /// <summary>Spouse or partner.</summary>
    Partner,
    /// <summary>Minor child in the family.</summary>
    Child,
    /// <summary>Unaccompanied minor (amv).</summary>
    UnaccompaniedMinor,
}

/// <summary>A member of a household (gezinslid).</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Born">Date of birth.</param>
public readonly record struct HouseholdMember(PersonId Person, FamilyRole Role, Day Born);

/// <summary>A household (huishouden): who belong together, and the entry visas granted to relatives. Nothing of anyone's claim is here (red line 5).</summary>
/// <param name="Members">The members who are here.</param>
/// <param name="EntryVisas">Entry visas granted and not used yet.</param>
public sealed record Household(ImmutableArray<HouseholdMember> Members, int EntryVisas)
{
    /// <summary>Family ties between persons of this household, now or before: leaving it breaks no tie.</summary>
    public ImmutableArray<HouseholdLink> Links { get; init; } = [];

    /// <summary>A household without members.</summary>
    public static Household Empty { get; } = new([], 0);

    /// <summary>Whether a member is a minor who is not alone.</summary>
    /// <param name="day">The day.</param>
    public bool HasMinorOn(Day day)
    {
        foreach (var member in Members)
        {
            if (Age.IsMinor(member.Born, day))
            {
                return true;
            }
        }
        return false;
    }

    internal HouseholdMember? Find(PersonId person)
    {
        foreach (var member in Members)
        {
            if (member.Person == person)
            {
                return member;
            }
        }
        return null;
    }

    internal bool Contains(PersonId person) => Find(person) is not null;
}

/// <summary>An event of a household's stream.</summary>
public abstract record HouseholdEvent : ChainEvent;

/// <summary>A person joins the household (toevoegen aan het gezin). Goes with the opening of the person's file.</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="OnEntryVisa">Came on an entry visa for family reunification, which is then used.</param>
public sealed record JoinHousehold(PersonId Person, FamilyRole Role, Day Born, bool OnEntryVisa) : HouseholdCommand;

/// <summary>Grant entry visas to relatives abroad (mvv nareis). Goes with the decision on family reunification.</summary>
/// <param name="Relatives">How many.</param>
public sealed record GrantEntryVisas(int Relatives) : HouseholdCommand;

/// <summary>
/// A member leaves the household (splitsen). Why, stands on the person's own file only. Goes with <see cref="ChangeHousehold"/> there and
/// <see cref="JoinHousehold"/> at the new household; see <see cref="HouseholdActs.Transfer"/>.
/// </summary>
/// <param name="By">Officer of the reception agency or of the immigration service, or guardian.</param>
/// <param name="Person">The member.</param>
public sealed record LeaveHousehold(Official By, PersonId Person) : HouseholdCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer | OfficialRoles.HearingOfficer | OfficialRoles.Guardian;
}

/// <summary>A person joined the household (toegevoegd).</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="OnEntryVisa">Came on an entry visa, which is used.</param>
[EventName("household-joined", 1)]
public sealed record HouseholdJoined(
    [Category(DataCategory.Family)] PersonId Person,
    [Category(DataCategory.Family)] FamilyRole Role,
    [Category(DataCategory.Identity)] Day Born,
    [Category(DataCategory.Family)] bool OnEntryVisa) : HouseholdEvent;

/// <summary>A member left the household (uit het huishouden).</summary>
/// <param name="Person">The person.</param>
[EventName("household-left", 1)]
public sealed record HouseholdLeft([Category(DataCategory.Family)] PersonId Person) : HouseholdEvent;

/// <summary>Entry visas were granted to relatives (mvv toegekend).</summary>
/// <param name="Relatives">How many.</param>
[EventName("entry-visas-granted", 1)]
public sealed record EntryVisasGranted([Category(DataCategory.Family)] int Relatives) : HouseholdEvent;

/// <summary>Households (huishoudens).</summary>
public static class Households
{
    /// <summary>A member already.</summary>
    public static readonly Refusal AlreadyMember = new(
        "household.already-member", "fact",
        "Deze persoon hoort al bij dit huishouden.",
        "This person belongs to this household already.");

    /// <summary>Unaccompanied means without others.</summary>
    public static readonly Refusal NotAlone = new(
        "household.not-alone", "REG-9",
        "Een alleenstaande minderjarige staat niet in een huishouden met een volwassene.",
        "An unaccompanied minor is not in a household with an adult.");

    /// <summary>Nobody to join.</summary>
    public static readonly Refusal NobodyToJoin = new(
        "household.nobody-to-join", "Vw 29(2)",
        "In dit huishouden is niemand bij wie gezinsleden zich kunnen voegen.",
        "There is nobody in this household whom relatives could join.");

    /// <summary>Fewer than one relative.</summary>
    public static readonly Refusal NoRelatives = new(
        "household.no-relatives", "fact",
        "Een inreisvisum is voor ten minste één gezinslid.",
        "An entry visa is for at least one relative.");

    /// <summary>Not a member.</summary>
    public static readonly Refusal NotMember = new(
        "household.not-member", "fact",
        "Deze persoon hoort niet bij dit huishouden.",
        "This person does not belong to this household.");

    /// <summary>No adult would be left with the children.</summary>
    public static readonly Refusal ChildrenAlone = new(
        "household.children-alone", "BW 1:245",
        "Er blijven minderjarigen achter zonder volwassene; regel eerst gezag, of laat hen meegaan.",
        "Minors would stay behind without an adult; arrange authority first, or let them come along.");

    internal static Decision Decide(Household household, HouseholdCommand command, Day today) => command switch
    {
        JoinHousehold act => household.Contains(act.Person) ? AlreadyMember
            : act.OnEntryVisa && household.EntryVisas == 0 ? Arrivals.NoEntryVisa
            : !act.OnEntryVisa && act.Role == FamilyRole.UnaccompaniedMinor && HasAdult(household, today) ? NotAlone
            : new HouseholdJoined(act.Person, act.Role, act.Born, act.OnEntryVisa),
        LeaveHousehold act => !household.Contains(act.Person) ? NotMember
            : LeavesChildrenAlone(household, act.Person, today) ? ChildrenAlone
            : new HouseholdLeft(act.Person),
        LinkCommand act => HouseholdLinks.Decide(household, act, today),
        GrantEntryVisas act => household.Members.IsEmpty ? NobodyToJoin
            : act.Relatives <= 0 ? NoRelatives
            : new EntryVisasGranted(act.Relatives),
        CorrectMember act => MemberCorrections.Decide(household, act, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static Household Evolve(Household household, HouseholdEvent happened) => happened switch
    {
        HouseholdJoined joined => household with
        {
            Members = household.Members.Add(new(joined.Person, joined.Role, joined.Born)),
            EntryVisas = joined.OnEntryVisa ? household.EntryVisas - 1 : household.EntryVisas,
        },
        HouseholdLeft left => household with { Members = household.Members.RemoveAll(member => member.Person == left.Person) },
        LinkEvent link => household with { Links = HouseholdLinks.Evolve(household.Links, link) },
        EntryVisasGranted granted => household with { EntryVisas = household.EntryVisas + granted.Relatives },
        HouseholdMemberCorrected corrected => MemberCorrections.Evolve(household, corrected),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    /// <summary>Whether the only adults leave with this person, and children in their care stay.</summary>
    private static bool LeavesChildrenAlone(Household household, PersonId leaving, Day today)
    {
        var (adultLeaves, adultStays, childStays) = (false, false, false);
        foreach (var member in household.Members)
        {
            var minor = Age.IsMinor(member.Born, today);
            adultLeaves |= member.Person == leaving && !minor;
            adultStays |= member.Person != leaving && !minor;
            childStays |= member.Person != leaving && minor;
        }
        return adultLeaves && !adultStays && childStays;
    }

    private static bool HasAdult(Household household, Day today)
    {
        foreach (var member in household.Members)
        {
            if (!Age.IsMinor(member.Born, today))
            {
                return true;
            }
        }
        return false;
    }
}
