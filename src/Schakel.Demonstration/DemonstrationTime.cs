using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Steps;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Log;

namespace Schakel.Demonstration;

/// <summary>What looks at terms after a day has passed, and records what lapsed; idempotent.</summary>
/// <param name="today">The chain's new day.</param>
/// <param name="cancellation">Ends it early.</param>
/// <returns>How many lapses it recorded.</returns>
public delegate Task<int> AfterDay(Day today, CancellationToken cancellation);

// How it works. The script says what the synthetic people and partners do, by day. A day passes: its steps go through the desk as acts, in
// order, under keys that follow from the script and the step; then the clock moves, the term watch looks, and the state is written. Killed
// anywhere, the same day is done again: whatever stands in the log under a key of the script is passed over. Anything else in the log that
// the clock did not record is an intervention: what happens next is then drawn anew from the files as they stand, for everybody, as beds
// and hours are shared (see LivePlan). The desk does acts in the order in which they come, so a day's acts are handed in together and wait for
// one sync; only a step that looks at a file or site which an act before it touches waits for that act. What it looks at the desk has at hand.

/// <summary>The time of a demonstration (demonstratietijd): days pass when somebody lets them.</summary>
public sealed class DemonstrationTime : IChainTime, IDisposable
{
    private const int MostTogether = 512;
    private const int MostDays = 366;
    private const int MostTold = 20;
    private const long HearingsPlanned = 1L << 40; // Beyond the number of any step.
    private const long HearingsHeld = 1L << 41;
    private readonly string _folder;
    private readonly ChainStore _store;
    private readonly DemonstrationClock _clock;
    private readonly AfterDay? _watch;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lazy<ChainData> _data = new(() => ChainData.Load(null));
    private readonly Lazy<ImmutableArray<string>> _groups;
    private readonly HashSet<long> _done = [];
    private readonly SyntheticDeciders _deciders;
    private Standing _standing;
    private DemonstrationState _state;
    private LivePlan? _script;

    internal DemonstrationTime(string folder, ChainStore store, DemonstrationClock clock, DemonstrationState state, AfterDay? watch, ExampleStaff staff)
    {
        (_folder, _store, _clock, _state, _watch) = (folder, store, clock, state, watch);
        _deciders = new(staff.Deciders, state.Scale);
        _standing = new(store.Log, state.Position);
        _groups = new(() => DemonstrationScript.GroupNames(_data.Value, _state.Scale));
    }

    /// <inheritdoc/>
    public Day Today => _clock.Today;

    /// <inheritdoc/>
    public Task<AdvanceReport> AdvanceAsync(int days, CancellationToken cancellation = default) => InTurnAsync(
        days, () => PassAsync(Nothing with { Days = days, From = Today, Today = Today }, _ => _state, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<AdvanceResult> AdvanceOnceAsync(int days, ActKey key, CancellationToken cancellation = default) => InTurnAsync<AdvanceResult>(
        days,
        async () =>
        {
            var before = _state.Moves.FirstOrDefault(each => each.Key == key);
            if (before is not null && before.Days != days)
            {
                return new AdvanceResult.Refused(ActRefusals.KeyUsedOtherwise);
            }
            if (before is not null && before.Passed == days)
            {
                return new AdvanceResult.Passed(before.Report, Repeated: true);
            }
            var move = before ?? Nothing with { Key = key, Days = days, From = Today, Today = Today };
            return new AdvanceResult.Passed(
                await PassAsync(move, moved => _state with { Moves = moved.Among(_state.Moves) }, cancellation).ConfigureAwait(false), Repeated: false);
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static KeptMove Nothing { get; } = new(default, 0, 0, default, default, 0, 0, 0, 0, 0);

    private async Task<T> InTurnAsync<T>(int days, Func<Task<T>> pass, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await pass().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    // What is left of a move passes; the state that a move brings is written with each of its days.
    private async Task<AdvanceReport> PassAsync(KeptMove move, Func<KeptMove, DemonstrationState> stateOf, CancellationToken cancellation)
    {
        var tally = new Tally(move);
        while (move.Passed < move.Days)
        {
            cancellation.ThrowIfCancellationRequested();
            await PassDayAsync(tally, cancellation).ConfigureAwait(false);
            move = tally.Of(move) with { Passed = move.Passed + 1, Today = Today };
            Write(stateOf(move) with { Today = Today, Position = _standing.Position });
        }
        return move.Report with { First = [.. tally.First] };
    }

    private async Task PassDayAsync(Tally tally, CancellationToken cancellation)
    {
        Follow();
        var script = ScriptOf(tally, cancellation);
        await HoldCourtAsync(script, tally).ConfigureAwait(false);
        await LiveAsync(script, tally).ConfigureAwait(false);
        var (today, next) = (Today, Today.PlusDays(1));
        _clock.MoveTo(next);
        try
        {
            tally.ByClock += _watch is null ? 0 : await _watch(next, cancellation).ConfigureAwait(false);
        }
        catch
        {
            _clock.MoveTo(today); // The day did not pass: as after a kill, it is done again.
            throw;
        }
        Follow();
        _done.Clear();
    }

    private LivePlan ScriptOf(Tally tally, CancellationToken cancellation)
    {
        if (_script is null && !_state.Intervened)
        {
            using var file = File.OpenRead(_state.ScriptIn(_folder));
            _script = LivePlan.Read(file);
        }
        if (_script is null || _state.Intervened || Today >= _script.Start.PlusDays(_script.Days))
        {
            tally.Redrawn++;
            Redraw(cancellation);
        }
        return _script!;
    }

    private void Redraw(CancellationToken cancellation)
    {
        if (!_standing.IsWhole)
        {
            _standing = new(_store.Log);
            _standing.ReadWhole();
        }
        var stock = LiveStock.From(_standing.Files, _standing.Households, _standing.Sites, Today, DemonstrationLaw.On(Today));
        _script = DemonstrationScript.Draw(_data.Value, stock, _state.Scale, _state.Seed, cancellation);
        var (before, after) = (_state, _state with { Script = _state.Script + 1, Intervened = false, Position = _standing.Position });
        AtomicFile.Write(after.ScriptIn(_folder), _script.Write);
        Write(after);
        _done.Clear();
        File.Delete(before.ScriptIn(_folder));
    }

    // Before the day's steps: whoever is ruled upon that day has been heard before.
    private async Task HoldCourtAsync(LivePlan script, Tally tally)
    {
        var (steps, first, law) = (script.Steps, (Today - script.Start + 1) * 1440, DemonstrationLaw.On(Today));
        var coming = new List<int>();
        for (var i = FirstFrom(steps, first); i < steps.Count && steps[i].Minute < first + (SyntheticCourt.Ahead * 1440); i++)
        {
            if (steps[i].Kind == StepKind.RuleOnAppeal)
            {
                coming.Add(i);
            }
        }
        var seen = await _store.Desk.LookAsync([.. coming.Select(i => script.StreamOf(steps[i]))]).ConfigureAwait(false);
        var acts = from i in coming
                   let stream = script.StreamOf(steps[i])
                   let command = SyntheticCourt.ActOn((CaseFile)seen[stream], script.DayOf(steps[i]), law, Today)
                   let number = i + (command is HoldCourtHearing ? HearingsHeld : HearingsPlanned)
                   where command is not null && !_done.Contains(number)
                   select new Act(KeyOf(number), Doers.Of(command, stream), Doers.PurposeOf(command), Today, [new(stream, command)]);
        foreach (var together in acts.Chunk(MostTogether))
        {
            var answers = await Task.WhenAll(together.Select(act => _store.Desk.DoAsync(act))).ConfigureAwait(false);
            foreach (var (act, answer) in together.Zip(answers))
            {
                Count(act, answer, tally);
            }
        }
    }

    private async Task LiveAsync(LivePlan script, Tally tally)
    {
        var minute = (Today - script.Start) * 1440;
        var group = new List<int>();
        var touched = new HashSet<StreamId>();
        for (var i = FirstFrom(script.Steps, minute); i < script.Steps.Count && script.Steps[i].Minute < minute + 1440; i++)
        {
            if (_done.Contains(i))
            {
                continue;
            }
            var step = script.Steps[i];
            if (group.Count >= MostTogether || script.LooksAt(step).Any(touched.Contains))
            {
                await DoAsync(script, group, tally).ConfigureAwait(false);
                touched.Clear();
            }
            group.Add(i);
            touched.Add(script.StreamOf(step));
        }
        await DoAsync(script, group, tally).ConfigureAwait(false);
    }

    private async Task DoAsync(LivePlan script, List<int> group, Tally tally)
    {
        var seen = await _store.Desk.LookAsync(group.SelectMany(i => script.LooksAt(script.Steps[i]).Append(script.StreamOf(script.Steps[i]))).ToHashSet()).ConfigureAwait(false);
        var waiting = group.ConvertAll(i =>
        {
            var act = ActOf(script, i, stream => seen[stream]);
            return (Act: act, Answer: _store.Desk.DoAsync(act));
        });
        foreach (var (act, answer) in waiting)
        {
            Count(act, await answer.ConfigureAwait(false), tally);
        }
        group.Clear();
    }

    private Act ActOf(LivePlan script, int index, Func<StreamId, object> seen)
    {
        var step = script.Steps[index];
        var stream = script.StreamOf(step);
        var file = stream.Kind == StreamKind.CaseFile ? (CaseFile)seen(stream) : CaseFile.Unopened;
        var commands = script.CommandsOf(step, seen).Select(command => _deciders.Given(SyntheticCentres.Placed(command, stream), file.Registration.Household)).ToList();
        var doer = Doers.Of(commands[0], stream, file.Circle.Lawyer);
        var purpose = Doers.PurposeOf(commands[0]);
        if (stream.Kind == StreamKind.CaseFile && SyntheticPeople.IsNamedAt(step.Kind))
        {
            var person = script.PersonOf(step);
            commands.AddRange(SyntheticPeople.Naming(new(stream.Number), person, _groups.Value[person.Group], commands[0] is IdentifyPerson identify ? identify.By : null));
        }
        return new(KeyOf(index), doer, purpose, Today, [.. commands.Select(command => new Addressed(stream, command))]);
    }

    private void Count(Act act, ActResult result, Tally tally)
    {
        tally.Acts++;
        if ((result is ActResult.Repeated repeated ? repeated.First : result) is not ActResult.Refused refused)
        {
            return;
        }
        var (stream, command) = act.Commands[0];
        if (IsAlreadyByClock(act, stream, command))
        {
            tally.AlreadyByClock++;
        }
        else
        {
            tally.Refuse(new(stream, Today, command.GetType().Name, refused.Refusal));
        }
    }

    // The script's clock comes round once a day at an hour of its own; the term watch may have recorded the same before it.
    private bool IsAlreadyByClock(Act act, StreamId stream, Command command) =>
        act.Doer.Kind == DoerKind.Clock && _store.Log.ReadStream(stream).Any(recorded =>
            recorded.Envelope.Doer.Kind == DoerKind.Clock && recorded.Envelope.OccurredOn >= _script!.Start && (recorded.Event, command) switch
            {
                (TransferLapsed, LapseTransfer) or (DublinRequestLapsed, LapseDublinRequest) or (EntryGranted, GrantEntry) => true,
                _ => false,
            });

    // Whatever the log has that neither the script nor the clock did is an intervention.
    private void Follow() => _standing.CatchUp(recorded =>
    {
        var key = recorded.Envelope.ActKey.Value;
        if (key >> 64 == (UInt128)(DemonstrationBuild.KeyMark + _state.Script))
        {
            _done.Add((long)(ulong)(key & ulong.MaxValue));
        }
        else if (recorded.Envelope.Doer.Kind != DoerKind.Clock && !_state.Intervened)
        {
            Write(_state with { Intervened = true });
        }
    });

    private ActKey KeyOf(long index) => ActKey.Of(DemonstrationBuild.KeyMark + _state.Script, index);

    private void Write(DemonstrationState state)
    {
        state.Write(_folder);
        _state = state;
    }

    private static int FirstFrom(IReadOnlyList<Step> steps, int minute)
    {
        var (from, to) = (0, steps.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = steps[middle].Minute < minute ? (middle + 1, to) : (from, middle);
        }
        return from;
    }

    private sealed class Tally(KeptMove before)
    {
        public int Acts { get; set; } = before.Acts;

        public int Refused { get; private set; } = before.Refused;

        public int Redrawn { get; set; } = before.Redrawn;

        public int ByClock { get; set; } = before.ByClock;

        public int AlreadyByClock { get; set; } = before.AlreadyByClock;

        public List<RefusedScriptAct> First { get; } = [];

        public KeptMove Of(KeptMove move) => move with { Acts = Acts, Refused = Refused, Redrawn = Redrawn, ByClock = ByClock, AlreadyByClock = AlreadyByClock };

        public void Refuse(RefusedScriptAct refused)
        {
            Refused++;
            if (First.Count < MostTold)
            {
                First.Add(refused);
            }
        }
    }
}
