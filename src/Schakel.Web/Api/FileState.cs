using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Store;
using Schakel.Store.Log;

namespace Schakel.Web.Api;

/// <summary>A stream as it stands, with its history (stand): what a page or an answer is made of.</summary>
/// <param name="Version">Version of the last event; zero when there is none.</param>
/// <param name="State">A case file, household, site or policy on a country.</param>
/// <param name="History">The events.</param>
public sealed record FileState(int Version, object State, IReadOnlyList<RecordedEvent> History)
{
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
        var history = store.Log.ReadStream(stream);
        var state = Histories.Empty(stream.Kind);
        foreach (var recorded in history)
        {
            if (recorded.Event is { } happened) // Erased: what is left is that something happened.
            {
                state = Histories.After(state, happened, recorded.Envelope.OccurredOn);
            }
        }
        return new(history.Count == 0 ? 0 : history[^1].Envelope.Version, state, history);
    }
}
