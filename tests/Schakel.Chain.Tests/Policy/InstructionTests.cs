using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>Work instructions: drafted on something, adopted after consultation.</summary>
public sealed class InstructionTests
{
    private const string Ecli = "ECLI:NL:RVS:2023:1234";

    private static readonly InstructionDrafted Drafted = new(1, "Beoordeling Sudan", InstructionSource.Ruling, Ecli);
    private static readonly AdviceAsked Asked = new(1, Partner.CouncilForRefugees);
    private static readonly AdviceGiven Given = new(1, Partner.CouncilForRefugees, "Noem de regio's");
    private static readonly InstructionAdopted Adopted = new(1, Date("2023-08-01"));
    private static readonly InstructionWithdrawn Withdrawn = new(1, "Vervangen");
    private static readonly AdoptInstruction Adopt = new(Officials.Policy, 1, Date("2023-08-01"));
    private static readonly WithdrawInstruction Withdraw = new(Officials.Policy, 1, "Vervangen");

    private static OnCountry Known() => new OnCountry().Happened(
        "2023-06-02", new RulingTakenIn(new(Ecli, "Afdeling bestuursrechtspraak", Date("2023-06-01"), "Per regio")),
        new ReportTakenIn(new("AAB 1", Date("2023-05-12"), "BZ")), new PolicyAdopted(1, Date("2023-06-01"), "Stcrt. 1"));

    private static DraftInstruction Draft(InstructionSource source, string reference) => new(Officials.Policy, "Beoordeling Sudan", source, reference);

    private static AskAdvice Ask(int instruction = 1) => new(Officials.Policy, instruction, Partner.CouncilForRefugees);

    private static RecordAdvice Record(Partner partner = Partner.CouncilForRefugees) => new(Officials.Policy, 1, partner, "Noem de regio's");

    private static string? StepOf(OnCountry country) => country.AheadOn("2023-06-20") is [var step] ? step.Type.Code : null;

    [Theory]
    [InlineData(InstructionSource.Ruling, Ecli)]
    [InlineData(InstructionSource.Report, "AAB 1")]
    [InlineData(InstructionSource.Policy, "1")]
    public void It_is_drafted_on_what_was_taken_in(InstructionSource source, string reference) =>
        Known().When(Draft(source, reference), "2023-06-10").Then(new InstructionDrafted(1, "Beoordeling Sudan", source, reference));

    [Theory]
    [InlineData(InstructionSource.Ruling, "AAB 1")]
    [InlineData(InstructionSource.Report, Ecli)]
    [InlineData(InstructionSource.Policy, "2")]
    public void And_on_nothing_else(InstructionSource source, string reference) =>
        Known().When(Draft(source, reference), "2023-06-10").ThenRefused("work-instruction.no-source");

    [Fact]
    public void It_has_a_title() => Known().When(Draft(InstructionSource.Ruling, Ecli) with { Title = "" }, "2023-06-10").ThenRefused("policy.no-text");

    [Fact]
    public void The_next_one_has_the_next_number() => Known().Happened("2023-06-10", Drafted)
        .When(Draft(InstructionSource.Report, "AAB 1"), "2023-06-11").Then(new InstructionDrafted(2, "Beoordeling Sudan", InstructionSource.Report, "AAB 1"));

    [Fact]
    public void Advice_is_asked_once_of_each()
    {
        var country = Known().Happened("2023-06-10", Drafted);
        country.When(Ask(), "2023-06-11").Then(Asked);
        country.Happened("2023-06-11", Asked).When(Ask(), "2023-06-12").ThenRefused("work-instruction.asked-before");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void On_a_draft_that_is_there(int instruction) => Known().Happened("2023-06-10", Drafted).When(Ask(instruction), "2023-06-11").ThenRefused("work-instruction.unknown");

    [Fact]
    public void What_was_asked_is_answered() => Known().Happened("2023-06-10", Drafted, Asked).When(Record(), "2023-06-20").Then(Given);

    [Fact]
    public void What_was_not_asked_is_not() =>
        Known().Happened("2023-06-10", Drafted, Asked).When(Record(Partner.Lawyer), "2023-06-20").ThenRefused("work-instruction.not-awaited");

    [Fact]
    public void An_answer_says_something() =>
        Known().Happened("2023-06-10", Drafted, Asked).When(Record() with { Answer = "" }, "2023-06-20").ThenRefused("policy.no-text");

    [Fact]
    public void It_is_adopted_when_all_have_answered() => Known().Happened("2023-06-10", Drafted, Asked, Given).When(Adopt, "2023-08-01").Then(Adopted);

    [Fact]
    public void Not_before_somebody_was_asked() => Known().Happened("2023-06-10", Drafted).When(Adopt, "2023-07-20").ThenRefused("work-instruction.not-consulted");

    [Fact]
    public void Nor_while_an_answer_is_awaited() => Known().Happened("2023-06-10", Drafted, Asked, Given, new AdviceAsked(1, Partner.Lawyer))
        .When(Adopt, "2023-07-20").ThenRefused("work-instruction.not-consulted");

    [Fact]
    public void It_holds_no_earlier_than_it_was_adopted() =>
        Known().Happened("2023-06-10", Drafted, Asked, Given).When(Adopt, "2023-08-02").ThenRefused("work-instruction.holds-before", "2023-08-02");

    [Fact]
    public void It_is_adopted_once() => Known().Happened("2023-06-10", Drafted, Asked, Given, Adopted).When(Adopt, "2023-07-20").ThenRefused("work-instruction.no-draft");

    [Fact]
    public void It_is_withdrawn_as_a_draft_or_later()
    {
        Known().Happened("2023-06-10", Drafted).When(Withdraw, "2023-06-12").Then(Withdrawn);
        Known().Happened("2023-06-10", Drafted, Asked, Given, Adopted).When(Withdraw, "2023-09-01").Then(Withdrawn);
    }

    [Fact]
    public void And_stays_so() => Known().Happened("2023-06-10", Drafted, Withdrawn).When(Withdraw, "2023-06-12").ThenRefused("work-instruction.withdrawn-before", "2023-06-10");

    [Fact]
    public void Withdrawing_one_that_is_not_there_is_refused() => Known().When(Withdraw, "2023-06-12").ThenRefused("work-instruction.unknown");

    [Fact]
    public void What_is_to_be_done_follows_from_where_it_stands()
    {
        var country = Known();
        Assert.Null(StepOf(country));
        Assert.Equal("ask-advice", StepOf(country.Happened("2023-06-10", Drafted)));
        Assert.Equal("record-advice", StepOf(country.Happened("2023-06-11", Asked)));
        Assert.Equal("adopt-instruction", StepOf(country.Happened("2023-06-12", Given)));
        Assert.Null(StepOf(country.Happened("2023-06-13", Adopted)));
    }
}
