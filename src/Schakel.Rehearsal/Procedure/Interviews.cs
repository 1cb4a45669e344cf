using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Procedure;

/// <summary>Who is heard when, and the days of the general procedure (nader gehoor, algemene asielprocedure).</summary>
internal sealed class Interviews
{
    internal static readonly Parameter HearingHours = new(
        "procedure.hearing-hours", 30, 26, 34, "hours per adult", "assumption, scaled by the fitted staff",
        "uren per gehoor", "hours of work per hearing", 0.1, 1000);

    private static readonly Parameter SimplifiedHours = new(
        "procedure.simplified-hours", 30, 22, 38, "hours per adult", "assumption", "uren per zaak in spoor 2", "hours per case in track 2", 0.1, 1000);

    private static readonly Parameter DecisionShare = new(
        "procedure.share-for-decisions", 0.5, 0.4, 0.6, "share", "assumption", "deel van de capaciteit dat eerst naar beslissen in de verlengde procedure gaat",
        "share of capacity that first goes to decisions in the extended procedure");

    private static readonly Parameter SelectionSpread = new(
        "procedure.selection-spread", 240, 120, 400, "days", "fitted to the age of the stock of November 2023 (ANP)",
        "spreiding in de volgorde van behandelen", "spread in the order of work", 0, 2000);

    private static readonly Parameter GrantBonus = new(
        "procedure.selection-likely-grant", 60, 0, 150, "days", "assumption: batches by nationality and motive (model notes 5)",
        "voorrang van groepen met hoge inwilliging", "precedence of groups that are mostly granted", 0, 2000);

    private static readonly Parameter SetAside = new(
        "procedure.set-aside-share", 0.12, 0.05, 0.25, "share", "assumption: complex cases wait a year more; an eighth of the stock is over 15 months old at either start",
        "aandeel ingewikkelde zaken dat blijft liggen", "share of complex cases that are set aside");

    internal static readonly Parameter SetAsideDays = new(
        "procedure.set-aside-days", 300, 150, 500, "days", "assumption: complex cases wait the better part of a year more",
        "hoeveel langer ingewikkelde zaken blijven liggen", "how much longer complex cases wait", 0, 2000);

    private static readonly Parameter BatchShare = new(
        "procedure.batch-share", 0.2, 0.05, 0.4, "share", "assumption: batches by nationality and motive go first (model notes 5)",
        "aandeel kansrijke zaken dat versneld wordt opgepakt", "share of promising cases that is taken up in batches, ahead of the line");

    private static readonly Parameter NoShowBase = new(
        "procedure.no-show", 0.09, 0.06, 0.13, "share", "assumption within 10–20 % of hearings (model notes 11)",
        "gehoren die niet doorgaan zonder verhuizing", "hearings that fail without a move");

    internal static readonly Parameter NoShowMoved = new(
        "procedure.no-show-after-move", 0.30, 0.2, 0.45, "share", "assumption (report §6.5.2: moves break hearings)",
        "gehoren die niet doorgaan na een verhuizing", "hearings that fail after a move");

    private static readonly Parameter PlanningLead = new(
        "procedure.planning-lead", 16, 12, 22, "days", "assumption", "tijd tussen uitnodiging en gehoor", "days between invitation and hearing", 8, 200);

    private static readonly Parameter SimplifiedLead = new(
        "procedure.simplified-lead", 40, 20, 70, "days", "fitted to the lead time of track 2 (IND)", "tijd tot het gehoor in spoor 2", "days until the interview in track 2", 1, 400);

    internal static readonly Parameter EvidentGrantHours = new(
        "procedure.evident-grant-hours", 0.4, 0.25, 0.6, "factor", "assumption", "werk per zaak in spoor 3 of 5 ten opzichte van spoor 4",
        "work per case in track 3 or 5 against track 4", 0.01, 1);

    internal static readonly Parameter WrittenHearing = new(
        "procedure.written-hearing-share", 0, 0, 0, "share", "measure only: IND stopped hearing in writing (report, lines 2196–2199)",
        "aandeel schriftelijke gehoren onder groepen met hoge inwilliging", "share of written hearings among groups that are mostly granted");

    internal static readonly Parameter WrittenSaving = new(
        "procedure.written-hearing-saving", 0.3, 0.1, 0.45, "share", "assumption; whether it adds value needs study (report, lines 2196–2197)",
        "werk dat een schriftelijk gehoor bespaart", "work that a written hearing saves");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
    [
        HearingHours, SimplifiedHours, DecisionShare, SelectionSpread, GrantBonus, SetAside, SetAsideDays, BatchShare, NoShowBase, NoShowMoved, PlanningLead, SimplifiedLead,
        EvidentGrantHours, WrittenHearing, WrittenSaving,
    ];

    private const int CourtOrderedFirst = -100_000;
    private const int BatchDays = 365;
    private const int LongOpenDays = 457;
    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 1.1, 12000);

    private readonly Nation _nation;
    private readonly WorkQueue _waiting = new(1 << 16);
    private readonly WorkQueue _simplified = new(1 << 12);
    private int _takenToday;

    public Interviews(Nation nation) => _nation = nation;

    /// <summary>Joins the line for track 4 (or 3, or 5).</summary>
    public void Enter(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.AwaitingInterview;
        household.Since = _nation.Today;
        _waiting.Add(h, Key(household), _nation.Today);
    }

    /// <summary>Joins the line for track 2.</summary>
    public void EnterSimplified(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.AwaitingInterview;
        household.Since = _nation.Today;
        _simplified.Add(h, household.Lodged, _nation.Today);
    }

    /// <summary>A court ordered a decision: the household goes to the front, whichever line it is in.</summary>
    public void CourtOrdered(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage == Stage.AwaitingInterview && household.Track != 2)
        {
            _waiting.Reprioritise(h, CourtOrderedFirst + household.Lodged);
        }
    }

    /// <summary>Leaves the line (departure, withdrawal).</summary>
    public void Leave(int h)
    {
        _waiting.Remove(h);
        _simplified.Remove(h);
    }

    /// <summary>A working day: decide first, with the share kept for it, then plan hearings with the rest.</summary>
    public void Work()
    {
        var staff = _nation.Staff;
        var minutes = _nation.Renewals.Work(staff.Minutes[(int)WorkKind.Substantive]);
        var forDecisions = minutes * _nation[DecisionShare];
        var left = _nation.Decisions.Work(forDecisions);
        minutes -= forDecisions - left;
        minutes = PlanHearings(minutes);
        minutes = _nation.Decisions.Work(minutes);
        staff.Minutes[(int)WorkKind.Substantive] = minutes;
        staff.Demand(WorkKind.Substantive, (_waiting.Count + _nation.Decisions.Waiting) * 60 * _nation[HearingHours]);
        staff.Demand(WorkKind.Simplified, _simplified.Count * 60 * _nation[SimplifiedHours]);
    }

    /// <summary>Before the first day others had been invited already: the first weeks' hearings are planned from the stock.</summary>
    public void PlanFirstWeeks()
    {
        var last = _nation.Today + (int)_nation[PlanningLead] + 4;
        for (var day = _nation.Days.NextWorkDay(_nation.Today + 1); day <= last; day = _nation.Days.NextWorkDay(day + 1))
        {
            var minutes = _nation.Staff.MinutesADay(WorkKind.Substantive) * (1 - _nation[DecisionShare]);
            while (minutes > 0 && _waiting.TryTake(out var h))
            {
                Invite(h, day);
                minutes -= HearingMinutes(_nation[h]) + _nation.Decisions.MinutesWithinGeneralProcedure(_nation[h]);
            }
        }
    }

    /// <summary>The day of the interview: held, or not.</summary>
    public void Hold(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.InterviewPlanned || household.InterviewDay != _nation.Today)
        {
            return;
        }

        var moved = household.PlacedDay > household.Since;
        var share = moved ? _nation[NoShowBase] + _nation[NoShowMoved] : _nation[NoShowBase];
        if (household.NoShows < 3 && !InWriting(household) && _nation.Happens(share, household, Purpose.NoShow, (household.Round * 8) + household.NoShows))
        {
            Miss(h, moved);
            return;
        }

        household.Stage = Stage.GeneralProcedure;
        household.Mark(Marks.Interviewed, true);
        _nation.Emit(household, StepKind.HoldInterview);
        _nation.Tally.Add(Count.Interviews, 1);
        _nation.Tally.Ratio(Count.WaitUntilInterview, household.Count * (long)(_nation.Today - household.TermFrom), household.Count);
        _nation.Plan(h, ProcedureDay(household, GeneralProcedure.CorrectionsBy), 960, Happening.SecondDay);
    }

    /// <summary>The second day: corrections and additions.</summary>
    public void SecondDay(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.GeneralProcedure)
        {
            return;
        }

        _nation.Emit(household, StepKind.SubmitCorrections);
        _nation.Plan(h, ProcedureDay(household, GeneralProcedure.IntentionBy), 840, Happening.ThirdDay);
    }

    /// <summary>Day 3: grant, intention, or the extended procedure.</summary>
    public void ThirdDay(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.GeneralProcedure)
        {
            return;
        }

        var outcome = _nation.Decisions.OutcomeOf(household);
        household.Outcome = (sbyte)outcome;
        if (household.Track is not 2 && _nation.Decisions.NeedsExtendedProcedure(household, outcome))
        {
            _nation.Decisions.Refer(h);
        }
        else if (Decisions.IsGrant(outcome))
        {
            _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + 1), 660, Happening.MakeKnown);
        }
        else
        {
            _nation.Emit(household, StepKind.IssueIntention);
            _nation.Milestones.Intended(h);
            _nation.Plan(h, ProcedureDay(household, GeneralProcedure.ViewBy), 900, Happening.FourthDay);
        }
    }

    /// <summary>Day 4: the view.</summary>
    public void FourthDay(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.GeneralProcedure)
        {
            return;
        }

        _nation.Emit(household, StepKind.SubmitView);
        var last = ProcedureDay(household, GeneralProcedure.Ordinary);
        _nation.Plan(h, Math.Min(last, _nation.Days.NextWorkDay(_nation.Today + 2)), 720, Happening.SixthDay);
    }

    /// <summary>Day 6: the refusal is made known.</summary>
    public void SixthDay(int h)
    {
        if (_nation[h].Stage == Stage.GeneralProcedure)
        {
            _nation.Decisions.MakeKnown(h);
        }
    }

    // The day of the general procedure that the law gives for something; the hearing is day 1.
    internal int ProcedureDay(in Household household, Norm<ProcedureDayCount> by)
    {
        var day = household.InterviewDay;
        for (var number = _nation.Law.On(new Day(day), by).Count; number > 1; number--)
        {
            day = _nation.Days.NextWorkDay(day + 1);
        }

        return day;
    }

    /// <summary>Tells how old the open applications in track 4 are, at the end of a month.</summary>
    public void TellAges() => _nation.Tally.TellAges(_nation);

    // Only where a grant is likely: there is less to ask.
    private bool InWriting(in Household household) =>
        _nation[WrittenHearing] is > 0 and var share && household.Track == 4 && _nation.Inputs.Groups[household.Group].GrantShare >= 0.8
        && _nation.Happens(share, household, Purpose.Written);

    /// <summary>Whether a case is one of the complex ones that wait longer, in every line: half of those that were open for long on the first day (assumption).</summary>
    internal bool IsSetAside(in Household household) =>
        !household.Has(Marks.Remitted) && _nation.Happens(
            household.Has(Marks.TakenOver) && household.Lodged < _nation.Inputs.Start.Number - LongOpenDays ? Math.Max(0.5, _nation[SetAside]) : _nation[SetAside],
            household, Purpose.Selection, 32 + household.Application);

    private int Key(in Household household)
    {
        if (household.Has(Marks.CourtOrdered))
        {
            return CourtOrderedFirst + household.Lodged;
        }

        var group = _nation.Inputs.Groups[household.Group];
        var spread = (int)((_nation.Chance.Unit(household.Key, Purpose.Selection, household.Application) - 0.5) * _nation[SelectionSpread]);
        var bonus = (int)(_nation[GrantBonus] * group.GrantShare);
        var evident = household.Track is 3 or 5 ? 400 : 0;
        var aside = evident == 0 && IsSetAside(household) ? (int)_nation[SetAsideDays] : 0;
        var batch = evident == 0 && !household.Has(Marks.TakenOver)
            && _nation.Happens(_nation[BatchShare] * group.GrantShare, household, Purpose.Selection, 64 + household.Application) ? BatchDays : 0;
        return household.Lodged + spread - bonus - evident + (batch > 0 ? -batch : aside);
    }

    private double HearingMinutes(in Household household)
    {
        var minutes = _nation[HearingHours] * Math.Max((byte)1, household.Adults) * 60;
        minutes = household.Track is 3 or 5 ? minutes * _nation[EvidentGrantHours]
            : _nation.Decisions.InAmnesty(household) ? minutes * _nation[Decisions.AmnestyWork] : minutes;
        return InWriting(household) ? minutes * (1 - _nation[WrittenSaving]) : minutes;
    }

    private double PlanHearings(double minutes)
    {
        _takenToday = 0;
        while (minutes > 0 && _takenToday < 20_000 && _waiting.TryTake(out var h))
        {
            if (_nation.Moratorium.Holds(_nation[h]))
            {
                _nation.Moratorium.PutAside(h);
                continue;
            }

            ref var household = ref _nation[h];
            var none = default(NoTrace);
            var minor = household.Kind == HouseholdKind.UnaccompaniedMinor;
            var earliest = household.Application > 1
                ? household.Lodged + 1
                : RestPeriod.EarliestFirstDay(_nation.Law, new Day(household.TermFrom), minor, ref none).Number;
            var lead = (int)_nation[PlanningLead] + _nation.Chance.Below(9, household.Key, Purpose.InterviewLead, household.NoShows);
            Invite(h, Math.Max(earliest, _nation.Today + lead));
            minutes -= HearingMinutes(household) + _nation.Decisions.MinutesWithinGeneralProcedure(household);
            _takenToday++;
        }

        return minutes;
    }

    /// <summary>Track 2 goes before track 1: safe countries first (assumption of the rehearsal, from the shorter lead times of track 2).</summary>
    public void PlanSimplified()
    {
        ref var minutes = ref _nation.Staff.Minutes[(int)WorkKind.Simplified];
        while (minutes > 0 && _simplified.TryTake(out var h))
        {
            if (_nation.Moratorium.Holds(_nation[h]))
            {
                _nation.Moratorium.PutAside(h);
                continue;
            }

            ref var household = ref _nation[h];
            var lead = 5 + _nation.Lag(Spread, _nation[SimplifiedLead], household, Purpose.InterviewLead, household.NoShows);
            Invite(h, _nation.Today + lead);
            minutes -= 60 * _nation[SimplifiedHours] * Math.Max((byte)1, household.Adults);
        }
    }

    private void Invite(int h, int day)
    {
        ref var household = ref _nation[h];
        household.Since = _nation.Today;
        _nation.Emit(household, StepKind.PlanInterview, _nation.Days.NextWorkDay(day));
        Planned(h, _nation.Days.NextWorkDay(day));
    }

    /// <summary>Invited for a day, now or before the rehearsal.</summary>
    internal void Planned(int h, int day)
    {
        ref var household = ref _nation[h];
        household.InterviewDay = day;
        household.Stage = Stage.InterviewPlanned;
        var minute = 540 + (_nation.Chance.Below(5, household.Key, Purpose.InterviewMinute, household.NoShows) * 60);
        _nation.Plan(h, household.InterviewDay, minute, Happening.Interview);
        _nation.Milestones.Invited(h);
    }

    private void Miss(int h, bool moved)
    {
        ref var household = ref _nation[h];
        var draw = _nation.Chance.Unit(household.Key, Purpose.NoShowCause, household.NoShows);
        var byMove = moved && draw < _nation[NoShowMoved] / (_nation[NoShowMoved] + _nation[NoShowBase]);
        var cause = byMove ? NoShowCause.Moved : draw < 0.5 ? NoShowCause.Illness : draw < 0.75 ? NoShowCause.NoInterpreter : NoShowCause.Other;
        _nation.Emit(household, StepKind.MissInterview, 0, (int)cause);
        _nation.Tally.Add(Count.NoShows, 1);
        household.NoShows++;
        if (household.Track == 2)
        {
            EnterSimplified(h);
        }
        else
        {
            Enter(h);
        }
    }
}
