using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>
/// A walk past every page (rondgang), made once for all tests that ask something of all pages: what is found is kept per page, with who looked,
/// where they ended and what they saw there, so that a page that is not the page meant cannot pass for it.
/// </summary>
public sealed class Walk(Chromium chromium, RunningChain chain)
{
    private const int AtOnce = 2;
    private const int LongPage = 1000; // Of a longer one the first screen is kept.

    // Kept in the window, and begun where it is wanted: handing it over for every page costs as much as what it does there.
    private static readonly string Axe = $"window.beginAxe = function () {{ {new BundledAxeScriptProvider().GetScript()}\n}};";

    // WCAG 2.2 at level AA, with what it takes over from 2.0 and 2.1. Of what is right one example is told: on long pages the rest takes minutes.
    private const string Judge = """
        async ([exclude, rules]) => {
          window.axe ?? window.beginAxe();
          const found = await axe.run({ include: [["html"]], exclude }, {
            runOnly: rules, resultTypes: ["violations", "incomplete"], selectors: false, iframes: false, preload: false,
          });
          const told = (items) => items.flatMap((item) => item.nodes.slice(0, 3).map((node) => `${item.id}: ${node.html.slice(0, 160)}`));
          return [[...found.passes, ...found.violations].map((each) => each.id), told(found.violations), told(found.incomplete)];
        }
        """;

    // Rows of a list are alike: of each the first twenty-five are judged, and all of them in the long walk.
    private static readonly string[][] BeyondTheFirst = [["main tbody tr:nth-child(n + 26)"], ["main li:nth-child(n + 26)"], ["main dl > div:nth-child(n + 26)"]];

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"]; // In other colours the rest is the same.

    // Words that only Dutch has, on a page in English, outside what says that it is Dutch.
    private const string DutchInEnglish = """
        () => {
          if (document.documentElement.lang !== "en") {
            return [];
          }
          const found = new Set();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            if (/\b(het|een|niet|voor|naar|wordt|worden|artikel|bij|deze|uw|volgens|zonder|dagen|weken)\b/i.test(data) && !parentElement.closest("[translate=no]") && parentElement.closest("[lang]").lang === "en") { // Names are of no language.
              found.add(`${data.trim().slice(0, 80)} in ${parentElement.outerHTML.slice(0, 60)}`);
            }
          }
          return [...found].slice(0, 6);
        }
        """;

    private readonly Lock _turn = new();
    private Task<IReadOnlyList<Look>>? _looks;

    /// <summary>Where what was seen is kept: a table, a picture and the markup of every page.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../browser"));

    /// <summary>What was seen.</summary>
    public Task<IReadOnlyList<Look>> LooksAsync()
    {
        lock (_turn)
        {
            return _looks ??= MakeAsync(); // Also when it fails: it is not made again for every test.
        }
    }

    private async Task<IReadOnlyList<Look>> MakeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
        Directory.CreateDirectory(Path.Combine(Folder, "pictures"));
        Directory.CreateDirectory(Path.Combine(Folder, "html"));
        var rounds = await Rounds.OfAsync(chain);
        var looks = new ConcurrentBag<(int Order, Look Look)>();
        // One window for a language and a device: a new one for everybody costs the browser more than the pages do.
        var windows = rounds.Index()
            .SelectMany(round => round.Item.Languages.SelectMany(language => Device.Both.Select(device => new Stretch(round.Index, round.Item, language, device, [.. round.Item.On(round.Index, language, device)]))))
            .Where(each => each.Pages.Length > 0).GroupBy(each => (each.Language, each.Device)).OrderByDescending(window => window.Sum(each => each.Pages.Length));
        await Parallel.ForEachAsync(windows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (window, _) =>
        {
            await using var visitor = await Visitor.ComeAsync(chromium, chain, window.Key.Language, window.Key.Device);
            await visitor.Page.AddInitScriptAsync(Axe);
            foreach (var (order, round, language, device, pages) in window)
            {
                await visitor.BeNobodyAsync(language);
                await round.SignIn(visitor);
                foreach (var (at, page) in pages)
                {
                    looks.Add(((order * 1000) + at, await LookAsync(visitor, page, round.Role, language, device, round.IsJudgedIn(language) ? Round.ColoursOf(order, at) : [])));
                }
            }
        });
        IReadOnlyList<Look> found = [.. looks.OrderBy(each => each.Order).ThenBy(each => each.Look.Name, StringComparer.Ordinal).Select(each => each.Look)];
        await File.WriteAllTextAsync(Path.Combine(Folder, "pages.csv"), TableOf(found), new UTF8Encoding(true));
        return found;
    }

    // What one person looks at in one window.
    private sealed record Stretch(int Order, Round Round, string Language, Device Device, (int At, PageAsked Page)[] Pages);

    private static async Task<Look> LookAsync(Visitor visitor, PageAsked asked, string role, string language, Device device, Colours[] colours)
    {
        var page = visitor.Page;
        var before = visitor.Complaints.Count;
        await visitor.ReadInAsync(colours.FirstOrDefault(Colours.Light));
        var answer = await visitor.GoAsync(asked.Path);
        if (asked.First is { } first)
        {
            // What a form answers is the page meant.
            void Sent(object? _, IResponse response)
            {
                if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
                {
                    answer = response;
                }
            }
            page.Response += Sent;
            await first(page);
            await Visitor.LoadedAsync(page);
            page.Response -= Sent;
        }
        var axe = await JudgedAsync(visitor, colours);
        var name = NameOf(role, asked, language);
        if (!Round.IsLong || device == Device.Desktop)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, "html", name + ".html"), await answer.TextAsync()); // The same for every device.
        }
        if (Round.IsLong)
        {
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Folder, "pictures", $"{name}-{device.Name}.jpeg"),
                FullPage = asked.FewestRows < LongPage,
                Type = ScreenshotType.Jpeg,
                Quality = 60,
            });
        }
        var (heading, rows, wide) = await MeasureAsync(page);
        if (!Round.IsLong && device != Device.Phone)
        {
            await page.SetViewportSizeAsync(Device.Phone.Width, Device.Phone.Height); // What axe judges hardly depends on the width; whether all of it fits does.
            (_, _, wide) = await MeasureAsync(page);
            await page.SetViewportSizeAsync(device.Width, device.Height);
        }
        return new(
            asked, role, language, device.Name, answer.Status, visitor.Here, heading, rows, wide.Length == 0 ? 0 : int.Parse(wide[0], CultureInfo.InvariantCulture), wide[Math.Min(1, wide.Length)..],
            axe[0], axe[1], axe[2], [.. visitor.Complaints.Skip(before)], colours.Length == 0 ? "not judged" : string.Join(" and ", colours.Select(each => each.Name)),
            await Colours.LostAsync(visitor), await page.EvaluateAsync<string[]>(DutchInEnglish));
    }

    // In the first colours by every rule, in other ones by those of colours.
    private static async Task<string[][]> JudgedAsync(Visitor visitor, Colours[] colours)
    {
        string[][] judged = [[], [], []];
        foreach (var (at, each) in colours.Index())
        {
            await visitor.ReadInAsync(each);
            var found = await visitor.Page.EvaluateAsync<string[][]>(Judge, new object[] { Round.IsLong ? Array.Empty<string[]>() : BeyondTheFirst, at == 0 ? Rules : OfColours });
            judged = [at == 0 ? found[0] : judged[0], [.. judged[1], .. found[1].Select(fault => at == 0 ? fault : $"{fault} ({each.Name})")], at == 0 ? found[2] : judged[2]];
        }
        return judged;
    }

    private static async Task<(string Heading, int Rows, string[] Wide)> MeasureAsync(IPage page)
    {
        var seen = await page.EvaluateAsync<string[]>("""
            () => {
              const screen = document.documentElement.clientWidth;
              const rows = document.querySelectorAll("main tr[data-sleutel]").length || document.querySelectorAll("main tbody tr, main li, main dl > div").length;
              const wide = document.documentElement.scrollWidth - Math.min(screen, window.innerWidth);
              const out = wide <= 0 ? [] : [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > screen + 1 || each.getBoundingClientRect().left < -1)
                .filter((each) => !each.closest(".hidden, .skip") && getComputedStyle(each).position !== "absolute").slice(-3).map((each) => each.outerHTML.slice(0, 120));
              return [document.querySelector("h1")?.innerText ?? "", String(rows), String(Math.max(0, wide)), ...out];
            }
            """);
        return (seen[0].ReplaceLineEndings(" "), int.Parse(seen[1], CultureInfo.InvariantCulture), seen[2] == "0" ? [] : seen[2..]);
    }

    private static string NameOf(string role, PageAsked asked, string language)
    {
        var name = $"{(role.Length == 0 ? "nobody" : role)}{asked.Path}-{asked.State}-{language}";
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '_'));
    }

    private static string TableOf(IEnumerable<Look> looks)
    {
        var table = new StringBuilder("role;route;state;language;device;colours;status;address;heading;rows;too wide;rules;violations;not judged\n");
        foreach (var each in looks)
        {
            table.AppendLine(string.Join(';', new[]
            {
                each.Role, each.Asked.Route, each.Asked.State, each.Language, each.Device, each.Colours, Plain(each.Status), each.Address, each.Heading, Plain(each.Rows), Plain(each.TooWide), Plain(each.Rules.Length),
                Plain(each.Violations.Length), Plain(each.Unsure.Length),
            }.Select(field => field.Replace(';', ','))));
        }
        return table.ToString();
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
