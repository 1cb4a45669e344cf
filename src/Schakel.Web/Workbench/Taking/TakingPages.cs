using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Together;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Taking;

/// <summary>What was sent to take up work, to give it back or to hand it over (formulier).</summary>
/// <param name="What">What was to be done.</param>
/// <param name="Persons">Numbers of the files.</param>
/// <param name="Choice">The choice of the worklist from which it came; absent when it came from a file.</param>
/// <param name="Colleague">The number that was typed.</param>
/// <param name="Reason">The reason that was chosen.</param>
/// <param name="Version">The version after the change that is undone.</param>
public sealed record TakeForm(string What, ImmutableArray<long> Persons, string? Choice, string Colleague, HandOverReason? Reason, int Version)
{
    /// <summary>Where it came from.</summary>
    public string Back => Choice is { } choice ? WorkPaths.Worklist + choice : Persons is [var person] ? WorkPaths.Case(person) : WorkPaths.Worklist;
}

/// <summary>Why nothing was changed (melding).</summary>
/// <param name="Fault">What is wrong; absent when the form had expired.</param>
/// <param name="Held">Who has what, when that is why.</param>
public sealed record TakeTrouble(TakeFault? Fault, ImmutableArray<TakenStep> Held);

/// <summary>
/// Taking up work (oppakken): of files that one may see, by a number and a day, for colleagues with the same list. A file that may not be seen
/// is answered as one that does not exist. Nothing of anybody is shown by it, so that no look is recorded.
/// </summary>
internal static class TakingPages
{
    /// <summary>Field with what is to be done.</summary>
    public const string WhatField = "verder";

    /// <summary>Field with the choice of the worklist.</summary>
    public const string ChoiceField = "keuze";

    /// <summary>Field with the number of a colleague.</summary>
    public const string ColleagueField = "collega";

    /// <summary>Field with the reason.</summary>
    public const string ReasonField = "reden";

    /// <summary>Field with the version after the change that is undone, and of which a page tells.</summary>
    public const string DoneField = "opgepakt";

    /// <summary>Take up.</summary>
    public const string Take = "pak-op";

    /// <summary>Take over from a colleague.</summary>
    public const string TakeOver = "neem-over";

    /// <summary>Give back.</summary>
    public const string GiveBack = "geef-terug";

    /// <summary>Hand over to a colleague.</summary>
    public const string HandOver = "draag-over";

    /// <summary>Undo the last change.</summary>
    public const string Undo = "terug";

    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!TakingShelf.IsFor(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var form = FormOf(visit, sent);
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(visit, form, null);
        }
        if (form.What != Undo && form.Persons.Length is 0 or > BulkActs.Most)
        {
            return Page(visit, form, form.Persons.IsEmpty ? TakeFault.NobodyChosen : TakeFault.TooMany);
        }
        var gate = visit.Http.RequestServices.GetRequiredService<Gate>();
        var here = form.What == Undo ? [] : form.Persons.Where(each => gate.Glimpse(visit.Caller, new(StreamKind.CaseFile, each)) is not null).ToList();
        if (form.What != Undo && here.Count == 0)
        {
            return WorkAnswers.Unknown(visit);
        }
        try
        {
            var (done, fault) = Changed(visit, form, here);
            return fault is null ? Results.Redirect(After(form.Back, done)) : Page(visit, form, fault, here);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return WorkAnswers.Notice(visit, NoticeKind.Fault, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What was just done by who looks, when the address says so; null otherwise.</summary>
    public static TakeChange? DoneIn(WorkVisit visit) =>
        ShelfOf(visit).LastOf(visit.Caller) is { } last && visit.Http.Request.Query[DoneField] == WorkVisit.Plain(last.Version) ? last : null;

    /// <summary>Who has a file, for the function of who looks; null when nobody has.</summary>
    public static TakeUp? HeldBy(WorkVisit visit, long person) => ShelfOf(visit).Of(visit.Caller.Function, visit.Today).Set.Of(person);

    private static (TakeChange? Done, TakeFault? Fault) Changed(WorkVisit visit, TakeForm form, List<long> here)
    {
        var (shelf, caller, today) = (ShelfOf(visit), visit.Caller, visit.Today);
        (TakeChange? Done, TakeFault? Fault) Change(TakeKind kind, Func<TakenSet, (TakenSet? Set, TakeFault? Fault)> change) =>
            shelf.Change(caller, today, new(0, kind, [.. here.Select(each => new TakenStep(each, null, null))], [], form.Persons.Length - here.Count), change);
        return form.What switch
        {
            Take => Change(TakeKind.Taken, set => set.Take(here, caller.Number, today)),
            TakeOver => Change(TakeKind.TakenOver, set => set.TakeOver(here, caller.Number, today)),
            GiveBack => Change(TakeKind.GivenBack, set => set.GiveBack(here, caller.Number)),
            HandOver => Change(TakeKind.HandedOver, set => set.HandOver(here, caller.Number, NumberIn(form.Colleague), form.Reason, today)),
            Undo => shelf.Undo(caller, today, form.Version),
            _ => (null, TakeFault.NothingChosen),
        };
    }

    private static TakeForm FormOf(WorkVisit visit, IFormCollection sent) => new(
        sent[WhatField].ToString(), BulkForm.PersonsIn(sent), sent.ContainsKey(ChoiceField) ? ChoiceIn(visit, sent[ChoiceField]) : null, ActField.Cut(sent[ColleagueField].ToString()),
        TakeWords.ReasonOf(sent[ReasonField]), NumberIn(sent[DoneField]) ?? -1);

    // Where somebody goes back to is read as an address is read: nothing else can be gone to.
    private static string ChoiceIn(WorkVisit visit, string? sent) => WorkAsked.Of(new QueryCollection(QueryHelpers.ParseQuery(sent)), visit.Caller).In("");

    private static int? NumberIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string After(string back, TakeChange? done) => done is null ? back
        : $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{DoneField}={WorkVisit.Plain(done.Version)}#gedaan";

    private static TakingShelf ShelfOf(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<TakingShelf>();

    private static IResult Page(WorkVisit visit, TakeForm form, TakeFault? fault, IEnumerable<long>? here = null) => WorkAnswers.Page<TakingPage>(
        visit, fault is TakeFault.Taken or TakeFault.NotYours or TakeFault.Full or TakeFault.ColleagueFull or TakeFault.NothingToUndo ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
        (nameof(TakingPage.Form), form),
        (nameof(TakingPage.Trouble), new TakeTrouble(fault, fault == TakeFault.Taken ? [.. (here ?? []).Select(each => new TakenStep(each, null, HeldBy(visit, each))).Where(each => each.After is not null)] : [])));
}
