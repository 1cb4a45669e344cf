namespace Schakel.Web.Workbench;

/// <summary>What an official of a municipality opens in the morning.</summary>
public sealed class MunicipalityPageTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Theory]
    [InlineData("/werk/gemeente", 363, "Gemeente Amsterdam")]
    [InlineData("/werk/gemeente?bladzijde=9", 599, "Gemeente Rotterdam")] // Fewer wait than when that page was there.
    [InlineData("/werk/gemeente?bladzijde=-1", 7423, "Gemeente 7423")] // A municipality that the program does not know by name.
    public async Task Who_waits_for_a_home_is_there_whatever_page_is_asked_for(string path, int municipality, string heading)
    {
        int[] files = [await server.TakeOverAsync("wacht-op-woning"), await server.TakeOverAsync("wacht-op-woning")];
        foreach (var file in files)
        {
            await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var officer = new Official(server, "gemeente-huisvester", municipality: municipality);
        var page = await officer.GetAsync(path);
        Assert.All(files, each => Assert.Contains($"href=\"/werk/zaken/{each}\"", page.Text, StringComparison.Ordinal));
        Assert.Contains(heading, Official.Words(page), StringComparison.Ordinal);
        Assert.Contains("Zonder woning 2", Official.Words(page), StringComparison.Ordinal);
    }
}
