using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Registration;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Calendars;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>
/// What the chosen day and place of an interview, or the day of a session, run into (botsingen van een gehoor of zitting): told before it is
/// planned or moved, and forbidding nothing. Each is told only to who may read what it tells of.
/// </summary>
internal static class InterviewClashes
{
    /// <summary>What an interview or session on that day, at that centre, would run into; nothing for another act.</summary>
    /// <param name="view">The file.</param>
    /// <param name="command">The command.</param>
    /// <param name="terms">Terms that would run afterwards.</param>
    public static ImmutableArray<Text> Of(CaseView view, CaseCommand command, IEnumerable<RunningTerm> terms)
    {
        (Day? On, InterviewPlace Place) asked = command switch
        {
            PlanInterview plan => (plan.InterviewOn, plan.Place),
            MoveInterview move => (move.InterviewOn, move.Place),
            PlanCourtHearing session => (session.HearingOn, default),
            _ => (null, default),
        };
        if (asked.On is not { } on)
        {
            return [];
        }
        var (file, reads) = (view.File, view.Sight.MayRead(DataCategory.Reception));
        return
        [
            .. view.Sight.MayRead(DataCategory.Procedure) ? Beyond(terms, on, view.Visit.Today) : [],
            .. reads && file.Reception.MoveDue is { } moves && moves <= on ? [Moves(moves, file.Reception.AnnouncedSite?.Value)] : Array.Empty<Text>(),
            .. reads && Way(view, asked.Place) is { } way ? [way] : Array.Empty<Text>(),
            .. view.Sight.MayRead(DataCategory.Procedure) && !AppointmentKinds.Of(view.Visit.Caller.Function).IsEmpty ? Beside(view, command, on, asked.Place.Minute) : [],
        ];
    }

    // What else stands on that day: other clients of the lawyer, and interviews in the same language. Whoever is named is looked at.
    private static IEnumerable<Text> Beside(CaseView view, CaseCommand command, Day on, int? minute)
    {
        var (visit, services) = (view.Visit, view.Visit.Http.RequestServices);
        var others = services.GetRequiredService<Agenda>().Of(visit.Caller, new AgendaAsked(on, IsDay: true, null, null, null, null), named: false)
            .Where(each => each.Person != view.Person && each.Status == AppointmentStatus.Planned).ToList();
        if (view.File.Circle.Lawyer is { } lawyer
            && LawyersRoster.OthersOf(view.Person, others.Where(each => each.Lawyer == lawyer)) is var clients && LawyersRoster.Clash(lawyer, minute, clients) is { } clash)
        {
            Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, LawyersRoster.Named(clients), visit.Caller.Function.MainPurpose);
            yield return new(Plain.Sentence(clash.Dutch), Plain.Sentence(clash.English));
        }
        if (command is not PlanCourtHearing && WishesShown.MayRead(visit.Caller.Function) && WishesShown.HeardOf(view.File).Language is var language && language != LanguageCode.Unknown
            && others.Count(each => each.Heard?.Language == language) is > 0 and var many)
        {
            var name = CodesInWords.Of(language);
            yield return new(
                $"Die dag {(many == 1 ? "is er al 1 gehoor" : $"zijn er al {many} gehoren")} met een tolk {name.Dutch}; hoeveel tolken er zijn, weet de keten niet",
                $"That day {(many == 1 ? "1 interview stands" : $"{many} interviews stand")} already with an interpreter of {name.English}; how many interpreters there are the chain does not know");
        }
    }

    // A term that is over already is not broken by this day.
    private static IEnumerable<Text> Beyond(IEnumerable<RunningTerm> terms, Day on, Day today) => terms.Where(each => each.LastDay >= today && each.LastDay < on).OrderBy(each => each.LastDay.Number).Select(each =>
    {
        var (day, last, name) = (Text.Of(on), Text.Of(each.LastDay), each.Type.Name);
        return new Text($"{day.Dutch} valt na de laatste dag van: {name.Dutch} ({last.Dutch})", $"{day.English} falls after the last day of: {name.English} ({last.English})");
    });

    private static Text Moves(Day moves, int? site)
    {
        var day = Text.Of(moves);
        return site is { } to
            ? new($"Voor die dag verhuist deze persoon: op {day.Dutch}, naar locatie {WorkVisit.Plain(to)}", $"Before that day this person moves: on {day.English}, to site {WorkVisit.Plain(to)}")
            : new($"Voor die dag verhuist deze persoon: op {day.Dutch}", $"Before that day this person moves: on {day.English}");
    }

    // From where somebody lives by then to where they are heard: known when site and centre both have a municipality.
    private static Text? Way(CaseView view, InterviewPlace place)
    {
        var stay = view.File.Reception;
        if (place.Centre is not { } centre || CentreLocations.MunicipalityOf(centre) is not { } to || (stay.AnnouncedSite ?? stay.Site) is not { } site
            || view.Visit.Http.RequestServices.GetRequiredService<ChainStore>().Sites.Of(site.Value).Site.Traits.Municipality is not { } from || Kilometres(from, to) is not { } far)
        {
            return null;
        }
        var (lives, heard) = (Municipalities.NameOf(from), Municipalities.NameOf(to));
        return new($"Hemelsbreed {far} km: van {lives} naar {heard}, van midden tot midden van de gemeenten", $"{far} km as the crow flies: from {lives} to {heard}, from centre to centre of the municipalities");
    }

    /// <summary>
    /// Whole kilometres as the crow flies between the centres of two municipalities, on a sphere; null when the program does not know one of
    /// them. Groningen to Amsterdam is 149.
    /// </summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    internal static int? Kilometres(MunicipalityId from, MunicipalityId to)
    {
        if (Municipalities.Of(from) is not { } one || Municipalities.Of(to) is not { } other)
        {
            return null;
        }
        const double Radius = 6371;
        var (first, second, east) = (double.DegreesToRadians(one.Latitude), double.DegreesToRadians(other.Latitude), double.DegreesToRadians(other.Longitude - one.Longitude));
        var half = Square(Math.Sin((second - first) / 2)) + (Math.Cos(first) * Math.Cos(second) * Square(Math.Sin(east / 2)));
        return (int)Math.Round(2 * Radius * Math.Asin(Math.Sqrt(half)), MidpointRounding.AwayFromZero);
    }

    private static double Square(double value) => value * value;
}
