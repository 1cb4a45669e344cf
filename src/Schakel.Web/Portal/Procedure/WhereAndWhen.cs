using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Registration;
using Schakel.Store;
using Schakel.Store.Log;
using Schakel.Web.Portal.Records;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Procedure;

/// <summary>
/// Where somebody must be and at what time (plaats en tijd), as lines beneath what is asked of them or written to them. A municipality is named and
/// never an address; it stands on the person's own pages only, and for who stands by them as far as they read reception.
/// </summary>
public static class WhereAndWhen
{
    /// <summary>Where and when something is that is asked; nothing for what is at no place.</summary>
    /// <param name="visit">Whose case.</param>
    /// <param name="task">What is asked.</param>
    public static ImmutableArray<Phrase> Of(CaseVisit visit, ToDo task) => task switch
    {
        { Key: "where.ask-interview", On: { } on } => Interview(PlaceOn(visit.History, on), isAhead: true),
        { Key: "where.ask-move" } when visit.File.Reception.AnnouncedSite is { } site => Stay(visit, site),
        _ => [],
    };

    /// <summary>Where and when something is that a letter tells; nothing for what is at no place.</summary>
    /// <param name="visit">Whose case.</param>
    /// <param name="letter">The letter.</param>
    public static ImmutableArray<Phrase> Of(CaseVisit visit, Letter letter) => letter.Event.Event switch
    {
        InterviewPlanned planned => Interview(planned.Place, planned.InterviewOn >= visit.Today),
        InterviewMoved moved => Interview(moved.Place, moved.InterviewOn >= visit.Today),
        InvitedToInterview invited => Interview(PlaceOn(Before(visit, letter), invited.InterviewOn), invited.InterviewOn >= visit.Today),
        InterviewKept kept => Interview(PlaceOn(Before(visit, letter), kept.InterviewOn), kept.InterviewOn >= visit.Today),
        PersonPlaced placed => Stay(visit, placed.Site),
        MoveAnnounced { Site: { } site } => Stay(visit, site),
        PersonMoved moved => Stay(visit, moved.Site),
        LinkedToMunicipality linked => [In(linked.Municipality)],
        HomeOffered offered => [In(offered.Municipality)],
        MovedIntoHome moved => [In(moved.Municipality)],
        _ => [],
    };

    /// <summary>Where and when an interview is on a day: as it was last planned for that day; nothing settled when it never was.</summary>
    /// <param name="history">What happened, in order.</param>
    /// <param name="on">The day.</param>
    public static InterviewPlace PlaceOn(IEnumerable<RecordedEvent> history, Day on) => history.Select(each => each.Event).Aggregate(default(InterviewPlace), (place, happened) => happened switch
    {
        InterviewPlanned planned when planned.InterviewOn == on => planned.Place,
        InterviewMoved moved when moved.InterviewOn == on => moved.Place,
        _ => place,
    });

    /// <summary>A registration centre: its name and municipality, or its number where those are not known.</summary>
    /// <param name="centre">The centre.</param>
    public static Phrase Centre(CentreId centre) => CentreLocations.NameOf(centre) is { } name && CentreLocations.MunicipalityOf(centre) is { } municipality
        ? new("at.centre", ("centre", name), ("municipality", Municipalities.NameOf(municipality)))
        : new("at.centre-number", ("number", Plain(centre.Value)));

    /// <summary>A reception location: its number, and its municipality where that is known.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="site">The location.</param>
    public static Phrase Site(Visit visit, SiteId site) =>
        visit.Http.RequestServices.GetRequiredService<ChainStore>().Sites.Of(site.Value).Site.Traits.Municipality is { } municipality
            ? new("at.site", ("number", Plain(site.Value)), ("municipality", Municipalities.NameOf(municipality)))
            : new("at.site-number", ("number", Plain(site.Value)));

    private static ImmutableArray<Phrase> Stay(CaseVisit visit, SiteId site) => visit.Sight.MayRead(DataCategory.Reception) ? [At(Site(visit, site))] : [];

    // What is not settled yet is said as long as it can be: nobody should think that they missed it.
    private static ImmutableArray<Phrase> Interview(InterviewPlace place, bool isAhead)
    {
        var lines = ImmutableArray.CreateBuilder<Phrase>(2);
        if (place.Centre is { } centre)
        {
            lines.Add(At(Centre(centre)));
        }
        else if (isAhead)
        {
            lines.Add(new("at.place-later"));
        }
        if (place.Minute is { } minute)
        {
            lines.Add(new("at.time", ("time", new ClockTime(minute))));
        }
        else if (isAhead)
        {
            lines.Add(new("at.time-later"));
        }
        return lines.ToImmutable();
    }

    private static IEnumerable<RecordedEvent> Before(CaseVisit visit, Letter letter) => visit.History.TakeWhile(each => each.Envelope.Version < letter.Event.Envelope.Version);

    private static Phrase At(Phrase place) => new("at.place", ("place", place));

    private static Phrase In(MunicipalityId municipality) => new("at.municipality", ("municipality", Municipalities.NameOf(municipality)));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
