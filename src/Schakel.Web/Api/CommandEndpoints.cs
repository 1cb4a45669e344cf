using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Schakel.Web.Moments;

namespace Schakel.Web.Api;

/// <summary>
/// Posting a command (opdracht geven): who acts comes from the token, once-only from <c>Idempotency-Key</c>, what the caller had seen from
/// <c>If-Match</c>. The answer is 201 with the events, 409 with the norm that forbids, or 412 when somebody was first.
/// </summary>
internal static class CommandEndpoints
{
    /// <summary>Puts all commands on the routes below a file, household, site or country.</summary>
    public static void MapCommands(this IEndpointRouteBuilder api)
    {
        foreach (var resource in CommandTable.All)
        {
            var route = resource.Kind == StreamKind.Country
                ? api.MapPlainPost($"/{Addresses.Countries}/{{code:length(3)}}/{resource.Path}", (string code) => { },
                    async http => Addresses.OfCountry(http.InPath("code")) is { } country ? await DoAsync(country, resource, http).ConfigureAwait(false) : Acting.Unknown())
                : api.MapPlainPost($"/{Addresses.CollectionOf(resource.Kind)}/{{nummer:long:min(1)}}/{resource.Path}", (long nummer) => { },
                    http => DoAsync(new StreamId(resource.Kind, http.NumberInPath("nummer")), resource, http));
            route.WithName(resource.Command.Name)
                .WithSummary(resource.Dutch)
                .WithDescription(resource.English)
                .WithMetadata(resource)
                .Acts(Addresses.CollectionOf(resource.Kind));
        }
    }

    private static async Task<IResult> DoAsync(StreamId stream, CommandResource resource, HttpContext http)
    {
        var (request, services) = (http.Request, http.RequestServices);
        var (store, gate, clock) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>(), services.GetRequiredService<IChainClock>());
        if (Caller.From(http.User) is not { } caller || !gate.MayAct(caller, stream))
        {
            return Acting.Unknown();
        }
        if (!resource.IsOpenTo(caller.Function))
        {
            return Acting.Forbidden(request, caller.Function);
        }
        var (body, problem) = await ActBody.ReadAsync(http, clock.Today).ConfigureAwait(false);
        if (body is null)
        {
            return problem!;
        }
        var command = ReadCommand(resource, body, caller);
        if (command is null)
        {
            return ActBody.Wrong(request, body.Faults);
        }
        if (!resource.Allows(caller.Function, command))
        {
            return Acting.Forbidden(request, caller.Function);
        }
        var version = FileState.Read(store, stream).Version;
        if (version == 0 && command is not (OpenSite or PolicyCommand)) // On any country policy can be made.
        {
            return Acting.Unknown();
        }
        if (command is TakeBackDocument back && ShownDocument.IsNone(gate.Glimpse(caller, stream), back.Number))
        {
            return Problems.Of(request, SuppliedDocuments.None); // Nobody takes back a document that they may not know of.
        }
        if ((Versions.Expected(request) ?? (version == 0 ? 0 : null)) is not { } expected)
        {
            return Acting.NeedsVersion(request);
        }
        var act = new Act(body.Key, caller.Doer, resource.Purpose, body.On, [new(stream, command)]) { Ground = body.Ground, Expected = [new(stream, expected)] };
        if (command is ChooseInterviewDay choice)
        {
            return Acting.Answer(http, stream, await services.GetRequiredService<FreeMoments>().TakeAsync(act, choice, http.RequestAborted).ConfigureAwait(false));
        }
        if (command is not MergeInto merge)
        {
            return await Acting.DoAsync(http, store, stream, act).ConfigureAwait(false);
        }
        // What stands on the other file decides whether this one may rest: it is read here, and may not change meanwhile.
        var other = StreamId.Of(merge.Surviving);
        var there = FileState.Read(store, other);
        act = act with { Asked = $"{Addresses.Of(stream)}/{resource.Path} {body.Asked}" };
        if (await store.FindAnswerAsync(act).ConfigureAwait(false) is { } before)
        {
            return Acting.Answer(http, stream, before);
        }
        act = act with { Commands = [new(stream, merge with { There = Standing.Of(there.File) })], Expected = [.. act.Expected, new(other, there.Version)] };
        return await Acting.DoAsync(http, store, stream, act).ConfigureAwait(false);
    }

    private static Command? ReadCommand(CommandResource resource, ActBody body, Caller caller)
    {
        if (resource.Command == typeof(MergeInto) && body.Fields.ContainsKey(Words.OfField(nameof(MergeInto.There))))
        {
            body.Faults.Add(Words.OfField(nameof(MergeInto.There)), "Dit volgt uit de andere zaak en wordt niet opgegeven.", "This follows from the other file and is not given.");
        }
        return (Command?)CommandShape.Of(resource.Command).Read(body.Fields, caller.Official, body.Faults);
    }
}
