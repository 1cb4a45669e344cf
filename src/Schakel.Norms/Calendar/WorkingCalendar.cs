using System.Collections.Frozen;
using NodaTime;

namespace Schakel.Norms;

/// <summary>Which days are working days under a law (werkdagen): not Saturday, Sunday, a recognised or an equated holiday.</summary>
public sealed class WorkingCalendar
{
    /// <summary>Days that the Crown equates with recognised holidays (gelijkgestelde dagen), ATW 3(3).</summary>
    /// <remarks>None entered: the decisions in the Staatscourant have not been read. A regime or measure may enter them.</remarks>
    public static readonly Norm<DayTable> EquatedDays = new(
        "general-terms-act.equated-days",
        new("Met feestdagen gelijkgestelde dagen", "Days equated with holidays"),
        "CAL-3",
        new(Acts.GeneralTerms, "3(3)", "Days are published in the Staatscourant; none entered here."),
        NormStatus.Unverified,
        new NormVersion<DayTable>(Day.Of(1994, 1, 1), DayTable.Empty));

    private readonly FrozenSet<Day> _equated;

    private WorkingCalendar(FrozenSet<Day> equated) => _equated = equated;

    /// <summary>Is this a recognised or equated holiday, whatever day of the week it falls on?</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsHoliday(Day day) => Holidays.Contains(day) || (_equated.Count > 0 && _equated.Contains(day));

    /// <summary>Is this a day that is not Saturday, Sunday or a holiday?</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsWorkingDay(Day day) => day.DayOfWeek < IsoDayOfWeek.Saturday && !IsHoliday(day);

    /// <summary>This day if it is a working day, else the first one after it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>A working day.</returns>
    public Day OnOrAfter(Day day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>The calendar of a law: the rules, and the days its versions equate.</summary>
    /// <param name="law">The law.</param>
    /// <returns>The calendar.</returns>
    internal static WorkingCalendar Of(Law law) =>
        new(law.VersionsOf(EquatedDays).Versions.SelectMany(version => ((NormVersion<DayTable>)version).Value.Days).ToFrozenSet());
}
