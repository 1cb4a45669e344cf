using System.Globalization;
using System.Security.Cryptography;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Documents;

// How it works. A document is a file of its own beside the database, sealed with the key of the person it is of: the key that seals that
// person's events, so that erasing it erases the documents too. Its name is a keyed hash of its content: the same content is the same file
// however often it is sent, nobody can guess a name without the key, and what somebody called the file is nowhere. The event in the log has
// the plain hash, and what is read is held against it. The document is there before its event: an upload that was refused in the end leaves one
// that no event tells of, which is taken away once it is older than any upload that may still be under way.

/// <summary>Contents of the documents that people supply (bewaarplaats van documenten): sealed per person, durable before they are told of.</summary>
public sealed class DocumentShelf
{
    // Content of events has versions from 1: a document can never stand in for one.
    private const int NoVersion = -1;

    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    private readonly Desk _desk;
    private readonly EventLog _log;
    private readonly string _folder;
    private readonly Lock _writing = new();

    internal DocumentShelf(Desk desk, EventLog log, StorePlace place) => (_desk, _log, _folder) = (desk, log, FolderIn(place));

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
        var path = PathOf(_folder, file, key, SHA256.HashData(content.Span));
        try
        {
            // One at a time. What is there already is written again: its time tells that an upload of it is under way.
            lock (_writing)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                DurableFile.FlushFolder(_folder);
                DurableFile.FlushFolder(Path.GetDirectoryName(_folder)!);
                DurableFile.Write(path, Sealing.Seal(number, key, file, NoVersion, content.Span), onlyForOwner: true);
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
        if (await KeyOfAsync(file).ConfigureAwait(false) is not var (_, key) || PathOf(_folder, file, key, hash) is var path && !File.Exists(path))
        {
            return null;
        }
        return Opened(await File.ReadAllBytesAsync(path).ConfigureAwait(false), file, key, hash);
    }

    /// <summary>Takes away contents that no event tells of: of uploads that came to nothing, a day old or older.</summary>
    /// <param name="now">The time it is.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>How many.</returns>
    public async Task<int> TidyAsync(DateTimeOffset now, CancellationToken stop = default)
    {
        var taken = 0;
        foreach (var folder in Directory.Exists(_folder) ? Directory.EnumerateDirectories(_folder) : [])
        {
            stop.ThrowIfCancellationRequested();
            var old = Directory.EnumerateFiles(folder).Where(path => IsOld(path, now)).ToList();
            if (old.Count == 0 || !long.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || new StreamId(StreamKind.CaseFile, number) is var file && await KeyOfAsync(file).ConfigureAwait(false) is not var (_, key))
            {
                continue;
            }
            var told = _log.ReadStream(file).Select(each => SuppliedDocuments.ContentOf(each.Event!)).OfType<string>().Select(hash => PathOf(_folder, file, key, Convert.FromHexString(hash))).ToHashSet(StringComparer.Ordinal);
            lock (_writing)
            {
                foreach (var path in old.Where(path => !told.Contains(path) && IsOld(path, now)))
                {
                    File.Delete(path);
                    taken++;
                }
            }
        }
        return taken;
    }

    /// <summary>The folder of the shelf.</summary>
    internal static string FolderIn(StorePlace place) => Path.Combine(place.Folder, "documenten");

    /// <summary>Where a document is.</summary>
    internal static string PathOf(string folder, StreamId file, byte[] key, byte[] hash) =>
        Path.Combine(FolderOf(folder, file), Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. "schakel/document"u8, .. hash])));

    /// <summary>The content of what is on the shelf.</summary>
    /// <exception cref="StoreFaultException">It is not what was kept.</exception>
    internal static byte[] Opened(byte[] kept, StreamId file, byte[] key, byte[] hash)
    {
        try
        {
            using var cipher = Sealing.CipherOf(key);
            var content = Sealing.Open(kept, cipher, file, NoVersion);
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
        if (Directory.Exists(FolderOf(_folder, file)))
        {
            Directory.Delete(FolderOf(_folder, file), recursive: true);
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

    private static bool IsOld(string path, DateTimeOffset now) => now - File.GetLastWriteTimeUtc(path) >= LongestUpload;

    private static string FolderOf(string folder, StreamId file) => Path.Combine(folder, file.Number.ToString(CultureInfo.InvariantCulture));

    private static StoreFaultException Altered(StreamId file, Exception? inner) =>
        new(StoreFault.Unreadable, $"A document of file {file.Number} is not what was kept: it was altered or damaged. Put it back from a backup.", inner);
}
