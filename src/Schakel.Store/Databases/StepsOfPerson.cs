using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

// An act changes a few steps of some thirty. Each row stands in two trees, and every page of them that changes is written and synced.

/// <summary>The steps of a person as they are to stand in the table (stappen van een persoon): only what differs is written.</summary>
/// <param name="Now">The steps, by ordinal.</param>
/// <param name="Before">What stands in the table, by ordinal; null when that is not known, and then all is written anew.</param>
internal readonly record struct StepsOfPerson(IReadOnlyList<StepRow> Now, IReadOnlyList<StepRow>? Before)
{
    /// <summary>Rows to be written, over what stands there.</summary>
    public IEnumerable<StepRow> Written => Before is null ? Now : Of(Now, Before, (now, before) => now != before);

    /// <summary>Rows to be taken away one by one; when <see cref="Before"/> is not known, all are taken away.</summary>
    public IEnumerable<StepRow> Gone => Before is null ? [] : Of(Before, Now, (_, now) => now is null);

    private static IEnumerable<StepRow> Of(IReadOnlyList<StepRow> rows, IReadOnlyList<StepRow> others, Func<StepRow, StepRow?, bool> wanted)
    {
        var at = 0;
        foreach (var row in rows)
        {
            while (at < others.Count && others[at].Ordinal < row.Ordinal)
            {
                at++;
            }
            if (wanted(row, at < others.Count && others[at].Ordinal == row.Ordinal ? others[at] : null))
            {
                yield return row;
            }
        }
    }
}
