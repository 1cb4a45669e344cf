using Schakel.Chain.Return;
using Schakel.Norms.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

public sealed class ReturnDecisionTests
{
    private static readonly IssueReturnDecision Issue = new(Officials.Deciding, AtOnce: false);
    private static readonly ReturnDecisionIssued Issued = new(AtOnce: false, Officials.Deciding);

    [Fact]
    public void After_a_permit_expired_there_is_a_return_decision() => Procedure.Holders.Expired().When(Issue, "2024-03-05").Then(Issued);

    [Fact]
    public void Not_before() => Procedure.Holders.Holder().When(Issue, "2024-02-05").ThenRefused("return-decision.may-stay");

    [Fact]
    public void Nor_on_someone_who_has_yet_to_lodge() =>
        AnAdult().Arrived("2024-01-15").When(Issue, "2024-01-16").ThenRefused("return-decision.may-stay");

    [Fact]
    public void But_on_someone_who_gave_the_permit_up() =>
        Procedure.Holders.Holder().Happened("2023-05-01", new Chain.Procedure.PermitGivenUp()).When(Issue, "2023-05-02").Then(Issued);

    [Fact]
    public void A_rejection_is_one_by_law() => ReturnFileTests.Refused().When(Issue, "2023-06-05").ThenRefused("return-decision.follows-by-law");

    [Fact]
    public void Not_twice() =>
        Procedure.Holders.Expired().Happened("2024-03-05", Issued).When(Issue, "2024-03-06").ThenRefused("return-decision.already-issued");

    [Fact]
    public void A_transfer_is_no_return() => ReturnFileTests.NotTakenUp().When(Issue, "2023-06-05").ThenRefused("departure.transfer-instead");

    [Fact]
    public void On_a_minor_not_before_adequate_reception() =>
        ReturnFileTests.Refused(AnUnaccompaniedMinor()).When(Issue, "2023-06-05").ThenRefused("return-decision.no-adequate-reception");

    [Fact]
    public void But_after_it() =>
        ReturnFileTests.Refused(AnUnaccompaniedMinor()).Happened("2023-06-01", new AdequateReceptionEstablished(Officials.Returning))
            .When(Issue, "2023-06-05").Then(Issued);

    [Fact]
    public void It_gives_a_duty_to_depart() =>
        Procedure.Holders.Expired().Happened("2024-03-05", Issued).When(new OpenReturnFile(Officials.Returning), "2024-03-06").Then(new ReturnFileOpened());

    [Fact]
    public void Without_it_there_is_none() =>
        Procedure.Holders.Expired().When(new OpenReturnFile(Officials.Returning), "2024-03-06").ThenRefused("return.not-refused");

    [Fact] // Four weeks end on 2 April 2024, Easter Monday being the day before.
    public void And_time_to_leave() =>
        Procedure.Holders.Expired().Happened("2024-03-05", Issued, new ReturnFileOpened())
            .When(new Depart(Officials.Returning, DepartureKind.Forced), "2024-04-02").ThenRefused("departure.period-runs", "2024-04-02");

    [Fact]
    public void Unless_at_once() =>
        Procedure.Holders.Expired().Happened("2024-03-05", Issued with { AtOnce = true }, new ReturnFileOpened())
            .When(new Depart(Officials.Returning, DepartureKind.Forced), "2024-03-06").ThenRefused("departure.no-travel-document");
}

public sealed class ReturnCounsellorTests
{
    private static readonly Official Other = new(31, OfficialRoles.ReturnOfficer);
    private static readonly AssignReturnCounsellor Assign = new(Officials.Returning, Officials.Returning);

    [Fact]
    public void A_counsellor_is_assigned() =>
        ReturnFileTests.Returning().When(Assign, "2023-06-02").Then(new ReturnCounsellorAssigned(Officials.Returning));

    [Fact]
    public void Another_may_take_over() =>
        ReturnFileTests.Returning().Happened("2023-06-02", new ReturnCounsellorAssigned(Officials.Returning))
            .When(Assign with { Counsellor = Other }, "2023-07-02").Then(new ReturnCounsellorAssigned(Other));

    [Fact]
    public void Not_the_same() =>
        ReturnFileTests.Returning().Happened("2023-06-02", new ReturnCounsellorAssigned(Officials.Returning)).When(Assign, "2023-07-02")
            .ThenRefused("return-counsellor.already-assigned");

    [Fact]
    public void Not_without_a_return_file() => ReturnFileTests.Refused().When(Assign, "2023-06-02").ThenRefused("return.no-file");

    [Fact]
    public void Nobody_from_elsewhere() =>
        ReturnFileTests.Returning().When(Assign with { Counsellor = Officials.Deciding }, "2023-06-02").ThenRefused("return-counsellor.not-of-return-service");
}

public sealed class AssistedReturnTests
{
    private static readonly RequestAssistedReturn Request = new();
    private static readonly GrantAssistedReturn Grant = new(Officials.Returning, CountryExclusion.No, NeverExcluded: false);
    private static readonly CancelAssistedReturn Cancel = new(AssistanceCancelCause.ChangedMind);

    private static Given Asked() => ReturnFileTests.Returning().Happened("2023-06-10", new AssistedReturnRequested());

    [Fact]
    public void Who_was_refused_may_ask_for_help_to_return() => ReturnFileTests.Returning().When(Request, "2023-06-10").Then(new AssistedReturnRequested());

    [Fact]
    public void Not_who_has_a_claim() => AnAdult().Lodged("2023-01-16").When(Request, "2023-06-10").ThenRefused("assisted-return.wrong-situation");

    [Fact]
    public void Not_who_has_a_permit() => Procedure.Holders.Holder().When(Request, "2023-06-10").ThenRefused("assisted-return.wrong-situation");

    [Fact]
    public void Once() => Asked().When(Request, "2023-06-11").ThenRefused("assisted-return.already-asked");

    [Fact]
    public void It_is_granted() => Asked().When(Grant, "2023-06-20").Then(new AssistedReturnGranted(Officials.Returning));

    [Fact]
    public void Not_unasked() => ReturnFileTests.Returning().When(Grant, "2023-06-20").ThenRefused("assisted-return.not-asked");

    [Theory]
    [InlineData(CountryExclusion.Yes, "assisted-return.country-excluded")]
    [InlineData(CountryExclusion.Uncertain, "assisted-return.country-uncertain")]
    public void Not_for_a_country_left_out(CountryExclusion country, string code) =>
        Asked().When(Grant with { Country = country }, "2023-06-20").ThenRefused(code);

    [Fact]
    public void Unless_for_those_who_are_never_left_out() =>
        Asked().When(Grant with { Country = CountryExclusion.Yes, NeverExcluded = true }, "2023-06-20").Then(new AssistedReturnGranted(Officials.Returning));

    [Fact]
    public void A_minor_goes_to_adequate_reception() =>
        ReturnFileTests.Returning(AnUnaccompaniedMinor()).Happened("2023-06-10", new AssistedReturnRequested()).When(Grant, "2023-06-20")
            .ThenRefused("departure.no-adequate-reception");

    [Fact]
    public void Changing_ones_mind_is_possible() => Asked().When(Cancel, "2023-06-20").Then(new AssistedReturnCancelled(AssistanceCancelCause.ChangedMind));

    [Fact]
    public void Not_about_nothing() => ReturnFileTests.Returning().When(Cancel, "2023-06-20").ThenRefused("assisted-return.nothing-to-cancel");

    [Fact]
    public void Not_after_departure() =>
        Asked().Happened("2023-06-15", new Departed(DepartureKind.Independent)).When(Cancel, "2023-06-20").ThenRefused("person.departed");

    [Fact]
    public void After_that_it_may_be_asked_for_again() =>
        Asked().Happened("2023-06-20", new AssistedReturnCancelled(AssistanceCancelCause.ChangedMind)).When(Request, "2023-07-20")
            .Then(new AssistedReturnRequested());
}

public sealed class SupervisionTests
{
    private static readonly ImposeSupervision Report = new(Officials.Returning, SupervisionMeasures.Reporting, LighterFails: false);
    private static readonly ImposeSupervision Restrict = new(Officials.Returning, SupervisionMeasures.RestrictionOfLiberty, LighterFails: true);
    private static readonly LiftSupervision Lift = new(Officials.Returning, SupervisionMeasures.RestrictionOfLiberty);
    private static readonly ExtendRestriction Extend = new(Officials.Returning);

    private static Given Restricted() =>
        ReturnFileTests.Returning().Happened("2023-07-03", new SupervisionImposed(SupervisionMeasures.RestrictionOfLiberty, Officials.Returning));

    [Fact]
    public void The_lightest_measure_needs_no_lighter_one() =>
        ReturnFileTests.Returning().When(Report, "2023-07-03").Then(new SupervisionImposed(SupervisionMeasures.Reporting, Officials.Returning));

    [Theory]
    [InlineData(SupervisionMeasures.SurrenderOfDocuments)]
    [InlineData(SupervisionMeasures.Deposit)]
    [InlineData(SupervisionMeasures.RestrictionOfLiberty)]
    public void A_heavier_one_comes_when_a_lighter_fails(SupervisionMeasures measure)
    {
        ReturnFileTests.Returning().When(Restrict with { Measure = measure, LighterFails = false }, "2023-07-03").ThenRefused("supervision.lighter-first");
        ReturnFileTests.Returning().When(Restrict with { Measure = measure }, "2023-07-03").Then(new SupervisionImposed(measure, Officials.Returning));
    }

    [Theory]
    [InlineData(SupervisionMeasures.None)]
    [InlineData(SupervisionMeasures.Reporting | SupervisionMeasures.Deposit)]
    public void One_at_a_time(SupervisionMeasures measures)
    {
        ReturnFileTests.Returning().When(Restrict with { Measure = measures }, "2023-07-03").ThenRefused("supervision.one-at-a-time");
        Restricted().When(Lift with { Measure = measures }, "2023-07-04").ThenRefused("supervision.one-at-a-time");
    }

    [Fact]
    public void Not_twice() => Restricted().When(Restrict, "2023-07-04").ThenRefused("supervision.already-imposed");

    [Fact]
    public void Not_of_someone_who_is_detained() =>
        ReturnFileTests.Returning().Happened("2023-07-01", DetentionReviewTests.Imposed).When(Report, "2023-07-03").ThenRefused("detention.already-detained");

    [Fact]
    public void Not_a_minor_who_is_alone() =>
        ReturnFileTests.Returning(AnUnaccompaniedMinor()).When(Restrict, "2023-07-03").ThenRefused("supervision.unaccompanied-minor");

    [Fact]
    public void It_is_lifted() => Restricted().When(Lift, "2023-09-25").Then(new SupervisionLifted(SupervisionMeasures.RestrictionOfLiberty));

    [Fact]
    public void After_twelve_weeks_that_is_a_breach() =>
        Restricted().When(Lift, "2023-09-26")
            .Then(new SupervisionLifted(SupervisionMeasures.RestrictionOfLiberty), new BreachRecorded("supervised-stay", Date("2023-09-25")));

    [Fact]
    public void Not_what_was_not_imposed() => Restricted().When(Lift with { Measure = SupervisionMeasures.Deposit }, "2023-07-04").ThenRefused("supervision.not-imposed");

    [Fact]
    public void A_restriction_may_be_extended() => Restricted().When(Extend, "2023-09-25").Then(new RestrictionExtended(Officials.Returning));

    [Fact]
    public void Not_when_it_is_over() => Restricted().When(Extend, "2023-09-26").ThenRefused("supervision.restriction-over", "2023-09-25");

    [Fact]
    public void Once() =>
        Restricted().Happened("2023-09-20", new RestrictionExtended(Officials.Returning)).When(Extend, "2023-10-25").ThenRefused("supervision.already-extended");

    [Fact]
    public void Then_it_lasts_twice_as_long() =>
        Restricted().Happened("2023-09-20", new RestrictionExtended(Officials.Returning)).When(Lift, "2023-12-18")
            .Then(new SupervisionLifted(SupervisionMeasures.RestrictionOfLiberty));

    [Fact]
    public void Nothing_to_extend() => ReturnFileTests.Returning().When(Extend, "2023-09-25").ThenRefused("supervision.not-imposed");
}

public sealed class DetentionReviewTests
{
    internal static readonly DetentionImposed Imposed = new(
        DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining);

    private static readonly AppealDetention Appeal = new();
    private static readonly NotifyCourtOfDetention Notify = new(Officials.Detaining);
    private static readonly HearDetention Hear = new(Officials.Judge);
    private static readonly RuleOnDetention Rule = new(Officials.Judge, Lifted: false);

    private static Given Detained() => ReturnFileTests.Returning().Happened("2023-07-01", Imposed);

    private static Given Appealed() => Detained().Happened("2023-07-10", new DetentionAppealed(FollowUp: false));

    private static Given Heard() => Appealed().Happened("2023-07-20", new DetentionHeard());

    private static Given Reviewed() => Heard().Happened("2023-07-25", new DetentionReviewed(Lifted: false));

    [Fact]
    public void Who_is_detained_may_appeal_at_any_time() => Detained().When(Appeal, "2023-10-10").Then(new DetentionAppealed(FollowUp: false));

    [Fact]
    public void And_again_after_a_review() => Reviewed().When(Appeal, "2023-10-10").Then(new DetentionAppealed(FollowUp: true));

    [Fact]
    public void Not_while_one_runs() => Appealed().When(Appeal, "2023-07-11").ThenRefused("detention-review.pending");

    [Fact]
    public void Not_at_liberty() => ReturnFileTests.Returning().When(Appeal, "2023-07-11").ThenRefused("detention.not-detained");

    [Fact]
    public void Without_an_appeal_the_court_is_notified_by_the_28th_day() => Detained().When(Notify, "2023-07-29").Then(new CourtNotifiedOfDetention());

    [Fact]
    public void Later_is_a_breach() =>
        Detained().When(Notify, "2023-07-30").Then(new CourtNotifiedOfDetention(), new BreachRecorded("detention-review", Date("2023-07-29")));

    [Fact]
    public void Not_besides_an_appeal() => Appealed().When(Notify, "2023-07-11").ThenRefused("detention-review.pending");

    [Fact]
    public void Not_after_a_review() => Reviewed().When(Notify, "2023-07-28").ThenRefused("detention-review.already-reviewed");

    [Fact]
    public void The_court_hears_within_two_weeks() => Appealed().When(Hear, "2023-07-24").Then(new DetentionHeard());

    [Fact]
    public void A_later_hearing_is_a_breach() =>
        Appealed().When(Hear, "2023-07-25").Then(new DetentionHeard(), new BreachRecorded("detention-review", Date("2023-07-24")));

    [Fact]
    public void In_a_follow_up_appeal_within_one() =>
        Reviewed().Happened("2023-10-10", new DetentionAppealed(FollowUp: true)).When(Hear, "2023-10-18")
            .Then(new DetentionHeard(), new BreachRecorded("detention-review", Date("2023-10-17")));

    [Fact]
    public void Nobody_is_heard_on_nothing() => Detained().When(Hear, "2023-07-24").ThenRefused("detention-review.none-pending");

    [Fact]
    public void Nor_twice() => Heard().When(Hear, "2023-07-24").ThenRefused("detention-review.already-heard");

    [Fact]
    public void The_court_rules_within_a_week() => Heard().When(Rule, "2023-07-27").Then(new DetentionReviewed(Lifted: false));

    [Fact]
    public void A_later_ruling_is_a_breach() =>
        Heard().When(Rule, "2023-07-28").Then(new DetentionReviewed(Lifted: false), new BreachRecorded("detention-review", Date("2023-07-27")));

    [Fact]
    public void The_court_may_set_free() => Heard().When(Rule with { Lifted = true }, "2023-07-27").Then(new DetentionReviewed(Lifted: true), new DetentionEnded());

    [Fact]
    public void Not_unheard() => Appealed().When(Rule, "2023-07-24").ThenRefused("detention-review.not-heard");

    [Fact]
    public void Nor_on_nothing() => Detained().When(Rule, "2023-07-24").ThenRefused("detention-review.none-pending");

    [Fact]
    public void The_next_moment_is_known()
    {
        Assert.Equal("2023-07-29", Next(Detained()));
        Assert.Equal("2023-07-24", Next(Appealed()));
        Assert.Equal("2023-07-27", Next(Heard()));
        Assert.Null(Next(Reviewed()));
    }

    private static string? Next(Given given) => DetentionReviews.NextBy(given.Now().Return, Norms.Regimes.January2024)?.ToString();
}
