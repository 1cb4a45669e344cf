using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>An event on a timeline (gebeurtenis): its fields, as far as the caller's function may read their category.</summary>
/// <param name="Versie">Place in the history.</param>
/// <param name="Soort">Type of event.</param>
/// <param name="GebeurdOpDatum">The day it happened.</param>
/// <param name="VastgelegdOp">When it was recorded, in UTC.</param>
/// <param name="Door">What kind of someone acted.</param>
/// <param name="Bevoegdheid">With which power an official acted; absent for anybody else.</param>
/// <param name="Doel">For which purpose.</param>
/// <param name="Gegevens">Its fields; absent when the content was erased.</param>
/// <param name="Afgeschermd">Fields exist that the caller may not see.</param>
/// <param name="Toelichting">Why it was done, with the first event of its act; absent when nothing was explained, and for whoever may not read all that the act recorded.</param>
public sealed record EventAnswer(
    int Versie, string Soort, Day GebeurdOpDatum, DateTime VastgelegdOp, DoerKind Door, string? Bevoegdheid, string Doel, JsonObject? Gegevens, bool Afgeschermd, string? Toelichting)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(PropertyInfo Property, DataCategory Category, string Word)>> Fields = [];

    /// <summary>The event as far as it may be seen; null when even that it happened may not.</summary>
    internal static EventAnswer? Of(RecordedEvent recorded, Sight sight)
    {
        var envelope = recorded.Envelope;
        if (recorded.Event is not { } happened)
        {
            return Of(envelope, null, false, null); // Erased: what is left is that something happened.
        }
        return FieldsOf(happened, sight) is var (fields, hidden) ? Of(envelope, fields, hidden, ActGrounds.Of(recorded, sight)) : null;
    }

    private static EventAnswer Of(Envelope envelope, JsonObject? fields, bool hidden, string? ground) => new(
        envelope.Version, envelope.Name, envelope.OccurredOn, envelope.RecordedAt.UtcDateTime, envelope.Doer.Kind,
        envelope.Doer.Role == OfficialRoles.None ? null : Words.OfValue(envelope.Doer.Role), Words.OfValue(envelope.Purpose), fields, hidden, ground);

    private static (JsonObject Fields, bool Hidden)? FieldsOf(ChainEvent happened, Sight sight)
    {
        var declared = Fields.GetOrAdd(happened.GetType(), Describe);
        var (fields, hidden, seen, told) = (new JsonObject(), false, false, false);
        foreach (var (property, category, word) in declared)
        {
            if (property.GetValue(happened) is not { } value)
            {
                continue;
            }
            told |= category != DataCategory.None;
            if (!sight.MayRead(category, happened))
            {
                hidden = true;
            }
            else if (category != DataCategory.None || !hidden)
            {
                seen |= category != DataCategory.None;
                var shown = JsonSerializer.SerializeToNode(sight.MayRead(DataCategory.Origin, happened) ? value : WithoutForm(value), property.PropertyType, ApiJson.Options);
                hidden |= Withheld(shown, property.PropertyType, sight, happened);
                fields[word] = shown;
            }
        }
        return IsVisible(happened, sight, declared, seen, told) ? (fields, hidden) : null;
    }

    // A form of a language tells a country as well: whoever may not know that is told the language.
    private static object WithoutForm(object value) => value switch
    {
        LanguageCode language => language.Whole,
        Identity who => who with { Language = who.Language.Whole },
        _ => value,
    };

    // Takes out what is of a category of its own within a field, as nationality is within who somebody is.
    private static bool Withheld(JsonNode? shown, Type field, Sight sight, ChainEvent happened)
    {
        var taken = false;
        foreach (var (part, category) in EventCategories.Within(field))
        {
            taken |= !sight.MayRead(category, happened) && ((JsonObject)shown!).Remove(Words.OfField(part));
        }
        return taken;
    }

    // An event of which no field may be read is left out; one that has none tells what it is by its name, which is of a category too.
    private static bool IsVisible(ChainEvent happened, Sight sight, ImmutableArray<(PropertyInfo Property, DataCategory Category, string Word)> declared, bool seen, bool told) =>
        !sight.Stream.IsInTheClear && !sight.MayRead(EventCategories.Beyond(happened.GetType()), happened) ? false
        : happened is LapseObserved lapse ? seen && sight.MayRead(EventCategories.OfDeclared(lapse.Step))
        : told ? seen
        : declared.All(each => each.Category == DataCategory.None) ? sight.Stream.IsInTheClear || sight.MayRead(EventCategories.Of(happened.GetType()), happened)
        : declared.Any(each => each.Category != DataCategory.None && sight.MayRead(each.Category, happened));

    private static ImmutableArray<(PropertyInfo, DataCategory, string)> Describe(Type type) =>
    [
        .. EventCategories.FieldsOf(type).OrderBy(each => each.Category == DataCategory.None) // What is about nobody, such as who acted, comes last.
            .Select(each => (each.Property, each.Category, Words.OfField(each.Property.Name))),
    ];
}
