using System.Text.RegularExpressions;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Web.Workbench.Reception;

namespace Schakel.Web.Workbench;

/// <summary>Tonight's overflow and tomorrow's transport for who places people, and at a site: that a handover of care waits.</summary>
public sealed class TonightTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Officer = "coa-medewerker";

    [Fact]
    public async Task Who_has_a_right_to_reception_and_no_place_is_there_until_they_are_placed()
    {
        await server.OpenSiteAsync(9401, 10, "asielzoekerscentrum");
        var file = await server.ArriveAsync(day: "2025-09-28");
        using var officer = new Official(server, Officer);
        Assert.Contains($"data-zonder-plek=\"{file}\"", (await SitesAsync(officer)).Text, StringComparison.Ordinal);
        await PlaceAsync(file, 9401);
        Assert.DoesNotContain($"data-zonder-plek=\"{file}\"", (await SitesAsync(officer)).Text, StringComparison.Ordinal);
        // Where somebody sleeps, or does not, is for who places people (red line 6).
        using var counsellor = new Official(server, "dtv-regievoerder");
        Assert.DoesNotContain("data-vanavond", (await SitesAsync(counsellor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_more_people_than_places_that_can_be_used_is_counted_as_too_many()
    {
        await server.OpenSiteAsync(9402, 2, "asielzoekerscentrum");
        await PlaceAsync(await server.ArriveAsync(day: "2025-09-28"), 9402);
        await PlaceAsync(await server.ArriveAsync(day: "2025-09-28"), 9402);
        using var officer = new Official(server, Officer);
        Assert.DoesNotContain("Locatie 9402</a> <span class=\"state overdue\">", (await SitesAsync(officer)).Text, StringComparison.Ordinal);
        (await server.ActAsync("opvanglocaties/9402", "buitengebruikstellingen", Officer, """{"datum": "2025-09-30", "plaatsen": 1}""")).IsDone();
        Assert.Matches("Locatie 9402 1 te veel", Official.Words(await SitesAsync(officer)));
    }

    [Fact]
    public async Task Moves_of_tomorrow_stand_by_pair_of_sites_with_how_many_need_what_and_later_ones_are_a_number()
    {
        await server.OpenSiteAsync(9403, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(9404, 10, "asielzoekerscentrum");
        int[] files = [await server.ArriveAsync(day: "2025-09-01"), await server.ArriveAsync(day: "2025-09-01"), await server.ArriveAsync(day: "2025-09-01")];
        foreach (var file in files)
        {
            await PlaceAsync(file, 9403, "2025-09-02");
        }
        await server.DoneAsync(files[0], "behoefteonderzoeken", Officer, """{"datum": "2025-09-03"}""");
        await server.DoneAsync(files[0], "behoeften", Officer, """{"datum": "2025-09-03", "behoeften": ["rolstoeltoegankelijk"]}""");
        foreach (var (file, ahead) in files.Zip((int[])[1, 1, 9]))
        {
            await server.DoneAsync(file, "verhuisaankondigingen", Officer, $$"""{"datum": "2025-10-01", "opvanglocatie": 9404, "dagenVooruit": {{ahead}}}""");
        }
        using var officer = new Official(server, Officer);
        var page = await SitesAsync(officer);
        var ride = Regex.Match(page.Text, "<li data-rit=\"9403-9404\".*?</li>", RegexOptions.Singleline).Value;
        Assert.Matches("2 personen.*1 rolstoeltoegankelijk", Regex.Replace(ride, "\\s+", " "));
        Assert.Contains("Morgen, 2 oktober 2025", Official.Words(page), StringComparison.Ordinal);
        Assert.Matches("Voor later aangekondigd: [12]\\.", Official.Words(page)); // One here; who is to come in another test as well.
    }

    [Fact]
    public void Rides_are_by_day_and_pair_the_most_people_first_and_those_whose_day_is_over_last()
    {
        var next = Day.Of(2025, 10, 2);
        var rides = Tonight.RidesOf([(next, 1, 2, PlaceKinds.None), (next, 3, 2, PlaceKinds.Wheelchair | PlaceKinds.Medical), (next, 3, 2, PlaceKinds.Wheelchair), (null, 4, 2, PlaceKinds.None)]);
        Assert.Equal([((Day?)next, (int?)3, 2), (next, 1, 1), (null, 4, 1)], rides.Select(each => (each.On, each.From, each.Persons)));
        Assert.Equal([(PlaceKinds.Wheelchair, 2), (PlaceKinds.Medical, 1)], rides[0].Needs);
    }

    [Fact]
    public async Task A_site_manager_sees_that_a_handover_of_care_waits_and_not_for_what_nor_what_goes_along()
    {
        await server.OpenSiteAsync(9405, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(9406, 10, "asielzoekerscentrum");
        var (lives, comes, other) = (await server.ArriveAsync(day: "2025-09-01"), await server.ArriveAsync(day: "2025-09-01"), await server.ArriveAsync(day: "2025-09-01"));
        await PlaceAsync(lives, 9405, "2025-09-02");
        await PlaceAsync(comes, 9406, "2025-09-02");
        await PlaceAsync(other, 9406, "2025-09-02");
        await server.DoneAsync(comes, "verhuisaankondigingen", Officer, """{"datum": "2025-09-10", "opvanglocatie": 9405, "dagenVooruit": 30}""");
        foreach (var file in (int[])[lives, comes, other])
        {
            await server.DoneAsync(file, "verwijzingen", Officer, """{"datum": "2025-09-15", "nummer": 1, "van": "coa", "naar": "zorg", "doel": "zorg", "gegevens": ["identiteit", "contact"], "totDatum": "2026-03-01"}""");
        }
        using var manager = new Official(server, "coa-locatiemanager", site: 9405);
        var waiting = await WaitingAsync(manager);
        Assert.Equal(2, Regex.Count(waiting, "wacht op de zorgverlener"));
        Assert.Matches($"{comes}.*komt hierheen.*{lives}.*woont hier, sinds 15 september 2025", waiting);
        Assert.DoesNotContain($"{other}", waiting, StringComparison.Ordinal); // Of another site.
        Assert.DoesNotContain("contact", waiting, StringComparison.OrdinalIgnoreCase);
        await server.DoneAsync(lives, "overdrachtsantwoorden", "gza-medewerker", """{"datum": "2025-09-16", "partner": "zorg", "nummer": 1, "aanvaard": true}""");
        Assert.Equal(1, Regex.Count(await WaitingAsync(manager), "wacht op de zorgverlener"));
        using var counsellor = new Official(server, "dtv-regievoerder");
        Assert.DoesNotContain("Overdracht van zorg", (await counsellor.GetAsync("/werk/locaties/9405")).Text, StringComparison.Ordinal);
    }

    private async Task<string> WaitingAsync(Official official)
    {
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var page = await official.GetAsync("/werk/locaties/9405");
        return Regex.Replace(Regex.Replace(Regex.Match(page.Text, "data-overdrachten.*?</ul>", RegexOptions.Singleline).Value, "<[^>]*>", " "), "\\s+", " ");
    }

    private async Task<Reply> SitesAsync(Official official)
    {
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return await official.GetAsync("/werk/locaties");
    }

    private Task PlaceAsync(int file, int site, string day = "2025-09-29") =>
        server.DoneAsync(file, "plaatsingen", Officer, $$"""{"datum": "{{day}}", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""");
}
