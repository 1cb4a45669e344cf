using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Rulings;

namespace Schakel.Web.Workbench;

/// <summary>What courts made of a decision comes back to whoever took it (C42), and to nobody else.</summary>
public sealed class RulingTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task Whoever_decided_sees_which_decisions_stood_and_which_did_not_and_a_colleague_sees_none_of_them()
    {
        var (annulled, stood, waits) = (await AppealedAsync(), await AppealedAsync(), await AppealedAsync());
        await server.DoneAsync(annulled, "uitspraken", "rechtbank", """{"datum": "2024-05-02", "gegrond": true}""");
        await server.DoneAsync(stood, "uitspraken", "rechtbank", """{"datum": "2024-05-03", "gegrond": false}""");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var number = ExampleClients.Find("ind-beslismedewerker")!.Number; // As whom the interface decided.
        using var decider = new Official(server, "ind-beslismedewerker", number: number);
        var page = await decider.GetAsync("/werk/uitspraken");
        var words = Official.Words(page);
        Assert.Contains("Uitspraken 2 Gegrond 1 Besluit bleef staan 1", words, StringComparison.Ordinal);
        Assert.Contains("Gegrond: besluit vernietigd , 2 mei 2024 Rechtbank", words, StringComparison.Ordinal);
        Assert.All([annulled, stood], file => Assert.Contains($"href=\"/werk/zaken/{file}\"", page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain($"href=\"/werk/zaken/{waits}\"", page.Text, StringComparison.Ordinal);
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(stood, 0, 20);
        Assert.Contains(looks, each => each is { Function: "ind-beslismedewerker", With: "/werk/uitspraken" });

        // What another decides anew changes nothing about the ruling on the first decision.
        await server.DoneAsync(annulled, "voornemens", "ind-beslismedewerker", """{"datum": "2024-05-10"}""");
        Assert.Contains("Uitspraken 2 Gegrond 1", Official.Words(await decider.GetAsync("/werk/uitspraken")), StringComparison.Ordinal);

        using var colleague = new Official(server, "ind-beslismedewerker", number: number + 1);
        var other = await colleague.GetAsync("/werk/uitspraken");
        Assert.Contains("Op uw besluiten is nog geen uitspraak gedaan", Official.Words(other), StringComparison.Ordinal);
        Assert.DoesNotContain("/werk/zaken/", other.Text[other.Text.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        using var planner = new Official(server, "ind-planner", number: number);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.GetAsync("/werk/uitspraken")).Status);
    }

    [Fact]
    public void The_names_by_which_the_log_is_looked_through_are_those_of_the_chain()
    {
        Assert.Equal(OwnRulings.Deciding.Order(StringComparer.Ordinal), NamesOf(typeof(ApplicationDecided), typeof(PermitWithdrawn), typeof(RenewalDecided)));
        Assert.Equal(OwnRulings.Ruling.Order(StringComparer.Ordinal), NamesOf(typeof(AppealRuled), typeof(FurtherAppealRuled)));
    }

    private static IEnumerable<string> NamesOf(params Type[] events) => events.Select(each => EventCatalogue.Of(each).Name).Order(StringComparer.Ordinal);

    private async Task<int> AppealedAsync()
    {
        var file = await server.AwaitsDecisionAsync("MAR");
        await server.DoneAsync(file, "voornemens", "ind-beslismedewerker", """{"datum": "2024-01-12"}""");
        await server.DoneAsync(file, "besluiten", "ind-beslismedewerker", """{"datum": "2024-03-01", "uitkomst": "ongegrond", "grond": "geen-grond-voor-vergunning"}""");
        await server.DoneAsync(file, "beroepen", "aanvrager", """{"datum": "2024-03-12"}""", file);
        return file;
    }
}
