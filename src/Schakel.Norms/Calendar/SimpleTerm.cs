namespace Schakel.Norms;

/// <summary>A term of one length that nothing extends or suspends (enkelvoudige termijn), told step by step.</summary>
/// <remarks>
/// <c>Moving</c> is for terms set by act or order in council: they end on a working day (<see cref="GeneralTermsAct"/>). <c>Standing</c> is for
/// deprivation of liberty, for ministerial regulations, policy and agreements, which that act does not reach: they end where they end.
/// The value in force on the day of the event is applied, unless another day is given that governs.
/// </remarks>
internal static class SimpleTerm
{
    /// <summary>Last day, inclusive, of a statutory term in weeks.</summary>
    internal static Day Moving<TTrace>(Law law, Day started, Norm<Weeks> norm, ref TTrace trace)
        where TTrace : struct, ITrace => Moving(law, started, started, norm, ref trace);

    /// <summary>The same, where another day governs than that of the event.</summary>
    internal static Day Moving<TTrace>(Law law, Day governs, Day started, Norm<Weeks> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(governs, norm, ref trace);
        Tell(started, started.PlusWeeks(length.Count), norm, length, ref trace);
        return GeneralTermsAct.LastDay(law, started, length, ref trace);
    }

    /// <summary>Last day, inclusive, of a statutory term in months.</summary>
    internal static Day Moving<TTrace>(Law law, Day started, Norm<Months> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(started, norm, ref trace);
        Tell(started, started.PlusMonths(length.Count), norm, length, ref trace);
        return GeneralTermsAct.LastDay(law, started, length, ref trace);
    }

    /// <summary>Last day, inclusive, of a term in days that no weekend moves.</summary>
    internal static Day Standing<TTrace>(Law law, Day started, Norm<CalendarDays> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(started, norm, ref trace);
        return Tell(started, started.PlusDays(length.Count), norm, length, ref trace);
    }

    /// <summary>Last day, inclusive, of a term in weeks that no weekend moves.</summary>
    internal static Day Standing<TTrace>(Law law, Day started, Norm<Weeks> norm, ref TTrace trace)
        where TTrace : struct, ITrace => Standing(law, started, started, norm, ref trace);

    /// <summary>The same, where another day governs than that of the event.</summary>
    internal static Day Standing<TTrace>(Law law, Day governs, Day started, Norm<Weeks> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(governs, norm, ref trace);
        return Tell(started, started.PlusWeeks(length.Count), norm, length, ref trace);
    }

    /// <summary>Last day, inclusive, of a term in months that no weekend moves.</summary>
    internal static Day Standing<TTrace>(Law law, Day started, Norm<Months> norm, ref TTrace trace)
        where TTrace : struct, ITrace => Standing(law, started, started, norm, ref trace);

    /// <summary>The same, where another day governs than that of the event.</summary>
    internal static Day Standing<TTrace>(Law law, Day governs, Day started, Norm<Months> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(governs, norm, ref trace);
        return Tell(started, started.PlusMonths(length.Count), norm, length, ref trace);
    }

    /// <summary>Last day, inclusive, of a term in hours for someone who counts in days: what is begun of a day counts as a day.</summary>
    internal static Day Standing<TTrace>(Law law, Day started, Norm<Hours> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(started, norm, ref trace);
        return Tell(started, started.PlusDays((length.Count + 23) / 24), norm, length, ref trace);
    }

    private static Day Tell<T, TTrace>(Day started, Day last, Norm norm, T length, ref TTrace trace)
        where T : struct, INormValue<T>
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var words = length.InWords;
            var (from, to) = (Text.Of(started), Text.Of(last));
            trace.Step(TermStepKind.Started, started, new($"De termijn begint de dag na {from.Dutch}.", $"The term starts the day after {from.English}."));
            trace.Step(TermStepKind.Ran, last, new(
                $"{norm.Title.Dutch}: {words.Dutch}, tot en met {to.Dutch}.",
                $"{norm.Title.English}: {words.English}, through {to.English}."));
        }

        return last;
    }
}
