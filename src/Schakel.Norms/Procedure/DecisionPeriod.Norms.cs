namespace Schakel.Norms.Procedure;

/// <content>The parameters of the decision period.</content>
public static partial class DecisionPeriod
{
    /// <summary>Decision period (beslistermijn), counted from lodging.</summary>
    public static readonly Norm<Months> Length = new(
        "decision-period.length",
        new("Beslistermijn", "Decision period"),
        "DEC-1",
        new(Acts.AliensAct, "42(1)"),
        NormStatus.Verified,
        new(Day.Of(2001, 4, 1), new(6)),
        new(PactApplies, new(6)) { KnownOn = PactPublished, Citation = new(Acts.ProceduresRegulation, "35(4)"), Status = NormStatus.Unverified });

    /// <summary>Longest first extension (verlenging): complexity, large numbers, or delay by the applicant.</summary>
    public static readonly Norm<Months> FirstExtension = new(
        "decision-period.first-extension",
        new("Verlenging van de beslistermijn, ten hoogste", "Extension of the decision period, at most"),
        "DEC-2",
        new(Acts.AliensAct, "42(4)", "Written notice before the period expires (42(7)); Vb 3.120; Directive 2013/32 31(3)."),
        NormStatus.Verified,
        new(DirectiveApplies, new(9)),
        new(PactApplies, new(6)) { KnownOn = PactPublished, Citation = new(Acts.ProceduresRegulation, "35(5)"), Status = NormStatus.Unverified });

    /// <summary>Longest second extension (tweede verlenging), for a proper and complete examination.</summary>
    public static readonly Norm<Months> SecondExtension = new(
        "decision-period.second-extension",
        new("Tweede verlenging van de beslistermijn, ten hoogste", "Second extension of the decision period, at most"),
        "DEC-3",
        new(Acts.AliensAct, "42(5)"),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<Months>(DirectiveApplies, new(3)), "The Pact knows one extension only."));

    /// <summary>Longest decision period of all (uiterste beslistermijn), counted from lodging.</summary>
    public static readonly Norm<Months> Maximum = new(
        "decision-period.maximum",
        new("Uiterste beslistermijn", "Maximum decision period"),
        "DEC-4",
        new(Acts.ProceduresDirective, "31(5)"),
        NormStatus.Verified,
        new(DirectiveApplies, new(21)),
        new(PactApplies, new(21)) { KnownOn = PactPublished, Citation = new(Acts.ProceduresRegulation, "35(7)"), Status = NormStatus.Unverified });

    /// <summary>Longest period under a decision moratorium (besluitmoratorium), counted from lodging.</summary>
    public static readonly Norm<Months> Moratorium = new(
        "decision-period.moratorium",
        new("Besluitmoratorium, ten hoogste", "Decision moratorium, at most"),
        "DEC-5",
        new(Acts.AliensAct, "43"),
        NormStatus.Verified,
        new(DirectiveApplies, new(21)),
        new(PactApplies, new(21)) { KnownOn = PactPublished, Citation = new(Acts.ProceduresRegulation, "35(7)"), Status = NormStatus.Unverified });

    /// <summary>Time to decide after temporary protection ends (na tijdelijke bescherming).</summary>
    public static readonly Norm<Months> AfterTemporaryProtection = new(
        "decision-period.after-temporary-protection",
        new("Beslistermijn na afloop van tijdelijke bescherming", "Decision period after temporary protection"),
        "DEC-8",
        new(Acts.AliensAct, "43a", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(DirectiveApplies, new(6))));

    /// <summary>Whether a last day on a Saturday, a Sunday or a holiday moves to the next working day.</summary>
    /// <remarks>Not for terms of more than three months under the General Terms Act (ATW 4); the Procedures Regulation does move them.</remarks>
    public static readonly Norm<Switch> EndsOnWorkingDay = new(
        "decision-period.ends-on-working-day",
        new("Verschuiving naar een werkdag", "Move to a working day"),
        "CAL-5",
        new(Acts.GeneralTerms, "4(a)"),
        NormStatus.Verified,
        new(Day.Of(2001, 4, 1), new(false)),
        new(PactApplies, new(true))
        {
            KnownOn = PactPublished,
            Citation = new(Acts.ProceduresRegulation, "slotbepalingen, berekening van termijnen"),
            Status = NormStatus.Unverified,
        });

    private static readonly Rule DublinStart = new(
        "decision-period.dublin-start",
        new("De termijn begint als vaststaat dat Nederland verantwoordelijk is", "The period starts once the Netherlands is established to be responsible"),
        new(Acts.AliensAct, "42(6)"));

    private static Day DirectiveApplies => Day.Of(2015, 7, 20);

    private static Day PactApplies => Day.Of(2026, 6, 12);

    private static Day PactPublished => Day.Of(2024, 5, 22);
}
