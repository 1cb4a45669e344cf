using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Steering;

/// <summary>The monthly figures of one replication (maandcijfers).</summary>
/// <param name="Months">Last day of each whole month.</param>
/// <param name="Values">By series, then month; not-a-number where nothing happened that the ratio could measure.</param>
/// <param name="Numerators">By series, then month: of ratios, so that years can be averaged rightly.</param>
/// <param name="Denominators">By series, then month.</param>
public sealed record MonthlyFigures(IReadOnlyList<Day> Months, double[][] Values, double[][] Numerators, double[][] Denominators)
{
    /// <summary>Morning of the first day, by series: stocks as they were taken over; nothing for what is no stock.</summary>
    public IReadOnlyList<double> AtStart { get; init; } = [];
}

/// <summary>Counts what happens, as it happens; people in whole numbers, money in cents (telling).</summary>
internal sealed class Tally
{
    private const double FteHoursPerMonth = 137.5; // 1,650 hours a year.

    private readonly SeriesDefinition[] _series = [.. SeriesCatalogue.All];
    private readonly long[] _flow;
    private readonly long[] _denominator;
    private readonly double[] _standing;
    private readonly double[,] _parts;
    private readonly double[] _hours;
    private readonly int[] _dueByDay;
    private readonly int _start;
    private readonly int _arrearsAtStart;
    private readonly List<Day> _months = [];
    private readonly List<double[]> _values = [];
    private readonly List<double[]> _numerators = [];
    private readonly List<double[]> _denominators = [];
    private double[] _atStart = [];
    private long _done;

    public Tally(ModelInputs inputs)
    {
        var n = _series.Length;
        _flow = new long[n];
        _denominator = new long[n];
        _standing = new double[n];
        _parts = new double[n, 3];
        _hours = new double[n];
        _start = inputs.Start.Number;
        _dueByDay = new int[inputs.Days + 1000];
        _arrearsAtStart = (int)(inputs.Stock.HousingArrears * inputs.Scale);
    }

    /// <summary>Something happened this often.</summary>
    public void Add(int series, long times)
    {
        if (series >= 0)
        {
            _flow[series] += times;
        }
    }

    /// <summary>Money was spent; kept in cents.</summary>
    public void AddEuro(int series, double euro) => _flow[series] += (long)Math.Round(euro * 100);

    /// <summary>A penalty was paid, in whole euros: part of the total cost.</summary>
    public void PayPenalty(int euro)
    {
        Add(Count.PenaltiesEuro, euro);
        AddEuro(Count.CostTotal, euro);
    }

    /// <summary>A stock rose or fell.</summary>
    public void Level(int series, int by) => _standing[series] += by;

    /// <summary>A stock stands at this.</summary>
    public void Stand(int series, double value) => _standing[series] = value;

    /// <summary>One of the parts of a stock stands at this.</summary>
    public void Part(int series, int part, double value)
    {
        _standing[series] += value - _parts[series, part];
        _parts[series, part] = value;
    }

    /// <summary>How a stock stands now.</summary>
    public double Standing(int series) => _standing[series];

    /// <summary>Adds to a mean or share.</summary>
    public void Ratio(int series, long numerator, long denominator)
    {
        _flow[series] += numerator;
        _denominator[series] += denominator;
    }

    /// <summary>Hours of work done.</summary>
    public void Work(int series, double hours) => _hours[series] += hours;

    /// <summary>An open application changed track; -1 is not open.</summary>
    public void ChangeTrack(int from, int to, int persons)
    {
        Shift(from, -persons);
        Shift(to, persons);
    }

    /// <summary>A decision on an application.</summary>
    public void Decided(in Household household, DecisionOutcome outcome, int today)
    {
        int n = household.Count;

        // After another track, or a lapsed transfer, the application is counted from the day on which the Netherlands took it up.
        var days = (long)(today - household.TermFrom) * n;
        var granted = outcome <= DecisionOutcome.GrantDerived ? n : 0;
        var inTime = today <= household.Due ? n : 0;
        var first = household.Application == 1 && !household.Has(Marks.Remitted) && household.Stage != Stage.Gone;
        Add(Count.DecisionsAll, n);
        if (first)
        {
            Add(Count.DecisionsFirst, n);
            Ratio(Count.LeadTime, days, n);
        }

        if (outcome != DecisionOutcome.OutOfConsideration)
        {
            Ratio(Count.GrantRate, granted, n);
            if (household.Track != 1)
            {
                Ratio(Count.GrantRateEurostat, granted, n);
            }
        }

        switch (household.Track)
        {
            case 1:
                Add(Count.DecisionsTrack1, n);
                if (first)
                {
                    Ratio(Count.LeadTimeTrack1, days, n);
                }

                break;
            case 2:
                Add(Count.DecisionsTrack2, n);
                if (first)
                {
                    Ratio(Count.LeadTimeTrack2, days, n);
                    Ratio(Count.InTimeTrack2, inTime, n);
                    Ratio(Count.InTime, inTime, n);
                }

                break;
            default:
                Add(Count.DecisionsTrack4, n);
                if (outcome != DecisionOutcome.OutOfConsideration)
                {
                    Ratio(Count.GrantRateTrack4, granted, n);
                }

                if (first)
                {
                    var extended = household.Has(Marks.Extended);
                    Ratio(Count.InTime, inTime, n);
                    Ratio(Count.InTimeTrack4, inTime, n);
                    Ratio(extended ? Count.LeadTimeExtended : Count.LeadTimeGeneral, days, n);
                    Ratio(extended ? Count.InTimeExtended : Count.InTimeGeneral, inTime, n);
                }

                break;
        }
    }

    /// <summary>Someone left reception: how often adults had moved, after how long.</summary>
    public void LeftReception(in Household household, int today)
    {
        // The published table counts those who had moved at least once; whoever never left the arrival site is not in it.
        int moves = household.Moves;
        if (moves == 0 || household.Kind == HouseholdKind.ReturnOnly)
        {
            return;
        }

        if (household.Kind == HouseholdKind.UnaccompaniedMinor)
        {
            Ratio(Count.MinorsMoved1, moves == 1 ? 1 : 0, 1);
            Ratio(Count.MinorsMoved2, moves == 2 ? 1 : 0, 1);
            return;
        }

        int adults = household.Adults;
        var children = household.Count - adults;
        Ratio(Count.ChildrenMoved1, moves == 1 ? children : 0, children);
        Ratio(Count.ChildrenMoved2, moves == 2 ? children : 0, children);
        Add(Count.AdultsLeaving, adults);
        if (moves <= Count.StayByMoves)
        {
            Ratio(Count.StayAfter1 + moves - 1, (long)adults * (today - household.ReceptionSince), adults);
        }

        Ratio(Count.MovesAtExit, (long)adults * moves, adults);
        Ratio(Count.StayAtExit, (long)adults * (today - household.ReceptionSince), adults);
        Ratio(Count.MovesShare1, moves == 1 ? adults : 0, adults);
        Ratio(Count.MovesShare2, moves == 2 ? adults : 0, adults);
        Ratio(Count.MovesShare3, moves == 3 ? adults : 0, adults);
        Ratio(Count.MovesShare4, moves >= 4 ? adults : 0, adults);
    }

    /// <summary>From this day on a municipality is behind when these persons have no home.</summary>
    public void TaskFallsDue(int day, int persons)
    {
        var index = Math.Clamp(day - _start, 0, _dueByDay.Length - 1);
        _dueByDay[index] += persons;
    }

    /// <summary>Persons were housed.</summary>
    public void TaskDone(int persons) => _done += persons;

    /// <summary>Ages of the open applications in track 4.</summary>
    public void TellAges(Nation nation)
    {
        int young = 0, middle = 0, old = 0;
        var today = nation.Today;
        for (var h = 0; h < nation.HouseholdCount; h++)
        {
            ref var household = ref nation[h];
            if (!household.Has(Marks.ApplicationOpen) || household.Track is 1 or 2)
            {
                continue;
            }

            var days = today - household.TermFrom;
            if (days < 183)
            {
                young += household.Count;
            }
            else if (days < 457)
            {
                middle += household.Count;
            }
            else
            {
                old += household.Count;
            }
        }

        Stand(Count.AgeUnder6, young);
        Stand(Count.Age6To15, middle);
        Stand(Count.AgeOver15, old);
    }

    /// <summary>A month ends on this day: its figures are told and the flows begin anew.</summary>
    public void EndMonth(Day day)
    {
        _flow[Count.InflowTotal] = _flow[Count.InflowFirst] + _flow[Count.InflowSubsequent] + _flow[Count.InflowFamily];
        long due = _arrearsAtStart;
        for (var i = 0; i <= day.Number - _start; i++)
        {
            due += _dueByDay[i];
        }

        Stand(Count.HousingArrears, Math.Max(0, due - _done));
        var n = _series.Length;
        var values = new double[n];
        var numerators = new double[n];
        var denominators = new double[n];
        for (var s = 0; s < n; s++)
        {
            var scale = _series[s].Unit switch { "weeks" => 7.0, "euro" when s != Count.PenaltiesEuro => 100.0, _ => 1.0 };
            var staff = _series[s].Unit == "fte"; // A mean over the months of a longer period.
            numerators[s] = (_flow[s] / scale) + (_hours[s] / (staff ? FteHoursPerMonth : 1)) + (staff && _hours[s] == 0 ? _standing[s] : 0);
            denominators[s] = staff ? 1 : _denominator[s];
            values[s] = _series[s].Kind switch
            {
                SeriesKind.Stock => _standing[s],
                SeriesKind.Flow => numerators[s],
                SeriesKind.Ratio => denominators[s] == 0 ? double.NaN : numerators[s] / denominators[s],
            };
        }

        _months.Add(day);
        _values.Add(values);
        _numerators.Add(numerators);
        _denominators.Add(denominators);
        Array.Clear(_flow);
        Array.Clear(_denominator);
        Array.Clear(_hours);
    }

    /// <summary>The stock is settled: how the first day begins is kept.</summary>
    public void Begin() =>
        _atStart = [.. _series.Select((series, s) => series.Kind == SeriesKind.Stock ? _standing[s] : double.NaN)];

    /// <summary>All whole months so far.</summary>
    public MonthlyFigures Figures() =>
        new(_months, BySeries(_values), BySeries(_numerators), BySeries(_denominators)) { AtStart = _atStart };

    private void Shift(int track, int persons)
    {
        switch (track)
        {
            case 1: _standing[Count.StockTrack1] += persons; break;
            case 2: _standing[Count.StockTrack2] += persons; break;
            case 3 or 4 or 5: _standing[Count.StockTrack4] += persons; break;
            default: break; // Not open, or the track is not yet confirmed.
        }
    }

    private double[][] BySeries(List<double[]> byMonth) =>
        [.. Enumerable.Range(0, _series.Length).Select(s => byMonth.Select(month => month[s]).ToArray())];
}
