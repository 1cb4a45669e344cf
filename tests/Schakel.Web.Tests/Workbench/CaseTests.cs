using System.Net;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Acts;
using Schakel.Store.Watching;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench;

/// <summary>The page of a file: acting in place, with consequences first, done once, and nothing typed is lost.</summary>
public sealed class CaseTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task What_a_registrar_confirms_is_recorded_with_author_and_purpose_and_stands_on_the_timeline()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder", number: 7701);
        var form = await registrar.GetAsync($"/werk/zaken/{file}/doen/identificaties");
        var check = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", form, ("verder", "bekijken"), ("aanmeldcentrum", "1"), ("heeftReisdocument", "nee"), ("datum", "2024-01-16"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        Assert.Contains("Geïdentificeerd", check.Text, StringComparison.Ordinal);
        Assert.Single(History(file)); // Nothing was recorded yet.
        var done = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", check, ("verder", "bevestigen"));
        Assert.Equal((HttpStatusCode.Found, $"/werk/zaken/{file}?gedaan=2#gedaan"), (done.Status, done.Location));
        var recorded = History(file)[1].Envelope;
        Assert.Equal(("person-identified", Doer.Of(new Chain.Official(7701, OfficialRoles.AliensPolice)), Purpose.Registration), (recorded.Name, recorded.Doer, recorded.Purpose));
        var page = await registrar.GetAsync($"/werk/zaken/{file}?gedaan=2");
        Assert.Contains("Vastgelegd", page.Text, StringComparison.Ordinal);
        Assert.Contains("data-soort=\"person-identified\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("uzelf", page.Text, StringComparison.Ordinal);
        // The same form, sent twice, is done once.
        var again = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", check, ("verder", "bevestigen"));
        Assert.Equal(done.Location, again.Location);
        Assert.Equal(2, History(file).Count);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_what_was_typed_stays()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var form = await registrar.GetAsync($"/werk/zaken/{file}/doen/identificaties");
        var back = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", form,
            ("verder", "bekijken"), ("aanmeldcentrum", "een <b>\u202ekwaad\U0001F600"), ("datum", "2024-02-31"), ("toelichting", "gezien aan de balie"));
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        var words = Official.Words(back);
        Assert.Contains("Maak hier een keuze", words, StringComparison.Ordinal);
        Assert.Contains("Geef een dag die bestaat", words, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", back.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"een <b>kwaad\U0001F600\"", WebUtility.HtmlDecode(back.Text), StringComparison.Ordinal);
        Assert.Contains("gezien aan de balie", back.Text, StringComparison.Ordinal);
        Assert.Single(History(file));
    }

    [Fact]
    public async Task When_a_colleague_was_first_it_is_shown_what_they_did_and_the_form_is_kept()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var form = await registrar.GetAsync($"/werk/zaken/{file}/doen/identificaties");
        var check = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", form, ("verder", "bekijken"), ("aanmeldcentrum", "4"), ("heeftReisdocument", "ja"), ("datum", "2024-01-16"));
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 2, "heeftReisdocument": false}""")).IsDone();
        var stale = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", check, ("verder", "bevestigen"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        var words = Official.Words(stale);
        Assert.Contains("Een collega was u voor", words, StringComparison.Ordinal);
        Assert.Contains("Geïdentificeerd", words, StringComparison.Ordinal);
        Assert.Contains("value=\"4\"", stale.Text, StringComparison.Ordinal);
        Assert.Equal(2, History(file).Count);
    }

    [Fact]
    public async Task What_the_law_forbids_is_refused_with_its_norm_before_anything_is_recorded()
    {
        var file = await server.ArriveAsync();
        using var officer = new Official(server, "ind-beslismedewerker");
        var form = await officer.GetAsync($"/werk/zaken/{file}/doen/besluiten");
        var refused = await officer.SendAsync($"/werk/zaken/{file}/doen/besluiten", form, ("verder", "bekijken"), ("uitkomst", "ongegrond"), ("datum", "2024-02-01"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Dit kan nu niet", refused.Text, StringComparison.Ordinal);
        Assert.Matches("translate=\"no\">[a-z-]+\\.[a-z-]+<", refused.Text);
        Assert.Single(History(file));
    }

    [Fact]
    public async Task A_move_shows_first_what_it_would_cut_across()
    {
        await server.OpenSiteAsync(8201, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8202, 10, "asielzoekerscentrum");
        var file = await server.ArriveAsync();
        foreach (var (resource, function, body) in new[]
        {
            ("plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8201, "opvangvorm": "asielzoekerscentrum"}"""),
            ("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-16", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2024-01-17"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2024-01-18", "spoor": "spoor-4", "reden": 0}"""),
            ("gehoorplanningen", "ind-hoormedewerker", """{"datum": "2025-09-20", "gehoorDatum": "2025-10-20"}"""),
        })
        {
            (await server.ActAsync($"zaken/{file}", resource, function, body)).IsDone();
        }
        using var officer = new Official(server, "coa-medewerker");
        var form = await officer.GetAsync($"/werk/zaken/{file}/doen/verhuizingen");
        Assert.Contains("8202 · asielzoekerscentrum · 10 vrij", form.Text, StringComparison.Ordinal);
        var without = await officer.SendAsync($"/werk/zaken/{file}/doen/verhuizingen", form, ("verder", "bekijken"), ("opvanglocatie", "8202"), ("opvangvorm", "asielzoekerscentrum"));
        Assert.Equal(HttpStatusCode.Conflict, without.Status); // A ground is asked, and why is shown.
        Assert.Contains("Er is een gehoor gepland op 20 oktober 2025", Official.Words(without), StringComparison.Ordinal);
        var check = await officer.SendAsync($"/werk/zaken/{file}/doen/verhuizingen", without, ("verder", "bekijken"), ("opvanglocatie", "8202"), ("opvangvorm", "asielzoekerscentrum"), ("grond", "eigen-verzoek"));
        var words = Official.Words(check);
        Assert.Contains("Dit doorkruist", words, StringComparison.Ordinal);
        Assert.Contains("Er is een gehoor gepland op 20 oktober 2025", words, StringComparison.Ordinal);
        var done = await officer.SendAsync($"/werk/zaken/{file}/doen/verhuizingen", check, ("verder", "bevestigen"));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("person-moved", History(file).Select(each => each.Envelope.Name));
        Assert.Equal("move-weighed", History(file)[^1].Envelope.Name);
    }

    [Fact]
    public async Task When_the_session_is_over_nothing_typed_is_lost()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var form = await registrar.GetAsync($"/werk/zaken/{file}/doen/identificaties");
        registrar.SignOut();
        var over = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", form, ("verder", "bekijken"), ("aanmeldcentrum", "73"));
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        Assert.Contains("name=\"aanmeldcentrum\" value=\"73\"", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Worklist}", over.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        var file = await server.ArriveAsync();
        using var registrar = new Official(server, "avim-registreerder");
        var strange = new Reply(HttpStatusCode.OK, "<main>", null, null, null, new Dictionary<string, string>());
        var answer = await registrar.SendAsync($"/werk/zaken/{file}/doen/identificaties", strange,
            ("verder", "bevestigen"), ("gezien", $"0.{file}.1"), ("aanmeldcentrum", "1"), ("heeftReisdocument", "nee"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(History(file));
    }

    [Fact]
    public async Task An_act_of_another_function_leads_back_to_the_file()
    {
        var file = await server.ArriveAsync();
        using var officer = new Official(server, "coa-medewerker");
        var answer = await officer.GetAsync($"/werk/zaken/{file}/doen/besluiten");
        Assert.Equal((HttpStatusCode.Found, $"/werk/zaken/{file}"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task What_does_not_exist_and_what_may_not_be_seen_are_the_same_page()
    {
        var file = await server.ArriveAsync();
        using var manager = new Official(server, "coa-locatiemanager", site: 8301);
        var (hidden, absent) = (await manager.GetAsync($"/werk/zaken/{file}"), await manager.GetAsync("/werk/zaken/999999999"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, absent.Status));
        Assert.Equal(absent.Text, hidden.Text);
    }

    [Fact]
    public async Task A_person_is_found_by_name_in_another_spelling_and_nothing_of_it_stands_in_an_address()
    {
        var file = await server.ArriveAsync("1981-03-09");
        (await server.ActAsync($"zaken/{file}", "identiteiten", "avim-registreerder",
            """{"datum": "2024-01-15", "identiteit": {"namen": {"familienaam": "Zoekebergh", "voornamen": "Mohammed"}, "geboren": "1981-03-09", "nationaliteit": "SYR", "taal": "ara"}, "bron": "eigen-verklaring"}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var officer = new Official(server, "ind-hoormedewerker");
        var page = await officer.GetAsync("/werk/zoeken");
        foreach (var typed in (string[])["mohamed zoekebergh", "09-03-1981", Official.Plain(file)])
        {
            var found = await officer.SendAsync("/werk/zoeken", page, ("wat", typed));
            Assert.True(found.Text.Contains($"/werk/zaken/{file}\"", StringComparison.Ordinal), typed);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SendAsync("/werk/zoeken", page, ("wat", "!!"))).Status);
        using var manager = new Official(server, "coa-locatiemanager", site: 8302);
        var none = await manager.SendAsync("/werk/zoeken", await manager.GetAsync("/werk/zoeken"), ("wat", "Zoekebergh"));
        Assert.DoesNotContain($"/werk/zaken/{file}\"", none.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Beslissen op de aanvraag", "Beslistermijn")]
    [InlineData("en", "Decide on the application", "Decision period")]
    public async Task A_last_day_that_passed_stands_on_the_timeline_by_its_name_and_never_by_its_code(string language, string step, string norm)
    {
        var file = await server.ArriveAsync();
        foreach (var (resource, function, body) in new[]
        {
            ("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-16", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2024-01-17"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2024-01-18", "spoor": "spoor-4", "reden": 0}"""),
        })
        {
            (await server.ActAsync($"zaken/{file}", resource, function, body)).IsDone();
        }
        await new TermWatch(server.Store, server).LookAsync(TestContext.Current.CancellationToken);
        Assert.Contains(History(file), each => each.Event is LapseObserved { Step: "decide-application", Norm: "decision-period" });
        using var officer = new Official(server, "ind-beslismedewerker", language: language);
        var page = await officer.GetAsync($"/werk/zaken/{file}?alles=ja");
        Assert.Contains("data-soort=\"lapse-observed\"", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<dd><bdi>{step}</bdi></dd>", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<dd><bdi>{norm}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(StepType.All.Select(each => each.Code).Append("decision-period"), code => page.Text.Contains($"<bdi>{code}</bdi>", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_has_a_name_that_people_read() =>
        Assert.All(EventCatalogue.Types.Select(each => EventCatalogue.Of(each).Name), name => Assert.True(EventNames.Knows(name), name));

    private const string Worklist = "data-sleutel";

    private IReadOnlyList<Store.Log.RecordedEvent> History(int file) => server.Store.Log.ReadStream(new(StreamKind.CaseFile, file));
}
