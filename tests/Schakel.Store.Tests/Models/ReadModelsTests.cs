using Microsoft.EntityFrameworkCore;
using Schakel.Chain.Registration;

namespace Schakel.Store.Models;

/// <summary>What the read models promise, on both databases.</summary>
public sealed class ReadModelsTests
{
    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Rebuilt_models_are_the_live_ones_whatever_the_lives(string database)
    {
        using var given = TestStore.On(database);
        await LiveAsync(given, seed: 11, persons: 24, catchUp: i => i % 7 == 0);
        var live = Rows(given);

        await given.Store.Models.RebuildAsync();

        Assert.Equal(live, Rows(given));
        Assert.Equal(given.Store.Log.Position, given.Store.Models.Position);
        foreach (var table in ModelTables.All)
        {
            Assert.True(live.Exists(row => row.StartsWith(table, StringComparison.Ordinal)), $"No life put anything into {table}: {live.Count} rows.");
        }
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Models_that_were_ended_go_on_where_they_were(string database)
    {
        using var given = TestStore.On(database);
        await LiveAsync(given, seed: 5, persons: 10, catchUp: i => i == 60);
        var behind = given.Store.Models.Position;
        given.Reopen();
        Assert.Equal(behind, given.Store.Models.Position);

        await given.Store.Models.CatchUpWhollyAsync();

        var live = Rows(given);
        await given.Store.Models.RebuildAsync();
        Assert.Equal(live, Rows(given));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_rebuild_goes_on_beside_acts_and_models_that_are_kept_up(string database)
    {
        using var given = TestStore.On(database);
        var acts = RandomLives.Acts(3, 20);
        given.Today = acts[^1].On;
        var half = acts.Count / 2;
        foreach (var (_, act) in acts.Take(half))
        {
            await given.Desk.DoAsync(act);
        }
        await given.Store.Models.CatchUpWhollyAsync();

        var rebuild = given.Store.Models.RebuildAsync();
        foreach (var (_, act) in acts.Skip(half))
        {
            await given.Desk.DoAsync(act);
        }
        await rebuild;
        await given.Store.Models.CatchUpWhollyAsync();

        var live = Rows(given);
        await given.Store.Models.RebuildAsync();
        Assert.Equal(Rows(given), live);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Rows_of_files_that_were_altered_lost_or_put_in_are_put_right_by_a_rebuild(string database)
    {
        using var given = TestStore.On(database);
        await LiveAsync(given, seed: 11, persons: 24, catchUp: i => i % 50 == 0);
        var persons = PersonsWithSteps(given);
        given.Store.Database.Run("UPDATE steps SET sort_day = sort_day + 1 WHERE person = @person", ("@person", persons[0]));
        given.Store.Database.Run("DELETE FROM steps WHERE person = @person", ("@person", persons[1]));
        given.Store.Database.Run("INSERT INTO steps (person, ordinal, code, party, law, force, rank, sort_day) VALUES (@person, 90, 'invented', 4, 'none', 0, 0, 0)", ("@person", persons[2]));
        given.Store.Database.Run("UPDATE files SET track = 6 WHERE person = @person", ("@person", persons[3]));
        Assert.NotEmpty(given.Verify().Problems);

        await given.Store.Models.RebuildAsync();

        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_waits_for_a_position_reads_what_was_written(string database)
    {
        using var given = TestStore.On(database);
        using var service = new ModelService(given.Store, TimeProvider.System);
        await service.StartAsync(TestContext.Current.CancellationToken);

        var arrived = await given.ArrivesAsync(7, household: 3);
        await given.Store.Models.AwaitAsync(arrived.Position, TestContext.Current.CancellationToken);

        using (var view = given.Store.Models.Look())
        {
            Assert.Equal(7, Assert.Single(ModelQuestions.MembersOf(view, new(3))).Person);
            Assert.True(view.Position >= arrived.Position);
        }
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_is_erased_is_in_no_row_and_still_counted(string database)
    {
        using var given = TestStore.On(database);
        await LiveAsync(given, seed: 8, persons: 10, catchUp: i => i % 50 == 0);
        List<MonthCount> counts;
        using (var view = given.Store.Models.Look())
        {
            counts = [.. ModelQuestions.Counts(view)];
        }

        await given.Store.EraseAsync(TestStore.File(4));
        await given.ArrivesAsync(99);
        await given.Store.Models.CatchUpWhollyAsync();

        var live = Rows(given);
        Assert.DoesNotContain(live, row => row.Contains("Person = 4,", StringComparison.Ordinal));
        using (var view = given.Store.Models.Look())
        {
            var after = ModelQuestions.Counts(view).ToDictionary(count => (count.Year, count.Month, count.Kind, count.Detail), count => count.Count);
            Assert.All(counts, count => Assert.True(after[(count.Year, count.Month, count.Kind, count.Detail)] >= count.Count, $"{count} became less."));
        }
        await given.Store.Models.RebuildAsync();
        Assert.Equal(live.Where(row => !row.StartsWith("counters", StringComparison.Ordinal)), Rows(given).Where(row => !row.StartsWith("counters", StringComparison.Ordinal)));
        using (var view = given.Store.Models.Look())
        {
            Assert.True(ModelQuestions.Counts(view).Sum(count => count.Count) > counts.Sum(count => count.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_is_looked_for_is_found_in_another_script_and_by_number_and_by_date(string database)
    {
        using var given = TestStore.On(database);
        await ArrivesAsAsync(given, 7, "Müller", "Jörg", "1990-05-01");
        await ArrivesAsAsync(given, 8, "الأحمد", "محمد", "1985");
        await ArrivesAsAsync(given, 9, "Ахмед", "Мухаммад", "1985-03-02");
        await given.Store.Models.CatchUpWhollyAsync();

        using var view = given.Store.Models.Look();
        SearchResult Find(SearchQuestion question) => Search.Find(given.Store.Models, view, question);
        static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

        Assert.Equal(new SearchHit(7, 2, 0), Assert.Single(Find(new() { Names = "jorg MULLER" }).Hits));
        Assert.Equal([8L, 9L], Find(new() { Names = "Mohamed Ahmad" }).Hits.Select(hit => hit.Person));
        Assert.Equal([8L, 9L], Find(new() { Names = "Mohammed", Born = Date("1985-03-02") }).Hits.Select(hit => hit.Person));
        Assert.Equal(7, Assert.Single(Find(new() { Born = Date("1990-05-01") }).Hits).Person);
        Assert.Empty(Find(new() { Names = "Jörg Ahmed" }).Hits);
        Assert.True(VNumber.TryParse(VNumber.Synthetic(9).ToString(), out var number));
        Assert.Equal(9, Assert.Single(Find(new() { VNumber = number }).Hits).Person);
        Assert.Throws<ArgumentException>(() => Find(new() { Names = " - " }));
    }

    [Theory] // A site manager looks for a resident with a name that thousands bear.
    [MemberData(nameof(Databases))]
    public async Task One_s_own_are_found_among_any_number_of_namesakes(string database)
    {
        using var given = TestStore.On(database);
        const int Namesakes = SearchQuestion.MostFound + 10;
        for (var person = 1; person <= Namesakes; person++)
        {
            await ArrivesAsAsync(given, person, "Ahmed", person == 58 ? "Mohammed" : "Mohamed", "1985-03-02");
        }
        await given.Store.Models.CatchUpWhollyAsync();

        using var view = given.Store.Models.Look();
        var ours = view.Files.Where(file => file.Person >= 57);
        Assert.True(PartialDate.TryParse("1985-03-02", out var born));
        foreach (var question in (SearchQuestion[])[new() { Names = "Mohamed Ahmed" }, new() { Names = "Ahmed", Born = born }])
        {
            var all = Search.Find(given.Store.Models, view, question);
            Assert.Equal((SearchQuestion.MostFound, true), (all.Hits.Count, all.More));
            Assert.All(all.Hits, hit => Assert.InRange(hit.Person, 1, SearchQuestion.MostFound));
            var found = Search.Find(given.Store.Models, view, question, ours);
            Assert.Equal([57L, 58L, 59L, 60L], found.Hits.Select(hit => hit.Person).Order());
            Assert.False(found.More);
        }
        Assert.Equal([57L, 59L, 60L, 58L], Search.Find(given.Store.Models, view, new() { Names = "Mohamed Ahmed" }, ours).Hits.Select(hit => hit.Person)); // As written before as it sounds.
        Assert.Empty(Search.Find(given.Store.Models, view, new() { Names = "Ahmed" }, ours.Where(file => file.Person > Namesakes)).Hits);
    }

    [Fact]
    public async Task The_table_of_terms_holds_no_name_number_or_date()
    {
        using var given = TestStore.OnSqlite();
        await ArrivesAsAsync(given, 7, "Zwartkruis", "Ferdinand", "1990-05-01");
        await given.Store.Models.CatchUpWhollyAsync();
        given.Store.Dispose();

        foreach (var file in Directory.GetFiles(given.Folder, "schakel.db*"))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("zwartkruis", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(VNumber.Synthetic(7).ToString(), text, StringComparison.Ordinal);
        }
    }

    private static List<string> Rows(TestStore given) => Rows(given.Store);

    /// <summary>All rows of all read models.</summary>
    internal static List<string> Rows(ChainStore store)
    {
        using var view = store.Models.Look();
        List<string> rows =
        [
            .. view.Appointments.AsEnumerable().Select(row => "appointments " + (row with { Generation = 0 })),
            .. view.Members.AsEnumerable().Select(row => "members " + (row with { Generation = 0 })),
            .. view.HousingTasks.AsEnumerable().Select(row => "housing_tasks " + (row with { Generation = 0 })),
            .. view.ReturnCases.AsEnumerable().Select(row => "return_cases " + (row with { Generation = 0 })),
            .. view.SearchTerms.AsEnumerable().Select(row => "search_terms " + (row with { Generation = 0 })),
            .. view.Occupancy.Where(row => row.Residents != 0 || row.Places != 0).AsEnumerable().Select(row => "occupancy " + (row with { Generation = 0 })),
            .. view.Counters.Where(row => row.Count != 0).AsEnumerable().Select(row => "counters " + (row.Generation < 0 ? row : row with { Generation = 0 })),
        ];
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task LiveAsync(TestStore given, int seed, int persons, Func<int, bool> catchUp)
    {
        var acts = RandomLives.Acts(seed, persons);
        for (var i = 0; i < acts.Count; i++)
        {
            given.Today = acts[i].On;
            await given.Desk.DoAsync(acts[i].Act);
            if (catchUp(i))
            {
                await given.Store.Models.CatchUpWhollyAsync();
            }
        }
        if (catchUp(0))
        {
            await given.Store.Models.CatchUpWhollyAsync();
        }
    }

    private static async Task ArrivesAsAsync(TestStore given, long person, string family, string first, string born)
    {
        _ = PartialDate.TryParse(born, out var date);
        await given.ArrivesAsync(person);
        await given.MustAsync(given.Act(TestStore.File(person), new IdentifyPerson(TestStore.Police, TestStore.TerApel, false)));
        await given.MustAsync(given.Act(TestStore.File(person), new RecordIdentity(TestStore.Police, new(new(family, first), date, default, default), IdentitySource.Stated)));
        await given.MustAsync(given.Act(TestStore.File(person), new AssignVNumber(TestStore.Police, VNumber.Synthetic((int)person).ToString())));
    }

    private static List<long> PersonsWithSteps(TestStore given)
    {
        using var view = given.Store.Models.Look();
        return [.. view.Steps.Select(step => step.Person).Distinct().OrderBy(person => person)];
    }
}
