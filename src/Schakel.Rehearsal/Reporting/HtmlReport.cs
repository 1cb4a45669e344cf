using Schakel.Rehearsal.Reporting.Html;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>A rehearsal or assessment as one HTML file that holds all it needs and runs no script (verslag).</summary>
/// <remarks>The same figures and context give the same bytes: no clock, no machine, no culture.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the report of a rehearsal.</summary>
    /// <param name="output">Where the page goes.</param>
    /// <param name="result">The rehearsal.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="context">What it was checked on, what it rests on, how to make it again.</param>
    public static void Write(TextWriter output, RehearsalResult result, ReportLanguage language, ReportContext context) =>
        new RehearsalPage(result, language, context).Write(output);

    /// <summary>Writes the report of an assessment (uitvoeringstoets).</summary>
    /// <param name="output">Where the page goes.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="context">How to make it again; its assumptions are used when the assessment brings none.</param>
    public static void Write(TextWriter output, Assessment assessment, ReportLanguage language, ReportContext context) =>
        new AssessmentPage(assessment, language, context).Write(output);
}
