using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>A step that lies ahead (vervolgstap).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Naam">What it is.</param>
/// <param name="Wie">Who takes it.</param>
/// <param name="Soort">Whether it is to be done, may be done, or follows by law.</param>
/// <param name="VanafDatum">First day on which it can be taken.</param>
/// <param name="UiterlijkeDatum">Last day on which it is in time.</param>
/// <param name="WachtOp">The step that must be taken first; <c>van-een-ander</c> where one may not know which.</param>
/// <param name="Norm">What it rests on.</param>
public sealed record StepAnswer(string Code, string Naam, string Wie, StepForce Soort, Day? VanafDatum, Day? UiterlijkeDatum, string? WachtOp, string Norm);

/// <summary>A term that runs (termijn), with the sentences that explain its last day.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Naam">What it is.</param>
/// <param name="BeginDatum">When it began.</param>
/// <param name="UiterlijkeDatum">Last day, inclusive.</param>
/// <param name="Norm">What gives it.</param>
/// <param name="Gronden">Why this day.</param>
public sealed record TermAnswer(string Code, string Naam, Day? BeginDatum, Day UiterlijkeDatum, string Norm, ImmutableArray<string> Gronden);

/// <summary>What someone is entitled to (recht).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Naam">What it is.</param>
/// <param name="VanafDatum">First day.</param>
/// <param name="TotEnMetDatum">Last day, as far as the calendar tells.</param>
/// <param name="Norm">What gives it.</param>
public sealed record RightAnswer(string Code, string Naam, Day? VanafDatum, Day? TotEnMetDatum, string Norm);

/// <summary>A step in a worklist (regel van een werkvoorraad).</summary>
/// <param name="Zaak">Number of the file.</param>
/// <param name="Code">Code of the step.</param>
/// <param name="Stand">How it stands today.</param>
/// <param name="UiterlijkeDatum">Last day on which it is in time.</param>
/// <param name="Norm">What it rests on.</param>
public sealed record WorkAnswer(long Zaak, string Code, WorklistStatus Stand, Day? UiterlijkeDatum, string? Norm);

/// <summary>A page of a worklist (werkvoorraad).</summary>
/// <param name="Resultaten">The steps, by consequence, then date.</param>
/// <param name="Volgende">Where the next page begins: give it as <c>na</c>.</param>
public sealed record WorkPageAnswer(ImmutableArray<WorkAnswer> Resultaten, string? Volgende);

/// <summary>What lies ahead (vervolg): steps, terms and rights of a file; worklists of a function.</summary>
internal static class AheadEndpoints
{
    public static void MapAhead(this IEndpointRouteBuilder api)
    {
        api.MapGet("/zaken/{nummer:long:min(1)}/volgende-stappen", (long nummer, HttpContext http, AheadOf ahead) => ahead.Show(http, nummer, DataCategory.None, (sight, way, _) =>
                way.Steps.Concat(way.MayDo).Where(step => MaySee(sight.Caller, step)).Select(step => Of(step, sight.Caller, http.Request)).ToImmutableArray()))
            .Reads<ImmutableArray<StepAnswer>>(Addresses.Cases, "ReadSteps", "Toont de openstaande stappen: een ambtenaar die van de eigen functie, de aanvrager en wie voor die persoon optreedt alle.",
                "Show the open steps: an official those of their own function, the applicant and whoever acts for that person all.");
        api.MapGet("/zaken/{nummer:long:min(1)}/termijnen", (long nummer, HttpContext http, AheadOf ahead) => ahead.Show(http, nummer, DataCategory.Procedure, (sight, way, explain) =>
                way.Terms.Where(term => sight.MayRead(EventCategories.OfDeclared(term.Code))).Select(term => new TermAnswer(
                    term.Code, In(http.Request, term.Type.Name), term.Started, term.LastDay, term.Norm, [.. explain(term.Type).Select(each => In(http.Request, each))])).ToImmutableArray()))
            .Reads<ImmutableArray<TermAnswer>>(Addresses.Cases, "ReadTerms", "Toont de lopende termijnen, met de gronden.", "Show the terms that run, with their grounds.");
        api.MapGet("/zaken/{nummer:long:min(1)}/rechten", (long nummer, HttpContext http, AheadOf ahead) => ahead.Show(http, nummer, DataCategory.Reception, (sight, way, _) =>
                way.Entitlements.Where(each => sight.MayRead(EventCategories.OfDeclared(each.Code))).Select(each => new RightAnswer(each.Code, In(http.Request, each.Type.Name), each.From, each.Until, each.Norm)).ToImmutableArray()))
            .Reads<ImmutableArray<RightAnswer>>(Addresses.Cases, "ReadRights", "Toont waarop iemand recht heeft.", "Show what someone is entitled to.");
        api.MapGet("/werkvoorraden/{functie}", ListWork)
            .Reads<WorkPageAnswer>("werkvoorraden", "ReadWorklist", "Toont wat de eigen functie te doen heeft.", "Show what one's own function has to do.");
    }

    private const string OfAnother = "van-een-ander";

    // A step may tell of care, a hold or a departure: each sees their own work, and nothing of what they do not read.
    internal static bool MaySee(Caller caller, NextStep step) => caller.Function.Reach is Reach.Own
        || (caller.Function.Code is "advocaat" or "voogd" && OwnSteps.MayRead(caller.Function, step.Type)
            && step.Type != QuestionSteps.Answer && step.Type != DocumentSteps.ReviewOfHealth) // What a client asks others, or sends a doctor, is between them.
        || (Parties.RoleOf(step.Party) != OfficialRoles.None && Parties.RoleOf(step.Party) == caller.Function.Role && OwnSteps.Of(caller.Function).Contains(step.Code));

    private static StepAnswer Of(NextStep step, Caller caller, HttpRequest request) => new(
        step.Code, In(request, step.Type.Name), In(request, Parties.NameOf(step.Party)), step.Type.Force, step.Earliest, step.LastDay,
        step.WaitsFor is { } first && caller.Function.Reach != Reach.Own && OwnSteps.NameOf(caller.Function, first.Code) is null ? OfAnother : step.WaitsFor?.Code, step.Norm);

    private static IResult ListWork(string functie, string? stand, string? code, int? opvanglocatie, string? na, int? paginaGrootte, HttpContext http, ChainStore store, Gate gate, Reading reading, IChainClock clock)
    {
        if (Function.Find(functie) is not { } function || Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (caller.Function != function || function.Reach is Reach.None or Reach.Own or Reach.Clients)
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        WorklistStatus? status = Words.TryValue<WorklistStatus>(stand, out var one) ? one : null;
        if ((stand is not null && status is null) || (na is not null && WorklistCursor.Parse(na) is null) || paginaGrootte is < 1 or > PageAsked.Largest)
        {
            return Problems.Of(http.Request, 400, "stand, na of paginaGrootte heeft een waarde die hier niet past.", "stand, na or paginaGrootte has a value that does not fit here.");
        }
        // A function is of one party, or of none that has steps of its own (a test sees to it).
        if (OwnSteps.PartiesOf(function) is not [var party])
        {
            return Results.Ok(new WorkPageAnswer([], null));
        }
        using var view = store.Models.Look();
        var page = Worklist.Page(view, new WorklistQuestion(party, clock.Today)
        {
            Codes = OwnSteps.Of(function),
            OfFewFiles = function.ListsFewFiles,
            Status = status,
            Code = code,
            Site = opvanglocatie,
            After = WorklistCursor.Parse(na),
            PageSize = paginaGrootte ?? 25,
        }, gate.Worked(caller, view.Files));
        reading.Record(http, caller, page.Items.Select(each => each.Step.Person).Distinct());
        return Results.Ok(new WorkPageAnswer(
            [.. page.Items.Select(each => new WorkAnswer(each.Step.Person, each.Step.Code, each.Status, each.Step.LastDay is { } last ? new Day(last) : null, each.Step.Norm))],
            page.Next?.ToString()));
    }

    private static string In(HttpRequest request, Text text) => Language.Choose(request, text.Dutch, text.English);
}

/// <summary>The way ahead of a file, opened by somebody (vervolg van een zaak).</summary>
internal sealed class AheadOf(Reading reading, ChainStore store, WebSettings settings, IChainClock clock)
{
    /// <summary>Shows something of it; 403 when the caller's function may not read that category.</summary>
    public IResult Show<TAnswer>(
        HttpContext http, long number, DataCategory category, Func<Sight, WayAhead, Func<TermType, IEnumerable<Text>>, ImmutableArray<TAnswer>> answer)
    {
        var opened = reading.Open(http, new(StreamKind.CaseFile, number), changesWithTime: true);
        if (opened is not { Sight: { Caller: { } caller, State: { } state } sight })
        {
            return opened.Instead!;
        }
        if (!sight.MayRead(category))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        var law = settings.LawOn(clock.Today);
        var household = FileState.Read(store, StreamId.Of(state.File.Registration.Household)).Household;
        return Results.Ok(answer(sight, WayAhead.Of(state.File, household, law, clock.Today), term => term.Explain(state.File, household, law).Grounds is { } grounds
            ? grounds.Steps.Select(each => each.Words).Concat(grounds.Sentences) : []));
    }
}
