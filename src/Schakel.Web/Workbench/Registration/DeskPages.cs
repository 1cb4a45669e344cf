using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Registration;
using Schakel.Web.Workbench.Finding;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Workbench.Registration;

/// <summary>
/// The registration desk (aanmeldbalie): one form a person, typed without a mouse, and the next one at once. What is typed of one person is
/// one act: all of it is recorded, or nothing, and once. Who may be known already is shown before it is.
/// </summary>
internal static class DeskPages
{
    private const int Latest = 8;

    /// <summary>The desk, empty, or with what goes on from the person before.</summary>
    public static IResult Show(WorkVisit visit)
    {
        if (!Desk.IsOf(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var query = visit.Http.Request.Query;
        return CentreIn(visit) is { } centre ? Page(visit, new(Begun(visit, centre, NumberIn(query["bij"]), NumberIn(query["zaak"])), ActKey.New()), centre, done: NumberIn(query["gedaan"]))
            : WorkAnswers.Page<DeskPage>(visit);
    }

    /// <summary>All who arrived at the centre today, and who are expected.</summary>
    public static IResult ShowToday(WorkVisit visit)
    {
        if (!Desk.IsOf(visit.Caller.Function) || CentreIn(visit) is not { } centre)
        {
            return Desk.IsOf(visit.Caller.Function) ? Results.Redirect(WorkPaths.Desk) : WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var arrivals = services.GetRequiredService<ArrivalsToday>();
        var (arrived, expected) = (arrivals.Of(visit.Caller, centre, visit.Today), arrivals.Expected(visit.Caller));
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, arrived.Select(each => each.Person).Concat(expected.Select(each => each.Person)), visit.Caller.Function.MainPurpose);
        return WorkAnswers.Page<TodayPage>(visit, (nameof(TodayPage.Centre), centre), (nameof(TodayPage.Arrived), arrived), (nameof(TodayPage.Expected), expected));
    }

    /// <summary>What was typed of somebody.</summary>
    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!Desk.IsOf(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var form = DeskForm.Of(sent);
        var faults = new Faults(visit.InEnglish);
        var centre = NumberIn(form[DeskForm.Centre]) is { } number and <= int.MaxValue ? new CentreId((int)number) : (CentreId?)null;
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(visit, form, centre, DeskStep.Again);
        }
        if (DeskEntry.Read(form, visit.Caller.Function, faults) is not { } entry)
        {
            return Page(visit, form, centre, faults: faults);
        }
        var services = visit.Http.RequestServices;
        var household = HouseholdOf(visit, entry, faults);
        var there = ThereIs(visit, entry, faults);
        if (faults.ByField.Count > 0)
        {
            return Page(visit, form, centre, faults: faults);
        }
        return await services.GetRequiredService<Openings>().InTurnAsync(() => DoAsync(visit, form, entry, household, there), visit.Http.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<IResult> DoAsync(WorkVisit visit, DeskForm form, DeskEntry entry, HouseholdId? household, ExpectedVersion? there)
    {
        var services = visit.Http.RequestServices;
        var (store, openings) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Openings>());
        var act = new Act(form.Key, visit.Caller.Doer, Purpose.Registration, visit.Today, []) { Asked = form.Asked };
        // Sent twice it is done once: looked at first, as the person would be their own double.
        if (await store.FindAnswerAsync(act).ConfigureAwait(false) is { } before)
        {
            return Answer(visit, form, entry, before);
        }
        _ = VNumber.TryParse(entry.Number, out var number);
        var doubles = await services.GetRequiredService<Doubles>().OfAsync(visit.Caller, entry.Identity.Names, entry.Identity.Born, number.IsNone ? null : number).ConfigureAwait(false);
        if (doubles.Any(each => !form.Others.Contains(each.Person)))
        {
            Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, doubles.Select(each => each.Person), visit.Caller.Function.MainPurpose);
            return Page(visit, form, entry.Centre, DeskStep.Doubles, doubles: doubles);
        }
        var seen = there ?? new ExpectedVersion(new(StreamKind.CaseFile, await openings.NextAsync(StreamKind.CaseFile).ConfigureAwait(false)), 0);
        var family = household ?? new HouseholdId(await openings.NextAsync(StreamKind.Household).ConfigureAwait(false));
        var commands = entry.Commands(visit.Caller.Official, family, visit.Today).ToImmutableArray();
        if (commands.Any(each => !Desk.ResourceOf(each.GetType()).Allows(visit.Caller.Function, each)))
        {
            return Page(visit, form, entry.Centre, refusal: new("desk.no-power", "fact", "Uw functie is voor een deel hiervan niet bevoegd.", "Your function has no power for a part of this."));
        }
        act = act with { Commands = [.. commands.Select(each => new Addressed(seen.Stream, each))], Expected = [seen] };
        return Answer(visit, form, entry, await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false));
    }

    private static IResult Answer(WorkVisit visit, DeskForm form, DeskEntry entry, ActResult result) => (result is ActResult.Repeated repeated ? repeated.First : result) switch
    {
        ActResult.Accepted accepted => Done(form, entry, accepted.Versions.First(each => each.Stream.Kind == StreamKind.CaseFile).Stream.Number),
        ActResult.Refused refused => Page(visit, form with { Key = ActKey.New() }, entry.Centre, refusal: refused.Refusal),
        ActResult.Stale => Page(visit, form with { Key = ActKey.New() }, entry.Centre,
            refusal: new("desk.first", "fact", "Een collega heeft deze vooraanmelding net zelf verwerkt.", "A colleague has just dealt with this pre-registration.")),
        var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no answer."),
    };

    private static IResult Done(DeskForm form, DeskEntry entry, long person) => Results.Redirect(string.Create(
        CultureInfo.InvariantCulture, $"{WorkPaths.DeskOf(entry.Centre.Value)}&gedaan={person}{(form[DeskForm.Next] == DeskForm.SameHousehold ? $"&bij={entry.With ?? person}" : "")}"));

    private static HouseholdId? HouseholdOf(WorkVisit visit, DeskEntry entry, Faults faults)
    {
        if (entry.With is not { } with)
        {
            return null;
        }
        if (FileSeen(visit, with) is { } file && file.Registration.Household.Value > 0)
        {
            return file.Registration.Household;
        }
        faults.Add(DeskForm.With, "Deze zaak is hier niet bekend, of nog niet geopend.", "This case is not known here, or not opened yet.");
        return null;
    }

    // The file of a pre-registration becomes the person's own file.
    private static ExpectedVersion? ThereIs(WorkVisit visit, DeskEntry entry, Faults faults)
    {
        if (entry.File is not { } number)
        {
            return null;
        }
        if (FileSeen(visit, number) is { Presence: Presences.Unopened, Registration.PreRegisteredOn: not null })
        {
            var stream = new StreamId(StreamKind.CaseFile, number);
            return new(stream, FileState.Read(visit.Http.RequestServices.GetRequiredService<ChainStore>(), stream).Version);
        }
        faults.Add(DeskForm.File, "Onder dit nummer staat geen vooraanmelding open.", "No pre-registration is open under this number.");
        return null;
    }

    // What does not exist and what may not be seen is one answer here too; that one looked is recorded.
    private static CaseFile? FileSeen(WorkVisit visit, long person)
    {
        var services = visit.Http.RequestServices;
        return services.GetRequiredService<Gate>().Open(visit.Caller, new(StreamKind.CaseFile, person), Looking.Of(visit.Http, services.GetRequiredService<LookLog>()))?.State.File;
    }

    private static FormCollection Begun(WorkVisit visit, CentreId centre, long? with, long? expected)
    {
        var fields = new Dictionary<string, StringValues> { [DeskForm.Centre] = WorkVisit.Plain(centre.Value) };
        if (with is { } person && FileSeen(visit, person) is { Registration.Identity: { } known } file)
        {
            var members = FileState.Read(visit.Http.RequestServices.GetRequiredService<ChainStore>(), StreamId.Of(file.Registration.Household)).Household.Members;
            fields[DeskForm.With] = WorkVisit.Plain(person);
            fields[DeskForm.FamilyName] = known.Names.Family;
            fields[DeskForm.Nationality] = known.Nationality.ToString();
            fields[DeskForm.Language] = known.Language.ToString();
            fields[DeskForm.Role] = Words.OfValue(members.Any(each => each.Role == FamilyRole.Partner) ? FamilyRole.Child : FamilyRole.Partner);
        }
        if (expected is { } number && visit.Http.RequestServices.GetRequiredService<ArrivalsToday>().Expected(visit.Caller).FirstOrDefault(each => each.Person == number) is { } said)
        {
            fields[DeskForm.File] = WorkVisit.Plain(said.Person);
            fields[DeskForm.Language] = said.Language.ToString();
        }
        return new(fields);
    }

    private static IResult Page(
        WorkVisit visit, DeskForm form, CentreId? centre, DeskStep step = DeskStep.Asking, Faults? faults = null, Refusal? refusal = null, ImmutableArray<PossibleDouble> doubles = default, long? done = null)
    {
        var services = visit.Http.RequestServices;
        var arrivals = services.GetRequiredService<ArrivalsToday>();
        var arrived = centre is { } one ? arrivals.Of(visit.Caller, one, visit.Today) : [];
        var latest = arrived.Take(Latest).ToImmutableArray();
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, latest.Select(each => each.Person), visit.Caller.Function.MainPurpose);
        var status = step == DeskStep.Doubles || refusal is not null ? StatusCodes.Status409Conflict : step == DeskStep.Again || faults is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return WorkAnswers.Page<DeskPage>(
            visit, status, (nameof(DeskPage.Form), form), (nameof(DeskPage.Centre), centre), (nameof(DeskPage.Step), step),
            (nameof(DeskPage.Faults), faults?.ByField.ToFrozenDictionary() ?? FrozenDictionary<string, string>.Empty), (nameof(DeskPage.Refusal), refusal),
            (nameof(DeskPage.Doubles), doubles.IsDefault ? [] : doubles), (nameof(DeskPage.Latest), latest), (nameof(DeskPage.Today), DeskCounts.Of(arrived, arrivals.Expected(visit.Caller).Length)),
            // What was just done is shown only to who did it: an address that somebody else made tells nothing.
            (nameof(DeskPage.Done), latest.FirstOrDefault(each => each.Person == done && each.By == visit.Caller.Doer)));
    }

    private static CentreId? CentreIn(WorkVisit visit) => NumberIn(visit.Http.Request.Query[DeskForm.Centre]) is { } number and <= int.MaxValue ? new CentreId((int)number) : null;

    private static long? NumberIn(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

/// <summary>How the day at a centre stands (dagstand).</summary>
/// <param name="Arrived">Who arrived.</param>
/// <param name="Identified">Who of them were identified.</param>
/// <param name="SentOn">Who of them were sent on.</param>
/// <param name="Expected">Who said beforehand that they will come, anywhere.</param>
public sealed record DeskCounts(int Arrived, int Identified, int SentOn, int Expected)
{
    /// <summary>Counts.</summary>
    /// <param name="arrived">Who arrived.</param>
    /// <param name="expected">How many are expected.</param>
    public static DeskCounts Of(ImmutableArray<ArrivedPerson> arrived, int expected) =>
        new(arrived.Length, arrived.Count(each => each.IsIdentified), arrived.Count(each => each.SentTo is not null), expected);
}
