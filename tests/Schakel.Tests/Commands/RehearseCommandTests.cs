using Schakel.Commands;

namespace Schakel.Tests.Commands;

[Collection(TheConsole.Name)]
public sealed class RehearseCommandTests
{
    private static readonly string[] Small = ["--scale", "0.01", "--replications", "1"];

    [Fact]
    public async Task A_small_baseline_ends_by_naming_the_report_it_wrote()
    {
        using var folder = new Folder();
        var asked = await Asked.With(["rehearse", .. Small, "--years", "1", "--out", folder.Path]);

        Assert.Equal(CommandLine.Done, asked.Code);
        var report = Path.Combine(folder.Path, "report.html");
        Assert.EndsWith($"Report: {report}", asked.Lines[^1].TrimEnd(), StringComparison.Ordinal);
        Assert.True(new FileInfo(report).Length > 50_000);
    }

    [Fact]
    public async Task A_regime_without_a_norm_for_a_day_to_come_is_refused_with_that_norm_and_day()
    {
        using var folder = new Folder();
        var asked = await Asked.With(["rehearse", .. Small, "--years", "4", "--regime", "dossier-2026", "--out", folder.Path]);

        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Contains("cannot go on under this regime", asked.Error, StringComparison.Ordinal);
        Assert.Contains("2026-06-1", asked.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("2023-05-01", "2022-01-01, 2024-01-10")]
    [InlineData("--years=0", "--years is 0; it must lie between 1 and 20.")]
    [InlineData("--scale=-1", "--scale is -1; it must lie between 0.001 and 100.")]
    [InlineData("--replications=0", "--replications is 0; it must lie between 1 and 10000.")]
    [InlineData("--threads=0", "--threads is 0; it must lie between 1 and 1024.")]
    [InlineData("--years=x", "--years is x; it must be a whole number from 1 to 20.")]
    [InlineData("--years=2.5", "--years is 2.5; it must be a whole number from 1 to 20.")]
    [InlineData("--replications=many", "--replications is many; it must be a whole number from 1 to 10000.")]
    [InlineData("--scale=1000000000", "--scale is 1000000000; it must lie between 0.001 and 100.")]
    [InlineData("--scale=NaN", "--scale is NaN; it must lie between 0.001 and 100.")]
    [InlineData("--width=1,5", "--width is 1,5; it must be a number from 0.001 to 1.")]
    [InlineData("--seed=-1", "--seed is -1; it must be a whole number from 0 to 18446744073709551615.")]
    [InlineData("--regime=tomorrow", "tomorrow")]
    public async Task A_question_that_cannot_be_is_refused_in_a_sentence(string argument, string says)
    {
        using var folder = new Folder();
        var asked = await Asked.With("rehearse", argument, "--out", folder.Path);

        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Contains(says, asked.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("{\"schema\": 1, \"id\": \"half", "not whole, valid JSON")]
    [InlineData("\u0000", "not whole, valid JSON")]
    [InlineData("{\"schema\": 1, \"id\": \"a\", \"id\": \"b\"}", "every field once")]
    public async Task A_measure_that_is_no_whole_document_is_refused_with_its_file(string content, string says)
    {
        using var folder = new Folder();
        var file = folder.Holding("measure.json", System.Text.Encoding.UTF8.GetBytes(content));
        var asked = await Asked.With(["assess", file, .. Small]);

        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Contains("measure.json", asked.Error, StringComparison.Ordinal);
        Assert.Contains(says, asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_given_twice_is_refused()
    {
        var asked = await Asked.With(["assess", "ind-staff-plus-20", "ind-staff-plus-20", .. Small]);

        Assert.Equal(CommandLine.Refused, asked.Code);
        Assert.Contains("a measure counts once", asked.Error, StringComparison.Ordinal);
    }
}
