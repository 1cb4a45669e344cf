using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Store.Log;

namespace Schakel.Store.Anchors;

/// <summary>The head of a stream when an anchor was made (kop van een stroom).</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Version of its last event.</param>
/// <param name="Hash">Hash of that event, in hexadecimals.</param>
internal readonly record struct Head(StreamId Stream, int Version, string Hash);

/// <summary>
/// An anchor (anker): a signed statement on the whole log at a moment. Kept elsewhere, it proves later that nothing up to its position was
/// altered, dropped or inserted.
/// </summary>
/// <param name="Number">1, 2, 3, ….</param>
/// <param name="At">When it was made.</param>
/// <param name="Position">Last position that it covers.</param>
/// <param name="Root">Merkle root over the hashes of all events up to there, in hexadecimals.</param>
/// <param name="Previous">SHA-256 of the previous anchor's statement, in hexadecimals; zeros for the first.</param>
/// <param name="HeadsHash">SHA-256 of the lines of <paramref name="Heads"/>, in hexadecimals.</param>
/// <param name="Heads">Streams that changed since the previous anchor; empty where they are not kept.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the statement.</param>
internal sealed record Anchor(
    long Number, DateTimeOffset At, long Position, string Root, string Previous, string HeadsHash, ImmutableArray<Head> Heads, ImmutableArray<byte> Signature)
{
    /// <summary>What stands before the first anchor.</summary>
    public static readonly string Beginning = new('0', 2 * HashChain.Size);

    /// <summary>The first line of an anchor.</summary>
    public const string Title = "schakel-anchor 1";
    private const string End = "end";

    /// <summary>The statement that is signed.</summary>
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"""
        {Title}
        number {Number}
        time {At:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}
        position {Position}
        root {Root}
        previous {Previous}
        heads {HeadsHash}

        """).ReplaceLineEndings("\n");

    /// <summary>SHA-256 of the statement: what the next anchor names.</summary>
    public string StatementHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Statement)));

    /// <summary>Whether someone with the private key of this public key signed it.</summary>
    public bool IsSignedBy(ECDsa publicKey) => publicKey.VerifyData(Encoding.UTF8.GetBytes(Statement), Signature.AsSpan(), HashAlgorithmName.SHA256);

    /// <summary>A new anchor, signed.</summary>
    public static Anchor Make(long number, DateTimeOffset at, long position, byte[] root, string previous, ImmutableArray<Head> heads, ECDsa privateKey)
    {
        var anchor = new Anchor(number, at, position, Convert.ToHexStringLower(root), previous, HashOf(heads), heads, []);
        return anchor with { Signature = [.. privateKey.SignData(Encoding.UTF8.GetBytes(anchor.Statement), HashAlgorithmName.SHA256)] };
    }

    /// <summary>SHA-256 of the lines of heads.</summary>
    public static string HashOf(ImmutableArray<Head> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var head in heads)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Line(head) + "\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The anchor as text: statement, signature, heads, end.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Statement);
        writer.Write($"signature {Convert.ToBase64String(Signature.AsSpan())}\n");
        foreach (var head in Heads)
        {
            writer.Write(Line(head));
            writer.Write('\n');
        }
        writer.Write(End + "\n");
    }

    /// <summary>Reads the anchors of a text; a last one that is not whole is left out, as it was being written.</summary>
    /// <exception cref="InvalidDataException">The text holds something else.</exception>
    public static IEnumerable<Anchor> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } title)
        {
            if (title.Length == 0)
            {
                continue;
            }
            if (title != Title)
            {
                throw new InvalidDataException($"An anchor begins with '{Title}', not with '{title[..Math.Min(title.Length, 40)]}'.");
            }
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            string? line;
            while (fields.Count < 7 && (line = reader.ReadLine()) is not null && line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
            {
                fields[line[..space]] = line[(space + 1)..];
            }
            var heads = ImmutableArray.CreateBuilder<Head>();
            while ((line = reader.ReadLine()) is not null && line != End)
            {
                heads.Add(ParseHead(line));
            }
            if (line is null)
            {
                yield break;
            }
            yield return Parse(fields, heads.ToImmutable());
        }
    }

    /// <summary>Reads the statement and signature as the database has them.</summary>
    /// <exception cref="InvalidDataException">It is no anchor.</exception>
    public static Anchor Parse(string statement, byte[] signature)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in statement.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ', 2)))
        {
            fields[line[0]] = line[^1];
        }
        fields["signature"] = Convert.ToBase64String(signature);
        return Parse(fields, []);
    }

    private static Anchor Parse(Dictionary<string, string> fields, ImmutableArray<Head> heads)
    {
        try
        {
            return new(
                long.Parse(fields["number"], CultureInfo.InvariantCulture),
                DateTimeOffset.Parse(fields["time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                long.Parse(fields["position"], CultureInfo.InvariantCulture),
                fields["root"], fields["previous"], fields["heads"], heads, [.. Convert.FromBase64String(fields["signature"])]);
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"An anchor is not whole: {e.Message}", e);
        }
    }

    private static string Line(Head head) => string.Create(CultureInfo.InvariantCulture, $"{(int)head.Stream.Kind} {head.Stream.Number} {head.Version} {head.Hash}");

    private static Head ParseHead(string line) =>
        line.Split(' ') is [var kind, var number, var version, { Length: 2 * HashChain.Size } hash]
        && int.TryParse(kind, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && Enum.IsDefined((StreamKind)k)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
            ? new(new((StreamKind)k, n), v, hash)
            : throw new InvalidDataException($"'{line[..Math.Min(line.Length, 40)]}' is no head of a stream in an anchor.");
}
