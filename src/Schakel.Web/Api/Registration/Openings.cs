using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Api.Registration;

/// <summary>
/// Opening a file (zaak openen): the number is given here, the next that was never used, and a household of its own unless one is named.
/// One opening at a time, so that a number goes to one file and a repetition finds the first.
/// </summary>
internal sealed class Openings(ChainStore store, IChainClock clock) : IDisposable
{
    private static readonly Type[] Commands =
        [typeof(RegisterArrival), typeof(RegisterFamilyArrival), typeof(RegisterResettledArrival), typeof(TakeOverFile), typeof(PreRegister)];

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Puts the openings on the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var resource in CommandTable.All.Where(each => Commands.Contains(each.Command)))
        {
            api.MapPost($"/{resource.Path}", (HttpContext http, Openings openings) => openings.OpenAsync(http, resource))
                .WithName($"Open{resource.Command.Name}")
                .WithSummary($"{resource.Dutch.TrimEnd('.')}, en opent daarmee een zaak.")
                .WithDescription(resource.English)
                .WithMetadata(resource)
                .Acts(Addresses.Cases);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<IResult> OpenAsync(HttpContext http, CommandResource resource)
    {
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (!resource.IsOpenTo(caller.Function))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        var (body, problem) = await ActBody.ReadAsync(http, clock.Today).ConfigureAwait(false);
        if (body is null)
        {
            return problem!;
        }
        await _one.WaitAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            return await OpenAsync(http, resource, caller, body).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<IResult> OpenAsync(HttpContext http, CommandResource resource, Caller caller, ActBody body)
    {
        var first = await store.FindAnswerAsync(body.Key).ConfigureAwait(false);
        if (first is ActResult.Refused)
        {
            return Acting.Answer(http, default, new ActResult.Repeated(first));
        }
        // A repetition is the same act with the numbers that were given then; with another content the desk refuses it.
        var given = first as ActResult.Accepted;
        var person = NumberIn(given, StreamKind.CaseFile) ?? await store.HighestNumberAsync(StreamKind.CaseFile).ConfigureAwait(false) + 1;
        var household = Words.OfField(nameof(RegisterArrival.Household));
        if (resource.Command != typeof(PreRegister) && body.Fields[household] is null)
        {
            body.Fields[household] = JsonValue.Create(
                NumberIn(given, StreamKind.Household) ?? await store.HighestNumberAsync(StreamKind.Household).ConfigureAwait(false) + 1);
        }
        if (CommandShape.Of(resource.Command).Read(body.Fields, caller.Official, body.Faults) is not Command command)
        {
            return ActBody.Wrong(http.Request, body.Faults);
        }
        var stream = new StreamId(StreamKind.CaseFile, person);
        var act = new Act(body.Key, caller.Doer, resource.Purpose, body.On, [new(stream, command)]) { Ground = body.Ground, Expected = [new(stream, 0)] };
        var result = await Acting.DoAsync(http, store, stream, act).ConfigureAwait(false);
        return result is Microsoft.AspNetCore.Http.HttpResults.Created<ActAnswer> { Value: { } answer }
            ? Results.Created($"{ApiVersion.Root}/{Addresses.Of(stream)}", answer) : result;
    }

    private static long? NumberIn(ActResult.Accepted? given, StreamKind kind) =>
        given?.Versions.Where(each => each.Stream.Kind == kind).Select(each => (long?)each.Stream.Number).FirstOrDefault();
}
