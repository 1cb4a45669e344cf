using System.Collections.Frozen;
using System.Reflection;

namespace Schakel.Chain;

/// <summary>Every type of event by its stored name (gebeurteniscatalogus).</summary>
public static class EventCatalogue
{
    private static readonly FrozenDictionary<Type, EventNameAttribute> ByType = All().ToFrozenDictionary(type => type, Declared);
    private static readonly FrozenDictionary<string, Type> ByName = ByType.ToFrozenDictionary(pair => pair.Value.Name, pair => pair.Key);

    /// <summary>The types of event, by name in ordinal order.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. ByName.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Name and version of a type of event.</summary>
    /// <param name="type">A type derived from <see cref="ChainEvent"/>.</param>
    /// <exception cref="InvalidOperationException">The type has no name.</exception>
    public static EventNameAttribute Of(Type type) => ByType.GetValueOrDefault(type) ?? Declared(type);

    /// <summary>The type with a name; null when there is none, such as one from a newer program.</summary>
    /// <param name="name">Stored name.</param>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<Type> All() =>
        typeof(ChainEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ChainEvent)) && !type.IsAbstract);

    private static EventNameAttribute Declared(Type type) => type.GetCustomAttribute<EventNameAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} is no stored event: it has no {nameof(EventNameAttribute)}.");
}
