using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Schakel.Rehearsal.Results;

/// <summary>Every series a rehearsal gives (meetreeksen), in the one order that all tallies and reports follow.</summary>
public static partial class SeriesCatalogue
{
    /// <summary>All definitions; the position in this list is the index of the series in every rehearsal.</summary>
    public static ImmutableArray<SeriesDefinition> All { get; } =
        [.. Arriving, .. Waiting, .. Deciding, .. Places, .. Homes, .. Leaving, .. Courts, .. Burden];

    private static readonly FrozenDictionary<string, int> Positions =
        All.Select((definition, index) => (definition.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);

    /// <summary>Number of series.</summary>
    public static int Count => All.Length;

    /// <summary>Position of a series in <see cref="All"/>.</summary>
    /// <param name="id">Stable name, such as <c>occupancy.total</c>.</param>
    /// <exception cref="ArgumentException">No series has this name.</exception>
    public static int IndexOf(string id) => Positions.TryGetValue(id, out int index)
        ? index
        : throw new ArgumentException($"Series '{id}' is not in the catalogue.", nameof(id));

    /// <summary>The definition of a series.</summary>
    /// <param name="id">Stable name, such as <c>occupancy.total</c>.</param>
    /// <exception cref="ArgumentException">No series has this name.</exception>
    public static SeriesDefinition Find(string id) => All[IndexOf(id)];

    /// <summary>Whether a series has this name.</summary>
    /// <param name="id">Name asked for.</param>
    public static bool Contains(string id) => Positions.ContainsKey(id);

    private static SeriesDefinition Series(
        string id, string unit, SeriesKind kind, string partner, bool? moreIsWorse,
        string dutch, string dutchMeaning, string english, string englishMeaning) =>
        new(id, unit, kind, partner, english, dutch, moreIsWorse, new Bilingual(dutchMeaning, englishMeaning));
}
