using System.Collections.Concurrent;
using System.Reflection;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Log;
using Schakel.Store.Outbox;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Outbox;

/// <summary>What a subscriber is told (wat wordt gemeld): what was subscribed to, of whom may be opened, as far as the function may read all that the event's name tells.</summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
internal sealed class Telling(ChainStore store, Gate gate)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> PersonFields = [];

    /// <summary>
    /// Whether this is told. Decided at the moment of telling: what the function may read now, and whether the content was erased or the file
    /// merged since.
    /// </summary>
    public bool Tells(SubscriptionRow subscription, Caller caller, RecordedEvent recorded)
    {
        var stream = recorded.Envelope.Stream;
        return recorded.Event is { } happened
            && IsAskedFor(subscription, happened.GetType())
            && NotifiedCategories.MayKnow(caller.Function, happened.GetType())
            && !store.Log.Rests(stream)
            && (PersonIn(happened) is not { } person || !store.Log.Rests(StreamId.Of(person)))
            && gate.Glimpse(caller, stream) is { } sight
            && NotifiedCategories.MayKnow(sight.MayRead, happened.GetType())
            && EventAnswer.Of(recorded, sight) is not null; // Nothing is told of that cannot be read at the address in the message.
    }

    private static bool IsAskedFor(SubscriptionRow subscription, Type type) =>
        Holds(subscription.Rooms, NotifiedCategories.RoomOf(type).ToString()) && Holds(subscription.Types, EventCatalogue.Of(type).Name);

    private static bool Holds(string words, string word) => words.Length == 0 || words.Split(' ').Contains(word, StringComparer.Ordinal);

    // A household's or a site's event may be about one person, who has a file of their own.
    private static PersonId? PersonIn(ChainEvent happened) =>
        PersonFields.GetOrAdd(happened.GetType(), type => type.GetProperty("Person") is { } field && field.PropertyType == typeof(PersonId) ? field : null)?.GetValue(happened) as PersonId?;
}
