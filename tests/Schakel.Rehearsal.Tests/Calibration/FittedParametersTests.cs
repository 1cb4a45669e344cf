using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Tests.Data;

namespace Schakel.Rehearsal.Tests.Calibration;

public sealed class FittedParametersTests
{
    [Fact]
    public void What_a_calibration_writes_is_what_a_rehearsal_reads()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-calibration-").FullName;
        try
        {
            var outcome = Calibrate.Run(
                ChainData.Load(), new CalibrationOptions(Seed: 2, Replications: 3, RunsPerPoint: 1, Scale: 0.02), null, TestContext.Current.CancellationToken);
            CalibrationFiles.Write(outcome, folder);

            Assert.Equal(outcome.Parameters2022.Canonical(), FittedParameters.From(folder, ChainData.January2022).Canonical());
            Assert.Equal(outcome.Parameters2024.Canonical(), FittedParameters.From(folder, ChainData.January2024).Canonical());
            Assert.Contains(outcome.DataHash, File.ReadAllText(Path.Combine(folder, CalibrationFiles.Document)), StringComparison.Ordinal);

            // A hash of all data would let figures that are held back change a byte of what was fitted without them.
            Assert.DoesNotContain(outcome.DataHash, File.ReadAllText(Path.Combine(folder, "fitted-2022.json")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_parameter_that_is_no_longer_there_is_named()
    {
        using var copy = DataCopy.Whole().With("fitted-2022.json", "procedure.grant-level", "procedure.grant-lever");

        var fault = Assert.Throws<DataFaultException>(() => FittedParameters.From(copy.Folder, ChainData.January2022));

        Assert.Contains("procedure.grant-lever", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parameters_of_both_starting_days_travel_with_the_program()
    {
        Assert.All(FitPlan.From2022, fit => Assert.NotEqual(ParameterSet.AsDeclared[fit.Parameter], FittedParameters.For(ChainData.January2022)[fit.Parameter]));
        Assert.All(FitPlan.From2024, fit => Assert.NotEqual(ParameterSet.AsDeclared[fit.Parameter], FittedParameters.For(ChainData.January2024)[fit.Parameter]));
    }

    [Fact]
    public void They_were_made_from_the_data_that_travel_with_them_and_so_was_the_document()
    {
        using var copy = DataCopy.Whole();
        var hash = ChainData.Load().Hash;

        Assert.Contains(hash, File.ReadAllText(Path.Combine(copy.Folder, CheckedFigures.File)), StringComparison.Ordinal);
        Assert.Contains(hash, File.ReadAllText(Path.Combine(copy.Folder, "fitted-2024.json")), StringComparison.Ordinal);
        Assert.Contains(hash, File.ReadAllText(Path.Combine(Repository(), "docs", "calibration.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_80_percent_bands_hold_as_many_held_back_figures_as_they_should()
    {
        var held = CheckedFigures.For(ChainData.Load()).Where(figure => !figure.Fitted).ToList();
        var inside = held.Count(figure => figure.Published >= figure.P10 && figure.Published <= figure.P90);

        // Rounding of the published figures, which the table counts as well, can only add to these.
        Assert.InRange(inside / (double)held.Count, CalibrationTable.LeastCoverage - 0.03, CalibrationTable.MostCoverage);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Schakel.slnx.");
    }
}
