using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class IncidentTests
{
    private static readonly RecordIncident Record = new(Officials.Reception, IncidentKind.Nuisance, IncidentSeverity.Considerable, PersonHeard: true);
    private static readonly ReportIncident Report = new(Officials.Reception);
    private static readonly ImposeMeasure Withhold = new(Officials.Reception, MeasureKind.WithholdAllowance, 14, PersonHeard: true);
    private static readonly ImposeMeasure Enforce = Withhold with { Kind = MeasureKind.EnforcementSite };

    private static Given Staying() => AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-01-16", new AllowanceStarted());

    private static Given After(IncidentSeverity severity, IncidentKind kind = IncidentKind.Nuisance) =>
        Staying().Happened("2024-02-01", new IncidentRecorded(kind, severity));

    private static Given Measured() => After(IncidentSeverity.Serious)
        .Happened("2024-02-01", new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-15"), Date("2024-02-08"), Officials.Reception));

    [Fact]
    public void An_incident_is_recorded() =>
        Staying().When(Record, "2024-02-01").Then(new IncidentRecorded(IncidentKind.Nuisance, IncidentSeverity.Considerable));

    [Fact]
    public void After_the_person_was_heard() => Staying().When(Record with { PersonHeard = false }, "2024-02-01").ThenRefused("incident.person-not-heard");

    [Fact]
    public void At_a_site() => AnAdult().Arrived("2024-01-15").When(Record, "2024-02-01").ThenRefused("reception.not-in-reception");

    [Fact]
    public void Violence_is_reported_to_the_police() =>
        After(IncidentSeverity.Considerable, IncidentKind.Violence).When(Report, "2024-02-01").Then(new IncidentReported(Officials.Reception));

    [Fact] // Red line 6: nothing goes from reception to the police without need.
    public void Nuisance_is_not() => After(IncidentSeverity.Considerable).When(Report, "2024-02-01").ThenRefused("incident.report-out-of-proportion");

    [Fact]
    public void Nothing_is_not() => Staying().When(Report, "2024-02-01").ThenRefused("incident.none");

    [Fact]
    public void It_is_reported_once() =>
        After(IncidentSeverity.Serious).Happened("2024-02-01", new IncidentReported(Officials.Reception)).When(Report, "2024-02-02")
            .ThenRefused("incident.already-reported");

    [Fact]
    public void Allowance_is_withheld_for_a_time() =>
        After(IncidentSeverity.Considerable).When(Withhold, "2024-02-01")
            .Then(new MeasureImposed(MeasureKind.WithholdAllowance, Date("2024-02-15"), Date("2024-02-08"), Officials.Reception));

    [Fact]
    public void Not_without_an_incident() => Staying().When(Withhold, "2024-02-01").ThenRefused("measure.no-incident");

    [Fact]
    public void Not_unheard() =>
        After(IncidentSeverity.Considerable).When(Withhold with { PersonHeard = false }, "2024-02-01").ThenRefused("measure.person-not-heard");

    [Fact]
    public void Not_for_something_slight() => After(IncidentSeverity.Slight).When(Withhold, "2024-02-01").ThenRefused("measure.out-of-proportion");

    [Fact]
    public void Nor_an_enforcement_site_for_nuisance() =>
        After(IncidentSeverity.Considerable).When(Enforce, "2024-02-01").ThenRefused("measure.out-of-proportion");

    [Fact]
    public void Not_for_ever() => After(IncidentSeverity.Serious).When(Enforce with { Days = 0 }, "2024-02-01").ThenRefused("measure.no-duration");

    [Fact]
    public void Not_from_whoever_receives_none() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-02-01", new IncidentRecorded(IncidentKind.Violence, IncidentSeverity.Serious))
            .When(Withhold, "2024-02-01").ThenRefused("measure.no-allowance");

    [Fact]
    public void Not_from_a_minor() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").Placed("2024-01-15", Modality.Minors)
            .Happened("2024-02-01", new IncidentRecorded(IncidentKind.Violence, IncidentSeverity.Serious)).When(Enforce, "2024-02-01")
            .ThenRefused("measure.minor");

    [Fact]
    public void A_warning_may_be_given_to_one() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").Placed("2024-01-15", Modality.Minors)
            .Happened("2024-02-01", new IncidentRecorded(IncidentKind.HouseRules, IncidentSeverity.Slight))
            .When(Withhold with { Kind = MeasureKind.Warning, Days = 1 }, "2024-02-01")
            .Then(new MeasureImposed(MeasureKind.Warning, Date("2024-02-02"), Date("2024-02-02"), Officials.Reception));

    [Fact]
    public void One_at_a_time() => Measured().When(Enforce, "2024-02-15").ThenRefused("measure.already-imposed", "2024-02-15");

    [Fact]
    public void A_measure_ends_by_itself() =>
        Measured().When(Enforce, "2024-02-16").Then(new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-03-01"), Date("2024-02-23"), Officials.Reception));

    [Fact]
    public void Longer_than_is_usual_at_an_enforcement_site_is_marked() =>
        After(IncidentSeverity.Serious).When(Enforce with { Days = 22 }, "2024-02-01").Then(
            new MeasureImposed(MeasureKind.EnforcementSite, Date("2024-02-23"), Date("2024-02-08"), Officials.Reception),
            new BreachRecorded("stay-limit", Date("2024-02-22")));

    [Fact]
    public void A_measure_is_reviewed_and_ends() =>
        Measured().When(new ReviewMeasure(Officials.Reception, 0), "2024-02-08").Then(new MeasureReviewed(null, null, Officials.Reception));

    [Fact]
    public void Or_goes_on_and_counts_from_its_first_day() =>
        Measured().When(new ReviewMeasure(Officials.Reception, 15), "2024-02-08").Then(
            new MeasureReviewed(Date("2024-02-23"), Date("2024-02-15"), Officials.Reception), new BreachRecorded("stay-limit", Date("2024-02-22")));

    [Fact]
    public void A_late_review_is_marked() =>
        Measured().When(new ReviewMeasure(Officials.Reception, 0), "2024-02-09").Then(
            new MeasureReviewed(null, null, Officials.Reception), new BreachRecorded("measure-review", Date("2024-02-08")));

    [Fact]
    public void Not_backwards() => Measured().When(new ReviewMeasure(Officials.Reception, -1), "2024-02-08").ThenRefused("measure.no-duration");

    [Fact]
    public void Where_none_runs_none_is_reviewed() =>
        Staying().When(new ReviewMeasure(Officials.Reception, 0), "2024-02-08").ThenRefused("measure.none");
}
