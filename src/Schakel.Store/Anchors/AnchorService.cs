using Microsoft.Extensions.Hosting;

namespace Schakel.Store.Anchors;

/// <summary>Makes an anchor every minute in which something came in (ankerdienst).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
public sealed class AnchorService(ChainStore store, TimeProvider time) : BackgroundService
{
    /// <summary>Between two anchors.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                await store.Anchors.MakeAsync(time.GetUtcNow()).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await store.Anchors.MakeAsync(time.GetUtcNow()).ConfigureAwait(false); // What came in last is anchored before the end.
        }
    }
}
