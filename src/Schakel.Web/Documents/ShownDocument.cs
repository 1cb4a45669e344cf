using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Documents;

/// <summary>A document that was supplied, for whoever may see it (aangeleverd document).</summary>
/// <param name="Number">Number on the file.</param>
/// <param name="Subject">What for.</param>
/// <param name="Form">In what form.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Description">What it is, in the words of who sent it.</param>
/// <param name="On">The day it came in.</param>
/// <param name="By">Who supplied it: the person, or who stands by them.</param>
/// <param name="Outcome">What came of it; absent when nobody looked yet.</param>
/// <param name="IsTakenBack">It was taken back, and its content is shown to nobody.</param>
public sealed record ShownDocument(
    int Number, DocumentSubject Subject, DocumentForm Form, int Size, string Sha256, string Description, Day On, Doer By, DocumentOutcome? Outcome, bool IsTakenBack)
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>The documents of a file that may be seen, in order of number: the gate knows who looks, and each is of the claim or of health.</summary>
    /// <param name="sight">What may be seen of the file.</param>
    public static ImmutableArray<ShownDocument> Of(Sight sight)
    {
        var shown = ImmutableArray.CreateBuilder<ShownDocument>();
        foreach (var recorded in sight.State.History)
        {
            if (recorded.Event is not { } happened || !sight.MayRead(EventCategories.Beyond(happened.GetType())))
            {
                continue;
            }
            var (on, by) = (recorded.Envelope.OccurredOn, recorded.Envelope.Doer);
            if (happened is DocumentSupplied claim)
            {
                Add(shown, sight, new(claim.Number, claim.Subject, claim.Form, claim.Size, claim.Sha256, claim.Description, on, by, null, IsTakenBack: false));
            }
            else if (happened is HealthDocumentSupplied health)
            {
                Add(shown, sight, new(health.Number, DocumentSubject.Health, health.Form, health.Size, health.Sha256, health.Description, on, by, null, IsTakenBack: false));
            }
        }
        return shown.ToImmutable();
    }

    /// <summary>Whether a document is none to who looks: it does not exist, or they may not know of it. Then they cannot take it back either.</summary>
    /// <param name="sight">What may be seen of the file.</param>
    /// <param name="number">Number of the document.</param>
    public static bool IsNone(Sight? sight, int number) => sight is null || Of(sight).All(each => each.Number != number);

    /// <summary>
    /// The content of a document as a download. A browser may guess nothing about it, run nothing in it, and keep nothing of it; that somebody
    /// opened the file was recorded at the gate, before the first byte goes.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="store">The store.</param>
    /// <param name="sight">What may be seen of the file.</param>
    /// <param name="number">Number of the document.</param>
    /// <returns>The download; null when there is no such document, or it may not be seen, or is shown no more.</returns>
    internal static async Task<IResult?> ContentAsync(HttpContext http, ChainStore store, Sight sight, int number)
    {
        if (Of(sight).FirstOrDefault(each => each.Number == number) is not { IsTakenBack: false } document
            || await store.Documents.ReadAsync(sight.Stream, document.Sha256).ConfigureAwait(false) is not { } content)
        {
            return null;
        }
        PageHeaders.Harden(http, Policy);
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.File(content, DocumentContent.MediaTypeOf(document.Form), DocumentContent.NameOf(number, document.Form));
    }

    // What came of it stands in the state of the file, whichever event told it.
    private static void Add(ImmutableArray<ShownDocument>.Builder shown, Sight sight, ShownDocument document)
    {
        var state = sight.State.File.Records.Documents[document.Number - 1];
        shown.Add(document with { Outcome = state.Outcome, IsTakenBack = state.IsTakenBack });
    }
}
