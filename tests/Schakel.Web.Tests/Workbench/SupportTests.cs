using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench;

/// <summary>A volunteer of the council for refugees finds those at their site who chose its support, and nobody else.</summary>
public sealed class SupportTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<int> LivesAtAsync(int site, string? supportedBy)
    {
        var file = await server.ArriveAsync();
        await server.IdentifyAsync(file, "SYR");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", $$"""{"datum": "2024-01-16", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""");
        if (supportedBy is not null)
        {
            await server.DoneAsync(file, "ondersteuningen", "aanvrager", $$"""{"datum": "2024-01-17", "organisatie": "{{supportedBy}}", "toestemming": true}""", file);
        }
        return file;
    }

    private static IEnumerable<string> RowsOf(Reply page) => Regex.Matches(page.Text, "data-sleutel=\"([0-9]+)\"").Select(each => each.Groups[1].Value);

    [Fact]
    public async Task A_volunteer_sees_who_at_their_site_chose_them_and_each_is_a_look()
    {
        await server.OpenSiteAsync(8811, 20, "asielzoekerscentrum");
        await server.OpenSiteAsync(8812, 20, "asielzoekerscentrum");
        var mine = await LivesAtAsync(8811, "vluchtelingenwerk");
        await LivesAtAsync(8811, "rode-kruis");
        await LivesAtAsync(8811, null);
        await LivesAtAsync(8812, "vluchtelingenwerk");
        using var volunteer = new Official(server, "vluchtelingenwerk-vrijwilliger", number: 8811, site: 8811);
        var page = await volunteer.GetAsync("/werk/begeleiding");
        Assert.Equal([Official.Plain(mine)], RowsOf(page));
        Assert.Contains("Noor", page.Text, StringComparison.Ordinal);
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(mine, 0, 50);
        Assert.Contains(looks, each => each is { Function: "vluchtelingenwerk-vrijwilliger", Number: 8811, With: "/werk/begeleiding", Refused: false });
        Assert.Equal(HttpStatusCode.OK, (await volunteer.GetAsync($"/werk/zaken/{mine}")).Status);
        await server.DoneAsync(mine, "ondersteuningseindes", "aanvrager", """{"datum": "2024-01-18", "organisatie": "vluchtelingenwerk"}""", mine);
        Assert.Empty(RowsOf(await volunteer.GetAsync("/werk/begeleiding")));
        Assert.Equal(HttpStatusCode.NotFound, (await volunteer.GetAsync($"/werk/zaken/{mine}")).Status);
    }

    [Fact]
    public async Task A_volunteer_finds_by_name_whom_they_support_and_has_no_entry_without_rows()
    {
        await server.OpenSiteAsync(8813, 20, "asielzoekerscentrum");
        var mine = await LivesAtAsync(8813, "vluchtelingenwerk");
        var other = await LivesAtAsync(8813, null);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken); // Search follows within a second.
        using var volunteer = new Official(server, "vluchtelingenwerk-vrijwilliger", site: 8813);
        var page = await volunteer.GetAsync("/werk/begeleiding");
        Assert.DoesNotContain("/werk", Menu.Of(page));
        var found = await volunteer.SendAsync("/werk/zoeken", await volunteer.GetAsync("/werk/zoeken"), ("wat", "Sami Noor"));
        Assert.Contains($"/werk/zaken/{mine}\"", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{other}\"", found.Text, StringComparison.Ordinal);
        Assert.Contains("Eerste dag hier?", page.Text, StringComparison.Ordinal); // The tour is offered where one begins.
    }

    [Theory]
    [InlineData("inspecteur", "/werk/cijfers")]
    [InlineData("planner", "/werk/cijfers")]
    [InlineData("provincie-toezichthouder", "/werk/cijfers/provincie")]
    [InlineData("ind-beleidsmedewerker", "/werk/landen")]
    [InlineData("privacyfunctionaris", "/werk/inzagesignalen")]
    [InlineData("vluchtelingenwerk-vrijwilliger", "/werk/begeleiding")]
    [InlineData("avim-registreerder", "/werk")]
    public async Task One_begins_where_one_has_work_and_the_worklist_can_still_be_opened(string function, string first)
    {
        using var official = new Official(server, function, site: function == "vluchtelingenwerk-vrijwilliger" ? 8814 : null);
        Assert.Equal(first, (await official.GetAsync("/")).Location);
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/werk")).Status);
    }

    [Fact]
    public async Task Who_signed_in_on_the_way_to_a_list_they_do_not_have_begins_where_they_have_work()
    {
        using var browser = new Browser(server.Address);
        var form = await browser.GetAsync("/aanmelden?terug=%2Fwerk");
        var signedIn = await browser.PostAsync("/aanmelden", form, ("persoon", "inspecteur.1"), ("terug", "/werk"));
        Assert.Equal((HttpStatusCode.Found, "/werk/cijfers"), (signedIn.Status, signedIn.Location));
    }

    [Fact]
    public async Task The_province_one_supervises_is_remembered()
    {
        using var supervisor = new Official(server, "provincie-toezichthouder");
        Assert.Contains("Kies een provincie", Official.Words(await supervisor.GetAsync("/werk/cijfers/provincie")), StringComparison.Ordinal);
        Assert.Contains("Zeeland", Regex.Match((await supervisor.GetAsync("/werk/cijfers/provincie?provincie=PV29")).Text, "<h1>.*?</h1>").Value, StringComparison.Ordinal);
        Assert.Contains("Zeeland", Regex.Match((await supervisor.GetAsync("/werk/cijfers/provincie")).Text, "<h1>.*?</h1>").Value, StringComparison.Ordinal);
        Assert.Contains("Zeeland", Regex.Match((await supervisor.GetAsync("/werk/cijfers/provincie?provincie=nergens")).Text, "<h1>.*?</h1>").Value, StringComparison.Ordinal);
    }

    [Fact] // Numbers stand in files and addresses; people know a centre by its place.
    public async Task A_centre_is_chosen_by_its_name()
    {
        using var registrar = new Official(server, "avim-registreerder");
        using var planner = new Official(server, "ind-planner");
        var file = await server.ArriveAsync();
        foreach (var page in new[]
        {
            await registrar.GetAsync("/werk/aanmeldbalie"), await registrar.GetAsync("/werk/aanmeldbalie?centrum=1"), await registrar.GetAsync($"/werk/zaken/{file}/doen/identificaties"),
            await planner.GetAsync("/werk/agenda"), await planner.GetAsync("/werk/agenda/vrije-dagen"),
        })
        {
            Assert.Matches("<option value=\"1\"[^>]*>Ter Apel</option>\\s*<option value=\"2\"[^>]*>Budel</option>\\s*<option value=\"3\"[^>]*>Schiphol</option>", page.Text);
        }
        Assert.Contains("<option value=\"31\" selected>centrum 31</option>", (await planner.GetAsync("/werk/agenda?centrum=31")).Text, StringComparison.Ordinal); // What was chosen is not lost.
        Assert.Contains("Budel", Regex.Match((await registrar.GetAsync("/werk/aanmeldbalie?centrum=2")).Text, "<h1>.*?</h1>").Value, StringComparison.Ordinal);
    }
}
