using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Schakel.Norms;
using Schakel.Web.Documents;
using Schakel.Web.Portal;

namespace Schakel.Web.PortalPages;

/// <summary>A copy of one's own file as PDF: a real one, with everything in it that the copy for a machine has.</summary>
public sealed partial class FileCopyTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task The_copy_for_people_is_a_PDF_with_what_stands_in_the_file_and_who_looked()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.IdentifyAsync(file, "SYR", "Yıldız-Ağaoğlu");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        (await server.GetAsync($"/zaken/{file}", "ind-hoormedewerker")).HasHeaders();
        using var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        var page = await applicant.SeeAsync(PortalPaths.File);
        Assert.Contains($"href=\"{PortalPaths.CopyPdf}\"", page.Text, StringComparison.Ordinal);
        var (type, content) = await applicant.Browser.BytesAsync(PortalPaths.CopyPdf);
        Assert.Equal("application/pdf", type);
        var words = WordsIn(content);
        Assert.Contains("Kopie van uw dossier", words, StringComparison.Ordinal);
        Assert.Contains("artikel 15, derde lid", words, StringComparison.Ordinal);
        Assert.Contains("Yıldız-Ağaoğlu", words, StringComparison.Ordinal); // Letters beyond those of Dutch.
        Assert.Contains("17 januari 2025", words, StringComparison.Ordinal);
        Assert.Contains("Hoormedewerker IND", words, StringComparison.Ordinal);
        foreach (var happened in (await applicant.Browser.GetAsync(PortalPaths.Copy)).Json["gebeurtenissen"]!.AsArray())
        {
            foreach (var (_, value) in happened!["gegevens"]!.AsObject().Where(each => each.Value is System.Text.Json.Nodes.JsonValue one && one.TryGetValue<string>(out var text) && Day.TryParse(text, out _)))
            {
                Assert.Contains(value!.GetValue<string>(), words, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        using var nobody = new Browser(server.Address);
        Assert.Equal(System.Net.HttpStatusCode.Found, (await nobody.GetAsync(PortalPaths.CopyPdf)).Status);
        using var official = new Workbench.Official(server, "ind-beslismedewerker", 8701);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await official.GetAsync(PortalPaths.CopyPdf)).Status);
    }

    [Fact]
    public void A_long_file_goes_on_on_the_next_page_and_none_of_it_is_lost()
    {
        var content = Paper.Make("Proef", "niemand", Day.Of(2025, 10, 1), paper =>
        {
            for (var number = 1; number <= 300; number++)
            {
                paper.Fact($"Regel {number}", new string('x', number % 7 == 0 ? 400 : 10));
            }
        });
        using var read = PdfReader.Open(new MemoryStream(content), PdfDocumentOpenMode.Import);
        Assert.InRange(read.PageCount, 5, 20);
        Assert.Equal("Proef", read.Info.Title);
        var words = WordsIn(content);
        Assert.All(Enumerable.Range(1, 300), number => Assert.Contains($"Regel {number}:", words, StringComparison.Ordinal));
        Assert.Equal((300 / 7 * 400) + ((300 - (300 / 7)) * 10), words.Count(each => each == 'x'));
        Assert.Contains($"bladzijde {read.PageCount} van {read.PageCount}", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Şükrü Ökçün", "Şükrü Ökçün")]
    [InlineData("Олена Шевченко", "Олена Шевченко")]
    [InlineData("ስለምንታይ", Paper.OtherScript)]
    [InlineData("لماذا", Paper.OtherScript)]
    public void What_the_letters_cannot_show_is_told_and_not_shown_wrongly(string text, string shown) => Assert.Equal(shown, Paper.Shown(text));

    // The words of a PDF: numbers of glyphs, and a table for each font of what they are.
    private static string WordsIn(byte[] content)
    {
        using var document = PdfReader.Open(new MemoryStream(content), PdfDocumentOpenMode.Import);
        var words = new StringBuilder();
        foreach (var page in document.Pages)
        {
            var letters = new Dictionary<string, string>();
            foreach (var font in page.Resources.Elements.GetDictionary("/Font")!.Elements.Values.Select(each => (PdfDictionary)((PdfSharp.Pdf.Advanced.PdfReference)each!).Value))
            {
                var table = Encoding.ASCII.GetString(font.Elements.GetDictionary("/ToUnicode")!.Stream!.UnfilteredValue);
                foreach (Match range in Range().Matches(table))
                {
                    letters[range.Groups[1].Value.ToUpperInvariant()] = ((char)int.Parse(range.Groups[3].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
                }
            }
            foreach (var stream in page.Contents.Elements.Select(each => ((PdfDictionary)((PdfSharp.Pdf.Advanced.PdfReference)each).Value).Stream!))
            {
                foreach (Match shown in Shown().Matches(Encoding.Latin1.GetString(stream.UnfilteredValue)))
                {
                    words.AppendLine(string.Concat(shown.Groups[1].Value.Chunk(4).Select(each => letters.GetValueOrDefault(new string(each).ToUpperInvariant(), "?"))));
                }
            }
        }
        return words.ToString();
    }

    [GeneratedRegex("<([0-9A-Fa-f]{4})><([0-9A-Fa-f]{4})><([0-9A-Fa-f]{4})>")]
    private static partial Regex Range();

    [GeneratedRegex("<([0-9A-Fa-f]+)>\\s*Tj")]
    private static partial Regex Shown();
}
