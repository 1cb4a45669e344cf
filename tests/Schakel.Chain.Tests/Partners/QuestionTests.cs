using Schakel.Chain.Housing;
using Schakel.Chain.Partners;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Partners;

/// <summary>A person asks one function something, and that one answers.</summary>
public sealed class QuestionTests
{
    private static readonly AskQuestion Ask = new(Addressee.ReceptionAgency, "Mag ik een kamer met mijn zus?");
    private static readonly AnswerQuestion Answer = new(Officials.Reception, 1, "Ja, vanaf maandag.");
    private static readonly QuestionAsked Asked = new(1, Addressee.ReceptionAgency, Ask.Text);
    private static readonly QuestionAnswered Answered = new(1, Addressee.ReceptionAgency, Answer.Text, Officials.Reception);

    private static Given Here() => AnAdult().Arrived("2024-03-01");

    [Fact]
    public void A_question_is_asked_in_ones_own_words() => Here().When(Ask, "2024-03-05").Then(Asked);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_no_question(string text) => Here().When(Ask with { Text = text }, "2024-03-05").ThenRefused("question.empty");

    [Fact]
    public void A_question_fits_on_a_page() => Here().When(Ask with { Text = new('x', 1001) }, "2024-03-05").ThenRefused("question.too-long");

    [Fact]
    public void A_thousand_characters_do() => Here().When(Ask with { Text = new('x', 1000) }, "2024-03-05").Then(Asked with { Text = new('x', 1000) });

    [Fact]
    public void Five_wait_at_once_and_no_more() =>
        Here().Happened("2024-03-05", Asked, Asked with { Number = 2 }, Asked with { Number = 3 }, Asked with { Number = 4 }, Asked with { Number = 5 })
            .When(Ask, "2024-03-06").ThenRefused("question.too-many");

    [Fact]
    public void What_is_answered_does_not_wait() =>
        Here().Happened("2024-03-05", Asked, Asked with { Number = 2 }, Asked with { Number = 3 }, Asked with { Number = 4 }, Asked with { Number = 5 }, Answered)
            .When(Ask, "2024-03-06").Then(Asked with { Number = 6 });

    [Fact]
    public void A_municipality_is_asked_by_who_will_live_there() =>
        Here().When(Ask with { To = Addressee.Municipality }, "2024-03-05").ThenRefused("question.no-municipality");

    [Fact]
    public void Once_linked_to_it() => Here().Happened("2024-03-04", new LinkedToMunicipality(new(363)))
        .When(Ask with { To = Addressee.Municipality }, "2024-03-05").Then(Asked with { To = Addressee.Municipality });

    [Fact] // No right depends on it, and a letter from far away may ask as well.
    public void Who_is_gone_may_ask_too() => Here().Happened("2024-03-04", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception)).When(Ask, "2024-03-05").Then(Asked);

    [Theory]
    [InlineData(Addressee.ReceptionAgency, Party.ReceptionAgency)]
    [InlineData(Addressee.ImmigrationService, Party.HearingOffice)]
    [InlineData(Addressee.CouncilForRefugees, Party.CouncilForRefugees)]
    [InlineData(Addressee.Municipality, Party.Municipality)]
    public void It_comes_on_the_list_of_who_was_asked_for_a_week(Addressee to, Party party)
    {
        var step = Here().Happened("2024-03-05", Asked with { To = to }).AheadOn("2024-03-05").Steps.Single(each => each.Code == "answer-question");
        Assert.Equal((party, Date("2024-03-12"), 1), (step.Party, step.LastDay, step.Number));
        Assert.Equal(Parties.RoleOf(party), ((IWrittenTo)(Asked with { To = to })).Reader);
    }

    [Fact]
    public void Who_was_asked_answers() => Here().Happened("2024-03-05", Asked).When(Answer, "2024-03-06").Then(Answered);

    [Fact]
    public void Late_is_better_than_never() => Here().Happened("2024-03-05", Asked).When(Answer, "2024-06-06").Then(Answered);

    [Fact]
    public void Somebody_else_does_not() =>
        Here().Happened("2024-03-05", Asked).When(Answer with { By = Officials.Hearing }, "2024-03-06").ThenRefused("question.not-yours");

    [Fact]
    public void It_is_answered_once() => Here().Happened("2024-03-05", Asked, Answered).When(Answer, "2024-03-06").ThenRefused("question.already-answered");

    [Fact]
    public void What_was_not_asked_is_not_answered() => Here().When(Answer, "2024-03-06").ThenRefused("question.none");

    [Fact]
    public void An_answer_says_something() => Here().Happened("2024-03-05", Asked).When(Answer with { Text = " " }, "2024-03-06").ThenRefused("question.empty");

    [Fact]
    public void Correspondence_is_shared_for_no_purpose() =>
        Assert.All(Sharing.Rules, rule => Assert.Equal(SharedData.None, rule.Data & SharedData.Correspondence));
}
