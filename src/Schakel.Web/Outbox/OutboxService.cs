using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Store;
using Schakel.Store.Outbox;
using Schakel.Web.Access;

namespace Schakel.Web.Outbox;

// How it works. Each subscription has a checkpoint: the position up to which everything was told. What follows it in the log is read page
// by page, up to what is durable and never past it; what the subscriber may know is delivered, one message after another. So a subscriber
// gets everything in the order of the log, and with it in the order of each case. A delivery that fails is tried again until it succeeds or
// the subscription is paused; meanwhile that subscription waits, and no other one. The checkpoint is written after some deliveries, at a
// failure and at the end: after a kill the last ones are delivered again, under the same ids.

/// <summary>Tells subscribers what happened (uitberichtdienst): each at least once, in order.</summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="settings">How the application is set up.</param>
/// <param name="logger">Told what goes wrong on our side.</param>
public sealed partial class OutboxService(ChainStore store, Gate gate, WebSettings settings, ILogger<OutboxService> logger) : BackgroundService
{
    private const int Page = 256;
    private readonly OutboxSettings _outbox = settings.Outbox;
    private readonly TimeProvider _time = settings.Clock;
    private readonly Telling _telling = new(store, gate);
    private readonly Dictionary<long, Task> _turns = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        using var postman = new Postman(_outbox, settings.AllowsLoopbackReceivers, _time);
        using var timer = new PeriodicTimer(_outbox.Every, _time);
        // What is under way when we stop is given a moment to end, so that an orderly restart delivers nothing twice.
        using var cut = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => cut.CancelAfter(_outbox.Grace)).ConfigureAwait(false);
        try
        {
            do
            {
                TryBeginTurns(postman, stoppingToken, cut.Token);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Ended: those under way write how far they are.
        }
        await Task.WhenAll(_turns.Values).ConfigureAwait(false);
    }

    private void TryBeginTurns(Postman postman, CancellationToken stop, CancellationToken cut)
    {
        try
        {
            BeginTurns(postman, stop, cut);
        }
#pragma warning disable CA1031 // The store cannot be read for a moment: what happens waits, and is told at a later turn.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNoTurn(e);
        }
    }

    private void BeginTurns(Postman postman, CancellationToken stop, CancellationToken cut)
    {
        var now = _time.GetUtcNow();
        foreach (var row in store.Subscriptions.All.Where(row => row.IsActive && row.Position < store.Log.Position))
        {
            if ((row.NextTry is not { } next || Instant(next) <= now) && (!_turns.TryGetValue(row.Number, out var turn) || turn.IsCompleted))
            {
                _turns[row.Number] = Task.Run(() => TurnAsync(row, postman, stop, cut), CancellationToken.None);
            }
        }
    }

    // Never throws: whatever goes wrong is the subscription's, or ours and told.
    private async Task TurnAsync(SubscriptionRow row, Postman postman, CancellationToken stop, CancellationToken cut)
    {
        var reached = row.Position;
        try
        {
            if (Subscriber.Read(row) is not { } caller)
            {
                await store.Subscriptions.FailAsync(row, reached, DeliveryFault.Ours, null, TimeSpan.Zero, PauseReason.FunctionGone).ConfigureAwait(false);
                return;
            }
            var durable = store.Log.Position;
            var secret = store.Subscriptions.SecretOf(row);
            var since = 0;
            while (reached < durable && !stop.IsCancellationRequested && IsCurrent(row))
            {
                if (store.Log.ReadAll(reached, Page).FirstOrDefault() is not { } page)
                {
                    break;
                }
                foreach (var recorded in page)
                {
                    if (recorded.Envelope.Position > durable || stop.IsCancellationRequested || !IsCurrent(row))
                    {
                        break;
                    }
                    if (_telling.Tells(row, caller, recorded))
                    {
                        var message = Notification.Of(recorded, settings.Sender, settings.PublicAddress ?? settings.Url);
                        var delivery = await postman.DeliverAsync(new Uri(row.Address), secret, message, cut).ConfigureAwait(false);
                        if (delivery.Fault != DeliveryFault.None)
                        {
                            await FailAsync(row, reached, delivery).ConfigureAwait(false);
                            return;
                        }
                        since++;
                    }
                    reached = recorded.Envelope.Position;
                    if (since >= _outbox.KeptEvery)
                    {
                        await store.Subscriptions.ReachAsync(row, reached).ConfigureAwait(false);
                        since = 0;
                    }
                }
            }
            await store.Subscriptions.ReachAsync(row, reached).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            await KeepAsync(row, reached).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One subscription that cannot go on stops no other one: it is told, and tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(e, row.Number);
            await KeepAsync(row, reached, DeliveryFault.Ours).ConfigureAwait(false);
        }
    }

    private Task FailAsync(SubscriptionRow row, long reached, Delivery delivery)
    {
        var before = store.Subscriptions.Find(row.Number) is { } now && now.Position == reached ? now.Attempts : 0;
        var pause = delivery.Status == (int)HttpStatusCode.Gone ? PauseReason.Gone
            : before + 1 >= _outbox.MostAttempts ? PauseReason.TooManyFailures : PauseReason.None;
        return store.Subscriptions.FailAsync(row, reached, delivery.Fault, delivery.Status, Postman.WithChance(_outbox.WaitAfter(before + 1)), pause);
    }

    private async Task KeepAsync(SubscriptionRow row, long reached, DeliveryFault fault = DeliveryFault.None)
    {
        try
        {
            await (fault == DeliveryFault.None ? store.Subscriptions.ReachAsync(row, reached)
                : store.Subscriptions.FailAsync(row, reached, fault, null, _outbox.LongestWait / 60, PauseReason.None)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The store is closed or has stopped: what was delivered since the last checkpoint is delivered again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(e, row.Number);
        }
    }

    private bool IsCurrent(SubscriptionRow row) => store.Subscriptions.Find(row.Number) is { } now && now.Version == row.Version;

    private static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Subscription {Number} cannot go on.")]
    private partial void LogFault(Exception fault, long number);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody can be told what happened; it is tried again.")]
    private partial void LogNoTurn(Exception fault);
}
