using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>The room of guidance and provisions: hands each command and event to its subject.</summary>
internal static class GuidanceRoom
{
    internal static Decision Decide(CaseFile file, GuidanceCommand command, Law law, Day today) => command switch
    {
        ExplainProcedure => LegalAid.Explain(file),
        PrepareApplicant => LegalAid.Prepare(file),
        AssignLawyer => LegalAid.Assign(file, law, today),
        AdviseOnHearing act => HearingAdvices.Decide(file, act, today),
        IssueApplicantDocument => LegalAid.IssueDocument(file),
        HandOverResidenceDocument => LegalAid.HandOver(file),
        ExplainReception => Care.Explain(file, law, today),
        ScreenForTuberculosis => Care.Screen(file),
        HoldHealthIntake => Care.Intake(file),
        AssessNeeds => Care.Assess(file),
        StartAllowance => Care.Pay(file, today),
        AppointGuardian => Care.Appoint(file, today),
        StateCapacity act => Capacity.Decide(act),
        WithdrawCapacity act => Capacity.Decide(file, act),
        JudgeCapacity act => Capacity.Decide(file, act),
        ChoosePreferences act => PreferenceSteps.Decide(act),
        RegisterResident => Settling.Register(file, law, today),
        RegisterAddress => Settling.RegisterAddress(file),
        EnrolInSchool => Settling.Enrol(file, law, today),
        BeginLessons => Settling.Begin(file, today),
        HoldHousingInterview => Settling.Interview(file),
        NotifyIntegrationDuty => Integration.Notify(file, today),
        HoldBroadIntake => Integration.Intake(file, today),
        AdoptIntegrationPlan => Integration.Plan(file),
        BeginSocialGuidance => Integration.Guide(file),
        GrantSocialAssistance => Integration.Assist(file),
        HoldDepartureTalk => Integration.Talk(file, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static GuidanceState Evolve(GuidanceState state, GuidanceEvent happened, Day on) => happened switch
    {
        LawyerAssigned assigned => state with { LawyerFor = assigned.Ordinal },
        HearingAdviceGiven given => state with
        {
            AdvisedFor = given.Ordinal,
            Advice = given.Outcome == HearingOutcome.CanBeHeard ? null : new(given.Outcome, given.Through),
        },
        GuardianAppointed => state with { GuardianOn = on },
        AllowanceStarted => state with { AllowanceSince = on },
        EnrolledInSchool => state with { SchoolSince = on },
        DepartureTalkHeld => state with { DepartureTalkOn = on },
        CapacityStated stated => state with { Capacity = state.Capacity with { Manages = stated.Manages, StatedOn = on } },
        CapacityWithdrawn => state with { Capacity = state.Capacity with { Manages = null, StatedOn = null } },
        CapacityJudged judged => state with { Capacity = state.Capacity with { JudgedOn = judged.MoreHelp ? on : null } },
        PreferencesChosen chosen => state with { Preferences = new(chosen.Letters, chosen.RemindDays, chosen.Email) },
        _ => state with { Had = state.Had | ProvisionOf(happened) },
    };

    private static Provisions ProvisionOf(GuidanceEvent happened) => happened switch
    {
        ProcedureExplained => Provisions.ProcedureExplained,
        ReceptionExplained => Provisions.ReceptionExplained,
        ApplicantPrepared => Provisions.Prepared,
        ApplicantDocumentIssued => Provisions.ApplicantDocument,
        TuberculosisScreened => Provisions.Screened,
        HealthIntakeHeld => Provisions.HealthIntake,
        NeedsAssessed => Provisions.NeedsAssessed,
        ResidentRegistered => Provisions.Resident,
        AddressRegistered => Provisions.Address,
        LessonsBegun => Provisions.Lessons,
        ResidenceDocumentHandedOver => Provisions.ResidenceDocument,
        IntegrationDutyNotified => Provisions.IntegrationDuty,
        HousingInterviewHeld => Provisions.HousingInterview,
        BroadIntakeHeld => Provisions.BroadIntake,
        IntegrationPlanAdopted => Provisions.IntegrationPlan,
        SocialGuidanceBegun => Provisions.SocialGuidance,
        SocialAssistanceGranted => Provisions.SocialAssistance,
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
