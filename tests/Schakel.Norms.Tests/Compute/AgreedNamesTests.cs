using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Compute;

/// <summary>The names of computations, facts and results that others were promised: a row each, asked as anyone would.</summary>
public sealed class AgreedNamesTests
{
    /// <summary>Computation, facts and the result agreed.</summary>
    public static TheoryData<string, string, string> Agreed => new()
    {
        { "decision-period", """{"lodged":"2024-04-10","extension":"none"}""", """{"lastDay":"2024-10-10"}""" },
        { "decision-period", """{"lodged":"2022-04-10","extension":"wbv-as-announced"}""", """{"lastDay":"2023-07-10"}""" },
        { "decision-period", """{"lodged":"2024-04-10","extension":"wbv-as-applied"}""", """{"lastDay":"2025-07-10"}""" },
        { "decision-period", """{"lodged":"2022-04-10","extension":"wbv-as-held"}""", """{"lastDay":"2022-10-10"}""" },
        { "decision-period", """{"lodged":"2024-01-10","extension":"none","individualExtensionMonths":9,"secondExtensionMonths":3}""", """{"lastDay":"2025-07-10"}""" },
        { "decision-period", """{"lodged":"2024-01-10","extension":"none","moratoriumUntil":"2024-12-01"}""", """{"lastDay":"2024-12-01"}""" },
        { "decision-period", """{"lodged":"2024-01-10","extension":"none","suspensions":[{"from":"2024-02-01","until":"2024-02-10"}]}""", """{"lastDay":"2024-07-20"}""" },
        { "decision-period", """{"lodged":"2024-01-10","extension":"none","dublinResponsibleSince":"2024-06-01"}""", """{"lastDay":"2024-12-01"}""" },
        { "rest-period", """{"lodged":"2024-03-01","unaccompaniedMinor":false}""", """{"earliestFirstDay":"2024-03-08"}""" },
        { "rest-period", """{"lodged":"2024-03-01","unaccompaniedMinor":true}""", """{"earliestFirstDay":"2024-03-25"}""" },
        { "view-period", """{"intention":"2024-01-10","procedure":"extended"}""", """{"lastDay":"2024-02-07"}""" },
        { "view-period", """{"intention":"2024-01-10","procedure":"dublin"}""", """{"lastDay":"2024-01-24"}""" },
        { "view-period", """{"intention":"2024-01-10","procedure":"dublin-detained"}""", """{"lastDay":"2024-01-17"}""" },
        { "view-period", """{"intention":"2024-01-10","procedure":"asylum-detained"}""", """{"lastDay":"2024-01-24"}""" },
        { "view-period", """{"intention":"2024-01-10","procedure":"withdrawal"}""", """{"lastDay":"2024-02-21"}""" },
        { "appeal-period", """{"notified":"2023-12-18","term":"one-week"}""", """{"lastDay":"2023-12-27"}""" },
        { "appeal-period", """{"notified":"2024-01-10","term":"four-weeks"}""", """{"lastDay":"2024-02-07"}""" },
        { "appeal-period", """{"notified":"2024-01-10","kind":"unfounded"}""", """{"lastDay":"2024-02-07"}""" },
        { "departure-period", """{"notified":"2024-01-10"}""", """{"lastDay":"2024-02-07"}""" },
        { "departure-period", """{"notified":"2024-01-10","appealSuspends":true,"courtRuling":"2024-03-06"}""", """{"lastDay":"2024-04-03"}""" },
        { "departure-period", """{"notified":"2024-01-10","kind":"manifestly-unfounded"}""", """{"lastDay":"2024-01-10"}""" },
        { "default-notice", """{"received":"2022-10-13"}""", """{"graceEnds":"2022-10-27","firstPenaltyDay":"2022-10-28","lastPenaltyDay":"2022-12-08"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"none"}""", """{"lastDay":"2024-07-15"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"imprisoned","otherStateNotified":"2024-07-15"}""", """{"lastDay":"2025-01-15"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"absconded","otherStateNotified":"2024-07-15"}""", """{"lastDay":"2025-07-15"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"absconded","otherStateNotified":"2024-07-16"}""", """{"lastDay":"2024-07-15"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"absconded"}""", """{"lastDay":"2024-07-15"}""" },
        { "dublin-transfer", """{"accepted":"2024-01-15","circumstance":"none","suspensiveAppealRuling":"2024-04-02"}""", """{"lastDay":"2024-10-02"}""" },
        { "border-procedure", """{"deferred":"2024-02-01"}""", """{"lastDay":"2024-02-29"}""" },
        { "family-window", """{"permitNotified":"2024-01-15"}""", """{"lastDay":"2024-04-15"}""" },
        { "housing-term", """{"granted":"2024-01-10"}""", """{"linkBy":"2024-01-24","houseBy":"2024-04-03","moveBy":"2024-04-17"}""" },
        { "municipal-task", """{"national":18750,"municipalPopulation":72000,"nationalPopulation":17811291}""", """{"persons":76}""" },
        { "track", """{"otherStateResponsible":true}""", """{"track":1,"reason":"other-state-responsible"}""" },
        { "track", """{"safeCountryOfOrigin":true}""", """{"track":2,"reason":"safe-country-of-origin"}""" },
        { "track", """{"unaccompaniedMinor":true,"otherStateResponsible":true}""", """{"track":4,"reason":"unaccompanied-minor"}""" },
    };

    /// <summary>Every computation agreed, with facts that answer, a fact that it needs and a date that does not exist.</summary>
    public static TheoryData<string, string, string> Needed => new()
    {
        { "decision-period", "lodged", """{"lodged":"2023-02-29","extension":"none"}""" },
        { "general-procedure", "firstDay", """{"firstDay":"2023-02-29","centre":"land","variant":"six"}""" },
        { "rest-period", "lodged", """{"lodged":"2023-02-29","unaccompaniedMinor":false}""" },
        { "view-period", "intention", """{"intention":"2023-02-29","procedure":"extended"}""" },
        { "appeal-period", "notified", """{"notified":"2023-02-29","term":"one-week"}""" },
        { "departure-period", "notified", """{"notified":"2023-02-29"}""" },
        { "default-notice", "received", """{"received":"2023-02-29"}""" },
        { "dublin-transfer", "accepted", """{"accepted":"2023-02-29","circumstance":"none"}""" },
        { "border-procedure", "deferred", """{"deferred":"2023-02-29"}""" },
        { "family-window", "permitNotified", """{"permitNotified":"2023-02-29"}""" },
        { "housing-term", "granted", """{"granted":"2023-02-29"}""" },
    };

    [Theory]
    [MemberData(nameof(Agreed))]
    public void What_was_agreed_is_answered_with_the_names_agreed_on_norms_by_id_and_version(string computation, string facts, string result)
    {
        var answer = Ask(computation, facts);
        Assert.Equal(result, answer.Result.GetRawText());
        Assert.NotEmpty(answer.Grounds.Sentences);
        Assert.NotEmpty(answer.Grounds.Norms);
        Assert.All(answer.Grounds.Norms, norm => Assert.NotEmpty(norm.Citation.Article));
        Assert.All(answer.Grounds.Norms.Where(norm => norm.Version is not null), norm =>
            Assert.Contains(Regimes.January2024.VersionsOf(norm.Norm), version => version.From == norm.Version));
    }

    [Theory]
    [InlineData("six", 6, "2024-04-05")]
    [InlineData("nine", 9, "2024-04-10")]
    [InlineData("extended-12", 12, "2024-04-15")]
    [InlineData("extended-14", 14, "2024-04-17")]
    [InlineData("extended-20", 20, "2024-04-25")]
    public void The_general_procedure_lists_its_days(string variant, int count, string last)
    {
        var days = Ask("general-procedure", $$"""{"firstDay":"2024-03-27","centre":"land","variant":"{{variant}}"}""").Result.GetProperty("days");
        Assert.Equal((count, "2024-03-27", last), (days.GetArrayLength(), days[0].GetString(), days[count - 1].GetString()));
        Assert.Equal("2024-04-01", Ask("general-procedure", """{"firstDay":"2024-03-27","centre":"schiphol","variant":"six"}""").Result.GetProperty("days")[5].GetString());
    }

    [Fact]
    public void The_penalty_of_twenty_days_is_in_euro_and_its_grounds_say_that_asylum_is_exempt()
    {
        var answer = Ask("penalty-amount", """{"daysLate":20}""");
        Assert.Equal(532m, answer.Result.GetProperty("euro").GetDecimal());
        var suspended = answer.Grounds.Norms.Single(norm => norm.Norm == "penalty-amount.suspended-in-asylum");
        Assert.Equal("true", suspended.ValueJson);
        Assert.Contains("asylum", string.Concat(answer.Grounds.Sentences.Select(sentence => sentence.English)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Needed))]
    public void A_missing_fact_an_impossible_date_and_an_unknown_fact_are_named(string computation, string fact, string impossible)
    {
        Assert.StartsWith($"{computation}: fact `{fact}` is \"2023-02-29\". Give ", Refused(computation, impossible), StringComparison.Ordinal);
        Assert.StartsWith($"{computation}: fact `{fact}` is missing. Give ", Refused(computation, "{}"), StringComparison.Ordinal);
        Assert.StartsWith($"{computation}: fact `horoscope` is not known. Known are ", Refused(computation, """{"horoscope":1}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("penalty-amount", """{}""", "`daysLate` is missing")]
    [InlineData("penalty-amount", """{"daysLate":-1}""", "`daysLate` is -1")]
    [InlineData("municipal-task", """{"national":18750,"municipalPopulation":72000}""", "`nationalPopulation` is missing")]
    [InlineData("municipal-task", """{"national":18750,"municipalPopulation":-1,"nationalPopulation":17811291}""", "`municipalPopulation` is -1")]
    [InlineData("general-procedure", """{"firstDay":"2024-03-27","centre":"sea","variant":"six"}""", "`centre` is \"sea\"")]
    [InlineData("decision-period", """{"lodged":"2024-01-10","extension":"none","individualExtensionMonths":10}""", "`individualExtensionMonths` is 10")]
    [InlineData("decision-period", """{"lodged":"2024-01-10","extension":"none","secondExtensionMonths":4}""", "`secondExtensionMonths` is 4")]
    [InlineData("departure-period", """{"notified":"2024-01-10","appealSuspends":true}""", "`courtRuling` is missing")]
    [InlineData("appeal-period", """{"notified":"2024-01-10"}""", "`term` is missing")]
    public void What_else_cannot_be_is_named(string computation, string facts, string complaint) =>
        Assert.Contains(complaint, Refused(computation, facts), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_id_is_refused_with_its_name() =>
        Assert.StartsWith("There is no computation `horoscope`; there are ", Refused("horoscope", "{}"), StringComparison.Ordinal);
}
