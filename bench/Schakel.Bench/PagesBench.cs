using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Store;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Workbench;

namespace Schakel.Bench;

/// <summary>
/// Every page that an example person of each function reaches, what its forms show before anything is recorded, and two hundred officials at
/// work at once, on a demonstration that runs on this machine. Pages are found by following links from the first one, so that no list of pages
/// falls behind; of some the rows are counted, because an empty page is a fast one.
/// </summary>
internal static class PagesBench
{
    private const double Limit = 100;
    private const int Port = 5178;
    private const int Users = 200;
    private const int Seconds = 60;
    private const int BetweenLooks = 10;
    private const int OwnPages = 25;
    private const int FewestRows = 20;

    // Pages that were empty in a demonstration before, and how they begin.
    private static readonly ImmutableArray<(string Path, string Name)> Filled =
    [
        (WorkPaths.Wards, "a guardian's wards"), (WorkPaths.Agenda, "a calendar"), (WorkPaths.Desk + "/vandaag", "today at the desk"),
        (WorkPaths.Moments, "free days"), (WorkPaths.Rulings, "rulings on one's own decisions"),
    ];

    /// <summary>Starts the server on a demonstration, looks at its pages, and lets people work.</summary>
    /// <param name="folder">The demonstration.</param>
    /// <param name="timed">Pages are timed one by one before people work.</param>
    /// <param name="only">Only pages of these functions are timed; of all when there are none.</param>
    public static ImmutableArray<Figure> Run(string folder, bool timed = true, params IReadOnlyCollection<string> only)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        var state = DemonstrationState.Read(folder);
        var before = PositionOf(folder);
        ImmutableArray<Figure> figures;
        using var server = Processes.Start("schakel", "demo", "--data", folder, "--port", port);
        try
        {
#pragma warning disable VSTHRD002 // A bench has nothing else to do.
            figures = RunAsync(new Uri($"http://127.0.0.1:{port}"), state, timed, only).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
        return [.. figures, Figure.AtMost("events that were recorded by looking, and one", 1, PositionOf(folder) - before + 1)];
    }

    private static long PositionOf(string folder)
    {
        using var log = LogReader.Open(new StorePlace(folder));
        return log.Log.Position;
    }

    private static async Task<ImmutableArray<Figure>> RunAsync(Uri site, DemonstrationState state, bool timed, IReadOnlyCollection<string> only)
    {
        var (worst, today) = ((Page: "", Milliseconds: 0.0), state.Today.ToString());
        var found = new Dictionary<string, ImmutableArray<FoundPage>>(StringComparer.Ordinal);
        foreach (var function in Function.All)
        {
            using var visitor = await PageVisitor.SignInAsync(site, $"{function.Code}.1", today).ConfigureAwait(false);
            if (visitor is not null)
            {
                found[function.Code] = await visitor.FindAsync().ConfigureAwait(false);
            }
        }
        if (timed)
        {
            Console.WriteLine("| function | page | one of them, where it ended | answered | heading | most rows | p50, ms | p95, ms |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
        }
        // After every function looked once at all its pages: what is compiled in the first minutes of a program is no page's.
        foreach (var function in Function.All.Where(each => timed && (only.Count == 0 || only.Contains(each.Code))))
        {
            using var visitor = await PageVisitor.SignInAsync(site, $"{function.Code}.1", today).ConfigureAwait(false);
            if (visitor is null)
            {
                Console.WriteLine($"| {function.Code} | – | – | – | nobody of this function | | | |");
                continue;
            }
            foreach (var kind in found[function.Code].GroupBy(page => page.Kind, StringComparer.Ordinal))
            {
                var times = await visitor.TimesAsync([.. kind]).ConfigureAwait(false);
                var p95 = times[times.Count * 95 / 100];
                worst = p95 > worst.Milliseconds ? ($"{function.Code} {kind.Key}", p95) : worst;
                var most = kind.MaxBy(page => page.Rows)!;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {function.Code} | {kind.Key} | {most.Final} | {most.Status} | {most.Heading} | {most.Rows} | {times[times.Count / 2]:0.0} | {p95:0.0} |"));
            }
        }
        if (timed)
        {
            Console.WriteLine($"slowest page: {worst.Page}");
        }
        var rows = RowsOf(found);
        foreach (var (name, most) in rows)
        {
            Console.WriteLine($"rows of {name}: {most}");
        }
        var (looks, wrong) = await TogetherAsync(site, today, found).ConfigureAwait(false);
        Console.WriteLine($"{Users} officials at once, each with the stream of news open and a look every {BetweenLooks} s, for {Seconds} s: {looks.Length:N0} looks, {wrong} not answered with 200");
        foreach (var (turn, of) in looks.GroupBy(look => look.Turn).Select(of => (of.Key, of.Select(look => look.Milliseconds).Order().ToList())))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  look {turn + 1}: p50 {of[of.Count / 2]:0.0} ms, p95 {of[of.Count * 95 / 100]:0.0} ms, slowest {of[^1]:0.0} ms"));
        }
        return
        [
            .. timed ? [Figure.AtMost("slowest page of any function at full scale: p95, ms", Limit, worst.Milliseconds)] : ImmutableArray<Figure>.Empty,
            .. state.Scale < 1 ? [] : rows.Select(each => Figure.AtLeast($"rows of {each.Name}", FewestRows, each.Most)),
            Figure.AtMost($"{Users} officials at once: looks that went wrong, and one", 1, wrong + 1),
        ];
    }

    // The fullest of each: who has no such page, or nothing on it, is another function's business.
    private static ImmutableArray<(string Name, int Most)> RowsOf(Dictionary<string, ImmutableArray<FoundPage>> found) =>
    [
        .. Filled.Select(each => (each.Name, found.Values.SelectMany(pages => pages).Where(page => page.Form is null && page.Final.Split('?')[0] == each.Path).Select(page => page.Rows).DefaultIfEmpty(0).Max())),
    ];

    private static async Task<(ImmutableArray<(int Turn, double Milliseconds)> Times, int Wrong)> TogetherAsync(Uri site, string today, Dictionary<string, ImmutableArray<FoundPage>> found)
    {
        var functions = found.Where(each => each.Key != "aanvrager" && each.Value.Length > 0).ToList();
        var visitors = new List<(PageVisitor Visitor, ImmutableArray<FoundPage> Pages)>();
        for (var i = 0; visitors.Count < Users && i < 3 * Users; i++)
        {
            var (function, pages) = functions[i % functions.Count];
            if (await PageVisitor.SignInAsync(site, string.Create(CultureInfo.InvariantCulture, $"{function}.{1 + (i / functions.Count % ExamplePeople.OfEach)}"), today).ConfigureAwait(false) is { } visitor)
            {
                // Whoever has files of their own, or of one place, is refused those of a colleague, and rightly: they look at their own pages.
                var own = Function.Find(function)!.Reach != Reach.All;
                visitors.Add((visitor, own ? await visitor.FindAsync(OwnPages, forms: false).ConfigureAwait(false) : [.. pages.Where(page => page.Form is null)]));
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
