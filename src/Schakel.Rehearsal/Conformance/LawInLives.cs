using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Rehearsal.Conformance;

// How it works. Most norms change no life, and a rehearsal costs the same whether one norm is changed or two hundred: so all that are
// still in question are changed at once. Equal marks clear them all; else the group is halved, until the norms that do it stand alone.

/// <summary>Which norms change simulated lives, found by trying (recht in levenslopen).</summary>
/// <param name="rehearsals">The rehearsals in which norms are tried, in order.</param>
/// <param name="seed">Seed of every chance.</param>
public sealed class LawInLives(ImmutableArray<TriedRehearsal> rehearsals, ulong seed)
{
    /// <summary>Other values that are tried for a norm, at most.</summary>
    public const int ValuesTried = 8;

    private const int Short = 400;

    private readonly Dictionary<(string Rehearsal, bool Events), LivesMark> _asEnacted = [];

    /// <summary>Tries every norm of the catalogue: steps first, then, for those that change none, what the case file records.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One line for each norm, in the order of the catalogue.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public ImmutableArray<NormInLives> TryAll(CancellationToken stop = default)
    {
        var found = new Dictionary<string, NormInLives>(StringComparer.Ordinal);
        foreach (var effect in (ReadOnlySpan<LifeEffect>)[LifeEffect.Steps, LifeEffect.CaseFile])
        {
            foreach (var rehearsal in rehearsals.Where(r => effect == LifeEffect.Steps || r.Replayed))
            {
                for (var number = 0; number < ValuesTried; number++)
                {
                    var open = NormCatalogue.All.Where(norm => !found.ContainsKey(norm.Id)).ToImmutableArray();
                    foreach (var norm in Changing(rehearsal, Changes(rehearsal, open, number), effect == LifeEffect.CaseFile, stop))
                    {
                        found[norm.Id] = new(norm.Id, effect, rehearsal.Name, norm.Value.GetRawText());
                    }
                }
            }
        }

        return [.. NormCatalogue.All.Select(norm => found.GetValueOrDefault(norm.Id) ?? new(norm.Id, LifeEffect.None, "", ""))];
    }

    /// <summary>The lives under the law as enacted, and as a line changes it.</summary>
    /// <param name="line">A line that names a rehearsal and a value.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The marks of both; equal when the value is what holds anyway.</returns>
    /// <exception cref="NormException">The value is no longer one that the norm accepts.</exception>
    public (LivesMark AsEnacted, LivesMark Changed) Lives(NormInLives line, CancellationToken stop = default)
    {
        var rehearsal = rehearsals.Single(r => r.Name == line.Rehearsal);
        return (AsEnacted(rehearsal, events: true, stop), With(rehearsal, [new(line.Norm, JsonElement.Parse(line.Value))], events: true, stop));
    }

    /// <summary>Changes many norms at once, value by value, in every rehearsal: finds those that do change lives although none should.</summary>
    /// <param name="norms">The norms.</param>
    /// <param name="events">Whether to look at what the case file records as well, where the rehearsal is replayed.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What changes lives after all; empty when nothing does.</returns>
    public IEnumerable<NormInLives> ChangingAfterAll(ImmutableArray<Norm> norms, bool events, CancellationToken stop = default) =>
        from rehearsal in rehearsals
        where !events || rehearsal.Replayed
        from number in Enumerable.Range(0, rehearsal.Replayed ? ValuesTried : 1)
        from norm in Changing(rehearsal, Changes(rehearsal, norms, number), events, stop)
        select new NormInLives(norm.Id, events ? LifeEffect.CaseFile : LifeEffect.Steps, rehearsal.Name, norm.Value.GetRawText());

    private static ImmutableArray<Change> Changes(TriedRehearsal rehearsal, ImmutableArray<Norm> norms, int number) =>
    [
        .. norms.Select(norm => (norm.Id, Values: Others(rehearsal, norm.Id).Skip(number).Take(1).ToArray()))
            .Where(each => each.Values.Length == 1)
            .Select(each => new Change(each.Id, each.Values[0])),
    ];

    // Values within the norm's range that it does not hold on all days already.
    private static IEnumerable<JsonElement> Others(TriedRehearsal rehearsal, string id)
    {
        Law[] laws = [rehearsal.Inputs.Law, .. rehearsal.Inputs.Laws.Select(later => later.Law)];
        return laws.SelectMany(law => law.VersionsOf(id)).Select(Json).DistinctBy(value => value.GetRawText(), StringComparer.Ordinal)
            .SelectMany(OtherValues.Of).DistinctBy(value => value.GetRawText(), StringComparer.Ordinal)
            .Where(value => laws.Any(law => Accepts(law, id, value)))
            .OrderBy(value => value.GetRawText().Length > Short); // A table of two years' days comes last.
    }

    private static bool Accepts(Law law, string id, JsonElement value)
    {
        try
        {
            var changed = law.With(id, value).VersionsOf(id);
            return changed.Count != law.VersionsOf(id).Count || changed.Zip(law.VersionsOf(id)).Any(pair => pair.First.ValueInWords != pair.Second.ValueInWords);
        }
        catch (InvalidNormValueException)
        {
            return false;
        }
    }

    private List<Change> Changing(TriedRehearsal rehearsal, ImmutableArray<Change> changes, bool events, CancellationToken stop)
    {
        if (changes.IsEmpty || !Differs(rehearsal, changes, events, stop))
        {
            return [];
        }

        return changes.Length == 1
            ? [changes[0]]
            : [.. Changing(rehearsal, changes[..(changes.Length / 2)], events, stop), .. Changing(rehearsal, changes[(changes.Length / 2)..], events, stop)];
    }

    private bool Differs(TriedRehearsal rehearsal, ImmutableArray<Change> changes, bool events, CancellationToken stop) =>
        With(rehearsal, changes, events, stop) != AsEnacted(rehearsal, events, stop);

    private LivesMark AsEnacted(TriedRehearsal rehearsal, bool events, CancellationToken stop)
    {
        if (!_asEnacted.TryGetValue((rehearsal.Name, events), out var mark))
        {
            _asEnacted[(rehearsal.Name, events)] = mark = LivesMark.Of(rehearsal.Inputs, seed, events, stop);
        }

        return mark;
    }

    private LivesMark With(TriedRehearsal rehearsal, ImmutableArray<Change> changes, bool events, CancellationToken stop)
    {
        Law On(Law law) => changes.Aggregate(law, (changed, change) => changed.With(change.Id, change.Value));
        var inputs = rehearsal.Inputs;
        return LivesMark.Of(inputs with { Law = On(inputs.Law), Laws = [.. inputs.Laws.Select(later => later with { Law = On(later.Law) })] }, seed, events, stop);
    }

    private static JsonElement Json(NormVersion version)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            version.WriteValue(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private sealed record Change(string Id, JsonElement Value);
}
