using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Procedure;

/// <summary>
/// Renewal of permits that end within five years (verlenging): work for the immigration service that a permit of five years does not
/// bring. Renewals are granted, because circumstances in countries of origin seldom change so soon (report, lines 1905–1909).
/// </summary>
internal sealed class Renewals
{
    internal static readonly Parameter Hours = new(
        "procedure.renewal-hours", 5, 3, 8, "hours per adult", "assumption; reassessment takes much capacity (report, lines 1905–1907)",
        "uren per verlenging van een vergunning", "hours per renewal of a permit", 0, 1000);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [Hours];

    // A renewal lasts three years, or two for subsidiary protection (Directive 2011/95, 24).
    private const int Refugee = 36;
    private const int Subsidiary = 24;

    private readonly Nation _nation;
    private double _minutes;

    public Renewals(Nation nation) => _nation = nation;

    /// <summary>A permit was issued for some months: a short one has to be renewed.</summary>
    public void Plan(int h, int months)
    {
        // Until the permit can become one for an indefinite time, if there is such a permit.
        var permit = new Day(_nation[h].PermitDay);
        if (months < 12 * _nation.Law.On(permit, IndefinitePermit.LawfulStay).Count
            || !_nation.Law.On(new Day(_nation.Today), IndefinitePermit.Available).On)
        {
            _nation.Plan(h, permit.PlusMonths(months).Number, 560, Happening.RenewPermit, months);
        }
    }

    /// <summary>A permit ends, this many months after it was first issued: the request joins the work of the day.</summary>
    public void Renew(int h, int months)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.Permit) || household.Stage is Stage.Gone or Stage.Departed)
        {
            return;
        }

        _minutes += 60 * _nation[Hours] * Math.Max((byte)1, household.Adults);
        Plan(h, months + (household.Outcome == (sbyte)Steps.DecisionOutcome.GrantSubsidiary ? Subsidiary : Refugee));
    }

    /// <summary>A working day: renewals go before hearings and decisions, because nobody may be left without a permit.</summary>
    /// <returns>Minutes left.</returns>
    public double Work(double minutes)
    {
        var spent = Math.Min(_minutes, Math.Max(0, minutes));
        _minutes -= spent;
        return minutes - spent;
    }
}
