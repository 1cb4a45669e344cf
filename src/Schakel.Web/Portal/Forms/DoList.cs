using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Web.Portal.Family;
using Schakel.Web.Portal.Guidance;
using Schakel.Web.Portal.Housing;
using Schakel.Web.Portal.Participation;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Reception;
using Schakel.Web.Portal.Records;

namespace Schakel.Web.Portal.Forms;

/// <summary>Something to arrange, and whether it can be done today (regel van zelf regelen).</summary>
/// <param name="Form">The form.</param>
/// <param name="IsOpen">It can be done today.</param>
public readonly record struct DoItem(PortalForm Form, bool IsOpen);

/// <summary>What a person can arrange themselves (zelf regelen): the forms, and what goes with a lawyer or in a talk.</summary>
public static class DoList
{
    // What the lawyer sends in; the rest is done in a talk, with somebody who explains: never here.
    private static readonly string[] ByLawyer =
    [
        "lodge-appeal", "lodge-further-appeal", "request-interim-relief", "submit-view", "submit-corrections", "give-default-notice", "give-reunification-notice",
        "submit-withdrawal-view", "appeal-detention", "lodge-subsequent-application", "request-medical-deferral", "request-no-fault-permit", "request-renewal",
        "request-indefinite-permit", "request-reunification", "request-reunification-under-conditions", "receive-reunification-documents",
    ];

    /// <summary>All forms, in the order of the rooms.</summary>
    public static ImmutableArray<PortalForm> Forms { get; } =
    [
        InterviewForms.ChooseDay, InterviewForms.Absent, InterviewForms.OtherDay, InterviewForms.Wishes, PlaceForm.Accept, PlacementForms.State, ActivityForms.Join, ActivityForms.Volunteer, HomeForm.Accept, SupportForm.Begin,
        DocumentForms.Supply, WrittenForms.Question, WrittenForms.Correction, .. GuidanceForms.All, PlacementForms.Remove, DocumentForms.TakeBack, InterviewForms.Talk,
    ];

    /// <summary>Each form, and whether it is open.</summary>
    /// <param name="visit">Whose case.</param>
    public static ImmutableArray<DoItem> Of(CaseVisit visit) => [.. Forms.Select(each => new DoItem(each, IsOpen(each, visit)))];

    /// <summary>What the person may do now with a lawyer, or in a talk.</summary>
    /// <param name="visit">Whose case.</param>
    public static IEnumerable<(NextStep Step, bool InPerson)> WithHelp(CaseVisit visit) => visit.Way.MayDo
        .Where(each => each.IsOpenOn(visit.Today) && each.Party == Party.Applicant && Forms.All(form => form.Step != each.Code) && !Tasks.LeftOut.ContainsKey(each.Code))
        .DistinctBy(each => each.Code)
        .Select(each => (each, !ByLawyer.Contains(each.Code)));

    /// <summary>Whether a form can be sent today.</summary>
    /// <param name="form">The form.</param>
    /// <param name="visit">Whose case.</param>
    public static bool IsOpen(PortalForm form, CaseVisit visit) => visit.Way.MayDo.Any(each => each.Code == form.Step && each.IsOpenOn(visit.Today));
}
