using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;

namespace Schakel.Store.Log;

/// <summary>What is known of an event besides its content (envelop). It stays readable when the content is erased, but for the ground.</summary>
/// <param name="Position">Place in the log: 1, 2, 3, … without gaps.</param>
/// <param name="Stream">Whose history.</param>
/// <param name="Version">Place in that history: 1, 2, 3, … without gaps.</param>
/// <param name="Name">Type of event.</param>
/// <param name="EventVersion">Version of the type's fields.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">The instant it was recorded, in UTC, to the microsecond.</param>
/// <param name="Doer">Who acted.</param>
/// <param name="Purpose">For which purpose.</param>
/// <param name="Ground">Why; absent when not given, or erased with the content.</param>
/// <param name="ActKey">Key of the act that it is part of.</param>
/// <param name="Hash">SHA-256 over the hash of the stream's previous event, this envelope and the stored content.</param>
public sealed record Envelope(
    long Position, StreamId Stream, int Version, string Name, int EventVersion, Day OccurredOn, DateTimeOffset RecordedAt,
    Doer Doer, Purpose Purpose, string? Ground, ActKey ActKey, ReadOnlyMemory<byte> Hash);

/// <summary>An event as it was recorded (vastgelegde gebeurtenis).</summary>
/// <param name="Envelope">The envelope.</param>
/// <param name="Event">The event; null when its content was erased with the person's key.</param>
public sealed record RecordedEvent(Envelope Envelope, ChainEvent? Event);
