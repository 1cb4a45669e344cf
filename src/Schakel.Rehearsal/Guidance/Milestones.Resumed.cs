using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reception;

namespace Schakel.Rehearsal.Guidance;

// People who stood in the chain before the rehearsal began: what was done is not done again, and what was not is still to come.
internal sealed partial class Milestones
{
    /// <summary>A live file that was taken over once: what was done before that is not known, and is not done again.</summary>
    internal void KeepTakenOver(int h, bool withPermit) => nation[h].Reached |= withPermit ? OfArrival | OfPermit : OfArrival;

    /// <summary>People stood in the chain already: what was not done for them yet is still to come, on a day that agrees with that.</summary>
    internal void Resume(int h, in GuidanceSoFar soFar)
    {
        ref var household = ref nation[h];
        if (soFar.ArrivedOn is { } arrived)
        {
            foreach (var milestone in (ReadOnlySpan<Milestone>)[Milestone.ReceptionExplained, Milestone.Screened, Milestone.HealthIntake, Milestone.NeedsAssessed])
            {
                Resume(h, milestone, arrived);
            }
        }

        if (soFar.LodgedOn is { } lodged)
        {
            Set(ref household, Milestone.ProcedureExplained);
            Resume(h, Milestone.ApplicantDocument, lodged);
            Resume(h, Milestone.Resident, ResidentFrom(household));
            if (household.Kind == HouseholdKind.UnaccompaniedMinor)
            {
                Resume(h, Milestone.Guardian, lodged);
            }

            if (household.Track > 2)
            {
                ResumeAsJudgedHere(h, lodged + 2);
            }
        }

        if (household.Site >= 0)
        {
            var modality = nation.Places[household.Site].Modality;
            if (modality != Modality.Arrival || household.Kind == HouseholdKind.UnaccompaniedMinor)
            {
                Resume(h, Milestone.Allowance, household.PlacedDay);
                if (household.Count > household.Adults)
                {
                    Resume(h, Milestone.School, household.PlacedDay);
                }
            }
        }

        ResumeWithPermit(h, soFar);
        if (household.Stage == Stage.Returning)
        {
            ResumeTalks(h, soFar.TalkedOn);
        }
    }

    private void ResumeAsJudgedHere(int h, int from)
    {
        ref var household = ref nation[h];
        Resume(h, Milestone.Lawyer, from);
        if (household.Application == 1)
        {
            Resume(h, Milestone.Prepared, from);
        }

        if (nation.Happens(LessonsOfApplicants, household, Purpose.MilestoneShare, (int)Milestone.Lessons))
        {
            Resume(h, Milestone.Lessons, from);
        }
    }

    private void ResumeWithPermit(int h, in GuidanceSoFar soFar)
    {
        ref var household = ref nation[h];
        if (soFar.PermitOn is not { } permit)
        {
            return;
        }

        Resume(h, Milestone.Resident, permit);
        Resume(h, Milestone.ResidenceDocument, permit);
        Resume(h, Milestone.IntegrationDuty, permit);
        if (household.Kind != HouseholdKind.Family)
        {
            Resume(h, Milestone.HousingInterview, permit);
        }

        if (nation.Happens(LessonsOfPermitHolders, household, Purpose.MilestoneShare, 32 + (int)Milestone.Lessons))
        {
            Resume(h, Milestone.Lessons, permit);
        }

        if (soFar.LinkedOn is { } linked)
        {
            Resume(h, Milestone.BroadIntake, linked);
        }

        if (soFar.HousedOn is not { } housed)
        {
            return;
        }

        Resume(h, Milestone.Address, housed);
        Resume(h, Milestone.SocialGuidance, housed);
        Resume(h, Milestone.IntegrationPlan, housed);
        if (nation.Happens(Assisted, household, Purpose.MilestoneShare, (int)Milestone.SocialAssistance))
        {
            Resume(h, Milestone.SocialAssistance, housed);
        }

        if (household.Count > household.Adults && household.EnrolledOn <= housed)
        {
            Resume(h, Milestone.SchoolAtHome, housed);
        }
    }

    private void ResumeTalks(int h, int? talkedOn)
    {
        ref var household = ref nation[h];
        var (since, row) = (household.Since, MilestoneLead.Rows[(int)Milestone.DepartureTalk]);
        household.TalkOn = 0;
        if (talkedOn is { } last && last >= since)
        {
            if (household.Site < 0 && !household.Has(Marks.Detained))
            {
                return;
            }

            PlanTalk(h, Math.Max(0, row.Least - (nation.Today - last)), Math.Max(1, row.Most - (nation.Today - last)));
        }
        else if (nation.Today - since <= FirstTalkMost)
        {
            PlanTalk(h, Math.Max(0, FirstTalkLeast - (nation.Today - since)), Math.Max(1, FirstTalkMost - (nation.Today - since)));
        }
    }

    // The first of many draws that lies ahead; none when by its range it would have happened by now: then something stood in its way.
    private void Resume(int h, Milestone milestone, int from)
    {
        ref var household = ref nation[h];
        var row = MilestoneLead.Rows[(int)milestone];
        for (var attempt = 0; attempt < 32 && !Has(household, milestone); attempt++)
        {
            var bits = nation.Chance.Bits(household.Key, Purpose.LiveLag, ((32 + (int)milestone) << 8) | attempt);
            if (from + Within(row.Least, row.Most, bits) is var day && day >= nation.Today)
            {
                PlanOn(h, day, row, bits, milestone);
                return;
            }
        }
    }
}
