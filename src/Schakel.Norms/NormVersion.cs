using System.Text.Json;

namespace Schakel.Norms;

/// <summary>A norm as it stands over a stretch of days (normversie). Law ends as well as begins.</summary>
/// <param name="From">First day in force.</param>
public abstract record NormVersion(Day From)
{
    private readonly Day? _knownOn;

    /// <summary>Last day in force, inclusive ("vervalt met ingang van D" is D minus one); null while no end is known.</summary>
    /// <remarks>A version that a later one replaces needs none: it ends the day before.</remarks>
    public Day? Until { get; init; }

    /// <summary>The day this version was public: an act its bulletin, policy its announcement. Without it, the first day in force.</summary>
    public Day KnownOn { get => _knownOn ?? From; init => _knownOn = value; }

    /// <summary>The day the end was public; without it the end was known from the start, as with a sunset clause.</summary>
    public Day? EndKnownOn { get; init; }

    /// <summary>Last day on which this was held to be so; from the next day a version known later speaks for the same days.</summary>
    /// <remarks>For what a court or a later policy undoes with effect for the past; a version that is merely replaced has none.</remarks>
    public Day? KnownUntil { get; init; }

    /// <summary>How sure this version is, where it differs from the norm's own status.</summary>
    public NormStatus? Status { get; init; }

    /// <summary>Where this version stands, where it differs from the norm's own citation.</summary>
    public Citation? Citation { get; init; }

    /// <summary>What to ask once this version has ended, or why nothing can be: a sentence that follows the refusal. Null where there is none.</summary>
    public string? Afterwards { get; init; }

    /// <summary>Whether a measure put this version there, on paper; it was never law.</summary>
    public bool OnPaper { get; init; }

    /// <summary>The value in words.</summary>
    public abstract Text ValueInWords { get; }

    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">Receives one JSON value.</param>
    public abstract void WriteValue(Utf8JsonWriter writer);
}

/// <summary>A norm as it stands over a stretch of days, with its value.</summary>
/// <typeparam name="T">The type of value.</typeparam>
/// <param name="From">First day in force.</param>
/// <param name="Value">The value.</param>
public sealed record NormVersion<T>(Day From, T Value) : NormVersion(From)
    where T : INormValue<T>
{
    /// <inheritdoc/>
    public override Text ValueInWords => Value.InWords;

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer) => Value.Write(writer);
}
