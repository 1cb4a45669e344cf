using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Norms;
using TrackNorms = Schakel.Norms.Registration.Tracks;
using TrackReason = Schakel.Norms.Registration.TrackReason;

namespace Schakel.Chain.Procedure;

/// <summary>The five tracks (sporen), since 1 March 2016.</summary>
public enum Track
{
    /// <summary>Not confirmed yet.</summary>
    None = 0,
    /// <summary>Track 1: another state is presumably responsible.</summary>
    Dublin = 1,
    /// <summary>Track 2: safe country of origin, or protection in another member state.</summary>
    Simplified = 2,
    /// <summary>Track 3: evident grant (dormant).</summary>
    EvidentGrant = 3,
    /// <summary>Track 4: everything else; the general procedure, extended when needed.</summary>
    General = 4,
    /// <summary>Track 5: evident grant after a check of identity (dormant).</summary>
    EvidentGrantAfterCheck = 5,
}

/// <summary>Confirm the track, or change it on a new fact (spoortoewijzing).</summary>
/// <param name="By">Officer who confirms.</param>
/// <param name="Track">The track.</param>
/// <param name="Reason">Why: the number of a <see cref="TrackReason"/>. None is an answer only where the track is the one proposed, or none was.</param>
public sealed record ConfirmTrack(Official By, Track Track, int Reason) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>The track was confirmed by a named official (spoor vastgesteld).</summary>
/// <param name="Track">The track.</param>
/// <param name="Reason">Why; a number in what was stored before version 2.</param>
/// <param name="By">Who confirmed.</param>
[EventName("track-confirmed", 2)]
public sealed record TrackConfirmed(
    [Category(DataCategory.Procedure)] Track Track,
    [Category(DataCategory.Procedure)] TrackReason Reason,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent
{
    [Upcast("track-confirmed", 1)]
    internal static JsonObject FromVersion1(JsonObject fields)
    {
        fields["reason"] = fields["reason"] is JsonValue stored && stored.TryGetValue(out int number) && Tracks.IsReason(number)
            ? TrackNorms.NameOf((TrackReason)number)
            : throw new JsonException("track-confirmed: the reason of version 1 is a number of the norm on tracks.");
        return fields;
    }
}

/// <summary>Which track (sporenbeleid).</summary>
public static class Tracks
{
    /// <summary>No such track.</summary>
    public static readonly Refusal Unknown = new(
        "track.unknown", "track",
        "Dit spoor bestaat niet; er zijn er vijf.",
        "There is no such track; there are five.");

    /// <summary>No such reason.</summary>
    public static readonly Refusal UnknownReason = new(
        "track.unknown-reason", "track",
        "Deze reden voor een spoor bestaat niet.",
        "There is no such reason for a track.");

    /// <summary>Another track than the one proposed, and no reason.</summary>
    public static readonly Refusal NoReason = new(
        "track.no-reason", "track",
        "Wie een ander spoor vaststelt dan is voorgesteld, geeft de reden.",
        "Whoever confirms another track than the one proposed gives the reason.");

    /// <summary>The registration interview comes first.</summary>
    public static readonly Refusal BeforeInterview = new(
        "track.before-registration-interview", "track",
        "Het spoor wordt bepaald na het aanmeldgehoor.",
        "The track is confirmed after the registration interview.");

    /// <summary>Unaccompanied minors are always track 4.</summary>
    public static readonly Refusal MinorsTrackFour = new(
        "track.unaccompanied-minor", "track",
        "Een alleenstaande minderjarige komt altijd in spoor 4.",
        "An unaccompanied minor is always in track 4.");

    /// <summary>The Netherlands has become responsible.</summary>
    public static readonly Refusal NetherlandsResponsible = new(
        "track.netherlands-responsible", "dublin-transfer",
        "Nederland is verantwoordelijk geworden; spoor 1 kan niet meer.",
        "The Netherlands has become responsible; track 1 is no longer possible.");

    /// <summary>Tracks 3 and 5 sleep until the law switches them on.</summary>
    public static readonly Refusal Dormant = new(
        "track.dormant", "evident-grant-tracks",
        "De sporen 3 en 5 (evidente inwilliging) zijn niet in gebruik.",
        "Tracks 3 and 5 (evident grant) are not in use.");

    internal static Decision Decide(CaseFile file, ConfirmTrack command, Law law, Day today)
    {
        if (command.Track is < Track.Dublin or > Track.EvidentGrantAfterCheck)
        {
            return Unknown;
        }
        if (!IsReason(command.Reason))
        {
            return UnknownReason;
        }
        if (file.Procedure.Open is not { } application)
        {
            return Applications.NoneOpen;
        }
        if (file.Registration.InterviewedOn is null)
        {
            return BeforeInterview;
        }
        if (command.Track != Track.General && file.Registration.IsUnaccompaniedMinorOn(application.LodgedOn ?? today))
        {
            return MinorsTrackFour;
        }
        if (command.Track is Track.EvidentGrant or Track.EvidentGrantAfterCheck && !InUse(law, today))
        {
            return Dormant;
        }
        return command.Track == Track.Dublin && application.ResponsibleSince is not null ? NetherlandsResponsible
            : command.Reason == (int)TrackReason.None && application.Proposed != Track.None && application.Proposed != command.Track ? NoReason
            : new TrackConfirmed(command.Track, (TrackReason)command.Reason, command.By);
    }

    /// <summary>
    /// The track from now on. When a case flows over to another track (doorstroom), an intention issued in the first is no longer one: it said
    /// what would be decided there.
    /// </summary>
    internal static ApplicationState Evolve(ApplicationState application, TrackConfirmed confirmed) =>
        application.Track == Track.None || application.Track == confirmed.Track
            ? application with { Track = confirmed.Track, Proposed = Track.None }
            : application with { Track = confirmed.Track, Proposed = Track.None, IntentionOn = null, ViewOn = null };

    /// <summary>Whether the norm on tracks has a reason with this number.</summary>
    internal static bool IsReason(int number) => number is >= (int)TrackReason.None and <= (int)TrackReason.Substance;

    private static bool InUse(Law law, Day today) =>
        law.Has(today, TrackNorms.EvidentGrant) && law.On(today, TrackNorms.EvidentGrant).On;
}
