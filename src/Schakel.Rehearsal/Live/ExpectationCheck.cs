using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Rehearsal.Live;

/// <summary>What came of an expectation (uitkomst): of everybody in it who did not leave first, when they got their step.</summary>
/// <param name="Expected">What was expected.</param>
/// <param name="People">How many waited then and did not leave before the step.</param>
/// <param name="Within">How many of them got it in the range.</param>
/// <param name="Earlier">How many before it.</param>
/// <param name="Later">How many after it, or not yet.</param>
public sealed record CameOut(Expectation Expected, int People, int Within, int Earlier, int Later)
{
    /// <summary>How many of ten fell in the range.</summary>
    public double OfTen => 10.0 * Within / People;
}

/// <summary>
/// Kept expectations held against what came (verwachtingen getoetst). A cohort is judged when the last day of its range is over, so that nobody's answer
/// is still out: before it, those who were quick would be all. Only cohorts leave it, and none of fewer than thirty (red line 1).
/// </summary>
/// <param name="Date">The day they were made.</param>
/// <param name="Cohorts">What came of the cohorts that can be judged.</param>
/// <param name="StillOpen">Cohorts whose range is not over yet, or has no end.</param>
/// <param name="TooFew">Cohorts of which fewer than thirty were left: no figure.</param>
public sealed record ExpectationCheck(Day Date, ImmutableArray<CameOut> Cohorts, int StillOpen, int TooFew)
{
    /// <summary>Holds kept expectations against the files as they are.</summary>
    /// <param name="kept">The expectations, each of another day.</param>
    /// <param name="histories">Of each file what happened and when, in order.</param>
    /// <param name="today">The last day of which everything is known.</param>
    /// <returns>One for each day, the earliest first.</returns>
    public static ImmutableArray<ExpectationCheck> Of(IEnumerable<Expectations> kept, IEnumerable<IReadOnlyList<(ChainEvent Event, Day On)>> histories, Day today)
    {
        var checks = kept.OrderBy(each => each.Date).Select(each => new Tally(each, today)).ToList();
        foreach (var history in histories)
        {
            Count(checks, history, today);
        }
        return [.. checks.Select(each => each.Told())];
    }

    private static void Count(List<Tally> checks, IReadOnlyList<(ChainEvent Event, Day On)> history, Day today)
    {
        var state = Histories.Empty(StreamKind.CaseFile);
        var next = 0;
        foreach (var check in checks)
        {
            for (; next < history.Count && history[next].On <= check.Date; next++)
            {
                state = Histories.After(state, history[next].Event, history[next].On);
            }
            if (next > 0 && Cohort.Of((CaseFile)state) is { } cohort)
            {
                check.Count(cohort, history.Skip(next).Where(each => each.On <= today));
            }
        }
    }

    private static bool IsStep(AwaitedStep step, ChainEvent happened) => step switch
    {
        AwaitedStep.Interview => happened is InterviewHeld,
        AwaitedStep.Decision => happened is ApplicationDecided,
        AwaitedStep.Ruling => happened is AppealRuled,
        AwaitedStep.Municipality => happened is LinkedToMunicipality,
        AwaitedStep.Home => happened is MovedIntoHome,
    };

    // The same as ends a wait in the rehearsal that made the expectation.
    private static bool IsEnd(ChainEvent happened) =>
        happened is LeftWithUnknownDestination or Departed or TransferredToState or ApplicationWithdrawn or ApplicationDecided;

    private sealed class Tally(Expectations expectations, Day today)
    {
        private readonly Dictionary<Cohort, (Expectation Expected, List<Day?> Came)> _judged =
            expectations.Cohorts.Where(each => each.Until < today).ToDictionary(each => each.Cohort, each => (each, new List<Day?>()));

        public Day Date => expectations.Date;

        public void Count(Cohort cohort, IEnumerable<(ChainEvent Event, Day On)> after)
        {
            if (!_judged.TryGetValue(cohort, out var judged))
            {
                return;
            }
            foreach (var (happened, on) in after)
            {
                if (IsStep(cohort.Step, happened))
                {
                    judged.Came.Add(on);
                    return;
                }
                if (IsEnd(happened))
                {
                    return;
                }
            }
            judged.Came.Add(null);
        }

        public ExpectationCheck Told()
        {
            var enough = _judged.Values.Where(each => each.Came.Count >= Expectations.FewestPeople)
                .Select(each => Of(each.Expected, each.Came))
                .OrderBy(each => each.Expected.Cohort.Procedure).ThenBy(each => each.Expected.Cohort.Step).ThenBy(each => each.Expected.Cohort.Month).ToImmutableArray();
            return new(Date, enough, expectations.Cohorts.Length - _judged.Count, _judged.Count - enough.Length);
        }

        private static CameOut Of(Expectation expected, List<Day?> came)
        {
            var earlier = came.Count(each => each < expected.From);
            var within = came.Count(each => each >= expected.From && each <= expected.Until);
            return new(expected, came.Count, within, earlier, came.Count - within - earlier);
        }
    }
}
