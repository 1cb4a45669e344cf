using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Family;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Registration;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Family;

/// <summary>Family reunification: request within three months, decision, journey, joining (nareis).</summary>
internal sealed class Reunification
{
    internal static readonly Parameter RequestLevel = new(
        "family.request-level", 1, 0.85, 1.15, "factor", "fitted to stock and arrivals of family reunification",
        "nareisaanvragen ten opzichte van de tabel", "requests against the table", 0, 10);

    private static readonly Parameter GrantShare = new(
        "family.grant-share", 0.72, 0.62, 0.82, "share", "assumption", "inwilliging nareis", "requests granted");

    private static readonly Parameter HoursPerRelative = new(
        "family.hours-per-relative", 18, 14, 24, "hours", "assumption, scaled by the fitted staff", "uren per nareiziger", "hours per relative", 0.1, 1000);

    internal static readonly Parameter TravelDays = new(
        "family.travel-days", 110, 80, 160, "days", "assumption: visa within three months, then the journey", "tijd van besluit tot inreis", "days from decision to arrival", 10, 1000);

    internal static readonly Parameter BedShare = new(
        "family.bed-share", 0.5, 0.4, 0.6, "share", "model notes 6: about half need a bed", "nareizigers die opvang nodig hebben", "relatives who need a place in reception");

    internal static readonly Parameter SubsidiaryWait = new(
        "family.subsidiary-wait", 0, 0, 0, "days", "measure only (two statuses)", "wachttijd nareis bij subsidiaire bescherming", "waiting time for subsidiary protection", 0, 5000);

    internal static readonly Parameter SubsidiaryMeetsConditions = new(
        "family.subsidiary-meets-conditions", 1, 1, 1, "share", "measure only (two statuses)",
        "deel met subsidiaire bescherming dat aan inkomens- en huisvestingseis voldoet", "share with subsidiary protection that meets income and housing conditions");

    private static readonly Parameter NoticeShare = new(
        "family.notice-share", 0.7, 0.5, 0.9, "share", "fitted around 28,670 notices in 2023, asylum included (IND)",
        "ingebrekestellingen per overschrijding bij nareis", "notices per lapsed period");

    private static readonly Parameter PenaltyShare = new(
        "family.penalty-share", 0.3, 0.1, 0.6, "share", "assumption: not every late request was complete, and not every penalty is claimed",
        "aandeel ingebrekestellingen bij nareis met dwangsom", "share of notices in family reunification that bring a penalty");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [RequestLevel, GrantShare, HoursPerRelative, TravelDays, BedShare, SubsidiaryWait, SubsidiaryMeetsConditions, NoticeShare, PenaltyShare];

    private static readonly QuantileTable Relatives = QuantileTable.Empirical((1, 30), (2, 22), (3, 18), (4, 14), (5, 9), (6, 7));
    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.4, 4000);

    private const int LeastJourney = 30;
    private const double WorkDaysInQuarter = 63.5;

    private readonly Nation _nation;
    private double _given;
    private readonly WorkQueue _waiting = new(1 << 13);
    private readonly Dictionary<int, List<int>> _arrivedAwaitingSponsor = [];

    public Reunification(Nation nation) => _nation = nation;

    /// <summary>After a permit: who has relatives abroad asks for them within the window, or after the wait that applies.</summary>
    public void AfterPermit(int h, bool subsidiary)
    {
        ref var household = ref _nation[h];
        if (household.Kind is not (HouseholdKind.First or HouseholdKind.UnaccompaniedMinor))
        {
            return;
        }

        var group = _nation.Inputs.Groups[household.Group];
        var single = household.Count == household.Adults || household.Adults <= 1;
        var share = group.FamilyShare * _nation[RequestLevel] * (single ? 1 : 0.15);
        if (!_nation.Happens(share, household, Purpose.FamilyRequest))
        {
            return;
        }

        var window = default(NoTrace);
        var last = FamilyWindow.LastDay(_nation.Law, new Day(_nation.Today), ref window).Number;
        var day = _nation.Today + 7 + _nation.Chance.Below(Math.Max(1, last - _nation.Today - 7), household.Key, Purpose.FamilyDelay);
        household.Relatives = (byte)Relatives.At(_nation.Chance.Bits(household.Key, Purpose.FamilySize));
        if (subsidiary)
        {
            if (!_nation.Happens(_nation[SubsidiaryMeetsConditions], household, Purpose.FamilyConditions))
            {
                return; // The relatives wait abroad; a ruling that grants refugee status lets them come after all.
            }

            var waits = FamilyConditions.FirstDay(_nation.Law, new Day(_nation.Today), subsidiary, ref window).Number - _nation.Today;
            day += Math.Max(waits, (int)_nation[SubsidiaryWait]);
        }

        _nation.Plan(h, day, 720, Happening.RequestFamily);
    }

    /// <summary>A court ruled that someone with subsidiary protection is a refugee: relatives need not wait any longer.</summary>
    public void BecameRefugee(int h)
    {
        _nation[h].Outcome = (sbyte)DecisionOutcome.GrantRefugee;
        if (_nation[h].Relatives > 0)
        {
            _nation.Plan(h, _nation.Today + 14, 720, Happening.RequestFamily);
        }
    }

    /// <summary>The request: relatives join the line.</summary>
    public void Request(int h)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.Permit) || household.Has(Marks.FamilyAsked))
        {
            return;
        }

        household.Mark(Marks.FamilyAsked, true);
        var none = default(NoTrace);
        var waited = _nation.Today > FamilyWindow.LastDay(_nation.Law, new Day(household.PermitDay), ref none).Number
            && household.Outcome == (sbyte)DecisionOutcome.GrantSubsidiary;
        _nation.EmitMain(household, StepKind.RequestReunification, household.Relatives, waited ? 1 : 0);
        Enter(h, _nation.Today);
    }

    /// <summary>Days from the decision to the arrival, for people who stood in the chain already.</summary>
    internal int JourneyTime(in Household household, int purpose, int occurrence) =>
        LeastJourney + _nation.Lag(Spread, _nation[TravelDays], household, purpose, occurrence);

    /// <summary>Relatives who may follow.</summary>
    internal byte RelativesOf(in Household household) => (byte)Relatives.At(_nation.Chance.Bits(household.Key, Purpose.FamilySize));

    /// <summary>The day on which someone whose permit is older than the rehearsal asks for relatives; nothing when they do not.</summary>
    internal int? RequestDay(in Household household, int permit, int last, int shares, int lags, int occurrence)
    {
        var single = household.Count == household.Adults || household.Adults <= 1;
        var share = _nation.Inputs.Groups[household.Group].FamilyShare * _nation[RequestLevel] * (single ? 1 : 0.15);
        return _nation.Happens(share, household, shares, occurrence)
            ? permit + 7 + _nation.Chance.Below(Math.Max(1, last - permit - 7), household.Key, lags, occurrence) : null;
    }

    /// <summary>Relatives who came before the rehearsal wait for the home of their sponsor.</summary>
    internal void AwaitSponsor(int sponsor, int h)
    {
        if (!_arrivedAwaitingSponsor.TryGetValue(sponsor, out var list))
        {
            _arrivedAwaitingSponsor[sponsor] = list = [];
        }

        list.Add(h);
    }

    /// <summary>Joins the line, as of a day (today, or before the rehearsal).</summary>
    /// <param name="h">The sponsor's household.</param>
    /// <param name="since">The day of the request.</param>
    /// <param name="lastDay">Last day of the decision period, where the file knows what moved it; the law's without it.</param>
    internal void Enter(int h, int since, int? lastDay = null)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.AwaitsFamily, true);
        _nation.Tally.Level(Count.StockFamily, household.Relatives);
        _waiting.Add(h, since, since);
        var none = default(NoTrace);
        var last = lastDay ?? FamilyDecisionPeriod.LastDay(_nation.Law, new Day(since), ref none).Number;
        if (last >= _nation.Today)
        {
            _nation.Plan(h, last + 1, 20, Happening.FamilyTerm);
        }
        else if (_nation.Inputs.Live is null)
        {
            // Late before the rehearsal began: whoever has given no notice yet does so some time.
            _nation.Plan(h, _nation.Today + 1 + _nation.Chance.Below(240, household.Key, Purpose.Notice, 10), 20, Happening.FamilyTerm);
        }
    }

    /// <summary>The decision period has lapsed: notices, and the administrative penalty that family reunification still knows.</summary>
    public void TermLapsed(int h)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.AwaitsFamily) || household.FamilyNoticeOn > 0 || !_waiting.Contains(h) || !_nation.Happens(_nation[NoticeShare], household, Purpose.Notice, 9))
        {
            return;
        }

        household.FamilyNoticeOn = _nation.Today;
        // Each relative has an application of their own.
        _nation.EmitMain(household, StepKind.ReceiveDefaultNotice, 1, household.Relatives);
        _nation.Tally.Add(Count.DefaultNotices, household.Relatives);
    }

    /// <summary>A working day: relatives are decided on in order of request while there are minutes.</summary>
    public void Work()
    {
        ref var minutes = ref _nation.Staff.Minutes[(int)WorkKind.Family];
        var given = GivenToday();
        _given = given is { } relatives ? Math.Min(0, _given) + relatives : 0;
        while ((given is null ? minutes > 0 : _given > 0) && _waiting.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            _given -= household.Relatives;
            minutes -= 60 * _nation[HoursPerRelative] * household.Relatives;
            var granted = _nation.Happens(_nation[GrantShare], household, Purpose.FamilyGrant);
            PayPenalty(household);
            _nation.EmitMain(household, StepKind.DecideReunification, granted ? 1 : 0, household.Relatives);
            _nation.Tally.Level(Count.StockFamily, -household.Relatives);
            household.Mark(Marks.AwaitsFamily, false);
            if (granted)
            {
                PlanJourney(h);
            }
        }

        _nation.Staff.Demand(WorkKind.Family, _waiting.Count * 2.5 * 60 * _nation[HoursPerRelative]);
    }

    // Arrivals that are given are brought about by decisions a journey earlier, as many as lead to them; nothing when none are given.
    private double? GivenToday()
    {
        var journey = (int)_nation[TravelDays] + LeastJourney;
        var day = new Day(_nation.Today + journey).ToLocalDate();
        var start = _nation.Inputs.Start.ToLocalDate();
        var quarter = ((day.Year - start.Year) * 4) + ((day.Month - 1) / 3) - ((start.Month - 1) / 3);
        return quarter < _nation.Inputs.KnownFamilyQuarters.Length
            ? _nation.Inputs.KnownFamilyQuarters[quarter] * _nation.Inputs.Scale / (WorkDaysInQuarter * _nation[GrantShare])
            : null;
    }

    // The suspension of penalties in asylum does not cover family reunification (norms PEN-11).
    private void PayPenalty(in Household household)
    {
        if (household.FamilyNoticeOn == 0)
        {
            return;
        }

        var none = default(NoTrace);
        var grace = DefaultNotice.Of(_nation.Law, new Day(household.FamilyNoticeOn), ref none).GraceEnds.Number;
        var late = Math.Max(0, _nation.Today - grace);
        var euro = (int)PenaltyAmount.Of(_nation.Law, new Day(_nation.Today), late, ref none).Amount;
        for (var relative = 0; euro > 0 && relative < household.Relatives; relative++)
        {
            // Each relative has an application of their own, and so a penalty of their own.
            if (_nation.Happens(_nation[PenaltyShare], household, Purpose.Notice, 32 + relative))
            {
                _nation.EmitMain(household, StepKind.PayPenalty, euro);
                _nation.Tally.PayPenalty(euro);
            }
        }
    }

    /// <summary>The relatives set out: they arrive within some months.</summary>
    internal void PlanJourney(int h)
    {
        ref var household = ref _nation[h];
        var days = LeastJourney + _nation.Lag(Spread, _nation[TravelDays], household, Purpose.FamilyTravel);
        _nation.Plan(h, _nation.Today + days, 660, Happening.FamilyArrives);
    }

    /// <summary>The relatives arrive: registered, in reception when there is no home yet, a permit of their own at once.</summary>
    public void Arrive(int sponsorIndex)
    {
        var sponsor = _nation[sponsorIndex];
        var key = Key.OfFamily(sponsor.Key);
        var minorSponsor = sponsor.Kind == HouseholdKind.UnaccompaniedMinor;
        var adults = minorSponsor ? Math.Min(2, (int)sponsor.Relatives) : Math.Min(1, (int)sponsor.Relatives);
        var pattern = new HouseholdPattern(adults, sponsor.Relatives - adults, 1);
        var h = _nation.Arrivals.Make(key, sponsor.Group, HouseholdKind.Family, _nation.Today, pattern);
        ref var family = ref _nation[h];
        family.Sponsor = sponsorIndex;
        family.Made = _nation.Today;
        family.Lodged = _nation.Today;
        _nation.Emit(family, StepKind.ArriveAsFamily, RegistrationCentres.TerApel);
        _nation.Milestones.Arrived(h);
        _nation.Tally.Add(Count.InflowFamily, family.Count);
        var bed = sponsor.Stage != Stage.Housed || _nation.Happens(_nation[BedShare], family, Purpose.FamilyBed);
        if (bed)
        {
            _nation.Places.Admit(h);
            _nation.Moves.LeaveCentre(h);
        }

        _nation.Decisions.IssuePermit(h, DecisionOutcome.GrantDerived);
        if (sponsor.Stage == Stage.Housed)
        {
            _nation.Plan(h, _nation.Today + (bed ? 70 + _nation.Chance.Below(80, family.Key, Purpose.HomeDelay) : 7), 680, Happening.FamilyJoins);
        }
        else
        {
            AwaitSponsor(sponsorIndex, h);
        }
    }

    /// <summary>The sponsor has a home: relatives already here follow.</summary>
    public void SponsorHoused(int sponsor)
    {
        if (_arrivedAwaitingSponsor.Remove(sponsor, out var families))
        {
            foreach (var h in families)
            {
                _nation.Plan(h, _nation.Today, 700, Happening.FamilyJoins);
            }
        }
    }

    /// <summary>The relatives move in with their sponsor.</summary>
    public void Join(int h)
    {
        ref var family = ref _nation[h];
        var municipality = _nation[family.Sponsor].Municipality;
        family.Municipality = municipality < 0 ? (short)0 : municipality;
        _nation.Emit(family, StepKind.LinkToMunicipality, family.Municipality);
        _nation.Emit(family, StepKind.OfferHome, family.Municipality);
        _nation.Milestones.Linked(h);
        _nation.Homes.MoveIn(h);
    }
}
