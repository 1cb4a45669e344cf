using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Participation;

/// <summary>The participation room: hands each command and event to its subject.</summary>
internal static class ParticipationRoom
{
    internal static Decision Decide(CaseFile file, Household household, ParticipationCommand command, Law law, Day today) => command switch
    {
        IssueWorkPermit or StartWork or EndWork => Work.Decide(file, command, law, today),
        JoinActivity act => Activities.Decide(file, act),
        IssueVolunteerDeclaration act => Activities.Decide(file, act),
        StartVolunteering act => Activities.Decide(file, act),
        EndVolunteering act => Activities.Decide(file, act),
        AssessContribution act => Contributions.Decide(file, household, act, law, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static ParticipationState Evolve(ParticipationState state, ParticipationEvent happened, Day on) => happened switch
    {
        WorkPermitIssued => state with { WorkPermitOn = on },
        WorkStarted => state with { WorksSince = on },
        WorkEnded => state with { WorksSince = null, WorkPermitOn = null },
        ActivityJoined joined => state with { Joined = state.Joined | joined.Kind },
        VolunteerDeclarationIssued => state with { VolunteerDeclarationOn = on },
        VolunteeringStarted => state with { VolunteersSince = on },
        VolunteeringEnded => state with { VolunteersSince = null },
        ContributionAssessed assessed => state with { ContributionMonths = state.ContributionMonths.Add(assessed.Month) },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
