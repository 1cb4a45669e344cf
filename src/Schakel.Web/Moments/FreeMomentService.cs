using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Norms;
using Schakel.Store;

namespace Schakel.Web.Moments;

/// <summary>Sees to it that who chose a free day is not kept longer than it serves (opruimdienst van gehoordagen): when the program begins, and on every new day of the chain.</summary>
/// <param name="moments">The free days.</param>
/// <param name="clock">The chain's date.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Told when it fails; it is tried again a minute later.</param>
public sealed partial class FreeMomentService(FreeMoments moments, IChainClock clock, TimeProvider time, ILogger<FreeMomentService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        Day? done = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (today, wait) = (clock.Today, Every);
            try
            {
                if (today != done)
                {
                    await moments.ForgetAsync(today, stoppingToken).ConfigureAwait(false);
                    done = today;
                }
            }
#pragma warning disable CA1031 // The store or the disk does not answer for a moment: nothing else waits for it.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFault(logger, e);
                wait = AfterFault;
            }
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Choices of free days for interviews that are over cannot be forgotten; it is tried again.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
