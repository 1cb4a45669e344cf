using Schakel.Conformance;

namespace Schakel.Chain.Tests;

/// <summary>The way ahead is true in every state that a scenario shows; whole lives are in the conformance tests.</summary>
public sealed partial class CompletenessTests
{
    /// <summary>Steps that no guard forbids before they are due.</summary>
    private static readonly string[] OnlyNotDue = ["plan-interview", "begin-social-guidance", "grant-social-assistance"];

    /// <summary>Commands that are on nobody's list, with the reason: they answer to a fact outside the file, or nobody should offer them.</summary>
    private static readonly Dictionary<string, string> OnNoList = new()
    {
        ["TakeOverFile"] = "opens a file whose past another system has",
        ["RegisterResettledArrival"] = "opens the file of someone who was invited",
        ["RedirectToCentre"] = "a full or closed registration centre",
        ["CorrectIdentity"] = "a mistake that someone finds",
        ["PlaceHold"] = "a suspicion",
        ["AssignTeam"] = "a planner who divides the work",
        ["LinkFile"] = "another file that someone knows of",
        ["ApplyMoratorium"] = "a policy for a country",
        ["IntendWithdrawal"] = "grounds that someone finds in a permit holder's conduct or circumstances",
        ["GiveUpPermit"] = "a wish of the person, which nobody offers (red line 7)",
        ["AnnounceMove"] = "a place elsewhere",
        ["RecordUnknownDeparture"] = "a person who is not found",
        ["JudgeCapacity"] = "a talk, or what happens at a desk: nobody is to be judged because they are here",
        ["RecordIncident"] = "an incident",
        ["BeginTreatment"] = "a diagnosis",
        ["Detain"] = "grounds that an authority finds in a person's conduct",
        ["ImposeSupervision"] = "grounds that an authority finds in a person's conduct",
        ["WithdrawLawyer"] = "grounds of the legal aid board",
        ["ChangeHousehold"] = "a separation, a danger, a reunion",
        ["ReferToPartner"] = "a need that a partner sees",
        ["OfferTransfer"] = "a partner whose part is over",
        ["RequestTransfer"] = "a partner whose part begins",
        ["AbsorbFile"] = "two files of one person",
        ["MergeInto"] = "two files of one person",
        ["ReleaseAbsorbedFile"] = "a merge that was a mistake",
        ["RestoreFile"] = "a merge that was a mistake",
        ["ObserveLapse"] = "the clock, which observes that the last day of a listed step has passed",
    };

    /// <summary>Commands that are listed where they are due or asked for, and can be given besides: what else they answer to.</summary>
    private static readonly Dictionary<string, string> AlsoUnlisted = new()
    {
        ["AssessContribution"] = "a month left out",
        ["AssignReturnCounsellor"] = "another counsellor takes over",
        ["ConfirmTrack"] = "a track that turns out wrong",
        ["CorrectRecord"] = "a mistake that someone finds",
        ["EndGuardianship"] = "a parent who came, another guardian",
        ["EndReception"] = "an own arrangement, the guardianship's own reception",
        ["EstablishExclusion"] = "a ground for exclusion",
        ["ExtendDecisionPeriod"] = "a second extension, for a careful examination",
        ["ImposeMeasure"] = "another measure after the same incident",
        ["JudgePlacementFacts"] = "a letter that comes after somebody looked",
        ["LapseDublinRequest"] = "a hit that shortened the time",
        ["LinkToMunicipality"] = "another municipality, with a ground",
        ["MovePerson"] = "a place elsewhere",
        ["NameTrustedHelper"] = "another helper, or other tasks",
        ["PlacePerson"] = "a site before there is a return file",
        ["PlanInterview"] = "another day, instead of moving it",
        ["ProposeTrack"] = "facts that changed",
        ["RaiseAgeDoubt"] = "a doubt",
        ["RequestDublinTransfer"] = "a request whose day is not known",
        ["TestHardship"] = "circumstances that were brought up early",
        ["TransferToState"] = "a transfer on the person's own accord, within the time for departure",
    };

    [Fact]
    public void Every_command_lies_ahead_in_some_state_or_is_on_the_list_of_those_that_never_do()
    {
        var listed = StepType.All.Select(type => type.Command).ToHashSet();
        var commands = typeof(CaseCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand)) && !type.IsAbstract).ToList();
        Assert.All(commands, type => Assert.True(listed.Contains(type) != OnNoList.ContainsKey(type.Name), $"{type.Name}: listed, or on the list of those that never are, and not both"));
        Assert.All(OnNoList.Keys, name => Assert.Contains(commands, type => type.Name == name));
        Assert.InRange(OnNoList.Count, 0, 30);
    }

    [Fact]
    public void What_lies_ahead_in_a_scenario_can_be_done_on_its_first_day_and_its_last_and_not_before()
    {
        var wrong = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        Assert.True(Ran.Value);
        foreach (var moment in Shown.Moments)
        {
            foreach (var ahead in WayAhead.Rows(moment.File, moment.Household, moment.Law))
            {
                if (ahead.WaitsFor is not null || moment.File.Presence == Presences.Unopened)
                {
                    continue;
                }
                var first = ahead.Earliest is { } earliest ? Norms.Day.Later(moment.On, earliest) : moment.On;
                if (!(first > ahead.Until))
                {
                    taken.Add(ahead.Code);
                    Check(moment, ahead, first, accepted: true);
                }
                if (ahead.Until is { } until && until >= first)
                {
                    Check(moment, ahead, until, accepted: true);
                }
                if (ahead.Earliest > moment.On && !OnlyNotDue.Contains(ahead.Code))
                {
                    Check(moment, ahead, first.PlusDays(-1), accepted: false);
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.All(StepType.All.Where(type => type.Code is not ("change-track" /* lives show it */ or "ask-protection" or "pre-register" or "cancel-pre-registration" or "arrive-with-entry-visa")), type => Assert.Contains(type.Code, taken));

        void Check(Shown.Moment moment, in NextStep ahead, Norms.Day day, bool accepted)
        {
            var refusal = TakingSteps.Take(ahead, moment.File, moment.Household, moment.Law, day);
            if ((refusal is null) != accepted)
            {
                wrong.TryAdd($"{ahead.Code} {refusal?.Code ?? "accepted"}", $"{day} (asked on {moment.On}), {ahead}: {moment.File}");
            }
        }
    }

    /// <summary>Terms whose last day may stand in no row, with the reason.</summary>
    private static readonly Dictionary<string, string> OnNoRow = new()
    {
        ["rest-period"] = "an interview planned for later: its row has that day, and nothing happens on the earlier one",
        ["departure-period"] = "a transfer to another state, whose own last day comes first",
    };

    [Fact] // Who asks across files which terms end this week, asks the rows: nobody walks along files for it.
    public void The_last_day_of_every_term_that_runs_stands_in_a_row_of_the_file()
    {
        var (untold, told) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Assert.True(Ran.Value);
        foreach (var moment in Shown.Moments.Where(moment => moment.File.Presence == Presences.Here))
        {
            var rows = WayAhead.Rows(moment.File, moment.Household, moment.Law);
            foreach (var term in WayAhead.Of(moment.File, moment.Household, moment.Law, moment.On).Terms.Where(term => term.LastDay >= moment.On))
            {
                if (rows.Any(row => row.LastDay == term.LastDay || row.Until == term.LastDay || row.Earliest == term.LastDay.PlusDays(1)))
                {
                    told.Add(term.Code);
                }
                else if (!OnNoRow.ContainsKey(term.Code))
                {
                    untold.TryAdd(term.Code, $"{term.LastDay}, asked on {moment.On}: {string.Join("; ", rows.Select(row => $"{row.Code} {row.Earliest} {row.LastDay} {row.Until}"))}");
                }
            }
        }
        Assert.True(untold.Count == 0, string.Join("\n", untold.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Empty(TermType.All.Select(type => type.Code).Except(told));
    }

    [Fact]
    public void What_a_scenario_does_was_on_the_list()
    {
        var missed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Assert.True(Ran.Value);
        foreach (var moment in Shown.Moments.Where(moment => moment.Accepted && !OnNoList.ContainsKey(moment.Command.GetType().Name)
            && !AlsoUnlisted.ContainsKey(moment.Command.GetType().Name)))
        {
            var ahead = WayAhead.Of(moment.File, moment.Household, moment.Law, moment.On);
            if (!ahead.Steps.AddRange(ahead.MayDo).Any(step => step.Type.Command == moment.Command.GetType() && step.IsOpenOn(moment.On)))
            {
                missed.TryAdd(moment.Command.GetType().Name, $"{moment.On} {moment.Command}: {moment.File}");
            }
        }
        Assert.True(missed.Count == 0, string.Join("\n", missed.Select(pair => $"{pair.Key}: {pair.Value}")));
    }
}
