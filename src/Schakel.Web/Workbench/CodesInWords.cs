using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Api;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.Workbench.Countries;

namespace Schakel.Web.Workbench;

/// <summary>
/// What people read in the place of a code (code in woorden): on the workbench, and in the portal where a file is quoted. The name of a country or
/// language, the time of day of a minute, a day written out, and what a field holds as a whole.
/// </summary>
public static class CodesInWords
{
    private const int MinutesInHour = 60;
    private static readonly FrozenSet<string> OfCountry = Fields(nameof(Identity.Nationality), nameof(Chain.Procedure.PolicyVersion.Country), nameof(DocumentExamined.Issuer));
    private static readonly FrozenSet<string> OfLanguage = Fields(nameof(Identity.Language));
    private static readonly string OfMinute = Words.OfField(nameof(Chain.Procedure.InterviewPlace.Minute));

    /// <summary>The name of a language; its code where it has none here.</summary>
    /// <param name="language">The language.</param>
    public static Text Of(LanguageCode language) => CodeNames.KeyOf(language) is { } key ? new(Dutch.Say(key), English.Say(key)) : new(language.ToString(), language.ToString());

    /// <summary>What a field is called beside such words: a minute of the day is a time.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="english">In English.</param>
    public static string LabelOf(string field, bool english) => field != OfMinute ? Plain.Word(field, english) : english ? "Time" : "Tijd";

    /// <summary>The words for what a field holds; null when it holds no such code.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="value">What it holds.</param>
    public static Text? Of(string field, JsonValue value) =>
        field == OfMinute && value.TryGetValue<int>(out var minute) ? TimeOf(minute)
        : !value.TryGetValue<string>(out var code) ? null
        : OfCountry.Contains(field) && CountryCode.TryParse(code, out var country) ? CountryNames.Of(country)
        : OfLanguage.Contains(field) && LanguageCode.TryParse(code, out var language) ? Of(language)
        : CodeNames.Of(field, code);

    /// <summary>A value of the interface, as people read it.</summary>
    /// <param name="node">The value.</param>
    /// <param name="english">In English.</param>
    public static string ValueIn(JsonNode? node, bool english) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(each => ValueIn(each, english))),
        JsonObject map => string.Join(" · ", map.Select(each => $"{LabelOf(each.Key, english)}: {ValueOf(each.Key, each.Value, english)}")),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => (value.GetValue<bool>(), english) switch { (true, true) => "yes", (true, false) => "ja", (false, true) => "no", _ => "nee" },
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text =>
            Day.TryParse(text, out var day) ? (english ? English : Dutch).ShortDate(day)
            : Words.ValueNameOf(text) is not { } name ? text
            : english ? Plain.Words(name) : text.Replace('-', ' '),
        _ => node.ToString(),
    };

    /// <summary>What a field holds, as people read it.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="node">The value.</param>
    /// <param name="english">In English.</param>
    public static string ValueOf(string field, JsonNode? node, bool english) => node is JsonValue value && Of(field, value) is { } words ? english ? words.English : words.Dutch : ValueIn(node, english);

    /// <summary>Whether somebody wrote it, in whatever language.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="node">The value.</param>
    public static bool IsWritten(string field, JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
        && Of(field, value) is null && !Day.TryParse(text, out _) && Words.ValueNameOf(text) is null;

    private static Speech Dutch { get; } = new(PortalLanguage.Official);

    private static Speech English { get; } = new(PortalLanguage.StandIn);

    private static Text TimeOf(int minute)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{minute / MinutesInHour:00}:{minute % MinutesInHour:00}");
        return new(time, time);
    }

    private static FrozenSet<string> Fields(params string[] members) => members.Select(Words.OfField).ToFrozenSet();
}
