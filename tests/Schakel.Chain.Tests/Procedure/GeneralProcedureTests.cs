using Schakel.Chain.Procedure;
using Schakel.Norms.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>
/// Each step of the general procedure has its day (Vb 3.113–3.114). Day 1 is Wednesday 27 March 2024; Easter lies between, so day 2 is
/// 28 March, day 3 is 2 April and day 6 is 5 April.
/// </summary>
public sealed class GeneralProcedureTests
{
    private static readonly IssueIntention Intend = new(Officials.Deciding);
    private static readonly IntentionIssued Intention = new(Officials.Deciding);
    private static readonly ReferToExtendedProcedure Refer = new(Officials.Deciding);

    private static Given Planned() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05")
        .Happened("2024-03-13", new InterviewPlanned(Date("2024-03-27")));

    private static Given Heard() => Planned().Happened("2024-03-27", new InterviewHeld());

    private static Given Viewed() => Heard().Intended("2024-04-02").Viewed("2024-04-03");

    private static LengthenGeneralProcedure To(ProcedureVariant variant) => new(Officials.Hearing, variant);

    private static GeneralProcedureLengthened Lengthened(ProcedureVariant variant) => new(variant, Officials.Hearing);

    private static DecideApplication Reject => new(Officials.Deciding, DecisionOutcome.Unfounded) { Ground = DecisionGround.NoGroundForPermit };

    private static ApplicationDecided Rejected(bool inGeneralProcedure) => new(DecisionOutcome.Unfounded, inGeneralProcedure, Officials.Deciding, DecisionGround.NoGroundForPermit);

    private static BreachRecorded After(string last) => new("general-procedure", Date(last));

    [Fact]
    public void Corrections_come_in_on_day_two() => Heard().When(new SubmitCorrections(), "2024-03-28").Then(new CorrectionsSubmitted());

    [Fact]
    public void Corrections_after_it_are_marked() =>
        Heard().When(new SubmitCorrections(), "2024-03-29").Then(new CorrectionsSubmitted(), After("2024-03-28"));

    [Fact]
    public void The_intention_is_issued_on_day_three() => Heard().When(Intend, "2024-04-02").Then(Intention);

    [Fact]
    public void An_intention_after_it_is_marked() => Heard().When(Intend, "2024-04-03").Then(Intention, After("2024-04-02"));

    [Fact]
    public void The_decision_is_taken_on_day_six_at_the_latest() =>
        Viewed().When(Reject, "2024-04-05").Then(Rejected(inGeneralProcedure: true));

    [Fact] // Vw 69(2): so the appeal period is four weeks, not one.
    public void After_day_six_it_is_marked_and_no_longer_one_in_the_general_procedure() =>
        Viewed().When(Reject, "2024-04-08").Then(Rejected(inGeneralProcedure: false), After("2024-04-05"));

    [Fact]
    public void A_grant_after_day_six_is_marked_too() =>
        Heard().When(new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee), "2024-04-08")
            .Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding), After("2024-04-05"));

    [Fact]
    public void On_day_six_the_case_may_still_be_referred() =>
        Heard().When(Refer, "2024-04-05").Then(new ReferredToExtendedProcedure());

    [Fact]
    public void Referring_after_it_is_marked() =>
        Heard().When(Refer, "2024-04-08").Then(new ReferredToExtendedProcedure(), After("2024-04-05"));

    [Fact]
    public void In_the_extended_procedure_no_day_is_missed() =>
        Heard().Extended("2024-04-02").When(Intend, "2024-05-06").Then(Intention);

    [Theory] // Day 9 is 10 April.
    [InlineData("2024-04-10", false)]
    [InlineData("2024-04-11", true)]
    public void Announced_beforehand_there_are_nine_days(string on, bool late) =>
        Planned().Happened("2024-03-20", Lengthened(ProcedureVariant.Nine)).Happened("2024-03-27", new InterviewHeld())
            .Intended("2024-04-04").Viewed("2024-04-05")
            .When(Reject, on).Then(late ? [Rejected(false), After("2024-04-10")] : [Rejected(true)]);

    [Theory] // Day 12 is 15 April.
    [InlineData("2024-04-15", false)]
    [InlineData("2024-04-16", true)]
    public void Extended_on_a_ground_there_are_twelve(string on, bool late) =>
        Heard().Happened("2024-04-05", Lengthened(ProcedureVariant.Extended12)).Intended("2024-04-10").Viewed("2024-04-11")
            .When(Reject, on).Then(late ? [Rejected(false), After("2024-04-15")] : [Rejected(true)]);

    [Fact]
    public void Nine_days_are_announced_before_the_interview() =>
        Planned().When(To(ProcedureVariant.Nine), "2024-03-20").Then(Lengthened(ProcedureVariant.Nine));

    [Fact]
    public void Not_after_it() => Heard().When(To(ProcedureVariant.Nine), "2024-03-28").ThenRefused("general-procedure.wrong-moment");

    [Fact]
    public void An_extension_comes_on_the_last_day_at_the_latest() =>
        Heard().When(To(ProcedureVariant.Extended14), "2024-04-05").Then(Lengthened(ProcedureVariant.Extended14));

    [Fact]
    public void What_is_over_is_not_made_longer() =>
        Heard().When(To(ProcedureVariant.Extended12), "2024-04-08").ThenRefused("general-procedure.over", "2024-04-05");

    [Fact]
    public void Six_days_are_not_longer() => Heard().When(To(ProcedureVariant.Six), "2024-03-28").ThenRefused("general-procedure.not-longer");

    [Fact]
    public void A_case_that_was_referred_is_not_made_longer() =>
        Heard().Extended("2024-04-02").When(To(ProcedureVariant.Extended12), "2024-04-03").ThenRefused("general-procedure.not-running");

    [Fact]
    public void Nor_one_that_was_decided() =>
        Viewed().Decided(DecisionOutcome.Unfounded, "2024-04-05", true).When(To(ProcedureVariant.Extended12), "2024-04-05")
            .ThenRefused("application.none-open");
}
