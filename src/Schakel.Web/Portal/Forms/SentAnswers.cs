using System.Collections.Concurrent;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// What people sent a moment ago, in the words of the form (verstuurde antwoorden), so that the proof of it shows it in their own language. It is in memory
/// only, for an hour and a minute at most; the proof shows what stands in the file as well, which is there for always. Safe for several threads.
/// </summary>
internal sealed class SentAnswers : IDisposable
{
    /// <summary>How long they are kept: long enough to read and print the proof, no longer than somebody sits with it.</summary>
    public static readonly TimeSpan For = TimeSpan.FromHours(1);

    private const int Most = 500;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(long Person, int Version), (PortalForm Form, Answers Answers)> _kept = [];
    private readonly ConcurrentQueue<((long Person, int Version) Key, long At)> _order = [];
    private readonly Lock _one = new();
    private readonly TimeProvider _time;
    private readonly ITimer _sweeping;

    /// <summary>Keeps nothing yet.</summary>
    /// <param name="time">Real time.</param>
    public SentAnswers(TimeProvider time)
    {
        _time = time;
        // What is over goes also when nobody sends anything any more.
        _sweeping = time.CreateTimer(_ => Sweep(), null, Between, Between);
    }

    /// <summary>Keeps what somebody sent; a file that went with it is not kept.</summary>
    /// <param name="person">Number of the case.</param>
    /// <param name="version">Place in its history of what was recorded.</param>
    /// <param name="form">The form, as it was for them.</param>
    /// <param name="answers">The answers.</param>
    public void Keep(long person, int version, PortalForm form, Answers answers)
    {
        if (!_kept.TryAdd((person, version), (form, answers with { File = null })))
        {
            return; // Sent twice is done once.
        }
        _order.Enqueue(((person, version), _time.GetTimestamp()));
        Sweep();
    }

    /// <summary>What somebody sent; null when that was long ago, or before the program began.</summary>
    /// <param name="person">Number of the case.</param>
    /// <param name="version">Place in its history.</param>
    public (PortalForm Form, Answers Answers)? Of(long person, int version) => _kept.TryGetValue((person, version), out var sent) ? sent : null;

    /// <inheritdoc/>
    public void Dispose() => _sweeping.Dispose();

    private void Sweep()
    {
        lock (_one)
        {
            while (_order.TryPeek(out var oldest) && (_order.Count > Most || _time.GetElapsedTime(oldest.At) >= For) && _order.TryDequeue(out _))
            {
                _kept.TryRemove(oldest.Key, out _);
            }
        }
    }
}
