using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Schakel.Chain.Records;

namespace Schakel.Web.Documents;

/// <summary>A file as it was sent, looked into (ingezonden bestand).</summary>
/// <param name="Content">Its content; empty when it is not taken.</param>
/// <param name="Form">What it is.</param>
/// <param name="Fault">Why it is not taken; absent when it is.</param>
public sealed record Upload(ReadOnlyMemory<byte> Content, DocumentForm Form, DocumentFault? Fault)
{
    /// <summary>Largest request with a file: a file that is too large is read to its end, so that the answer arrives, up to here.</summary>
    public const long LargestRequest = 4L * SuppliedDocuments.MostBytes;

    private const int MostParts = 20;
    private const int LongestPart = 16 * 1024;

    /// <summary>SHA-256 of its content, as an event has it.</summary>
    public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content.Span));

    /// <summary>
    /// Reads a form with a file. Nothing of it is written to disk on the way, as a framework would do; what the sender called the file is not
    /// looked at. The answers are put on the request, where the protection of forms finds its mark.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <returns>The answers, and the file when one was sent.</returns>
    /// <exception cref="InvalidDataException">It is no form.</exception>
    public static async Task<(IFormCollection Answers, Upload? File)> ReadAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return (await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false), null);
        }
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        Upload? file = null;
        try
        {
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? throw new InvalidDataException("A form in parts has no boundary."), http.Request.Body);
            for (var parts = 0; await reader.ReadNextSectionAsync(http.RequestAborted).ConfigureAwait(false) is { } section; parts++)
            {
                if (parts == MostParts || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    throw new InvalidDataException("A form in parts has too many, or one without a name.");
                }
                if (disposition.IsFileDisposition())
                {
                    var content = await ReadAsync(section.Body, SuppliedDocuments.MostBytes, http.RequestAborted).ConfigureAwait(false);
                    // A browser sends an empty file without a name when none was chosen.
                    file = content is { Length: 0 } && StringSegment.IsNullOrEmpty(disposition.FileName) && StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? file : Of(content);
                }
                else if (HeaderUtilities.RemoveQuotes(disposition.Name).Value is { Length: > 0 } name)
                {
                    answers[name] = await ReadAsync(section.Body, LongestPart, http.RequestAborted).ConfigureAwait(false) is { } text
                        ? Encoding.UTF8.GetString(text) : throw new InvalidDataException("An answer is too long.");
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            file = Of(null);
        }
        catch (IOException e)
        {
            throw new InvalidDataException("A form in parts ends too soon.", e);
        }
        http.Request.Form = new FormCollection(answers);
        return (http.Request.Form, file);
    }

    /// <summary>A document that is the whole of a request.</summary>
    /// <param name="http">The request.</param>
    public static async Task<Upload> ReadBodyAsync(HttpContext http) =>
        Of(await ReadAsync(http.Request.Body, SuppliedDocuments.MostBytes, http.RequestAborted).ConfigureAwait(false));

    private static Upload Of(byte[]? content)
    {
        if (content is null)
        {
            return new(default, default, DocumentFault.TooLarge);
        }
        var (form, fault) = DocumentContent.Of(content);
        return new(fault is null ? content : default(ReadOnlyMemory<byte>), form, fault);
    }

    /// <summary>All of it; null when it is more than that, and then it is read to its end all the same.</summary>
    private static async Task<byte[]?> ReadAsync(Stream body, int most, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        var length = 0L;
        while (await body.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            if (length <= most)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
            }
        }
        return length <= most ? kept.ToArray() : null;
    }
}

/// <summary>A route on which a file comes (route met een bestand): it takes a larger request than others.</summary>
internal sealed class TakesFile : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => Upload.LargestRequest;
}
