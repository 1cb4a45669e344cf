using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Store.Rows;

namespace Schakel.Store;

/// <summary>The steps in the table: an act writes those that it changes, and what stands there is what follows from the events.</summary>
public sealed class StepTableTests
{
    private const long Person = 7;

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_step_that_comes_or_goes_leaves_the_others_where_they_are(string database)
    {
        using var given = TestStore.On(database, ChainSteps.Of);
        await given.OpensAsync(5);
        await given.OpensAsync(6);
        await given.ArrivesAsync(Person);
        var arrived = Table(given);

        await given.PlacedAsync(Person, 5);

        var placed = Table(given);
        Assert.NotEmpty(placed.Keys.Except(arrived.Keys));
        Assert.NotEmpty(arrived.Keys.Except(placed.Keys));
        Assert.All(placed.Keys.Intersect(arrived.Keys), ordinal => Assert.Equal(arrived[ordinal].Code, placed[ordinal].Code));
        Assert.Empty(given.Verify().Problems);

        given.Reopen(); // Now the desk does not know what stands in the table.
        await given.MustAsync(given.Act(TestStore.File(Person), new MovePerson(TestStore.Reception, new(6), Modality.Regular) { Ground = MoveGround.UseOfPlaces }));
        Assert.Empty(given.Verify().Problems);
    }

    [Fact]
    public void No_two_kinds_of_step_have_one_ordinal()
    {
        StepRow[] all = [.. StepCodes().Select(code => new StepRow { Person = 0, Ordinal = 0, Code = code, Party = 1, Law = "" })];

        var rows = RowMaker.Of(Person, [.. all, .. all], "law");

        Assert.Equal(2 * all.Length, rows.Select(row => row.Ordinal).Distinct().Count());
        Assert.Equal(all.Length, rows.Select(row => row.Ordinal / 64).Distinct().Count());
        Assert.All(rows, row => Assert.InRange(row.Ordinal, 0, int.MaxValue));
    }

    private static IEnumerable<string> StepCodes() => StepType.All.Select(type => type.Code);

    private static Dictionary<int, StepRow> Table(TestStore given)
    {
        using var context = given.Store.CreateContext();
        return context.Steps.Where(step => step.Person == Person).ToDictionary(step => step.Ordinal);
    }
}
