using System.Collections.Concurrent;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Housing;

/// <summary>Family that a household expects (verwachte nareis).</summary>
/// <param name="Asked">Relatives for whom a request is undecided.</param>
/// <param name="Granted">Relatives who were let in and are not here yet.</param>
/// <param name="ArriveOn">Day on which they were announced to arrive.</param>
public readonly record struct ExpectedFamily(int Asked, int Granted, Day? ArriveOn)
{
    /// <summary>Nobody is expected.</summary>
    public bool IsNobody => Asked + Granted == 0;
}

/// <summary>A member of a household for whom a home is to be found (wie op een woning wacht).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsResident">Registered as a resident.</param>
/// <param name="RegisteredOn">Day of that registration (inschrijving in de BRP); absent when it is not known.</param>
/// <param name="WorksSince">First day of paid work, where who looks may know.</param>
/// <param name="AssistedOn">Day on which social assistance was granted, where who looks may know.</param>
public sealed record HomeMember(long Person, ShownPerson Who, HousingTaskState State, bool IsResident, Day? RegisteredOn, Day? WorksSince, Day? AssistedOn);

/// <summary>A household for which a home is to be found (huishouden zonder woning).</summary>
/// <param name="Waiting">Its members who are linked and have no home yet, the main person first.</param>
/// <param name="Size">How many belong to it, those who are not linked here among them.</param>
/// <param name="Children">How many of them are children.</param>
/// <param name="Expected">Family that is expected.</param>
/// <param name="LinkedOn">Since when linked: the first day.</param>
/// <param name="Offers">Homes offered: the most to any of them, as one home is offered to all.</param>
/// <param name="LastDay">Last day of the municipality's first open step.</param>
public sealed record HomeToFind(ImmutableArray<HomeMember> Waiting, int Size, int Children, ExpectedFamily Expected, Day? LinkedOn, int Offers, Day? LastDay)
{
    /// <summary>How many stand how.</summary>
    public ImmutableArray<(HousingTaskState State, int Count)> States => [.. Waiting.GroupBy(each => each.State).OrderBy(of => of.Key).Select(of => (of.Key, of.Count()))];
}

/// <summary>
/// Households that wait for a home, from the rows of who are linked and, of each, what only the file tells: what was asked for relatives, the day
/// of registration, work and assistance. What was read is kept by version of the file.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="worklists">Who people are.</param>
public sealed class HomesToFind(ChainStore store, Worklists worklists)
{
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(long Person, int Version), Read> _kept = [];

    /// <summary>The households of these tasks, whose last day comes first on top; whoever shows them records the looks.</summary>
    /// <param name="tasks">Who wait.</param>
    /// <param name="files">Their files, those that who looks may list.</param>
    public static ImmutableArray<ImmutableArray<HousingTask>> Together(IEnumerable<HousingTask> tasks, IReadOnlyDictionary<long, FileRow> files) =>
    [
        .. tasks.Where(each => files.ContainsKey(each.Task.Person)).GroupBy(each => files[each.Task.Person].Household)
            .Select(of => of.OrderBy(each => each.Task.Person).ToImmutableArray()).OrderBy(of => of.Min(each => each.LastDay ?? int.MaxValue)).ThenBy(of => of[0].Task.Person),
    ];

    /// <summary>Households as a page shows them.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="view">The rows.</param>
    /// <param name="households">The tasks, by household.</param>
    /// <param name="files">Their files.</param>
    public ImmutableArray<HomeToFind> Of(Caller caller, ModelView view, IReadOnlyCollection<ImmutableArray<HousingTask>> households, IReadOnlyDictionary<long, FileRow> files)
    {
        var numbers = households.Select(each => files[each[0].Task.Person].Household).ToList();
        var members = view.Members.Where(each => numbers.Contains(each.Household)).ToList();
        var roles = members.ToDictionary(each => each.Person, each => (FamilyRole)each.Role);
        var sizes = members.GroupBy(each => each.Household).ToDictionary(of => of.Key, of => (Size: of.Count(), Children: of.Count(each => each.Role == (int)FamilyRole.Child)));
        return
        [
            .. households.Select(tasks =>
            {
                var household = files[tasks[0].Task.Person].Household;
                var read = tasks.ToDictionary(each => each.Task.Person, each => ReadOf(files[each.Task.Person]));
                var (size, children) = sizes.TryGetValue(household, out var known) ? known : (tasks.Length, 0);
                return new HomeToFind(
                    [.. tasks.OrderBy(each => roles.GetValueOrDefault(each.Task.Person, FamilyRole.Child)).ThenBy(each => each.Task.Person).Select(each => MemberOf(caller, each, files[each.Task.Person], read[each.Task.Person]))],
                    Math.Max(size, tasks.Length), children, ExpectedBy(household, [.. read.Values]), DayOf(tasks.Min(each => each.Task.LinkedOn)), tasks.Max(each => each.Task.Offers), DayOf(tasks.Min(each => each.LastDay)));
            }),
        ];
    }

    private HomeMember MemberOf(Caller caller, HousingTask task, FileRow file, Read read)
    {
        var readsParticipation = caller.Function.MayRead(DataCategory.Participation);
        return new(
            task.Task.Person, worklists.PersonOf(caller, file), (HousingTaskState)task.Task.State, read.IsResident, read.RegisteredOn, readsParticipation ? read.WorksSince : null,
            readsParticipation ? read.AssistedOn : null);
    }

    private ExpectedFamily ExpectedBy(long household, IReadOnlyCollection<Read> sponsors)
    {
        var granted = sponsors.Any(each => each.Family.GrantedOn is not null) ? FileState.Read(store, new(StreamKind.Household, household)).Household.EntryVisas : 0;
        return new(
            sponsors.Sum(each => each.Family.Pending ? Math.Max(1, each.Family.Relatives) : 0), granted,
            granted == 0 ? null : sponsors.Select(each => each.Family.TravelOn).FirstOrDefault(each => each is not null));
    }

    private Read ReadOf(FileRow row)
    {
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }
        return _kept.GetOrAdd((row.Person, row.Version), each =>
        {
            var state = FileState.Read(store, new(StreamKind.CaseFile, each.Person));
            Day? LastOf<TEvent>() => state.History.Where(one => one.Event is TEvent).Select(one => (Day?)one.Envelope.OccurredOn).LastOrDefault();
            return new(state.File.Family, state.File.Guidance.Has(Provisions.Resident), LastOf<ResidentRegistered>(), state.File.Participation.WorksSince, LastOf<SocialAssistanceGranted>());
        });
    }

    private static Day? DayOf(int? number) => number is { } day ? new Day(day) : null;

    private sealed record Read(FamilyState Family, bool IsResident, Day? RegisteredOn, Day? WorksSince, Day? AssistedOn);
}
