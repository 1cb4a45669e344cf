using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Databases;
using Schakel.Store.Keys;
using Schakel.Store.Rows;

namespace Schakel.Store.Desks;

/// <summary>The rows that follow from the streams a group changed (rijen van een schrijfgroep).</summary>
internal sealed class RowsOfGroup(
    DeskSettings settings, Law law, Func<StreamId, StreamState> stateOf, Action<StreamId, StreamState> keep)
{
    private readonly Day _today = settings.Clock.Today;

    /// <summary>Whether members of changed households are looked at: not when all files are made anyway.</summary>
    public bool WithMembers { get; init; } = true;

    /// <summary>Makes the rows of V-numbers too, where they are made anew and not guarded; nothing where an act was decided.</summary>
    public NumberHashes? Numbers { get; init; }

    /// <summary>Adds the rows of changed streams. A changed household changes the steps of all its members.</summary>
    public void Add(IReadOnlyCollection<StreamId> changed, Batch batch)
    {
        foreach (var stream in changed)
        {
            var state = stateOf(stream);
            switch (state.State)
            {
                case CaseFile:
                    AddFile(stream, state, batch);
                    break;
                case Site site:
                    batch.Sites[(int)stream.Number] = RowMaker.Of((int)stream.Number, state.Version, site);
                    break;
                case Household household when WithMembers && settings.StepsOf is not null:
                    foreach (var member in household.Members)
                    {
                        var file = StreamId.Of(member.Person);
                        if (!changed.Contains(file) && stateOf(file) is { Erased: false, Version: > 0 } of)
                        {
                            AddFile(file, of, batch);
                        }
                    }
                    break;
            }
        }
    }

    private void AddFile(StreamId stream, StreamState state, Batch batch)
    {
        var file = (CaseFile)state.State;
        var steps = StepsOf(stream.Number, file);
        batch.Files[stream.Number] = RowMaker.Of(stream.Number, state.Version, file, steps, law, _today);
        if (Numbers?.HeldBy(stream.Number, file) is { } held && (held.Person == stream.Number || !stateOf(new(StreamKind.CaseFile, held.Person)).Erased))
        {
            batch.Hold(held);
        }
        if (settings.StepsOf is not null && (state.Steps is null || !state.Steps.SequenceEqual(steps)))
        {
            batch.Steps[stream.Number] = new(steps, state.Steps);
            keep(stream, state with { Steps = steps });
        }
    }

    private StepRow[] StepsOf(long person, CaseFile file)
    {
        if (settings.StepsOf is null)
        {
            return [];
        }
        var household = file.Registration.Household.Value > 0 ? (Household)stateOf(StreamId.Of(file.Registration.Household)).State : Household.Empty;
        return RowMaker.Of(person, settings.StepsOf(new(person), file, household, law, _today), RowMaker.Mark(law));
    }
}
