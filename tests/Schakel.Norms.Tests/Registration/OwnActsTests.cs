using System.Text.Json;
using Schakel.Norms.Registration;

namespace Schakel.Norms.Tests.Registration;

public sealed class OwnActsTests
{
    [Theory(DisplayName = "AVG 12(3): a month from receipt; Regulation 1182/71, 3(4): an end on a day off moves to a working day")]
    [InlineData("2024-01-10", "2024-02-12")] // 10 February is a Saturday.
    [InlineData("2024-01-12", "2024-02-12")]
    [InlineData("2024-01-31", "2024-02-29")]
    [InlineData("2023-01-31", "2023-02-28")]
    [InlineData("2024-02-28", "2024-03-28")]
    [InlineData("2024-02-29", "2024-04-02")] // 29 March is Good Friday, equated with a recognised holiday (General Terms Act, 3(2)); 1 April is Easter Monday.
    [InlineData("2024-03-01", "2024-04-02")] // 1 April is Easter Monday.
    [InlineData("2024-03-27", "2024-04-29")] // 27 April is King's Day, and a Saturday.
    public void A_request_to_correct_is_decided_within_a_month(string asked, string expected) =>
        Assert.Equal(expected, Computed(asked).GetProperty("correctionBy").GetString());

    [Theory(DisplayName = "Assumption of this project: an answer within a week")]
    [InlineData("2024-01-10", "2024-01-17")]
    [InlineData("2024-02-24", "2024-03-02")]
    public void A_question_is_answered_within_a_week(string asked, string expected) =>
        Assert.Equal(expected, Computed(asked).GetProperty("answerBy").GetString());

    [Theory(DisplayName = "Assumption of this project: another day is asked for three days ahead")]
    [InlineData("2024-03-27", "2024-03-24")]
    [InlineData("2024-03-01", "2024-02-27")]
    public void Another_day_is_asked_for_three_days_ahead(string interview, string expected) =>
        Assert.Equal(expected, NormComputation.Find("own-acts").Compute(
            Regimes.January2024, JsonElement.Parse($$"""{"asked": "2024-01-10", "interview": "{{interview}}"}""")).Result.GetProperty("askBy").GetString());

    [Fact]
    public void Before_the_regulation_there_was_no_such_month()
    {
        var none = default(NoTrace);
        Assert.Throws<NotYetInForceException>(() =>
        {
            var trace = none;
            return OwnActs.CorrectionBy(Regimes.January2024, Day.Of(2018, 5, 24), ref trace);
        });
        Assert.Equal(Day.Of(2018, 6, 25), OwnActs.CorrectionBy(Regimes.January2024, Day.Of(2018, 5, 25), ref none));
    }

    private static JsonElement Computed(string asked) =>
        NormComputation.Find("own-acts").Compute(Regimes.January2024, JsonElement.Parse($$"""{"asked": "{{asked}}"}""")).Result;
}
