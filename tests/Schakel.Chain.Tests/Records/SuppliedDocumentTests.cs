using Schakel.Chain.Records;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Records;

/// <summary>A person supplies a document; one function looks at it and says what came of it.</summary>
public sealed class SuppliedDocumentTests
{
    private static readonly Official Doctor = new(33, OfficialRoles.HealthWorker);
    private static readonly string Hash = new('b', 64);
    private static readonly SupplyDocument Supply = new(DocumentSubject.Identity, DocumentForm.Jpeg, 1000, Hash, "Paspoort");
    private static readonly SupplyDocument OfHealth = Supply with { Subject = DocumentSubject.Health };
    private static readonly DocumentSupplied Supplied = new(1, DocumentSubject.Identity, DocumentForm.Jpeg, 1000, Hash, "Paspoort");
    private static readonly HealthDocumentSupplied HealthSupplied = new(1, DocumentForm.Jpeg, 1000, Hash, "Paspoort");
    private static readonly ReviewDocument Review = new(Officials.Hearing, 1, DocumentOutcome.TakenIn);
    private static readonly DocumentReviewed Reviewed = new(1, DocumentOutcome.TakenIn, Officials.Hearing);

    private static Given Here() => AnAdult().Arrived("2024-03-01");

    private static ChainEvent[] Sent(int count) => [.. Enumerable.Range(1, count).Select(number => Supplied with { Number = number })];

    [Fact]
    public void A_document_is_supplied_for_something() => Here().When(Supply, "2024-03-05").Then(Supplied);

    [Fact] // Its fields are of another category, so that who reads the claim does not learn of it.
    public void One_about_health_is_another_kind_of_event() => Here().When(OfHealth, "2024-03-05").Then(HealthSupplied);

    [Fact]
    public void Numbers_go_on() => Here().Happened("2024-03-05", Supplied).When(OfHealth, "2024-03-06").Then(HealthSupplied with { Number = 2 });

    [Fact] // Whoever is gone may still send what they found.
    public void Who_is_gone_may_supply_too() =>
        Here().Happened("2024-03-04", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception)).When(Supply, "2024-03-05").Then(Supplied);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SuppliedDocuments.MostBytes + 1)]
    public void Nothing_is_no_document_and_too_much_neither(int size) => Here().When(Supply with { Size = size }, "2024-03-05").ThenRefused("document.no-file");

    [Fact]
    public void Ten_megabytes_are_a_document() =>
        Here().When(Supply with { Size = SuppliedDocuments.MostBytes }, "2024-03-05").Then(Supplied with { Size = SuppliedDocuments.MostBytes });

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("../../../etc/passwd")]
    public void A_hash_is_64_hexadecimals(string hash) => Here().When(Supply with { Sha256 = hash }, "2024-03-05").ThenRefused("document.no-file");

    [Fact]
    public void A_hash_is_in_lower_case() => Here().When(Supply with { Sha256 = new('B', 64) }, "2024-03-05").ThenRefused("document.no-file");

    [Fact]
    public void A_description_is_short() => Here().When(Supply with { Description = new('x', 101) }, "2024-03-05").ThenRefused("document.too-long");

    [Fact]
    public void Ten_come_on_a_day_and_no_more() => Here().Happened("2024-03-05", Sent(10)).When(Supply, "2024-03-05").ThenRefused("document.too-many");

    [Fact]
    public void The_eleventh_comes_a_day_later()
    {
        var given = Here().Happened("2024-03-05", Sent(10));
        Assert.Equal(Date("2024-03-06"), given.AheadOn("2024-03-05").MayDo.Single(each => each.Code == "supply-document").Earliest);
        given.When(Supply, "2024-03-06").Then(Supplied with { Number = 11 });
    }

    [Theory]
    [InlineData(false, "review-document", Party.HearingOffice)]
    [InlineData(true, "review-health-document", Party.HealthService)]
    public void It_comes_on_the_list_of_who_looks_at_it_for_a_week(bool ofHealth, string code, Party party)
    {
        var step = Here().Happened("2024-03-05", ofHealth ? HealthSupplied : Supplied).AheadOn("2024-03-05").Steps.Single(each => each.Code.StartsWith("review-", StringComparison.Ordinal));
        Assert.Equal((code, party, Date("2024-03-12"), 1), (step.Code, step.Party, step.LastDay, step.Number));
    }

    [Fact]
    public void Who_looks_says_what_came_of_it() => Here().Happened("2024-03-05", Supplied).When(Review, "2024-03-06").Then(Reviewed);

    [Fact]
    public void About_health_the_health_service_says_it() => Here().Happened("2024-03-05", HealthSupplied)
        .When(Review with { By = Doctor, Outcome = DocumentOutcome.Unreadable }, "2024-03-06").Then(new HealthDocumentReviewed(1, DocumentOutcome.Unreadable, Doctor));

    [Fact] // Red line 6.
    public void Who_hears_does_not_look_at_health() => Here().Happened("2024-03-05", HealthSupplied).When(Review, "2024-03-06").ThenRefused("document.not-yours");

    [Fact]
    public void Who_heals_does_not_look_at_a_claim() =>
        Here().Happened("2024-03-05", Supplied).When(Review with { By = Doctor }, "2024-03-06").ThenRefused("document.not-yours");

    [Fact]
    public void It_is_looked_at_once() => Here().Happened("2024-03-05", Supplied, Reviewed).When(Review, "2024-03-06").ThenRefused("document.already-reviewed");

    [Fact]
    public void What_was_not_supplied_is_not_looked_at() => Here().When(Review, "2024-03-06").ThenRefused("document.none");

    [Fact]
    public void What_was_sent_by_mistake_is_taken_back() => Here().Happened("2024-03-05", Supplied).When(new TakeBackDocument(1), "2024-03-06").Then(new DocumentTakenBack(1));

    [Fact]
    public void Also_when_it_is_about_health() => Here().Happened("2024-03-05", HealthSupplied).When(new TakeBackDocument(1), "2024-03-06").Then(new HealthDocumentTakenBack(1));

    [Fact]
    public void Then_nobody_looks_at_it()
    {
        var given = Here().Happened("2024-03-05", Supplied, new DocumentTakenBack(1));
        Assert.DoesNotContain(given.AheadOn("2024-03-05").Steps, each => each.Code == "review-document");
        given.When(Review, "2024-03-06").ThenRefused("document.taken-back");
    }

    [Fact]
    public void It_is_taken_back_once() => Here().Happened("2024-03-05", Supplied, new DocumentTakenBack(1)).When(new TakeBackDocument(1), "2024-03-06").ThenRefused("document.taken-back");

    [Fact] // What a decision may rest on does not vanish.
    public void What_is_in_the_file_stays_there()
    {
        var given = Here().Happened("2024-03-05", Supplied, Reviewed);
        Assert.DoesNotContain(given.AheadOn("2024-03-05").MayDo, each => each.Code == "take-back-document");
        given.When(new TakeBackDocument(1), "2024-03-06").ThenRefused("document.taken-in");
    }

    [Fact]
    public void What_could_not_be_read_is_taken_back_all_the_same() => Here()
        .Happened("2024-03-05", Supplied, Reviewed with { Outcome = DocumentOutcome.Unreadable }).When(new TakeBackDocument(1), "2024-03-06").Then(new DocumentTakenBack(1));

    [Fact]
    public void What_was_not_supplied_is_not_taken_back() => Here().When(new TakeBackDocument(1), "2024-03-06").ThenRefused("document.none");

    [Fact]
    public void A_file_takes_five_hundred() =>
        Here().Happened("2024-03-05", Sent(SuppliedDocuments.MostOnAFile)).When(Supply, "2024-03-09").ThenRefused("document.too-many");
}
