using Schakel.Norms;
using Schakel.Norms.Return;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Return;

/// <summary>How far a return file had come before the rehearsal began (stand van het terugkeerdossier); days since the epoch.</summary>
/// <param name="Opened">Day it was opened.</param>
/// <param name="Requested">A travel document was asked for.</param>
/// <param name="RequestedOn">On this day.</param>
/// <param name="Received">The travel document is there.</param>
/// <param name="ReceivedOn">Since this day.</param>
/// <param name="DetainedOn">First day of a detention that lasts.</param>
/// <param name="NoProspect">That detention lost its prospect when a departure moratorium began.</param>
internal readonly record struct ReturnSoFar(int Opened, bool Requested, int RequestedOn, bool Received, int ReceivedOn, int? DetainedOn, bool NoProspect);

// Return files of people who stood in the chain already: the fate that was drawn is not known; it is drawn again, until it agrees with
// what has not happened yet.
internal sealed partial class Departures
{
    private const int Attempts = 64;

    /// <summary>Goes on with a return file.</summary>
    internal void Resume(int h, in ReturnSoFar soFar)
    {
        ref var household = ref _nation[h];
        household.Since = soFar.Opened;
        household.Mark(Marks.ReturnFile, true);
        _nation.Tally.Level(Count.ReturnCaseload, household.Count);
        if (soFar.DetainedOn is { } detained)
        {
            household.Mark(Marks.Detained, true);
            _detained += household.Count;
            _nation.Tally.Level(Count.DetentionUsed, household.Count);
            if (soFar.NoProspect)
            {
                Ahead(h, _nation.Today, 490, Happening.Release);
            }
            else
            {
                Ahead(h, detained + DaysToFlight, 500, Happening.Depart, (int)DepartureKind.Forced);
            }
        }
        else if (soFar.Received)
        {
            ResumeWithDocument(h, soFar.ReceivedOn + 7);
        }
        else if (soFar.Requested)
        {
            var requested = soFar.RequestedOn;
            Ahead(h, Again(household, i => requested + 14 + _nation.Lag(Spread, _nation[TravelDocumentDays], _nation[h], Purpose.LiveLag, (9 << 8) | i)), 660, Happening.TravelDocument);
            StayOnUntil(h, soFar.Opened, 84);
        }
        else
        {
            ResumeFate(h, soFar.Opened);
        }

        var opened = soFar.Opened;
        for (var i = 0; i < Attempts; i++)
        {
            var day = SubsequentDay(household, opened, Purpose.LiveShare, Purpose.LiveLag, (10 << 8) | i);
            if (day is null || day >= _nation.Today)
            {
                if (day is { } known && household.Kind is not (HouseholdKind.ReturnOnly or HouseholdKind.UnaccompaniedMinor))
                {
                    Ahead(h, known, 650, Happening.Subsequent);
                }

                break;
            }
        }
    }

    /// <summary>The day on which someone who was refused applies again, counted from one; nothing when they do not.</summary>
    internal int? SubsequentDay(in Household household, int from, int shares, int lags, int occurrence) =>
        _nation.Happens(_nation[SubsequentShare], household, shares, occurrence)
            ? from + 30 + _nation.Lag(LongSpread, 250, household, lags, occurrence) : null;

    // Whoever was not detained when the document was there waits for the flight.
    private void ResumeWithDocument(int h, int detain)
    {
        if (detain >= _nation.Today)
        {
            Ahead(h, detain, 540, Happening.Detain);
        }
        else
        {
            Ahead(h, detain + DaysToFlight, 500, Happening.Depart, (int)DepartureKind.Forced);
        }
    }

    private void ResumeFate(int h, int opened)
    {
        ref var household = ref _nation[h];
        var group = _nation.Inputs.Groups[household.Group];
        var minor = household.Kind == HouseholdKind.UnaccompaniedMinor;
        var independent = minor ? 0 : group.IndependentShare * _nation[IndependentLevel];
        var forced = minor ? 0 : group.ForcedShare * _nation[ForcedLevel] * _nation[Cooperation, household.Group];
        var unsupervised = group.UnsupervisedShare * _nation[UnsupervisedLevel];
        for (var i = 0; i < Attempts; i++)
        {
            var occurrence = (7 << 8) | i;
            var draw = _nation.Chance.Unit(household.Key, Purpose.LiveShare, occurrence);
            if (draw >= independent && draw < independent + forced)
            {
                continue; // Whoever is to be removed has had a document asked for on the day the file was opened.
            }

            var (day, kind) = draw < independent ? (opened + 10 + _nation.Lag(Spread, 60, household, Purpose.LiveLag, occurrence), DepartureKind.Independent)
                : (opened + 2 + _nation.Lag(LongSpread, 45, household, Purpose.LiveLag, occurrence), DepartureKind.Unsupervised);
            if (draw < independent + forced + unsupervised)
            {
                if (day >= _nation.Today)
                {
                    Ahead(h, day, kind == DepartureKind.Independent ? 600 : 1300, Happening.Depart, (int)kind);
                    StayOnUntil(h, opened, kind == DepartureKind.Independent ? day - opened : Math.Min(day - opened, 3));
                    return;
                }

                continue;
            }

            break;
        }

        household.Mark(Marks.Tolerated, _nation.Happens(_nation[Tolerated], household, Purpose.Tolerated));
        Ahead(h, opened + (household.Has(Marks.Tolerated) ? (int)_nation[ToleratedDays] : 365), 1310, Happening.FileClosed);
        if (!household.Has(Marks.Tolerated))
        {
            StayOnUntil(h, opened, 84);
        }
    }

    // As StayOn, from the day the file was opened. Whoever withdrew keeps the place until departure: no decision ends reception there.
    private void StayOnUntil(int h, int opened, int days)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0 || household.Count > household.Adults || household.Kind == HouseholdKind.UnaccompaniedMinor || household.Has(Marks.Withdrawn))
        {
            return;
        }

        var none = default(NoTrace);
        var limit = SupervisedStay.LastDay(_nation.Law, new Day(opened), ref none).Number;
        Ahead(h, Math.Max(household.Decided + 30, Math.Min(limit + 1, opened + days + 1)), 640, Happening.VblEnds);
    }

    private int Again(in Household household, Func<int, int> day)
    {
        for (var i = 0; i < Attempts; i++)
        {
            if (day(i) is var drawn && drawn >= _nation.Today)
            {
                return drawn;
            }
        }

        return _nation.Today + _nation.Chance.Below(90, household.Key, Purpose.LiveLag, 9 << 8);
    }

    private void Ahead(int h, int day, int minute, Happening happening, int detail = 0) =>
        _nation.Plan(h, Math.Max(day, _nation.Today), minute, happening, detail);
}
