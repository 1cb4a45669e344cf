namespace Schakel.Norms;

/// <summary>How the law of before the Pact ends (overgang naar het Pact), and which cases keep it (dossier B-TRANS-1).</summary>
/// <remarks>
/// Three ways, by what the dossier knows. What the Pact replaces by another value has a version with that value. What it replaces by a choice
/// that was not verified (rest period, intention and view, appeal) ends, and asking for it is refused. What rests on a repealed act, while the
/// dossier names no other value, goes on as unverified. A case lodged before keeps the old law, if the person who asks says when it was lodged.
/// </remarks>
internal static class PactTransition
{
    /// <summary>The day the application was lodged, where another day governs.</summary>
    internal static readonly Fact<Day> LodgedFact = Fact.Date(
        "lodged",
        new("de dag van de aanvraag: een zaak van voor het Pact houdt het oude recht", "the date the application was lodged: a case of before the Pact keeps the old law"),
        required: false);

    /// <summary>Why a step of the old procedure cannot be answered any more, and for whom it still can.</summary>
    internal const string ChoiceNotVerified =
        "What the Netherlands chose under the Pact was not verified (dossier B-INT-1); for an application of before 2026-06-12 give fact `lodged`.";

    private const string Unconfirmed = "The same as before the Pact; whether it still stands was not verified.";

    private static readonly Rule CaseKeepsItsLaw = new(
        "pact.case-keeps-its-law",
        new("Een aanvraag van voor het Pact wordt naar het oude recht behandeld", "An application of before the Pact is examined under the old law"),
        new(Acts.ProceduresRegulation, "(toepassing)", "Dossier B-TRANS-1, from general knowledge; taken to hold for the management regulation too."))
    {
        Status = NormStatus.Unverified,
    };

    /// <summary>A version that ends the day before the procedures regulation applies.</summary>
    /// <param name="version">The version.</param>
    /// <param name="afterwards">What to ask then, or why nothing can be.</param>
    internal static NormVersion<T> UntilProcedures<T>(NormVersion<T> version, string afterwards)
        where T : INormValue<T> => Until(version, PactTerm.ProceduresApply, afterwards);

    /// <summary>A version that ends the day before the management regulation applies.</summary>
    /// <param name="version">The version.</param>
    /// <param name="afterwards">What to ask then, or why nothing can be.</param>
    internal static NormVersion<T> UntilManagement<T>(NormVersion<T> version, string afterwards)
        where T : INormValue<T> => Until(version, PactTerm.ManagementApplies, afterwards);

    /// <summary>A version, and from the procedures regulation on the same value, unverified: the act it rests on was repealed or changed.</summary>
    /// <param name="version">The version of before.</param>
    internal static NormVersion<T>[] Unsure<T>(NormVersion<T> version)
        where T : INormValue<T> =>
        [version, new(PactTerm.ProceduresApply, version.Value) { KnownOn = PactTerm.Published, Status = NormStatus.Unverified }];

    /// <summary>From a day on, a value of before that nothing confirms.</summary>
    internal static NormVersion<T> Unsure<T>(Day from, T value, Citation citation)
        where T : INormValue<T> => new(from, value)
        {
            KnownOn = PactTerm.Published,
            Status = NormStatus.Unverified,
            Citation = citation with { Note = citation.Note.Length == 0 ? Unconfirmed : $"{citation.Note} {Unconfirmed}" },
        };

    /// <summary>The day that governs a procedural step: its own day, or the last day of the old law where the case began under it.</summary>
    /// <remarks>Under a law that does not know the Pact yet, the day itself.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="computation">Id of what is asked, for a refusal.</param>
    /// <param name="happened">The day of the step.</param>
    /// <param name="lodged">The day the application was lodged, if known; without it the day of the step governs.</param>
    /// <param name="applies">First day of the regulation that replaces the old law.</param>
    /// <param name="trace">Receives the rule and the fact.</param>
    /// <exception cref="FactException">The application came after the step.</exception>
    internal static Day Governing<TTrace>(Law law, string computation, Day happened, Day? lodged, Day applies, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (lodged is not { } began)
        {
            return happened;
        }

        if (began > happened)
        {
            throw new FactException(computation, LodgedFact.Name, $"is {began}, after {happened}, the day of the step asked about; give that day or an earlier one");
        }

        if (TTrace.Records)
        {
            trace.Fact(LodgedFact.Name, began.ToString());
        }

        // A case of before either regulation keeps the law of before both.
        var ended = began < PactTerm.ProceduresApply ? PactTerm.ProceduresApply : applies;
        if (law.KnownOn < PactTerm.Published || began >= applies || happened < ended)
        {
            return happened;
        }

        trace.Apply(CaseKeepsItsLaw);
        return ended.PlusDays(-1);
    }

    /// <summary>Refuses a rule of the old procedure, which has no version of its own, from the procedures regulation on.</summary>
    /// <param name="law">The law; one that does not know the Pact refuses nothing.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="governs">The day that governs.</param>
    /// <exception cref="NoLongerInForceException">The rule has ended.</exception>
    internal static void RefuseOnceReplaced(Law law, Rule rule, Day governs)
    {
        if (law.KnownOn >= PactTerm.Published && governs >= PactTerm.ProceduresApply)
        {
            throw new NoLongerInForceException(rule.Id, governs, PactTerm.ProceduresApply.PlusDays(-1), ChoiceNotVerified);
        }
    }

    private static NormVersion<T> Until<T>(NormVersion<T> version, Day applies, string afterwards)
        where T : INormValue<T> => version with { Until = applies.PlusDays(-1), EndKnownOn = PactTerm.Published, Afterwards = afterwards };
}
