using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench;

/// <summary>Work is taken up (oppakken): two colleagues with the same list do not do the same file, and anyone sees what nobody has taken up. It decides nothing about who may see or do what.</summary>
public sealed class TakingTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Path = "/werk/oppakken";
    private const string All = "/werk?stand=alles&regels=1000";

    [Fact]
    public async Task What_somebody_takes_up_their_colleague_sees_in_the_list_and_in_the_file()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4101);
        using var colleague = new Official(server, "avim-registreerder", number: 4102);
        using var planner = new Official(server, "coa-medewerker", number: 4101);
        var done = await SentAsync(one, "pak-op", All, file);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.StartsWith(All + "&opgepakt=", done.Location, StringComparison.Ordinal);
        Assert.Contains("1 zaak opgepakt. Ongedaan maken", Official.Words(await one.GetAsync(done.Location!.Split('#')[0])), StringComparison.Ordinal);
        Assert.Contains("opgepakt door u", RowOf(await one.GetAsync(All), file), StringComparison.Ordinal);
        Assert.Contains("opgepakt door collega 4101, 1 oktober 2025", RowOf(await colleague.GetAsync(All), file), StringComparison.Ordinal);
        Assert.Contains("Opgepakt door u sinds 1 oktober 2025 Geef terug Draag over", Official.Words(await one.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        Assert.Contains("Collega 4101 heeft dit opgepakt sinds 1 oktober 2025 Neem over", Official.Words(await colleague.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        // In another function it is nobody's, also under the same number.
        Assert.DoesNotContain("opgepakt door", RowOf(await planner.GetAsync(All), file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_and_its_files_hold_what_is_mine_or_what_is_nobodys()
    {
        var (mine, theirs, free) = (await server.ArriveAsync(), await server.ArriveAsync(), await server.ArriveAsync());
        using var one = new Official(server, "avim-registreerder", number: 4111);
        using var colleague = new Official(server, "avim-registreerder", number: 4112);
        Assert.Contains("Van wat u hebt opgepakt, staat hier niets. Kies bij Van: van niemand.", Official.Words(await one.GetAsync(All + "&van=mij")), StringComparison.Ordinal);
        await SentAsync(one, "pak-op", All, mine);
        await SentAsync(colleague, "pak-op", All, theirs);
        foreach (var (van, holds) in ((string, int[])[])[("", [mine, theirs, free]), ("&van=mij", [mine]), ("&van=niemand", [free])])
        {
            var page = await one.GetAsync(All + van);
            Assert.Equal(holds, ((int[])[mine, theirs, free]).Where(each => page.Text.Contains($"data-sleutel=\"{each}.", StringComparison.Ordinal)));
            Assert.Equal(Regex.Count(page.Text, "data-sleutel="), CountIn(page)); // The numbers are of the same choice.
            var csv = (await one.GetAsync("/werk/lijst.csv?stand=alles" + van)).Text;
            Assert.Equal(holds, ((int[])[mine, theirs, free]).Where(each => csv.Contains($"\n{each};", StringComparison.Ordinal)));
        }
        Assert.Contains(";Opgepakt\r\n", (await one.GetAsync("/werk/lijst.csv?stand=alles")).Text, StringComparison.Ordinal);
        var column = await one.GetAsync(All + "&kolommen=stap.opgepakt");
        Assert.Matches("<td data-kop=\"Opgepakt\">opgepakt door collega 4112, 1 oktober 2025</td>", column.Text);
        Assert.DoesNotContain("<small>opgepakt", column.Text, StringComparison.Ordinal);
        // And what nobody has is so at once when somebody takes it up or gives it back.
        await SentAsync(colleague, "pak-op", All, free);
        Assert.DoesNotContain($"data-sleutel=\"{free}.", (await one.GetAsync(All + "&van=niemand")).Text, StringComparison.Ordinal);
        await SentAsync(colleague, "geef-terug", All, theirs);
        Assert.Contains($"data-sleutel=\"{theirs}.", (await one.GetAsync(All + "&van=niemand")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_has_it_and_may_take_it_over_and_undo_that()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4121);
        using var second = new Official(server, "avim-registreerder", number: 4122);
        await SentAsync(one, "pak-op", All, file);
        var refused = await SentAsync(second, "pak-op", All, file);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains($"Er is niets gewijzigd Een collega heeft dit al opgepakt.", Official.Words(refused), StringComparison.Ordinal);
        Assert.Contains($"zaak {file}: collega 4121, sinds 1 oktober 2025 Neem over", Official.Words(refused), StringComparison.Ordinal);
        Assert.Equal(4121, HolderOf(second, file));
        var over = await second.SendAsync(Path, refused, ("verder", "neem-over"));
        Assert.Equal((HttpStatusCode.Found, 4122), (over.Status, HolderOf(second, file)));
        Assert.Contains("opgepakt door collega 4122", RowOf(await one.GetAsync(All), file), StringComparison.Ordinal);
        // Who has it no longer cannot give it back.
        Assert.Equal(HttpStatusCode.Conflict, (await SentAsync(one, "geef-terug", All, file)).Status);
        var told = await second.GetAsync(over.Location!.Split('#')[0]);
        Assert.Contains("1 zaak overgenomen. Ongedaan maken", Official.Words(told), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await second.SendAsync(Path, NoticeIn(told), ("verder", "terug"))).Status);
        Assert.Equal(4121, HolderOf(second, file));
    }

    [Fact]
    public async Task What_was_done_with_a_file_since_is_not_undone()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4126);
        using var second = new Official(server, "avim-registreerder", number: 4127);
        var told = await one.GetAsync((await SentAsync(one, "pak-op", All, file)).Location!.Split('#')[0]);
        await SentAsync(second, "neem-over", All, file);
        var refused = await one.SendAsync(Path, NoticeIn(told), ("verder", "terug"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Dit kan niet meer ongedaan worden gemaakt", Official.Words(refused), StringComparison.Ordinal);
        Assert.Equal(4127, HolderOf(one, file));
    }

    [Fact]
    public async Task Somebody_hands_over_a_file_with_a_reason_from_the_list_and_only_the_receiver_reads_it()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4131);
        using var receiver = new Official(server, "avim-registreerder", number: 4132);
        using var other = new Official(server, "avim-registreerder", number: 4133);
        await SentAsync(one, "pak-op", All, file);
        var page = await one.GetAsync($"/werk/zaken/{file}");
        foreach (var (colleague, reason, says) in ((string, string, string)[])[("", "afwezig", "Geef het nummer van een collega"), ("99999999999", "afwezig", "Geef het nummer van een collega"), ("4131", "afwezig", "Dit is uw eigen nummer"), ("4132", "ziek", "Kies waarom u de zaak overdraagt")])
        {
            var wrong = await one.SendAsync(Path, page, ("verder", "draag-over"), ("collega", colleague), ("reden", reason));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
            Assert.Contains(says, Official.Words(wrong), StringComparison.Ordinal);
            Assert.Contains($"value=\"{colleague}\"", wrong.Text, StringComparison.Ordinal);
            Assert.Equal(4131, HolderOf(one, file));
        }
        var done = await one.SendAsync(Path, page, ("verder", "draag-over"), ("collega", "4132"), ("reden", "betrokken"));
        Assert.Contains("1 zaak overgedragen aan collega 4132.", Official.Words(await one.GetAsync(done.Location!.Split('#')[0])), StringComparison.Ordinal);
        Assert.Contains("Opgepakt door u sinds 1 oktober 2025 , overgedragen door collega 4131: betrokken bij de persoon", Official.Words(await receiver.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        Assert.DoesNotContain("betrokken", Official.Words(await other.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_back_it_is_nobodys_and_a_second_click_does_no_harm()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4141);
        var page = await one.GetAsync($"/werk/zaken/{file}");
        var (first, again) = (await one.SendAsync(Path, page, ("verder", "pak-op")), await one.SendAsync(Path, page, ("verder", "pak-op")));
        Assert.Equal((HttpStatusCode.Found, first.Location), (again.Status, again.Location));
        Assert.StartsWith($"/werk/zaken/{file}?opgepakt=", first.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await one.SendAsync(Path, await one.GetAsync($"/werk/zaken/{file}"), ("verder", "geef-terug"))).Status);
        Assert.Null(HolderOf(one, file));
        Assert.Contains("Pak op", Official.Words(await one.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_chosen_rows_those_that_are_free_are_taken_up_and_the_others_are_told()
    {
        var (free, theirs) = (await server.ArriveAsync(), await server.ArriveAsync());
        using var one = new Official(server, "avim-registreerder", number: 4151);
        using var colleague = new Official(server, "avim-registreerder", number: 4152);
        await SentAsync(colleague, "pak-op", All, theirs);
        var done = await SentAsync(one, "pak-op", All, free, theirs, 999_999_999);
        Assert.Contains($"1 zaak opgepakt. 1 regel kon niet. Niet, want een collega heeft het: zaak {theirs}: collega 4152, sinds 1 oktober 2025.", Official.Words(await one.GetAsync(done.Location!.Split('#')[0])), StringComparison.Ordinal);
        Assert.Equal((4151, 4152), (HolderOf(one, free), HolderOf(one, theirs)));
        // Nobody chosen, too many, nothing said: a sentence, and nothing is changed.
        foreach (var (what, rows, says) in ((string, int[], string)[])[("pak-op", [], "Kies ten minste één regel"), ("pak-op", [.. Enumerable.Range(1, 51)], "Kies hooguit 50 regels"), ("doe-iets", [free], "Kies wat u wilt doen")])
        {
            var wrong = await SentAsync(one, what, All, rows);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
            Assert.Contains(says, Official.Words(wrong), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_may_not_be_seen_is_answered_as_one_that_does_not_exist()
    {
        // Given: somebody at another site, and a file of another team.
        await server.OpenSiteAsync(4161, 10, "asielzoekerscentrum");
        var (away, ofTeam) = (await server.ArriveAsync(), await server.AwaitsDecisionAsync("SYR"));
        (await server.ActAsync($"zaken/{away}", "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 4161, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        await server.DoneAsync(ofTeam, "teamtoewijzingen", "ind-planner", """{"team": 3}""");
        using var manager = new Official(server, "coa-casemanager", number: 4161, site: 4162);
        using var decider = new Official(server, "ind-beslismedewerker", number: 4161, team: "team 4");
        foreach (var (who, file) in ((Official, int)[])[(manager, away), (decider, ofTeam)])
        {
            foreach (var what in (string[])["pak-op", "neem-over", "geef-terug", "draag-over"])
            {
                var hidden = await SentAsync(who, what, "/werk/hulp", file);
                Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
                Assert.Equal((await SentAsync(who, what, "/werk/hulp", 999_999_999)).Text, hidden.Text);
            }
            Assert.Null(HolderOf(who, file));
        }
        using var own = new Official(server, "ind-beslismedewerker", number: 4162, team: "team 3");
        Assert.Equal(HttpStatusCode.Found, (await SentAsync(own, "pak-op", "/werk/hulp", ofTeam)).Status);
    }

    [Theory]
    [InlineData("advocaat")]
    [InlineData("voogd")]
    [InlineData("dtv-regievoerder")]
    [InlineData("inspecteur")]
    public async Task Who_has_files_of_their_own_or_no_list_takes_up_nothing(string function)
    {
        var file = await server.ArriveAsync();
        using var own = new Official(server, function, number: 4171, clients: file);
        Assert.Equal(HttpStatusCode.NotFound, (await own.SendAsync(Path, Official.ProofIn(await own.GetAsync("/werk/hulp")), ("verder", "pak-op"), ("rij", $"{file}"))).Status);
        Assert.DoesNotContain("pak-op", (await own.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"niemand\"", (await own.GetAsync("/werk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<kbd>c</kbd>", (await own.GetAsync("/werk/hulp")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_look_is_recorded_by_taking_up_what_the_list_showed()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4176);
        var page = Official.ProofIn(await one.GetAsync(All));
        var log = server.App.Services.GetRequiredService<LookLog>();
        var before = log.Writes;
        Assert.Equal(HttpStatusCode.Found, (await one.SendAsync(Path, page, ("verder", "pak-op"), ("rij", $"{file}"))).Status);
        Assert.Equal(before, log.Writes);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "avim-registreerder", number: 4178);
        var strange = new Reply(HttpStatusCode.OK, "<main>", null, null, null, new Dictionary<string, string>());
        var answer = await one.SendAsync(Path, strange, ("verder", "pak-op"), ("rij", $"{file}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(HolderOf(one, file));
        Assert.Equal(HttpStatusCode.Found, (await one.SendAsync(Path, answer, ("verder", "pak-op"))).Status); // What was chosen is still there.
        Assert.Equal(4178, HolderOf(one, file));
    }

    [Fact]
    public async Task It_comes_free_after_fourteen_days_and_outlives_a_restart_until_then()
    {
        await using var own = new ChainServer();
        await own.InitializeAsync();
        var file = await own.ArriveAsync();
        using (var one = new Official(own, "avim-registreerder", number: 4181))
        {
            await SentAsync(one, "pak-op", All, file);
        }
        await own.RestartAsync();
        using var again = new Official(own, "avim-registreerder", number: 4181);
        Assert.Contains("opgepakt door u", RowOf(await again.GetAsync(All), file), StringComparison.Ordinal);
        Assert.Equal(["avim-registreerder.json"], Directory.GetFiles(System.IO.Path.Combine(own.Folder, "opgepakt")).Select(System.IO.Path.GetFileName));
        own.Today = Day.Of(2025, 10, 15);
        Assert.Contains($"data-sleutel=\"{file}.", (await again.GetAsync(All + "&van=mij")).Text, StringComparison.Ordinal);
        own.Today = Day.Of(2025, 10, 16);
        Assert.DoesNotContain($"data-sleutel=\"{file}.", (await again.GetAsync(All + "&van=mij")).Text, StringComparison.Ordinal);
        Assert.Contains($"data-sleutel=\"{file}.", (await again.GetAsync(All + "&van=niemand")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Version\": 3")]
    [InlineData("null")]
    [InlineData("{\"Version\": 3, \"Set\": null}")]
    [InlineData("{\"Version\": 3, \"Set\": {\"Files\": {\"1\": null}}}")]
    [InlineData("{\"Version\": 3, \"Set\": {\"Files\": {\"1\": {\"Number\": 1, \"Since\": 2147483647, \"Renewed\": -2147483648, \"Reason\": 77}}}}")]
    public async Task A_file_that_somebody_spoiled_keeps_nobody_from_their_work(string spoiled)
    {
        var folder = Directory.CreateTempSubdirectory("schakel-opgepakt-").FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "avim-registreerder.json"), spoiled, TestContext.Current.CancellationToken);
        var caller = new Caller(Function.Find("avim-registreerder")!, 7, []);
        var shelf = new TakingShelf(folder);
        Assert.Empty(shelf.Of(caller.Function, server.Today).Set.Files);
        Assert.NotNull(TakenUp(shelf, caller, 12).Done);
        Assert.Equal([12], new TakingShelf(folder).Of(caller.Function, server.Today).Set.By(7));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task When_it_cannot_be_kept_that_is_told_and_nothing_is_changed()
    {
        await using var own = new ChainServer();
        await own.InitializeAsync();
        var file = await own.ArriveAsync();
        await File.WriteAllTextAsync(System.IO.Path.Combine(own.Folder, "opgepakt"), "no folder", TestContext.Current.CancellationToken);
        using var one = new Official(own, "avim-registreerder", number: 4186);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SentAsync(one, "pak-op", All, file)).Status);
        Assert.DoesNotContain("opgepakt door", RowOf(await one.GetAsync(All), file), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_at_the_same_instant_one_has_it_and_so_it_is_kept()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-opgepakt-").FullName;
        var shelf = new TakingShelf(folder);
        var registrar = Function.Find("avim-registreerder")!;
        var won = Enumerable.Range(1, 40).AsParallel().WithDegreeOfParallelism(8).Where(number => TakenUp(shelf, new(registrar, number, []), 12).Done is not null).ToList();
        Assert.Equal(won, [Assert.Single(shelf.Of(registrar, server.Today).Set.Files).Value.Number]);
        Assert.Equal(won, [new TakingShelf(folder).Of(registrar, server.Today).Set.Of(12)!.Number]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task News_says_at_once_that_a_colleague_took_up_work_and_also_when_it_was_before_one_listened()
    {
        var (file, other) = (await server.ArriveAsync(), await server.ArriveAsync());
        using var one = new Official(server, "avim-registreerder", number: 4191);
        using var colleague = new Official(server, "avim-registreerder", number: 4192);
        var seal = SealIn(await one.GetAsync("/werk"));
        using (var listening = await ListenAsync(one, seal))
        {
            await SentAsync(colleague, "pak-op", All, file);
            Assert.Equal(["event: begin", "event: anders"], await HeardAsync(listening, 2));
        }
        var before = SealIn(await one.GetAsync("/werk"));
        await SentAsync(colleague, "pak-op", All, other);
        using var late = await ListenAsync(one, before);
        Assert.Equal(["event: begin", "event: anders"], await HeardAsync(late, 2));
    }

    [Fact]
    public async Task The_two_hundred_and_first_file_is_refused_with_what_to_do()
    {
        var file = await server.ArriveAsync();
        using var one = new Official(server, "coa-medewerker", number: 4201);
        var shelf = server.App.Services.GetRequiredService<TakingShelf>();
        long[] many = [.. Enumerable.Range(700_001, TakenSet.Most).Select(each => (long)each)];
        shelf.Change(one.Caller, server.Today, new(0, TakeKind.Taken, [], [], 0), set => set.Take(many, 4201, server.Today));
        var full = await SentAsync(one, "pak-op", All, file);
        Assert.Equal(HttpStatusCode.Conflict, full.Status);
        Assert.Contains("U kunt hooguit 200 zaken opgepakt hebben. Geef er eerst enkele terug.", Official.Words(full), StringComparison.Ordinal);
        Assert.Null(HolderOf(one, file));
    }

    [Fact]
    public async Task A_view_of_what_nobody_has_taken_up_is_kept_and_says_so_in_words()
    {
        using var one = new Official(server, "avim-registreerder", number: 4211);
        using var english = new Official(server, "avim-registreerder", number: 4211, language: "en");
        const string Address = "/werk?stand=nu&van=niemand";
        await one.SendAsync("/werk/weergaven", await one.GetAsync(Address), ("verder", "bewaren"), ("naam", "Vrij"));
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(Address)}\" aria-current=\"true\"><bdi>Vrij", (await one.GetAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Contains("Wat nu te doen is · door niemand opgepakt", Official.Words(await one.GetAsync("/werk/weergaven")), StringComparison.Ordinal);
        Assert.Contains("What is to be done now · taken up by nobody", Official.Words(await english.GetAsync("/werk/weergaven")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_function_that_shares_a_list_takes_up_work_and_no_other() => Assert.Equal(
    [
        "avim-registreerder", "kmar-grenswachter", "ind-planner", "ind-hoormedewerker", "ind-beslismedewerker", "coa-medewerker", "coa-locatiemanager", "coa-casemanager", "gza-medewerker", "gemeente-huisvester",
        "gemeente-medewerker", "duo-medewerker", "uwv-medewerker", "hulpofficier", "rechtbank", "griffier", "raad-voor-rechtsbijstand", "vluchtelingenwerk", "gegevensbeheerder",
    ], Function.All.Where(TakingShelf.IsFor).Select(each => each.Code));

    private static (TakeChange? Done, TakeFault? Fault) TakenUp(TakingShelf shelf, Caller caller, long file)
    {
        var today = Day.Of(2025, 10, 1);
        return shelf.Change(caller, today, new(0, TakeKind.Taken, [new(file, null, null)], [], 0), set => set.Take([file], caller.Number, today));
    }

    private int? HolderOf(Official official, long file) => server.App.Services.GetRequiredService<TakingShelf>().Of(official.Caller.Function, server.Today).Set.Of(file)?.Number;

    // As the form under the list is sent, or from a page that has none.
    private static async Task<Reply> SentAsync(Official official, string what, string from, params int[] files) => await official.SendAsync(
        Path, Official.ProofIn(await official.GetAsync(from)), [("verder", what), .. files.Select(each => ("rij", Official.Plain(each))), .. ((string Name, string Value)[])(from == All ? [("keuze", All["/werk".Length..])] : [])]);

    private static string RowOf(Reply page, int file) => Official.Words(page with { Text = Regex.Match(page.Text, $"<tr data-sleutel=\"{file}\\..*?</tr>", RegexOptions.Singleline).Value });

    private static Reply NoticeIn(Reply page) => page with { Text = "<main>" + Regex.Match(page.Text, "<div class=\"card done notice\" id=\"gedaan\".*?</form>", RegexOptions.Singleline).Value };

    private static int CountIn(Reply page) => int.Parse(Regex.Match(page.Text, "data-telling=\"all\">([0-9]+)<").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string SealIn(Reply page) => WebUtility.HtmlDecode(Regex.Match(page.Text, "data-nieuws=\"([^\"]+)\"").Groups[1].Value);

    private async Task<HttpResponseMessage> ListenAsync(Official official, string seal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/werk/nieuws?over={Uri.EscapeDataString(seal)}");
        request.Headers.Add("Cookie", server.SessionOf(official.Caller));
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    // Within a minute: without news a stream stays silent much longer.
    private static async Task<List<string>> HeardAsync(HttpResponseMessage answer, int events)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token), Encoding.UTF8);
        var heard = new List<string>();
        while (heard.Count < events && await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                heard.Add(line);
            }
        }
        return heard;
    }
}
