using System.Collections.Immutable;

namespace Schakel.Chain;

/// <summary>
/// What a command leads to (uitkomst): events, nothing, or a refusal. One word wide, because millions are made in a replay.
/// The default value is <see cref="Nothing"/>.
/// </summary>
public readonly struct Decision
{
    private readonly object? _content; // null, a ChainEvent, a ChainEvent[] or a Refusal

    private Decision(object? content) => _content = content;

    /// <summary>Accepted, and nothing changes: doing it twice is harmless.</summary>
    public static Decision Nothing => default;

    /// <summary>The refusal; null when the command is accepted.</summary>
    public Refusal? Refusal => _content as Refusal;

    /// <summary>Number of events; zero for a refusal.</summary>
    public int Count => _content switch
    {
        ChainEvent => 1,
        ChainEvent[] events => events.Length,
        _ => 0,
    };

    /// <summary>The events, in order; empty for a refusal.</summary>
    public ImmutableArray<ChainEvent> Events => _content switch
    {
        ChainEvent only => [only],
        ChainEvent[] events => [.. events],
        _ => [],
    };

    /// <summary>The event at <paramref name="index"/>.</summary>
    /// <param name="index">From 0 up to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    public ChainEvent this[int index] => _content switch
    {
        ChainEvent only when index == 0 => only,
        ChainEvent[] events when (uint)index < (uint)events.Length => events[index],
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "The decision has no event with this index."),
    };

    /// <summary>Several events, in this order.</summary>
    /// <param name="events">At least one.</param>
    public static Decision Of(params ChainEvent[] events) => new(events.Length == 1 ? events[0] : events);

    /// <summary>One event, and a breach of a norm beside it when there is one.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="breach">The breach; null when the norm was kept.</param>
    public static Decision Of(ChainEvent happened, BreachRecorded? breach) =>
        breach is null ? new(happened) : new(new[] { happened, breach });

    /// <summary>One event, and the breaches beside it.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="breaches">Breaches, null for each norm that was kept.</param>
    public static Decision Of(ChainEvent happened, ReadOnlySpan<BreachRecorded?> breaches)
    {
        var count = 1;
        foreach (var breach in breaches)
        {
            count += breach is null ? 0 : 1;
        }
        if (count == 1)
        {
            return new(happened);
        }
        var events = new ChainEvent[count];
        events[0] = happened;
        for (int i = 0, next = 1; i < breaches.Length; i++)
        {
            if (breaches[i] is { } breach)
            {
                events[next++] = breach;
            }
        }
        return new(events);
    }

    /// <summary>One event.</summary>
    /// <param name="happened">What happened.</param>
    public static Decision FromChainEvent(ChainEvent happened) => new(happened);

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Why.</param>
    public static Decision FromRefusal(Refusal refusal) => new(refusal);

    /// <summary>One event.</summary>
    /// <param name="happened">What happened.</param>
    public static implicit operator Decision(ChainEvent happened) => FromChainEvent(happened);

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Decision(Refusal refusal) => FromRefusal(refusal);
}
