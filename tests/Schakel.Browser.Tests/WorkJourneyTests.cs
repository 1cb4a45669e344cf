using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Schakel.Rehearsal.Data;

namespace Schakel.Browser;

/// <summary>A morning's work of partners, in a browser. A journey ends in facts: in what the interface then tells of the file, by whom and what for.</summary>
public sealed class WorkJourneyTests(Chromium chromium, RunningChain chain)
{
    [Theory]
    [MemberData(nameof(Ways.OfOfficialsAndInEnglish), MemberType = typeof(Ways))]
    public async Task A_household_is_moved_and_its_consequences_are_shown_first(string language, string device)
    {
        var file = await Files.MovableAsync(chain);
        var members = await Files.MembersAsync(chain, file);
        var site = await Files.OtherSiteAsync(chain, await Files.SiteOfAsync(chain, file));
        var before = (await EventsAsync(file, "coa-medewerker")).Count;
        await using var officer = await WorkAsync("coa-medewerker.3", language, device);
        var page = officer.Page;
        await officer.GoAsync($"/werk/zaken/{Plain(file)}?kamer=Reception");
        await page.ClickAsync("a[href$='/gezin/verhuizingen']");
        await page.SelectOptionAsync("#v-opvanglocatie", Plain(site.Number));
        await page.SelectOptionAsync("#v-opvangvorm", site.Modality);
        await page.ClickAsync("form.act button");
        Assert.Equal(language == "nl" ? "Dit gebeurt als u bevestigt" : "This happens when you confirm", await page.InnerTextAsync("#gevolgen"));
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

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task An_interview_is_planned_from_the_worklist_by_keyboard_alone(string language, string device)
    {
        await using var planner = await WorkAsync("ind-planner.1", language, device);
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

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task An_interview_is_dragged_onto_another_day_or_taken_there_by_keyboard_and_only_confirming_moves_it(string language, string device)
    {
        await using var planner = await WorkAsync("ind-planner.2", language, device);
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
        await page.HoverAsync(row + " td[data-kop=Soort]");
        await page.Mouse.DownAsync();
        await page.HoverAsync("li[data-naar]:nth-child(3)");
        await page.HoverAsync("li[data-naar]:nth-child(3)"); // On a small screen the days come along once something is carried.
        await page.Mouse.UpAsync();
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

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task What_a_colleague_did_meanwhile_is_shown_and_nothing_is_overwritten(string language, string device)
    {
        var file = await Files.InReceptionAsync(chain);
        var version = (await chain.ReadAsync($"/zaken/{Plain(file)}", "ind-beslismedewerker"))["versie"]!.GetValue<int>();
        await using var officer = await WorkAsync("ind-beslismedewerker.3", language, device);
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

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task A_municipality_offers_a_home_to_a_household_that_is_linked_to_it(string language, string device)
    {
        await using var officer = await WorkAsync("gemeente-huisvester.1", language, device);
        var page = officer.Page;
        await officer.GoAsync("/werk?stap=offer-home");
        var listed = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.list tbody a.open')].map((each) => each.getAttribute('href'))");
        var name = (await page.InnerTextAsync(".me")).Split("gemeente ")[^1].Split('\n')[0].Trim();
        var municipality = Plain(Municipalities.Find(name)!.Value.Value);
        var members = new List<long>();
        var file = await chain.Handout.TakeAsync(listed.Select(FileOf), async each => // A family of which every member that has no home yet is linked here.
        {
            var heads = await Task.WhenAll((await Files.MembersAsync(chain, each)).Select(async member => (Person: member, Head: await chain.ReadAsync($"/zaken/{Plain(member)}", "coa-medewerker"))));
            members = [.. heads.Where(of => of.Head["huisvesting"]!["gehuisvest"]?.GetValue<bool>() is not true).Select(of => of.Person)];
            return members.Count > 1 && heads.Where(of => members.Contains(of.Person)).All(of => Plain(of.Head["huisvesting"]!["gemeente"]?.GetValue<int>() ?? 0) == municipality && of.Head["huisvesting"]!["aangebodenIn"] is null);
        });
        await page.ClickAsync($"table.list tbody a.open[href='/werk/zaken/{Plain(file)}']");
        var before = (await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality))).Count;
        await page.ClickAsync(".steps a.button[href$='/gezin/woningaanbiedingen']");
        Assert.Equal(municipality, await page.InputValueAsync("#v-gemeente")); // Their own stands ready.
        await page.ClickAsync("form.act button");
        Assert.Equal(before, (await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality))).Count);
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan");
        Assert.Contains("gedaan=", officer.Here, StringComparison.Ordinal);
        Assert.Contains((await EventsAsync(file, "gemeente-huisvester", ("gemeente", municipality)))[before..], each => each is { What: "home-offered", Power: "gemeente-huisvester", Purpose: "huisvesting" });
        foreach (var member in members) // Nobody of the family is left behind.
        {
            Assert.Contains(await EventsAsync(member, "gemeente-huisvester", ("gemeente", municipality)), each => each is { What: "home-offered", Power: "gemeente-huisvester" });
        }
    }

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task Somebody_is_found_by_a_name_that_stands_in_no_address_and_the_look_is_recorded(string language, string device)
    {
        var file = await Files.InReceptionAsync(chain);
        var who = (await chain.ReadAsync($"/zaken/{Plain(file)}", "coa-medewerker"))["identiteit"]!;
        var (family, given) = (who["familienaam"]!.GetValue<string>(), who["voornamen"]!.GetValue<string>());
        await using var officer = await WorkAsync("coa-medewerker.4", language, device);
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

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task A_file_that_stands_open_says_that_a_colleague_did_something(string language, string device)
    {
        await using var officer = await WorkAsync("ind-beslismedewerker.5", language, device);
        var file = await Files.InReceptionAsync(chain, "record-needs");
        await officer.GoAsync($"/werk/zaken/{Plain(file)}");
        await chain.ActAsync(file, "behoeften", "coa-medewerker", new JsonObject { ["behoeften"] = new JsonArray("zorgplaats") });
        await officer.Page.WaitForSelectorAsync("#bericht a");
        Assert.Contains("Er is intussen iets vastgelegd", await officer.Page.InnerTextAsync("#bericht"), StringComparison.Ordinal);
        await officer.Page.ClickAsync("#bericht a");
        Assert.Equal(1, await officer.Page.Locator("li[data-soort=needs-recorded]").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task A_worklist_that_stands_open_loses_the_row_of_what_a_colleague_did_and_says_so(string language, string device)
    {
        await using var planner = await WorkAsync("ind-planner.3", language, device);
        var page = planner.Page;
        await planner.GoAsync("/werk?stap=plan-interview&regels=1000");
        var file = await chain.Handout.TakeAsync((await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.list tbody a.open')].map((each) => each.getAttribute('href'))")).Select(FileOf));
        await page.CheckAsync($"tr[data-sleutel] input[value='{Plain(file)}']"); // Somebody was choosing rows.
        var other = await page.GetAttributeAsync($"tr[data-sleutel] input[name=rij]:not([value='{Plain(file)}'])", "value");
        await page.CheckAsync($"tr[data-sleutel] input[value='{other}']");
        await chain.ActAsync(file, "gehoorplanningen", "ind-planner", new JsonObject { ["gehoorDatum"] = "2024-06-20" });
        await page.WaitForSelectorAsync($"tr[data-sleutel] input[value='{Plain(file)}']", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Contains("Bijgewerkt door het werk van anderen", await page.InnerTextAsync("#bericht"), StringComparison.Ordinal);
        Assert.Contains("weg", await page.InnerTextAsync("#bericht"), StringComparison.Ordinal);
        Assert.True(await page.IsCheckedAsync($"tr[data-sleutel] input[value='{other}']")); // What was chosen stays chosen.
        Assert.Equal(page.Url, chain.Address + "/werk?stap=plan-interview&regels=1000"); // The page was not loaded again.
    }

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task Somebody_is_registered_at_the_desk_by_keyboard_and_the_next_can_be_typed_at_once(string language, string device)
    {
        await using var registrar = await WorkAsync("avim-registreerder.2", language, device);
        var (page, keys) = (registrar.Page, new Keyboard(registrar.Page));
        await registrar.GoAsync("/werk/aanmeldbalie?centrum=1");
        Assert.Equal("familienaam", await page.EvaluateAsync<string>("() => document.activeElement.name")); // One types at once.
        var name = "Toetsenbord" + device;
        await page.Keyboard.TypeAsync(name);
        await keys.ToAsync("[name=voornamen]");
        await page.Keyboard.TypeAsync("Nadia");
        await keys.ToAsync("[name=geboren]");
        await page.Keyboard.TypeAsync("09-03-1987");
        await keys.ToAsync("[name=nationaliteit]");
        await page.Keyboard.TypeAsync("syr");
        await keys.FollowAsync("button[value=volgende]");
        if (await page.Locator("[data-dubbel]").CountAsync() > 0)
        {
            await page.ClickAsync("button[value=volgende]"); // Somebody of the demonstration sounds like it: this is another.
        }
        await page.WaitForSelectorAsync("#vastgelegd");
        var file = long.Parse(registrar.Here.Split("gedaan=")[1].Split('&')[0].Split('#')[0], CultureInfo.InvariantCulture);
        Assert.Equal("familienaam", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Equal("", await page.InputValueAsync("[name=familienaam]"));
        Assert.Equal(
            [("person-arrived", "ambtenaar", "avim", "registratie"), ("identity-recorded", "ambtenaar", "avim", "registratie")],
            (await EventsAsync(file, "avim-registreerder")).Select(each => (each.What, each.By, each.Power, each.Purpose)));
        var who = (await chain.ReadAsync($"/zaken/{Plain(file)}", "avim-registreerder"))["identiteit"]!;
        Assert.Equal((name, "Nadia"), (who["familienaam"]!.GetValue<string>(), who["voornamen"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task A_lawyer_states_wishes_for_a_client_as_themselves_and_the_client_can_read_who_did_it(string language, string device)
    {
        var file = await Files.ApplicantAsync(chain, "state-interview-wishes");
        var before = (await EventsAsync(file, "aanvrager", ("nummer", Plain(file)))).Count;
        await using var lawyer = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device));
        await lawyer.SignInAsLawyerAsync(file);
        var page = lawyer.Page;
        await lawyer.GoAsync($"/werk/zaken/{Plain(file)}?kamer=Procedure");
        await page.ClickAsync("a[href$='/doen/hoorwensen']");
        Assert.Contains("als uzelf", await page.InnerTextAsync("main .lead"), StringComparison.Ordinal);
        await page.FillAsync("[name='wensen.taal']", "ara");
        await page.FillAsync("[name='wensen.dialect']", "Sham");
        await page.CheckAsync("[name='wensen.tolk'][value=vrouw]");
        await page.CheckAsync("[name='wensen.hoormedewerker'][value=geen]");
        await page.ClickAsync("form.act button");
        await page.ClickAsync("button[value=bevestigen]");
        await page.WaitForSelectorAsync("#gedaan, #geweigerd");
        Assert.True(lawyer.Here.Contains("gedaan=", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        var added = (await EventsAsync(file, "aanvrager", ("nummer", Plain(file))))[before..];
        Assert.Equal([("interview-wishes-stated", "advocaat", null, "procedure")], added.Select(each => (each.What, each.By, each.Power, each.Purpose)));
    }

    private static long FileOf(string address) => long.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<List<Happened>> EventsAsync(long file, string function, params (string Name, string Value)[] ties) => chain.EventsAsync(file, function, ties);

    [Theory]
    [MemberData(nameof(Ways.OfOfficials), MemberType = typeof(Ways))]
    public async Task A_file_is_taken_up_and_given_back_by_one_key_and_the_open_list_of_a_colleague_says_so(string language, string device)
    {
        await using var one = await WorkAsync("avim-registreerder.3", language, device);
        await using var colleague = await WorkAsync("avim-registreerder.4", language, device);
        await one.GoAsync("/werk?stand=alles");
        await colleague.GoAsync("/werk?stand=alles");
        var mine = one.Page.Locator("tr[data-opgepakt=mij]");
        await one.Page.Keyboard.PressAsync("j");
        await one.Page.Keyboard.PressAsync("j");
        var row = await one.Page.EvaluateAsync<string>("() => document.activeElement.closest('tr').dataset.sleutel");
        await one.Page.Keyboard.PressAsync("c");
        await mine.First.WaitForAsync();
        Assert.Equal("1 zaak opgepakt.", await one.Page.InnerTextAsync("#bericht"));
        Assert.Contains(row, await mine.EvaluateAllAsync<string[]>("(rows) => rows.map((each) => each.dataset.sleutel)"));
        Assert.Equal(row, await one.Page.EvaluateAsync<string>("() => document.activeElement.closest('tr').dataset.sleutel")); // The row keeps the focus.
        await colleague.Page.WaitForSelectorAsync($"tr[data-sleutel='{row}'][data-opgepakt=collega]");
        Assert.Contains("Bijgewerkt door het werk van anderen", await colleague.Page.InnerTextAsync("#bericht"), StringComparison.Ordinal);
        await one.Page.Keyboard.PressAsync("c");
        await one.Page.WaitForSelectorAsync($"tr[data-sleutel='{row}']:not([data-opgepakt])");
        Assert.Equal("1 zaak teruggegeven.", await one.Page.InnerTextAsync("#bericht"));
        Assert.Empty(one.Complaints);
    }

    private async Task<Visitor> WorkAsync(string person, string language, string device)
    {
        var visitor = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device));
        await visitor.SignInAsync(person);
        return visitor;
    }
}
