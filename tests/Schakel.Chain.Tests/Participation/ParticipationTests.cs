using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Participation;

public sealed class ActivityTests
{
    private static readonly JoinActivity Sport = new(ActivityKinds.Sport);
    private static readonly IssueVolunteerDeclaration Declare = new(Officials.Labour);

    private static Given Staying(Modality modality = Modality.Regular) => AnAdult().Lodged("2023-11-10").Placed("2023-11-10", modality);

    private static Given Returning() => Staying().Happened("2024-02-01", new ReturnFileOpened());

    [Fact]
    public void Residents_take_part() => Staying().When(Sport, "2024-01-10").Then(new ActivityJoined(ActivityKinds.Sport));

    [Fact]
    public void Also_while_preparing_return() => Returning().When(Sport, "2024-03-10").Then(new ActivityJoined(ActivityKinds.Sport));

    [Fact]
    public void Once() =>
        Staying().Happened("2024-01-05", new ActivityJoined(ActivityKinds.Sport)).When(Sport, "2024-01-10").ThenRefused("activity.already-joined");

    [Fact]
    public void There_is_more_to_join_than_sport()
    {
        var sporting = Staying(Modality.Emergency).Happened("2024-01-05", new ActivityJoined(ActivityKinds.Sport));
        Assert.True(sporting.AheadOn("2024-01-10").CanTake(ActivitySteps.Join));
        sporting.When(new JoinActivity(ActivityKinds.Training), "2024-01-10").Then(new ActivityJoined(ActivityKinds.Training));
        var everything = ActivityKinds.Creative | ActivityKinds.Training | ActivityKinds.Chores;
        Assert.False(sporting.Happened("2024-01-06", new ActivityJoined(everything)).AheadOn("2024-01-10").CanTake(ActivitySteps.Join));
    }

    [Fact]
    public void In_something() => Staying().When(new JoinActivity(ActivityKinds.None), "2024-01-10").ThenRefused("activity.none");

    [Fact]
    public void A_desk_is_at_regular_sites_only() =>
        Staying(Modality.Emergency).When(new JoinActivity(ActivityKinds.Neighbourhood), "2024-01-10").ThenRefused("activity.no-desk");

    [Fact]
    public void Others_do_not() => AnAdult().Arrived("2024-01-05").When(Sport, "2024-01-10").ThenRefused("reception.not-in-reception");

    [Fact]
    public void A_declaration_says_that_work_is_volunteering() => Staying().When(Declare, "2024-01-10").Then(new VolunteerDeclarationIssued());

    [Fact]
    public void Also_of_whoever_prepares_return_and_it_lies_ahead()
    {
        var refused = AnAdult().Lodged("2023-06-01").InTrack(Track.General, "2023-06-02").Interviewed("2023-12-01").Extended("2023-12-04").Intended("2023-12-20").Viewed("2024-01-10")
            .Decided(DecisionOutcome.Unfounded, "2024-02-03").Happened("2024-04-08", new ReturnFileOpened());
        Assert.True(refused.AheadOn("2024-05-10").CanTake(ActivitySteps.Declare));
        refused.When(Declare, "2024-05-10").Then(new VolunteerDeclarationIssued());
        Assert.DoesNotContain(refused.Happened("2024-05-10", new VolunteerDeclarationIssued()).AheadOn("2024-05-11").Steps, step => step.Code == "issue-volunteer-declaration");
    }

    [Fact]
    public void It_says_so_once() =>
        Staying().Happened("2024-01-05", new VolunteerDeclarationIssued()).When(Declare, "2024-01-10").ThenRefused("volunteering.already-declared");

    [Fact]
    public void A_permit_holder_needs_none() =>
        Chain.Tests.Procedure.ApplicationTests.Granted().When(Declare, "2024-03-10").ThenRefused("work.free-access");

    [Fact]
    public void With_it_someone_volunteers() =>
        Staying().Happened("2024-01-05", new VolunteerDeclarationIssued()).When(new StartVolunteering(), "2024-01-10").Then(new VolunteeringStarted());

    [Fact]
    public void Also_in_the_months_before_return() =>
        Returning().Happened("2024-02-05", new VolunteerDeclarationIssued()).When(new StartVolunteering(), "2024-03-10").Then(new VolunteeringStarted());

    [Fact]
    public void Without_it_that_is_work() => Staying().When(new StartVolunteering(), "2024-01-10").ThenRefused("volunteering.not-declared");

    [Fact]
    public void Nobody_begins_twice() =>
        Staying().Happened("2024-01-05", new VolunteerDeclarationIssued(), new VolunteeringStarted()).When(new StartVolunteering(), "2024-01-10")
            .ThenRefused("volunteering.already-started");

    [Fact]
    public void Volunteering_ends() =>
        Staying().Happened("2024-01-05", new VolunteerDeclarationIssued(), new VolunteeringStarted()).When(new EndVolunteering(), "2024-01-10")
            .Then(new VolunteeringEnded());

    [Fact]
    public void When_it_began() => Staying().When(new EndVolunteering(), "2024-01-10").ThenRefused("volunteering.not-started");

    [Fact]
    public void In_an_open_file() => AnAdult().When(new EndVolunteering(), "2024-01-10").ThenRefused("file.not-opened");

    [Fact]
    public void Work_ends() =>
        Staying().Happened("2024-05-11", new WorkPermitIssued(), new WorkStarted()).When(new EndWork(), "2024-07-01").Then(new WorkEnded());

    [Fact]
    public void When_it_was_begun() => Staying().When(new EndWork(), "2024-07-01").ThenRefused("work.not-started");

    [Fact]
    public void Of_someone_who_is_known() => AnAdult().When(new EndWork(), "2024-07-01").ThenRefused("file.not-opened");

    [Fact] // A citizen service number comes with registration as a resident, after six months, whatever the claim's outcome.
    public void Whoever_prepares_return_gets_a_citizen_number_too() =>
        Returning().When(new RegisterResident(new(34, OfficialRoles.MunicipalOfficer)), "2024-05-10").Then(new ResidentRegistered());
}

public sealed class ContributionTests
{
    private static readonly AssessContribution June = new(Officials.Reception, Date("2024-06-01"), new(2000_00, 0, 0), 10);

    private static Given Staying() => AnAdult().Lodged("2023-11-10").Placed("2023-11-10");

    private static ContributionAssessed Owed(long cents) => new(Date("2024-06-01"), cents, Officials.Reception);

    [Fact] // (44.66 + 45.38) × 4.33 = 389.87: never more than what is received is worth.
    public void Whoever_earns_pays_what_reception_is_worth() => Staying().When(June, "2024-06-10").Then(Owed(389_87));

    [Fact] // 100 less a quarter.
    public void Whoever_earns_little_pays_less() =>
        Staying().When(June with { Means = new(100_00, 0, 0) }, "2024-06-10").Then(Owed(75_00));

    [Fact]
    public void Whoever_earns_nothing_owes_nothing() => Staying().When(June with { Means = default }, "2024-06-10").Then(Owed(0));

    [Fact] // Two: (44.66 + 34.86 + 45.38 + 22.69) × 4.33 = 639.06.
    public void A_household_pays_for_all_its_members() =>
        AnAdult().WithRelative(Person, FamilyRole.Main, "1990-05-01").WithAChild().Lodged("2023-11-10").Placed("2023-11-10").When(June, "2024-06-10")
            .Then(Owed(639_06));

    [Fact]
    public void Once_a_month() => Staying().Happened("2024-06-05", Owed(389_87)).When(June, "2024-06-10").ThenRefused("contribution.already-assessed");

    [Fact]
    public void Also_when_another_month_was_assessed_since() =>
        Staying().Happened("2024-06-05", Owed(389_87)).Happened("2024-07-05", Owed(389_87) with { Month = Date("2024-07-01") }).When(June, "2024-07-10")
            .ThenRefused("contribution.already-assessed");

    [Fact]
    public void A_month_left_out_is_assessed_later_and_the_next_one_stays_the_next()
    {
        var working = Staying().Happened("2024-05-11", new WorkPermitIssued(), new WorkStarted()).Happened("2024-07-05", Owed(389_87) with { Month = Date("2024-07-01") });
        working.When(June, "2024-07-10").Then(Owed(389_87));
        Assert.Equal(
            "2024-08-01",
            working.Happened("2024-07-10", Owed(389_87)).AheadOn("2024-07-10").Steps.Single(step => step.Code == "assess-contribution").Earliest?.ToString());
    }

    [Fact]
    public void For_a_month_that_has_begun() => Staying().When(June, "2024-05-31").ThenRefused("contribution.no-month");

    [Fact]
    public void For_a_whole_month() => Staying().When(June with { Month = Date("2024-06-02") }, "2024-06-10").ThenRefused("contribution.no-month");

    [Fact]
    public void With_means_that_can_be() =>
        Staying().When(June with { Means = new(-1, 0, 0) }, "2024-06-10").ThenRefused("contribution.no-means");

    [Fact]
    public void Not_outside_reception() => AnAdult().Lodged("2023-11-10").When(June, "2024-06-10").ThenRefused("contribution.not-in-reception");
}
