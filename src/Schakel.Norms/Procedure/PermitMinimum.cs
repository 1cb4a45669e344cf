namespace Schakel.Norms.Procedure;

/// <summary>How long the Union wants a permit to be valid at least (Europese minimumduur), Directive 2011/95 24, and Regulation 2024/1347 24 after it.</summary>
/// <remarks>What the Netherlands grant is in <see cref="PermitDuration"/>; a scenario may not go below this.</remarks>
public static class PermitMinimum
{
    private const string Qualification = "32011L0095";

    /// <summary>A refugee's first permit.</summary>
    public static readonly Norm<Months> Refugee = InMonths("refugee", new("Minimumduur, vluchteling", "Minimum duration, refugee"), "24(1)", 36);

    /// <summary>A refugee's renewal.</summary>
    public static readonly Norm<Months> RefugeeRenewal = InMonths(
        "refugee-renewal", new("Minimumduur van de verlenging, vluchteling", "Minimum duration of renewal, refugee"), "24(1)", 36);

    /// <summary>The first permit under subsidiary protection.</summary>
    public static readonly Norm<Months> Subsidiary = InMonths(
        "subsidiary", new("Minimumduur, subsidiaire bescherming", "Minimum duration, subsidiary protection"), "24(2)", 12);

    /// <summary>The renewal under subsidiary protection.</summary>
    public static readonly Norm<Months> SubsidiaryRenewal = InMonths(
        "subsidiary-renewal", new("Minimumduur van de verlenging, subsidiaire bescherming", "Minimum duration of renewal, subsidiary protection"), "24(2)", 24);

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag van verlening", "the date the permit is granted"));
    private static readonly Fact<bool> SubsidiaryFact = Fact.YesOrNo(
        "subsidiary", new("of het subsidiaire bescherming is", "whether it is subsidiary protection"), required: false);
    private static readonly Fact<bool> RenewalFact = Fact.YesOrNo("renewal", new("of het een verlenging is", "whether it is a renewal"), required: false);

    /// <summary>Months that a permit must be valid at least (minimumduur).</summary>
    public static readonly NormComputation Computation = new(
        "permit-minimum",
        new("Europese minimumduur van de vergunning", "Minimum duration of the permit in the Union"),
        [OnFact, SubsidiaryFact, RenewalFact],
        static (law, facts, result, ref trace) => result.WriteNumber(
            "months", Months(law, facts.Get(OnFact), facts.Find(SubsidiaryFact) ?? false, facts.Find(RenewalFact) ?? false, ref trace)));

    /// <summary>Months that a permit must be valid at least.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day it is granted; it governs.</param>
    /// <param name="subsidiary">Subsidiary protection, and no refugee.</param>
    /// <param name="renewal">A renewal, and not the first permit.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>Months.</returns>
    /// <exception cref="NotInForceException">No minimum is in force on that day.</exception>
    public static int Months<TTrace>(Law law, Day on, bool subsidiary, bool renewal, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var months = law.On(on, (subsidiary, renewal) switch
        {
            (false, false) => Refugee,
            (false, true) => RefugeeRenewal,
            (true, false) => Subsidiary,
            (true, true) => SubsidiaryRenewal,
        }, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(OnFact.Name, on.ToString());
            trace.Fact(SubsidiaryFact.Name, subsidiary ? "true" : "false");
            trace.Fact(RenewalFact.Name, renewal ? "true" : "false");
            trace.Say(new($"De vergunning geldt ten minste {months.InWords.Dutch}.", $"The permit is valid for {months.InWords.English} at least."));
        }

        return months.Count;
    }

    private static Norm<Months> InMonths(string part, Text title, string article, int months) => new(
        $"permit-minimum.{part}",
        title,
        "PER-6",
        new(Qualification, article, "Stated in the report."),
        NormStatus.Seed,
        new NormVersion<Months>(Day.Of(2013, 12, 22), new(months)),
        PactTerm.Version(PactTerm.ManagementApplies, new Months(months)) with
        {
            Status = NormStatus.Unverified,
            Citation = new(Acts.QualificationRegulation, "24", "Dossier B-STA-1; its first day from general knowledge (B-DATE-2)."),
        });
}
