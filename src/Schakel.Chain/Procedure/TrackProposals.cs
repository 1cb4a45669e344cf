using Schakel.Norms;
using Schakel.Norms.Registration;
using TrackNorms = Schakel.Norms.Registration.Tracks;

namespace Schakel.Chain.Procedure;

/// <summary>
/// Have the track proposed from what registration showed (spoorvoorstel): the law computes it, a named official established the facts, and
/// another act confirms or changes it. Never from an expectation about the claim (red line 1).
/// </summary>
/// <param name="By">Officer who established the facts.</param>
/// <param name="Facts">What registration showed; whether this is an unaccompanied minor is read from the file.</param>
public sealed record ProposeTrack(Official By, TrackFacts Facts) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>A track was proposed (spoor voorgesteld). It binds nobody until it is confirmed.</summary>
/// <param name="Track">The track.</param>
/// <param name="Reason">Why.</param>
/// <param name="Norm">The norm or rule that settled it.</param>
[EventName("track-proposed", 1)]
public sealed record TrackProposed(
    [Category(DataCategory.Procedure)] Track Track,
    [Category(DataCategory.Procedure)] TrackReason Reason,
    [Category(DataCategory.None)] string Norm) : ProcedureEvent;

/// <summary>Proposals of a track (spoorvoorstellen).</summary>
public static class TrackProposals
{
    /// <summary>There was no track policy.</summary>
    public static readonly Refusal NoPolicy = new(
        "track.no-policy", "track.priority",
        "Op deze dag geldt er geen sporenbeleid waaruit een voorstel volgt.",
        "No track policy is in force on this day from which a proposal follows.");

    internal static Decision Decide(CaseFile file, ProposeTrack command, Law law, Day today)
    {
        if (file.Procedure.Open is not { } application)
        {
            return Applications.NoneOpen;
        }
        if (file.Registration.InterviewedOn is null)
        {
            return Tracks.BeforeInterview;
        }
        if (!law.Has(today, TrackNorms.Priority))
        {
            return NoPolicy;
        }
        var facts = command.Facts with
        {
            UnaccompaniedMinor = file.Registration.IsUnaccompaniedMinorOn(application.LodgedOn ?? today),
            // Once the Netherlands is responsible no other state is, whatever its database still shows.
            OtherStateResponsible = command.Facts.OtherStateResponsible && application.ResponsibleSince is null,
        };
        var trace = new GroundsTrace(law);
        var allocation = TrackNorms.Allocate(law, today, facts, ref trace);
        return new TrackProposed((Track)(int)allocation.Track, allocation.Reason, trace.ToGrounds().Norms[^1].Norm);
    }
}
