using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Schakel.Web.Access;

/// <summary>A look as it was recorded (vastgelegde inzage).</summary>
/// <param name="At">When.</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Number">Number of who looked: a pseudonym.</param>
/// <param name="Team">Their team.</param>
/// <param name="Purpose">For what.</param>
/// <param name="With">What was looked with.</param>
/// <param name="Refused">It was refused.</param>
public sealed record RecordedLook(DateTimeOffset At, string Function, int Number, string? Team, LookPurpose Purpose, string With, bool Refused);

/// <summary>What one caller looked at on a day (dagtotaal).</summary>
/// <param name="Function">Code of the function.</param>
/// <param name="Number">Number of who looked.</param>
/// <param name="Team">Their team.</param>
/// <param name="Persons">At how many persons.</param>
/// <param name="Refused">How many persons' files were refused.</param>
/// <param name="Namesakes">How many persons were found by the name of the caller or a colleague.</param>
public sealed record LooksOfDay(string Function, int Number, string? Team, int Persons, int Refused, int Namesakes);

/// <summary>
/// The log of looks (verwerkingenlogboek; Logboek Dataverwerkingen 1.0): one record for each person at whom somebody looked, none left out,
/// in a file of its own beside the data. The person is a keyed hash, with another key each year; the view <c>logboek</c> has the standard's
/// fields and no one who looked, the table has both. Writers wait until their bundle is durable; bundles that wait together are one write.
/// </summary>
public sealed partial class LookLog : BackgroundService
{
    private const int MostTogether = 256;

    private readonly Channel<(LookBundle Bundle, TaskCompletionSource Written)> _queue =
        Channel.CreateBounded<(LookBundle, TaskCompletionSource)>(new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly string _connection;
    private readonly byte[] _key;
    private readonly TimeProvider _time;
    private long _writes;

    /// <summary>Opens the log, and makes it where there is none.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="keysFolder">Where its key is; without the key nobody knows any more whose data were looked at.</param>
    /// <param name="time">Real time.</param>
    public LookLog(string folder, string keysFolder, TimeProvider time)
    {
        _time = time;
        Directory.CreateDirectory(folder);
        _key = KeyIn(keysFolder);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "inzagen.db"), Pooling = true, DefaultTimeout = 5 }.ToString();
        using var connection = Open();
        Execute(connection, Schema);
        CountBefore(connection);
    }

    /// <summary>Real time, by which looks are dated.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Writes so far: a bundle of fifty looks is one.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>Writes looks; returns when they are durable.</summary>
    /// <param name="bundle">The looks.</param>
    /// <exception cref="IOException">They cannot be written: nothing may be shown.</exception>
    public async Task WriteAsync(LookBundle bundle)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _queue.Writer.WriteAsync((bundle, written)).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new IOException("The log of looks has stopped; nothing is shown without it.", e);
        }
        await written.Task.ConfigureAwait(false);
    }

    /// <summary>Who looked at a person, the latest first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="skip">How many to skip.</param>
    /// <param name="take">Most to give.</param>
    /// <returns>How many there are in all, and those asked for.</returns>
    public (int Total, ImmutableArray<RecordedLook> Looks) Of(long person, int skip, int take)
    {
        using var connection = Open();
        var hashes = string.Join(',', Years(connection).Select(year => $"x'{Convert.ToHexString(SubjectOf(person, year))}'"));
        if (hashes.Length == 0)
        {
            return (0, []);
        }
        using var count = CommandOn(connection, $"SELECT COUNT(*) FROM looks WHERE subject IN ({hashes})");
        var total = Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture);
        using var read = CommandOn(
            connection, $"SELECT start_time, function, actor, team, activity, name, status FROM looks WHERE subject IN ({hashes}) ORDER BY start_time DESC, id DESC LIMIT $take OFFSET $skip");
        read.Parameters.AddWithValue("$take", take);
        read.Parameters.AddWithValue("$skip", skip);
        using var rows = read.ExecuteReader();
        var looks = ImmutableArray.CreateBuilder<RecordedLook>();
        while (rows.Read())
        {
            looks.Add(new(
                Instant(rows.GetInt64(0)), rows.GetString(1), rows.GetInt32(2), rows.IsDBNull(3) ? null : rows.GetString(3),
                LookPurposes.OfActivity(rows.GetString(4)), rows.GetString(5), rows.GetString(6) == Refused));
        }
        return (total, looks.ToImmutable());
    }

    /// <summary>On which days functions other than the person looked at them, and what for: all of it, the latest first. What was refused showed nothing.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The day (UTC), the function, the purpose and how often.</returns>
    public ImmutableArray<(DateOnly On, string Function, LookPurpose Purpose, int Times)> ByOthers(long person)
    {
        using var connection = Open();
        var hashes = string.Join(',', Years(connection).Select(year => $"x'{Convert.ToHexString(SubjectOf(person, year))}'"));
        if (hashes.Length == 0)
        {
            return [];
        }
        using var read = CommandOn(connection, $"""
            SELECT day, function, activity, COUNT(*) FROM looks WHERE subject IN ({hashes}) AND status = 'OK' AND activity <> $own
            GROUP BY day, function, activity ORDER BY day DESC, function, activity
            """);
        read.Parameters.AddWithValue("$own", LookPurposes.ActivityOf(LookPurpose.OwnFile));
        using var rows = read.ExecuteReader();
        var looks = ImmutableArray.CreateBuilder<(DateOnly, string, LookPurpose, int)>();
        while (rows.Read())
        {
            looks.Add((DateOnly.FromDayNumber(rows.GetInt32(0)), rows.GetString(1), LookPurposes.OfActivity(rows.GetString(2)), rows.GetInt32(3)));
        }
        return looks.ToImmutable();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).ConfigureAwait(false); // What waits is still written.
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var connection = Open();
        var together = new List<(LookBundle Bundle, TaskCompletionSource Written)>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            together.Clear();
            while (together.Count < MostTogether && _queue.Reader.TryRead(out var one))
            {
                together.Add(one);
            }
            try
            {
                Write(connection, together.Select(each => each.Bundle));
                together.ForEach(each => each.Written.SetResult());
            }
#pragma warning disable CA1031 // Whatever it was: who waits is told, and shows nothing; what comes next is written.
            catch (Exception e)
#pragma warning restore CA1031
            {
                together.ForEach(each => each.Written.SetException(new IOException($"The log of looks cannot be written: {e.Message}", e)));
            }
        }
    }

    private const string Refused = "REFUSED";

    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS looks (
            id INTEGER PRIMARY KEY, trace_id BLOB, span_id BLOB NOT NULL, parent_span_id BLOB, status TEXT NOT NULL, name TEXT NOT NULL,
            start_time INTEGER NOT NULL, end_time INTEGER NOT NULL, activity TEXT NOT NULL, subject BLOB NOT NULL,
            day INTEGER NOT NULL, year INTEGER NOT NULL, function TEXT NOT NULL, actor INTEGER NOT NULL, team TEXT, namesake INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS looks_of_subject ON looks (subject, start_time);
        CREATE INDEX IF NOT EXISTS looks_of_day ON looks (day, function, actor);
        CREATE TABLE IF NOT EXISTS years (year INTEGER PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS totals (
            day INTEGER NOT NULL, function TEXT NOT NULL, actor INTEGER NOT NULL, team TEXT, persons INTEGER NOT NULL, refused INTEGER NOT NULL, namesakes INTEGER NOT NULL,
            PRIMARY KEY (day, function, actor)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS counted (
            day INTEGER NOT NULL, function TEXT NOT NULL, actor INTEGER NOT NULL, kind INTEGER NOT NULL, subject BLOB NOT NULL,
            PRIMARY KEY (day, function, actor, kind, subject)) WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS person_counted AFTER INSERT ON counted BEGIN
            UPDATE totals SET persons = persons + (new.kind = 0), refused = refused + (new.kind = 1), namesakes = namesakes + (new.kind = 2)
                WHERE day = new.day AND function = new.function AND actor = new.actor;
        END;
        CREATE TRIGGER IF NOT EXISTS day_begun AFTER INSERT ON totals BEGIN
            DELETE FROM counted WHERE day < new.day - 1;
        END;
        CREATE TRIGGER IF NOT EXISTS look_counted AFTER INSERT ON looks BEGIN
            INSERT INTO totals VALUES (new.day, new.function, new.actor, new.team, 0, 0, 0)
                ON CONFLICT DO UPDATE SET team = COALESCE(MAX(team, new.team), team, new.team);
            INSERT OR IGNORE INTO counted VALUES (new.day, new.function, new.actor, new.status <> 'OK', new.subject);
            INSERT OR IGNORE INTO counted SELECT new.day, new.function, new.actor, 2, new.subject WHERE new.namesake = 1;
        END;
        CREATE VIEW IF NOT EXISTS logboek AS SELECT trace_id, span_id, parent_span_id, status, name, start_time, end_time, 'schakel' AS resource,
            activity AS "dpl.core.processing_activity_id", subject AS "dpl.core.data_subject_id", 'zaaknummer' AS "dpl.core.data_subject_id_type" FROM looks;
        """;

    private void Write(SqliteConnection connection, IEnumerable<LookBundle> bundles)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            INSERT INTO looks (trace_id, span_id, parent_span_id, status, name, start_time, end_time, activity, subject, day, year, function, actor, team, namesake)
            VALUES ($trace, $span, $parent, $status, $name, $start, $end, $activity, $subject, $day, $year, $function, $actor, $team, $namesake)
            """;
        var now = Now;
        var year = now.UtcDateTime.Year;
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT OR IGNORE INTO years VALUES ({year})"), transaction);
        foreach (var bundle in bundles)
        {
            foreach (var look in bundle.Looks)
            {
                insert.Parameters.Clear();
                var hasTrace = bundle.Trace.TraceId != default;
                Add("$trace", hasTrace ? Convert.FromHexString(bundle.Trace.TraceId.ToHexString()) : null);
                Add("$span", RandomNumberGenerator.GetBytes(8));
                Add("$parent", hasTrace ? Convert.FromHexString(bundle.Trace.SpanId.ToHexString()) : null);
                Add("$status", look.Refused ? Refused : "OK");
                Add("$name", bundle.Name);
                Add("$start", Microseconds(bundle.Began));
                Add("$end", Microseconds(now));
                Add("$activity", LookPurposes.ActivityOf(look.Purpose));
                Add("$subject", SubjectOf(look.Person, year));
                Add("$day", DateOnly.FromDateTime(now.UtcDateTime).DayNumber);
                Add("$year", year);
                Add("$function", look.Caller.Function.Code);
                Add("$actor", look.Caller.Number);
                Add("$team", look.Caller.Team);
                Add("$namesake", look.Namesake ? 1 : 0);
                insert.ExecuteNonQuery();
            }
        }
        transaction.Commit();
        Interlocked.Increment(ref _writes);

        void Add(string name, object? value) => insert.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Execute(connection, "PRAGMA synchronous = FULL;");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = CommandOn(connection, sql);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand CommandOn(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own statements: what is put into them are hashes and years of ours, never what somebody gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static List<int> Years(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT year FROM years ORDER BY year";
        using var rows = read.ExecuteReader();
        var years = new List<int>();
        while (rows.Read())
        {
            years.Add(rows.GetInt32(0));
        }
        return years;
    }

    // Another key each year: two years' records of one person cannot be put together without the master key.
    private byte[] SubjectOf(long person, int year)
    {
        Span<byte> ofYear = stackalloc byte[32];
        HMACSHA256.HashData(_key, BitConverter.GetBytes(year), ofYear);
        return HMACSHA256.HashData(ofYear, BitConverter.GetBytes(person))[..16];
    }

    private static byte[] KeyIn(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "inzagen.key");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            using var made = new FileStream(path, options);
            made.Write(RandomNumberGenerator.GetBytes(32));
        }
        return File.ReadAllBytes(path) is { Length: 32 } key ? key : throw new IOException($"'{path}' is no key of the log of looks: 32 bytes expected.");
    }

    private static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
