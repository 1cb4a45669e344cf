using System.Globalization;
using System.Text;
using System.Text.Json;
using Schakel.Commands;

namespace Schakel.Tests.Commands;

[Collection(TheConsole.Name)]
public sealed class NormsBatchTests
{
    private const string Good = """{"id":"decision-period","facts":{"lodged":"2024-01-10","extension":"none"}}""";

    [Fact]
    public async Task Every_line_is_answered_in_order()
    {
        var lines = Enumerable.Range(0, 2_000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $$$"""{"id":"renewal-period","facts":{"received":"{{{2000 + (number % 20) + 16}}}-01-14"}}"""));
        var asked = await Asked.WithInput(string.Join('\n', lines), "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal(CommandLine.Done, asked.Code);
        Assert.Equal(
            Enumerable.Range(0, 2_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{2016 + (number % 20)}-07-14")),
            asked.Lines.Select(line => JsonElement.Parse(line).GetProperty("result").GetProperty("lastDay").GetString()));
    }

    [Fact]
    public async Task The_names_agreed_are_answered_a_line_each()
    {
        string[] agreed =
        [
            """{"id":"decision-period","facts":{"lodged":"2024-04-10","extension":"none"}}""",
            """{"id":"general-procedure","facts":{"firstDay":"2024-03-27","centre":"land","variant":"six"}}""",
            """{"id":"rest-period","facts":{"lodged":"2024-03-01","unaccompaniedMinor":false}}""",
            """{"id":"view-period","facts":{"intention":"2024-01-10","procedure":"extended"}}""",
            """{"id":"appeal-period","facts":{"notified":"2023-12-18","term":"one-week"}}""",
            """{"id":"departure-period","facts":{"notified":"2024-01-10"}}""",
            """{"id":"default-notice","facts":{"received":"2022-10-13"}}""",
            """{"id":"penalty-amount","facts":{"daysLate":20}}""",
            """{"id":"dublin-transfer","facts":{"accepted":"2024-01-15","circumstance":"none"}}""",
            """{"id":"border-procedure","facts":{"deferred":"2024-02-01"}}""",
            """{"id":"family-window","facts":{"permitNotified":"2024-01-15"}}""",
            """{"id":"housing-term","facts":{"granted":"2024-01-10"}}""",
            """{"id":"municipal-task","facts":{"national":18750,"municipalPopulation":72000,"nationalPopulation":17811291}}""",
            """{"id":"track","facts":{"otherStateResponsible":true}}""",
        ];
        var asked = await Asked.WithInput(string.Join('\n', agreed), "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal((CommandLine.Done, agreed.Length), (asked.Code, asked.Lines.Length));
        Assert.Equal(
            [
                "lastDay", "days", "earliestFirstDay", "lastDay", "lastDay", "lastDay", "graceEnds", "euro", "lastDay", "lastDay", "lastDay", "linkBy",
                "persons", "track",
            ],
            asked.Lines.Select(line => JsonElement.Parse(line).GetProperty("result").EnumerateObject().First().Name));
    }

    [Fact]
    public async Task A_line_answers_as_the_question_alone_does()
    {
        var batch = await Asked.WithInput(Good + "\n", "norms", "compute", "--batch", "--facts", "-");
        var alone = await Asked.WithInput(
            """{"lodged":"2024-01-10","extension":"none"}""", "norms", "compute", "decision-period", "--facts", "-", "--json");
        Assert.Equal(alone.Output, batch.Output);
    }

    [Theory]
    [InlineData("""{"id":"horoscope","facts":{}}""", "horoscope", "line 2: There is no computation `horoscope`;")]
    [InlineData("""{"id":"decision-period","facts":{}}""", "decision-period", "line 2: decision-period: fact `lodged` is missing.")]
    [InlineData("""{"id":"decision-period","facts":{"lodged":"2023-02-29"}}""", "decision-period", "line 2: decision-period: fact `lodged` is \"2023-02-29\".")]
    [InlineData("""{"id":"decision-period"}""", "decision-period", "line 2: `facts` is missing;")]
    [InlineData("""{"facts":{}}""", null, "line 2: `id` is missing;")]
    [InlineData("""{"id":7,"facts":{}}""", "7", "line 2: `id` is 7; give the id of a computation.")]
    [InlineData("""{"id":null,"facts":{}}""", null, "line 2: `id` is null;")]
    [InlineData("""{"id":"decision-period","fact":{}}""", "decision-period", "line 2: `fact` is not known")]
    [InlineData("""{"id":"decision-period","id":"x","facts":{}}""", "decision-period", "line 2: `id` is not known or given twice;")]
    [InlineData("""["decision-period"]""", null, "line 2: is not a JSON object;")]
    [InlineData("""{"id":"decision-period","facts":{"lodged":"20""", null, "line 2: is not valid JSON: cut off or malformed at byte ")]
    [InlineData("""{"id":"\udc00","facts":{}}""", null, "line 2: holds an escape")]
    public async Task A_line_that_cannot_be_answered_says_so_with_its_number_and_the_rest_goes_on(string bad, string? id, string message)
    {
        var asked = await Asked.WithInput($"{Good}\n{bad}\n{Good}\n", "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Equal(3, asked.Lines.Length);
        Assert.Equal(asked.Lines[0], asked.Lines[2]);
        var refused = JsonElement.Parse(asked.Lines[1]);
        Assert.Equal(["id", "error"], refused.EnumerateObject().Select(property => property.Name));
        Assert.Equal(id, refused.GetProperty("id") is { ValueKind: not JsonValueKind.Null } given ? given.ToString() : null);
        Assert.StartsWith(message, refused.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_spoil_only_their_line()
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(Good), (byte)'\n', 0xFF, (byte)'\n', .. Encoding.UTF8.GetBytes(Good)];
        var asked = await Asked.WithInput(input, "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal("""{"id":null,"error":"line 2: is not UTF-8; save it as UTF-8."}""", asked.Lines[1]);
        Assert.Equal(asked.Lines[0], asked.Lines[2]);
    }

    [Fact]
    public async Task A_line_longer_than_a_megabyte_is_refused_and_the_rest_goes_on()
    {
        var asked = await Asked.WithInput($"{new string('x', 5_000_000)}\n{Good}\n", "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Equal("""{"id":null,"error":"line 1: is longer than 1 MB; give one question."}""", asked.Lines[0]);
        Assert.Equal("decision-period", JsonElement.Parse(asked.Lines[1]).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Empty_lines_are_passed_over_and_counted()
    {
        var asked = await Asked.WithInput($"\r\n{Good}\r\n\n{{}}", "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal(2, asked.Lines.Length);
        Assert.StartsWith("line 4: ", JsonElement.Parse(asked.Lines[1]).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_computation_is_named_for_all_lines_their_ids_are_labels()
    {
        var asked = await Asked.WithInput(
            """
            {"id":"V-1234","facts":{"received":"2024-01-14"}}
            {"id":17,"facts":{"received":"2024-01-14"}}
            {"facts":{"received":"2024-01-14"}}
            """,
            "norms", "compute", "renewal-period", "--batch", "--facts", "-");
        Assert.Equal(CommandLine.Done, asked.Code);
        Assert.Equal(["V-1234", "17", "renewal-period"], asked.Lines.Select(line => JsonElement.Parse(line).GetProperty("id").ToString()));
    }

    [Fact]
    public async Task Without_any_line_nothing_is_answered_and_nothing_is_wrong()
    {
        var asked = await Asked.WithInput("", "norms", "compute", "--batch", "--facts", "-");
        Assert.Equal((CommandLine.Done, "", ""), (asked.Code, asked.Output, asked.Error));
    }
}
