using System.Text;
using Schakel.Catalogue;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Tests.Catalogue;

public sealed class NormsDocumentTests
{
    private static string Path { get; } = System.IO.Path.Combine(Repository(), "docs", "norms.md");

    [Fact] // `schakel norms catalogue` writes it, and so does this test when SCHAKEL_ACCEPT is 1.
    public void The_catalogue_in_docs_is_the_law_as_the_program_holds_it()
    {
        var text = NormsDocument.Text();
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(text));
        }

        Assert.True(File.Exists(Path) && File.ReadAllText(Path) == text, "docs/norms.md is stale: run `schakel norms catalogue`.");
    }

    [Fact]
    public void The_same_law_gives_the_same_text() => Assert.Equal(NormsDocument.Text(), NormsDocument.Text());

    [Fact]
    public void Every_computation_has_an_example_that_the_law_answers() =>
        Assert.All(NormComputation.All, computation => Assert.NotEmpty(WorkedExamples.ResultsOf(computation)));

    [Fact]
    public void Every_example_is_answered_under_its_regime() =>
        Assert.All(WorkedExamples.All, example => Assert.NotNull(example.AnswerUnder(Regimes.Find(example.Regime))));

    [Fact]
    public void A_norm_that_an_example_rests_on_is_found_to_change_it()
    {
        var uses = NormUse.OfAll(WorkedExamples.All);
        Assert.Equal("decision-period", Of("decision-period.length").ChangedBy?.Id);
        Assert.Equal("renewal-period", Of("renewal-period.inquiry").ChangedBy?.Id);
        Assert.Equal(NormCatalogue.All.Select(norm => norm.Id), uses.Select(use => use.Norm.Id));

        NormUse Of(string id) => uses.Single(use => use.Norm.Id == id);
    }

    [Fact]
    public void A_norm_that_no_example_reaches_is_found_unused()
    {
        var uses = NormUse.OfAll([.. WorkedExamples.All.Where(example => example.Computation.Id == "renewal-period")]);
        var length = uses.Single(use => use.Norm.Id == "decision-period.length");
        Assert.Equal((false, null), (length.Applied, length.ChangedBy));
    }

    [Fact]
    public void What_changes_a_life_is_not_listed_as_unused()
    {
        var lines = NormCatalogue.All.Select(norm => new NormInLives(norm.Id, LifeEffect.Steps, "a rehearsal", "1"));
        Assert.Contains($"0 of {NormCatalogue.All.Length} parameters", NormsDocument.Text(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_neither_an_answer_nor_a_life_is_listed_as_unused()
    {
        var lines = NormCatalogue.All.Select(norm => new NormInLives(norm.Id, LifeEffect.None, "", ""));
        var unused = NormUse.OfAll(WorkedExamples.All).Where(use => use.ChangedBy is null).Select(use => use.Norm.Id).ToList();
        var listed = NormsDocument.Text(lines).Split("## Unused")[1];
        Assert.All(unused, id => Assert.Contains($"| `{id}` |", listed, StringComparison.Ordinal));
        Assert.Contains($"{unused.Count} of {NormCatalogue.All.Length} parameters", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_norm_that_no_one_tried_in_lives_is_said_to_be_untried_and_not_unused()
    {
        var text = NormsDocument.Text([]);
        Assert.Contains("lives not tried", text, StringComparison.Ordinal);
        Assert.Contains($"0 of {NormCatalogue.All.Length} parameters", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stored_table_of_lives_names_every_norm() =>
        Assert.Equal(NormCatalogue.All.Select(norm => norm.Id), NormsInLives.Stored.Select(line => line.Norm));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Schakel.slnx")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
