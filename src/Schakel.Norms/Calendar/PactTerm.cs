namespace Schakel.Norms;

/// <summary>Terms of the regulations of the Pact (termijnen van het Pact): the event's day does not count, and the last day is a working day.</summary>
/// <remarks>Their own articles on counting are from general knowledge (dossier CAL-5). Unlike the General Terms Act they move long terms too.</remarks>
internal static class PactTerm
{
    private static readonly Rule Roll = new(
        "pact.roll",
        new(
            "Een termijn van het Pact die op een zaterdag, zondag of feestdag eindigt, loopt tot de volgende werkdag",
            "A term of the Pact that ends on a Saturday, a Sunday or a holiday runs to the next working day"),
        new(Acts.ProceduresRegulation, "(termijnen)", "And the article on periods of the Asylum and Migration Management Regulation; both from general knowledge."))
    {
        Status = NormStatus.Unverified,
    };

    /// <summary>First day of the procedures and screening regulations (dossier B-DATE-1).</summary>
    internal static Day ProceduresApply => Day.Of(2026, 6, 12);

    /// <summary>First day of the management regulation, as recalled in the dossier (B-DATE-2).</summary>
    internal static Day ManagementApplies => Day.Of(2026, 7, 1);

    /// <summary>The day the regulations were published: from then on they are known.</summary>
    internal static Day Published => Day.Of(2024, 5, 22);

    /// <summary>One version, known since publication.</summary>
    internal static NormVersion<T> Version<T>(Day from, T value)
        where T : INormValue<T> => new(from, value) { KnownOn = Published };

    /// <summary>Last day, inclusive, of a term in months.</summary>
    internal static Day LastDay<TTrace>(Law law, Day governs, Day started, Norm<Months> norm, ref TTrace trace)
        where TTrace : struct, ITrace =>
        Rolled(law, Term.Run(started, law.On(governs, norm, ref trace), norm, ref trace).LastDay, ref trace);

    /// <summary>Last day, inclusive, of a term in weeks.</summary>
    internal static Day LastDay<TTrace>(Law law, Day governs, Day started, Norm<Weeks> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(governs, norm, ref trace);
        return Told(law, started, started.PlusWeeks(length.Count), norm, length.InWords, ref trace);
    }

    /// <summary>Last day, inclusive, of a term in days.</summary>
    internal static Day LastDay<TTrace>(Law law, Day governs, Day started, Norm<CalendarDays> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(governs, norm, ref trace);
        return Told(law, started, started.PlusDays(length.Count), norm, length.InWords, ref trace);
    }

    /// <summary>The day itself, or the next working day.</summary>
    internal static Day Rolled<TTrace>(Law law, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var rolled = law.Calendar.OnOrAfter(last);
        if (TTrace.Records && rolled != last)
        {
            var (from, to) = (Text.Of(last), Text.Of(rolled));
            trace.Apply(Roll);
            trace.Step(TermStepKind.Rolled, rolled, new(
                $"De laatste dag schuift van {from.Dutch} naar {to.Dutch}: {Roll.Title.Dutch}.",
                $"The last day moves from {from.English} to {to.English}: {Roll.Title.English}."));
        }

        return rolled;
    }

    private static Day Told<TTrace>(Law law, Day started, Day last, Norm norm, Text length, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(started), Text.Of(last));
            trace.Step(TermStepKind.Started, started, new($"De termijn begint de dag na {from.Dutch}.", $"The term starts the day after {from.English}."));
            trace.Step(TermStepKind.Ran, last, new(
                $"{norm.Title.Dutch}: {length.Dutch}, tot en met {to.Dutch}.",
                $"{norm.Title.English}: {length.English}, through {to.English}."));
        }

        return Rolled(law, last, ref trace);
    }
}
