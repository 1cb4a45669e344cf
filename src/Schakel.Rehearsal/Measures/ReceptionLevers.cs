using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Return;
using Schakel.Rehearsal.Steering;

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
        new(
            "fixed-places",
            new Bilingual("een vaste voorraad reguliere plekken, die blijft als de bezetting daalt", "a fixed stock of regular places, kept when occupancy falls"),
            [LeverField.Size("places", "places", 0, 200_000, "vaste plekken", "fixed places")],
            [Ready],
            values =>
            [
                new LeverEffect.OfParameter(Places.FixedPlaces, ChangeKind.Add, values["places"]),
                new LeverEffect.OfParameter(Costs.ReadyFactor, ChangeKind.Set, values.Assumed("ready-cost")),
            ]),
        new(
            "buffer",
            new Bilingual("een buffer van vrije plekken tegen op- en afschalen", "a buffer of free places against scaling up and down"),
            [LeverField.Size("share", "share", 0, 0.5, "vrije plekken boven de planning, als deel van de bewoners", "free places beyond the planning, as a share of residents")],
            [Ready],
            values =>
            [
                new LeverEffect.OfParameter(Places.Buffer, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Costs.ReadyFactor, ChangeKind.Set, values.Assumed("ready-cost")),
            ]),
        new(
            "dispersal-act",
            new Bilingual("de spreidingswet wordt voor een groter of kleiner deel uitgevoerd dan verwacht", "the dispersal act is carried out to a larger or smaller share than expected"),
            [LeverField.Size("extra", "share", -1, 1, "deel van de opgave boven wat al wordt verwacht", "share of the task beyond what is already expected")],
            [],
            values => [new LeverEffect.OfParameter(Places.DispersalShare, ChangeKind.Add, values["extra"])]),
        new(
            "close-emergency",
            new Bilingual("nood- en gemeentelijke locaties sluiten: contracten lopen af, en gemeenten vangen minder tijdelijk op", "emergency and municipal sites close: contracts run out, and municipalities take in fewer for the time being"),
            [LeverField.Size("share", "share", 0, 1, "deel van de contracten dat niet wordt verlengd hoewel de plekken nodig zijn", "share of contracts not renewed though the places are needed")],
            [],
            values =>
            [
                new LeverEffect.OfParameter(Places.CloseEmergency, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Places.MunicipalShare, ChangeKind.Scale, values["share"].Negated().AsFactor()),
            ]),
        new(
            "sober-reception",
            new Bilingual("sobere opvang (pbl) voor meer mensen in de sporen 1 en 2", "sober reception (pbl) for more people in tracks 1 and 2"),
            [
                LeverField.Size("places", "places", 0, 20_000, "extra plekken", "extra places"),
                LeverField.Size("share", "share", 0, 1, "extra deel van de sporen 1 en 2 dat er wordt geplaatst", "extra share of tracks 1 and 2 placed there"),
            ],
            [
                LeverAssumption.Of("leave-track-2", 0.33, 0.1, 0.45, "share", 0, 1, "78 % of the pilot of 2020–2021 left with unknown destination, against 45 % assumed (report, lines 3256–3258)",
                    "extra vertrek met onbekende bestemming van wie in spoor 2 sober wordt opgevangen", "extra unknown departure of those in track 2 in sober reception"),
                LeverAssumption.Of("leave-track-1", 0.08, 0, 0.2, "share", 0, 1, "assumption",
                    "het zelfde in spoor 1", "the same in track 1"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Places.SoberPlaces, ChangeKind.Add, values["places"]),
                new LeverEffect.OfParameter(Places.SoberShare, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Departures.LeaveTrack2, ChangeKind.Add, values["share"].Times(values.Assumed("leave-track-2"))),
                new LeverEffect.OfParameter(Departures.LeaveTrack1, ChangeKind.Add, values["share"].Times(values.Assumed("leave-track-1"))),
            ]),
    ];

    private static LeverAssumption Ready => LeverAssumption.Of(
        "ready-cost", 0.6, 0.4, 0.8, "factor", 0, 2, "assumption: rent and security go on, catering and guidance do not",
        "kosten van een vrijgehouden plek ten opzichte van een bezette", "cost of a place kept ready against an occupied one");
}
