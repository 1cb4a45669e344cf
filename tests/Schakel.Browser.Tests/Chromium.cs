using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Schakel.Browser.Chromium))]

namespace Schakel.Browser;

// The package brings a program that speaks to a browser, and would fetch browsers of its own. We use Debian's: one that people have, and that
// is kept up to date with the machine. It is installed when it is missing, with letters for the scripts that the portal writes.

/// <summary>Debian's Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Name = "chromium";
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>The browser.</summary>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async ValueTask InitializeAsync()
    {
        var program = OnPath() ?? Install();
        _driver = await Playwright.CreateAsync();
        // Without its sandbox: the tests run as root, in a container, and open nothing but our own pages.
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-prefers-reduced-motion"], Timeout = 180_000 });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _driver?.Dispose();
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);

    private static string Install()
    {
        Run("apt-get", "update", "-qq");
        Run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends", Name, "fonts-noto-core");
        return OnPath() ?? throw new InvalidOperationException("Chromium was installed, and is still not on the path.");
    }

    private static void Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"`{string.Join(' ', command)}` ended with {process.ExitCode}. The tests need Chromium: install Debian's chromium, or run them as root.");
        }
    }
}
