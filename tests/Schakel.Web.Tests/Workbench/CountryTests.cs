using System.Net;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench;

/// <summary>The pages of country policy: what holds, what is due, every act by a form with its consequences, and on how many it bears, never on whom.</summary>
public sealed class CountryTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Maker = "ind-beleidsmedewerker";

    private Task<Reply> DoAsync(string country, string resource, string json) => server.ActAsync($"landen/{country}", resource, Maker, json);

    private Task<Reply> ImposeAsync(string country) => DoAsync(country, "moratoria",
        """{"datum": "2024-01-10", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "totDatum": "2024-12-31", "categorie": "Wie uit het noorden komt", "publicatie": "Stcrt. 2024, 2"}""");

    private async Task<T> OnAsync<T>(Day day, Func<Task<T>> look)
    {
        var before = server.Today;
        server.Today = day;
        try
        {
            return await look();
        }
        finally
        {
            server.Today = before;
        }
    }

    [Fact]
    public async Task A_first_version_is_adopted_for_a_country_that_had_none_and_stands_on_its_page_with_author_and_purpose()
    {
        using var officer = new Official(server, Maker, number: 6601);
        var open = await officer.GetAsync("/werk/landen?land=geo");
        Assert.Equal((HttpStatusCode.Found, "/werk/landen/GEO"), (open.Status, open.Location));
        var page = await officer.GetAsync("/werk/landen/GEO");
        Assert.Contains("Er is geen beleid vastgesteld", page.Text, StringComparison.Ordinal);
        Assert.Contains("/werk/landen/GEO/doen/beleidsversies?versie=1", page.Text, StringComparison.Ordinal);
        var form = await officer.GetAsync("/werk/landen/GEO/doen/beleidsversies?versie=1");
        Assert.Contains("value=\"1\"", form.Text, StringComparison.Ordinal);
        var check = await officer.SendAsync("/werk/landen/GEO/doen/beleidsversies", form, ("verder", "bekijken"), ("versie", "1"), ("ingangsDatum", "2025-11-01"), ("publicatie", "Stcrt. 2025, 41"));
        Assert.Contains("Versie 1 geldt vanaf 1 november 2025", Official.Words(check), StringComparison.Ordinal);
        Assert.Empty(HistoryOf("GEO")); // Nothing was recorded yet.
        var done = await officer.SendAsync("/werk/landen/GEO/doen/beleidsversies", check, ("verder", "bevestigen"));
        Assert.Equal((HttpStatusCode.Found, "/werk/landen/GEO?gedaan=1#gedaan"), (done.Status, done.Location));
        var recorded = Assert.Single(HistoryOf("GEO")).Envelope;
        Assert.Equal(("country-policy-adopted", Doer.Of(new Chain.Official(6601, OfficialRoles.PolicyOfficer)), Purpose.Policy), (recorded.Name, recorded.Doer, recorded.Purpose));
        // The same form, sent twice, is done once.
        Assert.Equal(done.Location, (await officer.SendAsync("/werk/landen/GEO/doen/beleidsversies", check, ("verder", "bevestigen"))).Location);
        Assert.Single(HistoryOf("GEO"));
        var after = await officer.GetAsync("/werk/landen/GEO?gedaan=1");
        Assert.Contains("Vastgelegd", after.Text, StringComparison.Ordinal);
        Assert.Contains("data-soort=\"country-policy-adopted\"", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_is_shown_now_and_as_on_a_date()
    {
        (await DoAsync("AFG", "beleidsversies", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2023-01-01", "publicatie": "Stcrt. 1"}""")).IsDone();
        (await DoAsync("AFG", "beleidsversies", """{"datum": "2024-01-10", "versie": 2, "ingangsDatum": "2024-06-01", "publicatie": "Stcrt. 2"}""")).IsDone();
        using var reader = new Official(server, "gemeente-huisvester", municipality: 7317);
        foreach (var (on, version) in ((string, string)[])[("2022-12-31", "Beleid geen"), ("2024-05-31", "Beleid versie 1"), ("2024-06-01", "Beleid versie 2")])
        {
            Assert.Contains(version, Official.Words(await reader.GetAsync($"/werk/landen/AFG?op={on}")), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/doen/", (await reader.GetAsync("/werk/landen/AFG")).Text, StringComparison.Ordinal); // Who does not make it has no form.
        Assert.Equal((HttpStatusCode.Found, "/werk/landen/AFG"), (await reader.GetAsync("/werk/landen/AFG/doen/moratoria")) is var sent ? (sent.Status, sent.Location) : default);
    }

    [Fact]
    public async Task A_moratorium_to_be_assessed_again_stands_first_in_the_list_with_its_last_day()
    {
        (await DoAsync("ERI", "beleidsversies", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2023-01-01", "publicatie": "Stcrt. 1"}""")).IsDone();
        (await ImposeAsync("IRQ")).IsDone();
        using var officer = new Official(server, Maker);
        var list = await OnAsync(Day.Of(2024, 7, 12), () => officer.GetAsync("/werk/landen"));
        var words = Official.Words(list);
        Assert.Contains("uiterlijk 10 juli 2024", words, StringComparison.Ordinal);
        Assert.True(list.Text.IndexOf("data-sleutel=\"IRQ\"", StringComparison.Ordinal) < list.Text.IndexOf("data-sleutel=\"ERI\"", StringComparison.Ordinal), "Without anything due comes last.");
        var page = await OnAsync(Day.Of(2024, 7, 12), () => officer.GetAsync("/werk/landen/IRQ"));
        Assert.Contains("2 dagen verlopen", Official.Words(page), StringComparison.Ordinal);
        Assert.Contains("/werk/landen/IRQ/doen/moratorium-heroverwegingen?soort=besluitmoratorium&amp;vanDatum=2024-01-10", page.Text, StringComparison.Ordinal);
        var form = await OnAsync(Day.Of(2024, 7, 12), () => officer.GetAsync("/werk/landen/IRQ/doen/moratorium-heroverwegingen?soort=besluitmoratorium&vanDatum=2024-01-10"));
        var late = await OnAsync(Day.Of(2024, 7, 12), () => officer.SendAsync("/werk/landen/IRQ/doen/moratorium-heroverwegingen", form,
            ("verder", "bekijken"), ("soort", "besluitmoratorium"), ("vanDatum", "2024-01-10"), ("bevindingen", "De toestand is nog onzeker.")));
        Assert.Contains("Een norm wordt overschreden", Official.Words(late), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "zo weinig zaken dat het aantal niet te tonen is")]
    [InlineData(6, "Het staat nog in 6 zaken")]
    public async Task When_a_moratorium_was_lifted_it_is_told_in_how_many_files_it_still_stands_and_never_in_which(int files, string told)
    {
        var country = files == 3 ? "MLI" : "SDN";
        (await ImposeAsync(country)).IsDone();
        for (var i = 0; i < files; i++)
        {
            var file = await server.AwaitsDecisionAsync(country);
            await server.DoneAsync(file, "moratoria", "ind-beslismedewerker",
                $$$"""{"datum": "2024-01-15", "soort": "besluitmoratorium", "beleid": {"land": "{{{country}}}", "vanDatum": "2024-01-10"}, "totDatum": "2024-12-31"}""");
        }
        (await DoAsync(country, "moratorium-eindes", """{"datum": "2024-01-16", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "publicatie": "Stcrt. 3"}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var officer = new Official(server, Maker);
        var page = await OnAsync(Day.Of(2024, 1, 20), () => officer.GetAsync($"/werk/landen/{country}"));
        Assert.Contains(told, Official.Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("/werk/zaken/", page.Text, StringComparison.Ordinal);
        using var planner = new Official(server, "planner");
        Assert.DoesNotContain("zaken", ContentOf(await OnAsync(Day.Of(2024, 1, 20), () => planner.GetAsync($"/werk/landen/{country}"))), StringComparison.Ordinal); // Numbers of one nationality are not everybody's.
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_policy_the_second_is_told_what_the_first_did_and_keeps_what_was_typed()
    {
        (await DoAsync("YEM", "beleidsversies", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2023-01-01", "publicatie": "Stcrt. 1"}""")).IsDone();
        using var officer = new Official(server, Maker);
        var form = await officer.GetAsync("/werk/landen/YEM/doen/ambtsberichten");
        (await DoAsync("YEM", "ambtsberichten", """{"datum": "2024-01-10", "ambtsbericht": {"kenmerk": "AAB 1", "publicatieDatum": "2023-11-01", "bron": "BZ"}}""")).IsDone();
        var stale = await officer.SendAsync("/werk/landen/YEM/doen/ambtsberichten", form, ("verder", "bekijken"), ("ambtsbericht.kenmerk", "AAB 2"), ("ambtsbericht.publicatieDatum", "2023-12-01"), ("ambtsbericht.bron", "BZ"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Een collega was u voor", Official.Words(stale), StringComparison.Ordinal);
        Assert.Contains("value=\"AAB 2\"", stale.Text, StringComparison.Ordinal);
        Assert.Equal(2, HistoryOf("YEM").Count);
    }

    [Fact]
    public async Task What_the_rules_of_policy_forbid_is_refused_before_anything_is_recorded()
    {
        using var officer = new Official(server, Maker);
        var form = await officer.GetAsync("/werk/landen/TUR/doen/beleidsversies");
        var refused = await officer.SendAsync("/werk/landen/TUR/doen/beleidsversies", form, ("verder", "bekijken"), ("versie", "7"), ("ingangsDatum", "2025-11-01"), ("publicatie", "<script>x</script>\u202e"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("policy.not-the-next-version", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x", refused.Text, StringComparison.Ordinal);
        Assert.Empty(HistoryOf("TUR"));
    }

    [Fact]
    public async Task A_work_instruction_shows_who_was_asked_and_what_they_answered()
    {
        (await DoAsync("SOM", "uitspraken", """{"datum": "2024-01-10", "uitspraak": {"ecli": "ECLI:NL:RVS:2023:1234", "gerecht": "Afdeling", "uitspraakDatum": "2023-06-01", "gevolg": "Per regio"}}""")).IsDone();
        (await DoAsync("SOM", "werkinstructies", """{"datum": "2024-01-10", "titel": "Zuid-Somalië", "bron": "uitspraak", "kenmerk": "ECLI:NL:RVS:2023:1234"}""")).IsDone();
        (await DoAsync("SOM", "adviesaanvragen", """{"datum": "2024-01-10", "werkinstructie": 1, "partner": "vluchtelingenwerk"}""")).IsDone();
        using var officer = new Official(server, Maker, language: "en");
        var page = await officer.GetAsync("/werk/landen/SOM");
        Assert.Contains("advice asked, no answer yet", Official.Words(page), StringComparison.Ordinal);
        Assert.Contains("/werk/landen/SOM/doen/adviezen?werkinstructie=1", page.Text, StringComparison.Ordinal);
        Assert.Contains("ECLI:NL:RVS:2023:1234", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_act_on_policy_has_a_form_of_its_maker_alone_in_two_languages()
    {
        Assert.Equal(12, ActOffer.On(StreamKind.Country, Function.Find(Maker)!).Length);
        Assert.All(Function.All.Where(each => each.Code != Maker), each => Assert.Empty(ActOffer.On(StreamKind.Country, each)));
        Assert.All(ActOffer.On(StreamKind.Country, Function.Find(Maker)!).SelectMany(each => ActField.Of(each.Shape)).SelectMany(each => each.Parts.Prepend(each)), field =>
        {
            Assert.NotEmpty(Workbench.Plain.Field(field.Member, false));
            Assert.NotEmpty(Workbench.Plain.Field(field.Member, true));
        });
    }

    private static string ContentOf(Reply page) => page.Text[page.Text.IndexOf("<main", StringComparison.Ordinal)..];

    private IReadOnlyList<Store.Log.RecordedEvent> HistoryOf(string code) => server.Store.Log.ReadStream(StreamId.Of(CountryCode.TryParse(code, out var country) ? country : CountryCode.Unknown));
}
