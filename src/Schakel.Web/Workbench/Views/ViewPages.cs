using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Views;

/// <summary>What is wrong with a change of views (melding), and what was typed.</summary>
/// <param name="Fault">What is wrong; absent when the form had expired.</param>
/// <param name="What">What was to be done.</param>
/// <param name="Of">Of which view.</param>
/// <param name="Name">The name that was typed.</param>
/// <param name="Choice">The choice that was to be kept.</param>
public sealed record ViewTrouble(ViewFault? Fault, string What, string Of, string Name, string Choice);

/// <summary>Keeping, naming and removing views (weergaven beheren): one's own, and nobody else's. Nothing here is about anybody.</summary>
internal static class ViewPages
{
    /// <summary>Field with what is to be done.</summary>
    public const string WhatField = "verder";

    /// <summary>Field with the view that is meant.</summary>
    public const string OfField = "weergave";

    /// <summary>Field with a name.</summary>
    public const string NameField = "naam";

    /// <summary>Field with a choice.</summary>
    public const string ChoiceField = "keuze";

    /// <summary>Field with the version after the change that is undone, and of which a page tells.</summary>
    public const string DoneField = "gedaan";

    /// <summary>Keep the choice.</summary>
    public const string Keep = "bewaren";

    /// <summary>Keep the choice under a name that is there already.</summary>
    public const string Replace = "vervangen";

    /// <summary>Give another name.</summary>
    public const string Rename = "hernoemen";

    /// <summary>Remove.</summary>
    public const string Remove = "verwijderen";

    /// <summary>Open in the morning.</summary>
    public const string First = "voorop";

    /// <summary>Open none in the morning.</summary>
    public const string NoFirst = "niet-voorop";

    /// <summary>Undo the last change.</summary>
    public const string Undo = "terug";

    public static IResult Show(WorkVisit visit) => Worklists.HasList(visit.Caller.Function) ? Page(visit, null, StatusCodes.Status200OK) : WorkAnswers.Unknown(visit);

    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!Worklists.HasList(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var (what, of, name) = (sent[WhatField].ToString(), ActField.Cut(sent[OfField].ToString()), ActField.Cut(sent[NameField].ToString()));
        var choice = ChoiceIn(visit, sent[ChoiceField]);
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(visit, new(null, what, of, name, choice), StatusCodes.Status400BadRequest);
        }
        var (shelf, caller) = (ShelfOf(visit), visit.Caller);
        var (kept, fault) = what switch
        {
            Keep => shelf.Change(caller, ViewChange.Kept, name, set => set.Keep(name, choice)),
            Replace => shelf.Change(caller, ViewChange.Replaced, name, set => set.Replace(name, choice)),
            Rename => shelf.Change(caller, ViewChange.Renamed, name, set => set.Rename(of, name)),
            Remove => shelf.Change(caller, ViewChange.Removed, of, set => set.Remove(of)),
            First => shelf.Change(caller, ViewChange.First, of, set => set.OpenFirst(of)),
            NoFirst => shelf.Change(caller, ViewChange.NoFirst, of, set => set.OpenFirst(null)),
            Undo => shelf.Undo(caller, int.TryParse(sent[DoneField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1),
            _ => (shelf.Of(caller), ViewFault.Gone),
        };
        return fault is not null ? Page(visit, new(fault, what, of, name, choice), fault is ViewFault.NoName or ViewFault.TooLong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict)
            : Results.Redirect((what is Keep or Replace ? $"{WorkPaths.Worklist}{choice}&" : WorkPaths.Views + "?") + $"{DoneField}={WorkVisit.Plain(kept.Version)}#{DoneField}");
    }

    /// <summary>The views of who looks.</summary>
    public static KeptViews Of(WorkVisit visit) => ShelfOf(visit).Of(visit.Caller);

    private static ViewShelf ShelfOf(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<ViewShelf>();

    // What is kept is read as an address is read: nothing else can be kept, and the page on which somebody stood is no part of a choice.
    private static string ChoiceIn(WorkVisit visit, string? sent) => (WorkAsked.Of(new QueryCollection(QueryHelpers.ParseQuery(sent)), visit.Caller) with { After = null }).In("");

    private static IResult Page(WorkVisit visit, ViewTrouble? trouble, int status) =>
        WorkAnswers.Page<ViewsPage>(visit, status, (nameof(ViewsPage.Kept), Of(visit)), (nameof(ViewsPage.Trouble), trouble));
}
