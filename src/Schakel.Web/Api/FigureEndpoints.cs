using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>Figures of a month (maandcijfers): a count is absent when it is under five, or could be found from one that is.</summary>
/// <param name="Maand">The month, as 2024-01.</param>
/// <param name="Soort">What is counted.</param>
/// <param name="Totaal">Total of the kind.</param>
/// <param name="Aantallen">Counts by detail.</param>
public sealed record FiguresAnswer(string Maand, CounterKind Soort, long? Totaal, ImmutableArray<FigureAnswer> Aantallen);

/// <summary>A figure (cijfer).</summary>
/// <param name="Naam">Of what.</param>
/// <param name="Aantal">How many; absent when suppressed.</param>
public sealed record FigureAnswer(string Naam, long? Aantal);

/// <summary>Figures for whoever supervises or plans and opens no file (cijfers).</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder api) => api.MapGet("/maandcijfers", List)
        .Reads<ImmutableArray<FiguresAnswer>>("maandcijfers", "ListMonthlyFigures", "Toont aantallen per maand; onder de vijf afgeschermd, ook voor aftrekken.",
            "Show counts by month; suppressed under five, and against subtraction.");

    private static IResult List(HttpContext http, ChainStore store, IChainClock clock)
    {
        if (Caller.From(http.User) is not { Function.Reach: not (Reach.Own or Reach.Clients) })
        {
            return Acting.Unknown();
        }
        var thisMonth = MonthOf(clock.Today.ToString());
        using var view = store.Models.Look();
        // Grants are some of the decisions, weeks are parts of months, a municipality's homes are told by half-year, and a running month differs by one from yesterday's: all would tell by
        // subtraction what is suppressed.
        return Results.Ok(ModelQuestions.Counts(view)
            .Where(each => each.Kind is not (CounterKind.Grants or CounterKind.AppealsByWeek or CounterKind.BreachesByWeek or CounterKind.HomesTakenIn or CounterKind.HomesOfferedIn))
            .GroupBy(each => (Month: string.Create(CultureInfo.InvariantCulture, $"{each.Year:0000}-{each.Month:00}"), each.Kind))
            .Where(of => string.CompareOrdinal(of.Key.Month, thisMonth) < 0)
            .Select(of => Of(of.Key.Month, of.Key.Kind, Suppressed.Of([.. of.Select(each => (each.Detail, each.Count))]))).ToImmutableArray());
    }

    private static FiguresAnswer Of(string month, CounterKind kind, ShownCounts shown) => new(month, kind, shown.Total, [.. shown.Counts.Select(each => new FigureAnswer(each.Name, each.Count))]);

    private static string MonthOf(string day) => day[..7];
}
