using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Reception;

/// <summary>A site as forms act on it (locatie): one that stands there, or the next one, to be opened.</summary>
/// <param name="Visit">Who acts.</param>
/// <param name="Sight">What they see of it.</param>
public sealed record SiteSubject(WorkVisit Visit, Sight Sight) : IActSubject
{
    /// <summary>Number of the site.</summary>
    public int Number => (int)Sight.Stream.Number;

    /// <summary>The site.</summary>
    public Site Site => Sight.State.Site;

    /// <inheritdoc/>
    public string Home => Sight.State.Version == 0 ? WorkPaths.Sites : WorkPaths.Site(Number); // One that never opened has no page.

    /// <inheritdoc/>
    public Text HomeName => Sight.State.Version == 0 ? new("Terug naar de locaties", "Back to the sites") : new($"Terug naar locatie {Number}", $"Back to site {Number}");

    /// <inheritdoc/>
    public Text StepsName => new("Op de locatie", "At the site");

    /// <inheritdoc/>
    public ImmutableArray<ActOffer> Offers => Visit.Http.RequestServices.GetRequiredService<Gate>().MayAct(Visit.Caller, Sight.Stream) ? ActOffer.On(StreamKind.Site, Visit.Caller.Function) : [];

    /// <summary>What makes sense as the site stands: a closed one is opened, and nothing else is done there.</summary>
    public IEnumerable<ActOffer> Fitting => Offers.Where(each => Site.IsOpen != (each.Shape == typeof(OpenSite)));

    /// <inheritdoc/>
    public string AddressOf(ActOffer offer) => WorkPaths.ActAtSite(Number, offer.Path);

    /// <inheritdoc/>
    public string HomeAfter(ActResult.Accepted accepted) => CasePages.HomeAfter(WorkPaths.Site(Number), Sight.Stream, accepted);

    /// <inheritdoc/>
    public IEnumerable<Happening> Timeline(int after = 0) => Happenings.Of(Visit, Sight, Store.Log.ReadStream(Sight.Stream, after));

    /// <summary>What was done about the site itself lately, the latest first; who came and left is no part of it.</summary>
    public IEnumerable<Happening> Lately => Happenings.Of(Visit, Sight, Store.Sites.ActsOn(Number));

    /// <inheritdoc/>
    public (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on) => SitePreview.Of(Site, (SiteCommand)command, on);

    /// <summary>Opens a site; null for who may not see it, and for a number that no site has. Who opens sites also has the form of the next one.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="number">Number of the site.</param>
    public static SiteSubject? Open(WorkVisit visit, int number)
    {
        var services = visit.Http.RequestServices;
        var stream = new StreamId(StreamKind.Site, number);
        if (services.GetRequiredService<Gate>().Open(visit.Caller, stream, Looking.Of(visit.Http, services.GetRequiredService<LookLog>())) is { } sight)
        {
            return new(visit, sight);
        }
        var store = services.GetRequiredService<ChainStore>();
        if (FileState.Read(store, stream) is not { Version: 0 } none)
        {
            return null;
        }
        using var view = store.Models.Look();
        return number == NextOf(visit, view) ? new(visit, new(visit.Caller, stream, none, visit.Caller.Function.MainPurpose, [])) : null;
    }

    /// <summary>Number of the site to be opened next; null for who opens none.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="view">The rows.</param>
    public static int? NextOf(WorkVisit visit, ModelView view)
    {
        var last = view.Sites.Max(each => (int?)each.Site) ?? 0;
        return last < int.MaxValue && visit.Http.RequestServices.GetRequiredService<Gate>().MayAct(visit.Caller, new(StreamKind.Site, last + 1L))
            && ActOffer.On(StreamKind.Site, visit.Caller.Function).Any(each => each.Shape == typeof(OpenSite)) ? last + 1 : null;
    }

    private ChainStore Store => Visit.Http.RequestServices.GetRequiredService<ChainStore>();
}

/// <summary>What would follow from an act on a site (gevolgen), computed by the rules that decide it.</summary>
internal static class SitePreview
{
    public static (ActPreview? Preview, Refusal? Refusal) Of(Site site, SiteCommand command, Day on)
    {
        var decision = Decider.Decide(site, command, on);
        if (decision.Refusal is { } refusal)
        {
            return (null, refusal);
        }
        var after = decision.Events.Aggregate(site, Decider.Evolve);
        return (new(
            [.. decision.Events.Where(each => each is not BreachRecorded).Select(each => EventNames.Of(EventCatalogue.Of(each.GetType()).Name))],
            [.. decision.Events.OfType<BreachRecorded>().Select(each => each.Norm)], [], TermsOf(site.Traits, after.Traits), ChangesOf(site, after)), null);
    }

    private static ImmutableArray<Text> TermsOf(SiteTraits was, SiteTraits will)
    {
        var changes = ImmutableArray.CreateBuilder<Text>();
        if (will.ContractThrough is { } through && through != was.ContractThrough)
        {
            var last = Text.Of(through);
            changes.Add(new($"Het contract loopt tot en met {last.Dutch}", $"The contract runs through {last.English}"));
        }
        foreach (var finding in will.Findings.Where(each => !was.Findings.Contains(each)))
        {
            var (by, standard) = (Text.Of(finding.RemedyBy), NameOf(finding.Standard));
            changes.Add(new($"Te herstellen uiterlijk {by.Dutch}: {standard.Dutch}", $"To be put right by {by.English}: {standard.English}"));
        }
        foreach (var finding in was.Findings.Where(each => !will.Findings.Contains(each)))
        {
            var standard = NameOf(finding.Standard);
            changes.Add(new($"De termijn voor herstel loopt niet meer: {standard.Dutch}", $"The term to put it right no longer runs: {standard.English}"));
        }
        return changes.ToImmutable();
    }

    private static ImmutableArray<Text> ChangesOf(Site was, Site will)
    {
        var (before, after) = (was.Available - was.Occupancy, will.Available - will.Occupancy);
        return before == after ? []
            : after < 0 ? [after == -1 ? new("Er komt 1 plek tekort", "There is 1 place too few") : new($"Er komen {-after} plekken tekort", $"There are {-after} places too few")]
            : [new($"Vrije plekken: van {before} naar {after}", $"Free places: from {before} to {after}")];
    }

    private static Text NameOf(SiteStandard standard) => new(Plain.Value(standard, false), Plain.Value(standard, true));
}
