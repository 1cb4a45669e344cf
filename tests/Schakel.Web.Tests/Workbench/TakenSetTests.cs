using Schakel.Norms;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench;

/// <summary>What the officials of one function have taken up: a file by one of them, for fourteen days, at most two hundred each.</summary>
public sealed class TakenSetTests
{
    private static readonly Day Monday = Day.Of(2025, 9, 1);
    private static readonly TakenSet OfSeven = Of(TakenSet.Empty.Take([101, 102], 7, Monday));

    [Fact]
    public void What_a_colleague_has_stays_theirs_and_what_is_free_beside_it_is_taken()
    {
        Assert.Equal((null, TakeFault.Taken), OfSeven.Take([101], 8, Monday));
        var both = Of(OfSeven.Take([101, 103], 8, Monday));
        Assert.Equal((7, 8), (both.Of(101)!.Number, both.Of(103)!.Number));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void It_stands_through_the_fourteenth_day_after_it_was_taken_up(int days, bool stands) =>
        Assert.Equal(stands, OfSeven.On(Monday.PlusDays(days)).Of(101) is not null);

    [Fact]
    public void Taken_up_again_it_stands_fourteen_days_more_and_its_first_day_stays()
    {
        var renewed = Of(OfSeven.Take([101], 7, Monday.PlusDays(10)));
        Assert.Equal([101], renewed.On(Monday.PlusDays(24)).By(7));
        Assert.Equal(Monday.Number, renewed.Of(101)!.Since);
        Assert.Empty(renewed.On(Monday.PlusDays(25)).By(7));
        // On the same day it changes nothing.
        Assert.Same(OfSeven, Of(OfSeven.Take([101, 102], 7, Monday)));
    }

    [Fact]
    public void Only_who_has_it_gives_it_back()
    {
        Assert.Equal((null, TakeFault.NotYours), OfSeven.GiveBack([101], 8));
        Assert.Equal((null, TakeFault.NotYours), OfSeven.GiveBack([999], 7));
        Assert.Equal([102], Of(OfSeven.GiveBack([101, 999], 7)).Files.Keys);
    }

    [Fact]
    public void Taken_over_it_is_the_colleagues_from_that_day()
    {
        var over = Of(OfSeven.TakeOver([101], 8, Monday.PlusDays(3)));
        Assert.Equal((new TakeUp(8, Monday.Number + 3, Monday.Number + 3), 7), (over.Of(101), over.Of(102)!.Number));
    }

    [Fact]
    public void Handed_over_it_says_by_whom_and_why()
    {
        var handed = Of(OfSeven.HandOver([101], 7, 8, HandOverReason.Workload, Monday.PlusDays(2)));
        Assert.Equal(new TakeUp(8, Monday.Number + 2, Monday.Number + 2, 7, HandOverReason.Workload), handed.Of(101));
    }

    [Theory]
    [InlineData(8, 9, HandOverReason.Other, TakeFault.NotYours)]
    [InlineData(7, null, HandOverReason.Other, TakeFault.NoColleague)]
    [InlineData(7, 7, HandOverReason.Other, TakeFault.Yourself)]
    [InlineData(7, 8, null, TakeFault.NoReason)]
    public void It_is_handed_over_by_who_has_it_to_somebody_else_for_a_reason(int number, int? colleague, HandOverReason? reason, TakeFault fault) =>
        Assert.Equal((null, fault), OfSeven.HandOver([101], number, colleague, reason, Monday));

    [Fact]
    public void Nobody_has_more_than_two_hundred_and_nothing_is_taken_up_when_it_would_be_more()
    {
        var many = Of(TakenSet.Empty.Take([.. Enumerable.Range(1, 200).Select(each => (long)each)], 7, Monday));
        Assert.Equal((null, TakeFault.Full), many.Take([201], 7, Monday));
        Assert.Equal((null, TakeFault.Full), many.TakeOver([201], 7, Monday));
        var both = Of(many.Take([201], 8, Monday));
        Assert.Equal((null, TakeFault.ColleagueFull), both.HandOver([201], 8, 7, HandOverReason.Absence, Monday));
        Assert.NotNull(many.Take([200], 7, Monday.PlusDays(1)).Set); // One's own are renewed.
        Assert.NotNull(Of(many.GiveBack([1], 7)).Take([201], 7, Monday).Set);
    }

    [Fact]
    public void What_was_done_is_undone_when_nothing_else_was_done_with_these_files()
    {
        var over = Of(OfSeven.TakeOver([101], 8, Monday.PlusDays(3)));
        TakenStep[] steps = [new(101, OfSeven.Of(101), over.Of(101))];
        Assert.Equal(OfSeven.Of(101), Of(over.Undo(steps)).Of(101));
        Assert.Equal(OfSeven.Of(101), Of(Of(over.Take([500], 9, Monday)).Undo(steps)).Of(101)); // Of another file it does not matter.
        Assert.Equal((null, TakeFault.NothingToUndo), Of(over.TakeOver([101], 9, Monday.PlusDays(4))).Undo(steps));
        Assert.Equal((null, TakeFault.NothingToUndo), Of(over.GiveBack([101], 8)).Undo(steps));
        Assert.Null(Of(Of(TakenSet.Empty.Take([9], 7, Monday)).Undo([new(9, null, new(7, Monday.Number, Monday.Number))])).Of(9));
    }

    private static TakenSet Of((TakenSet? Set, TakeFault? Fault) changed)
    {
        Assert.Null(changed.Fault);
        return changed.Set!;
    }
}
