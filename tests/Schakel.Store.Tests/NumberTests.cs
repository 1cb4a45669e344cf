using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Log;

namespace Schakel.Store;

/// <summary>A V-number is one person's, on both databases.</summary>
public sealed class NumberTests
{
    private static readonly Official Records = new(12, OfficialRoles.RecordsOfficer);

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_number_that_another_file_has_is_refused_and_what_to_do_is_told(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7, 8);
        await given.MustAsync(Number(given, 7, 501));
        var position = given.Store.Log.Position;

        var refused = Refused(await given.Desk.DoAsync(Number(given, 8, 501)));

        Assert.Equal(("v-number.of-another-file", TestStore.File(8), 7L), (refused.Refusal.Code, refused.Stream, refused.Refusal.Person?.Value));
        Assert.Contains("voeg de dossiers dan samen", refused.Refusal.Dutch, StringComparison.Ordinal);
        Assert.Contains("merge the files", refused.Refusal.English, StringComparison.Ordinal);
        Assert.Equal(position, given.Store.Log.Position);
        await given.MustAsync(Number(given, 8, 502));
        given.Reopen();
        await IdentifiedAsync(given, 9);
        Refused(await given.Desk.DoAsync(Number(given, 9, 502)));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_are_given_one_number_at_once_one_gets_it(string database)
    {
        using var given = TestStore.On(database);
        long[] persons = [.. Enumerable.Range(1, 12).Select(i => (long)i)];
        await IdentifiedAsync(given, persons);

        var results = await Task.WhenAll(persons.Select(person => Task.Run(() => given.Desk.DoAsync(Number(given, person, 600)))));

        Assert.Single(results.OfType<ActResult.Accepted>());
        Assert.All(results.Where(result => result is not ActResult.Accepted), result => Refused(result));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Were_two_writers_to_decide_at_once_the_second_could_not_commit(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7);
        await given.MustAsync(Number(given, 7, 501));
        var held = Assert.Single(given.Store.Database.ReadNumbers());
        var other = new Batch { TakenNumbers = { [held.Hash] = 8 } };
        Exception? thrown = null;
        await given.Desk.RunAsync(_ => thrown = Record.Exception(() => given.Store.Database.Commit(other)));
        Assert.IsType<StoreFaultException>(thrown);
        Assert.Equal(held, Assert.Single(given.Store.Database.ReadNumbers()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_a_merge_the_file_that_goes_on_holds_the_number_and_after_a_split_its_own_file(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7, 8, 9);
        await given.MustAsync(Number(given, 8, 501));
        await given.MustAsync(given.Act(TestStore.File(8), new MergeInto(Records, new PersonId(7), MergeGround.Fingerprints)));
        Assert.Equal(7, Assert.Single(given.Store.Database.ReadNumbers()).Person);
        Assert.Equal(7, Refused(await given.Desk.DoAsync(Number(given, 9, 501))).Refusal.Person?.Value);
        Assert.Empty(given.Verify().Problems);

        await given.MustAsync(given.Act(TestStore.File(8), new RestoreFile(Records, MergeMistake.TwoPersons)));
        Assert.Equal(8, Assert.Single(given.Store.Database.ReadNumbers()).Person);
        Refused(await given.Desk.DoAsync(Number(given, 7, 501)));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_split_that_would_leave_two_files_with_one_number_is_refused(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7, 8);
        await given.MustAsync(Number(given, 8, 501));
        await given.MustAsync(given.Act(TestStore.File(8), new MergeInto(Records, new PersonId(7), MergeGround.Fingerprints)));
        await given.MustAsync(Number(given, 7, 501));
        Refused(await given.Desk.DoAsync(given.Act(TestStore.File(8), new RestoreFile(Records, MergeMistake.TwoPersons))));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Erasing_a_file_frees_its_number_also_when_it_was_merged(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 6, 7, 8, 9);
        await given.MustAsync(Number(given, 6, 500));
        await given.MustAsync(Number(given, 8, 501));
        await given.MustAsync(given.Act(TestStore.File(8), new MergeInto(Records, new PersonId(7), MergeGround.Fingerprints)));
        await given.Store.EraseAsync(TestStore.File(6));
        await given.Store.EraseAsync(TestStore.File(8));
        Assert.Empty(given.Store.Database.ReadNumbers());
        Assert.Empty(given.Verify().Problems);
        await given.MustAsync(Number(given, 9, 501));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Verification_names_a_row_that_is_wrong_and_a_rebuild_makes_it_right(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7, 8, 9);
        await given.MustAsync(Number(given, 7, 501));
        await given.MustAsync(Number(given, 8, 502));
        given.Tamper("DELETE FROM v_numbers WHERE person = 8", "UPDATE v_numbers SET person = 9 WHERE person = 7");
        Assert.Equal(2, given.Verify().Problems.Count(problem => problem.Text.Contains("V-number", StringComparison.Ordinal)));

        given.Reopen();
        await given.Store.Models.RebuildAsync();

        Assert.Equal([7L, 8L], given.Store.Database.ReadNumbers().Select(row => row.Person).Order());
        Assert.Empty(given.Verify().Problems);
        Refused(await given.Desk.DoAsync(Number(given, 9, 502)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Without_its_key_the_table_is_made_anew_at_the_next_start(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 7, 8);
        await given.MustAsync(Number(given, 7, 501));
        var before = Assert.Single(given.Store.Database.ReadNumbers());
        given.Store.Dispose();
        File.Delete(Path.Combine(given.Folder, "keys", "v-number.key"));

        given.Reopen();

        Assert.NotEqual(before.Hash, Assert.Single(given.Store.Database.ReadNumbers()).Hash);
        Refused(await given.Desk.DoAsync(Number(given, 8, 501)));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_bulk_fills_the_table_and_stops_at_a_second_file_with_one_number(string database)
    {
        using var given = TestStore.On(database);
        await IdentifiedAsync(given, 1);
        await given.MustAsync(Number(given, 1, 700));
        using (var bulk = given.Store.BeginBulk())
        {
            Append(bulk, given, 20, 701);
            bulk.Complete();
        }
        Assert.Equal([1L, 20L], given.Store.Database.ReadNumbers().Select(row => row.Person).Order());
        Assert.Empty(given.Verify().Problems);
        await IdentifiedAsync(given, 2);
        Refused(await given.Desk.DoAsync(Number(given, 2, 701)));

        using (var bulk = given.Store.BeginBulk())
        {
            Append(bulk, given, 21, 700);
            Assert.Contains("file 21 was given the V-number of file 1", Assert.Throws<StoreFaultException>(bulk.Complete).Message, StringComparison.Ordinal);
        }
        given.Reopen();
        Assert.Empty(given.Verify().Problems);
    }

    private static void Append(BulkWriter bulk, TestStore given, long person, int serial)
    {
        var act = ActKey.New();
        ChainEvent[] events =
        [
            new PersonArrived(new(person), TestStore.Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TestStore.TerApel, AtBorder: false),
            new PersonIdentified(IdentifyingAuthority.AliensPolice, TestStore.TerApel, HoldsTravelDocument: false), new VNumberAssigned(VNumber.Synthetic(serial)),
        ];
        foreach (var happened in events)
        {
            bulk.Append(new BulkEvent(act, TestStore.File(person), happened, given.Today, Doer.Of(TestStore.Police), Purpose.Registration));
        }
    }

    private static Act Number(TestStore given, long person, int serial) =>
        given.Act(TestStore.File(person), new AssignVNumber(TestStore.Police, VNumber.Synthetic(serial).ToString()));

    private static async Task IdentifiedAsync(TestStore given, params long[] persons)
    {
        foreach (var person in persons)
        {
            await given.ArrivesAsync(person);
            await given.MustAsync(given.Act(TestStore.File(person), new IdentifyPerson(TestStore.Police, TestStore.TerApel, HoldsTravelDocument: false)));
        }
    }

    private static ActResult.Refused Refused(ActResult result)
    {
        var refused = Assert.IsType<ActResult.Refused>(result);
        Assert.Equal("v-number.of-another-file", refused.Refusal.Code);
        return refused;
    }
}
