using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;

namespace Schakel.Demonstration;

/// <summary>A demonstration of three tenths of the nation is as sound as a small one; the usual run builds a smaller one.</summary>
public sealed class LargeBuildTests
{
    private static readonly double Scale = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1" ? 0.3 : 0.02;

    [Fact]
    public async Task A_large_nation_is_built_served_and_its_rows_are_what_the_log_makes_also_when_made_anew()
    {
        var parent = Directory.CreateTempSubdirectory("schakel-large-").FullName;
        try
        {
            var folder = Path.Combine(parent, "data");
            var report = DemonstrationBuild.Run(folder, Scale, seed: 1, TimeProvider.System, ChainSteps.Of, SmallDemonstration.Watch, SmallDemonstration.Staff);
            Assert.Equal(0, report.RefusedSteps);
            Assert.True(report.Files > 100_000 * Scale, report.ToString());
            Assert.Equal((true, 0, report.Events), Verified(folder));

            DemonstrationRequest request = new(folder, Scale, 1) { StepsOf = ChainSteps.Of, Watch = SmallDemonstration.Watch, Staff = SmallDemonstration.Staff };
            using (var running = LiveDemonstration.Open(request, TimeProvider.System))
            {
                await running.Store.Models.CatchUpWhollyAsync(TestContext.Current.CancellationToken);
                var live = Counted(running.Store);
                await running.Store.Models.RebuildAsync(cancellation: TestContext.Current.CancellationToken);
                Assert.Equal(live, Counted(running.Store));
                Assert.Equal(running.Store.Log.Position, running.Store.Models.Position);
            }

            var (sound, otherLaw, _) = Verified(folder);
            Assert.Equal((true, 0), (sound, otherLaw));
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    // Enough to see a table that a rebuild leaves empty, or fills twice; row by row they are compared by the verification.
    private static (int Files, int Steps, int Returns, int Open) Counted(ChainStore store)
    {
        using var view = store.Models.Look();
        return (view.Files.Count(), view.Steps.Count(), view.ReturnCases.Count(), view.ReturnCases.Count(row => row.IsOpen));
    }

    private static (bool Sound, int OtherLaw, long Events) Verified(string folder)
    {
        var found = Verification.Run(
            new StorePlace(folder), new VerificationRequest(mark => Regimes.Names.Select(Regimes.Find).FirstOrDefault(law => law.Hash.StartsWith(mark, StringComparison.Ordinal))) { StepsOf = ChainSteps.Of });
        Assert.True(found.IsSound, string.Join('\n', found.Problems.Take(3)));
        return (found.IsSound, (int)found.OtherLaw, found.Events);
    }
}
