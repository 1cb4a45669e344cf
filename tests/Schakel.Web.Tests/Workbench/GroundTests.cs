using System.Net;

namespace Schakel.Web.Workbench;

/// <summary>Why something was done: who wrote it reads it back, and so does who may read all of it; nobody who reads a part.</summary>
public sealed class GroundTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Why = "Paspoort & ticket gezien aan de balie";

    [Fact]
    public async Task Why_something_was_done_stands_on_the_timeline_for_whoever_wrote_it_or_reads_all_of_it()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder", number: 7711);
        var path = $"/werk/zaken/{file}/doen/identificaties";
        var form = await registrar.GetAsync(path);
        Assert.Contains("leest ook uw toelichting: ook de persoon zelf", Official.Words(form), StringComparison.Ordinal); // Who writes knows who reads.
        var check = await registrar.SendAsync(path, form, ("verder", "bekijken"), ("aanmeldcentrum", "1"), ("heeftReisdocument", "ja"), ("datum", "2024-01-16"), ("toelichting", Why));
        Assert.Equal(HttpStatusCode.Found, (await registrar.SendAsync(path, check, ("verder", "bevestigen"))).Status);

        Assert.Contains($"Toelichting: {Why}", Official.Words(await registrar.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        using var reception = new Official(server, "coa-medewerker");
        Assert.Contains($"Toelichting: {Why}", Official.Words(await reception.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        // Of an identification police read all but the centre: that it happened they see, and not what a colleague wrote with it.
        using var colleague = new Official(server, "avim-registreerder", number: 7712);
        var page = await colleague.GetAsync($"/werk/zaken/{file}");
        Assert.Contains("data-soort=\"person-identified\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aanvrager", true)]
    [InlineData("ind-beslismedewerker", true)]
    [InlineData("coa-medewerker", false)] // Reads the procedure and no claim.
    public async Task The_interface_gives_it_with_the_first_event_of_the_act(string function, bool reads)
    {
        var file = await server.ArriveAsync();
        await server.DoneAsync(file, "identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await server.DoneAsync(file, "aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-17", "volgnummer": 1}""");
        await server.DoneAsync(file, "signalen", "ind-hoormedewerker", """{"datum": "2024-01-18", "signaal": "uitsluiting", "toelichting": "genoemd in het ambtsbericht"}""");
        var events = await server.GetAsync($"/zaken/{file}/gebeurtenissen?paginaGrootte=100", function, number: function == "aanvrager" ? file : null);
        var told = events.Json["resultaten"]!.AsArray().Where(each => each!["toelichting"] is not null).Select(each => (each!["soort"]!.GetValue<string>(), each["toelichting"]!.GetValue<string>()));
        Assert.Equal(reads ? [("hold-placed", "genoemd in het ambtsbericht")] : [], told);
    }
}
