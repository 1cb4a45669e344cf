using Schakel.Chain.Procedure;
using Schakel.Chain.Records;

namespace Schakel.Chain.Tests.Records;

/// <summary>The clock observes that a last day passed, and no more.</summary>
public sealed class LapseTests
{
    private static readonly ObserveLapse Undecided = new("issue-applicant-document", Given.Date("2024-01-18"));

    private static readonly ObserveLapse Unappealed = new("lodge-appeal", Given.Date("2024-01-15"));

    private static Given Rejected() => Given.AnAdult().Lodged("2023-10-02").InTrack(Track.General, "2023-10-05").Interviewed("2023-12-11").Extended("2023-12-13")
        .Intended("2023-12-13").Viewed("2023-12-14").Decided(DecisionOutcome.Unfounded, "2023-12-18");

    private static Given Lodged() => Given.AnAdult().Lodged("2024-01-15");

    [Fact]
    public void The_day_after_the_last_day_a_lapse_is_observed() =>
        Lodged().When(Undecided, "2024-01-19").Then(new LapseObserved("issue-applicant-document", Norm(), Given.Date("2024-01-18")));

    [Fact]
    public void On_the_last_day_the_term_still_runs() => Lodged().When(Undecided, "2024-01-18").ThenRefused("lapse.still-runs", "2024-01-18");

    [Fact]
    public void Another_last_day_is_none() =>
        Lodged().When(Undecided with { LastDay = Given.Date("2024-01-17") }, "2024-03-01").ThenRefused("lapse.no-such-term");

    [Fact]
    public void What_is_not_to_be_done_does_not_lapse() =>
        Lodged().When(Undecided with { Step = "withdraw-application" }, "2024-03-01").ThenRefused("lapse.no-such-term");

    [Fact]
    public void A_right_lapses_the_day_after_the_last_day_on_which_it_can_be_used() =>
        Rejected().When(Unappealed, "2024-01-16").Then(new LapseObserved("lodge-appeal", "appeal-period", Given.Date("2024-01-15")));

    [Fact]
    public void On_the_last_day_the_right_is_still_there() => Rejected().When(Unappealed, "2024-01-15").ThenRefused("lapse.still-runs", "2024-01-15");

    [Fact]
    public void A_right_that_was_used_does_not_lapse() =>
        Rejected().Happened("2024-01-02", new AppealLodged(true)).When(Unappealed, "2024-01-16").ThenRefused("lapse.no-such-term");

    [Fact]
    public void Nothing_follows_from_the_mark()
    {
        var before = Lodged().File();
        var after = Decider.Evolve(before, new LapseObserved("issue-applicant-document", Norm(), Given.Date("2024-01-18")), Given.Date("2024-01-19"));
        Assert.Equal(before, after with { Events = before.Events });
    }

    private static string Norm() => Lodged().AheadOn("2024-01-16").Steps.Single(step => step.Code == "issue-applicant-document").Norm;
}
