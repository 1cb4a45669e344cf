using Schakel.Chain.Records;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>
/// Observe that the day passed by which a shortfall at a site was to be put right, and it was not (verlopen hersteltermijn vaststellen). Nobody
/// decides and nothing follows: the clock does it. The shortfall stays open until it is put right.
/// </summary>
/// <param name="Standard">Which standard is not met.</param>
/// <param name="LastDay">The day by which it was to be.</param>
public sealed record ObserveRemedyLapse(SiteStandard Standard, Day LastDay) : SiteCommand;

/// <summary>It was observed that a shortfall was not put right by its day (hersteltermijn verlopen). A mark, from which nothing follows.</summary>
/// <param name="Standard">Which standard is not met.</param>
/// <param name="LastDay">That day.</param>
[EventName("remedy-lapsed", 1)]
public sealed record RemedyLapsed(
    [Category(DataCategory.None)] SiteStandard Standard,
    [Category(DataCategory.None)] Day LastDay) : SiteEvent;

/// <summary>Days that passed without the remedy they were set for (verlopen hersteltermijnen).</summary>
public static class RemedyLapses
{
    /// <summary>No such day was set for an open finding, or it is on record.</summary>
    public static readonly Refusal NoSuchTerm = new(
        "site.no-remedy-lapse", "fact",
        "Voor deze norm staat geen bevinding open met deze hersteldatum, of dat die voorbij is, staat al vast.",
        "No finding with this day of remedy is open on this standard, or it is on record that the day passed.");

    /// <summary>The open findings of which it is not on record yet that their day passed, on a day on which it has (te constateren).</summary>
    /// <param name="site">The site.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<Finding> On(Site site, Day today) => site.Traits.Findings.Where(open => open.RemedyBy < today && !IsOnRecord(site, open));

    /// <summary>The first day after which something is to be observed; absent when nothing is open, or all that passed is on record.</summary>
    /// <param name="site">The site.</param>
    public static Day? Next(Site site)
    {
        Day? first = null;
        foreach (var open in site.Traits.Findings)
        {
            if (!IsOnRecord(site, open) && !(open.RemedyBy >= first))
            {
                first = open.RemedyBy;
            }
        }
        return first;
    }

    internal static Decision Decide(Site site, ObserveRemedyLapse command, Day today) =>
        SiteFacts.FindingOn(site.Traits, command.Standard) is not { } open || open.RemedyBy != command.LastDay || IsOnRecord(site, open) ? NoSuchTerm
        : today <= command.LastDay ? Lapses.StillRuns.On(command.LastDay)
        : new RemedyLapsed(command.Standard, command.LastDay);

    private static bool IsOnRecord(Site site, Finding open) => site.Traits.Lapsed.Contains(open);
}
