using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Live;

// The stages of the procedure, in the order in which a person goes through them.
internal sealed partial class LiveStart
{
    /// <summary>Counts an open application, with its term as the file has it.</summary>
    private void Open(int h, CaseFile file)
    {
        if (file.Procedure.Open is not { } application)
        {
            return;
        }

        ref var household = ref _nation[h];
        household.Mark(Marks.ApplicationOpen, true);
        _nation.Tally.Level(Count.StockApplications, household.Count);
        _nation.Tally.ChangeTrack(-1, household.Track, household.Count);

        // What moved the term in the file (a suspension that is over, an extension of this case) moves it here as much.
        if (DecisionTerm.LastDay(application, _stock.Law) is { } last)
        {
            household.TermShift = last.Number - _nation.Decisions.LastDay(household, withMoratorium: false);
        }

        household.Mark(Marks.TermStandsStill, application.Ledger is { SuspendedOn: not null });
        _nation.Decisions.StartPeriod(h);
        Overdue(h, file);
        if (file.Presence == Presences.Here)
        {
            Leaving(h);
            WorkOf(h, file);
        }
    }

    private void Overdue(int h, CaseFile file)
    {
        var application = _nation[h].Application;
        if (_nation[h].Track == 1 || _nation[h].Has(Marks.Remitted) || file.Presence != Presences.Here)
        {
            return;
        }

        if (_nation[h] is { NoticeOn: > 0, OrderedOn: 0 })
        {
            var none = default(NoTrace);
            var grace = DefaultNotice.Of(_nation.Law, new Day(_nation[h].NoticeOn), ref none).GraceEnds.Number;
            var lates = _nation.LateDecisions;
            PlanIf(h, Remaining(i => Share(lates.OrderShareNow, h, Question.Order, i) ? grace + 1 + lates.OrderDays(_nation[h], Occurrence(Question.Order, i)) : null),
                640, Happening.CourtOrder, application);
        }
        else if (_nation[h].NoticeOn == 0 && _nation[h].Due + 1 < _today)
        {
            var due = _nation[h].Due;
            var lates = _nation.LateDecisions;
            PlanIf(h, Remaining(i => Share(lates.NoticeShareNow, h, Question.Notice, i) ? due + 2 + lates.NoticeDays(_nation[h], Occurrence(Question.Notice, i)) : null),
                620, Happening.Notice, application);
        }
    }

    private static int Occurrence(Question question, int attempt) => ((int)question << 8) | attempt;

    private void Leaving(int h)
    {
        var (from, application) = (_nation[h].Lodged + 2, _nation[h].Application);
        PlanIf(h, Remaining(i => _nation.Departures.LeavingDay(_nation[h], from, Purpose.LiveShare, Purpose.LiveLag, Occurrence(Question.Leave, i))),
            1380, Happening.Leave, application);
    }

    private void WorkOf(int h, CaseFile file)
    {
        if (file.Participation.WorksSince is not null)
        {
            return;
        }

        if (file.Participation.WorkPermitOn is { } permit)
        {
            Plan(h, permit.Number + 14, 480, Happening.StartWork);
            return;
        }

        var none = default(NoTrace);
        var lodged = _nation[h].Lodged;
        var from = WorkAccess.FirstDay(_nation.Law, new Day(lodged), ref none).Number;
        PlanIf(h, Remaining(i => _nation.Work.PermitDay(_nation[h], Math.Max(from, lodged + 3), Purpose.LiveShare, Purpose.LiveLag, Occurrence(Question.Work, i))),
            700, Happening.WorkPermit);
    }

    /// <summary>Puts a household in its stage, and sets under way what comes next.</summary>
    private void Stand(int h, LiveGroup group)
    {
        var file = group.File;
        ref var household = ref _nation[h];
        household.Stage = LiveStages.Of(file, _stock.Law, _stock.Date);
        switch (household.Stage)
        {
            case Stage.AwaitingRegistration:
                Registration(h, file);
                break;
            case Stage.Registered:
                Registered(h, file);
                break;
            case Stage.AwaitingInterview:
                InLine(h, Started(file).Number, household.Track == 2 ? _nation.Interviews.EnterSimplified : _nation.Interviews.Enter);
                break;
            case Stage.InterviewPlanned:
                household.Since = Math.Max(Started(file).Number, _today - 16); // The day of the invitation is not in the file.
                _nation.Interviews.Planned(h, file.Procedure.Application!.PlannedFor!.Value.Number);
                break;
            case Stage.GeneralProcedure or Stage.AwaitingDecision or Stage.AwaitingView:
                Interviewed(h, file.Procedure.Application!);
                break;
            case Stage.DublinAwaitingRequest or Stage.DublinAwaitingReply or Stage.DublinAccepted:
                OtherState(h, file);
                break;
            case Stage.AwaitingRuling:
                household.Since = household.Decided;
                Appealing(h, file);
                break;
            case Stage.DeparturePeriod:
                Refused(h, file);
                break;
            case Stage.Returning:
                Returning(h, file);
                break;
            case Stage.AwaitingHome or Stage.Housed:
                Protected(h, group);
                break;
            case Stage.Gone:
                Gone(h, file);
                break;
            case Stage.Abroad or Stage.Departed or Stage.Tolerated:
            default:
                throw new System.Diagnostics.UnreachableException($"Nobody of the live stock stands in stage {household.Stage}.");
        }
    }

    private static Day Started(CaseFile file) =>
        file.Procedure.Application is { } application && (application.MissedOn ?? application.ResponsibleSince ?? application.LodgedOn) is { } day
            ? day : file.Registration.ArrivedOn ?? default;

    private void InLine(int h, int since, Action<int> enter)
    {
        void Join(int index)
        {
            enter(index);
            _nation[index].Since = since;
        }

        _lines.Add((since, h, Join));
    }

    private void Registration(int h, CaseFile file)
    {
        if (file.Registration.Route != Chain.Registration.Route.Asylum)
        {
            return; // Invited or come to join, but the permit was not issued with the arrival: somebody must do that.
        }

        if (file.Registration.IdentifiedOn is not null)
        {
            Plan(h, _today, 600, Happening.Lodge);
        }
        else
        {
            _lines.Add((_nation[h].Made, h, index => _nation.Centres.Wait(index, file.Registration.Centre.Value - 1)));
        }
    }

    private void Registered(int h, CaseFile file)
    {
        var day = _nation.Days.NextWorkDay(_today);
        if (_nation[h].Application > 1 || file.Registration.InterviewedOn is not null)
        {
            Plan(h, day, 600, Happening.ConfirmTrack);
        }
        else
        {
            Plan(h, day, 540, Happening.RegistrationInterview);
        }
    }

    private void Interviewed(int h, ApplicationState application)
    {
        ref var household = ref _nation[h];
        var (intention, view) = (LiveStages.IntentionOn(application), LiveStages.ViewOn(application));
        household.Since = (intention ?? application.AnnulledOn ?? application.ExtendedOn ?? application.InterviewedOn)!.Value.Number;
        if (LiveStages.IsInShortProcedure(application))
        {
            var refused = intention is not null;
            household.Outcome = (sbyte)(refused ? _nation.Decisions.RefusalOf(household) : _nation.Decisions.OutcomeOf(household));
            var interviews = _nation.Interviews;
            var (day, minute, next) = application.CorrectedOn is null ? (interviews.ProcedureDay(household, GeneralProcedure.CorrectionsBy), 960, Happening.SecondDay)
                : !refused ? (interviews.ProcedureDay(household, GeneralProcedure.IntentionBy), 840, Happening.ThirdDay)
                : view is null ? (interviews.ProcedureDay(household, GeneralProcedure.ViewBy), 900, Happening.FourthDay)
                : (_nation.Days.NextWorkDay(view.Value.Number + 2), 720, Happening.SixthDay);
            Plan(h, day >= _today ? day : _nation.Days.NextWorkDay(_today), minute, next);
        }
        else if (intention is null)
        {
            InLine(h, household.Since, _nation.Decisions.Enter);
        }
        else if (view is null)
        {
            household.Outcome = (sbyte)_nation.Decisions.RefusalOf(household);
            var none = default(NoTrace);
            household.PeriodEnd = ViewPeriod.LastDay(_nation.Law, intention.Value, ViewProcedure.Extended, ref none).Number;
            var end = household.PeriodEnd;
            Plan(h, Remaining(i => end - Below(7, h, Question.View, i)) ?? end, 930, Happening.View);
        }
        else
        {
            household.Outcome = (sbyte)_nation.Decisions.RefusalOf(household);
            var day = Remaining(i => view.Value.Number + 5 + Below(15, h, Question.Decision, i)) ?? _today;
            Plan(h, _nation.Days.NextWorkDay(day), 690, Happening.MakeKnown);
        }
    }

    private void OtherState(int h, CaseFile file)
    {
        ref var household = ref _nation[h];
        var (application, dublin) = (file.Procedure.Application!, file.Procedure.Dublin);
        switch (household.Stage)
        {
            case Stage.DublinAwaitingRequest:
                InLine(h, household.Lodged, _nation.Dublin.Enter);
                return;
            case Stage.DublinAwaitingReply:
                household.Since = dublin!.RequestedOn!.Value.Number;
                var since = household.Since;
                Plan(h, Remaining(i => since + _nation.Dublin.ReplyTime(_nation[h], Purpose.LiveLag, Occurrence(Question.Reply, i))) ?? _today, 600, Happening.DublinReply);
                return;
        }

        household.Since = (dublin!.AcceptedOn ?? _stock.Date).Number;
        household.PeriodEnd = (LiveStages.TransferBy(dublin, _stock.Law) ?? _stock.Date).Number;
        household.Mark(Marks.Absconded, file.Presence == Presences.Gone);
        Plan(h, household.PeriodEnd + 1, 10, Happening.DublinLapse);
        if (file.Procedure.AppealPending)
        {
            Appealing(h, file);
        }

        if (file.Presence == Presences.Gone)
        {
            return;
        }

        var none = default(NoTrace);
        if (file.Procedure.Decision is { } decision)
        {
            var leaveBy = DublinDeparture.LastDay(_nation.Law, decision.On ?? _stock.Date, transferBy: null, ref none).Number;
            _nation.Dublin.PlanRemainingFate(h, (decision.On ?? _stock.Date).Number, leaveBy < household.PeriodEnd ? leaveBy : 0);
        }
        else if (application.ViewOn is { } view)
        {
            var day = Remaining(i => view.Number + Math.Max(2, _nation.Dublin.DecisionTime(_nation[h], Purpose.LiveLag, Occurrence(Question.TransferDecision, i)))) ?? _today;
            Plan(h, _nation.Days.NextWorkDay(day), 660, Happening.DublinDecision);
        }
        else if (application.IntentionOn is { } intention)
        {
            Plan(h, ViewPeriod.LastDay(_nation.Law, intention, ViewProcedure.Dublin, ref none).Number - 1, 900, Happening.DublinView);
        }
    }

    private void Appealing(int h, CaseFile file)
    {
        var lodged = (file.Procedure.Appeal!.LodgedOn ?? _stock.Date).Number;
        _nation[h].Mark(Marks.StatusAppeal, file.Procedure.Permit is not null);
        _nation[h].Mark(Marks.AppealPending, true);
        _lines.Add((lodged, h, index => _nation.Appeals.Enter(index, lodged)));
    }
}
