using System.Text.RegularExpressions;
using Schakel.Norms;

namespace Schakel.Web.Workbench;

/// <summary>Homes by municipality: what is late and what is to be done are told only where the difference tells of nobody.</summary>
public sealed class MunicipalFigureTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task How_many_are_late_is_not_told_where_it_would_tell_how_few_are_in_time()
    {
        async Task LinkAsync(int municipality, string permit, int many)
        {
            for (var i = 0; i < many; i++)
            {
                var file = await server.TakeOverAsync("wacht-op-woning", dates: $", \"beslisDatum\": \"{permit}\"");
                await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
            }
        }
        await LinkAsync(7405, "2023-09-04", 5);
        await LinkAsync(7405, "2023-12-20", 2);
        await LinkAsync(7406, "2023-09-04", 6);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        server.Today = Day.Of(2024, 2, 3);
        using var planner = new Official(server, "planner");
        var page = await planner.GetAsync("/werk/cijfers");
        string[] CellsOf(string key) => [.. Regex.Matches(Regex.Match(page.Text, $"data-sleutel=\"{key}\".*?</tr>", RegexOptions.Singleline).Value, "class=\"number\">(.*?)</td>").Select(each => each.Groups[1].Value)];
        Assert.Equal(["7", "niet te tonen"], CellsOf("g7405")[..2]);
        Assert.Equal(["6", "6"], CellsOf("g7406")[..2]);
        Assert.Equal(["13", "niet te tonen"], CellsOf("g")[..2]);
    }
}
