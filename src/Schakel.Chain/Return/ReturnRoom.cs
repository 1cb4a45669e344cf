using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>The return room: hands each command and event to its subject.</summary>
internal static class ReturnRoom
{
    internal static Decision Decide(CaseFile file, Household household, ReturnCommand command, Law law, Day today) =>
        command switch
        {
            OpenReturnFile => ReturnFiles.Open(file, law, today),
            Depart act => Departures.Decide(file, household, act, law, today),
            RequestTravelDocument => ReturnFiles.Request(file, law, today),
            ReceiveTravelDocument => ReturnFiles.Receive(file),
            EstablishAdequateReception act => ReturnFiles.Establish(file, act, today),
            Detain act => Detention.Decide(file, household, act, law, today),
            ExtendDetention act => DetentionExtensions.Decide(file, household, act, law, today),
            Release => Detention.Release(file, household, law, today),
            DetentionReviewCommand act => DetentionReviews.Decide(file, household, act, law, today),
            SupervisionCommand act => Supervision.Decide(file, act, law, today),
            CountryCommand act => CountryContacts.Decide(file, act, law, today),
            PreparationCommand act => Preparations.Decide(file, act, law, today),
            MedicalDeferralCommand act => MedicalDeferrals.Decide(file, act, law, today),
            NoFaultCommand act => NoFaultPermits.Decide(file, act, law, today),
            FacilityCommand act => NationalFacilities.Decide(file, act, law, today),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };

    internal static ReturnState Evolve(ReturnState state, ReturnEvent happened, Day on) => happened switch
    {
        ReturnFileOpened => state with { IsOpen = true, OpenedOn = on },
        Departed => ReturnState.None,
        TravelDocumentRequested => state with { DocumentRequested = true, DocumentRequestedOn = on },
        TravelDocumentReceived => state with { DocumentReceived = true, DocumentReceivedOn = on },
        AdequateReceptionEstablished => state with { AdequateReception = true },
        DetentionImposed imposed => state with { Detention = new(on, imposed.Basis, imposed.Grounds, Extended: false) },
        DetentionExtended => state with { Detention = state.Detention! with { Extended = true } },
        DetentionEnded => state.Free(on),
        DetentionReviewEvent review => DetentionReviews.Evolve(state, review, on),
        SupervisionEvent supervision => state with { Supervision = Supervision.Evolve(state.Supervision, supervision, on) },
        CountryEvent country => CountryContacts.Evolve(state, country, on),
        PreparationEvent preparation => Preparations.Evolve(state, preparation, on),
        MedicalDeferralEvent deferral => state with { Deferral = MedicalDeferrals.Evolve(state.Deferral, deferral, on) },
        NoFaultEvent noFault => NoFaultPermits.Evolve(state, noFault, on),
        FacilityEvent facility => state with { Facility = NationalFacilities.Evolve(state.Facility, facility, on) },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
