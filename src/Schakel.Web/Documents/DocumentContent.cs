using System.Buffers.Binary;
using System.Text;
using Schakel.Chain.Records;

namespace Schakel.Web.Documents;

/// <summary>Why a file is no document that is taken (waarom een bestand wordt geweigerd).</summary>
public enum DocumentFault
{
    /// <summary>No file was chosen.</summary>
    Missing = 0,
    /// <summary>There is nothing in it.</summary>
    Empty,
    /// <summary>It is too large.</summary>
    TooLarge,
    /// <summary>It is of another kind, or not whole.</summary>
    OtherKind,
    /// <summary>Something in it could run, or is another file hidden in it.</summary>
    Active,
}

// What a file is, its content says: not its name, and not what the browser declares. A PNG is walked piece by piece and ends where it ends; a
// JPEG up to its picture, as phones put things of their own behind it; a PDF has its head and its end. None of the three may hold the
// beginning of a page with script or the end of an archive, so that nobody who opens it as something else gets that. What is hidden in a
// compressed part of a PDF is not found here: it is given to nobody but as a download, in a sandbox, by a browser that may guess nothing.

/// <summary>What kind of file something is, by its content (soort bestand, naar de inhoud).</summary>
public static class DocumentContent
{
    private const int TailOfPdf = 1024;
    private const int LongestEndOfArchive = 22 + ushort.MaxValue;
    private static readonly byte[] PngHead = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // What begins or carries script in a page, in lower case; and what makes a PDF do more than show pages. All are long enough that a photo
    // does not hold them by chance.
    private static readonly byte[][] NeverInside = Bytes("<script", "<html", "<!doctype html", "<iframe", "<?php", "javascript:");
    private static readonly byte[][] NeverInPdf = Bytes("/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/Rendition", "/SubmitForm", "/ImportData", "/XFA");

    /// <summary>The kind of a file, or why it is not taken.</summary>
    /// <param name="content">The file.</param>
    public static (DocumentForm Form, DocumentFault? Fault) Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return (default, DocumentFault.Empty);
        }
        if (content.Length > SuppliedDocuments.MostBytes)
        {
            return (default, DocumentFault.TooLarge);
        }
        if (FormOf(content) is not { } form)
        {
            return (default, DocumentFault.OtherKind);
        }
        return (form, HoldsAny(Lower(content), NeverInside) || EndsAsArchive(content) || (form == DocumentForm.Pdf && DoesMore(content)) ? DocumentFault.Active : null);
    }

    /// <summary>Its media type, as it is told to a browser.</summary>
    /// <param name="form">In what form the document is.</param>
    public static string MediaTypeOf(DocumentForm form) => form switch
    {
        DocumentForm.Pdf => "application/pdf",
        DocumentForm.Jpeg => "image/jpeg",
        DocumentForm.Png => "image/png",
    };

    /// <summary>The name under which it is downloaded: made here, as the name that it had is kept nowhere.</summary>
    /// <param name="number">Number of the document.</param>
    /// <param name="form">In what form it is.</param>
    public static string NameOf(int number, DocumentForm form) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"document-{number}.{form switch
    {
        DocumentForm.Pdf => "pdf",
        DocumentForm.Jpeg => "jpg",
        DocumentForm.Png => "png",
    }}");

    private static DocumentForm? FormOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? (content[^Math.Min(TailOfPdf, content.Length)..].IndexOf("%%EOF"u8) >= 0 ? DocumentForm.Pdf : null)
        : content.StartsWith(PngHead) ? (IsWholePng(content) ? DocumentForm.Png : null)
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && IsWholeJpeg(content) ? DocumentForm.Jpeg
        : null;

    // Pieces of four bytes length, four letters, content and four bytes check; the last one is the end of the file too.
    private static bool IsWholePng(ReadOnlySpan<byte> content)
    {
        var (at, pieces) = (PngHead.Length, 0);
        while (content.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var kind = content.Slice(at + 4, 4);
            if (length > content.Length - at - 12 || (pieces++ == 0 && !kind.SequenceEqual("IHDR"u8)))
            {
                return false;
            }
            at += (int)length + 12;
            if (kind.SequenceEqual("IEND"u8))
            {
                return at == content.Length;
            }
        }
        return false;
    }

    // Segments with their length up to the scan, and after it an end of the image.
    private static bool IsWholeJpeg(ReadOnlySpan<byte> content)
    {
        var at = 2;
        while (content.Length - at >= 4 && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++; // Filling.
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker is 0x00 or 0xD8 or 0xD9 || length < 2 || length > content.Length - at - 2)
            {
                return false;
            }
            at += 2 + length;
            if (marker == 0xDA)
            {
                return content[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
            }
        }
        return false;
    }

    // An archive is read from its end, wherever it begins: so it can hide behind a picture.
    private static bool EndsAsArchive(ReadOnlySpan<byte> content) =>
        content[^Math.Min(LongestEndOfArchive, content.Length)..].IndexOf("PK\u0005\u0006"u8) >= 0;

    // A name in a PDF may be written with codes: /J#61vaScript is /JavaScript.
    private static bool DoesMore(ReadOnlySpan<byte> content)
    {
        var plain = new byte[content.Length];
        var length = 0;
        for (var at = 0; at < content.Length; at++)
        {
            var isCode = content[at] == '#' && at + 2 < content.Length && char.IsAsciiHexDigit((char)content[at + 1]) && char.IsAsciiHexDigit((char)content[at + 2]);
            plain[length++] = isCode ? Convert.FromHexString(Encoding.ASCII.GetString(content.Slice(at + 1, 2)))[0] : content[at];
            at += isCode ? 2 : 0;
        }
        var names = plain.AsSpan(0, length);
        foreach (var name in NeverInPdf)
        {
            for (var rest = (ReadOnlySpan<byte>)names; rest.IndexOf(name) is >= 0 and var found; rest = rest[(found + 1)..])
            {
                var after = found + name.Length;
                if (after >= rest.Length || !char.IsAsciiLetterOrDigit((char)rest[after])) // Whole names: /Launched is another.
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[][] Bytes(params ReadOnlySpan<string> texts)
    {
        var bytes = new byte[texts.Length][];
        for (var i = 0; i < texts.Length; i++)
        {
            bytes[i] = Encoding.ASCII.GetBytes(texts[i]);
        }
        return bytes;
    }

    private static bool HoldsAny(ReadOnlySpan<byte> lower, byte[][] sought)
    {
        foreach (var bytes in sought)
        {
            if (lower.IndexOf(bytes) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private static byte[] Lower(ReadOnlySpan<byte> content)
    {
        var lower = new byte[content.Length];
        for (var at = 0; at < content.Length; at++)
        {
            lower[at] = content[at] is >= (byte)'A' and <= (byte)'Z' ? (byte)(content[at] | 0x20) : content[at];
        }
        return lower;
    }
}
