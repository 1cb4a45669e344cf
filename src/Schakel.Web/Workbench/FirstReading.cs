using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Reception;
using Schakel.Web.Workbench.Returning;

namespace Schakel.Web.Workbench;

/// <summary>
/// Reads what pages keep of the whole log once, when the program begins (eerste lezing): at full scale that takes seconds, and whoever looks first
/// in the morning should not wait for it. Afterwards each look reads what is new.
/// </summary>
/// <param name="clients">Who stands by whom.</param>
/// <param name="track">Travel documents and flights.</param>
/// <param name="moves">Announced moves.</param>
/// <param name="logger">Told when it fails: then the first look reads it.</param>
internal sealed partial class FirstReading(ClientIndex clients, ReturnTrack track, AnnouncedMoves moves, ILogger<FirstReading> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its other services meanwhile.
        try
        {
            clients.SupportedOf([]);
            track.All();
            moves.All();
        }
#pragma warning disable CA1031 // The store does not answer for a moment: nothing else waits for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What pages keep of the log cannot be read beforehand; the first look does it.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
