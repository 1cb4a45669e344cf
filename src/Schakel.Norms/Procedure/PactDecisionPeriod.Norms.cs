namespace Schakel.Norms.Procedure;

/// <content>The parameters of the decision period under the Pact.</content>
public static partial class PactDecisionPeriod
{
    /// <summary>To decide that an application is inadmissible (niet-ontvankelijk).</summary>
    public static readonly Norm<Months> Admissibility = InMonths(
        "admissibility", new("Beslistermijn niet-ontvankelijkheid", "Decision period on inadmissibility"), "B-DEC-1", "35(1)", NormStatus.Verified, 2);

    /// <summary>What may be added to that.</summary>
    public static readonly Norm<Months> AdmissibilityExtension = InMonths(
        "admissibility-extension", new("Verlenging niet-ontvankelijkheid", "Extension on inadmissibility"), "B-DEC-1", "35(2)", NormStatus.Verified, 2);

    /// <summary>To decide that an application is inadmissible on ground 38(1)(e): working days.</summary>
    public static readonly Norm<ProcedureDayCount> UrgentAdmissibility = new(
        "apr-decision.urgent-admissibility",
        new("Beslistermijn niet-ontvankelijkheid op grond van 38(1)(e)", "Decision period on inadmissibility on ground 38(1)(e)"),
        "B-DEC-1",
        new(Acts.ProceduresRegulation, "35(1)", "Working days."),
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ProceduresApply, new ProcedureDayCount(10)));

    /// <summary>To decide in the accelerated procedure (versnelde procedure).</summary>
    public static readonly Norm<Months> Accelerated = InMonths(
        "accelerated", new("Beslistermijn versnelde procedure", "Decision period, accelerated procedure"), "B-DEC-2", "35(3)", NormStatus.Verified, 3);

    /// <summary>To decide otherwise.</summary>
    public static readonly Norm<Months> Normal = InMonths("normal", new("Beslistermijn", "Decision period"), "B-DEC-3", "35(4)", NormStatus.Unverified, 6);

    /// <summary>The most that may be added to that for numbers, complexity or the applicant's delay.</summary>
    public static readonly Norm<Months> NormalExtension = InMonths(
        "normal-extension", new("Verlenging, ten hoogste", "Extension, at most"), "B-DEC-3", "35(5)", NormStatus.Unverified, 6);

    /// <summary>The longest in all while the situation in the country is uncertain (onzekere situatie).</summary>
    public static readonly Norm<Months> Maximum = InMonths(
        "maximum",
        new("Beslistermijn bij een onzekere situatie, ten hoogste", "Decision period in an uncertain situation, at most"),
        "B-DEC-3", "35(7)", NormStatus.Unverified, 21);

    private static Norm<Months> InMonths(string part, Text title, string dossier, string article, NormStatus status, int months) => new(
        $"apr-decision.{part}",
        title,
        dossier,
        new(Acts.ProceduresRegulation, article, "Only for applications lodged from its first day (dossier B-TRANS-1)."),
        status,
        PactTerm.Version(PactTerm.ProceduresApply, new Months(months)));
}
