using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using Schakel.Store;
using Schakel.Store.Databases;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Cases;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Reception;

/// <summary>Someone who came or left today (aankomst of vertrek).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is; a number alone for who is no longer of this site.</param>
/// <param name="MayOpen">The file is still open to who looks.</param>
public sealed record Passer(long Person, ShownPerson Who, bool MayOpen);

/// <summary>Places that have something special (bijzondere plaatsen).</summary>
/// <param name="Kinds">What they have.</param>
/// <param name="First">First slot.</param>
/// <param name="Count">How many.</param>
/// <param name="Free">Free among them.</param>
public sealed record SpecialPlaces(PlaceKinds Kinds, int First, int Count, int Free);

/// <summary>An incident of a resident who is shown on the page (incident).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="What">What happened, as far as who looks may know.</param>
public sealed record SiteIncident(long Person, ShownPerson Who, Happening What);

/// <summary>The day at a site (dag op de locatie), for who runs it.</summary>
/// <param name="Arrived">Who came today.</param>
/// <param name="Left">Who left today.</param>
/// <param name="Places">Special places.</param>
/// <param name="ToEnrol">Children to be enrolled in school; absent for who may not know.</param>
/// <param name="EnrolLate">Those for whom the last day is over.</param>
/// <param name="ToAssess">Residents whose special needs are to be assessed.</param>
/// <param name="Incidents">Incidents of the last four weeks of who are on the page; absent for who may not know.</param>
public sealed record SiteDay(
    ImmutableArray<Passer> Arrived, ImmutableArray<Passer> Left, ImmutableArray<SpecialPlaces> Places, int? ToEnrol, int EnrolLate, int ToAssess, ImmutableArray<SiteIncident>? Incidents)
{
    private const int IncidentsWithin = 28;
    private const string Incident = "incident-recorded"; // A test compares it with the chain.

    /// <summary>The day at a site.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="sight">The site, through the gate.</param>
    /// <param name="view">The rows.</param>
    /// <param name="onPage">Residents who are on the page.</param>
    /// <param name="looking">Where looks are recorded.</param>
    internal static SiteDay Of(WorkVisit visit, Sight sight, ModelView view, IReadOnlyList<long> onPage, Looking looking)
    {
        var (services, today) = (visit.Http.RequestServices, visit.Today);
        var (gate, worklists, function) = (services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>(), visit.Caller.Function);
        var site = (int)sight.Stream.Number;
        var (came, went) = services.GetRequiredService<ChainStore>().Sites.PassedOn(site, today);
        var seen = came.Concat(went).Distinct().ToList();
        var files = gate.Files(visit.Caller, view.Files).Where(file => seen.Contains(file.Person)).ToDictionary(file => file.Person);
        looking.Add(visit.Caller, seen, function.MainPurpose);
        Passer Of(long person) => files.TryGetValue(person, out var file) ? new(person, worklists.PersonOf(visit.Caller, file), true) : new(person, ShownPerson.None, false);

        var living = view.Slots.Where(slot => slot.Site == site).Select(slot => slot.Person);
        var (school, needs, on) = (SettlingSteps.Enrol.Code, CareSteps.Assess.Code, today.Number);
        var open = view.Steps.Where(step => living.Contains(step.Person) && (step.Code == school || step.Code == needs) && step.Force == (int)StepKind.Due && step.WaitsFor == null
            && (step.Earliest == null || step.Earliest <= on) && (step.Until == null || step.Until >= on)).Select(step => new { step.Code, step.LastDay }).ToList();
        return new(
            [.. came.Distinct().Select(Of)], [.. went.Distinct().Select(Of)],
            [.. sight.State.Site.Traits.Equipped.Select(each => new SpecialPlaces(
                each.Kinds, each.First, each.Count, each.Count - sight.State.Site.Residents.Values.Count(slot => slot >= each.First && slot < each.First + each.Count)))],
            function.MayRead(DataCategory.Participation) ? open.Count(each => each.Code == school) : null, open.Count(each => each.Code == school && each.LastDay < on),
            open.Count(each => each.Code == needs), function.MayRead(DataCategory.Incidents) ? IncidentsOf(visit, onPage, looking) : null);
    }

    // That something of this kind was recorded stands in the log by name; what it was is read from the file, through the gate.
    private static ImmutableArray<SiteIncident> IncidentsOf(WorkVisit visit, IReadOnlyList<long> onPage, Looking looking)
    {
        var services = visit.Http.RequestServices;
        var since = visit.Today.PlusDays(-IncidentsWithin);
        using var context = services.GetRequiredService<ChainStore>().CreateContext();
        var persons = context.Set<EventRow>().AsNoTracking().Where(row => row.Kind == (short)StreamKind.CaseFile && onPage.Contains(row.Number) && row.Name == Incident && row.OccurredOn >= since.Number)
            .Select(row => row.Number).Distinct().ToList();
        return
        [
            .. persons.Select(person => services.GetRequiredService<Gate>().Open(visit.Caller, new(StreamKind.CaseFile, person), looking)).OfType<Sight>()
                .SelectMany(file => Happenings.Of(visit, file).Where(each => each.Kind == Incident && each.On >= since)
                    .Select(each => new SiteIncident(file.Stream.Number, Worklists.Named(file.State.File), each))).OrderByDescending(each => each.What.On),
        ];
    }
}
