using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;

namespace Schakel.Web.Api;

/// <summary>What an exception means to a caller (storingen): a fault of the store is 503, a day without law 409; nothing is half done.</summary>
public sealed partial class Faulting(ILogger<Faulting> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var request = httpContext.Request;
        var problem = exception switch
        {
            StoreFaultException { Fault: StoreFault.Busy } => Busy(httpContext),
            StoreFaultException fault => Down(httpContext, fault),
            ObjectDisposedException => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            UnknownEventException unknown => Problems.Of(request, 503,
                $"Deze zaak bevat een gebeurtenis ({unknown.Name}, versie {unknown.Version}) van een nieuwere versie van het programma. Er is niets gewijzigd; werk dit programma bij.",
                $"This file holds an event ({unknown.Name}, version {unknown.Version}) of a newer version of the program. Nothing was changed; update this program."),
            NormException norm => Problems.Of(request, 409,
                $"Op die dag geldt geen versie van de norm {norm.NormId}; er is niets gewijzigd.", norm.Message,
                new Dictionary<string, object?> { [Problems.CodeField] = "law.not-in-force", [Problems.NormField] = norm.NormId }),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }
        await problem.ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }

    private static IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Of(http.Request, 503, "Het is nu te druk; er is niets gewijzigd. Stuur het verzoek over een seconde opnieuw, met dezelfde sleutel.",
            "It is too busy now; nothing was changed. Send the request again in a second, with the same key.");
    }

    private IResult Down(HttpContext http, StoreFaultException fault)
    {
        LogDown(fault, fault.Fault);
        http.Response.Headers.RetryAfter = "30";
        return Problems.Of(http.Request, 503,
            "De gegevensopslag kan dit nu niet. Of de handeling is gedaan, blijkt als u het verzoek met dezelfde sleutel opnieuw stuurt.",
            "The store cannot do this now. Whether the act was done shows when you send the request again with the same key.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot go on: {FaultKind}.")]
    private partial void LogDown(Exception fault, StoreFault faultKind);
}
