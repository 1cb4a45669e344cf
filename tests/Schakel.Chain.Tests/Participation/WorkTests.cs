using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Participation;

public sealed class WorkTests
{
    private static readonly IssueWorkPermit Permit = new(Officials.Labour);

    [Fact]
    public void After_six_months_an_employer_may_have_a_work_permit() =>
        AnAdult().Lodged("2023-11-10").When(Permit, "2024-05-11").Then(new WorkPermitIssued());

    [Fact]
    public void Not_sooner() => AnAdult().Lodged("2023-11-10").When(Permit, "2024-05-09").ThenRefused("work.too-soon");

    [Fact]
    public void Not_without_an_application() => AnAdult().Arrived("2023-11-10").When(Permit, "2024-05-11").ThenRefused("work.no-application");

    [Fact]
    public void A_permit_holder_needs_none() =>
        Procedure.ApplicationTests.Granted().When(Permit, "2024-08-11").ThenRefused("work.free-access");

    [Fact]
    public void With_a_work_permit_someone_may_work() =>
        AnAdult().Lodged("2023-11-10").Happened("2024-05-11", new WorkPermitIssued()).When(new StartWork(), "2024-06-01").Then(new WorkStarted());

    [Fact]
    public void A_permit_holder_may_work() => Procedure.ApplicationTests.Granted().When(new StartWork(), "2024-06-01").Then(new WorkStarted());

    [Fact]
    public void Others_may_not() => AnAdult().Lodged("2023-11-10").When(new StartWork(), "2024-06-01").ThenRefused("work.no-access");

    [Fact]
    public void Work_starts_once() =>
        Procedure.ApplicationTests.Granted().Happened("2024-06-01", new WorkStarted()).When(new StartWork(), "2024-06-02")
            .ThenRefused("work.already-started");

    [Fact]
    public void Whoever_is_finally_refused_gets_no_work_permit() =>
        AnAdult().Lodged("2023-01-10").InTrack(Track.General, "2023-01-12").Interviewed("2023-02-06").Extended("2023-02-08")
            .Decided(DecisionOutcome.Unfounded, "2023-05-01").When(Permit, "2023-08-01").ThenRefused("work.no-application");
}
