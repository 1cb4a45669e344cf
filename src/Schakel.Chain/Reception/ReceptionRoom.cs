using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>The reception room: hands each command to its subject.</summary>
internal static class ReceptionRoom
{
    internal static Decision Decide(CaseFile file, Household household, ReceptionCommand command, Law law, Day today) =>
        command switch
        {
            MovePerson act => Moves.Decide(file, household, act, law, today),
            AnnounceMove act => Moves.Decide(file, act),
            CancelMove act => Moves.Decide(file, act),
            PlacePerson act => Stays.Decide(file, household, act, law, today),
            EndReception act => Stays.Decide(file, household, act, law, today),
            RecordUnknownDeparture act => Stays.Decide(file, household, act, law, today),
            OfferPlace act => Offers.Decide(file, household, act, law, today),
            AcceptPlace act => Offers.Decide(file, act),
            RefusePlace act => Offers.Decide(file, act),
            RecordNonArrival act => Offers.Decide(file, act, law, today),
            EstablishExclusion act => Offers.Decide(file, act),
            RegisterPresence act => Presence.Decide(file, act, today),
            RecordMissedReport act => Presence.Decide(file, act, law, today),
            PermitAbsence act => Presence.Decide(file, act, today),
            RecordNeeds act => Needs.Decide(file, act),
            StatePlacement act => Placements.Decide(file, household, act, law, today),
            WithdrawPlacement act => Placements.Decide(file, act),
            JudgePlacementFacts act => Placements.Decide(file, act),
            BeginTreatment act => Needs.Decide(file, act),
            EndTreatment act => Needs.Decide(file, act),
            RecordIncident act => Incidents.Decide(file, act),
            ReportIncident act => Incidents.Decide(file, act),
            ImposeMeasure act => Measures.Decide(file, act, law, today),
            ReviewMeasure act => Measures.Decide(file, act, law, today),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
}
