using System.Text.RegularExpressions;

namespace Schakel.Web.Workbench;

/// <summary>What a decision officer has at hand in a file: the policy on the country as on its days, files that are decided together, what holds it up.</summary>
public sealed class DecidedOnTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task From_the_file_one_goes_to_the_policy_as_it_held_on_the_days_of_the_file()
    {
        foreach (var (version, from) in new[] { (1, "2023-06-01"), (2, "2025-02-01") })
        {
            (await server.ActAsync("landen/SDN", "beleidsversies", "ind-beleidsmedewerker", $$"""{"datum": "2024-01-10", "versie": {{version}}, "ingangsDatum": "{{from}}", "publicatie": "Stcrt. {{version}}"}""")).IsDone();
        }
        var file = await server.AwaitsDecisionAsync("SDN");
        using var officer = new Official(server, "ind-beslismedewerker");
        var page = await officer.GetAsync($"/werk/zaken/{file}");
        Assert.Matches("href=\"/werk/landen/SDN\\?op=2023-09-01\">versie 1</a>", page.Text);
        Assert.Matches("href=\"/werk/landen/SDN\\?op=2025-10-01\">versie 2</a>", page.Text);
        Assert.Contains("zoals op 1 september 2023", Official.Words(await officer.GetAsync("/werk/landen/SDN?op=2023-09-01")), StringComparison.Ordinal);
        using var registrar = new Official(server, "avim-registreerder");
        Assert.DoesNotContain("data-waarop", (await registrar.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_file_is_a_link_by_name_and_a_number_alone_to_whom_it_is_closed()
    {
        var (file, brother, sister) = (await server.AwaitsDecisionAsync("ERI"), await server.TakeOverAsync("wacht-op-besluit"), await server.TakeOverAsync("wacht-op-besluit"));
        await server.IdentifyAsync(brother, "ERI", family: "Koppelkenmerk");
        await server.IdentifyAsync(sister, "ERI", family: "Afgeschermdkenmerk");
        foreach (var with in (int[])[brother, sister])
        {
            await server.DoneAsync(file, "zaakkoppelingen", "ind-beslismedewerker", $$"""{"datum": "2024-01-12", "metZaak": {{with}}}""");
        }
        await server.DoneAsync(sister, "teamtoewijzingen", "ind-planner", """{"datum": "2024-01-12", "team": 832}""");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var officer = new Official(server, "ind-beslismedewerker", team: "831");
        var linked = Regex.Match((await officer.GetAsync($"/werk/zaken/{file}")).Text, "data-gekoppeld.*?</ul>", RegexOptions.Singleline).Value;
        Assert.Contains($"href=\"/werk/zaken/{brother}\"", linked, StringComparison.Ordinal);
        Assert.Contains("Koppelkenmerk", linked, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/werk/zaken/{sister}\"", linked, StringComparison.Ordinal);
        Assert.DoesNotContain("Afgeschermdkenmerk", linked, StringComparison.Ordinal);
        Assert.Contains("niet voor u te openen", linked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_a_decision_up_is_a_fact_of_the_file_and_a_sign_is_one_for_who_reads_the_claim()
    {
        (await server.ActAsync("landen/YEM", "moratoria", "ind-beleidsmedewerker",
            """{"datum": "2024-01-10", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "totDatum": "2025-10-05", "categorie": "Wie uit het noorden komt", "publicatie": "Stcrt. 2024, 2"}""")).IsDone();
        var file = await server.AwaitsDecisionAsync("YEM");
        await server.DoneAsync(file, "moratoria", "ind-beslismedewerker", """{"datum": "2024-01-12", "soort": "besluitmoratorium", "beleid": {"land": "YEM", "vanDatum": "2024-01-10"}, "totDatum": "2025-10-05"}""");
        await server.DoneAsync(file, "opschortingen", "ind-beslismedewerker", """{"datum": "2024-01-15", "grond": "aanvullen"}""");
        await server.DoneAsync(file, "signalen", "ind-beslismedewerker", """{"datum": "2024-01-16", "signaal": "uitsluiting"}""");
        using var officer = new Official(server, "ind-beslismedewerker");
        using var planner = new Official(server, "ind-planner");
        var (all, some) = (await FactsAsync(officer, file), await FactsAsync(planner, file));
        foreach (var facts in (string[])[all, some])
        {
            Assert.Contains("Besluitmoratorium tot en met 5 oktober 2025", facts, StringComparison.Ordinal);
            Assert.Contains("Beslistermijn staat stil sinds 15 januari 2024", facts, StringComparison.Ordinal);
        }
        Assert.Contains("Signaal: niet inwilligen voordat het is onderzocht Uitsluiting", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Signaal", some, StringComparison.Ordinal);
    }

    private static async Task<string> FactsAsync(Official official, int file)
    {
        var page = await official.GetAsync($"/werk/zaken/{file}");
        return Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Match(page.Text, "id=\"k-Procedure\".*?</section>", RegexOptions.Singleline).Value, "<[^>]*>", " ")), "\\s+", " ");
    }
}
