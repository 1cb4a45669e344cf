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
        ? Shown(number, definition.Unit, definition.Kind, 3, full: true)
        : "\u2013";

    /// <summary>A round mark of an axis: as a level, without decimals that say nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="definition">What is measured.</param>
    public string Mark(double value, SeriesDefinition definition) => Shown(value, definition.Unit, definition.Kind, 3)
        .Replace("miljoen", "mln", StringComparison.Ordinal).Replace("miljard", "mld", StringComparison.Ordinal)
        .Replace(Space + "million", "m", StringComparison.Ordinal).Replace(Space + "billion", "bn", StringComparison.Ordinal);

    /// <summary>A value with its 80 % band on one short line: <c>€ 260 mln (218–314)</c>.</summary>
    /// <param name="point">The value.</param>
    /// <param name="definition">What it measures.</param>
    /// <param name="difference">True for a paired difference, which keeps its sign.</param>
    public string Compact(Point point, SeriesDefinition definition, bool difference)
    {
        if (!double.IsFinite(point.P10 + point.P50 + point.P90))
        {
            return "\u2013";
        }

        double size = Math.Max(Math.Abs(point.P10), Math.Abs(point.P90));
        (double scale, string before, string after) = definition.Unit switch
        {
            "euro" when size >= 1e9 => (1e-9, "€" + Space, Dutch ? Space + "mld" : "bn"),
            "euro" when size >= 1e6 => (1e-6, "€" + Space, Dutch ? Space + "mln" : "m"),
            "euro" => (1, "€" + Space, ""),
            "share" => (100, "", difference ? Space + "pp" : "%"),
            _ => (1, "", ""),
        };
        decimal smallest = definition.Unit is "share" or "weeks" ? 0.1m
            : definition.Unit == "euro" ? (scale < 1 ? 0.01m : 1m)
            : definition is { Unit: "moves", Kind: SeriesKind.Ratio } ? 0.01m : 1m;
        string Bare(double value) => Rounded(value * scale, difference ? 2 : 3, smallest);
        string middle = Bare(Math.Abs(point.P50));
        string sign = point.P50 < 0 ? _format.NegativeSign : difference && point.P50 > 0 ? "+" : "";
        string band = point.P10 < 0 ? $"{Bare(point.P10)} {(Dutch ? "tot" : "to")} {Bare(point.P90)}" : $"{Bare(point.P10)}\u2013{Bare(point.P90)}";
        return $"{sign}{before}{middle}{after} ({band})";
    }

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
            "weeks" => shown + Space + (shown == "1" ? "week" : Dutch ? "weken" : "weeks"),
            "fte" => shown + Space + (!Dutch ? "full-time staff" : shown == "1" ? "voltijdbaan" : "voltijdbanen"),
            _ => shown,
        };
    }

    /// <summary>Two figures as a range that names their unit once: <c>11 tot 19 weken</c>, <c>€ 20 tot 110 miljoen</c>.</summary>
    /// <param name="low">The first figure, as one of the other members writes it.</param>
    /// <param name="high">The second.</param>
    public string Range(string low, string high)
    {
        bool euro = low.StartsWith('€') && high.StartsWith('€');
        int unit = low.IndexOf(Space, low.IndexOf('€', StringComparison.Ordinal) + 2, StringComparison.Ordinal);
        bool same = unit > 0 && char.IsLetter(low[^1]) && high.EndsWith(low[unit..], StringComparison.Ordinal);
        string second = euro ? high[2..] : high;
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

    private string Shown(
        double value, string unit, SeriesKind kind, int digits, bool difference = false, bool full = false) => unit switch
        {
            "share" => Rounded(value * 100, digits, smallest: 0.1m, full) + (difference ? Space + (Dutch ? "procentpunt" : "percentage points") : "%"),
            "weeks" or "months" => Rounded(value, digits, smallest: 0.1m, full),
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
    private string Rounded(double value, int digits, decimal smallest, bool full = false)
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
        return rounded == 0 && exact != 0 ? "<" + Space + Number(smallest)
            : full && step == 0.1m ? rounded.ToString("#,0.0", _format)
            : Number(rounded);
    }

    private string Number(decimal value) => value.ToString("#,0.###", _format);
}
