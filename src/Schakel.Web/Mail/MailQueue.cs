using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Schakel.Norms;

namespace Schakel.Web.Mail;

/// <summary>What became of a notice (stand van een kennisgeving). Stored by number: a number is never given a second meaning.</summary>
public enum NoticeState
{
    /// <summary>It waits.</summary>
    Waiting = 0,
    /// <summary>It was handed to the server and no answer came, or none yet. It is not tried again: it may have been sent.</summary>
    Handed = 1,
    /// <summary>The server took it.</summary>
    Sent = 2,
    /// <summary>It was needed no more: the address was taken away, or the day moved.</summary>
    Dropped = 3,
    /// <summary>The server refused it for good, or too often.</summary>
    GivenUp = 4,
}

/// <summary>
/// The queue of notices (wachtrij): durable, in a file of its own beside the data, with how far the log was read and who gave an address. What is
/// read and what follows from it are one transaction, so that nothing is forgotten or queued twice; that something is handed over is durable
/// before it is, so that nothing is sent twice. What is done is kept for a time and then forgotten: a day of before is never told again, and the log
/// is read once.
/// </summary>
public sealed class MailQueue
{
    /// <summary>Days of the chain after its own day for which a notice that is done is kept.</summary>
    public const int DaysKept = 90;

    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS notices (
            key TEXT PRIMARY KEY, person INTEGER NOT NULL, kind INTEGER NOT NULL, day INTEGER NOT NULL, version INTEGER NOT NULL,
            state INTEGER NOT NULL, attempts INTEGER NOT NULL, next INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS notices_waiting ON notices (state, next);
        CREATE TABLE IF NOT EXISTS reached (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, reminded INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS readers (person INTEGER PRIMARY KEY);
        """;

    private readonly string _connection;

    /// <summary>Opens the queue, and makes it where there is none.</summary>
    /// <param name="folder">Where the file is.</param>
    public MailQueue(string folder)
    {
        Directory.CreateDirectory(folder);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "berichten.db"), Pooling = true, DefaultTimeout = 5 }.ToString();
        using var connection = Open();
        Do(connection, null, Schema);
    }

    /// <summary>How far the log was read, and the last day on which it was looked who is to be reminded; null before the first time.</summary>
    public (long Position, Day? Reminded)? Reached
    {
        get
        {
            using var connection = Open();
            using var read = connection.CreateCommand();
            read.CommandText = "SELECT position, reminded FROM reached";
            using var rows = read.ExecuteReader();
            return rows.Read() ? (rows.GetInt64(0), rows.GetInt32(1) == int.MinValue ? null : new Day(rows.GetInt32(1))) : null;
        }
    }

    /// <summary>Who gave an address.</summary>
    public ImmutableHashSet<long> Readers
    {
        get
        {
            using var connection = Open();
            using var read = connection.CreateCommand();
            read.CommandText = "SELECT person FROM readers";
            using var rows = read.ExecuteReader();
            var persons = ImmutableHashSet.CreateBuilder<long>();
            while (rows.Read())
            {
                persons.Add(rows.GetInt64(0));
            }
            return persons.ToImmutable();
        }
    }

    /// <summary>Keeps how far was read and what follows from it, in one go. A notice that is there already is not added; nor is a letter while one of that person waits.</summary>
    /// <remarks>On a new day notices are forgotten that are done, and whose day is more than <see cref="DaysKept"/> days ago.</remarks>
    /// <param name="position">How far the log was read.</param>
    /// <param name="reminded">The day on which it was looked who is to be reminded.</param>
    /// <param name="readers">Who gave an address.</param>
    /// <param name="notices">What is to be told.</param>
    /// <param name="now">Real time.</param>
    public void Take(long position, Day? reminded, IReadOnlyCollection<long> readers, IEnumerable<MailNotice> notices, DateTimeOffset now)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var before = Readers;
        foreach (var person in readers.Where(each => !before.Contains(each)))
        {
            Do(connection, transaction, "INSERT INTO readers VALUES ($person)", ("$person", person));
        }
        foreach (var person in before.Where(each => !readers.Contains(each)))
        {
            Do(connection, transaction, "DELETE FROM readers WHERE person = $person", ("$person", person));
        }
        foreach (var notice in notices)
        {
            Do(connection, transaction, """
                INSERT OR IGNORE INTO notices SELECT $key, $person, $kind, $day, $version, 0, 0, $next
                WHERE $kind <> 0 OR NOT EXISTS (SELECT 1 FROM notices WHERE person = $person AND kind = 0 AND state = 0)
                """, ("$key", notice.Key), ("$person", notice.Person), ("$kind", (int)notice.Kind), ("$day", notice.Day.Number), ("$version", notice.Version), ("$next", now.ToUnixTimeMilliseconds()));
        }
        if (reminded is { } today && today != Reached?.Reminded)
        {
            Do(connection, transaction, "DELETE FROM notices WHERE state <> 0 AND day < $first", ("$first", today.PlusDays(-DaysKept).Number));
        }
        Do(connection, transaction, "INSERT OR REPLACE INTO reached VALUES (1, $position, $reminded)", ("$position", position), ("$reminded", reminded?.Number ?? int.MinValue));
        transaction.Commit();
    }

    /// <summary>What waits and is to be tried now, the earliest first.</summary>
    /// <param name="now">Real time.</param>
    /// <param name="most">Most to give.</param>
    public ImmutableArray<WaitingNotice> Due(DateTimeOffset now, int most)
    {
        using var connection = Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT person, kind, day, version, attempts FROM notices WHERE state = 0 AND next <= $now ORDER BY next, key LIMIT $most";
        read.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        read.Parameters.AddWithValue("$most", most);
        using var rows = read.ExecuteReader();
        var due = ImmutableArray.CreateBuilder<WaitingNotice>();
        while (rows.Read())
        {
            due.Add(new(new(rows.GetInt64(0), (NoticeKind)rows.GetInt32(1), new(rows.GetInt32(2)), rows.GetInt32(3)), rows.GetInt32(4)));
        }
        return due.ToImmutable();
    }

    /// <summary>Says how a notice stands; returns when that is durable.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="state">How it stands.</param>
    public void Set(MailNotice notice, NoticeState state)
    {
        using var connection = Open();
        Do(connection, null, "UPDATE notices SET state = $state WHERE key = $key", ("$key", notice.Key), ("$state", (int)state));
    }

    /// <summary>It failed, and is tried again later.</summary>
    /// <param name="waiting">The notice.</param>
    /// <param name="next">When.</param>
    public void Again(WaitingNotice waiting, DateTimeOffset next)
    {
        using var connection = Open();
        Do(connection, null, "UPDATE notices SET state = 0, attempts = $attempts, next = $next WHERE key = $key",
            ("$key", waiting.Notice.Key), ("$attempts", waiting.Attempts + 1), ("$next", next.ToUnixTimeMilliseconds()));
    }

    /// <summary>How many notices stand so.</summary>
    /// <param name="state">How.</param>
    public int CountOf(NoticeState state)
    {
        using var connection = Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT COUNT(*) FROM notices WHERE state = $state";
        read.Parameters.AddWithValue("$state", (int)state);
        return Convert.ToInt32(read.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Do(connection, null, "PRAGMA synchronous = FULL;");
        return connection;
    }

    private static void Do(SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own statements; what is put into them are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        command.ExecuteNonQuery();
    }
}
