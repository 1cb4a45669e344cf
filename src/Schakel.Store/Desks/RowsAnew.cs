using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Desks;

/// <summary>Makes all rows anew from the log (herbouwen van de dossierregels).</summary>
internal static class RowsAnew
{
    /// <summary>Writes the rows and takes the mark of a bulk away. Nobody else writes.</summary>
    public static void Write(Database database, KeyVault vault, EventReader reader, DeskSettings settings)
    {
        database.Together(
            ("DELETE FROM steps", []), ("DELETE FROM files", []), ("DELETE FROM slots", []), ("DELETE FROM sites", []));
        var states = Fold(database, reader, long.MaxValue);
        new RowWriter(settings, states).WriteAll(database.Commit);
        database.Together(("DELETE FROM marks WHERE name = @name", [("@name", BulkWriter.MarkName)]));
    }

    /// <summary>All streams as their events make them, up to a position; erased ones are left out.</summary>
    public static Dictionary<StreamId, StreamState> Fold(Database database, EventReader reader, long upTo)
    {
        var states = new Dictionary<StreamId, StreamState>();
        using var connection = database.Connect();
        for (var after = 0L; ;)
        {
            var page = database.ReadAll(after, 8192, connection);
            if (page.Count == 0)
            {
                break;
            }
            foreach (var stored in page)
            {
                after = stored.Envelope.Position;
                if (after > upTo)
                {
                    return states;
                }
                var envelope = stored.Envelope;
                var state = states.GetValueOrDefault(envelope.Stream) ?? StreamState.Empty(envelope.Stream.Kind);
                states[envelope.Stream] = reader.Open(stored).Event is { } happened
                    ? state with { Version = envelope.Version, State = StreamState.Evolve(state.State, happened, envelope.OccurredOn) }
                    : state with { Version = envelope.Version, Erased = true };
            }
        }
        return states;
    }
}
