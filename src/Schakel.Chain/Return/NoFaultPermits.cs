using System.Diagnostics;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>A command on the no-fault permit (buitenschuldvergunning).</summary>
public abstract record NoFaultCommand : ReturnCommand;

/// <summary>An event of the no-fault permit.</summary>
public abstract record NoFaultEvent : ReturnEvent;

/// <summary>Ask for a permit because departure fails through no fault of one's own (buitenschuld aanvragen; Vb 3.48(2)(a)).</summary>
public sealed record RequestNoFaultPermit : NoFaultCommand;

/// <summary>Advise on it (advies van de DT&amp;V): which conditions are established.</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="Facts">What was tried and established.</param>
public sealed record AdviseOnNoFault(Official By, NoFaultFacts Facts) : NoFaultCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Decide on it (beslissen op buitenschuld).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Granted">Granted.</param>
public sealed record DecideNoFault(Official By, bool Granted) : NoFaultCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>A no-fault permit was asked for (buitenschuld aangevraagd).</summary>
[EventName("no-fault-requested", 1)]
public sealed record NoFaultRequested : NoFaultEvent;

/// <summary>The return service advised (advies gegeven).</summary>
/// <param name="OwnAttempts">Tried the embassy oneself.</param>
/// <param name="MigrationOrganisationTried">Tried through the migration organisation.</param>
/// <param name="MediationFailed">Mediation by the return service failed.</param>
/// <param name="IdentityCertain">No doubt on identity and nationality.</param>
/// <param name="NoOtherRight">No right to stay on another ground.</param>
[EventName("no-fault-advised", 1)]
public sealed record NoFaultAdvised(
    [Category(DataCategory.Return)] bool OwnAttempts,
    [Category(DataCategory.Return)] bool MigrationOrganisationTried,
    [Category(DataCategory.Return)] bool MediationFailed,
    [Category(DataCategory.Return)] bool IdentityCertain,
    [Category(DataCategory.Return)] bool NoOtherRight) : NoFaultEvent;

/// <summary>A named official decided on the no-fault permit (op buitenschuld beslist).</summary>
/// <param name="Granted">Granted: a regular permit, and no duty to depart.</param>
/// <param name="By">Who decided.</param>
[EventName("no-fault-decided", 1)]
public sealed record NoFaultDecided(
    [Category(DataCategory.Return)] bool Granted,
    [Category(DataCategory.Return)] Official By) : NoFaultEvent;

/// <summary>The no-fault permit (buitenschuld).</summary>
/// <param name="AskedOn">Day of the request.</param>
/// <param name="Advice">What the return service established; absent before its advice.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="GrantedOn">Day of the grant.</param>
public sealed record NoFaultState(Day AskedOn, NoFaultFacts? Advice, Day? DecidedOn, Day? GrantedOn);

/// <summary>The no-fault permit (buitenschuldvergunning; norms RET-14): all conditions at once, rarely granted.</summary>
public static class NoFaultPermits
{
    private const string NormId = "no-fault";

    /// <summary>Asked, and not decided.</summary>
    public static readonly Refusal Pending = new(
        "no-fault.pending", "fact",
        "Op de buitenschuldaanvraag is nog niet beslist.",
        "The request for a no-fault permit has not been decided.");

    /// <summary>Not asked.</summary>
    public static readonly Refusal NotAsked = new(
        "no-fault.not-asked", NormId,
        "Er is geen buitenschuldaanvraag waarop nog wordt beslist.",
        "There is no request for a no-fault permit that is still to be decided.");

    /// <summary>Advised before.</summary>
    public static readonly Refusal AlreadyAdvised = new(
        "no-fault.already-advised", "fact",
        "De terugkeerdienst heeft al geadviseerd.",
        "The return service has advised already.");

    /// <summary>No advice.</summary>
    public static readonly Refusal NotAdvised = new(
        "no-fault.not-advised", "Vc B8/4",
        "Beslissen kan pas na het advies van de terugkeerdienst.",
        "Deciding is possible only after the advice of the return service.");

    /// <summary>A condition is missing.</summary>
    public static readonly Refusal ConditionMissing = new(
        "no-fault.condition-missing", NormId,
        "Niet aan alle voorwaarden voor buitenschuld is voldaan.",
        "Not all conditions of the no-fault permit are met.");

    internal static Decision Decide(CaseFile file, NoFaultCommand command, Law law, Day today)
    {
        var state = file.Return.NoFault;
        var pending = state is { DecidedOn: null };
        return command switch
        {
            RequestNoFaultPermit => ReturnFiles.AgainstReturn(file, law, today) is { } against ? against
                : pending ? Pending : new NoFaultRequested(),
            AdviseOnNoFault act => !pending ? NotAsked
                : state!.Advice is not null ? AlreadyAdvised
                : new NoFaultAdvised(
                    act.Facts.OwnAttempts, act.Facts.MigrationOrganisationTried, act.Facts.MediationFailed,
                    act.Facts.IdentityCertain, act.Facts.NoOtherRight),
            DecideNoFault act => !pending ? NotAsked
                : state!.Advice is not { } advice ? NotAdvised
                : act.Granted && !IsMet(advice) && !IsMetForMinor(file, law, today) ? ConditionMissing
                : new NoFaultDecided(act.Granted, act.By),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ReturnState Evolve(ReturnState state, NoFaultEvent happened, Day on) => happened switch
    {
        NoFaultRequested => state with { NoFault = new(on, null, null, null) },
        NoFaultAdvised advised => state with
        {
            NoFault = state.NoFault! with
            {
                Advice = new(
                    advised.OwnAttempts, advised.MigrationOrganisationTried, advised.MediationFailed, advised.IdentityCertain, advised.NoOtherRight),
            },
        },
        // A right to stay: nobody need depart, and the return file is closed.
        NoFaultDecided { Granted: true } => state.Closed() with { NoFault = state.NoFault! with { DecidedOn = on, GrantedOn = on } },
        NoFaultDecided => state with { NoFault = state.NoFault! with { DecidedOn = on } },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static bool IsMet(NoFaultFacts advice)
    {
        var none = default(NoTrace);
        return NoFault.Missing(advice, ref none).IsEmpty;
    }

    /// <summary>Someone who applied alone as a young child, and for whom no adequate reception was found in the years since.</summary>
    private static bool IsMetForMinor(CaseFile file, Law law, Day today)
    {
        if (!file.Registration.IsUnaccompaniedMinorOn(today) || file.Return.AdequateReception
            || file.Procedure.Application?.LodgedOn is not { } lodged)
        {
            return false;
        }
        var none = default(NoTrace);
        return NoFault.MinorFrom(law, lodged, file.Registration.Born, ref none) is { } from && today >= from;
    }
}
