using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Return;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on return (terugkeer).</summary>
internal static class ReturnLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "return-cooperation",
            new Bilingual("een land werkt meer of minder mee aan gedwongen vertrek", "a country cooperates more or less with forced return"),
            [
                LeverField.Size("change", "share", -1, 9, "verandering van gedwongen vertrek van wie daarvoor in aanmerking komt", "change in forced departures of those who are liable to it"),
                LeverField.Group(required: true),
            ],
            [],
            values => [new LeverEffect.OfParameter(Departures.Cooperation, ChangeKind.Scale, values["change"].AsFactor(), ForGroup: true)]),
        new(
            "departure-moratorium",
            new Bilingual("vertrekmoratorium: afgewezenen van een groep hoeven voor een tijd niet te vertrekken en houden opvang", "departure moratorium: for a time, refused people of a group need not leave and keep reception"),
            [
                LeverField.Group(required: true),
                LeverField.Size("share", "share", 0, 1, "deel van de groep", "share of the group"),
            ],
            [],
            values => [new LeverEffect.OfParameter(Departures.DepartureMoratorium, ChangeKind.Add, values["share"], ForGroup: true)]),
        new(
            "tolerated-status",
            new Bilingual("gedoogstatus voor wie niet mag blijven en niet kan vertrekken", "tolerated status for those who may not stay and cannot leave"),
            [LeverField.Size("share", "share", 0, 1, "deel van wie niet vertrekt dat de status krijgt", "share of those who do not leave who get the status")],
            [
                LeverAssumption.Of("days", 365, 180, 730, "days", 0, 5000, "assumption; in Germany a place in shared housing is assigned until someone can pay for a home (report, lines 5495–5498)",
                    "tijd in de opvang met de status", "time in reception with the status"),
                LeverAssumption.Of("less-return", 0.1, 0, 0.3, "share", 0, 1, "assumption; seen by some as undermining return (report, lines 5562–5568)",
                    "daling van zelfstandig vertrek en van medewerking van landen", "fall in independent departure and in countries' cooperation"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Departures.Tolerated, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Departures.ToleratedDays, ChangeKind.Set, values.Assumed("days")),
                new LeverEffect.OfParameter(
                    Departures.IndependentLevel, ChangeKind.Scale, values["share"].Times(values.Assumed("less-return")).Negated().AsFactor()),
                new LeverEffect.OfParameter(
                    Departures.Cooperation, ChangeKind.Scale, values["share"].Times(values.Assumed("less-return")).Negated().AsFactor()),
            ]),
        new(
            "detention-places",
            new Bilingual("meer of minder plaatsen in vreemdelingenbewaring", "more or fewer places in immigration detention"),
            [LeverField.Size("change", "share", -1, 5, "verandering van het aantal plaatsen", "change in places")],
            [],
            values => [new LeverEffect.OfParameter(Departures.DetentionPlaces, ChangeKind.Scale, values["change"].AsFactor())]),
    ];
}
