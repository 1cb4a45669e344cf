using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Store.Models;

/// <summary>What the models know of a person: the file's state, and what only its history tells (bladzijde). Changes as events are applied.</summary>
/// <param name="person">The person.</param>
internal sealed class PersonPage(long person)
{
    private readonly List<AppointmentRow> _appointments = [];
    private CaseFile _file = CaseFile.Unopened;
    private int _offers;
    private Day? _linkedOn;
    private bool _erased;
    private bool _appointmentsChanged;
    private HousingTaskRow? _housing;
    private ReturnCaseRow? _return;
    private (Identity? Identity, VNumber? Number, Day Born)? _known;

    /// <summary>Version of the last event applied.</summary>
    public int Version { get; private set; }

    /// <summary>The file.</summary>
    public CaseFile File => _file;

    /// <summary>The content was erased.</summary>
    public bool Erased => _erased;

    /// <summary>Applies an event.</summary>
    public void Apply(ChainEvent? happened, Day on, int version)
    {
        Version = version;
        if (happened is null)
        {
            _erased = true;
            return;
        }
        _file = Decider.Evolve(_file, happened, on);
        switch (happened)
        {
            case HomeOffered:
                _offers++;
                break;
            case LinkedToMunicipality:
                (_linkedOn, _offers) = (on, 0);
                break;
            case UnlinkedFromMunicipality:
                (_linkedOn, _offers) = (null, 0);
                break;
            default:
                Appoint(happened, on);
                break;
        }
        if (_file.Presence == Presences.Departed)
        {
            End(AppointmentKind.Interview, AppointmentStatus.Cancelled);
            End(AppointmentKind.CourtHearing, AppointmentStatus.Cancelled);
        }
    }

    /// <summary>Puts what changed since the last time into a change; all of it the first time.</summary>
    /// <param name="change">The change.</param>
    /// <param name="terms">Terms by which the person is found.</param>
    /// <param name="all">Everything, as the table may hold something.</param>
    public void Tell(ModelChange change, Func<CaseFile, IReadOnlyList<long>> terms, bool all)
    {
        if (_erased)
        {
            Clear(change);
            return;
        }
        if (all || _appointmentsChanged)
        {
            change.Appointments[person] = [.. _appointments];
            _appointmentsChanged = false;
        }
        var housing = HousingTask();
        if (all || housing != _housing)
        {
            change.HousingTasks[person] = housing is null ? [] : [housing];
            _housing = housing;
        }
        var returning = ReturnCase();
        if (all || returning != _return)
        {
            change.ReturnCases[person] = returning is null ? [] : [returning];
            _return = returning;
        }
        var known = (_file.Registration.Identity, _file.Registration.VNumber, _file.Registration.Born);
        if (all || known != _known)
        {
            change.SearchTerms[person] = [.. terms(_file).Distinct().Select(term => new SearchRow { Generation = 0, Term = term, Person = person })];
            _known = known;
        }
    }

    private void Clear(ModelChange change)
    {
        change.Appointments[person] = [];
        change.HousingTasks[person] = [];
        change.ReturnCases[person] = [];
        change.SearchTerms[person] = [];
    }

    private void Appoint(ChainEvent happened, Day on)
    {
        switch (happened)
        {
            case InterviewPlanned planned:
                Plan(AppointmentKind.Interview, planned.InterviewOn, planned.Place);
                break;
            case InterviewMoved moved:
                Plan(AppointmentKind.Interview, moved.InterviewOn, moved.Place);
                break;
            case InterviewMissed:
                End(AppointmentKind.Interview, AppointmentStatus.Missed);
                break;
            case InterviewHeld:
                Hold(AppointmentKind.Interview, on);
                break;
            case ApplicationWithdrawn or TransferredToState:
                End(AppointmentKind.Interview, AppointmentStatus.Cancelled);
                break;
            case CourtHearingPlanned planned:
                Plan(AppointmentKind.CourtHearing, planned.HearingOn, default);
                break;
            case CourtHearingHeld:
                Hold(AppointmentKind.CourtHearing, on);
                break;
            case AppealRuled:
                End(AppointmentKind.CourtHearing, AppointmentStatus.Cancelled);
                break;
            case DetentionHeard:
                Hold(AppointmentKind.DetentionHearing, on);
                break;
            case RegistrationInterviewHeld:
                Hold(AppointmentKind.RegistrationInterview, on);
                break;
            case WithdrawalTalkHeld:
                Hold(AppointmentKind.WithdrawalTalk, on);
                break;
            case DepartureTalkHeld:
                Hold(AppointmentKind.DepartureTalk, on);
                break;
            case HousingInterviewHeld:
                Hold(AppointmentKind.HousingInterview, on);
                break;
            default:
                break;
        }
    }

    private void Plan(AppointmentKind kind, Day day, InterviewPlace place)
    {
        End(kind, AppointmentStatus.Moved);
        Add(kind, day, AppointmentStatus.Planned, place);
    }

    private void Hold(AppointmentKind kind, Day on)
    {
        if (!End(kind, AppointmentStatus.Held))
        {
            Add(kind, on, AppointmentStatus.Held, default);
        }
    }

    private void Add(AppointmentKind kind, Day day, AppointmentStatus status, InterviewPlace place)
    {
        _appointments.Add(new()
        {
            Generation = 0,
            Person = person,
            Ordinal = _appointments.Count,
            Kind = (int)kind,
            Day = day.Number,
            Minute = place.Minute,
            Centre = place.Centre?.Value,
            Status = (int)status,
        });
        _appointmentsChanged = true;
    }

    private bool End(AppointmentKind kind, AppointmentStatus status)
    {
        var at = _appointments.FindLastIndex(one => one.Kind == (int)kind && one.Status == (int)AppointmentStatus.Planned);
        if (at < 0)
        {
            return false;
        }
        _appointments[at] = _appointments[at] with { Status = (int)status };
        _appointmentsChanged = true;
        return true;
    }

    private HousingTaskRow? HousingTask()
    {
        var housing = _file.Housing;
        if (!housing.IsHoused && housing.LinkedTo is null && (_file.Procedure.Permit is null || _file.Presence != Presences.Here))
        {
            return null;
        }
        var state = housing.IsHoused ? HousingTaskState.Housed
            : housing.LinkedTo is null ? HousingTaskState.Unlinked
            : housing.Answer is { ContractOn: not null } ? HousingTaskState.Contract
            : housing.Answer is { AcceptedOn: not null } ? HousingTaskState.Accepted
            : housing.Answer is { RefusedOn: not null } ? HousingTaskState.Refused
            : housing.OfferedIn is not null ? HousingTaskState.Offered
            : HousingTaskState.Linked;
        return new()
        {
            Generation = 0,
            Person = person,
            Municipality = housing.LinkedTo?.Value,
            LinkedOn = _linkedOn?.Number,
            Offers = _offers,
            State = (int)state,
        };
    }

    private ReturnCaseRow? ReturnCase()
    {
        var state = _file.Return;
        if ((!state.IsOpen && state.Detention is null) || _file.Presence == Presences.Departed)
        {
            return null;
        }
        var agreed = state.Country.TakesBack || _file.Registration.HoldsTravelDocument ? int.MaxValue
            : state.DocumentReceived ? state.Country.DocumentUntil?.Number ?? int.MaxValue
            : (int?)null;
        return new()
        {
            Generation = 0,
            Person = person,
            IsOpen = state.IsOpen,
            Counsellor = state.Counsellor.Number == 0 ? null : state.Counsellor.Number,
            DocumentRequested = state.DocumentRequested,
            AgreedUntil = agreed,
            ProcedurePending = _file.Procedure.AppealPending || _file.Procedure.Application is { Status: ApplicationStatus.Open },
            DeferredUntil = state.Deferral?.Until?.Number,
            Available = _file.Presence == Presences.Here,
            DetainedSince = state.Detention?.Since.Number,
            DetentionBasis = (int?)state.Detention?.Basis,
            FlightOn = state.Flight?.On.Number,
        };
    }
}
