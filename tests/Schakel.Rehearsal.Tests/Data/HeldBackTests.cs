using System.Collections.Immutable;
using Schakel.Rehearsal.Data;

namespace Schakel.Rehearsal.Tests.Data;

/// <summary>Held back means held back.</summary>
public sealed class HeldBackTests
{
    private static readonly ChainData Data = ChainData.Load();

    private static ImmutableArray<PublishedFigure> Outcomes { get; } =
        [.. Data.Published.Where(figure => figure.Role == FigureRole.Outcome)];

    [Fact]
    public void At_least_a_third_of_the_outcomes_is_held_back() =>
        Assert.True(Data.HeldBack.Ids.Count * 3 >= Outcomes.Length, $"{Data.HeldBack.Ids.Count} of {Outcomes.Length}");

    [Fact]
    public void Every_outcome_of_2023_and_later_is_held_back() =>
        Assert.All(Outcomes.Where(figure => figure.Period.End.Year >= 2023), figure => Assert.Contains(figure.Id, Data.HeldBack.Ids));

    [Fact]
    public void Some_of_2022_is_held_back_and_some_is_fitted()
    {
        Assert.Contains(Outcomes, figure => figure.Period.End.Year == 2022 && Data.HeldBack.Ids.Contains(figure.Id));
        Assert.NotEmpty(Data.Fitted);
        Assert.All(Data.Fitted, figure => Assert.Equal(2022, figure.Period.End.Year));
    }

    [Fact]
    public void Inflow_is_fed_in_and_never_an_outcome() =>
        Assert.All(Data.Published, figure =>
            Assert.Equal(figure.Series.StartsWith("inflow.", StringComparison.Ordinal), figure.Role == FigureRole.Input));

    [Fact]
    public void Every_held_back_figure_has_its_reason() =>
        Assert.All(Data.HeldBack.Figures, figure => Assert.True(figure.Reason.Length > 20, figure.Id));

    [Fact]
    public void No_sum_gives_a_held_back_figure_away() =>
        Assert.All(Data.HeldBack.Identities, sum => Assert.NotEqual(1, sum.Members.Count(Data.HeldBack.Ids.Contains)));

    [Fact] // A sum that the list forgot: any two or three counts of one day that add up to a further one; shares add up by chance.
    public void Figures_of_one_day_that_add_up_are_named_as_a_sum()
    {
        foreach (var day in Outcomes.Where(figure => figure.Unit is not ("share" or "weeks")).GroupBy(figure => (figure.PeriodText, figure.Unit)))
        {
            ImmutableArray<PublishedFigure> figures = [.. day.Where(figure => figure.Value > 0)];
            foreach (var whole in figures)
            {
                foreach (var parts in Subsets([.. figures.Where(figure => figure != whole)]))
                {
                    if (Math.Abs(parts.Sum(part => part.Value) - whole.Value) <= Math.Max(whole.Value * 1e-4, 1e-9))
                    {
                        Assert.Contains(Data.HeldBack.Identities, sum =>
                            sum.Members.ToHashSet().SetEquals(parts.Append(whole).Select(figure => figure.Id)));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_fitted_figure_of_2023_is_refused()
    {
        using var copy = DataCopy.Whole().With(
            "held-back.json", "{ \"id\": \"dublin.accepted.2023\"", "{ \"id\": \"dublin.requests.2022\"");
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal(("held-back.json", "dublin.requests.2022"), (fault.File, fault.Value));
        Assert.Equal("it is not the id of a published outcome", fault.Rule);
    }

    [Fact]
    public void A_list_that_leaves_out_a_figure_of_2023_is_refused()
    {
        using var copy = DataCopy.Whole().With(
            "held-back.json",
            "{ \"id\": \"dublin.accepted.2023\", \"reason\": \"Figure over 2023: the year that the rehearsal from January 2022 is judged on.\" },",
            "");
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal("every outcome that ends after 2022 must be held back", fault.Rule);
        Assert.Equal("dublin.accepted.2023", fault.Value);
    }

    [Fact]
    public void A_held_back_part_of_which_all_else_is_fitted_is_refused()
    {
        using var copy = DataCopy.Whole().With(
            "held-back.json", "\"moves.share-1.2022\",", "\"grant-rate.track4.2022\", \"default-notices.2022\",")
            .With("held-back.json", "\"moves.share-2.2022\",\n", "\"penalties.euro.2022\",\n")
            .With("held-back.json", "\"moves.share-3.2022\",\n", "\"housed.2022-H1\",\n");
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal("moves.share-4-or-more.2022", fault.Value);
        Assert.StartsWith("it follows from", fault.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_held_back_is_refused()
    {
        // With 2022 alone and one figure held back, the third is not reached.
        using var copy = DataCopy.Whole();
        var published = Path.Combine(copy.Folder, "published", "2022.csv");
        var kept = File.ReadAllLines(published).Where(line => !line.Contains("2023-01-02", StringComparison.Ordinal));
        File.WriteAllLines(published, kept);
        var year = Path.Combine(copy.Folder, "published", "2023.csv");
        File.WriteAllLines(year, File.ReadAllLines(year).Where(line => line.StartsWith("id,", StringComparison.Ordinal) || line.Contains(",input,", StringComparison.Ordinal)));
        File.WriteAllText(Path.Combine(copy.Folder, "held-back.json"), """
            {
              "schema": 1, "start": "2022-01-01", "rule": "too few",
              "identities": [{ "whole": 1, "parts": ["moves.share-1.2022", "moves.share-2.2022"] }],
              "figures": [{ "id": "housed.2022-H1", "reason": "alone" }]
            }
            """);
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.StartsWith("at least a third of the", fault.Rule, StringComparison.Ordinal);
    }

    private static IEnumerable<ImmutableArray<PublishedFigure>> Subsets(ImmutableArray<PublishedFigure> figures)
    {
        for (var a = 0; a < figures.Length; a++)
        {
            for (var b = a + 1; b < figures.Length; b++)
            {
                yield return [figures[a], figures[b]];
                for (var c = b + 1; c < figures.Length; c++)
                {
                    yield return [figures[a], figures[b], figures[c]];
                }
            }
        }
    }
}
