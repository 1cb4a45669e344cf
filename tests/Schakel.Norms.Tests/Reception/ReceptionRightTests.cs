using Schakel.Norms.Reception;
using Schakel.Norms.Return;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Reception;

public sealed class ReceptionRightTests
{
    [Theory(DisplayName = "Rva 4-7: the ends of reception")]
    [InlineData("departure-due", "2024-02-07")]
    [InlineData("further-appeal-refused", "2024-03-06")]
    [InlineData("medical-stay-ended", "2024-03-06")]
    [InlineData("moratorium-withdrawn", "2024-03-06")]
    [InlineData("reports-missed", "2024-02-21")]
    [InlineData("eighteenth-birthday", "2024-02-07")]
    [InlineData("not-arrived-after-referral", "2024-02-08")]
    [InlineData("not-arrived-after-transfer", "2024-02-09")]
    [InlineData("banned", "2024-02-07")]
    [InlineData("home-available", "2024-02-07")]
    [InlineData("taken-over", "2024-02-07")]
    public void Each_ending_has_its_last_day(string ending, string last) =>
        Assert.Equal(At(last), DayOf("reception-right", "lastDay", $$"""{"ending": "{{ending}}", "on": "2024-02-07"}"""));

    [Fact]
    public void A_term_of_the_regulation_stays_on_a_holiday() =>
        Assert.Equal(At("2023-12-25"), DayOf("reception-right", "lastDay", """{"ending": "medical-stay-ended", "on": "2023-11-27"}"""));

    [Fact]
    public void After_a_refusal_reception_lasts_as_long_as_the_departure_period()
    {
        var trace = default(NoTrace);
        var refusal = new DepartureFacts(At("2024-01-10"));
        Assert.Equal(At("2024-02-07"), ReceptionRight.LastDayAfterRefusal(Regimes.January2024, refusal, ref trace));
        Assert.Equal(
            At("2024-06-07"),
            ReceptionRight.LastDayAfterRefusal(Regimes.January2024, refusal with { CourtRuling = At("2024-05-10") }, ref trace));
        Assert.Equal(
            At("2024-01-10"),
            ReceptionRight.LastDayAfterRefusal(Regimes.January2024, refusal with { Kind = RefusalKind.ManifestlyUnfounded }, ref trace));
    }

    [Theory(DisplayName = "Rva 2-4: who has a right")]
    [InlineData(ReceptionBasis.Applicant, false, false, false, EntitlementReason.Due)]
    [InlineData(ReceptionBasis.Applicant, true, false, false, EntitlementReason.SufficientMeans)]
    [InlineData(ReceptionBasis.Applicant, false, true, false, EntitlementReason.UnionCitizen)]
    [InlineData(ReceptionBasis.Applicant, false, false, true, EntitlementReason.Banned)]
    [InlineData(ReceptionBasis.UnaccompaniedMinor, true, false, false, EntitlementReason.Due)]
    [InlineData(ReceptionBasis.MedicalStay, false, false, false, EntitlementReason.Due)]
    [InlineData(ReceptionBasis.MedicalRequest, false, false, false, EntitlementReason.OnlyMedicalRequest)]
    public void A_right_rests_on_a_basis_and_a_lack_of_means(
        ReceptionBasis basis, bool means, bool union, bool banned, EntitlementReason reason)
    {
        var trace = new GroundsTrace(Regimes.January2024);
        Assert.Equal(reason, Entitlement.Of(basis, means, union, banned, ref trace));
        Assert.Equal(reason == EntitlementReason.Due ? 0 : 1, trace.ToGrounds().Sentences.Length);
    }

    [Fact]
    public void Reception_starts_with_the_wish()
    {
        var trace = new GroundsTrace(Regimes.January2024);
        Assert.Equal(At("2024-01-10"), ReceptionRight.FirstDay(At("2024-01-10"), ref trace));
        Assert.Equal("reception-right.start", Assert.Single(trace.ToGrounds().Norms).Norm);
    }
}
