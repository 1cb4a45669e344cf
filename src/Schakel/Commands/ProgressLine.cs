using System.Diagnostics;
using System.Globalization;

namespace Schakel.Commands;

/// <summary>One line that tells how far it is and how long it may still take; silent when nobody looks.</summary>
internal sealed class ProgressLine(string what) : IDisposable
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly bool _shown = !Console.IsErrorRedirected;

    /// <summary>Says how many are done, of how many.</summary>
    public void Tell(int done, int wanted)
    {
        if (!_shown)
        {
            return;
        }

        lock (_gate)
        {
            var left = _watch.Elapsed / done * (wanted - done);
            Console.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r{what}: {done} of {wanted} replications, about {Math.Ceiling(left.TotalSeconds)} s left   "));
        }
    }

    /// <summary>Says which share is done, from 0 to 1; several times a second at most.</summary>
    public void Tell(double share)
    {
        if (!_shown || share <= 0)
        {
            return;
        }

        lock (_gate)
        {
            var left = _watch.Elapsed / share * (1 - share);
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {share:0 %}, about {Math.Ceiling(left.TotalSeconds)} s left   "));
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.Write($"\r{new string(' ', 78)}\r");
        }
    }
}
