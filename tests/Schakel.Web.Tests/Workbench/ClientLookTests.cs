using System.Text.RegularExpressions;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Web.Portal;
using Schakel.Web.PortalPages;

namespace Schakel.Web.Workbench;

/// <summary>Who looked and how long it takes, for whoever stands by a client; and the sources of what a client must do.</summary>
public sealed class ClientLookTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Theory]
    [InlineData("advocaat")]
    [InlineData("voogd")]
    public async Task A_lawyer_and_a_guardian_see_who_looked_and_how_long_it_takes_and_nothing_of_care(string function)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""")).IsDone();
        ExpectationFile.Write(server.Folder, new(Day.Of(2025, 9, 30), 730, 8, "h", [new(new(Track.General, AwaitedStep.Interview, Day.Of(2025, 1, 1)), 41, Day.Of(2025, 11, 3), Day.Of(2026, 2, 4))]));
        await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker");
        await server.GetAsync($"/zaken/{file}", "gza-medewerker");
        using var reader = new Official(server, function, 8610, clients: file);
        var words = Official.Words(await reader.GetAsync($"/werk/zaken/{file}/client"));
        Assert.Contains("Beslismedewerker IND", words, StringComparison.Ordinal);
        Assert.Contains("tussen 3 november 2025 en 4 februari 2026", words, StringComparison.Ordinal);
        var care = Access.LookPurposes.NameOf(Access.LookPurpose.Care).Dutch;
        Assert.DoesNotContain(": " + care, words, StringComparison.Ordinal);
        using var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        Assert.Contains(care, (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal); // The client sees all of it.
    }

    [Fact]
    public async Task Each_thing_that_somebody_must_do_says_where_it_stands()
    {
        using var applicant = new Applicant(server.Address, await server.ArriveAsync());
        await applicant.SignInAsync();
        var page = (await applicant.SeeAsync(PortalPaths.Rights)).Text;
        var duties = Regex.Match(page, "id=\"plichten\".*?</section>", RegexOptions.Singleline).Value;
        Assert.Equal(Regex.Count(duties, "<li>"), Regex.Count(duties, "class=\"why\""));
        Assert.All((string[])["Vreemdelingenwet 2000, artikel 31(2)", "Vreemdelingenwet 2000, artikel 30c", "Regeling verstrekkingen asielzoekers 2005, artikel 19(1)"], place => Assert.Contains(place, Regex.Replace(duties, "<[^>]*>", ""), StringComparison.Ordinal));
    }
}
