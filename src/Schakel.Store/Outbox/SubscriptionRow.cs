namespace Schakel.Store.Outbox;

/// <summary>Whether something is delivered on a subscription (stand van een abonnement).</summary>
public enum SubscriptionState
{
    /// <summary>What happens is delivered.</summary>
    Active = 0,
    /// <summary>Nothing is delivered; what happens meanwhile waits.</summary>
    Paused,
    /// <summary>Nothing is delivered any more.</summary>
    Ended,
}

/// <summary>Why a subscription is paused (reden van de pauze).</summary>
public enum PauseReason
{
    /// <summary>It is not paused.</summary>
    None = 0,
    /// <summary>The subscriber asked for it.</summary>
    Asked,
    /// <summary>Delivery failed as often as it is tried.</summary>
    TooManyFailures,
    /// <summary>The receiver answered that the address is gone (410).</summary>
    Gone,
    /// <summary>The subscriber's function is known no more.</summary>
    FunctionGone,
}

/// <summary>What went wrong with a delivery (bezorgfout).</summary>
public enum DeliveryFault
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>No connection, or it broke.</summary>
    Unreachable,
    /// <summary>No answer in time.</summary>
    TimedOut,
    /// <summary>The receiver sent us elsewhere; that is not followed.</summary>
    Redirected,
    /// <summary>The receiver answered something other than 2xx.</summary>
    Refused,
    /// <summary>The address leads into a network where nothing is delivered.</summary>
    AddressNotAllowed,
    /// <summary>Something on our side.</summary>
    Ours,
}

/// <summary>A subscription to what happens (abonnementsregel): where it is delivered, how far it is, and what went wrong last.</summary>
public sealed record SubscriptionRow
{
    /// <summary>1, 2, 3, ….</summary>
    public required long Number { get; init; }

    /// <summary>Code of the function that subscribed: by it is decided, at each delivery, what may be told.</summary>
    public required string Function { get; init; }

    /// <summary>Whoever subscribed within that function, in words of the interface: it decides whose files are told of.</summary>
    public required string Subscriber { get; init; }

    /// <summary>Where it is delivered.</summary>
    public required string Address { get; init; }

    /// <summary>Rooms whose events are told, with spaces between; empty for all.</summary>
    public required string Rooms { get; init; }

    /// <summary>Types of event that are told, with spaces between; empty for all.</summary>
    public required string Types { get; init; }

    /// <summary>The secret with which deliveries are signed, sealed; absent when the subscription has ended.</summary>
    public byte[]? Secret { get; init; }

    /// <summary>A <see cref="SubscriptionState"/>.</summary>
    public required int State { get; init; }

    /// <summary>A <see cref="PauseReason"/>.</summary>
    public required int Reason { get; init; }

    /// <summary>1, and one more each time that the state changed.</summary>
    public required int Version { get; init; }

    /// <summary>Place in the log up to which everything was told that is to be told.</summary>
    public required long Position { get; init; }

    /// <summary>Times that the delivery after it failed.</summary>
    public required int Attempts { get; init; }

    /// <summary>What went wrong last: a <see cref="DeliveryFault"/>.</summary>
    public required int Fault { get; init; }

    /// <summary>The HTTP status that the receiver answered then, if any.</summary>
    public int? Status { get; init; }

    /// <summary>When that was, in microseconds since 1970.</summary>
    public long? FailedAt { get; init; }

    /// <summary>Before when it is not tried again, in microseconds since 1970.</summary>
    public long? NextTry { get; init; }

    /// <summary>When it was opened, in microseconds since 1970.</summary>
    public required long OpenedAt { get; init; }

    /// <summary>The key under which it was opened.</summary>
    public required byte[] OpenedBy { get; init; }

    /// <summary>SHA-256 of what was asked then.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The key of the last pause, resumption or end that was asked for.</summary>
    public byte[]? LastAct { get; init; }

    /// <summary>Whether what happens is delivered.</summary>
    public bool IsActive => State == (int)SubscriptionState.Active;
}
