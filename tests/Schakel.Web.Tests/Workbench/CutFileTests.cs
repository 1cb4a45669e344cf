using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Schakel.Web.Workbench;

/// <summary>A file for other programs holds the whole list, from whichever page it was asked; when it cannot, it says so itself, and the page before it.</summary>
public sealed class CutFileTests
{
    [Fact]
    public async Task From_the_second_page_a_file_still_begins_with_the_first_row()
    {
        await using var server = await WithAsync(rows: 60, mostInFile: 1000);
        using var registrar = new Official(server, "avim-registreerder");
        var first = await registrar.GetAsync("/werk?stand=alles");
        var second = await registrar.GetAsync(System.Net.WebUtility.HtmlDecode(Regex.Match(first.Text, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value));

        var file = (await registrar.GetAsync(System.Net.WebUtility.HtmlDecode(Regex.Match(second.Text, "href=\"(/werk/lijst.csv[^\"]+)\"").Groups[1].Value))).Text;

        Assert.Equal(TotalOf(first), file.TrimEnd().Split("\r\n").Length - 1);
        Assert.DoesNotContain("LET OP", file, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"ingekort\"", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_holds_not_all_says_of_how_many_in_itself_and_on_the_page()
    {
        await using var server = await WithAsync(rows: 6, mostInFile: 4);
        using var registrar = new Official(server, "avim-registreerder");

        var page = await registrar.GetAsync("/werk?stand=alles");
        var (csv, xlsx) = ((await registrar.GetAsync("/werk/lijst.csv?stand=alles")).Text.TrimEnd().Split("\r\n"), await registrar.BytesAsync("/werk/lijst.xlsx?stand=alles"));

        var total = TotalOf(page);
        Assert.True(total > 4);
        Assert.Contains($"een bestand bevat de eerste 4 van {total} regels", Official.Words(page), StringComparison.Ordinal);
        Assert.Equal(6, csv.Length); // Headings, four rows, the note.
        Assert.StartsWith($"\"LET OP: dit zijn de eerste 4 van {total} regels", csv[^1], StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        var sheets = string.Concat(zip.Entries.Where(each => each.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && each.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Read));
        Assert.Equal(2, Regex.Count(sheets, $"LET OP: dit zijn de eerste 4 van {total} regels")); // In the list, and in the sheet about it.
    }

    [Fact]
    public async Task A_list_is_narrowed_to_a_municipality_by_a_field_of_the_page()
    {
        await using var server = await WithAsync(rows: 0, mostInFile: 1000);
        var (here, there) = (await LinkedAsync(server, 14), await LinkedAsync(server, 363));
        using var officer = new Official(server, "coa-medewerker");

        var page = await officer.GetAsync("/werk?stand=alles&stap=&gemeente=14&regels=50");

        Assert.Contains("<option value=\"14\" translate=\"no\" selected>Groningen</option>", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/werk/zaken/{here}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{there}\"", page.Text, StringComparison.Ordinal);
        using var registrar = new Official(server, "avim-registreerder");
        Assert.DoesNotContain("name=\"gemeente\"", (await registrar.GetAsync("/werk")).Text, StringComparison.Ordinal); // Who may not read where somebody will live does not choose by it.
    }

    private static async Task<ChainServer> WithAsync(int rows, int mostInFile)
    {
        var server = new ChainServer { Settings = settings => settings with { MostRowsInFile = mostInFile } };
        await server.InitializeAsync();
        for (var i = 0; i < rows; i++)
        {
            await server.ArriveAsync();
        }
        return server;
    }

    private static async Task<int> LinkedAsync(ChainServer server, int municipality)
    {
        var file = await server.TakeOverAsync("wacht-op-woning");
        await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
        return file;
    }

    private static int TotalOf(Reply page) => int.Parse(Regex.Match(page.Text, "data-telling=\"all\">([0-9]+)<").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
