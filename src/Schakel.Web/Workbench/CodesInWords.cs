using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Api;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.Workbench.Countries;

namespace Schakel.Web.Workbench;

/// <summary>What officials read in the place of a code (code in woorden): the name of a country or language, and the time of day of a minute.</summary>
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

    private static Speech Dutch { get; } = new(PortalLanguage.Official);

    private static Speech English { get; } = new(PortalLanguage.StandIn);

    private static Text TimeOf(int minute)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{minute / MinutesInHour:00}:{minute % MinutesInHour:00}");
        return new(time, time);
    }

    private static FrozenSet<string> Fields(params string[] members) => members.Select(Words.OfField).ToFrozenSet();
}
