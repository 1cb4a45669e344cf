namespace Schakel.Norms.Procedure;

/// <summary>What an appeal under the Pact is against (soort besluit).</summary>
public enum PactAppealKind
{
    /// <summary>Any other refusal (overige afwijzing).</summary>
    Other = 0,

    /// <summary>Inadmissible, accelerated or manifestly unfounded, implicitly withdrawn (versneld of niet-ontvankelijk).</summary>
    Accelerated = 1,

    /// <summary>A transfer decision (overdrachtsbesluit).</summary>
    Transfer = 2,
}

/// <summary>Between which last days the appeal period may lie (bandbreedte van de beroepstermijn).</summary>
/// <param name="Shortest">Last day of the shortest period allowed.</param>
/// <param name="Longest">Last day of the longest period allowed.</param>
public readonly record struct AppealRange(Day Shortest, Day Longest);

/// <summary>Appeal under the Pact (beroep onder het Pact): the regulations leave the period to the states within bounds.</summary>
/// <remarks>Which period the Netherlands chose was not verified; so the answer is a range and no day.</remarks>
public static class PactAppeal
{
    /// <summary>Shortest, for inadmissible, accelerated and withdrawn.</summary>
    public static readonly Norm<CalendarDays> AcceleratedShortest = new(
        "pact-appeal.accelerated-shortest",
        new("Beroepstermijn versneld, ten minste", "Appeal period, accelerated, at least"),
        "B-APP-1",
        InProcedures,
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new CalendarDays(5)));

    /// <summary>Longest, for inadmissible, accelerated and withdrawn.</summary>
    public static readonly Norm<CalendarDays> AcceleratedLongest = new(
        "pact-appeal.accelerated-longest",
        new("Beroepstermijn versneld, ten hoogste", "Appeal period, accelerated, at most"),
        "B-APP-1",
        InProcedures,
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new CalendarDays(10)));

    /// <summary>Shortest, for other refusals.</summary>
    public static readonly Norm<Weeks> OtherShortest = new(
        "pact-appeal.other-shortest",
        new("Beroepstermijn, ten minste", "Appeal period, at least"),
        "B-APP-1",
        InProcedures,
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Weeks(2)));

    /// <summary>Longest, for other refusals.</summary>
    public static readonly Norm<Months> OtherLongest = new(
        "pact-appeal.other-longest",
        new("Beroepstermijn, ten hoogste", "Appeal period, at most"),
        "B-APP-1",
        InProcedures,
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Months(1)));

    /// <summary>Shortest, against a transfer decision.</summary>
    public static readonly Norm<Weeks> TransferShortest = new(
        "pact-appeal.transfer-shortest",
        new("Beroepstermijn overdracht, ten minste", "Appeal period, transfer, at least"),
        "B-DUB-5",
        InManagement,
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ManagementApplies, new Weeks(1)));

    /// <summary>Longest, against a transfer decision.</summary>
    public static readonly Norm<Weeks> TransferLongest = new(
        "pact-appeal.transfer-longest",
        new("Beroepstermijn overdracht, ten hoogste", "Appeal period, transfer, at most"),
        "B-DUB-5",
        InManagement,
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ManagementApplies, new Weeks(3)));

    private static readonly Fact<Day> NotifiedFact = Fact.Date("notified", new("de dag van bekendmaking", "the date of notification"));

    private static readonly Fact<PactAppealKind> KindFact = Fact.Choice(
        "kind",
        new("waartegen het beroep is", "what the appeal is against"),
        [
            (NameOf(PactAppealKind.Other), PactAppealKind.Other),
            (NameOf(PactAppealKind.Accelerated), PactAppealKind.Accelerated),
            (NameOf(PactAppealKind.Transfer), PactAppealKind.Transfer),
        ]);

    /// <summary>Between which last days an appeal must be lodged (beroepstermijn onder het Pact).</summary>
    public static readonly NormComputation Computation = new(
        "pact-appeal-range",
        new("Bandbreedte van de beroepstermijn onder het Pact", "Range of the appeal period under the Pact"),
        [NotifiedFact, KindFact],
        static (law, facts, result, ref trace) =>
        {
            var range = Range(law, facts.Get(NotifiedFact), facts.Get(KindFact), ref trace);
            result.WriteString("shortest", range.Shortest.ToString());
            result.WriteString("longest", range.Longest.ToString());
        });

    private static Citation InProcedures => new(Acts.ProceduresRegulation, "67(7)", "The Dutch choice within these bounds was not verified.");

    private static Citation InManagement => new(Acts.MigrationManagementRegulation, "43", "The Dutch choice within these bounds was not verified.");

    /// <summary>Between which last days, inclusive, an appeal must be lodged.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification; it governs.</param>
    /// <param name="kind">What the appeal is against.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day of the shortest and of the longest period.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static AppealRange Range<TTrace>(Law law, Day notified, PactAppealKind kind, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var range = kind switch
        {
            PactAppealKind.Other => new AppealRange(
                PactTerm.LastDay(law, notified, notified, OtherShortest, ref trace), PactTerm.LastDay(law, notified, notified, OtherLongest, ref trace)),
            PactAppealKind.Accelerated => new AppealRange(
                PactTerm.LastDay(law, notified, notified, AcceleratedShortest, ref trace), PactTerm.LastDay(law, notified, notified, AcceleratedLongest, ref trace)),
            PactAppealKind.Transfer => new AppealRange(
                PactTerm.LastDay(law, notified, notified, TransferShortest, ref trace), PactTerm.LastDay(law, notified, notified, TransferLongest, ref trace)),
        };
        if (TTrace.Records)
        {
            trace.Fact(NotifiedFact.Name, notified.ToString());
            trace.Fact(KindFact.Name, NameOf(kind));
            var (from, to) = (Text.Of(range.Shortest), Text.Of(range.Longest));
            trace.Say(new(
                $"De laatste dag voor beroep ligt tussen {from.Dutch} en {to.Dutch}; de Nederlandse keuze is niet geverifieerd.",
                $"The last day to appeal lies between {from.English} and {to.English}; the Dutch choice was not verified."));
        }

        return range;
    }

    private static string NameOf(PactAppealKind kind) => kind switch
    {
        PactAppealKind.Other => "other",
        PactAppealKind.Accelerated => "accelerated",
        PactAppealKind.Transfer => "transfer",
    };
}
