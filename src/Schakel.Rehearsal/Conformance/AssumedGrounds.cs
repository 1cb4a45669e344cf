using Schakel.Chain;
using Schakel.Chain.Procedure;

namespace Schakel.Rehearsal.Conformance;

/// <summary>Grounds of decisions that nobody told (aangenomen gronden): an assumption, not of the case file.</summary>
internal static class AssumedGrounds
{
    /// <summary>
    /// The ground of an unfavourable decision, of which a rehearsal, and a log of before a ground was asked for, know only the kind: what can
    /// carry it in such a file. Absent for a permit, whose kind is its ground.
    /// </summary>
    /// <param name="outcome">The decision.</param>
    /// <param name="file">The file as it stands.</param>
    public static DecisionGround? Of(DecisionOutcome outcome, CaseFile file)
    {
        var subsequent = file.Procedure.Application is { IsSubsequent: true };
        return outcome switch
        {
            DecisionOutcome.GrantRefugee or DecisionOutcome.GrantSubsidiary or DecisionOutcome.GrantDerived => null,
            DecisionOutcome.Unfounded => DecisionGround.NoGroundForPermit,
            DecisionOutcome.ManifestlyUnfounded => subsequent ? DecisionGround.Subsequent
                : file.Procedure.Application is { Track: Track.Simplified } ? DecisionGround.SafeCountryOfOrigin : DecisionGround.Irrelevant,
            DecisionOutcome.Inadmissible => subsequent ? DecisionGround.NothingNew : DecisionGround.ProtectedInMemberState,
            DecisionOutcome.NotTakenUp => DecisionGround.OtherStateResponsible,
            DecisionOutcome.OutOfConsideration => file.Presence == Presences.Gone ? DecisionGround.Disappeared : DecisionGround.DidNotAppear,
        };
    }
}
