using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class BorderProcedureTests
{
    [Theory(DisplayName = "TV-12: 28 days, and no day moves")]
    [InlineData("2024-02-01", "2024-02-29")]
    [InlineData("2023-11-27", "2023-12-25")] // Christmas Day stays.
    [InlineData("2024-01-13", "2024-02-10")] // A Saturday stays.
    [InlineData("2026-06-11", "2026-07-09")]
    [InlineData("2026-06-12", "2026-07-10")] // In January 2024 the Pact was not law yet.
    public void Four_weeks_from_the_deferral(string deferred, string last) =>
        Assert.Equal(At(last), DayOf("border-procedure", "lastDay", $$"""{"deferred": "{{deferred}}"}"""));

    [Theory]
    [InlineData("2026-06-11", "2026-07-09")]
    [InlineData("2026-06-12", "2026-09-04")]
    public void Under_the_Pact_twelve_weeks(string deferred, string last) =>
        Assert.Equal(At(last), DayOf("border-procedure", "lastDay", $$"""{"deferred": "{{deferred}}"}""", "dossier-2026"));

    [Fact]
    public void The_twelve_weeks_are_marked_as_unverified()
    {
        var norm = Assert.Single(Ask("border-procedure", """{"deferred": "2026-06-12"}""", "dossier-2026").Grounds.Norms);
        Assert.Equal(NormStatus.Unverified, norm.Status);
        Assert.Equal(Acts.ProceduresRegulation, norm.Citation.BwbId);
    }

    [Theory(DisplayName = "BRD-3")]
    [InlineData("""{"on": "2024-01-10"}""", true)]
    [InlineData("""{"on": "2024-01-10", "unaccompaniedMinor": true}""", false)]
    [InlineData("""{"on": "2024-01-10", "unaccompaniedMinor": true, "contraIndications": true}""", false)]
    [InlineData("""{"on": "2024-01-10", "minorsInFamily": true}""", false)]
    [InlineData("""{"on": "2024-01-10", "minorsInFamily": true, "contraIndications": true}""", true)]
    [InlineData("""{"on": "2024-01-10", "contraIndications": true}""", true)]
    [InlineData("""{"on": "2024-01-10", "disproportionate": true}""", false)]
    public void Minors_and_families_are_exempt(string facts, bool allowed) =>
        Assert.Equal(allowed, Ask("border-detention", facts).Result.GetProperty("mayBeDetained").GetBoolean());

    [Fact]
    public void A_rehearsal_may_end_the_exemption_of_families_and_leaves_that_of_minors()
    {
        var trace = default(NoTrace);
        var law = With("border-procedure.families-exempt", "false");
        var facts = new BorderDetentionFacts(At("2024-01-10")) { MinorsInFamily = true };
        Assert.True(BorderProcedure.MayBeDetained(law, facts, ref trace));
        Assert.False(BorderProcedure.MayBeDetained(law, facts with { UnaccompaniedMinor = true }, ref trace));
    }

    [Fact]
    public void No_weekend_or_holiday_ever_lengthens_it() =>
        Gen.Int[Day.Of(2015, 7, 20).Number, Day.Of(2026, 6, 11).Number].Sample(number =>
        {
            var (none, grounds) = (default(NoTrace), new GroundsTrace(Regimes.Dossier2026));
            var last = BorderProcedure.LastDay(Regimes.Dossier2026, new Day(number), ref none);
            Assert.Equal(28, last - new Day(number));
            Assert.Equal(last, BorderProcedure.LastDay(Regimes.Dossier2026, new Day(number), ref grounds));
        });
}
