namespace Schakel.Rehearsal.Reporting;

/// <summary>The language of a report (taal).</summary>
public enum ReportLanguage
{
    /// <summary>Dutch (Nederlands).</summary>
    Dutch,
    /// <summary>English (Engels).</summary>
    English,
}
