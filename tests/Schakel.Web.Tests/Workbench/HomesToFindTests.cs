using System.Text.RegularExpressions;

namespace Schakel.Web.Workbench;

/// <summary>A municipality finds homes for households: their size, the family that is expected, registration, and means for who may know.</summary>
public sealed class HomesToFindTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task A_row_is_a_household_with_its_size_expected_family_and_day_of_registration()
    {
        var (main, child) = await FamilyAsync(7431);
        var alone = await LinkedAsync(await server.TakeOverAsync("wacht-op-woning"), 7431);
        await server.DoneAsync(main, "nareisaanvragen", "aanvrager", """{"datum": "2024-02-01", "gezinsleden": 3}""", number: main);
        (await server.ActAsync($"zaken/{main}", "ingezetenschappen", "gemeente-medewerker", """{"datum": "2024-02-05"}""", ties: "gemeente=7431")).IsDone();
        using var officer = new Official(server, "gemeente-huisvester", municipality: 7431);
        var page = await PageAsync(officer);
        var words = Official.Words(page);
        Assert.Contains("Huishoudens 2", words, StringComparison.Ordinal);
        Assert.Contains("Zonder woning 3", words, StringComparison.Ordinal);
        var family = RowOf(page, main);
        Assert.Contains($"href=\"/werk/zaken/{child}\"", family, StringComparison.Ordinal);
        Assert.DoesNotContain($"data-sleutel=\"{child}\"", page.Text, StringComparison.Ordinal);
        Assert.Matches("2 personen.*waarvan 1 kind", Plain(family));
        Assert.Contains("nareis gevraagd voor 3 personen", Plain(family), StringComparison.Ordinal);
        Assert.Matches("5 februari 2024 \\(1\\).*nog niet \\(1\\)", Plain(family));
        Assert.Matches("1 persoon.*niemand", Plain(RowOf(page, alone)));
        // Asked and granted: they are expected as long as they are not here.
        await server.DoneAsync(main, "nareisbesluiten", "ind-beslismedewerker", """{"datum": "2024-03-01", "toegekend": true, "gezinsleden": 2}""");
        Assert.Contains("2 personen toegelaten, nog niet hier", Plain(RowOf(await PageAsync(officer), main)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_told_to_who_may_know_and_that_it_is_not_there_to_who_may_not()
    {
        var (main, _) = await FamilyAsync(7432);
        await server.DoneAsync(main, "werkaanvangen", "aanvrager", """{"datum": "2024-02-12"}""", number: main);
        using var integration = new Official(server, "gemeente-medewerker", municipality: 7432);
        using var housing = new Official(server, "gemeente-huisvester", municipality: 7432);
        Assert.Contains("werkt sinds 12 februari 2024", Plain(RowOf(await PageAsync(integration), main)), StringComparison.Ordinal);
        var page = await PageAsync(housing);
        Assert.DoesNotContain("werkt sinds", page.Text, StringComparison.Ordinal);
        Assert.Contains("die zijn buiten uw functie", page.Text, StringComparison.Ordinal);
    }

    private static string RowOf(Reply page, int first) => Regex.Match(page.Text, $"<tr data-sleutel=\"{first}\".*?</tr>", RegexOptions.Singleline).Value;

    private static string Plain(string html) => Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")), "\\s+", " ");

    private async Task<Reply> PageAsync(Official official)
    {
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return await official.GetAsync("/werk/gemeente");
    }

    private async Task<(int Main, int Child)> FamilyAsync(int municipality)
    {
        var main = await server.TakeOverAsync("wacht-op-woning");
        var household = (await server.GetAsync($"/zaken/{main}", "ind-beslismedewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        var child = await server.TakeOverAsync("wacht-op-woning", $", \"huishouden\": {household}", born: "2016-04-04", role: "kind");
        return (await LinkedAsync(main, municipality), await LinkedAsync(child, municipality));
    }

    private async Task<int> LinkedAsync(int file, int municipality)
    {
        await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
        return file;
    }
}
