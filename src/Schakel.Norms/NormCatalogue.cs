using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Schakel.Norms;

/// <summary>Every norm of this assembly (normencatalogus), found by reflection over its <c>static readonly</c> fields.</summary>
public static class NormCatalogue
{
    private static readonly Lazy<(ImmutableArray<Norm> All, FrozenDictionary<string, Norm> ById)> Norms = new(Collect);

    /// <summary>All norms, sorted by id (ordinal).</summary>
    public static ImmutableArray<Norm> All => Norms.Value.All;

    /// <summary>The norm with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The norm.</returns>
    /// <exception cref="UnknownNormException">There is none.</exception>
    public static Norm Find(string id) => Norms.Value.ById.TryGetValue(id, out var norm) ? norm : throw new UnknownNormException(id);

    private static (ImmutableArray<Norm> All, FrozenDictionary<string, Norm> ById) Collect()
    {
        var all = typeof(NormCatalogue).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.IsInitOnly && field.FieldType.IsSubclassOf(typeof(Norm)))
            .Select(field => (Norm)field.GetValue(null)!)
            .OrderBy(norm => norm.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        for (var index = 0; index < all.Length; index++)
        {
            if (index > 0 && all[index - 1].Id == all[index].Id)
            {
                throw new InvalidOperationException($"Two norms have the id `{all[index].Id}`.");
            }

            all[index].Index = index;
        }

        return (all, all.ToFrozenDictionary(norm => norm.Id, StringComparer.Ordinal));
    }
}
