using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Measures;

namespace Schakel.Conformance;

/// <summary>One law: a changed norm changes simulated lives where a simulated person meets it, and the table of those that do is true.</summary>
/// <remarks>With SCHAKEL_ACCEPT=1 the table is made anew: every norm, up to eight other values, every rehearsal.</remarks>
public sealed class LawInLivesTests
{
    private const double Size = 0.03;

    private static readonly Lazy<LawInLives> Tried = new(() => new(
        [
            new("2024-01-10", Rehearsals.Of(2024, Size), Replayed: true),
            new("2022-01-01", Rehearsals.Of(2022, Size), Replayed: true),
            new("2024-01-10 under dossier-2026", Rehearsals.UnderDossier(2024, Size), Replayed: true),
            .. MeasureFiles.Names.Select(measure => new TriedRehearsal("2024-01-10 with " + measure, Rehearsals.Of(2024, Size, measure), Replayed: false)),
        ],
        seed: 1));

    private static readonly Lazy<ImmutableArray<NormInLives>> Table = new(() =>
    {
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            File.WriteAllText(Stored, NormsInLivesTable.Write(Tried.Value.TryAll()));
        }

        return NormsInLivesTable.Read(File.ReadAllText(Stored));
    });

    public static TheoryData<string> Changing => [.. Table.Value.Where(line => line.Effect != LifeEffect.None).Select(line => line.Norm)];

    private static string Stored => Path.Combine(Repository(), "src", "Schakel", "Catalogue", "norms-in-lives.csv");

    [Fact]
    public void The_table_names_every_norm_of_the_catalogue_in_order() =>
        Assert.Equal(NormCatalogue.All.Select(norm => norm.Id), Table.Value.Select(line => line.Norm));

    [Theory]
    [MemberData(nameof(Changing))]
    public void A_norm_that_is_said_to_change_lives_does_and_the_case_file_agrees(string norm)
    {
        var line = Table.Value.Single(line => line.Norm == norm);
        var (asEnacted, changed) = Tried.Value.Lives(line, TestContext.Current.CancellationToken);
        Assert.True(
            line.Effect == LifeEffect.Steps ? changed.Steps != asEnacted.Steps : changed.Steps == asEnacted.Steps && changed.Events != asEnacted.Events,
            $"{norm} at {line.Value} does not change {line.Effect}: the table is stale, accept with SCHAKEL_ACCEPT=1 and read the change.");
        Assert.Equal(0, changed.Refused);
    }

    [Fact]
    public void What_is_said_to_change_no_life_changes_none_even_all_at_once() =>
        Assert.Empty(Tried.Value.ChangingAfterAll(Said(LifeEffect.None), events: true, TestContext.Current.CancellationToken));

    [Fact]
    public void What_only_the_case_file_records_happens_to_nobody_sooner_or_later() =>
        Assert.Empty(Tried.Value.ChangingAfterAll(
            [.. Said(LifeEffect.CaseFile), .. Said(LifeEffect.None)], events: false, TestContext.Current.CancellationToken));

    [Fact]
    public void The_same_law_leads_the_same_lives()
    {
        var inputs = Rehearsals.Of(2024, Size, years: 1);
        var mark = LivesMark.Of(inputs, 1, events: true, TestContext.Current.CancellationToken);
        Assert.Equal(mark, LivesMark.Of(inputs with { Law = Regimes.January2024 }, 1, events: true, TestContext.Current.CancellationToken));
        Assert.NotEqual(mark.Steps, LivesMark.Of(inputs, 2, events: false, TestContext.Current.CancellationToken).Steps);
        Assert.Equal(0, mark.Refused);
    }

    private static ImmutableArray<Norm> Said(LifeEffect effect) =>
        [.. Table.Value.Where(line => line.Effect == effect).Select(line => NormCatalogue.Find(line.Norm))];

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
