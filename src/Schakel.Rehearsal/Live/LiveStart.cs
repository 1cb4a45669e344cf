using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reception;
using Schakel.Rehearsal.Steps;
using ChainModality = Schakel.Chain.Reception.Modality;
using Household = Schakel.Rehearsal.Model.Household;

namespace Schakel.Rehearsal.Live;

// How it works. Whoever stands alike in one household becomes one household of the rehearsal, in the stage and with the dates of the
// files; the lines (interview, decision, court, home) are joined in the order in which people joined them. What was drawn before the
// first day is not known, and is drawn again: the first draw that agrees with what has not happened yet counts. That is the
// distribution of what remains, given the time that has passed; and as long as the same draw goes on agreeing, the same day comes out
// when the rehearsal begins again from a later day. Nothing is told of what was before: steps begin with the first day.

/// <summary>Begins a rehearsal with the chain as it stands (beginstand uit de keten), person by person.</summary>
internal sealed partial class LiveStart
{
    private const int Attempts = 64;

    private readonly Nation _nation;
    private readonly LiveStock _stock;
    private readonly int _today;
    private readonly DiscreteTable _openGroup;
    private readonly DiscreteTable _grantedGroup;
    private readonly DiscreteTable _refusedGroup;
    private readonly Dictionary<SiteId, int> _sites = [];
    private readonly Dictionary<HouseholdId, int> _sponsors = [];
    private readonly Dictionary<MunicipalityId, short> _municipalities;
    private readonly List<(int Order, int Household, Action<int> Join)> _lines = [];

    public LiveStart(Nation nation, LiveStock stock)
    {
        if (nation.Inputs.Start != stock.Date)
        {
            throw new ArgumentException($"The rehearsal begins on {nation.Inputs.Start}, the live stock is of {stock.Date}.", nameof(stock));
        }

        (_nation, _stock, _today) = (nation, stock, stock.Date.Number);
        _municipalities = nation.Inputs.Municipalities.Select((each, index) => (each.Number, Index: (short)index)).ToDictionary(each => each.Number, each => each.Index);
        var (groups, shares) = (nation.Inputs.Groups, nation.Inputs.Stock.GroupShares);
        _openGroup = DiscreteTable.FromWeights([.. shares]);
        _grantedGroup = DiscreteTable.FromWeights([.. groups.Select((g, i) => g.GrantShare * shares[i])]);
        _refusedGroup = DiscreteTable.FromWeights([.. groups.Select((g, i) => (1.02 - g.GrantShare) * shares[i])]);
    }

    /// <summary>Settles everybody where they are.</summary>
    /// <returns>The numbers they keep.</returns>
    public Numbering Settle()
    {
        foreach (var (site, state) in _stock.OpenSites)
        {
            _sites[site] = _nation.Places.TakeSite(FormOf(state.Modality), state.Capacity, ContractOf(site, state.Modality), IsForSome(state.Modality));
        }

        // Sponsors before the relatives who follow them.
        var ordered = _stock.Together.OrderBy(group => group.File.Registration.Route == Route.FamilyReunification).ToImmutableArray();
        foreach (var group in ordered)
        {
            Settle(group);
        }

        foreach (var (_, h, join) in _lines.OrderBy(line => line.Order).ThenBy(line => line.Household))
        {
            join(h);
        }

        return new(
            [.. ordered.SelectMany(group => group.Members.Select(member => member.Person))], [.. ordered.Select(group => group.Household)],
            [.. _stock.OpenSites.Select(each => each.Site)], _stock.LastPerson, _stock.LastHousehold, _stock.LastSite)
        {
            Municipalities = [.. _nation.Inputs.Municipalities.Select(each => each.Number)],
        };
    }

    private void Settle(LiveGroup group)
    {
        var h = Add(group);
        var file = group.File;
        if (file.Reception.Site is { } site)
        {
            ref var household = ref _nation[h];
            household.Moves = (byte)Math.Min(byte.MaxValue, file.Reception.Moves);
            household.PlacedDay = (file.Reception.Since ?? _stock.Date).Number;
            _nation.Places.Keep(h, _sites[site]);
            _nation.Costs.ReceptionBegins(h);
        }

        Open(h, file);
        Stand(h, group);
        Guide(h, group);
        if (_nation[h].Site >= 0 && _nation[h].Stage is not (Stage.AwaitingRegistration or Stage.Registered))
        {
            _nation.Moves.LeaveCentre(h);
        }
    }

    private int Add(LiveGroup group)
    {
        var file = group.File;
        var count = group.Members.Length;
        var roles = new HouseholdRole[count];
        var born = new int[count];
        for (var i = 0; i < count; i++)
        {
            roles[i] = RoleOf(group.Members[i].File.Registration.Role);
            born[i] = group.Members[i].File.Registration.Born.Number;
        }

        var key = Key.OfLive(group.Members.Min(member => member.Person.Value));
        var (application, procedure) = (file.Procedure.Application, file.Procedure);
        var lodged = application?.LodgedOn?.Number ?? 0;
        var arrived = file.Registration.ArrivedOn?.Number ?? (lodged == 0 ? _today : lodged);
        var household = new Household
        {
            Key = key,
            Group = GroupOf(key, file),
            Kind = KindOf(file),
            Adults = (byte)group.Adults,
            Track = (byte)(application?.Track ?? Track.None),
            Application = (byte)(application?.Ordinal ?? (procedure.Permit is null ? 0 : 1)),
            Round = (byte)((application?.Ordinal ?? 1) + (application?.AnnulledOn is null ? 0 : 1)),
            NoShows = (byte)(application?.MissedOn is null ? 0 : 1),
            Site = -1,
            Municipality = MunicipalityOf(file),
            Sponsor = -1,
            NextInLine = -1,
            Outcome = (sbyte)(procedure.Decision is { } decision ? (int)decision.Outcome : -1),
            Made = arrived,
            Lodged = lodged == 0 ? arrived : lodged,
            TermFrom = (application?.ResponsibleSince?.Number ?? 0) is > 0 and var since ? since : lodged == 0 ? arrived : lodged,
            Since = arrived,
            MoratoriumThrough = procedure.DepartureMoratoriumUntil?.Number ?? 0,
            InterviewDay = application?.InterviewedOn?.Number ?? -1,
            Decided = procedure.Decision?.On?.Number ?? (procedure.Decision is null ? 0 : _today),
            PermitDay = procedure.Permit is null ? 0 : (procedure.Permit.On ?? _stock.Date).Number,
            ReceptionSince = file.Reception.Moves == 0 ? (file.Reception.Since?.Number ?? arrived) : arrived,
        };
        household.Mark(Marks.Permit, procedure.Permit is not null);
        household.Mark(Marks.Interviewed, application?.InterviewedOn is not null);
        household.Mark(Marks.Extended, application is { } and ({ ExtendedOn: not null } or { AnnulledOn: not null, InterviewedOn: not null }));
        household.Mark(Marks.Remitted, application is { Status: ApplicationStatus.Open, AnnulledOn: not null });
        household.Mark(Marks.Border, procedure.Border is { EnteredOn: null } && file.Presence == Presences.Here);
        household.Mark(Marks.TakenOver, file.Registration.ArrivedOn is null);
        household.Mark(Marks.FamilyAsked, file.Family.RequestedOn is not null || file.Family.Pending);
        household.Mark(Marks.Withdrawn, application is { Status: ApplicationStatus.Withdrawn });
        household.Mark(Marks.WantsToGo, file.Return.Assistance is not null);
        Late(ref household, group);
        var h = _nation.Add(household, roles, born);
        if (file.Registration.Route != Route.FamilyReunification)
        {
            _sponsors.TryAdd(group.Household, h);
        }
        else if (_sponsors.TryGetValue(group.Household, out var sponsor))
        {
            _nation[h].Sponsor = sponsor;
        }

        return h;
    }

    // Notices and orders are of the adults; the first of them speaks for the household.
    private static void Late(ref Household household, LiveGroup group)
    {
        if (group.File.Procedure is not { Application.Status: ApplicationStatus.Open, Late: { NoticeOn: { } noticed } late })
        {
            return;
        }

        household.Mark(Marks.Noticed, true);
        household.NoticeOn = noticed.Number;
        if (late.OrderedOn is { } ordered)
        {
            household.Mark(Marks.CourtOrdered, true);
            household.OrderedOn = ordered.Number;
            household.OrderedBy = ordered.Number + late.TermDays;
        }
    }

    // A file holds no nationality; a group is drawn by what became of the claim, as for the published starting state.
    private byte GroupOf(ulong key, CaseFile file)
    {
        var table = file.Procedure.Permit is not null ? _grantedGroup : file.Procedure.Decision is not null ? _refusedGroup : _openGroup;
        return (byte)table.At(_nation.Chance.Bits(key, Purpose.LiveGroup));
    }

    private static HouseholdKind KindOf(CaseFile file) => file.Registration switch
    {
        { Route: Route.FamilyReunification } => HouseholdKind.Family,
        { Route: Route.Resettlement } => HouseholdKind.Resettled,
        { Role: FamilyRole.UnaccompaniedMinor } => HouseholdKind.UnaccompaniedMinor,
        _ when file.Registration.ArrivedOn is null && file.Procedure is { Application.LodgedOn: null, Permit: null } => HouseholdKind.ReturnOnly,
        _ => HouseholdKind.First,
    };

    private short MunicipalityOf(CaseFile file) =>
        file.Housing.LinkedTo is { } linked ? _municipalities.GetValueOrDefault(linked, (short)-1) : (short)-1;

    // The day a contract ends is not in the chain; it is drawn, by the number of the site.
    private int ContractOf(SiteId site, ChainModality modality) => FormOf(modality) is Modality.Emergency or Modality.Municipal
        ? _today + 43 + StartingStock.Contract.At(_nation.Chance.Bits(Key.Of(Key.Live, 1 << 20, site.Value), Purpose.LiveSite))
        : 1 << 28;

    private static HouseholdRole RoleOf(FamilyRole role) => role switch
    {
        FamilyRole.Main => HouseholdRole.Main,
        FamilyRole.Partner => HouseholdRole.Partner,
        FamilyRole.Child => HouseholdRole.Child,
        FamilyRole.UnaccompaniedMinor => HouseholdRole.UnaccompaniedMinor,
    };

    /// <summary>The rehearsal's word for a kind of site.</summary>
    internal static Modality FormOf(ChainModality modality) => modality switch
    {
        ChainModality.CentralReception => Modality.Arrival,
        ChainModality.ProcessReception or ChainModality.Regular or ChainModality.Enforcement or ChainModality.IntensiveGuidance
            or ChainModality.Clinic => Modality.Regular,
        ChainModality.Emergency => Modality.Emergency,
        ChainModality.Municipal => Modality.Municipal,
        ChainModality.ProcessAvailability => Modality.Sober,
        ChainModality.FreedomRestricting => Modality.Supervised,
        ChainModality.FamilySite => Modality.Family,
        ChainModality.Minors => Modality.Minors,
        ChainModality.Transit or ChainModality.HotelScheme => Modality.Transit,
        ChainModality.External => Modality.External,
    };

    // Nobody new is sent there by the rehearsal, which does not know these forms.
    private static bool IsForSome(ChainModality modality) => modality is ChainModality.Enforcement or ChainModality.IntensiveGuidance or ChainModality.Clinic
        or ChainModality.HotelScheme;

    /// <summary>The first of many draws that agrees with nothing having happened before today.</summary>
    /// <param name="day">The day of a draw; nothing when by that draw it never happens.</param>
    /// <returns>The day, today or later; nothing when it does not happen.</returns>
    private int? Remaining(Func<int, int?> day)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = day(attempt);
            if (drawn is null || drawn >= _today)
            {
                return drawn;
            }
        }

        return null; // So long after any day it could have been that it will not come of itself.
    }

    private bool Share(double share, int h, Question question, int attempt) =>
        _nation.Happens(share, _nation[h], Purpose.LiveShare, ((int)question << 8) | attempt);

    private int Lag(QuantileTable shape, double median, int h, Question question, int attempt) =>
        _nation.Lag(shape, median, _nation[h], Purpose.LiveLag, ((int)question << 8) | attempt);

    private int Below(int bound, int h, Question question, int attempt = 0) =>
        _nation.Chance.Below(Math.Max(1, bound), _nation[h].Key, Purpose.LiveLag, ((int)question << 8) | attempt);

    private void Plan(int h, int day, int minute, Happening happening, int detail = 0) =>
        _nation.Plan(h, Math.Max(day, _today), minute, happening, detail);

    private void PlanIf(int h, int? day, int minute, Happening happening, int detail = 0)
    {
        if (day is { } known)
        {
            Plan(h, known, minute, happening, detail);
        }
    }

    /// <summary>What is drawn again; a number is never given to another question.</summary>
    private enum Question
    {
        Notice = 1, Order = 2, Reply = 3, TransferDecision = 4, Transfer = 5, Appeal = 6, Fate = 7, ReturnDays = 8, Document = 9, Subsequent = 10,
        Link = 11, Home = 12, Join = 13, Relatives = 14, RelativesDay = 15, Journey = 16, Leave = 17, Work = 18, View = 19, Decision = 20,
        FamilyNotice = 21, Talk = 22, Milestone = 32,
    }
}
