using System.Globalization;
using Schakel.Store.Outbox;
using Schakel.Web.Access;

namespace Schakel.Web.Outbox;

/// <summary>Who subscribed (abonnee), as it is kept with the subscription: a token is over in minutes, a subscription is not.</summary>
internal static class Subscriber
{
    /// <summary>Whether a function may subscribe. Those who act for their own clients may not: whose files those are stands in the token of the day.</summary>
    public static bool MaySubscribe(Function function) => function.Reach is not (Reach.Own or Reach.Clients);

    /// <summary>What is kept of a caller.</summary>
    public static string Write(Caller caller) => caller.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The caller of a subscription, with what its function may do now; null when the function is known no more.</summary>
    public static Caller? Read(SubscriptionRow subscription) => Function.Find(subscription.Function) is { } function && MaySubscribe(function)
        ? new(function, int.Parse(subscription.Subscriber, CultureInfo.InvariantCulture), []) : null;
}
