namespace Schakel.Norms.Registration;

/// <summary>Allocation to a track (sporenbeleid), since 1 March 2016; looked at again on every new fact.</summary>
/// <remarks>Where a presumption fails (no state accepts, the country is not safe for this person) the same question gives track 4.</remarks>
public static partial class Tracks
{
    /// <summary>Which reason comes first (voorrang tussen sporen).</summary>
    public static readonly Norm<TrackOrder> Priority = new(
        "track.priority",
        new("Voorrang tussen de sporen 1 en 2", "Priority between tracks 1 and 2"),
        "TRK-7",
        new(Acts.AliensDecree, "3.109c, 3.109ca", "The order between the two is an assumption of the project: protection, Dublin, safe country."),
        NormStatus.Unverified,
        PactTransition.Unsure(new NormVersion<TrackOrder>(
            Day.Of(2016, 3, 1),
            new(TrackReason.ProtectionInMemberState, TrackReason.OtherStateResponsible, TrackReason.SafeCountryOfOrigin))));

    /// <summary>Whether tracks 3 and 5 are in use (evidente inwilliging); they have always been dormant.</summary>
    public static readonly Norm<Switch> EvidentGrant = new(
        "evident-grant-tracks.enabled",
        new("Sporen 3 en 5 in gebruik", "Tracks 3 and 5 in use"),
        "TRK-4",
        new(Acts.None, "Sporenbeleid"),
        NormStatus.Seed,
        PactTransition.Unsure(new NormVersion<Switch>(Day.Of(2016, 3, 1), new(false))));

    private static readonly Rule Minor = new(
        "track.unaccompanied-minor",
        new("Een alleenstaande minderjarige komt in spoor 4", "An unaccompanied minor enters track 4"),
        new(Acts.None, "Sporenbeleid"));

    private static readonly Rule Excepted = new(
        "track.excepted-group",
        new("Wie tot een uitgezonderde groep behoort, komt niet in spoor 2", "Who belongs to an excepted group does not enter track 2"),
        new(Acts.AsylumGuidelines, "C2/7"));

    /// <summary>The track for what the registration showed.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">The day of allocation; it governs.</param>
    /// <param name="facts">What the registration showed.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>The track and the reason for it.</returns>
    /// <exception cref="NotInForceException">There was no track policy on that day.</exception>
    public static TrackAllocation Allocate<TTrace>(Law law, Day day, TrackFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var reason = Reason(law, day, facts, ref trace);
        var allocation = new TrackAllocation(TrackFor(reason), reason);
        if (TTrace.Records)
        {
            Tell(day, facts, allocation, ref trace);
        }

        return allocation;
    }

    private static TrackReason Reason<TTrace>(Law law, Day day, TrackFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var order = law.On(day, Priority, ref trace);
        if (facts.UnaccompaniedMinor)
        {
            trace.Apply(Minor);
            return TrackReason.UnaccompaniedMinor;
        }

        foreach (var reason in (ReadOnlySpan<TrackReason>)[order.First, order.Second, order.Third])
        {
            if (Holds(reason, facts))
            {
                return reason;
            }
        }

        if (facts.EvidentGrant && law.On(day, EvidentGrant, ref trace).On)
        {
            return facts.IdentityEstablished ? TrackReason.EvidentGrant : TrackReason.EvidentGrantAfterIdentity;
        }

        if (facts.SafeCountryOfOrigin)
        {
            // The country is designated and did not lead to track 2: only the exception explains that.
            trace.Apply(Excepted);
            return TrackReason.ExceptedGroup;
        }

        return TrackReason.Substance;
    }

    private static bool Holds(TrackReason reason, TrackFacts facts) => reason switch
    {
        TrackReason.ProtectionInMemberState => facts.ProtectionInMemberState,
        TrackReason.OtherStateResponsible => facts.OtherStateResponsible,
        TrackReason.SafeCountryOfOrigin => facts.SafeCountryOfOrigin && !facts.ExceptedGroup,
        _ => false,
    };

    private static Track TrackFor(TrackReason reason) => reason switch
    {
        TrackReason.None => Track.None,
        TrackReason.OtherStateResponsible => Track.One,
        TrackReason.ProtectionInMemberState or TrackReason.SafeCountryOfOrigin => Track.Two,
        TrackReason.EvidentGrant => Track.Three,
        TrackReason.EvidentGrantAfterIdentity => Track.Five,
        TrackReason.UnaccompaniedMinor or TrackReason.ExceptedGroup or TrackReason.Substance => Track.Four,
    };
}
