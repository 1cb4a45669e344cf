using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Partners;
using Schakel.Chain.Reception;
using Schakel.Norms;
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

/// <summary>An incident of a resident (incident).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="What">What happened, as far as who looks may know.</param>
public sealed record SiteIncident(long Person, ShownPerson Who, Happening What);

/// <summary>Someone whose move to this site was announced (verwachte aankomst).</summary>
/// <param name="Who">Who it is; a number alone for a file that who looks may not open.</param>
/// <param name="On">The day for which it was announced.</param>
public sealed record Expected(Passer Who, Day On);

/// <summary>Steps of one kind that the agency is to take for residents (te doen voor bewoners).</summary>
/// <param name="Step">Which step.</param>
/// <param name="Count">For how many.</param>
/// <param name="Late">For how many of them the last day is over.</param>
public sealed record SiteTask(StepType Step, int Count, int Late);

/// <summary>
/// A referral or transfer about somebody that waits for an answer (overdracht die wacht): at health care, or at the agency itself. That it waits,
/// and never for what or with which data.
/// </summary>
/// <param name="Who">Who it is; a number alone for a file that who looks may not open.</param>
/// <param name="IsComing">The person is to come; otherwise lives there.</param>
/// <param name="IsOurs">The agency has to answer; otherwise health care.</param>
/// <param name="Since">Since when.</param>
public sealed record WaitingHandover(Passer Who, bool IsComing, bool IsOurs, Day? Since);

/// <summary>The day at a site (dag op de locatie), for who runs it: of all who live there or are to come, whichever page of residents is shown.</summary>
/// <param name="Arrived">Who came today.</param>
/// <param name="Left">Who left today.</param>
/// <param name="Coming">Who is to come, the first day first.</param>
/// <param name="MoreComing">How many more than these.</param>
/// <param name="Places">Special places.</param>
/// <param name="Tasks">School, means and needs: what is to be done for residents, as far as who looks may know.</param>
/// <param name="Incidents">The latest incidents of the last four weeks; absent for who may not know.</param>
/// <param name="MoreIncidents">For how many more residents something was recorded in those weeks.</param>
public sealed record SiteDay(
    ImmutableArray<Passer> Arrived, ImmutableArray<Passer> Left, ImmutableArray<Expected> Coming, int MoreComing, ImmutableArray<SpecialPlaces> Places, ImmutableArray<SiteTask> Tasks,
    ImmutableArray<SiteIncident>? Incidents, int MoreIncidents)
{
    /// <summary>Handovers that wait for an answer; absent for who may not know.</summary>
    public ImmutableArray<WaitingHandover>? Handovers { get; init; }

    private const int IncidentsWithin = 28;
    private const int MostShown = 50; // Of incidents each opens a file; of who is to come each is a look.
    private const string Incident = "incident-recorded"; // A test compares it with the chain.

    private static readonly ImmutableArray<(StepType Step, DataCategory Category)> Counted =
        [(SettlingSteps.Enrol, DataCategory.Participation), (CareSteps.ExplainTheReception, DataCategory.Reception), (CareSteps.Pay, DataCategory.Reception), (CareSteps.Assess, DataCategory.Reception)];

    /// <summary>The day at a site.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="sight">The site, through the gate.</param>
    /// <param name="view">The rows.</param>
    /// <param name="looking">Where looks are recorded.</param>
    internal static SiteDay Of(WorkVisit visit, Sight sight, ModelView view, Looking looking)
    {
        var (services, today) = (visit.Http.RequestServices, visit.Today);
        var (gate, worklists, function) = (services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>(), visit.Caller.Function);
        var site = (int)sight.Stream.Number;
        var (came, went) = services.GetRequiredService<ChainStore>().Sites.PassedOn(site, today);
        var seen = came.Concat(went).Distinct().ToList();
        var files = gate.Files(visit.Caller, view.Files).Where(file => seen.Contains(file.Person)).ToDictionary(file => file.Person);
        Passer Of(long person) => files.TryGetValue(person, out var file) ? new(person, worklists.PersonOf(visit.Caller, file), true) : new(person, ShownPerson.None, false);

        // Whoever is announced to a site is of that site already; the gate says so for each, by the file.
        var coming = services.GetRequiredService<AnnouncedMoves>().To(view, site);
        var expected = coming.Take(MostShown).Select(each => new Expected(gate.Glimpse(visit.Caller, new(StreamKind.CaseFile, each.File.Person)) is null
            ? new(each.File.Person, ShownPerson.None, false) : new(each.File.Person, worklists.PersonOf(visit.Caller, each.File), true), each.On)).ToImmutableArray();
        looking.Add(visit.Caller, seen.Concat(expected.Select(each => each.Who.Person)), function.MainPurpose);
        var (incidents, more) = function.MayRead(DataCategory.Incidents) ? IncidentsOf(visit, site, looking) : (null, 0);
        return new(
            [.. came.Distinct().Select(Of)], [.. went.Distinct().Select(Of)], expected, coming.Length - expected.Length,
            [.. sight.State.Site.Traits.Equipped.Select(each => new SpecialPlaces(
                each.Kinds, each.First, each.Count, each.Count - sight.State.Site.Residents.Values.Count(slot => slot >= each.First && slot < each.First + each.Count)))],
            TasksOf(view, function, site, today.Number), incidents, more)
        {
            Handovers = function.MayRead(DataCategory.Vulnerability) ? HandoversOf(visit, view, site, [.. coming.Select(each => each.File.Person)], looking) : null,
        };
    }

    // That a partner was asked stands in the file; who has to answer, among the open steps. For what, and with which data, is of no concern here.
    private static ImmutableArray<WaitingHandover> HandoversOf(WorkVisit visit, ModelView view, int site, IReadOnlyCollection<long> coming, Looking looking)
    {
        var services = visit.Http.RequestServices;
        var (gate, worklists, code) = (services.GetRequiredService<Gate>(), services.GetRequiredService<Worklists>(), HandoverSteps.Answer.Code);
        // By the key of the table: asked with the party, the database would go through all that the party has to do.
        var concerned = view.Slots.Where(slot => slot.Site == site).Select(slot => slot.Person).ToList().Union(coming).ToList();
        var persons = view.Steps.Where(step => concerned.Contains(step.Person) && step.Code == code).Select(step => new { step.Person, step.Party }).AsEnumerable()
            .Where(step => (Party)step.Party is Party.HealthService or Party.ReceptionAgency).Select(step => step.Person).Distinct().Order().Take(MostShown).ToList();
        return
        [
            .. persons.Select(person => gate.Open(visit.Caller, new(StreamKind.CaseFile, person), looking)).OfType<Sight>().SelectMany(sight => sight.State.File.Partners.Handovers
                .Where(each => each.Status == HandoverStatus.Open && each.Kind != HandoverKind.TransferRequest && each.To is Partner.HealthCare or Partner.ReceptionAgency)
                .Select(each => new WaitingHandover(
                    new(sight.Stream.Number, worklists.PersonOf(visit.Caller, view.Files.First(file => file.Person == sight.Stream.Number)), true), coming.Contains(sight.Stream.Number),
                    each.To == Partner.ReceptionAgency, OpenedOn(sight, each.Number)))),
        ];
    }

    private static Day? OpenedOn(Sight sight, int number) => sight.State.History
        .Where(each => each.Event is PartnerReferred { Number: var referred } && referred == number || each.Event is TransferOffered { Number: var offered } && offered == number)
        .Select(each => (Day?)each.Envelope.OccurredOn).FirstOrDefault();

    private static ImmutableArray<SiteTask> TasksOf(ModelView view, Function function, int site, int today)
    {
        var living = view.Slots.Where(slot => slot.Site == site).Select(slot => slot.Person);
        var steps = Counted.Where(each => function.MayRead(each.Category)).Select(each => each.Step).ToList();
        var codes = steps.ConvertAll(each => each.Code);
        var open = view.Steps.Where(step => living.Contains(step.Person) && codes.Contains(step.Code) && step.Force == (int)StepKind.Due && step.WaitsFor == null
            && (step.Earliest == null || step.Earliest <= today) && (step.Until == null || step.Until >= today)).Select(step => new { step.Code, step.LastDay }).ToList();
        return [.. steps.Select(step => new SiteTask(step, open.Count(each => each.Code == step.Code), open.Count(each => each.Code == step.Code && each.LastDay < today)))];
    }

    // That something of this kind was recorded stands in the log by name; what it was is read from the file, through the gate.
    private static (ImmutableArray<SiteIncident>? Incidents, int More) IncidentsOf(WorkVisit visit, int site, Looking looking)
    {
        var services = visit.Http.RequestServices;
        var since = visit.Today.PlusDays(-IncidentsWithin);
        using var context = services.GetRequiredService<ChainStore>().CreateContext();
        var living = context.Slots.AsNoTracking().Where(slot => slot.Site == site).Select(slot => slot.Person);
        var persons = context.Set<EventRow>().AsNoTracking().Where(row => row.Kind == (short)StreamKind.CaseFile && living.Contains(row.Number) && row.Name == Incident && row.OccurredOn >= since.Number)
            .GroupBy(row => row.Number).Select(of => new { Person = of.Key, Last = of.Max(row => row.OccurredOn) }).OrderByDescending(each => each.Last).ThenBy(each => each.Person)
            .Select(each => each.Person).ToList();
        return (
        [
            .. persons.Take(MostShown).Select(person => services.GetRequiredService<Gate>().Open(visit.Caller, new(StreamKind.CaseFile, person), looking)).OfType<Sight>()
                .SelectMany(file => Happenings.Of(visit, file).Where(each => each.Kind == Incident && each.On >= since)
                    .Select(each => new SiteIncident(file.Stream.Number, Worklists.Named(file.State.File), each))).OrderByDescending(each => each.What.On),
        ], Math.Max(0, persons.Count - MostShown));
    }
}
