using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers and shocks on who comes (instroom).</summary>
internal static class InflowLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "inflow",
            new Bilingual("meer of minder eerste aanvragen dan verwacht, van iedereen of van één herkomstgroep", "more or fewer first applications than expected, of all or of one nationality group"),
            [
                LeverField.Size("change", "share", -1, 9, "verandering van de instroom", "change in inflow"),
                LeverField.Group(required: false),
            ],
            [],
            values => [new LeverEffect.OfParameter(Arrivals.Level, ChangeKind.Scale, values["change"].AsFactor(), ForGroup: true)]),
        new(
            "subsequent-applications",
            new Bilingual("meer of minder opvolgende aanvragen van wie al bekend is", "more or fewer subsequent applications by people already known"),
            [LeverField.Size("change", "share", -1, 9, "verandering", "change")],
            [],
            values => [new LeverEffect.OfParameter(Arrivals.SubsequentLevel, ChangeKind.Scale, values["change"].AsFactor())]),
        new(
            "resettlement",
            new Bilingual("een hoger of lager quotum voor hervestiging", "a higher or lower quota for resettlement"),
            [LeverField.Size("extra", "persons a year", -500, 50_000, "personen per jaar boven het quotum van nu", "persons a year above today's quota")],
            [],
            values => [new LeverEffect.OfParameter(Arrivals.ResettledPerYear, ChangeKind.Add, values["extra"])]),
        new(
            "behaviour",
            new Bilingual(
                "gedragsreactie van instroom op beleid: een aanname, geen beleid; staat uit tenzij een maatregel haar vraagt",
                "answer of inflow to policy: an assumption, not a policy; off unless a measure asks for it"),
            [
                LeverField.Size("answer", "share", -0.9, 3, "verandering van de instroom vanaf de eerste dag", "change in inflow from the first day", required: false),
                LeverField.Size("rush", "share", 0, 3, "stijging van de instroom in de dagen voor de eerste dag", "rise of inflow in the days before the first day", required: false),
                LeverField.Size("toWaiting", "share", -0.9, 1, "verandering van de instroom als de voorraad verdubbelt (min: lang wachten schrikt af)", "change in inflow when the stock doubles (minus: long waiting deters)", required: false),
            ],
            [
                LeverAssumption.Of("rush-days", 90, 90, 90, "days", 1, 730, "assumption", "dagen waarin men zich haast voor de eerste dag", "days of rush before the first day"),
            ],
            Behaviour),
    ];

    private static IEnumerable<LeverEffect> Behaviour(LeverValues values)
    {
        yield return new LeverEffect.OfParameter(Arrivals.Response, ChangeKind.Add, values["answer"]);
        yield return new LeverEffect.OfParameter(Arrivals.ToWaiting, ChangeKind.Add, values["toWaiting"]);
        yield return new LeverEffect.OfParameter(
            Arrivals.Response, ChangeKind.Add, values["rush"], DaysEarlier: (int)values.Assumed("rush-days").Value);
    }
}
