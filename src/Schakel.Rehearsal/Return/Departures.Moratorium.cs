using Schakel.Norms;
using Schakel.Norms.Reception;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Return;

// A departure moratorium that the live files are under (vertrekmoratorium; Vw 45(4), DEC-6). Nobody is made to leave, nor prepared or detained
// for it, through its last day; reception goes on for some weeks more (REC-6). What would happen on such a day waits until it may.
internal sealed partial class Departures
{
    /// <summary>Whoever is detained to be removed when it begins is released at once, and has reception again.</summary>
    public void Release(int h)
    {
        ref var household = ref _nation[h];
        if (!household.Has(Marks.Detained))
        {
            return;
        }

        _nation.Emit(household, StepKind.Release);
        Free(ref household);
        if (household.Site < 0 && _nation.Today <= ReceptionThrough(household))
        {
            _nation.Places.Admit(h);
            _nation.Moves.LeaveCentre(h);
            StayOnUntil(h, household.Since, 84);
        }

        // Days of detention add up, and how many were served is not known here: nobody is detained anew before the flight.
        _nation.Plan(h, Math.Max(_nation.Today, household.MoratoriumThrough + 1) + DaysToFlight, 500, Happening.Depart, (int)DepartureKind.Forced);
    }

    /// <summary>What may not happen through a day happens some days after it.</summary>
    /// <returns>Whether it is put off.</returns>
    private bool PutOff(int h, int through, int days, int minute, Happening happening, int detail = 0)
    {
        if (_nation.Today > through)
        {
            return false;
        }

        _nation.Plan(h, through + days, minute, happening, detail);
        return true;
    }

    /// <summary>Last day of the reception that the moratorium gives; 0 without one.</summary>
    private int ReceptionThrough(in Household household)
    {
        var none = default(NoTrace);
        return household.MoratoriumThrough == 0 ? 0
            : ReceptionRight.LastDay(_nation.Law, ReceptionEnding.MoratoriumWithdrawn, new Day(household.MoratoriumThrough), ref none).Number;
    }

    private void Free(ref Household household)
    {
        if (household.Has(Marks.Detained))
        {
            household.Mark(Marks.Detained, false);
            _detained -= household.Count;
            _nation.Tally.Level(Count.DetentionUsed, -household.Count);
        }
    }
}
