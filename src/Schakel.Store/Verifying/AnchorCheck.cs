using System.Security.Cryptography;
using Schakel.Chain;
using Schakel.Store.Anchors;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Log;

namespace Schakel.Store.Verifying;

/// <summary>Compares the log with the anchors of the data folder and with those kept elsewhere (ankers nalopen).</summary>
internal sealed class AnchorCheck : IDisposable
{
    private readonly Problems _problems;
    private readonly MerkleTree _tree = new();
    private readonly SortedDictionary<long, List<(Anchor Anchor, string From)>> _byPosition = [];
    private readonly Dictionary<(StreamId Stream, int Version), (string Hash, long Anchor)> _heads = [];
    private readonly Dictionary<StreamId, int> _lastGood = [];
    private readonly HashSet<StreamId> _told = [];
    private readonly ECDsa? _key;

    public AnchorCheck(List<AnchorRow> kept, StorePlace place, VerificationRequest request, Problems problems)
    {
        _problems = problems;
        var keyFile = request.PublicKeyFile ?? Path.Combine(place.AnchorsFolder, AnchorKeeper.PublicKeyName);
        _key = File.Exists(keyFile) ? KeyOf(keyFile) : request.PublicKeyFile is null ? null
            : throw new FileNotFoundException($"There is no public key '{keyFile}'.", keyFile);
        Add(Whole(kept), "in the database");
        if (request.AnchorFile is { } file)
        {
            if (File.ReadLines(file).FirstOrDefault(line => line.Length > 0) != Anchor.Title)
            {
                throw new InvalidDataException($"'{file}' holds no anchor.");
            }
            var outside = Whole(file);
            Anchored = outside.Select(anchor => anchor.Position).DefaultIfEmpty().Max();
            Add(outside, "kept elsewhere");
        }
    }

    /// <summary>Anchors checked.</summary>
    public int Count { get; private set; }

    /// <summary>Last position covered by an anchor from elsewhere.</summary>
    public long Anchored { get; }

    public void Take(Envelope envelope)
    {
        _tree.Add(envelope.Hash.Span);
        if (_heads.Count > 0 && _heads.Remove((envelope.Stream, envelope.Version), out var head))
        {
            if (Convert.ToHexStringLower(envelope.Hash.Span) == head.Hash)
            {
                _lastGood[envelope.Stream] = envelope.Version;
            }
            else if (_told.Add(envelope.Stream))
            {
                _problems.Add(ProblemKind.Altered, $"{Naming.Of(envelope.Stream)} was edited and hashed again: version {envelope.Version} (event {envelope.Position}) has another hash than anchor {head.Anchor} attests. The edit is in {Versions(_lastGood.GetValueOrDefault(envelope.Stream) + 1, envelope.Version)}.");
            }
        }
        if (_byPosition.Remove(envelope.Position, out var here))
        {
            var root = Convert.ToHexStringLower(_tree.Root());
            foreach (var (anchor, from) in here.Where(one => one.Anchor.Root != root))
            {
                _problems.Add(ProblemKind.Anchor, $"Anchor {anchor.Number} ({from}) attests another log up to position {anchor.Position}: an event at or before it was altered, dropped, inserted or moved.");
            }
        }
    }

    /// <param name="last">Last position of the log.</param>
    /// <param name="states">Streams that have events.</param>
    public void End(long last, IReadOnlyDictionary<StreamId, StreamState> states)
    {
        foreach (var (position, anchors) in _byPosition)
        {
            var (anchor, from) = anchors[0];
            _problems.Add(ProblemKind.Missing, position > last
                ? $"The log was cut off: it ends at position {last}, and anchor {anchor.Number} ({from}) attests events up to {position}. Events {last + 1} to {position} are missing."
                : $"Event {position} is missing, at which anchor {anchor.Number} ({from}) was made.");
        }
        foreach (var stream in _heads.GroupBy(head => head.Key.Stream))
        {
            var (key, head) = stream.MaxBy(one => one.Key.Version);
            var has = states.TryGetValue(stream.Key, out var state) ? state.Version : 0;
            _problems.Add(ProblemKind.Missing, has == 0
                ? $"{Naming.Of(stream.Key)} was dropped whole: anchor {head.Anchor} attests {Versions(1, key.Version)}, and none is there."
                : has < key.Version ? $"{Naming.Of(stream.Key)} lost its last events: {Versions(has + 1, key.Version)}, attested by anchor {head.Anchor}."
                : $"Version {key.Version} of {Naming.Of(stream.Key)} is missing, attested by anchor {head.Anchor}.");
        }
    }

    public void Dispose() => _key?.Dispose();

    private List<Anchor> Whole(List<AnchorRow> rows)
    {
        var whole = new List<Anchor>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                whole.Add(Anchor.Parse(row.Statement, row.Signature));
                if ((whole[^1].Number, whole[^1].Position, whole[^1].Statement) != (row.Number, row.Position, row.Statement))
                {
                    _problems.Add(ProblemKind.Anchor, $"Anchor {row.Number} (in the database) was altered: its row and its statement say different things.");
                }
            }
            catch (InvalidDataException e)
            {
                _problems.Add(ProblemKind.Anchor, $"Anchor {row.Number} (in the database) was altered: {e.Message}");
            }
        }
        return whole;
    }

    private List<Anchor> Whole(string file)
    {
        var whole = new List<Anchor>();
        using var reader = new StreamReader(file);
        try
        {
            whole.AddRange(Anchor.Read(reader));
        }
        catch (InvalidDataException e)
        {
            _problems.Add(ProblemKind.Anchor, $"'{file}' was damaged after {whole.Count} anchors, and is not read further: {e.Message}");
        }
        if (whole.Count == 0)
        {
            _problems.Add(ProblemKind.Anchor, $"'{file}' holds no whole anchor.");
        }
        return whole;
    }

    private void Add(IReadOnlyList<Anchor> anchors, string from)
    {
        Anchor? before = null;
        foreach (var anchor in anchors)
        {
            Count++;
            if (_key is null || !anchor.IsSignedBy(_key))
            {
                _problems.Add(ProblemKind.Anchor, $"Anchor {anchor.Number} ({from}) is not signed by the given key.");
            }
            if (before is null ? anchor.Number == 1 && anchor.Previous != Anchor.Beginning : anchor.Number != unchecked(before.Number + 1) || anchor.Previous != before.StatementHash)
            {
                _problems.Add(ProblemKind.Anchor, $"Anchor {anchor.Number} ({from}) does not follow from the one before it: an anchor was altered or is missing.");
            }
            if (!anchor.Heads.IsEmpty && Anchor.HashOf(anchor.Heads) != anchor.HeadsHash)
            {
                _problems.Add(ProblemKind.Anchor, $"The heads of anchor {anchor.Number} ({from}) were altered.");
            }
            if (!_byPosition.TryGetValue(anchor.Position, out var here))
            {
                _byPosition[anchor.Position] = here = [];
            }
            here.Add((anchor, from));
            foreach (var head in anchor.Heads)
            {
                _heads[(head.Stream, head.Version)] = (head.Hash, anchor.Number);
            }
            before = anchor;
        }
    }

    private static string Versions(int from, int to) => from == to ? $"version {from}" : $"versions {from} to {to}";

    private static ECDsa KeyOf(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"'{file}' is no public key in PEM: {e.Message}", e);
        }
    }
}
