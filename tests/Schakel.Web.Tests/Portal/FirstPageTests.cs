using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Conformance;
using Schakel.Norms;
using Schakel.Web.Portal.Procedure;

namespace Schakel.Web.PortalPages;

/// <summary>The first page hides no last day from anybody: held against every person of a rehearsal, at every moment something happened to them.</summary>
public sealed class FirstPageTests
{
    // By hand: the terms after which a person has lost something, whatever steps the chain makes of them.
    private static readonly string[] Losing =
        ["appeal-period", "further-appeal-period", "view-period", "withdrawal-view-period", "family-window", "departure-period", "visa-collection", "next-report"];

    [Theory]
    [InlineData(2022)]
    [InlineData(2024)]
    public void Every_last_day_of_which_something_is_lost_stands_on_the_first_page(int year)
    {
        var (hidden, seen, moments) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal), 0);
        var (tasks, folded) = (0, 0);
        WayAheadOfLives.Walk(Rehearsals.Of(year, 0.01, years: 2), 4, (in Rehearsal.Steps.Step _, string _, CaseFile file, Household household, Law law, Day today) =>
        {
            if (file.Presence != Presences.Here)
            {
                return;
            }
            moments++;
            var way = WayAhead.Of(file, household, law, today);
            var last = way.Terms.Where(each => Losing.Contains(each.Code) && each.LastDay >= today).Select(each => (each.Code, each.LastDay))
                .Concat(way.MayDo.Concat(way.Steps.Where(each => each.Type.Force == StepForce.Due))
                    .Where(each => each.Party == Party.Applicant && each.IsOpenOn(today) && each.LastDay >= today && !FirstPage.NothingLost.ContainsKey(each.Code))
                    .Select(each => (each.Code, LastDay: each.LastDay!.Value))).ToList();
            var whole = Days(FirstPage.Of(file, way, oneThing: false), others: true);
            var one = FirstPage.Of(file, way, oneThing: true);
            foreach (var (code, day) in last)
            {
                seen[code] = seen.GetValueOrDefault(code) + 1;
                if (!whole.Contains(day))
                {
                    hidden.TryAdd(code, $"{code} {day} from whoever is shown all, on {today}");
                }
                if (!Days(one, others: false).Contains(day))
                {
                    hidden.TryAdd(code, $"{code} {day} from whoever needs help, on {today}");
                }
            }
            // Fewer at once, and none lost.
            var all = FirstPage.Of(file, way, oneThing: false).Others;
            Assert.Equal(all, one.First is null ? one.Others : [one.First, .. one.Others]);
            (tasks, folded) = (tasks + all.Length, folded + one.Others.Length);
        }, TestContext.Current.CancellationToken);
        Assert.True(hidden.Count == 0, string.Join('\n', hidden.Values));
        Assert.True(seen.Keys.Count >= 8, string.Join(' ', seen));
        Assert.InRange(moments, 5_000, int.MaxValue);
        Assert.InRange(folded, 1, tasks - 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{moments} moments; {string.Join(' ', seen)}; {tasks} tasks, {folded} behind");
    }

    [Fact]
    public void No_guard_no_term_and_no_right_differs_for_who_needs_help()
    {
        var differs = new List<string>();
        WayAheadOfLives.Walk(Rehearsals.Of(2024, 0.005, years: 1), 5, (in Rehearsal.Steps.Step _, string _, CaseFile file, Household household, Law law, Day today) =>
        {
            var helped = file with { Guidance = file.Guidance with { Capacity = new CapacityState(SelfReliance.None, today, today) } };
            var (usual, other) = (WayAhead.Of(file, household, law, today), WayAhead.Of(helped, household, law, today));
            if (!usual.Steps.SequenceEqual(other.Steps) || !usual.Terms.SequenceEqual(other.Terms) || !usual.Entitlements.SequenceEqual(other.Entitlements)
                || !usual.MayDo.Select(each => each.Code).SequenceEqual(other.MayDo.Select(each => each.Code).Where(code => code != "withdraw-capacity")))
            {
                differs.Add($"{file.Registration.Household} on {today}");
            }
        }, TestContext.Current.CancellationToken);
        Assert.Empty(differs);
    }

    private static HashSet<Day> Days(FirstPage page, bool others) =>
        [.. (others ? page.Others : page.First is { } first ? [first] : []).Concat(page.Days).Where(each => each.By is not null).Select(each => each.By!.Value)];
}
