using System.Net;
using System.Text.RegularExpressions;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web;

/// <summary>A lawyer signs in with a code of one file: it opens that file, and no other.</summary>
public sealed partial class LawyerCodeTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact] // The number of the file was taken for the lawyer's: whoever is named lawyer 1 somewhere had that file opened by a code of file 1.
    public async Task A_code_of_a_file_that_names_no_lawyer_opens_that_file_and_none_that_names_its_number()
    {
        var own = await server.ArriveAsync();
        var named = await server.ArriveAsync();
        await NameAsync(named, own);
        using var browser = await SignedInAsync(own);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/werk/zaken/{own}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/werk/zaken/{named}")).Status);
        var list = await browser.GetAsync("/werk?alles=ja");
        Assert.DoesNotContain($"/werk/zaken/{named}\"", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_one_client_opens_no_other_client_of_the_same_lawyer()
    {
        var (one, another) = (await server.ArriveAsync(), await server.ArriveAsync());
        await NameAsync(one, 7701);
        await NameAsync(another, 7701);
        using var browser = await SignedInAsync(one);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/werk/zaken/{one}/client")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/werk/zaken/{another}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/werk/zaken/{another}/client")).Status);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"/werk/zaken/{another}", (await browser.GetAsync("/werk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_file_names_another_lawyer_the_session_is_over_for_it()
    {
        var file = await server.ArriveAsync();
        await NameAsync(file, 7702);
        using var browser = await SignedInAsync(file);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/werk/zaken/{file}")).Status);
        (await server.ActAsync($"zaken/{file}", "advocaatwisselingen", "raad-voor-rechtsbijstand", """{"advocaat": 7703, "reden": "eigen-verzoek"}""")).IsDone();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/werk/zaken/{file}")).Status);
    }

    [Fact]
    public void The_number_is_from_a_range_of_its_own_and_comes_back_from_the_session()
    {
        var lawyer = Function.Find("advocaat")!;
        var caller = Caller.ByCode(lawyer, 12, 7701)!;
        Assert.Equal((2_000_000_012, new OnlyFile(12, 7701), DoerKind.Lawyer), (caller.Number, caller.Only!.Value, caller.Doer.Kind));
        var again = Caller.From(new(new System.Security.Claims.ClaimsIdentity(caller.Claims(), "test")))!;
        Assert.Equal((caller.Number, caller.Only), (again.Number, again.Only));
        Assert.Null(Caller.ByCode(lawyer, int.MaxValue, null)); // No number is left for such a file.
    }

    private async Task NameAsync(int file, int lawyer)
    {
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "toevoegingen", "raad-voor-rechtsbijstand")).IsDone();
        (await server.ActAsync($"zaken/{file}", "advocaat-aanwijzingen", "raad-voor-rechtsbijstand", $$"""{"advocaat": {{lawyer}}}""")).IsDone();
    }

    private async Task<Browser> SignedInAsync(int file)
    {
        var browser = new Browser(server.Address);
        var shown = await browser.PostAsync("/aanmelden/voorbeeldcode", await browser.GetAsync("/aanmelden/voorbeeldcode"), ("zaak", $"{file}"), ("wie", "advocaat"));
        var done = await browser.PostAsync("/aanmelden/code", await browser.GetAsync("/aanmelden"), ("zaak", $"{file}"), ("code", Code().Match(shown.Text).Groups[1].Value), ("wie", "advocaat"));
        Assert.True(done.Status == HttpStatusCode.Found, done.Text);
        return browser;
    }

    [GeneratedRegex("<strong[^>]*>([0-9 ]+)</strong>")]
    private static partial Regex Code();
}
