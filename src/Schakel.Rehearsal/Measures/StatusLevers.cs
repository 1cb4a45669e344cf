using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Family;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Two statuses in the place of one (tweestatusstelsel).</summary>
internal static class StatusLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "two-statuses",
            new Bilingual(
                "vluchtelingenstatus (a) en subsidiaire bescherming (b) krijgen verschillende rechten, zodat het verschil moet worden gemotiveerd en bevochten kan worden",
                "refugee status (a) and subsidiary protection (b) carry different rights, so that the difference has to be reasoned and can be fought over"),
            [
                LeverField.Size("familyWait", "days", 0, 3650, "wachttijd voor nareis bij een b-status", "waiting time for family reunification with b-status", required: false),
                LeverField.Size("refugeeMonths", "months", 0, 60, "geldigheid van de vergunning bij een a-status; 0 is zoals nu", "validity of the permit with a-status; 0 is as now", required: false),
                LeverField.Size("subsidiaryMonths", "months", 0, 60, "geldigheid van de vergunning bij een b-status; 0 is zoals nu", "validity of the permit with b-status; 0 is as now", required: false),
                LeverField.On("familyConditions", "inkomens- en huisvestingseis voor nareis bij een b-status", "income and housing conditions for family reunification with b-status"),
            ],
            [
                LeverAssumption.Of("subsidiary-level", 1, 0.75, 1.1, "factor", 0, 2, "assumption; published codes do not tell a from b (model notes, cautions)",
                    "aandeel b-status ten opzichte van de tabel per groep", "share of b-status against the table per group"),
                LeverAssumption.Of("meets-conditions", 0.35, 0.15, 0.6, "share", 0, 1, "assumption; conditions as for regular permits, and article 8 ECHR always weighed (report, lines 1885–1894)",
                    "deel met b-status dat aan de eisen voor nareis voldoet of er met artikel 8 EVRM van wordt vrijgesteld", "share with b-status that meets the conditions or is exempt by article 8 ECHR"),
                LeverAssumption.Of("reason-hours", 6, 3, 10, "hours per adult", 0, 200, "assumption; the difference must be reasoned at length (report, lines 1913–1917)",
                    "extra uren per volwassene om de b-status te motiveren", "extra hours per adult to give reasons for b-status"),
                LeverAssumption.Of("appeal-share", 0.3, 0.15, 0.5, "share", 0, 1, "assumption; different rights invite litigation for the better status, the reason it was abolished in 2001 (report, lines 1910–1921)",
                    "deel met b-status dat doorprocedeert voor een a-status", "share with b-status that appeals for a-status"),
                LeverAssumption.Of("renewal-hours", 5, 3, 8, "hours per adult", 0, 200, "assumption; reassessment takes much capacity (report, lines 1905–1907)",
                    "uren per verlenging van een kortere vergunning", "hours per renewal of a shorter permit"),
                LeverAssumption.Of("upheld-share", 0.15, 0.05, 0.35, "share", 0, 1, "assumption",
                    "deel van die beroepen dat slaagt", "share of those appeals that succeed"),
            ],
            Effects),
    ];

    private static IEnumerable<LeverEffect> Effects(LeverValues values)
    {
        yield return new LeverEffect.OfParameter(Decisions.SubsidiaryLevel, ChangeKind.Scale, values.Assumed("subsidiary-level"));
        yield return new LeverEffect.OfParameter(Reunification.SubsidiaryWait, ChangeKind.Add, values["familyWait"]);
        if (values.Is("familyConditions"))
        {
            yield return new LeverEffect.OfParameter(Reunification.SubsidiaryMeetsConditions, ChangeKind.Scale, values.Assumed("meets-conditions"));
        }

        if (values["refugeeMonths"].Value > 0)
        {
            yield return new LeverEffect.OfNorm("permit.duration-refugee", Months(values["refugeeMonths"]));
        }

        if (values["subsidiaryMonths"].Value > 0)
        {
            yield return new LeverEffect.OfNorm("permit.duration-subsidiary", Months(values["subsidiaryMonths"]));
        }

        yield return new LeverEffect.OfParameter(Renewals.Hours, ChangeKind.Set, values.Assumed("renewal-hours"));
        yield return new LeverEffect.OfParameter(Decisions.StatusHours, ChangeKind.Add, values.Assumed("reason-hours"));
        yield return new LeverEffect.OfParameter(Appeals.StatusAppealShare, ChangeKind.Add, values.Assumed("appeal-share"));
        yield return new LeverEffect.OfParameter(Appeals.StatusUpheldShare, ChangeKind.Add, values.Assumed("upheld-share"));
    }

    // A norm has one value: the range of a duration is for others to draw.
    private static string Months(Estimate months) => ((int)Math.Round(months.Value)).ToString(CultureInfo.InvariantCulture);
}
