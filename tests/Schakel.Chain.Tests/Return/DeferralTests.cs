using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using Schakel.Norms.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Return;

public sealed class MedicalDeferralTests
{
    private static readonly Official Adviser = new(32, OfficialRoles.HealthWorker);
    private static readonly RequestMedicalDeferral Request = new();
    private static readonly GiveMedicalOpinion Opinion = new(Adviser, Months: 6);
    private static readonly DecideMedicalDeferral Grant = new(Officials.Deciding, Granted: true);
    private static readonly EndMedicalDeferral End = new(Officials.Deciding);

    private static Given Asked() => ReturnFileTests.Returning().Happened("2023-07-03", new MedicalDeferralRequested());

    private static Given Advised(int months = 6) => Asked().Happened("2023-07-20", new MedicalOpinionGiven(months));

    private static Given Granted() => Advised().Happened("2023-08-01", new MedicalDeferralDecided(true, Date("2024-02-01"), Officials.Deciding));

    [Fact]
    public void Deferral_may_be_asked_for() => ReturnFileTests.Returning().When(Request, "2023-07-03").Then(new MedicalDeferralRequested());

    [Fact]
    public void Once_at_a_time() => Asked().When(Request, "2023-07-04").ThenRefused("medical-deferral.pending");

    [Fact]
    public void A_permit_holder_need_not_depart() => Procedure.Holders.Holder().When(Request, "2023-07-04").ThenRefused("return.not-refused");

    [Fact] // REC-2.
    public void The_request_alone_holds_nothing_off() =>
        CountryContactTests.Received().Happened("2023-09-02", new MedicalDeferralRequested()).When(new Depart(Officials.Returning, DepartureKind.Forced), "2023-09-10")
            .Then(new Departed(DepartureKind.Forced));

    [Fact]
    public void The_medical_adviser_gives_an_opinion() => Asked().When(Opinion, "2023-07-20").Then(new MedicalOpinionGiven(6));

    [Fact]
    public void Not_unasked() => ReturnFileTests.Returning().When(Opinion, "2023-07-20").ThenRefused("medical-deferral.not-asked");

    [Fact]
    public void One_opinion() => Advised().When(Opinion, "2023-07-21").ThenRefused("medical-deferral.already-advised");

    [Fact]
    public void Not_fewer_than_no_months() => Asked().When(Opinion with { Months = -1 }, "2023-07-20").ThenRefused("medical-deferral.negative-months");

    [Fact]
    public void It_is_granted_for_the_months_of_the_opinion() =>
        Advised().When(Grant, "2023-08-01").Then(new MedicalDeferralDecided(true, Date("2024-02-01"), Officials.Deciding));

    [Fact]
    public void A_year_at_most() =>
        Advised(months: 30).When(Grant, "2023-08-01").Then(new MedicalDeferralDecided(true, Date("2024-08-01"), Officials.Deciding));

    [Fact]
    public void It_is_refused_when_travel_is_responsible() =>
        Advised(months: 0).When(Grant with { Granted = false }, "2023-08-01").Then(new MedicalDeferralDecided(false, null, Officials.Deciding));

    [Fact]
    public void And_then_not_granted() => Advised(months: 0).When(Grant, "2023-08-01").ThenRefused("medical-deferral.may-travel");

    [Fact]
    public void Nor_refused_when_it_is_not() => Advised().When(Grant with { Granted = false }, "2023-08-01").ThenRefused("medical-deferral.may-not-travel");

    [Fact]
    public void Nothing_is_decided_without_an_opinion() => Asked().When(Grant, "2023-08-01").ThenRefused("medical-deferral.no-opinion");

    [Fact]
    public void Nor_unasked() => ReturnFileTests.Returning().When(Grant, "2023-08-01").ThenRefused("medical-deferral.not-asked");

    [Fact]
    public void It_may_end_early() => Granted().When(End, "2023-12-01").Then(new MedicalDeferralEnded(Officials.Deciding));

    [Fact]
    public void Not_what_is_over() => Granted().When(End, "2024-02-02").ThenRefused("medical-deferral.not-running");

    [Fact]
    public void Nor_after_departure() =>
        Granted().Happened("2023-11-01", new Departed(DepartureKind.Independent)).When(End, "2023-12-01").ThenRefused("person.departed");

    [Fact]
    public void Nobody_is_detained_for_removal_meanwhile() =>
        Granted().When(
                new Detain(Officials.Detaining, DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, true, false), "2023-12-01")
            .ThenRefused("detention.wrong-basis");

    [Fact] // REC-6: four weeks after its end.
    public void Reception_goes_on_for_four_weeks_after_it() =>
        Granted().Placed("2023-08-01").When(new EndReception(Officials.Reception, ReceptionEnd.PeriodLapsed), "2024-02-29")
            .ThenRefused("reception.medical-deferral", "2024-02-29");

    [Fact]
    public void Ended_early_they_count_from_that_end() =>
        Granted().Placed("2023-08-01").Happened("2023-12-02", new MedicalDeferralEnded(Officials.Deciding))
            .When(new EndReception(Officials.Reception, ReceptionEnd.PeriodLapsed), "2023-12-29").ThenRefused("reception.medical-deferral", "2023-12-29");
}

public sealed class NoFaultTests
{
    private static readonly NoFaultFacts AllMet = new(true, true, true, true, true);
    private static readonly RequestNoFaultPermit Request = new();
    private static readonly AdviseOnNoFault Advise = new(Officials.Returning, AllMet);
    private static readonly DecideNoFault Grant = new(Officials.Deciding, Granted: true);

    private static Given Asked(Given? given = null) => (given ?? ReturnFileTests.Returning()).Happened("2023-10-02", new NoFaultRequested());

    private static Given Advised(Given? given = null, bool identity = true) =>
        Asked(given).Happened("2023-11-01", new NoFaultAdvised(true, true, true, identity, true));

    [Fact]
    public void Who_cannot_leave_may_ask() => ReturnFileTests.Returning().When(Request, "2023-10-02").Then(new NoFaultRequested());

    [Fact]
    public void Not_who_may_stay() => Procedure.Holders.Holder().When(Request, "2023-10-02").ThenRefused("return.not-refused");

    [Fact]
    public void Once_at_a_time() => Asked().When(Request, "2023-10-03").ThenRefused("no-fault.pending");

    [Fact]
    public void The_return_service_advises() => Asked().When(Advise, "2023-11-01").Then(new NoFaultAdvised(true, true, true, true, true));

    [Fact]
    public void Not_unasked() => ReturnFileTests.Returning().When(Advise, "2023-11-01").ThenRefused("no-fault.not-asked");

    [Fact]
    public void Once() => Advised().When(Advise, "2023-11-02").ThenRefused("no-fault.already-advised");

    [Fact]
    public void It_is_granted_when_every_condition_is_met() => Advised().When(Grant, "2023-12-01").Then(new NoFaultDecided(true, Officials.Deciding));

    [Fact]
    public void Not_when_one_is_missing() => Advised(identity: false).When(Grant, "2023-12-01").ThenRefused("no-fault.condition-missing");

    [Fact]
    public void It_may_be_refused() => Advised(identity: false).When(Grant with { Granted = false }, "2023-12-01").Then(new NoFaultDecided(false, Officials.Deciding));

    [Fact]
    public void Not_without_advice() => Asked().When(Grant, "2023-12-01").ThenRefused("no-fault.not-advised");

    [Fact]
    public void Nor_unasked() => ReturnFileTests.Returning().When(Grant, "2023-12-01").ThenRefused("no-fault.not-asked");

    [Theory] // Applied at fourteen, on 16 January 2023: three years later.
    [InlineData("2026-01-15", false)]
    [InlineData("2026-01-16", true)]
    public void A_child_alone_for_whom_no_reception_was_found_in_three_years_may_get_it(string on, bool granted)
    {
        var when = Advised(ReturnFileTests.Returning(AnUnaccompaniedMinor()), identity: false).When(Grant, on);
        if (granted)
        {
            when.Then(new NoFaultDecided(true, Officials.Deciding));
        }
        else
        {
            when.ThenRefused("no-fault.condition-missing");
        }
    }

    [Fact]
    public void With_it_nobody_need_depart() =>
        Advised().Happened("2023-12-01", new NoFaultDecided(true, Officials.Deciding)).When(new OpenReturnFile(Officials.Returning), "2023-12-02")
            .ThenRefused("return.not-refused");

    [Fact]
    public void And_the_return_file_is_closed() =>
        Assert.False(Advised().Happened("2023-12-01", new NoFaultDecided(true, Officials.Deciding)).Now().Return.IsOpen);
}

public sealed class FacilityTests
{
    private static readonly Official Municipality = new(33, OfficialRoles.MunicipalOfficer);
    private static readonly ReferToFacility Refer = new(Municipality, new(363));
    private static readonly AcceptInFacility Accept = new(Municipality, Cooperates: true);
    private static readonly LeaveFacility Leave = new(Municipality, FacilityOutcome.Return);

    private static Given Referred() => ReturnFileTests.Returning().Happened("2023-07-03", new ReferredToFacility(new(363)));

    [Fact]
    public void Who_has_no_right_to_stay_may_be_referred() => ReturnFileTests.Returning().When(Refer, "2023-07-03").Then(new ReferredToFacility(new(363)));

    [Fact]
    public void To_one_of_five_municipalities() =>
        ReturnFileTests.Returning().When(Refer with { Municipality = new(518) }, "2023-07-03").ThenRefused("facility.no-pilot");

    [Fact]
    public void Not_out_of_reception() => ReturnFileTests.Returning().Placed("2023-06-05").When(Refer, "2023-07-03").ThenRefused("facility.in-reception");

    [Fact]
    public void Not_twice() => Referred().When(Refer, "2023-07-04").ThenRefused("facility.already-referred");

    [Fact]
    public void Who_cooperates_is_accepted() => Referred().When(Accept, "2023-07-10").Then(new AcceptedInFacility(Municipality));

    [Fact]
    public void Not_who_does_not() => Referred().When(Accept with { Cooperates = false }, "2023-07-10").ThenRefused("facility.no-cooperation");

    [Fact]
    public void Not_unreferred() => ReturnFileTests.Returning().When(Accept, "2023-07-10").ThenRefused("facility.not-referred");

    [Fact]
    public void Once() =>
        Referred().Happened("2023-07-10", new AcceptedInFacility(Municipality)).When(Accept, "2023-07-11").ThenRefused("facility.already-accepted");

    [Fact]
    public void They_leave_with_an_outcome() =>
        Referred().Happened("2023-07-10", new AcceptedInFacility(Municipality)).When(Leave, "2024-03-11").Then(new FacilityLeft(FacilityOutcome.Return, Municipality));

    [Fact]
    public void Not_who_was_not_there() => ReturnFileTests.Returning().When(Leave, "2024-03-11").ThenRefused("facility.not-referred");

    [Fact]
    public void Nor_who_departed() =>
        Referred().Happened("2023-07-10", new Departed(DepartureKind.Independent)).When(Leave, "2024-03-11").ThenRefused("person.departed");
}
