using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

/// <summary>Nobody is detained longer than the law allows without the file saying so (norms DET-3 to DET-10).</summary>
public sealed class DetentionMaximumTests
{
    private const DetentionGrounds Grounds = DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress;

    private static readonly Release Release = new(Officials.Judge);

    private static ExtendDetention Extend(ExtensionReason reason) => new(Officials.Detaining, reason);

    private static DetentionImposed On(DetentionBasis basis, DetentionGrounds grounds = Grounds) => new(basis, grounds, Officials.Detaining);

    private static Given Removed(Given? from = null) => ReturnFileTests.Returning(from).Happened("2023-07-01", On(DetentionBasis.Removal));

    private static Given Transferred() => ReturnFileTests.NotTakenUp().Happened("2023-03-10", On(DetentionBasis.Transfer));

    private static Given Applying(DetentionBasis basis = DetentionBasis.Application) =>
        AnAdult().Lodged("2024-02-01").InTrack(Track.General, "2024-02-05").Happened("2024-02-06", On(basis));

    private static BreachRecorded TooLong(string last) => new("detention", Date(last));

    [Theory] // Six months for removal, six weeks for a transfer, four weeks while an application runs, six months for public order.
    [InlineData(DetentionBasis.Removal, "2024-01-01")]
    [InlineData(DetentionBasis.Transfer, "2023-04-21")]
    [InlineData(DetentionBasis.Application, "2024-03-05")]
    [InlineData(DetentionBasis.PublicOrder, "2024-08-06")]
    public void The_file_says_by_which_day_someone_is_free(DetentionBasis basis, string last) =>
        Assert.Equal(Date(last), (basis switch
        {
            DetentionBasis.Removal => Removed(),
            DetentionBasis.Transfer => Transferred(),
            _ => Applying(basis),
        }).ReleaseBy());

    [Fact]
    public void Nobody_who_is_free_has_such_a_day() => Assert.Null(ReturnFileTests.Returning().ReleaseBy());

    [Fact]
    public void Released_on_the_last_day_of_six_months_nothing_is_wrong() =>
        Removed().When(Release, "2024-01-01").Then(new DetentionEnded());

    [Fact]
    public void Released_the_day_after_is_on_record_as_too_long() =>
        Removed().When(Release, "2024-01-02").Then(new DetentionEnded(), TooLong("2024-01-01"));

    [Fact]
    public void A_transfer_on_the_last_day_of_six_weeks_is_in_time() =>
        Transferred().When(new TransferToState(Officials.Returning), "2023-04-21").Then(new TransferredToState());

    [Fact]
    public void A_transfer_the_day_after_ends_a_detention_that_lasted_too_long() =>
        Transferred().When(new TransferToState(Officials.Returning), "2023-04-22").Then(new TransferredToState(), TooLong("2023-04-21"));

    [Fact]
    public void Six_weeks_run_from_the_acceptance_when_that_came_later() =>
        Assert.Equal(Date("2024-04-01"), AnAdult().Lodged("2024-01-16").InTrack(Track.Dublin, "2024-01-19")
            .Happened("2024-02-01", new DublinTransferRequested(true)).Happened("2024-02-05", On(DetentionBasis.Transfer))
            .Happened("2024-02-19", new DublinReplyReceived(true)).ReleaseBy());

    [Fact]
    public void An_applicant_whose_application_runs_is_free_after_four_weeks() =>
        Applying().When(Release, "2024-03-05").Then(new DetentionEnded());

    [Fact]
    public void And_the_day_after_it_is_too_long() =>
        Applying().When(Release, "2024-03-06").Then(new DetentionEnded(), TooLong("2024-03-05"));

    [Fact]
    public void An_intention_makes_it_six_weeks() =>
        Assert.Equal(Date("2024-03-19"), Applying().Interviewed("2024-02-12").Intended("2024-02-14").ReleaseBy());

    [Fact]
    public void Who_leaves_with_unknown_destination_after_it_was_held_too_long_all_the_same() =>
        Removed().When(new RecordUnknownDeparture(Officials.Reception, false), "2024-01-02")
            .Then(new LeftWithUnknownDestination(false, Officials.Reception), TooLong("2024-01-01"));

    [Theory] // A family with minors: two weeks, whatever the article.
    [InlineData("2023-07-15", false)]
    [InlineData("2023-07-16", true)]
    public void A_family_with_minors_is_free_after_two_weeks(string on, bool late) =>
        Removed(AnAdult().WithAChild()).When(Release, on)
            .Then(late ? [new DetentionEnded(), TooLong("2023-07-15")] : [new DetentionEnded()]);

    [Theory] // An unaccompanied minor: fourteen days.
    [InlineData("2023-07-15", false)]
    [InlineData("2023-07-16", true)]
    public void An_unaccompanied_minor_is_free_after_fourteen_days(string on, bool late) =>
        Removed(AnUnaccompaniedMinor()).When(Release, on)
            .Then(late ? [new DetentionEnded(), TooLong("2023-07-15")] : [new DetentionEnded()]);

    [Fact]
    public void A_minor_suspected_of_a_crime_may_be_held_longer() =>
        Assert.Equal(Date("2024-01-01"), ReturnFileTests.Returning(AnUnaccompaniedMinor())
            .Happened("2023-07-01", On(DetentionBasis.Removal, Grounds | DetentionGrounds.CrimeSuspect)).ReleaseBy());

    [Theory]
    [InlineData(ExtensionReason.NotCooperating)]
    [InlineData(ExtensionReason.PapersLacking)]
    public void Removal_is_extended_on_the_last_day_at_the_latest(ExtensionReason reason) =>
        Removed().When(Extend(reason), "2024-01-01").Then(new DetentionExtended(reason, Officials.Detaining));

    [Fact]
    public void What_is_over_is_not_extended() =>
        Removed().When(Extend(ExtensionReason.PapersLacking), "2024-01-02").ThenRefused("detention.maximum-over", "2024-01-01");

    [Theory] // Eighteen months in all.
    [InlineData("2025-01-01", false)]
    [InlineData("2025-01-02", true)]
    public void An_extension_gives_twelve_months_more(string on, bool late) =>
        Removed().Happened("2023-12-20", new DetentionExtended(ExtensionReason.PapersLacking, Officials.Detaining)).When(Release, on)
            .Then(late ? [new DetentionEnded(), TooLong("2025-01-01")] : [new DetentionEnded()]);

    [Fact]
    public void Nothing_is_extended_twice() =>
        Removed().Happened("2023-12-20", new DetentionExtended(ExtensionReason.PapersLacking, Officials.Detaining))
            .When(Extend(ExtensionReason.NotCooperating), "2024-12-20").ThenRefused("detention.already-extended");

    [Fact]
    public void For_a_transfer_there_is_no_extension() =>
        Transferred().When(Extend(ExtensionReason.NotCooperating), "2023-04-20").ThenRefused("detention.no-reason-to-extend");

    [Fact]
    public void While_an_application_runs_only_an_appeal_extends() =>
        Applying().When(Extend(ExtensionReason.AppealPending), "2024-03-01").ThenRefused("detention.no-reason-to-extend");

    [Fact]
    public void An_appeal_that_suspends_extends_by_three_months() =>
        Assert.Equal(Date("2024-06-19"), Appealing().Happened(
            "2024-02-26", new DetentionExtended(ExtensionReason.AppealPending, Officials.Detaining)).ReleaseBy());

    [Fact]
    public void And_may_be_the_reason() =>
        Appealing().When(Extend(ExtensionReason.AppealPending), "2024-02-26")
            .Then(new DetentionExtended(ExtensionReason.AppealPending, Officials.Detaining));

    [Fact]
    public void Public_order_is_extended_for_a_weighty_interest() =>
        Applying(DetentionBasis.PublicOrder).When(Extend(ExtensionReason.WeightyInterest), "2024-08-06")
            .Then(new DetentionExtended(ExtensionReason.WeightyInterest, Officials.Detaining));

    [Fact]
    public void Detention_of_a_family_with_minors_is_not_extended() =>
        Removed(AnAdult().WithAChild()).When(Extend(ExtensionReason.NotCooperating), "2023-07-10")
            .ThenRefused("detention.not-extended-for-children", "2023-07-15");

    [Fact]
    public void Who_is_free_is_not_extended() =>
        ReturnFileTests.Returning().When(Extend(ExtensionReason.NotCooperating), "2023-07-10").ThenRefused("detention.not-detained");

    [Fact] // Six months from 11 September is 11 March; the 62 days from 1 July to 1 September come off.
    public void A_day_of_liberty_does_not_undo_the_maximum() =>
        Assert.Equal(Date("2024-01-09"), Removed().Happened("2023-09-01", new DetentionEnded())
            .Happened("2023-09-11", On(DetentionBasis.Removal)).ReleaseBy());

    [Fact]
    public void With_the_maximum_used_up_nobody_is_detained_again() =>
        Removed().Happened("2024-01-01", new DetentionEnded())
            .When(new Detain(Officials.Detaining, DetentionBasis.Removal, Grounds, true, false), "2024-03-01")
            .ThenRefused("detention.maximum-used");

    [Fact]
    public void With_a_day_left_for_a_day() =>
        Removed().Happened("2023-12-31", new DetentionEnded())
            .When(new Detain(Officials.Detaining, DetentionBasis.Removal, Grounds, true, false), "2024-03-01").Then(On(DetentionBasis.Removal));

    private static Given Appealing() => Applying().Interviewed("2024-02-12").Intended("2024-02-14").Viewed("2024-02-15")
        .Decided(DecisionOutcome.Unfounded, "2024-02-19", inGeneralProcedure: true).Happened("2024-02-22", new AppealLodged(true));
}
