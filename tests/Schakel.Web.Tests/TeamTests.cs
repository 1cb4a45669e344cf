using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schakel.Web.Outbox;
using Schakel.Web.Workbench;

namespace Schakel.Web;

/// <summary>Own team (eigen team): a file of a team is that team's and of who divides the work; one of no team is everybody's who hears or decides.</summary>
public sealed class TeamTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly string[] OfTeams = ["ind-hoormedewerker", "ind-beslismedewerker"];

    [Fact]
    public async Task A_file_of_a_team_is_open_to_it_and_for_another_team_it_does_not_exist()
    {
        var file = await OfTeamAsync(3);
        foreach (var function in OfTeams)
        {
            var own = await server.GetAsync($"/zaken/{file}", function, ties: "team=team 3");
            Assert.Equal((HttpStatusCode.OK, 3), (own.Status, own.Json["procedure"]!["team"]!.GetValue<int>()));
            foreach (var ties in (string?[])["team=team 4", "team=13", "team=team 33", "team=Zevenaar", null])
            {
                var hidden = (await server.GetAsync($"/zaken/{file}", function, ties: ties)).IsProblem(404);
                Assert.Equal(WithoutTrace(await server.GetAsync("/zaken/999999999", function, ties: ties)), WithoutTrace(hidden));
                Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"/zaken/{file}/gebeurtenissen", function, ties: ties)).Status);
            }
        }
    }

    [Fact]
    public async Task A_file_of_no_team_is_open_to_every_team_and_to_who_has_none()
    {
        var file = await server.AwaitsDecisionAsync("SYR");
        foreach (var function in OfTeams)
        {
            foreach (var ties in (string?[])["team=team 3", "team=4", "team=Zevenaar", null])
            {
                var seen = await server.GetAsync($"/zaken/{file}", function, ties: ties);
                Assert.True(seen.Status == HttpStatusCode.OK && seen.Json["procedure"]!["team"] is null, $"{function} {ties}: {seen.Text}");
            }
        }
    }

    [Fact]
    public async Task A_team_is_named_by_its_number_alone_too()
    {
        var file = await OfTeamAsync(3);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker", ties: "team=3")).Status);
    }

    [Fact] // Who divides the work sees all of it, and so does every function whose files are not divided.
    public async Task A_planner_and_who_works_for_others_see_the_files_of_every_team()
    {
        var file = await OfTeamAsync(3);
        foreach (var function in (string[])["ind-planner", "avim-registreerder", "coa-medewerker", "gegevensbeheerder"])
        {
            Assert.Equal((function, HttpStatusCode.OK), (function, (await server.GetAsync($"/zaken/{file}", function, ties: "team=team 4")).Status));
        }
    }

    [Fact]
    public async Task Nobody_acts_in_a_file_of_another_team()
    {
        var file = await OfTeamAsync(3);
        (await server.ActAsync($"zaken/{file}", "toetsverzoeken", "ind-beslismedewerker", ties: "team=team 4")).IsProblem(404);
        (await server.ActAsync($"zaken/{file}", "teamtoewijzingen", "ind-hoormedewerker", """{"team": 4}""", ties: "team=team 4")).IsProblem(404); // Nor takes it.
        foreach (var resource in (string[])["toetsverzoeken", "plaatsingen"])
        {
            var hidden = await server.ActAsync($"zaken/{file}", resource, "ind-beslismedewerker", ties: "team=team 4");
            Assert.Equal(WithoutTrace(await server.ActAsync("zaken/999999999", resource, "ind-beslismedewerker", ties: "team=team 4")), WithoutTrace(hidden));
        }
        (await server.ActAsync($"zaken/{file}", "toetsverzoeken", "ind-beslismedewerker", ties: "team=team 3")).IsDone();
    }

    [Fact]
    public async Task Handed_on_by_the_planner_it_is_the_other_team_s()
    {
        var file = await OfTeamAsync(3);
        (await server.ActAsync($"zaken/{file}", "teamtoewijzingen", "ind-planner", """{"team": 3}""")).IsRefused("team.already-theirs");
        (await server.ActAsync($"zaken/{file}", "teamtoewijzingen", "ind-planner", """{"team": 4}""")).IsDone();
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"/zaken/{file}", "ind-hoormedewerker", ties: "team=team 3")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/zaken/{file}", "ind-hoormedewerker", ties: "team=team 4")).Status);
    }

    [Fact]
    public async Task Lists_and_search_hold_the_files_of_one_s_team_and_of_none()
    {
        const string Name = "Teamzoeknaam";
        var (own, others, undivided) = (await OfTeamAsync(5, Name), await OfTeamAsync(6, Name), await AwaitsDecisionAsync(Name));
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        foreach (var (ties, expected) in ((string?, int[])[])[("team=team 5", [own, undivided]), ("team=team 6", [others, undivided]), (null, [undivided])])
        {
            Assert.Equal(expected.Order(), await ListedAsync("/zaken?paginaGrootte=100", "nummer", ties, [own, others, undivided]));
            Assert.Equal(expected.Order(), await ListedAsync("/werkvoorraden/ind-beslismedewerker?paginaGrootte=100", "zaak", ties, [own, others, undivided]));
            var found = await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-beslismedewerker", JsonNode.Parse($$"""{"namen": "{{Name}}"}"""), ties: ties);
            Assert.Equal(expected.Order(), NumbersIn(found, "zaak", [own, others, undivided]));
        }
    }

    [Fact] // Numbers are kept as long as nothing happens: for those with the same tie, and for nobody else.
    public async Task The_worklist_and_its_numbers_are_a_team_s_own_also_when_another_was_asked_just_before()
    {
        var (own, others) = (await OfTeamAsync(7), await OfTeamAsync(8));
        await OfTeamAsync(8);
        using var seven = new Official(server, "ind-beslismedewerker", team: "team 7");
        using var eight = new Official(server, "ind-beslismedewerker", team: "team 8");
        using var none = new Official(server, "ind-beslismedewerker");
        var rows = new List<int>();
        foreach (var (who, shown, hidden) in ((Official, int?, int[])[])[(none, null, [own, others]), (seven, own, [others]), (eight, others, [own])])
        {
            var page = (await who.GetAsync("/werk?stand=alles&regels=1000")).Text;
            Assert.True(shown is null || page.Contains($"href=\"/werk/zaken/{shown}\"", StringComparison.Ordinal));
            Assert.All(hidden, each => Assert.DoesNotContain($"href=\"/werk/zaken/{each}\"", page, StringComparison.Ordinal));
            rows.Add(Regex.Count(page, "data-sleutel="));
            Assert.Equal(rows[^1].ToString(CultureInfo.InvariantCulture), Regex.Match(page, "data-telling=\"all\">([0-9]+)<").Groups[1].Value);
        }
        Assert.True(rows[0] < rows[1] && rows[1] < rows[2], string.Join(' ', rows));
    }

    [Fact]
    public async Task On_pages_a_file_of_another_team_does_not_exist_and_the_planner_assigns_it_by_a_form()
    {
        var file = await server.AwaitsDecisionAsync("SYR");
        using var nine = new Official(server, "ind-hoormedewerker", team: "team 9");
        using var ten = new Official(server, "ind-hoormedewerker", team: "team 10");
        using var planner = new Official(server, "ind-planner", team: "team 10");
        Assert.Equal(HttpStatusCode.OK, (await nine.GetAsync($"/werk/zaken/{file}")).Status);

        var path = $"/werk/zaken/{file}/doen/teamtoewijzingen";
        var preview = await planner.SendAsync(path, await planner.GetAsync(path), ("verder", "bekijken"), ("team", "10"));
        var done = await planner.SendAsync(path, preview, ("verder", "bevestigen"));
        Assert.True(done.Status is HttpStatusCode.Found or HttpStatusCode.SeeOther, Official.Words(done));

        Assert.Equal(HttpStatusCode.NotFound, (await nine.GetAsync($"/werk/zaken/{file}")).Status);
        Assert.Matches("Team 10 ", Official.Words(await ten.GetAsync($"/werk/zaken/{file}?alles=ja")));
        Assert.Contains("Toegewezen aan een team", (await planner.GetAsync($"/werk/zaken/{file}?alles=ja")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscriber_is_told_of_the_files_of_the_team_that_it_had_when_it_subscribed()
    {
        await using var receiver = await Receiver.StartAsync();
        (await server.SendAsync(HttpMethod.Post, "/abonnementen", "ind-beslismedewerker", JsonNode.Parse($$"""{"adres": "{{receiver.Address}}", "ruimten": ["procedure"]}"""), ties: "team=team 11")).IsDone();
        var (own, others) = (await OfTeamAsync(11), await OfTeamAsync(12));
        foreach (var file in (int[])[others, own])
        {
            (await server.ActAsync($"zaken/{file}", "teamtoewijzingen", "ind-planner", """{"team": 13}""")).IsDone();
            (await server.ActAsync($"zaken/{file}", "teamtoewijzingen", "ind-planner", $$"""{"team": {{(file == own ? 11 : 12)}}}""")).IsDone();
        }

        await Until.TrueAsync(() => receiver.Taken.Any(each => each.Subject == $"zaken/{own}"), () => $"{receiver.Calls} calls.");

        Assert.DoesNotContain(receiver.Taken, each => each.Subject == $"zaken/{others}");
    }

    private async Task<int> AwaitsDecisionAsync(string name)
    {
        var file = await server.TakeOverAsync("wacht-op-besluit");
        await server.IdentifyAsync(file, "SYR", name);
        return file;
    }

    private async Task<int> OfTeamAsync(int team, string name = "Noor")
    {
        var file = await AwaitsDecisionAsync(name);
        await server.DoneAsync(file, "teamtoewijzingen", "ind-planner", $$"""{"team": {{team}}}""");
        return file;
    }

    private async Task<IEnumerable<int>> ListedAsync(string path, string name, string? ties, int[] among)
    {
        var (found, next) = (new List<int>(), path);
        for (var page = 1; page < 20; page++)
        {
            var reply = await server.GetAsync(path + (name == "nummer" ? string.Create(CultureInfo.InvariantCulture, $"&pagina={page}") : next == path ? "" : next), "ind-beslismedewerker", ties: ties);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            found.AddRange(NumbersIn(reply, name, among));
            var more = reply.Json["volgende"]?.GetValue<string>();
            if (name == "nummer" ? reply.Json["resultaten"]!.AsArray().Count == 0 : more is null)
            {
                break;
            }
            next = "&na=" + more;
        }
        return found.Distinct().Order();
    }

    private static IEnumerable<int> NumbersIn(Reply reply, string name, int[] among) =>
        reply.Json["resultaten"]!.AsArray().Select(each => each![name]!.GetValue<int>()).Where(among.Contains).Distinct().Order();

    private static string WithoutTrace(Reply reply) => Regex.Replace(reply.Text, "\"(spoornummer|instance)\": ?\"[^\"]*\"", "");
}
