using Schakel.Store.Watching;
using Schakel.Web.Workbench;

namespace Schakel.Web;

/// <summary>What the clock observed of a country and of a site is told in their histories and on their pages, and what is to be done stays.</summary>
public sealed class LapsedBesideFilesTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Maker = "ind-beleidsmedewerker";
    private const string Officer = "coa-medewerker";

    [Fact]
    public async Task A_moratorium_that_was_not_assessed_again_says_so_in_its_history_as_a_late_step_and_when_it_ended()
    {
        (await server.ActAsync("landen/ERI", "moratoria", Maker,
            """{"datum": "2024-01-10", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "totDatum": "2024-12-31", "categorie": "Vreemdelingen uit dit land", "publicatie": "Stcrt. 2024, 2"}""")).IsDone();
        Assert.Null((await server.GetAsync("/landen/ERI", "planner")).Json["moratoria"]![0]!["herzieningUitgeblevenDatum"]);

        await LookOnAsync(Norms.Day.Of(2024, 12, 31), async () =>
        {
            var step = Assert.Single((await server.GetAsync("/landen/ERI/volgende-stappen", Maker)).Json.AsArray())!; // On the very last day of the moratorium.
            Assert.Equal(("reassess-moratorium", "2024-07-10", true), (step["code"]!.GetValue<string>(), step["uiterlijkeDatum"]!.GetValue<string>(), step["teLaat"]!.GetValue<bool>()));
        });
        await LookOnAsync(Norms.Day.Of(2025, 1, 1), async () =>
        {
            Assert.Empty((await server.GetAsync("/landen/ERI/volgende-stappen", Maker)).Json.AsArray());
            Assert.Equal("2024-07-10", (await server.GetAsync("/landen/ERI", "planner")).Json["moratoria"]![0]!["herzieningUitgeblevenDatum"]!.GetValue<string>());
        });
        var told = (await server.GetAsync("/landen/ERI/gebeurtenissen", "planner")).Json["resultaten"]!.AsArray().Single(each => each!["soort"]!.GetValue<string>() == "country-moratorium-review-lapsed")!;
        Assert.Equal(("besluitmoratorium", "2024-01-10", "2024-07-10"),
            (told["gegevens"]!["soort"]!.GetValue<string>(), told["gegevens"]!["vanDatum"]!.GetValue<string>(), told["gegevens"]!["laatsteDatum"]!.GetValue<string>()));
        Assert.Equal("klok", told["door"]!.GetValue<string>());
        foreach (var (language, name, missed) in ((string, string, string)[])[
            ("nl", "Moratorium voor een land niet op tijd opnieuw bezien", "niet opnieuw bezien uiterlijk 10 juli 2024"), ("en", "Country moratorium review lapsed", "not assessed again by 10 July 2024")])
        {
            using var maker = new Official(server, Maker, language: language);
            var words = Official.Words(await maker.GetAsync("/werk/landen/ERI"));
            Assert.Contains(name, words, StringComparison.Ordinal);
            Assert.Contains(missed, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_shortfall_that_was_not_put_right_says_so_in_the_history_of_the_site_and_stays_on_its_page_until_it_is()
    {
        await server.OpenSiteAsync(8651, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/8651", "bevindingen", Officer,
            """{"datum": "2024-01-12", "bevinding": {"opvangnorm": "koken", "opDatum": "2024-01-10", "herstelVoorDatum": "2024-03-01"}}""")).IsDone();

        await LookOnAsync(Norms.Day.Of(2024, 3, 2), () => Task.CompletedTask);

        var told = (await server.GetAsync("/opvanglocaties/8651/gebeurtenissen", Officer)).Json["resultaten"]!.AsArray().Single(each => each!["soort"]!.GetValue<string>() == "remedy-lapsed")!;
        Assert.Equal(("koken", "2024-03-01"), (told["gegevens"]!["opvangnorm"]!.GetValue<string>(), told["gegevens"]!["laatsteDatum"]!.GetValue<string>()));
        foreach (var (language, name, late) in ((string, string, string)[])[
            ("nl", "Bevinding niet op tijd hersteld", "te laat: herstel was uiterlijk 1 maart 2024"), ("en", "Remedy lapsed", "late: remedy was due by 1 March 2024")])
        {
            using var officer = new Official(server, Officer, language: language);
            var page = await officer.GetAsync("/werk/locaties/8651");
            Assert.Contains(name, Official.Words(page), StringComparison.Ordinal);
            Assert.Contains(late, Official.Words(page), StringComparison.Ordinal);
            Assert.Contains("href=\"/werk/locaties/8651/doen/herstellingen?opvangnorm=koken\"", page.Text, StringComparison.Ordinal);
        }
        (await server.ActAsync("opvanglocaties/8651", "herstellingen", Officer, """{"datum": "2024-03-05", "opvangnorm": "koken", "opDatum": "2024-03-04"}""")).IsDone();
        using var after = new Official(server, Officer);
        Assert.Contains("Geen open bevindingen", (await after.GetAsync("/werk/locaties/8651")).Text, StringComparison.Ordinal);
    }

    private async Task LookOnAsync(Norms.Day day, Func<Task> look)
    {
        var before = server.Today;
        server.Today = day;
        try
        {
            await new TermWatch(server.Store, server).LookAsync(TestContext.Current.CancellationToken);
            await look();
        }
        finally
        {
            server.Today = before;
        }
    }
}
