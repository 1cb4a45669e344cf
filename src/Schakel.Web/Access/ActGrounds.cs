using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Store.Log;

namespace Schakel.Web.Access;

/// <summary>
/// Who reads why something was done (toelichting bij een handeling). It is free text about all that the act recorded, so it is read by whoever
/// wrote it, and by whoever may read every category of every event of that act in this file: who may read a part does not.
/// </summary>
internal static class ActGrounds
{
    /// <summary>The explanation, with the first event of its act; null elsewhere, when nothing was explained, and when it may not be read.</summary>
    /// <param name="recorded">The event, which may be seen.</param>
    /// <param name="sight">What may be seen.</param>
    public static string? Of(RecordedEvent recorded, Sight sight)
    {
        var envelope = recorded.Envelope;
        if (envelope.Ground is not { Length: > 0 } ground || !IsAboutThisStream(recorded.Event, sight.Stream))
        {
            return null;
        }
        if (sight.Stream.Kind == StreamKind.Site)
        {
            return ground;
        }
        var act = sight.State.History.Where(each => each.Envelope.ActKey == envelope.ActKey).ToList();
        return act[0].Envelope.Version == envelope.Version && (envelope.Doer == sight.Caller.Doer || act.TrueForAll(each => IsReadWhole(each.Event, sight))) ? ground : null;
    }

    // What is written with one person's file goes along to the household and to a file that takes it in: there it would be read by others.
    // The same of who came to a site and who left it; what was done about the site itself is about nobody.
    private static bool IsAboutThisStream(ChainEvent? happened, StreamId stream) => stream.Kind switch
    {
        StreamKind.CaseFile or StreamKind.Country => happened is not (null or FileAbsorbed or AbsorbedFileReleased),
        StreamKind.Site => happened is SiteEvent and not (SlotOccupied or SlotReleased or PlacedOnEmergencyGround),
        _ => false,
    };

    // That a norm was broken the rule found, and nobody wrote about.
    private static bool IsReadWhole(ChainEvent? happened, Sight sight) => happened is BreachRecorded
        || (happened is not null && EventCategories.AllOf(happened.GetType()).All(each => sight.MayRead(each, happened)));
}
