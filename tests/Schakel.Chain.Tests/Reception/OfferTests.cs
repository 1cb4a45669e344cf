using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class OfferTests
{
    private static readonly SiteId Here = new(5);
    private static readonly OfferPlace Offer = new(Officials.Reception, Here, Modality.Regular);
    private static readonly EstablishExclusion Exclude = new(Officials.Reception, EntitlementReason.SufficientMeans);

    private static Given Arrived() => AnAdult().Arrived("2024-01-15");

    private static Given Offered() => Arrived().Happened("2024-01-15", new PlaceOffered(Here, Modality.Regular));

    private static Given Excluded() => Arrived().Happened("2024-01-15", new ExclusionEstablished(EntitlementReason.SufficientMeans, Officials.Reception));

    [Fact]
    public void A_place_is_offered() => Arrived().When(Offer, "2024-01-15").Then(new PlaceOffered(Here, Modality.Regular));

    [Fact]
    public void Not_to_whoever_has_one() => Arrived().Placed("2024-01-15").When(Offer, "2024-01-16").ThenRefused("reception.already-placed");

    [Fact]
    public void Not_one_that_is_not_for_them() =>
        Arrived().When(Offer with { Modality = Modality.Minors }, "2024-01-15").ThenRefused("modality.only-minors-alone");

    [Fact]
    public void Not_to_whoever_has_no_right() => Excluded().When(Offer, "2024-01-15").ThenRefused("reception.no-right");

    [Fact]
    public void It_is_accepted() => Offered().When(new AcceptPlace(), "2024-01-15").Then(new PlaceAccepted());

    [Fact]
    public void When_it_was_offered() => Arrived().When(new AcceptPlace(), "2024-01-15").ThenRefused("place.none-offered");

    [Fact]
    public void By_someone_whose_file_is_open() => AnAdult().When(new AcceptPlace(), "2024-01-15").ThenRefused("file.not-opened");

    [Fact]
    public void It_may_be_refused() => Offered().When(new RefusePlace(true), "2024-01-15").Then(new PlaceRefused());

    [Fact] // Red line 7: no consequence without an explanation.
    public void After_the_consequence_was_explained() =>
        Offered().When(new RefusePlace(false), "2024-01-15").ThenRefused("place.consequence-not-explained");

    [Fact]
    public void Once() => Offered().Happened("2024-01-15", new PlaceRefused()).When(new RefusePlace(true), "2024-01-15").ThenRefused("place.none-offered");

    [Fact]
    public void Who_was_offered_a_place_is_placed_there() =>
        Offered().When(new PlacePerson(Officials.Reception, Here, Modality.Regular), "2024-01-15").Then(new PersonPlaced(Here, Modality.Regular));

    [Fact]
    public void And_not_elsewhere() =>
        Offered().When(new PlacePerson(Officials.Reception, new(6), Modality.Regular), "2024-01-15").ThenRefused("place.other-offered");

    [Fact]
    public void Who_did_not_come_within_a_day_did_not_arrive() =>
        Offered().When(new RecordNonArrival(Officials.Reception), "2024-01-17").Then(new NonArrivalRecorded(Officials.Reception));

    [Fact]
    public void Within_the_day_they_may() =>
        Offered().When(new RecordNonArrival(Officials.Reception), "2024-01-16").ThenRefused("place.may-still-arrive", "2024-01-16");

    [Fact]
    public void Where_nothing_was_offered_nobody_is_missed() =>
        Arrived().When(new RecordNonArrival(Officials.Reception), "2024-01-17").ThenRefused("place.none-offered");

    [Fact]
    public void Sufficient_means_exclude() =>
        Arrived().When(Exclude, "2024-01-16").Then(new ExclusionEstablished(EntitlementReason.SufficientMeans, Officials.Reception));

    [Fact]
    public void Not_twice() => Excluded().When(Exclude, "2024-01-16").ThenRefused("reception.exclusion-unchanged");

    [Fact]
    public void Not_a_minor_alone() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").When(Exclude, "2024-01-16").ThenRefused("reception.minor-stays");

    [Fact]
    public void Whoever_is_excluded_is_placed_again_when_that_ends() =>
        Excluded().Happened("2024-02-01", new ExclusionEstablished(EntitlementReason.Due, Officials.Reception))
            .When(new PlacePerson(Officials.Reception, Here, Modality.Regular), "2024-02-01").Then(new PersonPlaced(Here, Modality.Regular));

    [Fact]
    public void Whoever_is_excluded_leaves_by_decision() =>
        Arrived().Placed("2024-01-15").Happened("2024-02-01", new ExclusionEstablished(EntitlementReason.SufficientMeans, Officials.Reception))
            .When(new EndReception(Officials.Reception, ReceptionEnd.NoRight), "2024-02-10")
            .Then(new ReceptionEnded(Here, ReceptionEnd.NoRight, Officials.Reception));

    [Fact]
    public void And_not_without() =>
        Arrived().Placed("2024-01-15").When(new EndReception(Officials.Reception, ReceptionEnd.NoRight), "2024-02-10")
            .ThenRefused("reception.not-excluded");

    [Fact]
    public void A_minor_with_a_guardian_goes_to_the_guardianship() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").Placed("2024-01-15", Modality.Minors).Happened("2024-01-20", new Chain.Guidance.GuardianAppointed())
            .When(new EndReception(Officials.Reception, ReceptionEnd.Guardianship), "2024-02-10")
            .Then(new ReceptionEnded(Here, ReceptionEnd.Guardianship, Officials.Reception));

    [Fact]
    public void Without_a_guardian_not() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").Placed("2024-01-15", Modality.Minors)
            .When(new EndReception(Officials.Reception, ReceptionEnd.Guardianship), "2024-02-10").ThenRefused("reception.no-guardian");
}

public sealed class RightToReceptionTests
{
    private static Given Refused(Given from) => from.Lodged("2023-01-16").InTrack(Track.General, "2023-01-18").Interviewed("2023-02-06")
        .Extended("2023-02-08").Intended("2023-03-01").Viewed("2023-03-20").Decided(DecisionOutcome.Unfounded, "2023-05-01");

    [Fact]
    public void From_the_wish_to_apply() =>
        Assert.Equal(new(true, ReceptionBasis.Applicant, null, "REC-1"), AnAdult().Arrived("2024-01-15").RightOn("2024-01-15"));

    [Fact]
    public void Not_before_anyone_came() => Assert.Equal(new(false, null, null, "fact"), AnAdult().RightOn("2024-01-15"));

    [Fact] // Refused on 1 May, no appeal: 28 days end on Whit Monday, so on 30 May.
    public void Through_the_departure_period()
    {
        Assert.True(Refused(AnAdult()).RightOn("2023-05-30").IsDue);
        Assert.Equal(new(false, null, Date("2023-05-30"), "departure-period"), Refused(AnAdult()).RightOn("2023-05-31"));
    }

    [Fact]
    public void Of_a_family_with_children_longer() =>
        Assert.Equal(new(true, ReceptionBasis.Applicant, null, "Rva 6"), Refused(AnAdult().WithAChild()).RightOn("2023-09-01"));

    [Fact]
    public void Of_a_minor_alone_until_the_birthday() =>
        Assert.Equal(
            new(true, ReceptionBasis.UnaccompaniedMinor, Date("2026-05-01"), "Rva 6"), AnUnaccompaniedMinor().Arrived("2024-01-15").RightOn("2024-01-15"));

    [Fact]
    public void Of_a_permit_holder_until_there_is_a_home() =>
        Assert.Equal(
            new(true, ReceptionBasis.StatusHolder, null, "REC-5"), Chain.Tests.Procedure.ApplicationTests.Granted().RightOn("2024-09-01"));

    [Fact]
    public void Not_in_a_home() =>
        Assert.Equal(
            new(false, null, null, "Rva 7(1)(a)"),
            Chain.Tests.Procedure.ApplicationTests.Granted().Happened("2024-05-01", new Chain.Housing.MovedIntoHome(new(363))).RightOn("2024-09-01"));

    [Fact] // A day after the referral: Rva 4(3).
    public void After_a_refused_place_a_day()
    {
        var refused = AnAdult().Arrived("2024-01-15").Happened("2024-01-15", new PlaceOffered(new(5), Modality.Regular), new PlaceRefused());
        Assert.True(refused.RightOn("2024-01-16").IsDue);
        Assert.Equal(new(false, null, Date("2024-01-16"), "reception-right.arrival-after-referral"), refused.RightOn("2024-01-17"));
    }

    [Fact]
    public void Not_with_sufficient_means() =>
        Assert.Equal(
            new(false, null, null, "reception-right.excluded"),
            AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new ExclusionEstablished(EntitlementReason.SufficientMeans, Officials.Reception))
                .RightOn("2024-01-17"));
}
