using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Live;

namespace Schakel.Rehearsal.Conformance;

// How it works. Every event is led back to the command that somebody must have given, and that command is decided on files, households
// and sites that began empty. What the decision makes must be what the log tells: the same event, and after it, at once, what goes with it
// (a slot that is taken, a member who joins, a breach that is recorded). What is refused changes nothing, so that what rests on it
// is refused as well; each is told, none is skipped.

/// <summary>Judges a log, event by event: could this have happened under the law of the day? (toetsing van een log)</summary>
/// <param name="lawOn">The law of a day.</param>
/// <param name="refused">Told every refusal, in order.</param>
/// <param name="keep">How many refusals the report keeps.</param>
public sealed class LogJudge(Func<Day, Law> lawOn, Action<RefusedEvent>? refused = null, int keep = 20)
{
    /// <summary>No command is known that makes such an event.</summary>
    public static readonly Refusal NoCommand = new(
        "log.no-command", "fact",
        "Geen opdracht leidt tot zo'n gebeurtenis in deze stroom.",
        "No command leads to such an event in this stream.");

    /// <summary>The event only ever goes with another, which is not there.</summary>
    public static readonly Refusal NothingLedToIt = new(
        "log.nothing-led-to-it", "fact",
        "Deze gebeurtenis hoort bij een andere, die er niet aan voorafgaat of niet kon gebeuren.",
        "This event goes with another, which does not precede it or could not happen.");

    /// <summary>The log leaves out what must have been recorded.</summary>
    public static readonly Refusal Missing = new(
        "log.event-missing", "fact",
        "Hierna ontbreekt een gebeurtenis die met deze is vastgelegd.",
        "After this event another is missing that was recorded with it.");

    /// <summary>The event has another content than it can have had.</summary>
    public static readonly Refusal OtherEvent = new(
        "log.other-content", "fact",
        "De keten zou deze gebeurtenis anders hebben vastgelegd.",
        "The chain would have recorded this event otherwise.");

    /// <summary>The log goes back in time.</summary>
    public static readonly Refusal OutOfOrder = new(
        "log.out-of-order", "fact",
        "Deze gebeurtenis staat na een latere.",
        "This event stands after a later one.");

    private readonly Dictionary<PersonId, CaseFile> _files = [];
    private readonly Dictionary<HouseholdId, Household> _households = [];
    private readonly Dictionary<SiteId, Site> _sites = [];
    private readonly Dictionary<StreamId, CountryPolicy> _policies = [];
    private readonly Queue<(StreamId Stream, ChainEvent Event)> _expected = [];
    private readonly List<LoggedEvent> _act = [];
    private readonly HashSet<PersonId> _told = [];
    private readonly Dictionary<string, long> _byCode = [];
    private readonly Dictionary<Type, long> _commandTypes = [];
    private readonly List<RefusedEvent> _first = [];
    private Law? _law;
    private Day _lawOf;
    private int _lastMinute = int.MinValue;
    private long _events;
    private long _refused;

    /// <summary>Whether events come as they were recorded: one that is older than those before it was recorded afterwards, and is decided on what stood by then.</summary>
    public bool AsRecorded { get; init; }

    /// <summary>Judges the next event, when it is known what goes with it.</summary>
    /// <param name="told">The event, not before the last one unless it was recorded afterwards.</param>
    public void Judge(in LoggedEvent told)
    {
        _events++;
        if (told.Stream.Kind == StreamKind.CaseFile)
        {
            _told.Add(new(told.Stream.Number));
        }

        var minute = checked((told.Day.Number * 1440) + told.Minute);
        if (minute < _lastMinute && !AsRecorded)
        {
            Refuse(told, OutOfOrder);
            return;
        }

        if (_act.Count > 0 && (!EventCommands.GoesWith(_act[0], told) || minute != _lastMinute))
        {
            EndOfAct();
        }

        _lastMinute = minute;
        _act.Add(told);
    }

    /// <summary>The log is over.</summary>
    public Judgement Report()
    {
        EndOfAct();
        var missing = typeof(Command).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && !_commandTypes.ContainsKey(type))
            .Select(type => type.Name).Order(StringComparer.Ordinal);
        return new(
            _told.Count, _events, _refused, [.. _first], _byCode.ToImmutableSortedDictionary(StringComparer.Ordinal),
            _commandTypes.ToImmutableSortedDictionary(pair => pair.Key.Name, pair => pair.Value, StringComparer.Ordinal), [.. missing]);
    }

    // One event that somebody asked for, and what the log tells to go with it.
    private void EndOfAct()
    {
        if (_act.Count == 0)
        {
            return;
        }

        var told = _act[0];
        if (_law is null || told.Day != _lawOf)
        {
            (_law, _lawOf) = (lawOn(told.Day), told.Day);
        }

        _expected.Clear();
        var refusal = EventCommands.IsCompanion(told.Event) ? NothingLedToIt
            : told.Stream.Kind switch
            {
                StreamKind.CaseFile => OnFile(told),
                StreamKind.Site => OnOther(told, EventCommands.OfSite(told.Event)),
                StreamKind.Household => OnOther(told, EventCommands.OfHousehold(told.Event)),
                StreamKind.Country => OnOther(told, EventCommands.OfCountry(told.Event)),
            };
        if (refusal is not null)
        {
            Refuse(told, refusal);
        }

        for (var i = 1; i < _act.Count; i++)
        {
            if (_expected.TryPeek(out var next) && next.Stream == _act[i].Stream && AreSame(next.Event, _act[i].Event))
            {
                _expected.Dequeue();
            }
            else
            {
                Refuse(_act[i], NothingLedToIt);
            }
        }

        while (_expected.TryDequeue(out _))
        {
            Refuse(told, Missing);
        }

        _act.Clear();
    }

    /// <summary>Everything as it stands after the log, on the morning of a day.</summary>
    /// <param name="date">The day after its last event, or a later one.</param>
    /// <param name="law">The law, by date.</param>
    public LiveStock Stock(Day date, Law law)
    {
        EndOfAct();
        return LiveStock.From(
            _files.Select(each => (each.Key, each.Value)), _households.Select(each => (each.Key, each.Value)), _sites.Select(each => (each.Key, each.Value)), date, law);
    }

    private CaseFile FileOf(PersonId person) => _files.GetValueOrDefault(person, CaseFile.Unopened);

    private Household HouseholdOf(HouseholdId household) => _households.GetValueOrDefault(household, Household.Empty);

    private Site SiteOf(SiteId site) => _sites.GetValueOrDefault(site, Site.Unopened);

    private CountryPolicy PolicyOf(StreamId country) => _policies.GetValueOrDefault(country, CountryPolicy.None);

    private Refusal? OnOther(in LoggedEvent told, Command? command)
    {
        if (command is null)
        {
            return NoCommand;
        }

        var act = new Addressed(told.Stream, command);
        var decided = Decide(act, told.Day);
        if (decided.Refusal is not null)
        {
            return decided.Refusal;
        }

        if (!Makes(decided, told.Event))
        {
            return OtherEvent;
        }

        Accept(told, act, decided, first: true);
        return null;
    }

    // On a file only what goes along with an act on another one: its own acts look at the household too.
    private Decision Decide(in Addressed act, Day today) => act.Command switch
    {
        SiteCommand command => Decider.Decide(SiteOf(new(checked((int)act.Stream.Number))), command, today),
        HouseholdCommand command => Decider.Decide(HouseholdOf(new(act.Stream.Number)), command, today),
        PolicyCommand command => Decider.Decide(PolicyOf(act.Stream), command, _law!, today),
        CaseCommand command => Decider.Decide(FileOf(new(act.Stream.Number)), Household.Empty, command, _law!, today),
        var command => throw new UnreachableException($"{command.GetType().Name} is no command on a stream."),
    };

    // Where an event leaves open which command it was, the first counts that would have made this very event.
    private Refusal? OnFile(in LoggedEvent told)
    {
        var (now, file) = (told, FileOf(new(told.Stream.Number)));
        if (EventCommands.Of(told, CollectionsMarshal.AsSpan(_act)[1..], file, out var others) is not { } command)
        {
            return NoCommand;
        }

        var refusal = OnFile(told, Whole(command));
        return refusal is not null && others.Any(other => OnFile(now, other) is null) ? null : refusal;
    }

    // How the file that goes on stands is no part of what happened on the one that rests.
    private CaseCommand Whole(CaseCommand command) =>
        command is MergeInto merge ? merge with { There = Standing.Of(FileOf(merge.Surviving)) } : command;

    private Refusal? OnFile(in LoggedEvent told, CaseCommand command)
    {
        var (person, today) = (new PersonId(told.Stream.Number), told.Day);
        var file = FileOf(person);
        var household = HouseholdOf(file.Presence != Presences.Unopened ? file.Registration.Household : told.Event switch
        {
            PersonArrived arrived => arrived.Household,
            FileTakenOver taken => taken.Household,
            _ => default,
        });
        var decided = Decider.Decide(file, household, command, _law!, today);
        if (decided.Refusal is not null)
        {
            return decided.Refusal;
        }

        if (!Makes(decided, told.Event))
        {
            return OtherEvent;
        }

        var companions = Companions.Of(person, file, command);
        var together = new Decision[companions.Length];
        for (var i = 0; i < together.Length; i++)
        {
            together[i] = Decide(companions[i], today);
            if (together[i].Refusal is { } against)
            {
                return against;
            }
        }

        Accept(told, new(told.Stream, command), decided, first: true);
        for (var i = 0; i < together.Length; i++)
        {
            Accept(told, companions[i], together[i], first: false);
        }

        return null;
    }

    private static bool Makes(in Decision decided, ChainEvent told) =>
        decided.Count > 0 && (decided[0].Equals(told) || MakesWithoutGround(decided[0], told));

    // What was decided before a ground was asked for tells none: another that carries it is assumed, and all else is the same.
    private static bool MakesWithoutGround(ChainEvent made, ChainEvent told) =>
        told is ApplicationDecided { Ground: null } && made is ApplicationDecided decision && (decision with { Ground = null }).Equals(told);

    // Which slot someone gets follows from who left before; when something was refused, that may differ without anything being wrong.
    private bool AreSame(ChainEvent expected, ChainEvent told) =>
        expected.Equals(told) || (_refused > 0 && (expected, told) switch
        {
            (SlotOccupied one, SlotOccupied other) => one.Person == other.Person,
            (SlotReleased one, SlotReleased other) => one.Person == other.Person,
            _ => false,
        });

    private void Accept(in LoggedEvent told, in Addressed act, in Decision decided, bool first)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_commandTypes, act.Command.GetType(), out _)++;
        for (var i = 0; i < decided.Count; i++)
        {
            var happened = decided[i];
            if (i > 0 || !first)
            {
                _expected.Enqueue((act.Stream, happened));
            }

            switch (act.Stream.Kind)
            {
                case StreamKind.CaseFile:
                    var person = new PersonId(act.Stream.Number);
                    _files[person] = Decider.Evolve(FileOf(person), happened, told.Day);
                    break;
                case StreamKind.Household:
                    var household = new HouseholdId(act.Stream.Number);
                    _households[household] = Decider.Evolve(HouseholdOf(household), happened);
                    break;
                case StreamKind.Country:
                    _policies[act.Stream] = Decider.Evolve(PolicyOf(act.Stream), happened, told.Day);
                    break;
                default:
                    var site = new SiteId(checked((int)act.Stream.Number));
                    _sites[site] = Decider.Evolve(SiteOf(site), happened);
                    break;
            }
        }
    }

    private void Refuse(in LoggedEvent told, Refusal refusal)
    {
        _refused++;
        CollectionsMarshal.GetValueRefOrAddDefault(_byCode, refusal.Code, out _)++;
        PersonId? person = told.Stream.Kind == StreamKind.CaseFile ? new(told.Stream.Number) : told.Event switch
        {
            SlotOccupied e => e.Person,
            SlotReleased e => e.Person,
            HouseholdJoined e => e.Person,
            _ => null,
        };
        var found = new RefusedEvent(told, person, refusal);
        if (_first.Count < keep)
        {
            _first.Add(found);
        }

        refused?.Invoke(found);
    }
}
