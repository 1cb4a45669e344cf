using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Schakel.Rehearsal.Model;

/// <summary>Every parameter of the rehearsal, in order of name.</summary>
public static class ParameterCatalogue
{
    /// <summary>All parameters; a name stands for one parameter only.</summary>
    public static ImmutableArray<Parameter> All { get; } = Number(
    [
        .. StartingStock.Parameters,
        .. Registration.Arrivals.Parameters,
        .. Registration.RegistrationCentres.Parameters,
        .. Procedure.Staff.Parameters,
        .. Procedure.Moratorium.Parameters,
        .. Procedure.Renewals.Parameters,
        .. Procedure.Interviews.Parameters,
        .. Procedure.Decisions.Parameters,
        .. Procedure.Dublin.Parameters,
        .. Procedure.LateDecisions.Parameters,
        .. Procedure.Appeals.Parameters,
        .. Reception.Places.Parameters,
        .. Reception.Moves.Parameters,
        .. Participation.Work.Parameters,
        .. Housing.Homes.Parameters,
        .. Return.Departures.Parameters,
        .. Family.Reunification.Parameters,
        .. Steering.Costs.Parameters,
    ]);

    private static readonly FrozenDictionary<string, Parameter> ById = All.ToFrozenDictionary(p => p.Id);

    /// <summary>Finds a parameter by name; null when there is none.</summary>
    public static Parameter? Find(string id) => ById.GetValueOrDefault(id);

    private static ImmutableArray<Parameter> Number(IEnumerable<Parameter> parameters)
    {
        var ordered = parameters.OrderBy(p => p.Id, StringComparer.Ordinal).ToImmutableArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Index != -1 || (i > 0 && ordered[i].Id == ordered[i - 1].Id))
            {
                throw new InvalidOperationException($"Parameter `{ordered[i].Id}` is declared twice.");
            }

            ordered[i].Index = i;
        }

        return ordered;
    }
}
