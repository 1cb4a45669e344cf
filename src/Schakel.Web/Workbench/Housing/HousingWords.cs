using Schakel.Norms;
using Schakel.Norms.Housing;

namespace Schakel.Web.Workbench.Housing;

/// <summary>Half-years and rungs of supervision in words (halfjaren en treden).</summary>
internal static class HousingWords
{
    /// <summary>A half-year by its first day.</summary>
    public static Text NameOf(Day firstDay) => firstDay.Parts.Month == 1
        ? new($"eerste halfjaar van {WorkVisit.Plain(firstDay.Year)}", $"first half of {WorkVisit.Plain(firstDay.Year)}")
        : new($"tweede halfjaar van {WorkVisit.Plain(firstDay.Year)}", $"second half of {WorkVisit.Plain(firstDay.Year)}");

    /// <summary>A rung of the ladder, with its number.</summary>
    public static Text NameOf(SupervisionStep step) => step switch
    {
        SupervisionStep.None => new("geen toezicht", "no supervision"),
        SupervisionStep.Signal => new("1 · signaal", "1 · signal"),
        SupervisionStep.Information => new("2 · informatie opvragen", "2 · request for information"),
        SupervisionStep.Agreements => new("3 · actief toezicht met afspraken", "3 · active supervision with agreements"),
        SupervisionStep.Announcement => new("4 · vooraankondiging", "4 · prior announcement"),
        SupervisionStep.Decision => new("5 · besluit tot indeplaatsstelling", "5 · decision to substitute"),
        SupervisionStep.Substitution => new("6 · indeplaatsstelling", "6 · substitution"),
    };
}
