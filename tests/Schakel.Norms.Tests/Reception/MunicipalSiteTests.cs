using Schakel.Norms.Reception;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Reception;

public sealed class MunicipalSiteTests
{
    [Theory(DisplayName = "tgo: a week and twice 24 hours, no day moves")]
    [InlineData("2024-01-10", "2024-01-19")]
    [InlineData("2024-01-12", "2024-01-21")] // A Sunday stays.
    [InlineData("2024-02-20", "2024-02-29")]
    [InlineData("2020-01-01", "2020-01-10")]
    public void A_week_and_two_days(string placed, string last) =>
        Assert.Equal(At(last), DayOf("municipal-site-limit", "lastDay", $$"""{"placed": "{{placed}}"}"""));

    [Fact]
    public void Before_the_agreement_there_is_no_limit_to_apply() =>
        Assert.Contains("municipal-site.stay: no version in force on 2019-12-31", Refused("municipal-site-limit", """{"placed": "2019-12-31"}"""), StringComparison.Ordinal);

    [Fact]
    public void Part_of_a_day_counts_as_a_day()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2024-01-18"), MunicipalSite.LastDay(With("municipal-site.extension", "1"), At("2024-01-10"), ref trace));
        Assert.Equal(At("2024-01-17"), MunicipalSite.LastDay(With("municipal-site.extension", "0"), At("2024-01-10"), ref trace));
    }

    [Fact]
    public void The_answer_says_why_in_both_languages()
    {
        var grounds = Ask("municipal-site-limit", """{"placed": "2024-01-10"}""").Grounds;
        Assert.Equal(["municipal-site.stay", "municipal-site.extension"], grounds.Norms.Select(norm => norm.Norm));
        Assert.Equal([TermStepKind.Started, TermStepKind.Ran, TermStepKind.Extended], grounds.Steps.Select(step => step.Kind));
        Assert.Equal(
            new Text(
                "Wie op 10 januari 2024 in de gemeentelijke opvang kwam, vertrekt daar uiterlijk op 19 januari 2024.",
                "Who came to the municipal site on 10 January 2024 leaves it by 19 January 2024 at the latest."),
            Assert.Single(grounds.Sentences));
    }
}
