using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Together;

namespace Schakel.Web.Workbench;

/// <summary>One act for several persons: shown for each first, done for each as an act of its own, told for each.</summary>
public sealed class TogetherTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Path = "/werk/samen";

    [Fact]
    public async Task A_row_of_the_worklist_can_be_chosen_without_script_and_the_step_that_is_looked_at_offers_its_act()
    {
        var file = await ReadyAsync();
        using var planner = new Official(server, "ind-planner");
        var list = await planner.GetAsync("/werk?stap=plan-interview&regels=1000");
        Assert.Contains($"<input type=\"checkbox\" form=\"samen\" name=\"rij\" value=\"{file}\"", list.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"gehoorplanningen\" selected", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_follow_is_shown_for_each_before_anything_is_recorded_and_then_each_is_an_act_of_its_own()
    {
        var (one, other, not) = (await ReadyAsync(), await ReadyAsync(), await server.ArriveAsync());
        using var planner = new Official(server, "ind-planner", number: 6801);
        var check = await CheckedAsync(planner, [one, other, not], "2025-11-04");
        Assert.Equal(["kan", "kan", "geweigerd"], OutcomesOf(check));
        Assert.Contains("2 van de 3 kunnen", Official.Words(check), StringComparison.Ordinal);
        Assert.All((int[])[one, other, not], each => Assert.DoesNotContain("interview-planned", Names(each)));
        var told = await ConfirmedAsync(planner, check, [one, other], "2025-11-04");
        Assert.Equal(["gedaan", "gedaan"], OutcomesOf(told));
        var acts = ((int[])[one, other]).Select(each => server.Store.Log.ReadStream(new(StreamKind.CaseFile, each))[^1].Envelope).ToList();
        Assert.All(acts, each => Assert.Equal(("interview-planned", Doer.Of(new Chain.Official(6801, OfficialRoles.HearingOfficer)), Purpose.Procedure), (each.Name, each.Doer, each.Purpose)));
        Assert.NotEqual(acts[0].ActKey, acts[1].ActKey);
        Assert.DoesNotContain("interview-planned", Names(not));
        // Sent twice it is done once, for each.
        Assert.Equal(["gedaan", "gedaan"], OutcomesOf(await ConfirmedAsync(planner, check, [one, other], "2025-11-04")));
        Assert.Single(Names(one), each => each == "interview-planned");
    }

    [Fact]
    public async Task One_whom_a_colleague_was_first_with_is_told_and_holds_up_none_of_the_others()
    {
        var (one, other) = (await ReadyAsync(), await ReadyAsync());
        using var planner = new Official(server, "ind-planner");
        var check = await CheckedAsync(planner, [one, other], "2025-11-05");
        (await server.ActAsync($"zaken/{one}", "gehoorplanningen", "ind-hoormedewerker", """{"datum": "2025-10-01", "gehoorDatum": "2025-11-12"}""")).IsDone();
        var told = await ConfirmedAsync(planner, check, [one, other], "2025-11-05");
        Assert.Equal(["verouderd", "gedaan"], OutcomesOf(told));
        Assert.Contains("een collega was u voor", Official.Words(told), StringComparison.Ordinal);
        Assert.Contains("1 vastgelegd , 1 niet", Official.Words(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_happens_to_who_was_not_chosen_nor_to_more_than_fifty_at_once()
    {
        using var planner = new Official(server, "ind-planner");
        var list = await planner.GetAsync("/werk");
        var none = await planner.SendAsync(Path, list, ("handeling", "gehoorplanningen"));
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("Kies ten minste één regel", Official.Words(none), StringComparison.Ordinal);
        var many = await planner.SendAsync(Path, none, [("handeling", "gehoorplanningen"), ("verder", "bekijken"), .. Enumerable.Range(1, BulkActs.Most + 1).Select(each => ("rij", Official.Plain(each)))]);
        Assert.Equal(HttpStatusCode.BadRequest, many.Status);
        Assert.Contains($"u koos er {BulkActs.Most + 1}", Official.Words(many), StringComparison.Ordinal);
        Assert.DoesNotContain("data-uitkomst", many.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing_and_what_may_not_be_seen_is_as_what_does_not_exist()
    {
        var file = await ReadyAsync();
        using var planner = new Official(server, "ind-planner");
        var strange = new Reply(HttpStatusCode.OK, "<main>", null, null, null, new Dictionary<string, string>());
        var answer = await planner.SendAsync(Path, strange, ("handeling", "gehoorplanningen"), ("rij", Official.Plain(file)), ("verder", "bevestigen"), ("gehoorDatum", "2025-11-06"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("interview-planned", Names(file));
        using var manager = new Official(server, "coa-casemanager", site: 6804);
        var list = await manager.GetAsync("/werk/hulp");
        var check = await manager.SendAsync(Path, await manager.SendAsync(Path, list, ("handeling", "verhuisaankondigingen")),
            ("handeling", "verhuisaankondigingen"), ("verder", "bekijken"), ("rij", Official.Plain(file)), ("rij", "999999999"), ("dagenVooruit", "7"));
        // A form that was never shown is sent again first; whatever comes back tells nothing of either.
        Assert.DoesNotContain("kan\"", check.Text.Replace("kan-niet\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planner")]
    [InlineData("avim-registreerder")]
    public async Task Who_has_nothing_that_is_done_for_several_is_not_offered_it(string function)
    {
        await server.ArriveAsync(); // Somebody is on the list of who registers.
        using var other = new Official(server, function);
        var list = await other.GetAsync("/werk");
        var isNothing = BulkActs.For(Function.Find(function)!).IsEmpty;
        Assert.Equal(isNothing, !list.Text.Contains("id=\"samen-doen\"", StringComparison.Ordinal));
        Assert.Equal(isNothing ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, (await other.SendAsync(Path, list, ("handeling", "besluiten"))).Status);
    }

    [Fact]
    public void Nothing_that_decides_about_a_person_is_done_for_several() => Assert.All(
        (Type[])[typeof(DecideApplication), typeof(WithdrawApplication), typeof(IssueIntention), typeof(Chain.Reception.EndReception), typeof(Chain.Reception.RecordUnknownDeparture),
            typeof(Chain.Reception.ImposeMeasure), typeof(Chain.Return.Detain), typeof(Chain.Reception.PlacePerson), typeof(Chain.Reception.MovePerson), typeof(Chain.Records.MergeInto)],
        decides => Assert.False(BulkActs.Commands.Contains(decides), decides.Name));

    private static List<string> OutcomesOf(Reply reply) => [.. Regex.Matches(reply.Text, "data-uitkomst=\"([^\"]+)\"").Select(each => each.Groups[1].Value)];

    private async Task<Reply> CheckedAsync(Official planner, int[] files, string day)
    {
        var list = await planner.GetAsync("/werk?stap=plan-interview");
        var rows = files.Select(each => ("rij", Official.Plain(each))).ToArray();
        var form = await planner.SendAsync(Path, list, [("handeling", "gehoorplanningen"), .. rows]);
        Assert.True(form.Status == HttpStatusCode.OK, Official.Words(form));
        var check = await planner.SendAsync(Path, form, [("handeling", "gehoorplanningen"), ("verder", "bekijken"), ("gehoorDatum", day), .. rows]);
        Assert.True(check.Status == HttpStatusCode.OK, Official.Words(check));
        return check;
    }

    private static Task<Reply> ConfirmedAsync(Official planner, Reply check, int[] files, string day) =>
        planner.SendAsync(Path, check, [("verder", "bevestigen"), ("gehoorDatum", day), .. files.Select(each => ("rij", Official.Plain(each)))]);

    private IEnumerable<string> Names(int file) => server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Select(each => each.Envelope.Name);

    private async Task<int> ReadyAsync()
    {
        var file = await server.ArriveAsync();
        foreach (var (resource, function, body) in new[]
        {
            ("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-16", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2024-01-17"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2024-01-18", "spoor": "spoor-4", "reden": 0}"""),
        })
        {
            (await server.ActAsync($"zaken/{file}", resource, function, body)).IsDone();
        }
        return file;
    }
}
