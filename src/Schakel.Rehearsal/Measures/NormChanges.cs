using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Measures;

/// <summary>The law with measures, from day to day (recht met maatregelen).</summary>
internal static class NormChanges
{
    /// <summary>The changes of the law that a rehearsal lives through: those of the baseline, each with what measures changed by then.</summary>
    /// <returns>The baseline's own list when nothing reads otherwise.</returns>
    public static ImmutableArray<LawChange> Apply(ModelInputs baseline, List<(NormChange Norm, Measure Measure)> norms)
    {
        RefuseTwice(norms);
        var days = norms.Select(n => n.Norm.From).Concat(baseline.Laws.Select(l => l.From)).Distinct().Order().ToList();
        var laws = ImmutableArray.CreateBuilder<LawChange>();
        var current = baseline.Law;
        foreach (var day in days)
        {
            var law = baseline.Laws.LastOrDefault(l => l.From <= day)?.Law ?? baseline.Law;
            foreach (var (norm, measure) in norms.Where(n => n.Norm.From <= day))
            {
                law = With(law, norm, measure);
            }

            if (law.Hash != current.Hash)
            {
                laws.Add(new LawChange(day, law));
                current = law;
            }
        }

        return norms.Count == 0 || Same(laws, baseline.Laws) ? baseline.Laws : laws.ToImmutable();
    }

    // The new value, and where it ends the versions that would have followed.
    private static Law With(Law law, NormChange norm, Measure measure)
    {
        try
        {
            var versions = law.VersionsOf(norm.Id);
            var changed = law.With(norm.Id, norm.Value, norm.Running ? null : norm.From);
            if (norm.Until is not { } last)
            {
                return changed;
            }

            var after = last.PlusDays(1);
            var next = versions.Where(v => v.Until is null || v.Until >= after).ToList();
            if (next.Count == 0 || next[0].From > after)
            {
                throw new MeasureFaultException(
                    measure.File, norm.Path, last.ToString(), $"the change cannot end then: without it {norm.Id} is not in force on {after}");
            }

            foreach (var version in next)
            {
                changed = changed.With(norm.Id, ValueOf(version), version.From > after ? version.From : after);
            }

            return changed;
        }
        catch (NormException fault)
        {
            throw new MeasureFaultException(measure.File, norm.Path, norm.Value.GetRawText(), fault.Message.TrimEnd('.'), fault);
        }
    }

    private static JsonElement ValueOf(NormVersion version)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            version.WriteValue(writer);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static void RefuseTwice(List<(NormChange Norm, Measure Measure)> norms)
    {
        for (var i = 1; i < norms.Count; i++)
        {
            var (norm, measure) = norms[i];
            foreach (var (other, by) in norms.Take(i))
            {
                if (other.Id == norm.Id && other.From == norm.From)
                {
                    throw new MeasureFaultException(
                        measure.File, norm.Path, norm.Value.GetRawText(),
                        $"the norm {norm.Id} is changed twice from {norm.From}; the other time at {(by.Id == measure.Id ? other.Path : $"{by.File}, {other.Path}")}");
                }
            }
        }
    }

    private static bool Same(ImmutableArray<LawChange>.Builder one, ImmutableArray<LawChange> other) =>
        one.Count == other.Length && one.Zip(other).All(pair => pair.First.From == pair.Second.From && pair.First.Law.Hash == pair.Second.Law.Hash);
}
