using CsCheck;
using Schakel.Norms.Housing;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Housing;

public sealed class HousingTermTests
{
    [Theory(DisplayName = "HOU-1: two, ten and two weeks, no day moves")]
    [InlineData("2024-01-10", "2024-01-24", "2024-04-03", "2024-04-17")]
    [InlineData("2023-12-11", "2023-12-25", "2024-03-04", "2024-03-18")] // Christmas stays.
    [InlineData("2024-02-29", "2024-03-14", "2024-05-23", "2024-06-06")]
    public void Link_house_and_move(string granted, string link, string house, string move)
    {
        var result = Ask("housing-term", $$"""{"granted": "{{granted}}"}""").Result;
        Assert.Equal(
            (link, house, move),
            (result.GetProperty("linkBy").GetString(), result.GetProperty("houseBy").GetString(), result.GetProperty("moveBy").GetString()));
    }

    [Fact]
    public void The_three_days_never_stand_in_another_order() =>
        Gen.Int[Day.Of(2015, 1, 1).Number, Day.Of(2035, 1, 1).Number].Select(Gen.Int[0, 30], Gen.Int[0, 30]).Sample((number, housing, moving) =>
        {
            var law = Regimes.January2024
                .With("housing-term.housing", System.Text.Json.JsonElement.Parse($"{housing}"))
                .With("housing-term.moving", System.Text.Json.JsonElement.Parse($"{moving}"));
            var trace = default(NoTrace);
            var terms = HousingTerm.Of(law, new Day(number), ref trace);
            Assert.True(new Day(number) <= terms.LinkBy && terms.LinkBy <= terms.HouseBy && terms.HouseBy <= terms.MoveBy);
            Assert.Equal(14 + (7 * (housing + moving)), terms.MoveBy - new Day(number));
        });

    [Fact]
    public void The_answer_names_all_three_parts() =>
        Assert.Equal(
            ["housing-term.linking", "housing-term.housing", "housing-term.moving"],
            Ask("housing-term", """{"granted": "2024-01-10"}""").Grounds.Norms.Select(norm => norm.Norm));
}
