using System.Collections.Immutable;

namespace Schakel.Rehearsal.Data;

/// <summary>A group of nationalities that the rehearsal treats alike in inflow and outcome (nationaliteitengroep).</summary>
/// <param name="Id">Stable name, such as <c>syria</c>.</param>
/// <param name="English">Name in English.</param>
/// <param name="Dutch">Name in Dutch.</param>
/// <param name="Members">ISO 3166 alpha-3 codes; <c>*</c> alone for the group that takes every other nationality.</param>
/// <param name="OdaShare">Share of its people whose first year of reception counts as development aid, 0 to 1.</param>
/// <param name="Years">What happened to it, a row a year in order.</param>
public sealed record CountryGroup(
    string Id, string English, string Dutch, ImmutableArray<string> Members, double OdaShare, ImmutableArray<CountryGroupYear> Years)
{
    /// <summary>True for the group of all other nationalities.</summary>
    public bool IsOther => Members is ["*"];

    /// <summary>The row of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The group has no row for that year.</exception>
    public CountryGroupYear In(int year) =>
        Years.FirstOrDefault(row => row.Year == year)
        ?? throw new ArgumentOutOfRangeException(nameof(year), year, $"Group {Id} has no figures for this year.");
}

/// <summary>A group in one year, by UNHCR's count in persons.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="First">First applications.</param>
/// <param name="Subsequent">Repeat applications.</param>
/// <param name="Decided">Pending at year end and first-instance decisions; absent for 2023.</param>
public sealed record CountryGroupYear(int Year, int First, int Subsequent, DecidedInYear? Decided);

/// <summary>Stock and first-instance decisions of a year. Those of 2022 are incomplete: see <c>data/README.md</c>.</summary>
/// <param name="PendingAtEnd">Persons pending on 31 December.</param>
/// <param name="Recognised">Recognised as refugees; UNHCR's coding, not the Dutch a-status.</param>
/// <param name="OtherProtection">Granted other protection.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Closed">Otherwise closed: Dublin, withdrawn, disappeared.</param>
public sealed record DecidedInYear(int PendingAtEnd, int Recognised, int OtherProtection, int Rejected, int Closed)
{
    /// <summary>Grants over grants and rejections, 0 to 1; nothing when there were neither. Closed cases do not count.</summary>
    public double? GrantRate =>
        Recognised + OtherProtection + Rejected is > 0 and var judged ? (Recognised + OtherProtection) / (double)judged : null;
}

/// <summary>Reads the nationality groups.</summary>
internal static class CountryGroups
{
    private const string Groups = "country-groups.csv";
    private const string GroupYears = "country-group-years.csv";

    /// <summary>All groups in the order of the file; one and only one takes the rest.</summary>
    public static ImmutableArray<CountryGroup> Read(DataFolder folder)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        var groups = CsvTable.Read(folder, Groups, "id", "name_en", "name_nl", "members", "oda_share", "note");
        foreach (var row in groups)
        {
            row.Unique("id", ids);
            foreach (var member in row.Required("members").Split(';'))
            {
                if (member is not ("*" or [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z']) || !members.Add(member))
                {
                    throw row.Fault("members", "it must hold three-letter codes, each in one group, or a single *");
                }
            }
        }

        if (!members.Contains("*"))
        {
            throw new DataFaultException(Groups, "", "", "", "one group must have the members *, to take every other nationality");
        }

        var years = Years(folder, ids);
        return [.. groups.Select(row => new CountryGroup(
            row.Text("id"), row.Required("name_en"), row.Required("name_nl"), [.. row.Text("members").Split(';')],
            row.Number("oda_share", 0, 1), years[row.Text("id")]))];
    }

    private static Dictionary<string, ImmutableArray<CountryGroupYear>> Years(DataFolder folder, HashSet<string> ids)
    {
        var byGroup = ids.ToDictionary(id => id, _ => new SortedDictionary<int, CountryGroupYear>(), StringComparer.Ordinal);
        var rows = CsvTable.Read(
            folder, GroupYears, "group", "year", "first", "subsequent", "pending_end", "recognised", "other_protection", "rejected",
            "closed", "source");
        foreach (var row in rows)
        {
            var year = row.Whole("year", Limits.FirstYear, Limits.LastYear);
            var decided = row.WholeOrNone("pending_end", 0, Limits.Persons) is { } pending
                ? new DecidedInYear(
                    pending, row.Whole("recognised", 0, Limits.Persons), row.Whole("other_protection", 0, Limits.Persons),
                    row.Whole("rejected", 0, Limits.Persons), row.Whole("closed", 0, Limits.Persons))
                : null;
            var figures = new CountryGroupYear(
                year, row.Whole("first", 0, Limits.Persons), row.Whole("subsequent", 0, Limits.Persons), decided);
            if (!byGroup[row.Known("group", ids)].TryAdd(year, figures))
            {
                throw row.Fault("year", "the group has this year twice");
            }
        }

        var all = rows.Select(row => row.Whole("year", Limits.FirstYear, Limits.LastYear)).ToHashSet();
        foreach (var (group, years) in byGroup)
        {
            if (years.Count != all.Count)
            {
                throw new DataFaultException(GroupYears, "", "group", group, "every group must have a row for every year of the file");
            }
        }

        return byGroup.ToDictionary(pair => pair.Key, pair => pair.Value.Values.ToImmutableArray(), StringComparer.Ordinal);
    }
}

/// <summary>Limits that hold in every file.</summary>
internal static class Limits
{
    /// <summary>No stock or flow of persons is larger.</summary>
    public const int Persons = 10_000_000;

    /// <summary>No amount in euro is larger.</summary>
    public const double Euro = 1e12;

    /// <summary>Earliest year of any figure.</summary>
    public const int FirstYear = 2000;

    /// <summary>Latest year of any figure.</summary>
    public const int LastYear = 2100;

    /// <summary>How far shares that make a whole may be off one, by rounding.</summary>
    public const double Rounding = 0.005;
}
