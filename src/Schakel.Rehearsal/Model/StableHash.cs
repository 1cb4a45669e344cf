namespace Schakel.Rehearsal.Model;

/// <summary>A number for a name that is the same on every machine and in every run (FNV-1a, 64 bits).</summary>
internal static class StableHash
{
    /// <summary>The number of a name.</summary>
    public static ulong Of(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }
}
