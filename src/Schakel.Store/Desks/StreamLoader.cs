using System.Data.Common;
using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Desks;

/// <summary>Reads a stream's state from its events (inlezen).</summary>
internal sealed class StreamLoader(Database database, KeyVault vault, EventReader reader)
{
    /// <summary>The state of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="connection">Where to read; without it, on the connection that writes.</param>
    public StreamState Load(StreamId stream, DbConnection? connection = null)
    {
        if (database.FindStream(stream, connection) is not { } row)
        {
            return StreamState.Empty(stream.Kind);
        }
        var stored = database.ReadStream(stream, 0, connection);
        if (stored.Count == 0)
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"The events of {Naming.Of(stream)} are gone. Run `schakel verify`.");
        }
        var last = stored[^1].Envelope;
        var key = row.KeyNumber is { } number && row.ErasedAt is null ? vault.ForWriting(number) : null;
        var state = Histories.Empty(stream.Kind);
        if (row.ErasedAt is null)
        {
            foreach (var one in stored)
            {
                state = Histories.After(state, reader.Open(one).Event!, one.Envelope.OccurredOn);
            }
        }
        return new(last.Version, last.Hash.ToArray(), row.KeyNumber ?? 0, key, row.ErasedAt is not null, state, Steps: null);
    }
}
