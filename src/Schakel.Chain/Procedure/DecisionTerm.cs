using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The period within which to decide, for a case file (beslistermijn).</summary>
public static class DecisionTerm
{
    /// <summary>The last day on which a decision is in time, general extensions taken as the immigration service applies them; after an annulment the term that the court gave; absent in track 1, after an annulment without one, or when the day of lodging is not known.</summary>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(ApplicationState application, Law law)
    {
        if (application is { AnnulledOn: { } annulled, CourtWeeks: > 0 })
        {
            return annulled.PlusWeeks(application.CourtWeeks); // What a court sets, no weekend moves.
        }
        if (application.Track == Track.Dublin || application.AnnulledOn is not null
            || application.LodgedOn is not { } lodged)
        {
            return null;
        }
        var none = default(NoTrace);
        var facts = new DecisionPeriodFacts(lodged, CategoryExtension.AsApplied)
        {
            DublinResponsibleSince = application.ResponsibleSince,
        };
        return DecisionPeriod.LastDay(law, facts, ref none);
    }
}
