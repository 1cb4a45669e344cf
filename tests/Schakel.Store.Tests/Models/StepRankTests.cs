using Schakel.Store.Rows;

namespace Schakel.Store.Models;

/// <summary>In which order steps stand.</summary>
public sealed class StepRankTests
{
    [Fact]
    public void A_step_of_a_kind_has_one_of_the_ranks_of_that_kind_and_every_such_rank_occurs()
    {
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var (first, last) = StepRank.Among(kind);
            var ranks = new[] { null, (int?)738_900 }.SelectMany(day => new[] { null, "lapse" }.Select(lapses => StepRank.Of(Row(kind, day, lapses)))).Distinct().Order();
            Assert.Equal(Enumerable.Range(first, last - first + 1), ranks);
        }
    }

    private static StepRow Row(StepKind kind, int? lastDay, string? lapses) =>
        new() { Person = 1, Ordinal = 0, Code = "example", Party = 0, Law = "", Force = (int)kind, LastDay = lastDay, Lapses = lapses };
}
