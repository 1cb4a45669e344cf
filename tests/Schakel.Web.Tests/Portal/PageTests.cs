using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Schakel.Chain.Records;
using Schakel.Store.Watching;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Home;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>Every page of the portal in every language, over HTTP.</summary>
public sealed partial class PageTests(ChainServer server) : IClassFixture<ChainServer>
{
    internal static readonly string[] Open = [PortalPaths.Home, PortalPaths.Help, PortalPaths.Accessibility, PortalPaths.PreRegister, SignInPaths.SignIn];

    internal static readonly string[] Own =
    [
        PortalPaths.Where, PortalPaths.HowLong, PortalPaths.Rights, PortalPaths.Contribution, PortalPaths.Do, PortalPaths.Messages, PortalPaths.File, PortalPaths.File + "?alles=ja",
        .. DoList.Forms.Select(each => each.Path), .. DoList.Forms.Select(each => each.Path + "?gedaan=ja"),
    ];

    [Fact]
    public async Task Every_page_says_everything_in_every_language_and_direction()
    {
        using var applicant = await LodgedAsync();
        foreach (var language in PortalLanguage.All)
        {
            foreach (var path in Open.Concat(Own))
            {
                var page = await applicant.SeeAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language.Code}");
                Assert.Contains($"<html lang=\"{language.Code}\" dir=\"{language.Direction}\">", page.Text, StringComparison.Ordinal);
                var words = Tags().Replace(page.Text, " ");
                Assert.DoesNotContain("{", words, StringComparison.Ordinal); // A value that was not filled in.
                Assert.DoesNotMatch(MissingKey(), words);
                Assert.Single(Regex.Matches(page.Text, "<h1"));
                Assert.Matches("<title>[^<]{3,}</title>", page.Text);
                Assert.DoesNotMatch(Loose(), page.Text);
            }
        }
    }

    [Fact]
    public async Task No_page_has_script_or_style_of_its_own_and_the_policy_forbids_both()
    {
        using var nobody = new Browser(server.Address);
        using var applicant = await LodgedAsync();
        foreach (var (path, isNobody) in Open.Concat(Own).Select(path => (path, false)).Concat(Open.Select(path => (path, true))))
        {
            var page = isNobody ? await nobody.GetAsync(path) : await applicant.SeeAsync(path);
            // Whoever is not signed in gets the one sheet within the page; the policy names it by its content, so another one would not be taken.
            var sheet = $"<style>{Encoding.UTF8.GetString(StyleSheet.Bytes.Span)}</style>";
            Assert.Equal(isNobody ? 2 : 1, page.Text.Split(sheet).Length);
            Assert.DoesNotMatch("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|javascript:", page.Text.Replace(sheet, "", StringComparison.Ordinal));
            var named = Convert.ToBase64String(SHA256.HashData(StyleSheet.Bytes.Span));
            Assert.StartsWith($"default-src 'none'; style-src 'self' 'sha256-{named}'; img-src", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal(("DENY", "nosniff"), (page.Headers["X-Frame-Options"], page.Headers["X-Content-Type-Options"]));
            // Only the first page, where nobody is signed in, shares its window: it comes sooner so.
            Assert.Equal(isNobody && path == PortalPaths.Home ? null : "same-origin", page.Headers.GetValueOrDefault("Cross-Origin-Opener-Policy"));
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.DoesNotMatch("(?:src|href)=\"https?:", page.Text); // Nothing comes from elsewhere.
        }
    }

    [Fact]
    public async Task The_first_page_with_all_it_needs_is_far_below_100_kilobytes()
    {
        using var browser = new Browser(server.Address);
        foreach (var language in PortalLanguage.All)
        {
            var page = await browser.GetAsync($"/?taal={language.Code}");
            var bytes = Encoding.UTF8.GetByteCount(page.Text);
            Assert.True(bytes < 40_000, $"{language.Code}: {bytes} bytes");
            Assert.Equal(0, Regex.Count(page.Text, "<link rel=\"stylesheet\"|src="));
            Assert.Equal(0, Regex.Count(page.Text, "<img"));
        }
    }

    [Fact]
    public async Task A_text_that_is_missing_stands_in_English_and_is_marked_so()
    {
        var whole = TextFile.Of(PortalLanguage.Find("ar")!);
        var lacking = whole with { Texts = whole.Texts.Where(each => each.Key != "home.title").ToFrozenDictionary() };
        var (page, without) = (await HomeAsync(new Speech(whole)), await HomeAsync(new Speech(lacking)));
        Assert.Contains($"<h1>{whole.Texts["home.title"]}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Texts["translation.partial"], page, StringComparison.Ordinal);
        Assert.Contains("<h1><span lang=\"en\" dir=\"ltr\">Follow your asylum case</span></h1>", without, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"lead\">{whole.Texts["home.lead"]}</p>", without, StringComparison.Ordinal); // Only what is missing.
        Assert.Contains(whole.Texts["translation.partial"], without, StringComparison.Ordinal);
        Assert.Contains($"<title>Follow your asylum case · {whole.Texts["site.name"]}</title>", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_has_the_official_text_beside_it_too()
    {
        var whole = TextFile.Of(PortalLanguage.Find("ar")!);
        var page = await HomeAsync(new Speech(whole with { Texts = whole.Texts.Where(each => each.Key != "home.title").ToFrozenDictionary() }, beside: true));
        Assert.Contains("<h1><span lang=\"en\" dir=\"ltr\">Follow your asylum case</span> <span lang=\"nl\" dir=\"ltr\" class=\"official\">Volg uw asielzaak</span></h1>", page, StringComparison.Ordinal);
    }

    // The first page as somebody sees it who speaks these texts.
    private async Task<string> HomeAsync(Speech speech)
    {
        await using var renderer = new HtmlRenderer(server.App.Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => WebUtility.HtmlDecode((await renderer.RenderComponentAsync<HomePage>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(PortalPage.Visit)] = new Visit(new DefaultHttpContext(), speech, server.Today, false, null) }))).ToHtmlString()));
    }

    [Fact]
    public async Task The_Dutch_text_stands_beside_on_request_and_goes_again()
    {
        using var browser = new Browser(server.Address);
        var beside = await browser.GetAsync("/?taal=en&naast=nl");
        Assert.Contains("<h1>Follow your asylum case <span lang=\"nl\" dir=\"ltr\" class=\"official\">Volg uw asielzaak</span></h1>", beside.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"official\"", (await browser.GetAsync("/hulp")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"official\"", (await browser.GetAsync("/hulp?naast=niet")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar-SY,ar;q=0.9,en;q=0.5", "ar")]
    [InlineData("prs,en;q=0.1", "fa")]
    [InlineData("ku", "kmr")]
    [InlineData("de-DE,de", "nl")]
    [InlineData("ti;q=0,uk;q=0.4", "uk")]
    public async Task Without_a_choice_the_phone_says_which_language(string accepts, string language)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepts);
        Assert.Contains($"<html lang=\"{language}\"", await client.GetStringAsync(new Uri(server.Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_one_signs_in_in_ones_own_language_and_comes_back()
    {
        using var browser = new Browser(server.Address);
        foreach (var path in Own.Where(each => !each.Contains('?', StringComparison.Ordinal)))
        {
            var sent = await browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.Found, SignInPaths.AndBack(path)), (sent.Status, sent.Location));
        }
        var page = await browser.GetAsync(SignInPaths.AndBack(PortalPaths.Rights));
        Assert.Contains($"name=\"terug\" value=\"{PortalPaths.Rights}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kwaad", (await browser.GetAsync(SignInPaths.AndBack("https://kwaad.example"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_sees_nobodys_case_here()
    {
        using var browser = new Browser(server.Address);
        await browser.PostAsync("/aanmelden", await browser.GetAsync("/aanmelden"), ("persoon", "ind-planner.1"));
        var page = await browser.GetAsync(PortalPaths.Where);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Deze bladzijden zijn voor aanvragers", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_tells_who_else_looked_and_for_what_and_its_copy_is_for_a_machine()
    {
        using var applicant = await LodgedAsync();
        (await server.GetAsync($"/zaken/{applicant.File}", "ind-hoormedewerker")).HasHeaders();
        var page = await applicant.SeeAsync(PortalPaths.File);
        Assert.Contains("asielprocedure", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inzage in het eigen dossier", page.Text, StringComparison.Ordinal);
        var copy = await applicant.Browser.GetAsync(PortalPaths.Copy);
        Assert.Equal(applicant.File, copy.Json["zaak"]!["nummer"]!.GetValue<int>());
        Assert.Equal(server.Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, applicant.File)).Count, copy.Json["gebeurtenissen"]!.AsArray().Count);
        Assert.NotEmpty(copy.Json["inzagen"]!.AsArray());
    }

    [Fact]
    public async Task The_file_tells_a_last_day_that_passed_by_the_name_of_its_step_in_every_language()
    {
        using var applicant = await LodgedAsync();
        await new TermWatch(server.Store, server).LookAsync(TestContext.Current.CancellationToken);
        var code = server.Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, applicant.File)).Select(each => each.Event).OfType<LapseObserved>().Select(each => each.Step)
            .First(each => Speech.Knows($"step.{each}"));
        foreach (var language in PortalLanguage.All)
        {
            var (speech, page) = (new Speech(language), await applicant.SeeAsync($"{PortalPaths.File}?alles=ja&taal={language.Code}"));
            var told = speech.Find("file.lapse").Words.Replace("{step}", $"<bdi>{speech.Say($"step.{code}")}</bdi>", StringComparison.Ordinal);
            Assert.Contains(told, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
            Assert.DoesNotContain($"<bdi>{code}</bdi>", page.Text, StringComparison.Ordinal);
        }
        var dutch = (await applicant.SeeAsync($"{PortalPaths.File}?alles=ja&taal=nl")).Text;
        Assert.DoesNotContain("lang=\"en\"", dutch[dutch.IndexOf("<main", StringComparison.Ordinal)..dutch.IndexOf("</main>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_page_a_person_gets_words()
    {
        using var applicant = await LodgedAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        client.DefaultRequestHeaders.Authorization = new("Bearer", await server.TokenAsync("aanvrager", applicant.File));
        using var answer = await client.GetAsync(new Uri(server.Address + "/nergens"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Deze bladzijde bestaat niet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Applicant> LodgedAsync()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\b(?:where|rights|step|term|letter|common|error|file|long|party|messages)\.[a-z]+[a-z.-]*\b")]
    private static partial Regex MissingKey();

    // Fields and buttons without a name, pictures without words: what who hears the page would miss.
    [GeneratedRegex("<a [^>]*></a>|<button[^>]*></button>|<label[^>]*></label>|href=\"\"")]
    private static partial Regex Loose();
}
