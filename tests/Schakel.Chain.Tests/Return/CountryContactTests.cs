using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

/// <summary>What holds return off (red line 4), by name.</summary>
public enum Protection
{
    /// <summary>A subsequent claim runs.</summary>
    Claim,
    /// <summary>An appeal that suspends can still be lodged.</summary>
    TimeForAppeal,
    /// <summary>An appeal that suspends runs.</summary>
    Appeal,
    /// <summary>Interim relief was asked for.</summary>
    ReliefAsked,
    /// <summary>Interim relief was granted.</summary>
    ReliefGranted,
    /// <summary>Interim relief was granted with a further appeal.</summary>
    ReliefOnFurtherAppeal,
    /// <summary>An appeal runs against the withdrawal of a permit.</summary>
    AppealOnWithdrawal,
}

/// <summary>Red line 4: no contact with the country of origin while a claim, or an appeal that suspends, runs; nor while a court holds departure off.</summary>
public sealed class CountryGateTests
{
    private const string On = "2023-09-01";

    // Each as far as it could come otherwise: a file open, a document asked for, a nationality confirmed.
    private static Given Far(Given given, string on) => given.Happened(
        on, new ReturnFileOpened(), new TravelDocumentRequested(), new NationalityConfirmed(), new AssistedReturnRequested());

    private static Given Guarded(Protection protection)
    {
        var manifestly = ReturnFileTests.Refused(outcome: DecisionOutcome.ManifestlyUnfounded);
        return protection switch
        {
            Protection.Claim => Far(ReturnFileTests.Refused(), "2023-06-01").Happened("2023-08-01", new ApplicationLodged(2))
                .Happened("2023-08-02", new ReturnFileOpened(), new TravelDocumentRequested(), new NationalityConfirmed(), new AssistedReturnRequested()),
            Protection.TimeForAppeal => Far(
                ReturnFileTests.Refused().Happened("2023-08-01", new ApplicationLodged(2)).Decided(DecisionOutcome.Unfounded, "2023-08-20"), "2023-08-21"),
            Protection.Appeal => Far(ReturnFileTests.Refused().Happened("2023-05-10", new AppealLodged(true)), "2023-06-01"),
            Protection.ReliefAsked => Far(
                manifestly.Happened("2023-05-03", new AppealLodged(false)).Happened("2023-05-04", new InterimReliefRequested(false, false)), "2023-06-01"),
            Protection.ReliefGranted => Far(manifestly.Happened("2023-05-03", new AppealLodged(false)), "2023-06-01")
                .Happened("2023-07-04", new InterimReliefRequested(false, false), new InterimReliefRuled(true)),
            Protection.ReliefOnFurtherAppeal => Far(
                ReturnFileTests.Refused().Happened("2023-05-10", new AppealLodged(true)).Happened("2023-07-03", new AppealRuled(false)), "2023-07-04")
                .Happened("2023-07-10", new FurtherAppealLodged(false), new InterimReliefRequested(true, true), new InterimReliefRuled(true)),
            Protection.AppealOnWithdrawal => Far(
                ReturnFileTests.Refused().Happened("2023-05-20", new ApplicationLodged(2)).Decided(DecisionOutcome.GrantRefugee, "2023-06-01")
                    .Happened("2023-06-02", new PermitIssued(60), new WithdrawalIntended(WithdrawalGround.FalseData, Officials.Deciding))
                    .Happened("2023-08-01", new PermitWithdrawn(WithdrawalGround.FalseData, Officials.Deciding), new AppealLodged(true)), "2023-08-10"),
            _ => throw new ArgumentOutOfRangeException(nameof(protection)),
        };
    }

    private static ReturnCommand[] Contacts() =>
    [
        new RequestTravelDocument(Officials.Returning),
        new PresentToCountry(Officials.Returning),
        new ConfirmNationality(Officials.Returning),
        new AgreeTakeBack(Officials.Returning),
        new RefuseTravelDocument(Officials.Returning),
        new RecordDocumentValidity(Officials.Returning, Date("2024-09-01")),
        new GrantAssistedReturn(Officials.Returning, CountryExclusion.No, NeverExcluded: false),
        new PlanFlight(Officials.Returning, Date("2023-10-01"), DepartureKind.Forced, Escorted: true),
        new Depart(Officials.Returning, DepartureKind.Forced),
        new OpenReturnFile(Officials.Returning),
        new IssueReturnDecision(Officials.Returning, AtOnce: false),
        new ImposeSupervision(Officials.Returning, SupervisionMeasures.Reporting, LighterFails: false),
        new RequestNoFaultPermit(),
        new ReferToFacility(Officials.Returning, new(363)),
    ];

    [Theory]
    [InlineData(Protection.Claim)]
    [InlineData(Protection.TimeForAppeal)]
    [InlineData(Protection.Appeal)]
    [InlineData(Protection.ReliefAsked)]
    [InlineData(Protection.ReliefGranted)]
    [InlineData(Protection.ReliefOnFurtherAppeal)]
    [InlineData(Protection.AppealOnWithdrawal)]
    public void Never_while_a_claim_an_appeal_or_a_court_protects(Protection protection)
    {
        foreach (var contact in Contacts().Where(contact => contact is not OpenReturnFile))
        {
            Guarded(protection).When(contact, On).ThenRefused("return.claim-or-appeal-runs");
        }
    }

    [Fact] // A new command that contacts a country is caught here until it stands in the list above.
    public void Every_command_that_contacts_a_country_stands_in_the_list() =>
        Assert.Empty(typeof(CountryCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CountryCommand)) && type != typeof(ExpireTravelDocument))
            .Except(Contacts().Select(contact => contact.GetType())).Select(type => type.Name));

    [Fact]
    public void Nor_about_a_claim_that_was_never_judged()
    {
        foreach (var contact in Contacts().OfType<CountryCommand>())
        {
            Far(ReturnFileTests.NotTakenUp(), "2023-06-01").When(contact, On).ThenRefused("travel-document.claim-not-judged");
        }
    }

    [Fact]
    public void Nor_of_a_permit_holder()
    {
        foreach (var contact in Contacts().OfType<CountryCommand>())
        {
            Procedure.Holders.Holder().Happened("2023-06-01", new ReturnFileOpened()).When(contact, On).ThenRefused("return.not-refused");
        }
    }

    [Fact]
    public void Nor_without_a_return_file()
    {
        foreach (var contact in Contacts().OfType<CountryCommand>())
        {
            ReturnFileTests.Refused().When(contact, On).ThenRefused("return.no-file");
        }
    }
}

public sealed class CountryContactTests
{
    private static readonly PresentToCountry Present = new(Officials.Returning);
    private static readonly ConfirmNationality Confirm = new(Officials.Returning);
    private static readonly AgreeTakeBack Agree = new(Officials.Returning);
    private static readonly RefuseTravelDocument Refuse = new(Officials.Returning);
    private static readonly RecordDocumentValidity Validity = new(Officials.Returning, Date("2024-01-31"));
    private static readonly ExpireTravelDocument Expire = new(Official.Clock);

    internal static Given Asked() => ReturnFileTests.Returning().Happened("2023-06-02", new TravelDocumentRequested());

    internal static Given Received() => Asked().Happened("2023-09-01", new TravelDocumentReceived());

    [Fact]
    public void The_person_is_presented() => Asked().When(Present, "2023-07-01").Then(new PresentedToCountry());

    [Fact]
    public void Not_unasked() => ReturnFileTests.Returning().When(Present, "2023-07-01").ThenRefused("country.nothing-asked");

    [Fact]
    public void Once_a_day() =>
        Asked().Happened("2023-07-01", new PresentedToCountry()).When(Present, "2023-07-01").ThenRefused("country.presented-today");

    [Fact]
    public void The_country_confirms_the_nationality() => Asked().When(Confirm, "2023-07-01").Then(new NationalityConfirmed());

    [Fact]
    public void Once() =>
        Asked().Happened("2023-07-01", new NationalityConfirmed()).When(Confirm, "2023-07-02").ThenRefused("country.already-confirmed");

    [Fact]
    public void Then_it_may_agree_to_take_back() =>
        Asked().Happened("2023-07-01", new NationalityConfirmed()).When(Agree, "2023-07-02").Then(new TakeBackAgreed());

    [Fact]
    public void Not_before() => Asked().When(Agree, "2023-07-02").ThenRefused("country.nationality-not-confirmed");

    [Fact]
    public void It_agrees_once() =>
        Asked().Happened("2023-07-01", new NationalityConfirmed(), new TakeBackAgreed()).When(Agree, "2023-07-02").ThenRefused("country.already-agreed");

    [Fact]
    public void Or_it_refuses_a_document() => Asked().When(Refuse, "2023-07-02").Then(new TravelDocumentRefused());

    [Fact]
    public void Not_what_it_gave() => Received().When(Refuse, "2023-09-02").ThenRefused("country.nothing-asked");

    [Fact]
    public void After_a_refusal_it_may_be_asked_again() =>
        Asked().Happened("2023-07-02", new TravelDocumentRefused()).When(new RequestTravelDocument(Officials.Returning), "2023-12-01")
            .Then(new TravelDocumentRequested());

    [Fact]
    public void A_document_has_a_last_day() => Received().When(Validity, "2023-09-01").Then(new DocumentValidityRecorded(Date("2024-01-31")));

    [Fact]
    public void Not_a_document_that_is_not_there() => Asked().When(Validity, "2023-09-01").ThenRefused("travel-document.none");

    [Fact]
    public void Nor_one_that_is_over() => Received().When(Validity, "2024-02-01").ThenRefused("travel-document.validity-past");

    [Fact]
    public void The_clock_records_that_it_expired() =>
        Received().Happened("2023-09-01", new DocumentValidityRecorded(Date("2024-01-31"))).When(Expire, "2024-02-01").Then(new TravelDocumentExpired());

    [Fact]
    public void Not_on_its_last_day() =>
        Received().Happened("2023-09-01", new DocumentValidityRecorded(Date("2024-01-31"))).When(Expire, "2024-01-31")
            .ThenRefused("travel-document.still-valid", "2024-01-31");

    [Fact]
    public void Nor_when_that_day_is_not_known() => Received().When(Expire, "2024-02-01").ThenRefused("travel-document.validity-not-known");

    [Fact]
    public void Nor_what_never_came() => Asked().When(Expire, "2024-02-01").ThenRefused("travel-document.none");
}

public sealed class ForcedReturnTests
{
    private static readonly Depart Forced = new(Officials.Returning, DepartureKind.Forced);

    private static Given Ready() => CountryContactTests.Received();

    [Fact]
    public void Document_law_and_presence_make_forced_return_possible() => Ready().When(Forced, "2023-09-10").Then(new Departed(DepartureKind.Forced));

    [Fact]
    public void An_agreement_to_take_back_stands_for_the_document() =>
        CountryContactTests.Asked().Happened("2023-07-01", new NationalityConfirmed(), new TakeBackAgreed()).When(Forced, "2023-09-10")
            .Then(new Departed(DepartureKind.Forced));

    [Fact]
    public void An_expired_document_is_none() =>
        Ready().Happened("2023-09-01", new DocumentValidityRecorded(Date("2023-09-09"))).When(Forced, "2023-09-10").ThenRefused("departure.no-travel-document");

    [Fact]
    public void Deferral_on_medical_grounds_is_an_obstacle() =>
        Ready().Happened("2023-09-02", new MedicalDeferralRequested(), new MedicalOpinionGiven(6), new MedicalDeferralDecided(true, Date("2024-03-02"), Officials.Deciding))
            .When(Forced, "2024-03-02").ThenRefused("departure.deferred-on-medical-grounds", "2024-03-02");

    [Fact]
    public void Until_its_last_day() =>
        Ready().Happened("2023-09-02", new MedicalDeferralRequested(), new MedicalOpinionGiven(6), new MedicalDeferralDecided(true, Date("2024-03-02"), Officials.Deciding))
            .When(Forced, "2024-03-03").Then(new Departed(DepartureKind.Forced));

    [Fact] // The norm's own words: every obstacle at once.
    public void The_obstacles_are_named_together() =>
        Assert.Equal(
            ReturnObstacles.NoDocument | ReturnObstacles.Legal | ReturnObstacles.Absent,
            ForcedReturns.Obstacles(
                ReturnFileTests.Refused().Happened("2023-05-10", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception)).Now(),
                Norms.Regimes.January2024, Date("2023-05-20")));
}

public sealed class FlightTests
{
    private static readonly PlanFlight Plan = new(Officials.Returning, Date("2023-10-02"), DepartureKind.Forced, Escorted: true);
    private static readonly FlightPlanned Planned = new(Plan.FlightOn, Plan.Kind, Plan.Escorted);
    private static readonly CancelFlight Cancel = new(Officials.Returning, FlightCancelCause.Resisted);

    [Fact]
    public void A_flight_is_planned_when_the_three_conditions_hold() => CountryContactTests.Received().When(Plan, "2023-09-10").Then(Planned);

    [Fact]
    public void Not_without_a_document() => CountryContactTests.Asked().When(Plan, "2023-09-10").ThenRefused("departure.no-travel-document");

    [Fact]
    public void Not_for_someone_who_is_gone() =>
        CountryContactTests.Received().Happened("2023-09-05", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception))
            .When(Plan, "2023-09-10").ThenRefused("departure.not-available");

    [Fact]
    public void Not_with_a_document_that_will_have_expired() =>
        CountryContactTests.Received().Happened("2023-09-01", new DocumentValidityRecorded(Date("2023-10-01"))).When(Plan, "2023-09-10")
            .ThenRefused("flight.document-expires", "2023-10-01");

    [Fact]
    public void Not_a_second_one() =>
        CountryContactTests.Received().Happened("2023-09-10", Planned).When(Plan, "2023-09-11").ThenRefused("flight.already-planned");

    [Fact]
    public void Not_for_yesterday() => CountryContactTests.Received().When(Plan, "2023-10-03").ThenRefused("flight.in-the-past");

    [Fact]
    public void Not_to_leave_unsupervised() =>
        CountryContactTests.Received().When(Plan with { Kind = DepartureKind.Unsupervised }, "2023-09-10").ThenRefused("flight.unsupervised");

    [Fact]
    public void Who_leaves_independently_may_have_one_within_the_departure_period() =>
        ReturnFileTests.Refused().Happened("2023-05-02", new ReturnFileOpened())
            .When(Plan with { FlightOn = Date("2023-05-20"), Kind = DepartureKind.Independent, Escorted = false }, "2023-05-10")
            .Then(new FlightPlanned(Date("2023-05-20"), DepartureKind.Independent, false));

    [Fact]
    public void But_not_while_the_claim_runs() =>
        AnAdult().Lodged("2023-01-16").When(Plan with { Kind = DepartureKind.Independent }, "2023-05-10").ThenRefused("departure.application-runs");

    [Fact]
    public void It_is_cancelled_with_its_cause() =>
        CountryContactTests.Received().Happened("2023-09-10", Planned).When(Cancel, "2023-10-02").Then(new FlightCancelled(FlightCancelCause.Resisted));

    [Fact]
    public void Not_what_was_not_planned() => CountryContactTests.Received().When(Cancel, "2023-10-02").ThenRefused("flight.not-planned");

    [Fact]
    public void Not_after_departure() =>
        CountryContactTests.Received().Happened("2023-09-10", Planned).Happened("2023-10-02", new Departed(DepartureKind.Forced))
            .When(Cancel, "2023-10-03").ThenRefused("person.departed");

    [Fact]
    public void A_new_application_takes_the_flight_away() =>
        Assert.Null(CountryContactTests.Received().Happened("2023-09-10", Planned).Happened("2023-09-20", new ApplicationLodged(2)).Now().Return.Flight);
}
