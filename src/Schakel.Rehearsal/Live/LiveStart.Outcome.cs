using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Family;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Model;
using DecisionOutcome = Schakel.Chain.Procedure.DecisionOutcome;

namespace Schakel.Rehearsal.Live;

// After the decision: refused and leaving, or protected and finding a home.
internal sealed partial class LiveStart
{
    private const int FinalAfter = 42;

    private void Refused(int h, CaseFile file)
    {
        ref var household = ref _nation[h];
        household.Since = household.Decided == 0 ? _today : household.Decided;
        if (file.Procedure.Decision is not { } decision)
        {
            _nation.Departures.BecomeFinal(h, _today, atOnce: false); // Withdrawn; the day is not in the file.
            return;
        }

        if (file.Procedure.Appeal is { RuledOn: { } ruled })
        {
            _nation.Departures.BecomeFinal(h, ruled.Number, atOnce: false);
            return;
        }

        var none = default(NoTrace);
        var term = AppealPeriod.TermOf(decision is { Outcome: DecisionOutcome.Unfounded, InGeneralProcedure: false });
        var last = AppealPeriod.LastDay(_nation.Law, decision.On ?? _stock.Date, term, ref none).Number;
        var decided = household.Decided;
        if (_today <= last && Remaining(i => _nation.Appeals.LodgingDay(_nation[h], decided, last, Purpose.LiveShare, Occurrence(Question.Appeal, i))) is { } day)
        {
            Plan(h, Math.Min(day, last), 1000, Happening.LodgeAppeal);
            return;
        }

        var atOnce = decision.Outcome == DecisionOutcome.ManifestlyUnfounded;
        _nation.Departures.BecomeFinal(h, decided, atOnce, atOnce ? 0 : last);
    }

    private void Returning(int h, CaseFile file)
    {
        var returning = file.Return;
        var opened = returning.OpenedOn ?? file.Procedure.Appeal?.RuledOn ?? file.Procedure.Decision?.On ?? _stock.Date.PlusDays(-180);
        _nation.Departures.Resume(h, new(
            Math.Min(opened.Number, _today), returning.DocumentRequested, returning.DocumentRequestedOn?.Number ?? opened.Number, returning.DocumentReceived,
            returning.DocumentReceivedOn?.Number ?? _today, returning.Detention?.Since.Number, returning.Detention is { NoProspectSince: not null }));
    }

    private void Gone(int h, CaseFile file)
    {
        ref var household = ref _nation[h];
        household.Since = (file.Reception.GoneOn ?? _stock.Date).Number;
        if (file.Procedure.Open is not null)
        {
            var none = default(NoTrace);
            var contactBy = OutOfConsideration.LastDay(_nation.Law, new Day(household.Since), ref none).Number;
            Plan(h, _nation.Days.NextWorkDay(Math.Max(_today, contactBy + 1)), 660, Happening.LeftTwoWeeks);
            return;
        }

        if (file.Procedure.AppealPending)
        {
            Appealing(h, file);
        }
        else if (file.Procedure is { Permit: null, Decision: { } decision, Application.Track: not Track.Dublin } && household.Decided < _today - FinalAfter
            && decision.Outcome != DecisionOutcome.NotTakenUp && household.Kind == HouseholdKind.First)
        {
            var gone = household.Since;
            PlanIf(h, Remaining(i => _nation.Departures.SubsequentDay(_nation[h], gone, Purpose.LiveShare, Purpose.LiveLag, Occurrence(Question.Subsequent, i))),
                650, Happening.Subsequent);
        }
    }

    private void Protected(int h, LiveGroup group)
    {
        ref var household = ref _nation[h];
        var (file, permit) = (group.File, group.File.Procedure.Permit!);
        household.Mark(Marks.CountedWaiting, false);
        household.Since = household.PermitDay;
        if (permit.Months > 0 && (permit.On ?? _stock.Date).PlusMonths(permit.Months) > _stock.Date)
        {
            _nation.Renewals.Plan(h, permit.Months);
        }

        if (file.Procedure.AppealPending)
        {
            Appealing(h, file);
        }

        Relatives(h, file);
        if (household.Stage == Stage.Housed)
        {
            return;
        }

        _nation.Homes.WaitSince(h, household.PermitDay);
        if (household.Sponsor >= 0)
        {
            JoinSponsor(h);
        }
        else if (file.Housing.LinkedTo is not null && household.Municipality >= 0)
        {
            Linked(h, file);
        }
        else
        {
            household.Municipality = -1;
            var from = household.PermitDay;
            var day = Remaining(i => from + Math.Max(1, _nation.Homes.LinkTime(_nation[h], Purpose.LiveLag, Occurrence(Question.Link, i)))) ?? _today;
            Plan(h, _nation.Days.NextWorkDay(day), 780, Happening.Link);
        }
    }

    private void Linked(int h, CaseFile file)
    {
        ref var household = ref _nation[h];
        household.Since = (file.Housing.LinkedOn ?? _stock.Date).Number;
        _nation.Homes.CountTransit(h);
        if (file.Housing.OfferedIn is not null)
        {
            var offered = (file.Housing.OfferedOn ?? _stock.Date).Number;
            Plan(h, Remaining(i => offered + Math.Max(2, _nation.Homes.MoveTime(_nation[h], Purpose.LiveLag, Occurrence(Question.Home, i)))) ?? _today, 645, Happening.MoveIntoHome);
            return;
        }

        int municipality = household.Municipality;
        _lines.Add((household.Since, h, index => _nation.Homes.Join(index, municipality)));
    }

    private void JoinSponsor(int h)
    {
        ref var household = ref _nation[h];
        var sponsor = household.Sponsor;
        household.Municipality = -1;
        if (_nation[sponsor].Stage != Stage.Housed)
        {
            _nation.Reunification.AwaitSponsor(sponsor, h);
            return;
        }

        var (arrived, bed) = (household.Made, household.Site >= 0);
        Plan(h, Remaining(i => arrived + (bed ? 70 + Below(80, h, Question.Join, i) : 7)) ?? _today, 680, Happening.FamilyJoins);
    }

    // Days on which the period stood still count, those that an answer is still awaited too: as if it came after the last day given for it.
    private int? LastDayOnRelatives(CaseFile file)
    {
        var answered = file.Family.CompleteBy is { } by ? Day.Later(_stock.Date, by.PlusDays(1)) : _stock.Date;
        return Reunification.DecisionLastDay(file, _stock.Law, answered)?.Number;
    }

    private void Relatives(int h, CaseFile file)
    {
        ref var household = ref _nation[h];
        var family = file.Family;
        if (family.Pending)
        {
            household.Relatives = (byte)Math.Clamp(family.Relatives, 1, 15);
            household.FamilyNoticeOn = family.NoticeOn?.Number ?? 0;
            var requested = (family.RequestedOn ?? _stock.Date).Number;
            var last = LastDayOnRelatives(file);
            _lines.Add((requested, h, index => _nation.Reunification.Enter(index, requested, last)));
        }
        else if (family.GrantedOn is { } granted)
        {
            var visas = Math.Min(family.Relatives, _stock.EntryVisas.GetValueOrDefault(file.Registration.Household));
            if (visas > 0)
            {
                household.Relatives = (byte)Math.Clamp(visas, 1, 15);
                var decided = granted.Number;
                Plan(h, Remaining(i => decided + _nation.Reunification.JourneyTime(_nation[h], Purpose.LiveLag, Occurrence(Question.Journey, i))) ?? _today, 660, Happening.FamilyArrives);
            }
        }
        else if (family.RequestedOn is null && household.Kind is HouseholdKind.First or HouseholdKind.UnaccompaniedMinor && file.Procedure.Permit!.On is { } permit)
        {
            var none = default(NoTrace);
            var last = FamilyWindow.LastDay(_nation.Law, permit, ref none).Number;
            if (_today <= last && Remaining(i => _nation.Reunification.RequestDay(_nation[h], permit.Number, last, Purpose.LiveShare, Purpose.LiveLag, Occurrence(Question.Relatives, i))) is { } day)
            {
                household.Relatives = _nation.Reunification.RelativesOf(household);
                Plan(h, Math.Min(day, last), 720, Happening.RequestFamily);
            }
        }
    }
}
