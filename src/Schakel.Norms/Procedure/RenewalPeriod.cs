namespace Schakel.Norms.Procedure;

/// <summary>Decision period on the renewal of a fixed-term permit (beslistermijn verlenging), Vreemdelingenbesluit 2000 3.108a.</summary>
public static class RenewalPeriod
{
    /// <summary>Length of the period.</summary>
    public static readonly Norm<Months> Length = new(
        "renewal-period.length",
        new("Beslistermijn op een verlenging", "Decision period on a renewal"),
        "DEC-10",
        new(Acts.AliensDecree, "3.108a", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(Day.Of(2015, 7, 20), new(6))));

    /// <summary>What is added for advice or inquiry by a third party or the prosecutor.</summary>
    public static readonly Norm<Months> Inquiry = new(
        "renewal-period.inquiry",
        new("Verlenging wegens advies of onderzoek", "Extension for advice or inquiry"),
        "DEC-10",
        new(Acts.AliensDecree, "3.108a", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(Day.Of(2015, 7, 20), new(6))));

    private static readonly Fact<Day> ReceivedFact = Fact.Date(
        "received", new("de dag waarop de aanvraag is ontvangen", "the date the application for renewal was received"));

    private static readonly Fact<bool> InquiryFact = Fact.YesOrNo(
        "inquiry", new("of een derde of het openbaar ministerie adviseert", "whether a third party or the prosecutor advises"), required: false);

    /// <summary>Last day to decide on a renewal (beslistermijn verlenging).</summary>
    public static readonly NormComputation Computation = new(
        "renewal-period",
        new("Beslistermijn op een verlenging", "Decision period on a renewal"),
        [ReceivedFact, InquiryFact],
        static (law, facts, result, ref trace) =>
        {
            var received = facts.Get(ReceivedFact);
            var inquiry = facts.TryGet(InquiryFact, out var given) && given;
            result.WriteString("lastDay", LastDay(law, received, inquiry, ref trace).ToString());
        });

    /// <summary>Last day, inclusive, to decide; no roll, because the period is longer than three months (ATW 4).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="received">The day of receipt; it governs.</param>
    /// <param name="inquiry">Whether a third party or the prosecutor advises.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day received, bool inquiry, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = Term.Run(received, law.On(received, Length, ref trace), Length, ref trace);
        if (inquiry)
        {
            term = term.ExtendedBy(law.On(received, Inquiry, ref trace), Inquiry, ref trace);
        }

        if (TTrace.Records)
        {
            var by = Text.Of(term.LastDay);
            trace.Fact("received", received.ToString());
            trace.Fact("inquiry", inquiry ? "true" : "false");
            trace.Say(new(
                $"Op de verlenging moet uiterlijk op {by.Dutch} zijn beslist.",
                $"The renewal must be decided by {by.English} at the latest."));
        }

        return term.LastDay;
    }
}
