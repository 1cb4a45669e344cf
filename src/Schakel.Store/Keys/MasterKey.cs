using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Schakel.Store.Keys;

/// <summary>The key that wraps the keys of persons (hoofdsleutel): a file of 64 hexadecimals that only its owner reads.</summary>
internal sealed class MasterKey : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly AesGcm _aes;
    private readonly Lock _one = new();

    private MasterKey(byte[] key) => _aes = new AesGcm(key, TagSize);

    /// <summary>Reads the key, or makes it where there is none.</summary>
    /// <param name="folder">The folder of the keys.</param>
    /// <param name="mayMake">Whether a new one may be made: not when there are keys that it should open.</param>
    /// <exception cref="StoreFaultException">There is none and there should be, or it is no key.</exception>
    public static MasterKey In(string folder, bool mayMake)
    {
        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            if (!mayMake)
            {
                throw new StoreFaultException(StoreFault.KeyMissing, $"The master key '{path}' is missing: without it no content can be read. Put it back from its backup.");
            }
            var made = RandomNumberGenerator.GetBytes(32);
            DurableFile.Write(path, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(made)), onlyForOwner: true);
        }
        var text = File.ReadAllText(path).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit)
            ? new(Convert.FromHexString(text))
            : throw new StoreFaultException(StoreFault.KeyMissing, $"'{path}' is no master key: it should hold 64 hexadecimals.");
    }

    /// <summary>Wraps a data key.</summary>
    public byte[] Wrap(long number, ReadOnlySpan<byte> key)
    {
        var wrapped = new byte[NonceSize + key.Length + TagSize];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceSize));
        Span<byte> beside = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(beside, number);
        lock (_one)
        {
            _aes.Encrypt(wrapped.AsSpan(0, NonceSize), key, wrapped.AsSpan(NonceSize, key.Length), wrapped.AsSpan(NonceSize + key.Length), beside);
        }
        return wrapped;
    }

    /// <summary>Unwraps a data key.</summary>
    /// <exception cref="StoreFaultException">Another master key wrapped it, or it was altered.</exception>
    public byte[] Unwrap(long number, ReadOnlySpan<byte> wrapped)
    {
        var key = new byte[wrapped.Length - NonceSize - TagSize];
        Span<byte> beside = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(beside, number);
        try
        {
            lock (_one)
            {
                _aes.Decrypt(wrapped[..NonceSize], wrapped[NonceSize..^TagSize], wrapped[^TagSize..], key, beside);
            }
        }
        catch (CryptographicException e)
        {
            throw new StoreFaultException(StoreFault.KeyMissing, $"Key {number} does not open with this master key: the folder of keys belongs to other data, or was altered.", e);
        }
        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
