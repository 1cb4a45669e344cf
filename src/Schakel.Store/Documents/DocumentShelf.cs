using System.Security.Cryptography;
using Schakel.Chain;
using Schakel.Store.Desks;
using Schakel.Store.Keys;

namespace Schakel.Store.Documents;

// How it works. A document is a file of its own beside the database, sealed with the key of the person it is of: the key that seals that
// person's events, so that erasing it erases the documents too. Its name is a keyed hash of its content: the same content is the same file
// however often it is sent, nobody can guess a name without the key, and what somebody called the file is nowhere. The event in the log has
// the plain hash, and what is read is held against it.

/// <summary>Contents of the documents that people supply (bewaarplaats van documenten): sealed per person, durable before they are told of.</summary>
public sealed class DocumentShelf
{
    // Content of events has versions from 1: a document can never stand in for one.
    private const int NoVersion = -1;

    private readonly Desk _desk;
    private readonly string _folder;
    private readonly Lock _writing = new();

    internal DocumentShelf(Desk desk, string folder) => (_desk, _folder) = (desk, folder);

    /// <summary>Keeps a document; returns when it would survive a power cut. Doing it twice is harmless.</summary>
    /// <param name="file">The person's file.</param>
    /// <param name="content">The document.</param>
    /// <returns>False when there is no such file, or its content was erased: nothing is kept then.</returns>
    public async Task<bool> KeepAsync(StreamId file, ReadOnlyMemory<byte> content)
    {
        if (await KeyOfAsync(file).ConfigureAwait(false) is not var (number, key))
        {
            return false;
        }
        var path = PathOf(file, key, SHA256.HashData(content.Span));
        try
        {
            // One at a time: the same document sent twice at once would be written by both.
            lock (_writing)
            {
                if (!File.Exists(path)) // A file has its name only when it is whole.
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    DurableFile.FlushFolder(_folder);
                    DurableFile.FlushFolder(Path.GetDirectoryName(_folder)!);
                    DurableFile.Write(path, Sealing.Seal(number, key, file, NoVersion, content.Span), onlyForOwner: true);
                }
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreFaultException(StoreFault.ReadOnly, $"'{_folder}' cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">The person's file.</param>
    /// <param name="sha256">SHA-256 of its content, in hexadecimals, as its event has it.</param>
    /// <returns>The document; null when it is not there, or was erased.</returns>
    /// <exception cref="StoreFaultException">It is there and is not what was kept.</exception>
    public async Task<byte[]?> ReadAsync(StreamId file, string sha256)
    {
        var hash = Convert.FromHexString(sha256);
        if (await KeyOfAsync(file).ConfigureAwait(false) is not var (_, key) || PathOf(file, key, hash) is var path && !File.Exists(path))
        {
            return null;
        }
        try
        {
            using var cipher = Sealing.CipherOf(key);
            var content = Sealing.Open(await File.ReadAllBytesAsync(path).ConfigureAwait(false), cipher, file, NoVersion);
            return SHA256.HashData(content).AsSpan().SequenceEqual(hash) ? content : throw Altered(file, null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw Altered(file, e);
        }
    }

    /// <summary>Takes away what is left of the documents of somebody whose key is gone: nothing of it could be read.</summary>
    /// <param name="file">The person's file.</param>
    internal void Erase(StreamId file)
    {
        if (Directory.Exists(FolderOf(file)))
        {
            Directory.Delete(FolderOf(file), recursive: true);
        }
    }

    private async Task<(long Number, byte[] Key)?> KeyOfAsync(StreamId file)
    {
        (long, byte[])? found = null;
        if (file.Kind == StreamKind.CaseFile)
        {
            await _desk.RunAsync(deciding => found = deciding.Peek(file) is { Erased: false, Version: > 0, Key: { } key, KeyNumber: var number } ? (number, key) : null).ConfigureAwait(false);
        }
        return found;
    }

    private string PathOf(StreamId file, byte[] key, byte[] hash) =>
        Path.Combine(FolderOf(file), Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. "schakel/document"u8, .. hash])));

    private string FolderOf(StreamId file) => Path.Combine(_folder, file.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static StoreFaultException Altered(StreamId file, Exception? inner) =>
        new(StoreFault.Unreadable, $"A document of file {file.Number} is not what was kept: it was altered or damaged. Put it back from a backup.", inner);
}
