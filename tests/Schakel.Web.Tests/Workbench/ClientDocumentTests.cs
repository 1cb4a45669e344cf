using System.Net;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.PortalPages;

namespace Schakel.Web.Workbench;

/// <summary>A lawyer or guardian supplies a document for a client, by page and by the interface, and takes it back.</summary>
public sealed class ClientDocumentTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly byte[] Passport = Samples.Pdf("Paspoortmerk");

    public static TheoryData<string, int, DoerKind, string> Both => new()
    {
        { "advocaat", 8651, DoerKind.Lawyer, "door uw advocaat" }, { "voogd", 8652, DoerKind.Guardian, "door uw voogd" },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task By_page_it_is_sealed_in_the_file_as_theirs_and_what_came_of_it_stands_there(string function, int number, DoerKind kind, string by)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        using var reader = new Official(server, function, number, clients: file);
        var path = $"/werk/zaken/{file}/documenten/aanleveren";
        Assert.Contains($"href=\"{path}\"", (await reader.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
        var form = await reader.GetAsync(path);
        Assert.Contains("Dit gebeurt als u verstuurt", form.Text, StringComparison.Ordinal);
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => reader.UploadAsync(path, form, Passport, ("waarvoor", "Identity"), ("omschrijving", "Zijn <b>paspoort</b>"))));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Found, reply.Status));
        var (envelope, supplied) = Assert.Single(Events<DocumentSupplied>(file));
        Assert.Equal((kind, number, DocumentSubject.Identity, "Zijn <b>paspoort</b>"), (envelope.Doer.Kind, (int)envelope.Doer.Number, supplied.Subject, supplied.Description));
        Assert.Equal(Passport, await server.Store.Documents.ReadAsync(new(StreamKind.CaseFile, file), supplied.Sha256));
        var done = await reader.GetAsync(replies[0].Location!.Split('#')[0]);
        Assert.Contains("Vastgelegd", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>paspoort", done.Text, StringComparison.Ordinal);
        Assert.Contains("Paspoortmerk", (await reader.GetAsync($"/werk/zaken/{file}/documenten/1")).Text, StringComparison.Ordinal);
        using var applicant = await SignedInAsync(file);
        Assert.Matches($"Gestuurd op [a-z]+ 1 oktober 2025 . {by} Nog niet bekeken", Official.Words(await applicant.SeeAsync(PortalPaths.File)));
        (await server.ActAsync($"zaken/{file}", "documentbeoordelingen", "ind-hoormedewerker", """{"nummer": 1, "uitkomst": "niet-leesbaar"}""")).IsDone();
        Assert.Contains("niet leesbaar", Official.Words(await reader.GetAsync($"/werk/zaken/{file}")), StringComparison.Ordinal);
        Assert.Contains("Document 1 is niet goed te lezen", Official.Words(await reader.GetAsync($"/werk/zaken/{file}/client")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task By_the_interface_it_is_theirs_too_and_for_own_clients_alone(string function, int number, DoerKind kind, string by)
    {
        var (mine, others) = (await server.ArriveAsync(day: "2025-01-15"), await server.ArriveAsync(day: "2025-01-15"));
        var clients = Official.Plain(mine);
        (await server.SupplyAsync(mine, "reis", "Kaartje", Passport, function: function, number: number, clients: clients)).IsDone();
        var (envelope, _) = Assert.Single(Events<DocumentSupplied>(mine));
        Assert.Equal((kind, number), (envelope.Doer.Kind, (int)envelope.Doer.Number));
        var listed = Assert.Single((await server.GetAsync($"/zaken/{mine}/documenten", function, number, clients)).Json.AsArray());
        Assert.Equal((function, "Kaartje"), (listed!["aangeleverdDoor"]!.GetValue<string>(), listed["omschrijving"]!.GetValue<string>()));
        (await server.SupplyAsync(others, "reis", "", Passport, function: function, number: number, clients: clients)).IsProblem(404);
        (await server.SupplyAsync(mine, "reis", "", Passport, function: "iom-medewerker", number: 8659, clients: clients)).IsProblem(403);
        Assert.Empty(Events<DocumentSupplied>(others));
        using var applicant = await SignedInAsync(mine);
        Assert.Contains(by, Official.Words(await applicant.SeeAsync(PortalPaths.File)), StringComparison.Ordinal);
    }

    [Fact] // Medical is not read by a lawyer: they may send it, are told that it came, and know nothing more of it.
    public async Task A_document_about_health_is_sent_by_a_lawyer_and_then_shown_to_them_no_more()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        using var lawyer = new Official(server, "advocaat", 8653, clients: file);
        var path = $"/werk/zaken/{file}/documenten/aanleveren";
        var form = await lawyer.GetAsync(path);
        Assert.Contains("ziet u daarna zelf niet meer", Official.Words(form), StringComparison.Ordinal);
        var sent = await lawyer.UploadAsync(path, form, Passport, ("waarvoor", "Health"), ("omschrijving", "Doktersmerk"));
        Assert.Equal(DoerKind.Lawyer, Assert.Single(Events<HealthDocumentSupplied>(file)).Envelope.Doer.Kind);
        var done = await lawyer.GetAsync(sent.Location!.Split('#')[0]);
        Assert.Contains("U leest het hier niet terug", Official.Words(done), StringComparison.Ordinal);
        Assert.DoesNotContain("Doktersmerk", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.GetAsync($"/werk/zaken/{file}/documenten/1")).Status);
        using var guardian = new Official(server, "voogd", 8654, clients: file);
        Assert.DoesNotContain("ziet u daarna zelf niet meer", Official.Words(await guardian.GetAsync(path)), StringComparison.Ordinal);
        Assert.Contains("Doktersmerk", (await guardian.GetAsync($"/werk/zaken/{file}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_see_they_take_back_and_what_they_do_not_see_is_none_to_them()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        (await server.SupplyAsync(file, "reis", "", Passport)).IsDone();
        (await server.SupplyAsync(file, "gezondheid", "", Samples.Pdf("Medischmerk"))).IsDone();
        using var lawyer = new Official(server, "advocaat", 8655, clients: file);
        var path = $"/werk/zaken/{file}/doen/documentterugnames";
        var page = await lawyer.GetAsync($"/werk/zaken/{file}");
        Assert.Contains($"{path}?nummer=1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{path}?nummer=2", page.Text, StringComparison.Ordinal);
        var form = await lawyer.GetAsync($"{path}?nummer=1");
        foreach (var (number, step) in ((string, string)[])[("2", "bekijken"), ("2", "bevestigen"), ("9", "bekijken")])
        {
            var tried = await lawyer.SendAsync(path, form, ("verder", step), ("nummer", number));
            Assert.Equal((number, HttpStatusCode.Conflict), (number, tried.Status));
            Assert.Contains("Dit dossier heeft geen document met dit nummer", Official.Words(tried), StringComparison.Ordinal);
            Assert.DoesNotContain("edisch", Official.Words(tried), StringComparison.Ordinal);
        }
        (await server.ActAsync($"zaken/{file}", "documentterugnames", "advocaat", """{"nummer": 2}""", clients: Official.Plain(file))).IsRefused("document.none");
        Assert.Empty(Events<HealthDocumentTakenBack>(file));
        var check = await lawyer.SendAsync(path, form, ("verder", "bekijken"), ("nummer", "1"));
        Assert.Equal(HttpStatusCode.Found, (await lawyer.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        Assert.Equal((DoerKind.Lawyer, 8655L), Assert.Single(Events<DocumentTakenBack>(file)).Envelope.Doer is var doer ? (doer.Kind, doer.Number) : default);
        (await server.ActAsync($"zaken/{file}", "documentterugnames", "voogd", """{"nummer": 2}""", clients: Official.Plain(file))).IsDone();
        Assert.Equal(DoerKind.Guardian, Assert.Single(Events<HealthDocumentTakenBack>(file)).Envelope.Doer.Kind);
    }

    public static TheoryData<byte[]?, string> Wrong => new()
    {
        { null, "Kies een bestand" }, { [], "In dit bestand zit niets" }, { "<html><script>alert(1)</script>"u8.ToArray(), "geen foto" }, { Samples.Pdf(more: "/S /JavaScript"), "meer dan bladzijden" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_document_is_told_and_what_was_typed_stays(byte[]? content, string says)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        using var lawyer = new Official(server, "advocaat", 8656, clients: file);
        var path = $"/werk/zaken/{file}/documenten/aanleveren";
        var reply = await lawyer.UploadAsync(path, await lawyer.GetAsync(path), content, ("waarvoor", "Family"), ("omschrijving", "Hun trouwakte"));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(says, Official.Words(reply), StringComparison.Ordinal);
        Assert.Contains("value=\"Hun trouwakte\"", reply.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"Family\"[^>]*checked", reply.Text);
        Assert.DoesNotContain("alert(1)", reply.Text, StringComparison.Ordinal);
        Assert.Empty(Events<DocumentSupplied>(file));
        Assert.False(Directory.Exists(System.IO.Path.Combine(server.Folder, "documenten", $"{file}")));
    }

    [Fact]
    public async Task Another_site_sends_nothing_a_session_that_is_over_keeps_the_words_and_ten_a_day_are_enough()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        using var lawyer = new Official(server, "advocaat", 8657, clients: file);
        var path = $"/werk/zaken/{file}/documenten/aanleveren";
        var form = await lawyer.GetAsync(path);
        var elsewhere = await lawyer.UploadAsync(path, null, Passport, ("waarvoor", "Travel"), ("omschrijving", "Van elders"));
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Contains("Dit formulier was verlopen", elsewhere.Text, StringComparison.Ordinal);
        for (var number = 1; number <= SuppliedDocuments.MostOnADay; number++)
        {
            (await server.SupplyAsync(file, "overig", "", Samples.Pdf($"{number}"))).IsDone();
        }
        var eleventh = await lawyer.UploadAsync(path, form, Passport, ("waarvoor", "Travel"), ("omschrijving", ""));
        Assert.Equal(HttpStatusCode.Conflict, eleventh.Status);
        Assert.Contains("al tien documenten gestuurd", Official.Words(eleventh), StringComparison.Ordinal);
        Assert.Contains("Vandaag kan hier geen document meer bij", Official.Words(await lawyer.GetAsync(path)), StringComparison.Ordinal);
        Assert.Equal(SuppliedDocuments.MostOnADay, Events<DocumentSupplied>(file).Count);
        lawyer.SignOut();
        var over = await lawyer.UploadAsync(path, form, Passport, ("waarvoor", "Travel"), ("omschrijving", "Zijn kaartje"));
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        Assert.Contains("Zijn kaartje", over.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_says_that_the_body_is_the_file_itself()
    {
        var description = await server.GetAsync("/openapi.json", null);
        var content = description.Json["paths"]!["/zaken/{nummer}/documenten"]!["post"]!["requestBody"]!["content"]!.AsObject();
        Assert.Equal(["application/pdf", "image/jpeg", "image/png"], content.Select(each => each.Key));
        Assert.All(content, each => Assert.Equal("binary", each.Value!["schema"]!["format"]!.GetValue<string>()));
    }

    private List<(Envelope Envelope, T Event)> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is T).Select(each => (each.Envelope, (T)each.Event!))];

    private async Task<Applicant> SignedInAsync(int file)
    {
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }
}
