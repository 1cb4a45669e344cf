using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web;

/// <summary>The application on a free port with a store of its own, asked over real HTTP.</summary>
public sealed class ChainServer : IAsyncLifetime, IChainClock
{
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(10); // A token serves a quarter of an hour.
    private readonly Dictionary<string, (string Token, long Since)> _tokens = [];
    public string Folder { get; } = Directory.CreateTempSubdirectory("schakel-web-").FullName;

    public Day Today { get; set; } = Day.Of(2025, 10, 1);

    public ChainStore Store { get; private set; } = null!;

    public WebApplication App { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Address => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Connection string of PostgreSQL; SQLite in the folder without it.</summary>
    public string? Postgres { get; init; }

    /// <summary>What the application is set up with; before it starts.</summary>
    public Func<WebSettings, WebSettings> Settings { get; init; } = settings => settings;

    public async ValueTask InitializeAsync()
    {
        Store = ChainStore.Open(new StorePlace(Folder, Postgres), new DeskSettings(_ => Regimes.January2024, this, TimeProvider.System) { StepsOf = Schakel.Store.Rows.ChainSteps.Of });
        App = ChainWeb.Build(Store, this, Settings(new WebSettings(_ => Regimes.January2024, Folder)
        {
            Url = new("http://127.0.0.1:0"),
            MostAtOnce = 1_000_000,
            MostPerSecond = 1_000_000,
        }));
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(Address), Timeout = Timeout.InfiniteTimeSpan }; // A busy machine is no failure.
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The program ends and begins again, on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        _tokens.Clear();
        await InitializeAsync();
    }

    /// <summary>The cookie of a session that somebody would have.</summary>
    public string SessionOf(Caller caller) => SessionOf(App.Services, caller);

    /// <summary>The same, of another application.</summary>
    public static string SessionOf(IServiceProvider services, Caller caller)
    {
        var session = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("schakel");
        var identity = new ClaimsIdentity([.. caller.Claims(), new("sinds", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))], "schakel");
        return "schakel=" + session.TicketDataFormat.Protect(new AuthenticationTicket(
            new(identity), new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddMinutes(20) }, "schakel"));
    }

    private async Task StopAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Store.Dispose();
    }

    /// <summary>A token for a function; for an applicant or a lawyer with their own number or their clients.</summary>
    public async Task<string> TokenAsync(string function, int? number = null, string? clients = null, string? ties = null)
    {
        var name = $"{function} {number} {clients} {ties}";
        if (!_tokens.TryGetValue(name, out var known) || TimeProvider.System.GetElapsedTime(known.Since) > Renewed)
        {
            var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = function, ["client_secret"] = "voorbeeld" };
            if (number is { } own)
            {
                fields["nummer"] = own.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            if (clients is not null)
            {
                fields["client"] = clients;
            }
            foreach (var tie in (ties ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                fields[tie.Split('=')[0]] = tie.Split('=')[1];
            }
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await Client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
            _tokens[name] = known = (JsonNode.Parse(text)!["access_token"]!.GetValue<string>(), TimeProvider.System.GetTimestamp());
        }
        return known.Token;
    }

    /// <summary>Sends a request below /api/v1.</summary>
    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? function, JsonNode? body = null, int? version = null, Guid? key = null, int? number = null, string? clients = null,
        Action<HttpRequestMessage>? change = null, string? ties = null)
    {
        using var request = new HttpRequestMessage(method, ApiVersion.Root + path);
        if (function is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(function, number, clients, ties));
        }
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", (key ?? Keys.Next()).ToString());
        }
        if (version is { } seen)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        }
        change?.Invoke(request);
        using var answer = await Client.SendAsync(request);
        return await Reply.OfAsync(answer);
    }

    public Task<Reply> GetAsync(string path, string? function, int? number = null, string? clients = null, string? ties = null) =>
        SendAsync(HttpMethod.Get, path, function, number: number, clients: clients, ties: ties);

    /// <summary>Does an act with the version that stands.</summary>
    public async Task<Reply> ActAsync(string stream, string resource, string function, string json = "{}", Guid? key = null, int? number = null, string? clients = null, string? ties = null)
    {
        var (kind, name) = (stream.Split('/')[0], stream.Split('/')[1]);
        var history = Store.Log.ReadStream(kind == "landen" && Chain.Registration.CountryCode.TryParse(name, out var country) ? Chain.StreamId.Of(country)
            : new(kind switch { "zaken" => Chain.StreamKind.CaseFile, "huishoudens" => Chain.StreamKind.Household, _ => Chain.StreamKind.Site },
                long.Parse(name, System.Globalization.CultureInfo.InvariantCulture)));
        return await SendAsync(
            HttpMethod.Post, $"/{stream}/{resource}", function, JsonNode.Parse(json), history.Count == 0 ? 0 : history[^1].Envelope.Version, key, number, clients, ties: ties);
    }

    /// <summary>
    /// Does an act on a file, and again when it was changed meanwhile: the term watch sees the day of today, and may record a lapse of long ago
    /// between our reading and our acting.
    /// </summary>
    public async Task DoneAsync(int file, string resource, string function, string json, int? number = null)
    {
        var reply = await ActAsync($"zaken/{file}", resource, function, json, number: number);
        for (var again = 0; again < 5 && reply.Status == HttpStatusCode.PreconditionFailed; again++)
        {
            reply = await ActAsync($"zaken/{file}", resource, function, json, number: number);
        }
        reply.IsDone();
    }

    /// <summary>Somebody supplies a document by the interface.</summary>
    public Task<Reply> SupplyAsync(int file, string subject, string description, byte[] content, Guid? key = null, string function = "aanvrager", int? number = null, int? version = null, string? clients = null) => SendAsync(
        HttpMethod.Post, $"/zaken/{file}/documenten?onderwerp={subject}&omschrijving={Uri.EscapeDataString(description)}", function,
        version: version ?? Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, file))[^1].Envelope.Version, key: key, number: number ?? file, clients: clients, change: request => request.Content = new ByteArrayContent(content));

    /// <summary>Somebody arrives; the number of the file.</summary>
    public async Task<int> ArriveAsync(string born = "1990-05-01", string more = "", string day = "2024-01-15", string role = "hoofdpersoon")
    {
        var reply = await SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
            $$"""{"datum": "{{day}}", "geboren": "{{born}}", "rol": "{{role}}", "aanmeldcentrum": 1, "aanDeGrens": false{{more}}}"""));
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        return int.Parse(reply.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Somebody is taken over in a phase; the number of the file.</summary>
    public async Task<int> TakeOverAsync(string phase, string more = "", string born = "1990-05-01", string role = "hoofdpersoon", string dates = "")
    {
        var reply = await SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
            $$$"""{"datum": "2024-01-10", "geboren": "{{{born}}}", "rol": "{{{role}}}", "fase": "{{{phase}}}", "data": {"indieningsDatum": "2023-09-01"{{{dates}}}}, "opvangvorm": "asielzoekerscentrum"{{{more}}}}"""));
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        return int.Parse(reply.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Gives somebody an identity.</summary>
    public async Task IdentifyAsync(int file, string country, string family = "Noor", string born = "1990-05-01") => await DoneAsync(file, "identiteiten", "avim-registreerder",
        $$$"""{"datum": "2024-01-11", "identiteit": {"namen": {"familienaam": "{{{family}}}", "voornamen": "Sami"}, "geboren": "{{{born}}}", "nationaliteit": "{{{country}}}", "taal": "ara"}, "bron": "eigen-verklaring"}""");

    /// <summary>Somebody of a nationality waits for a decision; the number of the file.</summary>
    public async Task<int> AwaitsDecisionAsync(string country)
    {
        var file = await TakeOverAsync("wacht-op-besluit");
        await IdentifyAsync(file, country);
        return file;
    }

    /// <summary>A site opens.</summary>
    public async Task OpenSiteAsync(int site, int capacity, string modality) =>
        (await ActAsync($"opvanglocaties/{site}", "openingen", "coa-medewerker", $$"""{"datum": "2024-01-10", "capaciteit": {{capacity}}, "opvangvorm": "{{modality}}"}""")).IsDone();
}

/// <summary>Keys of acts, each another.</summary>
internal static class Keys
{
    private static int _last;

    public static Guid Next() => new(Interlocked.Increment(ref _last), 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
}

/// <summary>An answer, read whole.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, string? ContentType, string? Location, string? ETag, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Json["code"]?.GetValue<string>();

    public static async Task<Reply> OfAsync(HttpResponseMessage answer) => new(
        answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType, answer.Headers.Location?.ToString(), answer.Headers.ETag?.Tag,
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(each => each.Key, each => string.Join(',', each.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>Is a problem with status, title and detail, in the form of RFC 9457, with all headers.</summary>
    public Reply IsProblem(int status)
    {
        Assert.True((int)Status == status, $"{(int)Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrWhiteSpace(Json["title"]?.GetValue<string>()));
        Assert.False(string.IsNullOrWhiteSpace(Json["detail"]?.GetValue<string>()));
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        return HasHeaders();
    }

    /// <summary>The act was done.</summary>
    public Reply IsDone()
    {
        Assert.True(Status == HttpStatusCode.Created, $"{(int)Status}: {Text}");
        return HasHeaders();
    }

    /// <summary>The act was refused under this code.</summary>
    public Reply IsRefused(string code)
    {
        IsProblem(409);
        Assert.Equal(code, Code);
        return this;
    }

    public Reply HasHeaders()
    {
        Assert.Equal(ApiVersion.Full, Headers[ApiVersion.Header]);
        Assert.Equal("no-store", Headers["Cache-Control"]);
        Assert.Contains("frame-ancestors 'none'", Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", Headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", Headers["X-Frame-Options"]);
        Assert.Contains("max-age", Headers["Strict-Transport-Security"], StringComparison.Ordinal);
        return this;
    }
}
