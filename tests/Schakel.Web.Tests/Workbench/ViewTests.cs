using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Workbench.Views;

namespace Schakel.Web.Workbench;

/// <summary>A choice from the worklist is kept under a name: opened by one click, named anew, removed and brought back, opened in the morning; by its owner, and by nobody else.</summary>
public sealed class ViewTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Path = "/werk/weergaven";
    private const string Late = "/werk?stand=te-laat&regels=200&kolommen=stand.stap";

    [Fact]
    public async Task A_choice_is_kept_under_a_name_and_opens_by_one_click()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5101);
        var list = await registrar.GetAsync(Late);
        Assert.DoesNotContain("Uw weergaven", Official.Words(list), StringComparison.Ordinal); // Nothing is kept, nothing shows.
        var done = await KeptAsync(registrar, Late, "Te laat <b>");
        Assert.Equal((HttpStatusCode.Found, Late + "&gedaan=1#gedaan"), (done.Status, done.Location));
        var page = await registrar.GetAsync(Late + "&gedaan=1");
        Assert.Contains("Weergave ‘Te laat <b>’ bewaard.", Official.Words(page), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{WebUtility.HtmlEncode(Late)}\" aria-current=\"true\"><bdi>Te laat &lt;b&gt;</bdi>", page.Text, StringComparison.Ordinal);
        var elsewhere = await registrar.GetAsync("/werk");
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.Contains($"<a href=\"{WebUtility.HtmlEncode(Late)}\"><bdi>Te laat", elsewhere.Text, StringComparison.Ordinal);
        // Sent twice, it is kept once.
        Assert.Equal(HttpStatusCode.Found, (await KeptAsync(registrar, Late, "Te laat <b>")).Status);
        Assert.Equal(["Te laat <b>"], await NamesAsync(registrar));
    }

    [Fact]
    public async Task A_view_is_its_owners_alone_and_outlives_the_program()
    {
        // Given: two officials of one function, one of them also in another function.
        await using var own = new ChainServer();
        await own.InitializeAsync();
        using (var one = new Official(own, "avim-registreerder", number: 5102))
        {
            await KeptAsync(one, Late, "Van mij");
        }
        // When: the program ends and begins again.
        await own.RestartAsync();
        // Then.
        using (var one = new Official(own, "avim-registreerder", number: 5102))
        using (var colleague = new Official(own, "avim-registreerder", number: 5103))
        using (var otherwise = new Official(own, "ind-planner", number: 5102))
        {
            Assert.Equal(["Van mij"], await NamesAsync(one));
            Assert.Empty(await NamesAsync(colleague));
            Assert.Empty(await NamesAsync(otherwise));
            Assert.DoesNotContain("Van mij", (await colleague.GetAsync("/werk")).Text, StringComparison.Ordinal);
            // Nor can a colleague remove it by its name.
            Assert.Equal(HttpStatusCode.Conflict, (await SentAsync(colleague, ("verder", "verwijderen"), ("weergave", "Van mij"))).Status);
            Assert.Equal(["Van mij"], await NamesAsync(one));
        }
        Assert.Equal(["avim-registreerder-5102.json"], Directory.GetFiles(System.IO.Path.Combine(own.Folder, "weergaven")).Select(System.IO.Path.GetFileName));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "Geef de weergave een naam")]
    [InlineData(" \u202e\t ", HttpStatusCode.BadRequest, "Geef de weergave een naam")]
    [InlineData("een naam die langer is dan de veertig tekens", HttpStatusCode.BadRequest, "hooguit 40 tekens")]
    [InlineData("ER IS ER AL EEN", HttpStatusCode.Conflict, "U hebt al een weergave met deze naam")]
    public async Task A_name_that_is_empty_too_long_or_taken_is_told_and_what_was_typed_stays(string name, HttpStatusCode status, string says)
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5104);
        await KeptAsync(registrar, Late, "Er is er al een");
        var back = await KeptAsync(registrar, "/werk?stand=wacht", name);
        Assert.Equal(status, back.Status);
        Assert.Contains(says, Official.Words(back), StringComparison.Ordinal);
        Assert.Contains($"value=\"{name.Trim('\u202e', '\t', ' ')}\"", back.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"keuze\" value=\"?stand=wacht\"", back.Text, StringComparison.Ordinal);
        Assert.Equal(["Er is er al een"], await NamesAsync(registrar));
    }

    [Fact]
    public async Task A_taken_name_may_be_given_the_new_choice_instead_and_that_is_undone()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5105);
        await KeptAsync(registrar, Late, "Ochtend");
        var back = await KeptAsync(registrar, "/werk?stand=wacht", "ochtend");
        var done = await registrar.SendAsync(Path, back, ("verder", "vervangen"), ("naam", "ochtend"));
        Assert.Equal((HttpStatusCode.Found, "/werk?stand=wacht&gedaan=2#gedaan"), (done.Status, done.Location));
        Assert.Equal("?stand=wacht", ChoiceOf(registrar, "Ochtend"));
        await SentAsync(registrar, ("verder", "terug"), ("gedaan", "2"));
        Assert.Equal(Late["/werk".Length..], ChoiceOf(registrar, "Ochtend"));
    }

    [Fact]
    public async Task A_view_is_named_anew_and_removed_and_what_was_removed_comes_back_where_it_stood()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5106);
        foreach (var name in (string[])["Een", "Twee", "Drie"])
        {
            await KeptAsync(registrar, Late, name);
        }
        await SentAsync(registrar, ("verder", "voorop"), ("weergave", "Twee"));
        await SentAsync(registrar, ("verder", "hernoemen"), ("weergave", "Twee"), ("naam", "Tweede"));
        Assert.Equal(["Een", "Tweede", "Drie"], await NamesAsync(registrar));
        Assert.Equal("Tweede", Shelf.Of(registrar.Caller).Now.First);
        Assert.Equal(HttpStatusCode.Conflict, (await SentAsync(registrar, ("verder", "hernoemen"), ("weergave", "Tweede"), ("naam", "drie"))).Status);
        var removed = await SentAsync(registrar, ("verder", "verwijderen"), ("weergave", "Tweede"));
        Assert.Equal(["Een", "Drie"], await NamesAsync(registrar));
        var told = await registrar.GetAsync(removed.Location!.Split('#')[0]);
        Assert.Contains("Weergave ‘Tweede’ verwijderd. Ongedaan maken", Official.Words(told), StringComparison.Ordinal);
        var back = await registrar.SendAsync(Path, told, ("verder", "terug"));
        Assert.Equal(HttpStatusCode.Found, back.Status);
        Assert.Equal(["Een", "Tweede", "Drie"], await NamesAsync(registrar));
        Assert.Equal("Tweede", Shelf.Of(registrar.Caller).Now.First);
        // What is not the last change any more is not undone.
        Assert.Equal(HttpStatusCode.Conflict, (await registrar.SendAsync(Path, told, ("verder", "terug"))).Status);
    }

    [Fact]
    public async Task The_worklist_opens_with_the_view_of_the_morning_and_every_other_choice_is_still_there()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5107);
        await KeptAsync(registrar, Late, "Ochtend");
        await SentAsync(registrar, ("verder", "voorop"), ("weergave", "Ochtend"));
        foreach (var bare in (string[])["/werk", "/werk?taal=nl"])
        {
            var sent = await registrar.GetAsync(bare);
            Assert.Equal((HttpStatusCode.Found, Late), (sent.Status, sent.Location));
        }
        var view = await registrar.GetAsync(Late);
        Assert.Contains("href=\"/werk?stand=nu&amp;regels=200&amp;kolommen=stand.stap\"", view.Text, StringComparison.Ordinal); // Its first button, `to do`.
        Assert.Equal(HttpStatusCode.OK, (await registrar.GetAsync("/werk?stand=nu")).Status);
        await SentAsync(registrar, ("verder", "niet-voorop"), ("weergave", "Ochtend"));
        Assert.Equal(HttpStatusCode.OK, (await registrar.GetAsync("/werk")).Status);
    }

    [Fact]
    public async Task The_twenty_first_view_is_refused_with_what_to_do()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5108);
        for (var i = 1; i <= ViewSet.Most; i++)
        {
            Assert.Equal(HttpStatusCode.Found, (await KeptAsync(registrar, Late, $"Weergave {i}")).Status);
        }
        var full = await KeptAsync(registrar, Late, "Nog een");
        Assert.Equal(HttpStatusCode.Conflict, full.Status);
        Assert.Contains("U hebt 20 weergaven, en meer kan niet. Verwijder er eerst een.", Official.Words(full), StringComparison.Ordinal);
        Assert.Equal(ViewSet.Most, (await NamesAsync(registrar)).Count);
    }

    [Fact]
    public async Task What_is_kept_is_a_choice_and_nothing_else_that_somebody_sends()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5109);
        var page = await registrar.GetAsync("/werk?stand=nu");
        await registrar.SendAsync(Path, page, ("verder", "bewaren"), ("naam", "Kwaad"), ("keuze", "?stand=te-laat&na=1.2.3.4&naam=Ahmed&locatie=12&kolommen=gemeente.stap&x=//elders.example"));
        Assert.Equal("?stand=te-laat&kolommen=stap", ChoiceOf(registrar, "Kwaad")); // Police choose by no site and see no municipality.
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing_and_keeps_what_was_typed()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5110);
        var strange = new Reply(HttpStatusCode.OK, "<main>", null, null, null, new Dictionary<string, string>());
        var answer = await registrar.SendAsync(Path, strange, ("verder", "bewaren"), ("naam", "Gelokt"), ("keuze", "?stand=wacht"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("value=\"Gelokt\"", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await NamesAsync(registrar));
    }

    [Fact]
    public async Task A_file_that_somebody_spoiled_keeps_nobody_from_their_work()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 5111);
        await KeptAsync(registrar, Late, "Heel");
        foreach (var spoiled in (string[])["", "{\"Version\": 3", "{}", "[1]", "null"])
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(server.Folder, "weergaven", "avim-registreerder-5111.json"), spoiled, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, (await registrar.GetAsync("/werk")).Status);
            Assert.Empty(await NamesAsync(registrar));
        }
        Assert.Equal(HttpStatusCode.Found, (await KeptAsync(registrar, Late, "Opnieuw")).Status);
    }

    [Fact]
    public async Task Who_has_no_worklist_has_no_views_and_in_English_all_of_it_is_English()
    {
        using var planner = new Official(server, "planner");
        Assert.Equal(HttpStatusCode.NotFound, (await planner.GetAsync(Path)).Status);
        using var registrar = new Official(server, "avim-registreerder", number: 5112, language: "en");
        Assert.Contains("You have no views yet", Official.Words(await registrar.GetAsync(Path)), StringComparison.Ordinal);
        Assert.Contains("View ‘Late’ kept. Undo", Official.Words(await registrar.GetAsync((await KeptAsync(registrar, Late, "Late")).Location!.Split('#')[0])), StringComparison.Ordinal);
        Assert.Contains("Late Overdue · 200 rows · columns: Standing, Step", Official.Words(await registrar.GetAsync(Path)), StringComparison.Ordinal);
    }

    private ViewShelf Shelf => server.App.Services.GetRequiredService<ViewShelf>();

    private static async Task<Reply> KeptAsync(Official official, string address, string name) =>
        await official.SendAsync(Path, await official.GetAsync(address), ("verder", "bewaren"), ("naam", name), ("keuze", address["/werk".Length..]));

    private static async Task<Reply> SentAsync(Official official, params (string Name, string Value)[] fields) => await official.SendAsync(Path, await official.GetAsync("/werk?stand=nu"), fields);

    private static async Task<List<string>> NamesAsync(Official official) =>
        [.. Regex.Matches((await official.GetAsync(Path)).Text, "<h2><a href=\"[^\"]*\"><bdi>([^<]*)</bdi>").Select(each => WebUtility.HtmlDecode(each.Groups[1].Value))];

    private string? ChoiceOf(Official official, string name) => Shelf.Of(official.Caller).Now.Find(name)?.Choice;
}
