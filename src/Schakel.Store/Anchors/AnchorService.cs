using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Schakel.Store.Anchors;

/// <summary>Makes an anchor every minute in which something came in (ankerdienst).</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Told when no anchor could be made; it is tried again a minute later.</param>
public sealed partial class AnchorService(ChainStore store, TimeProvider time, ILogger<AnchorService> logger) : BackgroundService
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
                await MakeAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await MakeAsync().ConfigureAwait(false); // What came in last is anchored before the end.
        }
    }

    private async Task MakeAsync()
    {
        try
        {
            await store.Anchors.MakeAsync(time.GetUtcNow()).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A store that is locked or full ends nothing here: the next anchor attests what this one would have.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No anchor could be made; it is tried again within a minute.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
