using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The interview, corrections, a longer or extended procedure: what lies ahead (nader gehoor).</summary>
public static class InterviewSteps
{
    /// <summary>Plan the interview.</summary>
    public static readonly StepType Plan = new(
        "plan-interview", "Vb 3.110", Party.HearingOffice, typeof(PlanInterview), StepForce.Due,
        "Het nader gehoor plannen en uitnodigen", "Plan the interview and invite");

    /// <summary>Plan an interview of a child that came with its family.</summary>
    public static readonly StepType PlanOfChild = new(
        "plan-child-interview", "Vb 3.113", Party.HearingOffice, typeof(PlanInterview), StepForce.Optional,
        "Een gehoor van het kind plannen", "Plan an interview of the child");

    /// <summary>Hold the interview.</summary>
    public static readonly StepType Hold = new(
        "hold-interview", "rest-period", Party.HearingOffice, typeof(HoldInterview), StepForce.Due,
        "Het nader gehoor houden", "Hold the interview");

    /// <summary>Record that the planned interview did not take place.</summary>
    public static readonly StepType RecordMissed = new(
        "record-missed-interview", "Vb 3.113", Party.HearingOffice, typeof(MissInterview), StepForce.Optional,
        "Vastleggen dat het gehoor niet doorging", "Record that the interview did not take place");

    /// <summary>Hand in corrections and additions.</summary>
    public static readonly StepType Correct = new(
        "submit-corrections", "Vb 3.113", Party.Applicant, typeof(SubmitCorrections), StepForce.Right,
        "Correcties en aanvullingen indienen", "Hand in corrections and additions");

    /// <summary>Refer to the extended procedure.</summary>
    public static readonly StepType Extend = new(
        "refer-to-extended-procedure", "Vb 3.116", Party.HearingOffice, typeof(ReferToExtendedProcedure), StepForce.Optional,
        "Naar de verlengde asielprocedure verwijzen", "Refer to the extended procedure");

    /// <summary>Make the general procedure longer.</summary>
    public static readonly StepType Lengthen = new(
        "lengthen-general-procedure", "general-procedure", Party.HearingOffice, typeof(LengthenGeneralProcedure), StepForce.Optional,
        "De algemene asielprocedure verlengen", "Make the general procedure longer");

    /// <summary>Rest and preparation.</summary>
    public static readonly TermType RestPeriod = new(
        "rest-period", "rest-period", "Rust- en voorbereidingstermijn", "Rest and preparation period", ExplainRest);

    /// <summary>The days of the general procedure.</summary>
    public static readonly TermType GeneralProcedureTerm = new(
        "general-procedure", "general-procedure", "Algemene asielprocedure", "General procedure", ExplainGeneral);

    internal static void Add(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        if (application.Track is Track.None or Track.Dublin)
        {
            return;
        }
        if (application.InterviewedOn is null)
        {
            ToCome(ahead, file, application, law);
        }
        if (application.AnnulledOn is null || application.InterviewedOn > application.AnnulledOn)
        {
            Within(ahead, file, application, law);
        }
    }

    /// <summary>The day from which a child that came with its family is to be heard itself; absent for others.</summary>
    internal static Day? HeardFrom(CaseFile file) =>
        file.Registration.Role == FamilyRole.Child ? Age.ComesOfAge(file.Registration.Born) : null;

    private static void ToCome(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        var through = Border.GoesOnThrough(file, law);
        var first = Interviews.FirstDay(file, law);
        var heardFrom = HeardFrom(file);
        var fit = HearingAdvices.HoldingOff(file)?.Through?.PlusDays(1);
        var advice = HearingAdvices.WaitedFor(file);
        if (first is { } after && heardFrom is null)
        {
            ahead.Run(RestPeriod, application.ResponsibleSince ?? application.LodgedOn, after.PlusDays(-1));
        }
        if (application.PlannedFor is not { } planned)
        {
            if (heardFrom is { } ofAge)
            {
                ahead.Add(new NextStep(PlanOfChild, null, null) { Until = Outlook.Earlier(through, ofAge.PlusDays(-1)), WaitsFor = advice });
            }
            ahead.Add(new NextStep(Plan, heardFrom, null) { Until = through, WaitsFor = advice });
            ahead.Add(new NextStep(Hold, Outlook.Later(Outlook.Later(first, fit), heardFrom), null) { Until = through, WaitsFor = Plan });
            return;
        }
        ahead.Add(new NextStep(RecordMissed, planned, null));
        if (planned > through || Interviews.AgainstDay(file, planned, law) is not null)
        {
            ahead.Add(new NextStep(Plan, null, null) { Until = through, WaitsFor = advice }); // The day fits no longer: plan another.
            return;
        }
        ahead.Add(new NextStep(Hold, planned, planned) { Until = planned });
    }

    private static void Within(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        if (application.InterviewedOn is null)
        {
            if (Decisions.IsInGeneralProcedure(application) && application.Variant != ProcedureVariant.Nine)
            {
                ahead.Add(Lengthen);
            }
            return;
        }
        if (application.CorrectedOn is null)
        {
            ahead.Add(Correct, GeneralProcedures.LastDayFor(file, application, ProcedureStep.Corrections, law));
        }
        if (application.Track != Track.General || application.ExtendedOn is not null)
        {
            return;
        }
        ahead.Add(Extend, GeneralProcedures.LastDayFor(file, application, ProcedureStep.Decision, law));
        if (GeneralProcedures.LastDay(file, application, law) is not { } last)
        {
            return;
        }
        ahead.Run(GeneralProcedureTerm, application.InterviewedOn, last);
        if (GeneralProcedures.LastDay(file, application with { Variant = GeneralProcedures.Longest }, law) > last)
        {
            ahead.Add(new NextStep(Lengthen, null, null) { Until = last });
        }
    }

    private static Day? ExplainRest(CaseFile file, Household household, Law law, ref GroundsTrace trace) =>
        file.Procedure.Open is { InterviewedOn: null, Track: not (Track.None or Track.Dublin) }
            ? Interviews.FirstDay(file, law, ref trace)?.PlusDays(-1) : null;

    private static Day? ExplainGeneral(CaseFile file, Household household, Law law, ref GroundsTrace trace) =>
        file.Procedure.Open is { InterviewedOn: { } first } open && Decisions.IsInGeneralProcedure(open)
            ? GeneralProcedure.Days(law, first, Border.CentreOf(file), open.Variant, ref trace)[^1] : null;
}
