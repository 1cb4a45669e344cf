using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Guidance;

/// <summary>What is asked at once follows from somebody's capacity to act; no right, no term and no step of anybody does.</summary>
public sealed class CapacityTests
{
    private const SelfReliance Alone = SelfReliance.Letters | SelfReliance.Phone | SelfReliance.Appointments;
    private static readonly Official Guardian = new(51, OfficialRoles.Guardian);
    private static readonly StateCapacity Say = new(SelfReliance.Phone | SelfReliance.Helper);
    private static readonly CapacityStated Said = new(Say.Manages);
    private static readonly JudgeCapacity Judge = new(Officials.Reception, MoreHelp: true, CapacityGround.Talk);
    private static readonly CapacityJudged Judged = new(MoreHelp: true, CapacityGround.Talk, Officials.Reception);
    private static readonly CapacityJudged Ended = Judged with { MoreHelp = false };
    private static readonly ChoosePreferences Choose = new(LanguageCode.Unknown, 3);
    private static readonly PreferencesChosen Chosen = new(LanguageCode.Unknown, 3);

    private static Given Here() => AnAdult().Arrived("2024-03-01");

    private static CapacityState After(params ChainEvent[] events) => Here().Happened("2024-03-05", events).File().Guidance.Capacity;

    [Fact]
    public void A_person_says_what_they_manage() => Here().When(Say, "2024-03-05").Then(Said);

    [Fact]
    public void They_say_it_again_when_it_changes() => Here().Happened("2024-03-05", Said).When(new StateCapacity(Alone), "2024-03-06").Then(new CapacityStated(Alone));

    [Fact]
    public void Who_says_the_same_again_confirms_it() => Here().Happened("2024-03-05", Said).When(Say, "2024-03-06").Then(Said);

    [Fact]
    public void Who_has_no_file_yet_says_it_later() => AnAdult().When(Say, "2024-03-05").ThenRefused("file.not-opened");

    [Fact]
    public void Who_is_gone_is_asked_nothing() =>
        Here().Happened("2024-03-04", new LeftWithUnknownDestination(false, Officials.Reception)).When(Say, "2024-03-05").ThenRefused("person.gone");

    [Fact]
    public void What_was_said_is_taken_back() => Here().Happened("2024-03-05", Said).When(new WithdrawCapacity(), "2024-03-06").Then(new CapacityWithdrawn());

    [Fact]
    public void What_was_not_said_is_not_taken_back() => Here().When(new WithdrawCapacity(), "2024-03-06").ThenRefused("capacity.not-stated");

    [Fact]
    public void Once_gone_nothing_is_taken_back() =>
        Here().Happened("2024-03-05", Said, new LeftWithUnknownDestination(false, Officials.Reception)).When(new WithdrawCapacity(), "2024-03-06").ThenRefused("person.gone");

    [Fact]
    public void A_case_manager_judges_with_a_ground() => Here().When(Judge, "2024-03-05").Then(Judged);

    [Fact]
    public void A_guardian_does() => Here().When(Judge with { By = Guardian }, "2024-03-05").Then(Judged with { By = Guardian });

    [Fact] // Who decides the claim does not judge, nor read, how somebody manages.
    public void Who_decides_the_claim_does_not() => Here().When(Judge with { By = Officials.Deciding }, "2024-03-05").ThenRefused("act.not-empowered");

    [Fact]
    public void Nobody_is_judged_by_the_clock() => Here().When(Judge with { By = Official.Clock }, "2024-03-05").ThenRefused("act.no-official");

    [Fact] // A judgement gives more help, or ends what a judgement gave; that somebody manages well is nobody else's to say.
    public void Less_help_than_usual_cannot_be_judged() => Here().When(Judge with { MoreHelp = false }, "2024-03-05").ThenRefused("capacity.unchanged");

    [Fact]
    public void A_judgement_ends() => Here().Happened("2024-03-05", Judged).When(Judge with { MoreHelp = false }, "2024-03-06").Then(Ended);

    [Theory]
    [InlineData(Alone, false)]
    [InlineData(Alone | SelfReliance.Helper, false)]
    [InlineData(SelfReliance.Letters | SelfReliance.Phone, true)]
    [InlineData(SelfReliance.Letters | SelfReliance.Appointments | SelfReliance.Helper, true)]
    [InlineData(SelfReliance.Phone | SelfReliance.Appointments, true)]
    [InlineData(SelfReliance.None, true)]
    public void Who_does_not_manage_one_of_three_things_alone_asks_help(SelfReliance manages, bool asks) =>
        Assert.Equal(asks, After(new CapacityStated(manages)).NeedsHelp);

    [Fact]
    public void Who_said_nothing_sees_pages_as_they_are() => Assert.False(After().NeedsHelp);

    [Fact]
    public void Whoever_asks_for_more_help_prevails()
    {
        var managesWell = new CapacityStated(Alone);
        Assert.True(After(managesWell, Judged).NeedsHelp);
        Assert.True(After(Said, Judged, Ended).NeedsHelp);
        Assert.False(After(managesWell, Judged, Ended).NeedsHelp);
        Assert.True(After(Said, Judged, new CapacityWithdrawn()).NeedsHelp);
        Assert.False(After(Said, new CapacityWithdrawn()).NeedsHelp);
    }

    [Fact] // Autonomy never weakens protection: what lies ahead is the same, whatever was said or judged.
    public void No_right_no_term_and_no_step_of_anybody_depends_on_it()
    {
        var (without, with) = (Here().Happened("2024-03-05").AheadOn("2024-03-06"), Here().Happened("2024-03-05", Said, Judged).AheadOn("2024-03-06"));
        Assert.Equal(without.Steps, with.Steps);
        Assert.Equal(without.Terms, with.Terms);
        Assert.Equal(without.Entitlements, with.Entitlements);
        Assert.Equal(without.MayDo.Select(each => each.Code), with.MayDo.Select(each => each.Code).Where(code => code != "withdraw-capacity"));
    }

    [Fact]
    public void Only_who_stands_by_the_person_reads_it() => Assert.All((IWrittenTo[])[Said, new CapacityWithdrawn(), Judged], each =>
        Assert.Equal(OfficialRoles.ReceptionOfficer | OfficialRoles.Guardian | OfficialRoles.Lawyer, each.Reader));

    [Fact]
    public void Somebody_chooses_how_they_are_told() => Here().When(Choose, "2024-03-05").Then(Chosen);

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(8)]
    public void A_reminder_comes_seven_three_or_one_day_ahead(int days) => Here().When(Choose with { RemindDays = days }, "2024-03-05").ThenRefused("preferences.days");

    [Fact]
    public void Or_not_at_all() => Here().When(Choose with { RemindDays = 0 }, "2024-03-05").Then(Chosen with { RemindDays = 0 });

    [Theory]
    [InlineData("a@example.nl")]
    [InlineData("amal.haddad+asiel@post.example.org")]
    public void Who_gives_an_address_is_written_to_there_until_they_choose_again_without_one(string address)
    {
        Here().When(Choose with { Email = address }, "2024-03-05").Then(Chosen with { Email = address });
        Assert.Equal(address, Here().Happened("2024-03-05", Chosen with { Email = address }).File().Guidance.Preferences.Email);
        Assert.Null(Here().Happened("2024-03-05", Chosen with { Email = address }, Chosen).File().Guidance.Preferences.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("amal")]
    [InlineData("amal@example")]
    [InlineData("amal@@example.nl")]
    [InlineData("amal@example..nl")]
    [InlineData(".amal@example.nl")]
    [InlineData("amal @example.nl")]
    [InlineData("amal@example.nl,bea@example.nl")]
    [InlineData("amal@example.nl\r\nBcc: bea@example.nl")]
    public void What_is_no_address_is_told(string address) => Here().When(Choose with { Email = address }, "2024-03-05").ThenRefused("preferences.email");

    [Fact]
    public void An_address_is_as_long_as_the_post_can_carry()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 47), 5)) + ".nl"; // 242 letters
        Assert.True(PreferenceSteps.IsAddress(new string('a', 11) + "@" + domain));
        Assert.False(PreferenceSteps.IsAddress(new string('a', 12) + "@" + domain));
        Assert.False(PreferenceSteps.IsAddress(new string('a', 65) + "@example.nl"));
    }

    [Fact]
    public void Who_is_gone_chooses_nothing() =>
        Here().Happened("2024-03-05", Chosen, new LeftWithUnknownDestination(false, Officials.Reception)).When(Choose, "2024-03-06").ThenRefused("person.gone");

    [Fact]
    public void Who_chose_nothing_is_reminded_a_week_ahead() => Assert.Equal(7, Here().File().Guidance.Preferences.RemindDays);
}
