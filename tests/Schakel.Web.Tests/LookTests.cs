using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;

namespace Schakel.Web;

/// <summary>Who looked stands in the log before anything is shown; the person can read it; the privacy officer is told what is unusual.</summary>
public sealed class LookTests(ChainServer server) : IClassFixture<ChainServer>
{
    private LookLog Log => server.App.Services.GetRequiredService<LookLog>();

    [Fact]
    public async Task Every_look_at_a_file_is_recorded_before_it_is_shown()
    {
        var file = await server.ArriveAsync();
        (string Path, string With)[] looks =
        [
            ($"/zaken/{file}", "/api/v1/zaken/{nummer:long:min(1)}"), ($"/zaken/{file}/gebeurtenissen", "gebeurtenissen"), ($"/zaken/{file}/gebeurtenissen/1", "versie"),
            ($"/zaken/{file}/volgende-stappen", "volgende-stappen"), ($"/zaken/{file}/termijnen", "termijnen"), ($"/zaken/{file}/rechten", "rechten"),
        ];
        for (var i = 0; i < looks.Length; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(looks[i].Path, "coa-medewerker", ties: "team=plaatsing")).Status);
            var (total, recorded) = Log.Of(file, 0, 1);
            Assert.Equal(i + 1, total);
            Assert.Equal(("coa-medewerker", "plaatsing", LookPurpose.Reception, false), (recorded[0].Function, recorded[0].Team, recorded[0].Purpose, recorded[0].Refused));
            Assert.Contains(looks[i].With, recorded[0].With, StringComparison.Ordinal);
        }
    }

    [Fact] // W3C Trace Context: who asks can find the look back by a number of their own.
    public async Task A_trace_that_the_asker_began_goes_on_in_the_log_of_looks_and_in_a_refusal()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var file = await server.ArriveAsync();
        static void Began(HttpRequestMessage request) => request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");

        await server.SendAsync(HttpMethod.Get, $"/zaken/{file}", "coa-medewerker", change: Began);
        await server.GetAsync($"/zaken/{file}", "coa-medewerker");
        var refused = await server.SendAsync(HttpMethod.Get, "/zaken/999999999", "coa-medewerker", change: Began);

        Assert.Equal(1, TracedLooks(Trace));
        Assert.Contains(Trace, refused.IsProblem(404).Json["spoornummer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private long TracedLooks(string trace)
    {
        using var looks = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "inzagen", "inzagen.db")};Mode=ReadOnly;Pooling=false");
        looks.Open();
        using var count = looks.CreateCommand();
        count.CommandText = "SELECT count(*) FROM looks WHERE trace_id = $trace";
        count.Parameters.AddWithValue("$trace", Convert.FromHexString(trace));
        return (long)count.ExecuteScalar()!;
    }

    [Fact]
    public async Task A_list_costs_one_write_and_one_record_for_each_person()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.ArriveAsync()));
        var (writes, before) = (Log.Writes, files.ToDictionary(file => file, file => Log.Of(file, 0, 1).Total));
        var list = await server.GetAsync("/zaken?paginaGrootte=100", "ind-beslismedewerker");
        var shown = list.Json["resultaten"]!.AsArray().Select(each => each!["nummer"]!.GetValue<int>()).ToHashSet();
        Assert.Superset(files.ToHashSet(), shown);
        Assert.Equal(writes + 1, Log.Writes);
        Assert.All(files, file => Assert.Equal(before[file] + 1, Log.Of(file, 0, 1).Total));
    }

    [Fact]
    public async Task Of_one_person_s_file_nothing_shows_in_what_another_of_the_household_can_read() // Red line 5.
    {
        var mother = await server.ArriveAsync();
        var household = (await server.GetAsync($"/zaken/{mother}", "ind-beslismedewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        var arrival = await server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
            $$"""{"datum": "2024-01-15", "geboren": "1989-04-04", "rol": "partner", "huishouden": {{household}}, "aanmeldcentrum": 1, "aanDeGrens": false}"""));
        var father = int.Parse(arrival.IsDone().Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await server.GetAsync($"/zaken/{mother}", "advocaat", clients: $"{mother}");
        await server.GetAsync($"/zaken/{mother}/gebeurtenissen", "categorale-opvang", clients: $"{mother}");
        await server.GetAsync($"/huishoudens/{household}", "coa-medewerker");
        var ofFather = await server.GetAsync($"/zaken/{father}/inzagen", "aanvrager", number: father);
        Assert.DoesNotContain("Advocaat", ofFather.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("categorale", ofFather.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(ofFather.Json["resultaten"]!.AsArray(), each => Assert.DoesNotMatch($"/{mother}(/|$)", each!["waarmee"]!.GetValue<string>()));
        Assert.Contains("Medewerker plaatsing COA", ofFather.Text, StringComparison.Ordinal); // Who looked at the household looked at both.
        (await server.GetAsync($"/zaken/{mother}/inzagen", "aanvrager", number: father)).IsProblem(404);
        var ofMother = await server.GetAsync($"/zaken/{mother}/inzagen", "aanvrager", number: mother);
        Assert.Contains("Advocaat", ofMother.Text, StringComparison.Ordinal);
        Assert.Contains("rechtsbijstand", ofMother.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_told_to_the_person_their_lawyer_and_the_privacy_officer_and_to_nobody_else()
    {
        var file = await server.ArriveAsync();
        await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker");
        foreach (var function in Function.All)
        {
            var reply = await server.GetAsync($"/zaken/{file}/inzagen", function.Code, number: function.Code == "aanvrager" ? file : null, clients: $"{file}");
            var may = function.Code is "aanvrager" or "advocaat" or "voogd" or "privacyfunctionaris";
            Assert.True((reply.Status == HttpStatusCode.OK) == may, $"{function.Code}: {reply.Status}");
            if (may)
            {
                Assert.Equal(function.Code == "privacyfunctionaris", reply.Json["resultaten"]!.AsArray().Any(each => each!["nummer"] is not null));
            }
        }
        (await server.GetAsync("/zaken/987654/inzagen", "privacyfunctionaris")).IsProblem(404);
    }

    [Fact]
    public async Task When_looks_cannot_be_written_nothing_is_shown()
    {
        await using var other = new ChainServer();
        await other.InitializeAsync();
        var file = await other.ArriveAsync();
        await other.App.Services.GetRequiredService<LookLog>().StopAsync(TestContext.Current.CancellationToken);
        var reply = await other.GetAsync($"/zaken/{file}", "ind-beslismedewerker");
        Assert.True((int)reply.Status >= 500, $"{reply.Status}");
        Assert.DoesNotContain("identiteit", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_cannot_be_written_is_told_to_who_waits_and_the_next_one_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-looks-").FullName;
        var clock = new BrokenClock { IsBroken = true };
        using (var log = new LookLog(folder, folder, clock))
        {
            await log.StartAsync(TestContext.Current.CancellationToken);
            var look = new LookBundle("zaak", default, DateTimeOffset.UnixEpoch, [new(new Caller(Function.Find("coa-medewerker")!, 1, []), 7, LookPurpose.Reception, Refused: false, Namesake: false)]);
            await Assert.ThrowsAsync<IOException>(() => log.WriteAsync(look).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
            Assert.Equal(0, log.Of(7, 0, 1).Total);
            clock.IsBroken = false;

            await log.WriteAsync(look).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

            Assert.Equal(1, log.Of(7, 0, 1).Total);
            await log.StopAsync(TestContext.Current.CancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact] // A log that an older program wrote, which did not count.
    public async Task What_was_looked_at_before_looks_counted_themselves_is_counted_when_the_log_is_opened()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-looks-").FullName;
        var clock = new BrokenClock();
        var (one, other) = (new Caller(Function.Find("coa-medewerker")!, 1, []) { Team = "a" }, new Caller(Function.Find("coa-medewerker")!, 2, []));
        Look Looked(Caller who, long person, bool refused = false, bool namesake = false) => new(who, person, LookPurpose.Reception, refused, namesake);
        LookBundle[] bundles =
        [
            new("zaak", default, DateTimeOffset.UnixEpoch, [Looked(one, 7), Looked(one, 7), Looked(one, 8), Looked(other, 7), Looked(other, 9, refused: true)]),
            new("zaak", default, DateTimeOffset.UnixEpoch, [Looked(one, 8), Looked(one, 9, namesake: true), Looked(other, 9, refused: true), Looked(other, 7, refused: true)]),
        ];
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch);
        LooksOfDay[] expected = [new("coa-medewerker", 1, "a", 3, 0, 1), new("coa-medewerker", 2, null, 1, 2, 0)];
        using (var log = new LookLog(folder, folder, clock))
        {
            await log.StartAsync(TestContext.Current.CancellationToken);
            foreach (var bundle in bundles)
            {
                await log.WriteAsync(bundle);
            }
            Assert.Equal(expected, log.On(day));
            await log.StopAsync(TestContext.Current.CancellationToken);
        }
        await using (var old = new SqliteConnection($"Data Source={Path.Combine(folder, "inzagen.db")};Pooling=false"))
        {
            await old.OpenAsync(TestContext.Current.CancellationToken);
            await using var back = old.CreateCommand();
            back.CommandText = "DROP TABLE totals; DROP TABLE counted; DROP TRIGGER look_counted;";
            await back.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        using (var log = new LookLog(folder, folder, clock))
        {
            Assert.Equal(expected, log.On(day));
            await log.StartAsync(TestContext.Current.CancellationToken);
            await log.WriteAsync(new("zaak", default, DateTimeOffset.UnixEpoch, [Looked(one, 8), Looked(one, 10)]));
            Assert.Equal([expected[0] with { Persons = 4 }, expected[1]], log.On(day));
            clock.Now = clock.Now.AddDays(3);
            await log.WriteAsync(new("zaak", default, clock.Now, [Looked(one, 8), Looked(one, 8)]));
            Assert.Equal([expected[0] with { Persons = 4 }, expected[1]], log.On(day)); // A day that is over keeps its totals, without its persons.
            Assert.Equal([new("coa-medewerker", 1, "a", 1, 0, 0)], log.On(day.AddDays(3)));
            Assert.Equal(1, CountedIn(folder));
            await log.StopAsync(TestContext.Current.CancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static long CountedIn(string folder)
    {
        using var looks = new SqliteConnection($"Data Source={Path.Combine(folder, "inzagen.db")};Mode=ReadOnly;Pooling=false");
        looks.Open();
        using var count = looks.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM counted";
        return (long)count.ExecuteScalar()!;
    }

    private sealed class BrokenClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("There is no time.") : Now;
    }

    [Fact]
    public async Task A_refused_look_is_recorded_and_told_to_the_privacy_officer()
    {
        var file = await server.ArriveAsync();
        (await server.GetAsync($"/zaken/{file}", "coa-casemanager", number: 7701, ties: "locatie=3&team=locatie 3")).IsProblem(404);
        var signals = await server.GetAsync("/inzagesignalen", "privacyfunctionaris");
        var signal = Assert.Single(signals.Json.AsArray(), each => each!["nummer"]!.GetValue<int>() == 7701)!;
        Assert.Equal(("coa-casemanager", 1), (signal["functie"]!.GetValue<string>(), signal["personen"]!.GetValue<int>()));
        Assert.True(Log.Of(file, 0, 1).Looks[0].Refused);
        (await server.GetAsync("/inzagesignalen", "ind-beslismedewerker")).IsProblem(403);
        (await server.GetAsync("/inzagesignalen?datum=vandaag", "privacyfunctionaris")).IsProblem(400);
    }

    [Fact] // Whoever looked at their own file a thousand times saw nobody else in it.
    public async Task However_often_people_look_at_their_own_file_they_see_who_else_did()
    {
        var file = await server.ArriveAsync();
        (await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker")).HasHeaders();
        var own = new Caller(Function.Find("aanvrager")!, file, []);
        for (var bundle = 0; bundle < 4; bundle++)
        {
            await Log.WriteAsync(new("/mijn-zaak", default, Log.Now, [.. Enumerable.Repeat(new Look(own, file, LookPurpose.OwnFile, false, false), 300)]));
        }
        var look = Assert.Single(Portal.Records.OthersLook.Of(Log, file), each => each.Who.Dutch.Contains("Beslismedewerker", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, look.Times);
        Assert.DoesNotContain(Portal.Records.OthersLook.Of(Log, file), each => each.Purpose == LookPurpose.OwnFile);
    }

    [Fact]
    public async Task Searching_for_one_s_own_name_is_allowed_and_told()
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "identiteiten", "avim-registreerder",
            """{"identiteit": {"namen": {"familienaam": "Zeldzaamstra", "voornamen": "Ada"}, "geboren": "1990-05-01", "nationaliteit": "SYR", "taal": "ara"}, "bron": "eigen-verklaring"}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var found = await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-beslismedewerker", JsonNode.Parse("""{"namen": "zeldzaamstra"}"""), number: 7702, ties: "naam=Bob Zeldzaamstra");
        Assert.Single(found.Json["resultaten"]!.AsArray());
        Assert.Contains("\"nummer\":7702", (await server.GetAsync("/inzagesignalen", "privacyfunctionaris")).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Far_more_than_colleagues_is_unusual_and_many_for_everyone_is_not()
    {
        static LooksOfDay Looked(int number, int persons, string function = "f") => new(function, number, null, persons, 0, 0);
        Assert.Empty(UnusualLooks.In([Looked(1, 90), Looked(2, 100), Looked(3, 110), Looked(4, 95)]));
        var one = Assert.Single(UnusualLooks.In([Looked(1, 10), Looked(2, 12), Looked(3, 14), Looked(4, 60)]));
        Assert.Equal((4, UnusualKind.FarMore, 12), (one.Number, one.Kind, one.Usual));
        Assert.Empty(UnusualLooks.In([Looked(1, 1), Looked(2, 1), Looked(3, 1), Looked(4, UnusualLooks.NeverMany - 1)]));
        Assert.Empty(UnusualLooks.In([Looked(1, UnusualLooks.ManyAlone), Looked(2, 1, "g")]));
        Assert.Single(UnusualLooks.In([Looked(1, UnusualLooks.ManyAlone + 1), Looked(2, 1, "g")]));
    }
}

/// <summary>Counts that may be shown.</summary>
public sealed class SuppressedTests
{
    [Fact]
    public void Under_five_is_not_shown_and_cannot_be_found_by_subtraction()
    {
        Gen.Long[0, 40].Array[0, 8].Sample(counts =>
        {
            var shown = Suppressed.Of([.. counts.Select((count, i) => ($"{i}", count))]);
            Assert.All(shown.Counts.Zip(counts), pair => Assert.True(pair.First.Count is null || (pair.First.Count == pair.Second && pair.Second is 0 or >= 5)));
            var hidden = counts.Where((_, i) => shown.Counts[i].Count is null).ToImmutableArray();
            if (shown.Total is { } total)
            {
                Assert.Equal(counts.Sum(), total);
                Assert.True(hidden.IsEmpty || (hidden.Length >= 2 && hidden.Sum() >= 5), $"{string.Join(' ', counts)}: {total} tells what is hidden.");
            }
            Assert.All(hidden, count => Assert.True(count > 0));
        });
        Assert.Equal((null, null, 53L), (Suppressed.One(4), Suppressed.One(1), Suppressed.One(53)));
        Assert.Equal(0, Suppressed.One(0));
    }
}
