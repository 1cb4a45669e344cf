using System.Net;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Store.Acts;

namespace Schakel.Web.Workbench;

/// <summary>The page of a site: what may be done there by a form, with its consequences first, and who is to come.</summary>
public sealed class SiteTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Officer = "coa-medewerker";

    private IReadOnlyList<Store.Log.RecordedEvent> History(int site) => server.Store.Log.ReadStream(new(StreamKind.Site, site));

    private async Task<int> LivesAtAsync(int site, string day = "2024-01-16")
    {
        var file = await server.ArriveAsync();
        await server.DoneAsync(file, "plaatsingen", Officer, $$"""{"datum": "{{day}}", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""");
        return file;
    }

    [Fact]
    public async Task A_site_that_does_not_exist_yet_is_opened_from_the_list_under_the_next_number()
    {
        await server.OpenSiteAsync(9001, 10, "asielzoekerscentrum");
        using var officer = new Official(server, Officer, number: 6701);
        var list = await officer.GetAsync("/werk/locaties");
        Assert.Contains("href=\"/werk/locaties/9002/doen/openingen\"", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/werk/locaties/9002")).Status); // It is not there yet.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/werk/locaties/9005/doen/openingen")).Status); // Numbers have no gaps.
        var form = await officer.GetAsync("/werk/locaties/9002/doen/openingen");
        var check = await officer.SendAsync("/werk/locaties/9002/doen/openingen", form, ("verder", "bekijken"), ("capaciteit", "40"), ("opvangvorm", "noodopvang"), ("toelichting", "Uit de regio"));
        Assert.Contains("Vrije plekken: van 0 naar 40", Official.Words(check), StringComparison.Ordinal);
        Assert.Empty(History(9002)); // Nothing was recorded yet.
        var done = await officer.SendAsync("/werk/locaties/9002/doen/openingen", check, ("verder", "bevestigen"));
        Assert.Equal((HttpStatusCode.Found, "/werk/locaties/9002?gedaan=1#gedaan"), (done.Status, done.Location));
        var recorded = Assert.Single(History(9002)).Envelope;
        Assert.Equal(("site-opened", Doer.Of(new Chain.Official(6701, OfficialRoles.ReceptionOfficer)), Purpose.Reception), (recorded.Name, recorded.Doer, recorded.Purpose));
        var page = await officer.GetAsync("/werk/locaties/9002?gedaan=1");
        Assert.Contains("Vastgelegd", page.Text, StringComparison.Ordinal);
        Assert.Contains("data-soort=\"site-opened\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Uit de regio", page.Text, StringComparison.Ordinal);
        using var colleague = new Official(server, Officer, number: 6702);
        Assert.DoesNotContain("Vastgelegd", (await colleague.GetAsync("/werk/locaties/9002?gedaan=1")).Text, StringComparison.Ordinal); // Another did it.
        using var counsellor = new Official(server, "dtv-regievoerder");
        Assert.DoesNotContain("/doen/", (await counsellor.GetAsync("/werk/locaties")).Text + (await counsellor.GetAsync("/werk/locaties/9002")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await counsellor.GetAsync("/werk/locaties/9003/doen/openingen")).Status);
    }

    [Fact] // Red line 9: where children who are alone live is known to whoever runs sites.
    public async Task In_which_municipality_a_site_stands_is_shown_to_whoever_runs_sites_and_to_nobody_else()
    {
        await server.OpenSiteAsync(8641, 10, "amv-opvang");
        (await server.ActAsync("opvanglocaties/8641", "gemeentevastleggingen", Officer, """{"datum": "2024-01-12", "gemeente": 363}""")).IsDone();
        using var officer = new Official(server, Officer);
        Assert.Contains("Amsterdam", (await officer.GetAsync("/werk/locaties/8641")).Text, StringComparison.Ordinal);
        Assert.Contains("site-located", (await server.GetAsync("/opvanglocaties/8641/gebeurtenissen", Officer)).Text, StringComparison.Ordinal);
        foreach (var outside in (string[])["dtv-regievoerder", "avim-registreerder"])
        {
            var told = await server.GetAsync("/opvanglocaties/8641/gebeurtenissen", outside);
            Assert.Contains("site-opened", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("site-located", told.Text, StringComparison.Ordinal);
        }
        using var counsellor = new Official(server, "dtv-regievoerder");
        var page = await counsellor.GetAsync("/werk/locaties/8641");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Amsterdam", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_out_of_use_that_leave_too_few_are_told_before_they_are_recorded_and_a_finding_is_put_right_from_the_page()
    {
        await server.OpenSiteAsync(8601, 3, "asielzoekerscentrum");
        await LivesAtAsync(8601);
        await LivesAtAsync(8601);
        using var manager = new Official(server, "coa-locatiemanager", number: 6711, site: 8601);
        const string Use = "/werk/locaties/8601/doen/buitengebruikstellingen";
        var check = await manager.SendAsync(Use, await manager.GetAsync(Use), ("verder", "bekijken"), ("plaatsen", "2"));
        var words = Official.Words(check);
        Assert.Contains("Een norm wordt overschreden", words, StringComparison.Ordinal);
        Assert.Contains("Er komt 1 plek tekort", words, StringComparison.Ordinal);
        var refused = await manager.SendAsync(Use, check, ("verder", "bekijken"), ("plaatsen", "4"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("site.no-such-places", refused.Text, StringComparison.Ordinal);

        const string Find = "/werk/locaties/8601/doen/bevindingen";
        var half = await manager.SendAsync(Find, await manager.GetAsync(Find), ("verder", "bekijken"), ("bevinding.opDatum", "2025-09-20"));
        Assert.Equal(HttpStatusCode.BadRequest, half.Status);
        Assert.Contains("Vul hier alles in", half.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2025-09-20\"", half.Text, StringComparison.Ordinal);
        var finding = await manager.SendAsync(Find, await manager.GetAsync(Find),
            ("verder", "bekijken"), ("bevinding.opvangnorm", "koken"), ("bevinding.opDatum", "2025-09-20"), ("bevinding.herstelVoorDatum", "2025-09-30"));
        Assert.Contains("Te herstellen uiterlijk 30 september 2025: koken", Official.Words(finding), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await manager.SendAsync(Find, finding, ("verder", "bevestigen"))).Status);
        var page = await manager.GetAsync("/werk/locaties/8601");
        const string Remedy = "/werk/locaties/8601/doen/herstellingen";
        Assert.Contains($"href=\"{Remedy}?opvangnorm=koken\"", page.Text, StringComparison.Ordinal);
        var remedied = await manager.SendAsync(Remedy, await manager.GetAsync(Remedy + "?opvangnorm=koken"), ("verder", "bekijken"), ("opvangnorm", "koken"), ("opDatum", "2025-10-01"));
        Assert.Contains("Een norm wordt overschreden", Official.Words(remedied), StringComparison.Ordinal); // A day too late.
        Assert.Equal(HttpStatusCode.Found, (await manager.SendAsync(Remedy, remedied, ("verder", "bevestigen"))).Status);
        Assert.Contains("Geen open bevindingen", (await manager.GetAsync("/werk/locaties/8601")).Text, StringComparison.Ordinal);
        using var other = new Official(server, "coa-locatiemanager", site: 8602);
        Assert.Equal((HttpStatusCode.Found, "/werk/locaties/8601"), await other.GetAsync(Find) is var sent ? (sent.Status, sent.Location) : default); // Of another site.
    }

    [Fact]
    public async Task Whom_a_municipality_leaves_out_can_be_nobody_again()
    {
        await server.OpenSiteAsync(8605, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/8605", "doelgroepbeperkingen", Officer, """{"datum": "2024-01-12", "uitgesloten": ["alleenstaanden"]}""")).IsDone();
        using var officer = new Official(server, Officer);
        const string Path = "/werk/locaties/8605/doen/doelgroepbeperkingen";
        Assert.Contains($"href=\"{Path}?uitgesloten=alleenstaanden\"", (await officer.GetAsync("/werk/locaties/8605")).Text, StringComparison.Ordinal);
        var form = await officer.GetAsync(Path + "?uitgesloten=alleenstaanden");
        Assert.Matches("value=\"alleenstaanden\" checked", form.Text);
        var check = await officer.SendAsync(Path, form, ("verder", "bekijken"));
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync(Path, check, ("verder", "bevestigen"))).Status);
        Assert.Equal(TargetGroups.None, server.Store.Sites.Of(8605).Site.Traits.LeftOut);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_site_the_second_is_told_what_the_first_did_and_keeps_what_was_typed()
    {
        await server.OpenSiteAsync(8606, 10, "asielzoekerscentrum");
        using var officer = new Official(server, Officer);
        const string Path = "/werk/locaties/8606/doen/capaciteiten";
        var form = await officer.GetAsync(Path);
        (await server.ActAsync("opvanglocaties/8606", "contracteindes", Officer, """{"datum": "2024-01-12", "totEnMetDatum": "2026-12-31"}""")).IsDone();
        var stale = await officer.SendAsync(Path, form, ("verder", "bekijken"), ("capaciteit", "25"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Einde van het contract vastgelegd", Official.Words(stale), StringComparison.Ordinal);
        Assert.Contains("value=\"25\"", stale.Text, StringComparison.Ordinal);
        Assert.Equal(2, History(8606).Count);
    }

    [Fact]
    public async Task Who_is_announced_stands_on_the_page_of_the_site_to_come_to_and_on_no_other()
    {
        await server.OpenSiteAsync(8611, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8612, 10, "asielzoekerscentrum");
        var (tomorrow, late, cancelled) = (await LivesAtAsync(8611), await LivesAtAsync(8611), await LivesAtAsync(8611));
        await server.DoneAsync(tomorrow, "verhuisaankondigingen", Officer, """{"datum": "2025-10-01", "opvanglocatie": 8612, "dagenVooruit": 1}""");
        await server.DoneAsync(late, "verhuisaankondigingen", Officer, """{"datum": "2025-09-20", "opvanglocatie": 8612, "dagenVooruit": 3}""");
        await server.DoneAsync(cancelled, "verhuisaankondigingen", Officer, """{"datum": "2025-09-20", "opvanglocatie": 8612, "dagenVooruit": 3}""");
        await server.DoneAsync(cancelled, "verhuisafzeggingen", Officer, """{"datum": "2025-09-21"}""");
        using var manager = new Official(server, "coa-locatiemanager", site: 8612);
        var page = await manager.GetAsync("/werk/locaties/8612");
        var words = Official.Words(page);
        Assert.Contains("Wie er komt 2", words, StringComparison.Ordinal);
        Assert.Contains($"morgen zaak {tomorrow}", words, StringComparison.Ordinal);
        Assert.Contains($"23 september 2025 zaak {late} zou er al zijn", words, StringComparison.Ordinal);
        Assert.Contains($"href=\"/werk/zaken/{tomorrow}\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/werk/zaken/{tomorrow}")).Status);
        Assert.DoesNotContain($"zaak {cancelled}", words, StringComparison.Ordinal);
        using var officer = new Official(server, Officer);
        Assert.Contains("Wie er komt 0", Official.Words(await officer.GetAsync("/werk/locaties/8611")), StringComparison.Ordinal);
        foreach (var outside in (string[])["dtv-regievoerder", "gemeente-huisvester"])
        {
            using var other = new Official(server, outside, municipality: outside == "gemeente-huisvester" ? 7317 : null);
            var hidden = await other.GetAsync("/werk/locaties/8612");
            Assert.DoesNotContain("Wie er komt", hidden.Text, StringComparison.Ordinal); // Where somebody will be is for who runs the site (red line 6).
            Assert.DoesNotContain($"zaak {tomorrow}", Official.Words(hidden), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Incidents_and_tasks_are_of_the_whole_site_and_not_of_one_page_of_residents()
    {
        await server.OpenSiteAsync(8621, 110, "asielzoekerscentrum");
        var last = 0;
        for (var i = 0; i < 101; i++)
        {
            last = await LivesAtAsync(8621, "2025-09-20");
        }
        await server.DoneAsync(last, "incidenten", Officer, """{"datum": "2025-09-25", "soort": "bedreiging", "ernst": "ernstig", "persoonGehoord": true}""");
        using var manager = new Official(server, "coa-locatiemanager", site: 8621);
        var page = await manager.GetAsync("/werk/locaties/8621");
        Assert.DoesNotContain($"data-sleutel=\"{last}\"", page.Text, StringComparison.Ordinal); // On the second page of residents.
        Assert.Contains("Bedreiging", Official.Words(page), StringComparison.OrdinalIgnoreCase);
        Assert.Matches("data-taak=\"explain-reception\"><dt>[^<]*</dt><dd>101", page.Text);
    }

    [Fact]
    public async Task A_place_out_of_use_is_no_free_place_where_one_chooses_a_site_and_in_the_list()
    {
        await server.OpenSiteAsync(8631, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8632, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/8631", "buitengebruikstellingen", Officer, """{"datum": "2024-01-12", "plaatsen": 4}""")).IsDone();
        var file = await LivesAtAsync(8631);
        using var officer = new Official(server, Officer);
        var form = await officer.GetAsync($"/werk/zaken/{file}/doen/verhuizingen");
        Assert.Contains("8631 · asielzoekerscentrum · 5 vrij", form.Text, StringComparison.Ordinal);
        Assert.Contains("8632 · asielzoekerscentrum · 10 vrij", form.Text, StringComparison.Ordinal);
        Assert.Contains("Locatie 8631 Asielzoekerscentrum 10 4 1 5 16%", Official.Words(await officer.GetAsync("/werk/locaties")), StringComparison.Ordinal);
    }
}
