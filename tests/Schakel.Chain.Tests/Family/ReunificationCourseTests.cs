using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class TieResearchTests
{
    private static readonly AskReunificationDocuments Ask = new(Officials.Deciding, Date("2024-04-14"));
    private static readonly ReunificationDocumentsAsked Asked = new(Date("2024-04-14"));
    private static readonly BeginTieResearch Test = new(Officials.Deciding, TieResearchMeans.Dna, Consented: true);

    private static Given Sponsor() => Chain.Tests.Procedure.ApplicationTests.Granted();

    private static Given Requested() => Sponsor().Happened("2024-03-01", new ReunificationRequested(3));

    [Fact]
    public void The_sponsor_is_asked_to_complete_the_request() => Requested().When(Ask, "2024-03-31").Then(Asked);

    [Fact]
    public void Not_without_a_request() => Sponsor().When(Ask, "2024-03-31").ThenRefused("reunification.not-requested");

    [Fact]
    public void Once_at_a_time() => Requested().Happened("2024-03-31", Asked).When(Ask, "2024-04-01").ThenRefused("reunification-documents.already-asked");

    [Fact]
    public void With_time_to_answer() => Requested().When(Ask, "2024-04-14").ThenRefused("reunification-documents.no-time", "2024-04-14");

    [Fact]
    public void The_documents_come_in() =>
        Requested().Happened("2024-03-31", Asked).When(new ReceiveReunificationDocuments(), "2024-04-11").Then(new ReunificationDocumentsReceived());

    [Fact]
    public void Only_when_they_were_asked() =>
        Requested().When(new ReceiveReunificationDocuments(), "2024-04-11").ThenRefused("reunification-documents.not-asked");

    [Fact]
    public void And_only_on_a_request() =>
        Sponsor().When(new ReceiveReunificationDocuments(), "2024-04-11").ThenRefused("reunification.not-requested");

    [Theory(DisplayName = "Awb 4:15: the period stands still from the day after the question to the day before the answer, or the last day for it")]
    [InlineData("2024-04-01", "2024-08-30")]
    [InlineData("2024-04-11", "2024-09-09")]
    [InlineData("2024-04-15", "2024-09-13")]
    [InlineData("2024-06-01", "2024-09-13")]
    public void The_decision_period_stands_still(string answered, string last)
    {
        var file = Requested().Happened("2024-03-31", Asked).Happened(answered, new ReunificationDocumentsReceived()).File();
        Assert.Equal(last, Reunification.DecisionLastDay(file, Regimes.January2024, Date("2024-07-01")).ToString());
    }

    [Fact] // Without suspension the last day is 30 August 2024.
    public void A_notice_of_default_waits_for_it() =>
        Requested().Happened("2024-03-31", Asked).Happened("2024-04-11", new ReunificationDocumentsReceived())
            .When(new ReceiveReunificationNotice(), "2024-09-09").ThenRefused("reunification-notice.premature", "2024-09-09");

    [Fact]
    public void The_tie_is_looked_into() => Requested().When(Test, "2024-05-01").Then(new TieResearchBegun(TieResearchMeans.Dna));

    [Fact] // Red line 7: a refused consent never counts against anyone.
    public void Without_consent_there_is_no_test() =>
        Requested().When(Test with { Consented = false }, "2024-05-01").ThenRefused("tie-research.no-consent");

    [Fact]
    public void An_interview_needs_none() =>
        Requested().When(new BeginTieResearch(Officials.Deciding, TieResearchMeans.Interview, Consented: false), "2024-05-01")
            .Then(new TieResearchBegun(TieResearchMeans.Interview));

    [Theory]
    [InlineData(TieResearchMeans.None)]
    [InlineData(TieResearchMeans.Dna | TieResearchMeans.Interview)]
    public void One_kind_at_a_time(TieResearchMeans means)
    {
        Requested().When(Test with { Means = means }, "2024-05-01").ThenRefused("tie-research.not-one");
        Requested().When(new ConcludeTieResearch(Officials.Deciding, means, TieResearchResult.Supports), "2024-05-01").ThenRefused("tie-research.not-one");
    }

    [Fact]
    public void Each_kind_once_at_a_time() =>
        Requested().Happened("2024-05-01", new TieResearchBegun(TieResearchMeans.Dna)).When(Test, "2024-05-02").ThenRefused("tie-research.already-begun");

    [Fact]
    public void Nothing_is_looked_into_without_a_request() => Sponsor().When(Test, "2024-05-01").ThenRefused("reunification.not-requested");

    [Fact]
    public void It_is_concluded() =>
        Requested().Happened("2024-05-01", new TieResearchBegun(TieResearchMeans.Dna))
            .When(new ConcludeTieResearch(Officials.Deciding, TieResearchMeans.Dna, TieResearchResult.Supports), "2024-06-01")
            .Then(new TieResearchConcluded(TieResearchMeans.Dna, TieResearchResult.Supports));

    [Fact]
    public void Once_it_began() =>
        Requested().Happened("2024-05-01", new TieResearchBegun(TieResearchMeans.Interview))
            .Happened("2024-05-20", new TieResearchConcluded(TieResearchMeans.Interview, TieResearchResult.Inconclusive))
            .When(new ConcludeTieResearch(Officials.Deciding, TieResearchMeans.Interview, TieResearchResult.Supports), "2024-06-01")
            .ThenRefused("tie-research.not-begun");
}

public sealed class FamilyArrivalTests
{
    private static readonly CollectEntryVisas Collect = new(Officials.Deciding, 2);

    private static Given Granted() => Chain.Tests.Procedure.ApplicationTests.Granted().Happened("2024-03-01", new ReunificationRequested(3))
        .Happened("2024-06-03", new ReunificationDecided(true, 3, Officials.Deciding));

    private static Given Collected() => Granted().Happened("2024-07-01", new EntryVisasCollected(2));

    private static Given Relative() => AnAdult().Happened(
        "2024-09-02", new PersonArrived(Home, Date("1990-05-01"), FamilyRole.Partner, Route.FamilyReunification, TerApel, AtBorder: false));

    [Fact]
    public void Visas_are_collected() => Granted().When(Collect, "2024-07-01").Then(new EntryVisasCollected(2));

    [Fact(DisplayName = "NAR-4: within three months of the grant")]
    public void In_time()
    {
        Granted().When(Collect, "2024-09-03").Then(new EntryVisasCollected(2));
        Granted().When(Collect, "2024-09-04").ThenRefused("entry-visa.collection-over", "2024-09-03");
    }

    [Fact]
    public void Not_more_than_were_granted() =>
        Collected().When(Collect, "2024-07-02").ThenRefused("entry-visa.nothing-to-collect");

    [Fact]
    public void The_rest_may_follow() => Collected().When(Collect with { Relatives = 1 }, "2024-07-02").Then(new EntryVisasCollected(1));

    [Fact]
    public void Nothing_is_collected_after_a_refusal() =>
        Chain.Tests.Procedure.ApplicationTests.Granted().Happened("2024-03-01", new ReunificationRequested(3))
            .Happened("2024-06-03", new ReunificationDecided(false, 3, Officials.Deciding)).When(Collect, "2024-07-01")
            .ThenRefused("entry-visa.nothing-to-collect");

    [Fact]
    public void By_somebody() => Granted().When(Collect with { Relatives = 0 }, "2024-07-01").ThenRefused("reunification.for-nobody");

    [Fact]
    public void Their_travel_is_announced() =>
        Collected().When(new AnnounceFamilyTravel(Date("2024-09-02")), "2024-08-20").Then(new FamilyTravelAnnounced(Date("2024-09-02")));

    [Fact]
    public void On_a_visa() => Granted().When(new AnnounceFamilyTravel(Date("2024-09-02")), "2024-08-20").ThenRefused("family-travel.no-visa");

    [Fact(DisplayName = "NAR-4: the visa is valid for ninety days")]
    public void That_is_still_valid()
    {
        Collected().When(new AnnounceFamilyTravel(Date("2024-09-29")), "2024-08-20").Then(new FamilyTravelAnnounced(Date("2024-09-29")));
        Collected().When(new AnnounceFamilyTravel(Date("2024-09-30")), "2024-08-20").ThenRefused("family-travel.visa-expired", "2024-09-29");
    }

    [Fact]
    public void Not_for_yesterday() =>
        Collected().When(new AnnounceFamilyTravel(Date("2024-08-19")), "2024-08-20").ThenRefused("family-travel.in-the-past");

    [Fact]
    public void A_relative_reports() => Relative().When(new ReportFamilyArrival(Officials.Hearing), "2024-09-05").Then(new FamilyArrivalReported());

    [Fact(DisplayName = "NAR-5: within three days, or it is on record")]
    public void Late_is_marked() =>
        Relative().When(new ReportFamilyArrival(Officials.Hearing), "2024-09-06")
            .Then(new FamilyArrivalReported(), new BreachRecorded("family-arrival", Date("2024-09-05")));

    [Fact]
    public void Reporting_is_done_once() =>
        Relative().Happened("2024-09-05", new FamilyArrivalReported()).When(new ReportFamilyArrival(Officials.Hearing), "2024-09-06")
            .ThenRefused("family-arrival.already-reported");

    [Fact]
    public void Who_came_another_way_does_not_report_so() =>
        AnAdult().Arrived("2024-09-02").When(new ReportFamilyArrival(Officials.Hearing), "2024-09-03").ThenRefused("family-arrival.other-route");

    [Fact]
    public void A_later_request_takes_no_visa_away() =>
        Collected().Happened("2024-07-15", new ReunificationRequested(1, true)).When(Collect with { Relatives = 1 }, "2024-07-20")
            .Then(new EntryVisasCollected(1));
}
