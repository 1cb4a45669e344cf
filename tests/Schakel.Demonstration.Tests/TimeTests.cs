using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Models;
using Schakel.Store.Rows;

namespace Schakel.Demonstration;

/// <summary>Time passes when somebody lets it: people go on living, whoever intervenes is not contradicted, a kill loses nothing.</summary>
public sealed class TimeTests
{
    private static readonly Official Hearing = new(3, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(4, OfficialRoles.DecisionOfficer);
    private static readonly Official Reception = new(5, OfficialRoles.ReceptionOfficer);

    [Fact]
    public async Task Sixty_days_pass_without_a_refusal_when_nobody_intervenes()
    {
        using var small = new SmallDemonstration();
        var before = small.Running.Store.Log.Position;
        var passed = await small.Running.Time.AdvanceAsync(60, TestContext.Current.CancellationToken);
        Assert.Equal((DemonstrationLaw.Begins, DemonstrationLaw.Begins.PlusDays(60), 0), (passed.From, passed.Today, passed.Redrawn));
        Assert.True(passed.Refused == 0, string.Join('\n', passed.First.Select(TextOf)));
        Assert.Equal(0, passed.Refused);
        Assert.True(passed.Acts > 1000, $"{passed.Acts} acts");
        Assert.True(small.Running.Store.Log.Position > before + passed.Acts);
        var found = small.Closed(small.Verify);
        Assert.True(found.IsSound, string.Join('\n', found.Problems.Take(3)));
        Assert.Equal(DemonstrationLaw.Begins.PlusDays(60), small.Today);
        JudgedTests.AssertAllAccepted(small.Judged());
    }

    [Fact]
    public async Task A_week_at_once_is_seven_days_and_an_advance_that_was_killed_goes_on_where_it_was()
    {
        using var whole = new SmallDemonstration();
        using var broken = new SmallDemonstration();
        await whole.Running.Time.AdvanceAsync(7, TestContext.Current.CancellationToken);
        for (var day = 0; day < 7; day++)
        {
            var stood = await File.ReadAllBytesAsync(Path.Combine(broken.Folder, DemonstrationState.FileName), TestContext.Current.CancellationToken);
            var first = await broken.Running.Time.AdvanceAsync(1, TestContext.Current.CancellationToken);
            Assert.Empty(first.First.Select(TextOf));
            var position = broken.Running.Store.Log.Position;
            broken.Running.Dispose();
            // Killed before the state was written.
            await File.WriteAllBytesAsync(Path.Combine(broken.Folder, DemonstrationState.FileName), stood, TestContext.Current.CancellationToken);
            broken.Reopen();
            var again = await broken.Running.Time.AdvanceAsync(1, TestContext.Current.CancellationToken);
            Assert.Empty(again.First.Select(TextOf));
            Assert.Equal((0, 0), (again.Refused, again.Redrawn));
            Assert.Equal(position, broken.Running.Store.Log.Position);
        }
        Assert.Equal(whole.Today, broken.Today);
        Assert.Equal(
            whole.Running.Store.Log.ReadAll().SelectMany(page => page).Select(each => (each.Envelope.Stream, each.Event)),
            broken.Running.Store.Log.ReadAll().SelectMany(page => page).Select(each => (each.Envelope.Stream, each.Event)));
    }

    [Fact]
    public async Task The_term_watch_is_asked_after_every_day_and_the_clocks_own_records_are_no_intervention()
    {
        using var small = new SmallDemonstration();
        small.Running.Dispose();
        var days = new List<Day>();
        using var watched = LiveDemonstration.Open(
            small.Request with
            {
                Watch = (_, _) => (today, _) =>
                {
                    days.Add(today);
                    return Task.FromResult(1);
                },
            },
            TimeProvider.System);
        var passed = await watched.Time.AdvanceAsync(3, TestContext.Current.CancellationToken);
        Assert.Equal((IEnumerable<Day>)[DemonstrationLaw.Begins.PlusDays(1), DemonstrationLaw.Begins.PlusDays(2), DemonstrationLaw.Begins.PlusDays(3)], days);
        Assert.Equal((3, 0), (passed.ByClock, passed.Redrawn));
    }

    [Fact]
    public async Task A_step_that_is_refused_is_told_with_the_reason()
    {
        using var small = new SmallDemonstration();
        var open = small.Standing().Files.Where(each => IsOpen(each.File)).ToArray();
        foreach (var (person, _) in open)
        {
            // Under the clock's name, so that nobody sees an intervention and the script is not drawn anew.
            Assert.IsType<ActResult.Accepted>(await small.Running.Store.Desk.DoAsync(new Act(
                ActKey.New(), Doer.Clock, Purpose.Procedure, small.Today,
                [new(StreamId.Of(person), new WithdrawApplication(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = Hearing })])));
        }
        var passed = await small.Running.Time.AdvanceAsync(30, TestContext.Current.CancellationToken);
        Assert.True(passed.Refused > 0, $"{passed.Refused} refused");
        Assert.Contains(passed.First, refused => refused.Refusal.Code == Applications.NoneOpen.Code && open.Any(each => StreamId.Of(each.Person) == refused.Stream));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(367)]
    public async Task No_day_and_more_than_a_year_are_refused(int days)
    {
        using var small = new SmallDemonstration();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => small.Running.Time.AdvanceAsync(days, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_interventions_and_sixty_days_a_rehearsal_begins_with_what_the_export_counts()
    {
        using var small = new SmallDemonstration();
        var standing = small.Standing();
        var law = DemonstrationLaw.On(small.Today);
        var open = standing.Files.Where(each => IsOpen(each.File)).ToArray();
        // Of those whose term still runs the one that ends first: left alone it would lapse within the sixty days.
        var suspended = open.Where(each => each.File.Registration.Role == FamilyRole.Main && LastDayOf(each.File, law) >= small.Today)
            .MinBy(each => (LastDayOf(each.File, law)!.Value.Number, each.Person.Value)).Person;
        var before = LastDayOf(standing.FileOf(suspended), law)!.Value;
        Assert.True(before - small.Today < 30, $"The term ends on {before}: too late to lapse while it stands still.");
        var withdrawn = open.Last(each => each.Person != suspended && each.File is { Registration.Role: FamilyRole.Main, Reception.Site: not null }
            && standing.HouseholdOf(each.File.Registration.Household).Members.Length == 1).Person;
        var family = open.First(each => each.File is { Registration.Role: FamilyRole.Child, Reception.Site: not null }
            && each.File.Registration.Household != standing.FileOf(suspended).Registration.Household).File;
        Assert.IsType<ActResult.Accepted>(await small.DoAsync(suspended, new SuspendDecisionPeriod(Deciding, SuspensionGround.InformationFromAbroad)));
        Assert.IsType<ActResult.Accepted>(await small.DoAsync(withdrawn, new WithdrawApplication(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = Hearing }));
        var (site, state) = standing.Sites.First(each => each.State is { IsOpen: true, Modality: Modality.Regular or Modality.Emergency } && each.Site != family.Reception.Site);
        var members = standing.HouseholdOf(family.Registration.Household).Members
            .Where(member => standing.FileOf(member.Person).Reception.Site is not null).Select(member => member.Person).ToArray();
        var move = new MovePerson(Reception, site, state.Modality) { Ground = MoveGround.UseOfPlaces, Emergency = EmergencyGround.Family };
        Assert.IsType<ActResult.Accepted>(await small.DoAsync([.. members.Select(person => new Addressed(StreamId.Of(person), move))]));
        var lastOfWithdrawn = small.Running.Store.Log.ReadStream(StreamId.Of(withdrawn)).Count;

        await PassAsync(small, 30);

        Assert.Null(LastDayOf(small.Standing().FileOf(suspended), law));
        Assert.IsType<ActResult.Accepted>(await small.DoAsync(suspended, new ResumeDecisionPeriod(Deciding)));

        await PassAsync(small, 30);

        // From the day after the suspension to the day before the period ran again: 29 days did not count (Awb 4:15).
        Assert.Equal(before.PlusDays(29), LastDayOf(small.Standing().FileOf(suspended), law));
        AssertOnlyLeaves(small.Running.Store.Log.ReadStream(StreamId.Of(withdrawn)).Skip(lastOfWithdrawn).Select(each => each.Event!).ToArray());
        Assert.Equal(site, small.Running.Store.Log.ReadStream(StreamId.Of(members[0])).Select(each => each.Event).OfType<PersonMoved>().Last().Site);
        await AssertBeginsAsItStandsAsync(small);
        JudgedTests.AssertAllAccepted(small.Judged());
    }

    private static async Task PassAsync(SmallDemonstration small, int days)
    {
        var passed = await small.Running.Time.AdvanceAsync(days, TestContext.Current.CancellationToken);
        Assert.Equal(1, passed.Redrawn);
        Assert.True(passed.Refused == 0, string.Join('\n', passed.First.Select(TextOf)));
    }

    // Nothing of the claim comes any more: no plan, hearing, decision, notice or appeal, nor a lapse of its term. That the man has no later
    // event at all cannot be: withdrawing ends no reception, so that he is cared for as before, and four weeks later (Vw 62) the return
    // service takes his file up.
    private static void AssertOnlyLeaves(ChainEvent[] later)
    {
        Assert.All(later, each => Assert.True(each is GuidanceEvent or ReceptionEvent or ReturnEvent or LapseObserved { Norm: not "decision-period" }, each.ToString()));
        Assert.Contains(later, each => each is ReturnFileOpened);
    }

    // The rehearsal, the export and the read models each say where everybody stands; none of them is computed from another.
    private static async Task AssertBeginsAsItStandsAsync(SmallDemonstration small)
    {
        var file = Path.Combine(small.Folder, "log.ocel");
        small.Closed(() => StoreLog.Export(new StorePlace(small.Folder), file, ExportScope.WholeCourse, TestContext.Current.CancellationToken));
        using var log = File.OpenRead(file);
        var counted = ExportCount.Of(log, small.Today);
        var (stock, scale) = StoredStock.Of(new StorePlace(small.Folder), DemonstrationLaw.On);
        Assert.Equal(SmallDemonstration.Scale, scale);
        var inputs = LiveInputs.Of(ChainData.Load(null), stock, 1, FittedParameters.For(ChainData.January2024), scale);
        var nation = new Nation(inputs with { Days = 31 }, 1, 0, keepSteps: false);
        nation.Settle();
        var settled = nation.Standing().ToArray();
        var figures = nation.Live(TestContext.Current.CancellationToken);
        Assert.Equal(16, counted.Count);
        Assert.All(counted, each => Assert.Equal((each.Key, each.Value), (each.Key, (int)figures.AtStart[SeriesCatalogue.IndexOf(each.Key)])));
        Assert.Empty(counted.Where(each => each.Value == 0).Select(each => each.Key).Except(["stock.applications.track2"])); // So few that nobody may be in it.

        await small.Running.Store.Models.CatchUpWhollyAsync(TestContext.Current.CancellationToken);
        using var view = small.Running.Store.Models.Look();
        Assert.Equal(small.Running.Store.Log.Position, view.Position);
        var bySite = settled.Where(each => each.Site is not null).CountBy(each => each.Site!.Value.Value).OrderBy(each => each.Key).ToArray();
        Assert.Equal(
            ModelQuestions.OccupancyOf(view, small.Today, small.Today).Where(each => each.Residents > 0).Select(each => KeyValuePair.Create(each.Site, (int)each.Residents)), bySite);
        Assert.Equal(view.Sites.Where(row => row.Occupancy > 0).OrderBy(row => row.Site).Select(row => KeyValuePair.Create(row.Site, row.Occupancy)), bySite);
        // Whoever another state takes over waits for the transfer: their return file is no case of return to a country.
        var transfers = view.Files.Where(row => row.Outcome == (int)DecisionOutcome.NotTakenUp).Select(row => row.Person);
        Assert.Equal(
            view.ReturnCases.Where(row => row.IsOpen && row.Available && !row.ProcedurePending && !transfers.Contains(row.Person)).Select(row => row.Person).OrderBy(person => person).ToArray(),
            settled.Where(each => each.Stage == Stage.Returning).Select(each => each.Person.Value).Order().ToArray());
        Assert.Equal(counted["stock.applications"], view.Files.Count(row => row.Application == (int)ApplicationStatus.Open && row.Presence != (int)Presences.Departed));
        AssertRowsTellTheSame([.. view.Files], settled, counted, small.Standing(), small.Today);
    }

    private static void AssertRowsTellTheSame(
        FileRow[] rows, (PersonId Person, Stage Stage, SiteId? Site)[] settled, Dictionary<string, int> counted, Store.Log.Standing standing, Day today)
    {
        var stages = settled.ToDictionary(each => each.Person.Value, each => each.Stage);
        var here = rows.Where(row => row.Presence != (int)Presences.Departed).ToArray();
        Assert.Equal(here.Select(row => row.Person).Order(), stages.Keys.Order());
        Assert.All(here, row => Assert.True(StagesOf(row).Contains(stages[row.Person]), $"Person {row.Person} stands in {stages[row.Person]}; {row}"));

        // A row has the day of lodging. Where another state was responsible first, age counts from the day the Netherlands is, which the file has.
        var ages = here.Where(row => row is { Application: (int)ApplicationStatus.Open } && row.Track is not ((int)Track.Dublin or (int)Track.Simplified))
            .Select(row => today - (standing.FileOf(new(row.Person)).Procedure.Application?.ResponsibleSince ?? new Day(row.LodgedOn ?? today.Number))).ToArray();
        Assert.Equal(
            (counted["stock.age.under-6-months"], counted["stock.age.6-15-months"], counted["stock.age.over-15-months"]),
            (ages.Count(age => age < 183), ages.Count(age => age is >= 183 and < 457), ages.Count(age => age >= 457)));
    }

    // The stages that fit a row: a permit that ran out is no refusal; of a hearing it knows that it was held, not that it is planned or what came after it, and of another state only that it takes over.
    private static Stage[] StagesOf(FileRow row) => row switch
    {
        { Presence: (int)Presences.Gone, Outcome: (int)DecisionOutcome.NotTakenUp } => [Stage.Gone, Stage.DublinAccepted],
        { Presence: (int)Presences.Gone } => [Stage.Gone],
        { HasPermit: true } or { Outcome: (int)DecisionOutcome.GrantRefugee or (int)DecisionOutcome.GrantSubsidiary or (int)DecisionOutcome.GrantDerived } => [row.IsHoused ? Stage.Housed : Stage.AwaitingHome],
        { Application: null } => [Stage.AwaitingRegistration],
        { Outcome: (int)DecisionOutcome.NotTakenUp, Application: not (int)ApplicationStatus.Withdrawn } => [Stage.DublinAccepted],
        { Application: (int)ApplicationStatus.Open, Track: (int)Track.None } => [Stage.Registered],
        { Application: (int)ApplicationStatus.Open, Track: (int)Track.Dublin } => [Stage.DublinAwaitingRequest, Stage.DublinAwaitingReply, Stage.DublinAccepted, Stage.Registered],
        { Application: (int)ApplicationStatus.Open, InterviewedOn: null } => [Stage.InterviewPlanned, Stage.AwaitingInterview],
        { Application: (int)ApplicationStatus.Open } => [Stage.GeneralProcedure, Stage.AwaitingDecision, Stage.AwaitingView],
        { AppealPending: true } => [Stage.AwaitingRuling],
        { ReturnOpen: true } => [Stage.Returning],
        _ => [Stage.DeparturePeriod],
    };

    private static Day? LastDayOf(CaseFile file, Law law) => DecisionTerm.LastDay(file.Procedure.Application!, law);

    private static string TextOf(RefusedScriptAct refused) => $"{refused.Day} {refused.Stream} {refused.Command}: {refused.Refusal.Code}";

    private static bool IsOpen(CaseFile file) =>
        file is { Presence: Presences.Here, Procedure: { Open: { Track: Track.General, PlannedFor: null, InterviewedOn: null }, Late: null } };
}
