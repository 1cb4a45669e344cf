using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench;
using static Schakel.Web.SignIn.SignInHtml;

namespace Schakel.Web.SignIn;

/// <summary>
/// Signing in and out (aan- en afmelden): at the issuer of one's organisation where there is one; in a demonstration as one of the example
/// people, or with case number and one-time code as applicants and lawyers do. Every form is protected; addresses elsewhere are not gone to.
/// </summary>
internal static class SignInEndpoints
{
    private const string CodePath = Sessions.Path + "/code";
    private const string ExampleCodePath = Sessions.Path + "/voorbeeldcode";
    private const int LargestForm = 16 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder app, WebSettings settings)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet(Sessions.Path, (HttpContext http, IAntiforgery forms, ExamplePeople people) => ShowAsync(http, forms, settings, people, null));
        pages.MapPost("/afmelden", (HttpContext http, IAntiforgery forms) => SignOutAsync(http, forms, settings));
        if (settings.Issuer is not null)
        {
            pages.MapGet(Sessions.Path + "/organisatie", (HttpContext http) => Results.Challenge(
                new() { RedirectUri = LocalAddress.Of(http.Request.Query[Sessions.ReturnParameter]) is var back && back == WorkPaths.Worklist ? LocalAddress.Home : back }, [Sessions.Issuer])); // From home one is led to where one has work.
            return;
        }
        pages.MapPost(Sessions.Path, (HttpContext http, IAntiforgery forms, ExamplePeople people) => AsExampleAsync(http, forms, settings, people));
        pages.MapPost(CodePath, (HttpContext http, IAntiforgery forms, ExamplePeople people, OneTimeCodes codes, ChainStore store) =>
            WithCodeAsync(http, forms, settings, people, codes, store)).RequireRateLimiting(Limits.Codes);
        pages.MapGet(ExampleCodePath, (HttpContext http, IAntiforgery forms) => ShowCodeAsync(http, forms, null));
        pages.MapPost(ExampleCodePath, (HttpContext http, IAntiforgery forms, OneTimeCodes codes) => MakeCodeAsync(http, forms, codes)).RequireRateLimiting(Limits.Codes);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IAntiforgery forms, WebSettings settings, ExamplePeople people, string? alert, int status = 200)
    {
        var signedIn = (await http.AuthenticateAsync(ChainAccess.Session).ConfigureAwait(false)).Principal is { } principal ? Caller.From(principal) : null;
        var request = http.Request;
        var back = LocalAddress.Of(request.HasFormContentType ? request.Form[Sessions.ReturnParameter] : request.Query[Sessions.ReturnParameter]);
        var body = new StringBuilder(alert);
        if (request.Query["fout"] == "organisatie")
        {
            body.AppendLine(Alert(request, "Aanmelden bij uw organisatie is niet gelukt. Probeer het opnieuw, of vraag uw beheerder.", "Signing in at your organisation failed. Try again, or ask your administrator."));
        }
        if (signedIn is not null)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"""
                <form class="card" method="post" action="/afmelden">
                <p>{Text(Language.Choose(request, "U bent aangemeld als", "You are signed in as"))} <bdi>{Text(signedIn.Name ?? "")}</bdi>, {Text(Language.Choose(request, signedIn.Function.Dutch, signedIn.Function.English))}.</p>
                {Proof(http, forms)}
                <p><a href="{Text(back)}">{Text(Language.Choose(request, "Verder", "Continue"))}</a></p>
                <button class="button" type="submit">{Text(Language.Choose(request, "Afmelden", "Sign out"))}</button>
                </form>
                """);
        }
        if (settings.Issuer is not null)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"""
                <p><a class="button" href="{Sessions.Path}/organisatie?{Sessions.ReturnParameter}={Uri.EscapeDataString(back)}">{Text(Language.Choose(request, "Aanmelden bij uw organisatie", "Sign in at your organisation"))}</a></p>
                """);
            return Page(http, "Aanmelden", "Sign in", body.ToString(), status);
        }
        var proof = Proof(http, forms);
        var returning = $"""<input type="hidden" name="{Sessions.ReturnParameter}" value="{Text(back)}">""";
        body.AppendLine(CodeForm(request, proof, returning));
        body.AppendLine(ExampleForm(request, proof, returning, people));
        return Page(http, "Aanmelden", "Sign in", body.ToString(), status);
    }

    private static string CodeForm(HttpRequest request, string proof, string returning) => $"""
        <form class="card" method="post" action="{CodePath}" autocomplete="off">
        <h2>{Text(Language.Choose(request, "Met een zaaknummer en een code", "With a case number and a code"))}</h2>
        {proof}
        {returning}
        {Who(request)}
        <p class="field"><label for="zaak">{Text(Language.Choose(request, "Zaaknummer", "Case number"))}</label> <input id="zaak" name="zaak" inputmode="numeric" required maxlength="19" dir="ltr"></p>
        <p class="field"><label for="code">{Text(Language.Choose(request, "Code van acht cijfers", "Code of eight digits"))}</label> <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" dir="ltr"></p>
        <button class="button" type="submit">{Text(Language.Choose(request, "Aanmelden", "Sign in"))}</button>
        <p><a href="{ExampleCodePath}">{Text(Language.Choose(request, "Demonstratie: vraag een code", "Demonstration: ask for a code"))}</a></p>
        </form>
        """;

    private static string ExampleForm(HttpRequest request, string proof, string returning, ExamplePeople people)
    {
        var body = new StringBuilder($"""
            <form class="card" method="post" action="{Sessions.Path}">
            <h2>{Text(Language.Choose(request, "Demonstratie: als voorbeeldpersoon", "Demonstration: as an example person"))}</h2>
            <p>{Text(Language.Choose(request, "Niemand hier bestaat echt. Kies een functie, en dan een naam.", "Nobody here is real. Choose a function, then a name."))}</p>
            {proof}
            {returning}

            """);
        foreach (var function in Function.All)
        {
            var ofFunction = people.Of(function);
            body.AppendLine(CultureInfo.InvariantCulture, $"<details><summary>{Text(Language.Choose(request, function.Dutch, function.English))}</summary>");
            body.AppendLine(ofFunction.IsEmpty ? $"<p>{Text(Language.Choose(request, "Er is nu niemand.", "There is nobody now."))}</p>" : "<ul>");
            foreach (var person in ofFunction)
            {
                body.AppendLine(CultureInfo.InvariantCulture, $"""<li><button class="button" name="persoon" value="{Text(person.Id)}"><bdi>{Text(person.Name)}</bdi>, {Text(Language.Choose(request, person.Where.Dutch, person.Where.English))}</button></li>""");
            }
            body.AppendLine(ofFunction.IsEmpty ? "</details>" : "</ul></details>");
        }
        return body.AppendLine("</form>").ToString();
    }

    private static string Who(HttpRequest request) => $"""
        <fieldset class="field"><legend>{Text(Language.Choose(request, "Wie bent u?", "Who are you?"))}</legend>
        <label><input type="radio" name="wie" value="aanvrager" checked> {Text(Language.Choose(request, "De aanvrager", "The applicant"))}</label>
        <label><input type="radio" name="wie" value="advocaat"> {Text(Language.Choose(request, "De advocaat", "The lawyer"))}</label></fieldset>
        """;

    private static async Task<IResult> AsExampleAsync(HttpContext http, IAntiforgery forms, WebSettings settings, ExamplePeople people)
    {
        if (await FormAsync(http, forms).ConfigureAwait(false) is not { } form)
        {
            return await NotOursAsync(http, forms, settings, people).ConfigureAwait(false);
        }
        if (people.Find(form["persoon"]) is not { } person)
        {
            return await ShowAsync(http, forms, settings, people, Alert(http.Request, "Die voorbeeldpersoon is er niet (meer). Kies een ander.", "That example person is not there (any more). Choose another."), 400).ConfigureAwait(false);
        }
        return await SignInAsync(http, person.Caller, settings, form).ConfigureAwait(false);
    }

    private static async Task<IResult> WithCodeAsync(HttpContext http, IAntiforgery forms, WebSettings settings, ExamplePeople people, OneTimeCodes codes, ChainStore store)
    {
        if (await FormAsync(http, forms).ConfigureAwait(false) is not { } form)
        {
            return await NotOursAsync(http, forms, settings, people).ConfigureAwait(false);
        }
        var holder = HolderOf(form) ?? new("aanvrager", 0);
        // The file is read either way, and the code looked at either way: no difference in time or words tells which number exists.
        var file = FileState.Read(store, new(StreamKind.CaseFile, holder.File));
        var right = codes.Take(holder, form["code"]);
        if (right && file.Version > 0 && CallerOf(holder, file) is { } caller)
        {
            return await SignInAsync(http, caller, settings, form).ConfigureAwait(false);
        }
        return form[PortalSignIn.FromField] == PortalSignIn.Portal ? PortalSignIn.Again(http, "signin.wrong") : await ShowAsync(http, forms, settings, people, Alert(
            http.Request, "Zaaknummer en code horen niet bij elkaar, of de code is verlopen. Vraag een nieuwe code. Na vijf keer moet u een kwartier wachten.",
            "Case number and code do not belong together, or the code has expired. Ask for a new code. After five times you wait a quarter of an hour."), 400).ConfigureAwait(false);
    }

    private static async Task<IResult> ShowCodeAsync(HttpContext http, IAntiforgery forms, string? code) =>
        await PortalSignIn.IsFromAsync(http, LargestForm).ConfigureAwait(false) ? PortalSignIn.Code(http, code, null) : ShowCode(http, forms, code);

    private static IResult ShowCode(HttpContext http, IAntiforgery forms, string? code)
    {
        var request = http.Request;
        var shown = code is null ? "" : $"""
            <p class="card" role="status">{Text(Language.Choose(request, "Uw code, tien minuten geldig en één keer te gebruiken:", "Your code, valid for ten minutes and once:"))} <strong dir="ltr" translate="no">{code[..4]} {code[4..]}</strong></p>
            <p><a href="{Sessions.Path}">{Text(Language.Choose(request, "Naar aanmelden", "To signing in"))}</a></p>
            """;
        return Page(http, "Demonstratie: een code", "Demonstration: a code", $"""
            <p class="alert">{Text(Language.Choose(request, "Dit is een demonstratie. In het echt komt de code per brief, sms of aan de balie, en staat hij nooit op een pagina.",
                "This is a demonstration. In reality the code comes by letter, text message or at the desk, and never stands on a page."))}</p>
            {shown}
            <form class="card" method="post" action="{ExampleCodePath}" autocomplete="off">
            {Proof(http, forms)}
            {Who(request)}
            <p class="field"><label for="zaak">{Text(Language.Choose(request, "Zaaknummer", "Case number"))}</label> <input id="zaak" name="zaak" inputmode="numeric" required maxlength="19" dir="ltr"></p>
            <button class="button" type="submit">{Text(Language.Choose(request, "Geef een code", "Give a code"))}</button>
            </form>
            """);
    }

    // A code is given for any number: whether a file exists shows nowhere before it is opened.
    private static async Task<IResult> MakeCodeAsync(HttpContext http, IAntiforgery forms, OneTimeCodes codes)
    {
        if (await FormAsync(http, forms).ConfigureAwait(false) is not { } form)
        {
            return await PortalSignIn.IsFromAsync(http, LargestForm).ConfigureAwait(false) ? PortalSignIn.Code(http, null, "signin.expired")
                : Page(http, "Opnieuw proberen", "Try again", Alert(http.Request, "Dit formulier is verlopen. Laad de pagina opnieuw.", "This form has expired. Load the page again."), 400);
        }
        return await ShowCodeAsync(http, forms, codes.Make(HolderOf(form) ?? new("aanvrager", 0))).ConfigureAwait(false);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery forms, WebSettings settings)
    {
        if (await FormAsync(http, forms).ConfigureAwait(false) is null)
        {
            return Page(http, "Opnieuw proberen", "Try again", Alert(http.Request, "Dit formulier is verlopen. Laad de pagina opnieuw.", "This form has expired. Load the page again."), 400);
        }
        return settings.Issuer is null
            ? Results.SignOut(new() { RedirectUri = Sessions.Path }, [ChainAccess.Session])
            : Results.SignOut(new() { RedirectUri = Sessions.Path }, [ChainAccess.Session, Sessions.Issuer]);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, Caller caller, WebSettings settings, IFormCollection form)
    {
        await http.SignInAsync(ChainAccess.Session, Sessions.Of(caller, settings.Clock)).ConfigureAwait(false);
        var back = LocalAddress.Of(form[Sessions.ReturnParameter]);
        // Who asked for the worklist and has none begins where they have work.
        return Results.LocalRedirect(back == WorkPaths.Worklist && caller.Function.Reach != Reach.Own ? OwnPages.FirstOf(caller) : back);
    }

    private static CodeHolder? HolderOf(IFormCollection form) =>
        long.TryParse(form["zaak"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var file) && file is > 0 and <= int.MaxValue
            ? new(form["wie"] == "advocaat" ? "advocaat" : "aanvrager", file) : null;

    // A code proves that somebody may see this file as its lawyer, and not which lawyer they are: it opens no other file.
    private static Caller? CallerOf(CodeHolder holder, FileState file) => Function.Find(holder.Function) is not { } function ? null
        : holder.Function == "advocaat" ? Caller.ByCode(function, holder.File, file.File.Circle.Lawyer)
        : new(function, (int)holder.File, []);

    private static async Task<IResult> NotOursAsync(HttpContext http, IAntiforgery forms, WebSettings settings, ExamplePeople people) =>
        await PortalSignIn.IsFromAsync(http, LargestForm).ConfigureAwait(false) ? PortalSignIn.Again(http, "signin.expired") : await ShowAsync(
        http, forms, settings, people, Alert(http.Request, "Dit formulier is verlopen. Probeer het opnieuw.", "This form has expired. Try again."), 400).ConfigureAwait(false);

    /// <summary>The form, when it is one of ours and not too large.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext http, IAntiforgery forms)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not <= LargestForm || !await forms.IsRequestValidAsync(http).ConfigureAwait(false))
        {
            return null;
        }
        return await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
    }
}
