using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class PactDecisionPeriodTests
{
    [Theory(DisplayName = "B-DEC-1 to B-DEC-4, to the next working day")]
    [InlineData("""{"lodged": "2026-06-15"}""", "2026-12-15")]
    [InlineData("""{"lodged": "2026-06-13"}""", "2026-12-14")] // A Sunday moves.
    [InlineData("""{"lodged": "2026-06-26"}""", "2026-12-28")] // Boxing Day, a Saturday, moves.
    [InlineData("""{"lodged": "2026-06-15", "extended": true}""", "2027-06-15")]
    [InlineData("""{"lodged": "2026-06-15", "uncertainSituation": true}""", "2028-03-15")]
    [InlineData("""{"lodged": "2026-06-15", "responsibleSince": "2026-09-01"}""", "2027-03-01")]
    [InlineData("""{"lodged": "2026-06-15", "procedure": "accelerated"}""", "2026-09-15")]
    [InlineData("""{"lodged": "2026-06-15", "procedure": "admissibility"}""", "2026-08-17")] // 15 August is a Saturday.
    [InlineData("""{"lodged": "2026-06-15", "procedure": "admissibility", "extended": true}""", "2026-10-15")]
    [InlineData("""{"lodged": "2026-06-15", "procedure": "urgent-admissibility"}""", "2026-06-29")]
    public void The_decision_is_due_by_this_day(string facts, string last) => Assert.Equal(At(last), DayOf("apr-decision-period", "lastDay", facts, "dossier-2026"));

    [Theory]
    [InlineData("accelerated", """, "extended": true""", "`extended` is true, but `accelerated` knows no extension")]
    [InlineData("urgent-admissibility", """, "extended": true""", "`extended` is true, but `urgent-admissibility` knows no extension")]
    [InlineData("admissibility", """, "uncertainSituation": true""", "only the normal procedure waits for that")]
    [InlineData("normal", """, "responsibleSince": "2026-06-14" """, "before the application was lodged on 2026-06-15")]
    public void What_the_regulation_does_not_know_is_refused(string procedure, string more, string complaint) =>
        Assert.Contains(
            complaint,
            Refused("apr-decision-period", $$"""{"lodged": "2026-06-15", "procedure": "{{procedure}}"{{more}}}""", "dossier-2026"),
            StringComparison.Ordinal);

    [Fact]
    public void Applications_lodged_before_12_June_2026_stay_under_the_old_law()
    {
        Assert.Contains("2026-06-12", Refused("apr-decision-period", """{"lodged": "2026-06-11"}""", "dossier-2026"), StringComparison.Ordinal);
        Assert.Equal(At("2026-12-14"), DayOf("apr-decision-period", "lastDay", """{"lodged": "2026-06-12"}""", "dossier-2026"));
    }

    [Fact]
    public void In_January_2024_nobody_knew_it() =>
        Assert.Contains("none is known yet", Refused("apr-decision-period", """{"lodged": "2026-06-15"}"""), StringComparison.Ordinal);

    [Fact]
    public void It_ends_on_a_working_day_and_an_extension_never_shortens_it() =>
        Gen.Select(Gen.Int[Day.Of(2026, 6, 12).Number, Day.Of(2040, 1, 1).Number], Gen.Int[0, 3]).Sample((number, which) =>
        {
            var (law, none, grounds) = (Regimes.Dossier2026, default(NoTrace), new GroundsTrace(Regimes.Dossier2026));
            var facts = new PactDecisionFacts(new Day(number), (PactProcedure)which);
            var last = PactDecisionPeriod.LastDay(law, facts, ref none);
            Assert.Equal(last, PactDecisionPeriod.LastDay(law, facts, ref grounds));
            Assert.True(law.Calendar.IsWorkingDay(last));
            Assert.True(last > facts.Lodged);
            if (facts.Procedure is PactProcedure.Normal or PactProcedure.Admissibility)
            {
                Assert.True(PactDecisionPeriod.LastDay(law, facts with { Extended = true }, ref none) > last);
            }
        });
}
