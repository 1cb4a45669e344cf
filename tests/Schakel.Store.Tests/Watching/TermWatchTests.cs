using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Models;
using Schakel.Store.Rows;

namespace Schakel.Store.Watching;

/// <summary>The clock observes and records; it decides nothing, and does nothing twice.</summary>
public sealed class TermWatchTests
{
    private static readonly Official Records = new(12, OfficialRoles.RecordsOfficer);
    private static readonly Official Hearing = new(21, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(22, OfficialRoles.DecisionOfficer);

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_time_to_ask_another_state_lapses_by_law_once_however_often_one_looks(string database)
    {
        using var given = await InTrackOneAsync(database);
        var watch = new TermWatch(given.Store, given);
        var before = await watch.LookAsync();
        given.Today = TestStore.Date("2024-05-01");

        var first = await watch.LookAsync();
        var second = await watch.LookAsync();
        given.Today = given.Today.PlusDays(1);
        var third = await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal(0, before.ByLaw);
        Assert.Equal((1, 0, 0), (first.ByLaw, second.ByLaw, third.ByLaw));
        Assert.True(first.Observed > 0, "No last day passed.");
        Assert.Equal((0, 0), (second.Observed, third.Observed));
        Assert.Single(OfClock(given), recorded => recorded.Event is DublinRequestLapsed);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Sixty_days_late_sees_what_one_sees_who_looked_every_day(string database)
    {
        using var daily = await InTrackOneAsync(database);
        using var late = await InTrackOneAsync("SQLite");
        for (var day = 0; day < 120; day++)
        {
            daily.Today = daily.Today.PlusDays(1);
            await new TermWatch(daily.Store, daily).LookAsync();
        }
        late.Today = late.Today.PlusDays(60);
        await new TermWatch(late.Store, late).LookAsync();
        late.Today = late.Today.PlusDays(60);
        for (var report = await new TermWatch(late.Store, late).LookAsync(); report.ByLaw > 0;)
        {
            report = await new TermWatch(late.Store, late).LookAsync(); // What follows by law may let something else lapse.
        }

        Assert.Equal(Observed(daily), Observed(late));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_watches_at_once_and_one_that_was_ended_do_nothing_twice(string database)
    {
        using var given = await InTrackOneAsync(database);
        given.Today = TestStore.Date("2024-05-01");
        using (var ended = new CancellationTokenSource())
        {
            await ended.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TermWatch(given.Store, given).LookAsync(ended.Token));
        }

        var both = await Task.WhenAll(new TermWatch(given.Store, given).LookAsync(), new TermWatch(given.Store, given).LookAsync());
        given.Reopen();
        var again = await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal(1, both.Sum(report => report.ByLaw));
        Assert.Equal((0, 0), (again.ByLaw, again.Observed));
        var marks = OfClock(given).Select(recorded => (recorded.Envelope.Stream, recorded.Event)).ToList();
        Assert.Equal(marks.Distinct().Count(), marks.Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_last_day_of_a_right_is_observed_once_also_by_a_watch_that_was_down(string database)
    {
        using var given = TestStore.On(database, ChainSteps.Of);
        var decided = TestStore.Date("2024-01-05");
        var holder = given.Act(TestStore.File(7), new TakeOverFile(
            Records, new(7), TestStore.Date("1990-05-01"), FamilyRole.Main, TakenOverStage.AwaitingHome, new(TestStore.Date("2023-01-10"), null, decided, null), null, Modality.Regular));
        await given.MustAsync(holder);
        var last = TestStore.Date("2024-04-05"); // Three months to ask that the family may come (Vw 29(2)).
        given.Today = last;
        await new TermWatch(given.Store, given).LookAsync();
        Assert.DoesNotContain(OfClock(given), Asking);
        given.Today = last.PlusDays(200);

        await new TermWatch(given.Store, given).LookAsync();
        given.Reopen();
        var again = await new TermWatch(given.Store, given).LookAsync();

        var mark = Assert.IsType<LapseObserved>(Assert.Single(OfClock(given), Asking).Event);
        Assert.Equal(last, mark.LastDay);
        Assert.Equal(0, again.Observed);
        Assert.Empty(given.Verify().Problems);

        static bool Asking(RecordedEvent recorded) => recorded.Event is LapseObserved { Step: "request-reunification" };
    }

    [Fact]
    public async Task The_service_looks_when_it_starts_when_the_day_changes_and_again_when_it_could_not()
    {
        using var given = await InTrackOneAsync("SQLite");
        using var service = new TermWatchService(given.Store, given, given.Time);
        await service.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(given, () => service.LookedOn == given.Today);
        Assert.Equal(0, service.Last?.ByLaw);

        using (var bulk = given.Store.BeginBulk())
        {
            given.Today = TestStore.Date("2024-05-01");
            await UntilAsync(given, () => service.Fault is not null);
            Assert.NotEqual(given.Today, service.LookedOn);
            bulk.Complete();
        }
        await UntilAsync(given, () => service.LookedOn == given.Today);

        Assert.Null(service.Fault);
        Assert.Single(OfClock(given), recorded => recorded.Event is DublinRequestLapsed);
        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(service.ExecuteTask?.IsCompletedSuccessfully);
    }

    [Fact] // Red line 3.
    public void The_clock_has_only_commands_that_nobody_decides()
    {
        Assert.Equal(StepType.All.Where(step => step.Force == StepForce.ByLaw).Select(step => step.Code), TermWatch.ByLaw.Keys.Order(StringComparer.Ordinal));
        Assert.All(TermWatch.ByLaw.Values, command => Assert.True(command is not IOfficialAct { ByLaw: false }, $"{command.GetType().Name} is an official's."));
        Assert.False(typeof(ObserveLapse).IsAssignableTo(typeof(IOfficialAct)));
    }

    [Fact] // Red line 3: two years without anybody at work end nobody's reception, claim or liberty.
    public async Task Two_years_of_clock_alone_leave_marks_and_what_the_law_itself_brings_about()
    {
        using var given = TestStore.On("SQLite", ChainSteps.Of);
        foreach (var (on, act) in RandomLives.Acts(13, 20).TakeWhile(one => one.On < TestStore.Date("2024-05-01")))
        {
            given.Today = on;
            await given.Desk.DoAsync(act);
        }
        var before = given.Store.Log.Position;
        for (var month = 0; month < 24; month++)
        {
            given.Today = given.Today.PlusDays(30);
            await new TermWatch(given.Store, given).LookAsync();
        }

        var clock = OfClock(given);
        Assert.Equal(given.Store.Log.Position - before, clock.Count);
        Assert.NotEmpty(clock);
        Assert.All(clock, recorded => Assert.True(
            recorded.Event is LapseObserved or DublinRequestLapsed or TransferLapsed or EntryGranted { ByOperationOfLaw: true } or PermitExpired
                or TravelDocumentExpired or GuardianshipEnded { Reason: GuardianshipEnd.CameOfAge } or BreachRecorded, $"The clock did {recorded.Envelope.Name}."));
        Assert.Empty(given.Verify().Problems);
    }

    private static List<RecordedEvent> OfClock(TestStore given) =>
        [.. given.Store.Log.ReadAll().SelectMany(page => page).Where(recorded => recorded.Envelope.Doer.Kind == DoerKind.Clock)];

    private static List<string> Observed(TestStore given) =>
        [.. OfClock(given).Select(recorded => $"{recorded.Envelope.Stream} {recorded.Event}").Order(StringComparer.Ordinal)];

    /// <summary>Lets seconds pass until something is so.</summary>
    private static async Task UntilAsync(TestStore given, Func<bool> so)
    {
        for (var waited = 0; !so(); waited++)
        {
            Assert.True(waited < 1000, "It did not come.");
            given.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<TestStore> InTrackOneAsync(string database)
    {
        var given = TestStore.On(database, ChainSteps.Of);
        await given.OpensAsync(5);
        await given.ArrivesAsync(7);
        await given.PlacedAsync(7, 5);
        await given.MustAsync(given.Act(TestStore.File(7), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false)));
        await given.MustAsync(given.Act(TestStore.File(7), new LodgeApplication(1)));
        await given.MustAsync(given.Act(TestStore.File(7), new HoldRegistrationInterview(Hearing)));
        await given.MustAsync(given.Act(TestStore.File(7), new ConfirmTrack(Deciding, Track.Dublin, 0)));
        return given;
    }
}
