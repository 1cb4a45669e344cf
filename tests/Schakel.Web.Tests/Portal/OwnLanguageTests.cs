using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain.Procedure;
using Schakel.Web.Access;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>What an applicant reads on the pages of a full file is in the language that was chosen, measured on the pages themselves.</summary>
public sealed partial class OwnLanguageTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const double MostOfAnother = 0.05;

    // What is written the same in several languages: who people and organisations are, and `article`, which is French too. Everything else counts.
    private static readonly string[] Names = ["COA", "DJI", "DUO", "IOM", "Nidos", "VluchtelingenWerk", "Noor", "Sami", ", article"];

    // The pages that say that something was done are alike but for one sentence: those in the night.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    private static readonly string[] Void = ["meta", "link", "input", "br", "hr", "img", "wbr"];

    [Fact]
    public async Task Of_all_text_on_the_pages_of_a_full_file_less_than_a_twentieth_is_in_another_language()
    {
        using var applicant = await FullAsync();
        var pages = PageTests.Open.Concat(PageTests.Own).Append("/aanmelden/voorbeeldcode?van=portaal").Where(path => IsLong || !path.EndsWith("?gedaan=ja", StringComparison.Ordinal)).ToList();
        var known = new Dictionary<(string Path, string Language), List<string>>();
        foreach (var language in PortalLanguage.All) // Dutch and English come first.
        {
            var (all, strange) = (0, new List<string>());
            foreach (var path in pages)
            {
                var nodes = NodesOf((await applicant.SeeAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language.Code}")).Text, language);
                known[(path, language.Code)] = nodes;
                all += nodes.Count;
                if (language != PortalLanguage.Official)
                {
                    var others = known[(path, "nl")].Concat(language == PortalLanguage.StandIn ? [] : known[(path, "en")]).ToHashSet();
                    strange.AddRange(nodes.Where(others.Contains));
                }
            }
            var share = (double)strange.Count / all;
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{language.Code}: {1 - share:P1} of {all} pieces of text are in the language; not: {string.Join(" | ", strange.Distinct().Take(12))}"));
            Assert.True(share < MostOfAnother, $"{language.Code}: {strange.Count} of {all} are Dutch or English: {string.Join(" | ", strange.Distinct().Take(30))}");
        }
    }

    [Fact]
    public async Task Who_looked_and_what_for_what_happened_and_where_one_comes_from_are_told_in_every_language()
    {
        using var applicant = await FullAsync();
        var events = server.Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, applicant.File)).Select(each => each.Envelope.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "identity-recorded", "registration-interview-held", "presence-registered" }, events);
        foreach (var language in PortalLanguage.All)
        {
            var (speech, page) = (new Speech(language), WebUtility.HtmlDecode((await applicant.SeeAsync($"{PortalPaths.File}?alles=ja&taal={language.Code}")).Text));
            var looks = page[page.IndexOf("<table class=\"looks\"", StringComparison.Ordinal)..];
            foreach (var key in (string[])["function.ind-hoormedewerker", "function.coa-medewerker", "party.health-service", "purpose.procedure", "purpose.reception", "purpose.care"])
            {
                Assert.Contains($">{speech.Say(key)}<", looks, StringComparison.Ordinal);
            }
            foreach (var key in (string[])["country.syr", "speech.ara"])
            {
                Assert.Contains($"<dd><bdi>{speech.Say(key)}</bdi></dd>", page, StringComparison.Ordinal);
            }
            Assert.Contains(speech.Find("file.event-done").Words.Replace("{step}", $"<bdi>{speech.Say("step.record-identity")}</bdi>", StringComparison.Ordinal), page, StringComparison.Ordinal);
            Assert.Contains(speech.Say("event.presence-registered"), page, StringComparison.Ordinal);
            Assert.DoesNotContain(">SYR<", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Why_something_was_refused_is_told_in_every_language_with_the_day_that_decides()
    {
        using var applicant = await FullAsync();
        var path = InterviewForms.OtherDay.Path;
        foreach (var language in PortalLanguage.All)
        {
            var speech = new Speech(language);
            var asked = await applicant.SeeAsync($"{path}?taal={language.Code}");
            var refused = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("dag", "2025-10-12"), ("tweede", ""), ("derde", ""), ("stap", "versturen")));
            var told = speech.Find("refusal.interview.no-procedure-day").Words.Replace("{date}", $"<bdi>{speech.Date(Norms.Day.Of(2025, 10, 12))}</bdi>", StringComparison.Ordinal);
            Assert.Contains($"<p>{told}</p>", WebUtility.HtmlDecode(refused.Text), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(server.Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, applicant.File)), each => each.Event is OtherInterviewDayAsked);
    }

    [Fact]
    public async Task The_name_of_an_act_is_Dutch_and_marked_so_in_a_sentence_of_ones_own_language()
    {
        using var applicant = await FullAsync();
        var page = WebUtility.HtmlDecode((await applicant.SeeAsync($"{PortalPaths.Messages}?taal=tr")).Text);
        Assert.Contains("Kaynak: <bdi lang=\"nl\">Vreemdelingenbesluit 2000</bdi>, madde <bdi>", page, StringComparison.Ordinal);
        var dutch = (await applicant.SeeAsync($"{PortalPaths.Messages}?taal=nl")).Text;
        Assert.DoesNotContain("<bdi lang=\"nl\">", dutch[dutch.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("uk")]
    public async Task A_wrong_code_is_told_on_the_page_of_the_portal_in_the_language_of_who_signs_in(string code)
    {
        var (speech, file) = (new Speech(PortalLanguage.Find(code)!), await server.ArriveAsync());
        using var browser = new Browser(server.Address);
        var asked = await browser.GetAsync($"{SignInPaths.AndBack(PortalPaths.Rights)}&taal={code}");
        var wrong = await browser.PostAsync(SignInPaths.Code, asked, Applicant.Filled(asked, SignInPaths.Code, ("zaak", $"{file}"), ("code", "0000 0000")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains($"<html lang=\"{code}\" dir=\"{speech.Language.Direction}\">", wrong.Text, StringComparison.Ordinal);
        Assert.Contains(speech.Say("signin.wrong"), WebUtility.HtmlDecode(wrong.Text), StringComparison.Ordinal);
        Assert.Contains($"name=\"terug\" value=\"{PortalPaths.Rights}\"", wrong.Text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", wrong.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var foreign = await browser.PostAsync(SignInPaths.Code, null, ("zaak", $"{file}"), ("code", "1"), ("van", "portaal"));
        Assert.Contains(speech.Say("signin.expired"), WebUtility.HtmlDecode(foreign.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_with_an_example_code_is_in_the_language_of_who_asks_and_its_code_signs_in()
    {
        var (speech, file) = (new Speech(PortalLanguage.Find("so")!), await server.ArriveAsync());
        using var browser = new Browser(server.Address);
        var signIn = await browser.GetAsync($"{SignInPaths.SignIn}?taal=so");
        var asked = await browser.GetAsync($"{SignInPaths.ExampleCode}?van=portaal");
        Assert.Contains($"<h1>{speech.Say("signin.code-title")}</h1>", WebUtility.HtmlDecode(asked.Text), StringComparison.Ordinal);
        var given = await browser.PostAsync(SignInPaths.ExampleCode, asked, Applicant.Filled(asked, SignInPaths.ExampleCode, ("zaak", $"{file}")));
        Assert.Contains("<html lang=\"so\"", given.Text, StringComparison.Ordinal);
        var code = Regex.Match(given.Text, "<strong[^>]*>([0-9 ]+)</strong>").Groups[1].Value;
        var done = await browser.PostAsync(SignInPaths.Code, signIn, Applicant.Filled(signIn, SignInPaths.Code, ("zaak", $"{file}"), ("code", code)));
        Assert.Equal((HttpStatusCode.Found, "/mijn-zaak"), (done.Status, done.Location));
        var foreign = await browser.PostAsync(SignInPaths.ExampleCode, null, ("zaak", $"{file}"), ("van", "portaal"));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Contains(speech.Say("signin.expired"), WebUtility.HtmlDecode(foreign.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_marked_as_official_does_not_count_and_text_marked_as_English_does() => Assert.Equal(
        ["Merhaba", "Hello", "Reception"],
        NodesOf("<html lang=\"tr\"><body><p>Merhaba <span lang=\"nl\">Hallo <b>daar</b></span><br /> 12 <span lang=\"en\">Hello</span></p><nav aria-label=\"Reception\"></nav><p>COA</p></body></html>", PortalLanguage.Find("tr")!));

    // All that is read or heard, piece by piece, but for what is marked as official Dutch, the names of the languages, names and numbers.
    private static List<string> NodesOf(string page, PortalLanguage language)
    {
        var (open, nodes, quiet) = (new Stack<(string Tag, bool Quiet)>(), new List<string>(), false);
        foreach (Match part in Parts().Matches(page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)]))
        {
            var (text, tag) = (part.Groups["text"].Value, part.Groups["tag"].Value);
            if (text.Length > 0)
            {
                Add(text);
                continue;
            }
            if (part.Groups["end"].Length > 0)
            {
                quiet = open.Pop().Quiet;
                continue;
            }
            var was = quiet;
            quiet |= (language != PortalLanguage.Official && part.Value.Contains(" lang=\"nl\"", StringComparison.Ordinal)) || part.Value.Contains("class=\"languages\"", StringComparison.Ordinal)
                || part.Value.Contains("translate=\"no\"", StringComparison.Ordinal);
            foreach (Match heard in Heard().Matches(part.Value))
            {
                Add(heard.Groups[1].Value);
            }
            if (part.Value.EndsWith("/>", StringComparison.Ordinal) || Void.Contains(tag))
            {
                quiet = was;
            }
            else
            {
                open.Push((tag, was));
            }
        }
        Assert.Empty(open);
        return nodes;

        void Add(string text)
        {
            var words = WebUtility.HtmlDecode(text).Trim();
            if (!quiet && Numbers().Replace(words, "").Any(char.IsLetter) && !Names.Contains(words))
            {
                nodes.Add(words);
            }
        }
    }

    // Identified, heard, planned for an interview, placed, with a need, and looked at by many.
    private async Task<Applicant> FullAsync()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.DoneAsync(file, "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await server.DoneAsync(file, "identiteiten", "avim-registreerder",
            """{"datum": "2025-01-16", "identiteit": {"namen": {"familienaam": "Noor", "voornamen": "Sami"}, "geboren": "1990-05-01", "nationaliteit": "SYR", "taal": "ara"}, "bron": "eigen-verklaring"}""");
        await server.DoneAsync(file, "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""");
        await server.DoneAsync(file, "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""");
        await server.DoneAsync(file, "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""");
        await server.DoneAsync(file, "gehoorplanningen", "ind-planner", """{"datum": "2025-01-21", "gehoorDatum": "2025-10-08"}""");
        await server.OpenSiteAsync(20_000 + file, 10, "asielzoekerscentrum");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", $$"""{"datum": "2025-01-22", "opvanglocatie": {{20_000 + file}}, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(file, "inhuisregistraties", "coa-medewerker", """{"datum": "2025-09-30"}""");
        foreach (var function in Function.All.Where(each => each.IsNationwide))
        {
            _ = await server.GetAsync($"/zaken/{file}", function.Code);
        }
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    [GeneratedRegex("<!--.*?-->|<(?<end>/)?(?<tag>[a-zA-Z][a-zA-Z0-9]*)(?:\"[^\"]*\"|[^>\"])*>|(?<text>[^<]+)", RegexOptions.Singleline)]
    private static partial Regex Parts();

    // Also of an article: 3.109c, 19(1)(e).
    [GeneratedRegex(@"[0-9][0-9a-z().-]*")]
    private static partial Regex Numbers();

    [GeneratedRegex(" (?:aria-label|data-kop|title|placeholder)=\"([^\"]*)\"")]
    private static partial Regex Heard();
}
