using System.Collections.Immutable;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Model;

/// <summary>
/// Who is there on the first day (beginstand): sites with their residents, and files whose past is not known, each taken over in its
/// stage with the time already elapsed. What remains is drawn by the same queues and lags as for everybody else.
/// </summary>
internal sealed class StartingStock
{
    internal static readonly QuantileTable Contract = QuantileTable.Empirical((40, 10), (150, 20), (300, 25), (450, 20), (700, 25));
    private static readonly QuantileTable HomeWait = QuantileTable.Empirical((0, 5), (30, 20), (90, 25), (160, 20), (240, 15), (360, 10), (500, 5));
    private static readonly QuantileTable Procedure = QuantileTable.LogNormal(1000, 0.6, 6000);
    private static readonly QuantileTable FamilyRelatives = QuantileTable.Empirical((1, 30), (2, 22), (3, 18), (4, 14), (5, 9), (6, 7));

    private static readonly Parameter ProcedureDays = new(
        "stock.procedure-days", 240, 150, 330, "days", "assumption: 34 to 43 weeks of lead time in track 4 (IND)",
        "duur van de procedure van wie bij de start statushouder is", "length of the procedure of those who hold a permit at the start", 1, 2000);

    private static readonly Parameter AppealsLevel = new(
        "stock.appeals-level", 1, 0.67, 1.5, "factor", "range of the pending appeals in the starting state", "lopende beroepen bij de start",
        "appeals pending at the start, against the starting state", 0.1, 10);

    private static readonly Parameter FamilyLevel = new(
        "stock.family-level", 1, 0.75, 1.25, "factor", "range of the pending relatives in the starting state", "openstaande nareis bij de start",
        "relatives pending at the start, against the starting state", 0.1, 10);

    private static readonly Parameter InterviewedLevel = new(
        "stock.interviewed-level", 1, 0.6, 1.4, "factor", "range of the interviewed share in the starting state", "aandeel gehoorden in de voorraad bij de start",
        "interviewed share of the stock at the start, against the starting state", 0.01, 3);

    private static readonly Parameter AgeLevel = new(
        "stock.age-level", 1, 0.65, 1.4, "factor", "range of the bands over six months in the starting state", "aandeel oude zaken in de voorraad bij de start",
        "share of cases over six months old at the start, against the starting state", 0.01, 3);

    private static readonly Parameter OverdueNotices = new(
        "stock.overdue-notices", 0.4, 0.2, 0.7, "share", "assumption: of those late on the first day some had given notice before, some will",
        "aandeel van wie bij de start al te laat is dat alsnog in gebreke stelt", "share of those late at the start who still give notice");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [ProcedureDays, AppealsLevel, FamilyLevel, InterviewedLevel, AgeLevel, OverdueNotices];

    private const double MostInterviewed = 0.95;
    private const double MostOfTheOldest = 0.4;

    private const int OpenBandDays = 500;
    private const int OldDays = 180;

    private readonly Nation _nation;
    private readonly StockInputs _stock;
    private readonly int _start;
    private readonly DiscreteTable _group;
    private readonly DiscreteTable _grantedGroup;
    private readonly DiscreteTable _refusedGroup;
    private readonly DiscreteTable _form;
    private readonly double[] _formLeft;
    private ImmutableArray<AgeBand> _bands = [];
    private int _number;

    public StartingStock(Nation nation)
    {
        _nation = nation;
        _stock = nation.Inputs.Stock;
        _start = nation.Inputs.Start.Number;
        var groups = nation.Inputs.Groups;
        _group = DiscreteTable.FromWeights([.. _stock.GroupShares]);
        _grantedGroup = DiscreteTable.FromWeights([.. groups.Select((g, i) => g.GrantShare * _stock.GroupShares[i])]);
        _refusedGroup = DiscreteTable.FromWeights([.. groups.Select((g, i) => (1.02 - g.GrantShare) * _stock.GroupShares[i])]);
        _formLeft = [.. _stock.Sites.Select(s => s.Occupied * nation.Inputs.Scale)];
        _form = DiscreteTable.FromWeights([.. _stock.Sites.Select(s => (double)s.Occupied)]);
    }

    /// <summary>Settles everybody, and sets under way what was under way.</summary>
    public void Settle()
    {
        OpenSites();
        StatusHolders();
        _bands = Aged();
        foreach (var band in _bands)
        {
            OpenApplications(band);
        }

        Several(_stock.DublinOpen, _refusedGroup, TakenOverStage.DublinAwaitingReply, 1, key => (Days(key, 10, 180), 0), h =>
        {
            CountOpen(h);
            _nation.Dublin.Enter(h);
            if (_nation.Happens(0.5, _nation[h], Purpose.StockStage))
            {
                _nation.Dublin.Request(h);
            }
        });
        Several(_stock.DublinAccepted, _refusedGroup, TakenOverStage.DublinAccepted, 1, key => (Days(key, 200, 380), Days(key, 5, 175, 1)), h =>
        {
            ref var household = ref _nation[h];
            household.Decided = _start - 1;
            _nation.Dublin.Accept(h, household.Since);
            _nation.Dublin.TellHandedOver(h);
            _nation.Dublin.PlanFate(h);
        }, inReception: _stock.DublinInReception);
        Several(_stock.SimplifiedOpen, _refusedGroup, TakenOverStage.SimplifiedProcedure, 2, key => (Days(key, 5, 95), 0), h =>
        {
            CountOpen(h);
            _nation.Interviews.EnterSimplified(h);
        });
        Several((int)(_stock.AppealsPending * _nation[AppealsLevel]), _refusedGroup, TakenOverStage.AwaitingRuling, 4, key => (Days(key, 500, 800), Days(key, 10, 260, 1)), h =>
        {
            ref var household = ref _nation[h];
            household.Stage = Stage.DeparturePeriod;
            household.Mark(Marks.Extended | Marks.Interviewed, true);
            household.Decided = household.Since;
            _nation.Appeals.Enter(h);
        }, inReception: _stock.AppealsInReception);
        Returning();
        Sponsors((int)(_stock.FamilyPending * _nation[FamilyLevel]), granted: false);
        Sponsors(_stock.FamilyGranted, granted: true);
        _nation.Interviews.PlanFirstWeeks();
        _nation.Decisions.StartFirstWeeks();
    }

    private void OpenSites()
    {
        foreach (var form in _stock.Sites)
        {
            var sites = Math.Max(1, (int)Math.Round(form.Sites * Math.Min(1, _nation.Inputs.Scale * 2)));
            var places = (int)Math.Round(form.Occupied * _nation.Inputs.Scale / form.OccupancyRate);
            for (var i = 0; i < sites; i++)
            {
                var capacity = (places / sites) + (i < places % sites ? 1 : 0);
                var lasting = form.Modality is not (Modality.Emergency or Modality.Municipal);
                var ends = lasting ? 1 << 28 : _start + 43 + Contract.At(_nation.Chance.Bits(Key.Of(Key.Site, 0, _nation.Places.SiteCount), Purpose.Contract));
                _nation.Places.OpenSite(form.Modality, Math.Max(1, capacity), ends);
            }
        }
    }

    private void OpenApplications(AgeBand band)
    {
        foreach (var interviewed in (ReadOnlySpan<bool>)[true, false])
        {
            var persons = interviewed ? InterviewedIn(band) : band.Persons - InterviewedIn(band);
            var stage = interviewed ? TakenOverStage.AwaitingDecision : TakenOverStage.AwaitingInterview;
            Several(persons, _group, stage, 4, key => (AgeWithin(band, key), 0), h =>
            {
                CountOpen(h);
                if (interviewed)
                {
                    _nation[h].Mark(Marks.Interviewed | Marks.Extended, true);
                    _nation.Decisions.Enter(h);
                }
                else
                {
                    _nation.Interviews.Enter(h);
                }

                if (_nation[h].Due < _start && _nation.Happens(_nation[OverdueNotices], _nation[h], Purpose.Notice, 1))
                {
                    _nation.Plan(h, _start + 1 + Below(240, h), 620, Happening.Notice, 1);
                }

                _nation.Departures.PlanLeaving(h);
                _nation.Work.PlanPermit(h);
            });
        }
    }

    // The bands with more or fewer old cases, and the same number in all.
    private ImmutableArray<AgeBand> Aged()
    {
        var all = (double)_stock.AgeBands.Sum(b => b.Persons);
        var old = (double)_stock.AgeBands.Where(b => b.FromDays >= OldDays).Sum(b => b.Persons);
        var aged = Math.Min(0.95 * all, old * _nation[AgeLevel]);
        var young = all - old;
        return
        [
            .. _stock.AgeBands.Select(b => b with
            {
                Persons = (int)(b.FromDays >= OldDays ? b.Persons * aged / Math.Max(1, old) : b.Persons * (all - aged) / Math.Max(1, young)),
            }),
        ];
    }

    // Whoever waits longest of all was mostly interviewed long ago and is in the extended procedure, but no more than four tenths of those who
    // were interviewed wait so long; of the others an equal share (assumptions).
    private int InterviewedIn(AgeBand band)
    {
        var oldest = _bands[^1];
        var all = Math.Min(0.9, _stock.InterviewedShare * _nation[InterviewedLevel]) * _bands.Sum(b => b.Persons);
        var ofOldest = Math.Min(MostOfTheOldest * all, MostInterviewed * oldest.Persons);
        var others = _bands.Sum(b => b.Persons) - oldest.Persons;
        return (int)(band == oldest ? ofOldest : (all - ofOldest) * band.Persons / Math.Max(1, others));
    }

    private void Returning()
    {
        var inReception = 0;
        Several(
            _stock.ReturnCaseload, _refusedGroup, TakenOverStage.Returning, 4, key => (Days(key, 700, 1000), Days(key, 60, 360, 1)),
            h =>
            {
                inReception += _nation[h].Count;
                if (inReception <= _stock.ReturnInReception * _nation.Inputs.Scale)
                {
                    SettleSomewhere(h);
                }

                _nation.Departures.OpenFile(h, emit: false);
            },
            settle: false);
    }

    private void StatusHolders()
    {
        // Some have been offered a home already and will move within weeks; the others are linked, or will be.
        var offered = _nation.Homes.OffersUnderWay;
        var everybody = _stock.StatusHolders + _stock.StatusHoldersExternal;
        int made = 0, madeOutside = 0;
        Several(
            everybody, _grantedGroup, TakenOverStage.AwaitingHome, 4,
            key =>
            {
                var waited = HomeWait.At(_nation.Chance.Bits(key, Purpose.StockAge, 1)) + 1;
                var procedure = (int)(_nation[ProcedureDays] * Procedure.At(_nation.Chance.Bits(key, Purpose.StockAge, 2)) / 1000);
                return (waited + procedure, waited);
            },
            h =>
            {
                ref var household = ref _nation[h];
                household.Mark(Marks.Permit, true);
                household.Stage = Stage.AwaitingHome;
                household.PermitDay = household.Since;
                var outside = (long)madeOutside * everybody < (long)made * _stock.StatusHoldersExternal;
                made += household.Count;
                madeOutside += outside ? household.Count : 0;
                if (outside)
                {
                    household.Moves = MovesSoFar(household);
                    _nation.TellPast(household);
                    _nation.Places.Occupy(h, _nation.Places.FindExternal(household), StepKind.Place);
                }
                else
                {
                    SettleSomewhere(h);
                }

                _nation.Homes.Wait(h);
                var waited = _start - household.PermitDay;
                if (waited > 60 && offered > 0)
                {
                    offered -= household.Count;
                    _nation.Homes.Link(h, withoutLine: true);
                    _nation.Homes.MakeOffer(h, 1 + Below(16, h));
                }
                else if (waited > 14)
                {
                    // Who waits longest joins a line first.
                    _nation.Plan(h, _start, 400 + Math.Max(0, 60 - (waited / 10)), Happening.Link);
                }
                else
                {
                    _nation.Plan(h, _nation.Days.NextWorkDay(_start + 15 - waited), 780, Happening.Link);
                }
            },
            settle: false);
    }

    private void Sponsors(int relatives, bool granted)
    {
        var left = (int)(relatives * _nation.Inputs.Scale);
        while (left > 0)
        {
            var h = Make(
                _grantedGroup, TakenOverStage.AwaitingReunification, 4,
                key => (Days(key, 700, 1000), granted ? Days(key, 200, 420, 1) : Days(key, 1, 420, 1)));
            ref var household = ref _nation[h];
            household.Relatives = (byte)Math.Min(left, FamilyRelatives.At(_nation.Chance.Bits(household.Key, Purpose.FamilySize)));
            left -= household.Relatives;
            household.Mark(Marks.Permit, true);
            household.Stage = Stage.Housed;
            household.Municipality = (short)Below(_nation.Inputs.Municipalities.Length, h);
            household.PermitDay = household.Since;
            TakeOver(h, TakenOverStage.AwaitingReunification);
            _nation.TellPast(household);
            if (granted)
            {
                _nation.EmitMain(household, StepKind.DecideReunification, 1, household.Relatives);
                _nation.Plan(h, _start + Below(140, h), 660, Happening.FamilyArrives);
            }
            else
            {
                _nation.Reunification.Enter(h, household.Since);
            }
        }
    }

    private void Several(
        int persons, DiscreteTable groups, TakenOverStage stage, int track, Func<ulong, (int Lodged, int Since)> ago, Action<int> then,
        bool settle = true, double? inReception = null)
    {
        var wanted = (int)(persons * _nation.Inputs.Scale);
        var made = 0;
        while (made < wanted)
        {
            var h = Make(groups, stage, track, ago);
            made += _nation[h].Count;
            TakeOver(h, stage);
            if (settle && _nation.Happens(inReception ?? (1 - _stock.OutsideReception), _nation[h], Purpose.OwnHome))
            {
                SettleSomewhere(h);
            }

            then(h);
        }
    }

    private int Make(DiscreteTable groups, TakenOverStage stage, int track, Func<ulong, (int Lodged, int Since)> ago)
    {
        var key = Key.Of(Key.Stock, (int)stage, _number++);
        var group = groups.At(_nation.Chance.Bits(key, Purpose.StockGroup));
        var (lodged, since) = ago(key);

        // Unaccompanied minors are always in track 4, and the return of one needs more than a rehearsal knows.
        var adults = track != 4 || stage is TakenOverStage.Returning;
        var h = adults
            ? _nation.Arrivals.Make(key, group, HouseholdKind.Subsequent, _start, _start - lodged, since == 0 ? 0 : _start - since)
            : _nation.Arrivals.Make(key, group, HouseholdKind.First, _start, _start - lodged, since == 0 ? 0 : _start - since);
        ref var household = ref _nation[h];
        household.Kind = adults ? HouseholdKind.First : household.Kind;
        household.Mark(Marks.Border, false);
        household.Mark(Marks.TakenOver, true);
        household.Track = (byte)track;
        household.Application = 1;
        household.Round = 1;
        household.Made = household.Lodged;
        household.ReceptionSince = household.Lodged;
        _nation.Milestones.TakenOver(h);
        if (stage is TakenOverStage.AwaitingHome or TakenOverStage.AwaitingReunification)
        {
            _nation.Milestones.TakenOverWithPermit(h);
        }

        return h;
    }

    // Within the last, open band most are near its young end (assumption): older cases have had more days on which to be decided.
    private int AgeWithin(AgeBand band, ulong key)
    {
        var width = Math.Max(1, band.UntilDays - band.FromDays);
        var share = _nation.Chance.Unit(key, Purpose.StockAge);
        return band.FromDays + (int)(width * (width > OpenBandDays ? share * share * share : share));
    }

    private void CountOpen(int h)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.ApplicationOpen, true);
        _nation.Tally.Level(Count.StockApplications, household.Count);
        _nation.Tally.ChangeTrack(-1, household.Track, household.Count);
        _nation.Decisions.StartPeriod(h);
    }

    private void TakeOver(int h, TakenOverStage stage) => _nation.Emit(_nation[h], StepKind.TakeOver, (int)stage, -1);

    private void SettleSomewhere(int h)
    {
        ref var household = ref _nation[h];
        var form = _form.At(_nation.Chance.Bits(household.Key, Purpose.StockSite));
        for (var i = 0; i < _stock.Sites.Length && _formLeft[form] < household.Count; i++)
        {
            form = (form + 1) % _stock.Sites.Length;
        }

        var site = _nation.Places.Find(_stock.Sites[form].Modality, household);
        if (site < 0)
        {
            site = _nation.Places.FindLasting(household);
        }

        _formLeft[form] -= household.Count;
        household.Moves = MovesSoFar(household);
        _nation.TellPast(household);
        _nation.Places.Occupy(h, site, StepKind.Place);
        _nation.Costs.ReceptionBegins(h);
        _nation.Moves.PlanInternal(h);
    }

    // How often someone moved before is not known: more often the longer the stay (assumption, on the pattern of table 5.2), and less often
    // with children; sites that close move them as well, so that half of their slower pace counts (assumption).
    private byte MovesSoFar(in Household household)
    {
        var stay = _start - household.ReceptionSince;
        var draw = _nation.Chance.Unit(household.Key, Purpose.StockOther, 3);
        var more = stay / (stay + (600 * Math.Max(1, 0.5 * _nation.Moves.PaceOf(household))));
        return (byte)(draw < more * more * more ? 4 : draw < more * more ? 3 : draw < more ? 2 : 1);
    }

    private int Days(ulong key, int from, int until, int occurrence = 0) =>
        from + _nation.Chance.Below(Math.Max(1, until - from), key, Purpose.StockAge, occurrence);

    private int Below(int bound, int h) => _nation.Chance.Below(bound, _nation[h].Key, Purpose.StockOther);
}
