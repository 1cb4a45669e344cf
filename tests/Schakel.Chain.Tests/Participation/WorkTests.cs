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

    private static Given Refused(string? permitOn = null)
    {
        var given = AnAdult().Lodged("2022-10-10").InTrack(Track.General, "2022-10-12").Interviewed("2023-02-06").Extended("2023-02-08");
        return (permitOn is null ? given : given.Happened(permitOn, new WorkPermitIssued())).Decided(DecisionOutcome.Unfounded, "2023-05-01");
    }

    [Fact]
    public void Whoever_is_finally_refused_gets_no_work_permit() => Refused().When(Permit, "2023-08-01").ThenRefused("work.no-application");

    [Fact] // The appeal period of four weeks ends on Whit Monday, so on 30 May.
    public void Nor_begins_to_work_on_an_old_one()
    {
        Refused("2023-04-12").When(new StartWork(), "2023-05-30").Then(new WorkStarted());
        Refused("2023-04-12").When(new StartWork(), "2023-05-31").ThenRefused("work.no-application");
        Assert.Equal("2023-05-30", Refused("2023-04-12").AheadOn("2023-05-02").MayDo.Single(right => right.Code == "start-work").Until?.ToString());
    }

    [Fact]
    public void Nor_with_a_new_claim_before_it_is_six_months_old()
    {
        var anew = Refused("2023-04-12").Happened("2023-08-01", new ApplicationLodged(2));
        anew.When(new StartWork(), "2023-09-01").ThenRefused("work.no-access");
        anew.When(Permit, "2023-09-01").ThenRefused("work.too-soon");
    }

    [Fact]
    public void One_work_permit_at_a_time() =>
        AnAdult().Lodged("2023-11-10").Happened("2024-05-11", new WorkPermitIssued()).When(Permit, "2024-05-12").ThenRefused("work.permit-already-issued");

    [Fact]
    public void It_ends_with_the_job_and_another_employer_asks_anew()
    {
        var stopped = AnAdult().Lodged("2023-11-10").Happened("2024-05-11", new WorkPermitIssued(), new WorkStarted()).Happened("2024-06-11", new WorkEnded());
        stopped.When(new StartWork(), "2024-06-12").ThenRefused("work.no-access");
        stopped.When(Permit, "2024-06-12").Then(new WorkPermitIssued());
    }
}
