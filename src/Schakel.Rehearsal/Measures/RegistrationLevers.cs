using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on registration and the tracks (aanmelding en sporen).</summary>
internal static class RegistrationLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "registration-centre",
            new Bilingual("nog een aanmeldcentrum, naast Ter Apel, Budel en Schiphol", "one more registration centre, beside Ter Apel, Budel and Schiphol"),
            [LeverField.Size("capacity", "persons a working day", 0, 2000, "registraties per werkdag", "registrations a working day")],
            [],
            values => [new LeverEffect.OfParameter(RegistrationCentres.FurtherCapacity, ChangeKind.Add, values["capacity"])]),
        new(
            "registration-outage",
            new Bilingual("een aanmeldcentrum valt uit; geef een laatste dag (until) als het weer opengaat", "a registration centre fails; give a last day (until) when it opens again"),
            [
                LeverField.Choice("centre", ["ter-apel", "budel", "schiphol"], "welk centrum", "which centre"),
                LeverField.Size("share", "share", 0, 1, "deel van de capaciteit dat uitvalt", "share of its capacity that is out"),
            ],
            [],
            values => [new LeverEffect.OfParameter(Capacity(values), ChangeKind.Scale, values["share"].Negated().AsFactor())]),
        new(
            "tracks-3-and-5",
            new Bilingual("sporen 3 en 5 aan: evidente inwilligingen gaan apart, zonder en met onderzoek naar de identiteit", "tracks 3 and 5 on: evident grants go apart, without and with an inquiry into identity"),
            [LeverField.On("on", "aan of uit", "on or off")],
            [
                LeverAssumption.Of("recognised", 0.7, 0.5, 0.85, "share", 0, 1, "assumption",
                    "deel van de evidente inwilligingen dat bij aanmelding wordt herkend", "share of the evident grants that is recognised at registration"),
                LeverAssumption.Of("work", 0.4, 0.25, 0.6, "factor", 0.01, 1, "assumption",
                    "werk per zaak in spoor 3 of 5 ten opzichte van spoor 4", "work per case in track 3 or 5 against track 4"),
            ],
            values =>
            [
                new LeverEffect.OfNorm("evident-grant-tracks.enabled", "true"),
                new LeverEffect.OfParameter(RegistrationCentres.EvidentShare, ChangeKind.Set, values.Assumed("recognised")),
                new LeverEffect.OfParameter(Interviews.EvidentGrantHours, ChangeKind.Set, values.Assumed("work")),
            ]),
    ];

    private static Parameter Capacity(LeverValues values) => values.Word("centre") switch
    {
        "budel" => RegistrationCentres.BudelCapacity,
        "schiphol" => RegistrationCentres.SchipholCapacity,
        _ => RegistrationCentres.TerApelCapacity,
    };
}
