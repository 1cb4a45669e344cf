using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Cases;

/// <summary>Something that happened (gebeurtenis), as far as who looks may know.</summary>
/// <param name="Version">Its place in the history.</param>
/// <param name="Kind">Stored name.</param>
/// <param name="On">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Doer">Who acted.</param>
/// <param name="Purpose">For which purpose.</param>
/// <param name="Room">To which room it belongs.</param>
/// <param name="Fields">What it says: label and value, and whether somebody wrote the value, in whatever language.</param>
/// <param name="IsErased">Its content was erased.</param>
/// <param name="IsPartly">It says more than who looks may see.</param>
/// <param name="Ground">Why it was done, where who looks may read that; null otherwise.</param>
public sealed record Happening(
    int Version, string Kind, Day On, DateTimeOffset RecordedAt, Doer Doer, Purpose Purpose, Room Room, ImmutableArray<(string Label, string Value, bool IsWritten)> Fields, bool IsErased, bool IsPartly,
    string? Ground)
{
    /// <summary>A norm was broken.</summary>
    public bool IsBreach => Kind == "breach-recorded";
}

/// <summary>What happened in a file, at a site or with the policy on a country (gebeurtenissen), as far as who looks may know, in words.</summary>
internal static class Happenings
{
    /// <summary>What happened, the latest first.</summary>
    public static IEnumerable<Happening> Of(WorkVisit visit, Sight sight, int after = 0) =>
        sight.State.History.Where(each => each.Envelope.Version > after).Reverse().Select(each => Shown(visit, sight, each)).OfType<Happening>();

    /// <summary>Some of what happened, the latest first: of a site, the whole history of which is seldom asked.</summary>
    public static IEnumerable<Happening> Of(WorkVisit visit, Sight sight, IReadOnlyList<RecordedEvent> some) => some.Reverse().Select(each => Shown(visit, sight, each)).OfType<Happening>();

    private static Happening? Shown(WorkVisit visit, Sight sight, RecordedEvent recorded)
    {
        if (EventAnswer.Of(recorded, sight) is not { } answer)
        {
            return null;
        }
        var envelope = recorded.Envelope;
        return new(
            envelope.Version, envelope.Name, envelope.OccurredOn, envelope.RecordedAt, envelope.Doer, envelope.Purpose,
            EventCatalogue.Find(envelope.Name) is { } type ? Plain.RoomOf(type) : Room.Records,
            answer.Gegevens is null ? [] : [.. answer.Gegevens.Where(each => each.Value is not null)
                .Select(each => (Plain.Word(each.Key, visit.InEnglish), CodesInWords.ValueOf(each.Key, each.Value, visit.InEnglish), CodesInWords.IsWritten(each.Key, each.Value))).Where(each => each.Item2.Length > 0)],
            recorded.Event is null, answer.Afgeschermd, answer.Toelichting);
    }
}
