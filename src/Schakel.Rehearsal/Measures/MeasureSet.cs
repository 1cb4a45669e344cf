using System.Collections.Immutable;
using System.Globalization;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Measures together (samenloop van maatregelen): the inputs of a rehearsal with them.</summary>
public static class MeasureSet
{
    /// <summary>The inputs with the measures, in order; with every size at nought exactly the baseline's.</summary>
    /// <param name="baseline">Inputs without them.</param>
    /// <param name="measures">The measures.</param>
    /// <exception cref="MeasureFaultException">They contradict each other, or lie outside the rehearsal.</exception>
    public static ModelInputs Apply(ModelInputs baseline, IReadOnlyList<Measure> measures)
    {
        RefuseSameId(measures);
        var changes = new List<(ParameterChange Change, Measure Measure, string Path)>();
        var norms = new List<(NormChange Norm, Measure Measure)>();
        foreach (var measure in measures)
        {
            Within(baseline, measure);
            foreach (var use in measure.Levers.Where(u => !u.Values.IsNothing))
            {
                foreach (var effect in use.Lever.Effects(use.Values))
                {
                    switch (effect)
                    {
                        case LeverEffect.OfParameter of:
                            Add(changes, Change(baseline, measure, use, of), measure, use.Path);
                            break;
                        case LeverEffect.OfNorm of:
                            norms.Add((Norm(use, of), measure));
                            break;
                        default:
                            throw new System.Diagnostics.UnreachableException(effect.ToString());
                    }
                }
            }

            norms.AddRange(measure.Norms.Select(norm => (norm, measure)));
        }

        var laws = NormChanges.Apply(baseline, norms);
        return changes.Count == 0 && laws == baseline.Laws
            ? baseline
            : baseline with { Changes = [.. baseline.Changes, .. changes.Select(c => c.Change)], Laws = laws };
    }

    /// <summary>The assumptions that the measures rest on, in order, each with its range and source.</summary>
    public static ImmutableArray<AssumptionLine> Assumptions(IReadOnlyList<Measure> measures) =>
    [
        .. measures.SelectMany(measure => measure.Levers.Where(u => !u.Values.IsNothing).SelectMany(u => u.Values.Assumptions))
            .DistinctBy(a => (a.Id, a.Range))
            .Select(a => new AssumptionLine(a.Id, a.Range.Value, a.Range.Low, a.Range.High, a.Unit, a.Source, a.Meaning)),
    ];

    internal static void RefuseSameId(IReadOnlyList<Measure> measures)
    {
        for (var i = 1; i < measures.Count; i++)
        {
            if (measures.Take(i).FirstOrDefault(m => m.Id == measures[i].Id) is { } other)
            {
                throw new MeasureFaultException(
                    measures[i].File, "$.id", $"\"{measures[i].Id}\"", $"{other.File} has the same id; a measure counts once");
            }
        }
    }

    internal static ParameterChange Change(ModelInputs baseline, Measure measure, LeverUse use, LeverEffect.OfParameter of)
    {
        var group = use.Values.Group is { } name && of.ForGroup ? GroupOf(baseline, measure, use, name) : (int?)null;
        var place = use.Path[(use.Path.IndexOf('[', StringComparison.Ordinal) + 1)..^1];
        var chance = $"{measure.Id}.{place}.{use.Lever.Id}.{of.Parameter.Id}";
        return of.DaysEarlier > 0
            ? new ParameterChange(
                chance + ".before", Day.Later(baseline.Start, use.From.PlusDays(-of.DaysEarlier)), of.Parameter, of.Kind, of.By,
                use.From.PlusDays(-1), group)
            : new ParameterChange(chance, use.From, of.Parameter, of.Kind, of.By, use.Until, group);
    }

    internal static NormChange Norm(LeverUse use, LeverEffect.OfNorm of) =>
        new(use.Path, of.Id, System.Text.Json.JsonDocument.Parse(of.Json).RootElement, use.From, use.Until, of.Running);

    private static int GroupOf(ModelInputs baseline, Measure measure, LeverUse use, string name)
    {
        for (var g = 0; g < baseline.Groups.Length; g++)
        {
            if (baseline.Groups[g].Id == name)
            {
                return g;
            }
        }

        throw new MeasureFaultException(
            measure.File, $"{use.Path}.group", $"\"{name}\"", $"it must be one of {string.Join(", ", baseline.Groups.Select(g => g.Id))}");
    }

    // A parameter cannot be set to two values on one day; changes that add or multiply may meet, and so may two that say the same.
    private static void Add(
        List<(ParameterChange Change, Measure Measure, string Path)> changes, ParameterChange change, Measure measure, string path)
    {
        var neutral = change.Kind switch
        {
            ChangeKind.Set => false,
            ChangeKind.Scale => change.By is { Low: 1, High: 1 },
            ChangeKind.Add => change.By is { Low: 0, High: 0 },
        };
        if (neutral)
        {
            return;
        }

        foreach (var (other, by, at) in changes)
        {
            if (other.Kind == ChangeKind.Set && change.Kind == ChangeKind.Set && other.Parameter == change.Parameter
                && other.From == change.From && (other.Group is null || change.Group is null || other.Group == change.Group))
            {
                if (other.By == change.By && other.Until == change.Until && other.Group == change.Group)
                {
                    return;
                }

                var elsewhere = by.Id == measure.Id ? at : $"{by.File}, {at}";
                throw new MeasureFaultException(
                    measure.File, path, "", $"{change.Parameter.Id} is set twice from {change.From}; the other time at {elsewhere}");
            }
        }

        changes.Add((change, measure, path));
    }

    private static void Within(ModelInputs baseline, Measure measure)
    {
        var last = baseline.Start.PlusDays(baseline.Days - 1);
        void Check(Day day, string path)
        {
            if (day < baseline.Start || day > last)
            {
                throw new MeasureFaultException(
                    measure.File, path, day.ToString(),
                    string.Create(CultureInfo.InvariantCulture, $"the first day must lie within the rehearsal, which runs from {baseline.Start} to {last}"));
            }
        }

        Check(measure.From, "$.from");
        foreach (var use in measure.Levers)
        {
            Check(use.From, $"{use.Path}.from");
        }

        foreach (var norm in measure.Norms)
        {
            Check(norm.From, $"{norm.Path}.from");
        }
    }
}
