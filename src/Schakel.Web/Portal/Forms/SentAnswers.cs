using System.Collections.Concurrent;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// What people sent a moment ago, in the words of the form (verstuurde antwoorden), so that the proof of it shows it in their own language. It is in memory
/// only, of the latest that were sent; the proof shows what stands in the file as well, which is there for always. Safe for several threads.
/// </summary>
internal sealed class SentAnswers
{
    private const int Most = 500;
    private readonly ConcurrentDictionary<(long Person, int Version), (PortalForm Form, Answers Answers)> _kept = [];
    private readonly ConcurrentQueue<(long Person, int Version)> _order = [];

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
        _order.Enqueue((person, version));
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _kept.TryRemove(oldest, out _);
        }
    }

    /// <summary>What somebody sent; null when that was long ago, or before the program began.</summary>
    /// <param name="person">Number of the case.</param>
    /// <param name="version">Place in its history.</param>
    public (PortalForm Form, Answers Answers)? Of(long person, int version) => _kept.TryGetValue((person, version), out var sent) ? sent : null;
}
