using System.Text.Json;

namespace Schakel.Norms.Tests;

public sealed class LawTests
{
    private const string Id = "general-terms-act.longest-in-weeks";
    private static readonly Law Law = Regimes.January2024;
    private static readonly Day Today = Day.Of(2024, 1, 10);

    [Fact]
    public void A_measure_changes_a_copy_and_not_the_law()
    {
        var changed = Law.With(Id, Json("6"));
        Assert.Equal(12, Law.On(Today, GeneralTermsAct.LongestInWeeks).Count);
        Assert.Equal(6, changed.On(Today, GeneralTermsAct.LongestInWeeks).Count);
        Assert.Equal([Id], changed.Changes);
        Assert.NotEqual(Law.Hash, changed.Hash);
        Assert.Equal(Law.Hash, changed.With(Id, Json("12")).Hash);
    }

    [Fact]
    public void A_measure_with_a_first_day_leaves_the_days_before_it()
    {
        var changed = Law.With(Id, Json("6"), Today);
        Assert.Equal(12, changed.On(Today.PlusDays(-1), GeneralTermsAct.LongestInWeeks).Count);
        Assert.Equal(6, changed.On(Today, GeneralTermsAct.LongestInWeeks).Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999")]
    [InlineData("\"6\"")]
    [InlineData("null")]
    public void A_value_the_norm_cannot_hold_is_refused_with_id_value_and_rule(string value)
    {
        var refused = Assert.Throws<InvalidNormValueException>(() => Law.With(Id, Json(value)));
        Assert.Contains(Id, refused.Message, StringComparison.Ordinal);
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
        Assert.Contains("a whole number of weeks from 0 to 5200", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_ids_and_regimes_are_named()
    {
        Assert.Equal("no.such-norm", Assert.Throws<UnknownNormException>(() => Law.With("no.such-norm", Json("1"))).NormId);
        Assert.Contains("january-2022", Assert.Throws<UnknownRegimeException>(() => Regimes.Find("2023")).Message, StringComparison.Ordinal);
        Assert.All(Regimes.Names, name => Assert.Equal(name, Regimes.Find(name).Regime));
    }

    [Fact]
    public void A_norm_outside_the_catalogue_is_unknown_to_the_law()
    {
        var stranger = new Norm<Weeks>("some.stranger", default, "-", new("", ""), NormStatus.Seed, new NormVersion<Weeks>(Today, new(1)));
        Assert.Throws<UnknownNormException>(() => Law.On(Today, stranger));
    }

    [Fact] // Coverage in time: a day inside a norm's stretch without a value in force fails here.
    public void Every_norm_has_one_value_on_every_quarter_day_from_its_first_to_its_last()
    {
        foreach (var norm in NormCatalogue.All)
        {
            var versions = norm.Enacted.Versions;
            var last = Day.Earlier(versions[^1].Until ?? Day.Of(2040, 1, 1), Day.Of(2040, 1, 1));
            for (var day = versions[0].From; day <= last; day = day.PlusMonths(3))
            {
                Assert.True(versions.Count(version => version.From <= day && !(version.Until < day)) == 1, $"{norm.Id} on {day}");
            }
        }
    }

    [Fact]
    public void Every_norm_reads_back_the_value_it_writes()
    {
        foreach (var norm in NormCatalogue.All)
        {
            foreach (var version in norm.Enacted.Versions)
            {
                var changed = Law.With(norm.Id, Written(version), version.From);
                var read = changed.VersionsOf(norm.Id).Single(other => other.From == version.From);
                Assert.True(read.OnPaper);
                Assert.Equal(Written(version).GetRawText(), Written(read).GetRawText());
            }
        }
    }

    [Fact]
    public void Every_norm_has_a_name_in_both_languages_a_source_and_a_code() =>
        Assert.All(NormCatalogue.All, norm =>
        {
            Assert.NotEmpty(norm.Title.Dutch);
            Assert.NotEmpty(norm.Title.English);
            Assert.NotEmpty(norm.Citation.Article);
            Assert.Matches("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*[a-z]?$", norm.Dossier);
            Assert.Matches("^(BWBR[0-9]{7}|3[0-9]{4}[RLD][0-9]{4}|)$", norm.Citation.BwbId);
        });

    [Fact]
    public void The_catalogue_is_sorted_by_id() =>
        Assert.Equal(NormCatalogue.All.Select(norm => norm.Id).Order(StringComparer.Ordinal), NormCatalogue.All.Select(norm => norm.Id));

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static JsonElement Written(NormVersion version)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            version.WriteValue(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
