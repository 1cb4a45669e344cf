using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>A file in a list (zaak in een lijst). A field is absent when the caller's function may not read it.</summary>
/// <param name="Nummer">Number of the file.</param>
/// <param name="Versie">Number of its last event.</param>
/// <param name="Huishouden">Number of the household.</param>
/// <param name="Stand">Where the application stands.</param>
/// <param name="Spoor">Confirmed track.</param>
/// <param name="Opvanglocatie">Number of the site.</param>
/// <param name="UiterlijkeDatum">First day on which something falls due.</param>
public sealed record FileRowAnswer(long Nummer, int Versie, long? Huishouden, ApplicationStatus? Stand, Track? Spoor, int? Opvanglocatie, Day? UiterlijkeDatum)
{
    internal static FileRowAnswer Of(FileRow row, Function function) => new(
        row.Person, row.Version, function.MayRead(DataCategory.Family) ? row.Household : null,
        function.MayRead(DataCategory.Procedure) ? (ApplicationStatus?)row.Application : null,
        function.MayRead(DataCategory.Procedure) ? (Track)row.Track : null,
        function.MayRead(DataCategory.Reception) ? row.Site : null,
        function.MayRead(DataCategory.Procedure) && row.NextDue is { } due ? new Day(due) : null);
}

/// <summary>What a move would break (verhuisgevolg).</summary>
/// <param name="Doorkruist">What.</param>
/// <param name="Norm">What protects it.</param>
/// <param name="OpDatum">The day it concerns.</param>
/// <param name="Tekst">In words.</param>
public sealed record ConsequenceAnswer(ImmutableArray<string> Doorkruist, string Norm, Day? OpDatum, string Tekst);

/// <summary>Reading files (zaken lezen).</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/zaken", ListAsync).Reads<PageAnswer<FileRowAnswer>>(
            Addresses.Cases, "ListFiles", "Toont zaken, per pagina.", "List files, by page.");
        api.MapGet("/zaken/{nummer:long:min(1)}", (long nummer, HttpContext http, Reading reading, WebSettings settings, IChainClock clock) =>
                reading.Show(http, new(StreamKind.CaseFile, nummer), sight => FileAnswer.Of(sight, settings.LawOn(clock.Today))))
            .Reads<FileAnswer>(Addresses.Cases, "ReadFile", "Toont de kop van een zaak.", "Show the head of a file.");
        MapTimeline(api, StreamKind.CaseFile, "ReadFileEvents");
        MapTimeline(api, StreamKind.Household, "ReadHouseholdEvents");
        MapTimeline(api, StreamKind.Site, "ReadSiteEvents");
        api.MapPost("/zaken/{nummer:long:min(1)}/verhuisgevolgen", PreviewAsync).WithMetadata(new PreviewOf(typeof(MovePerson))).Reads<ImmutableArray<ConsequenceAnswer>>(
            Addresses.Cases, "PreviewMove", "Toont wat een verhuizing zou doorkruisen; er verandert niets.", "Show what a move would break; nothing changes.");
    }

    private static void MapTimeline(IEndpointRouteBuilder api, StreamKind kind, string name)
    {
        api.MapGet($"/{Addresses.CollectionOf(kind)}/{{nummer:long:min(1)}}/gebeurtenissen", (long nummer, int? pagina, int? paginaGrootte, HttpContext http, Reading reading) =>
                TimelineOf(new(kind, nummer), pagina, paginaGrootte, http, reading))
            .Reads<PageAnswer<EventAnswer>>(Addresses.CollectionOf(kind), name, "Toont wat er gebeurde, in volgorde.", "Show what happened, in order.");
        api.MapGet($"/{Addresses.CollectionOf(kind)}/{{nummer:long:min(1)}}/gebeurtenissen/{{versie:int:min(1)}}", (long nummer, int versie, HttpContext http, Reading reading) =>
                EventOf(new(kind, nummer), versie, http, reading))
            .Reads<EventAnswer>(Addresses.CollectionOf(kind), name.TrimEnd('s'), "Toont één gebeurtenis.", "Show one event.");
    }

    /// <summary>A page of what happened in a history, as far as the caller may see it.</summary>
    internal static IResult TimelineOf(StreamId stream, int? number, int? size, HttpContext http, Reading reading)
    {
        var (page, problem) = PageAsked.Of(http.Request, number, size);
        if (page is not { } asked)
        {
            return problem!;
        }
        var opened = reading.Open(http, stream);
        if (opened is not { Sight: { } sight })
        {
            return opened.Instead!;
        }
        var visible = sight.State.History.Select(each => EventAnswer.Of(each, sight)).OfType<EventAnswer>().ToList();
        return Results.Ok(new PageAnswer<EventAnswer>(asked.Number, asked.Size, visible.Count, [.. visible.Skip(asked.Skip).Take(asked.Size)]));
    }

    /// <summary>One event of a history.</summary>
    internal static IResult EventOf(StreamId stream, int version, HttpContext http, Reading reading) => reading.Show(http, stream, sight =>
        sight.State.History.Where(each => each.Envelope.Version == version).Select(each => EventAnswer.Of(each, sight)).FirstOrDefault());

    private static async Task<IResult> ListAsync(
        int? pagina, int? paginaGrootte, string? stand, string? spoor, int? opvanglocatie, long? huishouden, HttpContext http, ChainStore store, Gate gate, Reading reading)
    {
        var (page, problem) = PageAsked.Of(http.Request, pagina, paginaGrootte);
        if (page is not { } asked)
        {
            return problem!;
        }
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if ((stand is not null && !Words.TryValue<ApplicationStatus>(stand, out _)) || (spoor is not null && !Words.TryValue<Track>(spoor, out _)))
        {
            return Problems.Of(http.Request, 400, "stand of spoor heeft een waarde die niet bestaat.", "stand or spoor has a value that does not exist.");
        }
        var function = caller.Function;
        if (((stand ?? spoor) is not null && !function.MayRead(DataCategory.Procedure)) || (opvanglocatie is not null && !function.MayRead(DataCategory.Reception))
            || (huishouden is not null && !function.MayRead(DataCategory.Family)))
        {
            return Acting.Forbidden(http.Request, function); // Whoever may not read a field may not search by it either.
        }
        using var context = store.CreateContext();
        var rows = gate.Files(caller, context.Files.AsNoTracking().Where(row => row.Presence != (int)Presences.Unopened));
        if (Words.TryValue<ApplicationStatus>(stand, out var status))
        {
            rows = rows.Where(row => row.Application == (int)status);
        }
        if (Words.TryValue<Track>(spoor, out var track))
        {
            rows = rows.Where(row => row.Track == (int)track);
        }
        rows = opvanglocatie is { } site ? rows.Where(row => row.Site == site) : rows;
        rows = huishouden is { } household ? rows.Where(row => row.Household == household) : rows;
        var total = await rows.CountAsync(http.RequestAborted).ConfigureAwait(false);
        var found = await rows.OrderBy(row => row.Person).Skip(asked.Skip).Take(asked.Size).ToListAsync(http.RequestAborted).ConfigureAwait(false);
        reading.Record(http, caller, found.Select(row => row.Person));
        return Results.Ok(new PageAnswer<FileRowAnswer>(asked.Number, asked.Size, total, [.. found.Select(row => FileRowAnswer.Of(row, function))]));
    }

    private static async Task<IResult> PreviewAsync(long nummer, HttpContext http, ChainStore store, Reading reading, IChainClock clock)
    {
        var opened = reading.Open(http, new(StreamKind.CaseFile, nummer));
        if (opened is not { Caller: { } caller, State: { } state })
        {
            return opened.Instead!;
        }
        if (caller.Function.Role != OfficialRoles.ReceptionOfficer)
        {
            return Acting.Forbidden(http.Request, caller.Function); // It tells of care and school: for who moves people only.
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(http.Request);
        }
        var faults = new Faults(Language.PrefersEnglish(http.Request));
        if (CommandShape.Of(typeof(MovePerson)).Read(body, caller.Official, faults) is not MovePerson move)
        {
            return ActBody.Wrong(http.Request, faults);
        }
        var household = FileState.Read(store, StreamId.Of(state.File.Registration.Household)).Household;
        return Results.Ok(MoveConsequences.Of(state.File, household, move, clock.Today).Select(each => new ConsequenceAnswer(
            [.. Words.OfFlags(each.Breaks)], each.Norm, each.On, Language.Choose(http.Request, each.Text.Dutch, each.Text.English))).ToImmutableArray());
    }
}
