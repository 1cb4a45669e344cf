using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>Stay at the freedom-restricting site (vrijheidsbeperkende locatie, vbl) of adults who work on their departure.</summary>
public static class SupervisedStay
{
    private const string Id = "supervised-stay";

    /// <summary>Length (verblijf in de vbl); the measure may be extended by decision.</summary>
    public static readonly Norm<Weeks> Length = new(
        "supervised-stay.length",
        new("Verblijf in de vrijheidsbeperkende locatie", "Stay at the freedom-restricting site"),
        "VBL",
        new(Acts.SupervisionGuidelines, "A5/5", "Measure under Vw 56; read in the text of 2015."),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2010, 1, 1), new(12)));

    private static readonly Fact<Day> FromFact = Fact.Date("from", new("de dag waarop de maatregel ingaat", "the date the measure begins"));

    /// <summary>Last day at the freedom-restricting site (uiterste verblijfsdag vbl).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Verblijf in de vrijheidsbeperkende locatie", "Stay at the freedom-restricting site"), [FromFact], Compute);

    /// <summary>Last day, inclusive. A term of policy that restricts freedom: no weekend moves it.</summary>
    /// <remarks>From 10 January 2024: 3 April 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="from">The day the measure begins, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The policy is not entered for that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day from, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, from, Length, ref trace);
        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Fact("from", from.ToString());
            trace.Say(new(
                $"Het verblijf in de vrijheidsbeperkende locatie eindigt uiterlijk op {to.Dutch}, tenzij een besluit het verlengt.",
                $"The stay at the freedom-restricting site ends by {to.English} at the latest, unless a decision extends it."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("lastDay", LastDay(law, facts.Get(FromFact), ref trace).ToString());
}
