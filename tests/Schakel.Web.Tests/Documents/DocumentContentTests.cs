using System.Text;
using Schakel.Chain.Records;

namespace Schakel.Web.Documents;

/// <summary>What a file is, its content says.</summary>
public sealed class DocumentContentTests
{
    private static void AssertIs(DocumentForm form, byte[] content) => Assert.Equal((form, null), DocumentContent.Of(content));

    private static void AssertFault(DocumentFault fault, byte[] content) => Assert.Equal(fault, DocumentContent.Of(content).Fault);

    [Fact]
    public void A_PDF_is_taken() => AssertIs(DocumentForm.Pdf, Samples.Pdf("paspoort"));

    [Fact]
    public void A_JPEG_is_taken() => AssertIs(DocumentForm.Jpeg, Samples.Jpeg("Camera"u8.ToArray()));

    [Fact] // A phone puts a preview, or a short film, behind the picture.
    public void A_JPEG_with_something_behind_it_is_taken() => AssertIs(DocumentForm.Jpeg, Samples.Jpeg(behind: [.. "ftypmp42"u8, 0, 1, 2]));

    [Fact]
    public void A_PNG_is_taken() => AssertIs(DocumentForm.Png, Samples.Png());

    [Fact]
    public void Nothing_is_no_document() => AssertFault(DocumentFault.Empty, []);

    [Fact]
    public void Ten_megabytes_are_taken_and_a_byte_more_is_not()
    {
        var whole = Samples.Jpeg(behind: new byte[SuppliedDocuments.MostBytes - Samples.Jpeg().Length]);
        AssertIs(DocumentForm.Jpeg, whole);
        AssertFault(DocumentFault.TooLarge, [.. whole, 0]);
    }

    public static TheoryData<string, byte[]> Others => new()
    {
        { "words", "Mijn verhaal"u8.ToArray() }, { "a page", "<html><script>alert(1)</script>"u8.ToArray() }, { "a drawing with script", "<svg onload='alert(1)'/>"u8.ToArray() },
        { "an archive", "PK\u0003\u0004"u8.ToArray() }, { "a program", "MZ\u0090\0"u8.ToArray() }, { "GIF", "GIF89a"u8.ToArray() }, { "only the head of a PDF", "%PDF-1.7\n"u8.ToArray() },
        { "a PDF that begins later", [.. "x"u8, .. Samples.Pdf()] }, { "half a PNG", Samples.Png()[..40] }, { "only the head of a PNG", Samples.Png()[..8] },
        { "a PNG with something behind it", [.. Samples.Png(), 0] }, { "half a JPEG", Samples.Jpeg()[..8] }, { "a JPEG without an end", Samples.Jpeg()[..^2] }, { "three bytes of a JPEG", [0xFF, 0xD8, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Anything_else_is_not(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        AssertFault(DocumentFault.OtherKind, content);
    }

    public static TheoryData<string, byte[]> Polyglots => new()
    {
        { "script in a comment of a JPEG", Samples.Jpeg("<ScRiPt>alert(1)</script>"u8.ToArray()) }, { "a page behind a JPEG", Samples.Jpeg(behind: "<html><body>"u8.ToArray()) },
        { "script in a text of a PNG", Samples.Png("Comment\0<script>"u8.ToArray()) }, { "an archive behind a JPEG", Samples.Jpeg(behind: [.. "PK\u0003\u0004"u8, .. "PK\u0005\u0006"u8, .. new byte[18]]) },
        { "an archive in a PDF", [.. Samples.Pdf("PK\u0005\u0006")] }, { "PHP in a JPEG", Samples.Jpeg("<?php system($_GET[0]);"u8.ToArray()) },
        { "script in a PDF", Samples.Pdf(more: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") }, { "script in a PDF, its name in codes", Samples.Pdf(more: "/OpenAction << /S /J#61vaScr#69pt >>") },
        { "a PDF that starts a program", Samples.Pdf(more: "/OpenAction << /S /Launch /F (cmd.exe) >>") }, { "a file in a PDF", Samples.Pdf(more: "/Names << /EmbeddedFiles 3 0 R >>") },
        { "a form of another kind in a PDF", Samples.Pdf(more: "/AcroForm << /XFA 4 0 R >>") }, { "a PDF that sends", Samples.Pdf(more: "/AA << /O << /S /SubmitForm >> >>") },
        { "a PDF that is a page", Samples.Pdf("<!DOCTYPE html><body>") },
    };

    [Theory]
    [MemberData(nameof(Polyglots))]
    public void Nor_is_what_could_run_or_is_another_file_as_well(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        AssertFault(DocumentFault.Active, content);
    }

    [Fact] // A name that only begins like one of those is another.
    public void Other_names_in_a_PDF_are_no_harm() => AssertIs(DocumentForm.Pdf, Samples.Pdf(more: "/LaunchDate (2024) /ViewerPreferences << >> /OpenAction [ 2 0 R /Fit ]"));

    [Fact]
    public void The_name_of_a_download_is_made_here() => Assert.Equal("document-7.jpg", DocumentContent.NameOf(7, DocumentForm.Jpeg));

    [Fact]
    public void No_fault_is_without_words() => Assert.All(Enum.GetValues<DocumentFault>(), fault =>
        Assert.Contains($"error.file-{Portal.Kebab.Of(fault)}", Portal.Speaking.TextFile.Of(Portal.Speaking.PortalLanguage.Official).Texts.Keys));

    [Fact]
    public void A_random_photo_is_taken()
    {
        // 2 MB of the bytes that a camera makes: no pattern may occur in them by chance.
        var noise = new byte[2_000_000];
        var state = 1u;
        for (var i = 0; i < noise.Length; i++)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            noise[i] = (byte)(state >> 24);
        }
        AssertIs(DocumentForm.Jpeg, Samples.Jpeg(behind: noise));
        AssertIs(DocumentForm.Pdf, [.. Encoding.Latin1.GetBytes("%PDF-1.4\nstream\n"), .. noise, .. "\nendstream\n%%EOF"u8]);
    }
}
