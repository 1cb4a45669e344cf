using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;

namespace Schakel.Web;

/// <summary>Terms across files: what lapses when, of one's own work, as each file itself tells it.</summary>
public sealed class TermTests(ChainServer server) : IClassFixture<ChainServer>
{
    private LookLog Log => server.App.Services.GetRequiredService<LookLog>();

    [Fact]
    public async Task A_last_day_stands_among_the_terms_as_in_the_file_itself()
    {
        var file = await server.AwaitsDecisionAsync("SYR");
        var period = (await server.GetAsync($"/zaken/{file}/termijnen", "ind-beslismedewerker")).Json.AsArray().Single(each => Text(each!, "code") == "decision-period");
        var steps = (await server.GetAsync($"/zaken/{file}/volgende-stappen", "ind-beslismedewerker")).Json.AsArray().Where(each => each!["uiterlijkeDatum"] is not null)
            .Select(each => (Text(each!, "code"), Text(each!, "uiterlijkeDatum"), Text(each!, "norm"))).Order().ToList();

        var rows = await RowsAsync("ind-beslismedewerker", "", file);

        Assert.Contains(rows, row => row.Code == "decide-application" && row.Day == Text(period!, "uiterlijkeDatum"));
        Assert.Superset(steps.ToHashSet(), rows.Select(row => (row.Code, row.Day, row.Norm)).ToHashSet());
        var (_, day, norm) = rows.First(row => row.Code == "decide-application");
        Assert.Contains(rows[0], await RowsAsync("ind-beslismedewerker", $"&van={rows[0].Day}&tot={rows[0].Day}", file));
        Assert.NotEmpty(await RowsAsync("ind-beslismedewerker", $"&norm={norm}&tot={day}", file));
        Assert.Empty(await RowsAsync("ind-beslismedewerker", "&norm=no-such-norm", file));
    }

    [Fact]
    public async Task A_file_of_another_team_or_client_is_neither_listed_nor_counted()
    {
        var (own, others) = (await server.AwaitsDecisionAsync("SYR"), await server.AwaitsDecisionAsync("SYR"));
        (await server.ActAsync($"zaken/{own}", "teamtoewijzingen", "ind-planner", """{"team": 41}""")).IsDone();
        (await server.ActAsync($"zaken/{others}", "teamtoewijzingen", "ind-planner", """{"team": 42}""")).IsDone();

        Assert.NotEmpty(await RowsAsync("ind-beslismedewerker", "", own, "team=team 41"));
        Assert.Empty(await RowsAsync("ind-beslismedewerker", "", others, "team=team 41"));
        var alone = await NumberAsync("ind-beslismedewerker", "team=team 43");
        Assert.Equal(alone + 1, await NumberAsync("ind-beslismedewerker", "team=team 41"));
        Assert.Empty((await server.GetAsync("/termijnen", "advocaat", clients: "999999")).Json["resultaten"]!.AsArray());
        Assert.Empty((await server.GetAsync("/termijnen/aantallen", "advocaat", clients: "999999")).Json.AsArray());
    }

    [Fact]
    public async Task Each_person_in_a_list_of_terms_is_a_look()
    {
        var file = await server.AwaitsDecisionAsync("SYR");
        var (writes, before) = (Log.Writes, Log.Of(file, 0, 1).Total);

        Assert.NotEmpty(await RowsAsync("ind-beslismedewerker", "", file));

        Assert.True(Log.Writes > writes);
        Assert.True(Log.Of(file, 0, 1).Total > before);
    }

    [Fact]
    public async Task Counts_add_up_to_the_list_and_what_does_not_fit_is_refused()
    {
        await server.AwaitsDecisionAsync("SYR");
        var listed = (await AllAsync("ind-beslismedewerker", "")).Count;
        var counts = (await server.GetAsync("/termijnen/aantallen?weken=3", "ind-beslismedewerker")).HasHeaders().Json.AsArray();
        Assert.Equal(listed, counts.Sum(NumberIn));
        Assert.All(counts, each => Assert.Equal(3, each!["weken"]!.AsArray().Count));
        foreach (var wrong in (string[])["/termijnen?tot=31-12-2024", "/termijnen?van=2024-02-02&tot=2024-02-01", "/termijnen?na=x", "/termijnen?paginaGrootte=101", "/termijnen/aantallen?weken=0", "/termijnen/aantallen?weken=27"])
        {
            (await server.GetAsync(wrong, "ind-beslismedewerker")).IsProblem(400);
        }
        (await server.GetAsync("/termijnen", "inspecteur")).IsProblem(403);
        (await server.GetAsync("/termijnen/aantallen", "planner")).IsProblem(403);
    }

    private async Task<int> NumberAsync(string function, string ties) =>
        (await server.GetAsync("/termijnen/aantallen?code=decide-application", function, ties: ties)).Json.AsArray().Sum(NumberIn);

    private static int NumberIn(JsonNode? count) => count!["verstreken"]!.GetValue<int>() + count["later"]!.GetValue<int>() + count["weken"]!.AsArray().Sum(week => week!["aantal"]!.GetValue<int>());

    private async Task<List<(string Code, string Day, string Norm)>> RowsAsync(string function, string choice, int file, string? ties = null) =>
        [.. (await AllAsync(function, choice, ties)).Where(each => each["zaak"]!.GetValue<int>() == file).Select(each => (Text(each, "code"), Text(each, "uiterlijkeDatum"), Text(each, "norm")))];

    private async Task<List<JsonNode>> AllAsync(string function, string choice, string? ties = null)
    {
        var (rows, next) = (new List<JsonNode>(), (string?)null);
        do
        {
            var page = (await server.GetAsync($"/termijnen?paginaGrootte=100{choice}{(next is null ? "" : $"&na={next}")}", function, ties: ties)).HasHeaders().Json;
            rows.AddRange(page["resultaten"]!.AsArray().Select(each => each!));
            next = page["volgende"]?.GetValue<string>();
        }
        while (next is not null);
        return rows;
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
