using System.Collections.Immutable;
using Schakel.Chain.Partners;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Partners;

/// <summary>Commands of the room Partners as resources (ketenpartners): referral, transfer, questions.</summary>
public static class PartnersResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AnswerHandover>(Purpose.Procedure, "overdrachtsantwoorden",
            "Aanvaardt of wijst een verwijzing of overdracht af.", "Accept or decline a referral, a transfer or a request for one."),
        CommandResource.For<AskQuestion>(Purpose.Procedure, "vragen",
            "Stelt een vraag aan een partner.", "Ask a partner something.") with { OpenTo = ["aanvrager"] },
        CommandResource.For<AnswerQuestion>(Purpose.Procedure, "antwoorden",
            "Beantwoordt een vraag van de aanvrager.", "Answer a question of the applicant."),
        CommandResource.For<CompleteReferral>(Purpose.Procedure, "verwijzingsafrondingen",
            "Rondt een verwijzing af.", "Complete a referral."),
        CommandResource.For<OfferTransfer>(Purpose.Procedure, "overdrachten",
            "Biedt overdracht van verantwoordelijkheid aan.", "Offer to hand responsibility over."),
        CommandResource.For<ReferToPartner>(Purpose.Procedure, "verwijzingen",
            "Verwijst iemand naar een partner.", "Refer someone to a partner, and share what that partner needs."),
        CommandResource.For<RequestTransfer>(Purpose.Procedure, "overdrachtsverzoeken",
            "Verzoekt om overdracht van verantwoordelijkheid.", "Ask the responsible partner to hand over."),
        CommandResource.For<RevokeHandover>(Purpose.Procedure, "overdrachtsintrekkingen",
            "Trekt een verwijzing, aanbod of verzoek in.", "Revoke a referral, an offer or a request."),
    ];
}
