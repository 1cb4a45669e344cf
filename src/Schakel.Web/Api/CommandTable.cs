using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Web.Api.Family;
using Schakel.Web.Api.Guidance;
using Schakel.Web.Api.Housing;
using Schakel.Web.Api.Participation;
using Schakel.Web.Api.Partners;
using Schakel.Web.Api.Policy;
using Schakel.Web.Api.Procedure;
using Schakel.Web.Api.Reception;
using Schakel.Web.Api.Records;
using Schakel.Web.Api.Registration;
using Schakel.Web.Api.Return;

namespace Schakel.Web.Api;

/// <summary>All commands that the interface offers (opdrachten), and why it does not offer the others.</summary>
public static class CommandTable
{
    /// <summary>The tables of all rooms.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        .. RegistrationResources.All, .. ProcedureResources.All, .. ReceptionResources.All, .. GuidanceResources.All,
        .. ParticipationResources.All, .. HousingResources.All, .. ReturnResources.All, .. FamilyResources.All,
        .. PartnersResources.All, .. RecordsResources.All, .. PolicyResources.All,
    ];

    /// <summary>Commands that cannot be given alone, each with the reason.</summary>
    public static FrozenDictionary<Type, string> NotAlone { get; } = new Dictionary<Type, string>
    {
        [typeof(OccupySlot)] = "the site's half of a placement or move",
        [typeof(ReleaseSlot)] = "the site's half of a move or an end of reception",
        [typeof(JoinHousehold)] = "goes with the opening of the person's file, or with a change of household",
        [typeof(LeaveHousehold)] = "goes with a change of household on the person's file, where the ground stands",
        [typeof(GrantEntryVisas)] = "goes with the decision on family reunification",
        [typeof(CorrectMember)] = "goes with a correction or a decision on age in the person's file",
        [typeof(AbsorbFile)] = "the surviving file's half of a merge",
        [typeof(ObserveLapse)] = "the clock's: the term watch records that a last day passed",
        [typeof(ObserveReviewLapse)] = "the clock's: the term watch records that a moratorium was not assessed again in time",
        [typeof(ObserveRemedyLapse)] = "the clock's: the term watch records that a shortfall was not put right in time",
        [typeof(SupplyDocument)] = "goes with the content of the document, which is sent to the route of documents or by the page",
        [typeof(ReleaseAbsorbedFile)] = "the surviving file's half of a split",
    }.ToFrozenDictionary();
}
