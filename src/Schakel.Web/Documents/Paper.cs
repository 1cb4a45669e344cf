using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using Schakel.Norms;

namespace Schakel.Web.Documents;

/// <summary>
/// Pages of plain text as PDF (papier): headings, paragraphs and facts, one under the other, with a number on each page. The letters are in the file, so
/// that it looks the same everywhere; scripts that need joining, or that the letters do not have, are told and not shown wrongly.
/// </summary>
internal sealed class Paper : IDisposable
{
    /// <summary>What stands where text in another script was.</summary>
    public const string OtherScript = "[tekst in een ander schrift; die staat in het bestand voor een computer]";

    private const double Margin = 56; // Points: two centimetres.
    private const double Usual = 10;
    private const double LineHeight = 1.4;
    private const double Indent = 14;

    private static readonly Lock One = new(); // The letters are the program's, and are read by one paper at a time.

    private readonly PdfDocument _document = new();
    private XGraphics? _page;
    private double _at;

    static Paper() => GlobalFontSettings.FontResolver = new Letters();

    private Paper(string title, string author, Day on)
    {
        var (year, month, day) = on.Parts;
        (_document.Info.Title, _document.Info.Author, _document.Info.Creator) = (title, author, "Schakel");
        _document.Info.CreationDate = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        (_document.Language, _document.ViewerPreferences.DisplayDocTitle) = ("nl-NL", true);
        Heading(title, 20);
    }

    /// <summary>Makes a PDF.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="author">From whom it is.</param>
    /// <param name="on">The day it is made.</param>
    /// <param name="write">Writes what stands in it.</param>
    public static byte[] Make(string title, string author, Day on, Action<Paper> write)
    {
        lock (One)
        {
            using var paper = new Paper(title, author, on);
            write(paper);
            return paper.Close();
        }
    }

    /// <summary>A heading of a part.</summary>
    /// <param name="text">The text.</param>
    public void Heading(string text) => Heading(text, 14);

    /// <summary>A heading of something in a part, which stays with what follows.</summary>
    /// <param name="text">The text.</param>
    public void Subheading(string text) => Heading(text, 11);

    /// <summary>A paragraph.</summary>
    /// <param name="text">The text.</param>
    public void Say(string text) => Lines(text, Usual, XFontStyleEx.Regular, 0);

    /// <summary>A fact: what it is called, and what it is.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="value">What it is.</param>
    /// <param name="depth">How deep it stands under another.</param>
    public void Fact(string name, string value, int depth = 0) => Lines($"{name}: {value}", Usual, XFontStyleEx.Regular, depth * Indent);

    /// <inheritdoc/>
    public void Dispose()
    {
        _page?.Dispose();
        _document.Dispose();
    }

    /// <summary>The text as it can be shown: Latin, Greek and Cyrillic.</summary>
    /// <param name="text">The text.</param>
    internal static string Shown(string text) =>
        text.All(each => each is >= ' ' and < '\u0590' or >= '\u1e00' and < '\u2070' or >= '\u20a0' and < '\u2300') ? text : text.All(char.IsControl) ? "" : OtherScript;

    private void Heading(string text, double size)
    {
        _at += size * 0.6;
        if (_page is null || _at + (4 * size) > Bottom)
        {
            Turn(); // No heading at the foot of a page.
        }
        Lines(text, size, XFontStyleEx.Bold, 0);
    }

    private double Bottom => _document.Pages[_document.PageCount - 1].Height.Point - Margin;

    private void Lines(string text, double size, XFontStyleEx style, double indent)
    {
        var font = new XFont(Letters.Name, size, style);
        if (_page is null)
        {
            Turn();
        }
        var width = _document.Pages[_document.PageCount - 1].Width.Point - (2 * Margin) - indent;
        foreach (var line in Wrapped(Shown(text.ReplaceLineEndings(" ")), font, width))
        {
            if (_at + (size * LineHeight) > Bottom)
            {
                Turn();
            }
            _at += size * LineHeight;
            _page!.DrawString(line, font, XBrushes.Black, Margin + indent, _at);
        }
    }

    private IEnumerable<string> Wrapped(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(each => Broken(each, font, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, font) > width)
            {
                yield return line;
                longer = word;
            }
            line = longer;
        }
        yield return line;
    }

    // A word that is wider than the page, such as a hash, goes on on the next line.
    private IEnumerable<string> Broken(string word, XFont font, double width)
    {
        while (Width(word, font) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && Width(word[..fits], font) > width)
            {
                fits--;
            }
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    private double Width(string text, XFont font) => _page!.MeasureString(text, font).Width;

    private void Turn()
    {
        _page?.Dispose();
        _page = XGraphics.FromPdfPage(_document.AddPage());
        _at = Margin;
    }

    private byte[] Close()
    {
        _page?.Dispose();
        _page = null;
        var font = new XFont(Letters.Name, 8);
        for (var number = 1; number <= _document.PageCount; number++)
        {
            var page = _document.Pages[number - 1];
            using var foot = XGraphics.FromPdfPage(page);
            foot.DrawString($"{_document.Info.Title}, bladzijde {number} van {_document.PageCount}", font, XBrushes.Black, Margin, page.Height.Point - (Margin / 2));
        }
        using var content = new MemoryStream();
        _document.Save(content, closeStream: false);
        return content.ToArray();
    }

    /// <summary>The letters, which are in the program.</summary>
    private sealed class Letters : IFontResolver
    {
        public const string Name = "DejaVu Sans";

        public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(Name, isBold, isItalic);

        public byte[]? GetFont(string faceName)
        {
            using var letters = typeof(Paper).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
            using var content = new MemoryStream();
            letters.CopyTo(content);
            return content.ToArray();
        }
    }
}
