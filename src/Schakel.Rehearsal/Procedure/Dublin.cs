using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Guidance;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Return;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Procedure;

/// <summary>Track 1: request, reply, transfer, lapse (Dublin).</summary>
internal sealed class Dublin
{
    private static readonly Parameter HoursPerRequest = new(
        "dublin.hours-per-case", 22, 18, 28, "hours per adult", "assumption, scaled by the fitted staff", "uren per Dublin-zaak", "hours per Dublin case", 0.1, 1000);

    private static readonly Parameter Accepted = new(
        "dublin.accepted-share", 0.78, 0.74, 0.82, "share", "8,365 of 10,704 requests in 2023 (Eurostat via AIDA)",
        "aandeel claims dat wordt aanvaard", "share of requests accepted");

    private static readonly Parameter TransferredShare = new(
        "dublin.transferred-share", 0.26, 0.20, 0.32, "share", "1,807 transfers on 8,365 acceptances in 2023 (Eurostat via AIDA)",
        "aandeel akkoorden dat tot overdracht leidt", "share of acceptances that end in a transfer");

    private static readonly Parameter AbscondedShare = new(
        "dublin.absconded-share", 0.44, 0.34, 0.52, "share", "assumption; the rest disappears or lapses (model notes 8)",
        "aandeel akkoorden dat onderduikt", "share of acceptances that abscond");

    private static readonly Parameter ReappearShare = new(
        "dublin.reappear-share", 0.25, 0.15, 0.4, "share", "assumption", "aandeel onderduikers dat na de termijn terugkomt",
        "share of absconders who come back after the period");

    private static readonly Parameter DecisionLag = new(
        "dublin.decision-days", 45, 30, 70, "days", "fitted to 26 weeks of lead time in 2022 (report, table 4.1)",
        "tijd van akkoord tot besluit", "days from acceptance to decision", 1, 700);

    internal static readonly Parameter TransferStop = new(
        "dublin.transfer-stop", 0, 0, 0, "share", "measure only", "aandeel overdrachten dat door een stop niet doorgaat",
        "share of transfers stopped by a receiving state");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [HoursPerRequest, Accepted, TransferredShare, AbscondedShare, ReappearShare, DecisionLag, TransferStop];

    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.5, 6000);
    private static readonly QuantileTable ReplyDays = QuantileTable.Empirical((10, 15), (14, 45), (21, 10), (30, 15), (45, 5), (60, 10));

    private readonly Nation _nation;
    private readonly WorkQueue _waiting = new(1 << 12);

    public Dublin(Nation nation) => _nation = nation;

    /// <summary>Joins the line for a request to the other state.</summary>
    public void Enter(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.DublinAwaitingRequest;
        household.Since = _nation.Today;
        _waiting.Add(h, household.Lodged, _nation.Today);
    }

    /// <summary>Leaves the line.</summary>
    public void Leave(int h) => _waiting.Remove(h);

    /// <summary>A working day: requests go out while there are minutes.</summary>
    public void Work()
    {
        ref var minutes = ref _nation.Staff.Minutes[(int)WorkKind.Simplified];
        while (minutes > 0 && _waiting.TryTake(out var h))
        {
            if (AskedBy(_nation[h]) is { } last && _nation.Today > last)
            {
                LapseRequest(h, last + 1);
                continue;
            }

            minutes -= 60 * _nation[HoursPerRequest] * Math.Max((byte)1, _nation[h].Adults);
            Send(h);
        }
    }

    /// <summary>A request that was under way when the rehearsal began.</summary>
    internal void Request(int h)
    {
        _waiting.Remove(h);
        Send(h);
    }

    private bool TakesBack(in Household household) => _nation.Happens(0.7, household, Purpose.TakeBack);

    // Of whom the rehearsal began with, a request was under way. A hit in Eurodac is not modelled: the longer time counts.
    private int? AskedBy(in Household household)
    {
        if (household.Has(Marks.TakenOver) && household.Lodged < _nation.Inputs.Start.Number)
        {
            return null;
        }

        var none = default(NoTrace);
        var kind = TakesBack(household) ? DublinRequestKind.TakeBack : DublinRequestKind.TakeCharge;
        return DublinRequest.LastDay(_nation.Law, kind, new Day(household.Lodged), eurodacHit: null, detained: false, ref none).Number;
    }

    // Nobody was asked in time: the Netherlands is responsible.
    private void LapseRequest(int h, int since)
    {
        _nation.Emit(_nation[h], StepKind.LapseDublinRequest, 0, TakesBack(_nation[h]) ? 1 : 0);
        FlowOver(h, since);
    }

    private void Send(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.DublinAwaitingReply;
        household.Since = _nation.Today;
        var takeBack = TakesBack(household);
        _nation.Emit(household, StepKind.RequestDublinTransfer, 0, takeBack ? 1 : 0);
        _nation.Tally.Add(Count.DublinRequests, household.Count);
        var days = ReplyDays.At(_nation.Chance.Bits(household.Key, Purpose.ReplyDelay));
        _nation.Plan(h, _nation.Today + days, 600, Happening.DublinReply);
    }

    /// <summary>The other state replies.</summary>
    public void Reply(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAwaitingReply)
        {
            return;
        }

        var accepted = _nation.Happens(_nation[Accepted], household, Purpose.ReplyAccepted);
        _nation.Emit(household, StepKind.ReceiveDublinReply, accepted ? 1 : 0);
        if (!accepted)
        {
            FlowOver(h);
            return;
        }

        _nation.Tally.Add(Count.DublinAccepted, household.Count);
        Accept(h, _nation.Today);
        _nation.Emit(household, StepKind.IssueIntention);
        _nation.Milestones.Intended(h);
        var none = default(NoTrace);
        var viewEnds = ViewPeriod.LastDay(_nation.Law, new Day(_nation.Today), ViewProcedure.Dublin, ref none).Number;
        _nation.Plan(h, viewEnds - 1, 900, Happening.DublinView);
    }

    /// <summary>The view on the intended transfer.</summary>
    public void View(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAccepted || !household.Has(Marks.ApplicationOpen))
        {
            return;
        }

        _nation.Emit(household, StepKind.SubmitView);
        var days = Math.Max(2, _nation.Lag(Spread, _nation[DecisionLag], household, Purpose.DecisionDelay));
        _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + days), 660, Happening.DublinDecision);
    }

    /// <summary>The transfer decision; what becomes of it was in the stars, but the law's period bounds it.</summary>
    public void Decide(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAccepted || !household.Has(Marks.ApplicationOpen))
        {
            return;
        }

        _nation.Decisions.Close(h, DecisionOutcome.NotTakenUp);
        if (HandedOver(household) && _nation.Today > household.MoratoriumThrough) // No return file while that holds; a transfer needs none.
        {
            _nation.Tally.Add(Count.ReturnFromInd, household.Count);
            _nation.Emit(household, StepKind.OpenReturnFile);
        }

        _nation.Appeals.AfterTransferDecision(h);
        var none = default(NoTrace);
        var leaveBy = DublinDeparture.LastDay(_nation.Law, new Day(_nation.Today), transferBy: null, ref none).Number;
        PlanFate(h, leaveBy < household.PeriodEnd ? leaveBy : 0); // Where the transfer would be too late, the time to leave is shortened to nothing.
    }

    // Who goes before the file reaches the return service is no departure of its caseload.
    private bool HandedOver(in Household household) =>
        !WillAbscond(household) || !_nation.Happens(_nation[Departures.GoneBefore], household, Purpose.Leave, 5);

    private bool WillAbscond(in Household household) =>
        _nation.Chance.Unit(household.Key, Purpose.DublinFate) is var draw && draw >= _nation[TransferredShare]
        && draw < _nation[TransferredShare] + _nation[AbscondedShare];

    /// <summary>Who stood ready for transfer on the first day, and was handed over to the return service before it.</summary>
    internal void TellHandedOver(int h)
    {
        if (HandedOver(_nation[h]))
        {
            _nation.Emit(_nation[h], StepKind.OpenReturnFile);
        }
    }

    /// <summary>The transfer, unless someone went before it or it was stopped.</summary>
    public void Transfer(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAccepted || household.Has(Marks.Absconded)
            || _nation.Today > household.PeriodEnd
            || _nation.Happens(_nation[TransferStop], household, Purpose.TransferDelay, 1))
        {
            return;
        }

        _nation.Emit(household, StepKind.TransferToState);
        _nation.Tally.Add(Count.DublinTransfers, household.Count);

        // The return service counts transfers among forced departures, and absconders among the unsupervised.
        _nation.Tally.Add(Count.DeparturesForced, household.Count);
        _nation.Places.Leave(h, ReceptionEnd.Departed);
        _nation.Appeals.Leave(h);
        household.Stage = Stage.Departed;
    }

    /// <summary>Someone under a transfer decision is gone: the other state is told before the six months are over.</summary>
    public void Abscond(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAccepted || household.Has(Marks.Absconded) || _nation.Today > household.PeriodEnd)
        {
            return;
        }

        _nation.Departures.GoneUnknown(h);
        _nation.Tally.Add(Count.DeparturesUnsupervised, HandedOver(household) ? household.Count : 0);
        _nation.Emit(household, StepKind.NotifyAbsconding);
        household.Mark(Marks.Absconded, true);
        var none = default(NoTrace);
        household.PeriodEnd = DublinTransfer.LastDay(
            _nation.Law, new Day(household.Since), TransferCircumstance.Absconded, new Day(_nation.Today), ref none).Number;
        _nation.Plan(h, household.PeriodEnd + 1, 10, Happening.DublinLapse);
    }

    /// <summary>The transfer period has lapsed: the Netherlands is responsible.</summary>
    public void Lapse(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.DublinAccepted || _nation.Today <= household.PeriodEnd)
        {
            return;
        }

        var absconded = household.Has(Marks.Absconded);
        var back = !absconded || _nation.Happens(_nation[ReappearShare], household, Purpose.Reappear);
        if (!back)
        {
            household.Stage = Stage.Gone;
            return;
        }

        if (absconded)
        {
            _nation.Emit(household, StepKind.Arrive, RegistrationCentres.TerApel);
            Milestones.BackInSight(ref household);
        }

        _nation.Emit(household, StepKind.LapseTransfer);
        _nation.Tally.Add(Count.DublinLapsed, household.Count);

        household.Mark(Marks.Absconded, false);
        if (!household.Has(Marks.ApplicationOpen))
        {
            // The transfer decision has lost its meaning; the application is taken up again, now here.
            _nation.Appeals.Leave(h);
            household.Mark(Marks.ApplicationOpen, true);
            household.Round++;
            _nation.Tally.Level(Count.StockApplications, household.Count);
            _nation.Tally.ChangeTrack(-1, 1, household.Count);
        }

        if (absconded)
        {
            _nation.Places.Admit(h);
        }

        FlowOver(h);
    }

    /// <summary>The request was refused or void: track 4, with its own rest period.</summary>
    internal void FlowOver(int h) => FlowOver(h, _nation.Today);

    private void FlowOver(int h, int since)
    {
        _nation[h].TermFrom = since;
        _nation[h].TermShift = 0;
        _nation.Decisions.StartPeriod(h);
        _nation.Centres.Confirm(h, 4, 0);
    }

    /// <summary>Accepted on a day, today or before the rehearsal began: the transfer period runs.</summary>
    internal void Accept(int h, int day)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.DublinAccepted;
        household.Since = day;
        var none = default(NoTrace);
        household.PeriodEnd = DublinTransfer.LastDay(_nation.Law, new Day(day), TransferCircumstance.None, null, ref none).Number;
        _nation.Plan(h, household.PeriodEnd + 1, 10, Happening.DublinLapse);
    }

    /// <summary>Plans whether and when someone under a transfer decision is transferred or goes.</summary>
    /// <param name="h">The household.</param>
    /// <param name="leaveBy">Last day to leave oneself, before which nobody is transferred; 0 where there is none.</param>
    internal void PlanFate(int h, int leaveBy = 0)
    {
        ref var household = ref _nation[h];
        var draw = _nation.Chance.Unit(household.Key, Purpose.DublinFate);
        if (draw < _nation[TransferredShare])
        {
            var first = Math.Max(_nation.Today + 7, leaveBy + 1); // Nobody is transferred by force in the time to leave oneself.
            _nation.Plan(h, SomeDay(household, first), 420, Happening.DublinTransfer);
        }
        else if (draw < _nation[TransferredShare] + _nation[AbscondedShare])
        {
            _nation.Plan(h, SomeDay(household, _nation.Today + 7), 1320, Happening.DublinAbscond);
        }
    }

    /// <summary>Days until the reply, for people who stood in the chain already.</summary>
    internal int ReplyTime(in Household household, int purpose, int occurrence) => ReplyDays.At(_nation.Chance.Bits(household.Key, purpose, occurrence));

    /// <summary>Days from the view to the transfer decision, for people who stood in the chain already.</summary>
    internal int DecisionTime(in Household household, int purpose, int occurrence) =>
        _nation.Lag(Spread, _nation[DecisionLag], household, purpose, occurrence);

    /// <summary>
    /// Plans the fate of someone whose transfer decision is older than the rehearsal. The day of a transfer or of going away lies anywhere in
    /// the period; of those to whom neither happened yet, each day that has passed makes it likelier that neither will.
    /// </summary>
    internal void PlanRemainingFate(int h, int decided, int leaveBy)
    {
        ref var household = ref _nation[h];
        var left = Math.Clamp((double)(household.PeriodEnd - _nation.Today) / Math.Max(1, household.PeriodEnd - decided - 7), 0, 1);
        var (transferred, absconded) = (_nation[TransferredShare] * left, _nation[AbscondedShare] * left);
        var all = transferred + absconded + Math.Max(0, 1 - _nation[TransferredShare] - _nation[AbscondedShare]);
        var draw = _nation.Chance.Unit(household.Key, Purpose.DublinFate) * all;
        if (draw < transferred)
        {
            _nation.Plan(h, SomeDay(household, Math.Max(_nation.Today, Math.Max(decided + 7, leaveBy + 1))), 420, Happening.DublinTransfer);
        }
        else if (draw < transferred + absconded)
        {
            _nation.Plan(h, SomeDay(household, Math.Max(_nation.Today, decided + 7)), 1320, Happening.DublinAbscond);
        }
    }

    private int SomeDay(in Household household, int first) =>
        first + _nation.Chance.Below(Math.Max(1, household.PeriodEnd - first), household.Key, Purpose.TransferDelay);
}
