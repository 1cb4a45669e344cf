using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers on the staff of the immigration service (capaciteit IND).</summary>
internal static class StaffLevers
{
    /// <summary>The levers.</summary>
    public static readonly ImmutableArray<Lever> All =
    [
        new(
            "ind-staff",
            new Bilingual("meer of minder formatie bij de IND; wie komt moet worden geworven en opgeleid", "more or fewer posts at IND; whoever comes has to be hired and trained"),
            [
                LeverField.Size("change", "share", -0.9, 2, "verandering van de formatie", "change in posts"),
                LeverField.Choice("work", ["all", "substantive", "simplified", "family"], "soort werk: alles, spoor 4, sporen 1 en 2, of nareis", "kind of work: all, track 4, tracks 1 and 2, or family reunification"),
            ],
            [],
            values => Posts(values).Select(p => new LeverEffect.OfParameter(p, ChangeKind.Scale, values["change"].AsFactor()))),
        new(
            "temporary-staff",
            new Bilingual("tijdelijk ervaren personeel voor spoor 4, zonder opleidingstijd", "temporary experienced staff for track 4, without training time"),
            [LeverField.Size("fte", "fte", 0, 5000, "tijdelijk personeel", "temporary staff")],
            [],
            values => [new LeverEffect.OfParameter(Staff.Temporary, ChangeKind.Add, values["fte"])]),
        new(
            "flex-pool",
            new Bilingual("een gedeelde flexpool die gaat waar de wachtrij bij de IND het langst is", "a shared flex pool that goes where the queue at IND is longest"),
            [LeverField.Size("fte", "fte", 0, 5000, "omvang van de flexpool", "size of the flex pool")],
            [],
            values => [new LeverEffect.OfParameter(Staff.Flex, ChangeKind.Add, values["fte"])]),
    ];

    private static Parameter[] Posts(LeverValues values) => values.Word("work") switch
    {
        "substantive" => [Staff.SubstantiveTarget],
        "simplified" => [Staff.SimplifiedTarget],
        "family" => [Staff.FamilyTarget],
        _ => [Staff.SubstantiveTarget, Staff.SimplifiedTarget, Staff.FamilyTarget],
    };
}
