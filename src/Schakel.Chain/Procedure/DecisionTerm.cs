using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The period within which to decide, for a case file (beslistermijn).</summary>
public static class DecisionTerm
{
    /// <summary>The last day on which a decision is in time, general extensions taken as the immigration service applies them; absent in track 1, after an annulment, or when the day of lodging is not known.</summary>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(ApplicationState application, Law law)
    {
        var none = default(NoTrace);
        return LastDay(application, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(ApplicationState application, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (application.Track == Track.Dublin || application.AnnulledOn is not null
            || application.LodgedOn is not { } lodged)
        {
            return null;
        }
        var facts = new DecisionPeriodFacts(lodged, CategoryExtension.AsApplied)
        {
            DublinResponsibleSince = application.ResponsibleSince,
        };
        return DecisionPeriod.LastDay(law, facts, ref trace);
    }
}
