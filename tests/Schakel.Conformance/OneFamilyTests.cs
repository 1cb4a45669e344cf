using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Steps;
using DecisionOutcome = Schakel.Rehearsal.Steps.DecisionOutcome;
using Modality = Schakel.Rehearsal.Reception.Modality;
using ReceptionEnd = Schakel.Rehearsal.Steps.ReceptionEnd;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>
/// One family whole: a father and two children from Syria ask for protection, are granted, linked and housed; the mother follows with
/// an entry visa and moves in.
/// </summary>
public sealed class OneFamilyTests
{
    private const int Mother = 3;

    private static Life Life() => new Life(
            "2024-01-10",
            Conformance.Life.Person(0, "1984-02-11", HouseholdRole.Main),
            Conformance.Life.Person(0, "2012-06-30", HouseholdRole.Child),
            Conformance.Life.Person(0, "2015-09-01", HouseholdRole.Child),
            Conformance.Life.Person(0, "1987-12-24", HouseholdRole.Partner))
        .Site(0, 200, Modality.Arrival).Site(1, 10, Modality.Municipal).Site(2, 400, Modality.Regular)
        .On("2024-01-15", StepKind.Arrive, 0, 0, 0, 1, 2)
        .On("2024-01-15", StepKind.Place, 0, 0, 0, 1, 2)
        .On("2024-01-16", StepKind.RedirectToCentre, 1, 0, 0, 1, 2)
        .On("2024-01-17", StepKind.Identify, 1, 0, 0, 1, 2)
        .On("2024-01-17", StepKind.LodgeApplication, 1, 0, 0, 1, 2)
        .On("2024-01-18", StepKind.HoldRegistrationInterview, 0, 0, 0, 1, 2)
        .On("2024-01-19", StepKind.ConfirmTrack, 4, 0, 0, 1, 2)
        .On("2024-01-19", StepKind.Move, 1, 0, 0, 1, 2)
        .On("2024-02-20", StepKind.AnnounceMove, -1, 5, 0, 1, 2)
        .On("2024-02-25", StepKind.Move, 2, 0, 0, 1, 2)
        .On("2024-03-01", StepKind.PlanInterview, Conformance.Life.Date("2024-03-20").Number)
        .On("2024-03-20", StepKind.MissInterview, 0, 0)
        .On("2024-03-21", StepKind.PlanInterview, Conformance.Life.Date("2024-04-08").Number)
        .On("2024-04-08", StepKind.HoldInterview)
        .On("2024-04-09", StepKind.SubmitCorrections)
        .On("2024-04-11", StepKind.DecideApplication, (int)DecisionOutcome.GrantSubsidiary, 0, 0, 1, 2)
        .On("2024-04-11", StepKind.IssuePermit, 60, 0, 0, 1, 2)
        .On("2024-04-22", StepKind.LinkToMunicipality, 41, 0, 0, 1, 2)
        .On("2024-05-13", StepKind.RequestReunification, 1)
        .On("2024-06-20", StepKind.OfferHome, 41, 0, 0, 1, 2)
        .On("2024-07-10", StepKind.MoveIntoHome, 41, 0, 0, 1, 2)
        .On("2024-07-10", StepKind.LeaveReception, (int)ReceptionEnd.Housed, 0, 0, 1, 2)
        .On("2024-09-02", StepKind.StartWork)
        .On("2024-10-21", StepKind.DecideReunification, 1, 1)
        .On("2025-02-14", StepKind.ArriveAsFamily, 0, 0, Mother)
        .On("2025-02-17", StepKind.IssuePermit, 60, 0, Mother)
        .On("2025-02-20", StepKind.MoveIntoHome, 41, 0, Mother);

    [Fact]
    public void The_life_of_one_family_is_accepted_from_registration_to_the_mother_s_arrival()
    {
        var report = Life().Replayed().Report();
        Assert.Empty(report.Refused);
        Assert.Equal(4, report.Persons);
        Assert.Equal(Life().Steps.Count(), report.Steps);
    }

    [Fact]
    public void All_four_end_in_the_same_home_with_a_permit()
    {
        var replay = Life().Replayed();
        for (var person = 0; person < 4; person++)
        {
            Assert.Equal(new MunicipalityId(42), replay.FileOf(person).Housing.LinkedTo);
            Assert.True(replay.FileOf(person).Housing.IsHoused);
            Assert.NotNull(replay.FileOf(person).Procedure.Permit);
            Assert.Null(replay.FileOf(person).Reception.Site);
        }
        Assert.Equal(Schakel.Chain.Procedure.DecisionOutcome.GrantDerived, replay.FileOf(Mother).Procedure.Permit?.Outcome);
        Assert.Equal(0, replay.SiteOf(2).Occupancy);
    }

    [Fact]
    public void What_the_law_calls_late_is_marked()
    {
        var breaches = Life().Replayed().Report().Breaches;
        Assert.Equal(3, breaches["municipal-site"]);
        Assert.False(breaches.ContainsKey("decision-period"));
        Assert.False(breaches.ContainsKey("housing-term"));
        Assert.False(breaches.ContainsKey("family-decision-period"));
    }

    [Fact]
    public void Events_come_out_as_they_are_made()
    {
        var events = new List<RecordedEvent>();
        var report = Life().Replayed((in RecordedEvent recorded) => events.Add(recorded)).Report();
        Assert.Equal(report.Events, events.Count);
        Assert.Equal(events.OrderBy(recorded => recorded.Minute).Select(recorded => recorded.Event), events.Select(recorded => recorded.Event));
        Assert.Contains(events, recorded => recorded is { Stream: StreamKind.Household, Event: EntryVisasGranted });
        Assert.Single(events, recorded => recorded is { Index: 0, Event: InterviewHeld });
    }

    [Theory]
    [InlineData(StepKind.Arrive, "file.not-opened")]
    [InlineData(StepKind.Identify, "identification.missing")]
    [InlineData(StepKind.LodgeApplication, "application.none-open")]
    [InlineData(StepKind.HoldRegistrationInterview, "track.before-registration-interview")]
    [InlineData(StepKind.ConfirmTrack, "interview.no-track")]
    [InlineData(StepKind.PlanInterview, "interview.not-planned")]
    [InlineData(StepKind.HoldInterview, "interview.not-held")]
    [InlineData(StepKind.DecideApplication, "permit.no-grant")]
    [InlineData(StepKind.IssuePermit, "permit.none")]
    [InlineData(StepKind.LinkToMunicipality, "housing.not-linked")]
    [InlineData(StepKind.OfferHome, "housing.no-offer")]
    [InlineData(StepKind.DecideReunification, "arrival.no-entry-visa")]
    public void Without_one_kind_of_step_the_next_is_refused(StepKind missing, string code)
    {
        var report = Life().Without(missing).Replayed().Report();
        Assert.Contains(report.Refused, refused => refused.Refusal.Code == code);
    }
}
