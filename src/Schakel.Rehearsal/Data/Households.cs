using System.Collections.Immutable;

namespace Schakel.Rehearsal.Data;

/// <summary>A kind of household and how often a group arrives as one (huishoudsamenstelling).</summary>
/// <param name="Type">Stable name; <c>minor</c> is the unaccompanied minor.</param>
/// <param name="Adults">Adults, 0 to 2.</param>
/// <param name="Children">Minor children; one for the unaccompanied minor.</param>
/// <param name="Share">Share of the group's households, 0 to 1.</param>
public sealed record HouseholdType(string Type, int Adults, int Children, Quantity Share)
{
    /// <summary>Persons in the household.</summary>
    public int Persons => Adults + Children;

    /// <summary>True for a minor without an adult (amv).</summary>
    public bool IsUnaccompaniedMinor => Adults == 0;
}

/// <summary>A group's households.</summary>
/// <param name="Group">Id of the group.</param>
/// <param name="Types">Kinds of household; their shares make a whole.</param>
public sealed record HouseholdComposition(string Group, ImmutableArray<HouseholdType> Types)
{
    /// <summary>Mean number of persons in a household.</summary>
    public double MeanPersons => Types.Sum(type => type.Share.Value * type.Persons);
}

/// <summary>An age class of a role in the household.</summary>
/// <param name="Role">main, partner, child or unaccompanied-minor.</param>
/// <param name="FromAge">Youngest age in years.</param>
/// <param name="ToAge">Oldest age in years, inclusive.</param>
/// <param name="Share">Share of the role, 0 to 1.</param>
/// <param name="Source">Source.</param>
public sealed record AgeClass(string Role, int FromAge, int ToAge, double Share, string Source);

/// <summary>Reads households and ages.</summary>
internal static class Households
{
    private const string Composition = "household-composition.csv";
    private const string AgeFile = "ages.csv";

    /// <summary>The households of every group, in the order of the groups.</summary>
    public static ImmutableArray<HouseholdComposition> Read(DataFolder folder, ImmutableArray<CountryGroup> groups)
    {
        var known = groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var types = known.ToDictionary(id => id, _ => new List<HouseholdType>(), StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(folder, Composition, "group", "type", "adults", "children", "share", "low", "high", "source"))
        {
            var type = new HouseholdType(
                row.Required("type"), row.Whole("adults", 0, 2), row.Whole("children", 0, 15), row.Quantity("share", "low", "high", 0, 1));
            if (type.Persons == 0 || (type.Adults == 0 && type.Children != 1))
            {
                throw row.Fault("children", "a household has an adult, or is one unaccompanied minor");
            }

            var group = types[row.Known("group", known)];
            if (group.Exists(other => other.Type == type.Type))
            {
                throw row.Fault("type", "the group has it twice");
            }

            group.Add(type);
        }

        foreach (var (group, list) in types)
        {
            CheckWhole(Composition, group, list.Sum(type => type.Share.Value));
        }

        return [.. groups.Select(group => new HouseholdComposition(group.Id, [.. types[group.Id]]))];
    }

    /// <summary>The age classes, in the order of the file.</summary>
    public static ImmutableArray<AgeClass> Ages(DataFolder folder)
    {
        ImmutableArray<AgeClass> classes = [.. CsvTable.Read(folder, AgeFile, "role", "from_age", "to_age", "share", "source").Select(row =>
        {
            var from = row.Whole("from_age", 0, 120);
            return new AgeClass(
                row.OneOf("role", ("main", "main"), ("partner", "partner"), ("child", "child"), ("unaccompanied-minor", "unaccompanied-minor")),
                from, row.Whole("to_age", from, 120), row.Number("share", 0, 1), row.Required("source"));
        })];
        foreach (var role in (ReadOnlySpan<string>)["main", "partner", "child", "unaccompanied-minor"])
        {
            CheckWhole(AgeFile, role, classes.Where(age => age.Role == role).Sum(age => age.Share));
        }

        return classes;
    }

    private static void CheckWhole(string file, string who, double sum)
    {
        if (Math.Abs(sum - 1) > Limits.Rounding)
        {
            throw new DataFaultException(file, who, "sum of share", Written.Number(sum), "the shares must add up to 1");
        }
    }
}
