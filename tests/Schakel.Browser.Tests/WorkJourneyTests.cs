using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Schakel.Rehearsal.Data;

namespace Schakel.Browser;

/// <summary>A morning's work of partners, in a browser. A journey ends in facts: in what the interface then tells of the file, by whom and what for.</summary>
public sealed class WorkJourneyTests(Chromium chromium, RunningChain chain)
{
    [Fact]
    public async Task A_household_is_moved_and_its_consequences_are_shown_first()
    {
        var file = await Files.MovableAsync(chain);
        var members = await Files.MembersAsync(chain, file);
        var site = await Files.OtherSiteAsync(chain, await Files.SiteOfAsync(chain, file));
        var before = (await EventsAsync(file, "coa-medewerker")).Count;
        await using var officer = await WorkAsync("coa-medewerker.3");
        var page = officer.Page;
        await officer.GoAsync($"/werk/zaken/{Plain(file)}?kamer=Reception");
        await page.ClickAsync("a[href$='/gezin/verhuizingen']");
        await page.SelectOptionAsync("#v-opvanglocatie", Plain(site.Number));
        await page.SelectOptionAsync("#v-opvangvorm", site.Modality);
        await page.ClickAsync("form.act button");
        Assert.Equal("Dit gebeurt als u bevestigt", await page.InnerTextAsync("#gevolgen"));
        Assert.NotEmpty(await page.Locator("#controle li").AllInnerTextsAsync());
        Assert.Equal(before, (await EventsAsync(file, "coa-medewerker")).Count);
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan, #geweigerd, #intussen");
        Assert.True(officer.Here.StartsWith($"/werk/zaken/{Plain(file)}?gedaan=", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        Assert.True(members.Count > 1);
        foreach (var member in members)
        {
            Assert.Contains((await EventsAsync(member, "coa-medewerker")).TakeLast(4), each => each is { What: "person-moved", By: "ambtenaar", Power: "coa-medewerker", Purpose: "opvang" });
            Assert.Equal(site.Number, await Files.SiteOfAsync(chain, member));
        }
    }

    [Fact]
    public async Task An_interview_is_planned_from_the_worklist_by_keyboard_alone()
    {
        await using var planner = await WorkAsync("ind-planner.1");
        var page = planner.Page;
        var keys = new Keyboard(page);
        await planner.GoAsync("/werk?stap=plan-interview");
        await keys.PressAsync("j");
        Assert.Equal(1, await page.Locator("table.list tbody tr:first-child a.open:focus").CountAsync());
        for (var i = 0; !await chain.Handout.TryTakeAsync(FileOf(await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"))); i++)
        {
            Assert.True(i < 40, "Every file of the list is another test's.");
            await keys.PressAsync("j");
        }
        await keys.FollowHereAsync();
        var file = FileOf(planner.Here);
        var before = (await EventsAsync(file, "ind-planner")).Count;
        await keys.FollowAsync("a[href$='/doen/gehoorplanningen']");
        await keys.ToAsync("#v-gehoorDatum");
        await page.Keyboard.TypeAsync("02022024"); // Day and month in either order.
        Assert.Equal("2024-02-02", await page.InputValueAsync("#v-gehoorDatum"));
        await keys.FollowAsync("form.act button");
        Assert.Equal("Dit gebeurt als u bevestigt", await page.InnerTextAsync("#gevolgen"));
        Assert.Equal(before, (await EventsAsync(file, "ind-planner")).Count);
        await keys.FollowAsync("button[value=bevestigen]");
        Assert.Equal("gedaan", await page.EvaluateAsync<string>("() => document.activeElement.id")); // What was done is told first.
        Assert.Contains((await EventsAsync(file, "ind-planner"))[before..], each => each is { What: "interview-planned", By: "ambtenaar", Power: "ind-hoormedewerker", Purpose: "procedure" });
    }

    [Fact]
    public async Task An_interview_is_dragged_onto_another_day_or_taken_there_by_keyboard_and_only_confirming_moves_it()
    {
        await using var planner = await WorkAsync("ind-planner.2");
        var page = planner.Page;
        await planner.GoAsync("/werk?stap=plan-interview");
        var file = await chain.Handout.TakeAsync((await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.list tbody a.open')].map((each) => each.getAttribute('href'))")).Select(FileOf));
        await chain.ActAsync(file, "gehoorplanningen", "ind-planner", new JsonObject { ["gehoorDatum"] = "2024-06-18" });
        var before = (await EventsAsync(file, "ind-planner")).Count;
        var (day, row, form) = ("/werk/agenda?dag=2024-06-18&beeld=dag", $"tr[data-verplaats='/werk/zaken/{Plain(file)}/doen/gehoorverplaatsingen']", $"/werk/zaken/{Plain(file)}/doen/gehoorverplaatsingen?gehoorDatum=");
        for (var i = 0; i < 60 && await page.Locator(row).CountAsync() == 0; i++)
        {
            await planner.GoAsync(day); // The calendar is at most some seconds behind.
        }
        // By mouse: the form opens with that day.
        var target = await page.GetAttributeAsync("li[data-naar]:nth-child(3)", "data-naar");
        await page.DragAndDropAsync(row + " td[data-kop=Soort]", "li[data-naar]:nth-child(3)");
        await page.WaitForURLAsync("**" + form + target);
        Assert.Equal(target, await page.InputValueAsync("#v-gehoorDatum"));
        // By keyboard: the same days stand in the row.
        await planner.GoAsync(day);
        var keys = new Keyboard(page);
        await keys.ToAsync(row + " summary");
        await keys.PressAsync("Enter");
        await keys.FollowAsync($"{row} li:nth-child(4) a");
        Assert.StartsWith(form, planner.Here, StringComparison.Ordinal);
        Assert.Equal(before, (await EventsAsync(file, "ind-planner")).Count); // Nothing was moved yet.
        await page.CheckAsync("input[name=oorzaak][value=dienst]");
        await page.ClickAsync("form.act button");
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan");
        Assert.Contains((await EventsAsync(file, "ind-planner"))[before..], each => each.What == "interview-moved");
    }

    [Fact]
    public async Task What_a_colleague_did_meanwhile_is_shown_and_nothing_is_overwritten()
    {
        var file = await Files.InReceptionAsync(chain);
        var version = (await chain.ReadAsync($"/zaken/{Plain(file)}", "ind-beslismedewerker"))["versie"]!.GetValue<int>();
        await using var officer = await WorkAsync("ind-beslismedewerker.3");
        var page = officer.Page;
        await officer.GoAsync($"/werk/zaken/{Plain(file)}?kamer=Procedure");
        await page.ClickAsync("a[href$='/doen/toetsverzoeken']");
        await page.FillAsync("#v-toelichting", "twijfel over de herkomst");
        await chain.ActAsync(file, "behoeften", "coa-medewerker", new JsonObject { ["behoeften"] = new JsonArray("rolstoeltoegankelijk") });
        Assert.Equal(HttpStatusCode.PreconditionFailed, await chain.TryAsync(file, "toetsverzoeken", "ind-beslismedewerker", [], version)); // So says the interface.
        await page.ClickAsync("form.act button");
        Assert.Equal("Een collega was u voor", await page.InnerTextAsync("#intussen h2"));
        Assert.Contains("Behoeften vastgelegd", await page.InnerTextAsync("#intussen"), StringComparison.Ordinal);
        Assert.Equal("twijfel over de herkomst", await page.InputValueAsync("#v-toelichting"));
        Assert.DoesNotContain(await EventsAsync(file, "ind-beslismedewerker"), each => each.What == "peer-review-asked");
        await page.ClickAsync("form.act button");
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan");
        Assert.Contains("gedaan=", officer.Here, StringComparison.Ordinal);
        Assert.Equal(
            [("needs-recorded", "coa-medewerker", "opvang"), ("peer-review-asked", "ind-beslismedewerker", "procedure")],
            (await EventsAsync(file, "ind-beslismedewerker")).TakeLast(2).Select(each => (each.What, each.Power, each.Purpose)));
    }

    [Fact]
    public async Task A_municipality_offers_a_home_to_a_household_that_is_linked_to_it()
    {
        await using var officer = await WorkAsync("gemeente-huisvester.1");
        var page = officer.Page;
        await officer.GoAsync("/werk?stap=offer-home");
        var listed = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.list tbody a.open')].map((each) => each.getAttribute('href'))");
        var file = await chain.Handout.TakeAsync(listed.Select(FileOf));
        await page.ClickAsync($"table.list tbody a.open[href='/werk/zaken/{Plain(file)}']");
        var name = (await page.InnerTextAsync(".me")).Split("gemeente ")[^1].Split('\n')[0].Trim();
        var municipality = Plain(Municipalities.Find(name)!.Value.Value);
        var before = (await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality))).Count;
        await page.ClickAsync(".steps a.button[href$='/doen/woningaanbiedingen']");
        Assert.Equal(municipality, await page.InputValueAsync("#v-gemeente")); // Their own stands ready.
        await page.ClickAsync("form.act button");
        Assert.Equal(before, (await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality))).Count);
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan");
        Assert.Contains("gedaan=", officer.Here, StringComparison.Ordinal);
        Assert.Contains((await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality)))[before..], each => each is { What: "home-offered", Power: "gemeente-huisvester", Purpose: "huisvesting" });
    }

    [Fact]
    public async Task Somebody_is_found_by_a_name_that_stands_in_no_address_and_the_look_is_recorded()
    {
        var file = await Files.InReceptionAsync(chain);
        var who = (await chain.ReadAsync($"/zaken/{Plain(file)}", "coa-medewerker"))["identiteit"]!;
        var (family, given) = (who["familienaam"]!.GetValue<string>(), who["voornamen"]!.GetValue<string>());
        await using var officer = await WorkAsync("coa-medewerker.4");
        var addresses = new List<string>();
        officer.Page.Request += (_, request) => addresses.Add(request.Url);
        await officer.GoAsync("/werk");
        await officer.Page.Keyboard.PressAsync("/");
        await officer.Page.Keyboard.TypeAsync($"{given.ToUpperInvariant()} {family}");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.ClickAsync($"table.list a[href='/werk/zaken/{Plain(file)}']");
        Assert.Contains(family, await officer.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.DoesNotContain(addresses, each => each.Contains(family, StringComparison.OrdinalIgnoreCase) || each.Contains(given, StringComparison.OrdinalIgnoreCase));
        var looks = await chain.ReadAsync($"/zaken/{Plain(file)}/inzagen", "aanvrager", ("nummer", Plain(file)));
        Assert.Contains(looks["resultaten"]!.AsArray(), each => each!["functie"]!.GetValue<string>() == "Medewerker plaatsing COA" && each["doel"]!.GetValue<string>() == "opvang");
    }

    [Fact]
    public async Task A_file_that_stands_open_says_that_a_colleague_did_something()
    {
        await using var officer = await WorkAsync("ind-beslismedewerker.5");
        var file = await Files.InReceptionAsync(chain);
        await officer.GoAsync($"/werk/zaken/{Plain(file)}");
        await chain.ActAsync(file, "behoeften", "coa-medewerker", new JsonObject { ["behoeften"] = new JsonArray("zorgplaats") });
        await officer.Page.WaitForSelectorAsync("#bericht a");
        Assert.Contains("Er is intussen iets vastgelegd", await officer.Page.InnerTextAsync("#bericht"), StringComparison.Ordinal);
        await officer.Page.ClickAsync("#bericht a");
        Assert.Equal(1, await officer.Page.Locator("li[data-soort=needs-recorded]").CountAsync());
    }

    private static long FileOf(string address) => long.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<List<Happened>> EventsAsync(long file, string function, params (string Name, string Value)[] ties) => chain.EventsAsync(file, function, ties);

    private async Task<Visitor> WorkAsync(string person)
    {
        var visitor = await Visitor.ComeAsync(chromium, chain, "nl", Device.Desktop);
        await visitor.SignInAsync(person);
        return visitor;
    }
}
