using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Schakel.Rehearsal.Data;

/// <summary>The periods in which figures are published (periode), read into the days they cover.</summary>
public static class FigurePeriod
{
    private const int HalfYearMonths = 6;

    /// <summary>
    /// The days of a period, both ends inclusive: a year (<c>2022</c>), a half-year (<c>2022-H2</c> runs from 1 July to 31 December), a
    /// month (<c>2023-10</c>), a day (<c>2022-06-27</c>), or a range of two of these (<c>2023-01..2023-10</c> runs to 31 October).
    /// </summary>
    /// <returns>Nothing when the text is no period, or its range ends before it starts.</returns>
    public static DateInterval? Parse(string text)
    {
        var cut = text.IndexOf("..", StringComparison.Ordinal);
        if (cut < 0)
        {
            return Single(text);
        }

        return Single(text[..cut]) is { } from && Single(text[(cut + 2)..]) is { } to && from.Start <= to.End
            ? new DateInterval(from.Start, to.End)
            : null;
    }

    private static DateInterval? Single(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
        {
            return new DateInterval(day, day);
        }

        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1900)
        {
            return null;
        }

        return text[4..] switch
        {
            "" => Months(year, 1, 12),
            "-H1" => Months(year, 1, HalfYearMonths),
            "-H2" => Months(year, HalfYearMonths + 1, HalfYearMonths),
            ['-', .. { Length: 2 } month] when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= 12 => Months(year, number, 1),
            _ => null,
        };
    }

    private static DateInterval Months(int year, int month, int count)
    {
        var first = new LocalDate(year, month, 1);
        return new DateInterval(first, first.PlusMonths(count).PlusDays(-1));
    }
}
