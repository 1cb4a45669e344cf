using System.Collections.Concurrent;

namespace Schakel.Web.Workbench;

/// <summary>
/// Counts that stand for some minutes (tellingen die even staan): what walks along tens of thousands of files is not counted again for each
/// look, and the page says when it was counted. That small changes are not told at once also tells nobody what one event changed.
/// </summary>
/// <typeparam name="TKey">Of what.</typeparam>
/// <typeparam name="TCount">What was counted.</typeparam>
/// <param name="time">Real time.</param>
internal sealed class Standing<TKey, TCount>(TimeProvider time)
    where TKey : notnull
{
    private static readonly TimeSpan Stands = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<TKey, (TCount Count, DateTimeOffset At)> _counted = [];

    /// <summary>What was counted less than five minutes ago, or is counted now.</summary>
    public (TCount Count, DateTimeOffset At) Of(TKey key, Func<TCount> count)
    {
        var now = time.GetUtcNow();
        if (_counted.TryGetValue(key, out var counted) && now - counted.At < Stands)
        {
            return counted;
        }
        foreach (var old in _counted.Where(each => now - each.Value.At >= Stands))
        {
            _counted.TryRemove(old);
        }
        return _counted[key] = (count(), now);
    }
}
