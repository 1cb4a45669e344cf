using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
            api.MapPlainPost($"/{resource.Path}", () => { }, http => http.RequestServices.GetRequiredService<Openings>().OpenAsync(http, resource))
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
        return await InTurnAsync(() => OpenAsync(http, resource, caller, body), http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Opens something when nobody else does: a desk of the workbench takes its turn here as the interface does.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> open, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await open().ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The next number that was never used; only for who has the turn.</summary>
    /// <param name="kind">Of a file or a household.</param>
    public async Task<long> NextAsync(StreamKind kind) => await store.HighestNumberAsync(kind).ConfigureAwait(false) + 1;

    private async Task<IResult> OpenAsync(HttpContext http, CommandResource resource, Caller caller, ActBody body)
    {
        // Numbers are given here: what makes it the same act is what was asked.
        var act = new Act(body.Key, caller.Doer, resource.Purpose, body.On, []) { Ground = body.Ground, Asked = $"{resource.Path} {body.Asked}" };
        if (await store.FindAnswerAsync(act).ConfigureAwait(false) is { } before)
        {
            StreamId given = new(StreamKind.CaseFile, NumberIn(before) ?? 0);
            return AtTheFile(given, Acting.Answer(http, given, before));
        }
        var person = await NextAsync(StreamKind.CaseFile).ConfigureAwait(false);
        var household = Words.OfField(nameof(RegisterArrival.Household));
        if (resource.Command != typeof(PreRegister) && body.Fields[household] is null)
        {
            body.Fields[household] = JsonValue.Create(await NextAsync(StreamKind.Household).ConfigureAwait(false));
        }
        if (CommandShape.Of(resource.Command).Read(body.Fields, caller.Official, body.Faults) is not Command command)
        {
            return ActBody.Wrong(http.Request, body.Faults);
        }
        var stream = new StreamId(StreamKind.CaseFile, person);
        return AtTheFile(stream, await Acting.DoAsync(http, store, stream, act with { Commands = [new(stream, command)], Expected = [new(stream, 0)] }).ConfigureAwait(false));
    }

    private static IResult AtTheFile(StreamId stream, IResult result) => result is Microsoft.AspNetCore.Http.HttpResults.Created<ActAnswer> { Value: { } answer }
        ? Results.Created($"{ApiVersion.Root}/{Addresses.Of(stream)}", answer) : result;

    private static long? NumberIn(ActResult before) => before is ActResult.Repeated { First: ActResult.Accepted first }
        ? first.Versions.Where(each => each.Stream.Kind == StreamKind.CaseFile).Select(each => (long?)each.Stream.Number).FirstOrDefault() : null;
}
