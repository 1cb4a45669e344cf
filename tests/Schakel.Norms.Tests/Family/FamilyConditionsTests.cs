using Schakel.Norms.Family;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Family;

public sealed class FamilyConditionsTests
{
    [Theory(DisplayName = "Two statuses: two years' wait with subsidiary protection")]
    [InlineData("january-2024", "2024-01-10", true, "2024-01-10")]
    [InlineData("january-2024", "2026-06-12", true, "2026-06-12")] // Nobody knew.
    [InlineData("dossier-2026", "2026-06-11", true, "2026-06-11")]
    [InlineData("dossier-2026", "2026-06-12", true, "2028-06-12")]
    [InlineData("dossier-2026", "2026-06-12", false, "2026-06-12")]
    public void Who_has_subsidiary_protection_waits_under_two_statuses(string regime, string notified, bool subsidiary, string first) =>
        Assert.Equal(
            At(first),
            DayOf("family-conditions", "firstDay", $$"""{"permitNotified": "{{notified}}", "subsidiary": {{(subsidiary ? "true" : "false")}}, "tie": "spouse"}""", regime));

    [Theory]
    [InlineData("2026-06-11", FamilyTie.AdultChild, true)]
    [InlineData("2026-06-12", FamilyTie.AdultChild, false)]
    [InlineData("2026-06-11", FamilyTie.Partner, true)]
    [InlineData("2026-06-12", FamilyTie.Partner, false)]
    [InlineData("2026-06-12", FamilyTie.Spouse, true)]
    [InlineData("2026-06-12", FamilyTie.MinorChild, true)]
    [InlineData("2026-06-12", FamilyTie.ParentOfMinor, true)]
    public void Only_the_core_family_follows_under_two_statuses(string notified, FamilyTie tie, bool follows)
    {
        var trace = default(NoTrace);
        Assert.Equal(follows, FamilyConditions.MayFollow(Regimes.Dossier2026, At(notified), tie, derivedPermit: false, ref trace));
        Assert.False(FamilyConditions.MayFollow(Regimes.Dossier2026, At(notified), tie, derivedPermit: true, ref trace));
    }

    [Fact]
    public void Income_and_housing_are_asked_of_subsidiary_protection_only()
    {
        bool Asked(string day, bool subsidiary) =>
            Ask("family-conditions", $$"""{"permitNotified": "{{day}}", "subsidiary": {{(subsidiary ? "true" : "false")}}, "tie": "spouse"}""", "dossier-2026")
                .Result.GetProperty("incomeAndHousing").GetBoolean();
        Assert.False(Asked("2026-06-11", true));
        Assert.True(Asked("2026-06-12", true));
        Assert.False(Asked("2026-06-12", false));
    }

    [Fact]
    public void A_measure_can_bring_two_statuses_in_on_paper()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2026-01-10"), FamilyConditions.FirstDay(With("family-conditions.wait", "24"), At("2024-01-10"), subsidiary: true, ref trace));
    }

    [Fact(DisplayName = "Vw 2w, 28(3), Vc C2/4.1")]
    public void From_visa_to_permit()
    {
        var (law, trace) = (Regimes.January2024, default(NoTrace));
        Assert.Equal(At("2024-04-15"), FamilyArrival.CollectBy(law, At("2024-01-13"), ref trace)); // 13 April is a Saturday.
        Assert.Equal(At("2024-04-09"), FamilyArrival.EnterBy(law, At("2024-01-10"), ref trace));
        Assert.Equal(At("2024-01-13"), FamilyArrival.ReportBy(law, At("2024-01-10"), ref trace)); // A Saturday stays.
        Assert.Equal(At("2023-12-27"), FamilyArrival.PermitBy(law, At("2023-12-11"), ref trace)); // Christmas moves.
    }
}
