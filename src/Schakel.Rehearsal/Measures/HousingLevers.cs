using System.Collections.Immutable;
using Schakel.Rehearsal.Housing;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on homes for permit holders (huisvesting).</summary>
internal static class HousingLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "homes",
            new Bilingual("meer of minder woningen voor statushouders", "more or fewer homes for permit holders"),
            [LeverField.Size("change", "share", -0.9, 4, "verandering van het aantal gehuisveste personen per jaar", "change in persons housed a year")],
            [],
            values => [new LeverEffect.OfParameter(Homes.PerYear, ChangeKind.Scale, values["change"].AsFactor())]),
        new(
            "transit-places",
            new Bilingual("doorstroomlocaties en de hotelregeling: statushouders wachten buiten de opvang op hun woning", "transit sites and the hotel scheme: permit holders wait for their home outside the centres"),
            [LeverField.Size("places", "places", 0, 100_000, "plekken", "places")],
            [],
            values => [new LeverEffect.OfParameter(Homes.Transit, ChangeKind.Add, values["places"])]),
        new(
            "faster-linking",
            new Bilingual("sneller koppelen en verhuizen van statushouders", "linking and moving permit holders faster"),
            [LeverField.Size("faster", "share", -2, 0.9, "hoeveel korter koppelen, gereedmaken en verhuizen duren", "how much shorter linking, making ready and moving take")],
            [],
            values =>
            [
                new LeverEffect.OfParameter(Homes.LinkDays, ChangeKind.Scale, values["faster"].Negated().AsFactor()),
                new LeverEffect.OfParameter(Homes.OfferLag, ChangeKind.Scale, values["faster"].Negated().AsFactor()),
                new LeverEffect.OfParameter(Homes.MoveDays, ChangeKind.Scale, values["faster"].Negated().AsFactor()),
            ]),
    ];
}
