using Schakel.Chain.Procedure;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>With what an appointment is moved to another day (verplaatsen): an act with a day in it, by whoever may do that act.</summary>
/// <param name="Act">Last segment of the act's address.</param>
/// <param name="Field">The field of the act that holds the new day.</param>
public sealed record AppointmentMove(string Act, string Field)
{
    /// <summary>With what a function moves appointments of a kind; null when it moves none.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="function">The function.</param>
    public static AppointmentMove? Of(AppointmentKind kind, Function function) => kind switch
    {
        AppointmentKind.Interview => With<MoveInterview>(nameof(MoveInterview.InterviewOn), function),
        AppointmentKind.CourtHearing => With<PlanCourtHearing>(nameof(PlanCourtHearing.HearingOn), function), // Planning again moves it.
        AppointmentKind.RegistrationInterview or AppointmentKind.DetentionHearing or AppointmentKind.WithdrawalTalk or AppointmentKind.DepartureTalk or AppointmentKind.HousingInterview => null,
    };

    /// <summary>Whether a function moves appointments of any kind that it sees.</summary>
    /// <param name="function">The function.</param>
    public static bool IsFor(Function function) => AppointmentKinds.Of(function).Any(each => Of(each, function) is not null);

    /// <summary>The form by which an appointment of somebody is moved, with a day filled in where one is chosen.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="day">The chosen day.</param>
    public string AddressOf(long person, Norms.Day? day) => WorkPaths.Act(person, Act) + (day is { } to ? $"?{Field}={to}" : "");

    private static AppointmentMove? With<TCommand>(string member, Function function) =>
        CommandTable.All.First(each => each.Command == typeof(TCommand)) is var resource && resource.IsOpenTo(function) ? new(resource.Path, Words.OfField(member)) : null;
}
