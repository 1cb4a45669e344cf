using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>The registration room: hands each command and event to its subject.</summary>
internal static class RegistrationRoom
{
    internal static Decision Decide(CaseFile file, Household household, RegistrationCommand command, Day today) => command switch
    {
        RegisterArrival arrival => Arrivals.Decide(arrival, today),
        IdentifyPerson identification => Identifications.Decide(file, identification),
        HoldRegistrationInterview interview => Identifications.Decide(file, interview),
        TakeOverFile takeOver => TakeOvers.Decide(takeOver, today),
        RedirectToCentre redirection => Arrivals.Decide(file, redirection),
        RegisterFamilyArrival arrival => Arrivals.Decide(household, arrival, today),
        RegisterResettledArrival arrival => Arrivals.Decide(arrival, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>The room's own state after the event. Opening a file is the root's work: see <see cref="Openings"/>.</summary>
    internal static RegistrationState Evolve(RegistrationState state, RegistrationEvent happened, Day on) => happened switch
    {
        PersonArrived arrived => state with
        {
            Household = arrived.Household,
            Born = arrived.Born,
            Role = arrived.Role,
            Route = arrived.Route,
            Centre = arrived.Centre,
            AtBorder = arrived.AtBorder,
            ArrivedOn = on,
        },
        PersonIdentified identified => state with
        {
            Centre = identified.Centre,
            IdentifiedOn = on,
            HoldsTravelDocument = identified.HoldsTravelDocument,
        },
        RegistrationInterviewHeld => state with { InterviewedOn = on },
        PersonRedirected redirected => state with { Centre = redirected.Centre },
        FileTakenOver taken => state with
        {
            Household = taken.Household,
            Born = taken.Born,
            Role = taken.Role,
            IdentifiedOn = on,
            InterviewedOn = on,
        },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
