using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>How many terms of a kind end when (aantallen van een termijn).</summary>
/// <param name="Code">Code of the step that is in time until the last day.</param>
/// <param name="Norm">What sets the last day.</param>
/// <param name="Verstreken">Whose last day is over.</param>
/// <param name="Weken">This week, from today, and the weeks after it.</param>
/// <param name="Later">After those weeks.</param>
public sealed record TermCountAnswer(string Code, string? Norm, int Verstreken, ImmutableArray<TermWeekAnswer> Weken, int Later);

/// <summary>How many end in a week (week).</summary>
/// <param name="Maandag">Its Monday.</param>
/// <param name="Aantal">How many.</param>
public sealed record TermWeekAnswer(Day Maandag, int Aantal);

/// <summary>
/// Terms across files (termijnen): what lapses when, of the steps of one's own function in the files that one may list. Who opens no file gets
/// nothing here, so that no count tells of people outside a team.
/// </summary>
internal static class TermEndpoints
{
    private const int UsualWeeks = 4;

    public static void MapTerms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/termijnen", List)
            .Reads<WorkPageAnswer>("termijnen", "ListTerms", "Toont welke termijnen van het eigen werk wanneer aflopen, de eerste eerst.", "Show which terms of one's own work end when, soonest first.");
        api.MapGet("/termijnen/aantallen", Count)
            .Reads<ImmutableArray<TermCountAnswer>>("termijnen", "CountTerms", "Telt de termijnen van het eigen werk per norm en week.", "Count the terms of one's own work by norm and week.");
    }

    private static IResult List(
        string? van, string? tot, string? norm, string? code, int? opvanglocatie, string? na, int? paginaGrootte, HttpContext http, ChainStore store, Gate gate, Reading reading, IChainClock clock)
    {
        var (question, caller, instead) = Asked(http, clock, norm, code, opvanglocatie);
        if (instead is not null)
        {
            return instead;
        }
        if (!IsDay(van, out var from) || !IsDay(tot, out var to) || from > to || (na is not null && TermCursor.Parse(na) is null) || paginaGrootte is < 1 or > PageAsked.Largest)
        {
            return Problems.Of(http.Request, 400, "van, tot (jjjj-mm-dd, van niet na tot), na of paginaGrootte heeft een waarde die hier niet past.", "van, tot (yyyy-mm-dd, van not after tot), na or paginaGrootte has a value that does not fit here.");
        }
        using var view = store.Models.Look();
        var page = TermList.Page(view, question! with { From = from, To = to, After = TermCursor.Parse(na), PageSize = paginaGrootte ?? 25 }, gate.Worked(caller!, view.Files));
        reading.Record(http, caller!, page.Items.Select(each => each.Step.Person).Distinct());
        return Results.Ok(new WorkPageAnswer(
            [.. page.Items.Select(each => new WorkAnswer(each.Step.Person, each.Step.Code, Worklist.StatusOf(each.Step, clock.Today.Number, WorklistQuestion.UsuallyAtRisk), each.LastDay, each.Step.Norm))],
            page.Next?.ToString()));
    }

    private static IResult Count(string? norm, string? code, int? opvanglocatie, int? weken, HttpContext http, ChainStore store, Gate gate, IChainClock clock)
    {
        var (question, caller, instead) = Asked(http, clock, norm, code, opvanglocatie);
        if (instead is not null)
        {
            return instead;
        }
        if (weken is < 1 or > TermList.MostWeeks)
        {
            return Problems.Of(http.Request, 400, $"weken is 1 tot en met {TermList.MostWeeks}.", $"weken is 1 to {TermList.MostWeeks}.");
        }
        using var view = store.Models.Look();
        var monday = clock.Today.PlusDays(1 - (int)clock.Today.DayOfWeek);
        return Results.Ok(TermList.Count(view, question!, weken ?? UsualWeeks, gate.Worked(caller!, view.Files)).Select(each => new TermCountAnswer(
            each.Code, each.Norm, each.Over, [.. each.Weeks.Select((count, week) => new TermWeekAnswer(monday.PlusDays(7 * week), count))], each.Later)).ToImmutableArray());
    }

    private static (TermQuestion? Question, Caller? Caller, IResult? Instead) Asked(HttpContext http, IChainClock clock, string? norm, string? code, int? site)
    {
        if (Caller.From(http.User) is not { } caller)
        {
            return (null, null, Acting.Unknown());
        }
        return caller.Function.Reach is Reach.None or Reach.Own
            ? (null, null, Acting.Forbidden(http.Request, caller.Function))
            : (new(OwnSteps.PartiesOf(caller.Function), clock.Today) { Codes = OwnSteps.Of(caller.Function), Norm = norm, Code = code, Site = site }, caller, null);
    }

    private static bool IsDay(string? text, out Day? day)
    {
        day = Day.TryParse(text, out var read) ? read : null;
        return text is null || day is not null;
    }
}
