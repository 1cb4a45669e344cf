using System.Text.Json;

namespace Schakel.Norms.Reception;

/// <summary>Right to reception (recht op opvang), Regeling verstrekkingen asielzoekers 2–7: from when, and until when.</summary>
/// <remarks>
/// Terms of a ministerial regulation and terms in hours: the General Terms Act does not move them (ATW 4, 5). The departure period, which
/// ends most rights, does end on a working day; see <see cref="Return.DeparturePeriod"/>.
/// </remarks>
public static partial class ReceptionRight
{
    private const string Id = "reception-right";

    private static readonly Fact<ReceptionEnding> EndingFact = Fact.Choice(
        "ending", new("wat het recht op opvang beëindigt", "what ends the right to reception"), ReceptionEndings.Names);

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag waarop dat gebeurde", "the date on which it happened"));

    /// <summary>Last day of reception (laatste dag van de opvang).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Einde van het recht op opvang", "End of the right to reception"), [EndingFact, OnFact], Compute);

    /// <summary>First day of reception: that of the wish to apply, or of the event that gives the right.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="wished">The day the wish was expressed (te kennen geven).</param>
    /// <param name="trace">Receives the rule and the step.</param>
    /// <returns>The same day.</returns>
    public static Day FirstDay<TTrace>(Day wished, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var on = Text.Of(wished);
            trace.Apply(FromTheWish);
            trace.Fact("wished", wished.ToString());
            trace.Step(TermStepKind.Derived, wished, new($"Opvang vanaf {on.Dutch}.", $"Reception from {on.English}."));
        }

        return wished;
    }

    /// <summary>Last day, inclusive, of reception.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="ending">What ends it.</param>
    /// <param name="on">The day that happened, as the ending says; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, ReceptionEnding ending, Day on, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = ending switch
        {
            ReceptionEnding.FurtherAppealRefused => SimpleTerm.Standing(law, on, AfterFurtherAppeal, ref trace),
            ReceptionEnding.MedicalStayEnded => SimpleTerm.Standing(law, on, AfterMedicalStay, ref trace),
            ReceptionEnding.MoratoriumWithdrawn => SimpleTerm.Standing(law, on, AfterMoratorium, ref trace),
            ReceptionEnding.ReportsMissed => SimpleTerm.Standing(law, on, AfterMissedReport, ref trace),
            ReceptionEnding.NotArrivedAfterReferral => SimpleTerm.Standing(law, on, ArrivalAfterReferral, ref trace),
            ReceptionEnding.NotArrivedAfterTransfer => SimpleTerm.Standing(law, on, ArrivalAfterTransfer, ref trace),

            // Reception of a minor ends the day after the birthday: the birthday itself is the last day (Rva 6).
            ReceptionEnding.DepartureDue or ReceptionEnding.EighteenthBirthday or ReceptionEnding.Banned
                or ReceptionEnding.HomeAvailable or ReceptionEnding.TakenOver => OnTheDay(on, ref trace),
        };
        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Fact("ending", ReceptionEndings.NameOf(ending));
            trace.Fact("on", on.ToString());
            trace.Say(new(
                $"Het recht op opvang loopt tot en met {to.Dutch}; beëindigen is een besluit van een medewerker.",
                $"The right to reception runs through {to.English}; to end it is a decision of a member of staff."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, of reception after a refusal: the end of the departure period.</summary>
    /// <remarks>Refused on 10 January 2024, no appeal: 7 February 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="refusal">The refusal, with the ruling on a suspensive appeal if there was one.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No departure period is in force on the day of notification.</exception>
    /// <exception cref="FactException">The appeal suspends and no ruling is given, or it came before the notification.</exception>
    public static Day LastDayAfterRefusal<TTrace>(Law law, in Return.DepartureFacts refusal, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var due = Return.DeparturePeriod.LastDay(law, refusal, ref trace);
        return LastDay(law, ReceptionEnding.DepartureDue, due, ref trace);
    }

    private static Day OnTheDay<TTrace>(Day on, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var day = Text.Of(on);
            trace.Apply(AtOnce);
            trace.Step(TermStepKind.Derived, on, new($"{AtOnce.Title.Dutch}: {day.Dutch}.", $"{AtOnce.Title.English}: {day.English}."));
        }

        return on;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("lastDay", LastDay(law, facts.Get(EndingFact), facts.Get(OnFact), ref trace).ToString());
}
