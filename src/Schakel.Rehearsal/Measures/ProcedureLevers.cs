using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Return;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on hearing and deciding (asielprocedure).</summary>
internal static class ProcedureLevers
{
    private const string Extension = "decision-period.category-extension-as-applied";

    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "decision-period-extension",
            new Bilingual("de algemene verlenging van de beslistermijn met negen maanden vervalt of gaat door", "the general extension of the decision period by nine months ends or goes on"),
            [
                LeverField.Choice("setting", ["as-now", "off", "on"], "zoals nu, uit of aan, naar de dag van indiening", "as now, off or on, by the day of lodging", size: true),
                LeverField.How("running", "ook voor aanvragen die al lopen", "also for applications already lodged"),
            ],
            [],
            values => [new LeverEffect.OfNorm(Extension, values.Word("setting") == "on" ? "{\"months\":9}" : "{\"months\":0}", values.Is("running"))]),
        new(
            "decision-moratorium",
            new Bilingual("besluitmoratorium: op aanvragen van een groep wordt voor een tijd niet beslist", "decision moratorium: for a time, applications of a group are not decided"),
            [
                LeverField.Group(required: true),
                LeverField.Size("share", "share", 0, 1, "deel van de zaken van de groep", "share of the group's cases"),
            ],
            [],
            values => [new LeverEffect.OfParameter(Moratorium.OnDecisions, ChangeKind.Add, values["share"], ForGroup: true)]),
        new(
            "written-hearings",
            new Bilingual("schriftelijk horen van groepen met hoge inwilliging; eindigt op de laatste dag (until)", "hearing in writing of groups that are mostly granted; it ends on the last day (until)"),
            [LeverField.Size("share", "share", 0, 1, "deel van die gehoren dat schriftelijk is", "share of those hearings that is in writing")],
            [
                LeverAssumption.Of("saving", 0.3, 0.1, 0.45, "share", 0, 1, "assumption; whether it adds value needs study (report, lines 2196–2197)",
                    "werk dat een schriftelijk gehoor bespaart", "work that a written hearing saves"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Interviews.WrittenHearing, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Interviews.WrittenSaving, ChangeKind.Set, values.Assumed("saving")),
            ]),
        new(
            "amnesty",
            new Bilingual("generaal pardon: open eerste aanvragen in spoor 4 die op de eerste dag oud genoeg zijn, worden ingewilligd", "general amnesty: open first applications in track 4 that are old enough on the first day are granted"),
            [
                LeverField.Size("share", "share", 0, 1, "deel dat onder het pardon valt", "share that falls under the amnesty"),
                LeverField.Size("age", "days", 0, 3650, "hoe oud de aanvraag op de eerste dag moet zijn", "how old the application must be on the first day") with { IsSize = false },
            ],
            [
                LeverAssumption.Of("work", 0.4, 0.25, 0.6, "factor", 0, 2, "assumption; the amnesty of 2007 took a great deal of work (report, lines 2349–2353)",
                    "werk per pardonzaak ten opzichte van een gewone zaak", "work per case against an ordinary one"),
                LeverAssumption.Of("less-return", 0.05, 0, 0.15, "share", 0, 1, "assumption; an amnesty raises hope of another (report, lines 2361–2365)",
                    "daling van zelfstandig vertrek", "fall in independent departure"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Decisions.Amnesty, ChangeKind.Add, values["share"]),
                new LeverEffect.OfParameter(Decisions.AmnestyAge, ChangeKind.Set, values["age"]),
                new LeverEffect.OfParameter(Decisions.AmnestyWork, ChangeKind.Set, values.Assumed("work")),
                new LeverEffect.OfParameter(
                    Departures.IndependentLevel, ChangeKind.Scale, values["share"].Times(values.Assumed("less-return")).Negated().AsFactor()),
            ]),
        new(
            "discretionary-power",
            new Bilingual("ruimere discretionaire bevoegdheid, ook na de eerste aanvraag", "wider discretionary power, also after the first application"),
            [
                LeverField.Size("first", "share", 0, 0.5, "extra deel van wie bij de eerste aanvraag zou worden geweigerd", "extra share of those who would be refused on a first application", required: false),
                LeverField.Size("later", "share", 0, 0.5, "deel van wie bij een latere aanvraag zou worden geweigerd", "share of those who would be refused on a later application", required: false),
            ],
            [
                LeverAssumption.Of("less-return", 0.02, 0, 0.06, "share", 0, 1, "assumption; hope lasts until the last moment, the reason it was narrowed in 2019 (report, lines 2376–2384)",
                    "daling van zelfstandig vertrek", "fall in independent departure"),
                LeverAssumption.Of("more-subsequent", 0.1, 0, 0.3, "share", 0, 5, "assumption; the same reason",
                    "stijging van opvolgende aanvragen na afwijzing", "rise in subsequent applications after a refusal"),
            ],
            values =>
            [
                new LeverEffect.OfParameter(Decisions.Discretion, ChangeKind.Add, values["first"]),
                new LeverEffect.OfParameter(Decisions.DiscretionLater, ChangeKind.Add, values["later"]),
                new LeverEffect.OfParameter(Departures.IndependentLevel, ChangeKind.Scale, values.Assumed("less-return").Negated().AsFactor()),
                new LeverEffect.OfParameter(Departures.SubsequentShare, ChangeKind.Scale, values.Assumed("more-subsequent").AsFactor()),
            ]),
        new(
            "dublin-transfer-stop",
            new Bilingual("een andere lidstaat neemt voor een tijd geen Dublinclaimanten terug", "another member state takes no one back under Dublin for a time"),
            [LeverField.Size("share", "share", 0, 1, "deel van de overdrachten dat naar die lidstaat gaat", "share of transfers that go to that state")],
            [],
            values => [new LeverEffect.OfParameter(Dublin.TransferStop, ChangeKind.Add, values["share"])]),
    ];
}
