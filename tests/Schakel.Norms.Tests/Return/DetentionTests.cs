using CsCheck;
using Schakel.Norms.Return;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Return;

public sealed class DetentionTests
{
    [Theory(DisplayName = "Vw 3, 6, 59-59b, Vc A5/2.4: no weekend moves liberty (ATW 4)")]
    [InlineData("return", "", "2024-12-01")]
    [InlineData("return", """, "notCooperating": true""", "2025-12-01")]
    [InlineData("border-return", "", "2024-12-01")]
    [InlineData("border-return", """, "notCooperating": true""", "2025-12-01")]
    [InlineData("pending-application", "", "2024-06-29")]
    [InlineData("pending-application", """, "intentionIssued": true""", "2024-07-13")]
    [InlineData("asylum", "", "2024-06-29")]
    [InlineData("asylum", """, "notCooperating": true""", "2024-06-29")]
    [InlineData("asylum", """, "intentionIssued": true""", "2024-07-13")]
    [InlineData("asylum", """, "intentionIssued": true, "appealPending": true""", "2024-10-13")]
    [InlineData("public-order", "", "2024-12-01")]
    [InlineData("public-order", """, "notCooperating": true""", "2025-09-01")]
    [InlineData("border", "", "2024-06-29")]
    [InlineData("transfer", "", "2024-07-13")]
    [InlineData("return", """, "minorsInFamily": true""", "2024-06-15")] // TV-14.
    [InlineData("return", """, "minorsInFamily": true, "removableSince": "2024-07-01"}""", "2024-07-15")]
    [InlineData("return", """, "unaccompaniedMinor": true""", "2024-06-15")]
    [InlineData("return", """, "noProspectSince": "2024-06-20"}""", "2024-06-20")]
    [InlineData("return", """, "noProspectSince": "2025-06-20"}""", "2024-12-01")]
    [InlineData("transfer", """, "noProspectSince": "2024-06-20"}""", "2024-07-13")]
    public void Each_ground_has_its_maximum(string ground, string more, string last) =>
        Assert.Equal(At(last), DayOf("detention", "lastDay", $$"""{"from": "2024-06-01", "ground": "{{ground}}"{{more.TrimEnd('}')}}}"""));

    [Fact]
    public void A_family_that_resists_keeps_the_ordinary_maximum_all_the_same() =>
        Assert.Equal(At("2024-06-29"), DayOf("detention", "lastDay", """{"from": "2024-06-01", "ground": "border", "minorsInFamily": true, "removableSince": "2024-12-01"}"""));

    [Fact]
    public void Before_the_return_directive_no_maximum_was_written() =>
        Assert.Contains("detention.return: no version in force on 2011-12-30", Refused("detention", """{"from": "2011-12-30", "ground": "return"}"""), StringComparison.Ordinal);

    [Fact]
    public void Minors_never_lengthen_and_unwillingness_never_shortens() =>
        Gen.Select(Gen.Int[Day.Of(2016, 1, 1).Number, Day.Of(2030, 1, 1).Number], Gen.Enum<DetentionGround>()).Sample((number, ground) =>
        {
            var (law, from, trace) = (Regimes.January2024, new Day(number), default(NoTrace));
            var plain = Detention.LastDay(law, from, ground, notCooperating: false, minorsInFamily: false, ref trace);
            Assert.True(plain > from);
            Assert.True(Detention.LastDay(law, from, ground, notCooperating: true, minorsInFamily: false, ref trace) >= plain);
            Assert.True(Detention.LastDay(law, from, ground, notCooperating: false, minorsInFamily: true, ref trace) <= from.PlusWeeks(2));
        });

    [Fact]
    public void A_cap_shows_on_the_receipt() =>
        Assert.Equal(
            [TermStepKind.Started, TermStepKind.Ran, TermStepKind.Capped],
            Ask("detention", """{"from": "2024-06-01", "ground": "return", "minorsInFamily": true}""").Grounds.Steps.Select(step => step.Kind));
}
