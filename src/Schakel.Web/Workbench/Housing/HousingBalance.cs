using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Rehearsal.Data;

namespace Schakel.Web.Workbench.Housing;

/// <summary>The national housing task of a half-year (landelijke taakstelling).</summary>
/// <param name="FirstDay">First day of the half-year.</param>
/// <param name="Persons">Persons to house in the country.</param>
/// <param name="Norm">The norm it stands in; null when it is of the program's data.</param>
/// <param name="Source">Where the number comes from, when it is of the data; empty when it is a norm.</param>
public sealed record NationalTask(Day FirstDay, int Persons, string? Norm, Text Source)
{
    /// <summary>Size of the chain against the nation: less than one in a demonstration, whose homes are so many fewer too.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Persons to house by this chain: the national number, brought to its size and rounded up.</summary>
    public int PersonsHere => (int)Math.Ceiling(Persons * Scale);

    private static readonly Lazy<ImmutableArray<HousingTask>> Published = new(() => ChainData.Load().HousingTasks);

    /// <summary>First day of the half-year of a day.</summary>
    /// <param name="day">The day.</param>
    public static Day HalfYearOf(Day day) => Day.Of(day.Year, day.Parts.Month <= 6 ? 1 : 7, 1);

    /// <summary>First day of the next half-year.</summary>
    /// <param name="firstDay">First day of a half-year.</param>
    public static Day After(Day firstDay) => firstDay.Parts.Month == 1 ? Day.Of(firstDay.Year, 7, 1) : Day.Of(firstDay.Year + 1, 1, 1);

    /// <summary>The task of a half-year: by the law, or as it was published; null when it is not known here.</summary>
    /// <param name="law">The law of that half-year.</param>
    /// <param name="firstDay">Its first day.</param>
    public static NationalTask? Of(Law law, Day firstDay)
    {
        if (law.Has(firstDay, MunicipalTask.National))
        {
            var none = default(NoTrace);
            return new(firstDay, law.On(firstDay, MunicipalTask.National, ref none).Count, MunicipalTask.National.Id, new("", ""));
        }
        return Published.Value.Where(each => (each.HalfYear.Start.Year, each.HalfYear.Start.Month) == (firstDay.Year, firstDay.Parts.Month))
            .Select(each => new NationalTask(firstDay, (int)each.Persons.Value, null, each.Source)).FirstOrDefault();
    }
}

/// <summary>Task and homes of a municipality over the half-years (taakstelling en saldo).</summary>
/// <param name="Task">Task of the half-year that runs; null when the national number is not known.</param>
/// <param name="Since">First day of the half-year from which the chain counts: before it nothing is carried over.</param>
/// <param name="CarriedOver">Of earlier half-years: persons still to house; negative is ahead of the task. Null when a task between is not known.</param>
/// <param name="HousedBefore">Housed in those earlier half-years.</param>
/// <param name="Housed">Housed in the half-year that runs.</param>
/// <param name="Rung">Rung of supervision after the last half-year that is over; null when it is not known.</param>
/// <param name="RungNow">The rung if the half-year ended today, with no agreements kept.</param>
public sealed record HousingBalance(int? Task, Day Since, int? CarriedOver, long HousedBefore, long Housed, SupervisionStep? Rung, SupervisionStep? RungNow)
{
    private const int FirstCounted = 2022;
    private const int LastCounted = 2024;

    /// <summary>Persons still to house in this half-year, what was carried over included; negative is ahead of the task. Null when it is not known.</summary>
    public int? Balance => Task is { } task && CarriedOver is { } carried ? SupervisionLadder.Balance(task, carried, (int)Housed) : null;

    /// <summary>Inhabitants on the day on which the act counts them.</summary>
    /// <remarks>
    /// Assumption: the program has those of 1 January 2022 and an estimate of 1 January 2024. Between them it takes the middle, before and after
    /// them the nearest.
    /// </remarks>
    /// <param name="municipality">The municipality.</param>
    /// <param name="firstDay">First day of the half-year.</param>
    public static int InhabitantsFor(Municipality municipality, Day firstDay)
    {
        var none = default(NoTrace);
        var year = MunicipalTask.CountedOn(firstDay, ref none).Year;
        return year <= FirstCounted ? municipality.Population2022
            : year >= LastCounted ? municipality.Population2024Estimate
            : (municipality.Population2022 + municipality.Population2024Estimate) / 2;
    }

    /// <summary>The task of a municipality in a half-year.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law of that half-year.</param>
    /// <param name="national">The national task.</param>
    /// <param name="municipality">The municipality.</param>
    /// <param name="trace">Receives rule, facts and sentence.</param>
    public static int TaskOf<TTrace>(Law law, NationalTask national, Municipality municipality, ref TTrace trace)
        where TTrace : struct, ITrace => MunicipalTask.Persons(
            law, national.PersonsHere, InhabitantsFor(municipality, national.FirstDay), InhabitantsOfAll(national.FirstDay), ref trace);

    /// <summary>How a municipality stands.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="lawOn">The law of a day.</param>
    /// <param name="scale">Size of the chain against the nation.</param>
    /// <param name="since">First day of the half-year from which the chain counts.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="housedIn">Persons housed in a half-year, by its first day.</param>
    public static HousingBalance Of(Municipality municipality, Func<Day, Law> lawOn, double scale, Day since, Day today, Func<Day, long> housedIn)
    {
        var none = default(NoTrace);
        int? TaskIn(Day firstDay) => NationalTask.Of(lawOn(firstDay), firstDay) is { } national ? TaskOf(lawOn(firstDay), national with { Scale = scale }, municipality, ref none) : null;

        var (now, carried, before, rung) = (NationalTask.HalfYearOf(today), (int?)0, 0L, (SupervisionStep?)SupervisionStep.None);
        for (var half = since; half < now; half = NationalTask.After(half))
        {
            var housed = housedIn(half);
            (carried, before) = (carried is { } was && TaskIn(half) is { } asked ? SupervisionLadder.Balance(asked, was, (int)housed) : null, before + housed);
            rung = carried is { } left && rung is { } on ? SupervisionLadder.Next(on, left, agreementsKept: false, ref none) : null;
        }
        var balance = new HousingBalance(TaskIn(now), since, carried, before, housedIn(now), rung, null);
        return balance with { RungNow = balance.Balance is { } todo && rung is { } stands ? SupervisionLadder.Next(stands, todo, agreementsKept: false, ref none) : null };
    }

    private static int InhabitantsOfAll(Day firstDay) => Municipalities.All.Sum(each => InhabitantsFor(each, firstDay));
}
