using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;

namespace Schakel.Store.Keys;

// Stored content. Plain text: length of the ground (two bytes), ground, event as JSON. In the clear: 0, plain text. Sealed: 1, number of
// the key (8 bytes), nonce (12), cipher text, tag (16). A nonce is drawn at random: a stream has thousands of events, not billions. The
// stream and the version are authenticated beside it, so that content cannot be moved to another event.

/// <summary>Seals the content of an event with the key of its stream (versleutelen): AES-256-GCM.</summary>
internal static class Sealing
{
    private const byte Clear = 0;
    private const byte Sealed = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Head = 1 + 8 + NonceSize;

    /// <summary>The content with its ground as one piece of plain text.</summary>
    public static byte[] Plain(string? ground, ReadOnlySpan<byte> json)
    {
        var groundLength = ground is null ? 0 : Encoding.UTF8.GetByteCount(ground);
        var plain = new byte[2 + groundLength + json.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(plain, checked((ushort)groundLength));
        if (ground is not null)
        {
            Encoding.UTF8.GetBytes(ground, plain.AsSpan(2));
        }
        json.CopyTo(plain.AsSpan(2 + groundLength));
        return plain;
    }

    /// <summary>Ground and JSON of a piece of plain text.</summary>
    public static (string? Ground, ReadOnlyMemory<byte> Json) Parts(ReadOnlyMemory<byte> plain)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(plain.Span);
        return (length == 0 ? null : Encoding.UTF8.GetString(plain.Span.Slice(2, length)), plain[(2 + length)..]);
    }

    /// <summary>Content of a stream without persons.</summary>
    public static byte[] InTheClear(ReadOnlySpan<byte> plain)
    {
        var payload = new byte[1 + plain.Length];
        payload[0] = Clear;
        plain.CopyTo(payload.AsSpan(1));
        return payload;
    }

    /// <summary>Content of a stream about persons.</summary>
    public static byte[] Seal(long keyNumber, byte[] key, StreamId stream, int version, ReadOnlySpan<byte> plain)
    {
        var payload = new byte[Head + plain.Length + TagSize];
        payload[0] = Sealed;
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(1), keyNumber);
        var nonce = payload.AsSpan(9, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> beside = stackalloc byte[13];
        WriteBeside(beside, stream, version);
        using var aes = CipherOf(key);
        aes.Encrypt(nonce, plain, payload.AsSpan(Head, plain.Length), payload.AsSpan(Head + plain.Length), beside);
        return payload;
    }

    /// <summary>The number of the key that opens a payload; null when it is in the clear.</summary>
    /// <exception cref="InvalidDataException">The payload is no payload.</exception>
    public static long? KeyOf(ReadOnlySpan<byte> payload) => payload switch
    {
        [Clear, ..] => null,
        [Sealed, ..] when payload.Length >= Head + TagSize => BinaryPrimitives.ReadInt64LittleEndian(payload[1..]),
        _ => throw new InvalidDataException("Stored content is neither in the clear nor sealed: it was altered, or a newer program wrote it."),
    };

    /// <summary>What opens content that was sealed with a key.</summary>
    public static AesGcm CipherOf(byte[] key) => new(key, TagSize);

    /// <summary>Plain text of a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="cipher">Of its key; null for one in the clear.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The version in it.</param>
    /// <exception cref="CryptographicException">The key is another one, or the payload was altered or moved.</exception>
    public static byte[] Open(ReadOnlySpan<byte> payload, AesGcm? cipher, StreamId stream, int version)
    {
        if (cipher is null)
        {
            return payload[1..].ToArray();
        }
        var plain = new byte[payload.Length - Head - TagSize];
        Span<byte> beside = stackalloc byte[13];
        WriteBeside(beside, stream, version);
        cipher.Decrypt(payload.Slice(9, NonceSize), payload[Head..^TagSize], payload[^TagSize..], plain, beside);
        return plain;
    }

    private static void WriteBeside(Span<byte> beside, StreamId stream, int version)
    {
        beside[0] = (byte)stream.Kind;
        BinaryPrimitives.WriteInt64LittleEndian(beside[1..], stream.Number);
        BinaryPrimitives.WriteInt32LittleEndian(beside[9..], version);
    }
}
