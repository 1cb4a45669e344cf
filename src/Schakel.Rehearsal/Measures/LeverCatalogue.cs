using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Schakel.Rehearsal.Measures;

/// <summary>Every lever that a measure can pull (knoppen), by room in the order in which people walk through them.</summary>
public static class LeverCatalogue
{
    /// <summary>All levers.</summary>
    public static ImmutableArray<Lever> All { get; } =
    [
        .. InflowLevers.All, .. RegistrationLevers.All, .. StaffLevers.All, .. ProcedureLevers.All, .. StatusLevers.All, .. CourtLevers.All,
        .. ReceptionLevers.All, .. ParticipationLevers.All, .. HousingLevers.All, .. ReturnLevers.All, .. SteeringLevers.All,
    ];

    private static readonly FrozenDictionary<string, Lever> ById = All.ToFrozenDictionary(lever => lever.Id, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LeverAssumption> Assumptions = All
        .SelectMany(lever => lever.Assumptions.Select(a => (Id: $"{lever.Id}.{a.Name}", Assumption: a)))
        .ToFrozenDictionary(pair => pair.Id, pair => pair.Assumption, StringComparer.Ordinal);

    /// <summary>Finds a lever; null when there is none of this name.</summary>
    public static Lever? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Finds an assumption by the lever's id, dot, its name; null when no lever rests on it.</summary>
    public static LeverAssumption? Assumption(string id) => Assumptions.GetValueOrDefault(id);
}
