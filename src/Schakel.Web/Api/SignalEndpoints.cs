using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>Unusual looking (inzagesignaal), for the privacy officer.</summary>
/// <param name="Datum">The day (UTC).</param>
/// <param name="Functie">Code of the function.</param>
/// <param name="Nummer">Number of who looked.</param>
/// <param name="Team">Of which team.</param>
/// <param name="Soort">Why it is unusual.</param>
/// <param name="Tekst">That in words.</param>
/// <param name="Personen">How many persons it concerns.</param>
/// <param name="Gebruikelijk">What is usual among colleagues that day.</param>
/// <param name="Stand">How far it is.</param>
/// <param name="Uitkomsten">What was concluded about it, the earliest first.</param>
public sealed record UnusualAnswer(
    DateOnly Datum, string Functie, int Nummer, string? Team, UnusualKind Soort, string Tekst, int Personen, int? Gebruikelijk, SignalStanding Stand, ImmutableArray<ConclusionAnswer> Uitkomsten);

/// <summary>What was concluded about unusual looking (uitkomst).</summary>
/// <param name="Datum">Day of the signal (UTC).</param>
/// <param name="Functie">Function of who looked.</param>
/// <param name="Nummer">Number of who looked.</param>
/// <param name="Soort">Why it was unusual.</param>
/// <param name="Uitkomst">What was concluded.</param>
/// <param name="Toelichting">On what that rests.</param>
/// <param name="Tijdstip">When it was recorded, in UTC.</param>
/// <param name="Door">Number of who concluded it.</param>
/// <param name="Naam">Their name, as it was known.</param>
public sealed record ConclusionAnswer(DateOnly Datum, string Functie, int Nummer, UnusualKind Soort, SignalOutcome Uitkomst, string Toelichting, DateTime Tijdstip, int Door, string? Naam)
{
    internal static ConclusionAnswer Of(SignalNote note) => new(
        note.Signal.Day, note.Signal.Function, note.Signal.Number, note.Signal.Kind, note.Outcome, note.Words, note.At.UtcDateTime, note.By, note.Name);
}

/// <summary>What is asked when something is concluded about unusual looking (vastlegging).</summary>
/// <param name="Datum">Day of the signal (UTC).</param>
/// <param name="Functie">Function of who looked.</param>
/// <param name="Nummer">Number of who looked.</param>
/// <param name="Soort">Why it was unusual.</param>
/// <param name="Uitkomst">What is concluded.</param>
/// <param name="Toelichting">On what that rests: 1 to 1000 characters, without names or numbers of people in the chain.</param>
public sealed record ConclusionAsked(DateOnly Datum, string Functie, int Nummer, UnusualKind Soort, SignalOutcome Uitkomst, string Toelichting);

/// <summary>Signals of unusual looking (inzagesignalen; AVG 39): read by the privacy officer, who records what came of looking into them.</summary>
internal static class SignalEndpoints
{
    private const string Collection = "inzagesignalen";
    private const string DayField = "datum";
    private const string FunctionField = "functie";
    private const string NumberField = "nummer";
    private const string KindField = "soort";
    private const string DayForm = "yyyy-MM-dd";
    private static readonly string[] Fields = [DayField, FunctionField, NumberField, KindField, SignalConclusion.OutcomeField, SignalConclusion.WordsField];

    public static void MapSignals(this IEndpointRouteBuilder api)
    {
        api.MapGet($"/{Collection}", List).Reads<ImmutableArray<UnusualAnswer>>(
            Collection, "ListUnusualLooks", "Toont opvallend inzien op een dag en wat erover is vastgelegd, voor de functionaris gegevensbescherming.",
            "Show unusual looking on a day and what was concluded about it, for the privacy officer.");
        api.MapPost($"/{Collection}/uitkomsten", ConcludeAsync).Accepts<ConclusionAsked>("application/json").WithMetadata(new SentWithKey(WithVersion: false)).Changes<ConclusionAnswer>(
            Collection, "ConcludeUnusualLook", "Legt vast wat het uitzoeken van een inzagesignaal opleverde. Een uitkomst wordt nooit gewijzigd; een volgende komt erbij.",
            "Record what came of looking into a signal. A conclusion is never changed; another is added.");
    }

    private static IResult List(string? datum, HttpContext http, LookSignals signals)
    {
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (!LookSignals.MayRead(caller))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        var day = datum is null ? signals.Today : DayIn(datum);
        return day is { } on ? Results.Ok(signals.Between(on, on).Select(each => Of(each, http.Request)).ToImmutableArray())
            : Problems.Of(http.Request, 400, "datum is een dag als jjjj-mm-dd.", "datum is a day such as yyyy-mm-dd.");
    }

    private static async Task<IResult> ConcludeAsync(HttpContext http, LookSignals signals)
    {
        var request = http.Request;
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (!LookSignals.MayRead(caller))
        {
            return Acting.Forbidden(request, caller.Function);
        }
        if (!ActKey.TryParse(request.Headers[ActBody.KeyHeader], out var key))
        {
            return ActBody.NeedsKey(request);
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(request);
        }
        var faults = new Faults(Language.PrefersEnglish(request));
        var (signal, conclusion) = (SignalIn(body, faults), ConclusionIn(body, faults));
        foreach (var field in body.Select(each => each.Key).Except(Fields))
        {
            faults.Add(field, "Dit veld bestaat hier niet.", "This field does not exist here.");
        }
        return faults.ByField.Count > 0 ? ActBody.Wrong(request, faults) : Answer(http, signals.Conclude(signal!, conclusion!, caller, key));
    }

    private static IResult Answer(HttpContext http, ConcludeResult result)
    {
        switch (result)
        {
            case ConcludeResult.Done done:
                if (done.Repeated)
                {
                    http.Response.Headers["Idempotency-Replayed"] = "true";
                }
                var where = string.Create(CultureInfo.InvariantCulture, $"{ApiVersion.Root}/{Collection}?datum={done.Note.Signal.Day:yyyy-MM-dd}"); // It stands with its signal.
                return Results.Created(where, ConclusionAnswer.Of(done.Note));
            case ConcludeResult.Unknown:
                return Acting.Unknown();
            case ConcludeResult.AboutOneself:
                return Problems.Of(http.Request, 403, "Dit signaal gaat over uzelf. Een andere functionaris legt de uitkomst vast.", "This signal is about yourself. Another officer records the outcome.");
            case ConcludeResult.Refused refused:
                return Problems.Of(http.Request, refused.Why);
            default:
                throw new UnreachableException($"{result.GetType().Name} is no answer.");
        }
    }

    private static LookSignal? SignalIn(JsonObject body, Faults faults)
    {
        var (day, function, number) = (DayIn(TextIn(body, DayField)), Function.Find(TextIn(body, FunctionField) ?? ""), NumberIn(body));
        var isKind = Words.TryValue<UnusualKind>(TextIn(body, KindField), out var kind);
        if (day is null)
        {
            AddWrong(body, DayField, ValueForms.Of(typeof(Day)), faults);
        }
        if (function is null)
        {
            AddWrong(body, FunctionField, new("de code van een functie, zoals coa-casemanager", "the code of a function, such as coa-casemanager"), faults);
        }
        if (number is null)
        {
            AddWrong(body, NumberField, new("een geheel getal", "a whole number"), faults);
        }
        if (!isKind)
        {
            AddWrong(body, KindField, ValueForms.Of(typeof(UnusualKind)), faults);
        }
        return day is { } on && function is not null && number is { } who && isKind ? new(on, function.Code, who, kind) : null;
    }

    private static SignalConclusion? ConclusionIn(JsonObject body, Faults faults)
    {
        if (body[SignalConclusion.WordsField] is not null && TextIn(body, SignalConclusion.WordsField) is null)
        {
            AddWrong(body, SignalConclusion.WordsField, ValueForms.Of(typeof(string)), faults);
        }
        var (conclusion, wrong) = SignalConclusion.Read(TextIn(body, SignalConclusion.OutcomeField) ?? "", TextIn(body, SignalConclusion.WordsField) ?? "");
        foreach (var (field, text) in wrong)
        {
            if (field == SignalConclusion.OutcomeField)
            {
                AddWrong(body, field, ValueForms.Of(typeof(SignalOutcome)), faults); // In a body nothing can be chosen from: the words are told.
            }
            faults.Add(field, text.Dutch, text.English);
        }
        return conclusion;
    }

    private static void AddWrong(JsonObject body, string field, Text form, Faults faults)
    {
        var given = body[field] is { } node ? TypedText.Cut(node.ToJsonString(ApiJson.Answers)) : null;
        faults.Add(
            field, given is null ? $"Dit veld ontbreekt. Verwacht wordt {form.Dutch}." : $"Verwacht wordt {form.Dutch}; gegeven is {given}.",
            given is null ? $"This field is missing. Expected is {form.English}." : $"Expected is {form.English}; given is {given}.");
    }

    private static string? TextIn(JsonObject body, string field) => body[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? NumberIn(JsonObject body) => body[NumberField] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static DateOnly? DayIn(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static UnusualAnswer Of(SeenSignal seen, HttpRequest request)
    {
        var (signal, looking, name) = (seen.Signal, seen.Looking, UnusualLooks.NameOf(seen.Signal.Kind));
        return new(
            signal.Day, signal.Function, signal.Number, looking.Team, signal.Kind, Language.Choose(request, name.Dutch, name.English), looking.Persons, looking.Usual,
            seen.Standing, [.. seen.Notes.Select(ConclusionAnswer.Of)]);
    }
}
