using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>
/// Doing something on a file (handelen): asked, its consequences shown, confirmed, done once. The act goes to the desk as the interface sends
/// it: same command, purpose, powers, key and expected versions.
/// </summary>
internal static class ActPages
{
    private const string Confirm = "bevestigen";
    private const string Change = "wijzigen";

    /// <summary>The form, empty; back to the file when this function does no such thing.</summary>
    public static IResult Show(WorkVisit visit, long person, string act, bool ofHousehold)
    {
        var (form, instead) = Opened(visit, person, act, ofHousehold, FormCollection.Empty);
        return form is null ? instead! : Page(visit, form with { Sent = Begun(visit.Http.Request.Query, form) });
    }

    // A calendar fills in the day. Only days are taken from an address: nothing else that is typed stands in one.
    private static FormCollection Begun(IQueryCollection query, ActForm form) => new(form.Fields
        .Where(each => each.Asking == Asking.Day && Day.TryParse(query[each.Name], out _)).ToDictionary(each => each.Name, each => query[each.Name]));

    /// <summary>What was sent.</summary>
    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent, long person, string act, bool ofHousehold)
    {
        var (form, instead) = Opened(visit, person, act, ofHousehold, sent);
        if (form is null)
        {
            return instead!;
        }
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(visit, form with { Step = FormStep.Again });
        }
        if (sent[ActForm.StepField] == Change)
        {
            return Page(visit, form);
        }
        var (asked, faults) = Read(visit, form);
        if (asked is null)
        {
            return Page(visit, form with { Faults = faults });
        }
        if (sent[ActForm.StepField] == Confirm)
        {
            return await DoAsync(visit, form, asked).ConfigureAwait(false);
        }
        var now = StreamsOf(form).Select(each => VersionOf(visit, each)).ToImmutableArray();
        if (now.Any(each => !form.Seen.Contains(each)))
        {
            return Page(visit, Stale(form, now)); // What a colleague did is shown before anything else.
        }
        var (preview, refusal) = PreviewOf(form, asked);
        return Page(visit, refusal is not null ? form with { Refusal = refusal, Preview = preview } : form with { Preview = preview, Step = FormStep.Checking });
    }

    /// <summary>What was asked, read from the form.</summary>
    private sealed record Asked(object What, Day On, string? Ground, ImmutableArray<Addressed> Commands, Refusal? Nobody);

    private static (ActForm? Form, IResult? Instead) Opened(WorkVisit visit, long person, string act, bool ofHousehold, IFormCollection sent)
    {
        var services = visit.Http.RequestServices;
        if (services.GetRequiredService<CaseViews>().Open(visit, person) is not { } view)
        {
            return (null, WorkAnswers.Unknown(visit));
        }
        var household = StreamId.Of(view.File.Registration.Household);
        if (view.Offers.FirstOrDefault(each => each.Path == act && each.OfHousehold == ofHousehold) is not { } offer
            || !services.GetRequiredService<Gate>().MayAct(visit.Caller, ofHousehold ? household : view.Sight.Stream))
        {
            return (null, Results.Redirect(WorkPaths.Case(person)));
        }
        var form = new ActForm(view, offer, ActField.Of(offer.Shape), sent, ActKey.TryParse(sent[ActForm.KeyField], out var key) ? key : ActKey.New(), ActForm.SeenIn(sent[ActForm.SeenField]));
        form = form with { Sites = ActReading.SitesFor(visit, form.Fields) };
        return (form.Seen.IsEmpty && sent.Count == 0 ? form with { Seen = [.. StreamsOf(form).Select(each => VersionOf(visit, each))] } : form, null);
    }

    private static IEnumerable<StreamId> StreamsOf(ActForm form) => !form.Offer.OfHousehold ? [form.View.Sight.Stream]
        : form.View.Household.Members.Select(each => StreamId.Of(each.Person)).Prepend(StreamId.Of(form.View.File.Registration.Household));

    private static ExpectedVersion VersionOf(WorkVisit visit, StreamId stream) => new(stream, FileState.Read(visit.Http.RequestServices.GetRequiredService<ChainStore>(), stream).Version);

    private static (Asked? Asked, FrozenDictionary<string, string> Faults) Read(WorkVisit visit, ActForm form)
    {
        var (read, faults) = ActReading.Of(visit, form.Offer, form.Fields, form.Sent);
        return read is null ? (null, faults) : (new(read.What, read.On, read.Ground, CommandsOf(visit, form, read.What), read.What is HouseholdAct ? HouseholdActs.ConcernsNobody : null), faults);
    }

    private static ImmutableArray<Addressed> CommandsOf(WorkVisit visit, ActForm form, object what)
    {
        if (what is Command command)
        {
            return [new(form.View.Sight.Stream, command)];
        }
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var files = form.View.Household.Members.ToDictionary(each => each.Person, each => FileState.Read(store, StreamId.Of(each.Person)).File);
        return [.. HouseholdActs.Of((HouseholdAct)what, form.View.Household, person => files[person]).Select(each => new Addressed(StreamId.Of(each.Person), each.Command))];
    }

    private static (ActPreview? Preview, Refusal? Refusal) PreviewOf(ActForm form, Asked asked)
    {
        var visit = form.View.Visit;
        if (asked.Commands.IsEmpty)
        {
            return (null, asked.Nobody);
        }
        var law = visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(asked.On);
        ActPreview? whole = null;
        foreach (var (stream, command) in asked.Commands)
        {
            // Of another member is shown only what who acts may see there; the desk decides all of them together.
            var view = stream == form.View.Sight.Stream ? form.View : visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, stream.Number);
            if (view is null || command is MergeInto)
            {
                continue;
            }
            var (one, refusal) = ActPreview.Of(view, (CaseCommand)command, law, asked.On);
            if (refusal is not null)
            {
                return (one, refusal);
            }
            whole = whole is null ? one : new(
                [.. whole.Records, .. one!.Records], [.. whole.Breaches.Union(one.Breaches)], [.. whole.Breaks.Union(one.Breaks)], [.. whole.Terms.Union(one.Terms)], [.. whole.Steps.Union(one.Steps)]);
        }
        // A household that moves together leaves nobody behind.
        return (form.Offer.OfHousehold && whole is not null ? whole with { Breaks = [.. whole.Breaks.Where(each => each.Breaks != MoveBreaks.Household)] }
            : whole ?? new([form.Offer.Name], [], [], [], []), null);
    }

    private static async Task<IResult> DoAsync(WorkVisit visit, ActForm form, Asked asked)
    {
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var commands = asked.Commands;
        var expected = form.Seen;
        // Sent twice it is done once: what follows from a file has changed since, so that the key decides.
        if (await store.FirstAnswerAsync(form.Key).ConfigureAwait(false) is ActResult.Accepted before && before.Versions.Any(each => each.Stream == form.View.Sight.Stream))
        {
            return Done(form, before);
        }
        if (commands.IsEmpty)
        {
            return Page(visit, form with { Refusal = asked.Nobody });
        }
        if (commands.Any(command => !expected.Any(each => each.Stream == command.Stream)))
        {
            return Page(visit, Stale(form, [.. StreamsOf(form).Select(each => VersionOf(visit, each))]));
        }
        if (asked.What is MergeInto merge)
        {
            // What stands on the other file decides whether this one may rest: it is read here, and may not change meanwhile.
            var other = StreamId.Of(merge.Surviving);
            var there = FileState.Read(store, other);
            commands = [new(form.View.Sight.Stream, merge with { There = Standing.Of(there.File) })];
            expected = expected.Add(new(other, there.Version));
        }
        var act = new Act(form.Key, visit.Caller.Doer, form.Offer.Purpose, asked.On, commands) { Ground = asked.Ground, Expected = expected };
        ActResult result;
        try
        {
            result = await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false);
        }
        catch (OverflowException)
        {
            return Page(visit, form with { Faults = new Dictionary<string, string> { [ActBody.DayField] = visit.In("Een getal of dag is te groot om mee te rekenen.", "A number or day is too large to compute with.") }.ToFrozenDictionary() });
        }
        return (result is ActResult.Repeated repeated ? repeated.First : result) switch
        {
            ActResult.Accepted accepted => Done(form, accepted),
            ActResult.Refused refused => Page(visit, form with { Refusal = refused.Refusal, Key = ActKey.New() }),
            ActResult.Stale => Page(visit, Stale(form, [.. StreamsOf(form).Select(each => VersionOf(visit, each))])),
            var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no answer."),
        };
    }

    private static IResult Done(ActForm form, ActResult.Accepted accepted) => Results.Redirect(WorkPaths.Case(form.View.Person)
        + (accepted.Events.Where(each => each.Envelope.Stream == form.View.Sight.Stream).Select(each => (int?)each.Envelope.Version).FirstOrDefault() is { } version ? $"?gedaan={version}#gedaan" : ""));

    private static ActForm Stale(ActForm form, ImmutableArray<ExpectedVersion> now)
    {
        var last = form.Seen.Where(each => each.Stream == form.View.Sight.Stream).Select(each => each.Version).FirstOrDefault();
        return form with { IsStale = true, Meanwhile = [.. form.View.Timeline(last)], Seen = now, Key = ActKey.New() };
    }

    private static IResult Page(WorkVisit visit, ActForm form) => WorkAnswers.Page<ActPage>(
        visit, form.IsStale ? StatusCodes.Status412PreconditionFailed : form.Refusal is not null ? StatusCodes.Status409Conflict : form.Faults.Count > 0 || form.Step == FormStep.Again ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK, (nameof(ActPage.Form), form));
}
