using System.Globalization;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Tests.Data;

namespace Schakel.Rehearsal.Tests.Calibration;

public sealed class HeldBackFiguresStayUnreadTests
{
    private static readonly CalibrationOptions Small = new(Seed: 3, Replications: 4, Threads: 2, RunsPerPoint: 1, Scale: 0.02);
    private static readonly string[] Published = ["published/2022.csv", "published/2023.csv"];

    [Fact]
    public void Changing_every_figure_that_is_held_back_leaves_the_fitted_parameters_as_they_are()
    {
        using var copy = DataCopy.Whole();
        var held = ChainData.Load().HeldBack.Ids;
        var changed = 0;
        foreach (var file in Published)
        {
            Rewrite(copy, file, cells =>
            {
                // Half as much again, and of last year's figures nothing is left either.
                if (held.Contains(cells[0]))
                {
                    cells[2] = Half(cells[2], cells[3] == "share");
                    changed++;
                }

                cells[7] = cells[7].Length > 0 ? Half(cells[7], cells[3] == "share") : "";
            });
        }

        Rewrite(copy, "moves-2022.csv", cells => cells[3] = Half(cells[3], share: false));
        Rewrite(copy, "morocco.csv", cells => cells[2] = cells[2].Length > 0 ? Half(cells[2], share: false) : "");
        copy.With("start-2024-01-10.json", "\"appeals\": {\n    \"pending\": { \"value\": 5500", "\"appeals\": {\n    \"pending\": { \"value\": 5501");
        var data = ChainData.Load(copy.Folder);

        var before = Calibrate.From2022(ChainData.Load(), Small, TestContext.Current.CancellationToken).Parameters;
        var after = Calibrate.From2022(data, Small, TestContext.Current.CancellationToken).Parameters;

        Assert.Equal(held.Count, changed);
        Assert.NotEqual(ChainData.Load().Hash, data.Hash);
        Assert.Equal(before.Canonical(), after.Canonical());
    }

    [Fact]
    public void Changing_a_figure_that_is_fitted_to_changes_them()
    {
        using var copy = DataCopy.Whole().With("published/2022.csv", "grant-rate.track4.2022,2022,0.78", "grant-rate.track4.2022,2022,0.58");

        var before = Calibrate.From2022(ChainData.Load(), Small, TestContext.Current.CancellationToken).Parameters;
        var after = Calibrate.From2022(ChainData.Load(copy.Folder), Small, TestContext.Current.CancellationToken).Parameters;

        var level = ParameterCatalogue.Find("procedure.grant-level")!;
        Assert.True(after[level].Value < before[level].Value);
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte()
    {
        var one = Calibrate.From2022(ChainData.Load(), Small with { Threads = 1 }, TestContext.Current.CancellationToken).Parameters;
        var two = Calibrate.From2022(ChainData.Load(), Small, TestContext.Current.CancellationToken).Parameters;

        Assert.Equal(one.Canonical(), two.Canonical());
    }

    [Fact]
    public void No_parameter_that_was_declared_after_a_held_back_figure_starts_the_first_fit_as_declared()
    {
        var prior = FitPlan.Prior2022();

        Assert.All(FitPlan.KnownIn2022, known =>
            Assert.NotEqual(ParameterSet.AsDeclared[ParameterCatalogue.Find(known.Id)!], prior[ParameterCatalogue.Find(known.Id)!]));
    }

    private static string Half(string value, bool share) =>
        double.Parse(value, CultureInfo.InvariantCulture) * (share ? 0.5 : 1.5) is var other && value.Contains('.', StringComparison.Ordinal)
            ? other.ToString("R", CultureInfo.InvariantCulture) : Math.Ceiling(other).ToString("F0", CultureInfo.InvariantCulture);

    // Rows whose first fields hold no quoted comma: the fields that are changed stand before any text.
    private static void Rewrite(DataCopy copy, string file, Action<string[]> change)
    {
        var path = Path.Combine(copy.Folder, file);
        var lines = File.ReadAllLines(path);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            change(cells);
            lines[i] = string.Join(',', cells);
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
