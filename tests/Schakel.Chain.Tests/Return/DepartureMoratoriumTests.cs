using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using Schakel.Norms.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

/// <summary>A departure moratorium of 15 June 2023, through 14 December (DEC-6): nobody has to leave, and reception goes on for four weeks after it (REC-6).</summary>
public sealed class DepartureMoratoriumTests
{
    private const string LastDay = "2023-12-14";
    private const string DayAfter = "2023-12-15";

    private static readonly MoratoriumApplied Applied = new(MoratoriumKind.Departure, new(default, Date("2023-06-15")), Date(LastDay), Officials.Deciding);
    private static readonly Depart Force = new(Officials.Returning, DepartureKind.Forced);
    private static readonly EndReception End = new(Officials.Reception, ReceptionEnd.PeriodLapsed);

    private static Given Refused() => ReturnFileTests.Refused().Happened("2023-06-20", Applied);

    private static Given Returning() => ReturnFileTests.Returning().Happened("2023-06-20", Applied);

    private static Given Placed() => ReturnFileTests.Refused().Placed("2023-05-20").Happened("2023-06-20", Applied);

    private static Detain Detain(DetentionBasis basis) =>
        new(Officials.Detaining, basis, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, LesserMeansFail: true, WeightyInterest: false);

    [Fact]
    public void No_return_file_is_opened_through_its_last_day()
    {
        Refused().When(new OpenReturnFile(Officials.Returning), LastDay).ThenRefused("return.departure-moratorium", LastDay);
        Refused().When(new OpenReturnFile(Officials.Returning), DayAfter).Then(new ReturnFileOpened());
    }

    [Fact]
    public void No_travel_document_is_asked_of_the_country()
    {
        Returning().When(new RequestTravelDocument(Officials.Returning), LastDay).ThenRefused("return.departure-moratorium", LastDay);
        Returning().When(new RequestTravelDocument(Officials.Returning), DayAfter).Then(new TravelDocumentRequested());
    }

    [Fact]
    public void Nobody_is_presented_to_the_country() =>
        ReturnFileTests.Returning().Happened("2023-06-02", new TravelDocumentRequested()).Happened("2023-06-20", Applied)
            .When(new PresentToCountry(Officials.Returning), LastDay).ThenRefused("return.departure-moratorium", LastDay);

    [Fact]
    public void Nobody_is_removed_nor_a_flight_planned_for_it()
    {
        var ready = CountryContactTests.Received().Happened("2023-09-02", Applied);
        ready.When(Force, LastDay).ThenRefused("return.departure-moratorium", LastDay);
        ready.When(new PlanFlight(Officials.Returning, Date("2023-12-20"), DepartureKind.Forced, Escorted: false), LastDay)
            .ThenRefused("return.departure-moratorium", LastDay);
        ready.When(Force, DayAfter).Then(new Departed(DepartureKind.Forced));
    }

    [Fact]
    public void Nobody_is_detained_to_be_removed()
    {
        Returning().When(Detain(DetentionBasis.Removal), LastDay).ThenRefused("return.departure-moratorium", LastDay);
        Returning().When(Detain(DetentionBasis.Removal), DayAfter)
            .Then(new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining));
    }

    [Fact]
    public void Nor_kept_longer_for_it()
    {
        var detained = ReturnFileTests.Returning()
            .Happened("2023-06-10", new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining));
        ExtendDetention extend = new(Officials.Returning, ExtensionReason.NotCooperating);
        detained.When(extend, "2023-06-21").Then(new DetentionExtended(ExtensionReason.NotCooperating, Officials.Returning));
        detained.Happened("2023-06-20", Applied).When(extend, "2023-06-21").ThenRefused("return.departure-moratorium", LastDay);
    }

    private static Given DetainedWhenItBegan(DetentionBasis basis) => (basis == DetentionBasis.Transfer ? ReturnFileTests.NotTakenUp() : ReturnFileTests.Returning())
        .Happened("2023-06-10", new DetentionImposed(basis, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining))
        .Happened("2023-06-20", Applied);

    [Fact]
    public void Whoever_is_detained_to_be_removed_when_it_begins_is_to_be_released_that_day()
    {
        var release = Assert.Single(DetainedWhenItBegan(DetentionBasis.Removal).AheadOn("2023-06-20").Steps, step => step.Code == "release");
        Assert.Equal(("2023-06-20", "detention.no-prospect", Party.DetainingAuthority), (release.LastDay?.ToString(), release.Norm, release.Party));
        Assert.False(release.IsOverdueOn(Date("2023-06-20")));
        Assert.True(release.IsOverdueOn(Date("2023-06-21")));
    }

    [Fact]
    public void Released_that_day_nothing_is_wrong_and_the_day_after_it_is_on_record()
    {
        Release release = new(Officials.Detaining);
        DetainedWhenItBegan(DetentionBasis.Removal).When(release, "2023-06-20").Then(new DetentionEnded());
        DetainedWhenItBegan(DetentionBasis.Removal).When(release, "2023-06-21").Then(new DetentionEnded(), new BreachRecorded("detention.no-prospect", Date("2023-06-20")));
    }

    [Fact]
    public void Its_end_does_not_heal_a_detention_that_had_lost_its_prospect()
    {
        var kept = DetainedWhenItBegan(DetentionBasis.Removal).Happened("2023-07-03", new MoratoriumLifted(MoratoriumKind.Departure));
        Assert.Equal(Date("2023-06-20"), kept.ReleaseBy());
        kept.When(new ExtendDetention(Officials.Returning, ExtensionReason.NotCooperating), "2023-07-04").ThenRefused("detention.maximum-over", "2023-06-20");
        var anew = kept.Happened("2023-07-04", new DetentionEnded())
            .Happened("2023-07-05", new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining));
        Assert.Equal(Date("2023-12-12"), anew.ReleaseBy());
    }

    [Fact]
    public void Detention_to_be_transferred_goes_on()
    {
        var release = Assert.Single(DetainedWhenItBegan(DetentionBasis.Transfer).AheadOn("2023-06-20").Steps, step => step.Code == "release");
        Assert.Equal("detention", release.Norm);
        Assert.NotEqual(Date("2023-06-20"), release.LastDay);
    }

    [Fact]
    public void Neither_does_a_decision_moratorium_end_detention()
    {
        var detained = ReturnFileTests.Returning()
            .Happened("2023-06-10", new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, Officials.Detaining));
        Assert.Equal(detained.ReleaseBy(), detained.Happened("2023-06-20", Applied with { Kind = MoratoriumKind.Decision }).ReleaseBy());
    }

    [Fact]
    public void Nor_supervised_or_placed_where_freedom_is_restricted()
    {
        Returning().When(new ImposeSupervision(Officials.Returning, SupervisionMeasures.Reporting, LighterFails: false), LastDay)
            .ThenRefused("return.departure-moratorium", LastDay);
        Returning().When(new PlacePerson(Officials.Reception, new(5), Modality.FreedomRestricting), LastDay).ThenRefused("modality.only-with-duty-to-depart");
    }

    [Fact]
    public void Whoever_wants_to_go_may_and_is_helped()
    {
        Returning().When(new Depart(Officials.Returning, DepartureKind.Independent), "2023-07-03").Then(new Departed(DepartureKind.Independent));
        var asked = Returning().Happened("2023-07-03", new AssistedReturnRequested());
        asked.When(new RequestTravelDocument(Officials.Returning), "2023-07-04").Then(new TravelDocumentRequested());
        asked.When(Force, "2023-07-04").ThenRefused("return.departure-moratorium", LastDay);
    }

    [Fact]
    public void Reception_goes_on_for_four_weeks_after_its_last_day()
    {
        Placed().When(End, "2024-01-11").ThenRefused("reception.departure-moratorium", "2024-01-11");
        Placed().When(End, "2024-01-12").Then(new ReceptionEnded(new(5), ReceptionEnd.PeriodLapsed, Officials.Reception));
        Assert.Equal(new(true, ReceptionBasis.Moratorium, Date("2024-01-11"), "reception-right.after-moratorium"), Placed().RightOn("2024-01-11"));
        Assert.Equal(new(false, null, Date("2023-05-30"), "departure-period"), Placed().RightOn("2024-01-12"));
    }

    [Fact]
    public void Or_after_it_was_withdrawn()
    {
        var withdrawn = Placed().Happened("2023-10-02", new MoratoriumLifted(MoratoriumKind.Departure));
        withdrawn.When(End, "2023-10-30").ThenRefused("reception.departure-moratorium", "2023-10-30");
        withdrawn.When(End, "2023-10-31").Then(new ReceptionEnded(new(5), ReceptionEnd.PeriodLapsed, Officials.Reception));
        withdrawn.When(new OpenReturnFile(Officials.Returning), "2023-10-03").Then(new ReturnFileOpened());
    }

    [Fact]
    public void Reception_that_had_ended_begins_anew()
    {
        PlacePerson place = new(Officials.Reception, new(5), Modality.Regular);
        Given Ended() => ReturnFileTests.Refused().Placed("2023-05-20").Happened("2023-06-10", new ReceptionEnded(new(5), ReceptionEnd.PeriodLapsed, Officials.Reception));
        Ended().When(place, "2023-06-21").ThenRefused("reception.right-ended");
        Ended().Happened("2023-06-20", Applied).When(place, "2023-06-21").Then(new PersonPlaced(new(5), Modality.Regular));
    }

    [Fact]
    public void The_way_ahead_shows_it()
    {
        var ahead = Placed().AheadOn("2023-07-03");
        Assert.Equal(DayAfter, Assert.Single(ahead.Steps, step => step.Code == "open-return-file").Earliest?.ToString());
        Assert.Equal("2024-01-12", Assert.Single(ahead.Steps.AddRange(ahead.MayDo), step => step.Code == "end-reception-after-departure-period").Earliest?.ToString());
        Assert.Equal("2024-01-11", Assert.Single(ahead.Entitlements, right => right.Code == "reception").Until?.ToString());
    }
}
