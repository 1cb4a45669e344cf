using System.Text.Json;

namespace Schakel.Norms.Family;

/// <summary>Window for family reunification on asylum terms (nareistermijn): afterwards the regular family rules hold.</summary>
public static class FamilyWindow
{
    private const string Id = "family-window";

    /// <summary>Length, from the notification of the sponsor's permit (termijn voor nareis).</summary>
    public static readonly Norm<Months> Length = new(
        "family-window.length",
        new("Termijn om nareis aan te vragen", "Window to apply for family reunification"),
        "NAR-1",
        new(Acts.AliensAct, "29(2), 29(4)", "Guidelines C2/4.1; read in the text of 2015, entered from the first day of the act."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(Day.Of(2001, 4, 1), new(3))));

    private static readonly Fact<Day> NotifiedFact = Fact.Date(
        "permitNotified", new("de dag van bekendmaking van de vergunning van de referent", "the date the sponsor's permit was notified"));

    /// <summary>Last day to apply for the family (laatste dag van de nareistermijn).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Nareistermijn", "Window for family reunification"), [NotifiedFact], Compute);

    /// <summary>Last day, inclusive, to apply; three months are within the General Terms Act, so that it ends on a working day.</summary>
    /// <remarks>Notified on 15 January 2024: 15 April 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="permitNotified">The day of notification, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No window is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day permitNotified, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Moving(law, permitNotified, Length, ref trace);
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(permitNotified), Text.Of(last));
            trace.Fact("permitNotified", permitNotified.ToString());
            trace.Say(new(
                $"Na de vergunning van {from.Dutch} kan tot en met {to.Dutch} nareis worden gevraagd.",
                $"After the permit of {from.English} family reunification can be asked for through {to.English}."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("lastDay", LastDay(law, facts.Get(NotifiedFact), ref trace).ToString());
}
