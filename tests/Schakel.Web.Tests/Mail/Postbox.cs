using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

/// <summary>
/// A server for e-mail on a free port (SMTP, RFC 5321): does with each letter as it is told, and keeps what it took. With a certificate it offers TLS (RFC 3207); with a
/// password it takes letters only from whom signs in with it (RFC 4954), over TLS or, without a certificate, in the clear.
/// </summary>
public sealed class Postbox : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = [];
    private readonly ConcurrentQueue<string> _heard = [];
    private readonly X509Certificate2? _certificate;
    private readonly string? _signIn;
    private readonly Task _open;
    private int _offered;

    public Postbox(int port = 0, X509Certificate2? certificate = null, (string Name, string Password)? user = null)
    {
        (_certificate, _signIn) = (certificate, user is { } known ? "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{known.Name}\0{known.Password}")) : null);
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _open = OpenAsync();
    }

    public int Port { get; }

    /// <summary>What is done with a letter, by number of the letter from 1.</summary>
    public Func<int, Post> Does { get; set; } = _ => Post.Take;

    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>What was said to it, but for letters, before it was encrypted.</summary>
    public IReadOnlyList<string> HeardInTheClear => [.. _heard];

    /// <summary>A certificate of its own, which nobody else vouches for.</summary>
    public static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=postbox", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

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
            await using var plain = client.GetStream();
            await plain.WriteAsync("220 postbox\r\n"u8.ToArray(), _stop.Token);
            if (await TalkAsync(plain, isSecure: false))
            {
                await using var secure = new SslStream(plain);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                await TalkAsync(secure, isSecure: true);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            // The visitor hung up, or the postbox closes.
        }
    }

    // Whether the visitor asked to go on in secret.
    private async Task<bool> TalkAsync(Stream stream, bool isSecure)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var isKnown = _signIn is null;
        Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token).AsTask();

        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (!isSecure)
            {
                _heard.Enqueue(line);
            }
            if (line.StartsWith("EHLO", StringComparison.Ordinal))
            {
                var canSignIn = _signIn is not null && (_certificate is null || isSecure);
                await SayAsync(string.Join("\r\n", ((string[])["250-postbox", .. _certificate is not null && !isSecure ? ["250-STARTTLS"] : (string[])[], .. canSignIn ? ["250-AUTH PLAIN"] : (string[])[], "250 8BITMIME"])));
                continue;
            }
            if (line == "STARTTLS" && _certificate is not null)
            {
                await SayAsync("220 go on");
                return true;
            }
            if (line.StartsWith("AUTH", StringComparison.Ordinal) || (line.StartsWith("MAIL", StringComparison.Ordinal) && !isKnown))
            {
                isKnown = line == _signIn;
                await SayAsync(isKnown ? "235 welcome" : line.StartsWith("MAIL", StringComparison.Ordinal) ? "530 sign in" : $"535 not known: {line}");
                continue;
            }
            if (line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                await SayAsync("221 bye");
                return false;
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
                return false;
            }
            await SayAsync(does switch { Post.NotNow => "451 not now", Post.Never => "554 never", _ => "250 taken" });
        }
        return false;
    }
}
