using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Procedure;

/// <summary>
/// What was told before of how long it takes, and why it is different now (eerdere verwachting): an estimate that moves without a word is believed by nobody.
/// </summary>
/// <param name="On">The day on which it was made.</param>
/// <param name="Was">The range that it was; a cohort that got no figure then is not here.</param>
/// <param name="Why">What is known of why it moved, and what can always be said.</param>
public sealed record EarlierRange(Day On, Expectation Was, ImmutableArray<Phrase> Why)
{
    private const int MostLookedAt = 31;

    /// <summary>
    /// The latest estimate for the same people that differs from the one of now, among those of the last month of nights; null when there is none. Who is
    /// at another step by now has another cohort: that is no estimate that moved.
    /// </summary>
    /// <param name="now">What is told now.</param>
    /// <param name="cohort">Whose.</param>
    /// <param name="earlier">What was made before, the latest first.</param>
    public static EarlierRange? Of(Expectations now, Cohort cohort, IEnumerable<Expectations> earlier)
    {
        if (Find(now, cohort) is not { } told)
        {
            return null;
        }
        var before = earlier.Take(MostLookedAt).Select(each => (Made: each, Was: Find(each, cohort)))
            .FirstOrDefault(each => each.Was is { } was && (was.From, was.Until) != (told.From, told.Until));
        return before.Was is { } range ? new(before.Made.Date, range, Causes(now, told, before.Made, range)) : null;
    }

    private static ImmutableArray<Phrase> Causes(Expectations now, Expectation told, Expectations then, Expectation was)
    {
        var causes = ImmutableArray.CreateBuilder<Phrase>(3);
        if (now.LawHash != then.LawHash)
        {
            causes.Add(new("long.moved-law"));
        }
        if (told.People != was.People)
        {
            causes.Add(new("long.moved-people", ("count", told.People), ("before", was.People)));
        }
        causes.Add(new(causes.Count == 0 ? "long.moved-unknown" : "long.moved-why"));
        return causes.ToImmutable();
    }

    private static Expectation? Find(Expectations made, Cohort cohort) => made.Cohorts.FirstOrDefault(each => each.Cohort == cohort);
}
