using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Demonstration;

// The rehearsal knows hours of officers and no teams. In a demonstration whoever has a day for their interview has a team too; what is not planned
// yet is not divided either, and everybody's. No day moves by it.

/// <summary>Files of a demonstration over teams (verdeling over teams), by a planner as any other act: a household has one team. An assumption.</summary>
internal static class SyntheticTeams
{
    /// <summary>How many teams there are: those of the example people.</summary>
    public const int Count = 3;

    private const long Keys = DemonstrationBuild.KeyMark - 6;
    private const int MostTogether = 512;
    private static readonly Official Planner = new(10, OfficialRoles.HearingOfficer);

    /// <summary>The team of a household.</summary>
    /// <param name="household">The household.</param>
    public static int TeamOf(HouseholdId household) => 1 + (int)(household.Value % Count);

    /// <summary>Assigns, at the building of a demonstration, the files with an interview ahead.</summary>
    /// <param name="store">The store.</param>
    /// <param name="files">The files as they stand.</param>
    /// <param name="on">The day.</param>
    public static void TakeIn(ChainStore store, IEnumerable<(PersonId Person, CaseFile File)> files, Day on)
    {
        var acts = files.Where(each => each.File is { Presence: Presences.Here, Procedure.Open.PlannedFor: not null }).Select((each, number) => new Act(
            ActKey.Of(Keys, number), Doer.Of(Planner), Purpose.Procedure, on,
            [new Addressed(StreamId.Of(each.Person), new AssignTeam(Planner, TeamOf(each.File.Registration.Household)))]));
        foreach (var together in acts.Chunk(MostTogether))
        {
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
            var answers = Task.WhenAll(together.Select(act => store.Desk.DoAsync(act))).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            if (answers.FirstOrDefault(answer => answer is not ActResult.Accepted) is { } otherwise)
            {
                throw new UnreachableException($"A file cannot be assigned to a team: {otherwise}.");
            }
        }
    }
}
