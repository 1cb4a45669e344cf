using System.Collections.Immutable;
using Schakel.Chain.Housing;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Housing;

/// <summary>Commands of the room Housing as resources (huisvesting): municipality and home.</summary>
public static class HousingResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AcceptHome>(Purpose.Housing, "woningaanvaardingen",
            "Aanvaardt de aangeboden woning.", "Accept the home that is offered.") with { OpenTo = ["aanvrager", "coa-medewerker"] },
        CommandResource.For<DecideOnHomeRefusal>(Purpose.Housing, "besluiten-op-woningweigering",
            "Beslist op de weigering van een woning.", "Decide on a refusal, after considering the objections against the home."),
        CommandResource.For<LinkToMunicipality>(Purpose.Housing, "koppelingen",
            "Koppelt een vergunninghouder aan een gemeente.", "Link a permit holder to a municipality."),
        CommandResource.For<MoveIntoHome>(Purpose.Housing, "woningbetrekkingen",
            "Legt vast dat iemand een woning betrekt.", "Move into a home.") with { OpenTo = ["gemeente-huisvester", "coa-medewerker"] },
        CommandResource.For<OfferHome>(Purpose.Housing, "woningaanbiedingen",
            "Biedt een woning aan.", "Offer a home."),
        CommandResource.For<RefuseHome>(Purpose.Housing, "woningweigeringen",
            "Legt vast dat iemand in persoon een woning weigert.", "Refuse the home that is offered.") with { OpenTo = ["coa-medewerker"] },
        CommandResource.For<SignContract>(Purpose.Housing, "huurcontracten",
            "Tekent het huurcontract.", "Sign the contract for the home.") with { OpenTo = ["gemeente-huisvester", "aanvrager"] },
        CommandResource.For<UnlinkFromMunicipality>(Purpose.Housing, "ontkoppelingen",
            "Maakt een koppeling aan een gemeente ongedaan.", "Undo the link to a municipality."),
    ];
}
