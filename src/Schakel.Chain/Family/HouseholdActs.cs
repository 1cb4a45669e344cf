using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Housing;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>An act on a household (handeling voor een gezin): one decision, carried out for each member it concerns.</summary>
public abstract record HouseholdAct;

/// <summary>Place the household at a first site (gezin plaatsen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record PlaceHousehold(Official By, SiteId Site, Modality Modality) : HouseholdAct
{
    /// <summary>Why the household is placed even when the site is full or unfit; absent for an ordinary act.</summary>
    public EmergencyGround? Emergency { get; init; }
}

/// <summary>Announce a move of the household (verhuizing van het gezin aankondigen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">Where to; absent when it is not known yet.</param>
/// <param name="DaysAhead">Days until the move.</param>
public sealed record AnnounceHouseholdMove(Official By, SiteId? Site, int DaysAhead) : HouseholdAct;

/// <summary>Cancel the announced move of the household (verhuizing van het gezin afzeggen).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record CancelHouseholdMove(Official By) : HouseholdAct;

/// <summary>Move the household to another site (gezin verhuizen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The new site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record MoveHousehold(Official By, SiteId Site, Modality Modality) : HouseholdAct
{
    /// <summary>Why, when the move breaks something for a member, such as a child's school: asked for then, and recorded with that member only.</summary>
    public MoveGround? Ground { get; init; }

    /// <summary>Why the household is placed even when the site is full or unfit; absent for an ordinary act.</summary>
    public EmergencyGround? Emergency { get; init; }
}

/// <summary>End the reception of the household (opvang van het gezin beëindigen).</summary>
/// <param name="By">Officer of the reception agency: a decision (red line 3).</param>
/// <param name="Reason">Why.</param>
public sealed record EndHouseholdReception(Official By, ReceptionEnd Reason) : HouseholdAct;

/// <summary>Record that the household left with unknown destination (gezin met onbekende bestemming).</summary>
/// <param name="By">Officer who establishes it.</param>
public sealed record RecordHouseholdUnknownDeparture(Official By) : HouseholdAct;

/// <summary>Link the household to a municipality (gezin koppelen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record LinkHousehold(Official By, MunicipalityId Municipality) : HouseholdAct
{
    /// <summary>Why the household is linked anew, when it is linked to another municipality already.</summary>
    public UnlinkGround? Ground { get; init; }
}

/// <summary>Offer the household a home (woning aan het gezin aanbieden).</summary>
/// <param name="By">Officer of the municipality.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record OfferHouseholdHome(Official By, MunicipalityId Municipality) : HouseholdAct;

/// <summary>The household accepts the home that is offered (gezin aanvaardt de woning).</summary>
public sealed record AcceptHouseholdHome : HouseholdAct;

/// <summary>The household refuses the home that is offered (gezin weigert de woning): in person, after the consequence was told (red line 7).</summary>
/// <param name="ConsequenceExplained">What follows was explained: there is one offer.</param>
public sealed record RefuseHouseholdHome(bool ConsequenceExplained) : HouseholdAct;

/// <summary>The household moves into a home (gezin betrekt een woning).</summary>
/// <param name="Municipality">The municipality.</param>
public sealed record MoveHouseholdIntoHome(MunicipalityId Municipality) : HouseholdAct;

/// <summary>What a household act is for one member (opdracht voor een gezinslid).</summary>
/// <param name="Person">The member.</param>
/// <param name="Command">The command on their file; what it asks of sites goes with it (<see cref="Companions"/>).</param>
public readonly record struct MemberCommand(PersonId Person, CaseCommand Command);

/// <summary>
/// Acts on a household as commands on its members (gezinshandelingen). Each member is decided against their own file; one refusal, and
/// nothing happens to anyone. Nothing is inferred from one member's file for another's.
/// </summary>
public static class HouseholdActs
{
    /// <summary>The act concerns nobody of the household.</summary>
    public static readonly Refusal ConcernsNobody = new(
        "household.concerns-nobody", "fact",
        "Deze handeling gaat niemand van dit huishouden aan.",
        "This act concerns nobody of this household.");

    /// <summary>The commands of the members whom an act concerns, in the order in which they joined.</summary>
    /// <param name="act">The act.</param>
    /// <param name="household">The household.</param>
    /// <param name="files">The file of each member.</param>
    public static ImmutableArray<MemberCommand> Of(HouseholdAct act, Household household, Func<PersonId, CaseFile> files)
    {
        var commands = ImmutableArray.CreateBuilder<MemberCommand>(household.Members.Length);
        foreach (var (person, _, _) in household.Members)
        {
            var file = files(person);
            if (file.Records.MergedInto is null && Concerns(act, file))
            {
                commands.Add(new(person, For(act, file)));
            }
        }
        return commands.DrainToImmutable();
    }

    /// <summary>Decides an act for all members whom it concerns, sites and their slots included.</summary>
    /// <param name="act">The act.</param>
    /// <param name="household">The household.</param>
    /// <param name="files">The file of each member.</param>
    /// <param name="sites">The sites they leave and enter.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <returns>All parts; or the first refusal, naming the member.</returns>
    public static ActOutcome Decide(
        HouseholdAct act, Household household, Func<PersonId, CaseFile> files, Func<SiteId, Site> sites, Law law, Day today)
    {
        var members = Of(act, household, files);
        if (members.IsEmpty)
        {
            return new([], ConcernsNobody);
        }
        var parts = ImmutableArray.CreateBuilder<ActPart>();
        var after = new Dictionary<long, Site>(); // Every slot changes the site for the next member: a place goes to one of them only.
        foreach (var (person, command) in members)
        {
            var file = files(person);
            var decision = Decider.Decide(file, household, command, law, today);
            if (decision.Refusal is { } refusal)
            {
                return ActOutcome.Refused(refusal, person);
            }
            parts.Add(new(new(StreamId.Of(person), command), decision));
            foreach (var companion in Companions.Of(person, file, command))
            {
                var (stream, atSite) = (companion.Stream, (SiteCommand)companion.Command);
                var site = after.TryGetValue(stream.Number, out var changed) ? changed : sites(new((int)stream.Number));
                var decided = Decider.Decide(site, atSite, today);
                if (decided.Refusal is { } refused)
                {
                    return ActOutcome.Refused(refused, person);
                }
                for (var i = 0; i < decided.Count; i++)
                {
                    site = Decider.Evolve(site, decided[i]);
                }
                after[stream.Number] = site;
                parts.Add(new(companion, decided));
            }
        }
        return new(parts.DrainToImmutable(), null);
    }

    /// <summary>
    /// Splits a member off, or lets one join others: leaves the one household, joins the other, and says so on the person's file. Why,
    /// stands there alone; neither household reads it.
    /// </summary>
    /// <param name="change">The change on the person's file; its household is the new one, which may have no members yet.</param>
    /// <param name="person">The person.</param>
    /// <param name="file">Their file.</param>
    /// <param name="from">The household that is left.</param>
    /// <param name="to">The household that is joined.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <returns>The three parts; or the first refusal, naming the person.</returns>
    public static ActOutcome Transfer(
        ChangeHousehold change, PersonId person, CaseFile file, Household from, Household to, Law law, Day today)
    {
        var parts = ImmutableArray.CreateBuilder<ActPart>();
        parts.Add(new(new(StreamId.Of(person), change), Decider.Decide(file, from, change, law, today)));
        foreach (var companion in Companions.Of(person, file, change))
        {
            var household = companion.Stream == StreamId.Of(change.Household) ? to : from;
            parts.Add(new(companion, Decider.Decide(household, (HouseholdCommand)companion.Command, today)));
        }
        foreach (var part in parts)
        {
            if (part.Decision.Refusal is { } refusal)
            {
                return ActOutcome.Refused(refusal, person);
            }
        }
        return new(parts.DrainToImmutable(), null);
    }

    /// <summary>
    /// Whom an act concerns. Who departed, is gone, is detained or lives in a home already, is elsewhere for a reason and does not move
    /// along; any other member is decided, and refused by name when it does not fit.
    /// </summary>
    private static bool Concerns(HouseholdAct act, CaseFile file) => act switch
    {
        EndHouseholdReception => file.Reception.Site is not null,
        PlaceHousehold or AnnounceHouseholdMove or CancelHouseholdMove or MoveHousehold =>
            file.Presence == Presences.Here && !file.Housing.IsHoused && file.Return.Detention is null,
        LinkHousehold or OfferHouseholdHome or AcceptHouseholdHome or RefuseHouseholdHome or MoveHouseholdIntoHome =>
            file.Presence == Presences.Here && !file.Housing.IsHoused,
        RecordHouseholdUnknownDeparture => file.Presence == Presences.Here,
        _ => throw new UnreachableException($"No member commands for {act.GetType().Name}."),
    };

    private static CaseCommand For(HouseholdAct act, CaseFile file) => act switch
    {
        PlaceHousehold place => new PlacePerson(place.By, place.Site, place.Modality) { Emergency = place.Emergency },
        AnnounceHouseholdMove move => new AnnounceMove(move.By, move.Site, move.DaysAhead),
        CancelHouseholdMove cancel => new CancelMove(cancel.By),
        MoveHousehold move => new MovePerson(move.By, move.Site, move.Modality) { Ground = move.Ground, Emergency = move.Emergency },
        EndHouseholdReception end => new EndReception(end.By, end.Reason),
        RecordHouseholdUnknownDeparture gone => new RecordUnknownDeparture(gone.By, FromReception: file.Reception.Site is not null),
        LinkHousehold link => new LinkToMunicipality(link.By, link.Municipality) { Ground = link.Ground },
        OfferHouseholdHome offer => new OfferHome(offer.By, offer.Municipality),
        AcceptHouseholdHome => new AcceptHome(),
        RefuseHouseholdHome refuse => new RefuseHome(refuse.ConsequenceExplained),
        MoveHouseholdIntoHome home => new MoveIntoHome(home.Municipality),
        _ => throw new UnreachableException($"No member command for {act.GetType().Name}."),
    };
}
