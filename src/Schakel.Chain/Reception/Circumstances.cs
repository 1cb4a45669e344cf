using System.Diagnostics;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>What a place must have, or has (bijzondere plaatsen, bijzondere behoeften; RCD 21, Rva 18a).</summary>
[Flags]
public enum PlaceKinds
{
    /// <summary>Nothing special.</summary>
    None = 0,
    /// <summary>Accessible with a wheelchair (rolstoeltoegankelijk).</summary>
    Wheelchair = 1 << 0,
    /// <summary>Care or treatment on the spot (zorgplaats).</summary>
    Medical = 1 << 1,
    /// <summary>A room of one's own (eenpersoonskamer).</summary>
    OwnRoom = 1 << 2,
    /// <summary>Protected from others: threatened, or at risk (beschermde plaats).</summary>
    Protected = 1 << 3,
    /// <summary>Guidance around the clock (intensieve begeleiding, ibo); a kind of site rather than of room.</summary>
    IntensiveGuidance = 1 << 4,
    /// <summary>Clinical treatment (klinische behandeling, Veldzicht): a kind of site too, and for a health worker to find.</summary>
    Clinical = 1 << 5,
}

/// <summary>A place that was offered (aangeboden plaats).</summary>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
/// <param name="On">Day of the offer.</param>
/// <param name="Accepted">Accepted; absent as long as it is not answered.</param>
public sealed record PlaceOffer(SiteId Site, Modality Modality, Day On, bool? Accepted);

/// <summary>The register of presence (inhuisregistratie). For reception alone: no other room reads it (red line 6).</summary>
/// <param name="ReportedOn">Day of the last report; absent when none since the placement.</param>
/// <param name="FirstMissedOn">Day the first of the reports missed in a row was due.</param>
/// <param name="Missed">Reports missed in a row.</param>
/// <param name="AwayThrough">Last day of a permitted absence.</param>
public sealed record PresenceRegister(Day? ReportedOn, Day? FirstMissedOn, int Missed, Day? AwayThrough)
{
    /// <summary>Nothing registered.</summary>
    public static PresenceRegister None { get; } = new(null, null, 0, null);
}

/// <summary>The last incident that someone was involved in (incident).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Severity">How serious.</param>
/// <param name="On">When.</param>
/// <param name="Reported">Reported to the police.</param>
public sealed record IncidentState(IncidentKind Kind, IncidentSeverity Severity, Day On, bool Reported);

/// <summary>A measure that stands (maatregel; Rva 10, reglement onthoudingen verstrekkingen).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="On">First day.</param>
/// <param name="Through">Last day.</param>
/// <param name="ReviewOn">Day by which it must be reviewed.</param>
public sealed record MeasureState(MeasureKind Kind, Day On, Day Through, Day ReviewOn)
{
    /// <summary>A review ended it, on its last day.</summary>
    public bool IsEnded { get; init; }
}

/// <summary>What is particular to someone's reception (omstandigheden): empty for most.</summary>
/// <param name="Offer">A place offered and not taken up yet, or refused.</param>
/// <param name="Presence">Register of presence.</param>
/// <param name="Incident">The last incident.</param>
/// <param name="Measure">The measure that stands.</param>
/// <param name="Needs">What the place must have.</param>
/// <param name="TreatmentSince">Medical treatment runs since that day; which is not here.</param>
/// <param name="Exclusion">Why there is no right to reception; absent when nothing excludes it.</param>
public sealed record Circumstances(
    PlaceOffer? Offer, PresenceRegister Presence, IncidentState? Incident, MeasureState? Measure, PlaceKinds Needs, Day? TreatmentSince,
    EntitlementReason? Exclusion)
{
    /// <summary>What the person said that matters for where they stay; absent when nothing was said, or it was taken back.</summary>
    public PlacementState? Placement { get; init; }

    /// <summary>Nothing particular.</summary>
    public static Circumstances None { get; } = new(null, PresenceRegister.None, null, null, PlaceKinds.None, null, null);

    /// <summary>Out of reception: what belonged to the stay ends, what belongs to the person stays.</summary>
    internal Circumstances AfterStay() =>
        ReferenceEquals(this, None) ? None : this with { Offer = null, Presence = PresenceRegister.None, Measure = null };

    /// <summary>In a place: the offer is taken up.</summary>
    internal Circumstances AtPlace() => Offer is null ? this : this with { Offer = null };

    internal static Circumstances Evolve(Circumstances state, ReceptionEvent happened, Day on) => happened switch
    {
        PlaceOffered offered => state with { Offer = new(offered.Site, offered.Modality, on, null) },
        PlaceAccepted => state with { Offer = state.Offer! with { Accepted = true } },
        PlaceRefused => state with { Offer = state.Offer! with { Accepted = false } },
        NonArrivalRecorded => state with { Offer = null },
        ExclusionEstablished established => state with
        {
            Exclusion = established.Reason == EntitlementReason.Due ? null : established.Reason,
        },
        PresenceRegistered => state with { Presence = new(on, null, 0, null) },
        ReportMissed missed => state with
        {
            Presence = state.Presence with
            {
                ReportedOn = on,
                FirstMissedOn = state.Presence.FirstMissedOn ?? missed.Due,
                Missed = state.Presence.Missed + 1,
            },
        },
        AbsencePermitted permitted => state with { Presence = state.Presence with { AwayThrough = permitted.Through } },
        NeedsRecorded recorded => state with { Needs = recorded.Needs },
        PlacementStated said => state with { Placement = Placements.After(state.Placement, said, on) },
        PlacementWithdrawn => state with { Placement = null },
        PlacementFactsJudged judged => state with { Placement = Placements.After(state.Placement!, judged) },
        TreatmentBegun => state with { TreatmentSince = on },
        TreatmentEnded => state with { TreatmentSince = null },
        IncidentRecorded recorded => state with { Incident = new(recorded.Kind, recorded.Severity, on, false) },
        IncidentReported => state with { Incident = state.Incident! with { Reported = true } },
        MeasureImposed imposed => state with { Measure = new(imposed.Kind, on, imposed.Through, imposed.ReviewOn) },
        MeasureReviewed reviewed => state with
        {
            Measure = reviewed.Through is { } through ? state.Measure! with { Through = through, ReviewOn = reviewed.ReviewOn ?? through }
                : state.Measure! with { Through = on, IsEnded = true },
        },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
