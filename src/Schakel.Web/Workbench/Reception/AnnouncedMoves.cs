using System.Collections.Concurrent;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Reception;

/// <summary>A move that was announced (aangekondigde verhuizing).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="From">Where the person stays; null when nowhere.</param>
/// <param name="To">Where to; null as long as no site was named.</param>
/// <param name="On">On which day.</param>
/// <param name="Needs">What the place must have.</param>
public readonly record struct AnnouncedMove(long Person, int? From, int? To, Day On, PlaceKinds Needs);

/// <summary>
/// Moves that were announced and did not take place yet (aangekondigde verhuizingen). Where to and when stands in the file alone, sealed; that
/// one is announced shows among the agency's steps, as it can be cancelled. What was read is kept by version of the file.
/// </summary>
/// <param name="store">The store.</param>
public sealed class AnnouncedMoves(ChainStore store)
{
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(long Person, int Version), (int? Site, Day? On, PlaceKinds Needs)> _kept = [];
    private Kept? _all;

    /// <summary>Where somebody moves to and when; absent as far as it is not announced.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="version">Version of the file.</param>
    public (int? Site, Day? On) Of(long person, int version)
    {
        var (site, on, _) = Read(person, version);
        return (site, on);
    }

    /// <summary>Who is to come to a site, the first day first.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="site">Number of the site.</param>
    public ImmutableArray<(FileRow File, Day On)> To(ModelView view, int site)
    {
        var days = All().Where(each => each.To == site).ToDictionary(each => each.Person, each => each.On);
        var persons = days.Keys.ToList();
        return
        [
            .. view.Files.Where(file => persons.Contains(file.Person)).AsEnumerable().Select(file => (File: file, On: days[file.Person]))
                .OrderBy(each => each.On.Number).ThenBy(each => each.File.Person),
        ];
    }

    /// <summary>Everybody whose move was announced for a day; in no order.</summary>
    public ImmutableArray<AnnouncedMove> All()
    {
        // Taken before the rows are: what is kept under a position is never older than it.
        var position = store.Log.Position;
        if (Volatile.Read(ref _all) is { } kept && kept.Position == position)
        {
            return kept.Moves;
        }
        using var view = store.Models.Look();
        var (agency, code) = ((int)Party.ReceptionAgency, ResidentSteps.Cancel.Code);
        var (first, last) = StepRank.Among(StepKind.Optional);
        // Of thousands of files no more than what is needed: a whole row of each would take most of the time of a page.
        var announced = from step in view.Steps.Where(each => each.Party == agency && each.Rank >= first && each.Rank <= last && each.Code == code)
                        join file in view.Files on step.Person equals file.Person
                        select new { file.Person, file.Version, file.Site };
        ImmutableArray<AnnouncedMove> moves =
        [
            .. announced.AsEnumerable().Select(file => (File: file, Move: Read(file.Person, file.Version))).Where(each => each.Move.On is not null)
                .Select(each => new AnnouncedMove(each.File.Person, each.File.Site, each.Move.Site, each.Move.On!.Value, each.Move.Needs)),
        ];
        Volatile.Write(ref _all, new(position, moves));
        return moves;
    }

    private (int? Site, Day? On, PlaceKinds Needs) Read(long person, int version)
    {
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }
        return _kept.GetOrAdd((person, version), each =>
        {
            var stay = FileState.Read(store, new(StreamKind.CaseFile, each.Person)).File.Reception;
            return (stay.AnnouncedSite?.Value, stay.MoveDue, stay.Circumstances.Needs);
        });
    }

    private sealed record Kept(long Position, ImmutableArray<AnnouncedMove> Moves);
}
