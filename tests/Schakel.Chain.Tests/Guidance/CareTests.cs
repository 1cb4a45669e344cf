using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Guidance;

public sealed class CareTests
{
    private static readonly Official Doctor = new(33, OfficialRoles.HealthWorker);

    private static Given Placed() => AnAdult().Lodged("2024-01-15").Placed("2024-01-15");

    [Fact]
    public void Reception_is_explained_within_fifteen_days() =>
        Placed().When(new ExplainReception(Officials.Reception), "2024-01-30").Then(new ReceptionExplained());

    [Fact]
    public void Later_it_is_a_breach() =>
        Placed().When(new ExplainReception(Officials.Reception), "2024-01-31")
            .Then(new ReceptionExplained(), new BreachRecorded("minimum-standards", Date("2024-01-30")));

    [Fact]
    public void Reception_is_explained_to_whoever_is_in_it() =>
        AnAdult().Lodged("2024-01-15").When(new ExplainReception(Officials.Reception), "2024-01-20").ThenRefused("care.not-in-reception");

    [Fact]
    public void Everybody_is_screened_for_tuberculosis() =>
        AnAdult().Arrived("2024-01-15").When(new ScreenForTuberculosis(Doctor), "2024-01-17").Then(new TuberculosisScreened());

    [Fact]
    public void Once_on_arrival() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-17", new TuberculosisScreened()).When(new ScreenForTuberculosis(Doctor), "2024-01-18")
            .ThenRefused("guidance.already-done");

    [Fact]
    public void The_health_intake_is_held_in_reception() =>
        Placed().When(new HoldHealthIntake(Doctor), "2024-01-25").Then(new HealthIntakeHeld());

    [Fact]
    public void The_health_intake_is_held_once() =>
        Placed().Happened("2024-01-25", new HealthIntakeHeld()).When(new HoldHealthIntake(Doctor), "2024-01-26").ThenRefused("guidance.already-done");

    [Fact]
    public void Special_needs_are_assessed() =>
        Placed().When(new AssessNeeds(Officials.Reception), "2024-01-25").Then(new NeedsAssessed());

    [Fact]
    public void Special_needs_are_assessed_in_reception() =>
        AnAdult().Lodged("2024-01-15").When(new AssessNeeds(Officials.Reception), "2024-01-25").ThenRefused("care.not-in-reception");

    [Fact]
    public void In_a_centre_with_kitchens_there_is_an_allowance() =>
        Placed().When(new StartAllowance(Officials.Reception), "2024-01-22").Then(new AllowanceStarted());

    [Fact]
    public void Not_in_central_reception() =>
        AnAdult().Lodged("2024-01-15").Placed("2024-01-15", Modality.CentralReception).When(new StartAllowance(Officials.Reception), "2024-01-22")
            .ThenRefused("allowance.central-reception");

    [Fact]
    public void A_minor_alone_has_it_there_too() =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").Placed("2024-01-15", Modality.CentralReception)
            .When(new StartAllowance(Officials.Reception), "2024-01-22").Then(new AllowanceStarted());

    [Fact]
    public void The_allowance_begins_once() =>
        Placed().Happened("2024-01-22", new AllowanceStarted()).When(new StartAllowance(Officials.Reception), "2024-01-29")
            .ThenRefused("guidance.already-done");

    [Fact]
    public void The_allowance_ends_with_reception_and_may_begin_again() =>
        Placed().Happened("2024-01-22", new AllowanceStarted())
            .Happened("2024-03-01", new ReceptionEnded(new(5), ReceptionEnd.OwnArrangement, Officials.Reception)).Placed("2024-05-01")
            .When(new StartAllowance(Officials.Reception), "2024-05-06").Then(new AllowanceStarted());

    [Fact]
    public void A_minor_alone_gets_a_guardian() =>
        AnUnaccompaniedMinor().Lodged("2024-01-15").When(new AppointGuardian(Officials.Judge), "2024-01-20").Then(new GuardianAppointed());

    [Fact]
    public void An_adult_does_not() =>
        AnAdult().Lodged("2024-01-15").When(new AppointGuardian(Officials.Judge), "2024-01-20").ThenRefused("guardian.not-a-minor-alone");
}
