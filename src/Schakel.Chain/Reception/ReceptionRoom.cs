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
            MovePerson act => Stays.Decide(file, act, law, today),
            AnnounceMove act => Stays.Decide(file, act),
            PlacePerson act => Stays.Decide(file, act),
            EndReception act => Stays.Decide(file, household, act, law, today),
            RecordUnknownDeparture act => Stays.Decide(file, household, act, law, today),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
}
