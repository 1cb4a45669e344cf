using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>The texts of the portal: nothing missing, nothing more, the same values in every language.</summary>
public sealed class TextFileTests
{
    private static readonly IReadOnlyDictionary<string, string> Dutch = TextFile.Of(PortalLanguage.Official).Texts;

    public static TheoryData<string> Written => [.. PortalLanguage.All.Where(each => TextFile.Of(each).State != TranslationState.Missing).Select(each => each.Code)];

    public static TheoryData<string> Every => [.. PortalLanguage.All.Select(each => each.Code)];

    [Theory, MemberData(nameof(Written))]
    public void A_language_has_the_keys_of_the_Dutch_texts_and_no_other(string code)
    {
        var texts = TextFile.Of(PortalLanguage.Find(code)!).Texts;
        Assert.Empty(texts.Keys.Except(Dutch.Keys));
        var missing = Dutch.Keys.Except(texts.Keys).ToList();
        Assert.True(missing.Count <= Dutch.Count / 20, $"{code} misses {missing.Count} of {Dutch.Count}: {string.Join(", ", missing.Take(20))}");
    }

    [Fact]
    public void English_stands_in_so_that_it_misses_nothing() => Assert.Empty(Dutch.Keys.Except(TextFile.Of(PortalLanguage.StandIn).Texts.Keys));

    [Theory, MemberData(nameof(Written))]
    public void A_translation_has_the_same_values_in_braces(string code)
    {
        foreach (var (key, text) in TextFile.Of(PortalLanguage.Find(code)!).Texts)
        {
            Assert.Equal((key, string.Join(' ', TextFile.Placeholders(Dutch[key]).Order())), (key, string.Join(' ', TextFile.Placeholders(text).Order())));
        }
    }

    [Theory, MemberData(nameof(Written))]
    public void A_translation_has_the_same_numbers_and_amounts(string code)
    {
        foreach (var (key, text) in TextFile.Of(PortalLanguage.Find(code)!).Texts)
        {
            Assert.Equal((key, NumbersOf(Dutch[key])), (key, NumbersOf(text)));
        }
    }

    [Theory]
    [InlineData("Van 5 tot en met 17 jaar, {date}", "5 17")]
    [InlineData("من ٥ إلى ١٧ سنة", "5 17")]
    [InlineData("از ۵ تا ۱۷ سال", "5 17")]
    [InlineData("€ 1.234,50", "1 50 234")]
    [InlineData("€1,234.50", "1 50 234")]
    public void Numbers_are_read_in_the_digits_of_every_script(string text, string numbers) => Assert.Equal(numbers, NumbersOf(text));

    // The numbers of a text, in order of size: another language may name them in another order.
    private static string NumbersOf(string text)
    {
        var digits = string.Concat(TextFile.Slot().Replace(text, "").Select(letter => CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit ? (char)('0' + digit) : letter));
        return string.Join(' ', Regex.Matches(digits, "[0-9]+").Select(each => each.Value).OrderBy(each => int.Parse(each, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Only_the_Dutch_text_is_official() =>
        Assert.All(PortalLanguage.All, each => Assert.Equal(each == PortalLanguage.Official, TextFile.Of(each).State == TranslationState.Official));

    [Theory]
    [InlineData("""{"language": "tr", "state": "awaiting-review", "texts": {"a": ""}}""", "`a` is empty")]
    [InlineData("""{"language": "tr", "state": "awaiting-review", "texts": {"a": "x {Date}"}}""", "`a` has a brace")]
    [InlineData("""{"language": "tr", "state": "awaiting-review", "texts": {"a": "x", "a": "y"}}""", "tr")]
    [InlineData("""{"language": "tr", "state": "official", "texts": {}}""", "`official` is none of")]
    [InlineData("""{"language": "ar", "state": "reviewed", "texts": {}}""", "`ar`")]
    [InlineData("""{"language": "tr", "state": "reviewed", "note": "", "texts": {}}""", "`note`")]
    public void A_file_that_is_not_as_it_should_be_is_refused_by_name(string content, string says) => Assert.Contains(says,
        Assert.Throws<FormatException>(() => TextFile.Read(PortalLanguage.Find("tr")!, new MemoryStream(Encoding.UTF8.GetBytes(content)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_the_chain_can_ask_of_or_do_for_a_person_has_words()
    {
        var shown = StepType.All.Where(each => !Tasks.LeftOut.ContainsKey(each.Code)
            && (each.Party == Party.Applicant || (each is { Force: StepForce.Due, OnlyForParty: false })));
        Assert.DoesNotContain(shown.Select(each => $"step.{each.Code}"), key => !Dutch.ContainsKey(key));
        Assert.DoesNotContain(TermType.All.Select(each => $"term.{each.Code}"), key => !Dutch.ContainsKey(key));
        Assert.DoesNotContain(Enum.GetValues<Party>().Select(each => $"party.{Kebab.Of(each)}"), key => !Dutch.ContainsKey(key));
        Assert.Empty(Tasks.LeftOut.Keys.Except(StepType.All.Select(each => each.Code)));
        Assert.Empty(DoList.Forms.Select(each => each.Step).Except(StepType.All.Where(each => each.Party == Party.Applicant).Select(each => each.Code)));
        Assert.DoesNotContain(DoList.Forms.SelectMany(each => new[] { $"{each.Subject}.title", $"{each.Subject}.lead", $"{each.Subject}.done", each.Send }
            .Concat(each.Before).Concat(each.Fields.Select(field => field.Label)).Concat(each.Fields.SelectMany(field => field.Options.Select(option => option.Key)))), key => !Dutch.ContainsKey(key));
    }

    [Theory]
    [InlineData("nl", "dinsdag 24 november 2026", "€ 1.234,50")]
    [InlineData("en", "Tuesday 24 November 2026", "€1,234.50")]
    public void Dates_and_amounts_are_written_as_people_write_them(string code, string date, string amount)
    {
        var speech = new Speech(PortalLanguage.Find(code)!);
        Assert.Equal((date, amount), (speech.Date(Day.Of(2026, 11, 24)), speech.Euro(1234.5m)));
    }

    [Theory, MemberData(nameof(Every))]
    public void A_date_is_Gregorian_in_every_language(string code)
    {
        var speech = new Speech(PortalLanguage.Find(code)!);
        foreach (var day in new[] { Day.Of(2024, 1, 10), Day.Of(2024, 2, 29), Day.Of(2026, 11, 24) })
        {
            var (year, month, number) = day.Parts;
            var text = speech.Date(day);
            Assert.Contains($"{year}", text, StringComparison.Ordinal);
            Assert.Matches($"(^|[^0-9]){number}([^0-9]|$)", text);
            Assert.Contains(speech.Say($"date.month.{month}"), text, StringComparison.Ordinal);
            Assert.Contains(speech.Say($"date.weekday.{(int)day.DayOfWeek}"), text, StringComparison.Ordinal);
        }
        Assert.Equal(12, Enumerable.Range(1, 12).Select(month => speech.Say($"date.month.{month}")).Distinct().Count());
        Assert.Equal(7, Enumerable.Range(1, 7).Select(day => speech.Say($"date.weekday.{day}")).Distinct().Count());
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    [InlineData("ps")]
    public void Three_languages_go_from_right_to_left(string code) => Assert.Equal("rtl", PortalLanguage.Find(code)!.Direction);

    [Fact]
    public void No_other_does() => Assert.Equal(3, PortalLanguage.All.Count(each => each.IsRightToLeft));

    [Fact]
    public void A_sentence_of_the_Dutch_texts_is_short()
    {
        var tooLong = Dutch.Values.SelectMany(text => Regex.Split(text, @"(?<=[.!?:])\s+")).Where(sentence => sentence.Split(' ').Length > 25).ToList();
        Assert.Empty(tooLong);
    }
}
