using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Log;

namespace Schakel.Store.Anchors;

// An anchor goes into the database first, and then to the file. Ended between the two, the next start finds the file behind and adds what
// is missing: heads are made again from the log. Half an anchor at the end of the file is cut off then. When only the file failed, the next
// anchor does the same before it is made, so that the file lacks none in between.

/// <summary>Makes anchors over the log (ankers leggen).</summary>
public sealed class AnchorKeeper : IDisposable
{
    /// <summary>The file of the anchors, in their folder: to be copied elsewhere, such as by another's machine every minute.</summary>
    public const string FileName = "anchors.txt";

    /// <summary>The file of the public key, beside it.</summary>
    public const string PublicKeyName = "public-key.pem";

    private readonly Database _database;
    private readonly Desk _desk;
    private readonly EventLog _log;
    private readonly string _file;
    private readonly ECDsa _key;
    private readonly SemaphoreSlim _one = new(1, 1);
    private Anchor? _last;
    private MerkleTree _tree = new();
    private bool _fileBehind;

    internal AnchorKeeper(Database database, Desk desk, EventLog log, StorePlace place)
    {
        (_database, _desk, _log) = (database, desk, log);
        _key = KeyIn(place.KeysFolder);
        _file = Path.Combine(place.AnchorsFolder, FileName);
        Directory.CreateDirectory(place.AnchorsFolder);
        DurableFile.Write(Path.Combine(place.AnchorsFolder, PublicKeyName), Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem() + "\n"));
        TakeUp();
    }

    /// <summary>Makes an anchor when something came in since the last one.</summary>
    /// <param name="at">When.</param>
    /// <returns>Position that is anchored now.</returns>
    public async Task<long> MakeAsync(DateTimeOffset at)
    {
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_fileBehind)
            {
                using var connection = _database.Connect();
                BringFileUp(_database.ReadAnchors(connection));
            }
            var upTo = _log.Position;
            var from = _last?.Position ?? 0;
            if (upTo == from)
            {
                return from;
            }
            var tree = new MerkleTree(_tree.Size, _tree.Frontier);
            var heads = Scan(from, upTo, tree);
            var anchor = Anchor.Make((_last?.Number ?? 0) + 1, Instants.FromMicroseconds(Instants.ToMicroseconds(at)), upTo, tree.Root(), _last?.StatementHash ?? Anchor.Beginning, heads, _key);
            await _desk.RunAsync(_ => _database.Run(
                "INSERT INTO anchors (number, position, statement, signature, frontier) VALUES (@number, @position, @statement, @signature, @frontier)",
                ("@number", anchor.Number), ("@position", anchor.Position), ("@statement", anchor.Statement), ("@signature", anchor.Signature.ToArray()), ("@frontier", tree.Frontier))).ConfigureAwait(false);
            (_last, _tree, _fileBehind) = (anchor with { Heads = [] }, tree, true);
            AppendToFile(anchor);
            _fileBehind = false;
            return upTo;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _one.Dispose();
    }

    /// <summary>Goes on where the last process ended.</summary>
    private void TakeUp()
    {
        using var connection = _database.Connect();
        var kept = _database.ReadAnchors(connection);
        if (kept.Count > 0)
        {
            _last = Anchor.Parse(kept[^1].Statement, kept[^1].Signature);
            _tree = new(_last.Position, kept[^1].Frontier);
        }
        BringFileUp(kept);
    }

    private void BringFileUp(List<AnchorRow> kept)
    {
        foreach (var row in kept.Skip(CutToWhole()))
        {
            var before = row.Number == 1 ? 0 : kept[(int)row.Number - 2].Position;
            AppendToFile(Anchor.Parse(row.Statement, row.Signature) with { Heads = Scan(before, row.Position, new MerkleTree()) });
        }
        _fileBehind = false;
    }

    private int CutToWhole()
    {
        if (!File.Exists(_file))
        {
            return 0;
        }
        using var file = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var (anchors, whole, at) = (0, 0L, 0L);
        while (reader.ReadLine() is { } line)
        {
            at += Encoding.UTF8.GetByteCount(line) + 1;
            if (line == "end" && at <= file.Length)
            {
                (anchors, whole) = (anchors + 1, at);
            }
        }
        if (whole < file.Length)
        {
            file.SetLength(whole);
            file.Flush(flushToDisk: true);
        }
        return anchors;
    }

    private ImmutableArray<Head> Scan(long after, long upTo, MerkleTree tree)
    {
        var heads = new Dictionary<StreamId, (int Version, byte[] Hash)>();
        using var connection = _database.Connect();
        foreach (var (_, stream, version, hash) in _database.ReadHashes(after, upTo, connection))
        {
            tree.Add(hash);
            heads[stream] = (version, hash);
        }
        return
        [
            .. heads.OrderBy(head => head.Key.Kind).ThenBy(head => head.Key.Number)
                .Select(head => new Head(head.Key, head.Value.Version, Convert.ToHexStringLower(head.Value.Hash))),
        ];
    }

    private void AppendToFile(Anchor anchor)
    {
        using var file = new FileStream(_file, FileMode.Append, FileAccess.Write);
        using (var writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
        {
            anchor.Write(writer);
        }
        file.Flush(flushToDisk: true);
    }

    private static ECDsa KeyIn(string folder)
    {
        var path = Path.Combine(folder, "anchor-key.pem");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            DurableFile.Write(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), onlyForOwner: true);
        }
        return key;
    }
}
