using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Procedure;

/// <summary>Appeals and the courts' capacity (beroep).</summary>
internal sealed class Appeals
{
    internal static readonly Parameter AppealShare = new(
        "appeals.share", 0.8, 0.7, 0.88, "share", "assumption: three quarters of refusals and more (model notes 11)",
        "aandeel afwijzingen met beroep", "share of refusals appealed");

    internal static readonly Parameter UpheldShare = new(
        "appeals.upheld-share", 0.2, 0.15, 0.25, "share", "assumption: 15–25 % (model notes 11)", "aandeel beroepen gegrond", "share of appeals upheld");

    internal static readonly Parameter CourtCapacity = new(
        "appeals.court-capacity", 6500, 5000, 8500, "rulings a year", "fitted so that a ruling takes 6–12 months (model notes 11)",
        "uitspraken per jaar op beroepen ten gronde", "rulings a year on the merits", 0, 1e6);

    internal static readonly Parameter HoursPerRuling = new(
        "appeals.hours-per-ruling", 14, 10, 18, "hours", "assumption", "uren per uitspraak", "hours per ruling", 0.1, 1000);

    internal static readonly Parameter LegalAidLater = new(
        "appeals.legal-aid-later", 0, 0, 0, "share", "measure only",
        "rechtsbijstand later: toename van gegronde beroepen", "legal aid later: rise in appeals upheld");

    internal static readonly Parameter StatusAppealShare = new(
        "appeals.status-appeal-share", 0, 0, 0, "share", "measure only (two statuses: report, lines 1917–1922)",
        "deel met subsidiaire bescherming dat doorprocedeert voor de vluchtelingenstatus",
        "share with subsidiary protection that appeals for refugee status");

    internal static readonly Parameter StatusUpheldShare = new(
        "appeals.status-upheld-share", 0, 0, 0, "share", "measure only (two statuses)",
        "deel van die beroepen dat slaagt", "share of those appeals that succeed");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [AppealShare, UpheldShare, CourtCapacity, HoursPerRuling, LegalAidLater, StatusAppealShare, StatusUpheldShare];

    private readonly Nation _nation;
    private readonly WorkQueue _waiting = new(1 << 13);
    private double _credit;

    public Appeals(Nation nation) => _nation = nation;

    /// <summary>After a refusal: an appeal within its period, or the departure period runs from the notification.</summary>
    public void AfterRefusal(int h, DecisionOutcome outcome)
    {
        ref var household = ref _nation[h];
        household.Since = _nation.Today;
        var none = default(NoTrace);
        var term = AppealPeriod.TermOf(outcome == DecisionOutcome.Unfounded && household.Has(Marks.Extended));
        var last = AppealPeriod.LastDay(_nation.Law, new Day(_nation.Today), term, ref none).Number;
        if (_nation.Happens(_nation[AppealShare], household, Purpose.Appeal, household.Round))
        {
            _nation.Plan(h, Math.Max(_nation.Today + 1, last - _nation.Chance.Below(5, household.Key, Purpose.AppealDelay, household.Round)), 1000, Happening.LodgeAppeal);
        }
        else
        {
            // The refusal is not final, and nothing is done about return, as long as an appeal that suspends can still be lodged.
            var atOnce = outcome == DecisionOutcome.ManifestlyUnfounded;
            _nation.Departures.BecomeFinal(h, _nation.Today, atOnce, atOnce ? 0 : last);
        }
    }

    /// <summary>Appeals against transfer decisions load the courts but do not stay the transfer.</summary>
    public void AfterTransferDecision(int h)
    {
        ref var household = ref _nation[h];
        if (_nation.Happens(0.5 * _nation[AppealShare], household, Purpose.Appeal, household.Round))
        {
            _nation.Plan(h, _nation.Today + 5, 1000, Happening.LodgeAppeal);
        }
    }

    /// <summary>Where two statuses differ, some who were granted the lesser one go to court for the other, within the four weeks.</summary>
    public void AfterSubsidiaryGrant(int h, bool subsidiary)
    {
        ref var household = ref _nation[h];
        if (!subsidiary || household.Kind == HouseholdKind.Family || !_nation.Happens(_nation[StatusAppealShare], household, Purpose.StatusAppeal))
        {
            return;
        }

        household.Mark(Marks.StatusAppeal, true);
        var none = default(NoTrace);
        var last = AppealPeriod.LastDay(_nation.Law, new Day(_nation.Today), AppealTerm.FourWeeks, ref none).Number;
        _nation.Plan(h, last - _nation.Chance.Below(5, household.Key, Purpose.AppealDelay, 63), 1000, Happening.LodgeAppeal);
    }

    /// <summary>The appeal is lodged and joins the courts' line.</summary>
    public void Lodge(int h)
    {
        ref var household = ref _nation[h];
        if ((household.Stage is not (Stage.DeparturePeriod or Stage.DublinAccepted) && !household.Has(Marks.StatusAppeal))
            || household.Has(Marks.AppealPending))
        {
            return;
        }

        _nation.Emit(household, StepKind.LodgeAppeal);
        _nation.Tally.Add(Count.Appeals, household.Count);
        Enter(h);
    }

    /// <summary>The day on which someone who stood in the chain already lodges an appeal; nothing when they do not.</summary>
    internal int? LodgingDay(in Household household, int decided, int last, int shares, int occurrence) =>
        _nation.Happens(_nation[AppealShare], household, shares, occurrence)
            ? Math.Max(decided + 1, last - _nation.Chance.Below(5, household.Key, shares, occurrence + 128)) : null;

    /// <summary>Joins the courts' line (also from the stock).</summary>
    /// <param name="h">The household.</param>
    /// <param name="since">The day from which its place in the line counts; today without one.</param>
    internal void Enter(int h, int? since = null)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.AppealPending, true);
        _nation.Tally.Level(Count.AppealsPending, household.Count);
        if (household.Stage == Stage.DeparturePeriod)
        {
            household.Stage = Stage.AwaitingRuling;
        }

        // Cases with a four-week term to rule in go before the others by half a year.
        var early = household.Stage == Stage.DublinAccepted || !(household.Has(Marks.Extended) || household.Has(Marks.StatusAppeal));
        _waiting.Add(h, (since ?? _nation.Today) - (early ? 90 : 0), _nation.Today);
    }

    /// <summary>Leaves the line.</summary>
    public void Leave(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.AppealPending))
        {
            _waiting.Remove(h);
            household.Mark(Marks.AppealPending, false);
            _nation.Tally.Level(Count.AppealsPending, -household.Count);
        }
    }

    /// <summary>A court day: as many rulings as capacity allows.</summary>
    public void Work()
    {
        var perDay = _nation[CourtCapacity] * _nation.Inputs.Scale / 250;
        _credit = Math.Min(Math.Max(perDay, 1), _credit) + perDay; // A small nation's court saves up for a whole ruling.
        var ruled = 0;
        while (_credit >= 1 && _waiting.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            _credit -= household.Count;
            ruled += household.Count;
            household.Mark(Marks.AppealPending, false);
            _nation.Tally.Level(Count.AppealsPending, -household.Count);
            _nation.PlanSoon(h, 180, Happening.Ruling);
        }

        _nation.Tally.Work(Count.WorkloadCourts, ruled * _nation[HoursPerRuling]);
    }

    /// <summary>The ruling.</summary>
    public void Rule(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.StatusAppeal))
        {
            RuleOnStatus(h);
            return;
        }

        if (household.Stage is not (Stage.AwaitingRuling or Stage.DublinAccepted or Stage.Gone))
        {
            return;
        }

        var share = _nation[UpheldShare] * (1 + _nation[LegalAidLater]) * (household.Stage == Stage.DublinAccepted ? 0.5 : 1);

        // Who is out of sight has no interest left in the appeal.
        var upheld = !household.Has(Marks.Absconded) && household.Stage != Stage.Gone && _nation.Happens(share, household, Purpose.Upheld, household.Round);
        _nation.Emit(household, StepKind.RuleOnAppeal, upheld ? 1 : 0);
        _nation.Tally.Ratio(Count.AppealsUpheldShare, upheld ? household.Count : 0, household.Count);
        _nation.Tally.Ratio(Count.AppealsWait, (long)household.Count * (_nation.Today - household.Decided), household.Count);
        if (upheld)
        {
            Remit(h);
        }
        else if (household.Stage == Stage.AwaitingRuling)
        {
            household.Stage = Stage.DeparturePeriod;
            _nation.Departures.BecomeFinal(h, _nation.Today, false);
        }
    }

    private void RuleOnStatus(int h)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.StatusAppeal, false);
        var upheld = _nation.Happens(_nation[StatusUpheldShare], household, Purpose.StatusUpheld);
        _nation.Emit(household, StepKind.RuleOnAppeal, upheld ? 1 : 0);
        _nation.Tally.Ratio(Count.AppealsUpheldShare, upheld ? household.Count : 0, household.Count);
        _nation.Tally.Ratio(Count.AppealsWait, (long)household.Count * (_nation.Today - household.Decided), household.Count);
        if (upheld)
        {
            _nation.Reunification.BecameRefugee(h);
        }
    }

    // An annulled decision leaves the application open; the service decides again.
    private void Remit(int h)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.ApplicationOpen | Marks.Remitted | Marks.Extended, true);
        household.Mark(Marks.CourtOrdered | Marks.Noticed | Marks.WantsToGo, false);
        household.Round++;
        _nation.Tally.Level(Count.StockApplications, household.Count);
        if (household.Stage == Stage.DublinAccepted)
        {
            _nation.Tally.ChangeTrack(-1, 1, household.Count);
            _nation.Dublin.FlowOver(h);
            return;
        }

        _nation.Tally.ChangeTrack(-1, household.Track, household.Count);
        _nation.Decisions.Enter(h);
    }
}
