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
            ],
            [],
            values =>
            [
                new LeverEffect.OfParameter(Work.PermitShare, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Work.SearchDays, ChangeKind.Scale, values["faster"].Negated().AsFactor()),
            ]),
    ];
}
