using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench;

/// <summary>The worklist of a function: what is due, within what one may see, with all of the choice in the address.</summary>
public sealed partial class WorklistTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_and_comes_back_to_the_same_list()
    {
        using var browser = new Browser(server.Address);
        var sent = await browser.GetAsync("/werk?stand=te-laat&regels=200");
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.EndsWith("/aanmelden?terug=%2Fwerk%3Fstand%3Dte-laat%26regels%3D200", sent.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_sees_who_is_to_be_identified_and_opens_the_file()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync("/werk?regels=1000");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"href=\"/werk/zaken/{file}\"", page.Text, StringComparison.Ordinal);
        Assert.Matches(@"<title>\(\d+\) Werklijst", page.Text);
        Assert.Contains("script-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await registrar.GetAsync($"/werk/zaken/{file}")).Status);
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_row_once()
    {
        for (var i = 0; i < 60; i++)
        {
            await server.ArriveAsync();
        }
        using var registrar = new Official(server, "avim-registreerder");
        var (path, seen, pages) = ("/werk?stand=alles", new List<string>(), 0);
        while (path is not null && pages++ < 20)
        {
            var page = await registrar.GetAsync(path);
            seen.AddRange(Regex.Matches(page.Text, "data-sleutel=\"([^\"]+)\"").Select(each => each.Groups[1].Value));
            path = Regex.Match(page.Text, "href=\"([^\"]+)\" rel=\"next\"") is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }
        Assert.True(pages > 1);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var whole = await registrar.GetAsync("/werk?stand=alles&regels=1000");
        Assert.Equal(Regex.Count(whole.Text, "data-sleutel="), seen.Count);
    }

    [Fact]
    public async Task A_page_of_rows_is_one_write_in_the_log_of_looks()
    {
        for (var i = 0; i < 5; i++)
        {
            await server.ArriveAsync();
        }
        var log = server.App.Services.GetRequiredService<LookLog>();
        using var registrar = new Official(server, "avim-registreerder", number: 8801);
        var before = log.Writes;
        var page = await registrar.GetAsync("/werk");
        Assert.True(Regex.Count(page.Text, "data-sleutel=") >= 5);
        Assert.Equal(before + 1, log.Writes);
    }

    [Fact]
    public async Task A_name_stands_in_the_list_of_who_may_know_it_and_is_written_in_the_log_of_looks()
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "identiteiten", "avim-registreerder",
            """{"datum": "2024-01-15", "identiteit": {"namen": {"familienaam": "<Werknaam> & zoon", "voornamen": "Ada"}, "geboren": "1990-05-01", "nationaliteit": "SYR", "taal": "ara"}, "bron": "eigen-verklaring"}""")).IsDone();
        using var registrar = new Official(server, "avim-registreerder", number: 8802);
        var page = await registrar.GetAsync("/werk?regels=1000");
        Assert.Contains("Ada &lt;Werknaam&gt; &amp; zoon", page.Text, StringComparison.Ordinal);
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(file, 0, 20);
        Assert.Contains(looks, each => each is { Function: "avim-registreerder", Number: 8802, With: "/werk", Refused: false });
    }

    [Theory]
    [InlineData("planner")]
    [InlineData("inspecteur")]
    public async Task Who_has_no_work_on_files_is_told_so(string function)
    {
        using var nobody = new Official(server, function);
        var page = await nobody.GetAsync("/werk");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Uw functie heeft geen werklijst van zaken", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/werk/lijst.csv")).Status);
    }

    [Fact] // Numbers are kept as long as nothing happens: for those with the same tie, and for nobody else.
    public async Task The_numbers_of_a_site_are_its_own_also_when_another_site_was_asked_just_before()
    {
        await server.OpenSiteAsync(8111, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8112, 10, "asielzoekerscentrum");
        await LivesAtAsync(8111);
        await LivesAtAsync(8112);
        await LivesAtAsync(8112);
        using var one = new Official(server, "coa-casemanager", site: 8111);
        using var two = new Official(server, "coa-casemanager", site: 8112);
        var (first, second) = (CountsIn(await one.GetAsync("/werk?stand=alles&regels=1000")), CountsIn(await two.GetAsync("/werk?stand=alles&regels=1000")));
        Assert.Equal((first.Rows, second.Rows), (first.Counted, second.Counted));
        Assert.Equal(2 * first.Rows, second.Rows);
        await LivesAtAsync(8111);
        var later = CountsIn(await one.GetAsync("/werk?stand=alles&regels=1000"));
        Assert.Equal((2 * first.Rows, later.Rows), (later.Rows, later.Counted));
    }

    private static (int Rows, int Counted) CountsIn(Reply page) =>
        (Regex.Count(page.Text, "data-sleutel="), int.Parse(Regex.Match(page.Text, "data-telling=\"all\">([0-9]+)<").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    private async Task LivesAtAsync(int site)
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker", $$"""{"datum": "2024-01-16", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
    }

    [Fact]
    public async Task The_list_of_a_site_holds_only_who_live_there()
    {
        await server.OpenSiteAsync(8101, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8102, 10, "asielzoekerscentrum");
        var (here, there) = (await server.ArriveAsync(), await server.ArriveAsync());
        (await server.ActAsync($"zaken/{here}", "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8101, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        (await server.ActAsync($"zaken/{there}", "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8102, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        using var manager = new Official(server, "coa-casemanager", site: 8101);
        var list = await manager.GetAsync("/werk?stand=alles&regels=1000");
        Assert.Contains($"/werk/zaken/{here}\"", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{there}\"", list.Text, StringComparison.Ordinal);
        var site = await manager.GetAsync("/werk/locaties/8101");
        Assert.Contains($"/werk/zaken/{here}\"", site.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{here}\"", (await manager.GetAsync("/werk/locaties/8102")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/werk/zaken/{there}")).Status);
    }

    [Fact]
    public async Task A_file_for_other_programs_has_no_formula_and_the_spreadsheet_tells_what_it_is()
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "identiteiten", "avim-registreerder",
            """{"datum": "2024-01-15", "identiteit": {"namen": {"familienaam": "", "voornamen": "=cmd|' /C calc'!A0"}, "geboren": "1990-05-01", "nationaliteit": "SYR", "taal": "ara"}, "bron": "eigen-verklaring"}""")).IsDone();
        using var registrar = new Official(server, "avim-registreerder");
        var csv = await registrar.GetAsync("/werk/lijst.csv");
        Assert.StartsWith("Zaak;V-nummer;Naam;Stap;", csv.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await registrar.BytesAsync("/werk/lijst.csv"))[..3]);
        Assert.Contains(";'=cmd|", csv.Text, StringComparison.Ordinal);
        Assert.All(csv.Text.TrimStart('\uFEFF').Split("\r\n").SelectMany(line => line.Split(';')), cell => Assert.DoesNotMatch("^\"?[=+@-]", cell));
        var sheet = await registrar.GetAsync("/werk/lijst.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.ContentType);
        // Opened, it holds the same cells as the file for other programs, each as words or as a day: what begins as a formula is none.
        var parts = PartsOf(await registrar.BytesAsync("/werk/lijst.xlsx"));
        var cells = SheetsIn(parts).Single(each => each is [["Zaak", ..], ..]);
        var lines = csv.Text.TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(line => CsvCell().Matches(line).Select(each => each.Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)).ToList()).ToList();
        Assert.Equal(lines.Count, cells.Count);
        Assert.All(lines.Zip(cells), row => Assert.Equal(row.First.Select(each => each.StartsWith("'=", StringComparison.Ordinal) ? each[1..] : each), row.Second.Concat(Enumerable.Repeat("", row.First.Count)).Take(row.First.Count)));
        Assert.Contains(cells.Skip(1), each => each[0] == $"{file}" && each[2].StartsWith("=cmd|", StringComparison.Ordinal));
        Assert.Contains(cells.Skip(1).SelectMany(each => each), each => each.StartsWith("20", StringComparison.Ordinal) && each.Length == 10); // Days among them.
        Assert.Empty(parts.Values.SelectMany(each => each.Descendants(Sheet + "f"))); // No formula in any sheet.
    }

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string DayStyle = "3"; // As the library marks a day.

    private static Dictionary<string, XDocument> PartsOf(byte[] bytes)
    {
        using var book = new ZipArchive(new MemoryStream(bytes));
        return book.Entries.Where(each => each.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToDictionary(each => each.FullName, each =>
        {
            using var stream = each.Open();
            return XDocument.Load(stream);
        });
    }

    // The cells of each sheet by row, each at its column; a number with a style is a day here.
    private static IEnumerable<List<List<string>>> SheetsIn(Dictionary<string, XDocument> parts)
    {
        var shared = parts.TryGetValue("xl/sharedStrings.xml", out var strings) ? strings.Root!.Elements(Sheet + "si").Select(each => string.Concat(each.Descendants(Sheet + "t").Select(text => text.Value))).ToList() : [];
        string TextOf(XElement cell) => ((string?)cell.Attribute("t"), cell.Element(Sheet + "v")?.Value) switch
        {
            ("s", { } at) => shared[int.Parse(at, CultureInfo.InvariantCulture)],
            (null or "n", { } number) when (string?)cell.Attribute("s") == DayStyle => DateTime.FromOADate(double.Parse(number, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, { } value) => value,
            _ => string.Concat(cell.Descendants(Sheet + "t").Select(text => text.Value)),
        };
        return parts.Where(each => each.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(each => each.Value.Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").Select(TextOf).ToList()).ToList());
    }

    [GeneratedRegex("(?<=^|;)(\"(?:[^\"]|\"\")*\"|[^;]*)(?=;|$)")]
    private static partial Regex CsvCell();

    [Fact]
    public async Task In_English_the_page_is_English_and_says_so()
    {
        await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder", language: "en");
        var page = await registrar.GetAsync("/werk");
        Assert.Contains("<html lang=\"en\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Worklist", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Werklijst", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_says_that_a_colleague_acted_and_only_to_whom_the_page_was_shown()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 8803);
        using var other = new Official(server, "coa-medewerker", number: 8804);
        var seal = Regex.Match((await registrar.GetAsync("/werk")).Text, "data-nieuws=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/werk/nieuws?over={seal}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await registrar.GetAsync("/werk/nieuws?over=zomaar")).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/werk/nieuws?over={seal}");
        request.Headers.Add("Cookie", server.SessionOf(registrar.Caller));
        using var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        await server.ArriveAsync();
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line is not null and not "event: anders");
        Assert.Equal("event: anders", line);
    }

    [Theory]
    [InlineData(WorklistStatus.Overdue, -2, "2 dagen verlopen")]
    [InlineData(WorklistStatus.Overdue, -1, "1 dag verlopen")]
    [InlineData(WorklistStatus.AtRisk, 0, "vandaag de laatste dag")]
    [InlineData(WorklistStatus.AtRisk, 5, "nog 3 werkdagen")]
    [InlineData(WorklistStatus.Due, 45, "nog 45 dagen")]
    public void What_is_left_is_said_in_words(WorklistStatus status, int days, string words)
    {
        var wednesday = Day.Of(2025, 10, 1);
        Assert.Equal(words, Countdown.Of(status, wednesday.PlusDays(days), null, null, wednesday, Regimes.January2024).Dutch);
    }
}
