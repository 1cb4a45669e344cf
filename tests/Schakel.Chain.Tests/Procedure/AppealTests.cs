using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

public sealed class AppealTests
{
    private static readonly LodgeAppeal Appeal = new();

    private static Given Rejected(bool extended = true, DecisionOutcome outcome = DecisionOutcome.Unfounded)
    {
        var given = AnAdult().Lodged("2023-10-02").InTrack(Track.General, "2023-10-05").Interviewed("2023-12-11");
        return (extended ? given.Extended("2023-12-13") : given).Intended("2023-12-13").Viewed("2023-12-14")
            .Decided(outcome, "2023-12-18", inGeneralProcedure: !extended);
    }

    [Fact]
    public void A_rejection_in_the_extended_procedure_can_be_appealed_for_four_weeks() =>
        Rejected().When(Appeal, "2024-01-15").Then(new AppealLodged(Suspensive: true));

    [Fact]
    public void Not_a_day_longer() => Rejected().When(Appeal, "2024-01-16").ThenRefused("appeal.too-late", "2024-01-15");

    [Fact]
    public void A_manifestly_unfounded_claim_has_an_appeal_that_does_not_suspend() =>
        Rejected(outcome: DecisionOutcome.ManifestlyUnfounded).When(Appeal, "2023-12-22").Then(new AppealLodged(Suspensive: false));

    [Fact]
    public void Refugee_status_is_not_appealed() => Protected(DecisionOutcome.GrantRefugee).When(Appeal, "2024-02-09").ThenRefused("appeal.nothing-to-appeal");

    [Fact]
    public void Who_has_subsidiary_protection_may_go_to_court_for_refugee_status() =>
        Protected(DecisionOutcome.GrantSubsidiary).When(Appeal, "2024-02-09").Then(new AppealLodged(Suspensive: false));

    [Fact]
    public void The_court_may_give_refugee_status_once() =>
        Protected(DecisionOutcome.GrantSubsidiary).Happened("2024-02-09", new AppealLodged(false)).Happened("2024-09-02", new AppealRuled(true))
            .When(Appeal, "2024-09-03").ThenRefused("appeal.nothing-to-appeal");

    private static Given Protected(DecisionOutcome outcome) =>
        AnAdult().Lodged("2023-10-02").Happened("2024-02-08", new ApplicationDecided(outcome, true, Officials.Deciding), new PermitIssued(60));

    [Fact]
    public void Nothing_is_appealed_before_the_decision() =>
        AnAdult().Lodged("2023-10-02").When(Appeal, "2024-02-09").ThenRefused("appeal.nothing-to-appeal");

    [Fact]
    public void There_is_one_appeal() =>
        Rejected().Happened("2023-12-20", new AppealLodged(true)).When(Appeal, "2023-12-21").ThenRefused("appeal.already-lodged");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_court_rules(bool upheld) =>
        Rejected().Happened("2023-12-20", new AppealLodged(true)).When(new RuleOnAppeal(Officials.Judge, upheld), "2024-05-29")
            .Then(new AppealRuled(upheld));

    [Fact]
    public void A_ruling_after_twenty_three_weeks_is_a_breach() =>
        Rejected().Happened("2023-12-20", new AppealLodged(true)).When(new RuleOnAppeal(Officials.Judge, false), "2024-05-30")
            .Then(new AppealRuled(false), new BreachRecorded("ruling-period", Date("2024-05-29")));

    [Fact]
    public void After_four_when_the_appeal_had_a_week() =>
        Rejected(outcome: DecisionOutcome.ManifestlyUnfounded).Happened("2023-12-20", new AppealLodged(false))
            .When(new RuleOnAppeal(Officials.Judge, false), "2024-01-18")
            .Then(new AppealRuled(false), new BreachRecorded("ruling-period", Date("2024-01-17")));

    [Fact]
    public void The_court_rules_on_nothing_that_was_not_brought() =>
        Rejected().When(new RuleOnAppeal(Officials.Judge, true), "2024-06-03").ThenRefused("appeal.none-pending");

    [Fact]
    public void The_court_rules_once() =>
        Rejected().Happened("2023-12-20", new AppealLodged(true)).Happened("2024-06-03", new AppealRuled(false))
            .When(new RuleOnAppeal(Officials.Judge, true), "2024-06-04").ThenRefused("appeal.none-pending");

    [Fact]
    public void After_an_annulment_the_application_is_decided_again() =>
        Rejected().Happened("2023-12-20", new AppealLodged(true)).Happened("2024-06-03", new AppealRuled(true))
            .When(new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee), "2025-06-04")
            .Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));
}
