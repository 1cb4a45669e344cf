using System.Numerics;
using System.Security.Cryptography;
using Schakel.Store.Log;

namespace Schakel.Store.Anchors;

// RFC 9162, section 2.1: a leaf is hashed as 0x00 ‖ data, a node as 0x01 ‖ left ‖ right, and a tree is split at the largest power of two
// below its size. A growing tree is known by the roots of its complete subtrees: one for each bit set in its size, the largest first.

/// <summary>The Merkle tree over the hashes of all events in order of position (Merkle-boom), growing at its end.</summary>
internal sealed class MerkleTree
{
    private readonly List<byte[]> _complete = [];

    /// <summary>An empty tree.</summary>
    public MerkleTree()
    {
    }

    /// <summary>The tree of that size with these complete subtrees.</summary>
    /// <exception cref="InvalidDataException">The number of subtrees does not fit the size.</exception>
    public MerkleTree(long size, ReadOnlySpan<byte> frontier)
    {
        if (frontier.Length != BitOperations.PopCount((ulong)size) * HashChain.Size)
        {
            throw new InvalidDataException($"A tree of {size} leaves has {BitOperations.PopCount((ulong)size)} complete subtrees, not {frontier.Length / HashChain.Size}.");
        }
        Size = size;
        for (var at = 0; at < frontier.Length; at += HashChain.Size)
        {
            _complete.Add(frontier.Slice(at, HashChain.Size).ToArray());
        }
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Roots of the complete subtrees, one after another.</summary>
    public byte[] Frontier => [.. _complete.SelectMany(root => root)];

    /// <summary>The root; of an empty tree, the hash of nothing.</summary>
    public byte[] Root()
    {
        if (_complete.Count == 0)
        {
            return SHA256.HashData([]);
        }
        var root = _complete[^1];
        for (var i = _complete.Count - 2; i >= 0; i--)
        {
            root = Node(_complete[i], root);
        }
        return root;
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="data">The hash of an event.</param>
    public void Add(ReadOnlySpan<byte> data)
    {
        Span<byte> bytes = stackalloc byte[1 + HashChain.Size];
        bytes[0] = 0;
        data.CopyTo(bytes[1..]);
        var root = SHA256.HashData(bytes[..(1 + data.Length)]);
        for (var carried = Size; (carried & 1) == 1; carried >>= 1)
        {
            root = Node(_complete[^1], root);
            _complete.RemoveAt(_complete.Count - 1);
        }
        _complete.Add(root);
        Size++;
    }

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * HashChain.Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + HashChain.Size)..]);
        return SHA256.HashData(bytes);
    }
}
