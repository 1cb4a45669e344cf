using System.Collections.Immutable;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers.</summary>
internal static class ReturnLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All = [];
}
