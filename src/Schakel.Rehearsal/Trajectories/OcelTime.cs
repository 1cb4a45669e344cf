using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>Moments of a log, as OCEL writes them (tijdstip): ISO 8601 with the offset of the Netherlands.</summary>
internal static class OcelTime
{
    private const int MinutesPerDay = 24 * 60;
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>A minute, counted from the midnight with which a day begins.</summary>
    /// <param name="start">The day.</param>
    /// <param name="minute">The minute, 0 or more; over 1,439 it is of a later day.</param>
    public static string Of(Day start, int minute)
    {
        // A minute that the clock skips in March is told an hour later; one that it lives twice in October is the first of the two.
        var local = start.PlusDays(minute / MinutesPerDay).ToLocalDate().At(new LocalTime(minute % MinutesPerDay / 60, minute % 60));
        return Iso.Format(Amsterdam.ResolveLocal(local, Resolvers.LenientResolver).ToOffsetDateTime());
    }
}
