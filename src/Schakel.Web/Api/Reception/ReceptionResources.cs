using System.Collections.Immutable;
using Schakel.Chain.Reception;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Reception;

/// <summary>Commands of the room Reception as resources (opvang): places, moves, presence, sites.</summary>
public static class ReceptionResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AnnounceMove>(Purpose.Reception, "verhuisaankondigingen",
            "Kondigt een verhuizing aan.", "Announce a move."),
        CommandResource.For<CancelMove>(Purpose.Reception, "verhuisafzeggingen",
            "Zegt een verhuizing af.", "Cancel an announced move."),
        CommandResource.For<EndReception>(Purpose.Reception, "opvangbeeindigingen",
            "Beëindigt de opvang.", "End someone's reception."),
        CommandResource.For<MovePerson>(Purpose.Reception, "verhuizingen",
            "Verhuist iemand naar een andere locatie.", "Move a person to another site."),
        CommandResource.For<PlacePerson>(Purpose.Reception, "plaatsingen",
            "Plaatst iemand op een eerste locatie.", "Place a person at a first site."),
        CommandResource.For<RecordUnknownDeparture>(Purpose.Reception, "mob-vaststellingen",
            "Stelt vast dat iemand met onbekende bestemming vertrok.", "Record that someone left with unknown destination."),
        CommandResource.For<AcceptPlace>(Purpose.Reception, "plaatsaanvaardingen",
            "Aanvaardt de aangeboden plaats.", "Accept the place that is offered.") with { OpenTo = ["aanvrager", "coa-medewerker"] },
        CommandResource.For<BeginTreatment>(Purpose.Care, "behandelingen",
            "Legt vast dat een behandeling begon.", "Note that medical treatment began at this place."),
        CommandResource.For<EndTreatment>(Purpose.Care, "behandelingseindes",
            "Legt vast dat een behandeling eindigde.", "Note that treatment ended, or was handed over."),
        CommandResource.For<EstablishExclusion>(Purpose.Reception, "uitsluitingen",
            "Stelt vast of iemand recht op opvang heeft.", "Establish that someone has no right to reception, or has it after all."),
        CommandResource.For<ImposeMeasure>(Purpose.Reception, "maatregelen",
            "Legt een maatregel op.", "Impose a measure on an incident."),
        CommandResource.For<OfferPlace>(Purpose.Reception, "plaatsaanbiedingen",
            "Biedt een plaats aan.", "Offer a place at a site."),
        CommandResource.For<PermitAbsence>(Purpose.Reception, "verlofverleningen",
            "Staat afwezigheid toe.", "Permit a temporary absence."),
        CommandResource.For<RecordIncident>(Purpose.Reception, "incidenten",
            "Legt een incident vast.", "Record an incident in which someone was the one who did it."),
        CommandResource.For<RecordMissedReport>(Purpose.Reception, "gemiste-meldingen",
            "Stelt een gemiste melding vast.", "Establish that someone missed a report."),
        CommandResource.For<RecordNeeds>(Purpose.Reception, "behoeften",
            "Legt vast wat een plaats moet hebben.", "Record what a place must have for this person."),
        CommandResource.For<RecordNonArrival>(Purpose.Reception, "niet-aankomsten",
            "Stelt vast dat iemand niet op de aangeboden plaats kwam.", "Establish that someone did not come to the place offered."),
        CommandResource.For<RefusePlace>(Purpose.Reception, "plaatsweigeringen",
            "Legt vast dat iemand in persoon een plaats weigert.", "Refuse the place that is offered.") with { OpenTo = ["coa-medewerker"] },
        CommandResource.For<RegisterPresence>(Purpose.Reception, "inhuisregistraties",
            "Registreert dat iemand zich meldde.", "Register that someone reported at the site."),
        CommandResource.For<ReportIncident>(Purpose.Reception, "incidentmeldingen",
            "Meldt een incident bij de politie.", "Report an incident to the police."),
        CommandResource.For<ReviewMeasure>(Purpose.Reception, "maatregelherzieningen",
            "Herziet een maatregel.", "Review a measure."),
        CommandResource.For<CloseSite>(Purpose.Reception, "sluitingen",
            "Sluit een lege locatie.", "Close an empty site."),
        CommandResource.For<OpenSite>(Purpose.Reception, "openingen",
            "Opent een locatie.", "Open a site."),
        CommandResource.For<ResizeSite>(Purpose.Reception, "capaciteiten",
            "Wijzigt de capaciteit.", "Change a site's capacity."),
        CommandResource.For<EquipSlots>(Purpose.Reception, "bijzondere-plekken",
            "Richt bijzondere plaatsen in.", "Equip slots for people who need something."),
        CommandResource.For<LimitTargetGroups>(Purpose.Reception, "doelgroepbeperkingen",
            "Legt vast wie de gemeente uitsluit.", "Record whom the municipality leaves out."),
        CommandResource.For<RecordFinding>(Purpose.Reception, "bevindingen",
            "Legt een bevinding van een inspectie vast.", "Record a shortfall that an inspection found."),
        CommandResource.For<RemedyFinding>(Purpose.Reception, "herstellingen",
            "Legt vast dat een tekort is hersteld.", "Record that a shortfall was put right."),
        CommandResource.For<SetContractEnd>(Purpose.Reception, "contracteindes",
            "Legt vast tot wanneer het contract loopt.", "Record until when the contract runs."),
        CommandResource.For<SetPlacesOutOfUse>(Purpose.Reception, "buitengebruikstellingen",
            "Stelt hoeveel plaatsen buiten gebruik zijn.", "Set how many places cannot be used."),
    ];
}
