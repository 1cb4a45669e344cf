namespace Schakel.Norms.Procedure;

/// <content>The norms: how many days, and by which day what is done.</content>
public static partial class GeneralProcedure
{
    private const string SinceReform = "Two days less than before the decree of 2021 (Stb. 2021, 250), by derivation.";
    private const string Allocation = "Own allocation of the three days more: one interview, one for corrections, one for the decision.";

    private static readonly Day Start = Day.Of(2010, 7, 1);
    private static readonly Day Reform = Day.Of(2021, 6, 25);

    /// <summary>Days of the ordinary variant: eight, and six since 25 June 2021.</summary>
    public static readonly Norm<ProcedureDayCount> Ordinary = new(
        "general-procedure.ordinary",
        new("Dagen van de algemene asielprocedure", "Days of the general procedure"),
        "AA-0",
        new(Acts.AliensDecree, "3.110(1)", "Six days by Stb. 2021, 250."),
        NormStatus.Verified,
        new NormVersion<ProcedureDayCount>(Start, new(8)),
        UntilPact(6));

    /// <summary>Days where it is announced beforehand that more are needed (AA+).</summary>
    public static readonly Norm<ProcedureDayCount> Announced = new(
        "general-procedure.announced",
        new("Dagen van de vooraf verlengde procedure (AA+)", "Days of the procedure lengthened beforehand (AA+)"),
        "AA-PLUS",
        new(Acts.AliensDecree, "3.115"),
        NormStatus.Seed,
        UntilPact(9));

    /// <summary>Days after an extension for an overrun, or for inquiry into identity or new statements.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedFirst = Extension(
        "general-procedure.extended-12", new("Verlenging wegens overschrijding of onderzoek", "Extension for overrun or inquiry"), 14, 12);

    /// <summary>Days after an extension for a forensic medical examination.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedSecond = Extension(
        "general-procedure.extended-14", new("Verlenging wegens medisch onderzoek", "Extension for medical examination"), 16, 14);

    /// <summary>Days after an extension for not appearing.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedThird = Extension(
        "general-procedure.extended-20", new("Verlenging wegens niet verschijnen", "Extension for not appearing"), 22, 20);

    /// <summary>Last day of interviews; in the old scheme the first interview, a day of preparation and the second.</summary>
    public static readonly Norm<ProcedureDayCount> InterviewBy = ByDay(
        "general-procedure.interview-by", new("Laatste dag van de gehoren", "Last day of interviews"), "AA-1", "3.113", 3, 1);

    /// <summary>Last day for corrections and additions (correcties en aanvullingen).</summary>
    public static readonly Norm<ProcedureDayCount> CorrectionsBy = ByDay(
        "general-procedure.corrections-by", new("Laatste dag voor correcties en aanvullingen", "Last day for corrections"), "AA-2", "3.113(5)", 4, 2);

    /// <summary>Day on which the service grants, sends an intention to reject, or refers to the extended procedure.</summary>
    public static readonly Norm<ProcedureDayCount> IntentionBy = ByDay(
        "general-procedure.intention-by", new("Dag van inwilliging, voornemen of doorverwijzing", "Day of grant, intention or referral"), "AA-3", "3.114(1)", 5, 3);

    /// <summary>Last day for the view (zienswijze).</summary>
    public static readonly Norm<ProcedureDayCount> ViewBy = ByDay(
        "general-procedure.view-by", new("Laatste dag voor de zienswijze", "Last day for the view"), "AA-4", "3.114(2)", 6, 4);

    /// <summary>Last day of interviews in the variant announced beforehand.</summary>
    public static readonly Norm<ProcedureDayCount> AnnouncedInterviewBy = AnnouncedBy(
        "general-procedure.announced-interview-by", new("Laatste dag van de gehoren (AA+)", "Last day of interviews (AA+)"), 2);

    /// <summary>Last day for corrections in the variant announced beforehand.</summary>
    public static readonly Norm<ProcedureDayCount> AnnouncedCorrectionsBy = AnnouncedBy(
        "general-procedure.announced-corrections-by", new("Laatste dag voor correcties en aanvullingen (AA+)", "Last day for corrections (AA+)"), 4);

    /// <summary>Day of grant, intention or referral in the variant announced beforehand.</summary>
    public static readonly Norm<ProcedureDayCount> AnnouncedIntentionBy = AnnouncedBy(
        "general-procedure.announced-intention-by", new("Dag van inwilliging, voornemen of doorverwijzing (AA+)", "Day of grant, intention or referral (AA+)"), 5);

    /// <summary>Last day for the view in the variant announced beforehand.</summary>
    public static readonly Norm<ProcedureDayCount> AnnouncedViewBy = AnnouncedBy(
        "general-procedure.announced-view-by", new("Laatste dag voor de zienswijze (AA+)", "Last day for the view (AA+)"), 6);

    private static Norm<ProcedureDayCount> Extension(string id, Text title, int before, int since) => new(
        id,
        title,
        "AA-EXT",
        new(Acts.AliensDecree, "3.110(2), 3.115", SinceReform),
        NormStatus.Verified,
        new NormVersion<ProcedureDayCount>(Start, new(before)),
        UntilPact(since) with { Status = NormStatus.Unverified });

    private static Norm<ProcedureDayCount> ByDay(string id, Text title, string dossier, string article, int before, int since) => new(
        id,
        title,
        dossier,
        new(Acts.AliensDecree, article, SinceReform),
        NormStatus.Verified,
        new NormVersion<ProcedureDayCount>(Start, new(before)),
        UntilPact(since) with { Status = NormStatus.Unverified });

    private static Norm<ProcedureDayCount> AnnouncedBy(string id, Text title, int day) => new(
        id,
        title,
        "AA-PLUS",
        new(Acts.AliensDecree, "3.115", Allocation),
        NormStatus.Unverified,
        UntilPact(day));

    private static NormVersion<ProcedureDayCount> UntilPact(int days) =>
        PactTransition.UntilProcedures(new NormVersion<ProcedureDayCount>(Reform, new(days)), PactTransition.ChoiceNotVerified);
}
