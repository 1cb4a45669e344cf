using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Api.Policy;

/// <summary>The policy on a country as on a day (landenbeleid zoals op een datum).</summary>
/// <param name="Code">Code of the country.</param>
/// <param name="Versie">Number of the last event.</param>
/// <param name="OpDatum">The day asked about.</param>
/// <param name="Beleid">The version in force on that day; absent before the first.</param>
/// <param name="Versies">All versions that were adopted.</param>
/// <param name="Moratoria">Moratoria, those that ended included.</param>
/// <param name="Ambtsberichten">Country reports.</param>
/// <param name="Uitspraken">Rulings.</param>
/// <param name="Werkinstructies">Work instructions, drafts included.</param>
public sealed record CountryAnswer(
    CountryCode Code, int Versie, Day OpDatum, PolicyVersionAnswer? Beleid, ImmutableArray<PolicyVersionAnswer> Versies, ImmutableArray<MoratoriumAnswer> Moratoria,
    ImmutableArray<ReportAnswer> Ambtsberichten, ImmutableArray<RulingAnswer> Uitspraken, ImmutableArray<InstructionAnswer> Werkinstructies)
{
    internal static CountryAnswer Of(CountryCode code, int version, CountryPolicy policy, Law law, Day on) => new(
        code, version, on, policy.InForceOn(on) is { } inForce ? PolicyVersionAnswer.Of(inForce) : null, [.. policy.Versions.Select(PolicyVersionAnswer.Of)],
        [.. policy.Moratoria.Select(each => new MoratoriumAnswer(
            each.Kind, each.From, each.LastDay, each.HoldsOn(on), each.Category, each.Criterion, each.AssessedOn, each.ReviewBy(law), each.LiftedOn)
        {
            HerzieningUitgeblevenDatum = each.Unassessed,
        })],
        [.. policy.Reports.Select(each => new ReportAnswer(each.Reference, each.PublishedOn, each.Source))],
        [.. policy.Rulings.Select(each => new RulingAnswer(each.Ecli, each.Court, each.RuledOn, each.Changes))],
        [.. policy.Instructions.Select(each => new InstructionAnswer(
            each.Number, each.Title, each.Source, each.Reference, each.Status, each.InForceFrom <= on && !(each.WithdrawnOn <= on), each.InForceFrom, each.WithdrawnOn,
            [.. each.Advices.Select(advice => new AdviceAnswer(advice.Partner, advice.Answer))]))]);
}

/// <summary>A version of the policy (beleidsversie).</summary>
/// <param name="Versie">Its number.</param>
/// <param name="IngangsDatum">Its first day.</param>
/// <param name="Publicatie">Where it was published.</param>
public sealed record PolicyVersionAnswer(int Versie, Day IngangsDatum, string Publicatie)
{
    internal static PolicyVersionAnswer Of(AdoptedPolicy adopted) => new(adopted.Version, adopted.InForceFrom, adopted.Publication);
}

/// <summary>A moratorium (moratorium).</summary>
/// <param name="Soort">Decision or departure.</param>
/// <param name="VanDatum">Its first day, by which acts name it.</param>
/// <param name="TotDatum">The last day on which it holds.</param>
/// <param name="Geldt">Holds on the day asked about.</param>
/// <param name="Categorie">Whom it is about.</param>
/// <param name="Criterium">What decides whether somebody falls under it.</param>
/// <param name="BezienOpDatum">When it was assessed last.</param>
/// <param name="HerzieningsDatum">Last day to assess it again, when it lasts so long.</param>
/// <param name="OpgehevenOpDatum">When it was lifted.</param>
public sealed record MoratoriumAnswer(
    MoratoriumKind Soort, Day VanDatum, Day TotDatum, bool Geldt, string Categorie, string? Criterium, Day BezienOpDatum, Day? HerzieningsDatum, Day? OpgehevenOpDatum)
{
    /// <summary>The day by which it was to be assessed again, as it was observed, and since which it was not assessed; it stays when the moratorium ended so.</summary>
    public Day? HerzieningUitgeblevenDatum { get; init; }
}

/// <summary>A country report (ambtsbericht).</summary>
/// <param name="Kenmerk">Its reference.</param>
/// <param name="PublicatieDatum">Its day.</param>
/// <param name="Bron">Who made it.</param>
public sealed record ReportAnswer(string Kenmerk, Day PublicatieDatum, string Bron);

/// <summary>A ruling (uitspraak).</summary>
/// <param name="Ecli">Its number.</param>
/// <param name="Gerecht">The court.</param>
/// <param name="UitspraakDatum">Its day.</param>
/// <param name="Gevolg">What it changes.</param>
public sealed record RulingAnswer(string Ecli, string Gerecht, Day UitspraakDatum, string Gevolg);

/// <summary>A work instruction (werkinstructie).</summary>
/// <param name="Nummer">Its number.</param>
/// <param name="Titel">Its title.</param>
/// <param name="Bron">Where it comes from.</param>
/// <param name="Kenmerk">Which ruling, report or version.</param>
/// <param name="Stand">Where it stands.</param>
/// <param name="Geldt">Holds on the day asked about.</param>
/// <param name="IngangsDatum">Its first day.</param>
/// <param name="IngetrokkenOpDatum">When it was withdrawn.</param>
/// <param name="Adviezen">Who was asked, and what they answered.</param>
public sealed record InstructionAnswer(
    int Nummer, string Titel, InstructionSource Bron, string Kenmerk, InstructionStatus Stand, bool Geldt, Day? IngangsDatum, Day? IngetrokkenOpDatum, ImmutableArray<AdviceAnswer> Adviezen);

/// <summary>Advice on a draft (advies).</summary>
/// <param name="Partner">Who was asked.</param>
/// <param name="Antwoord">What they answered; absent while it is awaited.</param>
public sealed record AdviceAnswer(Partner Partner, string? Antwoord);

/// <summary>A step that lies ahead in the policy on a country (vervolgstap).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Naam">What is done.</param>
/// <param name="Functie">In what function.</param>
/// <param name="Norm">What it rests on.</param>
/// <param name="UiterlijkeDatum">Last day on which it is in time.</param>
/// <param name="TeLaat">That day is over.</param>
/// <param name="Moratorium">Kind of the moratorium it is about.</param>
/// <param name="VanDatum">First day of that moratorium.</param>
/// <param name="Werkinstructie">Number of the work instruction it is about.</param>
public sealed record PolicyStepAnswer(
    string Code, string Naam, OfficialRoles Functie, string Norm, Day? UiterlijkeDatum, bool TeLaat, MoratoriumKind? Moratorium, Day? VanDatum, int? Werkinstructie);

/// <summary>How many the policy on a country is about (reikwijdte): absent from one to four, and where subtraction would tell.</summary>
/// <param name="Code">Code of the country.</param>
/// <param name="OpenZaken">Open files of that nationality.</param>
/// <param name="Beslistermijnen">Those in which a decision period runs, by whether it waits under a moratorium.</param>
/// <param name="Vertrekmoratorium">Files to which a departure moratorium was applied.</param>
public sealed record CountryReachAnswer(CountryCode Code, long? OpenZaken, RunningTermsAnswer Beslistermijnen, long? Vertrekmoratorium)
{
    // One partition with its total, so that no cell is told by what is left: waiting, not waiting, no decision period.
    internal static CountryReachAnswer Of(CountryCode country, in CountryReach reach)
    {
        var shown = Suppressed.Of([
            ("waiting", reach.WaitingTerms), ("running", reach.RunningTerms - reach.WaitingTerms), ("other", reach.OpenFiles - reach.RunningTerms)]);
        var departures = Suppressed.Of([("deferred", reach.DeferredDepartures), ("other", reach.OpenFiles - reach.DeferredDepartures)]);
        return new(country, shown.Total, new(shown.Counts[0].Count, shown.Counts[1].Count), departures.Counts[0].Count);
    }
}

/// <summary>Decision periods that run (lopende beslistermijnen).</summary>
/// <param name="OnderMoratorium">Under a decision moratorium that was applied in the file.</param>
/// <param name="Overig">Without.</param>
public sealed record RunningTermsAnswer(long? OnderMoratorium, long? Overig);

/// <summary>Reading the policy on countries (landenbeleid lezen): open to everyone who works in the chain, as it is about no person.</summary>
internal static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/landen/{code:length(3)}", (string code, string? op, HttpContext http, Reading reading, WebSettings settings, IChainClock clock) =>
                Read(code, op, http, reading, settings, clock))
            .Reads<CountryAnswer>(Addresses.Countries, "ReadCountryPolicy", "Toont het landenbeleid, nu of zoals op een datum.", "Show the policy on a country, now or as on a date.");
        api.MapGet("/landen/{code:length(3)}/volgende-stappen", (string code, HttpContext http, Reading reading, WebSettings settings, IChainClock clock) =>
                Open(code, http, reading, policy => Steps(policy, settings.LawOn(clock.Today), clock.Today, http.Request)))
            .Reads<ImmutableArray<PolicyStepAnswer>>(Addresses.Countries, "ReadPolicySteps", "Toont wat er met het landenbeleid te doen staat.", "Show what is to be done with the policy on a country.");
        api.MapGet("/landen/{code:length(3)}/reikwijdte", Reach)
            .Reads<CountryReachAnswer>(Addresses.Countries, "ReadCountryReach", "Toont hoeveel zaken en beslistermijnen het landenbeleid nu raakt; onder de vijf afgeschermd, ook voor aftrekken.",
                "Show how many files and decision periods the policy on a country is about now; suppressed under five, and against subtraction.");
        api.MapGet("/landen/{code:length(3)}/gebeurtenissen", (string code, int? pagina, int? paginaGrootte, HttpContext http, Reading reading) =>
                Addresses.OfCountry(code) is { } country ? FileEndpoints.TimelineOf(country, pagina, paginaGrootte, http, reading) : Acting.Unknown())
            .Reads<PageAnswer<EventAnswer>>(Addresses.Countries, "ReadCountryEvents", "Toont wat er gebeurde, in volgorde.", "Show what happened, in order.");
        api.MapGet("/landen/{code:length(3)}/gebeurtenissen/{versie:int:min(1)}", (string code, int versie, HttpContext http, Reading reading) =>
                Addresses.OfCountry(code) is { } country ? FileEndpoints.EventOf(country, versie, http, reading) : Acting.Unknown())
            .Reads<EventAnswer>(Addresses.Countries, "ReadCountryEvent", "Toont één gebeurtenis.", "Show one event.");
    }

    private static IResult Read(string code, string? op, HttpContext http, Reading reading, WebSettings settings, IChainClock clock)
    {
        var on = clock.Today;
        if (op is not null && !Day.TryParse(op, out on))
        {
            return Problems.Of(http.Request, 400, "op is een dag die bestaat, als jjjj-mm-dd.", "op is a day that exists, as yyyy-mm-dd.");
        }
        return CountryCode.TryParse(code, out var country)
            ? Open(code, http, reading, policy => CountryAnswer.Of(country, policy.Version, policy.Policy, settings.LawOn(clock.Today), on)) : Acting.Unknown();
    }

    // Also of a country without policy: whoever makes it asks first. Of nobody and nothing there is no answer.
    private static IResult Reach(string code, HttpContext http, ChainStore store, IChainClock clock)
    {
        if (Caller.From(http.User) is not { } caller || !CountryCode.TryParse(code, out var country) || country == CountryCode.Unknown)
        {
            return Acting.Unknown();
        }
        if (caller.Function.Role is not (OfficialRoles.PolicyOfficer or OfficialRoles.DecisionOfficer))
        {
            return Acting.Forbidden(http.Request, caller.Function); // Numbers of one nationality are for who makes its policy and who applies it (red line 9).
        }
        using var view = store.Models.Look();
        var reach = CountryReach.Of(store.Models, view, country, clock.Today);
        return reach == default && store.Log.ReadStream(StreamId.Of(country)).Count == 0 ? Acting.Unknown() : Results.Ok(CountryReachAnswer.Of(country, reach));
    }

    // What holds changes with time; the version is told all the same, as acts ask it.
    private static IResult Open<TAnswer>(string code, HttpContext http, Reading reading, Func<FileState, TAnswer> answer)
    {
        if (Addresses.OfCountry(code) is not { } country)
        {
            return Acting.Unknown();
        }
        var opened = reading.Open(http, country, changesWithTime: true);
        if (opened is not { State: { } state })
        {
            return opened.Instead!;
        }
        Versions.Tell(http.Response, state.Version);
        return Results.Ok(answer(state));
    }

    private static ImmutableArray<PolicyStepAnswer> Steps(FileState policy, Law law, Day today, HttpRequest request) =>
    [
        .. PolicySteps.Of(policy.Policy, law, today).Select(each => new PolicyStepAnswer(
            each.Type.Code, Language.Choose(request, each.Type.Name.Dutch, each.Type.Name.English), each.Type.Role, each.Type.Norm,
            each.LastDay, each.IsOverdueOn(today), each.Moratorium?.Kind, each.Moratorium?.Of, each.Instruction)),
    ];
}
