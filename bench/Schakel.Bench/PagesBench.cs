using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Schakel.Web.Access;

namespace Schakel.Bench;

/// <summary>
/// Every page that an example person of each function reaches, and two hundred officials at work at once, on a demonstration that runs on
/// this machine. Pages are found by following links from the first one, so that no list of pages falls behind.
/// </summary>
internal static class PagesBench
{
    private const double Limit = 100;
    private const int Port = 5178;
    private const int Users = 200;
    private const int Seconds = 60;
    private const int BetweenLooks = 10;
    private const int OwnPages = 25;

    /// <summary>Starts the server on a demonstration, looks at its pages, and lets people work.</summary>
    /// <param name="folder">The demonstration.</param>
    /// <param name="timed">Pages are timed one by one before people work.</param>
    public static ImmutableArray<Figure> Run(string folder, bool timed = true)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        using var server = Processes.Start("schakel", "demo", "--data", folder, "--port", port);
        try
        {
#pragma warning disable VSTHRD002 // A bench has nothing else to do.
            return RunAsync(new Uri($"http://127.0.0.1:{port}"), timed).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static async Task<ImmutableArray<Figure>> RunAsync(Uri site, bool timed)
    {
        var worst = (Page: "", Milliseconds: 0.0);
        var found = new Dictionary<string, ImmutableArray<FoundPage>>(StringComparer.Ordinal);
        if (timed)
        {
            Console.WriteLine("| function | page | heading | most rows | p50, ms | p95, ms |");
            Console.WriteLine("|---|---|---|---|---|---|");
        }
        foreach (var function in Function.All)
        {
            using var visitor = await PageVisitor.SignInAsync(site, $"{function.Code}.1").ConfigureAwait(false);
            if (visitor is null)
            {
                Console.WriteLine($"| {function.Code} | – | nobody of this function | | | |");
                continue;
            }
            var pages = await visitor.FindAsync().ConfigureAwait(false);
            found[function.Code] = pages;
            foreach (var kind in pages.Where(_ => timed).GroupBy(page => page.Kind, StringComparer.Ordinal))
            {
                var times = await visitor.TimesAsync([.. kind.Select(page => page.Address)]).ConfigureAwait(false);
                var p95 = times[times.Count * 95 / 100];
                worst = p95 > worst.Milliseconds ? ($"{function.Code} {kind.Key}", p95) : worst;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {function.Code} | {kind.Key} | {kind.First().Heading} | {kind.Max(page => page.Rows)} | {times[times.Count / 2]:0.0} | {p95:0.0} |"));
            }
        }
        if (timed)
        {
            Console.WriteLine($"slowest page: {worst.Page}");
        }
        var (looks, wrong) = await TogetherAsync(site, found).ConfigureAwait(false);
        Console.WriteLine($"{Users} officials at once, each with the stream of news open and a look every {BetweenLooks} s, for {Seconds} s: {looks.Length:N0} looks, {wrong} not answered with 200");
        foreach (var (turn, of) in looks.GroupBy(look => look.Turn).Select(of => (of.Key, of.Select(look => look.Milliseconds).Order().ToList())))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  look {turn + 1}: p50 {of[of.Count / 2]:0.0} ms, p95 {of[of.Count * 95 / 100]:0.0} ms, slowest {of[^1]:0.0} ms"));
        }
        return
        [
            .. timed ? [Figure.AtMost("slowest page of any function at full scale: p95, ms", Limit, worst.Milliseconds)] : ImmutableArray<Figure>.Empty,
            Figure.AtMost($"{Users} officials at once: looks that went wrong, and one", 1, wrong + 1),
        ];
    }

    private static async Task<(ImmutableArray<(int Turn, double Milliseconds)> Times, int Wrong)> TogetherAsync(Uri site, Dictionary<string, ImmutableArray<FoundPage>> found)
    {
        var functions = found.Where(each => each.Key != "aanvrager" && each.Value.Length > 0).ToList();
        var visitors = new List<(PageVisitor Visitor, ImmutableArray<FoundPage> Pages)>();
        for (var i = 0; visitors.Count < Users && i < 3 * Users; i++)
        {
            var (function, pages) = functions[i % functions.Count];
            if (await PageVisitor.SignInAsync(site, string.Create(CultureInfo.InvariantCulture, $"{function}.{1 + (i / functions.Count % ExamplePeople.OfEach)}")).ConfigureAwait(false) is { } visitor)
            {
                // Whoever has files of their own, or of one place, is refused those of a colleague, and rightly: they look at their own pages.
                var own = Function.Find(function)!.Reach != Reach.All;
                visitors.Add((visitor, own ? await visitor.FindAsync(OwnPages).ConfigureAwait(false) : pages));
            }
        }
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds));
        var news = visitors.Select(each => each.Visitor.ListenAsync(end.Token)).ToList();
        var clock = Stopwatch.StartNew();
        // Moments are fixed beforehand, spread evenly over the interval: a slow answer does not make the next look later.
        var looks = await Task.WhenAll(visitors.SelectMany((each, i) => Enumerable.Range(0, Seconds / BetweenLooks).Select(async turn =>
        {
            var planned = TimeSpan.FromSeconds((turn * BetweenLooks) + ((double)i * BetweenLooks / visitors.Count));
            if (planned - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early).ConfigureAwait(false);
            }
            var page = each.Pages[((i * 7) + turn) % each.Pages.Length];
            var right = await each.Visitor.LookAsync(page.Address).ConfigureAwait(false) is not null;
            return (Right: right, Time: (turn, (clock.Elapsed - planned).TotalMilliseconds));
        }))).ConfigureAwait(false);
        var broken = (await Task.WhenAll(news).ConfigureAwait(false)).Count(held => !held);
        foreach (var (visitor, _) in visitors)
        {
            visitor.Dispose();
        }
        return ([.. looks.Select(look => look.Time)], looks.Count(look => !look.Right) + broken + (Users - visitors.Count));
    }
}
