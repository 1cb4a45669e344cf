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

    /// <summary>Writes the rows of sites and slots anew, and takes away rows of files that are no more; ended halfway, what is there is right. On the desk's thread.</summary>
    /// <param name="database">The database.</param>
    /// <param name="settings">What rows are made by.</param>
    /// <param name="stateOf">A site as it is now.</param>
    public static void WriteSites(Database database, DeskSettings settings, Func<StreamId, StreamState> stateOf)
    {
        database.Together(
            ("DELETE FROM files WHERE person NOT IN (SELECT number FROM streams WHERE kind = 0 AND erased_at IS NULL)", []),
            ("DELETE FROM steps WHERE person NOT IN (SELECT number FROM streams WHERE kind = 0 AND erased_at IS NULL)", []),
            ("DELETE FROM slots WHERE site NOT IN (SELECT number FROM streams WHERE kind = 2)", []),
            ("DELETE FROM sites WHERE site NOT IN (SELECT number FROM streams WHERE kind = 2)", []));
        using var connection = database.Connect();
        var sites = database.ReadStreams(connection).Where(row => row.Kind == (short)StreamKind.Site)
            .Select(row => new StreamId(StreamKind.Site, row.Number)).ToDictionary(stream => stream, stateOf);
        foreach (var (stream, state) in sites)
        {
            database.Run("DELETE FROM slots WHERE site = @site AND slot > @highest", ("@site", stream.Number), ("@highest", ((Chain.Reception.Site)state.State).HighestSlot));
        }
        new RowWriter(settings, sites).WriteAll(database.Commit);
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
