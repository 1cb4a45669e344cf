using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Return;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on appeals and legal aid (rechtspraak, rechtsbijstand).</summary>
internal static class CourtLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "court-capacity",
            new Bilingual("meer of minder zittingscapaciteit bij de rechtbanken; nul is bevroren", "more or less capacity of the courts; nought is frozen"),
            [LeverField.Size("change", "share", -0.9, 5, "verandering van het aantal uitspraken per jaar", "change in rulings a year")],
            [],
            values => [new LeverEffect.OfParameter(Appeals.CourtCapacity, ChangeKind.Scale, values["change"].AsFactor())]),
        new(
            "legal-aid-later",
            new Bilingual("rechtsbijstand pas na een afwijzing", "legal aid only after a refusal"),
            [LeverField.Size("share", "share", 0, 1, "deel van de zaken zonder rechtsbijstand vooraf", "share of cases without legal aid beforehand")],
            [
                LeverAssumption.Of("upheld", 0.25, 0, 0.5, "share", -0.5, 3, "assumption; practitioners fear more appeals upheld (report, lines 1817–1821)",
                    "stijging van het aandeel gegronde beroepen", "rise in the share of appeals upheld"),
                LeverAssumption.Of("subsequent", 0.2, 0, 0.5, "share", -0.5, 3, "assumption; practitioners fear repeat procedures (report, lines 1817–1821)",
                    "stijging van opvolgende aanvragen na afwijzing", "rise in subsequent applications after a refusal"),
                LeverAssumption.Of("hearing", 0.08, 0, 0.2, "share", -0.5, 1, "assumption; legal aid streamlines procedures, says the state secretary (report, lines 1825–1827)",
                    "stijging van het werk per gehoor", "rise in work per hearing"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Appeals.LegalAidLater, ChangeKind.Add, values["share"].Times(values.Assumed("upheld"))),
                new LeverEffect.OfParameter(Departures.SubsequentShare, ChangeKind.Scale, values["share"].Times(values.Assumed("subsequent")).AsFactor()),
                new LeverEffect.OfParameter(Interviews.HearingHours, ChangeKind.Scale, values["share"].Times(values.Assumed("hearing")).AsFactor()),
            ]),
    ];
}
