using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Schakel.Store.Documents;

/// <summary>Takes away every hour what no event tells of (opruimdienst van documenten).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Told when it fails; it is tried again an hour later.</param>
public sealed partial class DocumentService(ChainStore store, TimeProvider time, ILogger<DocumentService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await store.Documents.TidyAsync(time.GetUtcNow(), stoppingToken).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // What is left over can wait; nothing else waits for it.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogFault(logger, e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Contents of uploads that came to nothing cannot be taken away.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
