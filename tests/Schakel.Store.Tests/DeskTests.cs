using Schakel.Store.Acts;

namespace Schakel.Store;

public sealed class DeskTests
{
    public static TheoryData<string> Databases => ["SQLite"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_placement_occupies_a_slot_in_the_same_act(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        await given.ArrivesAsync(7, household: 3);

        var placed = await given.PlacedAsync(7, 5);

        Assert.Equal(["person-placed", "slot-occupied"], placed.Events.Select(e => e.Envelope.Name));
        using var rows = given.Store.CreateContext();
        var slot = Assert.Single(rows.Slots);
        Assert.Equal((5, 1, 7L), (slot.Site, slot.Slot, slot.Person));
        Assert.Equal(5, Assert.Single(rows.Files).Site);
        Assert.Equal("identify-with-1", Assert.Single(rows.Steps).Code);
        Assert.Equal(1, Assert.Single(rows.Sites).Occupancy);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_key_gives_the_same_answer_also_after_a_restart(string database)
    {
        using var given = TestStore.On(database);
        var act = given.Arrival(7);
        var first = await given.MustAsync(act);

        given.Reopen();
        var again = Assert.IsType<ActResult.Repeated>(await given.Desk.DoAsync(act));

        var repeated = Assert.IsType<ActResult.Accepted>(again.First);
        Assert.Equal(first.Position, repeated.Position);
        Assert.Equal(first.Versions, repeated.Versions);
        Assert.Equal(first.Events.Select(e => e.Event), repeated.Events.Select(e => e.Event));
        Assert.Equal(2, given.Store.Log.Position);
    }
}
