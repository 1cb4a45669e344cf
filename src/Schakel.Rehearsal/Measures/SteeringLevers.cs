using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on money (bekostiging).</summary>
internal static class SteeringLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "oda-ceiling",
            new Bilingual("een plafond op wat van de eerste jaars opvang ten laste komt van ontwikkelingshulp (ODA)", "a ceiling on what of first-year reception is charged to development aid (ODA)"),
            [LeverField.Size("ceiling", "million euro a year", 0, 100_000, "plafond", "ceiling")],
            [],
            values => [new LeverEffect.OfParameter(Costs.OdaCeiling, ChangeKind.Add, values["ceiling"])]),
    ];
}
