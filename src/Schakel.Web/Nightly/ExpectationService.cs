using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Store;

namespace Schakel.Web.Nightly;

/// <summary>Makes and keeps the expectations of a day (verwachtingen maken): it may take minutes, and leaves the pages their time.</summary>
/// <param name="today">The day.</param>
/// <param name="stop">Ends it early.</param>
/// <returns>Whether it was done.</returns>
public delegate Task<bool> MakeExpectations(Day today, CancellationToken stop);

/// <summary>
/// Sees to it that there are expectations of every day (nachtdienst): on the chain's date, so after midnight, or when the date of a demonstration has
/// moved. What was kept of a day is never made again. After a failure it waits an hour.
/// </summary>
/// <param name="clock">The chain's date.</param>
/// <param name="settings">How the application is set up: who makes them.</param>
/// <param name="log">Where a failure is told.</param>
public sealed partial class ExpectationService(IChainClock clock, WebSettings settings, ILogger<ExpectationService> log) : BackgroundService
{
    /// <summary>How often it looks what day it is.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>How long it waits after a failure.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        while (settings.Expect is { } make && !stoppingToken.IsCancellationRequested)
        {
            var isDone = await LookAsync(make, stoppingToken).ConfigureAwait(false);
            await Task.Delay(isDone ? Pause : AfterFault, settings.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> LookAsync(MakeExpectations make, CancellationToken stop)
    {
        try
        {
            var today = clock.Today;
            return ExpectationFile.IsThere(settings.Folder, today) || await make(today, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // Pages go on without expectations, and say that there are none; it is told, and tried again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(log, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The expectations of today cannot be made; tried again in an hour.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
