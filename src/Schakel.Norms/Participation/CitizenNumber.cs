using System.Text.Json;

namespace Schakel.Norms.Participation;

/// <summary>Citizen service number (burgerservicenummer, bsn): with the permit, or after some months in reception.</summary>
public static class CitizenNumber
{
    /// <summary>Stay in reception after which one is registered (inschrijving in de BRP).</summary>
    public static readonly Norm<Months> Wait = new(
        "citizen-number.wait",
        new("Inschrijving in de basisregistratie na verblijf in de opvang", "Registration as a resident after a stay in reception"),
        "PAR-10",
        new("BWBR0033715", "2.4", "Wet basisregistratie personen; the rule was not verified."),
        NormStatus.Unverified,
        new NormVersion<Months>(Day.Of(2014, 1, 6), new(6)));

    private static readonly Fact<Day> ReceivedFact = Fact.Date("receivedSince", new("de eerste dag in de opvang", "the first day in reception"));
    private static readonly Fact<Day> GrantedFact = Fact.Date("granted", new("de dag van vergunningverlening", "the date the permit was granted"), required: false);

    /// <summary>First day on which the citizen service number can be given (bsn).</summary>
    public static readonly NormComputation Computation = new(
        "citizen-number", new("Burgerservicenummer", "Citizen service number"), [ReceivedFact, GrantedFact], Compute);

    /// <summary>First day on which the number can be given.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="receivedSince">First day in reception; it governs.</param>
    /// <param name="granted">The day of the permit, if there is one.</param>
    /// <param name="trace">Receives norm and step.</param>
    /// <returns>The day of the permit, or that after the wait, whichever comes first.</returns>
    /// <exception cref="NotInForceException">No rule is in force on that day.</exception>
    public static Day FirstDay<TTrace>(Law law, Day receivedSince, Day? granted, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var waited = receivedSince.PlusMonths(law.On(receivedSince, Wait, ref trace).Count);
        var first = granted is { } permit ? Day.Earlier(permit, waited) : waited;
        if (TTrace.Records)
        {
            var from = Text.Of(first);
            trace.Step(TermStepKind.Derived, first, new($"Burgerservicenummer vanaf {from.Dutch}.", $"Citizen service number from {from.English}."));
        }

        return first;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("firstDay", FirstDay(law, facts.Get(ReceivedFact), facts.Find(GrantedFact), ref trace).ToString());
}
