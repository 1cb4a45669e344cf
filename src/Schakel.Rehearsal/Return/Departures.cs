using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Norms.Return;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Guidance;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Return;

/// <summary>Leaving: during the procedure, after a final refusal, alone, with help, by force, or without a trace (vertrek).</summary>
internal sealed partial class Departures
{
    internal static readonly Parameter LeaveTrack2 = new(
        "return.leave-track-2", 0.45, 0.3, 0.6, "share", "assumption; 78 % in the sober pilot of 2020–2021 (report, line 3257)",
        "vertrek met onbekende bestemming in spoor 2", "unknown departure in track 2");

    private static readonly Parameter LeaveTrack4 = new(
        "return.leave-track-4", 0.05, 0.03, 0.08, "share", "assumption", "vertrek met onbekende bestemming in spoor 4", "unknown departure in track 4");

    internal static readonly Parameter LeaveTrack1 = new(
        "return.leave-track-1", 0.12, 0.05, 0.2, "share", "assumption", "vertrek voor het Dublin-akkoord", "unknown departure before a Dublin acceptance");

    internal static readonly Parameter Cooperation = new(
        "return.cooperation", 1, 0.85, 1.15, "factor", "assumption; Morocco 2021–2023 as evidence (report, table 7.1)",
        "medewerking van landen bij gedwongen vertrek", "cooperation of countries with forced return", 0, 20);

    internal static readonly Parameter IndependentLevel = new(
        "return.independent-level", 1, 0.85, 1.15, "factor", "fitted to 2,450 in 2022 (DT&V)", "zelfstandig vertrek ten opzichte van de tabel", "independent departure against the table", 0, 20);

    private static readonly Parameter ForcedLevel = new(
        "return.forced-level", 1, 0.85, 1.15, "factor", "fitted to 1,850 in 2022 (DT&V)", "gedwongen vertrek ten opzichte van de tabel", "forced departure against the table", 0, 20);

    private static readonly Parameter UnsupervisedLevel = new(
        "return.unsupervised-level", 1, 0.85, 1.15, "factor", "fitted to 4,310 in 2022 (DT&V)", "vertrek zonder toezicht ten opzichte van de tabel", "departure without supervision against the table", 0, 20);

    private static readonly Parameter StockFactor = new(
        "return.stock-factor", 0.5, 0.3, 0.8, "factor", "assumption: whoever was in the caseload on the first day had not left so far, and is less likely to",
        "kans op vertrek van wie al in de caseload zat", "chance of departure of those in the caseload at the start", 0, 2);

    private static readonly Parameter PoliceShare = new(
        "return.police-share", 0.41, 0.38, 0.44, "share", "DT&V: 2,450 of 6,030 in 2022", "aandeel van de vreemdelingenpolitie in de overige instroom", "share of the aliens police in the other inflow");

    private static readonly Parameter BorderShare = new(
        "return.border-share", 0.14, 0.12, 0.16, "share", "DT&V: 840 of 6,030 in 2022", "aandeel van de grensbewaking in de overige instroom", "share of the border police in the other inflow");

    internal static readonly Parameter GoneBefore = new(
        "return.gone-before-handover", 0.25, 0.1, 0.5, "share", "assumption: whoever has left by the time a refusal becomes final is handed over to nobody",
        "aandeel afgewezenen dat al weg is voor de overdracht aan DT&V", "share of the refused who are gone before they are handed over");

    private static readonly Parameter OtherInflow = new(
        "return.other-inflow", 6000, 5000, 7000, "persons a year", "DT&V: 6,030 cases from police, border police and other in 2022",
        "instroom bij terugkeer van politie en KMar", "return inflow from police and border police", 0, 1e6);

    internal static readonly Parameter DetentionPlaces = new(
        "return.detention-places", 420, 350, 500, "places", "assumption", "plekken vreemdelingenbewaring", "detention places", 0, 1e5);

    private static readonly Parameter TravelDocumentDays = new(
        "return.travel-document-days", 120, 80, 200, "days", "assumption", "tijd tot een laissez-passer", "days to a travel document", 1, 2000);

    internal static readonly Parameter SubsequentShare = new(
        "return.subsequent-share", 0.05, 0.03, 0.09, "share", "assumption", "opvolgende aanvraag na definitieve afwijzing", "subsequent application after a final refusal");

    internal static readonly Parameter Tolerated = new(
        "return.tolerated-status", 0, 0, 0, "share", "measure only", "gedoogstatus voor wie niet kan vertrekken", "tolerated status for those who cannot leave");

    internal static readonly Parameter ToleratedDays = new(
        "return.tolerated-days", 365, 180, 730, "days", "assumption; in Germany a place in shared housing is assigned until someone can pay for a home (report, lines 5495–5498)",
        "tijd in de opvang met een gedoogstatus", "time in reception with a tolerated status", 0, 5000);

    internal static readonly Parameter DepartureMoratorium = new(
        "return.departure-moratorium", 0, 0, 0, "share", "measure only", "vertrekmoratorium: deel dat niet hoeft te vertrekken", "departure moratorium: share not to depart");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
    [
        LeaveTrack2, LeaveTrack4, LeaveTrack1, Cooperation, IndependentLevel, ForcedLevel, UnsupervisedLevel, StockFactor, GoneBefore, OtherInflow,
        PoliceShare, BorderShare, DetentionPlaces,
        TravelDocumentDays, SubsequentShare, Tolerated, ToleratedDays, DepartureMoratorium,
    ];

    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.7, 8000);
    private const int DaysToFlight = 30;
    private static readonly QuantileTable LongSpread = QuantileTable.LogNormal(1000, 1.0, 12000);

    private readonly Nation _nation;
    private readonly List<int> _mayStay = [];
    private int _detained;

    public Departures(Nation nation) => _nation = nation;

    /// <summary>People found by police and border police enter the return caseload.</summary>
    public void BeginDay()
    {
        var today = _nation.Today;
        var expected = _nation[OtherInflow] * _nation.Inputs.Scale / 365;
        var slots = Math.Max(8, (int)(160 * _nation.Inputs.Scale));
        for (var slot = 0; slot < slots; slot++)
        {
            var key = Key.Of(Key.ReturnOnly, today, 0, slot);
            if (_nation.Chance.Unit(key, Purpose.ReturnInflow) < expected / slots)
            {
                var group = _nation.Chance.Below(_nation.Inputs.Groups.Length, key, Purpose.StockGroup);
                var h = _nation.Arrivals.Make(key, group, HouseholdKind.ReturnOnly, today);
                var source = _nation.Chance.Unit(key, Purpose.ReturnInflow, 1);
                var (series, by) = source < _nation[PoliceShare] ? (Count.ReturnFromPolice, ReferredBy.AliensPolice)
                    : source < _nation[PoliceShare] + _nation[BorderShare] ? (Count.ReturnFromBorder, ReferredBy.BorderPolice)
                    : (Count.ReturnFromOther, ReferredBy.Other);
                _nation.Tally.Add(series, _nation[h].Count);
                _nation.TellPast(_nation[h], by);
                OpenFile(h);
            }
        }

        EndMoratorium();
    }

    /// <summary>A departure moratorium that has ended lets the return files open that it kept closed.</summary>
    private void EndMoratorium()
    {
        for (var i = _mayStay.Count - 1; i >= 0; i--)
        {
            var h = _mayStay[i];
            if (_nation[h].Stage != Stage.DeparturePeriod)
            {
                _mayStay.RemoveAt(i);
            }
            else if (!MayStay(_nation[h]))
            {
                _mayStay.RemoveAt(i);
                OpenFile(h);
            }
        }
    }

    private bool MayStay(in Household household) =>
        _nation[DepartureMoratorium, household.Group] is > 0 and var share && _nation.Moratorium.DepartureMayWait(household.Group)
        && _nation.Happens(share, household, Purpose.DepartureMoratorium);

    /// <summary>Plans whether someone leaves before the decision, by track.</summary>
    public void PlanLeaving(int h)
    {
        ref var household = ref _nation[h];
        if (LeavingDay(household, _nation.Today, Purpose.Leave, Purpose.LeaveDelay, 0) is { } day)
        {
            _nation.Plan(h, day, 1380, Happening.Leave, household.Application);
        }
    }

    /// <summary>The day on which someone leaves before the decision, counted from one; nothing when they stay.</summary>
    internal int? LeavingDay(in Household household, int from, int shares, int lags, int occurrence)
    {
        var share = household.Track switch
        {
            1 => _nation[LeaveTrack1],
            2 => _nation[LeaveTrack2],
            _ => _nation[LeaveTrack4] * 2 * (1 - _nation.Inputs.Groups[household.Group].GrantShare),
        };
        if (household.Kind != HouseholdKind.First || !_nation.Happens(share, household, shares, occurrence))
        {
            return null;
        }

        var median = household.Track == 2 ? 25 : household.Track == 1 ? 30 : 150;
        return from + 3 + _nation.Lag(Spread, median, household, lags, occurrence);
    }

    /// <summary>Leaves with unknown destination while an application is open.</summary>
    public void LeaveDuringProcedure(int h, int application)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.ApplicationOpen) || household.Application != application || household.Stage is Stage.Gone or Stage.DublinAccepted)
        {
            return;
        }

        _nation.Interviews.Leave(h);
        _nation.Decisions.Leave(h);
        _nation.Dublin.Leave(h);
        GoneUnknown(h);
        household.Stage = Stage.Gone;
        var none = default(NoTrace);
        var contactBy = OutOfConsideration.LastDay(_nation.Law, new Day(_nation.Today), ref none).Number;
        _nation.Plan(h, _nation.Days.NextWorkDay(contactBy + 1), 660, Happening.LeftTwoWeeks);
    }

    /// <summary>Two weeks without contact: a named official puts the case out of consideration.</summary>
    public void AfterTwoWeeks(int h)
    {
        if (_nation[h].Has(Marks.ApplicationOpen))
        {
            _nation.Decisions.Close(h, DecisionOutcome.OutOfConsideration);
        }
    }

    /// <summary>Out of sight: recorded, and a place comes free.</summary>
    internal void GoneUnknown(int h)
    {
        ref var household = ref _nation[h];
        var fromReception = household.Site >= 0;
        _nation.Emit(household, StepKind.LeaveUnknown, 0, fromReception ? 1 : 0);
        Milestones.OutOfSight(ref household);
        _nation.Tally.Add(Count.UnknownDepartures, fromReception ? household.Count : 0);
        _nation.Places.Leave(h, ReceptionEnd.Unknown);
    }

    /// <summary>The refusal is final: the departure period runs, then the return file opens.</summary>
    public void BecomeFinal(int h, int from, bool atOnce, int notBefore = 0)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.DeparturePeriod;
        var none = default(NoTrace);
        var last = DeparturePeriod.LastDay(_nation.Law, new DepartureFacts(new Day(from)) { Withheld = atOnce }, ref none).Number;
        household.PeriodEnd = Math.Max(last, notBefore);
        _nation.Plan(h, household.PeriodEnd + 1, 630, Happening.DepartureEnds);
    }

    /// <summary>The departure period is over: the right to reception ends by a reasoned decision, but not for children.</summary>
    public void PeriodEnds(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DeparturePeriod || household.Has(Marks.AppealPending))
        {
            return;
        }

        if (!household.Has(Marks.WantsToGo) && PutOff(h, household.MoratoriumThrough, 1, 630, Happening.DepartureEnds))
        {
            return;
        }

        if (household.Count == household.Adults && _nation.Happens(_nation[GoneBefore], household, Purpose.Leave, 5 + household.Round))
        {
            GoneUnknown(h);
            household.Stage = Stage.Gone;
            return;
        }

        _nation.Tally.Add(Count.ReturnFromInd, household.Count);
        OpenFile(h);
    }

    /// <summary>Twelve weeks of supervised stay are over.</summary>
    public void SupervisedStayEnds(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage == Stage.Returning && household.Site >= 0 && !PutOff(h, ReceptionThrough(household), 1, 640, Happening.VblEnds))
        {
            _nation.Places.Leave(h, ReceptionEnd.PeriodLapsed);
        }
    }

    /// <summary>The country gives the travel document, or not.</summary>
    public void TravelDocument(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.Returning)
        {
            return;
        }

        _nation.Emit(household, StepKind.ReceiveTravelDocument);
        _nation.Plan(h, _nation.Today + 7, 540, Happening.Detain);
    }

    /// <summary>Detained shortly before a forced return, when there is a place and no children are involved.</summary>
    public void Detain(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.Returning || PutOff(h, household.MoratoriumThrough, 1, 540, Happening.Detain))
        {
            return;
        }

        if (MayStay(household))
        {
            _nation.Plan(h, _nation.Today + 30, 540, Happening.Detain);
            return;
        }

        var alone = household.Count == household.Adults && household.Kind != HouseholdKind.UnaccompaniedMinor;
        var none = default(NoTrace);
        var flight = _nation.Today + DaysToFlight;
        var longest = Detention.LastDay(_nation.Law, new DetentionFacts(new Day(_nation.Today), DetentionGround.Return), ref none).Number;
        if (alone && flight <= longest && _detained + household.Count <= _nation[DetentionPlaces] * _nation.Inputs.Scale)
        {
            _nation.Emit(household, StepKind.Detain);
            household.Mark(Marks.Detained, true);
            _detained += household.Count;
            _nation.Tally.Level(Count.DetentionUsed, household.Count);
            _nation.Places.Leave(h, ReceptionEnd.Detained);
        }

        _nation.Plan(h, flight, 500, Happening.Depart, (int)DepartureKind.Forced);
    }

    /// <summary>Departs, in the way that was coming; whoever got something else in the meantime stays.</summary>
    public void Depart(int h, int kind)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.Returning)
        {
            return;
        }

        if (kind == (int)DepartureKind.Forced && PutOff(h, household.MoratoriumThrough, 1 + DaysToFlight, 500, Happening.Depart, kind))
        {
            return;
        }

        Free(ref household);
        var series = (DepartureKind)kind switch
        {
            DepartureKind.Independent => Count.DeparturesIndependent,
            DepartureKind.Forced => Count.DeparturesForced,
            DepartureKind.Unsupervised => Count.DeparturesUnsupervised,
        };
        if (kind == (int)DepartureKind.Unsupervised && household.Site >= 0)
        {
            GoneUnknown(h);
        }

        _nation.Emit(household, StepKind.Depart, kind);
        _nation.Places.Leave(h, ReceptionEnd.Departed);
        _nation.Tally.Add(series, household.Count);
        CloseFile(h);
        household.Stage = Stage.Departed;
    }

    /// <summary>A return file is closed without a known departure.</summary>
    public void FileClosed(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage == Stage.Returning && household.Has(Marks.Tolerated))
        {
            _nation.Places.Leave(h, ReceptionEnd.OwnArrangement);
            CloseFile(h);
            household.Stage = Stage.Tolerated;
        }
        else if (household.Stage == Stage.Returning && _nation.Today - household.Since >= 365)
        {
            GoneUnknown(h);
            CloseFile(h);
            household.Stage = Stage.Gone;
        }
    }

    /// <summary>A subsequent application: tested, mostly at once, in the same lines as the others.</summary>
    public void LodgeSubsequent(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.ApplicationOpen) || household.Has(Marks.Permit) || household.Has(Marks.Detained)
            || household.Stage is not (Stage.Abroad or Stage.Returning or Stage.Gone))
        {
            return;
        }

        CloseFile(h);
        household.Mark(Marks.WantsToGo, false);
        _nation.Appeals.Leave(h);
        if (household.Stage == Stage.Gone)
        {
            _nation.Emit(household, StepKind.Arrive, RegistrationCentres.TerApel);
            Milestones.BackInSight(ref household);
        }

        household.Application = (byte)Math.Max(2, household.Application + 1);
        household.Track = 0;
        household.Stage = Stage.Registered;
        _nation.Emit(household, StepKind.LodgeSubsequentApplication, household.Application);
        _nation.Milestones.LodgedAgain(h);
        _nation.Decisions.OpenApplication(h, Count.InflowSubsequent);
        household.Track = 4;
        _nation.Tally.ChangeTrack(0, 4, household.Count);
        _nation.Emit(household, StepKind.ConfirmTrack, 4, 0);
        _nation.Milestones.ToBeJudgedHere(h);
        if (_nation.Happens(0.6, household, Purpose.OwnHome))
        {
            _nation.Places.Admit(h);
        }

        _nation.Interviews.Enter(h);
    }
}
