using NodaTime;
using Schakel.Norms;

namespace Schakel.Web.Portal.Speaking;

/// <summary>
/// A time of the day on the Dutch clock (tijdstip). What is planned in the Netherlands is planned by that clock, wherever the phone is that shows it.
/// </summary>
/// <param name="Minute">Minute of the day, from 0 at midnight.</param>
public readonly record struct ClockTime(int Minute)
{
    /// <summary>Minutes in an hour.</summary>
    public const int MinutesInHour = 60;

    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The Dutch day and time at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static (Day Day, ClockTime Time) Of(DateTimeOffset instant)
    {
        var there = Instant.FromDateTimeOffset(instant).InZone(Amsterdam);
        return (Day.Of(there.Year, there.Month, there.Day), new((there.Hour * MinutesInHour) + there.Minute));
    }

    /// <summary>The instant at which it is this time on a day: in summer two hours before it in UTC, in winter one. A time that the clock skips is the one after it.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset On(Day day)
    {
        var (year, month, number) = day.Parts;
        return new LocalDateTime(year, month, number, Minute / MinutesInHour, Minute % MinutesInHour).InZoneLeniently(Amsterdam).ToDateTimeOffset();
    }
}
