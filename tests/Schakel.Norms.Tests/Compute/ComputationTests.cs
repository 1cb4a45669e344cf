using System.Text.Json;

namespace Schakel.Norms.Tests.Compute;

public sealed class ComputationTests
{
    private static readonly NormComputation DecisionPeriod = NormComputation.Find("decision-period");

    [Fact]
    public void An_answer_comes_with_norms_facts_steps_and_sentences_in_both_languages()
    {
        var answer = Ask("""{"lodged": "2022-04-10", "extension": "wbv-as-announced"}""");
        Assert.Equal("2023-07-10", answer.Result.GetProperty("lastDay").GetString());
        var applied = answer.Grounds.Norms.Single(norm => norm.Norm == "decision-period.category-extension-as-announced");
        Assert.Equal((Acts.AsylumGuidelines, "WBV 2022/22"), (applied.Citation.BwbId, applied.Citation.Article));
        Assert.Contains(answer.Grounds.Norms, norm => norm.Norm == "decision-period.length" && norm.Citation.BwbId == Acts.AliensAct);
        Assert.Equal([("lodged", "2022-04-10"), ("extension", "wbv-as-announced")], answer.Grounds.Facts.Select(fact => (fact.Name, fact.Value)));
        Assert.Equal([TermStepKind.Started, TermStepKind.Ran, TermStepKind.Extended], answer.Grounds.Steps.Select(step => step.Kind));
        Assert.Equal(
            new Text(
                "Op de aanvraag van 10 april 2022 moet uiterlijk op 10 juli 2023 zijn beslist.",
                "The application of 10 April 2022 must be decided by 10 July 2023 at the latest."),
            answer.Grounds.Sentences[^1]);
    }

    [Fact]
    public void The_receipt_is_one_JSON_object_with_the_names_agreed_and_a_hash_that_moves_with_a_fact()
    {
        var first = Written(Ask("""{"lodged": "2022-04-10", "extension": "none"}"""));
        var second = Written(Ask("""{"lodged": "2022-04-11", "extension": "none"}"""));
        Assert.Equal("BWBR0011823", first.GetProperty("norms")[0].GetProperty("bwb_id").GetString());
        Assert.Equal(64, first.GetProperty("hash").GetString()!.Length);
        Assert.NotEqual(first.GetProperty("hash").GetString(), second.GetProperty("hash").GetString());
    }

    [Fact]
    public void A_measure_shows_on_the_receipt_and_in_the_answer()
    {
        var law = Regimes.January2024.With("decision-period.length", JsonElement.Parse("4"));
        var answer = DecisionPeriod.Compute(law, JsonElement.Parse("""{"lodged": "2024-01-10", "extension": "none"}"""));
        Assert.Equal("2024-05-10", answer.Result.GetProperty("lastDay").GetString());
        Assert.True(answer.Grounds.Norms[0].OnPaper);
        Assert.Equal(law.Hash, answer.Grounds.LawHash);
    }

    [Theory]
    [InlineData("{}", "decision-period: fact `lodged` is missing. Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData("""{"lodged": null}""", "decision-period: fact `lodged` is missing. Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData("""{"lodged": "2023-02-29"}""", "decision-period: fact `lodged` is \"2023-02-29\". Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData("""{"lodged": 20230101}""", "decision-period: fact `lodged` is 20230101. Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData(
        """{"lodged": "9999-12-31"}""",
        "decision-period: fact `lodged` is \"9999-12-31\", which lies outside the years 1900 to 2199. Give the date the application was lodged (yyyy-mm-dd).")]
    [InlineData(
        """{"lodged": "2024-01-10", "extension": "all"}""",
        "decision-period: fact `extension` is \"all\". Give how the general extensions (WBV) are taken (none / wbv-as-announced / wbv-as-applied / wbv-as-held).")]
    [InlineData("""{"lodged": "2024-01-10", "lodged": "2024-01-11"}""", "decision-period: fact `lodged` is given twice; give it once.")]
    [InlineData("[]", "decision-period: fact `facts` are not a JSON object; give {\"name\": value, …}.")]
    public void What_is_wrong_with_a_fact_is_said_with_its_name(string facts, string message) =>
        Assert.Equal(message, Assert.Throws<FactException>(() => Ask(facts)).Message);

    [Fact]
    public void An_unknown_fact_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<FactException>(() => Ask("""{"lodged": "2024-01-10", "extention": "none"}"""));
        Assert.StartsWith("decision-period: fact `extention` is not known. Known are lodged, extension,", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_computation_has_its_own_id_a_name_and_facts_with_their_own_names()
    {
        Assert.Distinct(NormComputation.All.Select(computation => computation.Id));
        Assert.All(NormComputation.All, computation =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", computation.Id);
            Assert.NotEmpty(computation.Title.Dutch);
            Assert.Distinct(computation.Facts.Select(fact => fact.Name));
            Assert.All(computation.Facts, fact => Assert.Matches("^[a-z][a-zA-Z]*$", fact.Name));
            Assert.Same(computation, NormComputation.Find(computation.Id));
        });
    }

    [Fact]
    public void An_unknown_computation_is_refused_with_the_known_ones() =>
        Assert.Contains("decision-period", Assert.Throws<UnknownComputationException>(() => NormComputation.Find("horoscope")).Message, StringComparison.Ordinal);

    private static Answer Ask(string facts) => DecisionPeriod.Compute(Regimes.January2024, JsonElement.Parse(facts));

    private static JsonElement Written(Answer answer)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            answer.Grounds.Write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
