using Schakel.Chain.Family;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Ask another state to take responsibility (claim leggen; Regulation 604/2013).</summary>
/// <param name="By">Officer of the immigration service.</param>
/// <param name="TakeBack">Take back (terugname), because of an application there; otherwise take charge (overname).</param>
/// <param name="EurodacHit">Day of the hit in Eurodac on which it rests; absent when it rests on other evidence.</param>
public sealed record RequestDublinTransfer(Official By, bool TakeBack, Day? EurodacHit = null) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>Receive the other state's reply, or its silence that counts as acceptance (claimakkoord).</summary>
/// <param name="Accepted">Accepted, in words or by silence.</param>
public sealed record ReceiveDublinReply(bool Accepted) : ProcedureCommand;

/// <summary>Notify the other state that the person absconded (melding onderduiken; art. 29(2)).</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record NotifyAbsconding(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer | OfficialRoles.ReturnOfficer;
}

/// <summary>Transfer the person to the responsible state (overdracht).</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="OwnAccord">The person goes willingly, and need not wait for the end of the departure period.</param>
public sealed record TransferToState(Official By, bool OwnAccord = false) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer | OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Observe that the transfer period lapsed (overdrachtstermijn verstreken): it follows by operation of law, so the clock may.</summary>
public sealed record LapseTransfer : ProcedureCommand;

/// <summary>Another state was asked to take responsibility (claim gelegd).</summary>
/// <param name="TakeBack">Take back rather than take charge.</param>
/// <param name="EurodacHit">Day of the hit in Eurodac on which it rests; absent when it rests on other evidence.</param>
[EventName("dublin-transfer-requested", 1)]
public sealed record DublinTransferRequested(
    [Category(DataCategory.Procedure)] bool TakeBack,
    [Category(DataCategory.Procedure)] Day? EurodacHit = null) : ProcedureEvent;

/// <summary>The other state replied (antwoord ontvangen). Refused: the Netherlands is responsible from then on.</summary>
/// <param name="Accepted">Accepted, in words or by silence.</param>
[EventName("dublin-reply-received", 1)]
public sealed record DublinReplyReceived([Category(DataCategory.Procedure)] bool Accepted) : ProcedureEvent;

/// <summary>Absconding was notified to the other state (onderduiken gemeld).</summary>
[EventName("absconding-notified", 1)]
public sealed record AbscondingNotified : ProcedureEvent;

/// <summary>The person was transferred (overgedragen).</summary>
[EventName("transferred-to-state", 1)]
public sealed record TransferredToState : ProcedureEvent;

/// <summary>The transfer period lapsed: the Netherlands is responsible, and the application runs (verantwoordelijk geworden).</summary>
/// <param name="ResponsibleSince">First day on which the Netherlands is responsible.</param>
[EventName("transfer-lapsed", 1)]
public sealed record TransferLapsed([Category(DataCategory.Procedure)] Day ResponsibleSince) : ProcedureEvent;

/// <summary>Responsibility of another state (Dublin).</summary>
public static class Dublin
{
    /// <summary>Not in track 1.</summary>
    public static readonly Refusal NotTrackOne = new(
        "dublin.not-track-one", "track",
        "Een claim wordt alleen gelegd in spoor 1.",
        "Another state is asked only in track 1.");

    /// <summary>Asked before.</summary>
    public static readonly Refusal AlreadyRequested = new(
        "dublin.already-requested", "DUB-1",
        "Er is al een claim gelegd.",
        "Another state has been asked already.");

    /// <summary>No request waits for a reply.</summary>
    public static readonly Refusal NoRequest = new(
        "dublin.no-request", "DUB-2",
        "Er is geen claim waarop nog een antwoord wordt verwacht.",
        "No request is waiting for a reply.");

    /// <summary>No other state accepted.</summary>
    public static readonly Refusal NotAccepted = new(
        "dublin.not-accepted", "dublin-transfer",
        "Geen andere staat heeft de verantwoordelijkheid aanvaard.",
        "No other state has accepted responsibility.");

    /// <summary>The person is not gone.</summary>
    public static readonly Refusal NotGone = new(
        "dublin.not-gone", "dublin-transfer",
        "Onderduiken wordt alleen gemeld van wie met onbekende bestemming vertrok.",
        "Absconding is notified only of someone recorded as gone with unknown destination.");

    /// <summary>Notified before.</summary>
    public static readonly Refusal AlreadyNotified = new(
        "dublin.absconding-already-notified", "dublin-transfer",
        "Het onderduiken is al gemeld.",
        "Absconding has been notified already.");

    /// <summary>No decision to transfer.</summary>
    public static readonly Refusal NoTransferDecision = new(
        "dublin.no-transfer-decision", "Vw 44a",
        "Overdragen kan alleen na een overdrachtsbesluit.",
        "A transfer needs a transfer decision.");

    /// <summary>The transfer period is over.</summary>
    public static readonly Refusal PeriodOver = new(
        "dublin.transfer-period-over", "dublin-transfer",
        "De overdrachtstermijn is verstreken op {0}; Nederland is verantwoordelijk.",
        "The transfer period ended on {0}; the Netherlands is responsible.");

    /// <summary>The transfer period still runs.</summary>
    public static readonly Refusal PeriodRuns = new(
        "dublin.transfer-period-runs", "dublin-transfer",
        "De overdrachtstermijn loopt nog tot en met {0}.",
        "The transfer period still runs, through {0}.");

    /// <summary>The time to leave oneself still runs.</summary>
    public static readonly Refusal DepartureRuns = new(
        "dublin.departure-period-runs", "dublin-departure",
        "De vertrektermijn loopt nog tot en met {0}; tot dan kan deze persoon alleen uit eigen beweging gaan.",
        "The departure period still runs, through {0}; until then this person can only go willingly.");

    internal static Decision Decide(CaseFile file, ReceiveDublinReply command) =>
        file.Procedure.Dublin is { Accepted: false, RefusedOn: null }
            ? new DublinReplyReceived(command.Accepted)
            : NoRequest;

    internal static Decision Decide(CaseFile file, NotifyAbsconding _, Law law, Day today) =>
        file.Procedure.Dublin is not { Accepted: true } dublin ? NotAccepted
        : dublin.AbscondingNotifiedOn is not null ? AlreadyNotified
        : file.Presence != Presences.Gone ? NotGone
        : LastDay(dublin, law) is { } last && today > last ? PeriodOver.On(last)
        : new AbscondingNotified();

    internal static Decision Decide(CaseFile file, Household household, TransferToState command, Law law, Day today) =>
        file.Procedure.Dublin is not { Accepted: true } dublin ? NotAccepted
        : file.Procedure.Decision is not { Outcome: DecisionOutcome.NotTakenUp } ? NoTransferDecision
        : InterimReliefs.Holds(file) ? InterimReliefs.TransferHeldOff
        : LastDay(dublin, law) is { } last && today > last ? PeriodOver.On(last)
        : DeparturePeriodRuns(file, dublin, command, law) is { } end && today <= end ? DepartureRuns.On(end)
        : Decision.Of(new TransferredToState(), DetentionMaximum.Exceeded(file, household, law, today));

    internal static Decision Decide(CaseFile file, LapseTransfer _, Law law, Day today) =>
        file.Procedure.Dublin is not { Accepted: true } dublin ? NotAccepted
        : InterimReliefs.Holds(file) ? InterimReliefs.TransferHeldOff // The period does not run meanwhile.
        : LastDay(dublin, law) is not { } last ? new TransferLapsed(today)
        : today <= last ? PeriodRuns.On(last)
        : new TransferLapsed(last.PlusDays(1));

    internal static ProcedureState Evolve(ProcedureState state, DublinReplyReceived reply, Day on) => reply.Accepted
        ? state with { Dublin = state.Dublin! with { AcceptedOn = on, Accepted = true } }
        : state with
        {
            Dublin = state.Dublin! with { RefusedOn = on },
            Application = state.Application! with { ResponsibleSince = on },
        };

    /// <summary>The intention not to take up, and the view on it, fall away: the claim is now to be judged.</summary>
    internal static ProcedureState Evolve(ProcedureState state, TransferLapsed lapsed) => state with
    {
        Application = state.Application! with
        {
            Status = ApplicationStatus.Open,
            ResponsibleSince = lapsed.ResponsibleSince,
            IntentionOn = null,
            ViewOn = null,
        },
        Decision = null,
        Appeal = null,
        Dublin = null,
    };

    /// <summary>
    /// The last day to wait before a transfer against someone's will. Absent where nothing is waited for: the period is shortened to nothing
    /// when the transfer would otherwise be too late (Vw 62c), and, an assumption of the project, for someone detained for the transfer.
    /// </summary>
    private static Day? DeparturePeriodRuns(CaseFile file, DublinState dublin, TransferToState command, Law law) =>
        command.OwnAccord ? null : DepartureLastDay(file, dublin, law);

    /// <summary>The same for whoever does not go willingly.</summary>
    internal static Day? DepartureLastDay(CaseFile file, DublinState dublin, Law law) =>
        file.Return.Detention is { Basis: DetentionBasis.Transfer } ? null
        : Departures.PeriodLastDay(file, law) is { } end && (LastDay(dublin, law) is not { } by || end < by) ? end
        : null;

    /// <summary>After a ruling on an appeal that a court let hold the transfer off, the period begins again (Dublin III 29(1)).</summary>
    internal static DublinState? AfterRuling(ProcedureState state, Day on) =>
        state is { Dublin: { } dublin, Courts.Relief: { OnFurtherAppeal: false, Granted: true } } ? dublin with { PeriodFrom = on } : state.Dublin;

    /// <summary>The last day on which the person can be transferred; absent when the day of acceptance is not known.</summary>
    internal static Day? LastDay(DublinState dublin, Law law)
    {
        var none = default(NoTrace);
        return LastDay(dublin, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(DublinState dublin, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if ((dublin.PeriodFrom ?? dublin.AcceptedOn) is not { } accepted)
        {
            return null;
        }
        var circumstance = dublin.AbscondingNotifiedOn is null ? TransferCircumstance.None : TransferCircumstance.Absconded;
        return DublinTransfer.LastDay(law, accepted, circumstance, dublin.AbscondingNotifiedOn, ref trace);
    }
}
