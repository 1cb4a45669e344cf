using Schakel.Norms;
using Schakel.Rehearsal.Live;

namespace Schakel.Tests.Commands;

/// <summary>Expectations and what came of them, as a user types it.</summary>
[Collection(TheConsole.Name)]
public sealed class ExpectCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-verwachtingen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Kept_expectations_are_held_against_the_log_and_what_cannot_be_judged_is_said()
    {
        var data = Path.Combine(_folder, "data");
        var rows = Path.Combine(_folder, "rows.csv");
        await File.WriteAllLinesAsync(rows,
        [
            "person,household,born,role,stage,lodged-on,family-name,given-names,v-number",
            .. Enumerable.Range(1, 31).Select(number => $"{number},{number},1990-05-01,main,awaiting-decision,2023-06-01,Voorbeeld,Anna,"),
        ], TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Asked.With("import", rows, "--data", data, "--today", "2024-01-10")).Code);
        var cohort = new Cohort(Chain.Procedure.Track.General, AwaitedStep.Decision, Day.Of(2023, 6, 1));
        ExpectationFile.Write(data, new(Day.Of(2024, 1, 10), 730, 8, "wet", [new(cohort, 31, Day.Of(2024, 2, 1), Day.Of(2024, 3, 1))]));
        var early = await Asked.With("expect", "--data", data, "--check", "--today", "2024-03-01");
        Assert.Contains("2024-01-10: 0 cohorts judged, 1 whose range is not over, 0 of fewer than 30: no figure", early.Output, StringComparison.Ordinal);
        Assert.Contains("No cohort can be judged yet.", early.Output, StringComparison.Ordinal);
        var late = await Asked.With("expect", "--data", data, "--check", "--today", "2024-03-02");
        Assert.True(late.Code == 0, late.Error);
        Assert.Contains("0 of 31 fell within (0.0 of ten), 0 earlier, 31 later or not yet", late.Output, StringComparison.Ordinal); // Nobody was decided on.
        Assert.Equal(2, (await Asked.With("expect", "--data", data, "--check", "--today", "morgen")).Code);
    }
}
