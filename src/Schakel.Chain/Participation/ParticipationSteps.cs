using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Participation;

/// <summary>Work: what lies ahead (werk).</summary>
public static class ParticipationSteps
{
    /// <summary>Issue a work permit, on an employer's request.</summary>
    public static readonly StepType WorkPermit = new(
        "issue-work-permit", "work-access", Party.LabourAgency, typeof(IssueWorkPermit), StepForce.Optional,
        "Een tewerkstellingsvergunning verlenen aan een werkgever", "Issue a work permit to an employer");

    /// <summary>Begin paid work.</summary>
    public static readonly StepType BeginWork = new(
        "start-work", "Wav 2", Party.Applicant, typeof(StartWork), StepForce.Right,
        "Beginnen met betaald werk", "Begin paid work");

    /// <summary>Paid work: for an applicant with a work permit that the employer holds, for a permit holder freely.</summary>
    public static readonly EntitlementType PaidWork = new("paid-work", "work-access", "Betaald werk", "Paid work");

    /// <summary>Waiting for access to work.</summary>
    public static readonly TermType WaitForWork = new(
        "wait-for-work", "work-access", "Wachttijd voor werk", "Wait for access to work",
        (file, _, law, ref trace) => file.Procedure is { Permit: null, Application: { } application } ? Work.From(application, law, ref trace)?.PlusDays(-1) : null);

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var procedure = file.Procedure;
        var idle = file.Participation.WorksSince is null;
        if (procedure.Permit is not null)
        {
            if (idle)
            {
                ahead.Add(BeginWork);
            }
            ahead.Entitle(PaidWork);
        }
        else if (procedure.Application is { } application && Appeals.ProtectedThrough(file, law) is { } through)
        {
            var from = Work.From(application, law);
            if (file.Participation.WorkPermitOn is null)
            {
                ahead.Add(new NextStep(WorkPermit, from, null) { Until = Outlook.EndOf(through) });
            }
            else if (idle)
            {
                ahead.Add(new NextStep(BeginWork, null, null) { Until = Outlook.EndOf(through) });
            }
            ahead.Entitle(PaidWork, from, through);
            ahead.Run(WaitForWork, application.LodgedOn, from?.PlusDays(-1));
        }
    }
}
