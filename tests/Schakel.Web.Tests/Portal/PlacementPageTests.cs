using System.Net;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Reception;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.PortalPages;

/// <summary>What matters for where one stays: said in the portal, looked at by the agency, shown to who places before they place, and to nobody who decides the claim.</summary>
public sealed class PlacementPageTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Asks = """{"datum": "2025-02-01", "feiten": ["geen-trappen", "naaste-familie"], "familiegemeente": 344, "wensen": ["rustige-plek"]}""";
    private static readonly (string, string)[] Told = [("NoStairs", "ja"), ("CloseFamily", "ja"), ("familiegemeente", "utrecht"), ("Quiet", "ja")];

    [Fact]
    public async Task A_person_says_it_reads_it_back_changes_it_and_takes_it_back()
    {
        using var applicant = await HereAsync(742001);
        var form = (await applicant.SeeAsync(PlacementForms.State.Path)).Text;
        foreach (var honest in (string[])["Een wens is geen recht", "heeft geen invloed op uw aanvraag", "Een medewerker van het COA kijkt binnen een week", "<option value=\"Nuenen, Gerwen en Nederwetten\">"])
        {
            Assert.Contains(honest, WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        }
        var check = await PostAsync(applicant, PlacementForms.State.Path, [.. Told, ("stap", "controleren")]);
        Assert.Contains("<dd>", check.Text, StringComparison.Ordinal);
        Assert.Empty(Events<PlacementStated>(applicant.File));
        await SendAsync(applicant, PlacementForms.State.Path, Told);
        Assert.Equal(new PlacementStated(PlacementFacts.NoStairs | PlacementFacts.CloseFamily, null, null, new(344), PlacementWishes.Quiet, null), Assert.Single(Events<PlacementStated>(applicant.File)));
        var file = Official.Words(await applicant.SeeAsync(PortalPaths.File));
        Assert.Contains("woont in een gemeente: Utrecht", file, StringComparison.Ordinal);
        Assert.Contains("Feit: het COA moet hier nog naar kijken", file, StringComparison.Ordinal);
        Assert.Contains("Wens: geen recht, maar er wordt naar gekeken", file, StringComparison.Ordinal);
        var again = (await applicant.SeeAsync(PlacementForms.State.Path)).Text; // What was said stands there.
        Assert.Contains("value=\"Utrecht\"", again, StringComparison.Ordinal);
        Assert.Matches("name=\"NoStairs\" value=\"ja\" id=\"NoStairs\" checked", again);
        await SendAsync(applicant, PlacementForms.State.Path, ("NoStairs", ""), ("CloseFamily", ""), ("familiegemeente", ""), ("Quiet", "ja"), ("SameRegion", "ja"));
        Assert.Equal((PlacementFacts.None, PlacementWishes.Quiet | PlacementWishes.SameRegion), Events<PlacementStated>(applicant.File)[^1] is var now ? (now.Facts, now.Wishes) : default);
        await SendAsync(applicant, PlacementForms.Remove.Path);
        Assert.Contains("U hebt hierover nog niets gezegd", (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
        Assert.Contains("Dit kan nu niet", (await applicant.SeeAsync(PlacementForms.Remove.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_comes_back_with_what_was_typed()
    {
        using var applicant = await HereAsync(742002);
        var unknown = await PostAsync(applicant, PlacementForms.State.Path, ("CloseFamily", "ja"), ("familiegemeente", "Atlantis"), ("stap", "versturen"));
        Assert.Contains("Wij kennen deze gemeente niet", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Atlantis\"", unknown.Text, StringComparison.Ordinal);
        var missing = await PostAsync(applicant, PlacementForms.State.Path, ("CloseFamily", "ja"), ("stap", "versturen"));
        Assert.Contains("om welke gemeente het gaat", missing.Text, StringComparison.Ordinal);
        var four = await PostAsync(applicant, PlacementForms.State.Path, ("Quiet", "ja"), ("SameRegion", "ja"), ("ReligiousCommunity", "ja"), ("NearPeople", "ja"), ("wensgemeente", "Zwolle"), ("stap", "versturen"));
        Assert.Contains("ten hoogste drie wensen", four.Text, StringComparison.Ordinal);
        Assert.Empty(Events<PlacementStated>(applicant.File));
    }

    [Fact]
    public async Task The_agency_looks_and_the_person_reads_what_came_of_it()
    {
        using var applicant = await HereAsync(742003);
        await SendAsync(applicant, PlacementForms.State.Path, Told);
        using var manager = new Official(server, "coa-medewerker", number: 8401);
        var home = $"/werk/zaken/{applicant.File}";
        var page = Official.Words(await manager.GetAsync(home));
        Assert.Contains("De opgegeven feiten voor plaatsing bekijken", page, StringComparison.Ordinal);
        Assert.Contains("Naaste familie, Utrecht (nog niet bekeken)", page, StringComparison.Ordinal);
        var path = $"{home}/doen/plaatsingsfeitoordelen";
        var check = await manager.SendAsync(path, await manager.GetAsync(path), ("verder", "bekijken"), ("feiten", "geen-trappen"), ("uitkomst", "bevestigd-in-gesprek"));
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await manager.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingsfeitoordelen", "coa-medewerker", """{"feiten": ["naaste-familie"], "uitkomst": "niet-gebleken"}""")).IsDone();
        page = Official.Words(await manager.GetAsync($"{home}?kamer=Reception"));
        Assert.Contains("Rolstoel, of geen trappen (bevestigd)", page, StringComparison.Ordinal);
        Assert.Contains("Naaste familie, Utrecht (niet bevestigd)", page, StringComparison.Ordinal);
        Assert.Contains("Een rustige plek", page, StringComparison.Ordinal);
        Assert.DoesNotContain("De opgegeven feiten voor plaatsing bekijken", page, StringComparison.Ordinal);
        Assert.Contains("Feit: bevestigd door het COA", Official.Words(await applicant.SeeAsync(PortalPaths.File)), StringComparison.Ordinal);
        Assert.Contains("Het COA heeft feiten over uw woonplek bevestigd", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verhuizingen", "\"opvangvorm\": \"asielzoekerscentrum\"")]
    [InlineData("verhuisaankondigingen", "\"dagenVooruit\": 7")]
    public async Task Who_moves_somebody_reads_what_the_site_meets_and_may_move_them_all_the_same(string act, string more)
    {
        var (now, to) = (742010 + act.Length, 742050 + act.Length);
        using var applicant = await HereAsync(now);
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingswensen", "aanvrager", Asks, number: applicant.File)).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingsfeitoordelen", "coa-medewerker", """{"feiten": ["geen-trappen"], "uitkomst": "bevestigd-door-document"}""")).IsDone();
        await server.OpenSiteAsync(to, 10, "asielzoekerscentrum");
        (await server.ActAsync($"opvanglocaties/{to}", "gemeentevastleggingen", "coa-medewerker", """{"gemeente": 363}""")).IsDone();
        using var mover = new Official(server, "coa-medewerker", number: 8402);
        var path = $"/werk/zaken/{applicant.File}/doen/{act}";
        var (name, value) = more.Split(": ") is var pair ? (pair[0].Trim('"'), pair[1].Trim('"')) : default;
        var check = await mover.SendAsync(path, await mover.GetAsync(path), ("verder", "bekijken"), ("opvanglocatie", $"{to}"), (name, value));
        var words = Official.Words(check);
        Assert.Contains("Rolstoel, of geen trappen (bevestigd feit): hier zijn zulke plaatsen niet vastgelegd", words, StringComparison.Ordinal);
        Assert.Contains("Naaste familie (feit, nog niet bekeken): deze locatie staat in een andere gemeente", words, StringComparison.Ordinal);
        Assert.Contains("Een rustige plek (wens): dit is van de locatie niet bekend", words, StringComparison.Ordinal);
        Assert.Contains("<li class=\"late\" data-past=\"lacks\">", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await mover.SendAsync(path, check, ("verder", "bevestigen"))).Status); // Told, and no block.
    }

    [Fact] // Health, faith and family, told for a place, say nothing about whether somebody is believed, and cannot.
    public async Task Nobody_else_learns_that_there_is_anything()
    {
        using var applicant = await HereAsync(742004);
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingswensen", "aanvrager", Asks, number: applicant.File)).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingsfeitoordelen", "coa-medewerker", """{"feiten": ["geen-trappen"], "uitkomst": "bevestigd-door-document"}""")).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingswensintrekkingen", "aanvrager", number: applicant.File)).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingswensen", "aanvrager", Asks.Replace("\"datum\": \"2025-02-01\", ", "", StringComparison.Ordinal), number: applicant.File)).IsDone();
        foreach (var function in (string[])["ind-beslismedewerker", "ind-hoormedewerker", "ind-planner", "avim-registreerder", "gza-medewerker", "vluchtelingenwerk", "gegevensbeheerder"])
        {
            var read = (await server.GetAsync($"/zaken/{applicant.File}", function)).Text + (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", function)).Text
                + (await server.GetAsync($"/zaken/{applicant.File}/volgende-stappen", function)).Text;
            Assert.DoesNotContain("placement", read, StringComparison.Ordinal);
            Assert.DoesNotContain("geen-trappen", read, StringComparison.Ordinal);
        }
        using var decider = new Official(server, "ind-beslismedewerker", number: 8403);
        var page = Official.Words(await decider.GetAsync($"/werk/zaken/{applicant.File}?alles=ja"));
        Assert.DoesNotContain("voor plaatsing", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.ActAsync($"zaken/{applicant.File}", "plaatsingsfeitoordelen", "ind-beslismedewerker", """{"feiten": ["geen-trappen"], "uitkomst": "is-niet-zo"}""")).Status);
        Assert.Contains("placement-withdrawn", (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", "coa-medewerker")).Text, StringComparison.Ordinal);
    }

    private List<T> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Select(each => each.Event).OfType<T>()];

    private static async Task<Reply> PostAsync(Applicant applicant, string path, params (string Name, string Value)[] answers)
    {
        var asked = await applicant.SeeAsync(path);
        return await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, answers));
    }

    private static async Task SendAsync(Applicant applicant, string path, params (string Name, string Value)[] answers)
    {
        var done = await PostAsync(applicant, path, [.. answers, ("stap", "versturen")]);
        Assert.True(done.Status == HttpStatusCode.Found, Official.Words(done));
    }

    private async Task<Applicant> HereAsync(int site)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.OpenSiteAsync(site, 10, "asielzoekerscentrum");
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker", $$"""{"datum": "2025-01-16", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }
}
