using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Rehearsal.Data;

/// <summary>Where the data come from (gegevensmap): the copy inside the program, or a complete folder on disk.</summary>
/// <remarks>A folder replaces all files: a missing one is a fault, so that a misspelt name never falls back unseen.</remarks>
internal sealed class DataFolder(string? folder)
{
    private const int LargestFile = 16 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedDictionary<string, byte[]> _read = new(StringComparer.Ordinal);

    /// <summary>The text of a file, without a byte order mark.</summary>
    /// <exception cref="DataFaultException">The file is missing, unreadable, too large, empty, or not UTF-8.</exception>
    public string Text(string file)
    {
        var bytes = folder is null ? Embedded(file) : OnDisk(file);
        _read[file] = bytes;
        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException fault)
        {
            throw new DataFaultException(file, $"byte {fault.Index}", "", "", "the file is not valid UTF-8", fault);
        }
    }

    /// <summary>SHA-256 of the names and bytes of all files read so far, in order of name, in hexadecimal.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var (name, bytes) in _read)
        {
            hash.AppendData(Strict.GetBytes(name));
            // The length stands between name and content, so that no two sets of files read as the same bytes.
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Embedded(string file)
    {
        using var stream = typeof(DataFolder).Assembly.GetManifestResourceStream($"data/{file}")
            ?? throw new DataFaultException(file, "", "", "", "the program was built without this file");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private byte[] OnDisk(string file)
    {
        var path = Path.Combine(folder!, file);
        try
        {
            var size = new FileInfo(path).Length;
            return size switch
            {
                0 => throw new DataFaultException(file, "", "", "", "the file is empty"),
                > LargestFile => throw new DataFaultException(
                    file, "", "size in bytes", Written.Number(size), $"it must be at most {Written.Number(LargestFile)}"),
                _ => File.ReadAllBytes(path),
            };
        }
        catch (FileNotFoundException fault)
        {
            throw new DataFaultException(file, "", "folder", folder!, "a data folder must hold this file", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFaultException(file, "", "folder", folder!, "the file cannot be read", fault);
        }
    }
}

/// <summary>How values are written in faults: invariant, whatever the culture of the machine.</summary>
internal static class Written
{
    /// <summary>A number without thousands separators.</summary>
    public static string Number<T>(T value) where T : IFormattable =>
        value.ToString(null, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Names in order, separated by commas.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.ToImmutableArray());
}
