using Microsoft.Extensions.Hosting;

namespace Schakel.Store.Documents;

/// <summary>Takes away every hour what no event tells of (opruimdienst van documenten).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
public sealed class DocumentService(ChainStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await store.Documents.TidyAsync(time.GetUtcNow(), stoppingToken).ConfigureAwait(false);
        }
    }
}
