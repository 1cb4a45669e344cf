namespace Schakel.Norms.Procedure;

/// <summary>What is asked of the other member state (soort claim), Dublin III 21–25.</summary>
public enum DublinRequestKind
{
    /// <summary>To take charge of a first application (overname).</summary>
    TakeCharge = 0,

    /// <summary>To take back who applied there and applies here again (terugname).</summary>
    TakeBack = 1,

    /// <summary>To take back who applied there and does not apply here (terugname zonder aanvraag hier).</summary>
    TakeBackWithoutApplication = 2,
}

/// <summary>Time to ask another member state (claimtermijn), Dublin III 21, 23, 24 and 28; after it the Netherlands are responsible.</summary>
/// <remarks>Counted by Dublin III 42: no day moves. The moment from which all is counted differs: lodging, hit, or becoming aware.</remarks>
public static partial class DublinRequest
{
    /// <summary>To take charge, from lodging.</summary>
    public static readonly Norm<Months> TakeCharge = InForce("take-charge", new("Overnameverzoek", "Request to take charge"), "DUB-1", "21(1)", 3);

    /// <summary>To take charge, from a hit in Eurodac.</summary>
    public static readonly Norm<Months> TakeChargeOnHit = InForce(
        "take-charge-hit", new("Overnameverzoek na een Eurodac-treffer", "Request to take charge after a Eurodac hit"), "DUB-1", "21(1)", 2);

    /// <summary>To take back, on other evidence than a hit, from lodging.</summary>
    public static readonly Norm<Months> TakeBack = InForce("take-back", new("Terugnameverzoek", "Request to take back"), "DUB-3", "23(2)", 3);

    /// <summary>To take back, from a hit in Eurodac.</summary>
    public static readonly Norm<Months> TakeBackOnHit = InForce(
        "take-back-hit", new("Terugnameverzoek na een Eurodac-treffer", "Request to take back after a Eurodac hit"), "DUB-3", "23(2)", 2);

    /// <summary>To take back who does not apply here, on other evidence, from becoming aware.</summary>
    public static readonly Norm<Months> WithoutApplication = InForce(
        "without-application", new("Terugnameverzoek zonder aanvraag hier", "Request to take back without an application here"), "DUB-4", "24(2)", 3);

    /// <summary>To take back who does not apply here, from a hit in Eurodac.</summary>
    public static readonly Norm<Months> WithoutApplicationOnHit = InForce(
        "without-application-hit",
        new("Terugnameverzoek zonder aanvraag hier, na een treffer", "Request to take back without an application here, after a hit"),
        "DUB-4",
        "24(2)",
        2);

    /// <summary>For who is detained, from lodging; later, detention for transfer ends.</summary>
    public static readonly Norm<Months> Detained = InForce("detained", new("Claim tijdens bewaring", "Request during detention"), "DUB-11", "28(3)", 1);

    private static readonly Rule NeverLaterThanWithoutHit = new(
        "dublin-request.hit-only-shortens",
        new("Een treffer verlengt de drie maanden na de aanvraag niet", "A hit does not lengthen the three months after lodging"),
        new("62016CJ0670", "63–74", "Court of Justice, C-670/16 Mengesteab; from general knowledge."))
    {
        Status = NormStatus.Unverified,
    };

    /// <summary>Last day, inclusive, to ask.</summary>
    /// <remarks>Lodged on 10 January 2024 with a hit that day, to take charge: 10 March 2024, a Sunday.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="started">The day of lodging; without an application here, the day of becoming aware. It governs.</param>
    /// <param name="eurodacHit">The day of a hit in Eurodac, if there was one.</param>
    /// <param name="detained">Whether the person is detained for transfer.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on that day.</exception>
    public static Day LastDay<TTrace>(Law law, DublinRequestKind kind, Day started, Day? eurodacHit, bool detained, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = eurodacHit is { } hit
            ? Ran(law, started, hit, OnHit(kind), ref trace)
            : Ran(law, started, started, OnOther(kind), ref trace);
        if (kind == DublinRequestKind.TakeCharge && eurodacHit is not null)
        {
            last = Capped(last, started.PlusMonths(law.On(started, TakeCharge, ref trace).Count), NeverLaterThanWithoutHit, ref trace);
        }

        if (detained)
        {
            last = Day.Earlier(last, Ran(law, started, started, Detained, ref trace));
        }

        if (TTrace.Records)
        {
            Tell(kind, started, eurodacHit, detained, last, ref trace);
        }

        return last;
    }

    private static Norm<Months> OnHit(DublinRequestKind kind) => kind switch
    {
        DublinRequestKind.TakeCharge => TakeChargeOnHit,
        DublinRequestKind.TakeBack => TakeBackOnHit,
        DublinRequestKind.TakeBackWithoutApplication => WithoutApplicationOnHit,
    };

    private static Norm<Months> OnOther(DublinRequestKind kind) => kind switch
    {
        DublinRequestKind.TakeCharge => TakeCharge,
        DublinRequestKind.TakeBack => TakeBack,
        DublinRequestKind.TakeBackWithoutApplication => WithoutApplication,
    };

    private static Day Ran<TTrace>(Law law, Day governs, Day from, Norm<Months> norm, ref TTrace trace)
        where TTrace : struct, ITrace => Term.Run(from, law.On(governs, norm, ref trace), norm, ref trace).LastDay;

    private static Day Capped<TTrace>(Day last, Day maximum, Rule rule, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (last <= maximum)
        {
            return last;
        }

        if (TTrace.Records)
        {
            var to = Text.Of(maximum);
            trace.Apply(rule);
            trace.Step(TermStepKind.Capped, maximum, new($"{rule.Title.Dutch}: {to.Dutch}.", $"{rule.Title.English}: {to.English}."));
        }

        return maximum;
    }

    private static Norm<Months> InForce(string part, Text title, string dossier, string article, int months) => new(
        $"dublin-request.{part}",
        title,
        dossier,
        new(Acts.DublinRegulation, article, "Read at second hand. Days are counted by article 42: none moves."),
        NormStatus.Unverified,
        PactTransition.UntilManagement(
            new NormVersion<Months>(Day.Of(2014, 1, 1), new(months)),
            "Regulation 2024/1351 applies from 2026-07-01: ask `ammr-request`."));
}
