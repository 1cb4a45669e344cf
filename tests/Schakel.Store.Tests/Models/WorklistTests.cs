using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;

namespace Schakel.Store.Models;

/// <summary>Who has what to do, on both databases.</summary>
public sealed class WorklistTests
{
    private const int Party = 4;

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_lost_when_nobody_acts_comes_first_then_by_date(string database)
    {
        using var given = await WithStepsAsync(database);
        using var view = given.Store.Models.Look();

        var page = Worklist.Page(view, new(Party, given.Today));

        Assert.Equal(["lapses-soon", "late", "near", "far", "undated", "choice", "waits"], page.Items.Select(item => item.Step.Code));
        Assert.Equal(
            [WorklistStatus.AtRisk, WorklistStatus.Overdue, WorklistStatus.AtRisk, WorklistStatus.Due, WorklistStatus.Due, WorklistStatus.Choice, WorklistStatus.Waiting],
            page.Items.Select(item => item.Status));
        Assert.Null(page.Next);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Counts_and_each_status_s_page_agree_on_any_day(string database)
    {
        using var given = await WithStepsAsync(database);
        using var view = given.Store.Models.Look();
        foreach (var days in (int[])[-30, 0, 3, 15, 40, 400])
        {
            var question = new WorklistQuestion(Party, given.Today.PlusDays(days));
            var counts = Worklist.Count(view, question);
            int Of(WorklistStatus status) => Worklist.Page(view, question with { Status = status }).Items.Count;

            Assert.Equal(
                (counts.Due, counts.Overdue, counts.AtRisk, counts.Waiting, counts.Choice),
                (Of(WorklistStatus.Due), Of(WorklistStatus.Overdue), Of(WorklistStatus.AtRisk), Of(WorklistStatus.Waiting), Of(WorklistStatus.Choice)));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Pages_follow_one_another_without_gap_or_repetition(string database)
    {
        using var given = await WithStepsAsync(database, persons: 5);
        using var view = given.Store.Models.Look();
        var seen = new List<(long, int)>();

        WorklistCursor? after = null;
        do
        {
            var page = Worklist.Page(view, new(Party, given.Today) { PageSize = 3, After = WorklistCursor.Parse(after?.ToString()) });
            seen.AddRange(page.Items.Select(item => (item.Step.Person, item.Step.Ordinal)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(35, seen.Count);
        Assert.Equal(35, seen.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Worklist.Page(view, new(Party, given.Today) { PageSize = 1000 }));
        Assert.Null(WorklistCursor.Parse("1.2.x.3"));
    }

    private static async Task<TestStore> WithStepsAsync(string database, int persons = 1)
    {
        var given = TestStore.On(database, Steps);
        for (var person = 1; person <= persons; person++)
        {
            await given.ArrivesAsync(person);
        }
        return given;
    }

    private static IReadOnlyList<StepRow> Steps(PersonId person, CaseFile file, Household household, Law law, Day today)
    {
        var on = TestStore.Date("2024-01-10").Number;
        return
        [
            Step("choice") with { Force = (int)StepKind.Optional },
            Step("undated"),
            Step("far") with { LastDay = on + 100 },
            Step("near") with { LastDay = on + 5 },
            Step("late") with { LastDay = on - 5 },
            Step("lapses-soon") with { LastDay = on + 10, Lapses = "something" },
            Step("waits") with { WaitsFor = "near", Force = (int)StepKind.Right },
            Step("over") with { LastDay = on - 40, Until = on - 40 },
            Step("another-s") with { Party = 1 },
        ];
    }

    private static StepRow Step(string code) => new() { Person = 0, Ordinal = 0, Law = "", Party = Party, Norm = "test", Code = code };
}
