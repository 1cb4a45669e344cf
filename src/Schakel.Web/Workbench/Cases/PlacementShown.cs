using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Cases;

/// <summary>Facts and wishes for placement, for who places and for who stands by the person (feiten en wensen getoond): nobody else learns that there are any.</summary>
internal static class PlacementShown
{
    /// <summary>Whether who looks may read them.</summary>
    public static bool MayRead(CaseView view) => (view.Visit.Caller.Function.Role & Placements.Readers) != 0 && view.Sight.MayRead(DataCategory.Vulnerability);

    /// <summary>What was said, with how it stands.</summary>
    public static IEnumerable<(string Label, string Value)> Of(CaseView view)
    {
        if (!MayRead(view) || view.File.Reception.Circumstances.Placement is not { } said)
        {
            yield break;
        }
        var visit = view.Visit;
        foreach (var fact in Enum.GetValues<PlacementFacts>().Where(each => (said.Facts & each) != 0))
        {
            var state = (said.Confirmed & fact) != 0 ? visit.In("bevestigd", "confirmed")
                : (said.NotConfirmed & fact) != 0 ? visit.In("niet bevestigd", "not confirmed") : visit.In("nog niet bekeken", "not looked at yet");
            var more = fact switch
            {
                PlacementFacts.WorkOrStudy => Municipalities.NameOf(said.WorkIn),
                PlacementFacts.CloseFamily => Municipalities.NameOf(said.FamilyIn),
                PlacementFacts.Pregnancy when said.ExpectedOn is { } month => month.ToString()[..7],
                _ => null,
            };
            yield return (visit.In("Feit voor plaatsing", "Fact for placement"), Plain.Sentence(visit.In(PlacementFits.NameOf(fact))) + (more is null ? "" : $", {more}") + $" ({state})");
        }
        foreach (var wish in Enum.GetValues<PlacementWishes>().Where(each => (said.Wishes & each) != 0))
        {
            var near = wish is PlacementWishes.NearPeople or PlacementWishes.NearSchoolOrWork ? $", {Municipalities.NameOf(said.Near)}" : "";
            yield return (visit.In("Wens voor plaatsing", "Wish for placement"), Plain.Sentence(visit.In(PlacementFits.NameOf(wish))) + near);
        }
    }

    /// <summary>What the site that a command names would mean for them; none for another command, or for who may not read them.</summary>
    /// <param name="view">The file.</param>
    /// <param name="command">The command.</param>
    public static ImmutableArray<PlacementMatch> Fits(CaseView view, CaseCommand command)
    {
        if (!MayRead(view) || command switch
        {
            PlacePerson place => place.Site,
            OfferPlace offer => offer.Site,
            MovePerson move => move.Site,
            AnnounceMove announced => announced.Site,
            _ => (SiteId?)null,
        } is not { } proposed)
        {
            return [];
        }
        var store = view.Visit.Http.RequestServices.GetRequiredService<ChainStore>();
        Site SiteOf(SiteId site) => FileState.Read(store, StreamId.Of(site)).Site;
        return PlacementFits.Of(view.File, SiteOf(proposed), view.File.Reception.Site is { } now ? SiteOf(now) : null);
    }
}
