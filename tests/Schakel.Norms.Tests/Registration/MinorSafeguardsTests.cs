using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Registration;

public sealed class MinorSafeguardsTests
{
    [Theory(DisplayName = "Vb 3.113(7)-(8) (REG-9, AA-SKIP)")]
    [InlineData("""{"interview": "2024-01-10", "born": "2012-01-11"}""", false, true, 2)]
    [InlineData("""{"interview": "2024-01-11", "born": "2012-01-11"}""", true, true, 0)]
    [InlineData("""{"interview": "2024-01-10"}""", true, false, 0)]
    [InlineData("""{"interview": "2024-01-10", "medicalReasons": true}""", false, false, 2)]
    public void Children_under_twelve_and_the_ill_are_heard_elsewhere_and_have_two_days_for_more(string facts, bool inCentre, bool guardian, int days)
    {
        var result = Ask("minor-safeguards", facts).Result;
        Assert.Equal(
            (inCentre, guardian, days),
            (result.GetProperty("inCentre").GetBoolean(), result.GetProperty("guardianPresent").GetBoolean(), result.GetProperty("furtherDataDays").GetInt32()));
    }

    [Theory(DisplayName = "Vb 3.109d (REG-9)")]
    [InlineData("""{"consent": true, "finding": "doubt"}""", true, true)]
    [InlineData("""{"consent": true, "finding": "minor"}""", true, true)]
    [InlineData("""{"consent": true, "finding": "adult"}""", true, false)]
    [InlineData("""{"consent": true}""", true, true)]
    [InlineData("""{"consent": false}""", false, true)] // A refused consent counts against nobody.
    public void Age_is_examined_with_consent_only_and_doubt_makes_a_minor(string facts, bool examined, bool minor)
    {
        var result = Ask("age-assessment", facts).Result;
        Assert.Equal((examined, minor), (result.GetProperty("mayBeExamined").GetBoolean(), result.GetProperty("treatedAsMinor").GetBoolean()));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_fact()
    {
        Assert.Contains("`finding` is given, but without written consent", Refused("age-assessment", """{"consent": false, "finding": "adult"}"""), StringComparison.Ordinal);
        Assert.Contains("`born` is 2024-01-11, after the interview", Refused("minor-safeguards", """{"interview": "2024-01-10", "born": "2024-01-11"}"""), StringComparison.Ordinal);
        Assert.StartsWith(
            "minor-safeguards.interview-age: no version in force on 2026-06-12", Refused("minor-safeguards", """{"interview": "2026-06-12"}""", "dossier-2026"), StringComparison.Ordinal);
    }
}
