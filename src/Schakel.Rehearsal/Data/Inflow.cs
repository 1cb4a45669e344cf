using System.Collections.Immutable;

namespace Schakel.Rehearsal.Data;

/// <summary>What a year's count of first applications holds.</summary>
public enum InflowBasis
{
    /// <summary>First applications only.</summary>
    First,
    /// <summary>Repeat applications are not given apart and may be counted in (2006–2009).</summary>
    FirstUndivided,
    /// <summary>One number for all applications (2000–2005).</summary>
    Undivided,
}

/// <summary>The inflow of a year (instroom), in persons.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="First">First applications, by UNHCR.</param>
/// <param name="Basis">What that number holds.</param>
/// <param name="Subsequent">Repeat applications, where they are given apart.</param>
/// <param name="Family">Family members who arrived (nareizigers), by CBS; from 2018.</param>
/// <param name="Minors">Unaccompanied minors among the first applications, where known.</param>
public sealed record InflowYear(int Year, int First, InflowBasis Basis, int? Subsequent, int? Family, Quantity? Minors);

/// <summary>The inflow of a quarter, by CBS, in persons rounded to five.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="First">First applications.</param>
/// <param name="Family">Family members who arrived.</param>
/// <param name="FirstFromSyria">First applications of Syrians, where known.</param>
public sealed record InflowQuarter(int Year, int Quarter, int First, int Family, int? FirstFromSyria);

/// <summary>Reads the inflow.</summary>
internal static class Inflow
{
    /// <summary>The years, in order and without a gap.</summary>
    public static ImmutableArray<InflowYear> Years(DataFolder folder)
    {
        var years = ImmutableArray.CreateBuilder<InflowYear>();
        foreach (var row in CsvTable.Read(
            folder, "inflow-years.csv", "year", "first", "basis", "subsequent", "family", "minors", "minors_low", "minors_high", "source", "note"))
        {
            var year = row.Whole("year", Limits.FirstYear, Limits.LastYear);
            if (years.Count > 0 && year != years[^1].Year + 1)
            {
                throw row.Fault("year", "years must follow each other without a gap");
            }

            var basis = row.OneOf<InflowBasis>(
                "basis", ("first", InflowBasis.First), ("first-undivided", InflowBasis.FirstUndivided), ("undivided", InflowBasis.Undivided));
            // The logarithm of the inflow is taken, so that a year without anyone is a fault and not a low value.
            years.Add(new InflowYear(
                year, row.Whole("first", 1, Limits.Persons), basis, row.WholeOrNone("subsequent", 0, Limits.Persons),
                row.WholeOrNone("family", 0, Limits.Persons),
                row.Text("minors").Length == 0 ? null : row.Quantity("minors", "minors_low", "minors_high", 0, Limits.Persons)));
        }

        return years.DrainToImmutable();
    }

    /// <summary>The quarters, in order and without a gap.</summary>
    public static ImmutableArray<InflowQuarter> Quarters(DataFolder folder)
    {
        var quarters = ImmutableArray.CreateBuilder<InflowQuarter>();
        foreach (var row in CsvTable.Read(folder, "inflow-quarters.csv", "year", "quarter", "first", "family", "first_syria", "source"))
        {
            var first = row.Whole("first", 1, Limits.Persons);
            var quarter = new InflowQuarter(
                row.Whole("year", Limits.FirstYear, Limits.LastYear), row.Whole("quarter", 1, 4), first,
                row.Whole("family", 0, Limits.Persons), row.WholeOrNone("first_syria", 0, first));
            if (quarters.Count > 0 && Ordinal(quarter) != Ordinal(quarters[^1]) + 1)
            {
                throw row.Fault("quarter", "quarters must follow each other without a gap");
            }

            quarters.Add(quarter);
        }

        return quarters.DrainToImmutable();
    }

    private static int Ordinal(InflowQuarter quarter) => (quarter.Year * 4) + quarter.Quarter;
}
