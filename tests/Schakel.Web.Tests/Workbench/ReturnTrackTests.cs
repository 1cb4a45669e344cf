using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Web.Workbench.Returning;

namespace Schakel.Web.Workbench;

/// <summary>Travel documents by country and age, flights that did not go on, and the worklist of one counsellor.</summary>
public sealed class ReturnTrackTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Service = "dtv-regievoerder";

    [Fact]
    public async Task Requests_for_travel_documents_stand_by_country_and_age_beside_what_was_answered_and_what_lapsed()
    {
        var files = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            files.Add(await server.TakeOverAsync("terugkeer"));
            await server.IdentifyAsync(files[i], "GIN", family: "Reiskenmerk");
            await server.DoneAsync(files[i], "reisdocumentaanvragen", Service, $$"""{"datum": "2024-0{{i + 1}}-15"}"""); // January to April.
        }
        await server.DoneAsync(files[1], "reisdocumentweigeringen", Service, """{"datum": "2024-03-01"}""");
        await server.DoneAsync(files[2], "reisdocumenten", Service, """{"datum": "2024-04-01"}""");
        using var counsellor = new Official(server, Service);
        Assert.Equal(["2", "1", "0", "1", "0", "0", "1", "1", "0"], CellsOf(await LookAsync(counsellor, Day.Of(2024, 5, 2)), "d-GIN")); // Waits, by five ages; issued, refused, lapsed.
        await server.DoneAsync(files[2], "reisdocumentgeldigheden", Service, """{"datum": "2024-04-02", "totDatum": "2024-05-10"}""");
        await server.DoneAsync(files[2], "verlopen-reisdocumenten", Service, """{"datum": "2024-05-11"}""");
        var later = await LookAsync(counsellor, Day.Of(2024, 8, 1));
        Assert.Equal(["2", "0", "0", "1", "1", "0", "0", "1", "1"], CellsOf(later, "d-GIN"));
        Assert.DoesNotContain("Reiskenmerk", Regex.Match(later.Text, "data-sleutel=\"d-GIN\".*?</tr>", RegexOptions.Singleline).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-02", 0)]
    [InlineData("2024-04-02", 0)]
    [InlineData("2024-04-01", 1)]
    [InlineData("2024-02-01", 1)]
    [InlineData("2024-01-31", 2)]
    [InlineData("2023-11-02", 2)]
    [InlineData("2023-11-01", 3)]
    public void A_request_grows_older_by_month_quarter_and_half_year(string requested, int age) =>
        Assert.Equal(age, TravelDocuments.AgeOf(Day.TryParse(requested, out var day) ? day : null, Day.Of(2024, 5, 2)));

    [Fact]
    public void A_request_that_was_taken_over_without_its_day_waits_with_no_age()
    {
        Assert.Equal(4, TravelDocuments.AgeOf(null, Day.Of(2024, 5, 2)));
        Assert.Equal([0, 0, 0, 0, 1], TravelDocuments.CountOf([], waits: true, Day.Of(2024, 5, 2)).Waiting);
    }

    [Fact]
    public async Task A_flight_that_was_cancelled_stands_with_its_person_and_an_application_before_a_flight_as_a_number_by_day()
    {
        var (cancelled, applied) = (await server.TakeOverAsync("terugkeer"), await server.TakeOverAsync("terugkeer"));
        foreach (var file in (int[])[cancelled, applied])
        {
            await server.DoneAsync(file, "vluchten", Service, """{"datum": "2024-06-20", "vluchtDatum": "2024-07-10", "soort": "zelfstandig", "begeleid": false}""");
        }
        await server.DoneAsync(cancelled, "vluchtannuleringen", Service, """{"datum": "2024-07-09", "oorzaak": "niet-in-staat-te-vliegen"}""");
        await server.DoneAsync(applied, "opvolgende-aanvragen", "ind-hoormedewerker", """{"datum": "2024-07-08", "volgnummer": 2}""");
        using var counsellor = new Official(server, Service);
        var list = Regex.Replace(Regex.Replace(Regex.Match((await LookAsync(counsellor, Day.Of(2024, 7, 12))).Text, "data-vluchten.*?</ul>", RegexOptions.Singleline).Value, "<[^>]*>", " "), "\\s+", " ");
        Assert.Matches($"zaak {cancelled} geannuleerd: niet in staat te vliegen 9 juli 2024 vlucht van 10 juli 2024, een dag ervoor", list);
        Assert.Contains("vlucht van 10 juli 2024 : 1 dossier gesloten door een nieuwe aanvraag ervoor", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"zaak {applied}", list, StringComparison.Ordinal); // A claim runs: whose it is, is told no more to who returns (red line 4).
        Assert.DoesNotContain($"zaak {cancelled}", (await LookAsync(counsellor, Day.Of(2024, 9, 2))).Text, StringComparison.Ordinal); // Four weeks.
    }

    [Fact]
    public void An_application_after_the_day_of_the_flight_or_without_one_is_no_trouble_with_a_flight()
    {
        var (day, lodged) = (Day.Of(2024, 7, 10), new ApplicationLodged(2));
        Assert.Empty(FlightTroubles.TroublesOf([(lodged, day)]));
        Assert.Empty(FlightTroubles.TroublesOf([(new FlightPlanned(day, DepartureKind.Independent, false), day.PlusDays(-9)), (lodged, day.PlusDays(1))]));
        Assert.Equal([new FlightTrouble(day, day, null)], FlightTroubles.TroublesOf([(new FlightPlanned(day, DepartureKind.Independent, false), day.PlusDays(-9)), (lodged, day)]));
    }

    [Fact]
    public void The_names_that_the_track_reads_are_those_of_the_chain() =>
        Assert.Equal(
            new[] { typeof(TravelDocumentRequested), typeof(TravelDocumentReceived), typeof(TravelDocumentRefused), typeof(TravelDocumentExpired), typeof(FlightPlanned), typeof(FlightCancelled), typeof(ApplicationLodged) }
                .Select(each => EventCatalogue.Of(each).Name), ReturnTrack.Events);

    [Fact]
    public async Task A_counsellor_chooses_the_own_files_on_the_worklist()
    {
        var (mine, others) = (await server.TakeOverAsync("terugkeer"), await server.TakeOverAsync("terugkeer"));
        foreach (var (file, number) in new[] { (mine, 7191), (others, 7192) })
        {
            await server.DoneAsync(file, "regievoerders", Service, $$$"""{"datum": "2024-01-18", "regievoerder": {"nummer": {{{number}}}, "rol": "dtv-regievoerder"}}""");
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var counsellor = new Official(server, Service, number: 7191);
        var list = await counsellor.GetAsync("/werk?stand=alles&van=mij&regels=1000");
        Assert.Contains($"/werk/zaken/{mine}\"", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{others}\"", list.Text, StringComparison.Ordinal);
        Assert.Contains("van=mij", Regex.Match(list.Text, "href=\"(/werk/lijst\\.csv[^\"]*)\"").Groups[1].Value, StringComparison.Ordinal); // The file follows the choice.
        Assert.Contains($"/werk/zaken/{others}\"", (await counsellor.GetAsync("/werk?stand=alles&regels=1000")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"niemand\"", list.Text, StringComparison.Ordinal); // What stands in one's own name is taken up by nobody.
        using var lawyer = new Official(server, "advocaat");
        Assert.DoesNotContain("name=\"van\"", (await lawyer.GetAsync("/werk?van=mij")).Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> CellsOf(Reply page, string key) =>
        [.. Regex.Matches(Regex.Match(page.Text, $"data-sleutel=\"{key}\".*?</tr>", RegexOptions.Singleline).Value, "class=\"number\">(.*?)</td>", RegexOptions.Singleline)
            .Select(each => Regex.Replace(each.Groups[1].Value, "<[^>]*>", "").Trim())];

    // Each look is on a day of its own, as counts stand for some minutes.
    private async Task<Reply> LookAsync(Official official, Day on)
    {
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var before = server.Today;
        server.Today = on;
        try
        {
            return await official.GetAsync("/werk/terugkeer");
        }
        finally
        {
            server.Today = before;
        }
    }
}
