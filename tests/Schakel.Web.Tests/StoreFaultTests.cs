using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Schakel.Chain;

namespace Schakel.Web;

/// <summary>When the store cannot go on, the caller is told so and nothing is acknowledged that was not kept.</summary>
public sealed class StoreFaultTests : IAsyncLifetime
{
    private readonly ChainServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_locked_database_is_503_and_the_same_key_does_the_act_afterwards()
    {
        var (file, key) = (await _server.ArriveAsync(), Keys.Next());
        var position = _server.Store.Log.Position;
        using (Other("BEGIN IMMEDIATE"))
        {
            Assert.Equal("30", (await IdentifyAsync(file, key)).IsProblem(503).Headers["Retry-After"]);
            Assert.Equal(position, _server.Store.Log.Position);
        }

        (await IdentifyAsync(file, key)).IsDone();
        Assert.Equal(position + 1, _server.Store.Log.Position);
        Assert.Equal("true", (await IdentifyAsync(file, key)).IsDone().Headers["Idempotency-Replayed"]);
    }

    [Fact]
    public async Task A_full_disk_is_503_and_all_that_was_acknowledged_is_there()
    {
        await _server.ArriveAsync();
        await _server.Store.Desk.RunAsync(_ => _server.Store.Database.Run("PRAGMA max_page_count = 1")); // SQLite makes it what is in use.
        var done = new List<int>();
        Reply reply;
        while (true)
        {
            reply = await _server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
                """{"datum": "2024-01-15", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}"""));
            if (reply.Status != HttpStatusCode.Created)
            {
                break;
            }
            done.Add(int.Parse(reply.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.True(reply.IsProblem(503).Headers.ContainsKey("Retry-After"));
        await _server.Store.Desk.RunAsync(_ => _server.Store.Database.Run("PRAGMA max_page_count = 1000000"));
        Assert.All(done, file => Assert.Single(_server.Store.Log.ReadStream(new(StreamKind.CaseFile, file))));
        Assert.Equal(done.Count + 2, await _server.ArriveAsync()); // The number of the one that was not kept is free.
    }

    [Fact]
    public async Task After_a_fault_after_which_nothing_is_certain_every_act_is_503_and_files_can_be_read()
    {
        var file = await _server.ArriveAsync();
        Other("ALTER TABLE slots RENAME TO gone; ALTER TABLE streams RENAME COLUMN erased_at TO gone_at").Dispose();
        (await _server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
            """{"datum": "2024-01-15", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}"""))).IsProblem(503);
        Other("ALTER TABLE gone RENAME TO slots; ALTER TABLE streams RENAME COLUMN gone_at TO erased_at").Dispose();

        Assert.True((await IdentifyAsync(file, Keys.Next())).IsProblem(503).Headers.ContainsKey("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync($"/zaken/{file}", "ind-beslismedewerker")).Status);
    }

    [Fact]
    public async Task An_event_of_a_newer_program_closes_its_file_with_its_name_and_no_other_file()
    {
        var (newer, other) = (await _server.ArriveAsync(), await _server.ArriveAsync());
        Other($"UPDATE events SET event_version = 99 WHERE kind = 0 AND number = {newer}").Dispose();
        var position = _server.Store.Log.Position;

        var reply = await _server.SendAsync(HttpMethod.Post, $"/zaken/{newer}/identificaties", "avim-registreerder", JsonNode.Parse("""{"aanmeldcentrum": 1, "heeftReisdocument": false}"""), version: 1);
        Assert.Contains("person-arrived, versie 99", reply.IsProblem(503).Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        (await _server.GetAsync($"/zaken/{newer}", "ind-beslismedewerker")).IsProblem(503);
        Assert.Equal(position, _server.Store.Log.Position);
        (await IdentifyAsync(other, Keys.Next())).IsDone();
    }

    private Task<Reply> IdentifyAsync(int file, Guid key) => _server.SendAsync(
        HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", JsonNode.Parse("""{"aanmeldcentrum": 1, "heeftReisdocument": false}"""), version: 1, key: key);

    private SqliteConnection Other(string statement)
    {
        var connection = new SqliteConnection($"Data Source={_server.Folder}/schakel.db;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return connection;
    }
}
