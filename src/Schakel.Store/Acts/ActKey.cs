using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Schakel.Store.Acts;

/// <summary>The key under which an act is done once, however often it is sent (idempotentiesleutel): 128 bits, chosen by the sender.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct ActKey(UInt128 Value)
{
    /// <summary>Size in bytes.</summary>
    public const int Size = 16;

    /// <summary>A new key at random.</summary>
    public static ActKey New()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        return Read(bytes);
    }

    /// <summary>Reads a key as a UUID or as 32 hexadecimals.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActKey key)
    {
        key = default;
        if (text is null || !Guid.TryParse(text, CultureInfo.InvariantCulture, out var uuid))
        {
            return false;
        }
        Span<byte> bytes = stackalloc byte[Size];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        key = Read(bytes);
        return true;
    }

    /// <summary>The key of an act that follows from another one, such as each step of a replay.</summary>
    /// <param name="first">Upper 64 bits.</param>
    /// <param name="second">Lower 64 bits.</param>
    public static ActKey Of(long first, long second) => new(new UInt128(unchecked((ulong)first), unchecked((ulong)second)));

    /// <summary>The key as 32 hexadecimals.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    internal static ActKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    internal byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    internal void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
}
