using System.Text;
using Microsoft.Data.Sqlite;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Tests.Commands;

/// <summary>Import, rebuild and export of the running chain's data, as a user types it.</summary>
[Collection(TheConsole.Name)]
public sealed class StoreCommandTests : IDisposable
{
    private const string Heading = "person,household,born,role,stage,lodged-on,family-name,given-names,v-number";
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-commands-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_row_is_taken_over_or_refused_with_field_value_and_rule()
    {
        var asked = await ImportAsync(
            Heading,
            "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeld,Anna,",
            "2,1,1990-13-01,partner,awaiting-decision,2023-06-01,,,",
            "3,3,1990-05-01,main,awaiting-decision,2025-06-01,,,",
            "4,4,1990-05-01,main,waiting,2023-06-01,,,",
            "5,5,1990-05-01,main,returning,2023-06-01,,");

        Assert.Equal(2, asked.Code);
        Assert.Equal("line 2: accepted", asked.Lines[0]);
        Assert.Contains("line 3: refused, born '1990-13-01': must be a day", asked.Lines[1], StringComparison.Ordinal);
        Assert.Contains("line 4: refused, take-over.date-later", asked.Lines[2], StringComparison.Ordinal);
        Assert.Contains("line 5: refused, stage 'waiting': must be one of", asked.Lines[3], StringComparison.Ordinal);
        Assert.Contains("line 6: refused, row '8 cells': must be 9 cells", asked.Lines[4], StringComparison.Ordinal);
        Assert.Equal("1 accepted, 4 refused", asked.Lines[5]);
    }

    [Fact]
    public async Task A_row_is_done_whole_or_not_at_all_and_once()
    {
        var longName = new string('x', 201);
        var refused = await ImportAsync(Heading, $"1,1,1990-05-01,main,awaiting-decision,2023-06-01,{longName},,");
        var first = await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeld,Anna,");
        var again = await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeld,Anna,");

        Assert.Contains("identity.unwritable-name", refused.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (first.Code, again.Code));
        Assert.Equal(["file-taken-over", "identity-recorded"], (await ExportAsync("events.csv")).Skip(1).Select(line => line.Split(',')[1]));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var dry = await ImportAsync(["--dry-run"], Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,,,", "2,2,2030-05-01,main,awaiting-decision,,,,");

        Assert.Equal(2, dry.Code);
        Assert.Contains("1 accepted, 1 refused (nothing was written)", dry.Output, StringComparison.Ordinal);
        Assert.Single(await ExportAsync("events.csv"));
    }

    [Fact]
    public async Task A_file_that_is_no_utf8_is_refused_and_a_byte_order_mark_is_not()
    {
        var file = Path.Combine(_folder, "latin.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(Heading + "\n1,1,1990-05-01,main,awaiting-decision,,Müller,,\n"), TestContext.Current.CancellationToken);
        var latin = await Asked.With("import", file, "--data", Data, "--today", "2024-01-10");
        await File.WriteAllTextAsync(file, Heading + "\n1,1,1990-05-01,main,awaiting-decision,,Müller,,\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);
        var marked = await Asked.With("import", file, "--data", Data, "--today", "2024-01-10");
        await File.WriteAllTextAsync(file, "person,household\n1,1\n", TestContext.Current.CancellationToken);
        var narrow = await Asked.With("import", file, "--data", Data, "--today", "2024-01-10");

        Assert.Equal((2, 0, 2), (latin.Code, marked.Code, narrow.Code));
        Assert.Contains("is no UTF-8", latin.Error, StringComparison.Ordinal);
        Assert.Contains("column 'born' is missing", narrow.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_tells_numbers_and_no_more_unless_a_purpose_allows_it()
    {
        await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeldsen,Anna,");
        var bare = Path.Combine(_folder, "bare.json");
        var told = Path.Combine(_folder, "told.json");
        var sqlite = Path.Combine(_folder, "bare.sqlite");

        Assert.Equal(0, (await Asked.With("export", "--data", Data, bare)).Code);
        Assert.Equal(0, (await Asked.With("export", "--data", Data, sqlite)).Code);
        Assert.Equal(0, (await Asked.With("export", "--data", Data, told, "--category", "identity", "--purpose", "asylum-procedure")).Code);
        var claim = await Asked.With("export", "--data", Data, told + "2", "--category", "claim", "--purpose", "return");
        var without = await Asked.With("export", "--data", Data, told + "3", "--category", "identity");
        var course = await Asked.With("export", "--data", Data, told + "4", "--course", "--purpose", "reception");

        var bareText = await File.ReadAllTextAsync(bare, TestContext.Current.CancellationToken);
        Assert.Contains("\"file-taken-over\"", bareText, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeldsen", bareText, StringComparison.Ordinal);
        Assert.DoesNotContain("1990-05-01", bareText, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeldsen", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(sqlite, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Contains("Voorbeeldsen", await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((2, 2, 2), (claim.Code, without.Code, course.Code));
        Assert.Contains("give --purpose statistics", course.Error, StringComparison.Ordinal);
        Assert.Contains("'claim' is not told for return", claim.Error, StringComparison.Ordinal);
        Assert.Contains("told for a purpose", without.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(told + "2"));
    }

    [Fact] // Red line 2: where somebody comes from goes along with nothing else.
    public async Task Where_somebody_comes_from_is_told_when_it_is_asked_for_and_not_with_who_they_are()
    {
        await ImportAsync("person,household,born,role,stage,lodged-on,family-name,given-names,nationality,language", "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeldsen,Anna,NPL,arq");
        async Task<(int Code, string Text)> ToldAsync(string purpose, params string[] categories)
        {
            var file = Path.Combine(_folder, $"told-{purpose}-{categories.Length}.json");
            var (code, _, _) = await Asked.With(["export", "--data", Data, file, "--category", .. categories, "--purpose", purpose]);
            return (code, code == 0 ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "");
        }

        var who = await ToldAsync("asylum-procedure", "identity");
        var both = await ToldAsync("asylum-procedure", "identity", "origin");
        var place = await ToldAsync("reception", "identity", "origin");

        Assert.Equal((0, 0, 2), (who.Code, both.Code, place.Code));
        Assert.Contains("Voorbeeldsen", who.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NPL", who.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("arq", who.Text, StringComparison.Ordinal);
        Assert.Contains("NPL", both.Text, StringComparison.Ordinal);
    }

    [Fact] // What stands within a field is told with it: where that is of another category, the export has to take it out.
    public void No_other_event_has_a_field_within_which_something_is_of_a_category_of_its_own() => Assert.Equal(
        ["IdentityCorrected", "IdentityRecorded"],
        EventCatalogue.Types.Where(type => EventCategories.FieldsOf(type).Any(each => EventCategories.Within(each.Property.PropertyType).Count > 0)).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_rebuild_says_how_far_the_models_tell()
    {
        await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeldsen,Anna,");

        var rebuilt = await Asked.With("rebuild", "--data", Data);
        var elsewhere = await Asked.With("rebuild", "--data", Path.Combine(_folder, "nowhere"));

        Assert.Equal(0, rebuilt.Code);
        Assert.Contains("the models tell up to position 3", rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(2, elsewhere.Code);
        Assert.Equal(0, (await Asked.With("verify", "--data", Data)).Code);
    }

    [Fact]
    public async Task What_was_altered_is_named_and_the_exit_code_is_one()
    {
        await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeldsen,Anna,");
        var sound = await Asked.With("verify", "--data", Data);
        Alter("UPDATE events SET purpose = 300 WHERE position = 1");

        var altered = await Asked.With("verify", "--data", Data);

        Assert.Equal((0, 1), (sound.Code, altered.Code));
        Assert.Contains("; 0 wrong", sound.Lines[0], StringComparison.Ordinal);
        Assert.Contains(altered.Lines, line => line.StartsWith("  Altered: Event 1 (file 1, version 1, file-taken-over) was altered: its purpose is 300", StringComparison.Ordinal));
        Assert.Empty(altered.Error);
    }

    [Fact]
    public async Task Anchors_kept_elsewhere_find_what_the_folder_no_longer_tells()
    {
        await ImportAsync(Heading, "1,1,1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeldsen,Anna,");
        await AnchorAsync();
        var (anchors, key) = (Path.Combine(_folder, "anchors.txt"), Path.Combine(_folder, "key.pem"));
        File.Copy(Path.Combine(Data, "anchors", "anchors.txt"), anchors);
        File.Copy(Path.Combine(Data, "anchors", "public-key.pem"), key);
        var sound = await Asked.With("verify", "--data", Data, "--anchor", anchors, "--public-key", key);
        Alter("DELETE FROM anchors", "DELETE FROM events WHERE position = 3", "UPDATE files SET version = 1");

        var cut = await Asked.With("verify", "--data", Data, "--anchor", anchors, "--public-key", key);
        var other = await Asked.With("verify", "--data", Data, "--anchor", key, "--public-key", key);
        var without = await Asked.With("verify", "--data", Data, "--anchor", anchors, "--public-key", key + "2");

        Assert.Equal((0, 1, 2, 2), (sound.Code, cut.Code, other.Code, without.Code));
        Assert.Contains("Anchors kept elsewhere cover positions 1 to 3 of 3.", sound.Output, StringComparison.Ordinal);
        Assert.Contains("Missing: The log was cut off: it ends at position 2, and anchor 1 (kept elsewhere) attests events up to 3", cut.Output, StringComparison.Ordinal);
        Assert.Contains("holds no anchor", other.Error, StringComparison.Ordinal);
        Assert.Contains("There is no public key", without.Error, StringComparison.Ordinal);
    }

    private async Task AnchorAsync()
    {
        using var store = ChainStore.Open(new(Data), new(_ => Regimes.January2024, new StandingClock(), TimeProvider.System));
        Assert.Equal(3, await store.Anchors.MakeAsync(TimeProvider.System.GetUtcNow()));
    }

    private void Alter(params string[] statements)
    {
        using var open = new SqliteConnection($"Data Source={Path.Combine(Data, "schakel.db")};Pooling=false");
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = string.Join(';', statements);
        command.ExecuteNonQuery();
    }

    private Task<Asked> ImportAsync(params string[] lines) => ImportAsync([], lines);

    private async Task<Asked> ImportAsync(string[] options, params string[] lines)
    {
        var file = Path.Combine(_folder, "stock.csv");
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        return await Asked.With(["import", file, "--data", Data, "--today", "2024-01-10", .. options]);
    }

    private async Task<IReadOnlyList<string>> ExportAsync(string name)
    {
        var file = Path.Combine(_folder, name);
        Assert.Equal(0, (await Asked.With("export", "--data", Data, file)).Code);
        return await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
    }

    private sealed record StandingClock : IChainClock
    {
        public Day Today { get; } = Day.Of(2024, 1, 10);
    }
}
