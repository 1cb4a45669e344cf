using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>A last day in the review of somebody's detention (uiterste dag in de toetsing van bewaring).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is, where names are shown.</param>
/// <param name="Step">What has to happen: the hearing, or the ruling.</param>
/// <param name="LastDay">By when.</param>
public sealed record DetentionDay(long Person, ShownPerson Who, StepType Step, Day LastDay);

/// <summary>
/// What a court has to do about detention by which day (bewaring in de agenda), for who has the hearings in their calendar. Nobody plans such a
/// hearing in the chain: what lies ahead is its last day, as the open steps have it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="worklists">Who people are.</param>
public sealed class DetentionDays(ChainStore store, Gate gate, Worklists worklists)
{
    private static readonly ImmutableArray<StepType> Steps = [DetentionSteps.Hear, DetentionSteps.Rule];

    /// <summary>The last days in a day or week, the first first; with today in it, what is over and still to be done as well.</summary>
    /// <param name="caller">Who looks; whoever shows names records the looks.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="named">With names.</param>
    public ImmutableArray<DetentionDay> Of(Caller caller, AgendaAsked asked, Day today, bool named)
    {
        if (!IsFor(caller.Function) || asked.Centre is not null || asked.Kind is not (null or AppointmentKind.DetentionHearing))
        {
            return [];
        }
        string[] codes = [.. Steps.Select(each => each.Code)];
        var (court, last) = ((int)Party.Court, asked.Through.Number);
        var first = asked.From <= today && today <= asked.Through ? int.MinValue : asked.From.Number;
        using var view = store.Models.Look();
        // What is the court's own to do brings the purpose along; anybody else has the files they may list.
        var files = caller.Function.Role == OfficialRoles.Judge ? gate.Worked(caller, view.Files) : gate.Files(caller, view.Files);
        var found = view.Steps.Where(step => step.Party == court && step.Rank <= StepRank.Breach && step.SortDay >= first && step.SortDay <= last && codes.Contains(step.Code) && step.WaitsFor == null)
            .Join(files, step => step.Person, file => file.Person, (step, file) => new { step.Code, step.SortDay, File = file })
            .OrderBy(each => each.SortDay).ThenBy(each => each.File.Person).Take(Agenda.Most).ToList();
        return [.. found.Select(each => new DetentionDay(each.File.Person, named ? worklists.PersonOf(caller, each.File) : ShownPerson.None, Steps.First(step => step.Code == each.Code), new(each.SortDay)))];
    }

    /// <summary>Whether a function has these days: who has hearings on detention in the calendar.</summary>
    /// <param name="function">The function.</param>
    public static bool IsFor(Function function) => AppointmentKinds.Of(function).Contains(AppointmentKind.DetentionHearing);
}
