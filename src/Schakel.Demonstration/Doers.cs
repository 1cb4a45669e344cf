using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

/// <summary>Who does what, and for which purpose, in a demonstration (handelende en doel): by command, an assumption of the demonstration.</summary>
public static class Doers
{
    private const int Lawyers = 400;

    /// <summary>Who gives a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="stream">Whose history it is for.</param>
    /// <param name="lawyer">The lawyer whom the file names; absent when it names nobody.</param>
    public static Doer Of(Command command, StreamId stream, int? lawyer = null) => command switch
    {
        IOfficialAct { By.Role: not OfficialRoles.None } act => Doer.Of(act.By),
        IOfficialAct or LapseTransfer or LapseDublinRequest => Doer.Clock,
        SubmitCorrections or SubmitView or LodgeAppeal or ReceiveDefaultNotice or ReceiveReunificationNotice =>
            new(DoerKind.Lawyer, lawyer ?? 1 + (stream.Number % Lawyers), OfficialRoles.None),
        ReceiveDublinReply or ReceiveTravelDocument => new(DoerKind.PartnerSystem, 1, OfficialRoles.None),
        _ => new(DoerKind.Applicant, stream.Number, OfficialRoles.None),
    };

    /// <summary>For which purpose a command is given: its room, and for some what they touch.</summary>
    /// <param name="command">The command.</param>
    public static Purpose PurposeOf(Command command) => command switch
    {
        TakeOverFile => Purpose.Records,
        RegistrationCommand => Purpose.Registration,
        ProcedureCommand => Purpose.Procedure,
        Detain or Release or ExtendDetention => Purpose.Supervision,
        ReturnCommand or HoldDepartureTalk => Purpose.Return,
        HousingCommand or HoldHousingInterview => Purpose.Housing,
        ParticipationCommand or EnrolInSchool or BeginLessons or NotifyIntegrationDuty or HoldBroadIntake or AdoptIntegrationPlan
            or BeginSocialGuidance or GrantSocialAssistance or RegisterResident or RegisterAddress => Purpose.Participation,
        FamilyCommand or AppointGuardian => Purpose.Family,
        ScreenForTuberculosis or HoldHealthIntake or AdviseOnHearing => Purpose.Care,
        ExplainProcedure or PrepareApplicant or AssignLawyer or IssueApplicantDocument or HandOverResidenceDocument => Purpose.Procedure,
        _ => Purpose.Reception,
    };
}
