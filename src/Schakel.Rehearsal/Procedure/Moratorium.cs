using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Return;

namespace Schakel.Rehearsal.Procedure;

/// <summary>
/// Groups on whose applications no decision is taken for a time (besluitmoratorium, Vw 43): their cases are put aside when their turn
/// comes and go back to their place in the line afterwards; the decision period is prolonged as far as the law allows.
/// </summary>
internal sealed class Moratorium
{
    internal static readonly Parameter OnDecisions = new(
        "procedure.decision-moratorium", 0, 0, 0, "share", "measure only (Vw 43; norms DEC-5)",
        "besluitmoratorium: deel van de zaken van een groep dat blijft liggen", "decision moratorium: share of a group's cases that is put aside");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [OnDecisions];

    private readonly Nation _nation;
    private readonly ImmutableArray<ParameterChange> _published;
    private readonly ImmutableArray<ParameterChange> _departures;
    private List<int> _aside = [];
    private List<int> _stillAside = [];

    public Moratorium(Nation nation)
    {
        _nation = nation;
        _published = [.. nation.Inputs.Changes.Where(c => c.Parameter == OnDecisions)];
        _departures = [.. nation.Inputs.Changes.Where(c => c.Parameter == Departures.DepartureMoratorium)];
    }

    /// <summary>A moratorium that begins today moves the last day of every running period of its group.</summary>
    public void BeginDay()
    {
        foreach (var moratorium in _published)
        {
            if (moratorium.From.Number == _nation.Today)
            {
                _nation.Decisions.MovePeriods();
            }
        }
    }

    /// <summary>Whether a departure moratorium for a group is still within the time that the law gives one (vertrekmoratorium, Vw 45(4)).</summary>
    public bool DepartureMayWait(int group)
    {
        foreach (var moratorium in _departures)
        {
            var none = default(NoTrace);
            if ((moratorium.Group is null || moratorium.Group == group) && moratorium.HoldsOn(_nation.Today)
                && _nation.Today <= Moratoria.LastDay(_nation.Law, moratorium.From, ref none).Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a case is left lying when its turn comes; a court's order goes before a moratorium.</summary>
    public bool Holds(in Household household) =>
        _nation[OnDecisions, household.Group] is > 0 and var share && !household.Has(Marks.CourtOrdered)
        && _nation.Happens(share, household, Purpose.Moratorium);

    /// <summary>Puts a case aside.</summary>
    public void PutAside(int h) => _aside.Add(h);

    /// <summary>A working day: whoever is no longer held joins the line again.</summary>
    public void Work()
    {
        if (_aside.Count == 0)
        {
            return;
        }

        _stillAside.Clear();
        foreach (var h in _aside)
        {
            ref var household = ref _nation[h];
            if (!household.Has(Marks.ApplicationOpen) || household.Stage is not (Stage.AwaitingInterview or Stage.AwaitingDecision))
            {
                continue;
            }

            if (Holds(household))
            {
                _stillAside.Add(h);
            }
            else if (household.Stage == Stage.AwaitingDecision)
            {
                _nation.Decisions.Enter(h);
            }
            else if (household.Track == 2)
            {
                _nation.Interviews.EnterSimplified(h);
            }
            else
            {
                _nation.Interviews.Enter(h);
            }
        }

        (_aside, _stillAside) = (_stillAside, _aside);
    }

    /// <summary>Last day of the moratorium that an open application fell or falls under; nothing when there was none.</summary>
    public Day? Until(in Household household)
    {
        foreach (var moratorium in _published)
        {
            var last = moratorium.Until ?? _nation.Inputs.Start.PlusDays(_nation.Inputs.Days);
            if ((moratorium.Group is null || moratorium.Group == household.Group) && moratorium.From.Number <= _nation.Today
                && household.Lodged <= last.Number)
            {
                return last;
            }
        }

        return null;
    }
}
