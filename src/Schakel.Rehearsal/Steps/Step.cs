namespace Schakel.Rehearsal.Steps;

/// <summary>One thing that happens to one person (or site) at one moment: sixteen bytes, in global time order.</summary>
/// <param name="Minute">Minutes since the start of the rehearsal (midnight, Dutch local time).</param>
/// <param name="Person">Index of the person; for steps of a site, -1 minus the index of the site.</param>
/// <param name="A">First argument; its meaning stands with the <see cref="StepKind"/>.</param>
/// <param name="B">Second argument.</param>
/// <param name="Kind">What happened.</param>
public readonly record struct Step(int Minute, int Person, int A, short B, StepKind Kind);

/// <summary>A person of a rehearsal, as fixed at birth into it: facts that no policy changes.</summary>
/// <param name="Key">Stable identity (arrival day, group, number, member), the same in every variant: the key of the person's chances.</param>
/// <param name="Household">Index of the household.</param>
/// <param name="Born">Date of birth (epoch day).</param>
/// <param name="Group">Index of the nationality group.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Lodged">For a file taken over: the day its application was lodged (epoch day); 0 when there is none.</param>
/// <param name="Since">For a file taken over: the day its stage began (epoch day); 0 when there is none.</param>
/// <param name="Past">For a file taken over: what else is known of its past.</param>
public readonly record struct SimulatedPerson(
    ulong Key, int Household, int Born, byte Group, HouseholdRole Role, int Lodged = 0, int Since = 0, TakenOverPast Past = default);

/// <summary>What is known of the past of someone whose file is taken over, besides its dates (bekend verleden).</summary>
/// <param name="Moves">Moves between sites so far, in this stay.</param>
/// <param name="Relatives">Relatives asked for in a family reunification that is pending.</param>
/// <param name="ReferredBy">Who handed the file to the return service.</param>
public readonly record struct TakenOverPast(byte Moves, byte Relatives, ReferredBy ReferredBy);

/// <summary>Who found someone and handed the file to the return service (aanlevering).</summary>
public enum ReferredBy : byte
{
    /// <summary>Nobody: the file was in the chain.</summary>
    Nobody = 0,
    /// <summary>Aliens police.</summary>
    AliensPolice,
    /// <summary>Border police.</summary>
    BorderPolice,
    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>A person's place in the household.</summary>
public enum HouseholdRole : byte
{
    /// <summary>The adult who applies first, or the only one (hoofdpersoon).</summary>
    Main = 0,
    /// <summary>Spouse or partner.</summary>
    Partner,
    /// <summary>Minor child in the family.</summary>
    Child,
    /// <summary>Unaccompanied minor (amv).</summary>
    UnaccompaniedMinor,
}
