using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>What a court ordered about the day of a decision (opdracht van de rechter): after a late decision, or after an annulment.</summary>
public static class CourtOrders
{
    /// <summary>The last day on which a court lets the decision be taken; absent when no court set one, or when the decision was taken.</summary>
    /// <param name="procedure">The procedure.</param>
    public static Day? LastDayOf(ProcedureState procedure) => procedure switch
    {
        { Open: not null, Late: { OrderedOn: { } ordered, TermDays: var days } } => ordered.PlusDays(days), // Awb 8:55d
        { Open: { AnnulledOn: { } annulled, CourtWeeks: > 0 and var weeks } } => annulled.PlusWeeks(weeks), // Awb 8:72
        _ => null,
    };

    /// <summary>The order in words.</summary>
    /// <param name="lastDay">Its last day.</param>
    public static Text Words(Day lastDay) => new($"opdracht van de rechter: besluit uiterlijk {Text.Of(lastDay).Dutch}", $"court order: decision by {Text.Of(lastDay).English}");
}
