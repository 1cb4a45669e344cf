using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;

namespace Schakel.Web.Api;

/// <summary>
/// What went wrong, as a problem (foutmelding; RFC 9457): every answer of 400 and up has a status, a title and a detail, in Dutch or
/// English. A refusal of the case file names its code and the norm that forbids.
/// </summary>
public static class Problems
{
    /// <summary>The norm that forbids, in a problem.</summary>
    public const string NormField = "norm";

    /// <summary>The stable code of a refusal, in a problem.</summary>
    public const string CodeField = "code";

    /// <summary>The date that decides, in a problem.</summary>
    public const string BoundaryField = "grensdatum";

    /// <summary>Faults by field, in a problem.</summary>
    public const string FieldsField = "velden";

    /// <summary>Makes every empty error answer a problem with a detail.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddChainProblems(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            var status = problem.Status ?? context.HttpContext.Response.StatusCode;
            problem.Status = status;
            var (dutch, english, dutchDetail, englishDetail) = Words(status);
            var request = context.HttpContext.Request;
            if (problem.Extensions.Remove("traceId", out var trace))
            {
                problem.Extensions["spoornummer"] = trace; // What the help desk asks for.
            }
            if (string.IsNullOrEmpty(problem.Detail))
            {
                problem.Title = Language.Choose(request, dutch, english);
                problem.Detail = Language.Choose(request, dutchDetail, englishDetail);
            }
        });

    /// <summary>Catches what was not foreseen, and fills empty answers.</summary>
    /// <param name="app">The application.</param>
    public static IApplicationBuilder UseChainProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A body that is no JSON, no UTF-8 or too large is the caller's fault; everything else is ours.
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        })
        .UseStatusCodePages();

    /// <summary>A problem in the caller's language.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="dutch">What is wrong and what to do, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="more">Further fields.</param>
    public static IResult Of(HttpRequest request, int status, string dutch, string english, IDictionary<string, object?>? more = null)
    {
        var words = Words(status);
        return Results.Problem(
            detail: Language.Choose(request, dutch, english), statusCode: status,
            title: Language.Choose(request, words.Dutch, words.English), extensions: more);
    }

    /// <summary>The case file refuses (409): the sentence of the rule, its code and its norm.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refusal">Why.</param>
    public static IResult Of(HttpRequest request, Refusal refusal)
    {
        var more = new Dictionary<string, object?> { [CodeField] = refusal.Code, [NormField] = refusal.Norm };
        if (refusal.Boundary is { } boundary)
        {
            more[BoundaryField] = boundary.ToString();
        }
        return Results.Problem(
            type: $"urn:schakel:weigering:{refusal.Code}", detail: Language.Choose(request, refusal.Dutch, refusal.English),
            statusCode: StatusCodes.Status409Conflict,
            title: Language.Choose(request, "Dit kan nu niet", "This is not possible now"), extensions: more);
    }

    private static (string Dutch, string English, string DutchDetail, string EnglishDetail) Words(int status) => status switch
    {
        400 => ("Ongeldig verzoek", "Bad request",
            "Het verzoek is niet te lezen: controleer de vorm van de inhoud en de velden.",
            "The request cannot be read: check the form of the body and its fields."),
        401 => ("Niet aangemeld", "Not signed in",
            "Meld u aan en stuur het toegangsbewijs mee (Authorization: Bearer …).",
            "Sign in and send the access token along (Authorization: Bearer …)."),
        403 => ("Geen toegang", "No access",
            "Uw functie en doel geven geen toegang tot deze gegevens of handeling.",
            "Your function and purpose give no access to these data or this act."),
        404 => ("Niet gevonden", "Not found",
            "Dit bestaat niet, of u mag het niet zien.",
            "This does not exist, or you may not see it."),
        405 => ("Handeling bestaat hier niet", "Method not allowed",
            "Deze methode wordt op dit adres niet ondersteund.",
            "This method is not supported at this address."),
        409 => ("Dit kan nu niet", "This is not possible now",
            "De stand van zaken laat dit niet toe.",
            "The state of affairs does not allow this."),
        412 => ("Intussen gewijzigd", "Changed in the meantime",
            "Iemand anders heeft dit intussen gewijzigd: haal het opnieuw op en probeer het nog eens.",
            "Somebody changed this in the meantime: fetch it again and try once more."),
        413 => ("Te groot", "Too large",
            "Het verzoek is groter dan hier is toegestaan.",
            "The request is larger than is allowed here."),
        415 => ("Verkeerde vorm", "Unsupported form",
            "Stuur de inhoud als application/json in UTF-8.",
            "Send the body as application/json in UTF-8."),
        428 => ("Voorwaarde ontbreekt", "Precondition required",
            "Stuur de kop If-Match mee met de versie die u hebt gelezen.",
            "Send the header If-Match along with the version that you read."),
        429 => ("Te veel verzoeken", "Too many requests",
            "Wacht even; hoe lang staat in de kop Retry-After.",
            "Wait a moment; the header Retry-After tells how long."),
        503 => ("Nu niet beschikbaar", "Not available now",
            "De gegevensopslag is niet bereikbaar; er is niets gewijzigd. Probeer het later opnieuw.",
            "The store cannot be reached; nothing was changed. Try again later."),
        _ => ("Er ging iets mis", "Something went wrong",
            "Er ging bij ons iets mis; er is niets half gedaan. Meld het spoornummer als het zo blijft.",
            "Something went wrong on our side; nothing is half done. Report the trace number if it goes on."),
    };
}
