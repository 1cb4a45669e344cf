using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench;

/// <summary>A list holds what its function does, and tells nothing of what it does not read: on the page, in files, by the interface and in the file itself.</summary>
public sealed partial class OwnWorkTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<int> RefusedAsync()
    {
        var file = await server.AwaitsDecisionAsync("MAR");
        await server.DoneAsync(file, "voornemens", "ind-beslismedewerker", """{"datum": "2024-01-12"}""");
        await server.DoneAsync(file, "besluiten", "ind-beslismedewerker", """{"datum": "2024-03-01", "uitkomst": "ongegrond", "grond": "geen-grond-voor-vergunning"}""");
        return file;
    }

    private static IEnumerable<(long Person, string Code)> RowsOf(Reply page) =>
        Keys().Matches(page.Text).Select(each => (long.Parse(each.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), each.Groups[2].Value));

    [Fact]
    public async Task The_clerks_list_is_of_hearings_to_plan_and_each_can_be_planned_from_it()
    {
        var file = await RefusedAsync();
        await server.DoneAsync(file, "beroepen", "aanvrager", """{"datum": "2024-03-12"}""", file);
        using var clerk = new Official(server, "griffier");
        using var judge = new Official(server, "rechtbank");
        var page = await clerk.GetAsync("/werk?regels=1000");
        Assert.Contains((file, "plan-court-hearing"), RowsOf(page));
        Assert.All(RowsOf(page), each => Assert.Equal("plan-court-hearing", each.Code));
        Assert.Contains("Sami Noor", page.Text, StringComparison.Ordinal); // Whose case it is stands there: the court was asked.
        Assert.Matches($"<title>\\({RowsOf(page).Count()}\\) Werklijst", page.Text);
        Assert.All(RowsOf(await clerk.GetAsync("/werk?stand=alles&regels=1000")), each => Assert.Equal("plan-court-hearing", each.Code));
        Assert.Contains($"href=\"/werk/zaken/{file}/doen/zittingsbepalingen\"", (await clerk.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
        var court = await clerk.GetAsync("/werk/rechtbank");
        Assert.DoesNotContain("stap=rule-on-appeal", court.Text, StringComparison.Ordinal);
        Assert.Contains((file, "rule-on-appeal"), RowsOf(await judge.GetAsync("/werk?regels=1000")));
        Assert.DoesNotContain("rule-on-appeal", System.Text.Encoding.UTF8.GetString(await clerk.BytesAsync("/werk/lijst.csv?stand=alles")), StringComparison.Ordinal);
        Assert.DoesNotContain("rule-on-appeal", (await server.GetAsync("/werkvoorraden/griffier?paginaGrootte=100", "griffier")).Text, StringComparison.Ordinal);
        Assert.Contains("rule-on-appeal", (await server.GetAsync("/werkvoorraden/rechtbank?paginaGrootte=100", "rechtbank")).Text, StringComparison.Ordinal);
    }

    [Fact] // Linking tells of a permit: a site manager reads nothing of the housing, a case manager does.
    public async Task Who_does_not_read_the_housing_is_not_told_that_somebody_is_to_be_linked()
    {
        await server.OpenSiteAsync(8821, 10, "asielzoekerscentrum");
        var file = await server.TakeOverAsync("wacht-op-woning");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8821, "opvangvorm": "asielzoekerscentrum"}""");
        using var manager = new Official(server, "coa-locatiemanager", site: 8821);
        using var caseManager = new Official(server, "coa-casemanager", site: 8821);
        Assert.Contains((file, "link-to-municipality"), RowsOf(await caseManager.GetAsync("/werk?stand=alles&regels=1000")));
        Assert.Contains("Koppelen aan een gemeente", (await caseManager.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(RowsOf(await manager.GetAsync("/werk?stand=alles&regels=1000")));
        foreach (var told in new[]
        {
            (await manager.GetAsync("/werk?stand=alles&regels=1000")).Text, (await manager.GetAsync($"/werk/zaken/{file}")).Text, (await manager.GetAsync("/werk/locaties/8821")).Text,
            System.Text.Encoding.UTF8.GetString(await manager.BytesAsync("/werk/lijst.csv?stand=alles")),
            (await server.GetAsync("/werkvoorraden/coa-locatiemanager?paginaGrootte=100", "coa-locatiemanager", ties: "locatie=8821")).Text,
            (await server.GetAsync($"/zaken/{file}/volgende-stappen", "coa-locatiemanager", ties: "locatie=8821")).Text,
        })
        {
            Assert.DoesNotContain("link-to-municipality", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Koppelen aan een gemeente", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_judge_sees_first_for_whom_a_decision_can_be_ordered_and_the_clerk_does_not_rule()
    {
        var file = await server.AwaitsDecisionAsync("SYR");
        await server.DoneAsync(file, "ingebrekestellingen", "aanvrager", """{"datum": "2025-06-02"}""", file);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var judge = new Official(server, "rechtbank");
        using var clerk = new Official(server, "griffier");
        var page = await judge.GetAsync("/werk/rechtbank");
        var late = Regex.Match(page.Text, "<section class=\"card\" aria-labelledby=\"te-laat\">.*?</section>", RegexOptions.Singleline);
        Assert.Contains($"data-sleutel=\"{file}\"", late.Value, StringComparison.Ordinal);
        Assert.True(late.Index < page.Text.IndexOf("id=\"soorten\"", StringComparison.Ordinal));
        Assert.DoesNotContain("id=\"te-laat\"", (await clerk.GetAsync("/werk/rechtbank")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/werk/rechtbank")).Status);
    }

    [Fact]
    public async Task Every_row_of_a_default_list_opens_a_file_with_a_button_for_that_step()
    {
        await server.OpenSiteAsync(8822, 30, "asielzoekerscentrum");
        var refused = await RefusedAsync();
        await server.DoneAsync(refused, "beroepen", "aanvrager", """{"datum": "2024-03-12"}""", refused);
        var (arrived, waits, permit) = (await server.ArriveAsync(), await server.AwaitsDecisionAsync("ERI"), await server.TakeOverAsync("wacht-op-woning"));
        var child = await server.ArriveAsync("2010-02-10", role: "alleenstaande-minderjarige");
        await RefusedAsync();
        foreach (var file in (int[])[arrived, child])
        {
            await server.IdentifyAsync(file, "SYR", born: file == child ? "2010-02-10" : "1990-05-01");
            await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8822, "opvangvorm": "asielzoekerscentrum"}""");
        }
        await server.DoneAsync(permit, "koppelingen", "coa-medewerker", """{"datum": "2024-01-15", "gemeente": 363}""");
        var (looked, faults) = (0, new List<string>());
        foreach (var function in Function.All.Where(Work.Worklists.HasList))
        {
            using var official = new Official(server, function.Code, site: function.Reach == Reach.Site ? 8822 : null, municipality: function.Reach == Reach.Municipality ? 363 : null,
                clients: function.Reach == Reach.Clients ? [arrived, waits, permit, child, refused] : []);
            foreach (var (person, code) in RowsOf(await official.GetAsync("/werk?regels=1000")).GroupBy(each => each.Code).SelectMany(of => of.Take(2)))
            {
                var type = StepType.All.First(each => each.Code == code);
                var page = await official.GetAsync($"/werk/zaken/{person}");
                var step = Regex.Match(page.Text, $"<h3>{Regex.Escape(WebUtility.HtmlEncode(type.Name.Dutch))}</h3>.*?</li>", RegexOptions.Singleline).Value;
                looked++;
                if (!step.Contains("class=\"button", StringComparison.Ordinal) && !step.Contains("kan vanaf", StringComparison.Ordinal) && !step.Contains("wacht op", StringComparison.Ordinal))
                {
                    faults.Add($"{function.Code} {person} {code}: {page.Status} {step}");
                }
            }
        }
        Assert.True(looked > 40 && faults.Count == 0, $"{looked}\n{string.Join('\n', faults)}");
    }

    [Fact] // The table behind every list: no function is given a kind of step without an act of its own for it, or without reading it.
    public void No_function_is_given_a_step_that_it_does_not_take_or_may_not_read()
    {
        var given = Function.All.SelectMany(function => OwnSteps.Of(function).Select(code => (Function: function, Type: StepType.All.First(each => each.Code == code)))).ToList();
        Assert.All(given, each => Assert.True(
            ActOffer.For(each.Function).Concat(ActOffer.On(StreamKind.Household, each.Function)).Any(offer => offer.Shape == each.Type.Command) || each.Type.Command == typeof(Chain.Records.SupplyDocument),
            $"{each.Function.Code} {each.Type.Code}"));
        Assert.True(given.Count > 200, $"{given.Count}");
        // By hand: who decides, or takes in, in the return room without reading a return file.
        string[] unread =
        [
            "ind-beslismedewerker decide-medical-deferral", "ind-beslismedewerker decide-no-fault", "ind-beslismedewerker end-medical-deferral", "ind-beslismedewerker issue-return-decision",
            "gemeente-medewerker accept-in-facility", "gemeente-medewerker leave-facility", "gemeente-medewerker refer-to-facility",
        ];
        Assert.Equal(unread.Order(StringComparer.Ordinal), given
            .Where(each => OwnSteps.PartiesOf(each.Function).Contains((int)each.Type.Party) && !each.Function.MayRead(EventCategories.OfDeclared(each.Type.Code)))
            .Where(each => each.Type.Command.Namespace?.EndsWith("Partners", StringComparison.Ordinal) is not true).Select(each => $"{each.Function.Code} {each.Type.Code}").Order(StringComparer.Ordinal));
        // Each kind of step that an official takes is somebody's work: none disappeared.
        var nobodys = StepType.All.Where(type => type.Force != StepForce.ByLaw && Parties.RoleOf(type.Party) != OfficialRoles.None && !given.Exists(each => each.Type == type && each.Function.Role == Parties.RoleOf(type.Party)));
        Assert.Empty(nobodys.Select(each => each.Code));
    }

    [GeneratedRegex("data-sleutel=\"([0-9]+)\\.([a-z-]+)\\.[0-9]+\"")]
    private static partial Regex Keys();
}
