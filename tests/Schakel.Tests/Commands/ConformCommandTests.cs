using System.Text.Json;
using Schakel.Commands;

namespace Schakel.Tests.Commands;

/// <summary><c>schakel conform</c> and <c>rehearse --from-live</c>, as a user types them.</summary>
[Collection(TheConsole.Name)]
public sealed class ConformCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conform-");

    private string Log => Path.Combine(_folder.FullName, "lives.ocel");

    [Fact]
    public async Task A_log_is_judged_and_one_that_was_changed_or_cannot_be_read_is_told_by_the_exit_code()
    {
        await Written();
        var judged = await Asked.With("conform", "--from", Log);
        Assert.Equal(CommandLine.Done, judged.Code);
        Assert.Contains(" 0 refused", judged.Lines[0], StringComparison.Ordinal);
        Assert.Contains(judged.Lines, line => line.Contains("never given", StringComparison.Ordinal));

        var text = await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Log, Without(text, "person-identified"), TestContext.Current.CancellationToken);
        var changed = await Asked.With("conform", "--from", Log, "--first", "1");
        Assert.Equal(CommandLine.Failed, changed.Code);
        Assert.Contains("identification.missing [Vb 3.108d]", changed.Lines[1], StringComparison.Ordinal);

        await File.WriteAllTextAsync(Log, text[..(text.Length / 2)], TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Refused, (await Asked.With("conform", "--from", Log)).Code);
        Assert.Equal(CommandLine.Refused, (await Asked.With("conform", "--from", Log + ".missing")).Code);
    }

    [Fact]
    public async Task The_form_in_tables_is_judged_as_well_and_what_is_no_log_is_refused()
    {
        var tables = Path.Combine(_folder.FullName, "lives.sqlite");
        await Written(tables);
        var judged = await Asked.With("conform", "--from", tables);
        Assert.Equal(CommandLine.Done, judged.Code);
        Assert.Contains(" 0 refused", judged.Lines[0], StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(tables, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(tables, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Refused, (await Asked.With("conform", "--from", tables)).Code);
    }

    [Fact]
    public async Task A_rehearsal_begins_with_the_chain_after_a_log()
    {
        await Written();
        var live = await Asked.With("rehearse", "--from-live", Log, "--years", "1", "--replications", "1", "--out", _folder.FullName);
        Assert.Equal(CommandLine.Done, live.Code);
        var series = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "series.json"), TestContext.Current.CancellationToken));
        Assert.StartsWith("live-", series.GetProperty("scenario").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_persons_are_judged_as_were_asked_for()
    {
        var judged = await Asked.With("conform", "--persons", "2000", "--years", "1");
        Assert.Equal(CommandLine.Done, judged.Code);
        Assert.True(int.Parse(judged.Lines[0].Split(' ')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) >= 2000, judged.Lines[0]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task Written(string? log = null) => Assert.Equal(CommandLine.Done, (await Asked.With(
        "rehearse", "--years", "1", "--replications", "1", "--scale", "0.01", "--ocel", log ?? Log, "--out", _folder.FullName)).Code);

    // The log without the first event of a type.
    private static string Without(string log, string type)
    {
        var at = log.IndexOf($"\"type\":\"{type}\",\"time\"", StringComparison.Ordinal);
        var (from, until) = (log.LastIndexOf("{\"id\":\"e", at, StringComparison.Ordinal), log.IndexOf("{\"id\":\"e", at, StringComparison.Ordinal));
        return log.Remove(from, until - from);
    }
}
