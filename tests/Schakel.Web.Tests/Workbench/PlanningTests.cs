using System.Net;

namespace Schakel.Web.Workbench;

/// <summary>What who plans needs to know: how somebody wishes to be heard, what a chosen day runs into, by when detention is reviewed, how much fits at a centre.</summary>
public sealed class PlanningTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task Who_plans_reads_in_which_language_and_by_whom_somebody_wishes_to_be_heard_and_reception_does_not()
    {
        var file = await PlannedAsync("2025-11-04", 61);
        await server.DoneAsync(file, "hoorwensen", "aanvrager", """{"wensen": {"taal": "kmr", "dialect": "Badini", "tolk": "vrouw", "hoormedewerker": "geen"}}""", number: file);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var planner = new Official(server, "ind-planner");
        Assert.Contains("taal Koerdisch (Kurmanji), dialect Badini, tolk: een vrouw", Official.Words(await planner.GetAsync("/werk/agenda?dag=2025-11-04&beeld=dag&centrum=61")), StringComparison.Ordinal);
        Assert.Contains("taal Koerdisch (Kurmanji), dialect Badini, tolk: een vrouw", Official.Words(await planner.GetAsync($"/werk/zaken/{file}/doen/gehoorverplaatsingen")), StringComparison.Ordinal);
        Assert.Contains("interview-wishes-stated", (await server.GetAsync($"/zaken/{file}/gebeurtenissen?paginaGrootte=100", "ind-planner")).Text, StringComparison.Ordinal);

        using var reception = new Official(server, "coa-medewerker");
        var day = await reception.GetAsync("/werk/agenda?dag=2025-11-04&beeld=dag&centrum=61");
        Assert.Contains($"/werk/zaken/{file}\"", day.Text, StringComparison.Ordinal);
        foreach (var page in (Reply[])[day, await reception.GetAsync($"/werk/zaken/{file}?alles=ja"), await server.GetAsync($"/zaken/{file}/gebeurtenissen?paginaGrootte=100", "coa-medewerker")])
        {
            Assert.DoesNotContain("Badini", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_after_the_last_day_of_a_term_is_told_before_the_interview_is_moved_to_it()
    {
        var file = await PlannedAsync("2025-11-05", 62, came: "2025-09-01");
        using var planner = new Official(server, "ind-planner");
        Assert.DoesNotContain("valt na de laatste dag van", await MovedToAsync(planner, file, "2025-11-12"), StringComparison.Ordinal);
        Assert.Matches("3 januari 2028 valt na de laatste dag van: Beslistermijn", await MovedToAsync(planner, file, "2028-01-03"));
    }

    [Fact]
    public async Task A_move_before_the_day_and_the_way_to_the_centre_are_told_before_the_interview_is_moved()
    {
        await server.OpenSiteAsync(6711, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(6712, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/6712", "gemeentevastleggingen", "coa-medewerker", """{"datum": "2024-02-01", "gemeente": 363}""")).IsDone();
        var file = await PlannedAsync("2025-11-06", 63);
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker", """{"datum": "2025-09-01", "opvanglocatie": 6711, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "verhuisaankondigingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 6712, "dagenVooruit": 14}""")).IsDone();
        using var planner = new Official(server, "ind-planner");
        var after = await MovedToAsync(planner, file, "2025-10-20", centre: "1");
        Assert.Contains("Voor die dag verhuist deze persoon: op 15 oktober 2025, naar locatie 6712", after, StringComparison.Ordinal);
        Assert.Contains("Hemelsbreed 166 km: van Amsterdam naar Westerwolde", after, StringComparison.Ordinal);
        var before = await MovedToAsync(planner, file, "2025-10-14", centre: "63"); // Before the move, and at a centre of which nobody knows where it is.
        Assert.DoesNotContain("Voor die dag verhuist", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemelsbreed", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_when_detention_is_heard_and_ruled_on_stands_in_the_calendar_of_court_and_return_service_by_day()
    {
        var file = await server.TakeOverAsync("terugkeer");
        await server.DoneAsync(file, "bewaringen", "hulpofficier", """{"datum": "2025-09-24", "grondslag": "uitzetting", "gronden": ["onttrokken-aan-toezicht", "vertrekplicht-genegeerd", "geen-middelen"], "lichterMiddelFaalt": true, "zwaarwegendBelang": false}""");
        await server.DoneAsync(file, "bewaringskennisgevingen", "hulpofficier", """{"datum": "2025-09-25"}""");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        foreach (var function in (string[])["rechtbank", "griffier", "dtv-regievoerder"])
        {
            using var official = new Official(server, function);
            var week = await official.GetAsync("/werk/agenda?dag=2025-10-08");
            Assert.Contains("De zitting over de bewaring houden 1 Vreemdelingenwet 2000", Official.Words(week), StringComparison.Ordinal); // Fourteen days from the notice (Vw 94).
            Assert.DoesNotContain($"/werk/zaken/{file}\"", week.Text, StringComparison.Ordinal); // A week is numbers only.
            Assert.Contains($"data-sleutel=\"{file}.hear-detention\"", (await official.GetAsync("/werk/agenda?dag=2025-10-09&beeld=dag")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("hear-detention", (await official.GetAsync("/werk/agenda?dag=2025-10-08&beeld=dag")).Text, StringComparison.Ordinal);
        }
        await server.DoneAsync(file, "bewaringszittingen", "rechtbank", """{"datum": "2025-09-30"}""");
        using var court = new Official(server, "rechtbank");
        Assert.Contains($"data-sleutel=\"{file}.rule-on-detention\"", (await court.GetAsync("/werk/agenda?dag=2025-10-07&beeld=dag")).Text, StringComparison.Ordinal); // Seven days from the hearing.
        using var planner = new Official(server, "ind-planner");
        Assert.DoesNotContain("bewaring", (await planner.GetAsync("/werk/agenda?dag=2025-10-07&beeld=dag")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_much_fits_at_a_centre_is_kept_for_the_service_and_what_is_free_stands_in_the_week()
    {
        await PlannedAsync("2025-11-11", 64);
        await PlannedAsync("2025-11-11", 64);
        using var planner = new Official(server, "ind-planner", number: 6701);
        const string Week = "/werk/agenda?dag=2025-11-11&centrum=64";
        var page = await planner.GetAsync(Week);
        var kept = await planner.SendAsync("/werk/agenda/plekken", page, ("centrum", "64"), ("plekken", "3"));
        Assert.Equal(HttpStatusCode.Found, kept.Status);
        using var colleague = new Official(server, "ind-hoormedewerker", number: 6702); // Of the same service.
        Assert.Contains("2 van 3 afspraken 1 vrij", Official.Words(await colleague.GetAsync(Week)), StringComparison.Ordinal);
        await planner.SendAsync("/werk/agenda/plekken", await planner.GetAsync(Week), ("centrum", "64"), ("plekken", "1"));
        Assert.Contains("1 te veel", Official.Words(await colleague.GetAsync(Week)), StringComparison.Ordinal);
        await server.RestartAsync();
        using var later = new Official(server, "ind-planner");
        Assert.Contains("1 te veel", Official.Words(await later.GetAsync(Week)), StringComparison.Ordinal); // Kept, and not in the address.
        Assert.Equal(HttpStatusCode.Found, (await later.SendAsync("/werk/agenda/plekken", await later.GetAsync(Week), ("centrum", "64"), ("plekken", ""))).Status);
        Assert.DoesNotContain("te veel", Official.Words(await later.GetAsync(Week)), StringComparison.Ordinal); // An empty number lets it go.
        // A court plans no interviews, and says nothing about what fits.
        using var court = new Official(server, "rechtbank");
        Assert.Equal(HttpStatusCode.NotFound, (await court.SendAsync("/werk/agenda/plekken", await court.GetAsync("/werk/agenda"), ("centrum", "64"), ("plekken", "3"))).Status);
    }

    private static async Task<string> MovedToAsync(Official planner, int file, string day, string? centre = null)
    {
        var path = $"/werk/zaken/{file}/doen/gehoorverplaatsingen";
        var form = await planner.GetAsync(path);
        var check = await planner.SendAsync(path, form, [("gehoorDatum", day), ("oorzaak", "dienst"), ("verder", "bekijken"), .. centre is null ? [] : new[] { ("plaats.aanmeldcentrum", centre) }]);
        Assert.True(check.Status == HttpStatusCode.OK, Official.Words(check));
        return Official.Words(check);
    }

    private async Task<int> PlannedAsync(string day, int centre, string came = "2024-01-16")
    {
        var file = await server.ArriveAsync(day: came == "2024-01-16" ? "2024-01-15" : came);
        foreach (var (resource, function, body) in new[]
        {
            ("identificaties", "avim-registreerder", $$"""{"datum": "{{came}}", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", $$"""{"datum": "{{came}}", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", $$"""{"datum": "{{came}}"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", $$"""{"datum": "{{came}}", "spoor": "spoor-4", "reden": 0}"""),
            ("gehoorplanningen", "ind-hoormedewerker", $$$"""{"datum": "2025-09-20", "gehoorDatum": "{{{day}}}", "plaats": {"aanmeldcentrum": {{{centre}}}}}"""),
        })
        {
            await server.DoneAsync(file, resource, function, body);
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return file;
    }
}
