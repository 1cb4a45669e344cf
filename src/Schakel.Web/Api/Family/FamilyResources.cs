using System.Collections.Immutable;
using Schakel.Chain.Family;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Family;

/// <summary>Commands of the room Family as resources (gezin): household, guardian, lawyer, reunification.</summary>
public static class FamilyResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AnnounceFamilyTravel>(Purpose.Family, "reismeldingen",
            "Meldt wanneer gezinsleden reizen.", "Announce when relatives travel.") with { OpenTo = ["aanvrager", "advocaat", "vluchtelingenwerk"] },
        CommandResource.For<AskReunificationDocuments>(Purpose.Family, "stukkenverzoeken-nareis",
            "Vraagt om ontbrekende stukken bij een nareisaanvraag.", "Ask the sponsor to complete the request for family reunification."),
        CommandResource.For<BeginSupport>(Purpose.Family, "ondersteuningen",
            "Begint contact met een ondersteunende organisatie.", "Come into contact with an organisation that supports.") with { OpenTo = ["aanvrager", "voogd", "vluchtelingenwerk"] },
        CommandResource.For<BeginTieResearch>(Purpose.Family, "familiebandonderzoeken",
            "Begint onderzoek naar een familieband.", "Begin research into the tie with a relative abroad."),
        CommandResource.For<ChangeGuardian>(Purpose.Family, "voogdwisselingen",
            "Laat een andere voogd de voogdij uitvoeren.", "Let another guardian carry out the guardianship."),
        CommandResource.For<ChangeHousehold>(Purpose.Family, "huishoudenwisselingen",
            "Laat iemand bij een ander huishouden horen: splitsen of voegen.", "Let someone belong to another household."),
        CommandResource.For<ChangeLawyer>(Purpose.Family, "advocaatwisselingen",
            "Laat een andere advocaat de zaak overnemen.", "Let another lawyer take over."),
        CommandResource.For<CollectEntryVisas>(Purpose.Family, "visumafhalingen",
            "Legt vast dat inreisvisa zijn afgehaald.", "Collect entry visas at the mission abroad."),
        CommandResource.For<ConcludeTieResearch>(Purpose.Family, "onderzoeksuitkomsten",
            "Rondt onderzoek naar een familieband af.", "Conclude that research."),
        CommandResource.For<DecideReunification>(Purpose.Family, "nareisbesluiten",
            "Beslist op een nareisaanvraag.", "Decide on family reunification."),
        CommandResource.For<DismissTrustedHelper>(Purpose.Family, "vertrouwenspersoon-ontheffingen",
            "Ontheft een vertrouwenspersoon.", "Let a trusted helper go.") with { OpenTo = ["aanvrager"] },
        CommandResource.For<EndGuardianship>(Purpose.Family, "voogdij-eindes",
            "Legt vast dat de voogdij eindigt.", "Record that guardianship ended."),
        CommandResource.For<EndSupport>(Purpose.Family, "ondersteuningseindes",
            "Beëindigt het contact met een ondersteunende organisatie.", "End the contact.") with { OpenTo = ["aanvrager", "voogd", "vluchtelingenwerk"] },
        CommandResource.For<NameLawyer>(Purpose.Family, "advocaat-aanwijzingen",
            "Wijst de toegevoegde advocaat aan.", "Name the lawyer that was assigned."),
        CommandResource.For<NameTrustedHelper>(Purpose.Family, "vertrouwenspersonen",
            "Wijst een vertrouwenspersoon aan, of geeft andere taken.", "Name a trusted helper, or give one other tasks.") with { OpenTo = ["aanvrager"] },
        CommandResource.For<ReceiveReunificationDocuments>(Purpose.Family, "nareisstukken",
            "Ontvangt de gevraagde stukken bij een nareisaanvraag.", "Receive the documents that were asked for.") with { OpenTo = ["aanvrager", "advocaat", "ind-beslismedewerker"] },
        CommandResource.For<ReceiveReunificationNotice>(Purpose.Family, "ingebrekestellingen-nareis",
            "Ontvangt een ingebrekestelling op een nareisaanvraag.", "Receive a notice of default on a request for family reunification.") with { OpenTo = ["aanvrager", "advocaat", "ind-beslismedewerker"] },
        CommandResource.For<ReportFamilyArrival>(Purpose.Family, "inreismeldingen",
            "Legt vast dat een nareiziger zich meldt.", "Report after arrival."),
        CommandResource.For<RequestReunification>(Purpose.Family, "nareisaanvragen",
            "Vraagt om nareis van gezinsleden.", "Ask for family reunification.") with { OpenTo = ["aanvrager", "advocaat", "voogd"] },
        CommandResource.For<WithdrawLawyer>(Purpose.Family, "toevoegingsintrekkingen",
            "Trekt de toevoeging van een advocaat in.", "Withdraw the assignment of a lawyer."),
        CommandResource.For<ClaimLink>(Purpose.Family, "gestelde-banden",
            "Stelt een familieband.", "Claim a tie.") with { OpenTo = ["avim-registreerder", "kmar-grenswachter", "ind-hoormedewerker", "aanvrager", "advocaat", "voogd"] },
        CommandResource.For<EndLink>(Purpose.Family, "beeindigde-banden",
            "Legt vast dat een familieband eindigde of er niet was.", "Record that a tie ended, or was never there."),
        CommandResource.For<EstablishLink>(Purpose.Family, "vastgestelde-banden",
            "Stelt een gestelde familieband vast.", "Establish a claimed tie."),
    ];
}
