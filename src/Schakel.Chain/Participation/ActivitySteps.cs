using Schakel.Norms;

namespace Schakel.Chain.Participation;

/// <summary>Activities, volunteering, own contribution: what lies ahead (activiteiten, vrijwilligerswerk, eigen bijdrage).</summary>
public static class ActivitySteps
{
    /// <summary>Join an activity.</summary>
    public static readonly StepType Join = new(
        "join-activity", "PAR-10", Party.Applicant, typeof(JoinActivity), StepForce.Right,
        "Meedoen aan een activiteit", "Join an activity");

    /// <summary>Issue a volunteer declaration.</summary>
    public static readonly StepType Declare = new(
        "issue-volunteer-declaration", "PAR-12", Party.LabourAgency, typeof(IssueVolunteerDeclaration), StepForce.Optional,
        "Een vrijwilligersverklaring afgeven", "Issue a volunteer declaration");

    /// <summary>Begin to volunteer.</summary>
    public static readonly StepType Volunteer = new(
        "start-volunteering", "PAR-12", Party.Applicant, typeof(StartVolunteering), StepForce.Right,
        "Beginnen met vrijwilligerswerk", "Begin to volunteer");

    /// <summary>Stop volunteering.</summary>
    public static readonly StepType StopVolunteering = new(
        "end-volunteering", "PAR-12", Party.Applicant, typeof(EndVolunteering), StepForce.Right,
        "Stoppen met vrijwilligerswerk", "Stop volunteering");

    /// <summary>Stop paid work.</summary>
    public static readonly StepType StopWork = new(
        "end-work", "Wav 2", Party.Applicant, typeof(EndWork), StepForce.Right,
        "Stoppen met betaald werk", "Stop paid work");

    /// <summary>Assess the own contribution of a month.</summary>
    public static readonly StepType Assess = new(
        "assess-contribution", "Reba", Party.ReceptionAgency, typeof(AssessContribution), StepForce.Due,
        "De eigen bijdrage van een maand vaststellen", "Assess the own contribution of a month");

    internal static void Add(Outlook ahead, CaseFile file)
    {
        var state = file.Participation;
        if (Activities.StillOpen(file) != ActivityKinds.None)
        {
            ahead.Add(Join);
        }
        var free = file.Procedure.Permit is not null;
        // Also while preparing return (C20): the declaration is about the work, whatever came of the claim (Buwav 1a).
        if (!free && state.VolunteerDeclarationOn is null)
        {
            ahead.Add(Declare);
        }
        if (state.VolunteersSince is not null)
        {
            ahead.Add(StopVolunteering);
        }
        else if (free || state.VolunteerDeclarationOn is not null)
        {
            ahead.Add(Volunteer);
        }
        if (state.WorksSince is { } since)
        {
            ahead.Add(StopWork);
            if (file.Reception.Site is not null)
            {
                ahead.Add(new NextStep(Assess, MonthToAssess(state, since), null));
            }
        }
    }

    /// <summary>The first day of the month whose contribution comes next: the month after the last one, or that in which work began.</summary>
    /// <param name="state">What the room knows.</param>
    /// <param name="worksSince">First day of work.</param>
    public static Day MonthToAssess(ParticipationState state, Day worksSince) =>
        state.ContributionFor is { } assessed && assessed.PlusMonths(1) > FirstOf(worksSince) ? assessed.PlusMonths(1) : FirstOf(worksSince);

    private static Day FirstOf(Day day) => day.PlusDays(1 - day.Parts.Day);
}
