using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Model;
using Household = Schakel.Chain.Family.Household;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>Files out of a rehearsal, each as it stands when its life takes the next step.</summary>
internal sealed class WayAheadOfLives
{
    private readonly Dictionary<int, Household> _households = [];

    /// <summary>Kinds of step whose command has another name.</summary>
    private static readonly Dictionary<StepKind, string> OtherNames = new()
    {
        [StepKind.TakeOver] = "TakeOverFile",
        [StepKind.Arrive] = "RegisterArrival",
        [StepKind.Identify] = "IdentifyPerson",
        [StepKind.Place] = "PlacePerson",
        [StepKind.Move] = "MovePerson",
        [StepKind.LeaveReception] = "EndReception",
        [StepKind.LeaveUnknown] = "RecordUnknownDeparture",
        [StepKind.ArriveAsFamily] = "RegisterFamilyArrival",
        [StepKind.ArriveResettled] = "RegisterResettledArrival",
    };

    public delegate void Moment(in Rehearsal.Steps.Step step, string command, CaseFile file, Household household, Law law, Day today);

    public delegate void Ending(CaseFile file, Household household, Law law, Day today);

    /// <summary>Lives a rehearsal and tells of every step of a person, before it is taken; and of every file as the rehearsal ends.</summary>
    public static void Walk(ModelInputs inputs, ulong seed, Moment tell, CancellationToken stop, Ending? end = null)
    {
        var nation = new Nation(inputs, seed, 0, keepSteps: true);
        nation.Live(stop);
        var lawOn = Rehearsals.LawOn(inputs);
        var walk = new WayAheadOfLives();
        var replay = new Replay(new(inputs.Start, nation.Persons, lawOn, nation.SponsorOf), walk.Keep);
        foreach (var step in nation.Steps)
        {
            if (step.Person >= 0)
            {
                var file = replay.FileOf(step.Person);
                var home = file.Presence != Presences.Unopened ? (int)file.Registration.Household.Value - 1
                    : nation.SponsorOf(nation.Persons[step.Person].Household);
                var today = inputs.Start.PlusDays(step.Minute / (24 * 60));
                tell(step, CommandOf(step, file), file, walk._households.GetValueOrDefault(home, Household.Empty), lawOn(today), today);
            }
            replay.Apply(step);
        }
        var last = inputs.Start.PlusDays(inputs.Days);
        for (var person = 0; end is not null && person < nation.Persons.Count; person++)
        {
            var file = replay.FileOf(person);
            end(file, walk._households.GetValueOrDefault((int)file.Registration.Household.Value - 1, Household.Empty), lawOn(last), last);
        }
    }

    private void Keep(in RecordedEvent recorded)
    {
        if (recorded.Stream == StreamKind.Household)
        {
            _households[recorded.Index] = Decider.Evolve(_households.GetValueOrDefault(recorded.Index, Household.Empty), recorded.Event);
        }
    }

    private static string CommandOf(in Rehearsal.Steps.Step step, CaseFile file) => step.Kind switch
    {
        StepKind.ReceiveDefaultNotice when step.A == 1 => "ReceiveReunificationNotice",
        StepKind.IssuePermit when file.Procedure.Decision is null => "DecideApplication", // Ex officio: the permit goes with it.
        var kind => OtherNames.GetValueOrDefault(kind, kind.ToString()),
    };
}
