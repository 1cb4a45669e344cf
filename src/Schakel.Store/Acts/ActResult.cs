using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Store.Log;

namespace Schakel.Store.Acts;

/// <summary>What came of an act (uitkomst): one of the nested cases and no other.</summary>
public abstract record ActResult
{
    private ActResult()
    {
    }

    /// <summary>Done, and durable (gedaan).</summary>
    /// <param name="Position">Position of the last event; that of the whole log when the act changed nothing.</param>
    /// <param name="Versions">The streams that changed and their new versions.</param>
    /// <param name="Events">The events, in order of position.</param>
    public sealed record Accepted(
        long Position, ImmutableArray<ExpectedVersion> Versions, ImmutableArray<RecordedEvent> Events) : ActResult;

    /// <summary>Refused; nothing changed (geweigerd).</summary>
    /// <param name="Refusal">Why: it names the norm or the fact.</param>
    /// <param name="Stream">The stream whose command is refused; the default for the act as a whole.</param>
    /// <param name="Command">Index of that command in the act; -1 for the act as a whole.</param>
    public sealed record Refused(Refusal Refusal, StreamId Stream, int Command) : ActResult;

    /// <summary>The sender had seen another version; nothing changed, and the key is free again (verouderd).</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Expected">The version the sender had seen.</param>
    /// <param name="Actual">The version it has.</param>
    public sealed record Stale(StreamId Stream, int Expected, int Actual) : ActResult;

    /// <summary>The act was done before; this is what came of it then (herhaald).</summary>
    /// <param name="First">The first answer: accepted or refused.</param>
    public sealed record Repeated(ActResult First) : ActResult;
}
