using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Procedure;

/// <summary>When the decision period has lapsed: notice, court order, penalty, and the queue-jumping they cause (ingebrekestelling, dwangsom).</summary>
internal sealed class LateDecisions
{
    private static readonly Parameter NoticeShare = new(
        "late.notice-share", 0.55, 0.4, 0.7, "share", "fitted around 28,670 notices in 2023, family reunification included (IND)",
        "aandeel overschrijdingen met ingebrekestelling", "share of lapsed periods that bring a notice");

    private static readonly Parameter NoticeLag = new(
        "late.notice-days", 30, 15, 60, "days", "assumption", "tijd tot de ingebrekestelling", "days until the notice", 1, 1000);

    private static readonly Parameter OrderShare = new(
        "late.court-order-share", 0.4, 0.25, 0.55, "share", "assumption", "aandeel ingebrekestellingen met rechterlijk bevel",
        "share of notices that end in a court order");

    private static readonly Parameter OrderLag = new(
        "late.court-order-days", 70, 56, 120, "days", "eight weeks by law (Awb 8:55b), more in practice: assumption",
        "tijd van beroep tot bevel", "days from appeal to order", 1, 1000);

    private static readonly Parameter WithoutPrecedence = new(
        "late.without-precedence", 0.2, 0.05, 0.5, "share", "assumption: these wait in line as before, and penalties run",
        "aandeel rechterlijke bevelen dat niet tot voorrang leidt", "share of court orders that do not lead to precedence");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [NoticeShare, NoticeLag, OrderShare, OrderLag, WithoutPrecedence];

    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.7, 8000);

    private readonly Nation _nation;

    public LateDecisions(Nation nation) => _nation = nation;

    /// <summary>Share of lapsed periods that bring a notice, today.</summary>
    internal double NoticeShareNow => _nation[NoticeShare];

    /// <summary>Share of notices that end in a court order, today.</summary>
    internal double OrderShareNow => _nation[OrderShare];

    /// <summary>Days until a notice, for people who stood in the chain already.</summary>
    internal int NoticeDays(in Household household, int occurrence) => _nation.Lag(Spread, _nation[NoticeLag], household, Purpose.LiveLag, occurrence);

    /// <summary>Days from appeal to order, for people who stood in the chain already.</summary>
    internal int OrderDays(in Household household, int occurrence) => _nation.Lag(Spread, _nation[OrderLag], household, Purpose.LiveLag, occurrence);

    /// <summary>Added to the ordinal of the application when a change of the law moved the last day.</summary>
    public const int PeriodMoved = 1 << 8;

    /// <summary>The day after the last day: still undecided?</summary>
    public void PeriodLapsed(int h, int detail)
    {
        ref var household = ref _nation[h];
        var application = detail & (PeriodMoved - 1);
        if (!Runs(household, application))
        {
            return;
        }

        if (household.Due >= _nation.Today || (detail == application && household.Due + 1 != _nation.Today))
        {
            return; // A change of the law, or our becoming responsible, moved the last day; another plan stands for it.
        }

        if (_nation.Happens(_nation[NoticeShare], household, Purpose.Notice, household.Round))
        {
            var days = 1 + _nation.Lag(Spread, _nation[NoticeLag], household, Purpose.NoticeDelay, household.Round);
            _nation.Plan(h, _nation.Today + days, 620, Happening.Notice, application);
        }
    }

    /// <summary>The notice of default is received.</summary>
    public void Notice(int h, int application)
    {
        ref var household = ref _nation[h];
        if (!Runs(household, application) || household.Has(Marks.Noticed) || household.Due >= _nation.Today)
        {
            return;
        }

        var notices = ApplicationsOf(household);
        _nation.EmitFirst(household, notices, StepKind.ReceiveDefaultNotice);
        household.Mark(Marks.Noticed, true);
        household.NoticeOn = _nation.Today;
        _nation.Tally.Add(Count.DefaultNotices, notices);
        if (_nation.Happens(_nation[OrderShare], household, Purpose.CourtOrder, household.Round))
        {
            var none = default(NoTrace);
            var grace = DefaultNotice.Of(_nation.Law, new Day(_nation.Today), ref none).GraceEnds.Number;
            var days = _nation.Lag(Spread, _nation[OrderLag], household, Purpose.CourtOrderDelay, household.Round);
            _nation.Plan(h, grace + 1 + days, 640, Happening.CourtOrder, application);
        }
    }

    /// <summary>The court orders a decision within a term, under a penalty.</summary>
    public void Order(int h, int application)
    {
        ref var household = ref _nation[h];
        if (!Runs(household, application) || !household.Has(Marks.Noticed))
        {
            return;
        }

        var none = default(NoTrace);
        var order = CourtOrder.Of(_nation.Law, new Day(_nation.Today), household.Has(Marks.Interviewed), ref none);
        if (order.EuroPerDay <= 0)
        {
            return; // While the suspension act barred the court's penalty, no such order was given.
        }

        household.OrderedOn = _nation.Today;
        _nation.EmitFirst(household, ApplicationsOf(household), StepKind.OrderDecision, order.LastDay.Number - _nation.Today, (int)order.EuroPerDay);
        household.Mark(Marks.CourtOrdered, true);
        household.OrderedBy = order.LastDay.Number;
        if (!_nation.Happens(_nation[WithoutPrecedence], household, Purpose.CourtOrder, household.Round + 100))
        {
            _nation.Interviews.CourtOrdered(h);
            _nation.Decisions.CourtOrdered(h);
        }
    }

    private static bool Runs(in Household household, int application) =>
        household.Has(Marks.ApplicationOpen) && household.Application == application && household.Track != 1 && !household.Has(Marks.Remitted)
        && household.Stage != Stage.Gone;

    /// <summary>The decision is there: what it was late by under a court order is paid.</summary>
    public void Settle(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage == Stage.Gone)
        {
            return;
        }

        var none = default(NoTrace);
        if (household.Has(Marks.Noticed) && household.NoticeOn > 0)
        {
            var grace = DefaultNotice.Of(_nation.Law, new Day(household.NoticeOn), ref none).GraceEnds.Number;
            Pay(household, PenaltyAmount.InAsylum(_nation.Law, new Day(_nation.Today), Math.Max(0, _nation.Today - grace), ref none).Amount);
        }

        if (!household.Has(Marks.CourtOrdered))
        {
            return;
        }

        var late = _nation.Today - household.OrderedBy;
        Pay(household, CourtOrder.Penalty(_nation.Law, new Day(household.OrderedOn), Math.Max(0, late), ref none));
    }

    private void Pay(in Household household, decimal each)
    {
        var euro = (int)each;
        if (euro > 0)
        {
            _nation.EmitFirst(household, ApplicationsOf(household), StepKind.PayPenalty, euro);
            _nation.Tally.PayPenalty(ApplicationsOf(household) * euro);
        }
    }

    /// <summary>Each adult has an application of their own; a minor alone has one too.</summary>
    private static int ApplicationsOf(in Household household) => Math.Max((byte)1, household.Adults);
}
