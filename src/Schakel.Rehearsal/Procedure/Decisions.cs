using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Procedure;

/// <summary>Deciding: the extended procedure, what is decided, and what follows (beslissen).</summary>
internal sealed class Decisions
{
    internal static readonly Parameter GrantLevel = new(
        "procedure.grant-level", 0.6, 0.5, 0.72, "factor on the odds", "fitted to the grant rate of track 4 (IND)",
        "kansverhouding van inwilliging ten opzichte van de tabel per groep", "odds of a grant against the table per group", 0, 100);

    private static readonly Parameter GrantDrift = new(
        "procedure.grant-drift", 0, -1, 1, "share a year", "assumption: policy on countries and who comes can double or halve the odds in a year, two years at most; from 2021 to 2022 they rose 2.7-fold (UNHCR)",
        "verandering van de kansverhouding van inwilliging per jaar", "yearly change of the odds of a grant", -3, 3);

    private static readonly Parameter GrantHours = new(
        "procedure.grant-hours", 25, 20, 30, "hours per adult", "assumption", "uren per inwilliging", "hours per grant", 0.1, 1000);

    private static readonly Parameter RefusalFactor = new(
        "procedure.refusal-factor", 2.8, 2.2, 3.4, "factor", "assumption: a refusal costs two to three times a grant (model notes 4)",
        "werk van een afwijzing ten opzichte van een inwilliging", "work of a refusal against a grant", 0.1, 20);

    private static readonly Parameter ExtendedOfGrants = new(
        "procedure.extended-share-of-grants", 0.22, 0.12, 0.32, "share", "assumption", "aandeel inwilligingen in de verlengde procedure",
        "share of grants in the extended procedure");

    private static readonly Parameter ExtendedOfRefusals = new(
        "procedure.extended-share-of-refusals", 0.78, 0.65, 0.9, "share", "assumption", "aandeel afwijzingen in de verlengde procedure",
        "share of refusals in the extended procedure");

    private static readonly Parameter RemittedGrant = new(
        "procedure.grant-after-annulment", 0.45, 0.3, 0.6, "share", "assumption", "inwilliging na vernietiging", "grants after an annulled refusal");

    private static readonly Parameter ManifestShare = new(
        "procedure.manifestly-unfounded-share", 0.85, 0.7, 0.95, "share", "assumption", "kennelijk ongegrond in spoor 2", "manifestly unfounded in track 2");

    internal static readonly Parameter Amnesty = new(
        "procedure.amnesty-share", 0, 0, 0, "share", "measure only", "pardon: aandeel van de open eerste aanvragen van voor de peildatum dat wordt ingewilligd",
        "amnesty: share of the open first applications from before the reference day that is granted");

    internal static readonly Parameter AmnestyAge = new(
        "procedure.amnesty-age", 365, 365, 365, "days", "measure only", "pardon: hoe oud een aanvraag op de eerste dag moet zijn",
        "amnesty: how old an application must be on the first day", 0, 10000);

    internal static readonly Parameter AmnestyWork = new(
        "procedure.amnesty-work", 0.4, 0.25, 0.6, "factor", "assumption: the amnesty of 2007 took a great deal of work (report, lines 2349–2353)",
        "werk per pardonzaak ten opzichte van een gewone zaak", "work per case under an amnesty against an ordinary one", 0, 2);

    internal static readonly Parameter DiscretionLater = new(
        "procedure.discretion-later", 0, 0, 0, "share", "measure only: since 2019 only on a first application (report, lines 2371–2378)",
        "schrijnendheid bij een latere aanvraag", "harrowing circumstances on a later application");

    internal static readonly Parameter Discretion = new(
        "procedure.discretion-share", 0.0005, 0.0002, 0.001, "share", "report lines 2416–2418: fewer than ten a year",
        "schrijnendheid bij de eerste aanvraag", "harrowing circumstances on a first application");

    internal static readonly Parameter StatusHours = new(
        "procedure.status-distinction-hours", 0, 0, 0, "hours per adult", "measure only (two statuses: report, lines 1912–1917)",
        "extra uren om te motiveren waarom iemand subsidiaire bescherming krijgt en geen vluchteling is",
        "extra hours to give reasons why someone has subsidiary protection and is no refugee", 0, 1000);

    internal static readonly Parameter SubsidiaryLevel = new(
        "procedure.subsidiary-level", 1, 1, 1, "factor", "measure only: one status makes no difference of it",
        "aandeel subsidiaire bescherming ten opzichte van de tabel per groep", "share of subsidiary protection against the table per group", 0, 5);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
    [
        GrantLevel, GrantDrift, GrantHours, RefusalFactor, ExtendedOfGrants, ExtendedOfRefusals, RemittedGrant, ManifestShare, Amnesty,
        Discretion, StatusHours, SubsidiaryLevel, AmnestyAge, AmnestyWork, DiscretionLater,
    ];

    /// <summary>The last day of a decision period that stands still: later than any day.</summary>
    internal const int NoLastDay = 1 << 28;

    private const int CourtOrderedFirst = -100_000;

    private readonly Nation _nation;
    private readonly WorkQueue _waiting = new(1 << 14);
    private readonly int _amnestyFrom;

    public Decisions(Nation nation)
    {
        _nation = nation;
        _amnestyFrom = nation.Inputs.Changes.Where(c => c.Parameter == Amnesty).Select(c => c.From.Number).DefaultIfEmpty(0).Min();
    }

    /// <summary>Households that wait for a decision in the extended procedure.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Whether an outcome grants protection.</summary>
    public static bool IsGrant(DecisionOutcome outcome) => outcome <= DecisionOutcome.GrantDerived;

    /// <summary>An application stands open from today; its decision period runs.</summary>
    public void OpenApplication(int h, int inflowSeries)
    {
        ref var household = ref _nation[h];
        household.Lodged = _nation.Today;
        household.TermFrom = _nation.Today;
        household.Mark(Marks.ApplicationOpen, true);
        household.Mark(Marks.Interviewed | Marks.Extended | Marks.CourtOrdered | Marks.Noticed | Marks.Remitted | Marks.TermStandsStill, false);
        household.Mark(Marks.Withdrawn, false);
        household.TermShift = 0;
        household.NoShows = 0;
        household.Round++;
        _nation.Tally.Add(inflowSeries, household.Count);
        _nation.Tally.Level(Count.StockApplications, household.Count);
        _nation.Tally.ChangeTrack(-1, household.Track, household.Count);
        StartPeriod(h);
    }

    /// <summary>Computes the last day of the decision period and watches it.</summary>
    internal void StartPeriod(int h)
    {
        ref var household = ref _nation[h];
        household.Due = LastDay(household);
        if (household.Due < NoLastDay && household.Due + 1 >= _nation.Today)
        {
            _nation.Plan(h, household.Due + 1, 5, Happening.PeriodLapsed, household.Application);
        }
    }

    /// <summary>The law changed, or a moratorium began: a period that is still running may end on another day.</summary>
    internal void MovePeriods()
    {
        for (var h = 0; h < _nation.HouseholdCount; h++)
        {
            ref var household = ref _nation[h];
            if (!household.Has(Marks.ApplicationOpen))
            {
                continue;
            }

            var before = household.Due;
            household.Due = LastDay(household);
            if (household.Due != before && (household.Due >= _nation.Today || before >= _nation.Today))
            {
                var day = Math.Max(_nation.Today, household.Due + 1);
                _nation.Plan(h, day, 5, Happening.PeriodLapsed, household.Application | LateDecisions.PeriodMoved);
            }
        }
    }

    /// <summary>Last day of the decision period under the law of today, as the service applies it; <see cref="NoLastDay"/> while it stands still.</summary>
    /// <param name="household">The household.</param>
    /// <param name="withMoratorium">Whether a decision moratorium counts, which no live file has.</param>
    internal int LastDay(in Household household, bool withMoratorium = true)
    {
        if (household.Has(Marks.TermStandsStill))
        {
            return NoLastDay;
        }

        var none = default(NoTrace);
        var facts = new DecisionPeriodFacts(new Day(household.Lodged), CategoryExtension.AsApplied)
        {
            DublinResponsibleSince = household.TermFrom == household.Lodged ? null : new Day(household.TermFrom),
            MoratoriumUntil = withMoratorium ? _nation.Moratorium.Until(household) : null,
        };
        return DecisionPeriod.LastDay(_nation.Law, facts, ref none).Number + household.TermShift;
    }

    /// <summary>Whether the open application falls under an amnesty: old enough on its first day, and accepted.</summary>
    internal bool InAmnesty(in Household household) =>
        _nation[Amnesty] is > 0 and var share && household is { Application: 1, Track: not (1 or 2) }
        && household.Lodged <= _amnestyFrom - (int)_nation[AmnestyAge] && _nation.Happens(share, household, Purpose.Amnesty);

    /// <summary>What this household's application comes to: its own chance against its group's bar.</summary>
    internal DecisionOutcome OutcomeOf(in Household household)
    {
        var group = _nation.Inputs.Groups[household.Group];
        var draw = _nation.Chance.Unit(household.Key, Purpose.Grant, household.Round);
        var bar = household switch
        {
            { Track: 2 } => 0,
            _ when household.Has(Marks.Remitted) => _nation[RemittedGrant],
            { Application: > 1 } => 0.5 * Bar(group),
            _ => Bar(group),
        };
        if (InAmnesty(household))
        {
            bar = 1;
        }

        bar += (1 - bar) * _nation[household.Application == 1 ? Discretion : DiscretionLater];

        if (draw < bar)
        {
            return _nation.Happens(group.SubsidiaryShare * _nation[SubsidiaryLevel], household, Purpose.GrantGround)
                ? DecisionOutcome.GrantSubsidiary : DecisionOutcome.GrantRefugee;
        }

        return RefusalOf(household);
    }

    /// <summary>The kind of refusal that this household's application comes to when it is refused.</summary>
    internal DecisionOutcome RefusalOf(in Household household)
    {
        return household.Track == 2
            ? (_nation.Happens(_nation[ManifestShare], household, Purpose.GrantGround) ? DecisionOutcome.ManifestlyUnfounded : DecisionOutcome.Inadmissible)
            : DecisionOutcome.Unfounded;
    }

    /// <summary>Whether the general procedure's days are too few for this case.</summary>
    internal bool NeedsExtendedProcedure(in Household household, DecisionOutcome outcome)
    {
        if (household.Track is 3 or 5 || InAmnesty(household))
        {
            return false;
        }

        var share = IsGrant(outcome) ? _nation[ExtendedOfGrants] : _nation[ExtendedOfRefusals];
        return _nation.Happens(share, household, Purpose.ExtendedProcedure, household.Round);
    }

    /// <summary>Work within the general procedure besides the hearing, in minutes; foreseen when the hearing is planned.</summary>
    internal double MinutesWithinGeneralProcedure(in Household household)
    {
        var outcome = OutcomeOf(household);
        return NeedsExtendedProcedure(household, outcome) ? 0 : DecidingMinutes(household, outcome);
    }

    /// <summary>Referred to the extended procedure: joins the line for a decision.</summary>
    public void Refer(int h)
    {
        ref var household = ref _nation[h];
        _nation.Emit(household, StepKind.ReferToExtendedProcedure);
        household.Mark(Marks.Extended, true);
        Enter(h);
    }

    /// <summary>Joins the line for a decision (referred, remitted or taken over).</summary>
    internal void Enter(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.AwaitingDecision;
        household.Since = _nation.Today;
        household.Outcome = (sbyte)OutcomeOf(household);
        var order = household.Lodged + (_nation.Interviews.IsSetAside(household) ? (int)_nation[Interviews.SetAsideDays] : 0);
        _waiting.Add(h, household.Has(Marks.CourtOrdered) ? CourtOrderedFirst + household.Lodged : order, _nation.Today);
    }

    /// <summary>A court ordered a decision: to the front.</summary>
    public void CourtOrdered(int h)
    {
        if (_nation[h].Stage == Stage.AwaitingDecision)
        {
            _waiting.Reprioritise(h, CourtOrderedFirst + _nation[h].Lodged);
        }
    }

    /// <summary>Leaves the line.</summary>
    public void Leave(int h) => _waiting.Remove(h);

    /// <summary>Before the first day intentions had been issued already: two weeks of work is under way.</summary>
    public void StartFirstWeeks() =>
        Work(10 * _nation.Staff.MinutesADay(WorkKind.Substantive) * 0.5, day: () => 1 + _nation.Chance.Below(20, (ulong)(uint)_waiting.Count, Purpose.StockOther));

    /// <summary>Takes files from the line while there are minutes.</summary>
    /// <returns>Minutes left.</returns>
    public double Work(double minutes, Func<int>? day = null)
    {
        while (minutes > 0 && _waiting.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            if (_nation.Moratorium.Holds(household))
            {
                _nation.Moratorium.PutAside(h);
                continue;
            }

            var outcome = InAmnesty(household) ? OutcomeOf(household) : (DecisionOutcome)household.Outcome;
            household.Outcome = (sbyte)outcome;
            minutes -= DecidingMinutes(household, outcome);
            if (IsGrant(outcome))
            {
                household.Stage = Stage.GeneralProcedure;
                _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + 2), 660, Happening.MakeKnown);
            }
            else
            {
                household.Stage = Stage.AwaitingView;
                _nation.Emit(household, StepKind.IssueIntention);
                var none = default(NoTrace);
                household.PeriodEnd = ViewPeriod.LastDay(_nation.Law, new Day(_nation.Today), ViewProcedure.Extended, ref none).Number;
                _nation.Plan(h, day is not null ? _nation.Today + day() : household.PeriodEnd - _nation.Chance.Below(7, household.Key, Purpose.ViewDelay, household.Round), 930, Happening.View);
            }
        }

        return minutes;
    }

    /// <summary>The view comes in; the decision follows.</summary>
    public void View(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.AwaitingView)
        {
            return;
        }

        _nation.Emit(household, StepKind.SubmitView);
        household.Stage = Stage.GeneralProcedure;
        var wait = 5 + _nation.Chance.Below(15, household.Key, Purpose.DecisionDelay, household.Round);
        _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + wait), 690, Happening.MakeKnown);
    }

    /// <summary>The decision is made known: a named official's, with its kind.</summary>
    public void MakeKnown(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.GeneralProcedure)
        {
            return;
        }

        var outcome = (DecisionOutcome)household.Outcome;
        Close(h, outcome);
        if (IsGrant(outcome))
        {
            IssuePermit(h, outcome);
        }
        else
        {
            household.Stage = Stage.DeparturePeriod;
            _nation.Appeals.AfterRefusal(h, outcome);
        }
    }

    /// <summary>Decides and closes the open application; counts lead time and timeliness.</summary>
    internal void Close(int h, DecisionOutcome outcome)
    {
        ref var household = ref _nation[h];
        _nation.Emit(household, StepKind.DecideApplication, (int)outcome);
        var today = _nation.Today;
        household.Decided = today;
        household.Outcome = (sbyte)outcome;
        _nation.LateDecisions.Settle(h);
        _nation.Tally.Decided(household, outcome, today);
        household.Mark(Marks.ApplicationOpen, false);
        _nation.Tally.Level(Count.StockApplications, -household.Count);
        _nation.Tally.ChangeTrack(household.Track, -1, household.Count);
    }

    /// <summary>The permit is issued, with the law's duration for its ground.</summary>
    internal void IssuePermit(int h, DecisionOutcome outcome)
    {
        ref var household = ref _nation[h];
        var none = default(NoTrace);
        var subsidiary = outcome == DecisionOutcome.GrantSubsidiary;
        var months = PermitDuration.Months(_nation.Law, new Day(_nation.Today), subsidiary, ref none);
        _nation.Emit(household, StepKind.IssuePermit, months);
        _nation.Tally.Add(Count.Permits, household.Count);
        _nation.Milestones.PermitIssued(h);
        household.Mark(Marks.Permit, true);
        household.PermitDay = _nation.Today;
        _nation.Renewals.Plan(h, months);
        household.Stage = Stage.AwaitingHome;
        household.Since = _nation.Today;
        if (household.Site >= 0)
        {
            _nation.Tally.Level(Count.OccupancyStatusHolders, household.Count);
        }

        _nation.Homes.AfterPermit(h);
        _nation.Reunification.AfterPermit(h, subsidiary);
        _nation.Appeals.AfterSubsidiaryGrant(h, subsidiary);
    }

    private double Bar(GroupInputs group)
    {
        var change = _nation[GrantDrift] * Math.Min(2, (_nation.Today - _nation.Inputs.Start.Number) / 365.0);
        var drift = change >= 0 ? 1 + change : 1 / (1 - change);
        var odds = drift * _nation[GrantLevel] * group.GrantShare / (1 - group.GrantShare);
        return odds / (1 + odds);
    }

    private double DecidingMinutes(in Household household, DecisionOutcome outcome)
    {
        var hours = _nation[GrantHours] * Math.Max((byte)1, household.Adults) * (IsGrant(outcome) ? 1 : _nation[RefusalFactor]);
        hours += outcome == DecisionOutcome.GrantSubsidiary ? _nation[StatusHours] * Math.Max((byte)1, household.Adults) : 0;
        return 60 * hours * (household.Track is 3 or 5 ? _nation[Interviews.EvidentGrantHours] : InAmnesty(household) ? _nation[AmnestyWork] : 1);
    }
}
