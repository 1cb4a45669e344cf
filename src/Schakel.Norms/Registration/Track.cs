namespace Schakel.Norms.Registration;

/// <summary>Track of the asylum procedure (spoor). The numbers are those of the policy and do not change.</summary>
public enum Track
{
    /// <summary>Not allocated yet.</summary>
    None = 0,

    /// <summary>Another member state is presumably responsible (spoor 1, Dublin).</summary>
    One = 1,

    /// <summary>Safe country of origin, or protection in another member state (spoor 2).</summary>
    Two = 2,

    /// <summary>Evident grant (spoor 3); dormant.</summary>
    Three = 3,

    /// <summary>General and extended procedure (spoor 4).</summary>
    Four = 4,

    /// <summary>Evident grant after a check of identity (spoor 5); dormant.</summary>
    Five = 5,
}

/// <summary>Why a track was chosen (reden van het spoor). The numbers are stored and do not change.</summary>
public enum TrackReason
{
    /// <summary>No track was allocated yet.</summary>
    None = 0,

    /// <summary>An unaccompanied minor (alleenstaande minderjarige vreemdeling) is always examined in substance.</summary>
    UnaccompaniedMinor = 1,

    /// <summary>Another member state protects already (internationale bescherming elders).</summary>
    ProtectionInMemberState = 2,

    /// <summary>Another member state is presumably responsible (Dublin).</summary>
    OtherStateResponsible = 3,

    /// <summary>The country of origin is designated as safe (veilig land van herkomst).</summary>
    SafeCountryOfOrigin = 4,

    /// <summary>The country is designated, but not for this group (uitgezonderde groep).</summary>
    ExceptedGroup = 5,

    /// <summary>The grant is evident and identity established (evidente inwilliging).</summary>
    EvidentGrant = 6,

    /// <summary>The grant is evident once identity is checked (evidente inwilliging na identiteitsonderzoek).</summary>
    EvidentGrantAfterIdentity = 7,

    /// <summary>No reason for another track: examined in substance (inhoudelijke beoordeling).</summary>
    Substance = 8,
}

/// <summary>What the registration showed (feiten van de registratie).</summary>
/// <param name="UnaccompaniedMinor">An unaccompanied minor.</param>
/// <param name="OtherStateResponsible">Another member state is presumably responsible: a Eurodac hit, a visa, a travel route.</param>
/// <param name="ProtectionInMemberState">Another member state granted international protection.</param>
/// <param name="SafeCountryOfOrigin">The country of origin stands on the list of that day.</param>
/// <param name="ExceptedGroup">Made plausible: a group for which that country is not designated.</param>
/// <param name="EvidentGrant">Protection is evident from nationality and origin.</param>
/// <param name="IdentityEstablished">Identity and nationality are established.</param>
public readonly record struct TrackFacts(
    bool UnaccompaniedMinor,
    bool OtherStateResponsible,
    bool ProtectionInMemberState,
    bool SafeCountryOfOrigin,
    bool ExceptedGroup,
    bool EvidentGrant,
    bool IdentityEstablished);

/// <summary>A track with its reason (spoortoewijzing); a proposal until a named person confirms it.</summary>
/// <param name="Track">The track.</param>
/// <param name="Reason">Why.</param>
public readonly record struct TrackAllocation(Track Track, TrackReason Reason);
