using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Outbox;

// How it works. One process writes, so the rows in memory are those in the table: they are read at the start and changed on the desk's
// thread, after the table was. Whoever delivers says how far it is, and how it failed; that counts only while the subscription has the
// version by which it was delivered, so that a pause or an end is never overrun by a delivery that was under way.

/// <summary>Subscriptions to what happens (abonnementen), and how far each was delivered.</summary>
public sealed class Subscriptions
{
    /// <summary>Most subscriptions of a function that have not ended.</summary>
    public const int MostOfFunction = 20;

    private const int SecretSize = 32;
    private static readonly TimeSpan SecretGivenAgain = TimeSpan.FromHours(24);
    private readonly Database _database;
    private readonly Desk _desk;
    private readonly EventLog _log;
    private readonly KeyVault _vault;
    private readonly TimeProvider _time;
    private readonly Lazy<ConcurrentDictionary<long, SubscriptionRow>> _read;

    internal Subscriptions(Database database, Desk desk, EventLog log, KeyVault vault, TimeProvider time)
    {
        (_database, _desk, _log, _vault, _time) = (database, desk, log, vault, time);
        // Read when first asked for, so that a start need not wait for EF; a reading that failed is tried again.
        _read = new(
            () =>
            {
                using var context = database.CreateContext();
                return new(context.Subscriptions.AsNoTracking().AsEnumerable().ToDictionary(row => row.Number));
            },
            LazyThreadSafetyMode.PublicationOnly);
    }

    private ConcurrentDictionary<long, SubscriptionRow> Rows => _read.Value;

    /// <summary>All subscriptions, by number; those that have ended too.</summary>
    public IEnumerable<SubscriptionRow> All => Rows.Values.OrderBy(row => row.Number);

    /// <summary>A subscription; null when there is none.</summary>
    /// <param name="number">Its number.</param>
    public SubscriptionRow? Find(long number) => Rows.GetValueOrDefault(number);

    /// <summary>The secret with which deliveries are signed.</summary>
    /// <param name="row">A subscription that has not ended.</param>
    public byte[] SecretOf(SubscriptionRow row) =>
        _vault.OpenSecret(row.Number, row.Secret ?? throw new InvalidOperationException($"Subscription {row.Number} has ended: it has no secret."));

    /// <summary>Opens a subscription. The secret is in the answer; and in that to a repetition, within a day.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="key">A repetition with the same key opens no second one.</param>
    public async Task<SubscriptionResult> OpenAsync(SubscriptionRequest request, ActKey key)
    {
        var content = ContentOf(request);
        SubscriptionResult? result = null;
        await _desk.RunAsync(_ => result = Open(request, key.ToBytes(), content)).ConfigureAwait(false);
        return result!;
    }

    /// <summary>Pauses a subscription: what happens waits.</summary>
    /// <param name="number">A subscription that exists.</param>
    /// <param name="expected">The version that was seen.</param>
    /// <param name="key">A repetition with the same key is no second pause.</param>
    public Task<SubscriptionResult> PauseAsync(long number, int expected, ActKey key) => ChangeAsync(number, expected, key, row =>
        row.IsActive ? Paused(row, PauseReason.Asked) : SubscriptionRefusals.PausedAlready);

    /// <summary>Goes on where it was paused, at once.</summary>
    /// <param name="number">A subscription that exists.</param>
    /// <param name="expected">The version that was seen.</param>
    /// <param name="key">A repetition with the same key is no second resumption.</param>
    public Task<SubscriptionResult> ResumeAsync(long number, int expected, ActKey key) => ChangeAsync(number, expected, key, row =>
        row.IsActive ? SubscriptionRefusals.NotPaused
        : row with { State = (int)SubscriptionState.Active, Reason = (int)PauseReason.None, Version = row.Version + 1, Attempts = 0, NextTry = null });

    /// <summary>Ends a subscription for good; its secret goes.</summary>
    /// <param name="number">A subscription that exists.</param>
    /// <param name="expected">The version that was seen.</param>
    /// <param name="key">A repetition with the same key is no second end.</param>
    public Task<SubscriptionResult> EndAsync(long number, int expected, ActKey key) => ChangeAsync(number, expected, key, row =>
        row with { State = (int)SubscriptionState.Ended, Reason = (int)PauseReason.None, Version = row.Version + 1, Secret = null, Attempts = 0, NextTry = null });

    /// <summary>Everything up to a position was told.</summary>
    /// <param name="row">The subscription by which it was told.</param>
    /// <param name="position">The position.</param>
    public Task ReachAsync(SubscriptionRow row, long position) => DeliveredAsync(row, now => now with { Position = position, Attempts = 0, NextTry = null });

    /// <summary>Everything up to a position was told, and what follows could not be delivered.</summary>
    /// <param name="row">The subscription by which it was told.</param>
    /// <param name="position">The position.</param>
    /// <param name="fault">What went wrong.</param>
    /// <param name="status">HTTP status of the answer, if any.</param>
    /// <param name="after">How long it waits; nothing when it is paused.</param>
    /// <param name="pause">Why it is paused; nothing when it is tried again.</param>
    public Task FailAsync(SubscriptionRow row, long position, DeliveryFault fault, int? status, TimeSpan after, PauseReason pause) => DeliveredAsync(row, before =>
    {
        var now = before with
        {
            Position = position,
            Attempts = before.Position == position ? before.Attempts + 1 : 1,
            Fault = (int)fault,
            Status = status,
            FailedAt = Now(),
            NextTry = Instants.ToMicroseconds(_time.GetUtcNow() + after),
        };
        return pause == PauseReason.None ? now : Paused(now, pause);
    });

    private static SubscriptionRow Paused(SubscriptionRow row, PauseReason reason) =>
        row with { State = (int)SubscriptionState.Paused, Reason = (int)reason, Version = row.Version + 1, NextTry = null };

    private SubscriptionResult Open(SubscriptionRequest request, byte[] key, byte[] content)
    {
        if (Rows.Values.FirstOrDefault(row => row.OpenedBy.AsSpan().SequenceEqual(key)) is { } first)
        {
            var mayKnow = first.Secret is not null && _time.GetUtcNow() - Instants.FromMicroseconds(first.OpenedAt) < SecretGivenAgain;
            return first.Content.AsSpan().SequenceEqual(content) ? new SubscriptionResult.Done(first, mayKnow ? SecretOf(first) : null, Repeated: true)
                : new SubscriptionResult.Refused(ActRefusals.KeyUsedOtherwise);
        }
        if (Rows.Values.Count(row => row.Function == request.Function && row.Secret is not null) >= MostOfFunction)
        {
            return new SubscriptionResult.Refused(SubscriptionRefusals.TooMany);
        }
        var number = Rows.IsEmpty ? 1 : Rows.Keys.Max() + 1;
        var secret = RandomNumberGenerator.GetBytes(SecretSize);
        var row = new SubscriptionRow
        {
            Number = number,
            Function = request.Function,
            Subscriber = request.Subscriber,
            Address = request.Address,
            Rooms = request.Rooms,
            Types = request.Types,
            Secret = _vault.SealSecret(number, secret),
            State = (int)SubscriptionState.Active,
            Reason = (int)PauseReason.None,
            Version = 1,
            Position = Math.Min(request.After ?? _log.Position, _log.Position),
            Attempts = 0,
            Fault = (int)DeliveryFault.None,
            OpenedAt = Now(),
            OpenedBy = key,
            Content = content,
        };
        Write(row, "INSERT INTO subscriptions (number, function, subscriber, address, rooms, types, secret, state, reason, version, position, attempts, fault, status, failed_at, next_try, opened_at, opened_by, content, last_act) "
            + "VALUES (@number, @function, @subscriber, @address, @rooms, @types, @secret, @state, @reason, @version, @position, @attempts, @fault, @status, @failed_at, @next_try, @opened_at, @opened_by, @content, @last_act)");
        return new SubscriptionResult.Done(row, secret, Repeated: false);
    }

    private async Task<SubscriptionResult> ChangeAsync(long number, int expected, ActKey key, Func<SubscriptionRow, Changed> change)
    {
        SubscriptionResult? result = null;
        await _desk.RunAsync(_ => result = Change(Rows[number], expected, key.ToBytes(), change)).ConfigureAwait(false);
        return result!;
    }

    private SubscriptionResult Change(SubscriptionRow row, int expected, byte[] key, Func<SubscriptionRow, Changed> change)
    {
        if (row.LastAct is { } last && last.AsSpan().SequenceEqual(key))
        {
            return new SubscriptionResult.Done(row, null, Repeated: true);
        }
        if (row.Version != expected)
        {
            return new SubscriptionResult.Stale(row.Version);
        }
        if (row.State == (int)SubscriptionState.Ended)
        {
            return new SubscriptionResult.Refused(SubscriptionRefusals.HasEnded);
        }
        var changed = change(row);
        if (changed.Row is not { } now)
        {
            return new SubscriptionResult.Refused(changed.Why!);
        }
        now = now with { LastAct = key };
        Update(now);
        return new SubscriptionResult.Done(now, null, Repeated: false);
    }

    private Task DeliveredAsync(SubscriptionRow by, Func<SubscriptionRow, SubscriptionRow> change) => _desk.RunAsync(_ =>
    {
        if (Rows[by.Number] is var row && row.Version == by.Version)
        {
            Update(change(row));
        }
    });

    private void Update(SubscriptionRow row) => Write(
        row, "UPDATE subscriptions SET secret = @secret, state = @state, reason = @reason, version = @version, position = @position, attempts = @attempts, fault = @fault, status = @status, "
            + "failed_at = @failed_at, next_try = @next_try, last_act = @last_act WHERE number = @number");

    private void Write(SubscriptionRow row, string statement)
    {
        (string Name, object? Value)[] values =
        [
            ("@number", row.Number), ("@function", row.Function), ("@subscriber", row.Subscriber), ("@address", row.Address), ("@rooms", row.Rooms), ("@types", row.Types),
            ("@secret", row.Secret), ("@state", row.State), ("@reason", row.Reason), ("@version", row.Version), ("@position", row.Position), ("@attempts", row.Attempts),
            ("@fault", row.Fault), ("@status", row.Status), ("@failed_at", row.FailedAt), ("@next_try", row.NextTry), ("@opened_at", row.OpenedAt),
            ("@opened_by", row.OpenedBy), ("@content", row.Content), ("@last_act", row.LastAct),
        ];
        _database.Run(statement, [.. values.Where(value => statement.Contains(value.Name, StringComparison.Ordinal)).Select(value => (value.Name, value.Value ?? DBNull.Value))]);
        Rows[row.Number] = row;
    }

    private long Now() => Instants.ToMicroseconds(_time.GetUtcNow());

    private static byte[] ContentOf(SubscriptionRequest request) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', request.Function, request.Subscriber, FormattableString.Invariant($"{request.After}"), request.Address, request.Rooms, request.Types)));

    /// <summary>A row as it becomes, or why it does not.</summary>
    private readonly record struct Changed(SubscriptionRow? Row, Refusal? Why)
    {
        public static implicit operator Changed(SubscriptionRow row) => new(row, null);

        public static implicit operator Changed(Refusal why) => new(null, why);
    }
}
