using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Demonstration;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Store.Watching;
using Schakel.Web;

[assembly: AssemblyFixture(typeof(Schakel.Browser.RunningChain))]

namespace Schakel.Browser;

/// <summary>The demonstration as `schakel demo` serves it, small, on a free port: the people of the rehearsal, and the application itself.</summary>
public sealed class RunningChain : IAsyncLifetime
{
    /// <summary>Addresses of our own where it goes wrong as it does everywhere: too much was asked at once, and something failed that nobody foresaw.</summary>
    public const string Busy = "/proef/te-druk", Broken = "/proef/stuk", BusyAtWork = "/werk/proef/te-druk", BrokenAtWork = "/werk/proef/stuk";

    private const double Scale = 0.02;

    private readonly string _parent = Directory.CreateTempSubdirectory("schakel-browser-").FullName;
    private readonly Dictionary<string, string> _tokens = [];
    private readonly SemaphoreSlim _turn = new(1);
    private LiveDemonstration? _demonstration;
    private WebApplication? _app;

    public RunningChain()
    {
        Handout = new(this);
    }

    /// <summary>Where it listens.</summary>
    public string Address => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Every route of the application as it runs.</summary>
    public IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Asks the interface.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Hands out files to the tests.</summary>
    public Handout Handout { get; }

    private WebApplication App => _app ?? throw new InvalidOperationException("The application was not started.");

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(_parent, "data");
        (_demonstration, _) = LiveDemonstration.OpenOrBuild(new DemonstrationRequest(folder, Scale, 1) { StepsOf = ChainSteps.Of, Watch = Watch }, TimeProvider.System);
        var (stock, scale) = StoredStock.Of(new StorePlace(folder), DemonstrationLaw.On);
        var inputs = LiveInputs.Of(ChainData.Load(null), stock, 2, FittedParameters.For(ChainData.January2024), scale);
        ExpectationFile.Write(folder, Expectations.Of(inputs, 1, 1));
        _app = ChainWeb.Build(_demonstration.Store, _demonstration.Time, new WebSettings(DemonstrationLaw.On, folder)
        {
            Url = new("http://127.0.0.1:0"),
            Time = _demonstration.Time,
            MostAtOnce = 10_000, // Tests ask faster than people do; limits have tests of their own.
            MostPerSecond = 10_000,
        });
        GoWrong(_app);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(5) };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        Handout.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        _demonstration?.Dispose();
        _turn.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    private static void GoWrong(WebApplication app)
    {
        foreach (var busy in (string[])[Busy, BusyAtWork])
        {
            app.MapGet(busy, StandIns.TooMuchAsync).AllowAnonymous();
        }
        foreach (var broken in (string[])[Broken, BrokenAtWork])
        {
            app.MapGet(broken, void () => throw new InvalidOperationException("A test asked for this.")).AllowAnonymous();
        }
    }

    /// <summary>What the interface answers to a function.</summary>
    public async Task<JsonNode> ReadAsync(string path, string function, params (string Name, string Value)[] ties)
    {
        using var request = await RequestAsync(HttpMethod.Get, path, function, ties);
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} for {function}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Asks for what is not theirs: it is refused, and noticed.</summary>
    public async Task RefusedAsync(string path, string function, params (string Name, string Value)[] ties)
    {
        using var request = await RequestAsync(HttpMethod.Get, path, function, ties);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>Asks the interface something that needs a body; nothing changes by it.</summary>
    public async Task<JsonNode> AskAsync(string path, string function, JsonObject body)
    {
        using var request = await RequestAsync(HttpMethod.Post, path, function);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} for {function}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Does an act over the interface, on the version that stands; what a colleague does meanwhile.</summary>
    public async Task ActAsync(long file, string resource, string function, JsonObject body)
    {
        var version = (await ReadAsync($"/zaken/{Plain(file)}", function))["versie"]!.GetValue<int>();
        Assert.Equal(HttpStatusCode.Created, await TryAsync(file, resource, function, body, version));
    }

    /// <summary>Tries an act over the interface, on a version of the file.</summary>
    public async Task<HttpStatusCode> TryAsync(long file, string resource, string function, JsonObject body, int version)
    {
        using var request = await RequestAsync(HttpMethod.Post, $"/zaken/{Plain(file)}/{resource}", function);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{Plain(version)}\""));
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>All that happened in a file, as far as a function may see it.</summary>
    public async Task<List<Happened>> EventsAsync(long file, string function, params (string Name, string Value)[] ties)
    {
        var all = new List<Happened>();
        for (var page = 1; ; page++)
        {
            var answer = await ReadAsync($"/zaken/{Plain(file)}/gebeurtenissen?paginaGrootte=100&pagina={Plain(page)}", function, ties);
            all.AddRange(answer["resultaten"]!.AsArray().Select(each => Happened.Of(each!)));
            if (all.Count >= answer["totaal"]!.GetValue<int>())
            {
                return all;
            }
        }
    }

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Func<ChainStore, IChainClock, AfterDay> Watch { get; } = (store, clock) =>
    {
        var watch = new TermWatch(store, clock);
        return async (_, cancellation) => await watch.LookAsync(cancellation) is var found ? found.ByLaw + found.Observed : 0;
    };

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path, string function, params (string Name, string Value)[] ties)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(function, ties));
        return request;
    }

    private async Task<string> TokenAsync(string function, (string Name, string Value)[] ties)
    {
        var name = $"{function} {string.Join('&', ties)}";
        await _turn.WaitAsync();
        try
        {
            if (!_tokens.TryGetValue(name, out var token))
            {
                using var content = new FormUrlEncodedContent(
                    [new("grant_type", "client_credentials"), new("client_id", function), new("client_secret", "voorbeeld"), .. ties.Select(each => KeyValuePair.Create(each.Name, each.Value))]);
                using var answer = await Client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.IsSuccessStatusCode, text);
                _tokens[name] = token = JsonNode.Parse(text)!["access_token"]!.GetValue<string>();
            }
            return token;
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>Something that happened, as the interface tells it: what, when, by whom, for which purpose.</summary>
/// <param name="Version">Place in the history.</param>
/// <param name="What">Kind of event.</param>
/// <param name="On">The day.</param>
/// <param name="By">What kind of someone.</param>
/// <param name="Power">The function, of an official.</param>
/// <param name="Purpose">For which purpose.</param>
public sealed record Happened(int Version, string What, string On, string By, string? Power, string Purpose)
{
    public static Happened Of(JsonNode each) => new(
        each["versie"]!.GetValue<int>(), each["soort"]!.GetValue<string>(), each["gebeurdOpDatum"]!.GetValue<string>(), each["door"]!.GetValue<string>(),
        each["bevoegdheid"]?.GetValue<string>(), each["doel"]?.GetValue<string>() ?? "");
}
