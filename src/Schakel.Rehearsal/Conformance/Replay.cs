using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Steps;
using Day = Schakel.Norms.Day;
using Law = Schakel.Norms.Law;

namespace Schakel.Rehearsal.Conformance;

// How it works. Case files, households and sites stand in arrays, by number less one; each element is an immutable state that is replaced after
// an accepted act. A step is looked up in the step table; all its commands are decided first, against the states as they stand, and
// only when none is refused do their events change any state. A refused step is counted and leaves no trace. Events go to the sink in
// the order file, household, old site, new site, and are not kept.

/// <summary>Replays the steps of a rehearsal through the case file, in global order (naspelen): what is refused could not happen.</summary>
/// <param name="context">Persons, days, law.</param>
/// <param name="sink">Takes the events; null when nobody wants them.</param>
public sealed class Replay(ReplayContext context, EventSink? sink = null)
{
    private readonly Dictionary<(StepKind Kind, string Code), RefusedSteps> _refused = [];
    private readonly Dictionary<string, long> _breaches = [];
    private readonly Dictionary<Type, long> _commandTypes = [];
    private readonly List<Site> _sites = [.. context.Live?.SitesByNumber() ?? []];
    private CaseFile?[] _files = context.Live?.FilesByNumber() ?? [];
    private Household?[] _households = context.Live?.HouseholdsByNumber() ?? [];
    private Law? _law;
    private Day _lawOf;
    private int _lastMinute = int.MinValue;
    private int _opened;
    private Command? _about;
    private long _acts;
    private long _steps;
    private long _commands;
    private long _events;

    /// <summary>A person's file as it stands.</summary>
    /// <param name="person">Index of the person.</param>
    public CaseFile FileOf(int person) => FileAt(IndexOf(context.Numbering.Person(person)));

    /// <summary>A site as it stands.</summary>
    /// <param name="site">Index of the site.</param>
    public Site SiteOf(int site) => SiteAt(context.Numbering.Site(site).Value - 1);

    /// <summary>Every file that was opened, with its number.</summary>
    public IEnumerable<(PersonId Person, CaseFile File)> Files =>
        _files.Select((file, i) => (new PersonId(i + 1L), file!)).Where(each => each.Item2 is not null);

    /// <summary>Every household that somebody joined, with its number.</summary>
    public IEnumerable<(HouseholdId Household, Household State)> Households =>
        _households.Select((household, i) => (new HouseholdId(i + 1L), household!)).Where(each => each.Item2 is not null);

    /// <summary>Every site that ever opened, with its number.</summary>
    public IEnumerable<(SiteId Site, Site State)> Sites => _sites.Select((site, i) => (new SiteId(i + 1), site));

    /// <summary>Applies steps, which go on where the last ones ended.</summary>
    /// <param name="steps">Steps in global order of time.</param>
    /// <exception cref="ArgumentException">A step lies before the one that came before it.</exception>
    public void Apply(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            Apply(step);
        }
    }

    /// <summary>Applies one step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The refusal; null when the step could happen.</returns>
    /// <exception cref="ArgumentException">The step lies before the one that came before it.</exception>
    public Refusal? Apply(in Step step)
    {
        if (step.Minute < _lastMinute)
        {
            throw new ArgumentException($"Step {step} lies before minute {_lastMinute}: steps come in global order.", nameof(step));
        }
        _lastMinute = step.Minute;
        _steps++;
        var today = context.Start.PlusDays(step.Minute / (24 * 60));
        if (_law is null || today != _lawOf)
        {
            _law = context.LawOn(today);
            _lawOf = today;
        }
        var refusal = step.Person < 0 ? ApplyToSite(step, today) : ApplyToPerson(step, _law, today);
        if (refusal is not null)
        {
            Count(step, refusal);
        }
        return refusal;
    }

    /// <summary>Does what no step tells, such as writing down a name, after the last step and at its moment.</summary>
    /// <param name="person">Index of the person, whose file is open.</param>
    /// <param name="command">The command.</param>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Do(int person, CaseCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var number = context.Numbering.Person(person);
        var file = FileAt(IndexOf(number));
        var at = new Step(_lastMinute, person, 0, 0, StepKind.None);
        return ApplyToPerson(at, number, file, HouseholdOf((int)file.Registration.Household.Value - 1), new(command), _law!, _lawOf);
    }

    /// <summary>What was found so far.</summary>
    public ReplayReport Report()
    {
        var types = _commandTypes.ToImmutableSortedDictionary(pair => pair.Key.Name, pair => pair.Value, StringComparer.Ordinal);
        var missing = typeof(Command).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && !_commandTypes.ContainsKey(type))
            .Select(type => type.Name).Order(StringComparer.Ordinal);
        return new(
            _opened, _steps, _commands, _events,
            [.. _refused.Values.OrderByDescending(refused => refused.Count).ThenBy(refused => refused.Refusal.Code, StringComparer.Ordinal)],
            _breaches.ToImmutableSortedDictionary(StringComparer.Ordinal), types, [.. missing]);
    }

    private Refusal? ApplyToSite(in Step step, Day today)
    {
        var index = context.Numbering.Site(-1 - step.Person).Value - 1;
        var act = StepCommands.Of(step, context, CaseFile.Unopened, ModalityOf, today);
        if (act.Site is not { } command)
        {
            throw new ArgumentException($"Step {step} is of a person, but names site {index}.", nameof(step));
        }
        var decision = Decider.Decide(SiteAt(index), command, today);
        if (decision.Refusal is not null)
        {
            return decision.Refusal;
        }
        Begin(command);
        AcceptSite(step, index, command, decision);
        return null;
    }

    private Refusal? ApplyToPerson(in Step step, Law law, Day today)
    {
        var person = context.Numbering.Person(step.Person);
        var index = IndexOf(person);
        MakeRoom(index);
        var file = FileAt(index);
        var act = StepCommands.Of(step, context, file, ModalityOf, today);
        return ApplyToPerson(step, person, file, HouseholdOf(HouseholdIndex(file, step)), act, law, today);
    }

    private Refusal? ApplyToPerson(in Step step, PersonId person, CaseFile file, Household household, in StepAct act, Law law, Day today)
    {
        if (act.Case is not { } command)
        {
            throw new ArgumentException($"Step {step} is of a site, but names person {step.Person}.", nameof(step));
        }
        var index = IndexOf(person);
        var decided = Decider.Decide(file, household, command, law, today);
        if (decided.Refusal is not null)
        {
            return decided.Refusal;
        }
        var after = Evolved(file, decided, today);
        var then = act.Then is null ? Decision.Nothing : Decider.Decide(after, household, act.Then, law, today);
        var companions = Companions.Of(person, file, command);
        var together = companions.IsEmpty ? [] : new Decision[companions.Length];
        for (var i = 0; i < together.Length; i++)
        {
            together[i] = Decide(companions[i], today);
        }
        if (FirstRefusal(then, together) is { } refusal)
        {
            return refusal;
        }

        Begin(command);
        _opened += file.Presence == Presences.Unopened ? 1 : 0;
        _files[index] = act.Then is null ? after : Evolved(after, then, today);
        Record(step, StreamKind.CaseFile, index, command, decided);
        if (act.Then is not null)
        {
            Record(step, StreamKind.CaseFile, index, act.Then, then);
        }
        for (var i = 0; i < together.Length; i++)
        {
            Accept(step, companions[i], together[i]);
        }
        return null;
    }

    private Decision Decide(in Addressed companion, Day today) => companion.Command switch
    {
        HouseholdCommand command => Decider.Decide(HouseholdOf(IndexOf(companion.Stream)), command, today),
        SiteCommand command => Decider.Decide(SiteAt(IndexOf(companion.Stream)), command, today),
        _ => throw new UnreachableException($"{companion.Command.GetType().Name} is no companion."),
    };

    private static Refusal? FirstRefusal(in Decision then, Decision[] together)
    {
        var refusal = then.Refusal;
        foreach (var decision in together)
        {
            refusal ??= decision.Refusal;
        }
        return refusal;
    }

    private static int IndexOf(StreamId stream) => checked((int)stream.Number - 1);

    private static int IndexOf(PersonId person) => checked((int)person.Value - 1);

    private CaseFile FileAt(int index) => index < _files.Length ? _files[index] ?? CaseFile.Unopened : CaseFile.Unopened;

    private Modality ModalityOf(SiteId site) => SiteAt(site.Value - 1).Modality;

    private Site SiteAt(int index) => index < _sites.Count ? _sites[index] : Site.Unopened;

    private Household HouseholdOf(int index) => index < _households.Length ? _households[index] ?? Household.Empty : Household.Empty;

    private int HouseholdIndex(CaseFile file, in Step step) =>
        file.Presence != Presences.Unopened ? (int)file.Registration.Household.Value - 1
        : (int)context.Numbering.Household(
            step.Kind == StepKind.ArriveAsFamily ? context.SponsorOf(context.Persons[step.Person].Household) : context.Persons[step.Person].Household).Value - 1;

    private static CaseFile Evolved(CaseFile file, in Decision decision, Day today)
    {
        for (var i = 0; i < decision.Count; i++)
        {
            file = Decider.Evolve(file, decision[i], today);
        }
        return file;
    }

    private void Accept(in Step step, in Addressed companion, in Decision decision)
    {
        var index = IndexOf(companion.Stream);
        if (companion.Command is SiteCommand atSite)
        {
            AcceptSite(step, index, atSite, decision);
            return;
        }
        if (index >= _households.Length)
        {
            Array.Resize(ref _households, Math.Max(index + 1, (_households.Length * 2) + 16));
        }
        var household = HouseholdOf(index);
        for (var i = 0; i < decision.Count; i++)
        {
            household = Decider.Evolve(household, decision[i]);
        }
        _households[index] = household;
        Record(step, StreamKind.Household, index, companion.Command, decision);
    }

    private void AcceptSite(in Step step, int index, SiteCommand command, in Decision decision)
    {
        while (_sites.Count <= index)
        {
            _sites.Add(Site.Unopened);
        }
        var site = _sites[index];
        for (var i = 0; i < decision.Count; i++)
        {
            site = Decider.Evolve(site, decision[i]);
        }
        _sites[index] = site;
        Record(step, StreamKind.Site, index, command, decision);
    }

    private void Begin(Command command)
    {
        _acts++;
        _about = command;
    }

    private void Record(in Step step, StreamKind stream, int index, Command command, in Decision decision)
    {
        _commands++;
        CollectionsMarshal.GetValueRefOrAddDefault(_commandTypes, command.GetType(), out _)++;
        for (var i = 0; i < decision.Count; i++)
        {
            var happened = decision[i];
            _events++;
            if (happened is BreachRecorded breach)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_breaches, breach.Norm, out _)++;
            }
            sink?.Invoke(new RecordedEvent(step.Minute, stream, index, happened) { Act = _acts, Command = _about });
        }
    }

    private void Count(in Step step, Refusal refusal)
    {
        ref var refused = ref CollectionsMarshal.GetValueRefOrAddDefault(_refused, (step.Kind, refusal.Code), out _);
        refused = refused is null
            ? new RefusedSteps(step.Kind, refusal, step, 1)
            : refused with { Count = refused.Count + 1 };
    }

    private void MakeRoom(int person)
    {
        if (person >= _files.Length)
        {
            Array.Resize(ref _files, Math.Max(context.Persons.Count, Math.Max(person + 1, _files.Length * 2)));
        }
    }
}
