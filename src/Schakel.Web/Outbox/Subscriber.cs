using System.Globalization;
using Schakel.Store.Outbox;
using Schakel.Web.Access;

namespace Schakel.Web.Outbox;

/// <summary>Who subscribed (abonnee), as it is kept with the subscription: a token is over in minutes, a subscription is not.</summary>
internal static class Subscriber
{
    /// <summary>Whether a function may subscribe. Those who act for their own clients may not: whose files those are stands in the token of the day.</summary>
    public static bool MaySubscribe(Function function) => function.Reach is not (Reach.Own or Reach.Clients);

    /// <summary>What is kept of a caller: number, own site, own municipality, own team; 0 for what there is not.</summary>
    public static string Write(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{caller.Number} {caller.Site ?? 0} {caller.Municipality ?? 0} {caller.TeamNumber ?? 0}");

    /// <summary>The caller of a subscription, with what its function may do now; null when the function is known no more, or may not subscribe any more.</summary>
    public static Caller? Read(SubscriptionRow subscription)
    {
        if (Function.Find(subscription.Function) is not { } function || !MaySubscribe(function))
        {
            return null;
        }
        int[] numbers = [.. subscription.Subscriber.Split(' ').Select(each => int.Parse(each, CultureInfo.InvariantCulture))];
        return new(function, numbers[0], []) { Site = Known(numbers[1]), Municipality = Known(numbers[2]), Team = TeamOf(numbers) };
    }

    // Who subscribed before files named teams has none: what is not divided is told, and no more.
    private static string? TeamOf(int[] numbers) => numbers is [_, _, _, > 0 and var team] ? team.ToString(CultureInfo.InvariantCulture) : null;

    private static int? Known(int number) => number == 0 ? null : number;
}
