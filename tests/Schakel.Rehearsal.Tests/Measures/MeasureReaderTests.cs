using System.Text;
using Schakel.Rehearsal.Measures;

namespace Schakel.Rehearsal.Tests.Measures;

/// <summary>What a measure's file cannot mean is refused, with file, place, value and rule.</summary>
public sealed class MeasureReaderTests
{
    private const string Staff = """ "levers": [{"lever": "ind-staff", "change": {"value": 0.2, "low": 0.1, "high": 0.3}}] """;

    private const string Assumed = """
        "levers": [{"lever": "legal-aid-later", "share": 1}],
        "assumptions": [{"id": "legal-aid-later.upheld", "value": 0.4, "low": 0.3, "high": 0.5, "unit": "share", "source": "a study", "nl": "a", "en": "b"}]
        """;

    private const string Norm = """ "norms": [{"id": "work-access.wait", "value": 3}] """;

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "measure.json, $.schema is 2: it must be a whole number from 1 to 1.")]
    [InlineData("\"schema\": 1", "\"schema\": 1, \"spare\": 3", "measure.json, $.spare is 3: the field is unknown; known are schema, id, title, intention, target, from, until, levers, norms, assumptions, combines, legalPoints, notModelled.")]
    [InlineData("\"a-measure\"", "\"A measure\"", "measure.json, $.id is \"A measure\": it must be a name of at most 64 small letters, digits and dashes, beginning with a letter.")]
    [InlineData("\"nl\": \"doel\", ", "", "measure.json, $.intention.nl: it is missing.")]
    [InlineData("\"nl\": \"doel\"", "\"nl\": \" \"", "measure.json, $.intention.nl is \" \": it must be a text that is not empty.")]
    [InlineData("stock.applications", "stock.happiness", "measure.json, $.target.series is \"stock.happiness\": it must be the id of a series, such as stock.applications.")]
    [InlineData("\"direction\": -1", "\"direction\": 0", "measure.json, $.target.direction is 0: it must be -1 or 1.")]
    [InlineData("\"2024-07-01\"", "\"2024-02-30\"", "measure.json, $.from is \"2024-02-30\": it must be a date from 2000-01-01 to 2099-12-31, such as 2024-07-01.")]
    [InlineData("\"2024-07-01\"", "\"1924-07-01\"", "measure.json, $.from is \"1924-07-01\": it must be a date from 2000-01-01 to 2099-12-31, such as 2024-07-01.")]
    [InlineData("\"2024-07-01\"", "\"2024-07-01\", \"until\": \"2024-06-30\"", "measure.json, $.until is \"2024-06-30\": the last day 2024-06-30 lies before the first day 2024-07-01.")]
    [InlineData("\"value\": 0.2", "\"value\": 2.5", "measure.json, $.levers[0].change.value is 2.5: it must be a number from -0.9 to 2.")]
    [InlineData("\"value\": 0.2", "\"value\": 1e999", "measure.json, $.levers[0].change.value is 1e999: it must be a number from -0.9 to 2.")]
    [InlineData("\"value\": 0.2", "\"value\": \"0.2\"", "measure.json, $.levers[0].change.value is \"0.2\": it must be a number from -0.9 to 2.")]
    [InlineData("\"value\": 0.2", "\"value\": 0.4", "measure.json, $.levers[0].change.value is 0.4: it must lie between low 0.1 and high 0.3.")]
    [InlineData("\"low\": 0.1, ", "", "measure.json, $.levers[0].change.low: it is missing.")]
    [InlineData("\"change\": {", "\"size\": {", "measure.json, $.levers[0].size is {\"value\": 0.2, \"low\": 0.1, \"high\": 0.3}: the field is unknown; known are lever, from, until, change, work.")]
    [InlineData("\"ind-staff\"", "\"ind-staf\"", "measure.json, $.levers[0].lever is \"ind-staf\": it is no lever; levers are ")]
    [InlineData("[{\"lever\"", "[{\"work\": \"none\", \"lever\"", "measure.json, $.levers[0].work is \"none\": it must be one of all, substantive, simplified, family.")]
    [InlineData("[{\"lever\"", "[{\"from\": \"2024-08-01\", \"until\": \"2024-07-31\", \"lever\"", "measure.json, $.levers[0].until is \"2024-07-31\": the last day 2024-07-31 lies before the first day 2024-08-01.")]
    public void A_file_that_breaks_a_rule_is_refused(string was, string becomes, string says) => Refused(AMeasure.File(Staff), was, becomes, says);

    [Theory]
    [InlineData("\"legal-aid-later.upheld\"", "\"legal-aid-later.luck\"", "measure.json, $.assumptions[0].id is \"legal-aid-later.luck\": no lever rests on an assumption of this name; see docs/measures.md.")]
    [InlineData("\"legal-aid-later.upheld\"", "\"amnesty.work\"", "measure.json, $.assumptions[0].unit is \"share\": it must be factor.")]
    [InlineData("\"low\": 0.3", "\"low\": 0.45", "measure.json, $.assumptions[0].value is 0.4: it must lie between low 0.45 and high 0.5.")]
    [InlineData("\"high\": 0.5", "\"high\": 4", "measure.json, $.assumptions[0].high is 4: it must be a number from -0.5 to 3.")]
    [InlineData("\"legal-aid-later\", \"share\": 1", "\"court-capacity\", \"change\": 1", "measure.json, $.assumptions[0].id is \"legal-aid-later.upheld\": no lever of $ rests on it: legal-aid-later is not pulled.")]
    [InlineData("\"share\": 1", "\"share\": 1.1", "measure.json, $.levers[0].share is 1.1: it must be a number from 0 to 1.")]
    public void An_assumption_that_breaks_a_rule_is_refused(string was, string becomes, string says) => Refused(AMeasure.File(Assumed), was, becomes, says);

    [Theory]
    [InlineData("work-access.wait", "work-access.weight", "measure.json, $.norms[0].id is \"work-access.weight\": there is no norm of this id; see docs/norms.md.")]
    [InlineData("\"value\": 3", "\"value\": -3", "measure.json, $.norms[0].value is -3: it must be a whole number of months from 0 to 1200.")]
    [InlineData("\"value\": 3}", "\"value\": 3}, {\"id\": \"work-access.wait\", \"value\": 4}", "measure.json, $.norms[1].id is \"work-access.wait\": the norm is changed twice from 2024-07-01.")]
    [InlineData("{\"id\": \"work-access.wait\", \"value\": 3}", "", "measure.json, $: a measure changes something: give levers, norms or combines.")]
    public void A_norm_that_breaks_a_rule_is_refused(string was, string becomes, string says) => Refused(AMeasure.File(Norm), was, becomes, says);

    [Theory]
    [InlineData("resettlement", "extra", "1000000000", "it must be a number from -500 to 50000")]
    [InlineData("fixed-places", "places", "-1", "it must be a number from 0 to 200000")]
    [InlineData("registration-centre", "capacity", "-100", "it must be a number from 0 to 2000")]
    [InlineData("court-capacity", "change", "-1", "it must be a number from -0.9 to 5")]
    [InlineData("dispersal-act", "extra", "1.5", "it must be a number from -1 to 1")]
    [InlineData("oda-ceiling", "ceiling", "-5", "it must be a number from 0 to 100000")]
    public void A_size_that_cannot_be_is_refused(string lever, string field, string value, string rule)
    {
        var fault = Assert.Throws<MeasureFaultException>(() => AMeasure.Pulling($$"""{"lever": "{{lever}}", "{{field}}": {{value}}}"""));
        Assert.Equal(("measure.json", $"$.levers[0].{field}", value, rule), (fault.File, fault.Path, fault.Value, fault.Rule));
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        var text = AMeasure.File(Staff);
        var fault = Assert.Throws<MeasureFaultException>(() => AMeasure.Read(text[..^20]));
        Assert.Equal("measure.json, line 4: the file is not whole, valid JSON with every field once.", fault.Message);
    }

    [Fact]
    public void A_field_given_twice_is_refused()
    {
        var fault = Assert.Throws<MeasureFaultException>(() => AMeasure.Read(AMeasure.File(Staff + ", \"id\": \"another\"")));
        Assert.StartsWith("measure.json, line ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("the file is not whole, valid JSON with every field once.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_place()
    {
        var bytes = Encoding.UTF8.GetBytes(AMeasure.File(Staff));
        bytes[30] = 0xC0;
        var fault = Assert.Throws<MeasureFaultException>(() => MeasureReader.Read("measure.json", bytes));
        Assert.Equal("measure.json, byte 30: the file is not valid UTF-8.", fault.Message);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Equal("measure.json: the file is empty.", Assert.Throws<MeasureFaultException>(() => MeasureReader.Read("measure.json", [])).Message);

    [Fact]
    public void A_huge_file_is_refused() =>
        Assert.Equal(
            "measure.json: the file is larger than a megabyte, which no measure is.",
            Assert.Throws<MeasureFaultException>(() => MeasureReader.Read("measure.json", new byte[1024 * 1024 + 1])).Message);

    [Fact]
    public void An_amount_without_a_range_is_exact()
    {
        var use = AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.2}""").Levers[0];
        Assert.Equal(new Rehearsal.Model.Estimate(0.2, 0.2, 0.2), use.Values["change"]);
    }

    [Fact]
    public void A_file_gives_another_range_to_an_assumption_and_leaves_the_others()
    {
        var values = AMeasure.Read(AMeasure.File(Assumed)).Levers[0].Values;
        Assert.Equal(0.4, values.Assumed("upheld").Value);
        Assert.Equal(LeverCatalogue.Assumption("legal-aid-later.hearing")!.Range, values.Assumed("hearing"));
    }

    private static void Refused(string file, string was, string becomes, string says)
    {
        Assert.Contains(was, file, StringComparison.Ordinal);
        var fault = Assert.Throws<MeasureFaultException>(() => AMeasure.Read(file.Replace(was, becomes, StringComparison.Ordinal)));
        Assert.StartsWith(says, fault.Message, StringComparison.Ordinal);
        Assert.True(says.EndsWith(' ') || fault.Message.Length == says.Length, fault.Message);
    }
}
