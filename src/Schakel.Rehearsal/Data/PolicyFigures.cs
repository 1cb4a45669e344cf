using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Schakel.Norms;

namespace Schakel.Rehearsal.Data;

/// <summary>The national task for housing status holders in a half-year (taakstelling huisvesting vergunninghouders).</summary>
/// <param name="HalfYear">The half-year.</param>
/// <param name="Persons">Persons to house; a range where the task is not known.</param>
/// <param name="Source">Where the number comes from, as pages tell it: it may begin with <c>assumption</c>.</param>
public sealed record HousingTask(DateInterval HalfYear, Quantity Persons, Text Source);

/// <summary>A unit cost or a budget figure (kosten).</summary>
/// <param name="Id">What it is the cost of, such as <c>reception.regular</c>.</param>
/// <param name="Year">Price year.</param>
/// <param name="Amount">Amount with its range.</param>
/// <param name="Unit">Unit, such as euro per place per year.</param>
public sealed record CostFigure(string Id, int Year, Quantity Amount, string Unit);

/// <summary>Adults who left reception in 2022 after a number of moves (tabel 5.2).</summary>
/// <param name="Moves">Number of moves, from one.</param>
/// <param name="Adults">Adults; absent where only an upper bound is published.</param>
/// <param name="FewerThan">The upper bound, exclusive.</param>
/// <param name="MeanStayWeeks">Their mean stay in weeks.</param>
public sealed record MovesAtExit(int Moves, int? Adults, int? FewerThan, double MeanStayWeeks);

/// <summary>Moroccans in the return caseload (tabel 7.1): evidence for an agreement on travel documents.</summary>
/// <param name="Item">What is counted, such as <c>travel-documents-issued</c>.</param>
/// <param name="Period">Year, or the part of 2021 since the agreement of 17 July.</param>
/// <param name="Value">Number, rounded to five; absent where only an upper bound is published.</param>
/// <param name="FewerThan">The upper bound, exclusive.</param>
/// <param name="Unit">Unit.</param>
public sealed record MoroccoFigure(string Item, DateInterval Period, int? Value, int? FewerThan, string Unit);

/// <summary>Reads tasks, costs, moves and the Moroccan figures.</summary>
internal static class PolicyFigures
{
    // The file tells its sources in English, pages in their own language; one that is not named here is told as it stands.
    private static readonly FrozenDictionary<string, string> DutchSources = new Dictionary<string, string>
    {
        ["assumption"] = "aanname",
        ["Press, July 2022"] = "pers, juli 2022",
        ["Staatscourant (as cited in ABDTOPConsult 2024)"] = "Staatscourant (aangehaald in ABDTOPConsult 2024)",
    }.ToFrozenDictionary();

    /// <summary>The housing tasks, in order of time.</summary>
    public static ImmutableArray<HousingTask> HousingTasks(DataFolder folder)
    {
        var tasks = ImmutableArray.CreateBuilder<HousingTask>();
        foreach (var row in CsvTable.Read(folder, "housing-tasks.csv", "half_year", "persons", "low", "high", "source", "note"))
        {
            var half = row.Period("half_year");
            if (tasks.Count > 0 && half.Start != tasks[^1].HalfYear.End.PlusDays(1))
            {
                throw row.Fault("half_year", "half-years must follow each other without a gap");
            }

            var persons = row.Quantity("persons", "low", "high", 0, Limits.Persons);
            tasks.Add(new HousingTask(half, persons, new(DutchSources.GetValueOrDefault(persons.Source, persons.Source), persons.Source)));
        }

        return tasks.DrainToImmutable();
    }

    /// <summary>The costs; an id occurs once a year.</summary>
    public static ImmutableArray<CostFigure> Costs(DataFolder folder)
    {
        var seen = new HashSet<(string, int)>();
        var costs = ImmutableArray.CreateBuilder<CostFigure>();
        foreach (var row in CsvTable.Read(folder, "costs.csv", "id", "year", "value", "low", "high", "unit", "source", "note"))
        {
            var unit = row.Required("unit");
            var cost = new CostFigure(
                row.Required("id"), row.Whole("year", Limits.FirstYear, Limits.LastYear),
                row.Quantity("value", "low", "high", 0, unit == "share" ? 1 : Limits.Euro), unit);
            costs.Add(seen.Add((cost.Id, cost.Year)) ? cost : throw row.Fault("id", $"it occurs twice in {Written.Number(cost.Year)}"));
        }

        return costs.DrainToImmutable();
    }

    /// <summary>Moves at exit, from one move on.</summary>
    public static ImmutableArray<MovesAtExit> Moves(DataFolder folder)
    {
        var moves = ImmutableArray.CreateBuilder<MovesAtExit>();
        foreach (var row in CsvTable.Read(folder, "moves-2022.csv", "moves", "adults", "fewer_than", "mean_stay_weeks"))
        {
            var (adults, fewer) = Counted(row, "adults");
            moves.Add(new MovesAtExit(
                row.Whole("moves", moves.Count + 1, moves.Count + 1), adults, fewer, row.Number("mean_stay_weeks", 0, 2000)));
        }

        return moves.DrainToImmutable();
    }

    /// <summary>The Moroccan figures, in the order of the file.</summary>
    public static ImmutableArray<MoroccoFigure> Morocco(DataFolder folder)
    {
        var seen = new HashSet<(string, string)>();
        var figures = ImmutableArray.CreateBuilder<MoroccoFigure>();
        foreach (var row in CsvTable.Read(folder, "morocco.csv", "item", "period", "value", "fewer_than", "unit"))
        {
            if (!seen.Add((row.Required("item"), row.Text("period"))))
            {
                throw row.Fault("item", "it occurs twice in this period");
            }

            var (value, fewer) = Counted(row, "value");
            figures.Add(new MoroccoFigure(row.Text("item"), row.Period("period"), value, fewer, row.Required("unit")));
        }

        return figures.DrainToImmutable();
    }

    private static (int? Count, int? FewerThan) Counted(TableRow row, string field)
    {
        var count = row.WholeOrNone(field, 0, Limits.Persons);
        var fewer = row.WholeOrNone("fewer_than", 1, Limits.Persons);
        return count is null == fewer is null
            ? throw row.Fault(field, "either it or fewer_than must be given, not both")
            : (count, fewer);
    }
}
