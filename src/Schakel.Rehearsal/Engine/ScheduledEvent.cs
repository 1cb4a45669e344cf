namespace Schakel.Rehearsal.Engine;

/// <summary>An event that is due (gebeurtenis): when, in which phase of that minute, to whom, and what.</summary>
/// <remarks>Sixteen bytes, so that four fit a cache line; the default value is minute 0, phase 0, entity 0, tag 0.</remarks>
public readonly struct ScheduledEvent
{
    /// <summary>Minutes since the start of the rehearsal, 0 or more.</summary>
    public readonly int Minute;

    /// <summary>Order within the minute, 0 to 31: lower phases happen first.</summary>
    public readonly int Phase;

    /// <summary>Whom it happens to: the model's own number of a person, household or station.</summary>
    public readonly int Entity;

    /// <summary>What happens: the model's own code; the calendar only carries it.</summary>
    public readonly int Tag;

    /// <summary>An event as the calendar hands it out.</summary>
    /// <param name="minute">Minutes since the start.</param>
    /// <param name="phase">Order within the minute, 0 to 31.</param>
    /// <param name="entity">Whom it happens to.</param>
    /// <param name="tag">What happens.</param>
    public ScheduledEvent(int minute, int phase, int entity, int tag)
    {
        Minute = minute;
        Phase = phase;
        Entity = entity;
        Tag = tag;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"minute {Minute}, phase {Phase}, entity {Entity}, tag {Tag}");
}
