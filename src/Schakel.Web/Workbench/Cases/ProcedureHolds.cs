using Schakel.Chain;
using Schakel.Chain.Procedure;

namespace Schakel.Web.Workbench.Cases;

/// <summary>What holds a decision or a departure up now, as facts of the file (wat ophoudt): moratoria, a period that stands still, a sign, a court's order.</summary>
internal static class ProcedureHolds
{
    /// <summary>Each with its day; nothing that who looks may not read.</summary>
    /// <param name="view">The file.</param>
    public static IEnumerable<(string Label, string Value)> Of(CaseView view)
    {
        if (!view.Sight.MayRead(DataCategory.Procedure))
        {
            yield break;
        }
        var (visit, procedure) = (view.Visit, view.File.Procedure);
        var ledger = procedure.Open?.Ledger;
        if (ledger?.MoratoriumUntil is { } decisions && decisions >= visit.Today)
        {
            yield return (visit.In("Besluitmoratorium", "Decision moratorium"), visit.In("tot en met ", "through ") + visit.Date(decisions));
        }
        if (procedure.DepartureMoratoriumUntil is { } departures && departures >= visit.Today)
        {
            yield return (visit.In("Vertrekmoratorium", "Departure moratorium"), visit.In("tot en met ", "through ") + visit.Date(departures));
        }
        if (ledger?.SuspendedOn is { } suspended)
        {
            yield return (visit.In("Beslistermijn staat stil", "Decision period stands still"), visit.In("sinds ", "since ") + visit.Date(suspended));
        }
        if (procedure.Open is { Holds: not Holds.None and var holds } && view.Sight.MayRead(DataCategory.Claim))
        {
            yield return (visit.In("Signaal: niet inwilligen voordat het is onderzocht", "Hold: no grant before it was looked into"), Plain.Sentence(Plain.Flags(holds, visit.InEnglish)));
        }
        if (Calendars.CourtOrders.LastDayOf(procedure) is { } ordered)
        {
            yield return (visit.In("Opdracht van de rechter", "Court order"), visit.In("besluit uiterlijk ", "decision by ") + visit.Date(ordered));
        }
    }
}
