using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>
/// Who looked at what, and when (verwerkingenlogboek, eenvoudig): a line of JSON for each reading of a person's file, written in batches
/// to a file a month. Nothing is sampled; when the disk cannot keep up, readers wait.
/// </summary>
public sealed class ReadingLog : BackgroundService
{
    private readonly Channel<byte[]> _lines = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <summary>Makes the log.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="time">Real time.</param>
    public ReadingLog(string folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Adds a reading.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="subject">Address of what is read.</param>
    /// <param name="http">The request.</param>
    internal void Add(Caller caller, string subject, HttpContext http)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new
        {
            tijdstip = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            functie = caller.Function.Code,
            nummer = caller.Number,
            bij = subject,
            route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
            spoor = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        });
        while (!_lines.Writer.TryWrite(line))
        {
            if (_lines.Reader.Completion.IsCompleted)
            {
                throw new IOException("The log of readings has stopped; nothing is shown without it.");
            }
            Thread.Yield();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var registration = stoppingToken.Register(() => _lines.Writer.TryComplete());
        try
        {
            while (await _lines.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                Append();
            }
        }
        finally
        {
            _lines.Writer.TryComplete();
        }
    }

    private void Append()
    {
        var month = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        using var file = new FileStream(Path.Combine(_folder, $"inzagen-{month}.jsonl"), FileMode.Append, FileAccess.Write, FileShare.Read);
        for (var i = 0; i < 1000 && _lines.Reader.TryRead(out var line); i++)
        {
            file.Write(line);
            file.WriteByte((byte)'\n');
        }
    }
}
