using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench;

/// <summary>Which columns a worklist shows and in which order: in the address, in the files for other programs, and never more than a function may read.</summary>
public sealed class ColumnTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task The_columns_of_the_address_show_in_its_order_on_the_page_and_in_the_file()
    {
        await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync("/werk?stand=alles&kolommen=laatste-dag.stap.vanaf");
        Assert.Equal(["Wie", "Laatste dag", "Stap", "Kan vanaf"], HeadingsOf(page));
        Assert.Equal(4, Regex.Count(RowOf(page), "<th scope|<td data-kop"));
        Assert.Contains("href=\"/werk/lijst.csv?stand=alles&amp;kolommen=laatste-dag.stap.vanaf\"", page.Text, StringComparison.Ordinal);
        var csv = (await registrar.GetAsync("/werk/lijst.csv?stand=alles&kolommen=laatste-dag.stap.vanaf")).Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Zaak;V-nummer;Naam;Laatste dag;Stap;Kan vanaf", csv[0]);
        Assert.All(csv.Skip(1).Where(each => each.Length > 0), line => Assert.Equal(6, line.Split(';').Length));
        var sheet = await registrar.BytesAsync("/werk/lijst.xlsx?stand=alles&kolommen=laatste-dag.stap.vanaf");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(sheet));
        var text = string.Concat(zip.Entries.Where(each => each.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(Read));
        Assert.Contains("Kan vanaf", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sinds", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_columns_leads_to_an_address_that_anybody_can_copy()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var sent = await registrar.GetAsync("/werk?stand=nu&stap=&regels=50&waren=stap.stand.laatste-dag.norm.sinds.vanaf&kolom=stap&kolom=laatste-dag&kolom=vanaf&plaats-stap=1&plaats-laatste-dag=3&plaats-vanaf=1");
        Assert.Equal((HttpStatusCode.Found, "/werk?stand=nu&kolommen=vanaf.stap.laatste-dag"), (sent.Status, sent.Location));
        var page = await registrar.GetAsync(sent.Location!);
        Assert.Contains("name=\"waren\" value=\"vanaf.stap.laatste-dag.stand.norm.sinds", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page.Text, "name=\"kolom\" value=\"[a-z-]+\" checked"));
    }

    [Theory]
    [InlineData("stap.stand.norm.sinds", "sinds", 1, "sinds.stap.stand.norm")]
    [InlineData("stap.stand.norm.sinds", "stap", 3, "stand.norm.stap.sinds")]
    [InlineData("stap.stand.norm.sinds", "stand", 2, "stap.stand.norm.sinds")]
    [InlineData("stap.stand.norm.sinds", "stap", 99, "stap.stand.norm.sinds")]
    public void What_is_given_a_place_stands_there_and_the_rest_moves_along(string were, string moved, int place, string then)
    {
        var places = string.Concat(were.Split('.').Select((each, i) => $"&kolom={each}&plaats-{each}={(each == moved ? place : i + 1)}"));
        Assert.Equal(then, WorkColumns.Write(WorkColumns.Arranged(Query($"waren={were}{places}"), Function.Find("avim-registreerder")!)));
    }

    [Fact]
    public void The_usual_columns_stand_in_no_address_and_neither_does_none()
    {
        foreach (var function in Function.All)
        {
            var usual = WorkColumns.Write(WorkColumns.Usual);
            Assert.Empty(WorkColumns.Read(usual, function));
            Assert.Empty(WorkColumns.Read("onzin..", function));
            Assert.Empty(WorkColumns.Arranged(Query("waren=" + usual), function)); // Nothing was chosen.
        }
    }

    [Fact]
    public async Task Who_places_and_houses_people_has_no_column_of_nationality_and_nobody_has_one_of_what_they_may_not_read()
    {
        Assert.All(Function.All, function =>
        {
            var columns = WorkColumns.For(function);
            Assert.Equal(function.MayRead(Chain.DataCategory.Reception), columns.Contains(WorkColumn.Site));
            Assert.Equal(function.MayRead(Chain.DataCategory.Housing), columns.Contains(WorkColumn.Municipality));
            Assert.Equal(function.MayRead(Chain.DataCategory.Procedure), columns.Contains(WorkColumn.Track));
            Assert.Equal(function.MayRead(Chain.DataCategory.Origin), columns.Contains(WorkColumn.Nationality));
        });
        var file = await server.ArriveAsync();
        await server.IdentifyAsync(file, "ERI");
        await server.OpenSiteAsync(8501, 10, "asielzoekerscentrum");
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8501, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        const string All = "stand=alles&regels=1000&kolommen=stap.nationaliteit.locatie.gemeente";
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync("/werk?" + All);
        Assert.Equal(["Wie", "Stap", "Nationaliteit"], HeadingsOf(page)); // No reception and no housing for police.
        Assert.Contains("<td data-kop=\"Nationaliteit\">Eritrea</td>", page.Text, StringComparison.Ordinal);
        using var reception = new Official(server, "coa-medewerker");
        foreach (var path in (string[])["/werk?", "/werk/lijst.csv?"])
        {
            var told = await reception.GetAsync(path + All);
            Assert.Contains("8501", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Eritrea", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nationaliteit", told.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_column_that_somebody_may_see_has_a_cell_and_a_heading_of_its_own(string language)
    {
        var file = await server.ArriveAsync();
        await server.IdentifyAsync(file, "SYR");
        foreach (var function in Function.All.Where(each => each.IsNationwide && Worklists.HasList(each)))
        {
            using var official = new Official(server, function.Code, language: language);
            var columns = WorkColumns.Write(WorkColumns.For(function));
            var page = await official.GetAsync("/werk?stand=alles&kolommen=" + columns);
            Assert.Equal((function.Code, HttpStatusCode.OK), (function.Code, page.Status));
            var headings = HeadingsOf(page);
            Assert.Equal(headings.Count, headings.Distinct().Count());
            if (page.Text.Contains("data-sleutel", StringComparison.Ordinal))
            {
                Assert.Equal((function.Code, WorkColumns.For(function).Length), (function.Code, Regex.Count(RowOf(page), "<td data-kop=\"[^\"]+\">")));
            }
            Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/werk/lijst.csv?stand=alles&kolommen=" + columns)).Status);
        }
    }

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));

    private static List<string> HeadingsOf(Reply page) =>
        [.. Regex.Matches(Regex.Match(page.Text, "<thead>.*?</thead>", RegexOptions.Singleline).Value, "<th scope=\"col\">([^<]*)</th>").Select(each => WebUtility.HtmlDecode(each.Groups[1].Value))];

    private static string RowOf(Reply page) => Regex.Match(page.Text, "<tr data-sleutel=.*?</tr>", RegexOptions.Singleline).Value;

    private static string Read(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
