using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Schakel.Store;

/// <summary>Time of a test that tells what is waited for: whoever tests a service knows when it waits, and for how long.</summary>
internal sealed class WatchedTime(TimeProvider time) : TimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>How long somebody waits that began to wait since this was asked last.</summary>
    public Task<TimeSpan> NextWaitAsync() => Soon.Async(_waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());
}

/// <summary>What a service was heard to say.</summary>
internal sealed class HeardFaults<T> : ILogger<T>
{
    private readonly Channel<Exception> _faults = Channel.CreateUnbounded<Exception>();

    public Task<Exception> NextAsync() => Soon.Async(_faults.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null)
        {
            _faults.Writer.TryWrite(exception);
        }
    }
}

/// <summary>What a sound program does in milliseconds: a broken one fails here and does not hang.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<TResult> Async<TResult>(Task<TResult> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task Async(Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
