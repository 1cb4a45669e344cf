using Schakel.Chain;
using Schakel.Chain.Guidance;

namespace Schakel.Rehearsal.Conformance;

/// <summary>The commands of guidance, which are the same for everyone: which official acts is filled in here, an assumption of the rehearsal.</summary>
internal static class GuidanceCommands
{
    private static readonly Official Hearing = new(3, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(4, OfficialRoles.DecisionOfficer);
    private static readonly Official Reception = new(5, OfficialRoles.ReceptionOfficer);
    private static readonly Official Returning = new(7, OfficialRoles.ReturnOfficer);
    private static readonly Official Judge = new(9, OfficialRoles.Judge);
    private static readonly Official LegalAidBoard = new(12, OfficialRoles.LegalAidOfficer);
    private static readonly Official Council = new(13, OfficialRoles.CouncilWorker);
    private static readonly Official Health = new(14, OfficialRoles.HealthWorker);
    private static readonly Official Municipal = new(15, OfficialRoles.MunicipalOfficer);
    private static readonly Official Education = new(16, OfficialRoles.EducationOfficer);

    public static readonly CaseCommand ProcedureExplanation = new ExplainProcedure(Hearing);
    public static readonly CaseCommand Preparation = new PrepareApplicant(Council);
    public static readonly CaseCommand Lawyer = new AssignLawyer(LegalAidBoard);
    public static readonly CaseCommand Advice = new AdviseOnHearing(Health, HearingOutcome.CanBeHeard);
    public static readonly CaseCommand ApplicantDocument = new IssueApplicantDocument(Hearing);
    public static readonly CaseCommand ResidenceDocument = new HandOverResidenceDocument(Deciding);
    public static readonly CaseCommand ReceptionExplanation = new ExplainReception(Reception);
    public static readonly CaseCommand Screening = new ScreenForTuberculosis(Health);
    public static readonly CaseCommand HealthIntake = new HoldHealthIntake(Health);
    public static readonly CaseCommand Needs = new AssessNeeds(Reception);
    public static readonly CaseCommand Allowance = new StartAllowance(Reception);
    public static readonly CaseCommand Guardian = new AppointGuardian(Judge);
    public static readonly CaseCommand Resident = new RegisterResident(Municipal);
    public static readonly CaseCommand Address = new RegisterAddress(Municipal);
    public static readonly CaseCommand School = new EnrolInSchool();
    public static readonly CaseCommand Lessons = new BeginLessons();
    public static readonly CaseCommand HousingInterview = new HoldHousingInterview(Reception);
    public static readonly CaseCommand IntegrationDuty = new NotifyIntegrationDuty(Education);
    public static readonly CaseCommand BroadIntake = new HoldBroadIntake(Municipal);
    public static readonly CaseCommand IntegrationPlan = new AdoptIntegrationPlan(Municipal);
    public static readonly CaseCommand SocialGuidance = new BeginSocialGuidance(Municipal);
    public static readonly CaseCommand SocialAssistance = new GrantSocialAssistance(Municipal);
    public static readonly CaseCommand DepartureTalk = new HoldDepartureTalk(Returning);
}
