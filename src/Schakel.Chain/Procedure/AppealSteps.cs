using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Appeal and ruling: what lies ahead (beroep).</summary>
public static class AppealSteps
{
    /// <summary>Lodge an appeal.</summary>
    public static readonly StepType Lodge = new(
        "lodge-appeal", "appeal-period", Party.Applicant, typeof(LodgeAppeal), StepForce.Right,
        "Beroep instellen", "Lodge an appeal");

    /// <summary>Rule on the appeal.</summary>
    public static readonly StepType Rule = new(
        "rule-on-appeal", "ruling-period", Party.Court, typeof(RuleOnAppeal), StepForce.Due,
        "Uitspraak doen op het beroep", "Rule on the appeal");

    /// <summary>The appeal period.</summary>
    public static readonly TermType AppealTermType = new(
        "appeal-period", "appeal-period", "Beroepstermijn", "Appeal period",
        (file, _, law, ref trace) => Awaited(file) is { } decision ? Appeals.LastDay(decision, law, ref trace) : null);

    /// <summary>The time for the court to rule.</summary>
    public static readonly TermType RulingTerm = new(
        "ruling-period", "ruling-period", "Uitspraaktermijn", "Time for the court to rule",
        (file, _, law, ref trace) => RuleBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        if (Awaited(file) is { } decision)
        {
            var last = Appeals.LastDay(decision, law);
            ahead.Add(new NextStep(Lodge, null, last) { Until = last });
            ahead.Run(AppealTermType, decision.On, last);
        }
        if (file.Procedure.AppealPending)
        {
            var none = default(NoTrace);
            var last = RuleBy(file, law, ref none);
            ahead.Add(Rule, last);
            ahead.Run(RulingTerm, file.Procedure.Appeal!.LodgedOn, last);
        }
    }

    private static DecisionState? Awaited(CaseFile file) =>
        file.Procedure is { Appeal: null, Decision: { } decision } && Appeals.LeavesSomethingToAsk(decision.Outcome) ? decision : null;

    // Where the law leaves the choice of a time open, as the Pact does, there is no day to give.
    private static Day? RuleBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Procedure is not { Appeal: { RuledOn: null, LodgedOn: { } appealed }, Decision: { } decision })
        {
            return null;
        }
        var term = Appeals.TermOf(decision);
        var norm = term == AppealTerm.OneWeek ? RulingPeriod.Brief : RulingPeriod.Ordinary;
        var lodged = file.Procedure.Application?.LodgedOn is { } on && on <= appealed ? on : appealed;
        return law.Has(appealed, norm) || law.Has(lodged, norm) ? RulingPeriod.LastDay(law, appealed, term, lodged, ref trace) : null;
    }
}
