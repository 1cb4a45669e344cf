using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Web.Api;

namespace Schakel.Web.Access;

/// <summary>What a caller may see of a file, household or site (zicht): nothing leaves but through <see cref="MayRead(DataCategory)"/>.</summary>
/// <param name="Caller">Who looks.</param>
/// <param name="Stream">At what.</param>
/// <param name="State">How it stands, with its history.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Categories">Categories that may be read here.</param>
public sealed record Sight(Caller Caller, StreamId Stream, FileState State, LookPurpose Purpose, FrozenSet<DataCategory> Categories)
{
    /// <summary>Whether a category may be read.</summary>
    /// <param name="category">The category.</param>
    public bool MayRead(DataCategory category) => Categories.Contains(category);

    /// <summary>Whether a category may be read in an event: what is written to some functions, of any category, those and the person read.</summary>
    /// <param name="category">The category.</param>
    /// <param name="happened">The event.</param>
    public bool MayRead(DataCategory category, ChainEvent happened) => MayRead(category)
        && (Caller.Function.Reach == Reach.Own || (happened is IWrittenTo written ? (Caller.Function.Role & written.Reader) != 0 : category != DataCategory.Correspondence));
}

/// <summary>
/// The one gate (poort) through which data of persons leave: pages, answers, search, lists and events ask here what may be seen, and each
/// look is recorded by asking. What does not exist and what may not be seen are the same answer: nothing.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clients">Who stands by whom.</param>
public sealed class Gate(ChainStore store, ClientIndex clients)
{
    private static readonly FrozenSet<DataCategory> AboutNobody = FrozenSet.Create(DataCategory.None);

    // Of a household only who belong together and who they are: never anything of one member's file (red line 5).
    private static readonly FrozenSet<DataCategory> OfHousehold = FrozenSet.Create(DataCategory.None, DataCategory.Identity, DataCategory.Contact, DataCategory.Family);

    private static readonly FrozenSet<DataCategory> OfSite = FrozenSet.Create(DataCategory.None, DataCategory.Reception);

    /// <summary>Opens a file, household, site or policy for a caller, and records the look.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="stream">At what.</param>
    /// <param name="looking">Where the look is recorded; a refused look is recorded too.</param>
    /// <param name="purpose">For which of the function's purposes; all of them when absent, and then the main one is recorded.</param>
    /// <returns>What may be seen; null when it does not exist, or may not be seen.</returns>
    public Sight? Open(Caller caller, StreamId stream, Looking looking, LookPurpose? purpose = null)
    {
        var state = FileState.Read(store, stream);
        if (state.Version == 0 || ReadsFor(caller.Function, purpose) is not { } reads)
        {
            return null;
        }
        var recorded = purpose ?? caller.Function.MainPurpose;
        var categories = CategoriesOf(caller, stream, state, reads);
        if (stream.Kind == StreamKind.CaseFile)
        {
            looking.Add(caller, stream.Number, recorded, refused: categories is null);
        }
        else if (stream.Kind == StreamKind.Household && categories is not null)
        {
            looking.Add(caller, state.Household.Members.Select(member => member.Person.Value), recorded); // One record for each person whom it is about.
        }
        return categories is null ? null : new(caller, stream, state, recorded, categories);
    }

    /// <summary>What a caller might see, where nothing of it is shown: whether a subscriber is told that something happened. No look is recorded.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="stream">Of what.</param>
    /// <returns>What might be seen; null when it does not exist, or may not be seen.</returns>
    public Sight? Glimpse(Caller caller, StreamId stream)
    {
        var state = FileState.Read(store, stream);
        return state.Version > 0 && CategoriesOf(caller, stream, state, caller.Function.Reads) is { } categories
            ? new(caller, stream, state, caller.Function.MainPurpose, categories) : null;
    }

    /// <summary>Whether a caller may act on a file, household or site at all; what exactly, the act says. Nothing is shown, so no look is recorded.</summary>
    /// <param name="caller">Who acts.</param>
    /// <param name="stream">On what.</param>
    public bool MayAct(Caller caller, StreamId stream) => (stream.Kind, caller.Function.Reach) switch
    {
        (StreamKind.Site, Reach.Site) => caller.Site == stream.Number,
        (StreamKind.Site, var reach) => reach is Reach.All or Reach.Team or Reach.Municipality or Reach.None,
        (StreamKind.Country, _) => true, // Policy is nobody's file: who may make it, each act says.
        (_, Reach.None) => false,
        (_, Reach.All) => true,
        // A file that does not exist names no team: were it theirs, one could tell it from another team's.
        (StreamKind.CaseFile, Reach.Team) => FileState.Read(store, stream) is { Version: > 0 } state && Relations.IsOurs(caller, stream.Number, state.File),
        (StreamKind.CaseFile, _) => Relations.IsOurs(caller, stream.Number, FileState.Read(store, stream).File),
        (StreamKind.Household, _) => IsOfOurs(caller, FileState.Read(store, stream), reached: false),
    };

    /// <summary>Rows of files that a caller may list. Whoever shows them records that with <see cref="Looking.Add(Caller, IEnumerable{long}, LookPurpose)"/>.</summary>
    /// <param name="caller">Who lists.</param>
    /// <param name="rows">All rows.</param>
    public IQueryable<FileRow> Files(Caller caller, IQueryable<FileRow> rows)
    {
        IReadOnlyCollection<long> named = caller.Function is { Stage: Stage.InSupport } ? SupportedAt(caller.Site) : caller.Function.Reach == Reach.Clients ? clients.Of(caller) : [];
        return Relations.OfRows(caller, named) is { } ours ? rows.Where(ours) : rows.Where(_ => false);
    }

    /// <summary>Which of these persons a caller may list.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="persons">Numbers of persons.</param>
    public FrozenSet<long> Listed(Caller caller, IReadOnlyCollection<long> persons)
    {
        using var context = store.CreateContext();
        return Files(caller, context.Files.AsNoTracking().Where(row => persons.Contains(row.Person))).Select(row => row.Person).ToFrozenSet();
    }

    /// <summary>Rows of files in which a caller may have work: a step for one's own function brings the purpose along, so that only the tie counts.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="rows">All rows.</param>
    public IQueryable<FileRow> Worked(Caller caller, IQueryable<FileRow> rows) => caller.Function.Reach == Reach.All ? rows : Files(caller, rows);

    /// <summary>The steps among these that stand in files in which a caller may have work.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="rows">All rows of files.</param>
    public IQueryable<StepRow> Worked(Caller caller, IQueryable<StepRow> steps, IQueryable<FileRow> rows)
    {
        if (caller.Function.Reach == Reach.All)
        {
            return steps; // Files need not be looked up to count.
        }
        if (caller.Function.Reach == Reach.Team)
        {
            // Of a hundred thousand steps only the index is read: what is left out is looked up once.
            var others = Relations.OfOtherTeams(caller, rows).Select(row => row.Person);
            return steps.Where(step => !others.Contains(step.Person));
        }
        return from step in steps join file in Files(caller, rows) on step.Person equals file.Person select step;
    }

    private FrozenSet<DataCategory>? CategoriesOf(Caller caller, StreamId stream, FileState state, FrozenSet<DataCategory> reads) => stream.Kind switch
    {
        StreamKind.CaseFile => MayRead(caller, stream.Number, state.File) ? reads : null,
        StreamKind.Household => IsOfOurs(caller, state) ? reads.Intersect(OfHousehold).ToFrozenSet() : null,
        StreamKind.Site => OfSiteFor(caller, stream.Number, reads),
        StreamKind.Country => caller.Function.Reach == Reach.Own ? null : AboutNobody, // All who work in the chain go by it.
    };

    private static FrozenSet<DataCategory>? ReadsFor(Function function, LookPurpose? purpose) =>
        purpose is not { } one ? function.Reads
        : function.Duties.FirstOrDefault(each => each.Purpose == one) is { } duty ? duty.Reads.Append(DataCategory.None).ToFrozenSet()
        : null;

    private bool MayRead(Caller caller, long person, CaseFile file) =>
        Relations.IsOurs(caller, person, file) && (Relations.IsReached(caller.Function.Stage, file) || HasWorkOn(caller, person));

    // No row says who chose support: of those who stay at a site the files do.
    private IReadOnlyCollection<long> SupportedAt(int? site)
    {
        using var context = store.CreateContext();
        return clients.SupportedOf(context.Files.AsNoTracking().Where(row => site != null && row.Site == site).Select(row => row.Person).ToList());
    }

    // What is to be done by a function cannot be done unread: an open step that is due brings the purpose along.
    private bool HasWorkOn(Caller caller, long person)
    {
        if (caller.Function is { Reach: not Reach.All } or { Role: OfficialRoles.None })
        {
            return false;
        }
        var (parties, codes) = (OwnSteps.PartiesOf(caller.Function), OwnSteps.Of(caller.Function));
        using var context = store.CreateContext();
        return context.Steps.AsNoTracking().Any(step => step.Person == person && step.Force == (int)StepForce.Due && step.WaitsFor == null && parties.Contains(step.Party) && codes.Contains(step.Code));
    }

    // That a site exists is no secret; who live there is for those who run it (red line 6), at their own site.
    private static FrozenSet<DataCategory>? OfSiteFor(Caller caller, long site, FrozenSet<DataCategory> reads) => caller.Function.Reach switch
    {
        Reach.Own or Reach.Clients => null,
        Reach.All when caller.Function.RunsSites => reads.Intersect(OfSite).ToFrozenSet(),
        Reach.Site when caller.Function.RunsSites && caller.Site == site => reads.Intersect(OfSite).ToFrozenSet(),
        Reach.All or Reach.Team or Reach.Site or Reach.Municipality or Reach.None => AboutNobody,
    };

    private bool IsOfOurs(Caller caller, FileState household, bool reached = true) => caller.Function.Reach != Reach.None
        && household.Household.Members.Any(member =>
        {
            var file = FileState.Read(store, StreamId.Of(member.Person)).File;
            return reached ? MayRead(caller, member.Person.Value, file) : Relations.IsOurs(caller, member.Person.Value, file);
        });
}
