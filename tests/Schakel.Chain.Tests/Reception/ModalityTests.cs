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

    private static Given Granted() => Chain.Tests.Procedure.ApplicationTests.Granted();

    [Fact]
    public void Every_kind_of_site_has_its_rule() =>
        Assert.Equal(Enum.GetValues<Modality>(), Modalities.All.Select(rule => rule.Modality));

    [Theory]
    [InlineData(Modality.CentralReception, "2024-01-25")]
    [InlineData(Modality.Municipal, "2024-01-24")]
    [InlineData(Modality.FreedomRestricting, "2024-04-08")]
    [InlineData(Modality.Enforcement, "2024-02-05")]
    [InlineData(Modality.Transit, "2024-07-15")]
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
    public void And_for_nobody_else() =>
        AnAdult().Lodged("2024-01-15").When(Place(Modality.Transit), "2024-01-16").ThenRefused("modality.only-permit-holders");

    [Fact]
    public void Too_long_under_the_hotel_scheme_is_marked_when_it_ends() =>
        Granted().Placed("2024-03-01", Modality.Transit).When(new MovePerson(Officials.Reception, There, Modality.Regular), "2024-09-02")
            .Then(new PersonMoved(Here, There, Modality.Regular), new BreachRecorded("stay-limit", Date("2024-09-01")));

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
