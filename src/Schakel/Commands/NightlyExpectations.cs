using System.ComponentModel;
using System.Diagnostics;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Nightly;

namespace Schakel.Commands;

/// <summary>
/// Makes expectations in another process (verwachtingen in een eigen proces): it reckons for minutes at full size, and only gets the time that pages leave.
/// </summary>
internal static class NightlyExpectations
{
    /// <summary>Makes those of a store.</summary>
    /// <param name="place">Where its data are.</param>
    public static MakeExpectations Of(StorePlace place) => (today, stop) => MakeAsync(place, today, stop);

    private static async Task<bool> MakeAsync(StorePlace place, Day today, CancellationToken stop)
    {
        var schakel = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "schakel.exe" : "schakel");
        string[] database = place.Postgres is { } postgres ? ["--postgres", postgres] : [];
        try
        {
            using var reckoning = Process.Start(new ProcessStartInfo(schakel, ["expect", "--data", place.Folder, "--today", today.ToString(), .. database]) { RedirectStandardOutput = true })!;
            using var ended = stop.Register(() => reckoning.Kill());
            Yield(reckoning);
            await reckoning.StandardOutput.ReadToEndAsync(stop).ConfigureAwait(false);
            await reckoning.WaitForExitAsync(stop).ConfigureAwait(false);
            return reckoning.ExitCode == CommandLine.Done;
        }
        catch (Win32Exception e)
        {
            await Console.Error.WriteLineAsync($"schakel: no expectations for the portal: {e.Message}. `schakel expect --data {place.Folder}` makes them.").ConfigureAwait(false);
            return false;
        }
    }

    private static void Yield(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the machine does not let us: it reckons as any other then.
        }
    }
}
