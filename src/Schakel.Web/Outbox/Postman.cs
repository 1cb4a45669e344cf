using System.Net.Http.Headers;
using System.Security.Cryptography;
using Schakel.Store.Outbox;

namespace Schakel.Web.Outbox;

/// <summary>What came of a delivery (uitkomst van een bezorging).</summary>
/// <param name="Fault">What went wrong; nothing when the receiver has it.</param>
/// <param name="Status">HTTP status of the answer, if there was one.</param>
internal readonly record struct Delivery(DeliveryFault Fault, int? Status);

/// <summary>Carries a message to a receiver (bezorger). Redirections are not followed, no proxy is used, and of the answer only the status is looked at.</summary>
internal sealed class Postman : IDisposable
{
    private readonly HttpClient _client;
    private readonly OutboxSettings _settings;
    private readonly TimeProvider _time;

    public Postman(OutboxSettings settings, bool allowsLoopback, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        // The client owns it.
#pragma warning disable CA2000
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, cancellation) => ReceiverAddress.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, allowsLoopback, cancellation),
        };
#pragma warning restore CA2000
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Delivers a message.</summary>
    /// <exception cref="OperationCanceledException">It was cut off; whether it was delivered is not known.</exception>
    public async Task<Delivery> DeliverAsync(Uri address, byte[] secret, Notification message, CancellationToken cut)
    {
        var now = _time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Notification.ContentType, "utf-8");
        request.Headers.Add(Signature.IdHeader, message.Id);
        request.Headers.Add(Signature.TimeHeader, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add(Signature.Header, Signature.Of(secret, message.Id, now, message.Body.Span));
        using var patience = new CancellationTokenSource(_settings.Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cut);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return (int)answer.StatusCode switch
            {
                >= 200 and < 300 => default,
                var status and >= 300 and < 400 => new(DeliveryFault.Redirected, status),
                var status => new(DeliveryFault.Refused, status),
            };
        }
        catch (OperationCanceledException) when (!cut.IsCancellationRequested)
        {
            return new(DeliveryFault.TimedOut, null);
        }
        catch (HttpRequestException e)
        {
            return new(e.InnerException is AddressNotAllowedException ? DeliveryFault.AddressNotAllowed : DeliveryFault.Unreachable, null);
        }
    }

    /// <summary>A wait with some chance in it, so that those who were refused together do not come back together: between half of it and all.</summary>
    public static TimeSpan WithChance(TimeSpan wait) => wait / 2 + (wait / 2 * RandomNumberGenerator.GetInt32(1001) / 1000);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
