using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Conformance;

/// <summary>A life after it was broken.</summary>
/// <param name="Acts">The acts of the person's own file.</param>
/// <param name="At">The act that cannot be.</param>
internal sealed record Broken(IReadOnlyList<ToldAct> Acts, ToldAct At)
{
    /// <summary>What happened to others before it, without which it could have been.</summary>
    public IReadOnlyList<ToldAct> Beside { get; init; } = [];
}

/// <summary>A way in which a life can be broken (breuk), and why it is then refused.</summary>
/// <param name="Name">What is done to it, in a few words.</param>
/// <param name="Because">The refusal that names the norm or fact.</param>
/// <param name="Break">Breaks a life, given the law; nothing when it has no place for this.</param>
internal sealed record Breach(string Name, Refusal Because, Func<IReadOnlyList<ToldAct>, Law, Broken?> Break)
{
    private static readonly Official Border = new(2, OfficialRoles.BorderGuard);
    private static readonly Official Detaining = new(8, OfficialRoles.DetainingAuthority);

    /// <summary>Every way.</summary>
    public static IReadOnlyList<Breach> All { get; } =
    [
        new("lodged before identified", Identifications.NotIdentified, Swapped<PersonIdentified, ApplicationLodged>),
        new("track before the registration interview", Tracks.BeforeInterview, Swapped<RegistrationInterviewHeld, TrackConfirmed>),
        new("corrected before heard", Interviews.NotHeld, Swapped<InterviewHeld, CorrectionsSubmitted>),
        new("permit before the decision", Permits.NoGrant, Swapped<ApplicationDecided, PermitIssued>),
        new("home offered before linked", Homes.NotLinked, Swapped<LinkedToMunicipality, HomeOffered>),
        new("travel document received before asked for", ReturnFiles.NotRequested, Swapped<TravelDocumentRequested, TravelDocumentReceived>),
        new("appeal a day late", Appeals.TooLate, AppealLate),
        new("registration removed", Decider.NotOpened, Unregistered),
        new("arrived twice", Decider.AlreadyHere, Twice<PersonArrived>),
        new("identified twice", Identifications.AlreadyIdentified, Twice<PersonIdentified>),
        new("decided twice", Decisions.AlreadyDecided, Twice<ApplicationDecided>),
        new("permit issued twice", Permits.AlreadyIssued, Twice<PermitIssued>),
        new("placed twice", Stays.AlreadyPlaced, Twice<PersonPlaced>),
        new("moved into a home twice", Homes.AlreadyHoused, Twice<MovedIntoHome>),
        new("minor into border detention", Chain.Procedure.Border.Minor, MinorAtBorder),
        new("border detention of someone who came by land", Chain.Procedure.Border.NotAtBorder, After<PersonIdentified>(new EntryDeferred(Border), adult: true)),
        new("refused before the view", Decisions.ViewPeriodRuns, BeforeView),
        new("refused without an intention", Decisions.NoIntention, WithoutIntention),
        new("transferred without acceptance", Dublin.NotAccepted, After<DublinTransferRequested>(new TransferredToState())),
        new("home without a permit", Permits.NoPermit, After<ApplicationLodged>(new LinkedToMunicipality(new(3)))),
        new("detained without a ground", Detention.TooFewGrounds, After<ReturnFileOpened>(new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.None, Detaining))),
        new("heard within the rest period", Interviews.RestPeriodRuns, PlannedTooSoon),
        new("work within the first months", Work.TooSoon, After<ApplicationLodged>(new WorkPermitIssued(), adult: true)),
        new("country of origin asked while the claim runs", ReturnFiles.Protected, After<ApplicationLodged>(new TravelDocumentRequested())),
        new("decided by the clock", Competence.NobodyDecides, ByTheClock),
        new("notice of default while the term runs", LateDecisions.Premature, After<ApplicationLodged>(new DefaultNoticeReceived())),
        new("relatives asked for without a permit", Permits.NoPermit, After<ApplicationLodged>(new ReunificationRequested(2))),
        new("something done after departure", Decider.PersonDeparted, After<Departed>(new TuberculosisScreened())),
        new("another duration than the law gives", Permits.OtherDuration, Other<PermitIssued>(told => told with { Months = told.Months + 1 })),
        new("moved into a home that was never offered", Homes.NoOffer, Other<MovedIntoHome>(told => new(new(told.Municipality.Value + 1)))),
        new("more penalty than is owed", LateDecisions.NoOrder, After<ApplicationLodged>(new PenaltyPaid(100))),
        new("ruling without an appeal", Appeals.NonePending, After<ApplicationLodged>(new AppealRuled(Upheld: true))),
        new("moved to a site that is full", Sites.Full, ToFullSite),
    ];

    private static ToldAct? First<TEvent>(IReadOnlyList<ToldAct> life) => life.FirstOrDefault(act => act.Event is TEvent);

    // The second is told a minute before the first, on its day.
    private static Broken? Swapped<TFirst, TSecond>(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<TFirst>(life) is not { Told.Minute: > 0 } first || First<TSecond>(life) is not { } second || IndexOf(life, first) > IndexOf(life, second)
            || life.Count(act => act.Event is TFirst) > 1 || !IsAsylum(life))
        {
            return null;
        }

        var moved = second.On(first.Day, first.Told.Minute - 1);
        return new([.. life.Select(act => act == second ? moved : act)], moved);
    }

    private static Broken? Twice<TEvent>(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<TEvent>(life) is not { Told.Minute: < 1439 } once || life.Count(act => act.Event is TEvent) > 1)
        {
            return null;
        }

        var again = new ToldAct(once.Told with { Number = -once.Told.Number }, []);
        return new([.. life.SelectMany(act => act == once ? [act, again] : new[] { act })], again);
    }

    private static Func<IReadOnlyList<ToldAct>, Law, Broken?> After<TEvent>(ChainEvent inserted, bool adult = false) => (life, _) =>
    {
        if (First<TEvent>(life) is not { } before || (adult && RoleOf(life) is not (FamilyRole.Main or FamilyRole.Partner)) || AtBorder(life))
        {
            return null;
        }

        var then = new ToldAct(before.Told with { Number = -before.Told.Number, Event = inserted }, []);
        return new([.. life.SelectMany(act => act == before ? [act, then] : new[] { act })], then);
    };

    private static Func<IReadOnlyList<ToldAct>, Law, Broken?> Other<TEvent>(Func<TEvent, TEvent> change)
        where TEvent : ChainEvent => (life, _) =>
        {
            if (First<TEvent>(life) is not { } told || !IsAsylum(life))
            {
                return null;
            }

            var other = told with { Told = told.Told with { Event = change((TEvent)told.Event) } };
            return new([.. life.Select(act => act == told ? other : act)], other);
        };

    private static Broken? AppealLate(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<AppealLodged>(life) is not { } appeal || life.LastOrDefault(act => act.Event is ApplicationDecided && act.Day <= appeal.Day) is not { } decision)
        {
            return null;
        }

        var decided = (ApplicationDecided)decision.Event;
        var none = default(NoTrace);
        var term = decided is { Outcome: Chain.Procedure.DecisionOutcome.Unfounded, InGeneralProcedure: false } ? AppealTerm.FourWeeks : AppealTerm.OneWeek;
        var late = appeal.On(AppealPeriod.LastDay(law, decision.Day, term, ref none).PlusDays(1), appeal.Told.Minute);
        var next = life.Skip(IndexOf(life, appeal) + 1).FirstOrDefault(act => act.Event is ProcedureEvent or ReturnEvent);
        return next is not null && next.Day <= late.Day ? null : new([.. life.Select(act => act == appeal ? late : act)], late);
    }

    private static Broken? Unregistered(IReadOnlyList<ToldAct> life, Law law) =>
        First<PersonArrived>(life) is { } arrived && life.Count > 1 && life.Count(act => act.Event is PersonArrived) == 1
            ? new([.. life.Where(act => act != arrived)], life[1]) : null;

    private static Broken? MinorAtBorder(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<PersonArrived>(life) is not { Event: PersonArrived { Route: Route.Asylum } told } arrived || !Age.IsMinor(told.Born, arrived.Day)
            || life.Count(act => act.Event is PersonArrived) > 1)
        {
            return null;
        }

        var there = arrived with { Told = arrived.Told with { Event = told with { AtBorder = true } } };
        var then = new ToldAct(arrived.Told with { Number = -arrived.Told.Number, Event = new EntryDeferred(Border) }, []);
        return new([.. life.SelectMany(act => act == arrived ? [there, then] : new[] { act })], then);
    }

    private static Broken? BeforeView(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<IntentionIssued>(life) is not { } intention || First<ViewSubmitted>(life) is not { } view || First<ApplicationDecided>(life) is not { } decision
            || IndexOf(life, decision) < IndexOf(life, view) || view.Day <= intention.Day || life.Count(act => act.Event is IntentionIssued) > 1
            || ((ApplicationDecided)decision.Event).Outcome == Chain.Procedure.DecisionOutcome.OutOfConsideration)
        {
            return null;
        }

        var early = new ToldAct(decision.Told with { Day = intention.Day, Minute = Math.Min(1439, intention.Told.Minute + 1) }, []);
        return new([.. life.Select(act => act == decision ? early : act)], early);
    }

    private static Broken? WithoutIntention(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<IntentionIssued>(life) is not { } intention || First<ViewSubmitted>(life) is not { } view || First<ApplicationDecided>(life) is not { } decision
            || IndexOf(life, decision) < IndexOf(life, view) || life.Count(act => act.Event is IntentionIssued) > 1
            || ((ApplicationDecided)decision.Event).Outcome != Chain.Procedure.DecisionOutcome.Unfounded)
        {
            return null;
        }

        return new([.. life.Where(act => act != intention && act != view)], decision);
    }

    private static Broken? PlannedTooSoon(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<InterviewPlanned>(life) is not { } planned || First<ApplicationLodged>(life) is not { } lodged || First<TrackConfirmed>(life) is not { } track
            || ((TrackConfirmed)track.Event).Track != Track.General || planned.Day < track.Day || life.Count(act => act.Event is TrackConfirmed) > 1)
        {
            return null;
        }

        var soon = planned.On(track.Day, Math.Min(1439, track.Told.Minute + 1));
        soon = soon with { Told = soon.Told with { Event = new InterviewPlanned(track.Day) } };
        return track.Day - lodged.Day > 5 ? null : new([.. life.Select(act => act == planned ? soon : act)], soon);
    }

    private static Broken? ByTheClock(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<ApplicationDecided>(life) is not { } decision)
        {
            return null;
        }

        var nobody = decision with { Told = decision.Told with { Event = (ApplicationDecided)decision.Event with { By = Official.Clock } } };
        return new([.. life.Select(act => act == decision ? nobody : act)], nobody);
    }

    // The destination has one place, and somebody lived there already. Numbers from a million on are nobody's.
    private static Broken? ToFullSite(IReadOnlyList<ToldAct> life, Law law)
    {
        if (First<PersonMoved>(life) is not { With: [{ Event: SlotReleased } left, { Event: SlotOccupied } taken] } move)
        {
            return null;
        }

        var (moved, before) = ((PersonMoved)move.Event, move.Day.PlusDays(-1));
        var number = 1_000_000 + checked((int)move.Told.Stream.Number);
        var (full, resident, household) = (new SiteId(number), new PersonId(number), new HouseholdId(number));
        LoggedEvent Told(StreamId stream, ChainEvent happened) => new(-number, before, 0, stream, happened);
        var lived = new FileTakenOver(household, Day.Of(1990, 1, 1), FamilyRole.Main, TakenOverStage.AwaitingDecision, default, full, moved.Modality);
        var there = new ToldAct(
            move.Told with { Event = moved with { Site = full } }, [left, taken with { Stream = StreamId.Of(full) }]);
        return new([.. life.Select(act => act == move ? there : act)], there)
        {
            Beside =
            [
                new(Told(StreamId.Of(full), new SiteOpened(1, moved.Modality)), []),
                new(Told(StreamId.Of(resident), lived), [Told(StreamId.Of(household), new HouseholdJoined(resident, FamilyRole.Main, lived.Born, OnEntryVisa: false)), Told(StreamId.Of(full), new SlotOccupied(resident, 1))]),
            ],
        };
    }

    private static int IndexOf(IReadOnlyList<ToldAct> life, ToldAct act) => life.ToList().IndexOf(act);

    private static FamilyRole RoleOf(IReadOnlyList<ToldAct> life) => First<PersonArrived>(life) is { Event: PersonArrived told } ? told.Role : FamilyRole.Child;

    private static bool IsAsylum(IReadOnlyList<ToldAct> life) => !life.Any(act => act.Event is PersonArrived { Route: not Route.Asylum });

    private static bool AtBorder(IReadOnlyList<ToldAct> life) => life.Any(act => act.Event is EntryDeferred);
}
