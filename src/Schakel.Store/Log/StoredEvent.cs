namespace Schakel.Store.Log;

/// <summary>An event as the database has it: the envelope in the clear, the content as bytes, sealed or not (opgeslagen gebeurtenis).</summary>
/// <param name="Envelope">The envelope, without ground.</param>
/// <param name="Payload">The content, as <see cref="Keys.Sealing"/> wrote it.</param>
internal sealed record StoredEvent(Envelope Envelope, byte[] Payload);
