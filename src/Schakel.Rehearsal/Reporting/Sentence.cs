using System.Globalization;
using NodaTime;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>Makes every sentence with a direction or a size, from a paired difference and its band and from nothing else (zinnen uit cijfers).</summary>
/// <remarks>
/// More or less is said only when nine of ten replications agree; otherwise the sentence says that it is not clear and gives the
/// band. The opposite difference gives the opposite sentence with the same sizes; no difference gives exactly "no effect".
/// </remarks>
/// <param name="language">The reader's language.</param>
public sealed class Sentence(ReportLanguage language)
{
    private readonly Figures _figures = new(language);

    private bool Dutch => language == ReportLanguage.Dutch;

    /// <summary>The whole sentence of a measure that changes nothing: "no effect", "geen effect".</summary>
    public string NoEffect => Dutch ? "geen effect" : "no effect";

    /// <summary>What a measure does to one figure: <c>In 2028 naar verwachting 1.200 meer eerste asielaanvragen (700 tot 1.800 meer).</c></summary>
    /// <param name="definition">The figure.</param>
    /// <param name="difference">Its paired difference over a year, dated in that year.</param>
    public string Change(SeriesDefinition definition, Point difference)
    {
        string when = When(definition, difference.Date);
        return Effects.Of(difference) switch
        {
            Effect.None => NoEffect,
            Effect.Absent => Dutch
                ? $"{when} geen cijfer over {Name(definition)}: niemand om over te meten."
                : $"{when}, no figure on {Name(definition)}: nobody to measure.",
            Effect.Unclear => Dutch
                ? $"{when} geen duidelijk effect op {Subject(definition)}: tussen {Side(definition, difference.P10)} en {Side(definition, difference.P90)}."
                : $"{when}, no clear effect on {Subject(definition)}: between {Side(definition, difference.P10)} and {Side(definition, difference.P90)}.",
            _ when IsCounted(definition) => Dutch
                ? $"{when} naar verwachting {_figures.Size(difference.P50, definition)} {Word(definition, difference.P50)} {Name(definition)} ({Band(definition, difference)})."
                : $"{when}, an expected {_figures.Size(difference.P50, definition)} {Word(definition, difference.P50)} {Name(definition)} ({Band(definition, difference)}).",
            _ => Dutch
                ? $"{when} {Verb(definition)} {Subject(definition)} naar verwachting {_figures.Size(difference.P50, definition)} {Word(definition, difference.P50)} ({Band(definition, difference)})."
                : $"{when}, {Subject(definition)} {Verb(definition)} expected to be {_figures.Size(difference.P50, definition)} {Word(definition, difference.P50)} ({Band(definition, difference)}).",
        };
    }

    /// <summary>Whether a measure does what it is meant to do: judged on the last year, and on the year of its largest clear effect when the last shows none.</summary>
    /// <param name="definition">The figure it is meant to move.</param>
    /// <param name="direction">The direction meant: -1 down, +1 up.</param>
    /// <param name="yearly">The paired differences of that figure, year by year; one at least.</param>
    public string Verdict(SeriesDefinition definition, int direction, params ReadOnlySpan<Point> yearly)
    {
        Point last = yearly[^1];
        Effect effect = Effects.Of(last);
        if (effect.IsClear())
        {
            return (AsMeant(last, direction), Dutch) switch
            {
                (true, true) => "Ja, de maatregel werkt naar verwachting zoals bedoeld. ",
                (true, false) => "Yes, the measure is expected to work as meant. ",
                (false, true) => "Nee, naar verwachting gebeurt het tegendeel van wat is bedoeld. ",
                (false, false) => "No, the opposite of what is meant is expected. ",
            } + Change(definition, last);
        }

        string end = effect != Effect.None ? Change(definition, last)
            : Dutch ? $"{When(definition, last.Date)} geen effect op {Subject(definition)}."
            : $"{When(definition, last.Date)}, no effect on {Subject(definition)}.";
        if (LargestClear(yearly) is { } earlier)
        {
            return (AsMeant(earlier, direction), Dutch) switch
            {
                (true, true) => "Alleen voor een tijd. ",
                (true, false) => "For a time only. ",
                (false, true) => "Nee, voor een tijd gebeurt naar verwachting het tegendeel van wat is bedoeld. ",
                (false, false) => "No, for a time the opposite of what is meant is expected. ",
            } + $"{Change(definition, earlier)} {end}";
        }

        return (effect, Dutch) switch
        {
            (Effect.None, true) => $"Niet binnen deze jaren. {end} Andere cijfers veranderen wel.",
            (Effect.None, false) => $"Not within these years. {end} Other figures do change.",
            (_, true) => $"Dat is niet aan te tonen. {end}",
            (_, false) => $"That cannot be shown. {end}",
        };
    }

    /// <summary>That the line before a figure moves, while the figure itself is bounded by what the chain can handle.</summary>
    /// <param name="definition">The line.</param>
    /// <param name="difference">Its paired difference; clear.</param>
    public string LineBefore(SeriesDefinition definition, Point difference) => Dutch
        ? $"De rij ervoor verandert wel, en zolang daarin iemand wacht bepaalt de capaciteit hoeveel er doorkomen. {Change(definition, difference)}"
        : $"The line before it does move, and as long as somebody waits in it capacity bounds how many come through. {Change(definition, difference)}";

    private static bool AsMeant(Point difference, int direction) => (Effects.Of(difference) == Effect.Rise) == (direction > 0);

    private static Point? LargestClear(ReadOnlySpan<Point> yearly)
    {
        Point? largest = null;
        foreach (Point year in yearly)
        {
            if (Effects.Of(year).IsClear() && Math.Abs(year.P50) > Math.Abs(largest?.P50 ?? 0))
            {
                largest = year;
            }
        }

        return largest;
    }

    /// <summary>The direction alone, in words beside a figure: <c>meer</c>, <c>korter</c>, <c>niet duidelijk</c>, <c>geen effect</c>.</summary>
    /// <param name="definition">The figure.</param>
    /// <param name="difference">Its paired difference.</param>
    public string DirectionWord(SeriesDefinition definition, Point difference) => Effects.Of(difference) switch
    {
        Effect.None => NoEffect,
        Effect.Absent => Dutch ? "geen cijfer" : "no figure",
        Effect.Unclear => Dutch ? "niet duidelijk" : "not clear",
        _ => Word(definition, difference.P50),
    };

    /// <summary>Where a figure of the baseline goes; more or less is said only when its band leaves the level of the start: <c>Eind 2028: 74.800 bewoners in de opvang (62.000 tot 88.000), meer dan de 63.200 van januari 2024.</c></summary>
    /// <param name="definition">The figure.</param>
    /// <param name="first">The value at the start.</param>
    /// <param name="last">The value at the end.</param>
    public string Course(SeriesDefinition definition, Point first, Point last)
    {
        string level = $"{_figures.Level(last.P50, definition)}{Unit(definition)}";
        string band = _figures.Range(_figures.Level(last.P10, definition), _figures.Level(last.P90, definition));
        string start = $"{_figures.Level(first.P50, definition)} {Moment(definition, first.Date)}";
        string when = When(definition, last.Date);
        int side = last.P10 > first.P50 ? 1 : last.P90 < first.P50 ? -1 : 0;
        string comparison = (side, Dutch) switch
        {
            (0, true) => $"tegen {start}",
            (0, false) => $"against {start}",
            (_, true) => $"{Word(definition, side)} dan de {start}",
            (_, false) => $"{Word(definition, side)} than the {start}",
        };
        return IsCounted(definition)
            ? Dutch
                ? $"{when} naar verwachting {level} {Name(definition)} ({band}), {comparison}."
                : $"{when}, an expected {level} {Name(definition)} ({band}), {comparison}."
            : Dutch
                ? $"{when} {Verb(definition)} {Subject(definition)} naar verwachting {level} ({band}), {comparison}."
                : $"{when}, {Subject(definition)} {Verb(definition)} expected to be {level} ({band}), {comparison}.";
    }

    /// <summary>The name of a figure in the reader's language.</summary>
    /// <param name="definition">The figure.</param>
    public string Name(SeriesDefinition definition) => Dutch ? definition.Dutch : definition.English;

    /// <summary>The figure as the subject of a sentence: <c>het aantal bewoners in de opvang</c>, <c>de wachttijd op een woning</c>.</summary>
    /// <param name="definition">The figure.</param>
    public string Subject(SeriesDefinition definition) => (IsCounted(definition), Dutch) switch
    {
        (true, true) => "het aantal " + definition.Dutch,
        (true, false) => "the number of " + definition.English,
        (false, true) => Article(definition) + definition.Dutch,
        (false, false) => Article(definition) + definition.English,
    };

    private string Band(SeriesDefinition definition, Point difference)
    {
        // A fall runs from its smallest size to its largest, as a rise does.
        (double near, double far) = difference.P10 > 0 ? (difference.P10, difference.P90) : (difference.P90, difference.P10);
        return $"{_figures.Range(_figures.Size(near, definition), _figures.Size(far, definition))} {Word(definition, near)}";
    }

    private string Side(SeriesDefinition definition, double value) => value == 0
        ? Dutch ? "niets" : "nothing"
        : $"{_figures.Size(value, definition)} {Word(definition, value)}";

    private string Word(SeriesDefinition definition, double sign) => (definition.Unit, sign > 0, Dutch) switch
    {
        ("weeks", true, true) => "langer",
        ("weeks", false, true) => "korter",
        ("weeks", true, false) => "longer",
        ("weeks", false, false) => "shorter",
        ("share" or "euro" or "fte", true, true) => "hoger",
        ("share" or "euro" or "fte", false, true) => "lager",
        ("share" or "euro" or "fte", true, false) => "higher",
        ("share" or "euro" or "fte", false, false) => "lower",
        (_, true, true) => "meer",
        (_, false, true) => "minder",
        (_, true, false) => "more",
        (_, false, false) => "fewer",
    };

    private string When(SeriesDefinition definition, LocalDate date) => definition.Kind == SeriesKind.Stock
        ? string.Create(CultureInfo.InvariantCulture, $"{(Dutch ? "Eind" : "At the end of")} {date.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"In {date.Year}");

    private string Moment(SeriesDefinition definition, LocalDate date) => definition.Kind == SeriesKind.Flow
        ? string.Create(CultureInfo.InvariantCulture, $"in {date.Year}")
        : Dutch ? "bij de start" : "at the start";

    private string Unit(SeriesDefinition definition) => definition.Unit switch
    {
        "weeks" => Dutch ? "\u00a0weken" : "\u00a0weeks",
        "fte" => Dutch ? "\u00a0voltijdbanen" : "\u00a0full-time staff",
        _ => "",
    };

    // Of what is counted there is more or less; of what is measured, it is longer or shorter, higher or lower.
    private static bool IsCounted(SeriesDefinition definition) =>
        definition.Kind != SeriesKind.Ratio && definition.Unit is not ("euro" or "share" or "weeks" or "fte");

    private string Article(SeriesDefinition definition) => definition.Id switch
    {
        "penalties.euro" or "moves.mean-at-exit" => Dutch ? "de " : "the ",
        _ when !Dutch => "the ",
        _ when definition.Dutch.StartsWith("aandeel", StringComparison.Ordinal) => "het ",
        _ => "de ",
    };

    private string Verb(SeriesDefinition definition) =>
        definition.Id is "penalties.euro" or "moves.mean-at-exit" || (Dutch && definition.Unit == "euro")
            ? Dutch ? "zijn" : "are"
            : "is";
}
