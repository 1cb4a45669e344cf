using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Chain.Tests;

/// <summary>A log tells events; whoever judges it leads each back to the command that somebody gave, also those that no rehearsal knows.</summary>
public sealed partial class CompletenessTests
{
    [Fact]
    public void Every_act_of_a_scenario_is_led_back_to_a_command_that_makes_the_same_events()
    {
        Assert.True(Ran.Value);
        var missed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var moment in Shown.Moments.Where(moment => moment.Accepted && !EventCommands.OnlyWithOthers.ContainsKey(moment.Command.GetType())))
        {
            var made = Decider.Decide(moment.File, moment.Household, moment.Command, moment.Law, moment.On).Events;
            if (!made.IsEmpty && !CommandsOf(moment, made).Any(command => MakesSame(moment, command, made)))
            {
                missed.TryAdd(moment.Command.GetType().Name, $"{moment.On} {moment.Command} makes {string.Join(", ", made)}: {string.Join(" or ", CommandsOf(moment, made))}");
            }
        }
        Assert.True(missed.Count == 0, string.Join("\n", missed.Select(pair => $"{pair.Key}: {pair.Value}")));
    }

    [Fact]
    public void Every_act_on_a_household_a_site_or_the_policy_on_a_country_is_led_back_too()
    {
        Assert.True(Ran.Value);
        var acts = Shown.StreamActs.Where(act => act.Decided is { Refusal: null, Count: > 0 } && !EventCommands.OnlyWithOthers.ContainsKey(act.Command.GetType())).ToList();
        Assert.All(acts, act =>
        {
            var first = act.Decided.Events[0];
            Command? command = act.Command switch
            {
                SiteCommand => EventCommands.OfSite(first),
                PolicyCommand => EventCommands.OfCountry(first),
                _ => EventCommands.OfHousehold(first),
            };
            Assert.True(command is not null && act.Decide(command).Events.SequenceEqual(act.Decided.Events), $"{act.Command}: {command}");
        });
        Assert.InRange(acts.Select(act => act.Command.GetType()).Distinct().Count(), 10, 40);
    }

    [Fact]
    public void Every_event_begins_an_act_in_some_scenario_or_is_on_the_list_of_those_that_only_go_along()
    {
        Assert.True(Ran.Value);
        var begins = Shown.Moments.Where(moment => moment.Accepted && !EventCommands.OnlyWithOthers.ContainsKey(moment.Command.GetType()))
            .Select(moment => Decider.Decide(moment.File, moment.Household, moment.Command, moment.Law, moment.On)).Concat(Shown.StreamActs
                .Where(act => !EventCommands.OnlyWithOthers.ContainsKey(act.Command.GetType())).Select(act => act.Decided))
            .Where(decided => decided is { Refusal: null, Count: > 0 }).Select(decided => decided.Events[0].GetType()).ToHashSet();
        Assert.Empty(EventCatalogue.Types.Where(type => begins.Contains(type) == EventCommands.GoAlong.ContainsKey(type)).Select(type => type.Name));
        Assert.All(EventCommands.GoAlong.Values.Concat(EventCommands.OnlyWithOthers.Values), reason => Assert.NotEmpty(reason));
        Assert.InRange(EventCommands.GoAlong.Count, 1, 14);
        Assert.InRange(EventCommands.OnlyWithOthers.Count, 1, 10);
    }

    private static List<CaseCommand> CommandsOf(Shown.Moment moment, IEnumerable<ChainEvent> made)
    {
        var told = made.Select((happened, i) => new LoggedEvent(i + 1, moment.On, 0, StreamId.Of(Given.Person), happened)).ToArray();
        Assert.All(told.Skip(1), next => Assert.True(EventCommands.GoesWith(told[0], next), $"{told[0].Event} and {next.Event} come of one {moment.Command}"));
        var first = EventCommands.Of(told[0], told.AsSpan(1), moment.File, out var others);
        return first is null ? [] : [first, .. others];
    }

    // How the other file stands is not on this one.
    private static bool MakesSame(Shown.Moment moment, CaseCommand command, IEnumerable<ChainEvent> made)
    {
        var whole = (command, moment.Command) is (MergeInto merge, MergeInto given) ? merge with { There = given.There } : command;
        return Decider.Decide(moment.File, moment.Household, whole, moment.Law, moment.On) is { Refusal: null } decided && decided.Events.SequenceEqual(made);
    }
}
