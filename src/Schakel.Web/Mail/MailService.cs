using System.Collections.Immutable;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Store;

namespace Schakel.Web.Mail;

// How it works. The log is followed from where the service first stood: a letter to somebody who gave an address is a notice, and once a chain
// day each of them is looked at for days to be reminded of. What follows from the log and how far it was read are kept together. To send, a
// notice is first written down as handed over: when no answer comes it is left so, because it may have been sent. The page has everything; a
// notice less is a small loss, and the same one twice makes people afraid. What surely did not go is tried again.

/// <summary>Tells people by e-mail that there is something on their page (kennisgevingsdienst): never twice, and nothing of what it is.</summary>
/// <param name="store">The store.</param>
/// <param name="finder">Of what people are to be told.</param>
/// <param name="queue">What waits.</param>
/// <param name="clock">The chain's date.</param>
/// <param name="settings">How the application is set up.</param>
/// <param name="logger">Told what goes wrong.</param>
public sealed partial class MailService(ChainStore store, NoticeFinder finder, MailQueue queue, IChainClock clock, WebSettings settings, ILogger<MailService> logger) : BackgroundService
{
    private const int Page = 256;
    private const int Together = 50;
    private readonly MailSettings _mail = settings.Mail ?? throw new ArgumentException("There is no server for e-mail.", nameof(settings));
    private readonly TimeProvider _time = settings.Clock;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        using var timer = new PeriodicTimer(_mail.Every, _time);
        try
        {
            do
            {
                try
                {
                    Find(stoppingToken);
                    await SendAsync(stoppingToken).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // The store or the queue cannot be read for a moment: what happens waits, and is told at a later turn.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogNoTurn(e);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Ended: what waits is sent when the program runs again.
        }
    }

    private void Find(CancellationToken stop)
    {
        if (queue.Reached is not { } reached)
        {
            var durable = store.Log.Position;
            queue.Take(durable, null, finder.Readers(), [], _time.GetUtcNow()); // Letters of before are no news.
            reached = (durable, null);
        }
        var (position, today) = (reached.Position, clock.Today);
        while (position < store.Log.Position && !stop.IsCancellationRequested && store.Log.ReadAll(position, Page).FirstOrDefault() is { Count: > 0 } page)
        {
            var (readers, notices) = (queue.Readers, new List<MailNotice>());
            foreach (var recorded in page)
            {
                var (stream, person) = (recorded.Envelope.Stream, recorded.Envelope.Stream.Number);
                if (stream.Kind == StreamKind.CaseFile && recorded.Event is PreferencesChosen chosen)
                {
                    readers = chosen.Email is null ? readers.Remove(person) : readers.Add(person);
                }
                else if (stream.Kind == StreamKind.CaseFile && readers.Contains(person) && finder.IsLetter(recorded))
                {
                    notices.Add(new(person, NoticeKind.Message, recorded.Envelope.OccurredOn, recorded.Envelope.Version));
                }
            }
            position = page[^1].Envelope.Position;
            queue.Take(position, reached.Reminded, readers, notices, _time.GetUtcNow());
        }
        if (reached.Reminded != today && !stop.IsCancellationRequested)
        {
            var readers = queue.Readers.Where(finder.HasAddress).ToImmutableHashSet(); // Of whom was erased not even the number is kept.
            queue.Take(position, today, readers, readers.SelectMany(person => finder.DaysOf(person, today)), _time.GetUtcNow());
        }
    }

    private async Task SendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && queue.Due(_time.GetUtcNow(), Together) is { IsEmpty: false } due)
        {
            using var client = new SmtpClient { Timeout = (int)_mail.Patience.TotalMilliseconds };
            if (!await TryConnectAsync(client, stop).ConfigureAwait(false))
            {
                foreach (var waiting in due)
                {
                    Later(waiting);
                }
                return;
            }
            foreach (var waiting in due)
            {
                if (!client.IsConnected || stop.IsCancellationRequested)
                {
                    break; // The others wait for the next turn.
                }
                await SendAsync(client, waiting, stop).ConfigureAwait(false);
            }
            if (client.IsConnected)
            {
                await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> TryConnectAsync(SmtpClient client, CancellationToken stop)
    {
        try
        {
            client.ServerCertificateValidationCallback = _mail.Trusts;
            await client.ConnectAsync(_mail.Host, _mail.Port, _mail.Security, stop).ConfigureAwait(false);
            if (_mail.SignIn is { } user)
            {
                await client.AuthenticateAsync(user.Name, user.Password, stop).ConfigureAwait(false);
            }
            return true;
        }
        catch (AuthenticationException)
        {
            LogNotSignedIn(_mail.Host, _mail.Port); // Without what the server said: some repeat what they were told.
            return false;
        }
#pragma warning disable CA1031 // Whatever it was: nothing was handed over.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNoServer(e, _mail.Host, _mail.Port);
            return false;
        }
    }

    private async Task SendAsync(SmtpClient client, WaitingNotice waiting, CancellationToken stop)
    {
        var notice = waiting.Notice;
        if (finder.Of(notice.Person) is not { } to || (notice.Kind != NoticeKind.Message && !finder.DaysOf(notice.Person, clock.Today).Contains(notice)))
        {
            queue.Set(notice, NoticeState.Dropped);
            return;
        }
        using var message = MailText.Of(notice, to, _mail, settings.PublicAddress ?? settings.Url, _time.GetUtcNow());
        queue.Set(notice, NoticeState.Handed);
        try
        {
            await client.SendAsync(message, stop).ConfigureAwait(false);
            queue.Set(notice, NoticeState.Sent);
        }
        catch (SmtpCommandException refused)
        {
            // The server said no: it did not go.
            LogRefused((int)refused.StatusCode);
            if ((int)refused.StatusCode >= 500)
            {
                queue.Set(notice, NoticeState.GivenUp);
            }
            else
            {
                Later(waiting);
            }
        }
#pragma warning disable CA1031 // Nobody knows whether it went: it is not tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUncertain(e);
        }
    }

    private void Later(WaitingNotice waiting)
    {
        if (waiting.Attempts + 1 >= _mail.MostAttempts)
        {
            queue.Set(waiting.Notice, NoticeState.GivenUp);
        }
        else
        {
            queue.Again(waiting, _time.GetUtcNow() + _mail.WaitAfter(waiting.Attempts + 1));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody can be told by e-mail that there is something on their page; it is tried again.")]
    private partial void LogNoTurn(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server for e-mail at {Host}:{Port} cannot be reached; notices wait.")]
    private partial void LogNoServer(Exception fault, string host, int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "The server for e-mail at {Host}:{Port} does not take our name and password; notices wait. Look at --smtp-user and --smtp-password-file.")]
    private partial void LogNotSignedIn(string host, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server for e-mail refused a notice with {Status}.")]
    private partial void LogRefused(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer came on a notice that was handed over; it is not sent again.")]
    private partial void LogUncertain(Exception fault);
}
