using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>Review of detention by the court (rechterlijke toetsing van de bewaring), Vreemdelingenwet 2000 94 and 96.</summary>
/// <remarks>Terms that guard liberty: no weekend or holiday lengthens them (ATW 4).</remarks>
public static class DetentionReview
{
    /// <summary>Time to notify the court, where the person did not appeal (kennisgeving).</summary>
    public static readonly Norm<CalendarDays> Notice = Declared("detention-review.notice", new("Kennisgeving van de bewaring aan de rechtbank", "Notice of detention to the court"), "94(1)", 28);

    /// <summary>Time to the hearing, from receipt of appeal or notice (zitting).</summary>
    public static readonly Norm<CalendarDays> Hearing = Declared("detention-review.hearing", new("Zitting over de bewaring", "Hearing on detention"), "94(4)", 14);

    /// <summary>Time to the ruling, from the end of the inquiry (uitspraak).</summary>
    public static readonly Norm<CalendarDays> Ruling = Declared("detention-review.ruling", new("Uitspraak over de bewaring", "Ruling on detention"), "94(5)", 7);

    /// <summary>Time to end the inquiry in a follow-up appeal (vervolgberoep).</summary>
    public static readonly Norm<CalendarDays> FollowUp = Declared(
        "detention-review.follow-up", new("Sluiting van het onderzoek bij vervolgberoep", "End of the inquiry in a follow-up appeal"), "96(1)", 7);

    /// <summary>Time for further appeal against the ruling on detention (hoger beroep); a first appeal has none (Vw 69(3)).</summary>
    public static readonly Norm<Weeks> FurtherAppeal = new(
        "detention-review.further-appeal",
        new("Hoger beroep tegen de uitspraak over de bewaring", "Further appeal against the ruling on detention"),
        "APP-8",
        new(Acts.AliensAct, "69(3)", "Read in the text of 2015."),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2004, 9, 1), new(1)));

    private static readonly Fact<Day> DetainedFact = Fact.Date("detained", new("de dag waarop de bewaring inging", "the date detention began"), required: false);
    private static readonly Fact<Day> ReceivedFact = Fact.Date("received", new("de dag van ontvangst van beroep of kennisgeving", "the date the court received appeal or notice"), required: false);
    private static readonly Fact<Day> ClosedFact = Fact.Date("closed", new("de dag van sluiting van het onderzoek", "the date the inquiry was closed"), required: false);
    private static readonly Fact<Day> FollowUpFact = Fact.Date("followUpReceived", new("de dag van ontvangst van een vervolgberoep", "the date the court received a follow-up appeal"), required: false);

    private static readonly Fact<Day> RuledFact = Fact.Date("ruled", new("de dag van de uitspraak over de bewaring", "the date of the ruling on detention"), required: false);

    /// <summary>Last days for the court's review (toetsing van de bewaring); each fact gives its own.</summary>
    public static readonly NormComputation Computation = new(
        "detention-review", new("Toetsing van de bewaring", "Review of detention"), [DetainedFact, ReceivedFact, ClosedFact, FollowUpFact, RuledFact], Compute);

    /// <summary>Last day, inclusive, to notify the court.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="detained">The day detention began, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The 28th day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day NoticeBy<TTrace>(Law law, Day detained, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, detained, Notice, ref trace);

    /// <summary>Last day, inclusive, for the hearing.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="received">The day the court received appeal or notice, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day HearingBy<TTrace>(Law law, Day received, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, received, Hearing, ref trace);

    /// <summary>Last day, inclusive, for the ruling.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="closed">The day the inquiry was closed, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day RulingBy<TTrace>(Law law, Day closed, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, closed, Ruling, ref trace);

    /// <summary>Last day, inclusive, to close the inquiry in a follow-up appeal.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="received">The day the court received the appeal, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day FollowUpClosedBy<TTrace>(Law law, Day received, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, received, FollowUp, ref trace);

    /// <summary>Last day, inclusive, for further appeal; a term of procedure and not of liberty, so it ends on a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="ruled">The day of the ruling, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day FurtherAppealBy<TTrace>(Law law, Day ruled, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Moving(law, ruled, FurtherAppeal, ref trace);

    private static Norm<CalendarDays> Declared(string id, Text title, string article, int days) => new(
        id,
        title,
        "DET-11",
        new(Acts.AliensAct, article, "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2004, 9, 1), new(days)));

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        if (facts.TryGet(DetainedFact, out var detained))
        {
            result.WriteString("noticeBy", NoticeBy(law, detained, ref trace).ToString());
            result.WriteString("familyPlacedBy", Reception.StayLimit.ClosedFamilyBy(law, detained, ref trace).ToString());
        }

        if (facts.TryGet(ReceivedFact, out var received))
        {
            result.WriteString("hearingBy", HearingBy(law, received, ref trace).ToString());
        }

        if (facts.TryGet(ClosedFact, out var closed))
        {
            result.WriteString("rulingBy", RulingBy(law, closed, ref trace).ToString());
        }

        if (facts.TryGet(FollowUpFact, out var followUp))
        {
            result.WriteString("followUpClosedBy", FollowUpClosedBy(law, followUp, ref trace).ToString());
        }

        if (facts.TryGet(RuledFact, out var ruled))
        {
            result.WriteString("furtherAppealBy", FurtherAppealBy(law, ruled, ref trace).ToString());
        }
    }
}
