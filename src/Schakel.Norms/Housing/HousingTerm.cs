using System.Text.Json;

namespace Schakel.Norms.Housing;

/// <summary>The three dates of housing a status holder (huisvestingstermijnen).</summary>
/// <param name="LinkBy">Last day to link the household to a municipality (koppeling).</param>
/// <param name="HouseBy">Last day for the municipality to have a home.</param>
/// <param name="MoveBy">Last day to move in.</param>
public readonly record struct HousingTerms(Day LinkBy, Day HouseBy, Day MoveBy);

/// <summary>Housing within fourteen weeks of the grant (veertienwekentermijn): two to link, ten to find a home, two to move.</summary>
/// <remarks>An agreement between the reception agency and the municipalities, of fourteen weeks in all: no day moves (dossier CAL-4).</remarks>
public static class HousingTerm
{
    private const string Id = "housing-term";

    /// <summary>Time to link (koppeltermijn).</summary>
    public static readonly Norm<Weeks> Linking = Declared("housing-term.linking", new("Koppeling aan een gemeente", "Link to a municipality"), 2);

    /// <summary>Time for the municipality to find a home (huisvesting).</summary>
    public static readonly Norm<Weeks> Housing = Declared("housing-term.housing", new("Vinden van een woning", "Finding a home"), 10);

    /// <summary>Time to move (verhuizing).</summary>
    public static readonly Norm<Weeks> Moving = Declared("housing-term.moving", new("Verhuizen", "Moving"), 2);

    private static readonly Fact<Day> GrantedFact = Fact.Date("granted", new("de dag van vergunningverlening", "the date the permit was granted"));

    /// <summary>Dates for linking, housing and moving (koppelen, huisvesten, verhuizen).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Huisvesting van statushouders", "Housing of status holders"), [GrantedFact], Compute);

    /// <summary>The three last days, inclusive.</summary>
    /// <remarks>Granted on 10 January 2024: 24 January, 3 April and 17 April 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="granted">The day of the grant, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The three days.</returns>
    /// <exception cref="NotInForceException">The agreement is not entered for that day.</exception>
    public static HousingTerms Of<TTrace>(Law law, Day granted, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var link = granted.PlusWeeks(law.On(granted, Linking, ref trace).Count);
        var house = link.PlusWeeks(law.On(granted, Housing, ref trace).Count);
        var move = house.PlusWeeks(law.On(granted, Moving, ref trace).Count);
        if (TTrace.Records)
        {
            trace.Fact("granted", granted.ToString());
            Tell(Linking, link, ref trace);
            Tell(Housing, house, ref trace);
            Tell(Moving, move, ref trace);
            var (from, to) = (Text.Of(granted), Text.Of(move));
            trace.Say(new(
                $"Wie op {from.Dutch} een vergunning kreeg, woont uiterlijk op {to.Dutch} in een gemeente.",
                $"Who was granted a permit on {from.English} lives in a municipality by {to.English} at the latest."));
        }

        return new(link, house, move);
    }

    private static void Tell<TTrace>(Norm<Weeks> norm, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var to = Text.Of(last);
        trace.Step(TermStepKind.Ran, last, new($"{norm.Title.Dutch}: uiterlijk {to.Dutch}.", $"{norm.Title.English}: by {to.English}."));
    }

    // The day the agreement began was not found; entered from the Housing Act 2014, and marked so.
    private static Norm<Weeks> Declared(string id, Text title, int weeks) => new(
        id,
        title,
        "HOU-1",
        new(Acts.None, "Afspraak van COA en VNG", "The first day of the agreement was not found; entered from the Housing Act 2014."),
        NormStatus.Seed,
        new NormVersion<Weeks>(Day.Of(2015, 1, 1), new(weeks)));

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var terms = Of(law, facts.Get(GrantedFact), ref trace);
        result.WriteString("linkBy", terms.LinkBy.ToString());
        result.WriteString("houseBy", terms.HouseBy.ToString());
        result.WriteString("moveBy", terms.MoveBy.ToString());
    }
}
