using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The one-day test of a subsequent application, for a case file (eendagstoets; norms SUB-2).</summary>
public static class SubsequentTests
{
    /// <summary>The days of the test; absent for a first application, and before the interview that is its first day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <exception cref="NotInForceException">The test was not in force on its first day.</exception>
    public static OneDayTest? Days(CaseFile file, Law law)
    {
        if (file.Procedure.Application is not { IsSubsequent: true, InterviewedOn: { } first } application)
        {
            return null;
        }
        var none = default(NoTrace);
        return SubsequentApplication.Days(law, first, Border.CentreOf(file), application.LodgedOn, ref none);
    }

    /// <summary>Whether the application, decided on that day, is decided within the test.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of the decision.</param>
    public static bool IsWithin(CaseFile file, Law law, Day on) => Days(file, law) is { } days && on <= days.Decision;
}
