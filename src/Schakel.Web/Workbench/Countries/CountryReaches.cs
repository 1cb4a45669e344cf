using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api.Policy;

namespace Schakel.Web.Workbench.Countries;

/// <summary>How many a country's policy is about, and when that was counted (reikwijdte).</summary>
/// <param name="Count">The counts, as they may be shown.</param>
/// <param name="At">When they were counted.</param>
public sealed record ShownReach(CountryReachAnswer Count, DateTimeOffset At);

/// <summary>Counts how many the policy on a country is about (reikwijdte), as the interface tells it.</summary>
/// <param name="store">The store.</param>
/// <param name="time">Real time.</param>
public sealed class CountryReaches(ChainStore store, TimeProvider time)
{
    private readonly Standing<(CountryCode Country, Day Today), CountryReachAnswer> _counted = new(time);

    /// <summary>Whether a caller may know: numbers of one nationality are for who makes its policy and who applies it (red line 9).</summary>
    /// <param name="caller">Who asks.</param>
    public static bool MayKnow(Caller caller) => caller.Function.Role is OfficialRoles.PolicyOfficer or OfficialRoles.DecisionOfficer;

    /// <summary>The counts.</summary>
    /// <param name="country">The country.</param>
    /// <param name="today">The chain's date.</param>
    public ShownReach Of(CountryCode country, Day today)
    {
        var (count, at) = _counted.Of((country, today), () =>
        {
            using var view = store.Models.Look();
            return CountryReachAnswer.Of(country, CountryReach.Of(store.Models, view, country, today));
        });
        return new(count, at);
    }
}
