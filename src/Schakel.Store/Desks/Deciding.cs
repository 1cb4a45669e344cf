using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Desks;

// How it works. Only the desk's thread comes here. An act is decided command by command against what its streams are now, which includes
// acts of the same group that are not durable yet; its events and new states stand in an overlay of the act, which is dropped when a
// command is refused, and otherwise goes into the group and the cache. If the group cannot be committed, all of memory is dropped and
// read again from the log.

/// <summary>Decides acts, one after another, into one group (beslissen).</summary>
internal sealed class Deciding(Database database, KeyVault vault, EventReader reader, DeskSettings settings, NumberHashes hashes)
{
    private readonly StreamLoader _loader = new(database, vault, reader);
    private readonly StreamCache _cache = new(Math.Max(1, settings.MostCached / 2));
    private readonly NumberGuard _numbers = new(database, hashes);
    private readonly Dictionary<StreamId, StreamState> _overlay = [];
    private readonly List<StoredEvent> _events = [];
    private readonly List<RecordedEvent> _recorded = [];
    private readonly List<StreamRow> _newStreams = [];
    private readonly HashSet<StreamId> _touched = [];
    private readonly Dictionary<int, Law> _laws = [];
    private Batch _batch = new();
    private long _position = database.LastPosition();
    private long _highestKey = database.HighestKey();
    private long _newKeys;
    private DateTimeOffset _now;

    /// <summary>Begins a group.</summary>
    public void Begin()
    {
        _batch = new();
        _touched.Clear();
        _now = Instants.FromMicroseconds(Instants.ToMicroseconds(settings.Time.GetUtcNow()));
    }

    /// <summary>Decides an act and puts it into the group, with its answer.</summary>
    public ActResult Decide(Act act, byte[] content)
    {
        Drop();
        try
        {
            var result = DecideWhole(act);
            if (result is ActResult.Stale)
            {
                return result;
            }
            if (result is ActResult.Accepted)
            {
                Keep();
            }
            _batch.Acts.Add(new() { Key = act.Key.ToBytes(), Content = content, Answer = ActAnswer.Write(result), RecordedAt = Instants.ToMicroseconds(_now) });
            return result;
        }
        finally
        {
            Drop();
        }
    }

    /// <summary>The group, with the rows that follow from it.</summary>
    public Batch Finish()
    {
        var rows = new RowsOfGroup(settings, LawOn(settings.Clock.Today), Peek, (stream, state) => _cache.Keep(stream, state));
        rows.Add(_touched, _batch);
        return _batch;
    }

    /// <summary>The last position decided; durable once the group is.</summary>
    public long Position => _position;

    /// <summary>The highest number of a key in use.</summary>
    public long HighestKey => _highestKey;

    /// <summary>Forgets all that is not known to be durable.</summary>
    public void Forget()
    {
        _cache.Clear();
        _position = database.LastPosition();
        _highestKey = database.HighestKey();
    }

    /// <summary>Keeps streams as they stand now, so that they need not be read again.</summary>
    /// <param name="states">As whoever wrote them last knows them, durable.</param>
    public void Learn(IEnumerable<KeyValuePair<StreamId, StreamState>> states)
    {
        foreach (var (stream, state) in states)
        {
            _cache.Keep(stream, state);
        }
    }

    /// <summary>Whether the content of a stream was erased.</summary>
    public bool IsErased(StreamId stream) => database.FindStream(stream) is { ErasedAt: not null };

    /// <summary>Forgets one stream.</summary>
    public void Forget(StreamId stream) => _cache.Drop(stream);

    /// <summary>A stream as it is now.</summary>
    public StreamState Peek(StreamId stream)
    {
        if (_overlay.TryGetValue(stream, out var state))
        {
            return state;
        }
        return Before(stream);
    }

    // As it was when the act began: without what the act has done so far.
    private StreamState Before(StreamId stream)
    {
        if (_cache.Find(stream) is { } kept)
        {
            return kept;
        }
        var loaded = _loader.Load(stream);
        _cache.Keep(stream, loaded);
        return loaded;
    }

    private ActResult DecideWhole(Act act)
    {
        var today = settings.Clock.Today;
        if (AgainstAct(act, today) is { } whole)
        {
            return new ActResult.Refused(whole, default, -1);
        }
        foreach (var (stream, expected) in act.Expected)
        {
            var actual = Peek(stream).Version;
            if (actual != expected)
            {
                return new ActResult.Stale(stream, expected, actual);
            }
        }
        for (var i = 0; i < act.Commands.Length; i++)
        {
            if (DecideCommand(act, act.Commands[i]) is { } refused)
            {
                return refused with { Command = i };
            }
        }
        if (DecideNumbers() is var (person, why))
        {
            var stream = StreamId.Of(new PersonId(person));
            return new ActResult.Refused(why, stream, Math.Max(0, act.Commands.ToList().FindLastIndex(each => each.Stream == stream)));
        }
        return new ActResult.Accepted(
            _position + _events.Count, [.. _overlay.Select(changed => new ExpectedVersion(changed.Key, changed.Value.Version))], [.. _recorded]);
    }

    private (long Person, Refusal Why)? DecideNumbers() => _numbers.Decide(
        _overlay.Where(changed => changed.Value.State is CaseFile).Select(changed => (changed.Key.Number, (CaseFile)Before(changed.Key).State, (CaseFile)changed.Value.State)),
        person => (CaseFile)Peek(StreamId.Of(new PersonId(person))).State, _batch);

    private static Refusal? AgainstAct(Act act, Day today) =>
        act.Commands.IsDefaultOrEmpty ? ActRefusals.Empty
        : act.Commands.Length > Act.MostCommands ? ActRefusals.TooLarge
        : act.Ground is { Length: > Act.LongestGround } ? ActRefusals.GroundTooLong
        : act.OccurredOn > today ? ActRefusals.InTheFuture.On(today)
        : null;

    private ActResult.Refused? DecideCommand(Act act, in Addressed addressed)
    {
        var (stream, command) = addressed;
        if (command is OccupySlot or ReleaseSlot or JoinHousehold or GrantEntryVisas)
        {
            return new(ActRefusals.Companion, stream, 0);
        }
        var before = Peek(stream);
        if (before.Erased)
        {
            return new(ActRefusals.Erased, stream, 0);
        }
        if (stream.Number <= 0 || (stream.Kind == StreamKind.Country && CountryCode.WithNumber(stream.Number) is null))
        {
            return new(ActRefusals.WrongAddress, stream, 0);
        }
        var decision = DecideOne(before.State, command, act.OccurredOn);
        if (decision is not { } made)
        {
            return new(ActRefusals.WrongAddress, stream, 0);
        }
        if (made.Refusal is { } refusal)
        {
            return new(refusal, stream, 0);
        }
        Append(act, stream, made, withGround: true);
        if (command is not CaseCommand onFile)
        {
            return null;
        }
        foreach (var companion in Companions.Of(new(stream.Number), (CaseFile)before.State, onFile))
        {
            var other = Peek(companion.Stream);
            if (other.Erased)
            {
                return new(ActRefusals.Erased, companion.Stream, 0);
            }
            var together = DecideOne(other.State, companion.Command, act.OccurredOn)
                ?? throw new UnreachableException($"{companion.Command.GetType().Name} is addressed to {Naming.Of(companion.Stream)}.");
            if (together.Refusal is { } no)
            {
                return new(no, companion.Stream, 0);
            }
            // A site's stream is in the clear: the ground of an act on a person is not for it.
            Append(act, companion.Stream, together, withGround: !companion.Stream.IsInTheClear);
        }
        return null;
    }

    private Decision? DecideOne(object state, Command command, Day on) => (state, command) switch
    {
        (CaseFile file, CaseCommand act) => Decider.Decide(file, HouseholdOf(file, act), PolicyOf(file, act), act, LawOn(on), on),
        (Household household, HouseholdCommand act) => Decider.Decide(household, act, on),
        (Site site, SiteCommand act) => Decider.Decide(site, act, on),
        (CountryPolicy policy, PolicyCommand act) => Decider.Decide(policy, act, LawOn(on), on),
        _ => (Decision?)null,
    };

    private Household HouseholdOf(CaseFile file, CaseCommand command) =>
        Companions.HouseholdOf(file, command) is { Value: > 0 } household ? (Household)Peek(StreamId.Of(household)).State : Household.Empty;

    // As it is now, acts before this one in the same group included: a moratorium that was lifted a moment ago is applied to nobody.
    private CountryPolicy PolicyOf(CaseFile file, CaseCommand command) =>
        PolicyInFiles.CountryOf(file, command) is { } country ? (CountryPolicy)Peek(StreamId.Of(country)).State : CountryPolicy.None;

    private Law LawOn(Day day)
    {
        if (!_laws.TryGetValue(day.Number, out var law))
        {
            if (_laws.Count > 4096)
            {
                _laws.Clear();
            }
            _laws[day.Number] = law = settings.LawOn(day);
        }
        return law;
    }

    private void Append(Act act, StreamId stream, in Decision decision, bool withGround)
    {
        if (decision.Count == 0)
        {
            return;
        }
        var state = Peek(stream);
        if (state.Version == 0)
        {
            state = Open(stream, state);
        }
        var ground = withGround ? act.Ground : null;
        for (var i = 0; i < decision.Count; i++)
        {
            var happened = decision[i];
            var type = EventCatalogue.Of(happened.GetType());
            var version = state.Version + 1;
            var plain = Sealing.Plain(ground, EventJson.WriteUtf8(happened));
            var payload = state.KeyNumber == 0 ? Sealing.InTheClear(plain) : Sealing.Seal(state.KeyNumber, state.Key!, stream, version, plain);
            var envelope = new Envelope(
                _position + _events.Count + 1, stream, version, type.Name, type.Version, act.OccurredOn, _now, act.Doer, act.Purpose, null, act.Key, default);
            var hash = HashChain.Of(state.Hash, envelope, payload);
            envelope = envelope with { Hash = hash };
            _events.Add(new(envelope, payload));
            _recorded.Add(new(ground is null ? envelope : envelope with { Ground = ground }, happened));
            state = state with { Version = version, Hash = hash, State = Histories.After(state.State, happened, act.OccurredOn) };
        }
        _overlay[stream] = state;
    }

    private StreamState Open(StreamId stream, StreamState state)
    {
        if (stream.IsInTheClear)
        {
            _newStreams.Add(new() { Kind = (short)stream.Kind, Number = stream.Number });
            return state;
        }
        var number = _highestKey + ++_newKeys;
        _newStreams.Add(new() { Kind = (short)stream.Kind, Number = stream.Number, KeyNumber = number });
        return state with { KeyNumber = number, Key = vault.ForWriting(number) };
    }

    private void Keep()
    {
        _position += _events.Count;
        _highestKey += _newKeys;
        _batch.Events.AddRange(_events);
        _batch.NewStreams.AddRange(_newStreams);
        _numbers.Keep(_batch);
        foreach (var (stream, state) in _overlay)
        {
            _cache.Keep(stream, state);
            _touched.Add(stream);
        }
        foreach (var recorded in _recorded)
        {
            if (SlotOf(recorded) is var (site, slot, person))
            {
                _batch.Slots[(site, slot)] = person;
            }
        }
    }

    /// <summary>What an event does to a slot, if anything.</summary>
    public static (int Site, int Slot, long? Person)? SlotOf(RecordedEvent recorded) => recorded.Event switch
    {
        SlotOccupied occupied => ((int)recorded.Envelope.Stream.Number, occupied.Slot, occupied.Person.Value),
        SlotReleased released => ((int)recorded.Envelope.Stream.Number, released.Slot, null),
        _ => null,
    };

    private void Drop()
    {
        _overlay.Clear();
        _events.Clear();
        _recorded.Clear();
        _newStreams.Clear();
        _newKeys = 0;
    }
}
