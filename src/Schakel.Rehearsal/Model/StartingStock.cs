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
    private static readonly QuantileTable Contract = QuantileTable.Empirical((40, 10), (150, 20), (300, 25), (450, 20), (700, 25));
    private static readonly QuantileTable HomeWait = QuantileTable.Empirical((0, 5), (30, 20), (90, 25), (160, 20), (240, 15), (360, 10), (500, 5));
    private static readonly QuantileTable Procedure = QuantileTable.LogNormal(1000, 0.6, 6000);
    private static readonly QuantileTable FamilyRelatives = QuantileTable.Empirical((1, 30), (2, 22), (3, 18), (4, 14), (5, 9), (6, 7));

    private static readonly Parameter ProcedureDays = new(
        "stock.procedure-days", 240, 150, 330, "days", "assumption: 34 to 43 weeks of lead time in track 4 (IND)",
        "duur van de procedure van wie bij de start statushouder is", "length of the procedure of those who hold a permit at the start", 1, 2000);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [ProcedureDays];

    private const int OpenBandDays = 500;

    private readonly Nation _nation;
    private readonly StockInputs _stock;
    private readonly int _start;
    private readonly DiscreteTable _group;
    private readonly DiscreteTable _grantedGroup;
    private readonly DiscreteTable _refusedGroup;
    private readonly DiscreteTable _form;
    private readonly double[] _formLeft;
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

    /// <summary>Settles everybody.</summary>
    public void Settle()
    {
        OpenSites();
        StatusHolders();
        foreach (var band in _stock.AgeBands)
        {
            OpenApplications(band);
        }

        Several(_stock.DublinOpen, _refusedGroup, TakenOverStage.DublinAwaitingReply, 1, h =>
        {
            Open(h, 10 + Below(170, h));
            _nation.Dublin.Enter(h);
        });
        Several(_stock.DublinAccepted, _refusedGroup, TakenOverStage.DublinAccepted, 1, h =>
        {
            ref var household = ref _nation[h];
            household.Mark(Marks.ApplicationOpen, false);
            household.Decided = _start - 1;
            _nation.Dublin.Accept(h, _start - 5 - Below(170, h));
            _nation.Dublin.PlanFate(h);
        }, inReception: _stock.DublinInReception);
        Several(_stock.SimplifiedOpen, _refusedGroup, TakenOverStage.SimplifiedProcedure, 2, h =>
        {
            Open(h, 5 + Below(90, h));
            _nation.Interviews.EnterSimplified(h);
        });
        Several(_stock.AppealsPending, _refusedGroup, TakenOverStage.AwaitingRuling, 4, h =>
        {
            ref var household = ref _nation[h];
            household.Stage = Stage.DeparturePeriod;
            household.Mark(Marks.Extended, true);
            household.Decided = _start - 10 - Below(250, h);
            _nation.Appeals.Enter(h);
        }, inReception: _stock.AppealsInReception);
        var returning = 0;
        Several(_stock.ReturnCaseload, _refusedGroup, TakenOverStage.Returning, 4, h =>
        {
            returning += _nation[h].Count;
            if (returning <= _stock.ReturnInReception * _nation.Inputs.Scale)
            {
                _nation.Places.Settle(h);
            }

            _nation.Departures.OpenFile(h, emit: false);
        }, settle: false);
        Sponsors(_stock.FamilyPending, granted: false);
        Sponsors(_stock.FamilyGranted, granted: true);
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

    private void OpenApplications(AgeBand band) =>
        Several(band.Persons, _group, TakenOverStage.AwaitingInterview, 4, h =>
        {
            var interviewed = _nation.Happens(_stock.InterviewedShare, _nation[h], Purpose.StockStage);
            if (interviewed)
            {
                _nation[h].Mark(Marks.Interviewed | Marks.Extended, true);
                _nation.Decisions.Enter(h);
            }
            else
            {
                _nation.Interviews.Enter(h);
            }

            _nation.Departures.PlanLeaving(h);
            _nation.Work.PlanPermit(h);
        }, band: band);

    private void StatusHolders()
    {
        // Longest waiting first, so that lines form in the order in which people joined them.
        var persons = (int)(_stock.StatusHolders * _nation.Inputs.Scale);
        var external = (int)(_stock.StatusHoldersExternal * _nation.Inputs.Scale);
        int made = 0, madeOutside = 0;
        while (made < persons + external)
        {
            var h = Make(_grantedGroup, TakenOverStage.AwaitingHome, 4, null, out var elapsed);
            ref var household = ref _nation[h];
            var outside = (long)madeOutside * (persons + external) < (long)made * external;
            made += household.Count;
            madeOutside += outside ? household.Count : 0;
            household.Mark(Marks.Permit, true);
            household.Stage = Stage.AwaitingHome;
            household.PermitDay = _start - elapsed;
            household.Since = household.PermitDay;
            TakeOver(h, TakenOverStage.AwaitingHome);
            if (outside)
            {
                household.Moves = MovesSoFar(household);
                _nation.Places.Occupy(h, _nation.Places.FindExternal(household), StepKind.Place);
            }
            else
            {
                SettleSomewhere(h);
            }

            _nation.Homes.Wait(h);
            _nation.Plan(h, _start + Math.Max(0, 14 - elapsed) + (elapsed > 14 ? Math.Max(0, 3 - (elapsed / 120)) : 0), 400, Happening.Link);
        }
    }

    private void Sponsors(int relatives, bool granted)
    {
        var left = (int)(relatives * _nation.Inputs.Scale);
        while (left > 0)
        {
            var h = Make(_grantedGroup, TakenOverStage.Housed, 4, null, out _);
            ref var household = ref _nation[h];
            household.Relatives = (byte)Math.Min(left, FamilyRelatives.At(_nation.Chance.Bits(household.Key, Purpose.FamilySize)));
            left -= household.Relatives;
            household.Mark(Marks.Permit, true);
            household.Stage = Stage.Housed;
            household.Municipality = (short)Below(_nation.Inputs.Municipalities.Length, h);
            household.PermitDay = _start - 200;
            TakeOver(h, granted ? TakenOverStage.Housed : TakenOverStage.AwaitingReunification);
            if (granted)
            {
                _nation.EmitMain(household, StepKind.RequestReunification, household.Relatives);
                _nation.EmitMain(household, StepKind.DecideReunification, 1, household.Relatives);
                _nation.Reunification.PlanJourney(h);
            }
            else
            {
                _nation.Reunification.Enter(h, _start - 1 - Below(420, h));
            }
        }
    }

    private void Several(
        int persons, DiscreteTable groups, TakenOverStage stage, int track, Action<int> then, bool settle = true, AgeBand? band = null,
        double? inReception = null)
    {
        var wanted = (int)(persons * _nation.Inputs.Scale);
        var made = 0;
        while (made < wanted)
        {
            var h = Make(groups, stage, track, band, out _);
            made += _nation[h].Count;
            var told = stage == TakenOverStage.AwaitingInterview && _nation.Happens(_stock.InterviewedShare, _nation[h], Purpose.StockStage)
                ? TakenOverStage.AwaitingDecision : stage;
            TakeOver(h, told);
            if (band is not null)
            {
                CountOpen(h);
            }

            if (settle && _nation.Happens(inReception ?? (1 - _stock.OutsideReception), _nation[h], Purpose.OwnHome))
            {
                SettleSomewhere(h);
            }

            then(h);
        }
    }

    private int Make(DiscreteTable groups, TakenOverStage stage, int track, AgeBand? band, out int elapsed)
    {
        var key = Key.Of(Key.Stock, (int)stage, _number++);
        var group = groups.At(_nation.Chance.Bits(key, Purpose.StockGroup));
        var kind = stage is TakenOverStage.Returning ? HouseholdKind.ReturnOnly : HouseholdKind.First;
        elapsed = band is null ? 100 : AgeWithin(band, key);
        var procedure = 0;
        switch (stage)
        {
            case TakenOverStage.DublinAwaitingReply:
            case TakenOverStage.SimplifiedProcedure:
                elapsed = 10 + _nation.Chance.Below(170, key, Purpose.StockAge);
                break;
            case TakenOverStage.DublinAccepted:
                elapsed = 190 + _nation.Chance.Below(150, key, Purpose.StockAge);
                break;
            case TakenOverStage.AwaitingRuling:
                elapsed = 300 + _nation.Chance.Below(300, key, Purpose.StockAge);
                break;
            case TakenOverStage.Returning:
                elapsed = 300 + _nation.Chance.Below(700, key, Purpose.StockAge);
                break;
            case TakenOverStage.AwaitingHome:
                elapsed = HomeWait.At(_nation.Chance.Bits(key, Purpose.StockAge));
                procedure = (int)(_nation[ProcedureDays] * Procedure.At(_nation.Chance.Bits(key, Purpose.StockAge, 1)) / 1000);
                break;
            default:
                break;
        }

        var h = _nation.Arrivals.Make(key, group, kind, _start, lodged: _start - elapsed - procedure);
        ref var household = ref _nation[h];
        if (kind == HouseholdKind.ReturnOnly)
        {
            household.Kind = HouseholdKind.First;
        }

        household.Mark(Marks.Border, false);
        household.Mark(Marks.TakenOver, true);
        household.Track = household.Kind == HouseholdKind.UnaccompaniedMinor ? (byte)4 : (byte)track;
        household.Application = 1;
        household.Made = household.Lodged;
        household.ReceptionSince = household.Lodged;
        return h;
    }

    // Within the last, open band most are near its young end (assumption): older cases have had more days on which to be decided.
    private int AgeWithin(AgeBand band, ulong key)
    {
        var width = Math.Max(1, band.UntilDays - band.FromDays);
        var share = _nation.Chance.Unit(key, Purpose.StockAge);
        return band.FromDays + (int)(width * (width > OpenBandDays ? share * share * share : share));
    }

    private void Open(int h, int elapsed)
    {
        _ = elapsed;
        CountOpen(h);
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
        _nation.Places.Occupy(h, site, StepKind.Place);
        _nation.Costs.ReceptionBegins(h);
        _nation.Moves.PlanInternal(h);
    }

    // How often someone moved before is not known: more often the longer the stay (assumption, on the pattern of table 5.2).
    private byte MovesSoFar(in Household household)
    {
        var stay = _start - household.ReceptionSince;
        var draw = _nation.Chance.Unit(household.Key, Purpose.StockOther, 3);
        var more = stay / (stay + 600.0);
        return (byte)(draw < more * more * more ? 4 : draw < more * more ? 3 : draw < more ? 2 : 1);
    }

    private int Below(int bound, int h) => _nation.Chance.Below(bound, _nation[h].Key, Purpose.StockOther);
}
