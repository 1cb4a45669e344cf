using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Store.Log;

// The bytes that are hashed, in order, numbers little-endian: hash of the stream's previous event (32 zero bytes for the first); the
// format's number (1); position, kind, number, version, event version, occurredOn in days, recordedAt in microseconds since 1970, doer's
// kind, number and role, purpose; the act's key; name, preceded by its length; the payload, preceded by its length. Every part has one
// length or tells it, so that two different events never give the same bytes.

/// <summary>The hash chain of a stream (hashketen): whoever changes, drops or inserts an event breaks it.</summary>
internal static class HashChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const byte Format = 1;
    private const int FixedLength = Size + 1 + 8 + 1 + 8 + 4 + 2 + 4 + 8 + 1 + 8 + 4 + 1 + 16 + 1 + 4;

    /// <summary>What the first event of a stream has before it.</summary>
    public static readonly byte[] Start = new byte[Size];

    /// <summary>The hash of an event.</summary>
    /// <param name="previous">Hash of the stream's previous event, or <see cref="Start"/>.</param>
    /// <param name="envelope">The envelope; its own hash and its ground are not looked at.</param>
    /// <param name="payload">The stored content.</param>
    public static byte[] Of(ReadOnlySpan<byte> previous, Envelope envelope, ReadOnlySpan<byte> payload)
    {
        var nameLength = Encoding.UTF8.GetByteCount(envelope.Name);
        var length = FixedLength + nameLength + payload.Length;
        var bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        previous.CopyTo(bytes);
        var rest = bytes[Size..];
        rest[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(rest[1..], envelope.Position);
        rest[9] = (byte)envelope.Stream.Kind;
        BinaryPrimitives.WriteInt64LittleEndian(rest[10..], envelope.Stream.Number);
        BinaryPrimitives.WriteInt32LittleEndian(rest[18..], envelope.Version);
        BinaryPrimitives.WriteInt16LittleEndian(rest[22..], checked((short)envelope.EventVersion));
        BinaryPrimitives.WriteInt32LittleEndian(rest[24..], envelope.OccurredOn.Number);
        BinaryPrimitives.WriteInt64LittleEndian(rest[28..], Instants.ToMicroseconds(envelope.RecordedAt));
        rest[36] = (byte)envelope.Doer.Kind;
        BinaryPrimitives.WriteInt64LittleEndian(rest[37..], envelope.Doer.Number);
        BinaryPrimitives.WriteInt32LittleEndian(rest[45..], (int)envelope.Doer.Role);
        rest[49] = (byte)envelope.Purpose;
        envelope.ActKey.Write(rest[50..]);
        rest[66] = checked((byte)nameLength);
        Encoding.UTF8.GetBytes(envelope.Name, rest[67..]);
        rest = rest[(67 + nameLength)..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, payload.Length);
        payload.CopyTo(rest[4..]);
        return SHA256.HashData(bytes);
    }
}

/// <summary>Instants as the log has them: microseconds since 1970 in UTC, which both databases hold exactly (tijdstippen).</summary>
internal static class Instants
{
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
