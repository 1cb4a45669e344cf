using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The period within which to decide, for a case file (beslistermijn).</summary>
public static class DecisionTerm
{
    /// <summary>The last day on which a decision is in time; absent in track 1, after an annulment, or when the day of lodging is not known.</summary>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(ApplicationState application, Law law)
    {
        if (application.Track == Track.Dublin || application.AnnulledOn is not null
            || (application.ResponsibleSince ?? application.LodgedOn) is not { } start)
        {
            return null;
        }
        var none = default(NoTrace);
        return DecisionPeriod.LastDay(law, start, CategoryExtension.AsApplied, ref none);
    }
}
