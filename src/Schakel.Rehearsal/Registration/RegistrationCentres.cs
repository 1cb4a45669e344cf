using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Registration;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Procedure;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Registration;

/// <summary>Registration centres (aanmeldcentra): identification, the form, the registration interview, the track.</summary>
internal sealed class RegistrationCentres
{
    /// <summary>Index of Ter Apel.</summary>
    public const int TerApel = 0;

    /// <summary>Index of Budel.</summary>
    public const int Budel = 1;

    /// <summary>Index of Schiphol.</summary>
    public const int Schiphol = 2;

    /// <summary>Index of a further centre, closed unless a measure opens it.</summary>
    public const int Further = 3;

    internal static readonly Parameter TerApelCapacity = new(
        "registration.ter-apel.capacity", 230, 200, 260, "persons a working day", "assumption: the peaks of autumn 2023 left no lasting queue",
        "registraties per werkdag in Ter Apel", "registrations a working day in Ter Apel", 0, 1e5);

    internal static readonly Parameter BudelCapacity = new(
        "registration.budel.capacity", 110, 80, 140, "persons a working day", "assumption",
        "registraties per werkdag in Budel", "registrations a working day in Budel", 0, 1e5);

    internal static readonly Parameter SchipholCapacity = new(
        "registration.schiphol.capacity", 30, 20, 40, "persons a working day", "assumption",
        "registraties per werkdag op Schiphol", "registrations a working day at Schiphol", 0, 1e5);

    internal static readonly Parameter FurtherCapacity = new(
        "registration.further.capacity", 0, 0, 0, "persons a working day", "measure only",
        "registraties per werkdag in een extra centrum", "registrations a working day in one more centre", 0, 1e5);

    private static readonly Parameter RedirectAfter = new(
        "registration.redirect-after", 1.5, 1, 3, "working days of queue", "assumption; redirection as in the report §5.7",
        "wachtrij waarna wordt doorverwezen", "queue after which people are sent to another centre", 0, 100);

    private static readonly Parameter DublinLevel = new(
        "registration.dublin-level", 1, 0.85, 1.15, "factor", "fitted around 10,704 requests in 2023 (Eurostat via AIDA)",
        "aandeel Dublin-indicaties ten opzichte van de tabel", "share with a Dublin indication against the table", 0, 5);

    private static readonly Parameter SafeLevel = new(
        "registration.safe-country-level", 1, 0.8, 1.2, "factor", "assumption",
        "aandeel veilige landen ten opzichte van de tabel", "share from safe countries against the table", 0, 5);

    internal static readonly Parameter EvidentShare = new(
        "registration.evident-grant-share", 0, 0, 0, "share", "measure only (tracks 3 and 5 rest: report, lines 1623–1624)",
        "aandeel van de evidente inwilligingen dat bij aanmelding wordt herkend", "share of the evident grants that is recognised at registration");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
        [TerApelCapacity, BudelCapacity, SchipholCapacity, FurtherCapacity, RedirectAfter, DublinLevel, SafeLevel, EvidentShare];

    // A grant is evident only where nine in ten of the group are granted (assumption).
    private const double EvidentGroup = 0.9;

    private static readonly Parameter[] Capacities = [TerApelCapacity, BudelCapacity, SchipholCapacity, FurtherCapacity];

    private readonly Nation _nation;
    private readonly Queue<int>[] _queues = [new(), new(), new(), new()];
    private readonly int[] _waiting = new int[4];
    private readonly double[] _credit = new double[4];

    public RegistrationCentres(Nation nation) => _nation = nation;

    /// <summary>A household arrives and joins the queue of a centre; it has a bed from the first evening.</summary>
    public void Receive(int h)
    {
        ref var household = ref _nation[h];
        household.Stage = Stage.AwaitingRegistration;
        var border = household.Has(Marks.Border);
        var first = border ? Schiphol : TerApel;
        _nation.Emit(household, StepKind.Arrive, first, border ? 1 : 0);
        var centre = border ? Schiphol : Shortest();
        if (centre != first)
        {
            _nation.Emit(household, StepKind.RedirectToCentre, centre);
        }

        if (border)
        {
            _nation.Emit(household, StepKind.DeferEntry);
        }
        else if (!_nation.Places.HasOwnArrangement(household))
        {
            _nation.Places.Admit(h);
        }

        _queues[centre].Enqueue(h);
        _waiting[centre] += household.Count;
    }

    /// <summary>Stood in the queue of a centre before the rehearsal began.</summary>
    internal void Wait(int h, int centre)
    {
        var queue = Math.Clamp(centre, TerApel, Further);
        _queues[queue].Enqueue(h);
        _waiting[queue] += _nation[h].Count;
    }

    /// <summary>A working day at the desks: as many persons as there is capacity for, in order of arrival.</summary>
    public void Work()
    {
        for (var centre = 0; centre < _queues.Length; centre++)
        {
            var capacity = _nation[Capacities[centre]] * _nation.Inputs.Scale;
            if (capacity <= 0 && centre != Schiphol)
            {
                SendOn(centre);
            }

            _credit[centre] = Math.Min(capacity, _credit[centre]) + capacity;
            while (_queues[centre].TryPeek(out var h) && _credit[centre] >= 1)
            {
                ref var household = ref _nation[h];
                _queues[centre].Dequeue();
                _waiting[centre] -= household.Count;
                _credit[centre] -= household.Count;
                _nation.Emit(household, StepKind.Identify, centre, centre == Schiphol ? 1 : 0);
                _nation.PlanSoon(h, 120, Happening.Lodge);
            }
        }
    }

    /// <summary>The form is signed: the decision period starts.</summary>
    public void Lodge(int h)
    {
        ref var household = ref _nation[h];
        household.Application = 1;
        _nation.Emit(household, StepKind.LodgeApplication, 1);
        _nation.Decisions.OpenApplication(h, Count.InflowFirst);
        _nation.Tally.Add(Count.InflowMinors, household.Kind == HouseholdKind.UnaccompaniedMinor ? household.Count : 0);
        household.Stage = Stage.Registered;
        _nation.Milestones.Lodged(h);
        var interview = _nation.Days.NextWorkDay(_nation.Today + 1);
        _nation.Plan(h, interview, 540 + _nation.Chance.Below(360, household.Key, Purpose.RegistrationDelay), Happening.RegistrationInterview);
    }

    /// <summary>The registration interview.</summary>
    public void Interview(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.Registered)
        {
            return;
        }

        _nation.Emit(household, StepKind.HoldRegistrationInterview);
        _nation.Plan(h, _nation.Days.NextWorkDay(_nation.Today + 1), 600, Happening.ConfirmTrack);
    }

    /// <summary>A named official confirms the track that follows from the facts.</summary>
    public void ConfirmTrack(int h)
    {
        ref var household = ref _nation[h];
        if (household.Stage != Stage.Registered)
        {
            return;
        }

        if (household.Has(Marks.Border))
        {
            // The border procedure itself is not modelled beyond its detention: everyone enters before its four weeks end.
            _nation.Emit(household, StepKind.GrantEntry);
            _nation.Places.Admit(h);
        }

        if (household.TermFrom != household.Lodged)
        {
            Confirm(h, 4, 0); // The Netherlands became responsible before the rehearsal began.
            return;
        }

        var facts = FactsOf(household);
        var none = default(NoTrace);
        var allocation = Tracks.Allocate(_nation.Law, new Day(_nation.Today), facts, ref none);
        Confirm(h, (int)allocation.Track, (int)allocation.Reason);
    }

    /// <summary>Confirms a track, at first or on flow-over, and sends the household on its way.</summary>
    internal void Confirm(int h, int track, int reason)
    {
        ref var household = ref _nation[h];
        var before = household.Track;
        household.Track = (byte)track;
        _nation.Tally.ChangeTrack(before, track, household.Count);
        _nation.Emit(household, StepKind.ConfirmTrack, track, reason);
        _nation.Moves.LeaveCentre(h);
        if (track > 2)
        {
            _nation.Milestones.ToBeJudgedHere(h);
        }

        switch (track)
        {
            case 1:
                _nation.Dublin.Enter(h);
                break;
            case 2:
                _nation.Interviews.EnterSimplified(h);
                break;
            default:
                _nation.Interviews.Enter(h);
                break;
        }

        if (before == 0)
        {
            _nation.Departures.PlanLeaving(h);
            _nation.Work.PlanPermit(h);
        }
    }

    // A centre that is out of work sends whoever waits there to the others.
    private void SendOn(int centre)
    {
        for (var left = _queues[centre].Count; left > 0; left--)
        {
            var h = _queues[centre].Dequeue();
            ref var household = ref _nation[h];
            _waiting[centre] -= household.Count;
            var other = Shortest();
            if (other != centre)
            {
                _nation.Emit(household, StepKind.RedirectToCentre, other);
            }

            _queues[other].Enqueue(h);
            _waiting[other] += household.Count;
        }
    }

    private TrackFacts FactsOf(in Household household)
    {
        var group = _nation.Inputs.Groups[household.Group];
        var minor = household.Kind == HouseholdKind.UnaccompaniedMinor;
        return new TrackFacts(
            UnaccompaniedMinor: minor,
            OtherStateResponsible: !minor && _nation.Happens(group.DublinShare * _nation[DublinLevel], household, Purpose.DublinIndication),
            ProtectionInMemberState: false,
            SafeCountryOfOrigin: !minor && _nation.Happens(group.SafeCountryShare * _nation[SafeLevel], household, Purpose.SafeCountry),
            ExceptedGroup: false,
            EvidentGrant: !minor && group.GrantShare >= EvidentGroup && _nation[EvidentShare] > 0
                && _nation.Happens(_nation[EvidentShare], household, Purpose.EvidentGrant)
                && Decisions.IsGrant(_nation.Decisions.OutcomeOf(household)),
            IdentityEstablished: _nation.Happens(0.7, household, Purpose.Complexity));
    }

    private int Shortest()
    {
        var best = TerApel;
        var bestDays = DaysOfQueue(TerApel);
        if (bestDays <= _nation[RedirectAfter])
        {
            return TerApel;
        }

        foreach (var centre in (ReadOnlySpan<int>)[Budel, Further])
        {
            var days = DaysOfQueue(centre);
            if (days < bestDays)
            {
                (best, bestDays) = (centre, days);
            }
        }

        return best;
    }

    private double DaysOfQueue(int centre)
    {
        var capacity = _nation[Capacities[centre]] * _nation.Inputs.Scale;
        return capacity <= 0 ? double.PositiveInfinity : _waiting[centre] / capacity;
    }
}
