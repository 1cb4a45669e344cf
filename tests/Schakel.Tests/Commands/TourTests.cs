using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Schakel.Tests.Commands;

/// <summary>The tour of docs/demonstration.md runs, against the program as a newcomer starts it.</summary>
public sealed partial class TourTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-tour-").FullName;

    private string Data => Path.Combine(_folder, "demo");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_tour_of_the_document_runs_as_one_script()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "demonstration.md"), TestContext.Current.CancellationToken);
        string output;
        using (var demo = Start("demo", "--scale", "0.01", "--port", "0", "--data", Data))
        {
            try
            {
                output = await RunAsync(Blocks(document, "sh"), await AddressAsync(demo));
            }
            finally
            {
                demo.Kill();
                await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }
        var after = await RunAsync(Blocks(document, "bash"), "");

        Assert.Equal(["2024-01-10", "2024-01-17"], Dates().Matches(output).Select(match => match.Groups[1].Value));
        Assert.Contains(" moved-into-home", output, StringComparison.Ordinal);
        Assert.Contains("\"opnieuwBepaald\":1", output, StringComparison.Ordinal);
        Assert.Contains("\"geweigerd\":0", output, StringComparison.Ordinal);
        Assert.Matches("\"doorDeKlok\":[1-9]", output);
        Assert.Matches("2024-01-1[1-7] lapse-observed", output);
        Assert.Contains("\"soort\":\"departed\"", output, StringComparison.Ordinal);
        Assert.Contains("\"vertrokken\"", output, StringComparison.Ordinal);
        Assert.Contains("refused, as it should be", output, StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(_folder, "lives.ocel")).Length > new FileInfo(Path.Combine(_folder, "numbers.json")).Length);
        Assert.DoesNotContain("Voorbeeld-", await File.ReadAllTextAsync(Path.Combine(_folder, "numbers.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("It is 2024-01-18 now", after, StringComparison.Ordinal);
        Assert.Contains("; 0 wrong", after, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Data + ".before-1"));
    }

    private static string Blocks(string document, string language) =>
        string.Join('\n', Block().Matches(document).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value));

    // Reset builds at the scale that is asked for: a small one here, in one tenth of the time.
    private async Task<string> RunAsync(string script, string address)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "schakel.dll");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-s"])
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BASE"] = address, ["DATA"] = Data },
        })!;
        await bash.StandardInput.WriteAsync($$"""
            set -euo pipefail
            schakel() { if [ "$1" = demo ]; then set -- "$@" --scale 0.002; fi; dotnet "{{program}}" "$@"; }
            {{script}}
            echo all done

            """);
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0, $"exit code {bash.ExitCode}\n{await output}\n{await errors}");
        Assert.EndsWith("all done\n", await output, StringComparison.Ordinal);
        return await output;
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "schakel.dll"), .. arguments]) { RedirectStandardOutput = true })!;

    private static async Task<string> AddressAsync(Process demo)
    {
        // Long enough for any machine; without it a sentence that changed would wait for ever.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        while (await demo.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Serving().Match(line) is { Success: true } found)
            {
                return found.Groups[1].Value;
            }
        }
        throw new InvalidOperationException("The demonstration ended before it served.");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }

    [GeneratedRegex("```(sh|bash)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("interface is at (http://[0-9.:]+)/api")]
    private static partial Regex Serving();

    [GeneratedRegex("""^\{"datum":"(\d{4}-\d\d-\d\d)","verschuifbaar":true\}""", RegexOptions.Multiline)]
    private static partial Regex Dates();
}
