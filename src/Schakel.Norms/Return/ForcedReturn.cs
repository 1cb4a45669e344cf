namespace Schakel.Norms.Return;

/// <summary>What stands in the way of forced return (beletselen voor gedwongen terugkeer).</summary>
[Flags]
public enum ReturnObstacles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No travel document and no agreement to take back (geen reisdocument, geen terugname).</summary>
    NoDocument = 1,

    /// <summary>A pending procedure or another legal obstacle (juridisch beletsel).</summary>
    Legal = 2,

    /// <summary>The person is not available (niet beschikbaar).</summary>
    Absent = 4,

    /// <summary>An unaccompanied minor for whom adequate reception in the country of return was not established (CJEU C-441/19).</summary>
    NoAdequateReception = 8,
}

/// <summary>Forced return (gedwongen terugkeer): possible only when document, law and presence are there at the same time.</summary>
public static class ForcedReturn
{
    private static readonly Rule ThreeConditions = new(
        "forced-return.three-conditions",
        new("Gedwongen terugkeer vraagt een document, geen juridisch beletsel en aanwezigheid", "Forced return needs a document, no legal obstacle and presence"),
        new(Acts.None, "Praktijk van de DT&V"));

    private static readonly Rule AdequateReception = new(
        "forced-return.adequate-reception",
        new("Geen terugkeerbesluit voor een alleenstaande minderjarige zonder adequate opvang", "No return decision on an unaccompanied minor without adequate reception"),
        new(Acts.ReturnDirective, "10", "CJEU C-441/19, 14 January 2021; RVS:2022:1530."));

    /// <summary>What stands in the way.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="document">A travel document, or an agreement by which the country takes back without one.</param>
    /// <param name="procedurePending">A procedure with lawful stay, or another legal obstacle.</param>
    /// <param name="available">The person is physically available.</param>
    /// <param name="minorWithoutReception">An unaccompanied minor without adequate reception established.</param>
    /// <param name="trace">Receives the rules.</param>
    /// <returns>Every obstacle; <see cref="ReturnObstacles.None"/> when return is possible.</returns>
    public static ReturnObstacles Obstacles<TTrace>(bool document, bool procedurePending, bool available, bool minorWithoutReception, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            trace.Apply(ThreeConditions);
            if (minorWithoutReception)
            {
                trace.Apply(AdequateReception);
            }
        }

        return (document ? ReturnObstacles.None : ReturnObstacles.NoDocument)
            | (procedurePending ? ReturnObstacles.Legal : ReturnObstacles.None)
            | (available ? ReturnObstacles.None : ReturnObstacles.Absent)
            | (minorWithoutReception ? ReturnObstacles.NoAdequateReception : ReturnObstacles.None);
    }
}
