using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Schakel.Web;

/// <summary>The examples of docs/api.md run.</summary>
public sealed partial class DocumentTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task The_examples_of_the_document_run_as_one_script()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        var document = await File.ReadAllTextAsync(Path.Combine(folder, "docs", "api.md"), TestContext.Current.CancellationToken);
        var script = "set -euo pipefail\n" + string.Join('\n', Block().Matches(document).Select(match => match.Groups[1].Value))
            + "\nlees zaken/$FATHER coa-medewerker | grep -q '\"gehuisvest\":true'\nlees zaken/$MAN dtv-regievoerder | grep -q '\"vertrokken\"'\necho all done\n";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BASE"] = server.Address },
        })!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0, $"exit code {bash.ExitCode}\n{await output}\n{await errors}");
        Assert.Contains("refused, as it should be", await output, StringComparison.Ordinal);
        Assert.EndsWith("all done\n", await output, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
