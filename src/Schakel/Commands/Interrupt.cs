namespace Schakel.Commands;

/// <summary>Ctrl-C asks to stop: what is done is kept, and said.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Interrupt() => Console.CancelKeyPress += Stop;

    /// <summary>Cancelled when asked to stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Says what was kept, when it was stopped early.</summary>
    public void Explain(int done, int wanted)
    {
        if (_source.IsCancellationRequested)
        {
            Console.Error.WriteLine($"schakel: stopped early; the result rests on {done} of {wanted} replications.");
        }
    }

    /// <summary>Gives Ctrl-C its usual meaning back.</summary>
    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        _source.Cancel();
    }
}
