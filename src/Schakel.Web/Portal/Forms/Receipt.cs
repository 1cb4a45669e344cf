using System.Globalization;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// Proof that something was sent and recorded (ontvangstbewijs): a reference that an official finds it by, and when. It is read from the file each time, so
/// that the address of the page can be kept, and tells nothing to whoever did not send it.
/// </summary>
/// <param name="Event">What was recorded.</param>
public sealed record Receipt(RecordedEvent Event)
{
    /// <summary>The reference (kenmerk): number of the case, and place in its history, which stands on the timeline that officials see.</summary>
    public string Reference => ReferenceOf(Event);

    /// <summary>The day on which it was done.</summary>
    public Day On => Event.Envelope.OccurredOn;

    /// <summary>The time at which it was recorded.</summary>
    public ClockTime At => ClockTime.Of(Event.Envelope.RecordedAt).Time;

    /// <summary>The reference of an event.</summary>
    /// <param name="recorded">The event.</param>
    public static string ReferenceOf(RecordedEvent recorded) => string.Create(CultureInfo.InvariantCulture, $"{recorded.Envelope.Stream.Number}-{recorded.Envelope.Version}");

    /// <summary>The proof of what somebody did themselves; null when it is not theirs, or not there.</summary>
    /// <param name="history">What happened in the case.</param>
    /// <param name="version">Its place in that history, as it stands in an address.</param>
    /// <param name="doer">Who looks.</param>
    public static Receipt? Of(IEnumerable<RecordedEvent> history, string? version, Doer doer) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && history.FirstOrDefault(each => each.Envelope.Version == number && each.Envelope.Doer == doer) is { } recorded ? new(recorded) : null;
}
