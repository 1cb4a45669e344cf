using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Schakel.Web.Access;
using Schakel.Web.SignIn;

namespace Schakel.Web;

/// <summary>Signing in and out with a browser that runs no script.</summary>
public sealed partial class SignInTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task The_page_shows_example_people_of_every_role_and_one_signs_in_and_out_as_one()
    {
        using var browser = new Browser(server.Address);
        var page = await browser.GetAsync("/aanmelden");
        Assert.All(Function.All, function => Assert.Contains(WebUtility.HtmlEncode(function.Dutch), page.Text, StringComparison.Ordinal));
        Assert.True(Regex.Count(page.Text, "name=\"persoon\"") >= 12 * Function.All.Count(each => each.IsNationwide || each.Reach == Reach.None), page.Text);
        Assert.True(page.Text.Length < 100_000, $"{page.Text.Length} bytes");
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var done = await browser.PostAsync("/aanmelden", page, ("persoon", "ind-planner.3"), ("terug", "/werk?x=1"));
        Assert.Equal((HttpStatusCode.Found, "/werk?x=1"), (done.Status, done.Location));
        var cookie = done.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var again = await browser.GetAsync("/aanmelden");
        Assert.Contains("U bent aangemeld als", again.Text, StringComparison.Ordinal);
        Assert.Contains("Voorbeeld-", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.PostAsync("/afmelden", again)).Status);
        Assert.DoesNotContain("U bent aangemeld als", (await browser.GetAsync("/aanmelden")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        using var browser = new Browser(server.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/aanmelden", null, ("persoon", "ind-planner.1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/aanmelden/code", null, ("zaak", "1"), ("code", "1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/aanmelden/voorbeeldcode", null, ("zaak", "1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/afmelden", null)).Status);
    }

    [Theory]
    [InlineData("https://kwaad.example/")]
    [InlineData("//kwaad.example/")]
    [InlineData("/\\kwaad.example/")]
    [InlineData("/\t/kwaad.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("kwaad")]
    public async Task One_goes_to_no_address_elsewhere(string asked)
    {
        using var browser = new Browser(server.Address);
        var page = await browser.GetAsync($"/aanmelden?terug={Uri.EscapeDataString(asked)}");
        Assert.DoesNotContain("kwaad", page.Text, StringComparison.Ordinal);
        var done = await browser.PostAsync("/aanmelden", page, ("persoon", "planner.1"), ("terug", asked));
        Assert.Equal("/", done.Location);
    }

    [Fact]
    public async Task Without_a_session_a_page_sends_one_to_sign_in_and_the_interface_does_not_take_the_session()
    {
        using var browser = new Browser(server.Address);
        var sent = await browser.GetAsync("/iets/van/een/pagina?a=b");
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.EndsWith("/aanmelden?terug=%2Fiets%2Fvan%2Feen%2Fpagina%3Fa%3Db", sent.Location, StringComparison.Ordinal);
        await browser.PostAsync("/aanmelden", await browser.GetAsync("/aanmelden"), ("persoon", "ind-planner.1"));
        (await browser.GetAsync("/api/v1/zaken")).IsProblem(401);
    }

    [Fact]
    public async Task An_applicant_signs_in_with_a_case_number_and_a_code_once()
    {
        var file = await server.ArriveAsync();
        using var browser = new Browser(server.Address);
        var shown = await browser.PostAsync("/aanmelden/voorbeeldcode", await browser.GetAsync("/aanmelden/voorbeeldcode"), ("zaak", $"{file}"), ("wie", "aanvrager"));
        Assert.Contains("Dit is een demonstratie", shown.Text, StringComparison.Ordinal);
        var code = Code().Match(shown.Text).Groups[1].Value;
        var wrong = await browser.PostAsync("/aanmelden/code", await browser.GetAsync("/aanmelden"), ("zaak", $"{file}"), ("code", "0000 0000"), ("wie", "aanvrager"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var done = await browser.PostAsync("/aanmelden/code", await browser.GetAsync("/aanmelden"), ("zaak", $"{file}"), ("code", code), ("wie", "aanvrager"));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("Aanvrager", (await browser.GetAsync("/aanmelden")).Text, StringComparison.Ordinal);
        using var another = new Browser(server.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await another.PostAsync("/aanmelden/code", await another.GetAsync("/aanmelden"), ("zaak", $"{file}"), ("code", code), ("wie", "aanvrager"))).Status);
    }

    [Fact]
    public async Task An_unknown_number_gets_a_code_and_the_same_answer_as_a_wrong_code()
    {
        var file = await server.ArriveAsync();
        using var browser = new Browser(server.Address);
        var codes = await browser.GetAsync("/aanmelden/voorbeeldcode");
        var known = await browser.PostAsync("/aanmelden/voorbeeldcode", codes, ("zaak", $"{file}"), ("wie", "aanvrager"));
        var unknown = await browser.PostAsync("/aanmelden/voorbeeldcode", codes, ("zaak", "77777777"), ("wie", "aanvrager"));
        Assert.Equal(Words().Replace(known.Text, ""), Words().Replace(unknown.Text, ""));
        var code = Code().Match(unknown.Text).Groups[1].Value;
        var page = await browser.GetAsync("/aanmelden");
        var right = await browser.PostAsync("/aanmelden/code", page, ("zaak", "77777777"), ("code", code), ("wie", "aanvrager"));
        var wrong = await browser.PostAsync("/aanmelden/code", page, ("zaak", $"{file}"), ("code", "12"), ("wie", "aanvrager"));
        Assert.Equal((HttpStatusCode.BadRequest, Words().Replace(wrong.Text, "")), (right.Status, Words().Replace(right.Text, "")));
    }

    [Fact]
    public void A_code_serves_for_ten_minutes_and_five_wrong_ones_close_the_number_for_a_while()
    {
        var clock = new FakeTimeProvider();
        var (codes, holder) = (new OneTimeCodes(clock), new CodeHolder("aanvrager", 5));
        var late = codes.Make(holder);
        clock.Advance(OneTimeCodes.Serves);
        Assert.False(codes.Take(holder, late));
        clock.Advance(OneTimeCodes.Rests);
        Assert.True(codes.Take(holder, codes.Make(holder)));
        for (var i = 0; i < OneTimeCodes.MostWrong; i++)
        {
            Assert.False(codes.Take(holder, "1"));
        }
        Assert.False(codes.Take(holder, codes.Make(holder))); // Also with the right one, also with a new one.
        Assert.True(codes.Take(holder with { File = 6 }, codes.Make(holder with { File = 6 })));
        clock.Advance(OneTimeCodes.Rests);
        Assert.True(codes.Take(holder, codes.Make(holder)));
        Assert.False(codes.Take(new("advocaat", 5), codes.Make(holder))); // A code of the applicant's is none of the lawyer's.
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        await using var first = new ChainServer();
        await first.InitializeAsync();
        using var browser = new Browser(first.Address);
        await browser.PostAsync("/aanmelden", await browser.GetAsync("/aanmelden"), ("persoon", "planner.1"));
        await first.RestartAsync();
        browser.Address = first.Address;
        Assert.Contains("U bent aangemeld als", (await browser.GetAsync("/aanmelden")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("<strong[^>]*>([0-9 ]+)</strong>")]
    private static partial Regex Code();

    [GeneratedRegex("<strong[^>]*>([0-9 ]+)</strong>|name=\"__RequestVerificationToken\" value=\"[^\"]*\"")]
    private static partial Regex Words();
}

/// <summary>A browser without script: keeps cookies, posts the forms it was shown.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new(), CheckCertificateRevocationList = true };
    private readonly HttpClient _client;

    public Browser(string address)
    {
        Address = address;
        _client = new HttpClient(_handler);
    }

    public string Address { get; set; }

    public async Task<Reply> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(Address + path));
        return await Reply.OfAsync(answer);
    }

    /// <summary>A file as it is, and of what kind.</summary>
    public async Task<(string? Type, byte[] Content)> BytesAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(Address + path));
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Posts fields, with the proof of the page that showed the form; without a page as another site would.</summary>
    public async Task<Reply> PostAsync(string path, Reply? page, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(each => KeyValuePair.Create(each.Name, each.Value));
        if (page is not null)
        {
            all = all.Append(new("__RequestVerificationToken", WebUtility.HtmlDecode(Proof().Match(page.Text).Groups[1].Value)));
        }
        using var content = new FormUrlEncodedContent(all);
        using var answer = await _client.PostAsync(new Uri(Address + path), content);
        return await Reply.OfAsync(answer);
    }

    /// <summary>Sends a form with a file, as a browser does; without a page as another site would.</summary>
    public async Task<Reply> UploadAsync(string path, Reply? page, byte[]? file, string name, string type, params (string Name, string Value)[] fields)
    {
        using var content = Parts(page is null ? fields : [.. fields, ("__RequestVerificationToken", WebUtility.HtmlDecode(Proof().Match(page.Text).Groups[1].Value))], file, name, type);
        using var answer = await _client.PostAsync(new Uri(Address + path), content);
        return await Reply.OfAsync(answer);
    }

    /// <summary>A form in parts, with a file.</summary>
    public static ByteArrayContent Parts(IEnumerable<(string Name, string Value)> fields, byte[]? file, string name, string type)
    {
        const string Boundary = "----schakel";
        var words = new System.Text.StringBuilder();
        foreach (var (field, value) in fields)
        {
            words.Append($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        }
        words.Append($"--{Boundary}\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n");
        var content = new ByteArrayContent([.. System.Text.Encoding.UTF8.GetBytes(words.ToString()), .. file ?? [], .. System.Text.Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n")]);
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        return content;
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Proof();
}
