using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Rehearsal.Guidance;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Live;

// What is done for everybody beside the procedure: what was done is not done again, what was not is still to come.
internal sealed partial class LiveStart
{
    private static readonly (Provisions Had, Milestone Milestone)[] Provided =
    [
        (Provisions.ProcedureExplained, Milestone.ProcedureExplained), (Provisions.ReceptionExplained, Milestone.ReceptionExplained),
        (Provisions.Prepared, Milestone.Prepared), (Provisions.ApplicantDocument, Milestone.ApplicantDocument), (Provisions.Screened, Milestone.Screened),
        (Provisions.HealthIntake, Milestone.HealthIntake), (Provisions.NeedsAssessed, Milestone.NeedsAssessed), (Provisions.Resident, Milestone.Resident),
        (Provisions.Lessons, Milestone.Lessons), (Provisions.ResidenceDocument, Milestone.ResidenceDocument), (Provisions.IntegrationDuty, Milestone.IntegrationDuty),
        (Provisions.HousingInterview, Milestone.HousingInterview), (Provisions.BroadIntake, Milestone.BroadIntake), (Provisions.IntegrationPlan, Milestone.IntegrationPlan),
        (Provisions.SocialGuidance, Milestone.SocialGuidance), (Provisions.SocialAssistance, Milestone.SocialAssistance), (Provisions.Address, Milestone.Address),
    ];

    private void Guide(int h, LiveGroup group)
    {
        ref var household = ref _nation[h];
        var file = group.File;
        foreach (var (_, member) in group.Members)
        {
            foreach (var (had, milestone) in Provided)
            {
                household.Reached |= member.Guidance.Has(had) ? 1u << (int)milestone : 0;
            }

            household.Reached |= member.Guidance.GuardianOn is not null ? 1u << (int)Milestone.Guardian : 0;
            household.Reached |= member.Guidance.AllowanceSince is not null ? 1u << (int)Milestone.Allowance : 0;
            household.EnrolledOn = Math.Max(household.EnrolledOn, member.Guidance.SchoolSince?.Number + 1 ?? 0);
            if (member.Procedure.Application is { } application)
            {
                household.Reached |= member.Guidance.LawyerFor >= application.Ordinal ? 1u << (int)Milestone.Lawyer : 0;
                household.Reached |= member.Guidance.AdvisedFor >= application.Ordinal ? 1u << (int)Milestone.HearingAdvice : 0;
            }
        }

        var milestones = _nation.Milestones;
        if (file.Presence == Presences.Gone)
        {
            Milestones.OutOfSight(ref household);
            return;
        }

        if (file.Registration.ArrivedOn is null)
        {
            milestones.KeepTakenOver(h, file.Procedure.Permit is not null && file.Procedure.Permit.Months == 0);
        }

        milestones.Resume(h, new(
            file.Registration.ArrivedOn?.Number, file.Procedure.Open is null ? null : household.Lodged, household.Has(Marks.Permit) ? household.PermitDay : null,
            file.Housing.LinkedOn?.Number, file.Housing.HousedOn?.Number, group.Members.Max(member => member.File.Guidance.DepartureTalkOn)?.Number));
    }
}
