using System.Collections.Immutable;

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
    string Code, string Name, string Province, int Population2022, int Population2024Estimate, int Urbanity, double Latitude, double Longitude);

/// <summary>A province (provincie).</summary>
/// <param name="Code">Code of CBS, such as PV20.</param>
/// <param name="Name">Name.</param>
/// <param name="Population2022">Inhabitants on 1 January 2022.</param>
/// <param name="Population2024">Inhabitants on 1 January 2024, preliminary.</param>
/// <param name="DispersalPlaces2024">Places under the dispersal act (spreidingswet), capacity estimate of 31 January 2024.</param>
/// <param name="DispersalIsDerived">True when those places were derived as the remainder of the national number.</param>
public sealed record Province(
    string Code, string Name, int Population2022, int Population2024, int DispersalPlaces2024, bool DispersalIsDerived);

/// <summary>Reads municipalities and provinces.</summary>
internal static class Municipalities
{
    /// <summary>The provinces, in the order of the file.</summary>
    public static ImmutableArray<Province> Provinces(DataFolder folder)
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
    public static ImmutableArray<Municipality> Read(DataFolder folder, IEnumerable<Province> provinces)
    {
        var known = provinces.Select(province => province.Code).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return [.. CsvTable.Read(
            folder, "municipalities.csv", "code", "name", "province", "population_2022", "population_2024_estimate", "urbanity", "lat", "lon")
            .Select(row => new Municipality(
                row.Unique("code", codes), row.Required("name"), row.Known("province", known),
                row.Whole("population_2022", 1, Limits.Persons), row.Whole("population_2024_estimate", 1, Limits.Persons),
                row.Whole("urbanity", 1, 5), row.Number("lat", 50, 54), row.Number("lon", 3, 8)))];
    }
}
