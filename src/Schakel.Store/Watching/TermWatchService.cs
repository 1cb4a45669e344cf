using Microsoft.Extensions.Hosting;
using Schakel.Norms;

namespace Schakel.Store.Watching;

/// <summary>Looks at the terms when the chain's date changes, and now and then for late news (bewakingsdienst).</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The chain's date.</param>
/// <param name="time">Real time.</param>
public sealed class TermWatchService(ChainStore store, IChainClock clock, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LateNews = TimeSpan.FromMinutes(10);

    /// <summary>What the last look brought; null before the first.</summary>
    public WatchReport? Last { get; private set; }

    /// <summary>The day of the last look.</summary>
    public Day? LookedOn { get; private set; }

    /// <summary>What stopped the last look; null when nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        var watch = new TermWatch(store, clock);
        var looked = time.GetTimestamp();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                var today = clock.Today;
                if (LookedOn == today && time.GetElapsedTime(looked) < LateNews)
                {
                    continue;
                }
                try
                {
                    Last = await watch.LookAsync(stoppingToken).ConfigureAwait(false);
                    (LookedOn, looked, Fault) = (today, time.GetTimestamp(), null);
                }
#pragma warning disable CA1031 // A look that fails (a bulk runs, the desk is busy) is done again a second later; the fault is told.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    Fault = e;
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
    }
}
