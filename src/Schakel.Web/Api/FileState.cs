using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Store;
using Schakel.Store.Log;

namespace Schakel.Web.Api;

/// <summary>A stream as it stands, with its history (stand): what a page or an answer is made of.</summary>
/// <param name="version">Version of the last event; zero when there is none.</param>
/// <param name="state">A case file, household, site or policy on a country.</param>
/// <param name="history">The events.</param>
public sealed class FileState(int version, object state, Func<IReadOnlyList<RecordedEvent>> history)
{
    private readonly Lazy<IReadOnlyList<RecordedEvent>> _history = new(history);

    /// <summary>Version of the last event; zero when there is none.</summary>
    public int Version => version;

    /// <summary>A case file, household, site or policy on a country.</summary>
    public object State => state;

    /// <summary>The events up to that version; those of a site are read when they are asked for.</summary>
    public IReadOnlyList<RecordedEvent> History => _history.Value;

    /// <summary>The state of a file.</summary>
    public CaseFile File => (CaseFile)State;

    /// <summary>The state of a household.</summary>
    public Household Household => (Household)State;

    /// <summary>The state of a site.</summary>
    public Site Site => (Site)State;

    /// <summary>The policy on a country.</summary>
    public CountryPolicy Policy => (CountryPolicy)State;

    /// <summary>Reads it. Who shows something of it asks the <see cref="Access.Gate"/> instead.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    public static FileState Read(ChainStore store, StreamId stream)
    {
        if (stream.Kind == StreamKind.Site)
        {
            var (last, site) = store.Sites.Of(stream.Number);
            return new(last, site, () => [.. store.Log.ReadStream(stream).TakeWhile(each => each.Envelope.Version <= last)]);
        }
        var history = store.Log.ReadStream(stream);
        var state = Histories.Empty(stream.Kind);
        foreach (var recorded in history)
        {
            if (recorded.Event is { } happened) // Erased: what is left is that something happened.
            {
                state = Histories.After(state, happened, recorded.Envelope.OccurredOn);
            }
        }
        return new(history.Count == 0 ? 0 : history[^1].Envelope.Version, state, () => history);
    }
}
