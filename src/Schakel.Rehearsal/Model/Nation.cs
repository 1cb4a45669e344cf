using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Family;
using Schakel.Rehearsal.Guidance;
using Schakel.Rehearsal.Housing;
using Schakel.Rehearsal.Participation;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Return;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Model;

// How it works. One object lives one replication. Households stand in one array of structs; a household is an index. Every room
// (registration, procedure, reception …) is an object that handles its own happenings and keeps its own queues; the calendar hands
// out happenings in order of (minute, phase, household). A happening that has become stale (the household is no longer in the stage
// or on the day it was scheduled for) is ignored: that is how plans are cancelled. Whatever happens to people is told once, through
// Emit: it counts, and it is the step that the case file must accept.

/// <summary>The chain of one nation in one replication.</summary>
public sealed partial class Nation
{
    private const int NationWide = -1;

    private readonly Settings _settings;
    private readonly ImmutableArray<LawChange> _laws;
    private readonly List<Step>? _log;
    private readonly List<SimulatedPerson>? _persons;
    private readonly DayBook? _book;
    private Household[] _households = new Household[1 << 16];
    private int[] _born = new int[1 << 17];
    private int _nextLaw;
    private bool _settled;

    /// <summary>Builds the nation on its first day.</summary>
    /// <param name="inputs">What it rests on.</param>
    /// <param name="seed">Seed of every chance.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="keepSteps">Whether to keep every step (for export and conformance).</param>
    /// <param name="central">Whether parameters stand at their centre instead of being drawn from their range.</param>
    public Nation(ModelInputs inputs, ulong seed, int replication, bool keepSteps, bool central = false)
    {
        Inputs = inputs;
        Chance = new Chance(seed, replication);
        Law = inputs.Law;
        _settings = new Settings(inputs, Chance, central);
        Central = central;
        _laws = [.. inputs.Laws.OrderBy(l => l.From.Number)];
        _log = keepSteps ? [] : null;
        _persons = keepSteps ? [] : null;
        _book = keepSteps ? new() : null;
        Days = new WorkDays(inputs.Law, inputs.Start.Number - 4000, inputs.Days + 8000);
        Calendar = new EventCalendar(inputs.Days, 1 << 18);
        Tally = new Tally(inputs);
        Staff = new Staff(this);
        Places = new Places(this);
        Moves = new Moves(this);
        Centres = new RegistrationCentres(this);
        Arrivals = new Arrivals(this);
        Moratorium = new Moratorium(this);
        Renewals = new Renewals(this);
        Interviews = new Interviews(this);
        Decisions = new Decisions(this);
        Dublin = new Dublin(this);
        LateDecisions = new LateDecisions(this);
        Appeals = new Appeals(this);
        Work = new Work(this);
        Homes = new Homes(this);
        Departures = new Departures(this);
        Reunification = new Reunification(this);
        Costs = new Costs(this);
        Milestones = new Milestones(this);
    }

    internal ModelInputs Inputs { get; }

    internal Chance Chance { get; }

    internal bool Central { get; }

    /// <summary>The law of today.</summary>
    internal Law Law { get; private set; }

    internal WorkDays Days { get; }

    internal EventCalendar Calendar { get; }

    internal Tally Tally { get; }

    internal Staff Staff { get; }

    internal Places Places { get; }

    internal Moves Moves { get; }

    internal RegistrationCentres Centres { get; }

    internal Arrivals Arrivals { get; }

    internal Moratorium Moratorium { get; }

    internal Renewals Renewals { get; }

    internal Interviews Interviews { get; }

    internal Decisions Decisions { get; }

    internal Dublin Dublin { get; }

    internal LateDecisions LateDecisions { get; }

    internal Appeals Appeals { get; }

    internal Work Work { get; }

    internal Homes Homes { get; }

    internal Departures Departures { get; }

    internal Reunification Reunification { get; }

    internal Costs Costs { get; }

    internal Milestones Milestones { get; }

    /// <summary>Today, as epoch day.</summary>
    internal int Today => Inputs.Start.Number + (Calendar.Now / 1440);

    /// <summary>Households so far.</summary>
    internal int HouseholdCount { get; private set; }

    /// <summary>Persons so far.</summary>
    public int PersonCount { get; private set; }

    /// <summary>Steps so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>Happenings handled so far.</summary>
    public long HappeningCount => Calendar.Executed;

    /// <summary>Every step in global time order, when they are kept.</summary>
    public IReadOnlyList<Step> Steps => _log ?? throw new InvalidOperationException("Steps were not kept.");

    /// <summary>Every person, when steps are kept.</summary>
    public IReadOnlyList<SimulatedPerson> Persons => _persons ?? throw new InvalidOperationException("Steps were not kept.");

    /// <summary>What the figures need and no step tells, by day, when steps are kept.</summary>
    internal DayBook Book => _book ?? throw new InvalidOperationException("Steps were not kept.");

    /// <summary>Household of the sponsor of relatives; a household's own index when it has none.</summary>
    public int SponsorOf(int household) => _households[household].Sponsor >= 0 ? _households[household].Sponsor : household;

    /// <summary>The numbers that people, households and sites of this rehearsal have in the chain.</summary>
    public Numbering Numbering { get; private set; } = Numbering.FromOne;

    /// <summary>What a parameter stands at today.</summary>
    internal double this[Parameter parameter] => _settings[parameter];

    /// <summary>What a parameter stands at today for a nationality group.</summary>
    internal double this[Parameter parameter, int group] => _settings[parameter, group];

    internal ref Household this[int household] => ref _households[household];

    /// <summary>Lives every day, from the first to the last.</summary>
    /// <param name="stop">Ends it early; the result is then not to be used.</param>
    /// <returns>The monthly figures.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public MonthlyFigures Live(CancellationToken stop = default)
    {
        Settle();
        Places.Tell();
        Tally.Begin();
        for (var day = 0; day < Inputs.Days; day++)
        {
            Calendar.Schedule(day * 1440, 0, NationWide, (int)Happening.NewDay);
        }

        while (Calendar.TryNext(out var next))
        {
            if (next.Entity == NationWide)
            {
                stop.ThrowIfCancellationRequested();
                NationWideHappening((Happening)next.Tag);
            }
            else
            {
                Happen(next.Entity, (Happening)(next.Tag & 0xFF), next.Tag >> 8);
            }
        }

        return Tally.Figures();
    }

    /// <summary>Adds a household; references to other households are void afterwards.</summary>
    internal int Add(Household household, ReadOnlySpan<Steps.HouseholdRole> roles, ReadOnlySpan<int> born)
    {
        if (HouseholdCount == _households.Length)
        {
            Array.Resize(ref _households, _households.Length * 2);
        }

        household.First = PersonCount;
        household.Count = checked((byte)roles.Length);
        _households[HouseholdCount] = household;
        for (var i = 0; i < roles.Length; i++)
        {
            _persons?.Add(new SimulatedPerson(Key.OfMember(household.Key, i), HouseholdCount, born[i], household.Group, roles[i], household.Lodged, household.Since));
        }

        if (PersonCount + roles.Length > _born.Length)
        {
            Array.Resize(ref _born, _born.Length * 2);
        }

        born.CopyTo(_born.AsSpan(PersonCount));
        PersonCount += roles.Length;
        return HouseholdCount++;
    }

    /// <summary>A person's date of birth (epoch day).</summary>
    internal int BornOf(int person) => _born[person];

    /// <summary>Tells what is known of the past of a household that is taken over; its steps have no room for it.</summary>
    internal void TellPast(in Household household, ReferredBy by = ReferredBy.Nobody)
    {
        for (var i = 0; _persons is not null && i < household.Count; i++)
        {
            _persons[household.First + i] = _persons[household.First + i] with { Past = new(household.Moves, household.Relatives, by) };
        }
    }

    /// <summary>Plans a happening for a household at a minute of a day (epoch day), not before now.</summary>
    internal void Plan(int household, int day, int minuteOfDay, Happening happening, int detail = 0) =>
        Calendar.Schedule(
            Math.Max(Calendar.Now, ((day - Inputs.Start.Number) * 1440) + minuteOfDay), 8, household, (int)happening | (detail << 8));

    /// <summary>Plans a happening today, some minutes from now.</summary>
    internal void PlanSoon(int household, int minutes, Happening happening, int detail = 0) =>
        Calendar.Schedule(Calendar.Now + minutes, 8, household, (int)happening | (detail << 8));

    /// <summary>Tells that something happened to every member of a household.</summary>
    internal void Emit(in Household household, StepKind kind, int a = 0, int b = 0)
    {
        StepCount += household.Count;
        if (_log is null)
        {
            return;
        }

        for (var i = 0; i < household.Count; i++)
        {
            _log.Add(new Step(Calendar.Now, household.First + i, a, (short)b, kind));
        }
    }

    /// <summary>Tells that something happened to the first members of a household: its adults.</summary>
    internal void EmitFirst(in Household household, int members, StepKind kind, int a = 0, int b = 0)
    {
        StepCount += members;
        for (var i = 0; _log is not null && i < members; i++)
        {
            _log.Add(new Step(Calendar.Now, household.First + i, a, (short)b, kind));
        }
    }

    /// <summary>Tells that something happened to one member of a household.</summary>
    internal void EmitMember(in Household household, int member, StepKind kind)
    {
        StepCount++;
        _log?.Add(new Step(Calendar.Now, household.First + member, 0, 0, kind));
    }

    /// <summary>Tells that something happened to the household's main person only.</summary>
    internal void EmitMain(in Household household, StepKind kind, int a = 0, int b = 0)
    {
        StepCount++;
        _log?.Add(new Step(Calendar.Now, household.First, a, (short)b, kind));
    }

    /// <summary>Tells that something happened to a site.</summary>
    internal void EmitSite(int site, StepKind kind, int a = 0, int b = 0)
    {
        StepCount++;
        _log?.Add(new Step(Calendar.Now, -1 - site, a, (short)b, kind));
    }

    /// <summary>A share as a chance of this household, for this purpose.</summary>
    internal bool Happens(double share, in Household household, int purpose, int occurrence = 0) =>
        Chance.Unit(household.Key, purpose, occurrence) < share;

    /// <summary>A lag in whole days: a draw from a shape with median 1,000, times the median in days.</summary>
    internal int Lag(QuantileTable shape, double medianDays, in Household household, int purpose, int occurrence = 0) =>
        (int)(medianDays * shape.At(Chance.Bits(household.Key, purpose, occurrence)) / 1000);

    private void NationWideHappening(Happening happening)
    {
        switch (happening)
        {
            case Happening.NewDay:
                BeginDay();
                break;
            case Happening.RegistrationDesk:
                Centres.Work();
                break;
            case Happening.ImmigrationServiceDay:
                Staff.BeginDay();
                Interviews.PlanSimplified();
                Dublin.Work();
                Moratorium.Work();
                Interviews.Work();
                Reunification.Work();
                break;
            case Happening.CourtDay:
                Appeals.Work();
                break;
            case Happening.HousingDay:
                Homes.Work();
                break;
            case Happening.ReceptionBoard:
                Moves.Board();
                break;
            case Happening.EndOfDay:
                EndDay();
                break;
            default:
                throw new System.Diagnostics.UnreachableException(happening.ToString());
        }
    }

    private void BeginDay()
    {
        ApplyChanges();
        _book?.BeginDay(Today, _settings);
        var today = Today - Inputs.Start.Number;
        var minute = today * 1440;
        Places.BeginDay();
        Arrivals.BeginDay();
        Departures.BeginDay();
        if (Days.IsWorkDay(Today))
        {
            Calendar.Schedule(minute + 450, 1, NationWide, (int)Happening.ImmigrationServiceDay);
            Calendar.Schedule(minute + 480, 1, NationWide, (int)Happening.RegistrationDesk);
            Calendar.Schedule(minute + 540, 1, NationWide, (int)Happening.CourtDay);
            Calendar.Schedule(minute + 570, 1, NationWide, (int)Happening.HousingDay);
        }

        Calendar.Schedule(minute + 1050, 1, NationWide, (int)Happening.ReceptionBoard);
        Calendar.Schedule(minute + 1439, 31, NationWide, (int)Happening.EndOfDay);
    }

    private void EndDay()
    {
        Costs.EndDay();
        _book?.Posts(Today, Tally.Standing(Count.WorkloadInd));
        var tomorrow = new Day(Today + 1).ToLocalDate();
        if (tomorrow.Day == 1)
        {
            Places.Tell();
            Interviews.TellAges();
            Tally.EndMonth(new Day(Today));
        }
    }

    private void ApplyChanges()
    {
        _settings.BeginDay(Today);
        var before = Law;
        while (_nextLaw < _laws.Length && _laws[_nextLaw].From.Number <= Today)
        {
            Law = _laws[_nextLaw++].Law;
        }

        if (Law != before)
        {
            Decisions.MovePeriods();
        }

        Moratorium.BeginDay();
    }

    private void Happen(int h, Happening happening, int detail)
    {
        switch (happening)
        {
            case Happening.Arrive: Arrivals.Arrive(h); break;
            case Happening.Lodge: Centres.Lodge(h); break;
            case Happening.RegistrationInterview: Centres.Interview(h); break;
            case Happening.ConfirmTrack: Centres.ConfirmTrack(h); break;
            case Happening.Interview: Interviews.Hold(h); break;
            case Happening.SecondDay: Interviews.SecondDay(h); break;
            case Happening.ThirdDay: Interviews.ThirdDay(h); break;
            case Happening.FourthDay: Interviews.FourthDay(h); break;
            case Happening.SixthDay: Interviews.SixthDay(h); break;
            case Happening.View: Decisions.View(h); break;
            case Happening.MakeKnown: Decisions.MakeKnown(h); break;
            case Happening.Leave: Departures.LeaveDuringProcedure(h, detail); break;
            case Happening.LeftTwoWeeks: Departures.AfterTwoWeeks(h); break;
            case Happening.PeriodLapsed: LateDecisions.PeriodLapsed(h, detail); break;
            case Happening.Notice: LateDecisions.Notice(h, detail); break;
            case Happening.CourtOrder: LateDecisions.Order(h, detail); break;
            case Happening.DublinReply: Dublin.Reply(h); break;
            case Happening.DublinView: Dublin.View(h); break;
            case Happening.DublinDecision: Dublin.Decide(h); break;
            case Happening.DublinTransfer: Dublin.Transfer(h); break;
            case Happening.DublinLapse: Dublin.Lapse(h); break;
            case Happening.DublinAbscond: Dublin.Abscond(h); break;
            case Happening.LodgeAppeal: Appeals.Lodge(h); break;
            case Happening.Ruling: Appeals.Rule(h); break;
            case Happening.DepartureEnds: Departures.PeriodEnds(h); break;
            case Happening.VblEnds: Departures.SupervisedStayEnds(h); break;
            case Happening.TravelDocument: Departures.TravelDocument(h); break;
            case Happening.Detain: Departures.Detain(h); break;
            case Happening.Release: Departures.Release(h); break;
            case Happening.Depart: Departures.Depart(h, detail); break;
            case Happening.FileClosed: Departures.FileClosed(h); break;
            case Happening.Subsequent: Departures.LodgeSubsequent(h); break;
            case Happening.FirstYearEnds: Costs.FirstYearEnds(h); break;
            case Happening.Move: Moves.Execute(h, detail); break;
            case Happening.InternalMove: Moves.Internal(h); break;
            case Happening.MunicipalLimit: Moves.MunicipalLimit(h, detail); break;
            case Happening.Link: Homes.Link(h); break;
            case Happening.MoveIntoHome: Homes.MoveIn(h); break;
            case Happening.RequestFamily: Reunification.Request(h); break;
            case Happening.FamilyTerm: Reunification.TermLapsed(h); break;
            case Happening.FamilyArrives: Reunification.Arrive(h); break;
            case Happening.FamilyJoins: Reunification.Join(h); break;
            case Happening.WorkPermit: Work.Permit(h); break;
            case Happening.StartWork: Work.Start(h); break;
            case Happening.RenewPermit: Renewals.Renew(h, detail); break;
            case Happening.Settle: Places.Settle(h); break;
            case Happening.Milestone: Milestones.Reach(h, detail); break;
            case Happening.None:
            case Happening.NewDay:
            case Happening.RegistrationDesk:
            case Happening.ImmigrationServiceDay:
            case Happening.CourtDay:
            case Happening.HousingDay:
            case Happening.ReceptionBoard:
            case Happening.EndOfDay:
                throw new System.Diagnostics.UnreachableException(happening.ToString());
        }
    }
}
