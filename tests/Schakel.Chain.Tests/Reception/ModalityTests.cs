using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class ModalityTests
{
    private static readonly SiteId Here = new(5);
    private static readonly SiteId There = new(6);

    private static PlacePerson Place(Modality modality) => new(Officials.Reception, Here, modality);

    private static readonly Official Doctor = new(33, OfficialRoles.HealthWorker);

    private static Given Treated() => AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new NeedsRecorded(PlaceKinds.Clinical));

    private static Given Linked() => Granted().Happened("2024-02-20", new Chain.Housing.LinkedToMunicipality(new(363)));

    private static Given Granted() => Chain.Tests.Procedure.ApplicationTests.Granted();

    [Fact]
    public void Every_kind_of_site_has_its_rule() =>
        Assert.Equal(Enum.GetValues<Modality>(), Modalities.All.Select(rule => rule.Modality));

    [Theory]
    [InlineData(Modality.CentralReception, "2024-01-25")]
    [InlineData(Modality.Municipal, "2024-01-24")]
    [InlineData(Modality.FreedomRestricting, "2024-04-08")]
    [InlineData(Modality.Enforcement, "2024-02-05")]
    [InlineData(Modality.HotelScheme, "2024-07-15")]
    [InlineData(Modality.Transit, null)]
    [InlineData(Modality.Clinic, null)]
    [InlineData(Modality.Regular, null)]
    public void A_stay_has_the_limit_of_its_norm(Modality modality, string? last) =>
        Assert.Equal(last, Modalities.LastDay(Regimes.January2024, modality, Date("2024-01-15"))?.ToString());

    [Fact]
    public void Nobody_is_at_an_enforcement_site_without_a_measure() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Enforcement), "2024-01-16").ThenRefused("modality.only-by-measure");

    [Fact] // A stay without a measure would be void: no emergency mends it.
    public void Not_even_in_an_emergency() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Enforcement) with { Emergency = EmergencyGround.NoPlaceElsewhere }, "2024-01-16")
            .ThenRefused("modality.only-by-measure");

    [Fact]
    public void With_a_measure_someone_is_moved_there() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15")
            .Happened("2024-02-01", new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-15"), Date("2024-02-08"), Officials.Reception))
            .When(new MovePerson(Officials.Reception, There, Modality.Enforcement), "2024-02-01")
            .Then(new PersonMoved(Here, There, Modality.Enforcement));

    [Fact]
    public void When_the_measure_is_over_not_any_more() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15")
            .Happened("2024-02-01", new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-15"), Date("2024-02-08"), Officials.Reception))
            .When(new MovePerson(Officials.Reception, There, Modality.Enforcement), "2024-02-16").ThenRefused("modality.only-by-measure");

    [Fact]
    public void Staying_there_when_it_is_over_is_marked_when_it_ends() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15")
            .Happened("2024-02-01", new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-15"), Date("2024-02-08"), Officials.Reception))
            .Happened("2024-02-01", new PersonMoved(Here, There, Modality.Enforcement))
            .Happened("2024-02-08", new MeasureReviewed(null, null, Officials.Reception))
            .When(new MovePerson(Officials.Reception, Here, Modality.Regular), "2024-02-09")
            .Then(new PersonMoved(There, Here, Modality.Regular), new BreachRecorded("stay-limit", Date("2024-02-08")));

    [Fact]
    public void Sober_reception_is_for_tracks_one_and_two() =>
        AnAdult().Lodged("2024-01-15").InTrack(Track.Dublin, "2024-01-18").When(Place(Modality.ProcessAvailability), "2024-01-20")
            .Then(new PersonPlaced(Here, Modality.ProcessAvailability));

    [Fact]
    public void And_not_for_track_four() =>
        AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18").When(Place(Modality.ProcessAvailability), "2024-01-20")
            .ThenRefused("modality.only-tracks-one-and-two");

    [Fact]
    public void No_child_is_at_a_freedom_restricting_site() =>
        AChild().Arrived("2024-01-15").When(Place(Modality.FreedomRestricting), "2024-01-16").ThenRefused("modality.only-departing-adults");

    [Fact]
    public void Nor_a_family_with_one() =>
        AnAdult().WithAChild().Arrived("2024-01-15").When(Place(Modality.FreedomRestricting), "2024-01-16")
            .ThenRefused("modality.only-departing-adults");

    [Fact] // Freedom is restricted for who must leave (Vw 56), and for nobody whose claim runs.
    public void Nor_an_applicant_in_procedure()
    {
        var inProcedure = AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18");
        inProcedure.When(Place(Modality.FreedomRestricting), "2024-01-20").ThenRefused("modality.only-with-duty-to-depart");
        inProcedure.When(Place(Modality.FreedomRestricting) with { Emergency = EmergencyGround.NoPlaceElsewhere }, "2024-01-20")
            .ThenRefused("modality.only-with-duty-to-depart");
        inProcedure.When(new OfferPlace(Officials.Reception, Here, Modality.FreedomRestricting), "2024-01-20").ThenRefused("modality.only-with-duty-to-depart");
        inProcedure.Placed("2024-01-19").When(new MovePerson(Officials.Reception, There, Modality.FreedomRestricting), "2024-01-20")
            .ThenRefused("modality.only-with-duty-to-depart");
    }

    [Fact] // Refused on 1 May 2023; an appeal that suspends is possible through 30 May.
    public void Whoever_must_leave_is_placed_there_once_no_appeal_suspends()
    {
        var refused = Chain.Tests.Return.ReturnFileTests.Refused();
        refused.When(Place(Modality.FreedomRestricting), "2023-05-30").ThenRefused("modality.only-with-duty-to-depart");
        refused.When(Place(Modality.FreedomRestricting), "2023-05-31").Then(new PersonPlaced(Here, Modality.FreedomRestricting));
    }

    [Theory]
    [InlineData(Modality.CentralReception)]
    [InlineData(Modality.Regular)]
    [InlineData(Modality.Emergency)]
    [InlineData(Modality.Municipal)]
    public void After_the_right_to_reception_is_over_nobody_is_placed_or_offered_a_place_with_those_who_have_it(Modality modality)
    {
        var refused = Chain.Tests.Return.ReturnFileTests.Refused();
        refused.When(Place(modality), "2023-05-30").Then(new PersonPlaced(Here, modality));
        refused.When(Place(modality), "2023-05-31").ThenRefused("modality.only-with-right");
        refused.When(new OfferPlace(Officials.Reception, Here, modality), "2023-05-31").ThenRefused("modality.only-with-right");
    }

    [Fact]
    public void But_nobody_sleeps_outside_and_that_is_a_breach() =>
        Chain.Tests.Return.ReturnFileTests.Refused().When(Place(Modality.Regular) with { Emergency = EmergencyGround.NoPlaceElsewhere }, "2023-05-31").Then(
            new PersonPlaced(Here, Modality.Regular), new AdmittedOnEmergencyGround(EmergencyGround.NoPlaceElsewhere, Officials.Reception),
            new BreachRecorded("site-modality", null));

    [Fact] // Ending reception is a decision of a named person (red line 3).
    public void Whoever_is_in_reception_still_is_moved_as_before() =>
        Chain.Tests.Return.ReturnFileTests.Refused().Placed("2023-05-20").When(new MovePerson(Officials.Reception, There, Modality.Regular), "2023-06-05")
            .Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void A_family_site_is_for_families() =>
        AnAdult().WithAChild().Arrived("2024-01-15").When(Place(Modality.FamilySite), "2024-01-16").Then(new PersonPlaced(Here, Modality.FamilySite));

    [Fact]
    public void And_not_for_someone_alone() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.FamilySite), "2024-01-16").ThenRefused("modality.only-families");

    [Fact]
    public void A_minor_alone_is_with_minors() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").When(Place(Modality.Minors), "2024-01-16").Then(new PersonPlaced(Here, Modality.Minors));

    [Fact]
    public void An_adult_is_not() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Minors), "2024-01-16").ThenRefused("modality.only-minors-alone");

    [Fact]
    public void In_an_emergency_that_is_a_breach() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Minors) with { Emergency = EmergencyGround.NoPlaceElsewhere }, "2024-01-16").Then(
            new PersonPlaced(Here, Modality.Minors), new AdmittedOnEmergencyGround(EmergencyGround.NoPlaceElsewhere, Officials.Reception),
            new BreachRecorded("site-modality", null));

    [Fact]
    public void Of_a_move_too() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15")
            .When(new MovePerson(Officials.Reception, There, Modality.Minors) { Emergency = EmergencyGround.SiteLost }, "2024-01-16").Then(
                new PersonMoved(Here, There, Modality.Minors), new AdmittedOnEmergencyGround(EmergencyGround.SiteLost, Officials.Reception),
                new BreachRecorded("site-modality", null));

    [Fact] // Only of a file whose past is not known can it be said that it stood so.
    public void Whoever_arrived_here_was_not_taken_over() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Minors) with { Emergency = EmergencyGround.TakenOver }, "2024-01-16")
            .ThenRefused("modality.only-minors-alone");

    [Fact]
    public void A_transit_site_is_for_permit_holders() =>
        Granted().When(Place(Modality.Transit), "2024-03-01").Then(new PersonPlaced(Here, Modality.Transit));

    [Fact]
    public void A_transit_site_is_for_no_others() =>
        AnAdult().Lodged("2024-01-15").When(Place(Modality.Transit), "2024-01-16").ThenRefused("modality.only-permit-holders");

    [Fact]
    public void Too_long_under_the_hotel_scheme_is_marked_when_it_ends() =>
        Linked().Placed("2024-03-01", Modality.HotelScheme).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-09-02")
            .Then(new PersonMoved(Here, There, Modality.Regular), new BreachRecorded("stay-limit", Date("2024-09-01")));

    [Fact]
    public void Not_at_a_transit_site_where_a_stay_lasts_until_the_home() =>
        Granted().Placed("2024-03-01", Modality.Transit).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-09-02")
            .Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void The_hotel_scheme_is_for_whoever_is_linked_to_a_municipality() =>
        Linked().When(Place(Modality.HotelScheme), "2024-03-01").Then(new PersonPlaced(Here, Modality.HotelScheme));

    [Fact]
    public void And_not_for_a_permit_holder_without_one() =>
        Granted().When(Place(Modality.HotelScheme), "2024-03-01").ThenRefused("modality.only-linked");

    [Fact] // Under the name that both had together.
    public void What_was_stored_before_they_stood_apart_still_loads() =>
        Assert.Equal(new PersonPlaced(Here, Modality.Transit), EventJson.Read("person-placed", 1, """{"site":5,"modality":"transit"}"""));

    [Fact]
    public void A_clinic_is_for_whoever_a_health_worker_finds_in_need_of_it() =>
        Treated().When(Place(Modality.Clinic), "2024-01-17").Then(new PersonPlaced(Here, Modality.Clinic));

    [Fact]
    public void And_for_nobody_else() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Clinic), "2024-01-17").ThenRefused("modality.only-on-clinical-ground");

    [Fact] // Its beds are for treatment.
    public void Nor_when_there_is_no_place_elsewhere() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.Clinic) with { Emergency = EmergencyGround.NoPlaceElsewhere }, "2024-01-17")
            .ThenRefused("modality.only-on-clinical-ground");

    [Fact]
    public void The_ground_is_a_health_workers_to_find() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-01-16", new Chain.Guidance.NeedsAssessed())
            .When(new RecordNeeds(Doctor, PlaceKinds.Clinical), "2024-01-17").Then(new NeedsRecorded(PlaceKinds.Clinical));

    [Fact]
    public void And_not_the_reception_agencys() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new Chain.Guidance.NeedsAssessed())
            .When(new RecordNeeds(Officials.Reception, PlaceKinds.Clinical), "2024-01-17").ThenRefused("needs.only-by-health-worker");

    [Fact]
    public void Nor_to_end() =>
        Treated().Happened("2024-01-16", new Chain.Guidance.NeedsAssessed())
            .When(new RecordNeeds(Officials.Reception, PlaceKinds.None), "2024-01-17").ThenRefused("needs.only-by-health-worker");

    [Fact]
    public void Beside_it_the_reception_agency_records_what_a_place_must_have() =>
        Treated().Placed("2024-01-16").Happened("2024-01-16", new Chain.Guidance.NeedsAssessed())
            .When(new RecordNeeds(Officials.Reception, PlaceKinds.Clinical | PlaceKinds.OwnRoom), "2024-01-17").Then(new NeedsRecorded(PlaceKinds.Clinical | PlaceKinds.OwnRoom));

    [Fact]
    public void When_treatment_is_no_longer_needed_somebody_moves_on()
    {
        var treated = Treated().Placed("2024-01-17", Modality.Clinic);
        Assert.DoesNotContain(treated.AheadOn("2024-02-01").Steps, step => step.Code == "move-on");
        treated.Happened("2024-02-01", new NeedsRecorded(PlaceKinds.None)).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-02-01")
            .Then(new PersonMoved(Here, There, Modality.Regular));
        Assert.Equal("VELDZICHT", Assert.Single(treated.AheadOn("2024-02-01").Steps, step => step.Code == "move-on").Norm);
    }

    [Fact] // Ten days at the central site is a target: no norm is broken.
    public void A_target_is_no_norm() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15", Modality.CentralReception)
            .When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-03-01").Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void Process_reception_ends_with_the_procedure() =>
        Granted().When(Place(Modality.ProcessReception), "2024-03-01").ThenRefused("modality.only-in-procedure");

    [Fact]
    public void Intensive_guidance_is_for_whoever_needs_it() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new NeedsRecorded(PlaceKinds.IntensiveGuidance))
            .When(Place(Modality.IntensiveGuidance), "2024-01-17").Then(new PersonPlaced(Here, Modality.IntensiveGuidance));

    [Fact]
    public void And_not_for_whoever_does_not() =>
        AnAdult().Arrived("2024-01-15").When(Place(Modality.IntensiveGuidance), "2024-01-17").ThenRefused("modality.only-for-need");
}
