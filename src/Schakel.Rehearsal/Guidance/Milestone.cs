using System.Collections.Immutable;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Guidance;

/// <summary>What is done for everybody beside the procedure (begeleiding en voorzieningen); each has its own bit in <c>Household.Reached</c>.</summary>
internal enum Milestone
{
    ProcedureExplained, ReceptionExplained, Prepared, Lawyer, HearingAdvice, ApplicantDocument, Guardian,
    Screened, HealthIntake, NeedsAssessed, Allowance, School, SchoolAtHome, Lessons, Resident,
    ResidenceDocument, IntegrationDuty, HousingInterview, BroadIntake, IntegrationPlan, Address, SocialGuidance, SocialAssistance,
    DepartureTalk,

    /// <summary>Nothing is done, but noted: out of sight of the chain.</summary>
    OutOfSight = 31,
}

/// <summary>Who in the household it is for.</summary>
internal enum Whom
{
    Everyone, Adults, SchoolChildren, OldEnoughToBeHeard,
}

/// <summary>One row: the step, and how many days after what leads to it. A day between the two is drawn for each household.</summary>
internal readonly record struct MilestoneLead(StepKind Step, int Least, int Most, int Minute, Whom Whom)
{
    /// <summary>The rows, in the order of <see cref="Milestone"/>; on the next working day. Days without an article are assumptions, with this range.</summary>
    public static readonly ImmutableArray<MilestoneLead> Rows =
    [
        // On lodging (REG-6, Vb 3.108c); reception within 15 days (Rva 2(3)); in the rest period (RVT-3, Vb 3.109).
        new(StepKind.ExplainProcedure, 0, 0, 0, Whom.Everyone),
        new(StepKind.ExplainReception, 1, 11, 610, Whom.Everyone),
        new(StepKind.PrepareApplicant, 1, 5, 620, Whom.Everyone),

        // From the registration interview on in track 4, with the intention in tracks 1 and 2 (REG-5); the days are counted back from the interview.
        new(StepKind.AssignLawyer, 0, 3, 820, Whom.Everyone),
        new(StepKind.AdviseOnHearing, 3, 9, 830, Whom.OldEnoughToBeHeard),

        // Within three days of lodging (REG-7, RCD 6); Nidos is told at once, the judge appoints (REG-9; assumption).
        new(StepKind.IssueApplicantDocument, 0, 3, 960, Whom.Everyone),
        new(StepKind.AppointGuardian, 2, 14, 625, Whom.Everyone),

        // As soon as possible after entry (STD-3, RCD 13, 17, 19; assumption); needs within thirty days (STD-7, and RCD2 25 as a measure).
        new(StepKind.ScreenForTuberculosis, 1, 7, 550, Whom.Everyone),
        new(StepKind.HoldHealthIntake, 3, 21, 560, Whom.Everyone),
        new(StepKind.AssessNeeds, 5, 30, 570, Whom.Everyone),

        // Paid by the week from the first place with a kitchen (PAR-7, Rva 14).
        new(StepKind.StartAllowance, 1, 7, 580, Whom.Everyone),

        // Within three months of lodging (STD-4, RCD 14), again after every move (assumption).
        new(StepKind.EnrolInSchool, 10, 60, 520, Whom.SchoolChildren),
        new(StepKind.EnrolInSchool, 3, 30, 520, Whom.SchoolChildren),

        // Voluntary (PAR-9, Rva 9a; assumption).
        new(StepKind.BeginLessons, 30, 120, 525, Whom.Adults),

        // At a counter for permit holders, or after six months in reception (PAR-10; assumption).
        new(StepKind.RegisterResident, 7, 28, 530, Whom.Everyone),

        // Made and handed out by appointment; the education agency writes after the permit (assumptions).
        new(StepKind.HandOverResidenceDocument, 7, 42, 535, Whom.Everyone),
        new(StepKind.NotifyIntegrationDuty, 14, 56, 540, Whom.Adults),

        // Before the link (HOU-1, HOU-2).
        new(StepKind.HoldHousingInterview, 2, 10, 545, Whom.Everyone),

        // By the municipality: as early as it can (Wi 2021 14; assumption), plan within ten weeks of living there (Wi 2021 15).
        new(StepKind.HoldBroadIntake, 14, 60, 840, Whom.Adults),
        new(StepKind.AdoptIntegrationPlan, 14, 70, 850, Whom.Adults),

        // Within five days of moving (Wet BRP 2.39); guidance at once (assumption); a decision within eight weeks (Awb 4:13).
        new(StepKind.RegisterAddress, 0, 5, 860, Whom.Everyone),
        new(StepKind.BeginSocialGuidance, 0, 21, 870, Whom.Adults),
        new(StepKind.GrantSocialAssistance, 7, 56, 880, Whom.Adults),

        // The first within two weeks, then every four to eight (assumption).
        new(StepKind.HoldDepartureTalk, 28, 56, 890, Whom.Adults),
    ];
}
