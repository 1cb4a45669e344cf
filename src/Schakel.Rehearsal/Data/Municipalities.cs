using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain;

namespace Schakel.Rehearsal.Data;

/// <summary>A municipality of 1 January 2024 (gemeente).</summary>
/// <param name="Code">Code of CBS, such as GM0014.</param>
/// <param name="Name">Name.</param>
/// <param name="Province">Code of its province.</param>
/// <param name="Population2022">Inhabitants on 1 January 2022.</param>
/// <param name="Population2024Estimate">Inhabitants on 1 January 2024: an estimate, no figure of CBS.</param>
/// <param name="Urbanity">1 (very strongly urban) to 5 (not urban).</param>
/// <param name="Latitude">Centre, degrees north (WGS84).</param>
/// <param name="Longitude">Centre, degrees east (WGS84).</param>
public sealed record Municipality(
    string Code, string Name, string Province, int Population2022, int Population2024Estimate, int Urbanity, double Latitude, double Longitude)
{
    /// <summary>The number in the code, such as 14 for GM0014: what the case file calls a municipality by.</summary>
    public int Number => NumberIn(Code);

    /// <summary>The number in a code of CBS.</summary>
    /// <param name="code">Such as GM0014.</param>
    internal static int NumberIn(string code) => int.Parse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static bool IsCode(string code) => code is ['G', 'M', ..] && code.Length == 6 && code.AsSpan(2).ContainsAnyExceptInRange('0', '9') is false;
}

/// <summary>A province (provincie).</summary>
/// <param name="Code">Code of CBS, such as PV20.</param>
/// <param name="Name">Name.</param>
/// <param name="Population2022">Inhabitants on 1 January 2022.</param>
/// <param name="Population2024">Inhabitants on 1 January 2024, preliminary.</param>
/// <param name="DispersalPlaces2024">Places under the dispersal act (spreidingswet), capacity estimate of 31 January 2024.</param>
/// <param name="DispersalIsDerived">True when those places were derived as the remainder of the national number.</param>
public sealed record Province(
    string Code, string Name, int Population2022, int Population2024, int DispersalPlaces2024, bool DispersalIsDerived);

/// <summary>Reads municipalities and provinces (gemeenten en provincies).</summary>
public static class Municipalities
{
    private static readonly Lazy<ImmutableArray<Municipality>> Program = new(OfProgram);
    private static readonly Lazy<FrozenDictionary<string, int>> ByName = new(() => Program.Value.ToFrozenDictionary(each => each.Name, each => each.Number, StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<FrozenDictionary<int, string>> ByNumber = new(() => Program.Value.ToFrozenDictionary(each => each.Number, each => each.Name));

    /// <summary>The municipalities that come with the program, those of 1 January 2024, in the order of the alphabet.</summary>
    public static ImmutableArray<Municipality> All => Program.Value;

    /// <summary>The provinces that come with the program, in the order of the file.</summary>
    public static ImmutableArray<Province> AllProvinces { get; } = Provinces(new DataFolder(null));

    /// <summary>The municipality with a number; null when the program has none.</summary>
    /// <param name="number">The number.</param>
    public static Municipality? Of(MunicipalityId number) => All.FirstOrDefault(each => each.Number == number.Value);

    /// <summary>The municipality with a name; null when there is none.</summary>
    /// <param name="name">The name, in capitals or not.</param>
    public static MunicipalityId? Find(string name) => ByName.Value.TryGetValue(name.Trim(), out var number) ? new(number) : null;

    /// <summary>The name of a municipality; its number where the program has none, empty when there is no municipality.</summary>
    /// <param name="municipality">The municipality.</param>
    public static string NameOf(MunicipalityId? municipality) => municipality is not { } one ? "" : ByNumber.Value.GetValueOrDefault(one.Value) ?? one.Value.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The provinces, in the order of the file.</summary>
    internal static ImmutableArray<Province> Provinces(DataFolder folder)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return [.. CsvTable.Read(
            folder, "provinces.csv", "code", "name", "population_2022", "population_2024", "dispersal_places_2024", "dispersal_basis")
            .Select(row => new Province(
                row.Unique("code", codes), row.Required("name"), row.Whole("population_2022", 1, Limits.Persons),
                row.Whole("population_2024", 1, Limits.Persons), row.Whole("dispersal_places_2024", 0, Limits.Persons),
                row.OneOf("dispersal_basis", ("reported", false), ("derived", true))))];
    }

    /// <summary>The municipalities, in the order of the file.</summary>
    internal static ImmutableArray<Municipality> Read(DataFolder folder, IEnumerable<Province> provinces)
    {
        var known = provinces.Select(province => province.Code).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return [.. CsvTable.Read(
            folder, "municipalities.csv", "code", "name", "province", "population_2022", "population_2024_estimate", "urbanity", "lat", "lon")
            .Select(row => new Municipality(
                CodeIn(row, codes), row.Required("name"), row.Known("province", known),
                row.Whole("population_2022", 1, Limits.Persons), row.Whole("population_2024_estimate", 1, Limits.Persons),
                row.Whole("urbanity", 1, 5), row.Number("lat", 50, 54), row.Number("lon", 3, 8)))];
    }

    private static ImmutableArray<Municipality> OfProgram()
    {
        var folder = new DataFolder(null);
        return [.. Read(folder, Provinces(folder)).OrderBy(each => each.Name, StringComparer.Ordinal)];
    }

    private static string CodeIn(TableRow row, HashSet<string> seen) =>
        row.Unique("code", seen) is var code && Municipality.IsCode(code) ? code : throw row.Fault("code", "it must be GM and four digits");
}
