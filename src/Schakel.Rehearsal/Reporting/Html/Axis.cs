using System.Collections.Immutable;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>A vertical axis with round marks that always holds zero, so that no chart exaggerates.</summary>
/// <param name="Low">Lowest value shown.</param>
/// <param name="High">Highest value shown.</param>
/// <param name="Marks">Values with a line and a label.</param>
internal sealed record Axis(double Low, double High, ImmutableArray<double> Marks)
{
    private static readonly ImmutableArray<double> Steps = [1, 2, 2.5, 5, 10];

    public static Axis Over(IEnumerable<double> values)
    {
        double low = 0;
        double high = 0;
        foreach (double value in values.Where(double.IsFinite))
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        double span = high - low;
        if (span <= 0)
        {
            return new Axis(0, 1, [0]);
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        double step = Steps.First(one => one * power * 4.001 >= span) * power;
        int first = (int)Math.Floor((low / step) + 1e-9);
        int last = (int)Math.Ceiling((high / step) - 1e-9);
        return new Axis(first * step, last * step, [.. Enumerable.Range(first, last - first + 1).Select(mark => mark * step)]);
    }

    /// <summary>Where a value falls, 0 at the bottom and 1 at the top.</summary>
    public double Place(double value) => (value - Low) / (High - Low);
}
