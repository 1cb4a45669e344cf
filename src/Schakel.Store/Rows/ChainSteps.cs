using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Store.Rows;

/// <summary>The chain's own next steps as rows (vervolgstappen): what <see cref="Desks.DeskSettings.StepsOf"/> is set to.</summary>
public static class ChainSteps
{
    /// <summary>The open steps of a file. They hold days and never today, so that they stay true until the next event.</summary>
    /// <param name="person">The person.</param>
    /// <param name="file">The file.</param>
    /// <param name="household">The household.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The chain's day; not looked at.</param>
    public static IReadOnlyList<StepRow> Of(PersonId person, CaseFile file, Household household, Law law, Day today)
    {
        var ahead = WayAhead.Rows(file, household, law);
        var rows = new StepRow[ahead.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var step = ahead[i];
            rows[i] = new()
            {
                Person = person.Value,
                Ordinal = i,
                Code = step.Code,
                Party = (int)step.Party,
                Earliest = step.Earliest?.Number,
                LastDay = step.LastDay?.Number,
                Until = step.Until?.Number,
                Force = (int)step.Type.Force,
                WaitsFor = step.WaitsFor?.Code,
                Lapses = step.Lapses?.Code,
                Norm = step.Norm,
                Law = "",
            };
        }
        return rows;
    }
}
