using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>A command on preparing someone's return (voorbereiding van het vertrek).</summary>
public abstract record PreparationCommand : ReturnCommand;

/// <summary>An event of preparing someone's return.</summary>
public abstract record PreparationEvent : ReturnEvent;

/// <summary>Assign the return counsellor, or another one (regievoerder toewijzen).</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="Counsellor">Who guides this return.</param>
public sealed record AssignReturnCounsellor(Official By, Official Counsellor) : PreparationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>The return counsellor was assigned (regievoerder toegewezen).</summary>
/// <param name="Counsellor">Who guides this return.</param>
[EventName("return-counsellor-assigned", 1)]
public sealed record ReturnCounsellorAssigned([Category(DataCategory.Return)] Official Counsellor) : PreparationEvent;

/// <summary>Preparing a return (voorbereiding): hands each command and event to its subject.</summary>
public static class Preparations
{
    /// <summary>The counsellor is no officer of the return service.</summary>
    public static readonly Refusal NotOfReturnService = new(
        "return-counsellor.not-of-return-service", "Awb 10:3",
        "Een regievoerder is een medewerker van de Dienst Terugkeer en Vertrek.",
        "A return counsellor is an officer of the return service.");

    /// <summary>The same counsellor.</summary>
    public static readonly Refusal SameCounsellor = new(
        "return-counsellor.already-assigned", "fact",
        "Deze regievoerder is al toegewezen.",
        "This counsellor has been assigned already.");

    internal static Decision Decide(CaseFile file, PreparationCommand command, Law law, Day today) => command switch
    {
        AssignReturnCounsellor act => Assign(file, act),
        IssueReturnDecision act => ReturnDecisions.Decide(file, act, law, today),
        AssistanceCommand act => AssistedReturns.Decide(file, act, law, today),
        FlightCommand act => Flights.Decide(file, act, law, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static ReturnState Evolve(ReturnState state, PreparationEvent happened, Day on) => happened switch
    {
        ReturnCounsellorAssigned assigned => state with { Counsellor = assigned.Counsellor },
        ReturnDecisionIssued issued => state with { Decision = new(on, issued.AtOnce, issued.By) },
        AssistanceEvent assistance => state with { Assistance = AssistedReturns.Evolve(state.Assistance, assistance, on) },
        FlightPlanned planned => state with { Flight = new(planned.FlightOn, planned.Kind, planned.Escorted) },
        FlightCancelled => state with { Flight = null },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static Decision Assign(CaseFile file, AssignReturnCounsellor command) =>
        !file.Return.IsOpen ? ReturnFiles.NoFile
        : command.Counsellor.Number == 0 || (command.Counsellor.Role & OfficialRoles.ReturnOfficer) == 0 ? NotOfReturnService
        : file.Return.Counsellor == command.Counsellor ? SameCounsellor
        : new ReturnCounsellorAssigned(command.Counsellor);
}
