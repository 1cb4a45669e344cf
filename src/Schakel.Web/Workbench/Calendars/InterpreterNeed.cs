using System.Collections.Immutable;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>
/// Interpreters that the interviews of a day ask for in one language (tolken). How many interpreters there are stands nowhere in the chain:
/// this is what is asked, and never what is available.
/// </summary>
/// <param name="Language">The language; unknown where none is on record.</param>
/// <param name="Interviews">How many interviews.</param>
/// <param name="Women">In how many a woman was asked for.</param>
/// <param name="Men">In how many a man was asked for.</param>
/// <param name="Dialects">Dialects that were named.</param>
/// <param name="Times">At which minutes of the day, with how many; those without a settled time are in none.</param>
public sealed record InterpreterNeed(LanguageCode Language, int Interviews, int Women, int Men, ImmutableArray<string> Dialects, ImmutableArray<(int Minute, int Count)> Times)
{
    /// <summary>Most interviews in this language that begin at the same time.</summary>
    public int AtOnce => Times.Select(each => each.Count).DefaultIfEmpty().Max();

    /// <summary>What the interviews of a day ask for, the language that is asked for most first.</summary>
    /// <param name="rows">Rows of a day; only interviews that stand and of which the wishes may be known count.</param>
    public static ImmutableArray<InterpreterNeed> Of(IEnumerable<AgendaRow> rows) =>
    [
        .. rows.Where(each => each.Heard is not null && each.Status == Store.Models.AppointmentStatus.Planned).GroupBy(each => each.Heard!.Value.Language)
            .Select(of => new InterpreterNeed(
                of.Key, of.Count(), of.Count(each => each.Heard!.Value.Interpreter == GenderWish.Woman), of.Count(each => each.Heard!.Value.Interpreter == GenderWish.Man),
                [.. of.Select(each => each.Heard!.Value.Dialect).OfType<string>().Where(each => each.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
                [.. of.Where(each => each.Minute is not null).GroupBy(each => each.Minute!.Value).OrderBy(at => at.Key).Select(at => (at.Key, at.Count()))]))
            .OrderByDescending(each => each.Interviews).ThenBy(each => each.Language.ToString(), StringComparer.Ordinal),
    ];
}
