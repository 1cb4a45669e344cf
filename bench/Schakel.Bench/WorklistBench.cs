using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Schakel.Demonstration;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Rows;
using Schakel.Web.Access;

namespace Schakel.Bench;

// The server is a process of its own on one processor, the asker another on the other. The asker has an open loop: every request has its
// moment before the run begins, it is sent then whether or not earlier ones were answered, and its time counts from that moment. A server
// that stops for a second is so told by fifty requests, and not by one.

/// <summary>First pages of worklists over HTTP, fifty a second, from a demonstration that runs on one processor.</summary>
internal static class WorklistBench
{
    private const double Limit = 50;
    private const double StartLimit = 5;
    private const int PerSecond = 50;
    private const int WarmingUp = 15;
    private const int Seconds = 60;
    private const int Port = 5179;
    private static readonly string[] Views = ["", "?stand=te-laat", "?stand=dreigt-te-laat", "?stand=te-doen", "?stand=wacht", "?stand=keuze"];

    /// <summary>Starts the server on a demonstration and the asker; both end.</summary>
    public static ImmutableArray<Figure> Run(string folder)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        var url = $"http://127.0.0.1:{port}";
        var (site, municipality) = Busiest(folder);
        double first;
        using (var second = Processes.Start("schakel", "demo", "--data", folder, "--port", port))
        {
            first = UntilFirstPage(second, url);
            second.Kill();
            second.WaitForExit();
        }
        using var server = Processes.StartOn(0, "schakel", "demo", "--data", folder, "--port", port);
        try
        {
            var slower = UntilFirstPage(server, url);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from the start of the process to the first page of a worklist: {first:0.0} s; on one processor {slower:0.0} s"));
            using var asker = Processes.StartOn(1, "Schakel.Bench", "ask", url, site, municipality);
            var told = asker.StandardOutput.ReadToEnd();
            asker.WaitForExit();
            Console.Write(told);
            var worst = told.Split('\n').Single(line => line.StartsWith("p95 ", StringComparison.Ordinal)).Split(' ')[1];
            return
            [
                Figure.AtMost("second start at full scale until the first page of a worklist, s", StartLimit, first),
                Figure.AtMost("first page of any worklist, 50 a second, one processor: p95, ms", Limit, asker.ExitCode == 0 ? double.Parse(worst, CultureInfo.InvariantCulture) : double.PositiveInfinity),
            ];
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static double UntilFirstPage(Process server, string url)
    {
        try
        {
            return Wait(FirstAnswerAsync(new Uri(url), Stopwatch.StartNew()));
        }
        catch
        {
            server.Kill();
            throw;
        }
    }

    /// <summary>The asker: warms up, asks for a minute, and tells.</summary>
    /// <param name="url">Where the server listens.</param>
    /// <param name="site">The site of those who are tied to one.</param>
    /// <param name="municipality">The municipality of those who are tied to one.</param>
    /// <returns>Zero when every request was answered as it should.</returns>
    public static int Ask(Uri url, string site, string municipality) => Wait(AskAsync(url, site, municipality));

    // Read models of a folder that was never served are made first: that takes a core for a minute, once, and is no answering of requests.
    // The site with the most residents, and the municipality that most people are linked to: whoever is tied to them has the longest list.
    private static (string Site, string Municipality) Busiest(string folder)
    {
        using var store = ChainStore.Open(new(folder), new DeskSettings(DemonstrationLaw.On, new DemonstrationClock(DemonstrationLaw.Begins), TimeProvider.System) { StepsOf = ChainSteps.Of });
#pragma warning disable CA2025 // Waited for before the store is disposed.
        StoreBench.Wait(store.Models.CatchUpWhollyAsync());
#pragma warning restore CA2025
        using var rows = store.CreateContext();
        var site = rows.Sites.Where(row => row.IsOpen).OrderByDescending(row => row.Occupancy).ThenBy(row => row.Site).First().Site;
        var municipality = rows.Files.Where(row => row.Municipality != null).GroupBy(row => row.Municipality!.Value).OrderByDescending(of => of.Count()).ThenBy(of => of.Key).Select(of => of.Key).First();
        return (site.ToString(CultureInfo.InvariantCulture), municipality.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<int> AskAsync(Uri url, string site, string municipality)
    {
        using var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        var asked = new List<(string View, string Path, string Token)>();
        // Who has clients, an own file or none has no worklist of a function: the interface answers 403.
        foreach (var function in Function.All.Where(function => function.Reach is Reach.All or Reach.Team or Reach.Site or Reach.Municipality))
        {
            var token = await TokenAsync(client, function.Code, (Caller.SiteClaim, site), (Caller.MunicipalityClaim, municipality), (Caller.TeamClaim, "1")).ConfigureAwait(false);
            asked.AddRange(Views.Select(view => (view, $"/api/v1/werkvoorraden/{function.Code}{view}", token)));
        }
        await AsPlannedAsync(client, asked, WarmingUp * PerSecond).ConfigureAwait(false);
        var answers = await AsPlannedAsync(client, asked, Seconds * PerSecond).ConfigureAwait(false);
        Array.Sort(answers, (a, b) => a.Milliseconds.CompareTo(b.Milliseconds));
        var wrong = answers.Count(answer => answer.Bytes < 0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{answers.Length:N0} first pages of {asked.Count} worklists in turn, {PerSecond} a second at moments fixed beforehand; {wrong} not answered with 200; {answers.Sum(answer => Math.Max(answer.Bytes, 0)):N0} bytes"));
        foreach (var view in answers.GroupBy(answer => answer.View).OrderBy(of => of.Key))
        {
            var times = view.Select(answer => answer.Milliseconds).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(view.Key.Length == 0 ? "without a filter" : view.Key[1..]),-22}p50 {At(times, 50):0.0} ms, p95 {At(times, 95):0.0} ms, most {times[^1]:0.0} ms"));
        }
        foreach (var (_, milliseconds, _, path) in answers.Reverse().DistinctBy(answer => answer.Path).Take(3))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  slowest: {path} {milliseconds:0.0} ms"));
        }
        var all = answers.Select(answer => answer.Milliseconds).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p95 {At(all, 95):0.0} ms; p50 {At(all, 50):0.0} ms, p99 {At(all, 99):0.0} ms, most {all[^1]:0.0} ms"));
        return wrong == 0 ? 0 : 1;
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private static async Task<(string View, double Milliseconds, long Bytes, string Path)[]> AsPlannedAsync(
        HttpClient client, List<(string View, string Path, string Token)> asked, int requests)
    {
        var clock = Stopwatch.StartNew();
        var running = new Task<(string, double, long, string)>[requests];
        for (var i = 0; i < requests; i++)
        {
            var planned = TimeSpan.FromSeconds((double)i / PerSecond);
            if (planned - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early).ConfigureAwait(false);
            }
            var (view, path, token) = asked[i % asked.Count];
            running[i] = OneAsync(view, path, token, planned);
        }
        return await Task.WhenAll(running).ConfigureAwait(false);

        async Task<(string, double, long, string)> OneAsync(string view, string path, string token, TimeSpan planned)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            try
            {
                using var answer = await client.SendAsync(request).ConfigureAwait(false);
                var bytes = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                return (view, (clock.Elapsed - planned).TotalMilliseconds, answer.IsSuccessStatusCode ? bytes.Length : -1, path);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return (view, (clock.Elapsed - planned).TotalMilliseconds, -1, path);
            }
        }
    }

    private static async Task<double> FirstAnswerAsync(Uri url, Stopwatch watch)
    {
        using var client = new HttpClient { BaseAddress = url };
        while (true)
        {
            try
            {
                var function = Function.All.First(each => each.Reach == Reach.All).Code;
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client, function).ConfigureAwait(false));
                using var answer = await client.GetAsync(new Uri($"/api/v1/werkvoorraden/{function}", UriKind.Relative)).ConfigureAwait(false);
                answer.EnsureSuccessStatusCode();
                return watch.Elapsed.TotalSeconds;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(20).ConfigureAwait(false);
            }
        }
    }

    private static async Task<string> TokenAsync(HttpClient client, string function, params (string Claim, string Value)[] ties)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", function), new("client_secret", ExampleClients.Secret), .. ties.Select(tie => KeyValuePair.Create(tie.Claim, tie.Value))]);
        using var answer = await client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return JsonDocument.Parse(bytes).RootElement.GetProperty("access_token").GetString()!;
    }

    private static T Wait<T>(Task<T> task)
    {
#pragma warning disable VSTHRD002 // A bench has nothing else to do.
        return task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
