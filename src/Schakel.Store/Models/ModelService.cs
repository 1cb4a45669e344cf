using Microsoft.Extensions.Hosting;

namespace Schakel.Store.Models;

/// <summary>Keeps the read models up (bijwerkdienst): a fraction of a second behind what is durable.</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
public sealed class ModelService(ChainStore store, TimeProvider time) : BackgroundService
{
    // Between two batches, so that the acts of a busy moment are one transaction here.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await store.Log.GrownBeyondAsync(store.Models.Position, stoppingToken).ConfigureAwait(false);
                await store.Models.CatchUpAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Models that stand still stop nobody from deciding: the fault is told by ReadModels.Fault, and tried again.
            catch (Exception)
#pragma warning restore CA1031
            {
                pause = AfterFault;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
