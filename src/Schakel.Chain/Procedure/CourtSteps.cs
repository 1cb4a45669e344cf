using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Hearings, interim relief and further appeal: what lies ahead (zitting, voorlopige voorziening, hoger beroep).</summary>
public static class CourtSteps
{
    /// <summary>Plan a hearing.</summary>
    public static readonly StepType PlanHearing = new(
        "plan-court-hearing", "APP-1", Party.Court, typeof(PlanCourtHearing), StepForce.Optional,
        "Een zitting plannen", "Plan a hearing");

    /// <summary>Hold the hearing.</summary>
    public static readonly StepType HoldHearing = new(
        "hold-court-hearing", "APP-1", Party.Court, typeof(HoldCourtHearing), StepForce.Due,
        "De zitting houden", "Hold the hearing");

    /// <summary>Ask for interim relief.</summary>
    public static readonly StepType RequestRelief = new(
        "request-interim-relief", "Awb 8:81", Party.Applicant, typeof(RequestInterimRelief), StepForce.Right,
        "Een voorlopige voorziening vragen", "Ask for interim relief");

    /// <summary>Rule on interim relief.</summary>
    public static readonly StepType RuleOnRelief = new(
        "rule-on-interim-relief", "Vb 7.3", Party.Court, typeof(RuleOnInterimRelief), StepForce.Due,
        "Uitspraak doen op de voorlopige voorziening", "Rule on interim relief");

    /// <summary>Lodge a further appeal, with grievances.</summary>
    public static readonly StepType LodgeFurther = new(
        "lodge-further-appeal", "Vw 69", Party.Applicant, typeof(LodgeFurtherAppeal), StepForce.Right,
        "Hoger beroep instellen, met grieven", "Lodge a further appeal, with grievances");

    /// <summary>Lodge a further appeal for the minister.</summary>
    public static readonly StepType LodgeForMinister = new(
        "lodge-further-appeal-for-minister", "Vw 69", Party.DecisionOffice, typeof(LodgeFurtherAppealForMinister), StepForce.Optional,
        "Hoger beroep instellen namens de minister", "Lodge a further appeal for the minister");

    /// <summary>Rule on the further appeal.</summary>
    public static readonly StepType RuleOnFurther = new(
        "rule-on-further-appeal", "Vw 89", Party.Court, typeof(RuleOnFurtherAppeal), StepForce.Due,
        "Uitspraak doen op het hoger beroep", "Rule on the further appeal");

    /// <summary>Set a term for the new decision.</summary>
    public static readonly StepType SetTerm = new(
        "set-term-for-new-decision", "Awb 8:72", Party.Court, typeof(SetTermForNewDecision), StepForce.Optional,
        "Een termijn stellen voor een nieuw besluit", "Set a term for the new decision");

    /// <summary>Period for a further appeal.</summary>
    public static readonly TermType FurtherTerm = new(
        "further-appeal-period", "appeal-period", "Termijn voor hoger beroep", "Period for a further appeal",
        (file, _, law, ref trace) => Asked(file) is { } asked ? AppealPeriod.LastDay(law, asked.On, Appeals.TermOf(asked.About), ref trace) : null);

    /// <summary>Time to rule on the further appeal.</summary>
    public static readonly TermType FurtherRulingTerm = new(
        "further-ruling-period", "ruling-period", "Uitspraaktermijn in hoger beroep", "Time to rule on the further appeal",
        (file, _, law, ref trace) => RuleBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var courts = file.Procedure.Courts;
        var further = file.Procedure.FurtherAppealPending;
        if (further || file.Procedure.AppealPending)
        {
            Before(ahead, courts, further);
        }
        var none = default(NoTrace);
        if (further)
        {
            var last = RuleBy(file, law, ref none);
            ahead.Add(RuleOnFurther, last);
            ahead.Run(FurtherRulingTerm, courts.FurtherAppeal!.LodgedOn, last);
        }
        if (Asked(file) is { } asked)
        {
            var last = AppealPeriod.LastDay(law, asked.On, Appeals.TermOf(asked.About), ref none);
            ahead.Add(new NextStep(asked.ByMinister ? LodgeForMinister : LodgeFurther, null, last) { Until = last });
            ahead.Run(FurtherTerm, asked.On, last);
        }
        if (file.Procedure.Open is { AnnulledOn: not null, CourtWeeks: 0 })
        {
            ahead.Add(SetTerm);
        }
    }

    private static void Before(Outlook ahead, CourtState courts, bool further)
    {
        if (courts.Hearing is not { HeldOn: null } hearing)
        {
            ahead.Add(PlanHearing);
        }
        else
        {
            ahead.Add(new NextStep(HoldHearing, hearing.PlannedFor, hearing.PlannedFor));
        }
        if (courts.Relief is { RuledOn: null } relief && relief.OnFurtherAppeal == further)
        {
            ahead.Add(RuleOnRelief);
        }
        else
        {
            ahead.Add(RequestRelief);
        }
    }

    /// <summary>The ruling against which either side may still go on, as far as the file tells; absent when none is, or it was used.</summary>
    private static (Day On, DecisionState About, bool ByMinister)? Asked(CaseFile file)
    {
        var procedure = file.Procedure;
        (Day On, DecisionState About, bool ByMinister)? asked =
            procedure.Courts.Annulled is { } annulled ? (annulled.On, annulled.Decision, true)
            : procedure is { Appeal.RuledOn: { } ruled, Decision: { Outcome: not DecisionOutcome.GrantRefugee } decision } ? (ruled, decision, false)
            : null;
        return procedure.Courts.FurtherAppeal is { } earlier && (earlier.RuledOn is null || earlier.RulingOf == asked?.On) ? null : asked;
    }

    // Where the law leaves the choice of a time open, as the Pact does, there is no day to give.
    private static Day? RuleBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        file.Procedure.Courts.FurtherAppeal is { RuledOn: null, LodgedOn: { } lodged } && law.Has(lodged, RulingPeriod.Ordinary)
            ? RulingPeriod.LastDay(law, lodged, AppealTerm.FourWeeks, ref trace) : null;
}
