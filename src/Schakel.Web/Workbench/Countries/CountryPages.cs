using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Countries;

/// <summary>A country in the list (land).</summary>
/// <param name="Country">The country.</param>
/// <param name="InForce">The version in force; null when none is.</param>
/// <param name="Moratoria">Moratoria that hold.</param>
/// <param name="Steps">What is to be done, the first last day first.</param>
public sealed record ShownCountry(CountryCode Country, AdoptedPolicy? InForce, ImmutableArray<Moratorium> Moratoria, ImmutableArray<PolicyStep> Steps)
{
    /// <summary>The first last day among the steps.</summary>
    public Day? FirstDay => Steps.Select(each => each.LastDay).FirstOrDefault(each => each is not null);
}

/// <summary>The pages of the policy on countries (landenbeleid): about no person, so that no look is recorded and nothing is shielded but numbers.</summary>
internal static class CountryPages
{
    public static IResult List(WorkVisit visit)
    {
        if (visit.Caller.Function.Reach == Reach.Own)
        {
            return WorkAnswers.Unknown(visit);
        }
        if (CountryCode.TryParse(visit.Http.Request.Query["land"].ToString().Trim().ToUpperInvariant(), out var asked) && asked != CountryCode.Unknown)
        {
            return Results.Redirect(WorkPaths.Country(asked));
        }
        var services = visit.Http.RequestServices;
        var law = services.GetRequiredService<WebSettings>().LawOn(visit.Today);
        var countries = services.GetRequiredService<ChainStore>().Policies.All().Select(each => new ShownCountry(
            each.Country, each.Policy.InForceOn(visit.Today), [.. each.Policy.Moratoria.Where(one => one.HoldsOn(visit.Today))],
            [.. PolicySteps.Of(each.Policy, law, visit.Today).OrderBy(step => step.LastDay?.Number ?? int.MaxValue)]))
            .OrderBy(each => each.FirstDay?.Number ?? int.MaxValue).ThenBy(each => each.Steps.IsEmpty).ThenBy(each => visit.In(CountryNames.Of(each.Country)), StringComparer.Ordinal).ToImmutableArray();
        return WorkAnswers.Page<CountryListPage>(visit, (nameof(CountryListPage.Countries), countries));
    }

    public static IResult Show(WorkVisit visit, string code)
    {
        if (CountryView.Open(visit, code) is not { } view)
        {
            return WorkAnswers.Unknown(visit);
        }
        var query = visit.Http.Request.Query;
        var on = Day.TryParse(query["op"].ToString(), out var day) ? day : visit.Today;
        var reach = CountryReaches.MayKnow(visit.Caller) ? visit.Http.RequestServices.GetRequiredService<CountryReaches>().Of(view.Country, visit.Today) : null;
        return WorkAnswers.Page<CountryPage>(
            visit, (nameof(CountryPage.View), view), (nameof(CountryPage.On), on), (nameof(CountryPage.Reach), reach), (nameof(CountryPage.Done), DoneBy(view, query["gedaan"])));
    }

    // What was just done is shown only when this caller did it.
    private static Happening? DoneBy(CountryView view, string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? view.Timeline(number - 1).FirstOrDefault(each => each.Version == number && each.Doer == view.Visit.Caller.Doer) : null;
}
