using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Web.Workbench;

/// <summary>What a family does together is done together: the button of a step leads to the act on all its members.</summary>
public sealed class FamilyActTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<(int Parent, int Child)> FamilyAsync()
    {
        var parent = await server.TakeOverAsync("wacht-op-woning");
        var household = (await server.GetAsync($"/zaken/{parent}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        var child = await server.TakeOverAsync("wacht-op-woning", $", \"huishouden\": {household}", born: "2018-04-04", role: "kind");
        return (parent, child);
    }

    private static string ButtonOf(Reply page, string step) =>
        Regex.Match(page.Text, $"<h3>{step}</h3>.*?</li>", RegexOptions.Singleline).Value;

    [Fact]
    public async Task The_button_of_a_family_links_all_of_it_and_one_person_stays_possible()
    {
        var (parent, child) = await FamilyAsync();
        using var officer = new Official(server, "coa-medewerker");
        var step = ButtonOf(await officer.GetAsync($"/werk/zaken/{parent}"), "Koppelen aan een gemeente");
        Assert.Matches($"class=\"button [a-z]*\"? ?href=\"/werk/zaken/{parent}/gezin/koppelingen\"", step.Replace("class=\"button\"", "class=\"button \"", StringComparison.Ordinal));
        Assert.Contains("Doen voor het gezin", step, StringComparison.Ordinal);
        Assert.Contains($"href=\"/werk/zaken/{parent}/doen/koppelingen\"", step, StringComparison.Ordinal);
        var path = $"/werk/zaken/{parent}/gezin/koppelingen";
        var check = await officer.SendAsync(path, await officer.GetAsync(path), ("verder", "bekijken"), ("gemeente", "363"), ("datum", "2024-01-15"));
        Assert.DoesNotContain("hoort bij een gezin", Official.Words(check), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        foreach (var member in (int[])[parent, child])
        {
            Assert.Equal(363, (await server.GetAsync($"/zaken/{member}", "coa-medewerker")).Json["huisvesting"]!["gemeente"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("coa-medewerker", "koppelingen")]
    [InlineData("gemeente-huisvester", "woningaanbiedingen")]
    public async Task Linking_or_offering_a_home_to_one_of_a_family_says_so_before_it_is_done(string function, string act)
    {
        var (parent, child) = await FamilyAsync();
        if (act == "woningaanbiedingen")
        {
            foreach (var member in (int[])[parent, child])
            {
                await server.DoneAsync(member, "koppelingen", "coa-medewerker", """{"datum": "2024-01-15", "gemeente": 363}""");
            }
        }
        using var officer = new Official(server, function, municipality: function == "gemeente-huisvester" ? 363 : null);
        var path = $"/werk/zaken/{parent}/doen/{act}";
        var form = await officer.GetAsync(path);
        Assert.Contains($"href=\"/werk/zaken/{parent}/gezin/{act}\"", form.Text, StringComparison.Ordinal);
        var check = await officer.SendAsync(path, form, ("verder", "bekijken"), ("gemeente", "363"), ("datum", "2024-01-16"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("Dit doorkruist Deze persoon hoort bij een gezin", Official.Words(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_alone_has_one_button()
    {
        var file = await server.TakeOverAsync("wacht-op-woning");
        using var officer = new Official(server, "coa-medewerker");
        var step = ButtonOf(await officer.GetAsync($"/werk/zaken/{file}"), "Koppelen aan een gemeente");
        Assert.Contains($"href=\"/werk/zaken/{file}/doen/koppelingen\"", step, StringComparison.Ordinal);
        Assert.DoesNotContain("gezin", step, StringComparison.Ordinal);
    }
}
