using Schakel.Norms;

namespace Schakel.Conformance.Recounting;

/// <summary>Sums by month, under the names of the series.</summary>
internal sealed class Months
{
    private readonly Dictionary<string, long> _sums = [];
    private readonly Dictionary<string, long> _of = [];
    private readonly Dictionary<(string Series, Day Month), double?> _told = [];

    /// <summary>Every value told, null where there is nothing to measure.</summary>
    public IReadOnlyDictionary<(string Series, Day Month), double?> Told => _told;

    public void Add(string series, long by = 1) => _sums[series] = Sum(series) + by;

    public void Euro(string series, double euro) => Add(series, (long)Math.Round(euro * 100));

    public void Ratio(string series, long numerator, long denominator)
    {
        Add(series, numerator);
        _of[series] = _of.GetValueOrDefault(series) + denominator;
    }

    public long Sum(string series) => _sums.GetValueOrDefault(series);

    public void Flow(Day month, string series, double unit = 1) => _told.Add((series, month), Sum(series) / unit);

    public void Share(Day month, string series, double unit = 1)
    {
        var of = _of.GetValueOrDefault(series);
        _told.Add((series, month), of == 0 ? null : Sum(series) / unit / of);
    }

    public void Stock(Day month, string series, double value) => _told.Add((series, month), value);

    public void Clear()
    {
        _sums.Clear();
        _of.Clear();
    }
}
