using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Schakel.Web.Api;

/// <summary>The words of the interface (woorden van de API): Dutch names for fields and values, one table for requests and answers.</summary>
public static partial class Words
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Values = [];

    /// <summary>The Dutch name of a field, in camel case.</summary>
    /// <param name="member">Name in the code.</param>
    /// <exception cref="KeyNotFoundException">The field has no word yet: add it to the table.</exception>
    public static string OfField(string member) => Find(member)
        ?? throw new KeyNotFoundException($"The field {member} has no Dutch word in {nameof(Words)}.");

    /// <summary>The Dutch name of a field; null when it has none.</summary>
    /// <param name="member">Name in the code.</param>
    public static string? Find(string member) => Fields.GetValueOrDefault(member);

    /// <summary>The Dutch name of a value, in kebab case.</summary>
    /// <param name="value">A member of an enumeration.</param>
    public static string OfValue(Enum value) => OfName(value.GetType(), value.ToString());

    /// <summary>The Dutch names of the flags that are set; none for zero.</summary>
    /// <param name="value">A value of an enumeration of flags.</param>
    public static IReadOnlyList<string> OfFlags(Enum value) =>
        Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) == 0 ? []
        : [.. value.ToString().Split(", ").Select(name => OfName(value.GetType(), name))];

    /// <summary>All values of an enumeration, in Dutch.</summary>
    /// <param name="type">The enumeration.</param>
    public static IReadOnlyList<string> ValuesOf(Type type) => [.. Enum.GetNames(type).Select(name => OfName(type, name))];

    /// <summary>Finds the value of a Dutch name.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="word">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryValue<T>(string? word, out T value)
        where T : struct, Enum
    {
        var known = Values.GetOrAdd(typeof(T), type => Enum.GetNames(type).ToFrozenDictionary(name => OfName(type, name), name => Enum.Parse(type, name)));
        value = default;
        if (word is null || !known.TryGetValue(word, out var found))
        {
            return false;
        }
        value = (T)found;
        return true;
    }

    private static string OfName(Type type, string name) => Names.TryGetValue($"{type.Name}.{name}", out var word) ? word
        : throw new KeyNotFoundException($"The value {type.Name}.{name} has no Dutch word in {nameof(Words)}.");
}
