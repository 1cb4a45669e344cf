using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>A report on the situation in a country (ambtsbericht).</summary>
/// <param name="Reference">Its reference, which names it.</param>
/// <param name="PublishedOn">Day of the report.</param>
/// <param name="Source">Who made it, such as the Ministry of Foreign Affairs or the EU asylum agency.</param>
public readonly record struct CountryReport(string Reference, Day PublishedOn, string Source);

/// <summary>Take in a country report (ambtsbericht opnemen).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Report">The report.</param>
public sealed record TakeInReport(Official By, CountryReport Report) : PolicyOfficerCommand(By);

/// <summary>A country report was taken in (ambtsbericht opgenomen).</summary>
/// <param name="Report">The report.</param>
[EventName("country-report-taken-in", 1)]
public sealed record ReportTakenIn([Category(DataCategory.None)] CountryReport Report) : PolicyEvent;

/// <summary>What is known of a country (ambtsberichten).</summary>
public static class CountryReports
{
    /// <summary>Taken in before.</summary>
    public static readonly Refusal Known = new(
        "country-report.known", "fact",
        "Een ambtsbericht met dit kenmerk is al opgenomen.",
        "A country report with this reference was taken in already.");

    /// <summary>Of a day to come.</summary>
    public static readonly Refusal OfLater = new(
        "country-report.of-later", "fact",
        "Dit ambtsbericht is van {0} en kan niet eerder worden opgenomen.",
        "This country report is of {0} and cannot be taken in before.");

    internal static Decision Decide(CountryPolicy policy, TakeInReport command, Day today)
    {
        var report = command.Report;
        return !PolicyRoom.IsText(report.Reference) || !PolicyRoom.IsText(report.Source) ? PolicyRoom.NoText
            : report.PublishedOn > today ? OfLater.On(report.PublishedOn)
            : policy.Reports.Any(each => each.Reference == report.Reference) ? Known
            : new ReportTakenIn(report);
    }
}
