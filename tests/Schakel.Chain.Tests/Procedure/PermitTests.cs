using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Histories of permit holders. The permit of five years counts from the application, 1 March 2019.</summary>
internal static class Holders
{
    public static Given Holder(DecisionOutcome outcome = DecisionOutcome.GrantRefugee) =>
        AnAdult().Lodged("2019-03-01").Happened("2019-09-02", new ApplicationDecided(outcome, false, Officials.Deciding), new PermitIssued(60));

    public static Given Expired() => Holder().Happened("2024-03-02", new PermitExpired(Date("2024-03-01")));

    public static Given Intended(WithdrawalGround ground = WithdrawalGround.FalseData) =>
        Holder().Happened("2024-04-02", new WithdrawalIntended(ground, Officials.Deciding));

    public static Given Heard() =>
        Intended().Happened("2024-04-20", new WithdrawalViewSubmitted(true)).Happened("2024-05-15", new HeardOnWithdrawal(true));

    public static Given Withdrawn() => Heard().Happened("2024-05-20", new PermitWithdrawn(WithdrawalGround.FalseData, Officials.Deciding));

    public static Given OfUnknownPast() => AnAdult().Happened("2024-01-10", new FileTakenOver(
        Home, Date("1990-05-01"), FamilyRole.Main, TakenOverStage.Housed, default, null, Modality.Regular));
}

public sealed class RenewalTests
{
    private static readonly RequestRenewal Request = new();
    private static readonly DecideRenewal Grant = new(Officials.Deciding, Granted: true);
    private static readonly RecordPermitExpiry Expiry = new(Official.Clock);

    [Fact]
    public void A_holder_may_ask_for_renewal() => Holders.Holder().When(Request, "2024-01-15").Then(new RenewalRequested());

    [Fact]
    public void Late_too() => Holders.Expired().When(Request, "2024-05-01").Then(new RenewalRequested());

    [Fact]
    public void Nobody_else() => Courts.Rejected().When(Request, "2024-01-15").ThenRefused("permit.none");

    [Fact]
    public void Once_at_a_time() => Holders.Holder().Happened("2024-01-15", new RenewalRequested()).When(Request, "2024-01-16").ThenRefused("renewal.pending");

    [Fact]
    public void An_indefinite_permit_needs_none() =>
        Holders.Holder().Happened("2024-02-05", new IndefinitePermitRequested())
            .Happened("2024-03-04", new IndefinitePermitDecided(true, IntegrationStanding.Passed, Officials.Deciding))
            .When(Request, "2024-03-05").ThenRefused("renewal.indefinite");

    [Fact]
    public void It_is_granted_for_the_duration_of_the_law() =>
        Holders.Holder().Happened("2024-01-15", new RenewalRequested()).When(Grant, "2024-07-15").Then(new RenewalDecided(true, 60, Officials.Deciding));

    [Fact]
    public void After_six_months_that_is_a_breach() =>
        Holders.Holder().Happened("2024-01-15", new RenewalRequested()).When(Grant, "2024-07-16")
            .Then(new RenewalDecided(true, 60, Officials.Deciding), new BreachRecorded("renewal-period", Date("2024-07-15")));

    [Fact]
    public void Not_unasked() => Holders.Holder().When(Grant, "2024-07-15").ThenRefused("renewal.not-requested");

    [Fact]
    public void Asked_in_time_the_new_years_follow_on_the_old() =>
        Assert.Equal("2029-03-01", Renewed(Holders.Holder(), "2024-01-15"));

    [Fact]
    public void Asked_late_they_begin_with_the_asking() => Assert.Equal("2029-05-01", Renewed(Holders.Expired(), "2024-05-01"));

    private static string? Renewed(Given given, string asked)
    {
        var permit = given.Happened(asked, new RenewalRequested()).Happened("2024-06-03", new RenewalDecided(true, 60, Officials.Deciding)).Now().Procedure.Permit;
        return permit is null ? null : Permits.LastDay(permit)?.ToString();
    }

    [Fact]
    public void It_is_refused_after_intention_and_hearing() =>
        Holders.Heard().Happened("2024-02-15", new RenewalRequested()).When(Grant with { Granted = false }, "2024-05-20")
            .Then(new RenewalDecided(false, null, Officials.Deciding));

    [Fact]
    public void Not_without() =>
        Holders.Holder().Happened("2024-01-15", new RenewalRequested()).When(Grant with { Granted = false }, "2024-05-20")
            .ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void Not_while_the_permit_still_runs() =>
        Holders.Holder().Happened("2023-10-02", new RenewalRequested(), new WithdrawalIntended(WithdrawalGround.GroundLapsed, Officials.Deciding))
            .Happened("2023-11-20", new HeardOnWithdrawal(false)).When(Grant with { Granted = false }, "2024-03-01")
            .ThenRefused("permit.runs", "2024-03-01");

    [Fact]
    public void A_refused_renewal_can_be_appealed_and_that_suspends() =>
        Holders.Heard().Happened("2024-02-15", new RenewalRequested()).Happened("2024-05-20", new RenewalDecided(false, null, Officials.Deciding))
            .When(new LodgeAppeal(), "2024-06-17").Then(new AppealLodged(Suspensive: true));

    [Fact] // The holder then waits for that decision lawfully, whatever the permit's last day.
    public void When_that_refusal_is_annulled_the_request_waits_for_a_decision_again() =>
        Holders.Heard().Happened("2024-02-15", new RenewalRequested()).Happened("2024-05-20", new RenewalDecided(false, null, Officials.Deciding))
            .Happened("2024-06-01", new AppealLodged(true)).Happened("2024-11-04", new AppealRuled(true))
            .When(Grant, "2024-11-20").Then(new RenewalDecided(true, 60, Officials.Deciding), new BreachRecorded("renewal-period", Date("2024-08-15")));

    [Fact]
    public void The_clock_records_that_a_permit_expired() =>
        Holders.Holder().When(Expiry, "2024-03-02").Then(new PermitExpired(Date("2024-03-01")));

    [Fact]
    public void Not_on_its_last_day() => Holders.Holder().When(Expiry, "2024-03-01").ThenRefused("permit.runs", "2024-03-01");

    [Fact]
    public void Not_while_a_renewal_is_awaited() =>
        Holders.Holder().Happened("2024-02-15", new RenewalRequested()).When(Expiry, "2024-03-02").ThenRefused("renewal.pending");

    [Fact]
    public void Not_when_nobody_knows_its_last_day() => Holders.OfUnknownPast().When(Expiry, "2030-03-02").ThenRefused("permit.no-last-day");

    [Fact]
    public void An_expired_permit_is_not_issued_again() =>
        Holders.Expired().When(new IssuePermit(Officials.Deciding, 60), "2024-03-05").ThenRefused("permit.expired");
}

public sealed class IndefinitePermitTests
{
    private static readonly RequestIndefinitePermit Request = new();
    private static readonly DecideIndefinitePermit Grant = new(Officials.Deciding, Granted: true, IntegrationStanding.Passed);

    private static Given Asked() => Holders.Holder().Happened("2024-02-05", new IndefinitePermitRequested());

    [Fact]
    public void It_may_be_asked_for_four_weeks_before_five_years() =>
        Holders.Holder().When(Request, "2024-02-02").Then(new IndefinitePermitRequested());

    [Fact]
    public void Not_earlier() => Holders.Holder().When(Request, "2024-02-01").ThenRefused("indefinite-permit.too-early", "2024-02-02");

    [Fact]
    public void Not_without_a_permit() => Courts.Rejected().When(Request, "2024-02-02").ThenRefused("permit.none");

    [Fact]
    public void Not_when_the_years_are_not_known() =>
        Holders.OfUnknownPast().When(Request, "2024-02-02").ThenRefused("indefinite-permit.stay-not-known");

    [Fact]
    public void Not_when_the_law_no_longer_has_it() =>
        Holders.Holder().UnderLawWith("indefinite-permit.available", "false").When(Request, "2024-02-02").ThenRefused("indefinite-permit.not-available");

    [Fact]
    public void A_renewed_permit_counts_from_the_first() =>
        Holders.Holder().Happened("2024-01-15", new RenewalRequested()).Happened("2024-06-03", new RenewalDecided(true, 60, Officials.Deciding))
            .When(Request, "2024-06-04").Then(new IndefinitePermitRequested());

    [Fact]
    public void One_renewed_late_counts_anew() =>
        Holders.Expired().Happened("2024-05-01", new RenewalRequested()).Happened("2024-06-03", new RenewalDecided(true, 60, Officials.Deciding))
            .When(Request, "2024-06-04").ThenRefused("indefinite-permit.too-early", "2029-04-03");

    [Theory]
    [InlineData(IntegrationStanding.Passed)]
    [InlineData(IntegrationStanding.Exempt)]
    public void It_is_granted_after_five_years_and_integration(IntegrationStanding standing) =>
        Asked().When(Grant with { Integration = standing }, "2024-03-04").Then(new IndefinitePermitDecided(true, standing, Officials.Deciding));

    [Fact]
    public void Not_before_the_years_are_complete() =>
        Asked().When(Grant, "2024-02-29").ThenRefused("indefinite-permit.years-not-complete", "2024-03-01");

    [Fact]
    public void Not_without_integration() =>
        Asked().When(Grant with { Integration = IntegrationStanding.NotPassed }, "2024-03-04").ThenRefused("indefinite-permit.not-integrated");

    [Fact]
    public void Not_unasked() => Holders.Holder().When(Grant, "2024-03-04").ThenRefused("indefinite-permit.not-requested");

    [Fact]
    public void Refusing_needs_an_intention() =>
        Asked().When(Grant with { Granted = false }, "2024-03-04").ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void It_does_not_end() =>
        Asked().Happened("2024-03-04", new IndefinitePermitDecided(true, IntegrationStanding.Passed, Officials.Deciding))
            .When(new RecordPermitExpiry(Official.Clock), "2040-03-04").ThenRefused("renewal.indefinite");
}

public sealed class WithdrawalTests
{
    private static readonly IntendWithdrawal Intend = new(Officials.Deciding, WithdrawalGround.FalseData);
    private static readonly SubmitWithdrawalView View = new();
    private static readonly HearOnWithdrawal Hear = new(Officials.Hearing, Appeared: true);
    private static readonly WithdrawPermit Withdraw = new(Officials.Deciding);
    private static readonly AbandonWithdrawal Abandon = new(Officials.Deciding);
    private static readonly GiveUpPermit GiveUp = new(InPerson: true, LawyerPresent: true, InterpreterPresent: true);

    [Fact]
    public void A_withdrawal_begins_with_an_intention_on_a_ground() =>
        Holders.Holder().When(Intend, "2024-04-02").Then(new WithdrawalIntended(WithdrawalGround.FalseData, Officials.Deciding));

    [Fact]
    public void Not_without_a_permit() => Courts.Rejected().When(Intend, "2024-04-02").ThenRefused("permit.none");

    [Fact]
    public void Not_twice() => Holders.Intended().When(Intend, "2024-04-03").ThenRefused("permit-withdrawal.already-intended");

    [Fact]
    public void A_broken_tie_matters_to_a_derived_permit_only() =>
        Holders.Holder().When(Intend with { Ground = WithdrawalGround.FamilyTieBroken }, "2024-04-02").ThenRefused("permit-withdrawal.not-derived");

    [Fact]
    public void There_it_does() =>
        Holders.Holder(DecisionOutcome.GrantDerived).When(Intend with { Ground = WithdrawalGround.FamilyTieBroken }, "2024-04-02")
            .Then(new WithdrawalIntended(WithdrawalGround.FamilyTieBroken, Officials.Deciding));

    [Theory] // Six weeks from 2 April 2024.
    [InlineData("2024-05-14", true)]
    [InlineData("2024-05-15", false)]
    public void The_holder_gives_a_view(string on, bool inTime) => Holders.Intended().When(View, on).Then(new WithdrawalViewSubmitted(inTime));

    [Fact]
    public void Not_on_nothing() => Holders.Holder().When(View, "2024-05-14").ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void Not_a_second_view() =>
        Holders.Intended().Happened("2024-04-20", new WithdrawalViewSubmitted(true)).When(View, "2024-04-21").ThenRefused("permit-withdrawal.already-viewed");

    [Fact]
    public void Then_the_holder_is_heard() =>
        Holders.Intended().Happened("2024-04-20", new WithdrawalViewSubmitted(true)).When(Hear, "2024-05-01").Then(new HeardOnWithdrawal(true));

    [Fact]
    public void Without_a_view_not_before_its_period_is_over() =>
        Holders.Intended().When(Hear, "2024-05-14").ThenRefused("permit-withdrawal.view-period-runs", "2024-05-14");

    [Fact]
    public void Not_heard_on_nothing() => Holders.Holder().When(Hear, "2024-05-14").ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void Not_heard_twice() => Holders.Heard().When(Hear, "2024-05-16").ThenRefused("permit-withdrawal.already-heard");

    [Fact]
    public void A_named_official_withdraws() =>
        Holders.Heard().When(Withdraw, "2024-05-20").Then(new PermitWithdrawn(WithdrawalGround.FalseData, Officials.Deciding));

    [Fact]
    public void Not_without_an_intention() => Holders.Holder().When(Withdraw, "2024-05-20").ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void Not_while_the_view_is_awaited() =>
        Holders.Intended().When(Withdraw, "2024-05-14").ThenRefused("permit-withdrawal.view-period-runs", "2024-05-14");

    [Fact]
    public void Not_unheard() => Holders.Intended().When(Withdraw, "2024-05-20").ThenRefused("permit-withdrawal.not-heard");

    [Fact]
    public void Nor_what_is_withdrawn() => Holders.Withdrawn().When(Withdraw, "2024-05-21").ThenRefused("permit.none");

    [Fact]
    public void The_intention_may_be_taken_back() => Holders.Intended().When(Abandon, "2024-04-20").Then(new WithdrawalAbandoned(Officials.Deciding));

    [Fact]
    public void Not_what_was_not_intended() => Holders.Holder().When(Abandon, "2024-04-20").ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void Nor_in_a_file_that_is_not_open() => AnAdult().When(Abandon, "2024-04-20").ThenRefused("file.not-opened");

    [Fact]
    public void After_it_withdrawing_begins_anew() =>
        Holders.Heard().Happened("2024-05-16", new WithdrawalAbandoned(Officials.Deciding)).When(Withdraw, "2024-05-20")
            .ThenRefused("permit-withdrawal.not-intended");

    [Fact]
    public void A_withdrawal_can_be_appealed_for_four_weeks_and_that_suspends() =>
        Holders.Withdrawn().When(new LodgeAppeal(), "2024-06-17").Then(new AppealLodged(Suspensive: true));

    [Fact]
    public void Not_longer() => Holders.Withdrawn().When(new LodgeAppeal(), "2024-06-18").ThenRefused("appeal.too-late", "2024-06-17");

    [Fact]
    public void Until_then_nobody_works_on_return() =>
        Holders.Withdrawn().When(new OpenReturnFile(Officials.Returning), "2024-06-17").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void After_it_there_is_a_duty_to_depart() =>
        Holders.Withdrawn().When(new OpenReturnFile(Officials.Returning), "2024-06-18").Then(new ReturnFileOpened());

    [Fact]
    public void Annulled_at_court_the_permit_is_held_again()
    {
        var procedure = Holders.Withdrawn().Happened("2024-06-01", new AppealLodged(true)).Happened("2024-11-04", new AppealRuled(true)).Now().Procedure;
        Assert.Equal("2024-03-01", Permits.LastDay(procedure.Permit!)?.ToString());
        Assert.Equal(DecisionOutcome.GrantRefugee, procedure.Decision?.Outcome);
        Assert.Null(procedure.Open);
    }

    [Fact]
    public void And_withdrawn_again_when_that_annulment_is_set_aside()
    {
        var procedure = Holders.Withdrawn().Happened("2024-06-01", new AppealLodged(true)).Happened("2024-11-04", new AppealRuled(true))
            .Happened("2024-11-20", new FurtherAppealLodged(true)).Happened("2025-03-03", new FurtherAppealRuled(FurtherAppealOutcome.RulingSetAside)).Now().Procedure;
        Assert.Null(procedure.Permit);
        Assert.Equal(WithdrawalGround.FalseData, procedure.Decision?.Withdrawn?.Ground);
    }

    [Fact]
    public void A_holder_may_give_the_permit_up() => Holders.Holder().When(GiveUp, "2023-05-01").Then(new PermitGivenUp());

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Never_by_a_click(bool inPerson, bool lawyer, bool interpreter) =>
        Holders.Holder().When(new GiveUpPermit(inPerson, lawyer, interpreter), "2023-05-01").ThenRefused("permit-withdrawal.given-up-by-a-click");

    [Fact]
    public void Nor_what_one_does_not_have() => Courts.Rejected().When(GiveUp, "2023-12-20").ThenRefused("permit.none");

    [Fact]
    public void Who_gave_it_up_may_be_helped_to_return() =>
        Holders.Holder().Happened("2023-05-01", new PermitGivenUp()).When(new RequestAssistedReturn(), "2023-05-02").Then(new AssistedReturnRequested());
}
