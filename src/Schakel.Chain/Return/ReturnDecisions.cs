using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>
/// Issue a return decision of its own (terugkeerbesluit; Vw 62a): after a permit expired, an application was withdrawn, or for a minor whose
/// rejection came without one. A rejection is otherwise a return decision by law (Vw 45).
/// </summary>
/// <param name="By">Decision officer, or officer of the return service.</param>
/// <param name="AtOnce">No time to leave: there is a risk of absconding, or a danger (Vw 62(2)).</param>
public sealed record IssueReturnDecision(Official By, bool AtOnce) : PreparationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer | OfficialRoles.ReturnOfficer;
}

/// <summary>A return decision was issued (terugkeerbesluit genomen).</summary>
/// <param name="AtOnce">No time to leave.</param>
/// <param name="By">Who decided.</param>
[EventName("return-decision-issued", 1)]
public sealed record ReturnDecisionIssued(
    [Category(DataCategory.Return)] bool AtOnce,
    [Category(DataCategory.Return)] Official By) : PreparationEvent;

/// <summary>A return decision of its own (terugkeerbesluit).</summary>
/// <param name="On">Day of notification.</param>
/// <param name="AtOnce">No time to leave.</param>
/// <param name="By">Who decided.</param>
public sealed record ReturnDecisionState(Day On, bool AtOnce, Official By);

/// <summary>Return decisions (terugkeerbesluit; norms RET-1, RET-9).</summary>
public static class ReturnDecisions
{
    /// <summary>The rejection is one already.</summary>
    public static readonly Refusal ByLaw = new(
        "return-decision.follows-by-law", "Vw 45",
        "De afwijzing of intrekking geldt al als terugkeerbesluit.",
        "The rejection or withdrawal is a return decision already, by law.");

    /// <summary>Issued, and not carried out.</summary>
    public static readonly Refusal AlreadyIssued = new(
        "return-decision.already-issued", "Vw 62a",
        "Er is al een terugkeerbesluit waaraan nog niet is voldaan.",
        "There is a return decision already, not yet complied with.");

    /// <summary>No return decision on a minor before adequate reception is established.</summary>
    public static readonly Refusal NoAdequateReception = new(
        "return-decision.no-adequate-reception", "RET-9",
        "Over een alleenstaande minderjarige wordt pas een terugkeerbesluit genomen als adequate opvang is vastgesteld.",
        "No return decision is taken on an unaccompanied minor before adequate reception has been established.");

    /// <summary>A right to stay.</summary>
    public static readonly Refusal MayStay = new(
        "return-decision.may-stay", "Vw 62a",
        "Deze persoon heeft rechtmatig verblijf.",
        "This person stays lawfully.");

    internal static Decision Decide(CaseFile file, IssueReturnDecision command, Law law, Day today)
    {
        var minor = file.Registration.IsUnaccompaniedMinorOn(today);
        return Appeals.IsProtected(file, law, today) ? ReturnFiles.Protected
            // Who has not lodged yet has said that they want to: that is lawful stay too (Vw 8(m)).
            : file.Procedure is { Application: null, Decision: null } ? MayStay
            : file.Procedure.Permit is not null || file.Return.NoFault is { GrantedOn: not null } ? MayStay
            : file.Return.Decision is not null ? AlreadyIssued
            : file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp } ? Departures.TransferInstead
            : minor && !file.Return.AdequateReception ? NoAdequateReception
            : !minor && file.Procedure.Decision is { } decision && !Decisions.IsGrant(decision.Outcome) ? ByLaw
            : new ReturnDecisionIssued(command.AtOnce, command.By);
    }
}
