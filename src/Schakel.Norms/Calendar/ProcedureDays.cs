namespace Schakel.Norms;

/// <summary>Where a procedure is run (aanmeldcentrum): which days count depends on it.</summary>
public enum Centre
{
    /// <summary>A centre on land, such as Ter Apel: Saturdays, Sundays and holidays do not count.</summary>
    Land,

    /// <summary>Application centre Schiphol: every day counts.</summary>
    Schiphol,
}

/// <summary>Procedure days (proceduredagen), Vreemdelingenbesluit 3.110(3): the days that count in the general procedure.</summary>
public static class ProcedureDays
{
    /// <summary>The rule, for receipts.</summary>
    public static readonly Rule Counting = new(
        "procedure-days.counting",
        new(
            "Zaterdagen, zondagen en feestdagen tellen niet mee, behalve in aanmeldcentrum Schiphol",
            "Saturdays, Sundays and holidays do not count, except in application centre Schiphol"),
        new(Acts.AliensDecree, "3.110(3)"));

    /// <summary>Does this day count?</summary>
    /// <param name="law">The law, for its calendar.</param>
    /// <param name="day">The day.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <returns>Whether it counts.</returns>
    public static bool Counts(Law law, Day day, Centre centre) => centre switch
    {
        Centre.Land => law.Calendar.IsWorkingDay(day),
        Centre.Schiphol => true,
    };

    /// <summary>This day if it counts, else the first one after it that does.</summary>
    /// <param name="law">The law, for its calendar.</param>
    /// <param name="day">The day.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <returns>A procedure day.</returns>
    public static Day OnOrAfter(Law law, Day day, Centre centre) => centre switch
    {
        Centre.Land => law.Calendar.OnOrAfter(day),
        Centre.Schiphol => day,
    };

    /// <summary>The first procedure day after this day.</summary>
    /// <param name="law">The law, for its calendar.</param>
    /// <param name="day">The day; it need not count itself.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <returns>A procedure day.</returns>
    public static Day Next(Law law, Day day, Centre centre) => OnOrAfter(law, day.PlusDays(1), centre);

    /// <summary>The procedure day with a number, the first being 1.</summary>
    /// <param name="law">The law, for its calendar.</param>
    /// <param name="first">Day 1; where it does not count, the first day after it that does is day 1.</param>
    /// <param name="number">1–366.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <returns>A procedure day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1–366.</exception>
    public static Day Nth(Law law, Day first, int number, Centre centre)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 366);
        var day = OnOrAfter(law, first, centre);
        for (var count = 1; count < number; count++)
        {
            day = Next(law, day, centre);
        }

        return day;
    }
}
