using Schakel.Chain;

namespace Schakel.Store.Outbox;

/// <summary>What is asked of a subscription (abonnementsvraag).</summary>
/// <param name="Function">Code of the function that subscribes.</param>
/// <param name="Subscriber">Who subscribes within it.</param>
/// <param name="Address">Where it is to be delivered; whether that is allowed, was looked at.</param>
/// <param name="Rooms">Rooms, with spaces between; empty for all.</param>
/// <param name="Types">Types of event, with spaces between; empty for all.</param>
/// <param name="After">Place in the log after which it begins; absent for what happens from now on.</param>
public sealed record SubscriptionRequest(string Function, string Subscriber, string Address, string Rooms, string Types, long? After);

/// <summary>What came of an act on a subscription (uitkomst).</summary>
public abstract record SubscriptionResult
{
    private SubscriptionResult()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Row">The subscription now.</param>
    /// <param name="Secret">The secret, given when it is opened and not again.</param>
    /// <param name="Repeated">It was done before, under the same key.</param>
    public sealed record Done(SubscriptionRow Row, byte[]? Secret, bool Repeated) : SubscriptionResult;

    /// <summary>Somebody was first.</summary>
    /// <param name="Actual">The version now.</param>
    public sealed record Stale(int Actual) : SubscriptionResult;

    /// <summary>It was not done.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : SubscriptionResult;
}

/// <summary>Why an act on a subscription is refused (weigeringen).</summary>
public static class SubscriptionRefusals
{
    /// <summary>More than are served.</summary>
    public static readonly Refusal TooMany = new(
        "subscription.too-many", "fact",
        "Uw functie heeft al twintig abonnementen; zeg er eerst een op.",
        "Your function has twenty subscriptions already; end one first.");

    /// <summary>Paused already.</summary>
    public static readonly Refusal PausedAlready = new(
        "subscription.paused-already", "fact",
        "Dit abonnement is al gepauzeerd.",
        "This subscription is paused already.");

    /// <summary>Nothing to resume.</summary>
    public static readonly Refusal NotPaused = new(
        "subscription.not-paused", "fact",
        "Dit abonnement is niet gepauzeerd.",
        "This subscription is not paused.");

    /// <summary>Ended.</summary>
    public static readonly Refusal HasEnded = new(
        "subscription.ended", "fact",
        "Dit abonnement is opgezegd; open een nieuw.",
        "This subscription has ended; open a new one.");
}
