namespace Schakel.Norms;

/// <summary>A question to the law that has no answer (norm kan niet worden toegepast). The message is fit for the person who asked.</summary>
public abstract class NormException : Exception
{
    /// <summary>A refusal with its sentence.</summary>
    /// <param name="normId">Id of the norm, or of the computation.</param>
    /// <param name="message">What, which value, which rule.</param>
    protected NormException(string normId, string message)
        : base(message) => NormId = normId;

    /// <summary>Id of the norm, or of the computation, that was asked.</summary>
    public string NormId { get; }
}

/// <summary>No norm has this id (onbekende norm).</summary>
/// <param name="normId">The id asked for.</param>
public sealed class UnknownNormException(string normId)
    : NormException(normId, $"There is no norm with id `{normId}`. See `schakel norms list`.");

/// <summary>The norm exists, but has no version in force on the day asked (niet van kracht).</summary>
public abstract class NotInForceException : NormException
{
    /// <summary>A refusal with its sentence.</summary>
    /// <param name="normId">Id of the norm.</param>
    /// <param name="day">The day asked.</param>
    /// <param name="message">What, which day, which rule.</param>
    protected NotInForceException(string normId, Day day, string message)
        : base(normId, message) => Day = day;

    /// <summary>The day asked.</summary>
    public Day Day { get; }
}

/// <summary>The norm comes into force later, or had not come into force yet (nog niet van kracht).</summary>
/// <param name="normId">Id of the norm.</param>
/// <param name="day">The day asked.</param>
/// <param name="from">First day in force, or null when no version was known on the regime's day.</param>
public sealed class NotYetInForceException(string normId, Day day, Day? from)
    : NotInForceException(
        normId,
        day,
        from is { } first
            ? $"{normId}: no version in force on {day}; the first is in force from {first}."
            : $"{normId}: no version in force on {day}; under this regime none is known yet.")
{
    /// <summary>First day in force; null when no version was known on the regime's day.</summary>
    public Day? From => from;
}

/// <summary>The norm has ended; an older version does not revive (vervallen).</summary>
/// <param name="normId">Id of the norm.</param>
/// <param name="day">The day asked.</param>
/// <param name="last">Last day in force.</param>
/// <param name="afterwards">What to ask instead, or why nothing can be: a sentence; null where there is none.</param>
public sealed class NoLongerInForceException(string normId, Day day, Day last, string? afterwards = null)
    : NotInForceException(
        normId,
        day,
        $"{normId}: no version in force on {day}; the last one ended on {last}.{(afterwards is null ? "" : " " + afterwards)}")
{
    /// <summary>Last day in force before the day asked.</summary>
    public Day Last => last;
}

/// <summary>A value that the norm cannot hold (ongeldige waarde).</summary>
/// <param name="normId">Id of the norm.</param>
/// <param name="value">The value offered, as written.</param>
/// <param name="rule">What is accepted.</param>
public sealed class InvalidNormValueException(string normId, string value, string rule)
    : NormException(normId, $"{normId}: the value {value} is not accepted; give {rule}.")
{
    /// <summary>The value offered, as written.</summary>
    public string Value => value;

    /// <summary>What is accepted.</summary>
    public string Rule => rule;
}
