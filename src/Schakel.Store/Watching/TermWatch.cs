using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Rows;

namespace Schakel.Store.Watching;

/// <summary>What a look at the terms brought (uitkomst van de bewaking).</summary>
/// <param name="ByLaw">What follows by operation of law and was recorded now.</param>
/// <param name="Observed">Last days that passed, observed now.</param>
/// <param name="Known">Recorded by an earlier look.</param>
/// <param name="NotNow">The file changed meanwhile, or the file refuses: the next look sees it as it is then.</param>
public sealed record WatchReport(int ByLaw, int Observed, int Known, int NotNow);

// How it works. The steps in the table tell what follows by operation of law from which day on, and which last days have passed, of what is to
// be done and of what a person may do: they hold days and never today, so that a watch that was down for months sees what one sees that looked every day. Each act has a key made of the
// person, the step and the day: whoever does it again, at the same time or after a crash, is told that it was done. What it was told the
// watch remembers, so that it does not ask again tomorrow; a new watch knows nothing, and asks for all keys at once which were used before.

/// <summary>
/// Looks at what expires (termijnbewaking), in files and beside them, and records what the law itself brings about and what was observed. It takes
/// no decisions (red line 3): it has no other commands than those here and in <see cref="TermsBesideFiles"/>, none of which an official has to give.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The chain's date.</param>
public sealed class TermWatch(ChainStore store, IChainClock clock)
{
    private const int Together = 500;
    private HashSet<ActKey> _known = [];

    /// <summary>What follows by operation of law, by step.</summary>
    public static ImmutableDictionary<string, CaseCommand> ByLaw { get; } = new Dictionary<string, CaseCommand>
    {
        [BorderSteps.Enter.Code] = new GrantEntry(Official.Clock, ByOperationOfLaw: true),
        [DublinSteps.LapseOfRequest.Code] = new LapseDublinRequest(TakeBack: false), // The longest time: until a state is asked for something, that is what runs.
        [DublinSteps.LapseOfTransfer.Code] = new LapseTransfer(),
        [PermitSteps.Expire.Code] = new RecordPermitExpiry(Official.Clock),
        [PreparationSteps.Expire.Code] = new ExpireTravelDocument(Official.Clock),
        [CircleSteps.OfAge.Code] = new EndGuardianship(Official.Clock, GuardianshipEnd.CameOfAge),
    }.ToImmutableDictionary();

    /// <summary>Looks once.</summary>
    /// <param name="cancellation">Ends it between two acts; what was recorded stays.</param>
    public async Task<WatchReport> LookAsync(CancellationToken cancellation = default)
    {
        var today = clock.Today;
        var (byLaw, observed, known, notNow) = (0, 0, 0, 0);
        List<Act> acts = [.. Due(today), .. TermsBesideFiles.Due(store, today, KeyOf)];
        var before = _known;
        var now = acts.Where(act => before.Contains(act.Key)).Select(act => act.Key).ToHashSet(); // Those whose step is gone are forgotten.
        _known = now;
        var fresh = acts.Where(act => !before.Contains(act.Key)).ToList();
        var done = await store.Desk.DoneBeforeAsync(fresh.ConvertAll(act => act.Key)).ConfigureAwait(false);
        now.UnionWith(done);
        known = now.Count;
        foreach (var chunk in fresh.Where(act => !done.Contains(act.Key)).Chunk(Together))
        {
            cancellation.ThrowIfCancellationRequested();
            var results = await Task.WhenAll(chunk.Select(act => store.Desk.DoAsync(act, cancellation))).ConfigureAwait(false);
            for (var i = 0; i < results.Length; i++)
            {
                switch (results[i])
                {
                    case ActResult.Accepted when chunk[i].Commands[0].Command is ObserveLapse or ObserveReviewLapse or ObserveRemedyLapse:
                        now.Add(chunk[i].Key);
                        observed++;
                        break;
                    case ActResult.Accepted:
                        byLaw++;
                        break;
                    case ActResult.Repeated:
                    case ActResult.Refused { Refusal: var refusal } when refusal.Code == ActRefusals.KeyUsedOtherwise.Code:
                        now.Add(chunk[i].Key);
                        known++;
                        break;
                    default:
                        notNow++;
                        break;
                }
            }
        }
        return new(byLaw, observed, known, notNow);
    }

    /// <summary>The acts of a look. What follows by law comes first: it may end what would lapse otherwise.</summary>
    private List<Act> Due(Day today)
    {
        using var view = store.Models.Look();
        var day = today.Number;
        var acts = (from step in view.Steps
                    join file in view.Files on step.Person equals file.Person
                    where step.Party == (int)Party.OperationOfLaw && step.Rank == StepRank.ByLaw && step.SortDay <= day && (step.Until == null || step.Until >= day)
                    orderby step.SortDay, step.Person, step.Ordinal
                    select new { step, file.Version }).AsEnumerable()
            .Where(found => ByLaw.ContainsKey(found.step.Code))
            // The version in the key: refused today, the step is looked at again when something happened. Once done, it is gone.
            .Select(found => Of(found.step, ByLaw[found.step.Code], today, found.step.SortDay, found.Version)).ToList();
        // What is to be done is late as long as it can be done; a right is over when it can no longer be used, such as to appeal.
        acts.AddRange(view.Steps
            .Where(step => step.SortDay < day && ((step.Force == (int)StepKind.Due && (step.Until == null || step.Until >= day)) || step.Force == (int)StepKind.Right))
            .OrderBy(step => step.SortDay).ThenBy(step => step.Person).ThenBy(step => step.Ordinal).AsEnumerable()
            .Select(step => Of(step, new ObserveLapse(step.Code, new(step.SortDay)), today, step.SortDay, null)));
        return acts;
    }

    private static Act Of(StepRow step, CaseCommand command, Day today, int day, int? version)
    {
        var stream = StreamId.Of(new PersonId(step.Person));
        return new(KeyOf(step.Person, step.Code, day, version), Doer.Clock, Purpose.Procedure, today, [new(stream, command)])
        {
            // Only what was seen: a file that went on meanwhile is looked at again.
            Expected = version is { } seen ? [new(stream, seen)] : [],
        };
    }

    // The day of the act is no part of the key, but of what it says: who looks again on a later day says something else under the same key,
    // and the desk answers that the key was used. Both answers mean that it was done.
    private static ActKey KeyOf(long person, string step, int day, int? version) => KeyOf(FormattableString.Invariant($"watch|{person}|{step}|{day}|{version}"));

    private static ActKey KeyOf(StreamId stream, string observed, int version) =>
        KeyOf(FormattableString.Invariant($"watch|{(int)stream.Kind}/{stream.Number}|{observed}|{version}"));

    private static ActKey KeyOf(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return ActKey.Of(BinaryPrimitives.ReadInt64BigEndian(hash), BinaryPrimitives.ReadInt64BigEndian(hash.AsSpan(8)));
    }
}
