using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Chain.Registration;

namespace Schakel.Store.Keys;

/// <summary>Whose a V-number is (houder): the file that has it, or into which the file that has it was merged.</summary>
/// <param name="Hash">Keyed hash of the number.</param>
/// <param name="Person">The file.</param>
internal readonly record struct NumberHeld(UInt128 Hash, long Person);

/// <summary>Turns V-numbers into keyed hashes, so that whose a number is can be guarded and the number stands nowhere in the clear. The key stands with the other keys.</summary>
/// <param name="key">The key.</param>
internal sealed class NumberHashes(byte[] key)
{
    /// <summary>The mark that says with which key the table was made.</summary>
    public const string MarkName = "v-numbers";

    private const string FileName = "v-number.key";
    private const int Size = 16;

    /// <summary>What the mark says of this key.</summary>
    public long Mark { get; } = BinaryPrimitives.ReadInt64LittleEndian(HMACSHA256.HashData(key, "mark"u8));

    /// <summary>The key in a folder of keys; made where there is none.</summary>
    public static NumberHashes In(string folder)
    {
        if (Find(folder) is { } found)
        {
            return found;
        }
        var made = RandomNumberGenerator.GetBytes(32);
        DurableFile.Write(Path.Combine(folder, FileName), made, onlyForOwner: true);
        return new(made);
    }

    /// <summary>The key in a folder of keys; null when there is none.</summary>
    public static NumberHashes? Find(string folder) => Path.Combine(folder, FileName) is var path && File.Exists(path) ? new(File.ReadAllBytes(path)) : null;

    /// <summary>Whose a file's number is; null when it has none.</summary>
    /// <param name="person">The file.</param>
    /// <param name="file">Its state.</param>
    public NumberHeld? HeldBy(long person, CaseFile file) =>
        file.Registration.VNumber is { } number ? new(Of(number), file.Records.MergedInto?.Value ?? person) : null;

    /// <summary>A hash as it stands in the table.</summary>
    public static byte[] ToBytes(UInt128 hash)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }

    /// <summary>A hash from the table.</summary>
    public static UInt128 Read(byte[] bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private UInt128 Of(VNumber number)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(number.ToString()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
