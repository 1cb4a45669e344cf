using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Store.Models;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>
/// The roster of lawyers as far as files name them (rooster van de advocaat): one lawyer with two clients on a day is a clash, told with the
/// time where it is settled. How long an appointment lasts is not known, so that within an hour counts as the same hour. It forbids nothing.
/// </summary>
public static class LawyersRoster
{
    private const int Hour = 60;
    private const int MostNamed = 3;

    /// <summary>An appointment of another client of the same lawyer on the same day.</summary>
    /// <param name="Person">Number of that client's file.</param>
    /// <param name="Minute">Minute of the day, when settled.</param>
    public readonly record struct OtherClient(long Person, int? Minute);

    /// <summary>The rows with a clash for each whose lawyer has another client on that day.</summary>
    /// <param name="rows">All rows of the days, before any is chosen.</param>
    public static IEnumerable<AgendaRow> Marked(IReadOnlyCollection<AgendaRow> rows)
    {
        var busy = rows.Where(each => each is { Status: AppointmentStatus.Planned, Lawyer: not null }).ToLookup(each => (each.Lawyer, each.Day));
        return rows.Select(row =>
        {
            var others = row.Status != AppointmentStatus.Planned || row.Lawyer is null ? [] : OthersOf(row.Person, busy[(row.Lawyer, row.Day)]);
            return Clash(row.Lawyer ?? 0, row.Minute, others) is not { } clash ? row
                : row with { Clashes = row.Clashes.Add(clash), Others = [.. Named(others)] };
        });
    }

    /// <summary>Appointments of the other clients among these, the first time first; those without a time last.</summary>
    /// <param name="person">Number of the client's own file.</param>
    /// <param name="ofLawyer">Appointments of clients of one lawyer on one day.</param>
    public static ImmutableArray<OtherClient> OthersOf(long person, IEnumerable<AgendaRow> ofLawyer) =>
        [.. ofLawyer.Where(each => each.Person != person).Select(each => new OtherClient(each.Person, each.Minute)).Distinct().OrderBy(each => each.Minute ?? int.MaxValue).ThenBy(each => each.Person)];

    /// <summary>The persons whom the words name.</summary>
    /// <param name="others">The appointments of other clients.</param>
    public static IEnumerable<long> Named(ImmutableArray<OtherClient> others) => others.Take(MostNamed).Select(each => each.Person);

    /// <summary>The clash in words; null when the lawyer has no other client on that day.</summary>
    /// <param name="lawyer">Number of the lawyer.</param>
    /// <param name="minute">Minute of the day of the client's own appointment, when settled.</param>
    /// <param name="others">The appointments of other clients on that day.</param>
    public static Text? Clash(int lawyer, int? minute, ImmutableArray<OtherClient> others)
    {
        if (others.IsEmpty)
        {
            return null;
        }
        var named = others.Take(MostNamed).Select(each => NameOf(each, minute)).ToList();
        var more = others.Length - named.Count;
        var (dutch, english) = (string.Join(", ", named.Select(each => each.Dutch)), string.Join(", ", named.Select(each => each.English)));
        return new(
            $"advocaat {WorkVisit.Plain(lawyer)} heeft die dag ook {dutch}{(more > 0 ? $" en {more} meer" : "")}",
            $"lawyer {WorkVisit.Plain(lawyer)} that day also has {english}{(more > 0 ? $" and {more} more" : "")}");
    }

    private static Text NameOf(OtherClient other, int? minute)
    {
        var number = WorkVisit.Plain(other.Person);
        if (other.Minute is not { } at)
        {
            return new($"zaak {number}", $"case {number}");
        }
        var time = AgendaWords.Time(at);
        return minute is { } own && Math.Abs(own - at) < Hour
            ? new($"zaak {number} om {time}, op hetzelfde uur", $"case {number} at {time}, in the same hour")
            : new($"zaak {number} om {time}", $"case {number} at {time}");
    }
}
