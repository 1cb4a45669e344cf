using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using Schakel.Web.Outbox;

namespace Schakel.Web.Mail;

/// <summary>What a postbox does with a letter when it has all of it.</summary>
public enum Post
{
    /// <summary>Takes it.</summary>
    Take = 0,
    /// <summary>Says that it cannot now.</summary>
    NotNow,
    /// <summary>Says that it never will.</summary>
    Never,
    /// <summary>Takes it, and hangs up before it says so.</summary>
    TakeInSilence,
}

/// <summary>A server for e-mail on a free port (SMTP, RFC 5321): does with each letter as it is told, and keeps what it took.</summary>
public sealed class Postbox : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = [];
    private readonly Task _open;
    private int _offered;

    public Postbox(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _open = OpenAsync();
    }

    public int Port { get; }

    /// <summary>What is done with a letter, by number of the letter from 1.</summary>
    public Func<int, Post> Does { get; set; } = _ => Post.Take;

    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    public int Offered => Volatile.Read(ref _offered);

    /// <summary>Waits until so many letters were taken.</summary>
    public Task TakesAsync(int count) => Until.TrueAsync(() => _taken.Count >= count, () => $"{_taken.Count} letters of {count} were taken, {Offered} were offered.");

    public async ValueTask DisposeAsync()
    {
        if (_open.IsCompleted)
        {
            return; // A test closed it.
        }
        await _stop.CancelAsync();
        _listener.Stop();
#pragma warning disable VSTHRD003 // It was begun here, and waits for nobody who waits for it.
        await _open;
#pragma warning restore VSTHRD003
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task OpenAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true)
            {
                visits.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var visitor = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token).AsTask();

            await SayAsync("220 postbox");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("QUIT", StringComparison.Ordinal))
                {
                    await SayAsync("221 bye");
                    return;
                }
                if (line != "DATA")
                {
                    await SayAsync("250 ok");
                    continue;
                }
                await SayAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                {
                    letter.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                }
                var does = Does(Interlocked.Increment(ref _offered));
                if (does is Post.Take or Post.TakeInSilence)
                {
                    using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(letter.ToString()));
                    _taken.Enqueue(await MimeMessage.LoadAsync(bytes, _stop.Token));
                }
                if (does == Post.TakeInSilence)
                {
                    return;
                }
                await SayAsync(does switch { Post.NotNow => "451 not now", Post.Never => "554 never", _ => "250 taken" });
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The visitor hung up, or the postbox closes.
        }
    }
}
