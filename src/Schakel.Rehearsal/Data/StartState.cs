using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>The chain on the morning of a starting day (beginstand): stocks, places, staff. Every number has a source or a range.</summary>
/// <param name="Date">First day of the rehearsal.</param>
/// <param name="Applications">Open applications.</param>
/// <param name="Reception">Residents by form and kind.</param>
/// <param name="Sites">Sites by form: regular, emergency, municipal.</param>
/// <param name="Appeals">Persons whose appeal on the merits is pending.</param>
/// <param name="DublinAccepted">Persons whom another state has accepted and who are not yet transferred; not in the open stock.</param>
/// <param name="Returning">Return caseload of DT&amp;V.</param>
/// <param name="Family">Family reunification.</param>
/// <param name="HousingArrears">Status holders whom municipalities should have housed before this day (achterstand taakstelling), persons.</param>
/// <param name="Staff">Staff and capacity of IND.</param>
/// <param name="Centres">Registration centres.</param>
public sealed record StartState(
    LocalDate Date, OpenApplications Applications, ReceptionStock Reception, ImmutableArray<SiteStock> Sites, CountedStock Appeals,
    CountedStock DublinAccepted, CountedStock Returning, FamilyStock Family, Quantity HousingArrears, StaffStock Staff,
    ImmutableArray<RegistrationCentre> Centres)
{
    /// <summary>The sites of a form.</summary>
    public SiteStock SitesOf(ReceptionForm form) => Sites.First(site => site.Form == form);
}

/// <summary>Open applications (openstaande aanvragen), in persons.</summary>
/// <param name="Track4">Track 4, general and extended procedure.</param>
/// <param name="Tracks12">Tracks 1 and 2 together.</param>
/// <param name="DublinShare">Share of tracks 1 and 2 that is Dublin.</param>
/// <param name="SubsequentShare">Share of repeat applications in the whole stock.</param>
/// <param name="InterviewedShare">Share of track 4 already interviewed and referred to the extended procedure.</param>
/// <param name="InReceptionShare">Share of the whole stock that has a place in a site.</param>
/// <param name="AgeMonths">Months since the application was lodged, track 4.</param>
/// <param name="Groups">Nationality groups, in the order of the groups' file.</param>
public sealed record OpenApplications(
    Quantity Track4, Quantity Tracks12, Quantity DublinShare, Quantity SubsequentShare, Quantity InterviewedShare,
    Quantity InReceptionShare, ImmutableArray<Band> AgeMonths, ImmutableArray<GroupShare> Groups);

/// <summary>Forms of reception (opvangvorm), as table 5.1 divides them.</summary>
public enum ReceptionForm
{
    /// <summary>Regular site of COA (reguliere opvang).</summary>
    Regular,
    /// <summary>Emergency site of COA (noodopvang).</summary>
    Emergency,
    /// <summary>Temporary municipal site (tijdelijke gemeentelijke opvang).</summary>
    Municipal,
    /// <summary>Not in a site: host families and hotel scheme, for permit holders (externe plaatsing).</summary>
    External,
}

/// <summary>Residents on the starting day (bezetting), in persons; definition in <c>docs/decisions/0003</c>.</summary>
/// <param name="Regular">In regular sites.</param>
/// <param name="Emergency">In emergency sites.</param>
/// <param name="Municipal">In temporary municipal sites.</param>
/// <param name="External">Counted by COA, not in a site.</param>
/// <param name="StatusHolders">Permit holders waiting for a home, external ones included.</param>
/// <param name="StatusHoldersExternal">Of whom external.</param>
/// <param name="StatusWaitWeeks">Weeks since their permit.</param>
/// <param name="MinorsShare">Share of places for unaccompanied minors.</param>
/// <param name="PlanningRate">Share of places that can be in use (planningsbezetting).</param>
public sealed record ReceptionStock(
    Quantity Regular, Quantity Emergency, Quantity Municipal, Quantity External, Quantity StatusHolders, Quantity StatusHoldersExternal,
    ImmutableArray<Band> StatusWaitWeeks, Quantity MinorsShare, Quantity PlanningRate)
{
    /// <summary>Residents of all sites: regular, emergency and municipal.</summary>
    public double Total => Regular.Value + Emergency.Value + Municipal.Value;

    /// <summary>Residents of a form.</summary>
    public Quantity Of(ReceptionForm form) => form switch
    {
        ReceptionForm.Regular => Regular,
        ReceptionForm.Emergency => Emergency,
        ReceptionForm.Municipal => Municipal,
        ReceptionForm.External => External,
    };
}

/// <summary>Sites of a form (locaties).</summary>
/// <param name="Form">Regular, emergency or municipal.</param>
/// <param name="Count">Number of sites.</param>
/// <param name="EndingWithinYear">Share whose contract ends within a year.</param>
public sealed record SiteStock(ReceptionForm Form, Quantity Count, Quantity EndingWithinYear);

/// <summary>A stock of persons, part of it in reception.</summary>
/// <param name="Persons">Number of persons.</param>
/// <param name="InReceptionShare">Share of them with a place in a site.</param>
public sealed record CountedStock(Quantity Persons, Quantity InReceptionShare);

/// <summary>Family reunification under way (openstaande nareis).</summary>
/// <param name="PendingPersons">Relatives who wait for a decision.</param>
/// <param name="RelativesPerSponsor">Relatives per sponsor.</param>
public sealed record FamilyStock(Quantity PendingPersons, Quantity RelativesPerSponsor);

/// <summary>Staff and capacity of IND.</summary>
/// <param name="IndTotal">All staff, full-time equivalents.</param>
/// <param name="IndAsylumShare">Share that works on asylum.</param>
/// <param name="Track4DecisionsPerYear">Decisions of track 4 that the staff can take in a year: capacity, not production.</param>
/// <param name="TrainingMonths">Months until a new decision officer counts fully.</param>
public sealed record StaffStock(Quantity IndTotal, Quantity IndAsylumShare, Quantity Track4DecisionsPerYear, Quantity TrainingMonths);

/// <summary>Whom a registration centre takes in.</summary>
public enum CentreKind
{
    /// <summary>Whoever comes over land (aanmeldcentrum).</summary>
    Land,
    /// <summary>Only people referred by another centre.</summary>
    LandReferred,
    /// <summary>Air and sea border.</summary>
    Border,
}

/// <summary>A registration centre (aanmeldcentrum).</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="Kind">Whom it takes in.</param>
/// <param name="PersonsPerWorkingDay">Persons it can identify and register on a working day.</param>
public sealed record RegistrationCentre(string Id, string Name, CentreKind Kind, Quantity PersonsPerWorkingDay);
