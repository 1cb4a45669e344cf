using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Conformance;

/// <summary>A log that was written is judged as it was lived, in either form of the standard; one that was changed is not.</summary>
public sealed partial class LogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log-");

    [Fact]
    public void A_nation_that_was_written_is_accepted_and_everybody_in_it_is_judged()
    {
        var (inputs, path) = Written("lives.ocel");
        var (head, found) = ConformLog.Judge(() => File.OpenRead(path), _ => Rehearsals.LawOn(inputs));
        Assert.Equal((0, head.Persons, inputs.Law.Hash, inputs.Scale), (found.RefusedCount, found.Persons, head.Law, head.Scale));
        Assert.True(found.Events > 20_000, $"{found.Events} events");
        Assert.Contains("LengthenGeneralProcedure", found.MissingCommandTypes);
    }

    [Fact]
    public void Two_events_that_changed_places_are_found_and_told()
    {
        var (inputs, path) = Written("lives.ocel");
        var text = File.ReadAllText(path);
        var identified = text.IndexOf("\"type\":\"person-identified\",\"time\":\"", StringComparison.Ordinal);
        var year = text.IndexOf("\"time\":\"", identified, StringComparison.Ordinal) + 8;
        var later = string.Concat(text.AsSpan(0, year), (int.Parse(text.AsSpan(year, 4), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), text.AsSpan(year + 4));
        var (_, found) = ConformLog.Judge(() => new MemoryStream(Encoding.UTF8.GetBytes(later)), _ => Rehearsals.LawOn(inputs));
        Assert.Equal("identification.missing", found.First[0].Refusal.Code);
    }

    [Fact] // Logs of before a ground was asked for tell none; a ground that is told has to carry the decision.
    public void A_log_that_tells_no_grounds_of_decisions_is_judged_by_the_rest_and_one_that_tells_a_wrong_ground_is_not_accepted()
    {
        var (inputs, path) = Written("lives.ocel");
        var text = File.ReadAllText(path);
        var without = GroundOfADecision().Replace(text, "$1");
        Assert.True(GroundOfADecision().Count(text) > 10, $"{GroundOfADecision().Count(text)} decisions tell their ground");
        Assert.Equal(0, GroundOfADecision().Count(without));
        Assert.Equal(0, Judged(without).RefusedCount);
        var wrong = GroundOfADecision().Replace(text, "$1,{\"name\":\"ground\",\"value\":\"refugee\"}", 1);
        Assert.Equal("decision.ground-does-not-fit", Judged(wrong).First[0].Refusal.Code);

        Judgement Judged(string log) => ConformLog.Judge(() => new MemoryStream(Encoding.UTF8.GetBytes(log)), _ => Rehearsals.LawOn(inputs)).Found;
    }

    [GeneratedRegex("""("type":"application-decided"[^\[]*\[[^\]]*?),\{"name":"ground","value":"[^"]*"\}""")]
    private static partial Regex GroundOfADecision();

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{\"objects\":[]}", "no events")]
    [InlineData("{\"objects\":[],\"events\":[{\"id\":\"e1\",\"type\":\"moon-landing\",\"time\":\"2024-01-10T09:00:00+01:00\",\"attributes\":[],\"relationships\":[]}]}", "no event that this program knows")]
    [InlineData("{\"objects\":[],\"events\":[{\"id\":\"e1\",\"type\":\"interview-held\",\"time\":\"yesterday\",\"attributes\":[],\"relationships\":[]}]}", "no time")]
    [InlineData("{\"objects\":[],\"events\":[{\"id\":\"e1\",\"type\":\"interview-held\",\"time\":\"2024-01-10T09:00:00+01:00\",\"attributes\":[],\"relationships\":[]}]}", "names no file")]
    [InlineData("{\"objects\":[],\"events\":[{\"id\":\"e1\",\"type\":\"site-opened\",\"time\":\"2024-01-10T09:00:00+01:00\",\"attributes\":[{\"name\":\"capacity\",\"value\":\"many\"}],\"relationships\":[]}]}", "do not fit")]
    public void A_log_that_cannot_be_read_is_refused_in_a_sentence(string log, string why)
    {
        var fault = Assert.Throws<LogFaultException>(() => OcelLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(log)), _ => { }, _ => { }));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_cut_short_is_refused()
    {
        var (_, path) = Written("lives.ocel");
        var bytes = File.ReadAllBytes(path);
        Assert.Throws<LogFaultException>(() => OcelLog.Read(new MemoryStream(bytes, 0, bytes.Length * 2 / 3), _ => { }, _ => { }));
    }

    [Fact]
    public void Both_forms_of_a_log_hold_the_same_events_fields_and_ties()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Written("lives.ocel").Path));
        using var database = new SqliteConnection($"Data Source={Written("lives.sqlite").Path};Pooling=False");
        database.Open();
        var events = json.RootElement.GetProperty("events").EnumerateArray().ToArray();
        Assert.Equal(events.Length, Count(database, "event"));
        Assert.Equal(events.Sum(each => each.GetProperty("relationships").GetArrayLength()), Count(database, "event_object"));
        Assert.Equal(json.RootElement.GetProperty("objects").GetArrayLength(), Count(database, "object"));
        foreach (var told in events.Where((_, i) => i % 97 == 0))
        {
            var fields = told.GetProperty("attributes").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!, each => ValueOf(each.GetProperty("value")));
            fields["ocel_time"] = told.GetProperty("time").GetString()!;
            Assert.Equal(fields, RowOf(database, told.GetProperty("type").GetString()!, told.GetProperty("id").GetString()!));
        }
    }

    [Fact]
    public void Every_event_of_the_chain_is_the_same_after_it_was_told_in_a_log()
    {
        var events = EventCatalogue.Types.Select(GoldenOf).ToArray();
        using var log = new MemoryStream();
        using (var writer = new OcelWriter(log, Norms.Day.Of(2024, 1, 10), []))
        {
            Array.ForEach(events, each => writer.Write(Told(each)));
            writer.Complete();
        }
        log.Position = 0;
        var read = new List<ChainEvent>();
        OcelLog.Read(log, _ => { }, told => read.Add(told.Event));
        Assert.Equal(events, read);
        var path = Path.Combine(_folder.FullName, "all.sqlite");
        using (var writer = new OcelSqliteWriter(path, Norms.Day.Of(2024, 1, 10), []))
        {
            Array.ForEach(events, each => writer.Write(Told(each)));
            writer.Complete();
        }
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        Assert.Equal(events.Length, Count(database, "event"));
        var again = new List<ChainEvent>();
        OcelSqliteLog.Read(path, _ => { }, told => again.Add(told.Event));
        Assert.Equal(events, again);
    }

    [Fact]
    public void A_nation_written_in_tables_is_judged_as_the_same_one_in_text()
    {
        var (inputs, path) = Written("lives.sqlite");
        var (head, found) = ConformLog.Judge(path, _ => Rehearsals.LawOn(inputs));
        var (other, same) = ConformLog.Judge(Written("lives.ocel").Path, _ => Rehearsals.LawOn(inputs));
        Assert.Equal((0, head.Persons, inputs.Law.Hash, inputs.Scale, inputs.Start.ToString()), (found.RefusedCount, found.Persons, head.Law, head.Scale, head.Start));
        Assert.Equal((other.Persons, same.Events), (head.Persons, found.Events));
        Assert.Equal(other.Laws, head.Laws);
        Assert.Equal(same.CommandTypes, found.CommandTypes);
    }

    [Fact]
    public void An_event_moved_in_the_tables_is_found_and_told()
    {
        var (inputs, path) = Written("lives.sqlite");
        Change(path, "UPDATE event_person_identified SET ocel_time = replace(ocel_time, '2024-', '2025-') WHERE rowid = (SELECT min(rowid) FROM event_person_identified WHERE ocel_time LIKE '2024-%')");
        Assert.Equal("identification.missing", ConformLog.Judge(path, _ => Rehearsals.LawOn(inputs)).Found.First[0].Refusal.Code);
    }

    [Theory]
    [InlineData("DROP TABLE event_object", "no such table")]
    [InlineData("DELETE FROM event_interview_held WHERE rowid = 1", "stand in the table of their type")]
    [InlineData("DELETE FROM event_map_type WHERE ocel_type = 'interview-held'", "stand in the table of their type")]
    [InlineData("UPDATE event_interview_held SET ocel_time = 'yesterday' WHERE rowid = 1", "no time")]
    [InlineData("DELETE FROM event_object WHERE ocel_event_id = 'e1'", "names no site")]
    public void Tables_that_cannot_be_read_are_refused_in_a_sentence(string change, string why)
    {
        var path = Written("lives.sqlite").Path;
        Change(path, change);
        var fault = Assert.Throws<LogFaultException>(() => OcelSqliteLog.Read(path, _ => { }, _ => { }));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_after_a_log_is_a_live_stock()
    {
        var (inputs, path) = Written("lives.ocel");
        using var log = File.OpenRead(path);
        var (stock, head) = LiveStock.After(log, Rehearsals.LawOn(inputs));
        Assert.Equal(head.Persons, stock.Files.Count);
        Assert.True(stock.Date > inputs.Start.PlusDays(360), $"{stock.Date}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (Rehearsal.Model.ModelInputs Inputs, string Path) Written(string name)
    {
        var inputs = Rehearsals.Of(2024, 0.02, years: 1);
        var path = Path.Combine(_folder.FullName, name);
        Trajectories.Write(inputs, 4, path, TestContext.Current.CancellationToken);
        return (inputs, path);
    }

    private static RecordedEvent Told(ChainEvent happened) => new(
        540, happened is HouseholdEvent ? StreamKind.Household : happened is SiteEvent ? StreamKind.Site : happened is Chain.Policy.PolicyEvent ? StreamKind.Country : StreamKind.CaseFile, 6, happened);

    // An example of every event, as it is kept for the store.
    private static ChainEvent GoldenOf(Type type)
    {
        var named = EventCatalogue.Of(type);
        return EventJson.Read(named.Name, named.Version, File.ReadAllText(Path.Combine(Here(), $"../Schakel.Chain.Tests/Events/golden/{named.Name}.v{named.Version}.json")));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    // The names of tables are the test's own and the catalogue's.
#pragma warning disable CA2100
    private static void Change(string path, string sql)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        var changed = command.ExecuteNonQuery();
        Assert.True(changed > 0 || sql.StartsWith("DROP", StringComparison.Ordinal), $"{changed} rows");
    }

    private static long Count(SqliteConnection database, string table)
    {
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

#pragma warning restore CA2100
    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => value.ToString(),
    };

#pragma warning disable CA2100
    private static Dictionary<string, string> RowOf(SqliteConnection database, string type, string id)
    {
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT * FROM event_{type.Replace('-', '_')} WHERE ocel_id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        return Enumerable.Range(0, row.FieldCount).Where(i => !row.IsDBNull(i) && row.GetName(i) != "ocel_id")
            .ToDictionary(row.GetName, i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!);
    }
#pragma warning restore CA2100
}
