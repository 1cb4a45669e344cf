using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>Events of registration that concern more than their own room: they open a file, or open it again.</summary>
internal static class Openings
{
    internal static CaseFile Evolve(CaseFile file, RegistrationEvent happened, Day on)
    {
        var registered = file with { Registration = RegistrationRoom.Evolve(file.Registration, happened, on) };
        return happened switch
        {
            PersonArrived => Arrive(registered),
            FileTakenOver taken => TakeOver(registered, taken, on),
            _ => registered,
        };
    }

    /// <summary>Whoever comes back after departure starts again without home or return file; the earlier procedure stays on record.</summary>
    private static CaseFile Arrive(CaseFile file) => file with
    {
        Presence = Presences.Here,
        Reception = file.Reception with { GoneOn = null },
        Housing = file.Presence == Presences.Departed ? HousingState.None : file.Housing,
        Return = file.Presence == Presences.Departed ? ReturnState.None : file.Return,
    };

    private static CaseFile TakeOver(CaseFile file, FileTakenOver taken, Day on)
    {
        var stays = taken.Site is not null;
        return file with
        {
            Presence = Presences.Here,
            Procedure = ProcedureAt(taken, on),
            Reception = stays ? file.Reception with { Site = taken.Site, Modality = taken.Modality } : file.Reception,
            Housing = taken.Stage == TakenOverStage.Housed || (taken.Stage == TakenOverStage.AwaitingReunification && !stays)
                ? HousingState.None with { IsHoused = true }
                : HousingState.None,
            Return = taken.Stage == TakenOverStage.Returning ? ReturnState.None with { IsOpen = true } : ReturnState.None,
            Family = taken.Stage == TakenOverStage.AwaitingReunification
                ? FamilyState.None with { Pending = true, RequestedOn = taken.Dates.RequestedOn, Relatives = taken.Relatives ?? 0 }
                : FamilyState.None,
        };
    }

    private static ProcedureState ProcedureAt(FileTakenOver taken, Day on)
    {
        var dates = taken.Dates;
        var lodged = ApplicationState.Lodged(1, dates.LodgedOn);
        return taken.Stage switch
        {
            TakenOverStage.AwaitingInterview => Running(lodged with { Track = Track.General }),
            TakenOverStage.AwaitingDecision => Running(Interviewed(lodged, on)),
            TakenOverStage.SimplifiedProcedure => Running(lodged with { Track = Track.Simplified }),
            TakenOverStage.DublinAwaitingReply => Running(lodged with { Track = Track.Dublin }) with
            {
                Dublin = new(null, null, null, false, null),
            },
            TakenOverStage.DublinAccepted => DublinAt(lodged, dates),
            TakenOverStage.AwaitingRuling => Decided(Interviewed(lodged, on), DecisionOutcome.Unfounded, dates) with
            {
                Appeal = new(null, Suspensive: true, RuledOn: null),
            },
            TakenOverStage.Returning => Decided(Interviewed(lodged, on), DecisionOutcome.Unfounded, dates) with
            {
                Appeal = new(null, Suspensive: false, RuledOn: on), // The departure period ran before the take-over.
            },
            TakenOverStage.AwaitingHome or TakenOverStage.AwaitingReunification or TakenOverStage.Housed =>
                Decided(Interviewed(lodged, on), DecisionOutcome.GrantSubsidiary, dates) with
                {
                    Permit = new(dates.DecidedOn, 0, DecisionOutcome.GrantSubsidiary),
                },
        };
    }

    private static ProcedureState Running(ApplicationState application) =>
        ProcedureState.None with { Application = application };

    /// <summary>Accepted and waiting for transfer: the transfer decision was taken, on a day that may not be known.</summary>
    private static ProcedureState DublinAt(ApplicationState lodged, TakenOverDates dates) => ProcedureState.None with
    {
        Application = lodged with
        {
            Track = Track.Dublin,
            Status = ApplicationStatus.Decided,
        },
        Dublin = new(null, null, dates.AcceptedOn, true, null),
        Decision = new(DecisionOutcome.NotTakenUp, dates.DecidedOn, false),
    };

    /// <summary>Interviewed and referred at some time before the take-over, which day does not matter to any term.</summary>
    private static ApplicationState Interviewed(ApplicationState lodged, Day on)
    {
        var before = lodged.LodgedOn ?? on;
        return lodged with { Track = Track.General, InterviewedOn = before, CorrectedOn = before, ExtendedOn = before };
    }

    private static ProcedureState Decided(ApplicationState application, DecisionOutcome outcome, TakenOverDates dates) =>
        ProcedureState.None with
        {
            Application = application with { Status = ApplicationStatus.Decided },
            Decision = new(outcome, dates.DecidedOn, false),
        };
}
