using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Participation;

/// <summary>Paid work while the application is pending (werk tijdens de procedure).</summary>
internal sealed class Work
{
    internal static readonly Parameter PermitShare = new(
        "participation.work-permit-share", 0.16, 0.10, 0.25, "share", "assumption; the 24-week rule fell in November 2023",
        "aandeel volwassenen dat na zes maanden gaat werken", "share of adults who take work once they may");

    internal static readonly Parameter SearchDays = new(
        "participation.search-days", 120, 60, 200, "days", "assumption", "zoektijd naar werk", "days to find work", 1, 2000);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [PermitShare, SearchDays];

    private static readonly QuantileTable Spread = QuantileTable.LogNormal(1000, 0.8, 8000);

    private readonly Nation _nation;

    public Work(Nation nation) => _nation = nation;

    /// <summary>Plans the first day on which an employer may have a permit, for those who will find work.</summary>
    public void PlanPermit(int h)
    {
        ref var household = ref _nation[h];
        if (household.Adults == 0 || !_nation.Happens(_nation[PermitShare], household, Purpose.Work))
        {
            return;
        }

        var none = default(NoTrace);
        var from = WorkAccess.FirstDay(_nation.Law, new Day(household.Lodged), ref none).Number;
        var search = _nation.Lag(Spread, _nation[SearchDays], household, Purpose.WorkDelay);
        _nation.Plan(h, Math.Max(from, _nation.Today + 1) + search, 700, Happening.WorkPermit);
    }

    /// <summary>The day on which an employer has a permit for someone who stood in the chain already; nothing when no work will be found.</summary>
    internal int? PermitDay(in Model.Household household, int from, int shares, int lags, int occurrence) =>
        household.Adults == 0 || !_nation.Happens(_nation[PermitShare], household, shares, occurrence)
            ? null : from + _nation.Lag(Spread, _nation[SearchDays], household, lags, occurrence);

    /// <summary>The permit is issued when the application is still open.</summary>
    public void Permit(int h)
    {
        ref var household = ref _nation[h];
        var none = default(NoTrace);
        if (!household.Has(Marks.ApplicationOpen) || household.Site < 0 || household.Stage == Stage.Gone
            || _nation.Today < WorkAccess.FirstDay(_nation.Law, new Day(household.Lodged), ref none).Number)
        {
            return;
        }

        _nation.EmitMain(household, StepKind.IssueWorkPermit);
        _nation.Tally.Add(Count.WorkPermits, 1);
        _nation.Plan(h, _nation.Today + 14, 480, Happening.StartWork);
    }

    /// <summary>Work begins.</summary>
    public void Start(int h)
    {
        ref var household = ref _nation[h];
        if (household.Has(Marks.ApplicationOpen) && household.Site >= 0 && household.Stage != Stage.Gone
            && _nation.Today - household.Lodged > 200)
        {
            _nation.EmitMain(household, StepKind.StartWork);
        }
    }
}
