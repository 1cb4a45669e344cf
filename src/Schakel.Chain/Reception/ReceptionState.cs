using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Kind of reception site (opvangmodaliteit; norms 9.2).</summary>
public enum Modality
{
    /// <summary>Central reception on arrival (centrale ontvangstlocatie, col).</summary>
    CentralReception = 0,
    /// <summary>During rest period and general procedure (procesopvanglocatie, pol).</summary>
    ProcessReception,
    /// <summary>Asylum seekers' centre (asielzoekerscentrum, azc).</summary>
    Regular,
    /// <summary>Emergency reception run by COA (noodopvang).</summary>
    Emergency,
    /// <summary>Temporary reception run by a municipality (tijdelijke gemeentelijke opvang, tgo).</summary>
    Municipal,
    /// <summary>Austere, for low-chance cases (procesbeschikbaarheidslocatie, pbl).</summary>
    ProcessAvailability,
    /// <summary>Freedom-restricting, while preparing departure (vrijheidsbeperkende locatie, vbl).</summary>
    FreedomRestricting,
    /// <summary>Families without other right (gezinslocatie).</summary>
    FamilySite,
    /// <summary>Enforcement and supervision, after serious nuisance (handhaving- en toezichtlocatie, htl).</summary>
    Enforcement,
    /// <summary>Intensive guidance (intensief begeleidende opvang, ibo).</summary>
    IntensiveGuidance,
    /// <summary>Unaccompanied minors (amv-opvang).</summary>
    Minors,
    /// <summary>Status holders who await a home (doorstroomlocatie). What was stored before the hotel scheme stood apart may be either.</summary>
    Transit,
    /// <summary>Status holders outside the sites, with a host family or in a hotel: counted by COA (logeerregeling, externe plaatsing).</summary>
    External,
    /// <summary>Status holders lodged by their future municipality, in a hotel or holiday home (hotel- en accommodatieregeling, har).</summary>
    HotelScheme,
    /// <summary>Clinical treatment (centrum voor transculturele psychiatrie Veldzicht).</summary>
    Clinic,
}

/// <summary>Why reception ended (reden einde opvang).</summary>
public enum ReceptionEnd
{
    /// <summary>Moved to a home in a municipality.</summary>
    Housed = 0,
    /// <summary>Departed, or transferred to another state.</summary>
    Departed,
    /// <summary>The departure period lapsed: a reasoned decision.</summary>
    PeriodLapsed,
    /// <summary>Lives with family or elsewhere on own request.</summary>
    OwnArrangement,
    /// <summary>Placed in detention.</summary>
    Detained,
    /// <summary>A suitable home was refused without good reason: decided on after objections were considered.</summary>
    HomeRefused,
    /// <summary>There is no right to reception: an exclusion was established.</summary>
    NoRight,
    /// <summary>The guardianship's own reception took over (opvang door Nidos).</summary>
    Guardianship,
}

/// <summary>What the reception room knows (opvang).</summary>
/// <param name="Site">Where the person stays now; absent when not in reception.</param>
/// <param name="Modality">Kind of that site.</param>
/// <param name="Since">First day at that site; absent when taken over.</param>
/// <param name="AnnouncedSite">Where a move is announced to.</param>
/// <param name="GoneOn">Day recorded as gone with unknown destination; absent when here.</param>
/// <param name="Ended">Reception ended by a decision because the departure period lapsed.</param>
/// <param name="Moves">Number of moves between sites.</param>
public sealed record ReceptionState(
    SiteId? Site, Modality Modality, Day? Since, SiteId? AnnouncedSite, Day? GoneOn, bool Ended, int Moves)
{
    /// <summary>The day of the move that is announced; absent when none is.</summary>
    public Day? MoveDue { get; init; }

    /// <summary>What is particular to this person's reception.</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>Never in reception.</summary>
    public static ReceptionState None { get; } = new(null, Modality.CentralReception, null, null, null, false, 0);
}
