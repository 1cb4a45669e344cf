using System.Collections.Immutable;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class StayTests
{
    private static readonly SiteId Here = new(5);
    private static readonly SiteId There = new(6);
    private static readonly PlacePerson Place = new(Officials.Reception, Here, Modality.CentralReception);

    private static Given Staying(Modality modality = Modality.Regular) => AnAdult().Arrived("2024-01-15").Placed("2024-01-15", modality);

    private static Given Refused(Given from) => from.Identified("2023-01-15").Happened("2023-01-16", new ApplicationLodged(1))
        .InTrack(Track.General, "2023-01-18").Interviewed("2023-02-06").Extended("2023-02-08").Intended("2023-03-01").Viewed("2023-03-20")
        .Decided(DecisionOutcome.Unfounded, "2023-05-01");

    private static EndReception End(ReceptionEnd reason) => new(Officials.Reception, reason);

    private static ReceptionEnded Ended(ReceptionEnd reason) => new(Here, reason, Officials.Reception);

    [Fact]
    public void Whoever_asks_for_protection_has_a_place() =>
        AnAdult().Arrived("2024-01-15").When(Place, "2024-01-15").Then(new PersonPlaced(Here, Modality.CentralReception));

    [Fact]
    public void One_place() => Staying().When(Place, "2024-01-16").ThenRefused("reception.already-placed");

    [Fact]
    public void Whoever_lives_in_a_home_has_no_place() =>
        Granted().Happened("2024-05-01", new MovedIntoHome(new(363))).When(Place, "2024-05-02")
            .ThenRefused("reception.lives-in-home");

    [Fact]
    public void Whose_reception_ended_has_only_a_sober_place() =>
        Refused(AnAdult().Arrived("2023-01-15").Placed("2023-01-15")).Happened("2023-07-01", Ended(ReceptionEnd.PeriodLapsed))
            .When(Place, "2023-07-02").ThenRefused("reception.right-ended");

    [Fact]
    public void But_may_go_to_a_freedom_restricting_site() =>
        Refused(AnAdult().Arrived("2023-01-15").Placed("2023-01-15")).Happened("2023-07-01", Ended(ReceptionEnd.PeriodLapsed))
            .When(Place with { Modality = Modality.FreedomRestricting }, "2023-07-02")
            .Then(new PersonPlaced(Here, Modality.FreedomRestricting));

    [Fact]
    public void Whoever_is_detained_is_not_placed() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-16", Detained()).When(Place, "2024-01-17").ThenRefused("reception.in-detention");

    [Fact]
    public void A_move_is_announced() =>
        Staying().When(new AnnounceMove(Officials.Reception, There, 5), "2024-02-01").Then(new MoveAnnounced(There, 5));

    [Fact]
    public void Even_when_it_is_not_known_where_to() =>
        Staying().When(new AnnounceMove(Officials.Reception, null, 5), "2024-02-01").Then(new MoveAnnounced(null, 5));

    [Fact]
    public void Not_to_where_someone_is() =>
        Staying().When(new AnnounceMove(Officials.Reception, Here, 5), "2024-02-01").ThenRefused("reception.same-site");

    [Fact]
    public void Not_for_a_day_that_has_passed() =>
        Staying().When(new AnnounceMove(Officials.Reception, There, -1), "2024-02-01").ThenRefused("reception.move-in-the-past");

    [Fact]
    public void Not_to_someone_outside_reception() =>
        AnAdult().Arrived("2024-01-15").When(new AnnounceMove(Officials.Reception, There, 5), "2024-02-01")
            .ThenRefused("reception.not-in-reception");

    [Fact]
    public void Someone_moves() =>
        Staying().When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-02-01")
            .Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void Not_to_where_they_are() =>
        Staying().When(new MovePerson(Officials.Reception, Here, Modality.Regular), "2024-02-01").ThenRefused("reception.same-site");

    [Fact]
    public void Not_from_nowhere() =>
        AnAdult().Arrived("2024-01-15").When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-02-01")
            .ThenRefused("reception.not-in-reception");

    [Fact]
    public void Staying_too_long_in_a_municipal_site_is_marked_when_it_ends() =>
        Staying(Modality.Municipal).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-01-25")
            .Then(new PersonMoved(Here, There, Modality.Regular), new BreachRecorded("municipal-site", Date("2024-01-24")));

    [Fact]
    public void A_week_and_two_days_is_not_too_long() =>
        Staying(Modality.Municipal).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-01-24")
            .Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void Nobody_leaves_who_was_not_there() =>
        AnAdult().Arrived("2024-01-15").When(End(ReceptionEnd.OwnArrangement), "2024-02-01").ThenRefused("reception.not-in-reception");

    [Fact]
    public void Someone_may_live_elsewhere() =>
        Staying().When(End(ReceptionEnd.OwnArrangement), "2024-02-01").Then(Ended(ReceptionEnd.OwnArrangement));

    [Fact]
    public void Reception_ends_with_a_home() =>
        Granted().Placed("2024-02-08")
            .Happened("2024-04-01", new LinkedToMunicipality(new(363)), new HomeOffered(new(363)))
            .When(End(ReceptionEnd.Housed), "2024-05-01").Then(Ended(ReceptionEnd.Housed));

    [Fact]
    public void Not_without_one() =>
        Granted().Placed("2024-02-08").When(End(ReceptionEnd.Housed), "2024-05-01").ThenRefused("reception.no-home");

    [Fact]
    public void Reception_ends_with_departure() =>
        Staying().Happened("2024-02-01", new Departed(DepartureKind.Independent)).When(End(ReceptionEnd.Departed), "2024-02-01")
            .Then(Ended(ReceptionEnd.Departed));

    [Fact]
    public void Not_before_it() => Staying().When(End(ReceptionEnd.Departed), "2024-02-01").ThenRefused("reception.not-departed");

    [Fact]
    public void Reception_ends_with_detention() =>
        Staying().Happened("2024-02-01", Detained()).When(End(ReceptionEnd.Detained), "2024-02-01").Then(Ended(ReceptionEnd.Detained));

    [Fact]
    public void Not_without_it() => Staying().When(End(ReceptionEnd.Detained), "2024-02-01").ThenRefused("reception.not-detained");

    [Fact]
    public void Four_weeks_after_a_final_refusal_reception_may_end() =>
        Refused(AnAdult().Arrived("2023-01-15").Placed("2023-01-15")).When(End(ReceptionEnd.PeriodLapsed), "2023-05-31")
            .Then(Ended(ReceptionEnd.PeriodLapsed));

    [Fact]
    public void Not_as_long_as_an_appeal_runs_that_suspends() =>
        Refused(AnAdult().Arrived("2023-01-15").Placed("2023-01-15")).Happened("2023-05-10", new AppealLodged(true))
            .When(End(ReceptionEnd.PeriodLapsed), "2023-09-01").ThenRefused("reception.not-finally-refused");

    [Fact]
    public void Nor_within_four_weeks_after_the_ruling() =>
        Refused(AnAdult().Arrived("2023-01-15").Placed("2023-01-15"))
            .Happened("2023-05-10", new AppealLodged(true)).Happened("2023-09-01", new AppealRuled(false))
            .When(End(ReceptionEnd.PeriodLapsed), "2023-09-29").ThenRefused("reception.departure-period-runs", "2023-09-29");

    [Fact]
    public void Nor_of_a_family_with_children() =>
        Refused(AnAdult().WithAChild().Arrived("2023-01-15").Placed("2023-01-15")).When(End(ReceptionEnd.PeriodLapsed), "2023-07-01")
            .ThenRefused("reception.minor-stays");

    [Fact]
    public void Nor_while_the_application_runs() =>
        Staying().When(End(ReceptionEnd.PeriodLapsed), "2024-02-01").ThenRefused("reception.not-finally-refused");

    [Fact]
    public void An_official_establishes_that_someone_is_gone() =>
        Staying().When(new RecordUnknownDeparture(Officials.Reception, true), "2024-02-01")
            .Then(new LeftWithUnknownDestination(true, Officials.Reception));

    [Fact]
    public void Not_from_a_site_where_they_were_not() =>
        AnAdult().Arrived("2024-01-15").When(new RecordUnknownDeparture(Officials.Reception, true), "2024-02-01")
            .ThenRefused("unknown-departure.wrong-place");

    [Fact]
    public void Nobody_goes_twice() =>
        Staying().Happened("2024-02-01", new LeftWithUnknownDestination(true, Officials.Reception))
            .When(new RecordUnknownDeparture(Officials.Reception, false), "2024-02-02").ThenRefused("person.gone");

    private static DetentionImposed Detained() =>
        new(DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoMeans, Officials.Detaining);

    private static Given Granted() => Procedure.ApplicationTests.Granted();
}

public sealed class SiteTests
{
    private static readonly PersonId Anna = new(1);
    private static readonly PersonId Bilal = new(2);
    private static readonly ImmutableArray<SiteEvent> Nothing = [];
    private static readonly ImmutableArray<SiteEvent> Open = [new SiteOpened(1, Modality.Regular)];
    private static readonly ImmutableArray<SiteEvent> Full = [.. Open, new SlotOccupied(Anna, 1)];

    [Fact]
    public void A_site_opens() =>
        Nothing.When(new OpenSite(Officials.Reception, 300, Modality.Regular)).Then(new SiteOpened(300, Modality.Regular));

    [Fact]
    public void Once() => Open.When(new OpenSite(Officials.Reception, 300, Modality.Regular)).ThenRefused("site.already-open");

    [Fact]
    public void With_places() => Nothing.When(new OpenSite(Officials.Reception, 0, Modality.Regular)).ThenRefused("site.no-capacity");

    [Fact]
    public void Each_resident_occupies_a_slot() => Open.When(new OccupySlot(Anna)).Then(new SlotOccupied(Anna, 1));

    [Fact]
    public void Exactly_one() => Full.When(new OccupySlot(Anna)).ThenRefused("site.already-resident");

    [Fact]
    public void Nobody_moves_into_a_closed_site() => Nothing.When(new OccupySlot(Anna)).ThenRefused("site.not-open");

    [Fact]
    public void A_full_site_takes_nobody_in() => Full.When(new OccupySlot(Bilal)).ThenRefused("site.full");

    [Fact]
    public void On_an_emergency_ground_it_does_and_says_so() =>
        Full.When(new OccupySlot(Bilal) { Emergency = EmergencyGround.NoPlaceElsewhere }).Then(
            new SlotOccupied(Bilal, 2), new BreachRecorded("site-capacity", null), new PlacedOnEmergencyGround(EmergencyGround.NoPlaceElsewhere));

    [Fact]
    public void A_ground_that_was_not_needed_is_not_recorded() =>
        Open.When(new OccupySlot(Anna) { Emergency = EmergencyGround.NoPlaceElsewhere }).Then(new SlotOccupied(Anna, 1));

    [Fact]
    public void A_slot_that_came_free_is_given_away_first() =>
        ImmutableArray.Create<SiteEvent>([.. Full, new SlotOccupied(Bilal, 2), new SlotReleased(Anna, 1)])
            .When(new OccupySlot(new(3)) { Emergency = EmergencyGround.SiteLost }).Then(
                new SlotOccupied(new(3), 1), new BreachRecorded("site-capacity", null), new PlacedOnEmergencyGround(EmergencyGround.SiteLost));

    [Fact]
    public void Who_leaves_releases_the_slot() => Full.When(new ReleaseSlot(Anna)).Then(new SlotReleased(Anna, 1));

    [Fact]
    public void Who_is_not_there_releases_none() => Full.When(new ReleaseSlot(Bilal)).ThenRefused("site.not-resident");

    [Fact]
    public void A_site_that_never_opened_has_no_slots() => Nothing.When(new ReleaseSlot(Anna)).ThenRefused("site.not-open");

    [Fact]
    public void A_site_grows() => Full.When(new ResizeSite(Officials.Reception, 10)).Then(new SiteResized(10));

    [Fact]
    public void A_site_that_shrinks_below_its_residents_breaches() =>
        Full.When(new ResizeSite(Officials.Reception, 0)).Then(new SiteResized(0), new BreachRecorded("site-capacity", null));

    [Fact]
    public void No_site_has_fewer_than_no_places() => Full.When(new ResizeSite(Officials.Reception, -1)).ThenRefused("site.no-capacity");

    [Fact]
    public void A_closed_site_does_not_change() => Nothing.When(new ResizeSite(Officials.Reception, 10)).ThenRefused("site.not-open");

    [Fact]
    public void A_site_with_residents_does_not_close() => Full.When(new CloseSite(Officials.Reception)).ThenRefused("site.has-residents");

    [Fact]
    public void An_empty_site_closes() =>
        ImmutableArray.Create<SiteEvent>([.. Full, new SlotReleased(Anna, 1)]).When(new CloseSite(Officials.Reception)).Then(new SiteClosed());

    [Fact]
    public void A_closed_site_does_not_close() =>
        ImmutableArray.Create<SiteEvent>([.. Open, new SiteResized(3), new SiteClosed()]).When(new CloseSite(Officials.Reception))
            .ThenRefused("site.not-open");
}
