using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Signals;

namespace Schakel.Web.Workbench;

/// <summary>Unusual looking as the privacy officer reads it: which signals, the looks behind one, that it was looked into. Nobody else knows of it, and no person looked at is told.</summary>
public sealed class SignalTests(ChainServer server) : IClassFixture<ChainServer>
{
    private string Today => SignalPages.DayText(server.App.Services.GetRequiredService<LookSignals>().Today);

    [Fact]
    public async Task The_officer_sees_who_looked_how_often_and_why_it_is_noticed_and_not_at_whom()
    {
        await Task.WhenAll(server.ArriveAsync(), server.ArriveAsync(), server.ArriveAsync()); // The files asked for have higher numbers than the persons of the signal.
        await RefusedAsync(7801);
        await RefusedAsync(7801);
        using var officer = new Official(server, "privacyfunctionaris", number: 501);

        var (list, signal) = (await officer.GetAsync(WorkPaths.Signals), await officer.GetAsync(AddressOf(7801)));

        Assert.Contains(WorkPaths.Signals, Menu.Of(list));
        Assert.Contains(WebUtility.HtmlEncode(AddressOf(7801)), list.Text, StringComparison.Ordinal);
        Assert.Contains("Casemanager COA, nr. 7801", Official.Words(list), StringComparison.Ordinal);
        var words = Official.Words(signal);
        Assert.Contains("Gevraagd werd naar 2 personen die buiten de eigen kring of het doel vallen.", words, StringComparison.Ordinal);
        Assert.Contains("wie verblijft of komt op de eigen locatie", words, StringComparison.Ordinal);
        Assert.Equal(["persoon 1", "persoon 2"], System.Text.RegularExpressions.Regex.Matches(words, @"persoon \d+").Select(each => each.Value).Distinct());
        Assert.Contains("nee, geweigerd", words, StringComparison.Ordinal);
        Assert.DoesNotContain("/zaken/", signal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{nummer", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_concluded_stands_under_a_name_and_a_second_conclusion_takes_nothing_away()
    {
        await RefusedAsync(7802);
        using var officer = new Official(server.Address, server.App.Services, new Caller(Function.Find("privacyfunctionaris")!, 502, []) { Name = "Noor de Wit" });
        var page = await officer.GetAsync(AddressOf(7802));
        Assert.Contains("Nog niemand heeft dit uitgezocht", Official.Words(page), StringComparison.Ordinal);

        var first = await officer.SendAsync(AddressOf(7802), page, ("uitkomst", "wordt-uitgezocht"), ("toelichting", "gevraagd aan de teamleider"));
        await officer.SendAsync(AddressOf(7802), page, ("uitkomst", "wordt-uitgezocht"), ("toelichting", "gevraagd aan de teamleider")); // A double click.
        await officer.SendAsync(AddressOf(7802), page, ("uitkomst", "hoorde-bij-het-werk"), ("toelichting", "viel in voor locatie 4"));

        Assert.Equal(HttpStatusCode.Found, first.Status);
        var words = Official.Words(await officer.GetAsync(AddressOf(7802)));
        Assert.Contains("Noor de Wit , nr. 502", words, StringComparison.Ordinal);
        Assert.Single(Occurrences(words, "gevraagd aan de teamleider"));
        Assert.Contains("Het inzien hoorde bij het werk : viel in voor locatie 4", words, StringComparison.Ordinal);
        Assert.Matches("Casemanager COA, nr. 7802.{1,160}Het inzien hoorde bij het werk", Official.Words(await officer.GetAsync(WorkPaths.Signals)));
        Assert.Matches($"{Today};Casemanager COA;7802;.*;1;;het inzien hoorde bij het werk;.*;502\r\n", (await officer.GetAsync(WorkPaths.SignalsCsv)).Text);
    }

    [Fact]
    public async Task Without_an_outcome_or_a_reason_nothing_is_recorded_and_what_was_typed_is_still_there()
    {
        await RefusedAsync(7803);
        using var officer = new Official(server, "privacyfunctionaris", number: 503, language: "en");
        var page = await officer.GetAsync(AddressOf(7803));

        var noOutcome = await officer.SendAsync(AddressOf(7803), page, ("uitkomst", "9"), ("toelichting", "asked the team leader"));
        var noReason = await officer.SendAsync(AddressOf(7803), page, ("uitkomst", "mogelijk-datalek"), ("toelichting", "  "));
        var expired = await officer.SendAsync(AddressOf(7803), page with { Text = "<main" }, ("uitkomst", "mogelijk-datalek"), ("toelichting", "asked the team leader"));

        Assert.All([noOutcome, noReason, expired], reply => Assert.Equal(HttpStatusCode.BadRequest, reply.Status));
        Assert.Contains("Choose what the outcome is.", Official.Words(noOutcome), StringComparison.Ordinal);
        Assert.Contains(">asked the team leader</textarea>", noOutcome.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"mogelijk-datalek\" selected", noReason.Text, StringComparison.Ordinal);
        Assert.Contains(">asked the team leader</textarea>", expired.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has looked into this yet", Official.Words(await officer.GetAsync(AddressOf(7803))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_concludes_anything_about_their_own_looking()
    {
        var file = await server.ArriveAsync();
        await server.GetAsync($"/zaken/{file}", "privacyfunctionaris", number: 504);
        var signal = AddressOf(504, "privacyfunctionaris");
        using var self = new Official(server, "privacyfunctionaris", number: 504);
        using var other = new Official(server, "privacyfunctionaris", number: 505);

        var page = await self.GetAsync(signal);
        var sent = await self.SendAsync(signal, Official.ProofIn(page), ("uitkomst", "hoorde-bij-het-werk"), ("toelichting", "mijn werk"));

        Assert.Contains("Dit signaal gaat over uzelf", Official.Words(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        Assert.Contains("Nog niemand heeft dit uitgezocht", Official.Words(await other.GetAsync(signal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_everybody_else_there_is_no_such_page_and_nothing_of_it_in_menu_or_help()
    {
        await RefusedAsync(7804);
        foreach (var function in Function.All.Where(each => each.Code != "privacyfunctionaris"))
        {
            using var other = new Official(server, function.Code, site: 3, municipality: 363);
            var unknown = await other.GetAsync(AddressOf(999_999));
            foreach (var path in (string[])[WorkPaths.Signals, WorkPaths.SignalsCsv, AddressOf(7804)])
            {
                var reply = await other.GetAsync(path);
                Assert.Equal((function.Code, path, HttpStatusCode.NotFound, unknown.Text), (function.Code, path, reply.Status, reply.Text));
            }
            Assert.DoesNotContain("inzagesignalen", (await other.GetAsync(WorkPaths.Help)).Text, StringComparison.OrdinalIgnoreCase);
        }
        using var official = new Official(server, "coa-casemanager", number: 7804, site: 3);
        var sent = await official.SendAsync(AddressOf(7804), Official.ProofIn(await official.GetAsync(WorkPaths.Tour)), ("uitkomst", "hoorde-bij-het-werk"), ("toelichting", "niets aan de hand"));
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        using var officer = new Official(server, "privacyfunctionaris", number: 506);
        Assert.Contains("Nog niemand heeft dit uitgezocht", Official.Words(await officer.GetAsync(AddressOf(7804))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_on_which_nobody_looked_unusually_say_so_and_what_does_not_exist_is_unknown()
    {
        using var officer = new Official(server, "privacyfunctionaris", number: 507);
        Assert.Contains("In deze dagen keek niemand opvallend.", Official.Words(await officer.GetAsync(WorkPaths.Signals + "?van=2001-01-01&tot=2001-01-03")), StringComparison.Ordinal);
        Assert.Contains("1 december 2000 – 31 december 2000", Official.Words(await officer.GetAsync(WorkPaths.Signals + "?van=1999-01-01&tot=2000-12-31")), StringComparison.Ordinal); // A month at most.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(AddressOf(999_998))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(WorkPaths.Signal)).Status);
    }

    [Fact]
    public void What_was_concluded_outlives_the_program_and_a_spoiled_file_is_a_fault_and_stays_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-signals-").FullName;
        var day = new DateOnly(2026, 11, 3);
        var note = new SignalNote(new(day, "coa-casemanager", 7, UnusualKind.Outside), SignalOutcome.TalkedOver, "besproken", 501, "Noor de Wit", DateTimeOffset.UnixEpoch);

        Assert.Equal(new ConcludeResult.Done(note, Repeated: false), new SignalShelf(folder).Add(note));
        Assert.Equal([note], new SignalShelf(folder).Of(day));
        Assert.Empty(new SignalShelf(folder).Of(day.AddDays(1)));

        var path = Assert.Single(Directory.GetFiles(folder));
        File.WriteAllText(path, "[{");
        Assert.Throws<StoreFaultException>(() => new SignalShelf(folder).Add(note with { Words = "nog eens" }));
        Assert.Equal("[{", File.ReadAllText(path));
        Directory.Delete(folder, recursive: true);
    }

    private string AddressOf(int number, string function = "coa-casemanager") =>
        $"{WorkPaths.Signal}?dag={Today}&functie={function}&nummer={number}&soort=buiten-eigen-kring";

    // Somebody of site 3 asks for a person who does not stay there.
    private async Task RefusedAsync(int number) =>
        (await server.GetAsync($"/zaken/{await server.ArriveAsync()}", "coa-casemanager", number: number, ties: "locatie=3&team=locatie 3")).IsProblem(404);

    private static System.Text.RegularExpressions.MatchCollection Occurrences(string text, string what) => System.Text.RegularExpressions.Regex.Matches(text, System.Text.RegularExpressions.Regex.Escape(what));
}
