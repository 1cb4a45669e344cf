using System.Data.Common;
using System.Text.RegularExpressions;
using Schakel.Store.Verifying;

namespace Schakel.Store;

/// <summary>Whatever somebody writes into a column of an event, verification finds it, names the event, and verifies the rest.</summary>
public sealed class AlteredColumnTests
{
    // Half of the values in a usual run, all of them with --long: each takes a verification of the whole log.
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    private static readonly string[] Columns =
    [
        "position", "kind", "number", "version", "name", "event_version", "occurred_on", "recorded_at", "doer_kind", "doer_number", "doer_role", "purpose", "act_key", "payload", "hash",
    ];

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_odd_value_in_any_column_is_found_and_named_and_the_rest_is_verified(string database)
    {
        using var given = await VerificationTests.GivenAsync(database);
        given.Tamper("CREATE TABLE kept AS SELECT * FROM events", "UPDATE sites SET occupancy = 99");
        var taken = Columns.ToDictionary(column => column, _ => 0);
        var position = 0;
        foreach (var (column, value) in Columns.SelectMany(column => Odd(database, column).Where((_, at) => Long || at % 2 == 0).Select(value => (column, value))))
        {
            position = (position % 9) + 1;
            if (!Alter(given, $"UPDATE events SET {column} = {value} WHERE position = {position}"))
            {
                continue; // This database does not take it there, or it is what stood there.
            }
            taken[column]++;

            var report = given.Verify();

            var told = $"{column} of event {position} is {value}: {string.Join(" | ", report.Problems)}";
            Assert.True(report.Problems.Any(problem => Regex.IsMatch(problem.Text, $@"[Ee]vents? {position}\b")), told);
            Assert.True(report.Problems.Any(problem => problem.Kind == ProblemKind.Altered && problem.Text.StartsWith("Event 10 (", StringComparison.Ordinal)), "Event 10 was altered too. " + told);
            Assert.True(report.Problems.Any(problem => problem.Kind == ProblemKind.Row && problem.Text.Contains("row of site 5", StringComparison.Ordinal)), "The row of site 5 was altered too. " + told);
        }

        Assert.All(taken, column => Assert.True(column.Value > 1, $"{column.Key} was altered {column.Value} times."));
    }

    [Theory]
    [InlineData("SQLite", "purpose", "300", "its purpose is 300, which no event has")]
    [InlineData("PostgreSQL", "purpose", "300", "its purpose is 300, which no event has")]
    [InlineData("SQLite", "purpose", "65536 + purpose", "its purpose is 655")]
    [InlineData("SQLite", "doer_kind", "'abc'", "its doer_kind is 'abc', which no event has")]
    [InlineData("SQLite", "kind", "9", "its kind is 9, which no event has")]
    [InlineData("PostgreSQL", "kind", "9", "its kind is 9, which no event has")]
    [InlineData("SQLite", "name", "name || char(0) || 'x'", "Event 6 (file 7, version 2, person-identified\0x) was altered")]
    [InlineData("SQLite", "payload", "CAST(payload AS TEXT)", "its payload is '")]
    [InlineData("SQLite", "hash", "x'00'", "its hash is 1 bytes, which no event has")]
    [InlineData("PostgreSQL", "recorded_at", "9223372036854775807", "its recorded_at is 9223372036854775807, which no event has")]
    public async Task What_a_column_cannot_hold_is_told_with_its_value(string database, string column, string value, string told)
    {
        using var given = await VerificationTests.GivenAsync(database);
        given.Tamper($"UPDATE events SET {column} = {value} WHERE position = 6");

        VerificationTests.AssertFinds(given.Verify(), ProblemKind.Altered, told);
    }

    [Theory]
    [InlineData("0, 0, 9, 2", "Event 0 (file 9, version 2, household-joined) was inserted: the log begins with event 1")]
    [InlineData("-5, 0, 9, 2", "Event -5 (file 9, version 2, household-joined) was inserted")]
    [InlineData("11, 0, 77, 1", "file 77 has events, but is not on record as a stream")]
    [InlineData("11, 0, 9, 0", "Event 11 (file 9, version 0, household-joined) was inserted or moved: version 1 of the stream stands before it")]
    public async Task An_inserted_event_is_named(string place, string text)
    {
        foreach (var database in new[] { "SQLite", "PostgreSQL" })
        {
            using var given = await VerificationTests.GivenAsync(database);

            given.Tamper($"INSERT INTO events SELECT {place}, name, event_version, occurred_on, recorded_at, doer_kind, doer_number, doer_role, purpose, act_key, payload, hash FROM events WHERE position = 10");

            VerificationTests.AssertFinds(given.Verify(), ProblemKind.Inserted, text);
        }
    }

    [Theory]
    [InlineData("UPDATE anchors SET statement = 'schakel-anchor 1'", "Anchor 1 (in the database) was altered: An anchor is not whole")]
    [InlineData("UPDATE anchors SET statement = 'nothing'", "Anchor 1 (in the database) was altered")]
    [InlineData("UPDATE anchors SET statement = statement || 'more 1'", "Anchor 1 (in the database) was altered: its row and its statement say different things")]
    [InlineData("UPDATE anchors SET position = 9", "Anchor 1 (in the database) was altered: its row and its statement say different things")]
    public async Task A_damaged_anchor_is_named_and_the_events_are_verified(string statement, string text)
    {
        foreach (var database in new[] { "SQLite", "PostgreSQL" })
        {
            using var given = await VerificationTests.GivenAsync(database);

            given.Tamper(statement, "UPDATE events SET doer_number = 999 WHERE position = 4");

            var report = given.Verify();
            VerificationTests.AssertFinds(report, ProblemKind.Anchor, text);
            VerificationTests.AssertFinds(report, ProblemKind.Altered, "Event 4 (file 8, version 1");
        }
    }

    [Fact]
    public async Task A_damaged_file_of_anchors_is_named_and_the_events_are_verified()
    {
        using var given = await VerificationTests.GivenAsync("SQLite");
        var (anchors, key) = VerificationTests.KeptElsewhere(given);
        var whole = await File.ReadAllTextAsync(anchors);
        await File.WriteAllTextAsync(anchors, whole + whole.Replace("position 8", "position eight", StringComparison.Ordinal));
        given.Tamper("UPDATE events SET doer_number = 999 WHERE position = 4");

        var report = given.Verify(anchors, key);

        VerificationTests.AssertFinds(report, ProblemKind.Anchor, "was damaged after 1 anchors, and is not read further");
        VerificationTests.AssertFinds(report, ProblemKind.Altered, "Event 4 (file 8, version 1");
    }

    private static IEnumerable<string> Odd(string database, string column)
    {
        string Bytes(string hex) => database == "SQLite" ? $"x'{hex}'" : $@"'\x{hex}'::bytea";
        return
        [
            "-1", "0", "9", "300", "40000", "-2147483648", "2147483647", "9223372036854775807", "-9223372036854775807",
            $"{column} + 1", $"65536 + {column}", $"4294967296 + {column}", "3.5", "1e300",
            "NULL", "''", "'abc'", "'person-arrived'", $"'{new string('x', 256)}'", $"{column} || char(0)", "CAST(x'ff' AS TEXT)", $"CAST({column} AS TEXT)",
            Bytes(""), Bytes("00"), Bytes("01"), Bytes(new string('0', 32)), Bytes(new string('0', 64)), Bytes("00ffff" + new string('7', 60)), Bytes("01" + new string('8', 80)),
        ];
    }

    /// <summary>Brings every event back, and alters one and the last one; false when the database does not take it, or nothing changed by it.</summary>
    private static bool Alter(TestStore given, string statement)
    {
        using var database = ChainStore.DatabaseOf(given.Place);
        database.Run("DELETE FROM events");
        database.Run("INSERT INTO events SELECT * FROM kept");
        try
        {
            database.Run(statement);
        }
        catch (DbException)
        {
            return false;
        }
        using var connection = database.Connect();
        if (database.Number(connection, "SELECT count(*) FROM (SELECT * FROM events EXCEPT SELECT * FROM kept) AS altered") == 0)
        {
            return false;
        }
        database.Run("UPDATE events SET doer_number = doer_number + 1 WHERE position = 10");
        return true;
    }
}
