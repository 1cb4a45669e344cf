using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Registration;

namespace Schakel.Web.Workbench;

/// <summary>The registration desk: one form a person, everything of it or nothing, once; who may be known already is shown first.</summary>
public sealed class DeskTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Path = "/werk/aanmeldbalie";

    [Fact]
    public async Task What_is_typed_of_a_person_is_one_act_and_the_next_person_can_be_typed_at_once()
    {
        using var registrar = new Official(server, "avim-registreerder", number: 6501);
        var page = await registrar.GetAsync($"{Path}?centrum=31");
        var number = VNumber.Synthetic(650_001).ToString();
        var sent = await registrar.SendAsync(Path, page, [.. Typed("Balieman", "Een", "11-02-1984"), ("reisdocument", "ja"), ("biometrie", "48151623"), ("vNummer", number),
            ("document1.soort", "paspoort"), ("document1.land", "syr"), ("document1.bevinding", "echt"), ("verwijzen", "32")]);
        Assert.True(sent.Status == HttpStatusCode.Found, Official.Words(sent));
        var file = FileIn(sent);
        var history = History(file);
        Assert.Equal(["person-arrived", "identity-recorded", "person-identified", "v-number-assigned", "document-examined", "person-redirected"], history.Select(each => each.Envelope.Name));
        Assert.Single(history.Select(each => each.Envelope.ActKey).Distinct());
        Assert.All(history, each => Assert.Equal((Doer.Of(new Chain.Official(6501, OfficialRoles.AliensPolice)), Purpose.Registration), (each.Envelope.Doer, each.Envelope.Purpose)));
        Assert.Equal(IdentitySource.Document, ((IdentityRecorded)history[1].Event!).Source);
        var next = await registrar.GetAsync(sent.Location!);
        Assert.Contains("id=\"vastgelegd\"", next.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"familienaam\" type=\"text\" value=\"\"[^>]* autofocus", next.Text);
        Assert.Contains("data-telling=\"aangekomen\">1<", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_person()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync($"{Path}?centrum=33");
        var fields = Typed("Dubbelklik", "Twee", "1991");
        var first = await registrar.SendAsync(Path, page, fields);
        var again = await registrar.SendAsync(Path, page, fields);
        Assert.Equal((HttpStatusCode.Found, first.Location), (again.Status, again.Location));
        Assert.Equal(1, Regex.Count((await registrar.GetAsync($"{Path}/vandaag?centrum=33")).Text, "data-sleutel="));
        // The same form with somebody else in it is somebody else: told, and then recorded.
        var other = await registrar.SendAsync(Path, page, Typed("Anderman", "Drie", "1992"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        var done = await registrar.SendAsync(Path, other, Typed("Anderman", "Drie", "1992"));
        Assert.NotEqual(FileIn(first), FileIn(done));
    }

    [Fact]
    public async Task When_one_part_is_refused_nothing_of_the_person_is_recorded_and_all_that_was_typed_stays()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync($"{Path}?centrum=34");
        var before = await server.Store.HighestNumberAsync(StreamKind.CaseFile);
        var refused = await registrar.SendAsync(Path, page, [.. Typed("Halverwege", "Vier", "1990-05-01"), ("reisdocument", "nee"), ("vNummer", "1234567890")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("v-number.wrong-check-digits", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Halverwege\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await server.Store.HighestNumberAsync(StreamKind.CaseFile));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_what_was_typed_stays()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync($"{Path}?centrum=35");
        var back = await registrar.SendAsync(Path, page, ("geboren", "31-02-1984"), ("nationaliteit", "<b>\u202e\U0001F600"), ("hoortBij", "999999999"), ("verder", "volgende"));
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        var words = Official.Words(back);
        Assert.Contains("Vul ten minste één naam in", words, StringComparison.Ordinal);
        Assert.Contains("Vul een datum in als", words, StringComparison.Ordinal);
        Assert.Contains("Vul een land in als drie letters", words, StringComparison.Ordinal);
        Assert.Contains("value=\"<b>\U0001F600\"", WebUtility.HtmlDecode(back.Text), StringComparison.Ordinal);
        var unknown = await registrar.SendAsync(Path, back, [.. Typed("Wezen", "Vijf", "1984"), ("hoortBij", "999999999")]);
        Assert.Contains("Deze zaak is hier niet bekend", Official.Words(unknown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Muhamad", "Zoebergh", "09-03-1981", "zelfde naam en geboortedatum")]
    [InlineData("محمد", "Zoeberg", "1981", "Zelfde naam, andere geboortedatum")]
    [InlineData("Iemand", "Zoeberg", "1981-03-09", "Zelfde geboortedatum en deel van de naam")]
    public async Task Who_may_be_known_already_is_shown_before_anything_is_recorded(string given, string family, string born, string likeness)
    {
        using var registrar = new Official(server, "avim-registreerder", number: 6502);
        var known = await KnownAsync(registrar);
        var page = await registrar.GetAsync($"{Path}?centrum=36");
        var before = await server.Store.HighestNumberAsync(StreamKind.CaseFile);
        var shown = await registrar.SendAsync(Path, page, Typed(family, given, born));
        Assert.True(shown.Status == HttpStatusCode.Conflict, Official.Words(shown));
        Assert.Contains($"data-dubbel=\"{known}\"", shown.Text, StringComparison.Ordinal);
        Assert.Contains(likeness, Official.Words(shown), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"value=\"{family}\"", WebUtility.HtmlDecode(shown.Text), StringComparison.Ordinal);
        Assert.Equal(before, await server.Store.HighestNumberAsync(StreamKind.CaseFile));
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(known, 0, 20);
        Assert.Contains(looks, each => each is { Function: "avim-registreerder", Number: 6502, With: Path });
    }

    [Fact]
    public async Task Who_is_said_to_be_somebody_else_is_recorded()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var first = await registrar.SendAsync(Path, await registrar.GetAsync($"{Path}?centrum=37"), Typed("Naamgenoot", "Zes", "1970-01-02"));
        var fields = Typed("Naamgenoot", "Zes", "1970-01-02");
        var shown = await registrar.SendAsync(Path, await registrar.GetAsync($"{Path}?centrum=37"), fields);
        Assert.Contains($"data-dubbel=\"{FileIn(first)}\"", shown.Text, StringComparison.Ordinal);
        var done = await registrar.SendAsync(Path, shown, fields);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.NotEqual(FileIn(first), FileIn(done));
    }

    [Fact]
    public async Task The_next_of_a_household_begins_with_what_is_known_and_joins_it()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var first = await registrar.SendAsync(Path, await registrar.GetAsync($"{Path}?centrum=38"), [.. Typed("Gezinsnaam", "Moeder", "1985-05-05", "gezin"), ("nationaliteit", "ERI"), ("taal", "tir")]);
        var mother = FileIn(first);
        Assert.EndsWith($"&bij={mother}", first.Location!, StringComparison.Ordinal);
        var page = await registrar.GetAsync(first.Location!);
        foreach (var kept in (string[])["value=\"Gezinsnaam\"", "value=\"ERI\"", "value=\"tir\"", $"name=\"hoortBij\" type=\"text\" value=\"{mother}\""])
        {
            Assert.Contains(kept, page.Text, StringComparison.Ordinal);
        }
        var second = await registrar.SendAsync(Path, page, [.. Typed("Gezinsnaam", "Kind", "2019"), ("rol", "kind"), ("hoortBij", Official.Plain(mother))]);
        Assert.True(second.Status == HttpStatusCode.Found, Official.Words(second));
        var (one, other) = ((PersonArrived)History(mother)[0].Event!, (PersonArrived)History(FileIn(second))[0].Event!);
        Assert.Equal(one.Household, other.Household);
    }

    [Fact]
    public async Task Who_said_beforehand_that_they_come_gets_their_own_file_at_the_desk()
    {
        var said = await server.SendAsync(HttpMethod.Post, "/vooraanmeldingen", "avim-registreerder", JsonNode.Parse("""{"kanaal": "balie", "taal": "tir", "personen": 2}"""));
        Assert.True(said.Status == HttpStatusCode.Created, said.Text);
        var number = int.Parse(said.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        using var registrar = new Official(server, "avim-registreerder");
        var today = await registrar.GetAsync($"{Path}/vandaag?centrum=39");
        Assert.Contains($"data-verwacht=\"{number}\"", today.Text, StringComparison.Ordinal);
        var page = await registrar.GetAsync($"{Path}?centrum=39&zaak={number}");
        Assert.Contains("value=\"tir\"", page.Text, StringComparison.Ordinal);
        var fields = (ValueTuple<string, string>[])[.. Typed("Aangekondigd", "Zeven", "1984"), ("zaak", Official.Plain(number))];
        var done = await registrar.SendAsync(Path, page, fields);
        Assert.True(done.Status == HttpStatusCode.Found, Official.Words(done));
        Assert.Equal(number, FileIn(done));
        Assert.DoesNotContain($"data-verwacht=\"{number}\"", (await registrar.GetAsync($"{Path}/vandaag?centrum=39")).Text, StringComparison.Ordinal);
        var late = await registrar.SendAsync(Path, await registrar.GetAsync($"{Path}?centrum=39"), [.. Typed("Anders", "Acht", "1986"), ("zaak", Official.Plain(number))]);
        Assert.Contains("staat geen vooraanmelding open", Official.Words(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Police_see_who_is_a_minor_alone_and_not_who_needs_care()
    {
        var said = await server.SendAsync(HttpMethod.Post, "/vooraanmeldingen", "vluchtelingenwerk", JsonNode.Parse(
            """{"kanaal": "balie", "taal": "tir", "personen": 2, "tolkNodig": true, "kinderen": 2, "alleenEnMinderjarig": true, "zorgNodig": true, "bereikbaarVia": "06 87654321"}"""));
        Assert.True(said.Status == HttpStatusCode.Created, said.Text);
        using var police = new Official(server, "avim-registreerder");
        using var service = new Official(server, "ind-hoormedewerker");
        var row = new Regex($"<tr data-verwacht=\"{said.Location!.Split('/')[^1]}\">.*?</tr>", RegexOptions.Singleline);
        var (seen, whole) = (row.Match((await police.GetAsync($"{Path}/vandaag?centrum=43")).Text).Value, row.Match((await service.GetAsync($"{Path}/vandaag?centrum=43")).Text).Value);
        Assert.All((string[])["minderjarig en alleen", "tolk nodig", "jonger dan 18: 2", "06 87654321"], each => Assert.Contains(each, seen, StringComparison.Ordinal));
        Assert.DoesNotContain("zorg", seen, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("zorg nodig bij aankomst", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_session_is_over_nothing_typed_at_the_desk_is_lost()
    {
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync($"{Path}?centrum=40");
        registrar.SignOut();
        var over = await registrar.SendAsync(Path, page, [.. Typed("Verlopen", "Negen", "1977-07-07"), ("vNummer", "123")]);
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        foreach (var kept in (string[])["name=\"familienaam\" value=\"Verlopen\"", "name=\"geboren\" value=\"1977-07-07\"", "name=\"vNummer\" value=\"123\"", "name=\"centrum\" value=\"40\""])
        {
            Assert.Contains(kept, over.Text, StringComparison.Ordinal);
        }
        using var again = new Official(server, "avim-registreerder"); // Signed in in another tab: what was kept is sent on.
        var back = await again.SendAsync(Path, over);
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.Contains("value=\"Verlopen\"", back.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planner")]
    [InlineData("coa-medewerker")]
    [InlineData("ind-planner")]
    [InlineData("advocaat")]
    public async Task Who_takes_nobody_in_has_no_desk(string function)
    {
        using var other = new Official(server, function);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}?centrum=31")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/vandaag?centrum=31")).Status);
        Assert.DoesNotContain(Path, (await other.GetAsync("/werk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Police_see_whom_they_took_in_themselves_and_the_immigration_service_everybody()
    {
        using var police = new Official(server, "avim-registreerder");
        using var border = new Official(server, "kmar-grenswachter");
        using var service = new Official(server, "ind-hoormedewerker");
        var ours = FileIn(await police.SendAsync(Path, await police.GetAsync($"{Path}?centrum=41"), Typed("Vreemdelingenpolitie", "Tien", "1961-01-01")));
        var theirs = FileIn(await border.SendAsync(Path, await border.GetAsync($"{Path}?centrum=41"), [.. Typed("Grensbewaking", "Elf", "1962-02-02"), ("grens", "ja")]));
        var (seen, whole) = ((await police.GetAsync($"{Path}/vandaag?centrum=41")).Text, (await service.GetAsync($"{Path}/vandaag?centrum=41")).Text);
        Assert.Contains($"data-sleutel=\"{ours}\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain($"data-sleutel=\"{theirs}\"", seen, StringComparison.Ordinal);
        Assert.Contains($"data-sleutel=\"{ours}\"", whole, StringComparison.Ordinal);
        Assert.Contains($"data-sleutel=\"{theirs}\"", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_desks_at_once_give_each_person_a_number_of_their_own()
    {
        using var registrar = new Official(server, "avim-registreerder");
        await registrar.GetAsync(Path); // One browser: what proves its forms is given once.
        var pages = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => registrar.GetAsync($"{Path}?centrum=42")));
        var done = await Task.WhenAll(pages.Select((page, i) => registrar.SendAsync(Path, page, Typed($"Ochtend{(char)('a' + i)}{(char)('z' - i)}os", "", $"{1950 + i}-03-04"))));
        Assert.All(done, each => Assert.True(each.Status == HttpStatusCode.Found, Official.Words(each)));
        Assert.Equal(24, done.Select(FileIn).Distinct().Count());
        Assert.Equal(24, Regex.Count((await registrar.GetAsync($"{Path}/vandaag?centrum=42")).Text, "data-sleutel="));
    }

    [Fact]
    public void Every_way_of_coming_is_one_event_and_the_desk_counts_it() =>
        Assert.Equal(ArrivalsToday.Event, EventCatalogue.Of(typeof(PersonArrived)).Name);

    private async Task<int> KnownAsync(Official registrar)
    {
        // Once for all rows of the theory; a test may not lean on another.
        var fields = Typed("Zoeberg", "Mohammed", "1981-03-09");
        var done = await registrar.SendAsync(Path, await registrar.GetAsync($"{Path}?centrum=36"), fields);
        return done.Status == HttpStatusCode.Found ? FileIn(done) : int.Parse(Regex.Match(done.Text, "data-dubbel=\"(\\d+)\"").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static (string, string)[] Typed(string family, string given, string born, string next = "volgende") => [("familienaam", family), ("voornamen", given), ("geboren", born), ("verder", next)];

    private static int FileIn(Reply done) => int.Parse(Regex.Match(done.Location!, @"gedaan=(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<Store.Log.RecordedEvent> History(int file) => server.Store.Log.ReadStream(new(StreamKind.CaseFile, file));
}
