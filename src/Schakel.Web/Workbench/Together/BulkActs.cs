using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench.Together;

/// <summary>
/// What may be done for several persons at once (samen doen): planning, inviting, handing out. Whatever decides or judges something about a
/// person is done one by one, with that person's file open (red lines 3 and 7; decision 0016).
/// </summary>
public static class BulkActs
{
    /// <summary>Most persons at once.</summary>
    public const int Most = 50;

    /// <summary>The commands.</summary>
    public static FrozenSet<Type> Commands { get; } = FrozenSet.Create(
        typeof(PlanInterview), typeof(InviteToInterview), typeof(MoveInterview), typeof(PlanCourtHearing), typeof(RedirectToCentre), typeof(AnnounceMove), typeof(CancelMove), typeof(ExplainReception),
        typeof(ExplainProcedure), typeof(PrepareApplicant), typeof(StartAllowance), typeof(IssueApplicantDocument), typeof(HandOverResidenceDocument), typeof(NotifyIntegrationDuty),
        typeof(AssignReturnCounsellor), typeof(NotifyCourtOfDetention));

    /// <summary>What a function may do for several persons at once.</summary>
    /// <param name="function">The function.</param>
    public static ImmutableArray<ActOffer> For(Function function) => [.. ActOffer.For(function).Where(each => !each.OfHousehold && Commands.Contains(each.Shape)).OrderBy(each => each.Name.Dutch, StringComparer.Ordinal)];
}
