using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Steps;
using Household = Schakel.Rehearsal.Model.Household;

namespace Schakel.Rehearsal.Guidance;

// Nothing here takes capacity, changes a place or a stage, or draws a chance that another room draws: a milestone is told, and that is
// all. The rooms say what happened (an application is lodged, a permit issued, a home found); the milestones that follow are planned,
// and happen when on their day the household is still in the case they are for. One that can no longer happen is silently left out.

/// <summary>Information, legal aid, care, school and integration: what is done for everybody beside the procedure (begeleiding).</summary>
internal sealed partial class Milestones(Nation nation)
{
    // Shares of households, each an assumption: lessons during the procedure (0.3–0.6) and with a permit (0.6–0.9; free, PAR-9);
    // social assistance on moving in, the others have work or other means (0.75–0.95).
    private const double LessonsOfApplicants = 0.45;
    private const double LessonsOfPermitHolders = 0.75;
    private const double Assisted = 0.85;

    private const int FirstTalkLeast = 3;
    private const int FirstTalkMost = 14;

    // Ages in days: 5 years (compulsory school), 12 (heard), 18; where leap years make a day's difference, the side on which the law is sure.
    private const int SchoolAge = 1827;
    private const int HearingAge = 4383;
    private const int OfAge = 6574;

    private const uint OfApplication = (1u << (int)Milestone.Lawyer) | (1u << (int)Milestone.HearingAdvice);

    private const uint OfArrival = OfApplication | (1u << (int)Milestone.ProcedureExplained) | (1u << (int)Milestone.ReceptionExplained)
        | (1u << (int)Milestone.Prepared) | (1u << (int)Milestone.ApplicantDocument) | (1u << (int)Milestone.Guardian)
        | (1u << (int)Milestone.Screened) | (1u << (int)Milestone.HealthIntake) | (1u << (int)Milestone.NeedsAssessed)
        | (1u << (int)Milestone.Allowance);

    private const uint OfPermit = (1u << (int)Milestone.Resident) | (1u << (int)Milestone.ResidenceDocument)
        | (1u << (int)Milestone.IntegrationDuty) | (1u << (int)Milestone.HousingInterview) | (1u << (int)Milestone.Lessons);

    /// <summary>A file is taken over: what was done before the rehearsal is not done again, and no step tells it.</summary>
    public void TakenOver(int h)
    {
        ref var household = ref nation[h];
        household.Reached |= OfArrival;
        household.EnrolledOn = nation.Today + 1; // At school already; a move is another school.
        if (household.Lodged == 0 || ResidentFrom(household) <= nation.Today)
        {
            Set(ref household, Milestone.Resident); // Here for long, on a day that is not known.
        }
        else
        {
            Plan(h, Milestone.Resident, ResidentFrom(household));
        }
    }

    /// <summary>A permit holder is taken over: what follows on a permit within weeks is behind them.</summary>
    public void TakenOverWithPermit(int h) => nation[h].Reached |= OfPermit;

    /// <summary>The application was lodged.</summary>
    public void Lodged(int h)
    {
        ref var household = ref nation[h];
        Tell(ref household, Milestone.ProcedureExplained);
        Plan(h, Milestone.ApplicantDocument, nation.Today);
        Arrived(h);
        Plan(h, Milestone.Resident, ResidentFrom(household));
        if (household.Kind == HouseholdKind.UnaccompaniedMinor)
        {
            Plan(h, Milestone.Guardian, nation.Today);
        }
    }

    /// <summary>Someone is here for the first time: health, and what reception owes everyone.</summary>
    public void Arrived(int h)
    {
        Plan(h, Milestone.ReceptionExplained, nation.Today);
        Plan(h, Milestone.Screened, nation.Today);
        Plan(h, Milestone.HealthIntake, nation.Today);
        Plan(h, Milestone.NeedsAssessed, nation.Today);
    }

    /// <summary>A next application: another lawyer may be assigned, another advice given.</summary>
    public void LodgedAgain(int h) => nation[h].Reached &= ~OfApplication;

    /// <summary>A track in which the claim is judged here was confirmed.</summary>
    public void ToBeJudgedHere(int h)
    {
        ref var household = ref nation[h];
        Plan(h, Milestone.Lawyer, nation.Today);
        if (household.Application == 1)
        {
            Plan(h, Milestone.Prepared, nation.Today);
        }

        if (nation.Happens(LessonsOfApplicants, household, Purpose.MilestoneShare, (int)Milestone.Lessons))
        {
            Plan(h, Milestone.Lessons, nation.Today);
        }
    }

    /// <summary>An intention was issued in track 1 or 2: a lawyer is there from that day.</summary>
    public void Intended(int h) => Tell(ref nation[h], Milestone.Lawyer);

    /// <summary>Invited for an interview in which the claim is heard: medical advice comes before it.</summary>
    public void Invited(int h)
    {
        ref var household = ref nation[h];
        if (household.Track is not (1 or 2) && !Has(household, Milestone.HearingAdvice))
        {
            var row = MilestoneLead.Rows[(int)Milestone.HearingAdvice];
            var bits = BitsOf(household, Milestone.HearingAdvice);
            PlanOn(h, Math.Max(nation.Today + 1, household.InterviewDay - Within(row.Least, row.Most, bits)), row, bits, Milestone.HearingAdvice);
        }
    }

    /// <summary>Placed at a site, or moved to one.</summary>
    public void Placed(int h, Modality modality)
    {
        ref var household = ref nation[h];
        if (modality == Modality.Arrival && household.Kind != HouseholdKind.UnaccompaniedMinor)
        {
            return;
        }

        Plan(h, Milestone.Allowance, nation.Today);
        if (household.Count > household.Adults)
        {
            Plan(h, Milestone.School, nation.Today);
        }
    }

    /// <summary>The permit was issued.</summary>
    public void PermitIssued(int h)
    {
        ref var household = ref nation[h];
        Plan(h, Milestone.Resident, nation.Today);
        Plan(h, Milestone.ResidenceDocument, nation.Today);
        Plan(h, Milestone.IntegrationDuty, nation.Today);
        if (household.Kind != HouseholdKind.Family)
        {
            Plan(h, Milestone.HousingInterview, nation.Today);
        }

        if (nation.Happens(LessonsOfPermitHolders, household, Purpose.MilestoneShare, 32 + (int)Milestone.Lessons))
        {
            Plan(h, Milestone.Lessons, nation.Today);
        }
    }

    /// <summary>Linked to a municipality, which takes integration in hand.</summary>
    public void Linked(int h) => Plan(h, Milestone.BroadIntake, nation.Today);

    /// <summary>Moved into a home.</summary>
    public void Housed(int h)
    {
        ref var household = ref nation[h];
        Plan(h, Milestone.Address, nation.Today);
        Plan(h, Milestone.SocialGuidance, nation.Today);
        Plan(h, Milestone.IntegrationPlan, nation.Today);
        if (nation.Happens(Assisted, household, Purpose.MilestoneShare, (int)Milestone.SocialAssistance))
        {
            Plan(h, Milestone.SocialAssistance, nation.Today);
        }

        if (household.Count > household.Adults)
        {
            Plan(h, Milestone.SchoolAtHome, nation.Today);
        }
    }

    /// <summary>Reception has ended, and the allowance with it.</summary>
    public static void LeftReception(ref Household household) => household.Reached &= ~(1u << (int)Milestone.Allowance);

    /// <summary>Gone with unknown destination.</summary>
    public static void OutOfSight(ref Household household) => Set(ref household, Milestone.OutOfSight);

    /// <summary>Back in sight.</summary>
    public static void BackInSight(ref Household household) => household.Reached &= ~(1u << (int)Milestone.OutOfSight);

    /// <summary>A return file was opened: the counsellor talks with the adults, again and again as long as they are in reception or detention.</summary>
    public void ReturnFileOpened(int h)
    {
        nation[h].TalkOn = 0;
        PlanTalk(h, FirstTalkLeast, FirstTalkMost);
    }

    /// <summary>The day of a milestone: it happens to whoever it is still for.</summary>
    public void Reach(int h, int detail)
    {
        ref var household = ref nation[h];
        var milestone = (Milestone)detail;
        if (Has(household, milestone) || Has(household, Milestone.OutOfSight) || !IsCase(household, milestone))
        {
            return;
        }

        switch (milestone)
        {
            case Milestone.School:
                household.EnrolledOn = nation.Today;
                TellMembers(household, StepKind.EnrolInSchool, SchoolAge, OfAge);
                break;
            case Milestone.DepartureTalk:
                nation.EmitFirst(household, Math.Max((byte)1, household.Adults), StepKind.HoldDepartureTalk);
                PlanTalk(h, MilestoneLead.Rows[detail].Least, MilestoneLead.Rows[detail].Most);
                break;
            default:
                Tell(ref household, milestone);
                break;
        }
    }

    // In which case of a household a milestone is still to be reached.
    private bool IsCase(in Household household, Milestone milestone) => milestone switch
    {
        Milestone.ProcedureExplained or Milestone.ApplicantDocument or Milestone.Prepared => household.Has(Marks.ApplicationOpen),
        Milestone.Lawyer => household.Has(Marks.ApplicationOpen) && household.Track > 2,
        Milestone.HearingAdvice => household.Stage == Stage.InterviewPlanned && household.Track > 2 && nation.Today < household.InterviewDay,
        Milestone.Guardian => IsHere(household) && nation.Today - nation.BornOf(household.First) < OfAge,
        Milestone.Screened => IsHere(household),
        Milestone.ReceptionExplained or Milestone.HealthIntake or Milestone.NeedsAssessed => household.Site >= 0,
        Milestone.Allowance => household.Site >= 0
            && (nation.Places[household.Site].Modality != Modality.Arrival || IsMinorAlone(household)),
        Milestone.School => household.Site >= 0 && household.PlacedDay >= household.EnrolledOn
            && nation.Today - household.PlacedDay >= MilestoneLead.Rows[(int)Milestone.School].Least,
        Milestone.Lessons => household.Site >= 0
            && (household.Has(Marks.Permit) || (household.Has(Marks.ApplicationOpen) && household.Track > 2)),
        Milestone.Resident => IsHere(household)
            && (household.Has(Marks.Permit) || (household.Site >= 0 && household.Application > 0 && nation.Today >= ResidentFrom(household))),
        Milestone.ResidenceDocument or Milestone.IntegrationDuty => household.Has(Marks.Permit),
        Milestone.HousingInterview => household.Stage == Stage.AwaitingHome && household.Municipality < 0,
        Milestone.BroadIntake => household.Has(Marks.Permit) && household.Municipality >= 0,
        Milestone.IntegrationPlan => household.Stage == Stage.Housed && Has(household, Milestone.BroadIntake),
        Milestone.Address or Milestone.SocialGuidance or Milestone.SocialAssistance or Milestone.SchoolAtHome => household.Stage == Stage.Housed,
        Milestone.DepartureTalk => household.Stage == Stage.Returning && household.TalkOn == nation.Today,
        Milestone.OutOfSight => false,
    };

    private void Tell(ref Household household, Milestone milestone)
    {
        if (Has(household, milestone))
        {
            return;
        }

        Set(ref household, milestone);
        var row = MilestoneLead.Rows[(int)milestone];
        switch (row.Whom)
        {
            case Whom.Everyone:
                nation.Emit(household, row.Step);
                break;
            case Whom.Adults:
                nation.EmitFirst(household, household.Adults, row.Step);
                break;
            case Whom.SchoolChildren:
                TellMembers(household, row.Step, SchoolAge, OfAge);
                break;
            case Whom.OldEnoughToBeHeard:
                TellMembers(household, row.Step, HearingAge, int.MaxValue);
                break;
        }
    }

    private void TellMembers(in Household household, StepKind step, int fromAge, int untilAge)
    {
        for (var i = 0; i < household.Count; i++)
        {
            var age = nation.Today - nation.BornOf(household.First + i);
            if (age >= fromAge && age < untilAge)
            {
                nation.EmitMember(household, i, step);
            }
        }
    }

    private void Plan(int h, Milestone milestone, int from)
    {
        ref var household = ref nation[h];
        if (!Has(household, milestone))
        {
            var row = MilestoneLead.Rows[(int)milestone];
            var bits = BitsOf(household, milestone);
            PlanOn(h, from + Within(row.Least, row.Most, bits), row, bits, milestone);
        }
    }

    // On a working day, some time within two hours: not all at one minute, which the calendar would have to sort.
    private void PlanOn(int h, int day, in MilestoneLead row, ulong bits, Milestone milestone) =>
        nation.Plan(h, nation.Days.NextWorkDay(day), row.Minute + unchecked((int)(bits & 127)), Happening.Milestone, (int)milestone);

    private void PlanTalk(int h, int least, int most)
    {
        ref var household = ref nation[h];
        if (household.Stage == Stage.Returning && (household.Site >= 0 || household.Has(Marks.Detained) || household.TalkOn == 0))
        {
            var bits = BitsOf(household, Milestone.DepartureTalk);
            household.TalkOn = nation.Days.NextWorkDay(nation.Today + Within(least, most, bits));
            PlanOn(h, household.TalkOn, MilestoneLead.Rows[(int)Milestone.DepartureTalk], bits, Milestone.DepartureTalk);
        }
    }

    private ulong BitsOf(in Household household, Milestone milestone) =>
        nation.Chance.Bits(household.Key, Purpose.Milestone, (household.Moves << 8) | (int)milestone);

    // The high bits choose the day, the low ones the minute.
    private static int Within(int least, int most, ulong bits) => least + unchecked((int)Math.BigMul(bits, (ulong)(most - least + 1), out _));

    private int ResidentFrom(in Household household)
    {
        var none = default(NoTrace);
        return CitizenNumber.FirstDay(nation.Law, new Day(household.Lodged), null, ref none).Number;
    }

    private bool IsMinorAlone(in Household household) =>
        household.Kind == HouseholdKind.UnaccompaniedMinor && nation.Today - nation.BornOf(household.First) < OfAge;

    private static bool IsHere(in Household household) => household.Stage is not (Stage.Abroad or Stage.Gone or Stage.Departed);

    private static bool Has(in Household household, Milestone milestone) => (household.Reached & (1u << (int)milestone)) != 0;

    private static void Set(ref Household household, Milestone milestone) => household.Reached |= 1u << (int)milestone;
}
