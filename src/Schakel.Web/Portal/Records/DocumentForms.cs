using Schakel.Chain.Records;
using Schakel.Web.Api.Records;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Records;

/// <summary>Supplying a document, and taking it back (document sturen, document terugnemen).</summary>
public static class DocumentForms
{
    /// <summary>Name of the question which document.</summary>
    public const string NumberField = "document";

    /// <summary>Supply a document.</summary>
    public static PortalForm Supply { get; } = new("document", "document", "supply-document",
        [
            new("waarvoor", FieldKind.Choice, "document.what")
            {
                Help = "document.who-sees",
                Options = [.. Enum.GetValues<DocumentSubject>().Select(each => (each.ToString(), $"document.{Kebab.Of(each)}"))],
            },
            new("omschrijving", FieldKind.Line, "document.description") { Help = "document.description-help", IsOptional = true, Most = SuppliedDocuments.LongestDescription },
            new("bestand", FieldKind.File, "document.file") { Help = "document.file-help" },
        ],
        answers => DocumentEndpoints.CommandOf(Enum.Parse<DocumentSubject>(answers["waarvoor"]), answers.File!, answers["omschrijving"]))
    {
        Before = ["document.used-for", "document.voluntary"],
    };

    /// <summary>Take back a document that was sent by mistake.</summary>
    public static PortalForm TakeBack { get; } = new("document-terugnemen", "take-back", "take-back-document",
        [new(NumberField, FieldKind.Number, "take-back.number") { Help = "take-back.number-help", Least = 1, Most = SuppliedDocuments.MostOnAFile }],
        answers => new TakeBackDocument(Numbers.Read(answers[NumberField]) ?? 0));
}
