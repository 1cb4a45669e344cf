using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>What was decided, as far as staying during the appeal depends on it (soort besluit).</summary>
public enum RemainGround
{
    /// <summary>Any other refusal (overige afwijzing).</summary>
    Other = 0,

    /// <summary>In the accelerated procedure (versneld).</summary>
    Accelerated = 1,

    /// <summary>Inadmissible (niet-ontvankelijk).</summary>
    Inadmissible = 2,

    /// <summary>In the border procedure (grensprocedure).</summary>
    Border = 3,

    /// <summary>On a second or later subsequent application (tweede of latere opvolgende aanvraag).</summary>
    LaterSubsequent = 4,
}

/// <summary>Staying during the appeal under the Pact (recht om te blijven), Regulation 2024/1348 68.</summary>
/// <remarks>
/// From general knowledge (dossier B-APP-2). Where the appeal does not let someone stay by itself, a court can be asked to allow it within five days at
/// least, and until it has ruled the person stays. The Dutch choice of days was not verified.
/// </remarks>
public static class RightToRemain
{
    /// <summary>Days to ask the court to be allowed to stay, at least.</summary>
    public static readonly Norm<CalendarDays> Request = new(
        "right-to-remain.request",
        new("Verzoek om te mogen blijven, ten minste", "Request to be allowed to stay, at least"),
        "B-APP-2",
        new(Acts.ProceduresRegulation, "68", "From general knowledge; the Dutch choice was not verified."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new CalendarDays(5)));

    private static readonly Fact<Day> NotifiedFact = Fact.Date("notified", new("de dag van bekendmaking", "the date of notification"));

    private static readonly Fact<RemainGround> GroundFact = Fact.Choice(
        "ground", new("wat is besloten", "what was decided"), [.. Enum.GetValues<RemainGround>().Select(ground => (NameOf(ground), ground))]);

    /// <summary>Whether an appeal lets someone stay, and by when it can be asked otherwise (recht om te blijven).</summary>
    public static readonly NormComputation Computation = new(
        "right-to-remain", new("Recht om te blijven tijdens het beroep onder het Pact", "Right to remain during the appeal under the Pact"), [NotifiedFact, GroundFact], Compute);

    /// <summary>Does an appeal let the person stay by itself?</summary>
    /// <param name="ground">What was decided.</param>
    /// <returns>Whether it does.</returns>
    public static bool StaysAutomatically(RemainGround ground) => ground == RemainGround.Other;

    /// <summary>Last day, inclusive, on which a request to stay is in time whatever the Netherlands chose, a working day.</summary>
    /// <remarks>Notified on 15 June 2026: 22 June 2026, the 20th being a Saturday.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day RequestBy<TTrace>(Law law, Day notified, ref TTrace trace)
        where TTrace : struct, ITrace => PactTerm.LastDay(law, notified, notified, Request, ref trace);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (notified, ground) = (facts.Get(NotifiedFact), facts.Get(GroundFact));
        var automatic = StaysAutomatically(ground);
        trace.Fact(NotifiedFact.Name, notified.ToString());
        trace.Fact(GroundFact.Name, NameOf(ground));
        result.WriteBoolean("staysAutomatically", automatic);
        if (automatic)
        {
            _ = law.On(notified, Request, ref trace); // Refuses a day on which the regulation does not apply.
            result.WriteNull("requestInTimeThrough");
            trace.Say(new("Het beroep schorst: de persoon mag blijven.", "The appeal suspends: the person may stay."));
            return;
        }

        var by = RequestBy(law, notified, ref trace);
        var day = Text.Of(by);
        result.WriteString("requestInTimeThrough", by.ToString());
        trace.Say(new(
            $"Een verzoek om te mogen blijven is in elk geval tot en met {day.Dutch} op tijd; tot de uitspraak daarop blijft de persoon.",
            $"A request to stay is in time through {day.English} in any case; until it is ruled on the person stays."));
    }

    private static string NameOf(RemainGround ground) => ground switch
    {
        RemainGround.Other => "other",
        RemainGround.Accelerated => "accelerated",
        RemainGround.Inadmissible => "inadmissible",
        RemainGround.Border => "border",
        RemainGround.LaterSubsequent => "later-subsequent",
    };
}
