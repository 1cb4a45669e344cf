using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>What is measured goes when nothing else does: not beside the walk along every page.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The first page of the portal, as it comes to an old phone.</summary>
[Collection(nameof(Alone))]
public sealed class FirstPageTests(Chromium chromium, RunningChain chain)
{
    private const int MostBytes = 100 * 1024;
    private const int MostMilliseconds = 1000;

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    [InlineData("ti")]
    public async Task All_that_the_first_page_fetches_is_less_than_100_kilobytes(string language)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, chain, language, Device.Phone);
        var fetched = new List<IRequest>();
        visitor.Page.RequestFinished += (_, request) => fetched.Add(request);
        await visitor.GoAsync("/");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = 0;
        foreach (var each in fetched.Where(each => !each.Url.StartsWith("data:", StringComparison.Ordinal)))
        {
            var sizes = await each.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            Assert.StartsWith(chain.Address, each.Url, StringComparison.Ordinal); // Nothing comes from elsewhere.
        }
        Assert.InRange(bytes, 1000, MostBytes);
    }

    // How long it takes is told, and judged in a long run, where the machine does nothing else: bench/README.md.
    [Fact]
    public async Task On_a_throttled_phone_the_first_page_is_painted_within_a_second()
    {
        var told = new List<double>();
        for (var i = 0; i < (Round.IsLong ? 5 : 1); i++)
        {
            await using var visitor = await Visitor.ComeAsync(chromium, chain, "nl", Device.Phone);
            await ThrottleAsync(visitor.Page);
            await visitor.GoAsync("/");
            var painted = await visitor.Page.EvaluateAsync<JsonElement>("() => new Promise((done) => new PerformanceObserver((list) => { for (const each of list.getEntriesByName('first-contentful-paint')) { done(each.startTime); } }).observe({ type: 'paint', buffered: true }))");
            told.Add(painted.GetDouble());
        }
        var line = string.Create(CultureInfo.InvariantCulture, $"First contentful paint of the portal on a throttled phone: {string.Join(", ", told.Select(each => $"{each:0}"))} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Directory.CreateDirectory(Walk.Folder);
        await File.WriteAllTextAsync(Path.Combine(Walk.Folder, "..", "browser-paint.txt"), line + "\n");
        Assert.All(told, each => Assert.True(each > 0));
        if (Round.IsLong)
        {
            Assert.True(told.Order().ElementAt(told.Count / 2) < MostMilliseconds, line);
        }
    }

    // As Lighthouse does for a phone: 150 ms there and back, 1.6 megabit a second, a processor four times slower.
    private static async Task ThrottleAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8 });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
    }
}
