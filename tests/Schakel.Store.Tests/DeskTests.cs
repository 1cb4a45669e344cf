using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Rows;

namespace Schakel.Store;

/// <summary>What the desk promises, on both databases.</summary>
public sealed class DeskTests
{
    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_placement_occupies_a_slot_in_the_same_act(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        await given.ArrivesAsync(7, household: 3);

        var placed = await given.PlacedAsync(7, 5);

        Assert.Equal(["person-placed", "slot-occupied"], placed.Events.Select(e => e.Envelope.Name));
        Assert.Equal([4L, 5L], placed.Events.Select(e => e.Envelope.Position));
        using var rows = given.Store.CreateContext();
        var slot = Assert.Single(rows.Slots);
        Assert.Equal((5, 1, 7L), (slot.Site, slot.Slot, slot.Person));
        Assert.Equal(5, Assert.Single(rows.Files).Site);
        Assert.Equal("identify-with-1", Assert.Single(rows.Steps).Code);
        Assert.Equal(1, Assert.Single(rows.Sites).Occupancy);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_key_gives_the_same_answer_also_after_a_restart(string database)
    {
        using var given = TestStore.On(database);
        var act = given.Arrival(7) with { Ground = "came with a letter" };
        var first = await given.MustAsync(act);

        given.Reopen();
        var again = Assert.IsType<ActResult.Repeated>(await given.Desk.DoAsync(act));

        var repeated = Assert.IsType<ActResult.Accepted>(again.First);
        Assert.Equal(first.Position, repeated.Position);
        Assert.Equal(first.Versions, repeated.Versions);
        Assert.Equal(first.Events.Select(e => (e.Event, e.Envelope.Ground)), repeated.Events.Select(e => (e.Event, e.Envelope.Ground)));
        Assert.Equal("came with a letter", first.Events[0].Envelope.Ground);
        Assert.Equal(2, given.Store.Log.Position);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refusal_is_repeated_word_for_word(string database)
    {
        using var given = TestStore.On(database);
        var act = given.Arrival(7, born: "2030-01-01");
        var first = Assert.IsType<ActResult.Refused>(await given.Desk.DoAsync(act));

        given.Reopen();
        var again = Assert.IsType<ActResult.Refused>(Assert.IsType<ActResult.Repeated>(await given.Desk.DoAsync(act)).First);

        Assert.Equal("arrival.born-later", again.Refusal.Code);
        Assert.Equal(first.Refusal.Dutch, again.Refusal.Dutch);
        Assert.Equal(given.Today, again.Refusal.Boundary);
        Assert.Equal((first.Stream, first.Command), (again.Stream, again.Command));
        Assert.Equal(0, given.Store.Log.Position);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_key_with_another_content_is_refused_also_within_one_group(string database)
    {
        using var given = TestStore.On(database);
        var key = ActKey.New();
        var both = await Task.WhenAll(given.Desk.DoAsync(given.Arrival(7, key)), given.Desk.DoAsync(given.Arrival(8, key)));

        var later = await given.Desk.DoAsync(given.Arrival(9, key));

        Assert.Single(both.OfType<ActResult.Accepted>());
        Assert.Equal("act.key-used-otherwise", Assert.Single(both.OfType<ActResult.Refused>()).Refusal.Code);
        Assert.Equal("act.key-used-otherwise", Assert.IsType<ActResult.Refused>(later).Refusal.Code);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_refused_command_leaves_nothing_of_the_act(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        var both = given.Arrival(7) with
        {
            Commands = [new(TestStore.File(7), Arrive(7)), new(TestStore.File(7), new PlacePerson(TestStore.Reception, new(99), Modality.Regular))],
        };

        var refused = Assert.IsType<ActResult.Refused>(await given.Desk.DoAsync(both));

        Assert.Equal(("site.not-open", 1, TestStore.SiteOf(99)), (refused.Refusal.Code, refused.Command, refused.Stream));
        Assert.Equal(1, given.Store.Log.Position);
        Assert.Empty(given.Store.Log.ReadStream(TestStore.File(7)));
        await given.ArrivesAsync(7);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_saw_another_version_is_told_and_may_use_the_key_again(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        await given.ArrivesAsync(7);
        var act = given.Act(TestStore.File(7), new PlacePerson(TestStore.Reception, new(5), Modality.Regular));

        var stale = await given.Desk.DoAsync(act with { Expected = [new(TestStore.File(7), 0)] });
        var fresh = await given.Desk.DoAsync(act with { Expected = [new(TestStore.File(7), 1)] });

        Assert.Equal(new ActResult.Stale(TestStore.File(7), 0, 1), stale);
        Assert.IsType<ActResult.Accepted>(fresh);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_who_saw_the_same_version_one_is_stale(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        await given.OpensAsync(6);
        await given.ArrivesAsync(7);
        var expected = ImmutableArray.Create(new ExpectedVersion(TestStore.File(7), 1));
        Act Place(int site) => given.Act(TestStore.File(7), new PlacePerson(TestStore.Reception, new(site), Modality.Regular)) with { Expected = expected };

        var results = await Task.WhenAll(given.Desk.DoAsync(Place(5)), given.Desk.DoAsync(Place(6)));

        Assert.Single(results.OfType<ActResult.Accepted>());
        Assert.Single(results.OfType<ActResult.Stale>());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Acts_that_wait_together_are_synced_together_and_stand_in_order_without_gaps(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5, 1000);

        var results = await Task.WhenAll(Enumerable.Range(1, 200).Select(person => given.Desk.DoAsync(given.Arrival(person))));

        Assert.All(results, result => Assert.IsType<ActResult.Accepted>(result));
        var (acts, commits) = given.Desk.Counts;
        Assert.Equal(201, acts);
        Assert.InRange(commits, 2, 150);
        Assert.Equal(Enumerable.Range(1, 401).Select(i => (long)i), given.Store.Log.ReadAll(0, 64).SelectMany(page => page).Select(e => e.Envelope.Position));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_day_after_today_is_refused_and_an_earlier_one_is_late_news(string database)
    {
        using var given = TestStore.On(database);

        var future = await given.Desk.DoAsync(given.Arrival(7) with { OccurredOn = given.Today.PlusDays(1) });
        var late = await given.MustAsync(given.Arrival(7) with { OccurredOn = given.Today.PlusDays(-3) });

        Assert.Equal("act.in-the-future", Assert.IsType<ActResult.Refused>(future).Refusal.Code);
        Assert.Equal(given.Today.PlusDays(-3), late.Events[0].Envelope.OccurredOn);
        Assert.Equal(given.Time.GetUtcNow(), late.Events[0].Envelope.RecordedAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_memory_dropped_is_read_again_from_the_log(string database)
    {
        using var given = TestStore.On(database);
        given.Reopen(settings => settings with { MostCached = 4 });
        await given.OpensAsync(5);
        for (var person = 1; person <= 20; person++)
        {
            await given.ArrivesAsync(person);
        }

        for (var person = 1; person <= 20; person++)
        {
            await given.PlacedAsync(person, 5);
        }

        using var rows = given.Store.CreateContext();
        Assert.Equal(20, rows.Slots.Count());
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_relative_who_arrives_changes_the_steps_of_the_others(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7, household: 3);

        await given.MustAsync(given.Act(TestStore.File(8), new RegisterArrival(new(3), TestStore.Date("2016-01-01"), FamilyRole.Child, TestStore.TerApel, false)));

        using var rows = given.Store.CreateContext();
        Assert.All(rows.Steps, step => Assert.Equal("identify-with-2", step.Code));
        Assert.Equal(2, rows.Steps.Count());
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Erased_content_cannot_be_read_and_the_chain_still_proves_itself(string database)
    {
        using var given = TestStore.On(database);
        await given.MustAsync(given.Arrival(7, household: 3) with { Ground = "a reason about a person" });
        await given.ArrivesAsync(8);

        await given.Store.EraseAsync(TestStore.File(7));

        var refused = await given.Desk.DoAsync(given.Act(TestStore.File(7), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false)));
        Assert.Equal("file.erased", Assert.IsType<ActResult.Refused>(refused).Refusal.Code);
        given.Reopen();
        var kept = Assert.Single(given.Store.Log.ReadStream(TestStore.File(7)));
        Assert.Null(kept.Event);
        Assert.Null(kept.Envelope.Ground);
        Assert.Equal("person-arrived", kept.Envelope.Name);
        var report = given.Verify();
        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Erased);
        using var rows = given.Store.CreateContext();
        Assert.Equal([8L], rows.Files.Select(row => row.Person));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_event_of_a_newer_program_stops_the_file_and_nothing_else(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);
        await given.ArrivesAsync(8);
        given.Tamper("UPDATE events SET event_version = 2 WHERE kind = 0 AND number = 7");
        given.Reopen();

        await Assert.ThrowsAsync<UnknownEventException>(() => given.Desk.DoAsync(given.Act(TestStore.File(7), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false))));

        await given.MustAsync(given.Act(TestStore.File(8), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false)));
        Assert.Single(given.Store.Log.ReadStream(TestStore.File(8), afterVersion: 1));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_second_writer_is_told_that_the_data_are_in_use(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);

        var fault = Assert.Throws<StoreFaultException>(() => ChainStore.Open(given.Place, given.Settings()));

        Assert.Equal(StoreFault.Locked, fault.Fault);
        await given.ArrivesAsync(8);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_bulk_gives_the_same_log_and_rows_as_acts_would(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5, 100_000);
        using (var bulk = given.Store.BeginBulk())
        {
            for (var person = 1; person <= 6000; person++)
            {
                void Append(StreamId stream, ChainEvent happened) => bulk.Append(new(ActKey.Of(1, person), stream, happened, given.Today, Doer.Of(TestStore.Reception), Purpose.Records));
                Append(TestStore.File(person), new PersonArrived(new(person), TestStore.Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TestStore.TerApel, false));
                Append(StreamId.Of(new HouseholdId(person)), new HouseholdJoined(new(person), FamilyRole.Main, TestStore.Date("1990-05-01"), false));
                Append(TestStore.File(person), new PersonPlaced(new(5), Modality.Regular));
                Append(TestStore.SiteOf(5), new SlotOccupied(new(person), person));
            }
            Assert.Throws<StoreFaultException>(() => { _ = given.Desk.DoAsync(given.Arrival(9999)); });
            bulk.Complete();
        }

        Assert.Equal(24_001, given.Store.Log.Position);
        Assert.Empty(given.Verify().Problems);
        await given.ArrivesAsync(6001);
        await given.PlacedAsync(6001, 5);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_has_nothing_left_to_be_done_after_a_bulk_has_no_steps_left(string database)
    {
        using var given = TestStore.On(database, (person, file, _, law, today) => file.Reception.Site is not null ? [] : ChainSteps.Of(person, file, Household.Empty, law, today));
        await given.OpensAsync(5);
        using (var bulk = given.Store.BeginBulk())
        {
            void Append(StreamId stream, ChainEvent happened) => bulk.Append(new(ActKey.Of(1, 7), stream, happened, given.Today, Doer.Of(TestStore.Reception), Purpose.Records));
            Append(TestStore.File(7), new PersonArrived(new(7), TestStore.Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TestStore.TerApel, false));
            Append(StreamId.Of(new HouseholdId(7)), new HouseholdJoined(new(7), FamilyRole.Main, TestStore.Date("1990-05-01"), false));
            bulk.Complete();
        }
        using (var before = given.Store.CreateContext())
        {
            Assert.True(before.Steps.Any(step => step.Person == 7));
        }
        await given.PlacedAsync(7, 5);
        using var after = given.Store.CreateContext();
        Assert.False(after.Steps.Any(step => step.Person == 7));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Half_a_bulk_is_a_prefix_and_its_rows_are_made_at_the_next_start(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);
        using (var bulk = given.Store.BeginBulk())
        {
            bulk.Append(new(ActKey.Of(1, 1), TestStore.File(7), new PersonIdentified(IdentifyingAuthority.AliensPolice, TestStore.TerApel, false), given.Today, Doer.Clock, Purpose.Records));
        }

        Assert.Throws<StoreFaultException>(() => { _ = given.Desk.DoAsync(given.Arrival(8)); });
        given.Reopen();

        Assert.Empty(given.Verify().Problems);
        await given.ArrivesAsync(8);
    }

    [Fact]
    public async Task Half_of_a_placement_cannot_be_given_alone()
    {
        using var given = TestStore.OnSqlite();
        await given.OpensAsync(5);

        var refused = await given.Desk.DoAsync(given.Act(TestStore.SiteOf(5), new OccupySlot(new(7))));

        Assert.Equal("act.companion-alone", Assert.IsType<ActResult.Refused>(refused).Refusal.Code);
    }

    private static RegisterArrival Arrive(long household) => new(new(household), TestStore.Date("1990-05-01"), FamilyRole.Main, TestStore.TerApel, AtBorder: false);
}
