using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>A day to which an interview may be moved (doeldag).</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">How many appointments stand there.</param>
public readonly record struct TargetDay(Day Day, int Count);

/// <summary>The pages of the calendar (agenda): a week by centre, a day by appointment, and the day board of the general procedure.</summary>
internal static class AgendaPages
{
    private const int Targets = 10;

    public static IResult Show(WorkVisit visit)
    {
        if (AppointmentKinds.Of(visit.Caller.Function).IsEmpty)
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (agenda, asked) = (services.GetRequiredService<Agenda>(), AgendaAsked.Of(visit.Http.Request.Query, visit.Today));
        var rows = agenda.Of(visit.Caller, asked, named: asked.IsDay);
        if (!asked.IsDay)
        {
            return WorkAnswers.Page<WeekPage>(visit, (nameof(WeekPage.Asked), asked), (nameof(WeekPage.Rows), rows)); // Numbers only: nobody is looked at.
        }
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, rows.Select(each => each.Person).Distinct(), visit.Caller.Function.MainPurpose);
        var targets = rows.Any(each => each.MayMove) ? agenda.LoadAfter(visit.Caller, asked, LawOf(visit), Targets).Select(each => new TargetDay(each.Day, each.Count)).ToImmutableArray() : [];
        return WorkAnswers.Page<DayPage>(visit, (nameof(DayPage.Asked), asked), (nameof(DayPage.Rows), rows), (nameof(DayPage.Targets), targets));
    }

    public static IResult ShowBoard(WorkVisit visit)
    {
        if (!HasBoard(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var rows = services.GetRequiredService<Agenda>().BoardOf(visit.Caller, LawOf(visit), visit.Today);
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, rows.Select(each => each.Person), visit.Caller.Function.MainPurpose);
        return WorkAnswers.Page<BoardPage>(visit, (nameof(BoardPage.Rows), rows));
    }

    /// <summary>Whether a function has a day board: who hears, decides or assists in the procedure.</summary>
    public static bool HasBoard(Function function) =>
        function.MayRead(Chain.DataCategory.Procedure) && !AppointmentKinds.Of(function).IsEmpty && function.MainPurpose is LookPurpose.Procedure or LookPurpose.LegalAssistance or LookPurpose.Guardianship;

    private static Law LawOf(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(visit.Today);
}
