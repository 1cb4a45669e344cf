using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>Legal terms have one word in a language: where the Dutch text has a term, its translation has one of the forms of the glossary.</summary>
public sealed class GlossaryTests
{
    // Short words that begin others of another meaning: recht and rechter, zaak and zaakje, beroep and beroepsopleiding.
    private static readonly FrozenSet<string> Whole = ["opvang", "recht", "rechten", "plicht", "plichten", "zaak", "zaken", "beroep"];

    // The names of organisations, and what is written the same everywhere.
    private static readonly FrozenSet<string> Names = ["COA", "DJI", "DUO", "IOM", "Nidos", "VluchtelingenWerk", "Messages", "No", "Somali", "Tigrinya"];

    private static readonly IReadOnlyDictionary<string, string> Dutch = TextFile.Of(PortalLanguage.Official).Texts;
    private static readonly IReadOnlyDictionary<string, string> English = TextFile.Of(PortalLanguage.StandIn).Texts;

    public static TheoryData<string> Translations => [.. PortalLanguage.All.Where(each => each != PortalLanguage.Official).Select(each => each.Code)];

    [Theory, MemberData(nameof(Translations))]
    public void A_glossary_has_all_sixty_terms(string code)
    {
        var terms = Terms(code);
        Assert.Equal(60, terms.Count);
        Assert.Equal(Terms("nl").Keys, terms.Keys);
        Assert.All(terms.Values, forms => Assert.All(Assert.IsType<string[]>(forms), form => Assert.False(string.IsNullOrWhiteSpace(form))));
    }

    [Theory, MemberData(nameof(Translations))]
    public void Where_Dutch_has_a_term_the_translation_has_its_word(string code)
    {
        var (dutch, terms, texts) = (Terms("nl"), Terms(code), TextFile.Of(PortalLanguage.Find(code)!).Texts);
        foreach (var (key, text) in texts.Where(each => !each.Key.StartsWith("help.word.", StringComparison.Ordinal))) // Those keep the Dutch word and explain it.
        {
            foreach (var (term, _) in dutch.Where(each => Has(Dutch[key], each.Value)))
            {
                Assert.True(terms[term].Any(form => Folded(text).Contains(Folded(form), StringComparison.Ordinal)), $"{code} {key}: `{text}` has no word for {term} ({Dutch[key]})");
            }
        }
    }

    [Theory, MemberData(nameof(Translations))]
    public void A_text_that_is_still_Dutch_or_English_counts_as_missing(string code)
    {
        var texts = TextFile.Of(PortalLanguage.Find(code)!).Texts;
        // Countries have names, which are often written alike; of English itself nothing can still be English.
        var others = code == PortalLanguage.StandIn.Code ? Dutch : English;
        var present = texts.Count(each => Names.Contains(each.Value) || each.Key.StartsWith("country.", StringComparison.Ordinal) || !each.Value.Any(char.IsLetter) || IsFormat(each.Value) || (each.Value != Dutch[each.Key] && each.Value != others[each.Key]));
        Assert.True(present >= Dutch.Count * 95 / 100, $"{code}: {present} of {Dutch.Count} are truly there.");
        Assert.DoesNotContain(texts, each => each.Value == others[each.Key] && each.Value.Length > 20 && !IsFormat(each.Value));
    }

    private static bool IsFormat(string text) => !Regex.Replace(text, @"\{[\w-]+\}", "").Any(char.IsLetter);

    private static bool Has(string text, string[] stems) =>
        stems.Any(stem => Regex.IsMatch(Folded(text), $@"(?<!\w){Regex.Escape(stem)}{(Whole.Contains(stem) ? @"(?!\w)" : "")}"));

    private static string Folded(string text) => text.Replace('İ', 'i').ToLowerInvariant();

    private static Dictionary<string, string[]> Terms(string code)
    {
        using var file = typeof(GlossaryTests).Assembly.GetManifestResourceStream($"glossary.{code}.json")!;
        return JsonDocument.Parse(file).RootElement.GetProperty("terms").Deserialize<Dictionary<string, string[]>>()!;
    }
}
