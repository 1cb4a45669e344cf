using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

public sealed class ReturnFileTests
{
    private static readonly OpenReturnFile OpenFile = new(Officials.Returning);
    private static readonly RequestTravelDocument Request = new(Officials.Returning);

    internal static Given Refused(Given? from = null, DecisionOutcome outcome = DecisionOutcome.Unfounded) =>
        (from ?? AnAdult()).Lodged("2023-01-16").InTrack(Track.General, "2023-01-19").Interviewed("2023-02-06").Extended("2023-02-08")
            .Intended("2023-03-01").Viewed("2023-03-20").Decided(outcome, "2023-05-01");

    internal static Given Returning(Given? from = null) => Refused(from).Happened("2023-06-01", new ReturnFileOpened());

    internal static Given NotTakenUp() => AnAdult().Lodged("2023-01-16").InTrack(Track.Dublin, "2023-01-19")
        .Happened("2023-02-01", new DublinTransferRequested(true)).Happened("2023-02-10", new DublinReplyReceived(true))
        .Intended("2023-02-11").Viewed("2023-02-20").Decided(DecisionOutcome.NotTakenUp, "2023-03-01");

    [Fact]
    public void After_a_final_refusal_a_return_file_is_opened() => Refused().When(OpenFile, "2023-05-31").Then(new ReturnFileOpened());

    [Fact]
    public void Not_as_long_as_an_appeal_can_be_lodged_that_suspends() =>
        Refused().When(OpenFile, "2023-05-29").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Not_while_the_claim_runs() =>
        AnAdult().Lodged("2023-01-16").When(OpenFile, "2023-05-29").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Not_of_a_permit_holder() =>
        Procedure.ApplicationTests.Granted().When(OpenFile, "2024-05-29").ThenRefused("return.not-refused");

    [Fact]
    public void Not_twice() => Returning().When(OpenFile, "2023-06-02").ThenRefused("return.file-already-open");

    [Fact]
    public void After_a_withdrawal_there_is_a_duty_to_depart() =>
        AnAdult().Lodged("2023-01-16").Happened("2023-02-01", new ApplicationWithdrawn()).When(OpenFile, "2023-02-02").Then(new ReturnFileOpened());

    [Fact]
    public void The_country_may_be_asked_for_a_travel_document() =>
        Returning().When(Request, "2023-06-02").Then(new TravelDocumentRequested());

    [Fact]
    public void Not_without_a_return_file() => Refused().When(Request, "2023-06-02").ThenRefused("return.no-file");

    [Fact]
    public void Not_twice_either() =>
        Returning().Happened("2023-06-02", new TravelDocumentRequested()).When(Request, "2023-06-03")
            .ThenRefused("travel-document.already-requested");

    [Fact]
    public void Never_while_a_claim_runs() =>
        AnAdult().Lodged("2023-01-16").When(Request, "2023-02-01").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Never_while_an_appeal_runs_that_suspends() =>
        Refused().Happened("2023-05-10", new AppealLodged(true)).When(Request, "2024-05-10").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Never_when_the_claim_was_not_judged() =>
        NotTakenUp().Happened("2023-04-01", new ReturnFileOpened()).When(Request, "2023-04-02").ThenRefused("travel-document.claim-not-judged");

    [Fact]
    public void The_document_comes() =>
        Returning().Happened("2023-06-02", new TravelDocumentRequested()).When(new ReceiveTravelDocument(), "2023-09-01")
            .Then(new TravelDocumentReceived());

    [Fact]
    public void Not_unasked() => Returning().When(new ReceiveTravelDocument(), "2023-09-01").ThenRefused("travel-document.not-requested");

    [Fact]
    public void Not_to_someone_who_departed() =>
        Returning().Happened("2023-08-01", new Departed(DepartureKind.Independent)).When(new ReceiveTravelDocument(), "2023-09-01")
            .ThenRefused("person.departed");

    [Fact]
    public void For_a_minor_adequate_reception_is_established() =>
        Returning(AnUnaccompaniedMinor()).When(new EstablishAdequateReception(Officials.Returning), "2023-09-01")
            .Then(new AdequateReceptionEstablished(Officials.Returning));

    [Fact]
    public void For_an_adult_it_is_no_question() =>
        Returning().When(new EstablishAdequateReception(Officials.Returning), "2023-09-01").ThenRefused("adequate-reception.not-a-minor");

    [Fact]
    public void In_a_file_that_is_not_open_nothing_is_established() =>
        AnUnaccompaniedMinor().When(new EstablishAdequateReception(Officials.Returning), "2023-09-01").ThenRefused("file.not-opened");
}

public sealed class DetentionTests
{
    private static readonly Detain Detain = new(
        Officials.Detaining, DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress,
        LesserMeansFail: true, WeightyInterest: false);

    private static readonly DetentionImposed Imposed = new(Detain.Basis, Detain.Grounds, Officials.Detaining);

    [Fact]
    public void Someone_who_must_leave_may_be_detained_on_grounds() =>
        ReturnFileTests.Returning().When(Detain, "2023-07-01").Then(Imposed);

    [Theory]
    [InlineData(DetentionGrounds.None)]
    [InlineData(DetentionGrounds.EvadedSupervision)]
    public void Not_on_fewer_than_two(DetentionGrounds grounds) =>
        ReturnFileTests.Returning().When(Detain with { Grounds = grounds }, "2023-07-01").ThenRefused("detention.too-few-grounds");

    [Fact]
    public void For_a_transfer_one_ground_is_heavy() =>
        ReturnFileTests.NotTakenUp().When(
                Detain with { Basis = DetentionBasis.Transfer, Grounds = DetentionGrounds.NoFixedAddress | DetentionGrounds.NoMeans }, "2023-07-01")
            .ThenRefused("detention.too-few-grounds");

    [Fact]
    public void For_a_transfer_with_a_heavy_ground_someone_may_be_detained() =>
        ReturnFileTests.NotTakenUp().When(Detain with { Basis = DetentionBasis.Transfer }, "2023-07-01")
            .Then(Imposed with { Basis = DetentionBasis.Transfer });

    [Fact]
    public void Lesser_means_come_first() =>
        ReturnFileTests.Returning().When(Detain with { LesserMeansFail = false }, "2023-07-01").ThenRefused("detention.lesser-means");

    [Fact]
    public void An_unaccompanied_minor_is_not_detained() =>
        ReturnFileTests.Returning(AnUnaccompaniedMinor()).When(Detain, "2023-07-01").ThenRefused("detention.unaccompanied-minor");

    [Fact]
    public void But_for_weighty_interests() =>
        ReturnFileTests.Returning(AnUnaccompaniedMinor()).When(Detain with { WeightyInterest = true }, "2023-07-01").Then(Imposed);

    [Fact]
    public void Nobody_is_detained_for_removal_whose_claim_runs() =>
        AnAdult().Lodged("2023-01-16").When(Detain, "2023-07-01").ThenRefused("detention.wrong-basis");

    [Fact]
    public void Whose_claim_runs_may_be_detained_on_another_article() =>
        AnAdult().Lodged("2023-01-16").When(Detain with { Basis = DetentionBasis.Application }, "2023-01-17")
            .Then(Imposed with { Basis = DetentionBasis.Application });

    [Fact]
    public void Nobody_is_detained_twice() =>
        ReturnFileTests.Returning().Happened("2023-07-01", Imposed).When(Detain, "2023-07-02").ThenRefused("detention.already-detained");

    [Fact]
    public void Nobody_is_detained_who_is_gone() =>
        ReturnFileTests.Returning().Happened("2023-06-15", new LeftWithUnknownDestination(false, Officials.Reception))
            .When(Detain, "2023-07-02").ThenRefused("person.gone");

    [Fact]
    public void Detention_ends() =>
        ReturnFileTests.Returning().Happened("2023-07-01", Imposed).When(new Release(Officials.Judge), "2023-07-10").Then(new DetentionEnded());

    [Fact]
    public void Only_what_began_ends() =>
        ReturnFileTests.Returning().When(new Release(Officials.Judge), "2023-07-10").ThenRefused("detention.not-detained");

    [Fact]
    public void After_release_nobody_is_released() =>
        ReturnFileTests.Returning().Happened("2023-07-01", Imposed).Happened("2023-07-10", new DetentionEnded())
            .When(new Release(Officials.Judge), "2023-07-11").ThenRefused("detention.not-detained");
}

public sealed class DepartureTests
{
    private static Given WithDocument(Given? from = null) => ReturnFileTests.Returning(from)
        .Happened("2023-06-02", new TravelDocumentRequested()).Happened("2023-09-01", new TravelDocumentReceived());

    private static Depart By(DepartureKind kind) => new(Officials.Returning, kind);

    [Fact]
    public void Forced_departure_needs_papers_no_bar_and_the_person() =>
        WithDocument().When(By(DepartureKind.Forced), "2023-09-10").Then(new Departed(DepartureKind.Forced));

    [Fact]
    public void First_condition_papers() =>
        ReturnFileTests.Returning().When(By(DepartureKind.Forced), "2023-09-10").ThenRefused("departure.no-travel-document");

    [Fact]
    public void One_s_own_papers_do() =>
        AnAdult().Arrived("2023-01-16").Identified("2023-01-16", holdsTravelDocument: true).Happened("2023-01-16", new ApplicationLodged(1))
            .Happened("2023-02-01", new ApplicationWithdrawn()).Happened("2023-02-02", new ReturnFileOpened())
            .When(By(DepartureKind.Forced), "2023-09-10").Then(new Departed(DepartureKind.Forced));

    [Fact]
    public void Second_condition_no_claim() =>
        WithDocument().Happened("2023-09-05", new ApplicationLodged(2)).When(By(DepartureKind.Forced), "2023-09-10")
            .ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Third_condition_the_person() =>
        WithDocument().Happened("2023-09-05", new LeftWithUnknownDestination(false, Officials.Reception))
            .When(By(DepartureKind.Forced), "2023-09-10").ThenRefused("person.gone");

    [Fact]
    public void Somebody_prepares_it() =>
        ReturnFileTests.Refused().When(By(DepartureKind.Forced), "2023-09-10").ThenRefused("departure.no-return-file");

    [Fact]
    public void Not_of_a_permit_holder() =>
        Procedure.ApplicationTests.Granted().When(By(DepartureKind.Forced), "2024-09-10").ThenRefused("return.not-refused");

    [Fact]
    public void Not_of_someone_whose_claim_was_not_judged() =>
        ReturnFileTests.NotTakenUp().Happened("2023-04-01", new ReturnFileOpened()).When(By(DepartureKind.Forced), "2023-09-10")
            .ThenRefused("departure.transfer-instead");

    [Fact]
    public void Not_within_four_weeks_after_the_ruling() =>
        ReturnFileTests.Refused().Happened("2023-05-10", new AppealLodged(true)).Happened("2023-08-15", new AppealRuled(false))
            .Happened("2023-08-16", new ReturnFileOpened(), new TravelDocumentRequested(), new TravelDocumentReceived())
            .When(By(DepartureKind.Forced), "2023-09-12").ThenRefused("departure.period-runs", "2023-09-12");

    [Theory]
    [InlineData(DepartureKind.Forced)]
    [InlineData(DepartureKind.Independent)]
    public void A_minor_returns_only_after_adequate_reception_is_established(DepartureKind kind) =>
        WithDocument(AnUnaccompaniedMinor()).When(By(kind), "2023-09-10").ThenRefused("departure.no-adequate-reception");

    [Fact]
    public void And_then_may() =>
        WithDocument(AnUnaccompaniedMinor()).Happened("2023-09-05", new AdequateReceptionEstablished(Officials.Returning))
            .When(By(DepartureKind.Independent), "2023-09-10").Then(new Departed(DepartureKind.Independent));

    [Fact]
    public void Independent_departure_needs_no_return_file() =>
        ReturnFileTests.Refused().When(By(DepartureKind.Independent), "2023-05-10").Then(new Departed(DepartureKind.Independent));

    [Fact]
    public void A_running_application_is_withdrawn_first() =>
        AnAdult().Lodged("2023-01-16").When(By(DepartureKind.Independent), "2023-05-10").ThenRefused("departure.application-runs");

    [Fact]
    public void Whoever_is_gone_may_be_counted_as_departed_without_supervision() =>
        ReturnFileTests.Returning().Happened("2023-06-15", new LeftWithUnknownDestination(false, Officials.Reception))
            .When(By(DepartureKind.Unsupervised), "2023-07-10").Then(new Departed(DepartureKind.Unsupervised));

    [Fact]
    public void Not_while_here_with_a_claim() =>
        AnAdult().Lodged("2023-01-16").When(By(DepartureKind.Unsupervised), "2023-05-10").ThenRefused("departure.application-runs");

    [Fact]
    public void Nobody_departs_twice() =>
        ReturnFileTests.Returning().Happened("2023-06-15", new Departed(DepartureKind.Independent))
            .When(By(DepartureKind.Independent), "2023-07-10").ThenRefused("person.departed");
}
