using System.Collections.Immutable;

namespace Schakel.Web.Access;

/// <summary>A count as it may be shown outside a team (afgeschermd aantal): absent when it would tell of fewer than five people.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Count">How many; absent when suppressed.</param>
public readonly record struct ShownCount(string Name, long? Count);

/// <summary>Counts and their total, as they may be shown (afgeschermde tabel).</summary>
/// <param name="Counts">The counts.</param>
/// <param name="Total">Their total; absent when suppressed.</param>
public sealed record ShownCounts(ImmutableArray<ShownCount> Counts, long? Total);

/// <summary>
/// Counts under five are not shown outside a team, and cannot be found by subtraction either (onderdrukken, ook door aftrekken; red line 9):
/// where one count is hidden below a total, the smallest other one is hidden with it, until what is hidden sums to five or more.
/// </summary>
public static class Suppressed
{
    /// <summary>The smallest count that is shown, but for zero.</summary>
    public const int Smallest = 5;

    /// <summary>A single count: absent from one to four.</summary>
    /// <param name="count">How many.</param>
    public static long? One(long count) => count is > 0 and < Smallest ? null : count;

    /// <summary>Counts with their total. Zero is shown: of nobody nothing is told.</summary>
    /// <param name="counts">The counts, none negative.</param>
    public static ShownCounts Of(IReadOnlyList<(string Name, long Count)> counts)
    {
        var hidden = counts.Select(each => One(each.Count) is null).ToArray();
        var total = counts.Sum(each => each.Count);
        if (hidden.Any(each => each))
        {
            // The total tells the sum of what is hidden: that must be five or more, of two counts at least.
            foreach (var i in Enumerable.Range(0, counts.Count).Where(i => !hidden[i] && counts[i].Count > 0).OrderBy(i => counts[i].Count).ThenBy(i => counts[i].Name, StringComparer.Ordinal))
            {
                if (hidden.Count(each => each) >= 2 && Sum(counts, hidden) >= Smallest)
                {
                    break;
                }
                hidden[i] = true;
            }
        }
        var told = hidden.Any(each => each) && (hidden.Count(each => each) < 2 || Sum(counts, hidden) < Smallest) ? null : One(total);
        return new([.. counts.Select((each, i) => new ShownCount(each.Name, hidden[i] ? null : each.Count))], told);
    }

    private static long Sum(IReadOnlyList<(string Name, long Count)> counts, bool[] hidden) => counts.Where((_, i) => hidden[i]).Sum(each => each.Count);
}
