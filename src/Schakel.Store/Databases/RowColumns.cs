using System.Data.Common;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>The columns of the rows that the desk writes by itself, in one order for both databases (kolommen).</summary>
internal static class RowColumns
{
    public static readonly string[] File =
    [
        "person", "version", "presence", "household", "site", "modality", "track", "application", "outcome", "lodged_on", "interviewed_on", "decided_on",
        "has_permit", "appeal_pending", "municipality", "is_housed", "return_open", "gone_on", "next_due", "as_of", "law", "team",
    ];

    public static readonly string[] Step =
    [
        "person", "ordinal", "code", "party", "earliest", "last_day", "until", "force", "waits_for", "lapses", "rank", "sort_day", "norm", "law",
    ];

    /// <summary>Insert or update a row of a file, but for its household; VALUES_HERE stands for the parameters.</summary>
    public static readonly string UpsertFile =
        $"INSERT INTO files ({string.Join(", ", File)}) VALUES (VALUES_HERE) ON CONFLICT (person) DO UPDATE SET {string.Join(", ", File.Skip(1).Where(c => c != "household").Select(c => $"{c} = excluded.{c}"))}";

    /// <summary>The household of a file, where it is another one. SQLite writes the index of a column that is set, whether it changes or not, and a household hardly ever does.</summary>
    public const string UpdateHousehold = "UPDATE files SET household = $0 WHERE person = $1 AND household <> $0";

    /// <summary>Insert or update a row of a step.</summary>
    public static readonly string UpsertStep =
        $"INSERT INTO steps ({string.Join(", ", Step)}) VALUES (VALUES_HERE) ON CONFLICT (person, ordinal) DO UPDATE SET {string.Join(", ", Step.Skip(2).Select(c => $"{c} = excluded.{c}"))}";

    public static object?[] Values(FileRow row) =>
    [
        row.Person, row.Version, row.Presence, row.Household, row.Site, row.Modality, row.Track, row.Application, row.Outcome, row.LodgedOn,
        row.InterviewedOn, row.DecidedOn, row.HasPermit, row.AppealPending, row.Municipality, row.IsHoused, row.ReturnOpen, row.GoneOn, row.NextDue,
        row.AsOf, row.Law, row.Team,
    ];

    public static object?[] Values(StepRow row) =>
    [
        row.Person, row.Ordinal, row.Code, row.Party, row.Earliest, row.LastDay, row.Until, row.Force, row.WaitsFor, row.Lapses, row.Rank,
        row.SortDay, row.Norm, row.Law,
    ];

    /// <summary>A row of a step, from a reader with the columns in this order.</summary>
    public static StepRow ReadStep(DbDataReader reader)
    {
        return new()
        {
            Person = reader.GetInt64(0),
            Ordinal = reader.GetInt32(1),
            Code = reader.GetString(2),
            Party = reader.GetInt32(3),
            Earliest = NumberAt(4),
            LastDay = NumberAt(5),
            Until = NumberAt(6),
            Force = reader.GetInt32(7),
            WaitsFor = TextAt(8),
            Lapses = TextAt(9),
            Rank = reader.GetInt32(10),
            SortDay = reader.GetInt32(11),
            Norm = TextAt(12),
            Law = reader.GetString(13),
        };

        int? NumberAt(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

        string? TextAt(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
