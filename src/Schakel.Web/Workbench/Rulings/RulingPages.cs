using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Procedure;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Rulings;

/// <summary>How many decisions of a kind stood, and how many did not (besluiten bij de rechter).</summary>
/// <param name="Outcome">The kind of decision; null for all.</param>
/// <param name="Upheld">For the applicant.</param>
/// <param name="Rejected">The decision stood.</param>
public sealed record RulingCount(DecisionOutcome? Outcome, int Upheld, int Rejected);

/// <summary>What courts made of one's own decisions, as the page shows it (uitspraken op eigen besluiten).</summary>
/// <param name="Counts">By kind of decision, with all together last.</param>
/// <param name="Rulings">Those of this page, the latest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages.</param>
public sealed record RulingView(ImmutableArray<RulingCount> Counts, ImmutableArray<OwnRuling> Rulings, int Page, int Pages);

/// <summary>The page on which who decides sees what courts made of their decisions (uitspraken op eigen besluiten).</summary>
internal static class RulingPages
{
    private const int OnPage = 100;

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.SeesRulings(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var all = services.GetRequiredService<OwnRulings>().Of(visit.Caller);
        var (page, pages) = PageLinks.Asked(visit, all.Length, OnPage);
        ImmutableArray<OwnRuling> shown = [.. all.Skip((page - 1) * OnPage).Take(OnPage)];
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, shown.Select(each => each.Person).Distinct(), visit.Caller.Function.MainPurpose);
        return WorkAnswers.Page<RulingPage>(visit, (nameof(RulingPage.View), new RulingView(CountsOf(all), shown, page, pages)));
    }

    /// <summary>Rulings counted by kind of decision, and all together.</summary>
    /// <param name="rulings">The rulings.</param>
    internal static ImmutableArray<RulingCount> CountsOf(IReadOnlyCollection<OwnRuling> rulings)
    {
        static RulingCount Of(DecisionOutcome? outcome, IReadOnlyCollection<OwnRuling> some) => new(outcome, some.Count(each => each.Ruling.Upheld), some.Count(each => !each.Ruling.Upheld));
        return [.. rulings.GroupBy(each => each.Ruling.Outcome).OrderBy(of => of.Key).Select(of => Of(of.Key, [.. of])), Of(null, rulings)];
    }
}
