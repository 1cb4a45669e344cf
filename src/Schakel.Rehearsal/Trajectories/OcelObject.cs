using System.Collections.Immutable;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>An object of an object-centric log: a person, a household, a site, or the rehearsal itself (object).</summary>
/// <param name="Id">Id, unique in the log: type, colon, number.</param>
/// <param name="Type">Type, one of <see cref="OcelSchema.ObjectTypes"/>.</param>
/// <param name="Attributes">What is known of it.</param>
/// <param name="Relationships">Other objects it belongs with.</param>
public sealed record OcelObject(
    string Id, string Type, ImmutableArray<OcelAttribute> Attributes, ImmutableArray<OcelRelationship> Relationships);

/// <summary>A value of an object, from a moment on (kenmerk).</summary>
/// <param name="Name">Name.</param>
/// <param name="Text">The value when it is text.</param>
/// <param name="Number">The value when it is a number.</param>
/// <param name="FromDay">First day on which it holds (epoch day); absent when it always does.</param>
public readonly record struct OcelAttribute(string Name, string? Text, double Number, int? FromDay)
{
    /// <summary>Text, from a day on or always.</summary>
    public static OcelAttribute Of(string name, string text, int? fromDay = null) => new(name, text, 0, fromDay);

    /// <summary>A number, from a day on or always.</summary>
    public static OcelAttribute Of(string name, double number, int? fromDay = null) => new(name, null, number, fromDay);
}

/// <summary>A tie to an object (betrekking).</summary>
/// <param name="ObjectId">The other object.</param>
/// <param name="Qualifier">What it is to this one.</param>
public readonly record struct OcelRelationship(string ObjectId, string Qualifier);
