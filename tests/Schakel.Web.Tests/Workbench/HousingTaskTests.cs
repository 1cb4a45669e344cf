using System.Text.RegularExpressions;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Rehearsal.Data;
using Schakel.Web.Workbench.Figures;
using Schakel.Web.Workbench.Housing;

namespace Schakel.Web.Workbench;

/// <summary>The housing task: what a municipality has to do in the half-year, what it did, and where the province stands with it.</summary>
public sealed class HousingTaskTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly Municipality Groningen = Municipalities.Of(new(14))!;

    [Theory] // Groningen: 234,950 inhabitants in 2022, 239,464 in 2024; tasks of 365 and 251 persons (Hvw 29).
    [InlineData("2024-05-01", 300, 100, 251, 65, 216, SupervisionStep.Signal, SupervisionStep.Information)]
    [InlineData("2024-05-01", 400, 220, 251, -35, -4, SupervisionStep.None, SupervisionStep.None)]
    [InlineData("2024-06-30", 365, 251, 251, 0, 0, SupervisionStep.None, SupervisionStep.None)]
    [InlineData("2024-07-01", 365, 251, null, 0, null, SupervisionStep.None, null)] // No national number is known: no task, and none of before in its place.
    public void What_was_left_over_is_carried_on_and_gives_a_rung_each_half_year(
        string today, int second2023, int first2024, int? task, int? carried, int? left, SupervisionStep rung, SupervisionStep? now)
    {
        var balance = HousingBalance.Of(Groningen, _ => Regimes.January2024, 1, Day.Of(2023, 7, 1), Day.TryParse(today, out var on) ? on : default,
            half => half == Day.Of(2023, 7, 1) ? second2023 : half == Day.Of(2024, 1, 1) ? first2024 : 0);
        Assert.Equal((task, carried, left, rung, now), (balance.Task, balance.CarriedOver, balance.Balance, balance.Rung, balance.RungNow));
    }

    [Fact]
    public void A_national_number_says_whether_the_law_has_it_or_where_else_it_stands()
    {
        Assert.Equal((18_750, "municipal-task.national"), NationalTask.Of(Regimes.January2024, Day.Of(2024, 1, 1)) is { } law ? (law.Persons, law.Norm) : default);
        Assert.Equal((13_500, null, new Text("pers, juli 2022", "Press, July 2022")), NationalTask.Of(Regimes.January2024, Day.Of(2022, 7, 1)) is { } press ? (press.Persons, press.Norm, press.Source) : default);
        Assert.Equal(new Text("aanname", "assumption"), NationalTask.Of(Regimes.January2024, Day.Of(2023, 1, 1))!.Source);
    }

    [Fact] // What was published before the law had it stands in the program's data, whose files are in English.
    public async Task Where_a_number_comes_from_is_told_in_the_language_of_the_page()
    {
        await using var early = new ChainServer { Today = Day.Of(2023, 9, 1), Settings = settings => settings with { LawOn = _ => Regimes.January2022 } };
        await early.InitializeAsync();
        using var officer = new Official(early, "gemeente-huisvester", municipality: 14);
        using var colleague = new Official(early, "gemeente-huisvester", municipality: 14, language: "en");
        Assert.Contains("bron: Staatscourant (aangehaald in ABDTOPConsult 2024)", Official.Words(await officer.GetAsync("/werk/gemeente")), StringComparison.Ordinal);
        Assert.Contains("source: Staatscourant (as cited in ABDTOPConsult 2024)", Official.Words(await colleague.GetAsync("/werk/gemeente")), StringComparison.Ordinal);
    }

    [Theory] // A tenth of the homes is a tenth of the task: 1,375 and 1,875 of 13,750 and 18,750 persons, by inhabitants and rounded up.
    [InlineData(1, 365, 251)]
    [InlineData(0.1, 37, 26)]
    public void A_chain_of_another_size_has_a_task_of_that_size(double scale, int before, int now)
    {
        var balance = HousingBalance.Of(Groningen, _ => Regimes.January2024, scale, Day.Of(2023, 7, 1), Day.Of(2024, 5, 1), _ => 0);
        Assert.Equal((before, now), (balance.CarriedOver, balance.Task));
    }

    [Fact]
    public async Task In_a_demonstration_the_page_says_of_which_size_it_is_and_arrears_are_of_that_size()
    {
        await using var small = new ChainServer { Settings = settings => settings with { Scale = 0.1 }, Today = Day.Of(2024, 5, 1) };
        await small.InitializeAsync();
        using var officer = new Official(small, "gemeente-huisvester", municipality: 14);
        var words = Official.Words(await officer.GetAsync("/werk/gemeente"));
        Assert.Contains("Taak van dit halfjaar 26 ", words, StringComparison.Ordinal);
        Assert.Contains("Deze demonstratie is 10% van Nederland: de taak is hier gerekend over 1.875 mensen.", words, StringComparison.Ordinal);
        using var real = new Official(server, "gemeente-huisvester", municipality: 14);
        Assert.DoesNotContain("Deze demonstratie is", Official.Words(await real.GetAsync("/werk/gemeente")), StringComparison.Ordinal);
    }

    [Fact]
    public void Housed_in_a_half_year_is_not_told_where_it_would_tell_how_few_were_housed_before() =>
        Assert.Equal([false, false, true], ProvincialFigures.Told([("a", 7, 2, 9), ("b", 10, 0, 13), ("c", 8, 0, 8)]));

    [Fact]
    public async Task A_municipality_sees_its_task_and_homes_and_the_province_sees_who_is_behind_without_the_few()
    {
        await LiveInAsync(14, 6);
        await LiveInAsync(37, 2);
        await LiveInAsync(47, 7);
        var waits = await OfferedAsync(14);
        await server.DoneAsync(waits, "woningaanvaardingen", "coa-medewerker", """{"datum": "2024-02-02"}""");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        server.Today = Day.Of(2024, 5, 1);

        using var officer = new Official(server, "gemeente-huisvester", municipality: 14);
        var words = Official.Words(await officer.GetAsync("/werk/gemeente"));
        foreach (var told in (string[])["Taak van dit halfjaar 251", "Gehuisvest dit halfjaar 6", "Nog te huisvesten 245", "Woning aangeboden dit halfjaar 7", "Woning aanvaard, nog niet verhuisd 1", "Huisvestingswet 2014"])
        {
            Assert.Contains(told, words, StringComparison.Ordinal);
        }
        using var province = new Official(server, "provincie-toezichthouder");
        var page = await province.GetAsync("/werk/cijfers/provincie?provincie=PV20");
        string[] CellsOf(int municipality) => [.. Regex.Matches(Regex.Match(page.Text, $"data-sleutel=\"g{municipality}\".*?</tr>", RegexOptions.Singleline).Value, "<td[^>]*>(.*?)</td>").Select(each => System.Net.WebUtility.HtmlDecode(each.Groups[1].Value))];
        Assert.Equal(["30", "7", "23", "geen toezicht", "1 · signaal"], CellsOf(47));
        Assert.Equal(["34", "niet te tonen", "niet te tonen", "niet te tonen", "niet te tonen"], CellsOf(37)); // Two people.
        Assert.Equal("niet te tonen", CellsOf(14)[1]); // With it, so that a total tells nothing.
        Assert.Contains("Gemeentewet 124", Official.Words(page), StringComparison.Ordinal);
        Assert.Empty(CellsOf(363)); // Amsterdam is of another province.
    }

    private async Task LiveInAsync(int municipality, int many)
    {
        for (var i = 0; i < many; i++)
        {
            await server.DoneAsync(await OfferedAsync(municipality), "woningbetrekkingen", "coa-medewerker", $$"""{"datum": "2024-02-05", "gemeente": {{municipality}}}""");
        }
    }

    private async Task<int> OfferedAsync(int municipality)
    {
        var file = await server.TakeOverAsync("wacht-op-woning");
        await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
        (await server.ActAsync($"zaken/{file}", "woningaanbiedingen", "gemeente-huisvester", $$"""{"datum": "2024-02-01", "gemeente": {{municipality}}}""", ties: $"gemeente={municipality}")).IsDone();
        return file;
    }
}
