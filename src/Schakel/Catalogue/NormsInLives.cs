using System.Collections.Immutable;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Catalogue;

/// <summary>What each norm changes in simulated lives, as a test found it and stored it (werking in levenslopen).</summary>
/// <remarks>The table is <c>norms-in-lives.csv</c>; finding it takes a minute, so that a document is made from the table, and a test keeps the table true.</remarks>
public static class NormsInLives
{
    private static readonly Lazy<ImmutableArray<NormInLives>> Table = new(Load);

    /// <summary>A line for each norm that was in the catalogue when the table was made.</summary>
    public static ImmutableArray<NormInLives> Stored => Table.Value;

    private static ImmutableArray<NormInLives> Load()
    {
        using var stream = typeof(NormsInLives).Assembly.GetManifestResourceStream("norms-in-lives.csv")!;
        using var reader = new StreamReader(stream);
        return NormsInLivesTable.Read(reader.ReadToEnd());
    }
}
