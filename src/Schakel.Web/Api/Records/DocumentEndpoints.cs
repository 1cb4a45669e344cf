using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Records;

/// <summary>A document that was supplied (aangeleverd document).</summary>
/// <param name="Nummer">Number on the file.</param>
/// <param name="Onderwerp">What for.</param>
/// <param name="Bestandsvorm">In what form.</param>
/// <param name="Bytes">Bytes.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Omschrijving">What it is, in the words of who sent it.</param>
/// <param name="AangeleverdOpDatum">The day it came in.</param>
/// <param name="AangeleverdDoor">What kind of someone supplied it.</param>
/// <param name="Uitkomst">What came of it; absent when nobody looked yet.</param>
/// <param name="Teruggenomen">It was taken back, and its content is shown to nobody.</param>
public sealed record DocumentAnswer(
    int Nummer, DocumentSubject Onderwerp, DocumentForm Bestandsvorm, int Bytes, string Sha256, string Omschrijving, Day AangeleverdOpDatum, DoerKind AangeleverdDoor, DocumentOutcome? Uitkomst, bool Teruggenomen);

/// <summary>Documents that people supply (aangeleverde documenten): sent with their content, listed, downloaded.</summary>
internal static class DocumentEndpoints
{
    private const string Collection = "/zaken/{nummer:long:min(1)}/documenten";

    /// <summary>Supplying, which goes with the content and therefore by a route of its own.</summary>
    public static CommandResource Supply { get; } = CommandResource.For<SupplyDocument>(Purpose.Procedure, "documenten", "Levert een document aan.", "Supply a document.") with
    {
        OpenTo = ["aanvrager", "advocaat", "voogd"],
    };

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapGet(Collection, (long nummer, HttpContext http, Reading reading) => List(http, reading.Open(http, new(StreamKind.CaseFile, nummer))))
            .Reads<ImmutableArray<DocumentAnswer>>(Addresses.Cases, "ListDocuments", "Toont de aangeleverde documenten.", "List the documents that were supplied.");
        api.MapGet(Collection + "/{document:int:min(1)}", ContentAsync)
            .WithTags(Addresses.Cases).WithName("ReadDocument").WithSummary("Geeft de inhoud van een document.").WithDescription("Give the content of a document.")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf", additionalContentTypes: ["image/jpeg", "image/png"])
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(429).ProducesProblem(503);
        api.MapPost(Collection, TakeAsync).WithName(nameof(SupplyDocument)).WithSummary("Levert een document aan: de inhoud is het bestand zelf, een PDF, JPEG of PNG van ten hoogste 10 MB.")
            .WithDescription("Supply a document: the body is the file itself, a PDF, JPEG or PNG of 10 MB at most.")
            .WithMetadata(new SentWithKey(WithVersion: true), new TakesFile()).Acts(Addresses.Cases);
    }

    private static async Task<IResult> ContentAsync(long nummer, int document, HttpContext http, Reading reading, ChainStore store)
    {
        var opened = reading.Open(http, new(StreamKind.CaseFile, nummer), changesWithTime: true);
        return opened.Sight is { } sight ? await ShownDocument.ContentAsync(http, store, sight, document).ConfigureAwait(false) ?? Acting.Unknown() : opened.Instead!;
    }

    private static IResult List(HttpContext http, Opened opened) => opened.Sight is not { } sight ? opened.Instead! : Results.Ok(ShownDocument.Of(sight).Select(each => new DocumentAnswer(
        each.Number, each.Subject, each.Form, each.Size, each.Sha256, each.Description, each.On, each.By.Kind, each.Outcome, each.IsTakenBack)).ToImmutableArray());

    private static async Task<IResult> TakeAsync(long nummer, string? onderwerp, string? omschrijving, HttpContext http, ChainStore store, Gate gate, IChainClock clock)
    {
        var (request, stream) = (http.Request, new StreamId(StreamKind.CaseFile, nummer));
        if (Caller.From(http.User) is not { } caller || !gate.MayAct(caller, stream) || FileState.Read(store, stream).Version == 0)
        {
            return Acting.Unknown();
        }
        if (!Supply.IsOpenTo(caller.Function))
        {
            return Acting.Forbidden(request, caller.Function);
        }
        if (!ActKey.TryParse(request.Headers[ActBody.KeyHeader], out var key))
        {
            return ActBody.NeedsKey(request);
        }
        if (Versions.Expected(request) is not { } expected)
        {
            return Acting.NeedsVersion(request);
        }
        if (!Words.TryValue<DocumentSubject>(onderwerp, out var subject))
        {
            return Problems.Of(request, 400, $"onderwerp is een van: {string.Join(", ", Words.ValuesOf(typeof(DocumentSubject)))}.", $"onderwerp is one of: {string.Join(", ", Words.ValuesOf(typeof(DocumentSubject)))}.");
        }
        var file = await Upload.ReadBodyAsync(http).ConfigureAwait(false);
        if (file.Fault is { } fault)
        {
            return fault switch
            {
                DocumentFault.TooLarge => Problems.Of(request, 413, "Een document heeft ten hoogste 10 megabyte.", "A document has 10 megabytes at most."),
                DocumentFault.OtherKind => Problems.Of(request, 415, "Een document is een heel bestand in PDF, JPEG of PNG.", "A document is a whole file in PDF, JPEG or PNG."),
                DocumentFault.Active => Problems.Of(request, 415, "In dit bestand zit iets dat een programma kan starten, of een ander bestand.", "Something in this file could run, or is another file."),
                DocumentFault.Missing or DocumentFault.Empty => Problems.Of(request, 400, "Er zit niets in dit bestand.", "There is nothing in this file."),
            };
        }
        var act = new Act(key, caller.Doer, Supply.Purpose, clock.Today, [new(stream, CommandOf(subject, file, omschrijving ?? ""))]) { Expected = [new(stream, expected)] };
        // Durable before anybody is told that it is there. When the act is refused after all, what was kept is seen by nobody.
        await store.Documents.KeepAsync(stream, file.Content).ConfigureAwait(false);
        return await Acting.DoAsync(http, store, stream, act).ConfigureAwait(false);
    }

    /// <summary>The command that tells of a file.</summary>
    public static SupplyDocument CommandOf(DocumentSubject subject, Upload file, string description) => new(subject, file.Form, file.Content.Length, file.Sha256, description);
}
