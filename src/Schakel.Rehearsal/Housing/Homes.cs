using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Housing;

// Each municipality has a line of households, in order of linking, and a stream of homes in persons a day in proportion to its task.
// A large household needs more of that stream than its number: large homes are scarce. Arrears are what the stream is behind the task.

/// <summary>Permit holders to a home: linked, offered, moved in (huisvesting van vergunninghouders).</summary>
internal sealed class Homes
{
    internal static readonly Parameter PerYear = new(
        "housing.persons-per-year", 25500, 23000, 28000, "persons a year", "fitted: 11,886 housed in the first half of 2022 (press); 23,000–27,000 a year (model notes 2)",
        "gehuisveste personen per jaar", "persons housed a year", 0, 1e6);

    internal static readonly Parameter LinkDays = new(
        "housing.link-days", 18, 10, 35, "days", "assumption: two weeks agreed, more in practice", "tijd tot koppeling", "days until linked", 1, 400);

    private static readonly Parameter LargeFactor = new(
        "housing.large-household-factor", 1.5, 1.2, 2.2, "factor", "assumption: large families wait longest (model notes 2)",
        "schaarste van grote woningen", "scarcity of large homes", 0.5, 20);

    internal static readonly Parameter MoveDays = new(
        "housing.move-days", 16, 12, 24, "days", "assumption: two weeks agreed", "tijd van aanbod tot verhuizing", "days from offer to move", 1, 400);

    internal static readonly Parameter Transit = new(
        "housing.transit-places", 0, 0, 0, "places", "measure only", "plekken in doorstroomlocaties en hotelregeling", "places in transit sites and the hotel scheme", 0, 1e6);

    private static readonly Parameter ExternalShare = new(
        "housing.external-share", 0.11, 0.05, 0.2, "share", "assumption: about a tenth of permit holders waits with a host family or in a hotel",
        "statushouders die buiten de opvanglocaties wachten", "permit holders who wait outside the sites");

    private static readonly Parameter TaskResponse = new(
        "housing.task-response", 0.05, 0, 0.3, "power", "assumption: homes hardly follow the task; a task twice as heavy brings up to a fifth more",
        "mate waarin een zwaardere taakstelling meer woningen oplevert", "how far a heavier task brings more homes", 0, 2);

    internal static readonly Parameter OfferLag = new(
        "housing.minimum-days", 35, 20, 60, "days", "assumption: a home takes time to make ready", "kortste tijd tussen koppeling en aanbod", "least days between link and offer", 0, 400);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [PerYear, LinkDays, LargeFactor, MoveDays, Transit, ExternalShare, TaskResponse, OfferLag];

    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.5, 5000);

    // Persons in half a year at which the parameter of homes holds: the task of the first half of 2022, rounded.
    private const double UsualTask = 10_000;

    private readonly Nation _nation;
    private readonly DiscreteTable _byPopulation;
    private readonly double[] _share;
    private readonly double[] _credit;
    private readonly int[] _head;
    private readonly int[] _tail;
    private readonly int[] _queued;
    private double _arrears;
    private int _task;
    private int _inTransit;

    public Homes(Nation nation)
    {
        _nation = nation;
        var populations = nation.Inputs.Municipalities.Select(m => (double)m.Population).ToArray();
        var total = populations.Sum();
        _byPopulation = DiscreteTable.FromWeights(populations);
        _share = [.. populations.Select(p => p / total)];
        _credit = new double[populations.Length];
        _queued = new int[populations.Length];
        _head = new int[populations.Length];
        _tail = new int[populations.Length];
        Array.Fill(_head, -1);
        Array.Fill(_tail, -1);

        _arrears = nation.Inputs.Stock.HousingArrears * nation.Inputs.Scale;
    }

    /// <summary>The permit is there: waiting to be linked; the task of municipalities grows by these persons.</summary>
    public void AfterPermit(int h)
    {
        ref var household = ref _nation[h];
        Wait(h);
        if (household.Kind == HouseholdKind.Family)
        {
            return; // Relatives follow their sponsor.
        }

        var days = Math.Max(1, _nation.Lag(Spread, _nation[LinkDays], household, Purpose.LinkDelay));
        _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + days), 780, Happening.Link);
    }

    /// <summary>Persons who have been offered a home and have yet to move, in a steady state.</summary>
    public int OffersUnderWay => (int)(_nation[PerYear] * _nation.Inputs.Scale * _nation[MoveDays] / 365);

    /// <summary>Days until linked, for people who stood in the chain already.</summary>
    internal int LinkTime(in Household household, int purpose, int occurrence) => _nation.Lag(Spread, _nation[LinkDays], household, purpose, occurrence);

    /// <summary>Days from offer to move, for people who stood in the chain already.</summary>
    internal int MoveTime(in Household household, int purpose, int occurrence) => _nation.Lag(Spread, _nation[MoveDays], household, purpose, occurrence);

    /// <summary>Counts someone at a transit site on the first day.</summary>
    internal void CountTransit(int h)
    {
        ref var household = ref _nation[h];
        if (household.Site >= 0 && _nation.Places[household.Site].Modality == Modality.Transit)
        {
            _inTransit += household.Count;
        }
    }

    /// <summary>Linked to the municipality with the shorter line of two drawn by population.</summary>
    public void Link(int h, bool withoutLine = false)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.AwaitingHome || household.Municipality >= 0)
        {
            return;
        }

        var one = _byPopulation.At(_nation.Chance.Bits(household.Key, Purpose.LinkChoice));
        var two = _byPopulation.At(_nation.Chance.Bits(household.Key, Purpose.LinkChoice, 1));
        var chosen = _queued[one] * _share[two] <= _queued[two] * _share[one] ? one : two;
        household.Municipality = (short)chosen;
        household.Since = _nation.Today;
        _nation.Emit(household, StepKind.LinkToMunicipality, chosen);
        _nation.Milestones.Linked(h);
        if (withoutLine)
        {
            return;
        }

        Join(h, chosen);
        if (household.Site >= 0 && !household.Has(Marks.MoveAnnounced)
            && _nation.Places[household.Site].Modality != Modality.External && household.PermitDay > _nation.Inputs.Start.Number - 60
            && _nation.Happens(_nation[ExternalShare], household, Purpose.OwnHome, 5))
        {
            _nation.Moves.Forget(h);
            _nation.Places.Occupy(h, _nation.Places.FindExternal(household), StepKind.Move);
            return;
        }

        ToTransit(h);
    }

    /// <summary>Joins the end of a municipality's line.</summary>
    internal void Join(int h, int municipality)
    {
        ref var household = ref _nation[h];
        household.NextInLine = -1;
        if (_tail[municipality] >= 0)
        {
            _nation[_tail[municipality]].NextInLine = h;
        }
        else
        {
            _head[municipality] = h;
        }

        _tail[municipality] = h;
        _queued[municipality] += household.Count;
    }

    /// <summary>A working day: homes come free in proportion to the task; the first in line is offered one.</summary>
    public void Work()
    {
        var perDay = _nation[PerYear] * TaskFactor() * _nation.Inputs.Scale / 250;
        var offered = 0;
        for (var m = 0; m < _credit.Length; m++)
        {
            _credit[m] += perDay * _share[m];
            while (_head[m] >= 0 && _credit[m] >= Needs(_nation[_head[m]])
                && _nation.Today - LinkedOn(_nation[_head[m]]) >= _nation[OfferLag])
            {
                offered += Offer(m);
            }

            // Homes that nobody in line can take yet are kept for a while, not for ever.
            _credit[m] = Math.Min(_credit[m], Math.Max(12, perDay * _share[m] * 60));
        }

        _nation.Tally.Work(Count.WorkloadHomes, offered);
    }

    /// <summary>The move into the home: reception ends by right.</summary>
    public void MoveIn(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.AwaitingHome)
        {
            return;
        }

        if (household.Site >= 0 && _nation.Places[household.Site].Modality == Modality.Transit)
        {
            _inTransit -= household.Count;
        }

        _nation.Emit(household, StepKind.MoveIntoHome, household.Municipality);
        _nation.Places.Leave(h, ReceptionEnd.Housed);
        household.Stage = Stage.Housed;
        _nation.Milestones.Housed(h);
        var wait = _nation.Today - household.PermitDay;
        _nation.Tally.Add(Count.Housed, household.Count);
        _nation.Tally.Ratio(Count.HousingWait, (long)household.Count * wait, household.Count);
        StopWaiting(h);
        _arrears = Math.Max(0, _arrears - household.Count);
        _nation.Reunification.SponsorHoused(h);
    }

    /// <summary>Counts a household among those who wait for a home.</summary>
    internal void Wait(int h) => WaitSince(h, _nation.Today);

    /// <summary>Counts a household among those who wait for a home, with a permit of a day.</summary>
    internal void WaitSince(int h, int permit)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.CountedWaiting))
        {
            household.Mark(Marks.CountedWaiting, true);
            _nation.Tally.Level(Count.HousingWaiting, household.Count);
            var none = default(NoTrace);
            _nation.Tally.TaskFallsDue(HousingTerm.Of(_nation.Law, new Day(permit), ref none).MoveBy.Number, household.Count);
        }
    }

    private void StopWaiting(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.CountedWaiting))
        {
            household.Mark(Marks.CountedWaiting, false);
            _nation.Tally.Level(Count.HousingWaiting, -household.Count);
            _nation.Tally.TaskDone(household.Count);
        }
    }

    // Whoever held a permit on the first day was linked some weeks after it, before the rehearsal began.
    private static int LinkedOn(in Household household) =>
        household.Has(Marks.TakenOver) ? Math.Min(household.Since, household.PermitDay + 14) : household.Since;

    // A heavier task from the State brings more homes, though not in proportion; the last one known goes on. Rounded, so that no last
    // bit of a logarithm reaches a life.
    private double TaskFactor()
    {
        var tasks = _nation.Inputs.HousingTasks;
        while (_task + 1 < tasks.Length && tasks[_task + 1].From.Number <= _nation.Today)
        {
            _task++;
        }

        if (tasks.Length == 0)
        {
            return 1;
        }

        // What the law says of the half-year goes before what was gathered of it.
        var (from, gathered) = (tasks[_task].From, tasks[_task].Persons);
        var persons = _nation.Law.Has(from, MunicipalTask.National) ? _nation.Law.On(from, MunicipalTask.National).Count : gathered;
        return persons <= 0 ? 1 : Math.Round(1024 * PortableMath.Exp(_nation[TaskResponse] * PortableMath.Ln(persons / UsualTask))) / 1024;
    }

    private double Needs(in Household household)
    {
        var persons = household.Count + (household.Has(Marks.AwaitsFamily) ? 0.5 * household.Relatives : 0);
        return household.Count >= 5 ? persons * _nation[LargeFactor] : persons;
    }

    private int Offer(int municipality)
    {
        var h = _head[municipality];
        ref var household = ref _nation[h];
        _credit[municipality] -= Needs(household);
        _head[municipality] = household.NextInLine;
        if (_head[municipality] < 0)
        {
            _tail[municipality] = -1;
        }

        _queued[municipality] -= household.Count;
        MakeOffer(h, Math.Max(2, _nation.Lag(Spread, _nation[MoveDays], household, Purpose.HomeDelay)));
        return 1;
    }

    /// <summary>A home is offered; the move follows after some days.</summary>
    internal void MakeOffer(int h, int days)
    {
        ref var household = ref _nation[h];
        _nation.Emit(household, StepKind.OfferHome, household.Municipality);
        _nation.Plan(h, _nation.Today + days, 645, Happening.MoveIntoHome);
    }

    private void ToTransit(int h)
    {
        ref var household = ref _nation[h];
        var room = (_nation[Transit] * _nation.Inputs.Scale) - _inTransit;
        if (household.Site < 0 || room < household.Count || household.Has(Marks.MoveAnnounced))
        {
            return;
        }

        var site = _nation.Places.Find(Modality.Transit, household);
        if (site < 0)
        {
            site = _nation.Places.OpenSite(Modality.Transit, 100, 1 << 28);
        }

        _inTransit += household.Count;
        _nation.Places.Occupy(h, site, StepKind.Move);
    }
}
