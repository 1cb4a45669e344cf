using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Schakel.Norms;

/// <summary>The rooms of the house (kamers), in the order a person walks through them: where each norm and computation stands.</summary>
public static class NormRooms
{
    /// <summary>The room of what serves all others, such as the calendar.</summary>
    public const string General = "General";

    private static readonly string[] Walk =
        [General, "Registration", "Procedure", "Reception", "Participation", "Housing", "Return", "Family", "Steering"];

    private static readonly Lazy<FrozenDictionary<object, string>> Places = new(Collect);

    /// <summary>Rooms in which a norm or a computation stands, in walking order.</summary>
    public static ImmutableArray<string> InOrder { get; } =
        [.. Places.Value.Values.Distinct().OrderBy(PlaceOf).ThenBy(room => room, StringComparer.Ordinal)];

    /// <summary>The room of a norm of the catalogue.</summary>
    /// <param name="norm">The norm.</param>
    /// <returns>Its room.</returns>
    public static string Of(Norm norm) => Places.Value[norm];

    /// <summary>The room of a computation.</summary>
    /// <param name="computation">The computation.</param>
    /// <returns>Its room.</returns>
    public static string Of(NormComputation computation) => Places.Value[computation];

    private static int PlaceOf(string room) => Array.IndexOf(Walk, room) is >= 0 and var place ? place : Walk.Length;

    private static FrozenDictionary<object, string> Collect() =>
        typeof(NormRooms).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.IsInitOnly && (field.FieldType.IsSubclassOf(typeof(Norm)) || field.FieldType == typeof(NormComputation)))
            .ToFrozenDictionary(field => field.GetValue(null)!, RoomOf);

    private static string RoomOf(FieldInfo field)
    {
        var space = field.DeclaringType!.Namespace!;
        return space.LastIndexOf('.') is var dot && space[(dot + 1)..] is var last && last != "Norms" ? last : General;
    }
}
