using Schakel.Chain;

namespace Schakel.Store.Acts;

/// <summary>What kind of someone acts (soort handelende).</summary>
public enum DoerKind
{
    /// <summary>An official, by personnel number (ambtenaar).</summary>
    Official = 0,
    /// <summary>The applicant, by person number (aanvrager).</summary>
    Applicant,
    /// <summary>A lawyer (advocaat).</summary>
    Lawyer,
    /// <summary>A guardian (voogd).</summary>
    Guardian,
    /// <summary>Another organisation's system (ketenpartner).</summary>
    PartnerSystem,
    /// <summary>The clock: records what follows by operation of law, decides nothing (klok).</summary>
    Clock,
}

/// <summary>Who acts (handelende). The number is a pseudonym: a name stands nowhere in the log.</summary>
/// <param name="Kind">What kind of someone.</param>
/// <param name="Number">Number within the kind; zero for the clock.</param>
/// <param name="Role">The function used, for an official; otherwise none.</param>
public readonly record struct Doer(DoerKind Kind, long Number, OfficialRoles Role)
{
    /// <summary>The clock.</summary>
    public static Doer Clock => new(DoerKind.Clock, 0, OfficialRoles.None);

    /// <summary>An official in a function.</summary>
    /// <param name="official">The official.</param>
    public static Doer Of(Official official) => new(DoerKind.Official, official.Number, official.Role);
}

/// <summary>For which purpose data are processed (doelbinding). Stored by number: a number is never given a second meaning.</summary>
public enum Purpose
{
    /// <summary>Registration and identification (registratie).</summary>
    Registration = 0,
    /// <summary>The asylum procedure (procedure).</summary>
    Procedure = 1,
    /// <summary>Reception (opvang).</summary>
    Reception = 2,
    /// <summary>Housing in a municipality (huisvesting).</summary>
    Housing = 3,
    /// <summary>Work, language, integration (participatie).</summary>
    Participation = 4,
    /// <summary>Return and departure (terugkeer).</summary>
    Return = 5,
    /// <summary>Family reunification (nareis).</summary>
    Family = 6,
    /// <summary>Supervision and detention (toezicht).</summary>
    Supervision = 7,
    /// <summary>Health and care (zorg).</summary>
    Care = 8,
    /// <summary>Keeping the records: take-over, correction, erasure (gegevensbeheer).</summary>
    Records = 9,
    /// <summary>Statistics (statistiek).</summary>
    Statistics = 10,
    /// <summary>Policy on countries: about no person (landenbeleid).</summary>
    Policy = 11,
}
