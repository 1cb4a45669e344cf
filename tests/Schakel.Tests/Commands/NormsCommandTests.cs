using System.Text;
using System.Text.Json;
using Schakel.Commands;
using Schakel.Norms;

namespace Schakel.Tests.Commands;

[Collection(TheConsole.Name)]
public sealed class NormsCommandTests
{
    private const string Lodged = """{"lodged": "2024-01-10", "extension": "none"}""";

    [Fact]
    public async Task A_question_is_answered_with_the_result_then_why_in_both_languages_then_the_norms_with_their_sources()
    {
        var asked = await Asked.WithInput(Lodged, "norms", "compute", "decision-period", "--facts", "-");
        Assert.Equal((CommandLine.Done, ""), (asked.Code, asked.Error));
        var (result, dutch, english, source) = (
            asked.Output.IndexOf("lastDay: 2024-07-10", StringComparison.Ordinal),
            asked.Output.IndexOf("nl  Op de aanvraag van 10 januari 2024", StringComparison.Ordinal),
            asked.Output.IndexOf("en  The application of 10 January 2024", StringComparison.Ordinal),
            asked.Output.IndexOf("decision-period.length: 6 maanden · 6 months, from 2001-04-01 [BWBR0011823, 42(1); verified]", StringComparison.Ordinal));
        Assert.True(0 < result && result < dutch && dutch < english && english < source, asked.Output);
    }

    [Fact]
    public async Task For_programs_an_answer_is_one_object_with_the_names_agreed()
    {
        var asked = await Asked.WithInput(Lodged, "norms", "compute", "decision-period", "--facts", "-", "--json");
        Assert.Equal(["id", "result", "grounds"], asked.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("decision-period", asked.Json.GetProperty("id").GetString());
        Assert.Equal("2024-07-10", asked.Json.GetProperty("result").GetProperty("lastDay").GetString());
        Assert.Equal("BWBR0011823", asked.Json.GetProperty("grounds").GetProperty("norms")[0].GetProperty("bwb_id").GetString());
    }

    [Fact]
    public async Task Facts_come_from_a_file_with_or_without_a_byte_order_mark()
    {
        using var folder = new Folder();
        var path = folder.Holding("facts.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Lodged)]);
        var asked = await Asked.With("norms", "compute", "decision-period", "--facts", path, "--json");
        Assert.Equal("2024-07-10", asked.Json.GetProperty("result").GetProperty("lastDay").GetString());
    }

    [Theory] // In June 2025 the service dropped the general extension for later cohorts; before, nobody knew it would.
    [InlineData("2024-10-10", "--regime", "dossier-2026")]
    [InlineData("2025-07-10", "--regime", "january-2024")]
    [InlineData("2025-07-10", "--on", "2025-05-01")]
    [InlineData("2024-10-10", "--on", "2026-01-01")]
    [InlineData("2025-07-10", "--regime", "january-2024", "--on", "2024-01-10")]
    [InlineData("2025-07-10")]
    public async Task The_law_is_that_of_the_regime_or_as_known_on_the_day(string lastDay, params string[] options)
    {
        var asked = await Asked.WithInput(
            """{"lodged": "2024-04-10", "extension": "wbv-as-applied"}""", ["norms", "compute", "decision-period", "--facts", "-", "--json", .. options]);
        Assert.Equal(lastDay, asked.Json.GetProperty("result").GetProperty("lastDay").GetString());
    }

    [Theory]
    [InlineData(Lodged, "horoscope", "There is no computation `horoscope`; there are ")]
    [InlineData("{}", "decision-period", "decision-period: fact `lodged` is missing. Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData("""{"lodged": "2023-02-29", "extension": "none"}""", "decision-period", "decision-period: fact `lodged` is \"2023-02-29\".")]
    [InlineData("""{"logded": "2023-02-28"}""", "decision-period", "decision-period: fact `logded` is not known. Known are lodged, ")]
    [InlineData("""{"lodged": "1999-01-01", "extension": "none"}""", "decision-period", "decision-period.length: no version in force on 1999-01-01;")]
    [InlineData("", "decision-period", "standard input: is empty; give a JSON object.")]
    [InlineData("""{"lodged": "2024-0""", "decision-period", "standard input: is not valid JSON: cut off or malformed at byte ")]
    [InlineData("{\n\"lodged\": x}", "decision-period", "standard input: is not valid JSON: cut off or malformed at line 2, byte 11.")]
    [InlineData("""{"lodged": "\ud800"}""", "decision-period", "standard input: holds an escape (\\u…) that is half a character.")]
    [InlineData("[1]", "decision-period", "decision-period: fact `facts` are not a JSON object;")]
    public async Task What_cannot_be_answered_is_named(string facts, string id, string message)
    {
        var asked = await Asked.WithInput(facts, "norms", "compute", id, "--facts", "-");
        Assert.Equal((CommandLine.Refused, ""), (asked.Code, asked.Output));
        Assert.StartsWith("schakel: " + message, asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_not_UTF_8_are_refused()
    {
        var asked = await Asked.WithInput([(byte)'{', (byte)'"', 0xE9, (byte)'"', (byte)':', (byte)'1', (byte)'}'], "norms", "compute", "decision-period", "--facts", "-");
        Assert.Equal((CommandLine.Refused, "schakel: standard input: is not UTF-8; save it as UTF-8.\n"), (asked.Code, asked.Error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("--regime", "march-1813", "There is no regime `march-1813`; there are january-2022, january-2024, dossier-2026.")]
    [InlineData("--on", "2024-02-30", "--on: `2024-02-30` is not a day that exists; give a date (yyyy-mm-dd).")]
    [InlineData("--on", "today", "--on: `today` is not a day that exists; give a date (yyyy-mm-dd).")]
    [InlineData("--facts", "nowhere.json", "nowhere.json: there is no such file; give a file with facts, or - for standard input.")]
    public async Task An_option_that_names_nothing_is_refused(string option, string value, string message)
    {
        string[] facts = option == "--facts" ? [] : ["--facts", "-"];
        var asked = await Asked.WithInput(Lodged, ["norms", "compute", "decision-period", .. facts, option, value]);
        Assert.Equal((CommandLine.Refused, $"schakel: {message}\n"), (asked.Code, asked.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_day_that_contradicts_the_regime_is_refused()
    {
        var asked = await Asked.With("norms", "list", "--regime", "january-2024", "--on", "2025-01-01");
        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.StartsWith("schakel: --on: 2025-01-01 contradicts --regime january-2024,", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_facts_or_without_a_computation_is_refused()
    {
        var withoutFacts = await Asked.With("norms", "compute", "decision-period");
        Assert.Equal(CommandLine.Refused, withoutFacts.Code);
        Assert.Contains("--facts", withoutFacts.Error, StringComparison.Ordinal);
        var withoutId = await Asked.WithInput(Lodged, "norms", "compute", "--facts", "-");
        Assert.Equal(CommandLine.Refused, withoutId.Code);
        Assert.StartsWith("schakel: ID: is missing; give one of ", withoutId.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_every_norm_and_every_computation()
    {
        var text = await Asked.With("norms", "list");
        Assert.Equal(CommandLine.Done, text.Code);
        Assert.All(NormCatalogue.All, norm => Assert.Contains(norm.Id, text.Output, StringComparison.Ordinal));
        var json = (await Asked.With("norms", "list", "--json", "--on", "2024-01-10")).Json;
        Assert.Equal("2024-01-10", json.GetProperty("known_on").GetString());
        Assert.Equal(NormCatalogue.All.Select(norm => norm.Id), Ids(json.GetProperty("norms")));
        Assert.Equal(NormComputation.All.Select(computation => computation.Id), Ids(json.GetProperty("computations")));
    }

    [Fact]
    public async Task A_norm_is_shown_as_it_was_known_with_value_validity_source_and_status()
    {
        var norm = await Asked.With("norms", "show", "decision-period.first-extension");
        Assert.Contains("decision-period.first-extension (DEC-2, Procedure)", norm.Output, StringComparison.Ordinal);
        Assert.Contains("9 maanden · 9 months", norm.Output, StringComparison.Ordinal);
        Assert.Contains("in force 2015-07-20 – …, known on 2015-07-20, verified", norm.Output, StringComparison.Ordinal);
        Assert.Contains("source BWBR0011823, 42(4)", norm.Output, StringComparison.Ordinal);
        var later = (await Asked.With("norms", "show", "decision-period.first-extension", "--regime", "dossier-2026", "--json")).Json.GetProperty("versions");
        Assert.Equal(["9", "6"], later.EnumerateArray().Select(version => version.GetProperty("value").GetRawText()));
        Assert.Equal("32024R1348", later[1].GetProperty("bwb_id").GetString());
    }

    [Fact]
    public async Task A_computation_is_shown_with_its_facts_its_results_and_an_example()
    {
        var shown = await Asked.With("norms", "show", "renewal-period");
        Assert.Contains("received (required): yyyy-mm-dd", shown.Output, StringComparison.Ordinal);
        Assert.Contains("inquiry (optional): true / false", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Result: lastDay", shown.Output, StringComparison.Ordinal);
        Assert.Contains("→ {\"lastDay\":\"2024-07-14\"}", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_what_does_not_exist_is_refused()
    {
        var asked = await Asked.With("norms", "show", "decision-period.width");
        Assert.Equal(
            (CommandLine.Refused, "schakel: ID: there is no norm or computation `decision-period.width`; see `schakel norms list`.\n"),
            (asked.Code, asked.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task The_catalogue_is_written_whole_or_not_at_all()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "norms.md");
        Assert.Equal(CommandLine.Done, (await Asked.With("norms", "catalogue", "--out", path)).Code);
        Assert.StartsWith("# Norms\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var absent = await Asked.With("norms", "catalogue", "--out", Path.Combine(folder.Path, "absent", "norms.md"));
        Assert.Equal(CommandLine.Refused, absent.Code);
        Assert.StartsWith("schakel: Cannot write '", absent.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Ids(JsonElement list) => list.EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
