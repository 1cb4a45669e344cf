using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class PactOtherTests
{
    private const string Pact = "dossier-2026";

    [Theory(DisplayName = "B-APP-1, B-DUB-5: between which days an appeal is lodged")]
    [InlineData("accelerated", "2026-07-06", "2026-07-13", "2026-07-16")] // Five days end on a Saturday.
    [InlineData("other", "2026-07-06", "2026-07-20", "2026-08-06")]
    [InlineData("transfer", "2026-07-06", "2026-07-13", "2026-07-27")]
    [InlineData("transfer", "2026-12-18", "2026-12-28", "2027-01-08")] // A week ends on Christmas Day.
    public void The_bounds_stand_and_the_Dutch_choice_is_open(string kind, string notified, string shortest, string longest)
    {
        var facts = $$"""{"kind": "{{kind}}", "notified": "{{notified}}"}""";
        Assert.Equal(At(shortest), DayOf("pact-appeal-range", "shortest", facts, Pact));
        Assert.Equal(At(longest), DayOf("pact-appeal-range", "longest", facts, Pact));
        Assert.Contains("was not verified", Assert.Single(Ask("pact-appeal-range", facts, Pact).Grounds.Sentences).English, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "B-SCR-1, B-REG-1, B-REG-2")]
    [InlineData("""{"made": "2026-06-15"}""", "2026-06-18", "2026-06-22", "2026-07-13")] // Five days end on a Saturday.
    [InlineData("""{"made": "2026-06-17"}""", "2026-06-20", "2026-06-22", "2026-07-13")] // Screening ends on a Saturday and stays.
    [InlineData("""{"made": "2026-06-15", "atBorder": true, "registered": "2026-06-16"}""", "2026-06-22", "2026-06-22", "2026-07-07")]
    [InlineData("""{"made": "2026-06-15", "manyApplications": true}""", "2026-06-18", "2026-06-30", "2026-08-31")] // 30 August is a Sunday.
    public void Screening_registration_and_lodging(string facts, string screen, string register, string lodge)
    {
        Assert.Equal(At(screen), DayOf("pact-registration", "screenBy", facts, Pact));
        Assert.Equal(At(register), DayOf("pact-registration", "registerBy", facts, Pact));
        Assert.Equal(At(lodge), DayOf("pact-registration", "lodgeBy", facts, Pact));
    }

    [Theory]
    [InlineData("pact-registration", """{"made": "2026-06-11"}""", "2026-06-12")]
    [InlineData("pact-registration", """{"made": "2026-06-15", "registered": "2026-06-14"}""", "before the wish on 2026-06-15")]
    [InlineData("pact-appeal-range", """{"kind": "other", "notified": "2026-06-11"}""", "2026-06-12")]
    [InlineData("pact-appeal-range", """{"kind": "transfer", "notified": "2026-06-30"}""", "2026-07-01")]
    public void Before_its_first_day_it_does_not_apply(string id, string facts, string complaint) =>
        Assert.Contains(complaint, Refused(id, facts, Pact), StringComparison.Ordinal);

    [Theory]
    [InlineData("pact-registration", """{"made": "2026-06-15"}""")]
    [InlineData("pact-appeal-range", """{"kind": "other", "notified": "2026-06-15"}""")]
    [InlineData("ammr-reply", """{"kind": "take-back", "requested": "2026-07-06"}""")]
    [InlineData("ammr-transfer", """{"accepted": "2026-07-06"}""")]
    public void In_January_2024_nobody_knew_the_Pact(string id, string facts) =>
        Assert.Contains("none is known yet", Refused(id, facts), StringComparison.Ordinal);

    [Fact]
    public void Every_norm_of_the_Pact_cites_an_act_of_2024_and_is_unknown_in_January_2024()
    {
        var norms = NormCatalogue.All.Where(norm => norm.Dossier.StartsWith("B-", StringComparison.Ordinal)).ToArray();
        Assert.True(norms.Length >= 25);
        Assert.All(norms, norm =>
        {
            Assert.StartsWith("32024", norm.Citation.BwbId, StringComparison.Ordinal);
            Assert.Empty(Regimes.January2024.VersionsOf(norm.Id));
            Assert.Single(Regimes.Dossier2026.VersionsOf(norm.Id));
        });
    }
}
