using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Participation;

/// <summary>Means of a household in one month (middelen), in euro.</summary>
/// <param name="Labour">Net labour income of the month.</param>
/// <param name="Other">Other income of the month.</param>
/// <param name="Assets">Assets at the start of the month.</param>
public readonly record struct Means(decimal Labour, decimal Other, decimal Assets);

/// <summary>Own contribution to the cost of reception (eigen bijdrage, Reba 2008): the means that count, and never more than what was received is worth.</summary>
public static partial class OwnContribution
{
    private const string Id = "own-contribution";
    private const decimal MostEuro = 1_000_000_000m;

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("een dag van de maand", "a day of the month"));
    private static readonly Fact<int> AdultsFact = Fact.WholeNumber("adults", new("het aantal volwassenen", "the number of adults"), 0, 20);
    private static readonly Fact<int> ChildrenFact = Fact.WholeNumber("children", new("het aantal kinderen", "the number of children"), 0, 20);
    private static readonly Fact<decimal> LabourFact = Fact.Number("labour", new("het arbeidsinkomen van de maand", "the labour income of the month"), 0, MostEuro);
    private static readonly Fact<decimal> OtherFact = Fact.Number("other", new("het overige inkomen van de maand", "the other income of the month"), 0, MostEuro, required: false);
    private static readonly Fact<decimal> AssetsFact = Fact.Number("assets", new("het vermogen", "the assets"), 0, MostEuro, required: false);
    private static readonly Fact<bool> StatusFact = Fact.YesOrNo("statusHolder", new("of het een statushouder is", "whether it is a status holder"), required: false);
    private static readonly Fact<int> WeeksFact = Fact.WholeNumber("weeksWorked", new("de gewerkte weken in de laatste 52", "the weeks worked in the last 52"), 0, 52, required: false);

    /// <summary>Own contribution of a household in a month (eigen bijdrage).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Eigen bijdrage aan de opvang", "Own contribution to reception"),
        [OnFact, AdultsFact, ChildrenFact, LabourFact, OtherFact, AssetsFact, StatusFact, WeeksFact],
        Compute);

    /// <summary>Worth of what a household receives in a month (economische waarde): food and housing.</summary>
    /// <remarks>The maximum bounds the housing part (Reba 3(b)).</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the month; it governs.</param>
    /// <param name="household">The household.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>The worth in euro, not rounded.</returns>
    /// <exception cref="NotInForceException">No amounts are in force on that day.</exception>
    public static decimal Worth<TTrace>(Law law, Day day, Household household, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var weeks = law.On(day, WeeksInMonth, ref trace).Number;
        var food = Allowance.Food(law, day, household, ref trace) * weeks;
        var persons = household.Persons;
        var housing = (persons > 0 ? law.On(day, FirstPerson, ref trace).Amount : 0m)
            + (persons > 1 ? law.On(day, SecondPerson, ref trace).Amount : 0m)
            + (persons > 2 ? (persons - 2) * law.On(day, NextPerson, ref trace).Amount : 0m);
        return food + Math.Min(housing * weeks, law.On(day, MostHousing, ref trace).Amount);
    }

    /// <summary>The means that count: income less what is left out of labour income, and the assets above the limit.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the month; it governs.</param>
    /// <param name="household">The household.</param>
    /// <param name="means">Its means, none negative.</param>
    /// <param name="disregard">Whether part of labour income is left out: status holders always, applicants in the first weeks of work.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>The means in euro, not rounded.</returns>
    /// <exception cref="NotInForceException">No amounts are in force on that day.</exception>
    public static decimal Counted<TTrace>(Law law, Day day, Household household, in Means means, bool disregard, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        ArgumentOutOfRangeException.ThrowIfNegative(means.Labour, nameof(means));
        ArgumentOutOfRangeException.ThrowIfNegative(means.Other, nameof(means));
        ArgumentOutOfRangeException.ThrowIfNegative(means.Assets, nameof(means));
        var leftOut = disregard
            ? Math.Min(means.Labour * law.On(day, DisregardedShare, ref trace).Fraction, law.On(day, MostDisregarded, ref trace).Amount)
            : 0m;
        var limit = law.On(day, household.Persons > 1 ? HouseholdAssets : SingleAssets, ref trace).Amount;
        return means.Labour - leftOut + means.Other + Math.Max(0m, means.Assets - limit);
    }

    /// <summary>The contribution of a household in a month.</summary>
    /// <remarks>Rounded down to the cent, in favour of who pays; the regulation is silent.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the month; it governs.</param>
    /// <param name="household">The household.</param>
    /// <param name="means">Its means, none negative.</param>
    /// <param name="statusHolder">Whether it is a status holder.</param>
    /// <param name="weeksWorked">Weeks worked in the last 52, this month included.</param>
    /// <param name="trace">Receives norms, facts and a sentence.</param>
    /// <returns>The contribution in euro.</returns>
    /// <exception cref="NotInForceException">No amounts are in force on that day.</exception>
    public static decimal Monthly<TTrace>(Law law, Day day, Household household, in Means means, bool statusHolder, int weeksWorked, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var disregard = statusHolder || weeksWorked <= law.On(day, DisregardedWeeks, ref trace).Count;
        var worth = Worth(law, day, household, ref trace);
        var counted = Counted(law, day, household, means, disregard, ref trace);
        var euro = decimal.Round(Math.Min(worth, counted), 2, MidpointRounding.ToZero);
        if (TTrace.Records)
        {
            trace.Fact("on", day.ToString());
            var (paid, received, own) = (Of(euro), Of(worth), Of(counted));
            trace.Say(new(
                $"Het huishouden ontvangt {received} euro aan waarde en heeft {own} euro aan middelen: de eigen bijdrage is {paid} euro.",
                $"The household receives a worth of {received} euro and has means of {own} euro: the contribution is {paid} euro."));
        }

        return euro;
    }

    private static string Of(decimal euro) => euro.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        _ = facts.TryGet(OtherFact, out var other);
        _ = facts.TryGet(AssetsFact, out var assets);
        _ = facts.TryGet(StatusFact, out var statusHolder);
        _ = facts.TryGet(WeeksFact, out var weeks);
        var household = new Household(facts.Get(AdultsFact), facts.Get(ChildrenFact));
        var means = new Means(facts.Get(LabourFact), other, assets);
        result.WriteNumber("euro", Monthly(law, facts.Get(OnFact), household, means, statusHolder, weeks, ref trace));
    }
}
