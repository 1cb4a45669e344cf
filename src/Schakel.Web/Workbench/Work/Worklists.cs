using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Calendars;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench.Work;

/// <summary>
/// Worklists of functions (werklijsten): the files' own rows, which are always up to date, within what the caller's tie allows. Sorted as the
/// store sorts them: what is lost when nobody acts first, then what breaks a norm, then the rest, by last day.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="taking">Who has taken up what.</param>
/// <param name="time">Real time.</param>
public sealed class Worklists(ChainStore store, Gate gate, TakingShelf taking, TimeProvider time)
{
    /// <summary>How many days before its last day a step is at risk.</summary>
    public const int AtRiskWithin = WorklistQuestion.UsuallyAtRisk;

    private const int MostKept = 20_000;
    private const int MostLists = 2_000;

    private static readonly TimeSpan KindsFor = TimeSpan.FromSeconds(5);

    private static readonly FrozenDictionary<string, StepType> Steps = StepType.All.ToFrozenDictionary(each => each.Code);

    // Who somebody is, by file and version: a name costs opening the whole file, and changes only with its version.
    private readonly ConcurrentDictionary<(long Person, int Version), (ShownPerson Who, CountryCode? Nationality, Day? OrderedBy)> _names = [];

    private readonly KeptAnswers<(Shared List, string? Code), WorklistCounts> _counts = new(MostLists);

    private readonly KeptAnswers<Shared, string> _marks = new(MostLists);

    private readonly ConcurrentDictionary<Shared, (long Position, Day On, long At, ImmutableArray<WorkKind> Kinds)> _kinds = [];

    /// <summary>Whether a function has work of its own at all.</summary>
    /// <param name="function">The function.</param>
    public static bool HasList(Function function) => OwnSteps.PartiesOf(function).Count > 0;

    /// <summary>A page of a worklist. Whoever shows it records the looks.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="today">The chain's date.</param>
    public WorkView Of(Caller caller, WorkAsked asked, Day today)
    {
        var parties = OwnSteps.PartiesOf(caller.Function);
        if (parties.Count == 0)
        {
            return new(asked, false, [], new(0, 0, 0, 0, 0), [], null, 0);
        }
        var position = store.Log.Position;
        var taken = taking.Of(caller.Function, today);
        using var view = store.Models.Look();
        var all = StepsOf(view, caller, asked, parties, today, taken.Set);
        var name = SharedBy(caller, asked, taken);
        var kinds = KindsOf(name, all, today, position);
        var steps = asked.Code is { } code ? OfCode(all, code) : all;
        var counts = name is { } shared
            ? _counts.Of((shared, asked.Code), position, today, () => Worklist.CountOf(steps, today.Number, AtRiskWithin)) : Worklist.CountOf(steps, today.Number, AtRiskWithin);
        steps = asked.Status is { } status ? Worklist.Standing(steps, status, today.Number, AtRiskWithin) : asked.All ? steps
            : OwnSteps.AreAllChoices(caller.Function) ? Worklist.Open(steps, today.Number) : Worklist.ToDo(steps, today.Number);
        steps = asked.After is { } after ? Worklist.Beyond(steps, after) : steps;
        var found = (from step in steps
                     join file in view.Files on step.Person equals file.Person
                     orderby step.Rank, step.SortDay, step.Person, step.Ordinal
                     select new { Step = step, File = file }).Take(asked.Size + 1).ToList();
        var rows = found.Take(asked.Size).Select(each => RowOf(caller, each.Step, each.File, today, taken.Set)).ToImmutableArray();
        var last = rows.Length == 0 ? null : found[rows.Length - 1].Step;
        return new(
            asked, true, rows, counts, kinds,
            found.Count > rows.Length && last is not null ? new(last.Rank, last.SortDay, last.Person, last.Ordinal) : null, position)
        {
            TakenVersion = taken.Version,
            CountsChoices = OwnSteps.AreAllChoices(caller.Function),
        };
    }

    /// <summary>What tells one state of somebody's worklist from another: cheap, for asking again whenever something happened.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="today">The chain's date.</param>
    public string MarkOf(Caller caller, Day today)
    {
        var parties = OwnSteps.PartiesOf(caller.Function);
        if (parties.Count == 0)
        {
            return "";
        }
        var (asked, position) = (new WorkAsked(null, true, null, null, null, WorkAsked.UsualSize, null), store.Log.Position);
        string Mark()
        {
            using var view = store.Models.Look();
            return MarkOf(StepsOf(view, caller, asked, parties, today, TakenSet.Empty));
        }
        // Who has taken up what is a number in memory, beside what is kept of the rows.
        return (SharedBy(caller, asked, Taken.None) is { } shared ? _marks.Of(shared, position, today, Mark) : Mark())
            + (TakingShelf.IsFor(caller.Function) ? string.Create(CultureInfo.InvariantCulture, $".{taking.VersionOf(caller.Function)}") : "");
    }

    /// <summary>Who somebody is, as far as a caller may know: kept by version of the file.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="file">Row of the file.</param>
    public ShownPerson PersonOf(Caller caller, FileRow file) => caller.Function.MayRead(DataCategory.Identity) ? KnownOf(file).Who : ShownPerson.None;

    private (ShownPerson Who, CountryCode? Nationality, Day? OrderedBy) KnownOf(FileRow file)
    {
        if (_names.Count > MostKept)
        {
            _names.Clear();
        }
        return _names.GetOrAdd((file.Person, file.Version), each =>
        {
            var read = FileState.Read(store, new(StreamKind.CaseFile, each.Person)).File;
            return (Named(read), read.Registration.Identity?.Nationality, CourtOrders.LastDayOf(read.Procedure));
        });
    }

    /// <summary>Who somebody is, from the file.</summary>
    /// <param name="file">The file.</param>
    public static ShownPerson Named(CaseFile file)
    {
        var who = file.Registration;
        return new(who.VNumber?.ToString(), who.Identity?.Names is { } names ? string.Join(' ', ((string?[])[names.Given, names.Family]).Where(each => !string.IsNullOrWhiteSpace(each))) : "");
    }

    // The kinds are a menu with numbers beside it, and the one question here that reads every row: of a list that several share it is
    // asked again when something happened, and then at most every five seconds. The counts of what is late and due are never older than the list.
    private ImmutableArray<WorkKind> KindsOf(Shared? name, IQueryable<StepRow> all, Day today, long position)
    {
        if (name is { } before && _kinds.TryGetValue(before, out var kept) && kept.On == today && (kept.Position == position || time.GetElapsedTime(kept.At) < KindsFor))
        {
            return kept.Kinds;
        }
        ImmutableArray<WorkKind> kinds =
        [
            .. all.GroupBy(step => step.Code).Select(of => new { of.Key, Count = of.Count() }).AsEnumerable()
                .Select(each => new WorkKind(each.Key, NameOf(each.Key), each.Count)).OrderByDescending(each => each.Count).ThenBy(each => each.Code, StringComparer.Ordinal),
        ];
        if (name is { } shared)
        {
            if (_kinds.Count > MostLists)
            {
                _kinds.Clear();
            }
            _kinds[shared] = (position, today, time.GetTimestamp(), kinds);
        }
        return kinds;
    }

    // Those with the same function and tie have the same list: what is asked of it is asked once. A list of one's own clients or files is nobody
    // else's; what nobody has taken up is the same for all until somebody takes up something.
    private static Shared? SharedBy(Caller caller, WorkAsked asked, Taken taken)
    {
        int? free = asked.Whose == Whose.Nobody && !taken.Set.Files.IsEmpty ? taken.Version : null;
        return asked.Whose == Whose.Mine ? null : caller.Function.Reach switch
        {
            Reach.All => new(caller.Function.Code, null, asked.Site, asked.Municipality, free),
            Reach.Team => new(caller.Function.Code, caller.TeamNumber, asked.Site, asked.Municipality, free),
            Reach.Site => new(caller.Function.Code, caller.Site, asked.Site, asked.Municipality, free),
            Reach.Municipality => new(caller.Function.Code, caller.Municipality, asked.Site, asked.Municipality, free),
            _ => null,
        };
    }

    private static Text NameOf(string code) => Steps.TryGetValue(code, out var type) ? type.Name : new(Plain.Kebab(code), Plain.Kebab(code));

    private IQueryable<StepRow> StepsOf(ModelView view, Caller caller, WorkAsked asked, IReadOnlyList<int> parties, Day today, TakenSet taken)
    {
        var now = today.Number;
        var files = view.Files;
        if (asked.Site is { } site)
        {
            files = files.Where(file => file.Site == site);
        }
        if (asked.Municipality is { } municipality)
        {
            files = files.Where(file => file.Municipality == municipality);
        }
        var open = view.Steps.Where(step => step.Until == null || step.Until >= now);
        if (asked.Whose == Whose.Mine && WorkAsked.HasOwn(caller.Function))
        {
            var number = caller.Number;
            open = from row in view.ReturnCases where row.Counsellor == number join step in open on row.Person equals step.Person select step;
        }
        else if (asked.Whose == Whose.Mine)
        {
            var own = taken.By(caller.Number).ToList();
            open = open.Where(step => EF.Parameter(own).Contains(step.Person));
        }
        else if (asked.Whose == Whose.Nobody && !taken.Files.IsEmpty)
        {
            var theirs = taken.Files.Keys.ToList();
            open = open.Where(step => !EF.Parameter(theirs).Contains(step.Person));
        }
        // Of one's own clients or caseload, and of who stay at one's site, a database goes from the person to the step, of others from the party. It
        // would go through every applicant's steps for the clients of one lawyer; what is added to the party changes nothing but that.
        var steps = caller.Function.ListsFewFiles || asked.Whose == Whose.Mine ? open.Where(step => parties.Contains(step.Party + 0))
            : parties is [var party] ? open.Where(step => step.Party == party)
            : open.Where(step => parties.Contains(step.Party));
        var codes = OwnSteps.Of(caller.Function);
        steps = gate.Worked(caller, steps.Where(step => codes.Contains(step.Code)), view.Files);
        return asked.Site is null && asked.Municipality is null ? steps : from step in steps join file in files on step.Person equals file.Person select step;
    }

    // Steps of a code have few ranks: with those beside it, a database goes through them alone, in the order it keeps.
    private static IQueryable<StepRow> OfCode(IQueryable<StepRow> steps, string code)
    {
        var (first, last) = Steps.TryGetValue(code, out var type) ? StepRank.Among((StepKind)type.Force) : (StepRank.Consequence, StepRank.ByLaw);
        return steps.Where(step => step.Code == code && step.Rank >= first && step.Rank <= last);
    }

    private static string MarkOf(IQueryable<StepRow> all)
    {
        var sums = all.GroupBy(_ => 1).Select(of => new
        {
            Count = of.Count(),
            Persons = of.Sum(step => step.Person),
            Days = of.Sum(step => (long)step.SortDay + step.Force),
        }).FirstOrDefault();
        return sums is null ? "0" : string.Create(CultureInfo.InvariantCulture, $"{sums.Count}.{sums.Persons}.{sums.Days}");
    }

    private WorkRow RowOf(Caller caller, StepRow step, FileRow file, Day today, TakenSet taken)
    {
        var function = caller.Function;
        var status = Worklist.StatusOf(step, today.Number, AtRiskWithin);
        // A file that is only waited for may not be open to this function yet: then it is a number here.
        var isOpen = Relations.IsReached(function.Stage, file) || (step.WaitsFor is null && step.Force == (int)StepKind.Due);
        var since = step.Earliest ?? (function.MayRead(DataCategory.Procedure) ? file.LodgedOn : null);
        return new(
            file.Person, isOpen ? PersonOf(caller, file) : ShownPerson.None, step.Ordinal, step.Code, NameOf(step.Code), status,
            since <= today.Number ? new Day(since.Value) : null, step.Earliest is { } first ? new Day(first) : null, step.LastDay is { } last ? new Day(last) : null, step.Norm ?? "",
            OwnSteps.WaitsFor(function, step.WaitsFor), OwnSteps.NameOf(function, step.Lapses),
            function.MayRead(DataCategory.Reception) ? file.Site : null, function.MayRead(DataCategory.Housing) ? file.Municipality : null)
        {
            TakenUp = ShownTaking.Of(taken.Of(file.Person), caller.Number),
            Modality = function.MayRead(DataCategory.Reception) ? (Modality?)file.Modality : null,
            OrderedBy = isOpen && function.MainPurpose is LookPurpose.Procedure or LookPurpose.LegalAssistance && function.MayRead(DataCategory.Procedure) ? KnownOf(file).OrderedBy : null,
            Nationality = isOpen && function.MayRead(DataCategory.Origin) ? KnownOf(file).Nationality : null,
            Lodged = isOpen && function.MayRead(DataCategory.Procedure) && file.LodgedOn is { } lodged ? new Day(lodged) : null,
            Track = isOpen && function.MayRead(DataCategory.Procedure) && file.Track != (int)Track.None ? (Track)file.Track : null,
        };
    }

    private readonly record struct Shared(string Function, int? Tie, int? Site, int? Municipality, int? Free);
}
