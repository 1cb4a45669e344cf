using System.Globalization;
using NodaTime;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>Figures as a reader of one language writes them, rounded to what they can bear (cijfers in tekst).</summary>
/// <param name="language">The reader's language.</param>
public sealed class Figures(ReportLanguage language)
{
    private const string Space = "\u00a0";

    private readonly NumberFormatInfo _format = new()
    {
        NumberGroupSeparator = language == ReportLanguage.Dutch ? "." : ",",
        NumberDecimalSeparator = language == ReportLanguage.Dutch ? "," : ".",
        NegativeSign = "\u2212",
    };

    private bool Dutch => language == ReportLanguage.Dutch;

    /// <summary>A level in a table or chart: three significant digits, with the sign of its unit; a dash when there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="definition">What it measures.</param>
    public string Level(double? value, SeriesDefinition definition) => value is { } number && double.IsFinite(number)
        ? Shown(number, definition.Unit, definition.Kind, 3)
        : "\u2013";

    /// <summary>A level of a published figure or an assumption, known by its unit alone.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    public string Level(double? value, string unit) => value is { } number && double.IsFinite(number)
        ? Shown(number, unit, SeriesKind.Ratio, 3)
        : "\u2013";

    /// <summary>A difference with its sign, to two significant digits.</summary>
    /// <param name="value">The difference.</param>
    /// <param name="definition">What it measures.</param>
    public string Difference(double? value, SeriesDefinition definition)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return "\u2013";
        }

        string shown = Shown(number, definition.Unit, definition.Kind, 2, difference: true);
        return shown.Contains('<', StringComparison.Ordinal) ? "\u2248" + Space + "0" : (number > 0 ? "+" : "") + shown;
    }

    /// <summary>The size of a difference without its sign, with the unit in words where a noun does not follow: <c>1.200</c>, <c>5 weken</c>, <c>3 procentpunt</c>.</summary>
    /// <param name="value">The difference.</param>
    /// <param name="definition">What it measures.</param>
    public string Size(double value, SeriesDefinition definition)
    {
        double size = Math.Abs(value);
        string shown = Shown(size, definition.Unit, definition.Kind, 2, difference: true);
        return definition.Unit switch
        {
            "weeks" => shown + Space + (Dutch ? shown == "1" ? "week" : "weken" : shown == "1" ? "week" : "weeks"),
            "fte" => shown + Space + (Dutch ? "voltijdbanen" : "full-time staff"),
            _ => shown,
        };
    }

    /// <summary>Two figures as a range that names their unit once: <c>11 tot 19 weken</c>, <c>€ 20 tot 110 miljoen</c>.</summary>
    /// <param name="low">The first figure, as one of the other members writes it.</param>
    /// <param name="high">The second.</param>
    public string Range(string low, string high)
    {
        int unit = low.IndexOf(Space, low.StartsWith('€') || low.StartsWith(_format.NegativeSign + "€", StringComparison.Ordinal) ? low.IndexOf('€', StringComparison.Ordinal) + 2 : 0, StringComparison.Ordinal);
        bool same = unit > 0 && !low.Contains('<', StringComparison.Ordinal) && high.EndsWith(low[unit..], StringComparison.Ordinal);
        string second = low.StartsWith('€') && high.StartsWith('€') && same ? high[2..] : high;
        return $"{(same ? low[..unit] : low)} {(Dutch ? "tot" : "to")} {second}";
    }

    /// <summary>A part as a percentage with its sign: <c>+3,2%</c>.</summary>
    /// <param name="part">The part; 0.032 is 3.2 per cent.</param>
    public string Percentage(double? part) => part is { } number && double.IsFinite(number)
        ? (number > 0 ? "+" : "") + Number(decimal.Round((decimal)number * 100, 1, MidpointRounding.AwayFromZero)) + "%"
        : "\u2013";

    /// <summary>A whole number with its groups.</summary>
    /// <param name="value">The number.</param>
    public string Whole(long value) => value.ToString("N0", _format);

    /// <summary>A date in words: <c>31 december 2028</c>.</summary>
    /// <param name="date">The date.</param>
    public string Day(LocalDate date) => string.Create(
        CultureInfo.InvariantCulture, $"{date.Day}{Space}{(Dutch ? DutchMonths : EnglishMonths)[date.Month - 1]}{Space}{date.Year}");

    /// <summary>A month in words: <c>januari 2024</c>.</summary>
    /// <param name="date">Any day of the month.</param>
    public string Month(LocalDate date) => string.Create(
        CultureInfo.InvariantCulture, $"{(Dutch ? DutchMonths : EnglishMonths)[date.Month - 1]}{Space}{date.Year}");

    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private string Shown(double value, string unit, SeriesKind kind, int digits, bool difference = false) => unit switch
    {
        "share" => Rounded(value * 100, digits, smallest: 0.1m) + (difference ? Space + (Dutch ? "procentpunt" : "percentage points") : "%"),
        "weeks" or "months" => Rounded(value, digits, smallest: 0.1m),
        "euro" => Euro(value, digits),
        "moves" when kind == SeriesKind.Ratio => Rounded(value, digits, smallest: 0.01m),
        _ when kind == SeriesKind.Ratio && unit != "fte" && Math.Abs(value) < 100 => Rounded(value, digits, smallest: 0.001m),
        _ => Rounded(value, digits, smallest: 1m),
    };

    // The limits are where rounding reaches the next word, so that a million is never written as a thousand thousand.
    private string Euro(double value, int digits)
    {
        double part = digits == 2 ? 0.995 : 0.9995;
        string sign = value < 0 ? _format.NegativeSign + "€" : "€";
        double size = Math.Abs(value);
        return sign + Space + (size switch
        {
            _ when size >= part * 1e9 => Rounded(size / 1e9, digits, 0.01m) + Space + (Dutch ? "miljard" : "billion"),
            _ when size >= part * 1e6 => Rounded(size / 1e6, digits, 0.1m) + Space + (Dutch ? "miljoen" : "million"),
            _ => Rounded(size, digits, 1m),
        });
    }

    // Half away from zero, so that opposite differences round to opposite sizes.
    private string Rounded(double value, int digits, decimal smallest)
    {
        if (Math.Abs(value) > 1e24)
        {
            return value.ToString("E2", _format);
        }

        decimal exact = (decimal)value;
        decimal step = smallest;
        decimal limit = (decimal)Math.Pow(10, digits);
        while (Math.Abs(exact) / step >= limit)
        {
            step *= 10;
        }

        decimal rounded = decimal.Round(exact / step, MidpointRounding.AwayFromZero) * step;
        return rounded == 0 && exact != 0 ? "<" + Space + Number(smallest) : Number(rounded);
    }

    private string Number(decimal value) => value.ToString("#,0.###", _format);
}
