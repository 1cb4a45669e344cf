using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Schakel.Chain;

/// <summary>
/// Marks the function that brings the stored fields of an event to the next version (opwaarderen). It stands beside the event, is static
/// and pure, takes the <see cref="JsonObject"/> of version <paramref name="from"/> and gives that of the next. It is never changed again:
/// what was stored stays as it was stored.
/// </summary>
/// <param name="name">Stored name of the event.</param>
/// <param name="from">The version it reads; it gives <paramref name="from"/> + 1.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpcastAttribute(string name, int from) : Attribute
{
    /// <summary>Stored name of the event.</summary>
    public string Name { get; } = name;

    /// <summary>The version it reads.</summary>
    public int From { get; } = from;
}

/// <summary>Old versions of events brought to the present one, a version at a time (opwaarderen van gebeurtenissen).</summary>
internal static class EventUpcasts
{
    private static readonly FrozenDictionary<(string Name, int From), Func<JsonObject, JsonObject>> Steps = All();

    /// <summary>Whether the fields of that version can be brought to the present one; never for a version from a newer program.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="present">The version this program writes.</param>
    public static bool Reach(string name, int version, int present)
    {
        for (var step = version; step < present; step++)
        {
            if (!Steps.ContainsKey((name, step)))
            {
                return false;
            }
        }
        return version <= present;
    }

    /// <summary>The fields in the present version.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="present">The version this program writes.</param>
    /// <param name="fields">Fields as stored.</param>
    public static JsonObject Bring(string name, int version, int present, JsonObject fields)
    {
        for (var step = version; step < present; step++)
        {
            fields = Steps[(name, step)](fields);
        }
        return fields;
    }

    private static FrozenDictionary<(string Name, int From), Func<JsonObject, JsonObject>> All()
    {
        var steps = new Dictionary<(string, int), Func<JsonObject, JsonObject>>();
        foreach (var method in typeof(EventUpcasts).Assembly.GetTypes().SelectMany(type =>
            type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)))
        {
            if (method.GetCustomAttribute<UpcastAttribute>() is not { } step)
            {
                continue;
            }
            if (EventCatalogue.Find(step.Name) is not { } type || step.From < 1 || step.From >= EventCatalogue.Of(type).Version)
            {
                throw new InvalidOperationException(
                    $"{method.DeclaringType?.Name}.{method.Name}: \"{step.Name}\" has no version {step.From} that is older than the present one.");
            }
            if (!steps.TryAdd((step.Name, step.From), method.CreateDelegate<Func<JsonObject, JsonObject>>()))
            {
                throw new InvalidOperationException($"{method.DeclaringType?.Name}.{method.Name}: \"{step.Name}\" version {step.From} is read twice.");
            }
        }
        return steps.ToFrozenDictionary();
    }
}
