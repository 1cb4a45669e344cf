using Schakel.Chain.Registration;
using Schakel.Store.Anchors;
using Schakel.Store.Databases;
using Schakel.Store.Log;
using Schakel.Store.Verifying;

namespace Schakel.Store;

/// <summary>Every way to tamper is found, and named.</summary>
public sealed class VerificationTests
{
    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    // Events: 1 site 5; 2-3 arrival of 7; 4-5 of 8; 6 identification of 7; 7-8 placement of 7; 9-10 arrival of 9. The anchor covers 8.
    internal static async Task<TestStore> GivenAsync(string database)
    {
        var given = TestStore.On(database);
        await given.OpensAsync(5);
        await given.ArrivesAsync(7);
        await given.ArrivesAsync(8);
        await given.MustAsync(given.Act(TestStore.File(7), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false)));
        await given.PlacedAsync(7, 5);
        await given.Store.Anchors.MakeAsync(given.Time.GetUtcNow());
        await given.ArrivesAsync(9);
        return given;
    }

    internal static void AssertFinds(VerificationReport report, ProblemKind kind, string text) =>
        Assert.True(
            report.Problems.Any(problem => problem.Kind == kind && problem.Text.Contains(text, StringComparison.Ordinal)),
            $"No {kind} \"{text}\" among: {string.Join(" | ", report.Problems)}");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Untouched_data_are_sound(string database)
    {
        using var given = await GivenAsync(database);

        var report = given.Verify();

        Assert.Empty(report.Problems);
        Assert.Equal((10, 7, 1), (report.Events, report.Streams, report.Anchors));
        Assert.Equal(0, report.OtherLaw);
    }

    [Theory]
    [InlineData("UPDATE events SET occurred_on = occurred_on - 1 WHERE position = 6", ProblemKind.Altered, "Event 6 (file 7, version 2, person-identified)")]
    [InlineData("UPDATE events SET doer_number = 999 WHERE position = 4", ProblemKind.Altered, "Event 4 (file 8, version 1, person-arrived)")]
    [InlineData("UPDATE events SET recorded_at = recorded_at + 1 WHERE position = 1", ProblemKind.Altered, "Event 1 (site 5, version 1, site-opened)")]
    [InlineData("UPDATE events SET payload = (SELECT payload FROM events WHERE position = 2) WHERE position = 4", ProblemKind.Altered, "Event 4 (file 8")]
    [InlineData("UPDATE events SET name = 'person-redirected' WHERE position = 6", ProblemKind.Altered, "Event 6 (file 7")]
    [InlineData("DELETE FROM events WHERE position = 6", ProblemKind.Missing, "Version 2 of file 7 is missing")]
    [InlineData("DELETE FROM events WHERE position = 6", ProblemKind.Missing, "Event 6 is missing from the log")]
    [InlineData("DELETE FROM events WHERE kind = 0 AND number = 8", ProblemKind.Missing, "All events of file 8 are missing")]
    [InlineData("DELETE FROM events WHERE position > 7", ProblemKind.Missing, "it ends at position 7, and anchor 1 (in the database) attests events up to 8")]
    [InlineData("INSERT INTO events SELECT 11, kind, number, 2, name, event_version, occurred_on, recorded_at, doer_kind, doer_number, doer_role, purpose, act_key, payload, hash FROM events WHERE position = 9", ProblemKind.Altered, "Event 11 (file 9, version 2")]
    [InlineData("UPDATE files SET presence = 8 WHERE person = 7", ProblemKind.Row, "row of file 7 differs from its events: Presence is 8, not 2")]
    [InlineData("UPDATE files SET next_due = next_due + 1 WHERE person = 7", ProblemKind.Row, "row of file 7 differs from its events: NextDue")]
    [InlineData("DELETE FROM steps WHERE person = 8", ProblemKind.Row, "steps of file 8")]
    [InlineData("DELETE FROM slots", ProblemKind.Row, "Slot 1 of site 5 is person 7's by the events, and has no row")]
    [InlineData("UPDATE sites SET occupancy = 0", ProblemKind.Row, "row of site 5")]
    public async Task Tampering_is_found_and_named(string statement, ProblemKind kind, string text)
    {
        foreach (var database in new[] { "SQLite", "PostgreSQL" })
        {
            using var given = await GivenAsync(database);

            given.Tamper(statement);

            AssertFinds(given.Verify(), kind, text);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_edited_file_that_is_hashed_again_is_found_with_anchors_kept_elsewhere(string database)
    {
        using var given = await GivenAsync(database);
        var (anchors, key) = KeptElsewhere(given);
        given.Store.Dispose();
        using (var open = ChainStore.DatabaseOf(given.Place))
        {
            Rechain(open, given);
            open.Run("DELETE FROM anchors");
        }

        Assert.DoesNotContain(given.Verify().Problems, problem => problem.Kind is ProblemKind.Altered or ProblemKind.Missing);
        AssertFinds(given.Verify(anchors, key), ProblemKind.Altered, "file 7 was edited and hashed again: version 3 (event 7) has another hash than anchor 1 attests. The edit is in versions 1 to 3");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_dropped_last_event_is_found_with_anchors_kept_elsewhere(string database)
    {
        using var given = await GivenAsync(database);
        await given.Store.Anchors.MakeAsync(given.Time.GetUtcNow());
        var (anchors, key) = KeptElsewhere(given);

        given.Tamper("DELETE FROM anchors", "DELETE FROM events WHERE position = 10", "DELETE FROM streams WHERE kind = 1 AND number = 9");

        AssertFinds(given.Verify(anchors, key), ProblemKind.Missing, "household 9 was dropped whole: anchor 2 attests version 1");
        AssertFinds(given.Verify(anchors, key), ProblemKind.Missing, "it ends at position 9");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_dropped_file_is_found_with_anchors_kept_elsewhere_though_the_rest_was_renumbered(string database)
    {
        using var given = await GivenAsync(database);
        var (anchors, key) = KeptElsewhere(given);

        given.Tamper(
            "DELETE FROM anchors", "DELETE FROM events WHERE number = 8", "DELETE FROM streams WHERE number = 8", "DELETE FROM files WHERE person = 8", "DELETE FROM steps WHERE person = 8",
            "UPDATE events SET position = position - 100 WHERE position > 5", "UPDATE events SET position = position + 98 WHERE position < 0");

        AssertFinds(given.Verify(anchors, key), ProblemKind.Missing, "file 8 was dropped whole");
        AssertFinds(given.Verify(anchors, key), ProblemKind.Anchor, "Anchor 1 (kept elsewhere) attests another log");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_anchor_that_someone_else_signed_is_no_anchor(string database)
    {
        using var given = await GivenAsync(database);
        var (anchors, key) = KeptElsewhere(given);
        using var another = System.Security.Cryptography.ECDsa.Create();
        await File.WriteAllTextAsync(key, another.ExportSubjectPublicKeyInfoPem());

        AssertFinds(given.Verify(anchors, key), ProblemKind.Anchor, "Anchor 1 (kept elsewhere) is not signed by the given key");
    }

    [Fact]
    public async Task A_key_that_is_gone_without_erasure_is_found()
    {
        using var given = await GivenAsync("SQLite");
        given.Store.Dispose();
        using (var keys = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={given.Folder}/keys/keys.db;Pooling=false"))
        {
            await keys.OpenAsync();
            using var delete = keys.CreateCommand();
            delete.CommandText = "DELETE FROM data_keys WHERE number = 1";
            await delete.ExecuteNonQueryAsync();
        }

        AssertFinds(given.Verify(), ProblemKind.Unreadable, "Event 2 (file 7): its key is gone");
    }

    [Fact]
    public async Task Half_an_anchor_at_the_end_of_the_file_is_made_whole_at_the_next_start()
    {
        using var given = await GivenAsync("SQLite");
        await given.Store.Anchors.MakeAsync(given.Time.GetUtcNow());
        var file = Path.Combine(given.Place.AnchorsFolder, AnchorKeeper.FileName);
        var whole = await File.ReadAllTextAsync(file);
        given.Store.Dispose();
        await File.WriteAllTextAsync(file, whole[..^30]);

        given.Reopen();

        Assert.Equal(whole, await File.ReadAllTextAsync(file));
    }

    internal static (string Anchors, string Key) KeptElsewhere(TestStore given)
    {
        var anchors = Path.Combine(given.Folder, "elsewhere.txt");
        var key = Path.Combine(given.Folder, "elsewhere.pem");
        File.Copy(Path.Combine(given.Place.AnchorsFolder, AnchorKeeper.FileName), anchors);
        File.Copy(Path.Combine(given.Place.AnchorsFolder, AnchorKeeper.PublicKeyName), key);
        return (anchors, key);
    }

    /// <summary>Says that someone else identified person 7, and makes all hashes fit again: what an attacker with the data would do.</summary>
    private static void Rechain(Database database, TestStore given)
    {
        using var connection = database.Connect();
        var previous = HashChain.Start;
        foreach (var stored in database.ReadStream(TestStore.File(7), 0, connection))
        {
            var envelope = stored.Envelope.Version == 2 ? stored.Envelope with { Doer = given.Arrival(1).Doer with { Number = 4321 } } : stored.Envelope;
            var hash = HashChain.Of(previous, envelope, stored.Payload);
            database.Run(
                "UPDATE events SET doer_number = @doer, hash = @hash WHERE position = @position",
                ("@doer", envelope.Doer.Number), ("@hash", hash), ("@position", envelope.Position));
            previous = hash;
        }
    }
}
