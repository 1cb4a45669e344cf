using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>The facts of one question (feiten), read strictly: an unknown, doubled, missing or impossible fact is named.</summary>
public readonly struct Facts
{
    private readonly string _computation;
    private readonly JsonElement _json;

    private Facts(string computation, JsonElement json) => (_computation, _json) = (computation, json);

    /// <summary>Takes facts for a computation and refuses any that it does not know.</summary>
    /// <param name="computation">Id of the computation.</param>
    /// <param name="schema">The facts it knows.</param>
    /// <param name="json">A JSON object.</param>
    /// <returns>The facts, still to be read one by one.</returns>
    /// <exception cref="FactException">The JSON is no object, or a fact is unknown or given twice.</exception>
    public static Facts Of(string computation, ImmutableArray<Fact> schema, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FactException(computation, "facts", "are not a JSON object; give {\"name\": value, …}");
        }

        var seen = 0UL;
        foreach (var property in json.EnumerateObject())
        {
            var index = IndexOf(schema, property);
            if (index < 0)
            {
                throw new FactException(computation, property.Name, "is not known. Known are " + string.Join(", ", schema.Select(fact => fact.Name)));
            }

            if ((seen & (1UL << index)) != 0)
            {
                throw new FactException(computation, property.Name, "is given twice; give it once");
            }

            seen |= 1UL << index;
        }

        return new(computation, json);
    }

    /// <summary>A fact that the computation needs.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="FactException">It is missing or not accepted.</exception>
    public T Get<T>(Fact<T> fact) =>
        TryGet(fact, out var value) ? value : throw new FactException(_computation, fact.Name, $"is missing. Give {fact.Meaning.English} ({fact.Form})");

    /// <summary>A fact that may be absent; JSON null counts as absent.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its value, or the default.</param>
    /// <returns>Whether it was given.</returns>
    /// <exception cref="FactException">It is given and not accepted.</exception>
    public bool TryGet<T>(Fact<T> fact, out T value)
    {
        value = default!;
        if (!_json.TryGetProperty(fact.Name, out var json) || json.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (!fact.Read(json, out value))
        {
            throw new FactException(_computation, fact.Name, $"is {Shortened(json)}. Give {fact.Meaning.English} ({fact.Form})");
        }

        return fact.Limit?.Invoke(value) is not { } wrong
            ? true
            : throw new FactException(_computation, fact.Name, $"is {Shortened(json)}, which {wrong}. Give {fact.Meaning.English} ({fact.Form})");
    }

    /// <summary>A fact that may be absent, as a value that may be absent.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <returns>Its value, or null.</returns>
    /// <exception cref="FactException">It is given and not accepted.</exception>
    public T? Find<T>(Fact<T> fact)
        where T : struct => TryGet(fact, out var value) ? value : null;

    private static int IndexOf(ImmutableArray<Fact> schema, JsonProperty property)
    {
        for (var index = 0; index < schema.Length; index++)
        {
            if (property.NameEquals(schema[index].Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static string Shortened(JsonElement json)
    {
        const int Longest = 60;
        var text = json.GetRawText();
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
    }
}

/// <summary>A fact is missing, unknown or impossible (feit niet aanvaard).</summary>
/// <param name="computation">Id of the computation.</param>
/// <param name="fact">Name of the fact.</param>
/// <param name="complaint">What is wrong and what to do, as it follows the name, without the full stop.</param>
public sealed class FactException(string computation, string fact, string complaint)
    : NormException(computation, $"{computation}: fact `{fact}` {complaint}.")
{
    /// <summary>Name of the fact.</summary>
    public string Fact => fact;
}
