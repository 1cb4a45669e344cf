using Schakel.Catalogue;
using Schakel.Norms;

namespace Schakel.Tests.Catalogue;

public sealed class GroundsTests
{
    [Fact]
    public void Every_answer_shows_the_norms_and_rules_it_rests_on_by_id() => Assert.All(NormComputation.All, computation =>
    {
        Assert.NotEmpty(Answers(computation));
        Assert.All(Answers(computation), answer => Assert.NotEmpty(answer.Grounds.Norms));
    });

    [Fact]
    public void Every_computation_shows_a_version_with_its_value_but_those_that_are_a_formula_or_a_list_of_conditions()
    {
        var without = NormComputation.All.Where(computation => !Answers(computation)
            .SelectMany(answer => answer.Grounds.Norms)
            .Any(norm => norm is { Version: not null, ValueJson: not null }));
        Assert.Equal(["age-assessment", "municipal-task", "no-fault", "rean"], without.Select(computation => computation.Id));
    }

    private static Answer[] Answers(NormComputation computation) =>
        [.. WorkedExamples.Of(computation).Select(example => example.AnswerUnder(Regimes.Find(example.Regime))).OfType<Answer>()];
}
