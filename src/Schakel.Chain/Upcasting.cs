using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Schakel.Chain;

/// <summary>
/// How an event of an older version is read (upcasting): for each version that is no longer written, one pure function to the next. What
/// was stored is never rewritten.
/// </summary>
/// <param name="steps">By name and version: the fields of the next version.</param>
public sealed class Upcasting(IReadOnlyDictionary<(string Name, int Version), Func<JsonObject, JsonObject>> steps)
{
    private readonly FrozenDictionary<(string Name, int Version), Func<JsonObject, JsonObject>> _steps = steps.ToFrozenDictionary();

    /// <summary>The steps of the chain's own events. Empty as long as every event has its first version.</summary>
    public static Upcasting Chain { get; } = new(new Dictionary<(string Name, int Version), Func<JsonObject, JsonObject>>());

    /// <summary>The fields as a later version has them.</summary>
    /// <param name="wanted">The version wanted.</param>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="fields">Stored fields.</param>
    /// <exception cref="UnknownEventException">A step is missing.</exception>
    public JsonObject ToVersion(int wanted, string name, int version, JsonObject fields)
    {
        for (var from = version; from < wanted; from++)
        {
            fields = _steps.GetValueOrDefault((name, from))?.Invoke(fields) ?? throw new UnknownEventException(name, from);
        }
        return fields;
    }
}
