using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Cases;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Together;

/// <summary>
/// One act for several persons of a worklist (samen doen): filled in once, what would follow shown for each, then done for each as an act of
/// its own, with a key and a version of its own. One that is refused holds up none of the others, and what came of each is told.
/// </summary>
internal static class BulkPages
{
    private const string Look = "bekijken";
    private const string Confirm = "bevestigen";

    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        var offers = BulkActs.For(visit.Caller.Function);
        if (offers.IsEmpty)
        {
            return WorkAnswers.Unknown(visit);
        }
        var offer = offers.FirstOrDefault(each => each.Path == sent[BulkForm.WhatField]);
        var persons = BulkForm.PersonsIn(sent);
        var fields = offer is null ? [] : ActField.Of(offer.Shape);
        var views = persons.Length > BulkActs.Most ? [] : persons.Select(each => visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, each)).ToList();
        var form = new BulkForm(visit, offer, fields, sent, [.. persons.Select((person, i) => RowOf(sent, person, views.Count > i ? views[i] : null))]) { Sites = ActReading.SitesFor(visit, fields) };
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(form with { Step = BulkStep.Again });
        }
        if (offer is null || persons.IsEmpty || persons.Length > BulkActs.Most)
        {
            return Page(form with
            {
                Wrong = persons.IsEmpty ? new("Kies ten minste één regel van de werklijst.", "Choose at least one row of the worklist.")
                    : persons.Length > BulkActs.Most ? new($"Kies hooguit {BulkActs.Most} personen tegelijk; u koos er {persons.Length}. Er is niets gedaan.", $"Choose at most {BulkActs.Most} persons at once; you chose {persons.Length}. Nothing was done.")
                    : new("Kies wat u wilt doen.", "Choose what you want to do."),
            });
        }
        var step = sent[ActForm.StepField];
        if (step != Look && step != Confirm)
        {
            return Page(form);
        }
        var (read, faults) = ActReading.Of(visit, offer, fields, sent);
        if (read is not { What: CaseCommand command })
        {
            return Page(form with { Faults = faults });
        }
        var law = visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(read.On);
        if (step == Look)
        {
            return Page(form with { Step = BulkStep.Checking, Rows = [.. form.Rows.Select((row, i) => Previewed(row with { Key = ActKey.New(), Version = views[i]?.Version ?? 0 }, views[i], offer, command, law, read.On))] });
        }
        var told = ImmutableArray.CreateBuilder<BulkRow>(form.Rows.Length);
        for (var i = 0; i < form.Rows.Length; i++)
        {
            told.Add(await DoAsync(visit, form.Rows[i], views[i], offer, command, read).ConfigureAwait(false));
        }
        return Page(form with { Step = BulkStep.Told, Rows = told.ToImmutable() });
    }

    private static BulkRow RowOf(IFormCollection sent, long person, CaseView? view)
    {
        var key = ActKey.TryParse(sent[BulkForm.KeyField(person)], out var own) ? own : ActKey.New();
        var version = int.TryParse(sent[BulkForm.SeenField(person)], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        return new(person, view?.Who ?? ShownPerson.None, version, key);
    }

    // The same offers as on the file's own page: what may not be done there may not be done here.
    private static bool IsOffered(CaseView? view, ActOffer offer) => view?.Offers.Any(each => each.Shape == offer.Shape) == true;

    private static BulkRow Previewed(BulkRow row, CaseView? view, ActOffer offer, CaseCommand command, Law law, Day on)
    {
        if (view is null || !IsOffered(view, offer))
        {
            return row with { Outcome = RowOutcome.NotHere };
        }
        try
        {
            var (preview, refusal) = ActPreview.Of(view, command, law, on);
            return row with { Preview = preview, Refusal = refusal };
        }
        catch (Exception fault) when (fault is OverflowException or NormException)
        {
            return row with { Outcome = RowOutcome.Refused };
        }
    }

    private static async Task<BulkRow> DoAsync(WorkVisit visit, BulkRow row, CaseView? view, ActOffer offer, CaseCommand command, ReadAct read)
    {
        var services = visit.Http.RequestServices;
        var (store, stream) = (services.GetRequiredService<ChainStore>(), new StreamId(StreamKind.CaseFile, row.Person));
        if (view is null || !services.GetRequiredService<Gate>().MayAct(visit.Caller, stream))
        {
            return row with { Outcome = RowOutcome.NotHere };
        }
        // Sent twice it is done once: what follows from a file has changed since, so that the key decides.
        if (await store.FirstAnswerAsync(row.Key).ConfigureAwait(false) is ActResult.Accepted before && before.Versions.Any(each => each.Stream == stream))
        {
            return row with { Outcome = RowOutcome.Done };
        }
        if (!IsOffered(view, offer))
        {
            return row with { Outcome = RowOutcome.NotHere };
        }
        var act = new Act(row.Key, visit.Caller.Doer, offer.Purpose, read.On, [new(stream, command)]) { Ground = read.Ground, Expected = [new(stream, row.Version)] };
        ActResult result;
        try
        {
            result = await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OverflowException or NormException)
        {
            return row with { Outcome = RowOutcome.Refused };
        }
        return (result is ActResult.Repeated repeated ? repeated.First : result) switch
        {
            ActResult.Accepted => row with { Outcome = RowOutcome.Done },
            ActResult.Refused refused => row with { Outcome = RowOutcome.Refused, Refusal = refused.Refusal },
            ActResult.Stale => row with { Outcome = RowOutcome.Stale },
            var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no answer."),
        };
    }

    private static IResult Page(BulkForm form) => WorkAnswers.Page<BulkPage>(
        form.Visit, form.Step == BulkStep.Again || form.Wrong is not null || form.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, (nameof(BulkPage.Form), form));
}
