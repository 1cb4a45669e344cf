using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>All data of the chain (gegevens van de keten), read and checked: immutable, safe to share between threads.</summary>
/// <param name="Groups">Nationality groups; a person's group is an index into this list.</param>
/// <param name="InflowYears">Inflow by year from 2000.</param>
/// <param name="InflowQuarters">Inflow by quarter from 2018.</param>
/// <param name="Published">Published figures over 2022 and 2023.</param>
/// <param name="HeldBack">Which of them a rehearsal from January 2022 may not be fitted to.</param>
/// <param name="Starts">Starting states, in order of date.</param>
/// <param name="Municipalities">Municipalities.</param>
/// <param name="Provinces">Provinces.</param>
/// <param name="HousingTasks">National housing tasks.</param>
/// <param name="Costs">Unit costs.</param>
/// <param name="Moves">Moves of adults who left reception in 2022.</param>
/// <param name="Morocco">Moroccans in the return caseload.</param>
/// <param name="Households">Households, in the order of the groups.</param>
/// <param name="Ages">Age classes by role.</param>
/// <param name="Behaviours">What is assumed of the groups, in their order.</param>
/// <param name="Hash">SHA-256 of all files, in hexadecimal: two runs with the same hash had the same data.</param>
public sealed record ChainData(
    ImmutableArray<CountryGroup> Groups, ImmutableArray<InflowYear> InflowYears, ImmutableArray<InflowQuarter> InflowQuarters,
    ImmutableArray<PublishedFigure> Published, HeldBackFigures HeldBack, ImmutableArray<StartState> Starts,
    ImmutableArray<Municipality> Municipalities, ImmutableArray<Province> Provinces, ImmutableArray<HousingTask> HousingTasks,
    ImmutableArray<CostFigure> Costs, ImmutableArray<MovesAtExit> Moves, ImmutableArray<MoroccoFigure> Morocco,
    ImmutableArray<HouseholdComposition> Households, ImmutableArray<AgeClass> Ages, ImmutableArray<GroupBehaviour> Behaviours,
    string Hash)
{
    /// <summary>First day of the rehearsal that is compared with 2022 and 2023.</summary>
    public static LocalDate January2022 { get; } = new(2022, 1, 1);

    /// <summary>First day of the baseline.</summary>
    public static LocalDate January2024 { get; } = new(2024, 1, 10);

    /// <summary>Reads and checks all data.</summary>
    /// <param name="folder">A folder that holds every file; nothing for the copy inside the program.</param>
    /// <exception cref="DataFaultException">A file is missing or breaks a rule; the message names file, place, field, value and rule.</exception>
    public static ChainData Load(string? folder = null)
    {
        var source = new DataFolder(folder);
        var groups = CountryGroups.Read(source);
        var published = PublishedFigures.Read(source);
        var provinces = Data.Municipalities.Provinces(source);
        return new ChainData(
            groups,
            Inflow.Years(source),
            Inflow.Quarters(source),
            published,
            HeldBackFigures.Read(source, published),
            [
                StartStateReader.Read(source, "start-2022-01-01.json", January2022, groups),
                StartStateReader.Read(source, "start-2024-01-10.json", January2024, groups),
            ],
            Data.Municipalities.Read(source, provinces),
            provinces,
            PolicyFigures.HousingTasks(source),
            PolicyFigures.Costs(source),
            PolicyFigures.Moves(source),
            PolicyFigures.Morocco(source),
            Data.Households.Read(source, groups),
            Data.Households.Ages(source),
            GroupBehaviours.Read(source, groups),
            source.Hash());
    }

    /// <summary>The starting state of a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no starting state on that day.</exception>
    public StartState StartOn(LocalDate day) =>
        Starts.FirstOrDefault(start => start.Date == day)
        ?? throw new ArgumentOutOfRangeException(nameof(day), day, "There is no starting state on this day.");

    /// <summary>The outcomes that a rehearsal from January 2022 may be fitted to.</summary>
    public IEnumerable<PublishedFigure> Fitted =>
        Published.Where(figure => figure.Role == FigureRole.Outcome && !HeldBack.Ids.Contains(figure.Id));

    /// <summary>A cost in the latest price year that is not after a year; the earliest one when all are later.</summary>
    /// <exception cref="ArgumentException">No cost has that id.</exception>
    public CostFigure Cost(string id, int year)
    {
        var known = Costs.Where(cost => cost.Id == id).OrderBy(cost => cost.Year).ToList();
        return known.Count == 0
            ? throw new ArgumentException($"No cost has the id '{id}'.", nameof(id))
            : known.LastOrDefault(cost => cost.Year <= year) ?? known[0];
    }
}
