using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Rows;

namespace Schakel.Store.Models;

/// <summary>Residents and places of a site on a day (bezetting).</summary>
/// <param name="Site">The site.</param>
/// <param name="Modality">Kind of site.</param>
/// <param name="Day">The day.</param>
/// <param name="Residents">Residents at the end of it.</param>
/// <param name="Places">Places agreed.</param>
public readonly record struct OccupancyOn(int Site, Modality Modality, Day Day, long Residents, long Places);

/// <summary>A count of a month (maandcijfer).</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Detail">Which of its kind; empty without detail.</param>
/// <param name="Count">How many.</param>
public sealed record MonthCount(int Year, int Month, CounterKind Kind, string Detail, long Count);

/// <summary>A home to be found, with its terms (huisvestingstaak).</summary>
/// <param name="Task">The task.</param>
/// <param name="LastDay">Day number of the first last day of what the parties have to do for it, under the law; absent when none is set.</param>
public sealed record HousingTask(HousingTaskRow Task, int? LastDay);

/// <summary>Questions to the models that need more than a filter (vragen).</summary>
public static class ModelQuestions
{
    /// <summary>Residents and places per site on each day of a period; days on which nothing was there are left out.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="from">First day.</param>
    /// <param name="through">Last day.</param>
    /// <param name="site">Only this site.</param>
    public static IReadOnlyList<OccupancyOn> OccupancyOf(ModelView view, Day from, Day through, int? site = null)
    {
        var rows = view.Occupancy.Where(row => row.Day <= through.Number && (site == null || row.Site == site)).AsEnumerable()
            .GroupBy(row => (row.Site, row.Modality)).OrderBy(of => of.Key);
        var days = new List<OccupancyOn>();
        foreach (var of in rows)
        {
            var changes = of.OrderBy(row => row.Day).ToList();
            var (residents, places, next) = (0L, 0L, 0);
            for (var day = from.Number; day <= through.Number; day++)
            {
                for (; next < changes.Count && changes[next].Day <= day; next++)
                {
                    residents += changes[next].Residents;
                    places += changes[next].Places;
                }
                if (residents != 0 || places != 0)
                {
                    days.Add(new(of.Key.Site, (Modality)of.Key.Modality, new(day), residents, places));
                }
            }
        }
        return days;
    }

    /// <summary>Counts by month, in order. Small counts are told as they are: whoever publishes them protects (red line 9).</summary>
    /// <param name="view">The rows.</param>
    /// <param name="kind">Only this kind.</param>
    public static IReadOnlyList<MonthCount> Counts(ModelView view, CounterKind? kind = null) =>
    [
        .. view.Counters.Where(row => kind == null || row.Kind == (int)kind).AsEnumerable()
            .GroupBy(row => (row.Month, row.Kind, row.Detail), row => row.Count)
            .Select(of => new MonthCount(of.Key.Month / 100, of.Key.Month % 100, (CounterKind)of.Key.Kind, of.Key.Detail, of.Sum()))
            .Where(of => of.Count != 0)
            .OrderBy(of => (of.Year, of.Month, of.Kind)).ThenBy(of => of.Detail, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Counts of a kind that is counted by municipality, by half-year: the first day of the half-year with the number of the municipality. Small
    /// counts are told as they are.
    /// </summary>
    /// <param name="view">The rows.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="municipality">Only this municipality.</param>
    public static IReadOnlyDictionary<(int Municipality, Day HalfYear), long> HalfYearsOf(ModelView view, CounterKind kind, MunicipalityId? municipality = null)
    {
        var only = municipality is { } one ? Counting.NameOf(one) : null;
        return view.Counters.Where(row => row.Kind == (int)kind && (only == null || row.Detail == only)).AsEnumerable()
            .GroupBy(row => (int.Parse(row.Detail, CultureInfo.InvariantCulture), HalfYearOf(row.Month)), row => row.Count)
            .ToDictionary(of => of.Key, of => of.Sum());
    }

    /// <summary>First day of the first half-year in which something of a kind was counted, wherever; null when nothing was.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="kind">The kind.</param>
    public static Day? FirstHalfYearOf(ModelView view, CounterKind kind) => view.Counters.Where(row => row.Kind == (int)kind).Min(row => (int?)row.Month) is { } month ? HalfYearOf(month) : null;

    private static Day HalfYearOf(int month) => Day.Of(month / 100, month % 100 <= 6 ? 1 : 7, 1);

    /// <summary>Counts of a kind that is counted by week, by the Monday of the week, in order. Weeks in which nothing was counted are left out.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="from">Monday of the first week.</param>
    public static IReadOnlyList<(Day Monday, long Count)> WeeksOf(ModelView view, CounterKind kind, Day from)
    {
        var (year, month, _) = from.Parts;
        var first = (year * 100) + month;
        return
        [
            .. view.Counters.Where(row => row.Kind == (int)kind && row.Month >= first).AsEnumerable()
                .GroupBy(row => row.Detail, row => row.Count).Select(of => (Monday: Day.TryParse(of.Key, out var monday) ? monday : default, Count: of.Sum()))
                .Where(of => of.Monday >= from && of.Count != 0).OrderBy(of => of.Monday),
        ];
    }

    /// <summary>Homes to be found in a municipality, or not linked yet.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="municipality">The municipality; null for those not linked.</param>
    /// <param name="parties">Numbers of the parties whose steps are terms of housing: reception agency and housing office.</param>
    public static IReadOnlyList<HousingTask> HousingIn(ModelView view, int? municipality, IReadOnlyCollection<int> parties)
    {
        var open = view.HousingTasks.Where(task => task.Municipality == municipality && task.State != (int)HousingTaskState.Housed);
        // From the sorted steps of the parties to the homes, where going from each person to their steps would read forty rows for one.
        var dated = (from step in view.Steps
                     join task in open on step.Person equals task.Person
                     where parties.Contains(step.Party) && step.Rank <= StepRank.Breach
                     select new { step.Person, step.SortDay }).AsEnumerable().GroupBy(step => step.Person).ToDictionary(of => of.Key, of => of.Min(step => step.SortDay));
        var tasks = open.OrderBy(task => task.LinkedOn).ThenBy(task => task.Person).ToList();
        return [.. tasks.Select(task => new HousingTask(task, dated.TryGetValue(task.Person, out var day) ? day : null))];
    }

    /// <summary>Appointments of a day, by minute.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="day">The day.</param>
    /// <param name="kind">Only this kind.</param>
    public static IReadOnlyList<AppointmentRow> AppointmentsOn(ModelView view, Day day, AppointmentKind? kind = null) =>
        [.. view.Appointments.Where(row => row.Day == day.Number && (kind == null || row.Kind == (int)kind)).OrderBy(row => row.Minute).ThenBy(row => row.Person)];

    /// <summary>Members of a household, the main person first.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="household">The household.</param>
    public static IReadOnlyList<MemberRow> MembersOf(ModelView view, HouseholdId household) =>
        [.. view.Members.Where(row => row.Household == household.Value).OrderBy(row => row.Role).ThenBy(row => row.Person)];
}
