using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Documents;
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

    /// <summary>The form, empty; back to the page of what it is about when this function does no such thing.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="subject">The file, household, site, or policy on a country; null when it does not exist or may not be seen.</param>
    /// <param name="act">Last segment of the act's address.</param>
    /// <param name="ofHousehold">For the household.</param>
    public static IResult Show(WorkVisit visit, IActSubject? subject, string act, bool ofHousehold = false)
    {
        var (form, instead) = Opened(visit, subject, act, ofHousehold, FormCollection.Empty);
        return form is null ? instead! : Page(visit, form with { Sent = BeforehandOf(form) });
    }

    /// <summary>What was sent.</summary>
    /// <param name="visit">Who sent it.</param>
    /// <param name="sent">What.</param>
    /// <param name="subject">The file, household, site, or policy on a country; null when it does not exist or may not be seen.</param>
    /// <param name="act">Last segment of the act's address.</param>
    /// <param name="ofHousehold">For the household.</param>
    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent, IActSubject? subject, string act, bool ofHousehold = false)
    {
        var (form, instead) = Opened(visit, subject, act, ofHousehold, sent);
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
        try
        {
            return sent[ActForm.StepField] == Confirm ? await DoAsync(visit, form, asked).ConfigureAwait(false) : Foreseen(visit, form, asked);
        }
        catch (Exception fault) when (fault is OverflowException or NormException)
        {
            return Page(visit, form with { Faults = new Dictionary<string, string> { [ActBody.DayField] = Uncounted(visit, fault) }.ToFrozenDictionary() });
        }
    }

    /// <summary>Why nothing can be computed with what was typed: a number or day that is too large, or a day on which there was no law for it.</summary>
    internal static string Uncounted(WorkVisit visit, Exception fault) => fault is NormException norm
        ? visit.In($"Op die dag gold geen versie van de norm {norm.NormId}.", $"On that day no version of the norm {norm.NormId} was in force.")
        : visit.In("Een getal of dag is te groot om mee te rekenen.", "A number or day is too large to compute with.");

    private static IResult Foreseen(WorkVisit visit, ActForm form, Asked asked)
    {
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

    private static (ActForm? Form, IResult? Instead) Opened(WorkVisit visit, IActSubject? subject, string act, bool ofHousehold, IFormCollection sent)
    {
        if (subject is null)
        {
            return (null, WorkAnswers.Unknown(visit));
        }
        var stream = ofHousehold ? StreamId.Of(((CaseView)subject).File.Registration.Household) : subject.Sight.Stream;
        if (subject.Offers.FirstOrDefault(each => each.Path == act && each.OfHousehold == ofHousehold) is not { } offer
            || !visit.Http.RequestServices.GetRequiredService<Gate>().MayAct(visit.Caller, stream))
        {
            return (null, Results.Redirect(subject.Home));
        }
        var form = new ActForm(subject, offer, ActField.Of(offer.Shape), sent, ActKey.TryParse(sent[ActForm.KeyField], out var key) ? key : ActKey.New(), ActForm.SeenIn(sent[ActForm.SeenField]));
        form = form with { Sites = ActReading.SitesFor(visit, form.Fields) };
        return (form.Seen.IsEmpty && sent.Count == 0 ? form with { Seen = [.. StreamsOf(form).Select(each => VersionOf(visit, each))] } : form, null);
    }

    // A link fills in which moratorium, finding or question is meant, a calendar the day. Nothing else about a person ever stands in an address.
    private static FormCollection BeforehandOf(ActForm form)
    {
        var query = form.Visit.Http.Request.Query;
        return new(form.Fields.Where(each => form.Stream.Kind is StreamKind.Country or StreamKind.Site ? query.ContainsKey(each.Name)
                : each.Asking switch
                {
                    Asking.Day => Day.TryParse(query[each.Name], out _),
                    Asking.Number => each.Name == WorkPaths.NumberField && query[each.Name] is [{ Length: > 0 and <= 9 }],
                    _ => false,
                })
            .Select(each => KeyValuePair.Create(each.Name, query[each.Name]))
            .Concat(form.Subject.KnownFrom(query).Select(each => KeyValuePair.Create(each.Name, new StringValues(each.Value)))).ToDictionary());
    }

    private static IEnumerable<StreamId> StreamsOf(ActForm form) => !form.Offer.OfHousehold ? [form.Stream]
        : ((CaseView)form.Subject).Household.Members.Select(each => StreamId.Of(each.Person)).Prepend(StreamId.Of(((CaseView)form.Subject).File.Registration.Household));

    private static ExpectedVersion VersionOf(WorkVisit visit, StreamId stream) => new(stream, FileState.Read(visit.Http.RequestServices.GetRequiredService<ChainStore>(), stream).Version);

    private static (Asked? Asked, FrozenDictionary<string, string> Faults) Read(WorkVisit visit, ActForm form)
    {
        var (read, faults) = ActReading.Of(visit, form.Offer, form.Fields, form.Sent);
        if (read?.What is TakeBackDocument back && ShownDocument.IsNone(form.Subject.Sight, back.Number))
        {
            return (new(back, read.On, read.Ground, [], SuppliedDocuments.None), faults); // Nobody takes back a document that they may not know of.
        }
        return read is null ? (null, faults) : (new(read.What, read.On, read.Ground, CommandsOf(visit, form, read.What), read.What is HouseholdAct ? HouseholdActs.ConcernsNobody : null), faults);
    }

    private static ImmutableArray<Addressed> CommandsOf(WorkVisit visit, ActForm form, object what)
    {
        if (what is Command command)
        {
            return [new(form.Stream, command)];
        }
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var household = ((CaseView)form.Subject).Household;
        var files = household.Members.ToDictionary(each => each.Person, each => FileState.Read(store, StreamId.Of(each.Person)).File);
        return [.. HouseholdActs.Of((HouseholdAct)what, household, person => files[person]).Select(each => new Addressed(StreamId.Of(each.Person), each.Command))];
    }

    private static (ActPreview? Preview, Refusal? Refusal) PreviewOf(ActForm form, Asked asked) =>
        asked.Commands.IsEmpty ? (null, asked.Nobody) : Foreseeing.Of(form.Subject, form.Offer, asked.Commands, asked.On);

    private static async Task<IResult> DoAsync(WorkVisit visit, ActForm form, Asked asked)
    {
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var commands = asked.Commands;
        var expected = form.Seen;
        // Sent twice it is done once: what follows from a file has changed since, so that the key decides.
        if (await store.FirstAnswerAsync(form.Key).ConfigureAwait(false) is ActResult.Accepted before && before.Versions.Any(each => each.Stream == form.Stream))
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
            commands = [new(form.Stream, merge with { There = Standing.Of(there.File) })];
            expected = expected.Add(new(other, there.Version));
        }
        var act = new Act(form.Key, visit.Caller.Doer, form.Offer.Purpose, asked.On, commands) { Ground = asked.Ground, Expected = expected };
        var result = await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false);
        return (result is ActResult.Repeated repeated ? repeated.First : result) switch
        {
            ActResult.Accepted accepted => Done(form, accepted),
            ActResult.Refused refused => Page(visit, form with { Refusal = refused.Refusal, Key = ActKey.New() }),
            ActResult.Stale => Page(visit, Stale(form, [.. StreamsOf(form).Select(each => VersionOf(visit, each))])),
            var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no answer."),
        };
    }

    private static IResult Done(ActForm form, ActResult.Accepted accepted) => Results.Redirect(form.Subject.HomeAfter(accepted));

    private static ActForm Stale(ActForm form, ImmutableArray<ExpectedVersion> now)
    {
        var last = form.Seen.Where(each => each.Stream == form.Stream).Select(each => each.Version).FirstOrDefault();
        return form with { IsStale = true, Meanwhile = [.. form.Subject.Timeline(last)], Seen = now, Key = ActKey.New() };
    }

    private static IResult Page(WorkVisit visit, ActForm form) => WorkAnswers.Page<ActPage>(
        visit, form.IsStale ? StatusCodes.Status412PreconditionFailed : form.Refusal is not null ? StatusCodes.Status409Conflict : form.Faults.Count > 0 || form.Step == FormStep.Again ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK, (nameof(ActPage.Form), form));
}
