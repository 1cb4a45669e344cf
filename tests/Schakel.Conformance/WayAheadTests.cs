using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Rehearsal.Steps;

namespace Schakel.Conformance;

/// <summary>The way ahead is true: what it lists can be done, and what a life does next was on it.</summary>
public sealed class WayAheadTests
{
    private const double Size = 0.03;

    /// <summary>What answers to a fact outside the file, and is on nobody's list: a full centre, an empty bed, a person who is not found.</summary>
    private static readonly Dictionary<string, string> Unforeseen = new()
    {
        ["TakeOverFile"] = "opens a file whose past another system has",
        ["RegisterResettledArrival"] = "opens the file of someone who was invited",
        ["RedirectToCentre"] = "a full or closed registration centre",
        ["AnnounceMove"] = "a place elsewhere",
        ["RecordUnknownDeparture"] = "a person who is not found",
        ["MovePerson"] = "a place elsewhere, where no stay limit or announcement tells of it",
        ["Detain"] = "grounds that an authority finds in a person's conduct",
    };

    /// <summary>Steps of adults that no guard forbids for a child: before the first day they are not due.</summary>
    private static readonly string[] OnlyNotDue = ["plan-interview", "begin-social-guidance", "grant-social-assistance"];

    [Theory]
    [InlineData(2024)]
    [InlineData(2022)]
    public void What_a_life_does_next_was_on_the_list(int year)
    {
        var missed = new SortedDictionary<string, (int Count, string First)>(StringComparer.Ordinal);
        var (foreseen, all) = (0, 0);
        WayAheadOfLives.Walk(Rehearsals.Of(year, Size, years: 2), 1, (in Step step, string command, CaseFile file, Household household, Law law, Day today) =>
        {
            var listed = Lists(WayAhead.Of(file, household, law, today), command);
            if (!listed && (Unforeseen.ContainsKey(command) || (command == "RequestDublinTransfer" && file.Procedure.Dublin is not null)))
            {
                return; // Or a request on a day that is not known, made known after the file was taken over.
            }
            all++;
            if (listed)
            {
                foreseen++;
                return;
            }
            var first = missed.GetValueOrDefault(command);
            missed[command] = (first.Count + 1, first.First ?? $"{today} {step}: {file}");
        }, TestContext.Current.CancellationToken);
        Assert.True(missed.Count == 0, $"{foreseen} of {all}; " + string.Join("\n", missed.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.InRange(all, 50_000, int.MaxValue);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2022)]
    public void What_is_on_the_list_can_be_done_on_its_first_day_and_its_last_and_not_before(int year)
    {
        var wrong = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>();
        var moment = 0;
        WayAheadOfLives.Walk(Rehearsals.Of(year, Size, years: 2), 2, (in Step step, string _, CaseFile file, Household household, Law law, Day today) =>
        {
            if (moment++ % 11 != 0)
            {
                return;
            }
            foreach (var ahead in WayAhead.Rows(file, household, law))
            {
                if (ahead.WaitsFor is not null || (file.Presence == Presences.Unopened && ahead.Code == "arrive-with-entry-visa"))
                {
                    continue;
                }
                var first = ahead.Earliest is { } earliest ? Day.Later(today, earliest) : today;
                if (!(first > ahead.Until))
                {
                    taken[ahead.Code] = taken.GetValueOrDefault(ahead.Code) + 1;
                    Check(ahead, first, accepted: true);
                }
                if (ahead.Until is { } until && until >= first)
                {
                    Check(ahead, until, accepted: true);
                }
                if (ahead.Earliest > today && !OnlyNotDue.Contains(ahead.Code))
                {
                    Check(ahead, first.PlusDays(-1), accepted: false);
                }
            }

            void Check(in NextStep ahead, Day day, bool accepted)
            {
                var refusal = TakingSteps.Take(ahead, file, household, law, day);
                if ((refusal is null) != accepted)
                {
                    wrong.TryAdd($"{ahead.Code} {refusal?.Code ?? "accepted"}", $"{day} (today {today}), {ahead}: {file}");
                }
            }
        }, TestContext.Current.CancellationToken);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.InRange(taken.Count, 60, int.MaxValue);
    }

    [Fact]
    public void An_empty_list_is_only_for_who_is_finished()
    {
        var wrong = new List<string>();
        var (departed, housed) = (0, 0);
        WayAheadOfLives.Walk(
            Rehearsals.Of(2024, Size, years: 3), 3,
            (in Step _, string _, CaseFile file, Household household, Law law, Day today) => Judge(file, household, law, today),
            TestContext.Current.CancellationToken,
            Judge);
        Assert.True(wrong.Count == 0, $"{wrong.Count}, first {wrong.FirstOrDefault()}");
        Assert.InRange(departed, 100, int.MaxValue);
        Assert.InRange(housed, 100, int.MaxValue);

        void Judge(CaseFile file, Household household, Law law, Day today)
        {
            // A permit that will expire one day, a guardianship that will end, ask nothing of anybody.
            if (file.Presence == Presences.Unopened
                || WayAhead.Of(file, household, law, today).Steps.Any(step => step.Type.Force != StepForce.ByLaw))
            {
                return;
            }
            if (file.Presence == Presences.Departed)
            {
                departed++;
            }
            else if (file.Procedure.Permit is not null && file.Housing.IsHoused)
            {
                housed++;
            }
            else
            {
                wrong.Add($"{today}: {file}");
            }
        }
    }

    [Fact]
    public void Time_alone_changes_nothing_before_the_day_that_is_named_and_something_on_it()
    {
        var moment = 0;
        var changes = 0;
        WayAheadOfLives.Walk(Rehearsals.Of(2024, Size, years: 1), 4, (in Step _, string _, CaseFile file, Household household, Law law, Day today) =>
        {
            if (moment++ % 17 != 0)
            {
                return;
            }
            var now = WayAhead.Of(file, household, law, today);
            if (now.NextChangeOn is not { } change)
            {
                Assert.Equal(Open(now), Open(WayAhead.Of(file, household, law, today.PlusYears(60))));
                return;
            }
            changes++;
            Assert.True(change > today);
            Assert.Equal(Open(now), Open(WayAhead.Of(file, household, law, change.PlusDays(-1))));
            Assert.NotEqual(Open(now), Open(WayAhead.Of(file, household, law, change)));
        }, TestContext.Current.CancellationToken);
        Assert.InRange(changes, 1000, int.MaxValue);
    }

    [Fact]
    public void A_term_explained_ends_on_the_day_the_list_gives()
    {
        var explained = new HashSet<string>();
        var moment = 0;
        WayAheadOfLives.Walk(Rehearsals.Of(2024, Size, years: 2), 5, (in Step _, string _, CaseFile file, Household household, Law law, Day today) =>
        {
            if (moment++ % 23 != 0)
            {
                return;
            }
            foreach (var term in WayAhead.Of(file, household, law, today).Terms)
            {
                var (last, grounds) = term.Type.Explain(file, household, law);
                Assert.True(term.LastDay == last, $"{term.Code}: {term.LastDay} listed, {last} explained: {file}");
                Assert.True(grounds.Norms.Length > 0 || term.Code is "view-period" or "ordered-decision", term.Code);
                explained.Add(term.Code);
            }
        }, TestContext.Current.CancellationToken);
        Assert.Subset(TermType.All.Select(type => type.Code).ToHashSet(), explained);
        Assert.InRange(explained.Count, 18, int.MaxValue);
    }

    // What can be done and is due on a day, as text.
    private static string Open(WayAhead ahead) => string.Join(' ', [
        .. ahead.Steps.Concat(ahead.MayDo).Where(step => step.WaitsFor is not null || step.IsOpenOn(ahead.Today)).Select(step => step.Code),
        .. ahead.Entitlements.Where(entitled => !(ahead.Today < entitled.From)).Select(entitled => entitled.Code),
    ]);

    private static bool Lists(WayAhead ahead, string command)
    {
        foreach (var step in ahead.Steps.AddRange(ahead.MayDo))
        {
            if (step.Type.Command.Name == command && step.IsOpenOn(ahead.Today))
            {
                return true;
            }
        }
        return false;
    }
}
