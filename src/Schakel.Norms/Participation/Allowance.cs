using System.Text.Json;

namespace Schakel.Norms.Participation;

/// <summary>A household that eats from one purse (huishouden).</summary>
/// <param name="Adults">Adults and unaccompanied minors, 0–20.</param>
/// <param name="Children">Other minors, 0–20.</param>
public readonly record struct Household(int Adults, int Children)
{
    private const int Most = 20;

    /// <summary>Adults and unaccompanied minors.</summary>
    public int Adults { get; } = WholeNumber.Checked(Adults, Most);

    /// <summary>Other minors.</summary>
    public int Children { get; } = WholeNumber.Checked(Children, Most);

    /// <summary>Persons in all.</summary>
    public int Persons => Adults + Children;
}

/// <summary>Weekly allowance of residents who cook for themselves (leefgeld), Rva 14: food by size of household, clothing and the rest by head.</summary>
/// <remarks>Amounts of 2015; later indexation was not found. Not paid at the registration centre or in the rest period, except to unaccompanied minors.</remarks>
public static class Allowance
{
    /// <summary>Food for an adult in a household of one or two.</summary>
    public static readonly Norm<Euro> AdultInSmall = Declared("adult-in-small", new("Eetgeld volwassene, huishouden van 1 of 2", "Food for an adult, household of 1 or 2"), 44.66m);

    /// <summary>Food for a child in a household of two.</summary>
    public static readonly Norm<Euro> ChildInSmall = Declared("child-in-small", new("Eetgeld kind, huishouden van 1 of 2", "Food for a child, household of 1 or 2"), 34.86m);

    /// <summary>Food for an adult in a household of three.</summary>
    public static readonly Norm<Euro> AdultOfThree = Declared("adult-of-three", new("Eetgeld volwassene, huishouden van 3", "Food for an adult, household of 3"), 37.07m);

    /// <summary>Food for a child in a household of three.</summary>
    public static readonly Norm<Euro> ChildOfThree = Declared("child-of-three", new("Eetgeld kind, huishouden van 3", "Food for a child, household of 3"), 28.93m);

    /// <summary>Food for an adult in a household of four or more.</summary>
    public static readonly Norm<Euro> AdultInLarge = Declared("adult-in-large", new("Eetgeld volwassene, huishouden van 4 of meer", "Food for an adult, household of 4 or more"), 33.05m);

    /// <summary>Food for a child in a household of four or more.</summary>
    public static readonly Norm<Euro> ChildInLarge = Declared("child-in-large", new("Eetgeld kind, huishouden van 4 of meer", "Food for a child, household of 4 or more"), 25.80m);

    /// <summary>Clothing and personal expenses, each person.</summary>
    public static readonly Norm<Euro> Personal = Declared("personal", new("Kleding en persoonlijke uitgaven, per persoon", "Clothing and personal expenses, per person"), 12.95m);

    /// <summary>Most that may be earned with chores at the site in a week (zelfwerkzaamheid).</summary>
    public static readonly Norm<Euro> Chores = Declared("chores", new("Vergoeding voor werkzaamheden op de locatie, ten hoogste", "Pay for chores at the site, at most"), 14m, "18(3)", "PAR-8");

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("een dag van de week", "a day of the week"));
    private static readonly Fact<int> AdultsFact = Fact.WholeNumber("adults", new("het aantal volwassenen en amv", "the number of adults and unaccompanied minors"), 0, 20);
    private static readonly Fact<int> ChildrenFact = Fact.WholeNumber("children", new("het aantal andere kinderen", "the number of other children"), 0, 20);

    /// <summary>Weekly allowance of a household (leefgeld per week).</summary>
    public static readonly NormComputation Computation = new(
        "allowance", new("Leefgeld per week", "Weekly allowance"), [OnFact, AdultsFact, ChildrenFact], Compute);

    /// <summary>Food for a household for a week, in euro.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the week; it governs.</param>
    /// <param name="household">The household.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="NotInForceException">No amounts are in force on that day.</exception>
    public static decimal Food<TTrace>(Law law, Day day, Household household, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var (adult, child) = household.Persons switch
        {
            <= 2 => (AdultInSmall, ChildInSmall),
            3 => (AdultOfThree, ChildOfThree),
            _ => (AdultInLarge, ChildInLarge),
        };
        return (household.Adults * law.On(day, adult, ref trace).Amount) + (household.Children * law.On(day, child, ref trace).Amount);
    }

    /// <summary>The allowance of a household for a week, in euro: food, clothing and personal expenses.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the week; it governs.</param>
    /// <param name="household">The household.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="NotInForceException">No amounts are in force on that day.</exception>
    public static decimal Weekly<TTrace>(Law law, Day day, Household household, ref TTrace trace)
        where TTrace : struct, ITrace =>
        Food(law, day, household, ref trace) + (household.Persons * law.On(day, Personal, ref trace).Amount);

    private static Norm<Euro> Declared(string name, Text title, decimal amount, string article = "14(2)", string dossier = "PAR-7") => new(
        "allowance." + name,
        title,
        dossier,
        new(Acts.ReceptionProvisions, article, "Amount of 2015; later indexation was not found."),
        NormStatus.Verified,
        new NormVersion<Euro>(Day.Of(2015, 1, 1), new(amount)));

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var household = new Household(facts.Get(AdultsFact), facts.Get(ChildrenFact));
        var day = facts.Get(OnFact);
        result.WriteNumber("euro", Weekly(law, day, household, ref trace));
        result.WriteNumber("mostForChores", law.On(day, Chores, ref trace).Amount);
    }
}
