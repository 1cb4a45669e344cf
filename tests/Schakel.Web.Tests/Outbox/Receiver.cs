using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Schakel.Web.Outbox;

/// <summary>A delivery as a receiver got it.</summary>
public sealed record Received(string Path, string ContentType, string Id, string Time, string Signature, byte[] Body)
{
    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public string Subject => Json["subject"]!.GetValue<string>();

    public string Type => Json["type"]!.GetValue<string>();

    public long Position => long.Parse(Json["sequence"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A partner's webhook on a free port: answers as it is told, and keeps what it said yes to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _taken = [];
    private int _calls;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What is answered: a status by delivery and number of the call; 204 to all unless told otherwise.</summary>
    public Func<Received, int, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    public IReadOnlyList<Received> Taken => [.. _taken];

    public int Calls => Volatile.Read(ref _calls);

    public string Address { get; private set; } = "";

    public static async Task<Receiver> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/{**path}", receiver.TakeAsync);
        await app.StartAsync();
        receiver.Address = app.Urls.Single() + "/in";
        return receiver;
    }

    /// <summary>Waits until so many deliveries were taken.</summary>
    public Task TakesAsync(int count) => Until.TrueAsync(() => _taken.Count >= count, () => $"{_taken.Count} deliveries of {count} were taken, in {Calls} calls.");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var received = new Received(
            http.Request.Path, http.Request.ContentType!, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body.ToArray());
        var status = await Answer(received, Interlocked.Increment(ref _calls));
        http.Response.StatusCode = status;
        if (status is >= 300 and < 400)
        {
            http.Response.Headers.Location = "/elsewhere";
        }
        if (status is >= 200 and < 300)
        {
            _taken.Enqueue(received);
        }
    }
}

/// <summary>Waiting for something that another thread does.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition, Func<string> otherwise)
    {
        for (var i = 0; i < 1500 && !condition(); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.True(condition(), otherwise());
    }
}
