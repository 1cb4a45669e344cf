using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>The columns of the rows that the desk writes by itself, in one order for both databases (kolommen).</summary>
internal static class RowColumns
{
    public static readonly string[] File =
    [
        "person", "version", "presence", "household", "site", "modality", "track", "application", "outcome", "lodged_on", "interviewed_on", "decided_on",
        "has_permit", "appeal_pending", "municipality", "is_housed", "return_open", "gone_on", "next_due", "as_of", "law",
    ];

    /// <summary>Insert or update a row of a file; VALUES_HERE stands for the parameters.</summary>
    public static readonly string UpsertFile =
        $"INSERT INTO files ({string.Join(", ", File)}) VALUES (VALUES_HERE) ON CONFLICT (person) DO UPDATE SET {string.Join(", ", File.Skip(1).Select(c => $"{c} = excluded.{c}"))}";

    public static object?[] Values(FileRow row) =>
    [
        row.Person, row.Version, row.Presence, row.Household, row.Site, row.Modality, row.Track, row.Application, row.Outcome, row.LodgedOn,
        row.InterviewedOn, row.DecidedOn, row.HasPermit, row.AppealPending, row.Municipality, row.IsHoused, row.ReturnOpen, row.GoneOn, row.NextDue,
        row.AsOf, row.Law,
    ];

    public static object?[] Values(StepRow row) =>
    [
        row.Person, row.Ordinal, row.Code, row.Party, row.Earliest, row.LastDay, row.Until, row.Force, row.WaitsFor, row.Lapses, row.Rank,
        row.SortDay, row.Norm, row.Law,
    ];
}
