using System.Text.Json;

namespace Schakel.Norms.Family;

/// <summary>Decision period on family reunification (beslistermijn nareis), Vreemdelingenwet 2000 2u.</summary>
public static class FamilyDecisionPeriod
{
    private const string Id = "family-decision-period";

    /// <summary>Length before extension (beslistermijn nareis).</summary>
    public static readonly Norm<CalendarDays> Length = new(
        "family-decision-period.length",
        new("Beslistermijn nareis", "Decision period for family reunification"),
        "NAR-3",
        new(Acts.AliensAct, "2u(1)"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2013, 6, 1), new(90)) { Until = LongerTermApplies.PlusDays(-1), EndKnownOn = LongerTermApplies });

    /// <summary>Longest extension (verlenging); used in nearly every case.</summary>
    public static readonly Norm<Months> Extension = new(
        "family-decision-period.extension",
        new("Verlenging van de beslistermijn nareis, ten hoogste", "Extension of the decision period for family reunification, at most"),
        "NAR-3",
        new(Acts.AliensAct, "2u(2)"),
        NormStatus.Verified,
        new NormVersion<Months>(Day.Of(2013, 6, 1), new(3)) { Until = LongerTermApplies.PlusDays(-1), EndKnownOn = LongerTermApplies });

    /// <summary>The one longer period that replaces both (bill 36 349).</summary>
    public static readonly Norm<Months> LongerLength = new(
        "family-decision-period.longer-length",
        new("Beslistermijn nareis na de wetswijziging", "Decision period for family reunification after the amendment"),
        "DEC-11",
        new(Acts.AliensAct, "2u", "Bill 36 349: the vote, the first day and the transitional rule were not verified; 1 July 2025 is an assumption."),
        NormStatus.Unverified,
        new NormVersion<Months>(LongerTermApplies, new(9)));

    private static readonly Fact<Day> RequestedFact = Fact.Date(
        "requested", new("de dag waarop nareis is aangevraagd", "the date family reunification was requested"));

    private static readonly Fact<bool> ExtendedFact = Fact.YesOrNo(
        "extended", new("of de termijn is verlengd (ja, tenzij anders gegeven)", "whether the period was extended (yes, unless given)"), required: false);

    /// <summary>Last day to decide on family reunification (laatste dag om op nareis te beslissen).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Beslistermijn nareis", "Decision period for family reunification"), [RequestedFact, ExtendedFact], Compute);

    private static Day LongerTermApplies => Day.Of(2025, 7, 1);

    /// <summary>Last day, inclusive, with the extension that is used in nearly every case.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="requested">The day of the request, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No period is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day requested, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, requested, extended: true, ref trace);

    /// <summary>Last day, inclusive.</summary>
    /// <remarks>
    /// Requested on 10 January 2024: 90 days to 9 April, three months more to 9 July 2024. Ninety days alone end on a working day; extended, or
    /// in nine months, the term is longer than the General Terms Act moves.
    /// </remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="requested">The day of the request, not counted; it governs.</param>
    /// <param name="extended">Whether the period was extended; without meaning in the longer period.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No period is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day requested, bool extended, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = law.Has(requested, LongerLength)
            ? SimpleTerm.Moving(law, requested, LongerLength, ref trace)
            : Older(law, requested, extended, ref trace);
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(requested), Text.Of(last));
            trace.Fact("requested", requested.ToString());
            trace.Fact("extended", extended ? "true" : "false");
            trace.Say(new(
                $"Op het nareisverzoek van {from.Dutch} moet uiterlijk op {to.Dutch} zijn beslist.",
                $"The request for family reunification of {from.English} must be decided by {to.English} at the latest."));
        }

        return last;
    }

    private static Day Older<TTrace>(Law law, Day requested, bool extended, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var basic = SimpleTerm.Standing(law, requested, Length, ref trace);
        if (!extended)
        {
            return GeneralTermsAct.LastDay(law, requested, law.On(requested, Length), ref trace);
        }

        var months = law.On(requested, Extension, ref trace);
        var last = basic.PlusMonths(months.Count);
        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Step(TermStepKind.Extended, last, new(
                $"{Extension.Title.Dutch}: {months.InWords.Dutch} erbij, tot en met {to.Dutch}.",
                $"{Extension.Title.English}: {months.InWords.English} more, through {to.English}."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var requested = facts.Get(RequestedFact);
        var extended = !facts.TryGet(ExtendedFact, out var given) || given;
        result.WriteString("lastDay", LastDay(law, requested, extended, ref trace).ToString());
    }
}
