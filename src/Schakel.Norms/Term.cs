namespace Schakel.Norms;

/// <summary>A term as a budget (termijn): what was granted, what stood still, what bounds it; its last day is derived.</summary>
/// <remarks>
/// Months are counted from the start in one sum, so that six months and nine more are fifteen months (dossier CAL-6). Every step tells the trace
/// what moved the day: the steps of the <see cref="Grounds"/> are the term's ledger. Immutable; the default value is an empty term.
/// </remarks>
public readonly record struct Term
{
    /// <summary>The day of the event, not counted itself (Awb 6:8).</summary>
    public Day Started { get; private init; }

    /// <summary>Calendar months granted so far.</summary>
    public int Months { get; private init; }

    /// <summary>Calendar days granted on top of the months.</summary>
    public int Days { get; private init; }

    /// <summary>Days on which the term stood still.</summary>
    public int SuspendedDays { get; private init; }

    /// <summary>A later last day set by decision, if any.</summary>
    public Day? ProlongedTo { get; private init; }

    /// <summary>Last day inclusive.</summary>
    public Day LastDay
    {
        get
        {
            var last = Started.PlusMonths(Months).PlusDays(Days + SuspendedDays);
            return ProlongedTo is { } later ? Day.Later(last, later) : last;
        }
    }

    /// <summary>Starts a term of a number of months.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="started">The day of the event.</param>
    /// <param name="length">Its length.</param>
    /// <param name="source">The norm that gives the length.</param>
    /// <param name="trace">The ledger.</param>
    /// <returns>The term.</returns>
    public static Term Run<TTrace>(Day started, Months length, Norm source, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = new Term { Started = started, Months = length.Count };
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(started), Text.Of(term.LastDay));
            trace.Step(TermStepKind.Started, started, new($"De termijn begint de dag na {from.Dutch}.", $"The term starts the day after {from.English}."));
            trace.Step(TermStepKind.Ran, term.LastDay, new(
                $"{source.Title.Dutch}: {length.InWords.Dutch}, tot en met {to.Dutch}.",
                $"{source.Title.English}: {length.InWords.English}, through {to.English}."));
        }

        return term;
    }

    /// <summary>Adds months to the budget; none changes nothing and leaves no step.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="months">Months more.</param>
    /// <param name="source">The norm that allows it.</param>
    /// <param name="trace">The ledger.</param>
    /// <returns>The extended term.</returns>
    public Term ExtendedBy<TTrace>(Months months, Norm source, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = this with { Months = Months + months.Count };
        if (TTrace.Records && months.Count > 0)
        {
            var to = Text.Of(term.LastDay);
            trace.Step(TermStepKind.Extended, term.LastDay, new(
                $"{source.Title.Dutch}: {months.InWords.Dutch} erbij, tot en met {to.Dutch}.",
                $"{source.Title.English}: {months.InWords.English} more, through {to.English}."));
        }

        return term;
    }

    /// <summary>Lets the term stand still; days before its start or after its last day stop nothing.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="from">First day it stands still.</param>
    /// <param name="until">Last day it stands still, inclusive.</param>
    /// <param name="source">The rule that stops it.</param>
    /// <param name="trace">The ledger.</param>
    /// <returns>The suspended term.</returns>
    public Term Suspended<TTrace>(Day from, Day until, Rule source, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var first = Day.Later(from, Started.PlusDays(1));
        if (until < first || first > LastDay)
        {
            return this;
        }

        var term = this with { SuspendedDays = SuspendedDays + (until - first) + 1 };
        if (TTrace.Records)
        {
            var (start, end, to) = (Text.Of(first), Text.Of(until), Text.Of(term.LastDay));
            trace.Apply(source);
            trace.Step(TermStepKind.Suspended, term.LastDay, new(
                $"{source.Title.Dutch}: de termijn staat stil van {start.Dutch} tot en met {end.Dutch}; de laatste dag wordt {to.Dutch}.",
                $"{source.Title.English}: the term stands still from {start.English} through {end.English}; the last day becomes {to.English}."));
        }

        return term;
    }

    /// <summary>Runs the term to a later day set by decision; an earlier day changes nothing.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="day">The day set.</param>
    /// <param name="source">The norm that allows it.</param>
    /// <param name="trace">The ledger.</param>
    /// <returns>The prolonged term.</returns>
    public Term Prolonged<TTrace>(Day day, Norm source, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (day <= LastDay)
        {
            return this;
        }

        if (TTrace.Records)
        {
            var to = Text.Of(day);
            trace.Step(TermStepKind.Extended, day, new(
                $"{source.Title.Dutch}: de laatste dag wordt {to.Dutch}.",
                $"{source.Title.English}: the last day becomes {to.English}."));
        }

        return this with { ProlongedTo = day };
    }

    /// <summary>The last day, brought back to a maximum where it lies beyond it.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="maximum">The latest last day allowed.</param>
    /// <param name="source">The norm that sets it.</param>
    /// <param name="trace">The ledger.</param>
    /// <returns>A last day.</returns>
    public Day LastDayAtMost<TTrace>(Day maximum, Norm source, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = LastDay;
        if (last <= maximum)
        {
            return last;
        }

        if (TTrace.Records)
        {
            var to = Text.Of(maximum);
            trace.Step(TermStepKind.Capped, maximum, new(
                $"{source.Title.Dutch}: niet later dan {to.Dutch}.",
                $"{source.Title.English}: no later than {to.English}."));
        }

        return maximum;
    }
}
