using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reception;

namespace Schakel.Rehearsal.Steering;

/// <summary>What reception and staff cost, and what of it counts as development aid (kosten, ODA).</summary>
internal sealed class Costs
{
    private static readonly Parameter Regular = new(
        "cost.regular-place-year", 30400, 28500, 33000, "euro", "COA accounts 2023 (norms FIN-4)", "reguliere plek per jaar", "regular place a year", 0, 1e6);

    private static readonly Parameter Emergency = new(
        "cost.emergency-place-year", 69400, 60000, 78000, "euro", "COA accounts 2023 (norms FIN-4)", "noodopvangplek per jaar", "emergency place a year", 0, 1e6);

    private static readonly Parameter Municipal = new(
        "cost.municipal-place-year", 55000, 40000, 75000, "euro", "assumption", "gemeentelijke plek per jaar", "municipal place a year", 0, 1e6);

    private static readonly Parameter SoberFactor = new(
        "cost.sober-factor", 0.85, 0.7, 1, "factor", "assumption", "sobere opvang ten opzichte van regulier", "sober reception against regular", 0, 2);

    private static readonly Parameter StaffYear = new(
        "cost.staff-year", 98000, 88000, 110000, "euro", "assumption", "kosten per voltijdsplaats", "cost of a full-time post a year", 0, 1e6);

    private static readonly Parameter CoaStaff = new(
        "cost.coa-residents-per-fte", 13, 10, 16, "residents per fte", "assumption", "bewoners per COA-medewerker", "residents per COA worker", 1, 1000);

    private static readonly Parameter ReturnStaff = new(
        "cost.return-files-per-fte", 25, 18, 35, "files per fte", "assumption", "dossiers per regievoerder", "return files per counsellor", 1, 1000);

    internal static readonly Parameter ReadyFactor = new(
        "cost.ready-factor", 0.6, 0.4, 0.8, "factor", "assumption: rent and security go on, catering and guidance do not",
        "kosten van een vrijgehouden plek ten opzichte van een bezette reguliere", "cost of a place kept ready against an occupied regular one", 0, 2);

    internal static readonly Parameter OdaCeiling = new(
        "cost.oda-ceiling", 0, 0, 0, "million euro a year", "measure only; 0 is no ceiling", "plafond van ODA-toerekening", "ceiling on ODA attribution", 0, 1e6);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [Regular, Emergency, Municipal, SoberFactor, StaffYear, CoaStaff, ReturnStaff, ReadyFactor, OdaCeiling];

    private readonly Nation _nation;
    private int _firstYear;
    private double _odaThisYear;

    public Costs(Nation nation) => _nation = nation;

    /// <summary>Someone comes into reception: the first twelve months count as aid for countries on the list.</summary>
    public void ReceptionBegins(int h)
    {
        ref var household = ref _nation[h];
        var end = household.Made + 365;
        if (household.Kind is HouseholdKind.First or HouseholdKind.UnaccompaniedMinor or HouseholdKind.Family
            && _nation.Inputs.Groups[household.Group].CountsForOda && _nation.Today < end && !household.Has(Marks.FirstYear))
        {
            household.Mark(Marks.FirstYear, true);
            _firstYear += household.Count;
            _nation.Plan(h, end, 3, Happening.FirstYearEnds);
        }
    }

    /// <summary>Twelve months after the request.</summary>
    public void FirstYearEnds(int h) => EndFirstYear(h);

    /// <summary>Someone leaves reception.</summary>
    public void ReceptionEnds(int h) => EndFirstYear(h);

    /// <summary>The day's costs: whoever slept where, and who worked.</summary>
    public void EndDay()
    {
        var places = _nation.Places;
        var emergency = places.Occupied(Modality.Emergency);
        var municipal = places.Occupied(Modality.Municipal);
        var sober = places.Occupied(Modality.Sober);
        var residents = places.Residents;
        var regular = residents - emergency - municipal - sober;
        var day = ((regular * _nation[Regular]) + (sober * _nation[Regular] * _nation[SoberFactor])
            + (emergency * _nation[Emergency]) + (municipal * _nation[Municipal])) / 365;
        var tally = _nation.Tally;
        var ready = places.KeptReady() * _nation[Regular] * _nation[ReadyFactor] / 365;
        tally.AddEuro(Count.CostReception, day + ready);
        var oda = residents == 0 ? 0 : day * _firstYear / residents;
        var today = new Schakel.Norms.Day(_nation.Today).ToLocalDate();
        if (today is { Month: 1, Day: 1 })
        {
            _odaThisYear = 0;
        }

        var ceiling = _nation[OdaCeiling] * 1e6 * _nation.Inputs.Scale;
        var attributed = ceiling > 0 ? Math.Min(oda, Math.Max(0, ceiling - _odaThisYear)) : oda;
        _odaThisYear += attributed;
        tally.AddEuro(Count.CostOda, attributed);
        var coa = residents / _nation[CoaStaff];
        var dtv = tally.Standing(Count.ReturnCaseload) / _nation[ReturnStaff];
        tally.Stand(Count.WorkloadCoa, coa);
        tally.Stand(Count.WorkloadDtv, dtv);

        // COA's own staff is within the price of a place.
        var staff = (tally.Standing(Count.WorkloadInd) + dtv) * _nation[StaffYear] / 365;
        tally.AddEuro(Count.CostStaff, staff);
        tally.AddEuro(Count.CostTotal, day + ready + staff);
    }

    private void EndFirstYear(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.FirstYear))
        {
            household.Mark(Marks.FirstYear, false);
            _firstYear -= household.Count;
        }
    }
}
