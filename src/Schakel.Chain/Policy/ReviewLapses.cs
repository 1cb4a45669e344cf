using Schakel.Chain.Procedure;
using Schakel.Chain.Records;
using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>
/// Observe that the last day passed on which a moratorium was to be assessed again, and it was not (uitgebleven heroverweging vaststellen). Nobody
/// decides and nothing follows: the clock does it. The moratorium holds as it did, and can still be assessed until it ends.
/// </summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="LastDay">The last day to assess it.</param>
public sealed record ObserveReviewLapse(MoratoriumKind Kind, Day Of, Day LastDay) : PolicyCommand;

/// <summary>It was observed that a moratorium was not assessed again in time (heroverweging uitgebleven). A mark, from which nothing follows.</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="LastDay">The last day to assess it.</param>
[EventName("country-moratorium-review-lapsed", 1)]
public sealed record MoratoriumReviewLapsed(
    [Category(DataCategory.None)] MoratoriumKind Kind,
    [Category(DataCategory.None)] Day Of,
    [Category(DataCategory.None)] Day LastDay) : MoratoriumEvent(Kind, Of);

/// <summary>Last days that passed without the assessment they were for (uitgebleven heroverwegingen).</summary>
public static class ReviewLapses
{
    /// <summary>No such day was set for it, or it is on record.</summary>
    public static readonly Refusal NoSuchTerm = new(
        "country-moratorium.no-review-lapse", "fact",
        "Dit moratorium hoefde niet uiterlijk op deze dag opnieuw te worden bezien, of dat die voorbij is, staat al vast.",
        "This moratorium was not to be assessed again by this day, or it is on record that the day passed.");

    /// <summary>
    /// The moratoria of which it is not on record yet that the last day to assess them passed, on a day on which it has (te constateren): also when they
    /// ended meanwhile, or were lifted after it.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<(Moratorium Moratorium, Day LastDay)> On(CountryPolicy policy, Law law, Day today) =>
        from moratorium in policy.Moratoria let last = moratorium.Lapsing(law) where last < today select (moratorium, last.Value);

    internal static Decision Decide(CountryPolicy policy, ObserveReviewLapse command, Law law, Day today) =>
        policy.MoratoriumOf(command.Kind, command.Of) is not { } moratorium ? CountryMoratoria.NotImposed
        : moratorium.Lapsing(law) != command.LastDay ? NoSuchTerm
        : today <= command.LastDay ? Lapses.StillRuns.On(command.LastDay)
        : new MoratoriumReviewLapsed(command.Kind, command.Of, command.LastDay);
}
