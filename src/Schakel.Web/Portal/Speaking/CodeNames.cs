using System.Collections.Concurrent;
using System.Collections.Frozen;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Api;

namespace Schakel.Web.Portal.Speaking;

/// <summary>What people call a code in an event (naam van een code): a step, or on what something rests. The interface gives the code, a page its name.</summary>
public static class CodeNames
{
    private static readonly string StepField = Words.OfField(nameof(LapseObserved.Step));
    private static readonly string NormField = Words.OfField(nameof(LapseObserved.Norm));
    private static readonly FrozenDictionary<string, Text> Steps = StepType.All.ToFrozenDictionary(each => each.Code, each => each.Name);
    private static readonly ConcurrentDictionary<string, Text> Sources = [];
    private const string Unknown = "common.unknown";

    private const string Persian = "fas", PersianOfIran = "pes";

    /// <summary>The name of what a field holds; null when the field holds no code, or one that nobody declared.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="value">What it holds.</param>
    public static Text? Of(string field, string value) =>
        field == StepField ? Steps.TryGetValue(value, out var step) ? step : null
        : field == NormField ? Sources.GetOrAdd(value, NameOf)
        : null;

    /// <summary>Key of the name of a country; of one that has none here, null: then its code is shown. Of an unknown one the key says that it is not known.</summary>
    /// <param name="country">The country.</param>
    public static string? KeyOf(CountryCode country) => country == CountryCode.Unknown ? Unknown : Known($"country.{country.ToString().ToLowerInvariant()}");

    /// <summary>Key of the name of a language, as a person chooses it for the interview; null of one that has none here.</summary>
    /// <param name="language">The language.</param>
    public static string? KeyOf(LanguageCode language) => language == LanguageCode.Unknown ? Unknown
        : Known($"speech.{(language.Whole.ToString() is Persian ? PersianOfIran : language.Whole)}");

    private static string? Known(string key) => Speech.Knows(key) ? key : null;

    private static Text NameOf(string norm) => Source.Of(norm) switch
    {
        null => new("de feiten", "the facts"),
        { Title: { } title, Place: { } place } => new($"{title.Dutch} ({place})", $"{title.English} ({place})"),
        { Title: { } title } => title,
        { Place: { } place } => new(place, place),
        _ => new("regel van de keten", "rule of the chain"),
    };
}
