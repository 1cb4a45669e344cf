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

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.Write($"\r{new string(' ', 78)}\r");
        }
    }
}
