using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Participation;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on work (participatie).</summary>
internal static class ParticipationLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "earlier-work",
            new Bilingual("eerder en meer aan het werk tijdens de procedure", "earlier and more work during the procedure"),
            [
                LeverField.Size("share", "share", -0.5, 0.8, "extra deel van de volwassenen dat gaat werken", "extra share of adults who take work"),
                LeverField.Size("faster", "share", -2, 0.95, "hoeveel korter men naar werk zoekt", "how much shorter the search for work is", required: false),
                LeverField.Choice("wait", ["as-now", "0", "1", "2", "3", "4", "5", "9"], "wachttijd in maanden tot men mag werken", "months of waiting until work is allowed", size: true) with { Required = false },
            ],
            [],
            Earlier),
    ];

    private static IEnumerable<LeverEffect> Earlier(LeverValues values)
    {
        yield return new LeverEffect.OfParameter(Work.PermitShare, ChangeKind.Add, values["share"]);
        yield return new LeverEffect.OfParameter(Work.SearchDays, ChangeKind.Scale, values["faster"].Negated().AsFactor());
        if (values.Word("wait") is not "as-now" and var months)
        {
            yield return new LeverEffect.OfNorm("work-access.wait", months);
        }
    }
}
