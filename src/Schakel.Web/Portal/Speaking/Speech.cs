using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Web.Portal.Speaking;

/// <summary>A text as it was found (gevonden tekst): in the language asked for, or in the one that stands in.</summary>
/// <param name="Words">The text, with its values still in braces.</param>
/// <param name="Language">In which language it is.</param>
public readonly record struct Found(string Words, PortalLanguage Language);

/// <summary>
/// Speaks one language (spraak): texts, dates, numbers and amounts. Dates are Gregorian in every language and digits are those of the
/// letters people get; the names of months and days stand in the text files, so that no machine's data decide what a date looks like.
/// </summary>
/// <param name="own">The texts of the language.</param>
/// <param name="beside">The Dutch text is shown beside it.</param>
public sealed class Speech(TextFile own, bool beside = false)
{
    private const string ThousandsApart = "#,##0";
    private readonly TextFile _own = own;
    private readonly NumberFormatInfo _numbers = new()
    {
        NumberGroupSeparator = own.Language.Group,
        NumberDecimalSeparator = own.Language.Point,
    };

    /// <summary>Speaks a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="beside">The Dutch text is shown beside it.</param>
    public Speech(PortalLanguage language, bool beside = false)
        : this(TextFile.Of(language), beside)
    {
    }

    /// <summary>The language.</summary>
    public PortalLanguage Language { get; } = own.Language;

    /// <summary>The Dutch text is shown beside it; never for Dutch itself.</summary>
    public bool Beside { get; } = beside && own.Language != PortalLanguage.Official;

    /// <summary>How far the translation was checked.</summary>
    public TranslationState State => _own.State;

    /// <summary>Whether every text is there.</summary>
    public bool IsWhole => _own.Texts.Count >= TextFile.Of(PortalLanguage.Official).Texts.Count;

    /// <summary>Whether there is such a text at all.</summary>
    /// <param name="key">Key of the text.</param>
    public static bool Knows(string key) => TextFile.Of(PortalLanguage.Official).Texts.ContainsKey(key);

    /// <summary>A text in this language; in English, or else in Dutch, when it is missing.</summary>
    /// <param name="key">Key of the text.</param>
    /// <exception cref="KeyNotFoundException">There is no such text in Dutch either.</exception>
    public Found Find(string key) =>
        _own.Texts.TryGetValue(key, out var own) ? new(own, Language)
        : TextFile.Of(PortalLanguage.StandIn).Texts.TryGetValue(key, out var standIn) ? new(standIn, PortalLanguage.StandIn)
        : TextFile.Of(PortalLanguage.Official).Texts.TryGetValue(key, out var official) ? new(official, PortalLanguage.Official)
        : throw new KeyNotFoundException($"The portal has no text `{key}`: add it to Portal/Texts/nl.json and en.json.");

    /// <summary>A text with its values filled in, for a title or an attribute. Elsewhere a component says it, marked as what it is.</summary>
    /// <param name="key">Key of the text.</param>
    /// <param name="values">Values by name.</param>
    public string Say(string key, params (string Name, object? Value)[] values)
    {
        var found = Find(key);
        var speech = found.Language == Language ? this : new Speech(found.Language);
        return TextFile.Slot().Replace(found.Words, match => speech.Put(ValueOf(key, match.Groups[1].Value, values)));
    }

    /// <summary>A value as this language writes it.</summary>
    /// <param name="value">A day, a time, a number, an amount, a key of a text, a text with its own values, or words that are as they are.</param>
    public string Put(object? value) => value switch
    {
        Day day => Date(day),
        Key key => Say(key.Name),
        Phrase phrase => Say(phrase.Key, [.. phrase.Put]),
        ClockTime time => Time(time),
        InDutch official => official.Words,
        decimal amount => Euro(amount),
        int or long => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        null => Say("common.unknown"),
        _ => value.ToString() ?? "",
    };

    /// <summary>A date with its weekday: <c>dinsdag 24 november 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public string Date(Day day) => Dated("date.long", day);

    /// <summary>A date: <c>24 november 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public string ShortDate(Day day) => Dated("date.short", day);

    /// <summary>The month of a date: <c>november 2026</c>.</summary>
    /// <param name="day">A day of it.</param>
    public string Month(Day day) => Dated("date.month-year", day);

    /// <summary>A date of birth, as far as it is known: <c>24 november 1990</c>, <c>november 1990</c> or <c>1990</c>.</summary>
    /// <param name="date">The date.</param>
    public string Born(PartialDate date) =>
        date.Month == 0 ? date.ToString() : date.DayOfMonth == 0 ? Month(date.LatestDay) : ShortDate(date.LatestDay);

    /// <summary>A time on the Dutch clock, of twenty-four hours: <c>09:00</c>.</summary>
    /// <param name="time">The time.</param>
    public string Time(ClockTime time) => Say("date.time",
        ("hour", (time.Minute / ClockTime.MinutesInHour).ToString("00", CultureInfo.InvariantCulture)),
        ("minute", (time.Minute % ClockTime.MinutesInHour).ToString("00", CultureInfo.InvariantCulture)));

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public string Number(long number) => number.ToString(ThousandsApart, _numbers);

    /// <summary>An amount in euro, in cents when it has any.</summary>
    /// <param name="euro">The amount.</param>
    public string Euro(decimal euro) =>
        Say("money.euro", ("amount", euro.ToString(decimal.IsInteger(euro) ? ThousandsApart : ThousandsApart + ".00", _numbers)));

    internal static object? ValueOf(string key, string name, (string Name, object? Value)[] values)
    {
        foreach (var each in values)
        {
            if (each.Name == name)
            {
                return each.Value;
            }
        }
        throw new KeyNotFoundException($"The text `{key}` asks a value `{name}` that was not given.");
    }

    private string Dated(string pattern, Day day)
    {
        var (year, month, number) = day.Parts;
        return Say(pattern,
            ("weekday", Say(string.Create(CultureInfo.InvariantCulture, $"date.weekday.{(int)day.DayOfWeek}"))),
            ("day", number.ToString(CultureInfo.InvariantCulture)),
            ("month", Say(string.Create(CultureInfo.InvariantCulture, $"date.month.{month}"))),
            ("year", year.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>A value that is itself a text of the portal (tekst in een tekst).</summary>
/// <param name="Name">Its key.</param>
public readonly record struct Key(string Name);

/// <summary>A value that is official and so Dutch in every language (Nederlands in een tekst), such as the name of an act: it is marked as Dutch.</summary>
/// <param name="Words">The words.</param>
public readonly record struct InDutch(string Words);

/// <summary>A value that is a text of the portal with values of its own (tekst met waarden in een tekst), such as a place.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Put">Its values by name.</param>
public sealed record Phrase(string Key, params ImmutableArray<(string Name, object? Value)> Put);
