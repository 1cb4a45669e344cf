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

/// <summary>
/// Moves that were announced and did not take place yet (aangekondigde verhuizingen). Where to and when stands in the file alone, sealed; that
/// one is announced shows among the agency's steps, as it can be cancelled. What was read is kept by version of the file.
/// </summary>
/// <param name="store">The store.</param>
public sealed class AnnouncedMoves(ChainStore store)
{
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(long Person, int Version), (int? Site, Day? On, PlaceKinds Needs)> _kept = [];

    /// <summary>Where somebody moves to and when; absent as far as it is not announced.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="version">Version of the file.</param>
    public (int? Site, Day? On) Of(long person, int version)
    {
        var (site, on, _) = Read(person, version);
        return (site, on);
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

    /// <summary>Who is to come to a site, the first day first.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="site">Number of the site.</param>
    public ImmutableArray<(FileRow File, Day On)> To(ModelView view, int site) =>
        [.. All(view).Where(each => each.To == site).Select(each => (each.File, each.On)).OrderBy(each => each.On.Number).ThenBy(each => each.File.Person)];

    /// <summary>Everybody whose move was announced, with where to, on which day and what the place must have; in no order.</summary>
    /// <param name="view">The rows.</param>
    public ImmutableArray<(FileRow File, int? To, Day On, PlaceKinds Needs)> All(ModelView view)
    {
        var (agency, code) = ((int)Party.ReceptionAgency, ResidentSteps.Cancel.Code);
        var (first, last) = StepRank.Among(StepKind.Optional);
        var announced = (from step in view.Steps.Where(each => each.Party == agency && each.Rank >= first && each.Rank <= last && each.Code == code)
                         join file in view.Files on step.Person equals file.Person
                         select file).ToList();
        return
        [
            .. announced.Select(file => (File: file, Move: Read(file.Person, file.Version))).Where(each => each.Move.On is not null)
                .Select(each => (each.File, each.Move.Site, each.Move.On!.Value, each.Move.Needs)),
        ];
    }
}
