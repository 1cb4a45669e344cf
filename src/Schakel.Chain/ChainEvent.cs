using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// Something that happened (gebeurtenis): an immutable fact in the past tense. When it happened stands in the envelope, beside it.
/// Every event has a <see cref="EventNameAttribute"/> and a data category on each of its fields.
/// </summary>
public abstract record ChainEvent;

/// <summary>The name under which an event is stored, which outlives the name of its class (gebeurtenistype).</summary>
/// <param name="name">Stable name in kebab case.</param>
/// <param name="version">Version of its fields, from 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name, int version) : Attribute
{
    /// <summary>Stable name in kebab case.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the event's fields.</summary>
    public int Version { get; } = version;
}

/// <summary>What kind of personal data a field holds (gegevenscategorie): drives rights, encryption and export.</summary>
public enum DataCategory
{
    /// <summary>About no person: a site's capacity, a norm.</summary>
    None = 0,
    /// <summary>Who someone is.</summary>
    Identity,
    /// <summary>Where someone can be reached.</summary>
    Contact,
    /// <summary>Why someone asks for protection: the applicant's alone.</summary>
    Claim,
    /// <summary>Course and outcome of the procedure.</summary>
    Procedure,
    /// <summary>Where someone stays.</summary>
    Reception,
    /// <summary>Health.</summary>
    Medical,
    /// <summary>Special needs.</summary>
    Vulnerability,
    /// <summary>Who belongs together.</summary>
    Family,
    /// <summary>Municipality and home.</summary>
    Housing,
    /// <summary>Work, language, activities.</summary>
    Participation,
    /// <summary>Return, supervision, detention.</summary>
    Return,
    /// <summary>Incidents and measures.</summary>
    Incidents,
    /// <summary>What a person writes to one function, and its answer: see <see cref="IWrittenTo"/>.</summary>
    Correspondence,
    /// <summary>Where someone comes from (herkomst): nationality, and what tells it. Who places and houses people works without it (red line 2).</summary>
    Origin,
}

/// <summary>The data category of a field of an event.</summary>
/// <param name="category">The category.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class CategoryAttribute(DataCategory category) : Attribute
{
    /// <summary>The category.</summary>
    public DataCategory Category { get; } = category;
}

/// <summary>
/// A norm was broken (overtreding), in any stream. Reality breaks the law: what happened is accepted, and marked. Nothing follows from
/// the mark itself, so no state holds it.
/// </summary>
/// <param name="Norm">Id of the norm that was broken.</param>
/// <param name="LastDay">The last day on which the norm was still kept; absent when the norm is not about time.</param>
[EventName("breach-recorded", 1)]
public sealed record BreachRecorded(
    [Category(DataCategory.None)] string Norm,
    [Category(DataCategory.Procedure)] Day? LastDay) : ChainEvent;
