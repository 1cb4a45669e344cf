using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;
using PdfSharp.Pdf.IO;
using Schakel.Norms;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Speaking;

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
        Assert.Contains("Hoor- en planmedewerker IND", words, StringComparison.Ordinal);
        Assert.Contains("Wat is ingediend (0)", words, StringComparison.Ordinal); // They did nothing themselves yet.
        foreach (var happened in (await applicant.Browser.GetAsync(PortalPaths.Copy)).Json["gebeurtenissen"]!.AsArray())
        {
            foreach (var (_, value) in happened!["gegevens"]!.AsObject().Where(each => each.Value is System.Text.Json.Nodes.JsonValue one && one.TryGetValue<string>(out var text) && Day.TryParse(text, out _)))
            {
                Assert.True(Day.TryParse(value!.GetValue<string>(), out var day));
                Assert.Contains(new Speech(PortalLanguage.Official).ShortDate(day), words, StringComparison.Ordinal); // As people write it: 16 januari 2025.
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

    // The words of a PDF: letters as they are, or numbers of glyphs with a table of what they are.
    internal static string WordsIn(byte[] content)
    {
        using var document = PdfReader.Open(new MemoryStream(content), PdfDocumentOpenMode.Import);
        var words = new StringBuilder();
        foreach (var page in document.Pages)
        {
            var fonts = page.Resources.Elements.GetDictionary("/Font")!.Elements.ToDictionary(each => each.Key, each => LettersOf((PdfDictionary)((PdfReference)each.Value!).Value));
            IReadOnlyDictionary<string, string>? letters = null;
            foreach (var each in ContentReader.ReadContent(page).OfType<COperator>())
            {
                if (each.OpCode.OpCodeName == OpCodeName.Tf)
                {
                    letters = fonts[((CName)each.Operands[0]).Name];
                }
                else if (each.OpCode.OpCodeName == OpCodeName.Tj)
                {
                    var shown = ((CString)each.Operands[0]).Value;
                    words.AppendLine(letters is null ? shown : string.Concat(shown.Chunk(2).Select(pair => letters.GetValueOrDefault($"{(int)pair[0]:X2}{(int)pair[1]:X2}", "?"))));
                }
            }
        }
        return words.ToString();
    }

    private static Dictionary<string, string>? LettersOf(PdfDictionary font) => font.Elements.GetDictionary("/ToUnicode")?.Stream is not { } table ? null
        : Range().Matches(Encoding.ASCII.GetString(table.UnfilteredValue))
            .ToDictionary(each => each.Groups[1].Value.ToUpperInvariant(), each => ((char)int.Parse(each.Groups[3].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("<([0-9A-Fa-f]{4})><([0-9A-Fa-f]{4})><([0-9A-Fa-f]{4})>")]
    private static partial Regex Range();
}
