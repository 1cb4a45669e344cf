using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;

namespace Schakel.Chain;

/// <summary>A command and the history it is for (opdracht met adres).</summary>
/// <param name="Stream">The person, household, site or country.</param>
/// <param name="Command">The command: a <see cref="CaseCommand"/>, <see cref="HouseholdCommand"/>, <see cref="SiteCommand"/> or <see cref="PolicyCommand"/>, as the stream is.</param>
public readonly record struct Addressed(StreamId Stream, Command Command);

/// <summary>
/// What an act on a person's file asks of the household and the sites at the same time (samenhang): a move releases one slot and
/// occupies another. All of it happens, or none.
/// </summary>
public static class Companions
{
    /// <summary>The commands that go with a command on a file, decided and appended together with it.</summary>
    /// <param name="person">The person.</param>
    /// <param name="file">The file before the command.</param>
    /// <param name="command">The command.</param>
    /// <returns>Commands on other streams, in order; empty for most.</returns>
    public static ImmutableArray<Addressed> Of(PersonId person, CaseFile file, CaseCommand command) => command switch
    {
        // Whoever comes back belongs to the household already.
        RegisterArrival act => file.Presence != Presences.Unopened ? []
            : [Join(act.Household, person, act.Role, act.Born, onEntryVisa: false)],
        RegisterFamilyArrival act => [Join(act.Household, person, act.Role, act.Born, onEntryVisa: true)],
        RegisterResettledArrival act => [Join(act.Household, person, act.Role, act.Born, onEntryVisa: false)],
        TakeOverFile { Site: { } site } act => [Join(act.Household, person, act.Role, act.Born, onEntryVisa: false), Occupy(site, person, file, EmergencyGround.TakenOver)],
        TakeOverFile act => [Join(act.Household, person, act.Role, act.Born, onEntryVisa: false)],
        PlacePerson act => [Occupy(act.Site, person, file, act.Emergency)],
        MovePerson act when file.Reception.Site is { } from => [Release(from, person), Occupy(act.Site, person, file, act.Emergency)],
        EndReception when file.Reception.Site is { } from => [Release(from, person)],
        RecordUnknownDeparture { FromReception: true } when file.Reception.Site is { } from => [Release(from, person)],
        DecideReunification { Granted: true } act =>
            [new(StreamId.Of(file.Registration.Household), new GrantEntryVisas(act.Relatives))],
        RecordIdentity act => Correct(person, file, act.Identity.Born),
        CorrectIdentity act => Correct(person, file, act.Identity.Born),
        DecideAge act => Correct(person, file, act.Born),
        ChangeHousehold act =>
        [
            new(StreamId.Of(file.Registration.Household), new LeaveHousehold(act.By, person)),
            Join(act.Household, person, act.Role, file.Registration.Born, onEntryVisa: false),
        ],
        MergeInto act => [new(StreamId.Of(act.Surviving), new AbsorbFile(act.By, person, act.Ground))],
        RestoreFile act when file.Records.MergedInto is { } surviving =>
            [new(StreamId.Of(surviving), new ReleaseAbsorbedFile(act.By, person, act.Mistake))],
        _ => [],
    };

    /// <summary>The household whose composition counts when a command on a file is decided: the file's own, or the one that it is opened in.</summary>
    /// <param name="file">The file before the command.</param>
    /// <param name="command">The command.</param>
    /// <returns>The household; null when there is none.</returns>
    public static HouseholdId? HouseholdOf(CaseFile file, CaseCommand command) =>
        file.Presence != Presences.Unopened ? file.Registration.Household : command switch
        {
            RegisterArrival act => act.Household,
            RegisterFamilyArrival act => act.Household,
            RegisterResettledArrival act => act.Household,
            TakeOverFile act => act.Household,
            _ => null,
        };

    private static ImmutableArray<Addressed> Correct(PersonId person, CaseFile file, PartialDate born) =>
        born.IsNone || born.LatestDay == file.Registration.Born ? []
        : [new(StreamId.Of(file.Registration.Household), new CorrectMember(person, born.LatestDay))];

    private static Addressed Join(HouseholdId household, PersonId person, FamilyRole role, Norms.Day born, bool onEntryVisa) =>
        new(StreamId.Of(household), new JoinHousehold(person, role, born, onEntryVisa));

    private static Addressed Occupy(SiteId site, PersonId person, CaseFile file, EmergencyGround? emergency) =>
        new(StreamId.Of(site), OccupySlot.For(person, file, emergency));

    private static Addressed Release(SiteId site, PersonId person) => new(StreamId.Of(site), new ReleaseSlot(person));
}
