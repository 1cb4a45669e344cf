namespace Schakel.Norms.Procedure;

/// <summary>Duration of an asylum permit (geldigheidsduur van de vergunning asiel voor bepaalde tijd).</summary>
/// <remarks>
/// One status: refugees and subsidiary protected receive the same permit. Two values nevertheless, so that the two-status system can be
/// entered as law, with its certainty, or rehearsed on paper.
/// </remarks>
public static class PermitDuration
{
    /// <summary>For a refugee (a-status).</summary>
    public static readonly Norm<Months> Refugee = OfStatus(
        "permit.duration-refugee",
        new("Vergunning van een vluchteling", "Permit of a refugee"),
        36, "Three years, as the Pact act was submitted (dossier B-STA-1).");

    /// <summary>For who has subsidiary protection (b-status).</summary>
    public static readonly Norm<Months> Subsidiary = OfStatus(
        "permit.duration-subsidiary",
        new("Vergunning van een subsidiair beschermde", "Permit of a person with subsidiary protection"),
        12,
        "One year is the minimum of the Union; the Dutch choice was not verified (dossier B-STA-1).");

    private static readonly Fact<Day> OnFact = Fact.Date(
        "on", new("de dag waarop de aanvraag is ontvangen", "the date the application was received"));

    private static readonly Fact<bool> SubsidiaryFact = Fact.YesOrNo(
        "subsidiary", new("of het subsidiaire bescherming is", "whether it is subsidiary protection"), required: false);

    /// <summary>Months that a permit is granted for (geldigheidsduur).</summary>
    public static readonly NormComputation Computation = new(
        "permit-duration",
        new("Geldigheidsduur van de asielvergunning", "Duration of the asylum permit"),
        [OnFact, SubsidiaryFact],
        static (law, facts, result, ref trace) =>
            result.WriteNumber("months", Months(law, facts.Get(OnFact), facts.Find(SubsidiaryFact) ?? false, ref trace)));

    /// <summary>How many months the permit is granted for, counted from the day the application was received.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day the application was received; it governs.</param>
    /// <param name="subsidiary">Subsidiary protection, and no refugee.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>Months.</returns>
    /// <exception cref="NotInForceException">No duration is entered for that day.</exception>
    public static int Months<TTrace>(Law law, Day on, bool subsidiary, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var norm = subsidiary ? Subsidiary : Refugee;
        var months = law.On(on, norm, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(OnFact.Name, on.ToString());
            trace.Fact(SubsidiaryFact.Name, subsidiary ? "true" : "false");
            trace.Say(new(
                $"De vergunning geldt {months.InWords.Dutch} vanaf de ontvangst van de aanvraag.",
                $"The permit is valid for {months.InWords.English} from the receipt of the application."));
        }

        return months.Count;
    }

    private static Norm<Months> OfStatus(string id, Text title, int dossierMonths, string note) => new(
        id,
        title,
        "PER-2",
        new(Acts.AliensAct, "28(2), 44(2)", "Aliens Decree 3.105. The first day of the five years is general knowledge."),
        NormStatus.Verified,
        new NormVersion<Months>(Day.Of(2004, 9, 1), new(60)),
        PactTransition.Unsure(PactTerm.ProceduresApply, new Months(60), new(Acts.AliensAct, "28(2), 44(2)")),
        new NormVersion<Months>(Day.Of(2026, 7, 1), new(dossierMonths))
        {
            // Adoption of the Dutch acts was not found: known only as what the dossier of that day holds.
            KnownOn = Day.Of(2026, 11, 24),
            Status = NormStatus.Unverified,
            Citation = new(Acts.QualificationRegulation, "24", note),
        });
}
