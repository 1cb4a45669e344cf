using System.Collections.Concurrent;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Work;

/// <summary>
/// Answers that stay the same as long as nothing happens and no day passes (bewaarde antwoorden): asked by many at once, made once. Safe for
/// several threads.
/// </summary>
/// <typeparam name="TKey">What is asked.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="most">Most answers that are kept; beyond that all are let go.</param>
internal sealed class KeptAnswers<TKey, TAnswer>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Kept> _kept = [];

    /// <summary>The answer, as it is at a position of the log or after it.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="position">Position of the log, read before the rows that the answer is made of.</param>
    /// <param name="on">The day.</param>
    /// <param name="make">Makes it.</param>
    public TAnswer Of(TKey key, long position, Day on, Func<TAnswer> make)
    {
        if (_kept.Count > most)
        {
            _kept.Clear();
        }
        var made = new Kept(position, on, new(make));
        var kept = _kept.AddOrUpdate(key, made, (_, was) => was.Position == position && was.On == on ? was : made);
        try
        {
            return kept.Answer.Value;
        }
        catch
        {
            _kept.TryRemove(new(key, kept)); // What went wrong once is tried again.
            throw;
        }
    }

    private sealed record Kept(long Position, Day On, Lazy<TAnswer> Answer);
}
