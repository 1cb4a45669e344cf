using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>A day to which an appointment may be moved (doeldag).</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">How many appointments stand there.</param>
public readonly record struct TargetDay(Day Day, int Count);

/// <summary>The pages of the calendar (agenda): a week by centre, a day by appointment, and the day board of the general procedure.</summary>
internal static class AgendaPages
{
    /// <summary>Field with the calendar's address that one comes back to.</summary>
    public const string ChoiceField = "keuze";

    /// <summary>Field with a centre.</summary>
    public const string CentreField = "centrum";

    /// <summary>Field with how much fits.</summary>
    public const string PlacesField = "plekken";

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
        var places = PlacesOf(visit);
        var detention = services.GetRequiredService<DetentionDays>().Of(visit.Caller, asked, visit.Today, named: asked.IsDay);
        if (!asked.IsDay)
        {
            return WorkAnswers.Page<WeekPage>(visit, (nameof(WeekPage.Asked), asked), (nameof(WeekPage.Rows), rows), (nameof(WeekPage.Places), places), (nameof(WeekPage.Detention), detention), (nameof(WeekPage.Law), LawOf(visit))); // Numbers only: nobody is looked at.
        }
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, rows.Select(each => each.Person).Concat(rows.SelectMany(each => each.Others)).Concat(detention.Select(each => each.Person)).Distinct(), visit.Caller.Function.MainPurpose);
        var targets = rows.Any(each => each.MayMove) ? agenda.LoadAfter(visit.Caller, asked, LawOf(visit), Targets).Select(each => new TargetDay(each.Day, each.Count)).ToImmutableArray() : [];
        return WorkAnswers.Page<DayPage>(visit, (nameof(DayPage.Asked), asked), (nameof(DayPage.Rows), rows), (nameof(DayPage.Targets), targets), (nameof(DayPage.Needs), Plans(visit.Caller.Function) ? InterpreterNeed.Of(rows) : []), (nameof(DayPage.Places), places), (nameof(DayPage.Detention), detention), (nameof(DayPage.Law), LawOf(visit)));
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

    /// <summary>Somebody who plans says how much fits in a day at a centre: a number, or nothing to let it go.</summary>
    public static async Task<IResult> SayPlacesAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!Plans(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var back = AgendaAsked.Of(new QueryCollection(QueryHelpers.ParseQuery(sent[ChoiceField])), visit.Today);
        if (AgendaAsked.NumberIn(sent[CentreField]) is { } centre && await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            var many = AgendaAsked.NumberIn(sent[PlacesField]);
            if (many is not > PlacesShelf.MostPerDay && (many is not null || string.IsNullOrWhiteSpace(sent[PlacesField])))
            {
                visit.Http.RequestServices.GetRequiredService<PlacesShelf>().Say(visit.Caller, centre, many);
            }
        }
        return Results.Redirect(back.Address);
    }

    /// <summary>Whether a function plans interviews, and so says how much fits.</summary>
    public static bool Plans(Function function) => CommandTable.All.First(each => each.Command == typeof(Chain.Procedure.MoveInterview)).IsOpenTo(function);

    /// <summary>How much fits by centre; none for who plans nothing.</summary>
    public static ImmutableArray<CentrePlaces> PlacesOf(WorkVisit visit) => Plans(visit.Caller.Function) ? visit.Http.RequestServices.GetRequiredService<PlacesShelf>().Of(visit.Caller) : [];

    /// <summary>Whether a function has a day board: who hears, decides or assists in the procedure.</summary>
    public static bool HasBoard(Function function) =>
        function.MayRead(Chain.DataCategory.Procedure) && !AppointmentKinds.Of(function).IsEmpty && function.MainPurpose is LookPurpose.Procedure or LookPurpose.LegalAssistance or LookPurpose.Guardianship;

    private static Law LawOf(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(visit.Today);
}
