using System.Collections.Immutable;
using System.Globalization;

namespace Schakel.Rehearsal.Model;

/// <summary>
/// One number of the rehearsal that is not law (parameter): declared beside the code that uses it, with its reasonable range and its
/// source. Its range is drawn anew in every replication, so that a band holds what is not known as well as chance.
/// </summary>
public sealed class Parameter
{
    /// <summary>Declares a parameter.</summary>
    /// <param name="id">Stable name: room, dot, subject.</param>
    /// <param name="value">Central value.</param>
    /// <param name="low">Lowest value thought reasonable, at most <paramref name="value"/>.</param>
    /// <param name="high">Highest value thought reasonable, at least <paramref name="value"/>.</param>
    /// <param name="unit">Unit: share, days, hours, persons a year, places …</param>
    /// <param name="source">Where it comes from, or the word <c>assumption</c>.</param>
    /// <param name="dutch">What it stands for, in Dutch.</param>
    /// <param name="english">What it stands for, in English.</param>
    /// <param name="minimum">What it can never be below.</param>
    /// <param name="maximum">What it can never be above.</param>
    /// <exception cref="ArgumentException">The range does not hold the value.</exception>
    public Parameter(
        string id, double value, double low, double high, string unit, string source, string dutch, string english,
        double minimum = 0, double maximum = 1e9)
    {
        if (!(minimum <= low && low <= value && value <= high && high <= maximum))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Parameter `{id}`: the range {low}–{high} must hold {value} and lie within {minimum}–{maximum}."));
        }

        (Id, Value, Low, High, Unit, Source, Dutch, English, Minimum, Maximum) =
            (id, value, low, high, unit, source, dutch, english, minimum, unit == "share" ? Math.Min(1, maximum) : maximum);
    }

    /// <summary>Stable name.</summary>
    public string Id { get; }

    /// <summary>Central value.</summary>
    public double Value { get; }

    /// <summary>Lowest value thought reasonable.</summary>
    public double Low { get; }

    /// <summary>Highest value thought reasonable.</summary>
    public double High { get; }

    /// <summary>Unit.</summary>
    public string Unit { get; }

    /// <summary>Source, or the word assumption.</summary>
    public string Source { get; }

    /// <summary>Meaning, in Dutch.</summary>
    public string Dutch { get; }

    /// <summary>Meaning, in English.</summary>
    public string English { get; }

    /// <summary>What it can never be below.</summary>
    public double Minimum { get; }

    /// <summary>What it can never be above.</summary>
    public double Maximum { get; }

    /// <summary>Place in <see cref="ParameterCatalogue.All"/>.</summary>
    internal int Index { get; set; } = -1;
}

/// <summary>A parameter's centre and range in one rehearsal, after fitting or a measure.</summary>
/// <param name="Value">Central value.</param>
/// <param name="Low">Low end.</param>
/// <param name="High">High end.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>A draw from the triangle over low, centre and high.</summary>
    /// <param name="u">A chance in [0, 1).</param>
    /// <remarks>The square root is exact on every machine (IEEE 754), so the draw has the same bits everywhere.</remarks>
    public double Draw(double u)
    {
        if (High <= Low)
        {
            return Value;
        }

        var split = (Value - Low) / (High - Low);
        return u < split
            ? Low + Math.Sqrt(u * (High - Low) * (Value - Low))
            : High - Math.Sqrt((1 - u) * (High - Low) * (High - Value));
    }
}

/// <summary>All parameters with their estimates: an immutable value; a change is a copy.</summary>
public sealed class ParameterSet
{
    private readonly ImmutableArray<Estimate> _estimates;

    private ParameterSet(ImmutableArray<Estimate> estimates) => _estimates = estimates;

    /// <summary>Every parameter as declared.</summary>
    public static ParameterSet AsDeclared { get; } =
        new([.. ParameterCatalogue.All.Select(p => new Estimate(p.Value, p.Low, p.High))]);

    /// <summary>The estimate of a parameter.</summary>
    public Estimate this[Parameter parameter] => _estimates[parameter.Index];

    /// <summary>A copy in which one parameter has another centre; its range moves along in proportion, within its limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside what the parameter can be.</exception>
    public ParameterSet With(Parameter parameter, double value)
    {
        CheckWithin(parameter, value);
        var old = this[parameter];
        var factor = old.Value == 0 ? 1 : value / old.Value;
        double Within(double x) => Math.Clamp(x, parameter.Minimum, parameter.Maximum);
        var moved = new Estimate(
            value, Math.Min(value, Within(old.Low * factor)), Math.Max(value, Within(old.High * factor)));
        return new(_estimates.SetItem(parameter.Index, moved));
    }

    /// <summary>A copy in which one parameter stands fixed, without a range.</summary>
    public ParameterSet Fixed(Parameter parameter, double value)
    {
        CheckWithin(parameter, value);
        return new(_estimates.SetItem(parameter.Index, new Estimate(value, value, value)));
    }

    /// <summary>A copy with the given estimate.</summary>
    public ParameterSet With(Parameter parameter, Estimate estimate)
    {
        CheckWithin(parameter, estimate.Low);
        CheckWithin(parameter, estimate.Value);
        CheckWithin(parameter, estimate.High);
        return new(_estimates.SetItem(parameter.Index, estimate));
    }

    /// <summary>The values of one replication: each drawn from its range, by (seed, replication, name) and nothing else.</summary>
    /// <param name="chance">The replication's chances.</param>
    /// <param name="central">True to take every centre instead (a run without uncertainty of parameters).</param>
    public double[] Draw(Engine.Chance chance, bool central)
    {
        var values = new double[_estimates.Length];
        foreach (var parameter in ParameterCatalogue.All)
        {
            var e = this[parameter];
            values[parameter.Index] = central ? e.Value : e.Draw(chance.Unit(StableHash.Of(parameter.Id), Purpose.Parameter));
        }

        return values;
    }

    /// <summary>Text that tells every estimate, for a hash of the inputs.</summary>
    public string Canonical() => string.Join('\n', ParameterCatalogue.All.Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.Id}={this[p].Value:R};{this[p].Low:R};{this[p].High:R}")));

    private static void CheckWithin(Parameter parameter, double value)
    {
        if (!(value >= parameter.Minimum && value <= parameter.Maximum))
        {
            throw new ArgumentOutOfRangeException(parameter.Id, value, string.Create(
                CultureInfo.InvariantCulture, $"must lie within {parameter.Minimum}–{parameter.Maximum} ({parameter.Unit})"));
        }
    }
}
