using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Desks;

/// <summary>Makes all rows anew from the log (herbouwen van de dossierregels).</summary>
internal static class RowsAnew
{
    private const double PartOfFold = 0.7; // Of the time it takes, reading the log; the rest is writing.
    private const string SitesMark = "sites-anew"; // Set by migrations.

    /// <summary>Writes the rows and takes the mark of a bulk away. Nobody else writes.</summary>
    public static void Write(Database database, KeyVault vault, EventReader reader, DeskSettings settings, NumberHashes hashes)
    {
        database.Together(
            ("DELETE FROM steps", []), ("DELETE FROM files", []), ("DELETE FROM slots", []), ("DELETE FROM sites", []), ("DELETE FROM v_numbers", []));
        var tell = settings.MakingRows;
        var (events, written) = ((double)Math.Max(1, database.LastPosition()), 0);
        var states = Fold(database, reader, long.MaxValue, position => tell?.Invoke(PartOfFold * position / events));
        new RowWriter(settings, hashes, states).WriteAll(batch =>
        {
            database.Commit(batch);
            tell?.Invoke(Math.Min(1, PartOfFold + ((1 - PartOfFold) * (written += batch.Files.Count) / Math.Max(1, states.Count))));
        });
        database.Together(MarkOf(hashes), ("DELETE FROM marks WHERE name = @name", [("@name", BulkWriter.MarkName)]));
    }

    /// <summary>Writes whose the V-numbers are, from the log: for data of before there was such a table, or when its key was lost. Nobody else writes.</summary>
    public static void WriteNumbers(Database database, EventReader reader, NumberHashes hashes)
    {
        database.Run("DELETE FROM v_numbers");
        var batch = new Batch();
        var states = Fold(database, reader, long.MaxValue);
        foreach (var (stream, state) in states.Where(each => each.Value is { Erased: false, State: CaseFile }).OrderBy(each => each.Key.Number))
        {
            if (hashes.HeldBy(stream.Number, (CaseFile)state.State) is { } held && states.GetValueOrDefault(new(StreamKind.CaseFile, held.Person)) is { Erased: false })
            {
                batch.TakenNumbers.TryAdd(held.Hash, held.Person); // Were there two, the first keeps it, and verification names both.
            }
        }
        database.Commit(batch);
        database.Together(MarkOf(hashes));
    }

    /// <summary>Takes away rows of V-numbers that nobody holds: after those that are held were written. On the desk's thread.</summary>
    public static void ClearNumbers(Database database, Deciding deciding, NumberHashes hashes, HashSet<NumberHeld> written)
    {
        var batch = new Batch();
        foreach (var row in database.ReadNumbers().Where(row => !written.Contains(row)))
        {
            // Not seen: nobody's, or taken by an act meanwhile.
            var file = (CaseFile)deciding.Peek(new StreamId(StreamKind.CaseFile, row.Person)).State;
            if (hashes.HeldBy(row.Person, file) != row && !file.Records.Absorbed.Any(absorbed => hashes.HeldBy(absorbed.Value, (CaseFile)deciding.Peek(StreamId.Of(absorbed)).State) == row))
            {
                batch.FreedNumbers.Add(row.Hash);
            }
        }
        database.Commit(batch);
    }

    /// <summary>What frees the V-numbers of a file that is erased: its own, which may be held by the file that goes on for it, and those it held for others.</summary>
    public static IEnumerable<(string Statement, (string Name, object Value)[] Values)> FreeNumbers(Deciding deciding, StreamId stream, NumberHashes hashes)
    {
        if (stream.Kind != StreamKind.CaseFile)
        {
            yield break;
        }
        yield return ("DELETE FROM v_numbers WHERE person = @number", [("@number", stream.Number)]);
        if (hashes.HeldBy(stream.Number, (CaseFile)deciding.Peek(stream).State) is { } held && held.Person != stream.Number
            && hashes.HeldBy(held.Person, (CaseFile)deciding.Peek(new StreamId(StreamKind.CaseFile, held.Person)).State) != held)
        {
            yield return ("DELETE FROM v_numbers WHERE hash = @hash", [("@hash", NumberHashes.ToBytes(held.Hash))]);
        }
    }

    private static (string, (string, object)[]) MarkOf(NumberHashes hashes) => (
        "INSERT INTO marks (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [("@name", NumberHashes.MarkName), ("@value", hashes.Mark)]);

    /// <summary>Writes the rows of sites and slots anew, and takes away rows of files that are no more; ended halfway, what is there is right. On the desk's thread.</summary>
    /// <param name="database">The database.</param>
    /// <param name="settings">What rows are made by.</param>
    /// <param name="hashes">Hashes of V-numbers.</param>
    /// <param name="stateOf">A site as it is now.</param>
    public static void WriteSites(Database database, DeskSettings settings, NumberHashes hashes, Func<StreamId, StreamState> stateOf)
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
        new RowWriter(settings, hashes, sites).WriteAll(database.Commit);
    }

    /// <summary>Writes the rows of sites anew when a migration asked for it: what a new column holds, only the events tell. Nobody else writes.</summary>
    /// <param name="database">The database.</param>
    /// <param name="settings">What rows are made by.</param>
    /// <param name="hashes">Hashes of V-numbers.</param>
    /// <param name="sites">The sites.</param>
    public static void WriteSitesWhereAsked(Database database, DeskSettings settings, NumberHashes hashes, KeptSites sites)
    {
        if (database.Mark(SitesMark) is null)
        {
            return;
        }
        WriteSites(database, settings, hashes, stream =>
        {
            var (version, site) = sites.Of(stream.Number);
            return StreamState.Empty(stream.Kind) with { Version = version, State = site };
        });
        database.Run("DELETE FROM marks WHERE name = @name", ("@name", SitesMark));
    }

    /// <summary>All streams as their events make them, up to a position; of erased ones only that they are.</summary>
    /// <param name="database">The database.</param>
    /// <param name="reader">Opens events.</param>
    /// <param name="upTo">The last position.</param>
    /// <param name="tell">Told the position that was read, now and then.</param>
    public static Dictionary<StreamId, StreamState> Fold(Database database, EventReader reader, long upTo, Action<long>? tell = null)
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
            tell?.Invoke(after);
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
                    ? state with { Version = envelope.Version, State = Histories.After(state.State, happened, envelope.OccurredOn) }
                    : state with { Version = envelope.Version, Erased = true };
            }
        }
        return states;
    }
}
