using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Schakel.Web.Access;

/// <summary>A look behind a signal (inzage achter een signaal). Whose data it was is a number within the signal: the log holds no more than a key of a person.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Which person of this signal, from 1, in the order in which they were first looked at.</param>
/// <param name="Purpose">For what.</param>
/// <param name="With">What was looked with: a route.</param>
/// <param name="Refused">It was refused.</param>
public sealed record LookBehind(DateTimeOffset At, int Person, LookPurpose Purpose, string With, bool Refused);

/// <content>What the privacy officer reads: totals of days, and the looks behind one of them.</content>
public sealed partial class LookLog
{
    /// <summary>What each caller looked at on a day (UTC), for the privacy officer.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<LooksOfDay> On(DateOnly day) => [.. Between(day, day).Select(each => each.Looked)];

    /// <summary>What each caller looked at on each day (UTC) of a stretch.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day.</param>
    public ImmutableArray<(DateOnly Day, LooksOfDay Looked)> Between(DateOnly from, DateOnly through)
    {
        using var connection = Open();
        using var read = CommandOn(connection, """
            SELECT day, function, actor, team, persons, refused, namesakes FROM totals WHERE day BETWEEN $from AND $through ORDER BY day, function, actor
            """);
        read.Parameters.AddWithValue("$from", from.DayNumber);
        read.Parameters.AddWithValue("$through", through.DayNumber);
        using var rows = read.ExecuteReader();
        var totals = ImmutableArray.CreateBuilder<(DateOnly, LooksOfDay)>();
        while (rows.Read())
        {
            totals.Add((DateOnly.FromDayNumber(rows.GetInt32(0)),
                new(rows.GetString(1), rows.GetInt32(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetInt32(4), rows.GetInt32(5), rows.GetInt32(6))));
        }
        return totals.ToImmutable();
    }

    /// <summary>The looks behind a signal, the earliest first.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="most">Most to give.</param>
    /// <returns>How many there are in all, and the first of them.</returns>
    public (int Total, ImmutableArray<LookBehind> Looks) Behind(LookSignal signal, int most)
    {
        using var connection = Open();
        using var read = CommandOn(connection, $"""
            SELECT start_time, subject, activity, name, status, COUNT(*) OVER () FROM looks
            WHERE day = $day AND function = $function AND actor = $actor AND {ConditionOf(signal.Kind)} ORDER BY start_time, id LIMIT $most
            """);
        read.Parameters.AddWithValue("$day", signal.Day.DayNumber);
        read.Parameters.AddWithValue("$function", signal.Function);
        read.Parameters.AddWithValue("$actor", signal.Number);
        read.Parameters.AddWithValue("$most", most);
        using var rows = read.ExecuteReader();
        var (looks, persons, total) = (ImmutableArray.CreateBuilder<LookBehind>(), new Dictionary<string, int>(), 0);
        while (rows.Read())
        {
            var subject = Convert.ToHexString(rows.GetFieldValue<byte[]>(1));
            persons.TryAdd(subject, persons.Count + 1);
            looks.Add(new(Instant(rows.GetInt64(0)), persons[subject], LookPurposes.OfActivity(rows.GetString(2)), rows.GetString(3), rows.GetString(4) == Refused));
            total = rows.GetInt32(5);
        }
        return (total, looks.ToImmutable());
    }

    // Each look counts itself as it is written; a log from before that is counted once. Counting anew at every question took a second a million looks.
    // Whom somebody looked at on a day is kept only until the day after the next one begins: the totals of older days stand.
    private static void CountBefore(SqliteConnection connection)
    {
        using var counted = CommandOn(connection, "SELECT EXISTS (SELECT 1 FROM totals)");
        if (Convert.ToInt32(counted.ExecuteScalar(), CultureInfo.InvariantCulture) == 1)
        {
            return;
        }
        using var transaction = connection.BeginTransaction();
        Execute(connection, """
            INSERT INTO totals SELECT day, function, actor, MAX(team), 0, 0, 0 FROM looks GROUP BY day, function, actor;
            INSERT OR IGNORE INTO counted SELECT day, function, actor, status <> 'OK', subject FROM looks;
            INSERT OR IGNORE INTO counted SELECT day, function, actor, 2, subject FROM looks WHERE namesake = 1;
            """, transaction);
        transaction.Commit();
    }

    private static string ConditionOf(UnusualKind kind) => kind switch
    {
        UnusualKind.FarMore => "status = 'OK'",
        UnusualKind.Outside => "status <> 'OK'",
        UnusualKind.Namesake => "namesake = 1",
    };
}
