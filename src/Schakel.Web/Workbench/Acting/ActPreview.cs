using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>What would follow from an act (gevolgen): computed by the rules that decide it, and shown before anything is recorded.</summary>
/// <param name="Records">What would be recorded.</param>
/// <param name="Breaches">Norms that would be broken by it.</param>
/// <param name="Breaks">What it would cut across: an interview, a school, a treatment.</param>
/// <param name="Terms">Terms that would begin, end or move.</param>
/// <param name="Steps">Steps of who looks that would come, go, or get another last day.</param>
public sealed record ActPreview(ImmutableArray<Text> Records, ImmutableArray<string> Breaches, ImmutableArray<MoveConsequence> Breaks, ImmutableArray<Text> Terms, ImmutableArray<Text> Steps)
{
    /// <summary>What the site that is proposed means for what the person said about where they stay; it refuses nothing.</summary>
    public ImmutableArray<PlacementMatch> Fits { get; init; } = [];

    /// <summary>What the day and place that are chosen for an interview run into: a term that ends before it, a move before it, a long way.</summary>
    public ImmutableArray<Text> Clashes { get; init; } = [];

    /// <summary>Nothing would change.</summary>
    public bool IsNothing => Records.IsEmpty;

    /// <summary>What would follow, or why it would be refused.</summary>
    /// <param name="view">The file.</param>
    /// <param name="command">The command.</param>
    /// <param name="law">The law of the day it is done.</param>
    /// <param name="on">The day it is done.</param>
    public static (ActPreview? Preview, Refusal? Refusal) Of(CaseView view, CaseCommand command, Law law, Day on)
    {
        var (file, household) = (view.File, view.Household);
        var decision = Decider.Decide(file, household, command, law, on);
        if (decision.Refusal is { } refusal)
        {
            return (new([], [], BreaksOf(view, command, on), [], []) { Fits = PlacementShown.Fits(view, command) }, refusal); // What it would cut across is shown all the same: it may be why a ground is asked.
        }
        var after = decision.Events.Aggregate(file, (state, happened) => Decider.Evolve(state, happened, on));
        var today = view.Visit.Today;
        var (was, will) = (WayAhead.Of(file, household, view.Law, today), WayAhead.Of(after, household, view.Law, today));
        return (new(
            [.. decision.Events.Where(each => each is not BreachRecorded).Select(each => EventNames.Of(EventCatalogue.Of(each.GetType()).Name))],
            [.. decision.Events.OfType<BreachRecorded>().Select(each => each.Norm)],
            BreaksOf(view, command, on),
            view.Sight.MayRead(DataCategory.Procedure) ? TermsOf(was, will) : [], StepsOf(view, was, will))
        {
            Fits = PlacementShown.Fits(view, command),
            Clashes = InterviewClashes.Of(view, command, will.Terms),
        }, null);
    }

    /// <summary>What would follow from a command on the household: for the file by which one came, and never for another member's.</summary>
    /// <param name="view">The file by which one came.</param>
    /// <param name="household">The household.</param>
    /// <param name="command">The command.</param>
    /// <param name="on">The day it is done.</param>
    public static (ActPreview? Preview, Refusal? Refusal) Of(CaseView view, Household household, HouseholdCommand command, Day on)
    {
        var decision = Decider.Decide(household, command, on);
        if (decision.Refusal is { } refusal)
        {
            return (null, refusal);
        }
        var after = decision.Events.Aggregate(household, Decider.Evolve);
        var today = view.Visit.Today;
        var (was, will) = (WayAhead.Of(view.File, household, view.Law, today), WayAhead.Of(view.File, after, view.Law, today));
        return (new(
            [.. decision.Events.Select(each => EventNames.Of(EventCatalogue.Of(each.GetType()).Name))], [], [],
            view.Sight.MayRead(DataCategory.Procedure) ? TermsOf(was, will) : [], StepsOf(view, was, will)), null);
    }

    // What a move cuts across tells of care and school: for who moves people only, as in the interface. It goes by the day of the move, as the
    // rule that weighs it does: one that is recorded afterwards may have cut across an interview that is over by now.
    // That a family would be split is known to whoever sees the family.
    private static ImmutableArray<MoveConsequence> BreaksOf(CaseView view, CaseCommand command, Day on) => command switch
    {
        LinkToMunicipality or OfferHome or MoveIntoHome => view.Sight.MayRead(DataCategory.Family) && view.Household.Members.Length > 1 ? [SplitsFamily] : [],
        _ when view.Visit.Caller.Function.Role != OfficialRoles.ReceptionOfficer => [],
        MovePerson move => MoveConsequences.Of(view.File, view.Household, move, on),
        AnnounceMove announced => MoveConsequences.Of(view.File, view.Household, announced, on),
        _ => [],
    };

    private static readonly MoveConsequence SplitsFamily = new(MoveBreaks.Household, "HOU-2", null, new(
        "Deze persoon hoort bij een gezin; koppel en huisvest het gezin samen.", "This person belongs to a family; link and house the family together."));

    private static ImmutableArray<Text> TermsOf(WayAhead was, WayAhead will)
    {
        var changes = ImmutableArray.CreateBuilder<Text>();
        foreach (var term in was.Terms)
        {
            var (name, last) = (term.Type.Name, Text.Of(term.LastDay));
            var stays = will.Terms.Where(each => each.Type == term.Type).Select(each => (Day?)each.LastDay).FirstOrDefault();
            if (stays is null)
            {
                changes.Add(new($"{name.Dutch} (tot en met {last.Dutch}) loopt niet meer", $"{name.English} (through {last.English}) no longer runs"));
            }
            else if (stays != term.LastDay)
            {
                var now = Text.Of(stays.Value);
                changes.Add(new($"{name.Dutch} gaat van {last.Dutch} naar {now.Dutch}", $"{name.English} moves from {last.English} to {now.English}"));
            }
        }
        foreach (var term in will.Terms.Where(each => !was.Terms.Any(other => other.Type == each.Type)))
        {
            var last = Text.Of(term.LastDay);
            changes.Add(new($"{term.Type.Name.Dutch} begint en loopt tot en met {last.Dutch}", $"{term.Type.Name.English} begins and runs through {last.English}"));
        }
        return changes.ToImmutable();
    }

    private static ImmutableArray<Text> StepsOf(CaseView view, WayAhead was, WayAhead will)
    {
        static IEnumerable<NextStep> All(WayAhead way) => way.Steps.Concat(way.MayDo);
        // Of steps of one kind the first stands for all.
        Dictionary<StepType, Day?> Days(WayAhead way) => All(way).Where(view.Visit.MaySee).DistinctBy(each => each.Type).ToDictionary(each => each.Type, each => each.LastDay);
        var (before, after) = (Days(was), Days(will));
        return
        [
            .. after.Where(each => !before.ContainsKey(each.Key)).Select(each => each.Value is { } last
                ? new Text($"Erbij: {each.Key.Name.Dutch}, uiterlijk {Text.Of(last).Dutch}", $"New: {each.Key.Name.English}, by {Text.Of(last).English}")
                : new Text($"Erbij: {each.Key.Name.Dutch}", $"New: {each.Key.Name.English}")),
            .. after.Where(each => before.TryGetValue(each.Key, out var day) && day != each.Value).Select(each => Moved(each.Key.Name, before[each.Key], each.Value)),
            .. before.Keys.Where(each => !after.ContainsKey(each)).Select(each => new Text($"Van de lijst: {each.Name.Dutch}", $"Off the list: {each.Name.English}")),
        ];
    }

    // It stays, and has to be done by another day.
    private static Text Moved(Text name, Day? from, Day? to) => (from, to) switch
    {
        ({ } was, { } will) => new(
            $"Verschuift: {name.Dutch}, uiterlijk {Text.Of(will).Dutch} in plaats van {Text.Of(was).Dutch}", $"Moves: {name.English}, by {Text.Of(will).English} instead of {Text.Of(was).English}"),
        (null, { } will) => new($"Krijgt een laatste dag: {name.Dutch}, uiterlijk {Text.Of(will).Dutch}", $"Gets a last day: {name.English}, by {Text.Of(will).English}"),
        ({ } was, null) => new($"Heeft geen laatste dag meer: {name.Dutch}, was uiterlijk {Text.Of(was).Dutch}", $"Has no last day any more: {name.English}, was by {Text.Of(was).English}"),
        _ => name,
    };
}
