using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>What is known of the file itself (dossierbeheer): merges that can be undone, and corrections.</summary>
/// <param name="MergedInto">The file that goes on in place of this one; absent while this one is live.</param>
/// <param name="Absorbed">Files of the same person for which this one goes on.</param>
/// <param name="Corrected">Numbers of events of this file that were corrected, and why.</param>
public sealed record RecordsState(
    PersonId? MergedInto, ImmutableList<PersonId> Absorbed, ImmutableSortedDictionary<int, CorrectionGround> Corrected)
{
    /// <summary>Requests to correct what is recorded, in order of number.</summary>
    public ImmutableList<CorrectionRequest> Requests { get; init; } = ImmutableList<CorrectionRequest>.Empty;

    /// <summary>Documents that the person supplied, in order of number.</summary>
    public ImmutableList<SuppliedDocument> Documents { get; init; } = ImmutableList<SuppliedDocument>.Empty;

    /// <summary>A file that was never merged or corrected.</summary>
    public static RecordsState None { get; } =
        new(null, ImmutableList<PersonId>.Empty, ImmutableSortedDictionary<int, CorrectionGround>.Empty);
}

/// <summary>A command on the file itself; it can be done whether the person is here or not.</summary>
public abstract record RecordsCommand : CaseCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>An event of the file itself.</summary>
public abstract record RecordsEvent : ChainEvent;

/// <summary>The records room: hands each command and event to its subject.</summary>
internal static class RecordsRoom
{
    internal static Decision Decide(CaseFile file, RecordsCommand command, Law law, Day today) => command switch
    {
        AbsorbFile act => FileMerges.Decide(file, act),
        MergeInto act => FileMerges.Decide(file, act),
        ReleaseAbsorbedFile act => FileMerges.Decide(file, act),
        RestoreFile act => FileMerges.Decide(file, act),
        CorrectRecord act => Corrections.Decide(file, act, today),
        RequestCorrection act => CorrectionRequests.Decide(file, act),
        DecideCorrection act => CorrectionRequests.Decide(file, act, law, today),
        SupplyDocument act => SuppliedDocuments.Decide(file, act, today),
        TakeBackDocument act => SuppliedDocuments.Decide(file, act),
        ReviewDocument act => SuppliedDocuments.Decide(file, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static RecordsState Evolve(RecordsState state, RecordsEvent happened, Day on) => happened switch
    {
        FileAbsorbed absorbed => state with { Absorbed = state.Absorbed.Add(absorbed.Absorbed) },
        AbsorbedFileReleased released => state with { Absorbed = state.Absorbed.Remove(released.Released) },
        FileMergedInto merged => state with { MergedInto = merged.Surviving },
        FileRestored => state with { MergedInto = null },
        RecordCorrected corrected => CorrectionRequests.CarriedOut(state with { Corrected = state.Corrected.SetItem(corrected.Event, corrected.Ground) }),
        CorrectionRequested requested => state with { Requests = state.Requests.Add(new(requested.Number, requested.Subject, on, null, IsCarriedOut: false)) },
        CorrectionDecided decided => CorrectionRequests.Decided(state, decided),
        LapseObserved => state,
        _ => SuppliedDocuments.Evolve(state, happened, on) ?? throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
