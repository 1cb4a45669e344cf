using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Put a member's date of birth right in the household (geboortedatum corrigeren). Goes with a correction or a decision on age in the person's file.</summary>
/// <param name="Person">The member.</param>
/// <param name="Born">Date of birth: the latest day it can be.</param>
public sealed record CorrectMember(PersonId Person, Day Born) : HouseholdCommand;

/// <summary>A member's date of birth was put right (geboortedatum gecorrigeerd).</summary>
/// <param name="Person">The member.</param>
/// <param name="Born">Date of birth.</param>
[EventName("household-member-corrected", 1)]
public sealed record HouseholdMemberCorrected(
    [Category(DataCategory.Family)] PersonId Person,
    [Category(DataCategory.Identity)] Day Born) : HouseholdEvent;

/// <summary>Corrections in a household (correcties): whether a family has minors hangs on the dates of birth here.</summary>
public static class MemberCorrections
{
    /// <summary>Not a member.</summary>
    public static readonly Refusal NoMember = new(
        "household-member.unknown", "fact",
        "Deze persoon hoort niet bij dit huishouden.",
        "This person does not belong to this household.");

    internal static Decision Decide(Household household, CorrectMember command, Day today) =>
        !household.Contains(command.Person) ? NoMember
        : command.Born.Year > today.Year ? Arrivals.NotBorn.On(today) // A baby of this year whose day is not known counts as born on its last day.
        : new HouseholdMemberCorrected(command.Person, command.Born);

    internal static Household Evolve(Household household, HouseholdMemberCorrected corrected)
    {
        var members = household.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Person == corrected.Person)
            {
                members = members.SetItem(i, members[i] with { Born = corrected.Born });
            }
        }
        return household with { Members = members };
    }
}
