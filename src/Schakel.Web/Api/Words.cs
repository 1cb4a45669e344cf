using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Schakel.Web.Api;

/// <summary>The words of the interface (woorden van de API): Dutch names for fields and values, one table for requests and answers.</summary>
public static partial class Words
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Values = [];

    private static readonly Lazy<FrozenDictionary<string, string>> Members = new(() => Fields!.DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.Key));

    private static readonly Lazy<FrozenDictionary<string, string>> ValueNames = new(() =>
        Names!.OrderBy(pair => pair.Key, StringComparer.Ordinal).DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.Key[(pair.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]));

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

    /// <summary>The name in the code of a field, by its Dutch name; null when it has none.</summary>
    /// <param name="word">The Dutch name.</param>
    public static string? MemberOf(string word) => Members.Value.GetValueOrDefault(word);

    /// <summary>The name in the code of a value, by its Dutch name: of the first enumeration that has it; null when none has.</summary>
    /// <param name="word">The Dutch name.</param>
    public static string? ValueNameOf(string word) => ValueNames.Value.GetValueOrDefault(word);

    private static string OfName(Type type, string name) => Names.TryGetValue($"{type.Name}.{name}", out var word) ? word
        : throw new KeyNotFoundException($"The value {type.Name}.{name} has no Dutch word in {nameof(Words)}.");
}
