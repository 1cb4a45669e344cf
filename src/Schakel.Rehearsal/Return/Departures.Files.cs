using Schakel.Norms;
using Schakel.Norms.Return;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Return;

// The file of the return service: opened when a refusal is final or someone is handed over, closed when it is known how it ended.
internal sealed partial class Departures
{
    /// <summary>Opens the return file and plans how it ends: each chance is the group's, at the cooperation of the day.</summary>
    internal void OpenFile(int h, bool emit = true)
    {
        ref var household = ref _nation[h];
        if (emit && MayStay(household) && household.Kind != HouseholdKind.ReturnOnly)
        {
            _mayStay.Add(h);
            return;
        }

        household.Stage = Stage.Returning;
        household.Since = _nation.Today;
        household.Mark(Marks.ReturnFile, true);
        if (emit && household.Kind == HouseholdKind.ReturnOnly)
        {
            // Found by police: the chain has no file of them, so one is taken over in this stage.
            _nation.Emit(household, StepKind.TakeOver, (int)TakenOverStage.Returning, -1);
        }
        else if (emit)
        {
            _nation.Emit(household, StepKind.OpenReturnFile);
        }

        _nation.Tally.Level(Count.ReturnCaseload, household.Count);
        _nation.Milestones.ReturnFileOpened(h);
        var group = _nation.Inputs.Groups[household.Group];
        var level = emit ? 1 : _nation[StockFactor];
        var independent = level * group.IndependentShare * _nation[IndependentLevel];
        var forced = level * group.ForcedShare * _nation[ForcedLevel] * _nation[Cooperation, household.Group];
        var unsupervised = level * group.UnsupervisedShare * _nation[UnsupervisedLevel];
        var draw = _nation.Chance.Unit(household.Key, Purpose.ReturnFate, household.Application * 2);
        var minor = household.Kind == HouseholdKind.UnaccompaniedMinor;
        var children = minor || household.Count > household.Adults;
        if (draw < independent && !minor)
        {
            var days = 10 + _nation.Lag(Spread, 60, household, Purpose.ReturnDelay);
            _nation.Plan(h, _nation.Today + days, 600, Happening.Depart, (int)DepartureKind.Independent);
            StayOn(h, days, children);
        }
        else if (draw < independent + forced && !minor)
        {
            _nation.Emit(household, StepKind.RequestTravelDocument);
            var days = 14 + _nation.Lag(Spread, _nation[TravelDocumentDays], household, Purpose.TravelDocumentDelay);
            _nation.Plan(h, _nation.Today + days, 660, Happening.TravelDocument);
            StayOn(h, 84, children);
        }
        else if (draw < independent + forced + unsupervised)
        {
            var days = 2 + _nation.Lag(LongSpread, 45, household, Purpose.ReturnDelay);
            _nation.Plan(h, _nation.Today + days, 1300, Happening.Depart, (int)DepartureKind.Unsupervised);
            StayOn(h, Math.Min(days, 3), children);
        }
        else if (_nation.Happens(_nation[Tolerated], household, Purpose.Tolerated))
        {
            // Nothing works out, and that is recognised: they stay where they are until they can live elsewhere.
            household.Mark(Marks.Tolerated, true);
            _nation.Plan(h, _nation.Today + (int)_nation[ToleratedDays], 1310, Happening.FileClosed);
        }
        else
        {
            // Nothing works out: the file stays open for a year, then it is recorded that nobody knows where they are.
            var open = emit ? 0 : _nation.Chance.Below(365, household.Key, Purpose.StockAge);
            household.Since -= open;
            _nation.Plan(h, _nation.Today + 365 - open, 1310, Happening.FileClosed);
            StayOn(h, 84, children);
        }

        if (household.Kind is not (HouseholdKind.ReturnOnly or HouseholdKind.UnaccompaniedMinor) && _nation.Happens(_nation[SubsequentShare], household, Purpose.Subsequent, household.Application))
        {
            var days = 30 + _nation.Lag(LongSpread, 250, household, Purpose.SubsequentDelay, household.Application);
            _nation.Plan(h, _nation.Today + days, 650, Happening.Subsequent);
        }
    }

    // Families keep a place (family site) until they depart; others have twelve weeks at most when they work on their departure.
    private void StayOn(int h, int days, bool children)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0 || children || household.Has(Marks.Withdrawn))
        {
            return;
        }

        var none = default(NoTrace);
        var limit = SupervisedStay.LastDay(_nation.Law, new Day(_nation.Today), ref none).Number;

        // Nobody is put out before four weeks have passed since the decision, whatever its kind.
        var end = Math.Max(household.Decided + 30, Math.Min(limit + 1, _nation.Today + days + 1));
        _nation.Plan(h, end, 640, Happening.VblEnds);
    }

    private void CloseFile(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.ReturnFile))
        {
            household.Mark(Marks.ReturnFile, false);
            _nation.Tally.Level(Count.ReturnCaseload, -household.Count);
        }
    }
}
