using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Schakel.Browser;

/// <summary>Every page of the application, in a browser: what is asked of all of them.</summary>
public sealed partial class PageTests(Walk walk, RunningChain chain) : IClassFixture<Walk>
{
    // Routes that give no page, each with what they give instead.
    private static readonly Dictionary<string, string> NoPages = new()
    {
        ["/css/schakel.css"] = "style",
        ["/css/werk.css"] = "style",
        ["/js/werk.js"] = "script",
        ["/werk/lijst.csv"] = "a file for other programs",
        ["/werk/lijst.xlsx"] = "a spreadsheet",
        ["/werk/inzagesignalen.csv"] = "a file for other programs",
        ["/mijn-zaak/dossier/kopie.json"] = "a file for other programs",
        ["/mijn-zaak/dossier/kopie.pdf"] = "a file to print or keep",
        ["/werk/zaken/{nummer:long:min(1)}/client/kopie"] = "a file for other programs",
        ["/werk/zaken/{nummer:long:min(1)}/client/kopie.pdf"] = "a file to print or keep",
        ["/mijn-zaak/dossier/documenten/{document:int:min(1)}"] = "a document, to download",
        ["/werk/zaken/{nummer:long:min(1)}/documenten/{document:int:min(1)}"] = "a document, to download",
        ["/mijn-zaak/berichten/agenda.ics"] = "a file for the calendar of a phone",
        ["/werk/nieuws"] = "a stream of news",
        ["POST /aanmelden"] = "goes on to another page",
        ["POST /werk/agenda/plekken"] = "goes on to another page",
        ["POST /werk/agenda/vrije-dagen"] = "goes on to the page itself, or shows it again",
        ["POST /werk/rondleiding"] = "goes on to another page",
        ["POST /afmelden"] = "goes on to another page",
    };

    [Fact]
    public async Task Every_route_of_the_running_application_is_looked_at()
    {
        var looked = (await walk.LooksAsync()).Select(each => each.Asked.Route).ToHashSet(StringComparer.Ordinal);
        var routes = chain.Routes.Where(each => !IsInterface(each)).SelectMany(NamesOf).Distinct().ToList();
        Assert.True(routes.Count > 30, $"{routes.Count} routes");
        Assert.All(routes, each => Assert.True(
            looked.Contains(each) || NoPages.ContainsKey(each) || (each.StartsWith("POST /mijn-zaak/regelen/", StringComparison.Ordinal) && looked.Contains(each[5..])), $"{each}: nobody looks at it"));
        Assert.Empty(NoPages.Keys.Except(routes));
    }

    [Fact]
    public async Task The_pages_measured_are_the_pages_meant()
    {
        foreach (var each in await walk.LooksAsync())
        {
            Assert.True(each.Status == each.Asked.Status, $"{each.Name}: {each.Status}");
            Assert.True(each.Heading.Length > 2, $"{each.Name}: no heading");
            Assert.True(each.Rows >= each.Asked.FewestRows, $"{each.Name}: {each.Rows} rows, {each.Asked.FewestRows} expected");
            Assert.True(each.Address.Split('?')[0] == AddressOf(each), $"{each.Name}: ended at {each.Address}");
            Assert.True(each.Rules.Length > 3 || (each.Language == "ar" && !Round.IsLong), $"{each.Name}: axe judged nothing");
            // axe judged what is read there; joined Arabic script it does not.
            Assert.True(each.Language == "ar" || each.Rules.Concat(each.Unsure.Select(unsure => unsure.Split(':')[0])).Contains("color-contrast"), $"{each.Name}: contrast was not judged");
        }
        Assert.Contains(await walk.LooksAsync(), each => each.Rules.Contains("target-size")); // The rules of WCAG 2.2 are on.
    }

    [Fact]
    public async Task No_page_breaks_a_rule_of_WCAG_2_2_AA() =>
        Assert.Empty((await walk.LooksAsync()).SelectMany(each => each.Violations.Select(violation => $"{each.Name}: {violation}")));

    [Fact]
    public async Task Nothing_is_lost_to_who_reads_in_colours_of_their_own() =>
        Assert.Equal("", string.Join('\n', (await walk.LooksAsync()).SelectMany(each => each.Lost.Select(lost => $"{each.Name}: {lost}"))));

    [Fact]
    public async Task Dutch_on_a_page_in_English_says_that_it_is()
    {
        var unsaid = string.Join('\n', (await walk.LooksAsync()).SelectMany(each => each.Dutch.Select(words => $"{each.Name}: {words}")));
        Assert.True(unsaid.Length == 0, unsaid);
    }

    [Fact]
    public async Task The_walk_sees_both_languages_of_the_workbench_and_light_and_dark_on_both_devices()
    {
        var looks = (await walk.LooksAsync()).Where(each => each.Language is "nl" or "en" && each.Asked.Path.StartsWith("/werk", StringComparison.Ordinal)).ToList();
        foreach (var device in Device.Both)
        {
            foreach (var colours in Colours.Ours)
            {
                foreach (var language in new[] { "nl", "en" })
                {
                    Assert.True(looks.Count(each => each.Device == device.Name && each.Language == language && each.Colours.Contains(colours.Name, StringComparison.Ordinal)) >= 5, $"{device.Name} {colours.Name} {language}");
                }
            }
        }
    }

    [Fact]
    public async Task No_page_is_wider_than_a_screen_of_320_pixels() =>
        Assert.Empty((await walk.LooksAsync()).Where(each => each.TooWide > 0).Select(each => $"{each.Name}: {each.TooWide} too wide: {string.Join(" | ", each.Wide)}"));

    [Fact]
    public async Task The_browser_complains_of_nothing() => Assert.Empty((await walk.LooksAsync()).SelectMany(each => each.Complaints).Distinct());

    private static string AddressOf(Look look) => look.Asked.Route switch
    {
        "POST /aanmelden/code" => "/aanmelden/code",
        "POST /werk/samen" => "/werk/samen",
        "POST /werk/oppakken" when look.Asked.Status == 400 => "/werk/oppakken",
        "POST /werk/weergaven" when look.Asked.Status == 400 => "/werk/weergaven",
        "POST /werk/aanmeldbalie" => "/werk/aanmeldbalie",
        "/werk/inzagesignalen/signaal" or "POST /werk/inzagesignalen/signaal" => "/werk/inzagesignalen/signaal",
        _ => look.Asked.Path.Split('?')[0],
    };

    private static bool IsInterface(RouteEndpoint route) => route.RoutePattern.RawText is not { } path || path.StartsWith("/api/v1", StringComparison.Ordinal) || path.StartsWith("api/v1", StringComparison.Ordinal);

    private static IEnumerable<string> NamesOf(RouteEndpoint route)
    {
        var path = "/" + Slashes().Replace(route.RoutePattern.RawText!, "");
        foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        {
            yield return method == "GET" ? path : $"{method} {path}";
        }
    }

    [GeneratedRegex("^/+")]
    private static partial Regex Slashes();
}
