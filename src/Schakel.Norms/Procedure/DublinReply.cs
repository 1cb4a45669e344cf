namespace Schakel.Norms.Procedure;

/// <summary>Time for the other member state to reply (antwoordtermijn), Dublin III 22, 25 and 28; silence is acceptance.</summary>
/// <remarks>Counted by Dublin III 42: no day moves. The acceptance by silence is dated on the day after the last one.</remarks>
public static class DublinReply
{
    /// <summary>On a request to take charge.</summary>
    public static readonly Norm<Months> TakeCharge = InMonths(
        "take-charge", new("Antwoord op een overnameverzoek", "Reply to a request to take charge"), "DUB-2", "22(1)", 2);

    /// <summary>On a request to take charge that pleads urgency: the longest allowed.</summary>
    public static readonly Norm<Months> Urgent = InMonths(
        "urgent", new("Antwoord op een dringend overnameverzoek, ten hoogste", "Reply to an urgent request to take charge, at most"), "DUB-2", "22(6)", 1);

    /// <summary>On a request to take back, on other evidence than a hit.</summary>
    public static readonly Norm<Months> TakeBack = InMonths(
        "take-back", new("Antwoord op een terugnameverzoek", "Reply to a request to take back"), "DUB-5", "25(1)", 1);

    /// <summary>On a request to take back that rests on a hit in Eurodac.</summary>
    public static readonly Norm<Weeks> TakeBackOnHit = InWeeks(
        "take-back-hit",
        new("Antwoord op een terugnameverzoek na een Eurodac-treffer", "Reply to a request to take back after a Eurodac hit"),
        "DUB-5", "25(1)", Acts.DublinRegulation, 2);

    /// <summary>On any request about who is detained for transfer.</summary>
    public static readonly Norm<Weeks> Detained = InWeeks(
        "detained", new("Antwoord op een claim tijdens bewaring", "Reply to a request during detention"), "DUB-11", "28(3)", Acts.DublinRegulation, 2);

    /// <summary>To ask for re-examination, from the refusal (heroverweging).</summary>
    public static readonly Norm<Weeks> Reexamination = InWeeks(
        "re-examination", new("Verzoek om heroverweging van een afwijzing", "Request to re-examine a refusal"), "DUB-6", "5(2)", "32003R1560", 3);

    /// <summary>To reply to that, from the request.</summary>
    public static readonly Norm<Weeks> ReexaminationReply = InWeeks(
        "re-examination-reply", new("Antwoord op een verzoek om heroverweging", "Reply to a request to re-examine"), "DUB-6", "5(2)", "32003R1560", 2);

    private static readonly Fact<Day> RequestedFact = Fact.Date("requested", new("de dag van het verzoek", "the date of the request"));
    private static readonly Fact<Day> RefusedFact = Fact.Date("refused", new("de dag van de afwijzing", "the date of the refusal"));
    private static readonly Fact<Day> AskedFact = Fact.Date(
        "asked", new("de dag van het verzoek om heroverweging", "the date re-examination was asked"), required: false);
    private static readonly Fact<bool> HitFact = Fact.YesOrNo(
        "eurodac", new("of het verzoek op een Eurodac-treffer berust", "whether the request rests on a Eurodac hit"), required: false);
    private static readonly Fact<bool> UrgentFact = Fact.YesOrNo("urgent", new("of om spoed is gevraagd", "whether urgency was pleaded"), required: false);

    /// <summary>Last day to reply, and the day silence becomes acceptance (fictief akkoord).</summary>
    public static readonly NormComputation Computation = new(
        "dublin-reply",
        new("Antwoordtermijn op een Dublinclaim", "Time to reply to a Dublin request"),
        [DublinRequest.KindFact, RequestedFact, HitFact, UrgentFact, DublinRequest.DetainedFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) =>
        {
            var kind = facts.Get(DublinRequest.KindFact);
            var detained = facts.Find(DublinRequest.DetainedFact) ?? false;
            var (hit, urgent, lodged) = (facts.Find(HitFact) ?? false, facts.Find(UrgentFact) ?? false, facts.Find(PactTransition.LodgedFact));
            var last = LastDay(law, kind, facts.Get(RequestedFact), hit, urgent, detained, lodged, ref trace);
            result.WriteString("lastDay", last.ToString());
            result.WriteString("acceptedBySilence", last.PlusDays(1).ToString());
        });

    /// <summary>Last days to ask for re-examination and to reply to it (heroverweging).</summary>
    public static readonly NormComputation ReexaminationComputation = new(
        "dublin-re-examination",
        new("Heroverweging van een afgewezen claim", "Re-examination of a refused request"),
        [RefusedFact, AskedFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) =>
        {
            var (refused, lodged) = (facts.Get(RefusedFact), facts.Find(PactTransition.LodgedFact));
            var governs = PactTransition.Governing(law, "dublin-re-examination", refused, lodged, PactTerm.ManagementApplies, ref trace);
            var askBy = SimpleTerm.Standing(law, governs, refused, Reexamination, ref trace);
            var by = Text.Of(askBy);
            trace.Fact(RefusedFact.Name, refused.ToString());
            trace.Say(new($"Heroverweging kan tot en met {by.Dutch} worden gevraagd.", $"Re-examination can be asked through {by.English}."));
            result.WriteString("askBy", askBy.ToString());
            if (facts.Find(AskedFact) is { } asked)
            {
                trace.Fact(AskedFact.Name, asked.ToString());
                var then = PactTransition.Governing(law, "dublin-re-examination", asked, lodged, PactTerm.ManagementApplies, ref trace);
                result.WriteString("replyBy", SimpleTerm.Standing(law, then, asked, ReexaminationReply, ref trace).ToString());
            }
        });

    /// <summary>Last day, inclusive, for the other state to reply; from the next day silence is acceptance.</summary>
    /// <remarks>Asked to take back on 15 January 2024 after a hit: 29 January 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="kind">What was asked.</param>
    /// <param name="requested">The day it was asked; it governs.</param>
    /// <param name="eurodac">Whether the request rests on a hit in Eurodac.</param>
    /// <param name="urgent">Whether urgency was pleaded; only a request to take charge knows that.</param>
    /// <param name="detained">Whether the person is detained for transfer.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on that day.</exception>
    public static Day LastDay<TTrace>(Law law, DublinRequestKind kind, Day requested, bool eurodac, bool urgent, bool detained, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, kind, requested, eurodac, urgent, detained, null, ref trace);

    /// <summary>Last day, inclusive, to reply, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="kind">What was asked.</param>
    /// <param name="requested">The day it was asked.</param>
    /// <param name="eurodac">Whether the request rests on a hit in Eurodac.</param>
    /// <param name="urgent">Whether urgency was pleaded; only a request to take charge knows that.</param>
    /// <param name="detained">Whether the person is detained for transfer.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, Dublin III governs; without it the day of the request does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on the day that governs.</exception>
    /// <exception cref="FactException">The application came after the request.</exception>
    public static Day LastDay<TTrace>(
        Law law, DublinRequestKind kind, Day requested, bool eurodac, bool urgent, bool detained, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, "dublin-reply", requested, lodged, PactTerm.ManagementApplies, ref trace);
        var takeCharge = kind == DublinRequestKind.TakeCharge;
        var last = (takeCharge, detained) switch
        {
            (_, true) => SimpleTerm.Standing(law, governs, requested, Detained, ref trace),
            (true, _) => SimpleTerm.Standing(law, governs, requested, urgent ? Urgent : TakeCharge, ref trace),
            _ => eurodac
                ? SimpleTerm.Standing(law, governs, requested, TakeBackOnHit, ref trace)
                : SimpleTerm.Standing(law, governs, requested, TakeBack, ref trace),
        };
        if (TTrace.Records)
        {
            trace.Fact(DublinRequest.KindFact.Name, DublinRequest.NameOf(kind));
            trace.Fact(RequestedFact.Name, requested.ToString());
            trace.Fact(HitFact.Name, eurodac ? "true" : "false");
            trace.Fact(UrgentFact.Name, urgent ? "true" : "false");
            trace.Fact(DublinRequest.DetainedFact.Name, detained ? "true" : "false");
            var (by, next) = (Text.Of(last), Text.Of(last.PlusDays(1)));
            trace.Say(new(
                $"De andere lidstaat kan tot en met {by.Dutch} antwoorden; zwijgen is vanaf {next.Dutch} aanvaarden.",
                $"The other member state may reply through {by.English}; from {next.English} silence is acceptance."));
        }

        return last;
    }

    private static Norm<Months> InMonths(string part, Text title, string dossier, string article, int months) => new(
        $"dublin-reply.{part}",
        title,
        dossier,
        new(Acts.DublinRegulation, article, "Read at second hand."),
        NormStatus.Unverified,
        Until(new NormVersion<Months>(Day.Of(2014, 1, 1), new(months))));

    private static Norm<Weeks> InWeeks(string part, Text title, string dossier, string article, string act, int weeks) => new(
        $"dublin-reply.{part}",
        title,
        dossier,
        new(act, article, "Read at second hand."),
        NormStatus.Unverified,
        Until(new NormVersion<Weeks>(Day.Of(2014, 1, 1), new(weeks))));

    private static NormVersion<T> Until<T>(NormVersion<T> version)
        where T : INormValue<T> => PactTransition.UntilManagement(
            version, "Regulation 2024/1351 applies from 2026-07-01: ask `ammr-reply`; for an application of before give fact `lodged`.");
}
