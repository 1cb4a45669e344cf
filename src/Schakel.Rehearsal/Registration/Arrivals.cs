using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Steering;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Registration;

// Arrivals are slots: on every day each group has a fixed number of slots, and a slot brings a household with a chance equal to the
// expected number over the number of slots. More inflow then adds households without renaming those who came anyway.

/// <summary>Who arrives, when, in what company (instroom).</summary>
internal sealed class Arrivals
{
    internal static readonly Parameter Level = new(
        "inflow.level", 1, 1, 1, "factor", "measure only", "instroom eerste aanvragen ten opzichte van de verwachting",
        "first applications against what is expected", 0, 20);

    internal static readonly Parameter SubsequentLevel = new(
        "inflow.subsequent-level", 1, 0.85, 1.2, "factor", "assumption around the counts of 2021–2023 (UNHCR)",
        "opvolgende aanvragen ten opzichte van het gemiddelde", "subsequent applications against the recent mean", 0, 20);

    private static readonly Parameter BorderShare = new(
        "inflow.border-share", 0.04, 0.03, 0.06, "share", "assumption", "aandeel dat aan de grens vraagt", "share that asks at the border");

    private static readonly Parameter GroupShock = new(
        "inflow.group-shock", 0.20, 0.10, 0.35, "standard deviation of the log",
        "assumption, from the spread of yearly counts per nationality 2014–2023 (UNHCR)",
        "schommeling per jaar van het aandeel van een herkomstgroep", "yearly swing of a group's share", 0, 1);

    internal static readonly Parameter ResettledPerYear = new(
        "inflow.resettled-per-year", 500, 350, 600, "persons a year", "report, lines 1412–1413: quota of 500 (2023)",
        "hervestiging per jaar", "resettled refugees a year", 0, 1e5);

    internal static readonly Parameter Response = new(
        "inflow.behaviour-response", 0, 0, 0, "share", "assumption, off unless a measure asks for it",
        "gedragsreactie van instroom op beleid", "answer of inflow to policy", -0.9, 3);

    internal static readonly Parameter ToWaiting = new(
        "inflow.answer-to-waiting", 0, 0, 0, "share", "assumption, off unless a measure asks for it",
        "gedragsreactie van instroom op een voorraad die twee keer zo groot wordt", "answer of inflow to a stock that doubles", -0.9, 1);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [Level, SubsequentLevel, BorderShare, GroupShock, ResettledPerYear, Response, ToWaiting];

    private static readonly QuantileTable AdultAge = QuantileTable.Empirical(
        (6580, 6), (20 * 365, 12), (23 * 365, 16), (26 * 365, 16), (29 * 365, 14), (33 * 365, 13), (38 * 365, 10), (44 * 365, 7),
        (52 * 365, 4), (63 * 365, 2));

    private static readonly QuantileTable ChildAge = QuantileTable.Uniform(30, (17 * 365) + 200);

    private static readonly QuantileTable MinorAge = QuantileTable.Empirical(
        (13 * 365, 4), (14 * 365, 8), (15 * 365, 22), (16 * 365, 40), (17 * 365, 26));

    private readonly Nation _nation;
    private readonly DiscreteTable[] _patterns;
    private readonly double[] _meanSize;
    // The quota under which as many came as the parameter says.
    private const double UsualQuota = 500;
    private readonly double _resettledSize;
    private readonly int[] _slots;
    private readonly int[] _yearLevel;
    private readonly double[,] _groupLevel;
    private double _stockAtFirst;

    public Arrivals(Nation nation)
    {
        _nation = nation;
        var inputs = nation.Inputs;
        _patterns = [.. inputs.Groups.Select(g => DiscreteTable.FromWeights([.. g.Patterns.Select(p => p.Weight)]))];
        _meanSize = [.. inputs.Groups.Select(g =>
            g.Patterns.Sum(p => p.Weight * Size(p)) / g.Patterns.Sum(p => p.Weight))];
        _resettledSize = inputs.Groups[0].Patterns.Sum(p => p.Weight * (p.Adults == 0 ? 4 : Size(p))) / inputs.Groups[0].Patterns.Sum(p => p.Weight);
        _slots = [.. inputs.Groups.Select((g, i) =>
            Math.Max(4, (int)(8 * inputs.Scale * g.Share * 40_000 / 365 / _meanSize[i])))];
        var years = (inputs.Days / 365) + 2;
        _yearLevel = new int[years];
        _groupLevel = new double[years, inputs.Groups.Length];
        DrawLevels(years);
    }

    /// <summary>Chooses today's arrivals and plans the minute of each.</summary>
    public void BeginDay()
    {
        var today = _nation.Today;
        var expected = ExpectedToday(today);
        var year = YearIndex(today);
        var shareSum = 0.0;
        for (var g = 0; g < _slots.Length; g++)
        {
            shareSum += _nation.Inputs.Groups[g].Share * _groupLevel[year, g];
        }

        for (var g = 0; g < _slots.Length; g++)
        {
            var share = _nation.Inputs.Groups[g].Share * _groupLevel[year, g] / shareSum;
            Fill(today, g, expected * share * _nation[Level, g] / _meanSize[g], HouseholdKind.First, Key.First);
        }

        var subsequent = _nation.Inputs.Inflow.SubsequentPerYear * _nation[SubsequentLevel] * _nation.Inputs.Scale / 365;
        for (var g = 0; g < _slots.Length; g++)
        {
            Fill(today, g, subsequent * _nation.Inputs.Groups[g].SubsequentShare, HouseholdKind.Subsequent, Key.Subsequent);
        }

        // Resettled refugees come in the proportions of the groups that are granted protection most often.
        var quota = _nation.Law.On(new Day(today), Resettlement.Quota).Count / UsualQuota;
        var resettled = quota * _nation[ResettledPerYear] * _nation.Inputs.Scale / 365;
        Fill(today, 0, resettled / _resettledSize, HouseholdKind.Resettled, Key.Resettled);
    }

    /// <summary>A household stands at the door of a registration centre.</summary>
    public void Arrive(int h)
    {
        ref var household = ref _nation[h];
        var today = _nation.Today;
        household.Made = today;
        household.Since = today;
        switch (household.Kind)
        {
            case HouseholdKind.Resettled:
                _nation.Emit(household, StepKind.ArriveResettled, RegistrationCentres.TerApel);
                _nation.Milestones.Arrived(h);
                _nation.Tally.Add(Count.InflowResettled, household.Count);
                _nation.Places.Admit(h);
                _nation.Decisions.IssuePermit(h, DecisionOutcome.GrantRefugee);
                break;
            case HouseholdKind.Subsequent:
                _nation.Emit(household, StepKind.TakeOver, (int)TakenOverStage.Returning, -1);
                _nation.Milestones.TakenOver(h);
                _nation.Departures.LodgeSubsequent(h);
                break;
            case HouseholdKind.First:
            case HouseholdKind.UnaccompaniedMinor:
                _nation.Centres.Receive(h);
                break;
            case HouseholdKind.Family:
            case HouseholdKind.ReturnOnly:
                throw new System.Diagnostics.UnreachableException(household.Kind.ToString());
        }
    }

    /// <summary>Makes a household of a group, with members of its pattern; the caller says how it comes.</summary>
    internal int Make(ulong key, int group, HouseholdKind kind, int day, int lodged = 0, int since = 0)
    {
        var chance = _nation.Chance;
        var pattern = _nation.Inputs.Groups[group].Patterns[_patterns[group].At(chance.Bits(key, Purpose.Composition))];
        if (kind is HouseholdKind.Subsequent or HouseholdKind.ReturnOnly)
        {
            pattern = new HouseholdPattern(1, 0, 1);
        }
        else if (kind == HouseholdKind.Resettled && pattern.Adults == 0)
        {
            pattern = new HouseholdPattern(2, 2, 1);
        }

        return Make(key, group, kind, day, pattern, lodged, since);
    }

    /// <summary>Makes a household with the given members.</summary>
    internal int Make(ulong key, int group, HouseholdKind kind, int day, HouseholdPattern pattern, int lodged = 0, int since = 0)
    {
        var size = Size(pattern);
        Span<HouseholdRole> roles = stackalloc HouseholdRole[size];
        Span<int> born = stackalloc int[size];
        for (var i = 0; i < size; i++)
        {
            var bits = _nation.Chance.Bits(Key.OfMember(key, i), Purpose.Age);
            roles[i] = pattern.Adults == 0 && i == 0 && kind != HouseholdKind.Family ? HouseholdRole.UnaccompaniedMinor
                : i == 0 && (pattern.Adults > 0 || kind != HouseholdKind.Family) ? HouseholdRole.Main
                : i < pattern.Adults ? HouseholdRole.Partner : HouseholdRole.Child;
            born[i] = day - (roles[i] switch
            {
                HouseholdRole.UnaccompaniedMinor => MinorAge,
                HouseholdRole.Child => ChildAge,
                HouseholdRole.Main => AdultAge,
                HouseholdRole.Partner => AdultAge,
            }).At(bits) - (roles[i] == HouseholdRole.Child ? 0 : (int)(bits & 0xFF));
        }

        var household = new Household
        {
            Key = key,
            Group = (byte)group,
            Kind = kind == HouseholdKind.First && pattern.Adults == 0 ? HouseholdKind.UnaccompaniedMinor : kind,
            Adults = (byte)pattern.Adults,
            Site = -1,
            Municipality = -1,
            Sponsor = -1,
            NextInLine = -1,
            Outcome = -1,
            Lodged = lodged,
            Since = since == 0 ? lodged : since,
            TermFrom = lodged,
            InterviewDay = -1,
        };
        if (kind == HouseholdKind.First && pattern.Adults > 0 && size == pattern.Adults
            && _nation.Chance.Unit(key, Purpose.Border) < _nation[BorderShare])
        {
            household.Mark(Marks.Border, true);
        }

        return _nation.Add(household, roles, born);
    }

    private static int Size(HouseholdPattern pattern) => Math.Max(1, pattern.Adults + pattern.Children);

    private void Fill(int today, int group, double households, HouseholdKind kind, uint origin)
    {
        if (households <= 0)
        {
            return;
        }

        var slots = kind == HouseholdKind.First ? _slots[group] : Math.Max(4, (int)(8 * _nation.Inputs.Scale));
        var share = Math.Min(1, households / slots);
        for (var slot = 0; slot < slots; slot++)
        {
            var key = Key.Of(origin, today, group, slot);
            if (_nation.Chance.Unit(key, Purpose.Arrival) < share)
            {
                var h = Make(key, group, kind, today);
                _nation.Plan(h, today, 480 + _nation.Chance.Below(540, key, Purpose.ArrivalMinute), Happening.Arrive);
            }
        }
    }

    private double ExpectedToday(int today)
    {
        var inflow = _nation.Inputs.Inflow;
        var date = new Day(today).ToLocalDate();
        var quarter = (date.Month - 1) / 3;
        var daysInQuarter = QuarterDays(date.Year, quarter);
        var start = _nation.Inputs.Start.ToLocalDate();
        var quartersSinceStart = ((date.Year - start.Year) * 4) + quarter - ((start.Month - 1) / 3);
        var perQuarter = quartersSinceStart < inflow.KnownQuarters.Length
            ? inflow.KnownQuarters[quartersSinceStart]
            : _yearLevel[YearIndex(today)] * inflow.QuarterShares[quarter];
        return perQuarter * (1 + _nation[Response]) * AnswerToWaiting() * _nation.Inputs.Scale / daysInQuarter;
    }

    // Who might come looks at how many wait, against the day the answer began; by no more than half up or down.
    private double AnswerToWaiting()
    {
        if (_nation[ToWaiting] == 0)
        {
            return 1;
        }

        var stock = _nation.Tally.Standing(Count.StockApplications);
        _stockAtFirst = _stockAtFirst > 0 ? _stockAtFirst : Math.Max(1, stock);
        return 1 + Math.Clamp(_nation[ToWaiting] * ((stock / _stockAtFirst) - 1), -0.5, 0.5);
    }

    private static int QuarterDays(int year, int quarter) => quarter switch
    {
        0 => DateTime.IsLeapYear(year) ? 91 : 90,
        1 => 91,
        _ => 92,
    };

    private int YearIndex(int today) => new Day(today).ToLocalDate().Year - _nation.Inputs.Start.ToLocalDate().Year;

    // The level of each year to come: a share of the log deviation from the long-run mean remains, and a shock is added.
    // Rounded to whole persons, so that no last bit of a logarithm reaches a life.
    private void DrawLevels(int years)
    {
        var inflow = _nation.Inputs.Inflow;
        var deviation = PortableMath.Ln(inflow.LastYear / inflow.LongRunMean);
        var skipped = inflow.KnownQuarters.Length / 4;
        for (var y = 0; y < years; y++)
        {
            if (y >= skipped)
            {
                var shock = _nation.Central ? 0 : inflow.Shock * Normal(Purpose.InflowLevel, y);
                deviation = (deviation * inflow.Persistence) + shock;
            }

            _yearLevel[y] = (int)Math.Round(inflow.LongRunMean * PortableMath.Exp(deviation));
            for (var g = 0; g < _slots.Length; g++)
            {
                var swing = _nation.Central ? 0 : _nation[GroupShock] * Normal(Purpose.InflowGroupLevel, (y * 64) + g);
                _groupLevel[y, g] = Math.Round(1024 * PortableMath.Exp(swing)) / 1024;
            }
        }
    }

    private double Normal(int purpose, int occurrence) =>
        -PortableMath.NormalUpperQuantile(Math.Clamp(_nation.Chance.Unit(0, purpose, occurrence), 1e-9, 1 - 1e-9));
}
