using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on reception (opvang).</summary>
internal static class ReceptionLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "direct-placement",
            new Bilingual("procedure los van de plek: na aanmelding meteen geplaatst waar men kan blijven", "procedure decoupled from place: placed at once, after registration, where people can stay"),
            [LeverField.Size("share", "share", 0, 1, "deel dat meteen wordt geplaatst waar het blijft", "share placed at once where they stay")],
            [
                LeverAssumption.Of("no-show", 0.4, 0.2, 0.6, "share", 0, 1, "assumption; hearings held near where people live, so that a move breaks fewer of them (report, lines 4589–4593)",
                    "daling van niet-verschijnen na een verhuizing", "fall in no-shows after a move"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Moves.Direct, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Moves.StayPut, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(
                    Interviews.NoShowMoved, ChangeKind.Scale, values["share"].Times(values.Assumed("no-show")).Negated().AsFactor()),
            ]),
    ];
}
