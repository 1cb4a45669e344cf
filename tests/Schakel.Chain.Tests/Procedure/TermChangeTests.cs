using Schakel.Chain.Procedure;
using Schakel.Norms.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Lodged on 1 March 2022, before any general extension: to be decided by 1 September, unless something moves that day.</summary>
public sealed class TermChangeTests
{
    private static readonly ReceiveDefaultNotice Notice = new();
    private static readonly SuspendDecisionPeriod Suspend = new(Officials.Deciding, SuspensionGround.Completion);
    private static readonly DecisionPeriodSuspended Suspended = new(SuspensionGround.Completion, "decision-period.suspension-1a", Officials.Deciding);
    private static readonly ResumeDecisionPeriod Resume = new(Officials.Deciding);
    private static readonly DecisionPeriodResumed Resumed = new(Officials.Deciding);

    private static Given InTrackFour(string lodged = "2022-03-01") => AnAdult().Lodged(lodged).InTrack(Track.General, "2022-03-05");

    private static ExtendDecisionPeriod By(int months, PeriodExtension reason = PeriodExtension.Complexity) => new(Officials.Deciding, months, reason);

    private static DecisionPeriodExtended Extended(int months, PeriodExtension reason = PeriodExtension.Complexity) => new(
        months,
        reason,
        reason == PeriodExtension.CarefulExamination ? "decision-period.second-extension" : "decision-period.first-extension",
        Officials.Deciding);

    private static void AssertEndsOn(Given given, string last)
    {
        given.When(Notice, last).ThenRefused("default-notice.premature", last);
        given.When(Notice, Date(last).PlusDays(1).ToString()).Then(new DefaultNoticeReceived());
    }

    [Fact]
    public void Unmoved_the_period_is_six_months() => AssertEndsOn(InTrackFour(), "2022-09-01");

    [Fact]
    public void A_period_is_suspended_on_a_ground() => InTrackFour().When(Suspend, "2022-04-01").Then(Suspended);

    [Fact]
    public void Not_without_one() =>
        InTrackFour().When(Suspend with { Ground = SuspensionGround.Unspecified }, "2022-04-01").ThenRefused("decision-period.no-ground");

    [Fact]
    public void Not_twice() =>
        InTrackFour().Happened("2022-04-01", Suspended).When(Suspend, "2022-04-02").ThenRefused("decision-period.already-suspended");

    [Fact]
    public void A_period_that_is_over_is_not_suspended() =>
        InTrackFour().When(Suspend, "2022-09-02").ThenRefused("decision-period.over", "2022-09-01");

    [Fact]
    public void On_its_last_day_it_still_can_be() => InTrackFour().When(Suspend, "2022-09-01").Then(Suspended);

    [Fact]
    public void In_track_one_no_period_runs() =>
        AnAdult().Lodged("2022-03-01").InTrack(Track.Dublin, "2022-03-05").When(Suspend, "2022-04-01").ThenRefused("decision-period.not-running");

    [Fact]
    public void While_it_stands_still_a_notice_of_default_has_no_effect() =>
        InTrackFour().Happened("2022-04-01", Suspended).When(Notice, "2023-04-01").ThenRefused("default-notice.period-stands-still");

    [Fact]
    public void It_is_resumed() => InTrackFour().Happened("2022-04-01", Suspended).When(Resume, "2022-04-11").Then(Resumed);

    [Fact]
    public void What_runs_is_not_resumed() => InTrackFour().When(Resume, "2022-04-11").ThenRefused("decision-period.not-suspended");

    [Fact]
    public void Nor_what_was_never_asked() => AnAdult().Arrived("2022-03-01").When(Resume, "2022-04-11").ThenRefused("application.none-open");

    [Fact] // 2 through 10 April did not count: nine days.
    public void The_days_it_stood_still_come_at_the_end() =>
        AssertEndsOn(InTrackFour().Happened("2022-04-01", Suspended).Happened("2022-04-11", Resumed), "2022-09-10");

    [Fact]
    public void Two_suspensions_add_up() =>
        AssertEndsOn(
            InTrackFour().Happened("2022-04-01", Suspended).Happened("2022-04-11", Resumed)
                .Happened("2022-05-01", Suspended).Happened("2022-05-03", Resumed),
            "2022-09-11");

    [Fact]
    public void Resumed_on_the_next_day_nothing_stood_still() =>
        AssertEndsOn(InTrackFour().Happened("2022-04-01", Suspended).Happened("2022-04-02", Resumed), "2022-09-01");

    [Fact]
    public void A_complex_case_gets_nine_months_more() => InTrackFour().When(By(9), "2022-08-30").Then(Extended(9));

    [Fact]
    public void They_count_from_the_end() => AssertEndsOn(InTrackFour().Happened("2022-08-30", Extended(9)), "2023-06-01");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10)]
    public void More_than_nine_or_less_than_one_there_is_not(int months) =>
        InTrackFour().When(By(months), "2022-08-30").ThenRefused("decision-period.extension-too-long");

    [Fact]
    public void Notice_comes_before_the_period_ends() =>
        InTrackFour().When(By(9), "2022-09-02").ThenRefused("decision-period.over", "2022-09-01");

    [Fact]
    public void The_first_extension_is_given_once() =>
        InTrackFour().Happened("2022-08-30", Extended(3)).When(By(6), "2022-09-02").ThenRefused("decision-period.already-extended");

    [Fact]
    public void A_suspended_period_is_not_extended() =>
        InTrackFour().Happened("2022-04-01", Suspended).When(By(6), "2022-04-02").ThenRefused("decision-period.already-suspended");

    [Fact]
    public void A_second_extension_follows_the_first() =>
        InTrackFour().When(By(3, PeriodExtension.CarefulExamination), "2022-08-30").ThenRefused("decision-period.second-before-first");

    [Fact]
    public void And_adds_three_months() =>
        AssertEndsOn(InTrackFour().Happened("2022-08-30", Extended(9), Extended(3, PeriodExtension.CarefulExamination)), "2023-09-01");

    [Fact]
    public void It_is_accepted_after_the_first() =>
        InTrackFour().Happened("2022-08-30", Extended(9)).When(By(3, PeriodExtension.CarefulExamination), "2023-05-01")
            .Then(Extended(3, PeriodExtension.CarefulExamination));

    [Fact] // Lodged in 2023: the general extension gave nine months to everyone.
    public void What_policy_gave_already_is_not_given_again() =>
        AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-05").When(By(9), "2024-02-01")
            .ThenRefused("decision-period.extension-without-effect");

    [Fact]
    public void A_general_extension_counts_as_the_first() =>
        AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-05").When(By(3, PeriodExtension.CarefulExamination), "2024-02-01")
            .Then(Extended(3, PeriodExtension.CarefulExamination));

    [Fact]
    public void A_decision_within_the_moved_period_is_in_time() =>
        InTrackFour().Interviewed("2022-03-27").Extended("2022-04-05").Happened("2022-08-30", Extended(9))
            .When(new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee), "2023-06-01")
            .Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));

    [Fact]
    public void And_a_day_later_a_breach() =>
        InTrackFour().Interviewed("2022-03-27").Extended("2022-04-05").Happened("2022-08-30", Extended(9))
            .When(new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee), "2023-06-02")
            .Then(
                new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding),
                new BreachRecorded("decision-period", Date("2023-06-01")));

    [Fact] // The ledger moves the day; the grounds say what did.
    public void The_last_day_says_what_moved_it()
    {
        var application = ApplicationState.Lodged(1, Date("2022-03-01")) with
        {
            Track = Track.General,
            Ledger = TermLedger.Empty with
            {
                FirstMonths = 9,
                Suspensions = [new(Date("2022-04-02"), Date("2022-04-10"), SuspensionGround.Completion)],
            },
        };
        var grounds = DecisionTerm.Explain(application, Norms.Regimes.January2024);
        Assert.NotNull(grounds);
        var norms = grounds.Norms.Select(norm => norm.Norm).ToArray();
        Assert.Contains("decision-period.length", norms);
        Assert.Contains("decision-period.first-extension", norms);
        Assert.Contains("decision-period.suspension-1a", norms);
        Assert.Equal(Date("2023-06-10"), DecisionTerm.LastDay(application, Norms.Regimes.January2024));
    }
}

/// <summary>Which policy a decision rested on, and what a moratorium does to the days.</summary>
public sealed class CountryPolicyTests
{
    private static readonly PolicyVersion Policy = new(Registration.IdentityTests.Country("SDN"), Date("2021-07-10"));

    private static Given InTrackFour() => AnAdult().Lodged("2022-03-01").InTrack(Track.General, "2022-03-05");

    private static ApplyMoratorium Apply(MoratoriumKind kind, string until) => new(Officials.Deciding, kind, Policy, Date(until));

    private static MoratoriumApplied Applied(MoratoriumKind kind, string until) => new(kind, Policy, Date(until), Officials.Deciding);

    [Fact]
    public void A_decision_moratorium_is_applied() =>
        InTrackFour().When(Apply(MoratoriumKind.Decision, "2023-01-10"), "2022-04-01").Then(Applied(MoratoriumKind.Decision, "2023-01-10"));

    [Fact]
    public void It_moves_the_last_day_to_decide() =>
        InTrackFour().Happened("2022-04-01", Applied(MoratoriumKind.Decision, "2023-01-10")).When(new ReceiveDefaultNotice(), "2022-12-01")
            .ThenRefused("default-notice.premature", "2023-01-10");

    [Fact]
    public void Twenty_one_months_after_lodging_it_ends_at_the_latest() =>
        InTrackFour().Happened("2022-04-01", Applied(MoratoriumKind.Decision, "2024-12-31")).When(new ReceiveDefaultNotice(), "2022-12-02")
            .ThenRefused("default-notice.premature", "2023-12-01");

    [Fact]
    public void Lifted_it_moves_nothing_beyond_that_day() =>
        InTrackFour().Happened("2022-04-01", Applied(MoratoriumKind.Decision, "2023-01-10"))
            .Happened("2022-10-01", new MoratoriumLifted(MoratoriumKind.Decision)).When(new ReceiveDefaultNotice(), "2022-10-02")
            .Then(new DefaultNoticeReceived());

    [Fact]
    public void Lifting_is_accepted() =>
        InTrackFour().Happened("2022-04-01", Applied(MoratoriumKind.Decision, "2023-01-10"))
            .When(new LiftMoratorium(Officials.Deciding, MoratoriumKind.Decision), "2022-10-01").Then(new MoratoriumLifted(MoratoriumKind.Decision));

    [Fact]
    public void What_does_not_hold_is_not_lifted() =>
        InTrackFour().Happened("2022-04-01", Applied(MoratoriumKind.Decision, "2023-01-10"))
            .When(new LiftMoratorium(Officials.Deciding, MoratoriumKind.Departure), "2022-10-01").ThenRefused("moratorium.none-holds");

    [Fact]
    public void Nobody_who_is_not_here_has_one() =>
        AnAdult().When(new LiftMoratorium(Officials.Deciding, MoratoriumKind.Departure), "2022-10-01").ThenRefused("file.not-opened");

    [Fact]
    public void A_policy_of_later_does_not_hold_yet() =>
        InTrackFour().When(Apply(MoratoriumKind.Decision, "2023-01-10") with { Policy = Policy with { Of = Date("2022-04-02") } }, "2022-04-01")
            .ThenRefused("policy.not-yet", "2022-04-02");

    [Fact]
    public void A_moratorium_of_the_past_does_not_hold() =>
        InTrackFour().When(Apply(MoratoriumKind.Decision, "2022-03-31"), "2022-04-01").ThenRefused("moratorium.past", "2022-03-31");

    [Fact]
    public void Before_the_directive_there_was_none() =>
        AnAdult().Lodged("2015-06-01").InTrack(Track.General, "2015-06-05")
            .When(Apply(MoratoriumKind.Decision, "2015-12-01") with { Policy = Policy with { Of = Date("2015-06-01") } }, "2015-07-01")
            .ThenRefused("moratorium.not-in-force");

    [Fact]
    public void A_departure_moratorium_lasts_a_year_at_most() =>
        InTrackFour().When(Apply(MoratoriumKind.Departure, "2022-07-11"), "2022-04-01").ThenRefused("moratorium.too-long", "2022-07-10");

    [Fact]
    public void And_holds_for_whoever_was_refused() =>
        InTrackFour().Decided(DecisionOutcome.Unfounded, "2022-03-20").When(Apply(MoratoriumKind.Departure, "2022-07-10"), "2022-04-01")
            .Then(Applied(MoratoriumKind.Departure, "2022-07-10"));

    [Fact] // The regime is asked on the day of the act.
    public void A_decision_names_ground_reasons_and_policy() =>
        InTrackFour().Interviewed("2022-03-27").Extended("2022-04-05")
            .When(
                new DecideApplication(Officials.Deciding, DecisionOutcome.GrantSubsidiary)
                {
                    Ground = DecisionGround.SeriousHarm,
                    Reasons = new(812),
                    Policy = Policy,
                },
                "2022-05-01")
            .Then(new ApplicationDecided(DecisionOutcome.GrantSubsidiary, false, Officials.Deciding, DecisionGround.SeriousHarm, new(812), Policy));

    [Theory]
    [InlineData(DecisionOutcome.GrantRefugee, DecisionGround.SeriousHarm)]
    [InlineData(DecisionOutcome.GrantSubsidiary, DecisionGround.CameLate)]
    [InlineData(DecisionOutcome.Unfounded, DecisionGround.SafeCountryOfOrigin)]
    [InlineData(DecisionOutcome.Inadmissible, DecisionGround.NoGroundForPermit)]
    public void A_ground_carries_its_own_kind_of_decision(DecisionOutcome outcome, DecisionGround ground) =>
        InTrackFour().Interviewed("2022-03-27").When(new DecideApplication(Officials.Deciding, outcome) { Ground = ground }, "2022-05-01")
            .ThenRefused("decision.ground-does-not-fit");

    [Fact]
    public void Every_ground_carries_a_kind_of_decision()
    {
        foreach (var ground in Enum.GetValues<DecisionGround>())
        {
            Assert.Single(Enum.GetValues<DecisionOutcome>(), outcome => InTrackFour().Interviewed("2022-03-27").When(
                new DecideApplication(Officials.Deciding, outcome) { Ground = ground }, "2022-05-01").Refused != "decision.ground-does-not-fit");
        }
    }

    [Fact]
    public void A_decision_does_not_rest_on_a_policy_of_later() =>
        InTrackFour().Interviewed("2022-03-27")
            .When(
                new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee) { Policy = Policy with { Of = Date("2022-05-02") } },
                "2022-05-01")
            .ThenRefused("policy.not-yet", "2022-05-02");
}
