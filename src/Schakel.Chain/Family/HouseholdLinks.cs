using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>What one person is to another (familieband).</summary>
public enum FamilyLink
{
    /// <summary>Spouse or partner of the other (echtgenoot, partner).</summary>
    Spouse = 0,
    /// <summary>Parent of the other (ouder).</summary>
    Parent,
    /// <summary>Child of the other (kind); kept as the other being the parent.</summary>
    Child,
    /// <summary>Brother or sister of the other (broer, zus).</summary>
    Sibling,
    /// <summary>Guardian of the other, by law or custom (voogd, verzorger).</summary>
    Guardian,
}

/// <summary>On what an established link rests (bewijs).</summary>
public enum LinkEvidence
{
    /// <summary>Documents (documenten).</summary>
    Documents = 0,
    /// <summary>A DNA test, with consent (DNA-onderzoek).</summary>
    Dna,
    /// <summary>Statements that agree (overeenstemmende verklaringen).</summary>
    Statements,
    /// <summary>A court's decision (rechterlijke uitspraak).</summary>
    Court,
}

/// <summary>A tie between two persons (band).</summary>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
/// <param name="Established">Established by an official; otherwise claimed only.</param>
public readonly record struct HouseholdLink(PersonId Person, FamilyLink Link, PersonId To, bool Established)
{
    /// <summary>The same tie, told from a parent's side and not from a child's.</summary>
    internal HouseholdLink Normal() => Link == FamilyLink.Child ? new(To, FamilyLink.Parent, Person, Established) : this;

    internal bool IsSameAs(HouseholdLink other) =>
        Link == other.Link
        && ((Person == other.Person && To == other.To)
            || (Link is FamilyLink.Spouse or FamilyLink.Sibling && Person == other.To && To == other.Person));
}

/// <summary>A command on a tie between two persons of a household.</summary>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
public abstract record LinkCommand(PersonId Person, FamilyLink Link, PersonId To) : HouseholdCommand;

/// <summary>An event of a tie.</summary>
public abstract record LinkEvent : HouseholdEvent;

/// <summary>Claim a tie (familieband stellen). No proof is asked for it.</summary>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
public sealed record ClaimLink(PersonId Person, FamilyLink Link, PersonId To) : LinkCommand(Person, Link, To);

/// <summary>Establish a claimed tie (familieband vaststellen).</summary>
/// <param name="By">Officer who identifies, hears or decides, or judge.</param>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
/// <param name="Evidence">On what it rests.</param>
public sealed record EstablishLink(Official By, PersonId Person, FamilyLink Link, PersonId To, LinkEvidence Evidence)
    : LinkCommand(Person, Link, To), IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer | OfficialRoles.Judge;
}

/// <summary>Record that a tie ended, or was never there (familieband beëindigen).</summary>
/// <param name="By">Officer who identifies, hears or decides, or judge.</param>
/// <param name="Person">The one who was something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
public sealed record EndLink(Official By, PersonId Person, FamilyLink Link, PersonId To) : LinkCommand(Person, Link, To), IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer | OfficialRoles.Judge;
}

/// <summary>A tie was claimed (familieband gesteld).</summary>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What; never child, for which the parent is named first.</param>
/// <param name="To">The other.</param>
[EventName("family-link-claimed", 1)]
public sealed record FamilyLinkClaimed(
    [Category(DataCategory.Family)] PersonId Person,
    [Category(DataCategory.Family)] FamilyLink Link,
    [Category(DataCategory.Family)] PersonId To) : LinkEvent;

/// <summary>A tie was established (familieband vastgesteld).</summary>
/// <param name="Person">The one who is something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
/// <param name="Evidence">On what it rests.</param>
/// <param name="By">Who established it.</param>
[EventName("family-link-established", 1)]
public sealed record FamilyLinkEstablished(
    [Category(DataCategory.Family)] PersonId Person,
    [Category(DataCategory.Family)] FamilyLink Link,
    [Category(DataCategory.Family)] PersonId To,
    [Category(DataCategory.Family)] LinkEvidence Evidence,
    [Category(DataCategory.None)] Official By) : LinkEvent;

/// <summary>A tie ended, or proved wrong (familieband geëindigd).</summary>
/// <param name="Person">The one who was something to the other.</param>
/// <param name="Link">What.</param>
/// <param name="To">The other.</param>
[EventName("family-link-ended", 1)]
public sealed record FamilyLinkEnded(
    [Category(DataCategory.Family)] PersonId Person,
    [Category(DataCategory.Family)] FamilyLink Link,
    [Category(DataCategory.Family)] PersonId To) : LinkEvent;

/// <summary>Ties between persons of a household (familiebanden): claimed by the family, established by an official.</summary>
public static class HouseholdLinks
{
    /// <summary>A tie with oneself.</summary>
    public static readonly Refusal WithOneself = new(
        "family-link.with-oneself", "fact",
        "Niemand is familie van zichzelf.",
        "Nobody is their own relative.");

    /// <summary>Claimed before.</summary>
    public static readonly Refusal AlreadyClaimed = new(
        "family-link.already-claimed", "fact",
        "Deze familieband is al gesteld of vastgesteld.",
        "This family tie has been claimed or established already.");

    /// <summary>Established before.</summary>
    public static readonly Refusal AlreadyEstablished = new(
        "family-link.already-established", "fact",
        "Deze familieband is al vastgesteld.",
        "This family tie has been established already.");

    /// <summary>Nobody claimed it.</summary>
    public static readonly Refusal NotClaimed = new(
        "family-link.not-claimed", "fact",
        "Deze familieband is door niemand gesteld.",
        "Nobody has claimed this family tie.");

    /// <summary>A parent is older than the child.</summary>
    public static readonly Refusal ParentYounger = new(
        "family-link.parent-younger", "fact",
        "Een ouder is niet jonger dan het kind.",
        "A parent is not younger than the child.");

    /// <summary>A marriage of a minor is not recognised.</summary>
    public static readonly Refusal SpouseMinor = new(
        "family-link.spouse-minor", "BW 10:32",
        "Een huwelijk van een minderjarige wordt niet erkend.",
        "The marriage of a minor is not recognised.");

    /// <summary>A guardian is of age, a ward is not.</summary>
    public static readonly Refusal NoWard = new(
        "family-link.no-ward", "BW 1:280",
        "Een voogd is meerderjarig, en een pupil minderjarig.",
        "A guardian is of age, and a ward is not.");

    internal static Decision Decide(Household household, LinkCommand command, Day today)
    {
        var asked = new HouseholdLink(command.Person, command.Link, command.To, Established: false).Normal();
        var index = IndexOf(household.Links, asked);
        return command switch
        {
            ClaimLink => asked.Person == asked.To ? WithOneself
                : household.Find(asked.Person) is null || household.Find(asked.To) is null ? Households.NotMember
                : index >= 0 ? AlreadyClaimed
                : new FamilyLinkClaimed(asked.Person, asked.Link, asked.To),
            EstablishLink act => index < 0 ? NotClaimed
                : household.Links[index].Established ? AlreadyEstablished
                : Against(household, asked, today)
                    ?? Decision.FromChainEvent(new FamilyLinkEstablished(asked.Person, asked.Link, asked.To, act.Evidence, act.By)),
            EndLink => index < 0 ? NotClaimed : new FamilyLinkEnded(asked.Person, asked.Link, asked.To),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ImmutableArray<HouseholdLink> Evolve(ImmutableArray<HouseholdLink> links, LinkEvent happened)
    {
        return happened switch
        {
            FamilyLinkClaimed claimed => links.Add(new(claimed.Person, claimed.Link, claimed.To, Established: false)),
            FamilyLinkEstablished link => Without(links, new(link.Person, link.Link, link.To, true))
                .Add(new(link.Person, link.Link, link.To, Established: true)),
            FamilyLinkEnded ended => Without(links, new(ended.Person, ended.Link, ended.To, true)),
            _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
        };

        static ImmutableArray<HouseholdLink> Without(ImmutableArray<HouseholdLink> links, HouseholdLink gone) =>
            links.RemoveAll(link => link.IsSameAs(gone));
    }

    /// <summary>What cannot be, whoever states it. Who has left the household cannot be checked, and the evidence stands.</summary>
    private static Refusal? Against(Household household, HouseholdLink link, Day today)
    {
        if (household.Find(link.Person) is not { } one || household.Find(link.To) is not { } other)
        {
            return null;
        }
        var (minor, otherMinor) = (Age.IsMinor(one.Born, today), Age.IsMinor(other.Born, today));
        return link.Link switch
        {
            FamilyLink.Spouse => minor || otherMinor ? SpouseMinor : null,
            FamilyLink.Parent or FamilyLink.Child => one.Born >= other.Born ? ParentYounger : null,
            FamilyLink.Guardian => minor || !otherMinor ? NoWard : null,
            FamilyLink.Sibling => null,
        };
    }

    private static int IndexOf(ImmutableArray<HouseholdLink> links, HouseholdLink asked)
    {
        for (var i = 0; i < links.Length; i++)
        {
            if (links[i].IsSameAs(asked))
            {
                return i;
            }
        }
        return -1;
    }
}
