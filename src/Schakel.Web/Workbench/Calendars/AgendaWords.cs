using System.Globalization;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>Days and times in words (dagen en tijden).</summary>
internal static class AgendaWords
{
    private static readonly string[] Dutch = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    /// <summary>The name of a day of the week.</summary>
    public static string DayName(Day day, bool english) => english ? day.DayOfWeek.ToString() : Dutch[(int)day.DayOfWeek % 7];

    /// <summary>A minute of the day as a time.</summary>
    public static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>What a day of the general procedure is for.</summary>
    public static Text NameOf(ProcedureStep step) => step switch
    {
        ProcedureStep.Interview => new("Nader gehoor en verslag", "Interview and report"),
        ProcedureStep.Corrections => new("Correcties en aanvullingen", "Corrections and additions"),
        ProcedureStep.Inquiry => new("Onderzoek", "Inquiry"),
        ProcedureStep.Intention => new("Inwilligen, voornemen of verlengde procedure", "Grant, intention or extended procedure"),
        ProcedureStep.View => new("Zienswijze", "View"),
        ProcedureStep.Decision => new("Besluit", "Decision"),
    };
}
