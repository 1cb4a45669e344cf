using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class PresenceTests
{
    private static readonly RegisterPresence Report = new(Officials.Reception);
    private static readonly RecordMissedReport Missed = new(Officials.Reception);

    private static Given Staying(Modality modality = Modality.Regular) => AnAdult().Arrived("2024-01-15").Placed("2024-01-15", modality);

    private static PermitAbsence Leave(string through) => new(Officials.Reception, Date(through));

    [Fact]
    public void Residents_report_at_the_site() => Staying().When(Report, "2024-01-22").Then(new PresenceRegistered());

    [Fact]
    public void Once_a_day_will_do() =>
        Staying().Happened("2024-01-22", new PresenceRegistered()).When(Report, "2024-01-22").ThenRefused("report.already-registered");

    [Fact]
    public void Others_do_not() => AnAdult().Arrived("2024-01-15").When(Report, "2024-01-22").ThenRefused("reception.not-in-reception");

    [Fact]
    public void A_report_is_missed_after_a_week() =>
        Staying().When(Missed, "2024-01-23").Then(new ReportMissed(Date("2024-01-22"), Officials.Reception));

    [Fact]
    public void Not_within_it() => Staying().When(Missed, "2024-01-22").ThenRefused("report.not-due", "2024-01-22");

    [Fact]
    public void In_sober_reception_after_a_day() =>
        Staying(Modality.ProcessAvailability).When(Missed, "2024-01-17").Then(new ReportMissed(Date("2024-01-16"), Officials.Reception));

    [Fact]
    public void By_a_permit_holder_after_two_weeks() =>
        Chain.Tests.Procedure.ApplicationTests.Granted().Placed("2024-02-08").When(Missed, "2024-02-22").ThenRefused("report.not-due", "2024-02-22");

    [Fact]
    public void Nobody_misses_a_report_outside_reception() =>
        AnAdult().Arrived("2024-01-15").When(Missed, "2024-02-22").ThenRefused("reception.not-in-reception");

    [Fact]
    public void Absence_is_permitted() => Staying().When(Leave("2024-02-09"), "2024-02-01").Then(new AbsencePermitted(Date("2024-02-09")));

    [Fact]
    public void Then_no_report_is_missed() =>
        Staying().Happened("2024-01-20", new AbsencePermitted(Date("2024-02-09"))).When(Missed, "2024-02-09")
            .ThenRefused("report.absence-permitted", "2024-02-09");

    [Fact]
    public void And_nobody_is_declared_gone() =>
        Staying().Happened("2024-01-20", new AbsencePermitted(Date("2024-02-09")))
            .When(new RecordUnknownDeparture(Officials.Reception, true), "2024-02-09").ThenRefused("unknown-departure.absence-permitted", "2024-02-09");

    [Fact]
    public void Not_until_a_day_that_has_passed() => Staying().When(Leave("2024-01-31"), "2024-02-01").ThenRefused("absence.in-the-past");

    [Fact]
    public void Not_where_an_order_limits_freedom() =>
        Staying(Modality.FreedomRestricting).When(Leave("2024-02-09"), "2024-02-01").ThenRefused("absence.limited-freedom");

    [Fact] // Red line 6: presence registers are not reused for policing. The register changes nothing that police or return officers may do.
    public void The_register_opens_no_door_to_detention()
    {
        var act = new Detain(
            Officials.Detaining, DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, LesserMeansFail: true,
            WeightyInterest: false);
        Staying().When(act, "2024-03-01").ThenRefused("detention.wrong-basis");
        Staying().Happened("2024-01-23", new ReportMissed(Date("2024-01-22"), Officials.Reception))
            .Happened("2024-02-01", new ReportMissed(Date("2024-01-30"), Officials.Reception)).When(act, "2024-03-01").ThenRefused("detention.wrong-basis");
    }

    [Fact]
    public void Needs_are_recorded_when_assessed() =>
        Staying().Happened("2024-01-18", new NeedsAssessed()).When(new RecordNeeds(Officials.Reception, PlaceKinds.Wheelchair), "2024-01-18")
            .Then(new NeedsRecorded(PlaceKinds.Wheelchair));

    [Fact]
    public void Not_before() => Staying().When(new RecordNeeds(Officials.Reception, PlaceKinds.Wheelchair), "2024-01-18").ThenRefused("needs.not-assessed");

    [Fact]
    public void Nor_twice() =>
        Staying().Happened("2024-01-18", new NeedsAssessed(), new NeedsRecorded(PlaceKinds.Wheelchair))
            .When(new RecordNeeds(Officials.Reception, PlaceKinds.Wheelchair), "2024-01-18").ThenRefused("needs.unchanged");

    [Fact]
    public void Treatment_begins() => Staying().When(new BeginTreatment(Health), "2024-02-01").Then(new TreatmentBegun());

    [Fact]
    public void And_is_known_once() =>
        Staying().Happened("2024-02-01", new TreatmentBegun()).When(new BeginTreatment(Health), "2024-02-02").ThenRefused("treatment.already-begun");

    [Fact]
    public void Treatment_ends() =>
        Staying().Happened("2024-02-01", new TreatmentBegun()).When(new EndTreatment(Health), "2024-03-01").Then(new TreatmentEnded());

    [Fact]
    public void When_it_began() => Staying().When(new EndTreatment(Health), "2024-03-01").ThenRefused("treatment.none");

    private static Official Health => new(33, OfficialRoles.HealthWorker);
}
