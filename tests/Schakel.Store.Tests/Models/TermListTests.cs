using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;

namespace Schakel.Store.Models;

/// <summary>Which terms run until when, on both databases.</summary>
public sealed class TermListTests
{
    private const int Ours = 4;

    private static readonly int[] All = [.. Enum.GetValues<Party>().Select(party => (int)party)];

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Terms_stand_by_last_day_whether_a_step_is_late_after_it_or_gone_after_it(string database)
    {
        using var given = await WithStepsAsync(database);
        using var view = given.Store.Models.Look();
        var question = new TermQuestion([Ours], given.Today);

        Assert.Equal(["late", "today", "fades", "sunday", "monday", "waits", "far"], Codes(TermList.Page(view, question)));
        Assert.Equal(["fades", "sunday"], Codes(TermList.Page(view, question with { From = given.Today.PlusDays(1), To = given.Today.PlusDays(4) })));
        Assert.Equal(["sunday"], Codes(TermList.Page(view, question with { From = given.Today.PlusDays(4), To = given.Today.PlusDays(4) })));
        Assert.Equal(["far"], Codes(TermList.Page(view, question with { Norm = "another" })));
        Assert.Equal(["late", "far"], Codes(TermList.Page(view, question with { Codes = ["far", "late"] })));
        Assert.Equal(["another-s"], Codes(TermList.Page(view, question with { Parties = [1] })));
        Assert.DoesNotContain("fades", Codes(TermList.Page(view, question with { On = given.Today.PlusDays(4) })));
        Assert.Empty(TermList.Page(view, question with { Site = 12 }).Items);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Pages_of_terms_follow_one_another_without_gap_or_repetition(string database)
    {
        using var given = await WithStepsAsync(database, persons: 5, twice: true);
        using var view = given.Store.Models.Look();
        var (seen, days) = (new List<(long, int)>(), new List<int>());

        TermCursor? after = null;
        do
        {
            var page = TermList.Page(view, new([Ours], given.Today) { PageSize = 3, After = TermCursor.Parse(after?.ToString()) });
            seen.AddRange(page.Items.Select(item => (item.Step.Person, item.Step.Ordinal)));
            days.AddRange(page.Items.Select(item => item.LastDay.Number));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(70, seen.Count);
        Assert.Equal(70, seen.Distinct().Count());
        Assert.Equal(days.Order(), days);
        Assert.Throws<ArgumentOutOfRangeException>(() => TermList.Page(view, new([Ours], given.Today) { PageSize = 1000 }));
        Assert.Null(TermCursor.Parse("1.x.3"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_week_counts_from_the_day_one_looks_through_its_Sunday_and_agrees_with_its_page(string database)
    {
        using var given = await WithStepsAsync(database, persons: 3); // 10 January 2024 is a Wednesday.
        using var view = given.Store.Models.Look();
        var question = new TermQuestion([Ours], given.Today);

        var counts = TermList.Count(view, question, 2);

        Assert.Equal((3, 0), (Of("late").Over, Of("late").Later));
        Assert.Equal([3, 0], Of("today").Weeks);
        Assert.Equal([3, 0], Of("sunday").Weeks);
        Assert.Equal([0, 3], Of("monday").Weeks);
        Assert.Equal((0, 3, "another"), (Of("far").Over, Of("far").Later, Of("far").Norm));
        foreach (var days in (int[])[-30, 1, 5, 40])
        {
            var then = question with { On = given.Today.PlusDays(days) };
            var monday = then.On.PlusDays(1 - (int)then.On.DayOfWeek);
            var sums = TermList.Count(view, then, 3);
            Assert.Equal(Number(then with { To = then.On.PlusDays(-1) }), sums.Sum(each => each.Over));
            Assert.Equal(Number(then with { From = then.On, To = monday.PlusDays(6) }), sums.Sum(each => each.Weeks[0]));
            Assert.Equal(Number(then with { From = monday.PlusDays(7), To = monday.PlusDays(13) }), sums.Sum(each => each.Weeks[1]));
            Assert.Equal(Number(then with { From = monday.PlusDays(21) }), sums.Sum(each => each.Later));
        }

        TermCount Of(string code) => Assert.Single(counts, each => each.Code == code);
        int Number(TermQuestion asked) => TermList.Page(view, asked with { PageSize = 200 }).Items.Count;
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task On_any_later_day_the_terms_are_those_of_the_way_ahead_of_every_file(string database)
    {
        using var given = TestStore.On(database, ChainSteps.Of);
        var acts = RandomLives.Acts(seed: 17, persons: 60);
        foreach (var (on, act) in acts)
        {
            given.Today = on;
            await given.Desk.DoAsync(act);
        }
        using var view = given.Store.Models.Look();
        var people = view.Files.Select(file => file.Person).AsEnumerable().Select(person => Stand(given, person)).ToList();
        foreach (var days in (int[])[1, 8, 29, 120, 800])
        {
            var day = given.Today.PlusDays(days);
            var expected = people.SelectMany(each => Ahead(each, day)).Order().ToList();
            Assert.True(expected.Count > (days < 100 ? 60 : 0), $"{expected.Count} terms on {day} tell too little.");
            Assert.Equal(expected, Listed(view, day).Order());
        }
    }

    private static IEnumerable<(int Day, long Person, string Code, string Norm)> Listed(ModelView view, Day day)
    {
        TermCursor? after = null;
        do
        {
            var page = TermList.Page(view, new(All, day) { PageSize = 37, After = after });
            foreach (var item in page.Items)
            {
                yield return (item.LastDay.Number, item.Step.Person, item.Step.Code, item.Step.Norm ?? "");
            }
            after = page.Next;
        }
        while (after is not null);
    }

    private static IEnumerable<(int Day, long Person, string Code, string Norm)> Ahead((long Person, CaseFile File, Household Household) of, Day day)
    {
        var ahead = WayAhead.Of(of.File, of.Household, Regimes.January2024, day);
        return ahead.Steps.Concat(ahead.MayDo).Where(step => step.Type.Force != StepForce.ByLaw && (step.LastDay ?? step.Until) is { } last && last != NextStep.UntilAnEvent)
            .Select(step => ((step.LastDay ?? step.Until)!.Value.Number, of.Person, step.Code, step.Norm));
    }

    private static (long Person, CaseFile File, Household Household) Stand(TestStore given, long person)
    {
        var file = (CaseFile)Fold(given, TestStore.File(person));
        return (person, file, (Household)Fold(given, StreamId.Of(file.Registration.Household)));
    }

    private static object Fold(TestStore given, StreamId stream) => given.Store.Log.ReadStream(stream)
        .Aggregate(Histories.Empty(stream.Kind), (state, recorded) => Histories.After(state, recorded.Event!, recorded.Envelope.OccurredOn));

    private static IEnumerable<string> Codes(TermPage page) => page.Items.Select(item => item.Step.Code);

    private static async Task<TestStore> WithStepsAsync(string database, int persons = 1, bool twice = false)
    {
        var given = TestStore.On(database, twice ? (person, file, household, law, today) => [.. Steps(person, file, household, law, today), .. Steps(person, file, household, law, today)] : Steps);
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
            Step("far") with { LastDay = on + 100, Norm = "another" },
            Step("monday") with { LastDay = on + 5 },
            Step("sunday") with { LastDay = on + 4 },
            Step("waits") with { LastDay = on + 9, WaitsFor = "sunday", Force = (int)StepKind.Right },
            Step("today") with { LastDay = on },
            Step("late") with { LastDay = on - 5 },
            Step("fades") with { Until = on + 3, Force = (int)StepKind.Optional },
            Step("gone") with { LastDay = on - 40, Until = on - 40 },
            Step("undated"),
            Step("until-an-event") with { Until = int.MaxValue, Force = (int)StepKind.Optional },
            Step("by-law") with { Earliest = on + 2, Force = (int)StepKind.ByLaw },
            Step("another-s") with { Party = 1, LastDay = on + 1 },
        ];
    }

    private static StepRow Step(string code) => new() { Person = 0, Ordinal = 0, Law = "", Party = Ours, Norm = "test", Code = code };
}
