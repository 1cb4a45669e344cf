using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Conformance;

/// <summary>Lives a replication and replays every step of it through the case file (toetsing aan het dossier).</summary>
public static class Conform
{
    /// <summary>Lives, then replays.</summary>
    /// <param name="inputs">What the rehearsal rests on.</param>
    /// <param name="seed">Seed of every chance.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="sink">Takes the events; nothing when nobody wants them.</param>
    /// <param name="tell">Told every step.</param>
    /// <param name="stop">Ends it early.</param>
    public static ReplayReport Run(ModelInputs inputs, ulong seed, int replication, EventSink? sink = null, Action<Step>? tell = null, CancellationToken stop = default)
    {
        var nation = new Nation(inputs, seed, replication, keepSteps: true);
        nation.Live(stop);
        var replay = new Replay(ContextOf(nation), sink);
        foreach (var step in nation.Steps)
        {
            tell?.Invoke(step);
            replay.Apply(step);
        }

        return replay.Report();
    }

    /// <summary>What a replay of a nation's steps needs; of one that began with live files, these files.</summary>
    /// <param name="nation">A nation that has lived.</param>
    public static ReplayContext ContextOf(Nation nation) =>
        new(nation.Inputs.Start, nation.Persons, day => LawOn(nation.Inputs, day), nation.SponsorOf)
        {
            Numbering = nation.Numbering,
            Live = nation.Inputs.Live,
        };

    /// <summary>The law of a day, as a rehearsal has it.</summary>
    /// <param name="inputs">What the rehearsal rests on.</param>
    /// <param name="day">The day.</param>
    public static Law LawOn(ModelInputs inputs, Day day)
    {
        var law = inputs.Law;
        foreach (var change in inputs.Laws.Where(c => c.From <= day).OrderBy(c => c.From.Number))
        {
            law = change.Law;
        }

        return law;
    }
}
