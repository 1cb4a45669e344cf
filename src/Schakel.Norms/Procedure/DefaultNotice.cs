using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>The days that follow a default notice (ingebrekestelling).</summary>
/// <param name="GraceEnds">Last of the days in which a decision is still free of penalty.</param>
/// <param name="FirstPenaltyDay">First day of the administrative penalty, and first day to appeal for want of a decision.</param>
/// <param name="LastPenaltyDay">Last day for which the administrative penalty runs.</param>
public readonly record struct DefaultNoticeDates(Day GraceEnds, Day FirstPenaltyDay, Day LastPenaltyDay);

/// <summary>Default notice (ingebrekestelling), Awb 4:17 and 6:12: two weeks of grace, then forty-two days of penalty.</summary>
/// <remarks>
/// The day of receipt is not counted. The grace moves with the General Terms Act (derived in the dossier, PEN-2); the forty-two days are a count of
/// days and not a term, and nothing moves them. A notice before the decision was due has no effect: whoever asks has seen to that.
/// </remarks>
public static class DefaultNotice
{
    private const string Id = "default-notice";

    /// <summary>Days of grace (hersteltermijn).</summary>
    public static readonly Norm<Weeks> Grace = new(
        "default-notice.grace",
        new("Termijn na de ingebrekestelling", "Grace after the default notice"),
        "PEN-2",
        new(Acts.AdministrativeLaw, "4:17(3), 6:12(2)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2009, 10, 1), new(2)));

    /// <summary>Most days of administrative penalty (looptijd van de bestuurlijke dwangsom).</summary>
    public static readonly Norm<CalendarDays> PenaltyDays = new(
        "default-notice.penalty-days",
        new("Looptijd van de bestuurlijke dwangsom", "Days of administrative penalty"),
        "PEN-3",
        new(Acts.AdministrativeLaw, "4:17(1)"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2009, 10, 1), new(42)));

    private static readonly Fact<Day> ReceivedFact = Fact.Date(
        "received", new("de dag waarop de ingebrekestelling is ontvangen", "the date the default notice was received"));

    /// <summary>Grace and penalty days after a default notice (ingebrekestelling).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Ingebrekestelling", "Default notice"), [ReceivedFact], Compute);

    /// <summary>The days that follow a default notice.</summary>
    /// <remarks>Received on 13 October 2022: grace to 27 October, penalty from 28 October through 8 December 2022.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="received">The day of receipt, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The three days; where a law on paper has no penalty days, the last stands before the first.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static DefaultNoticeDates Of<TTrace>(Law law, Day received, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var grace = SimpleTerm.Moving(law, received, Grace, ref trace);
        var last = grace.PlusDays(law.On(received, PenaltyDays, ref trace).Count);
        var dates = new DefaultNoticeDates(grace, grace.PlusDays(1), last);
        if (TTrace.Records)
        {
            Tell(law, received, dates, ref trace);
        }

        return dates;
    }

    private static void Tell<TTrace>(Law law, Day received, in DefaultNoticeDates dates, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var (notice, grace, from, to) = (Text.Of(received), Text.Of(dates.GraceEnds), Text.Of(dates.FirstPenaltyDay), Text.Of(dates.LastPenaltyDay));
        trace.Fact("received", received.ToString());
        trace.Step(TermStepKind.Derived, dates.FirstPenaltyDay, new($"De eerste dwangsomdag is {from.Dutch}.", $"The first penalty day is {from.English}."));
        trace.Step(TermStepKind.Derived, dates.LastPenaltyDay, new($"De laatste dwangsomdag is {to.Dutch}.", $"The last penalty day is {to.English}."));
        trace.Say(new(
            $"Na de ingebrekestelling van {notice.Dutch} kan tot en met {grace.Dutch} zonder dwangsom worden beslist; daarna staat beroep open.",
            $"After the default notice of {notice.English} a decision through {grace.English} costs no penalty; after that an appeal is open."));
        PenaltyAmount.TellSuspension(law, dates.FirstPenaltyDay, ref trace);
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var dates = Of(law, facts.Get(ReceivedFact), ref trace);
        result.WriteString("graceEnds", dates.GraceEnds.ToString());
        result.WriteString("firstPenaltyDay", dates.FirstPenaltyDay.ToString());
        result.WriteString("lastPenaltyDay", dates.LastPenaltyDay.ToString());
    }
}
