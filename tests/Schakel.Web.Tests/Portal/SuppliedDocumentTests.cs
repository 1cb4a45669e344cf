using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Records;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.PortalPages;

/// <summary>A document from the page to whoever looks at it, and back; and everything that is no document.</summary>
public sealed class SuppliedDocumentTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly string Path = DocumentForms.Supply.Path;
    private static readonly byte[] Passport = Samples.Pdf("Paspoortmerk");

    [Fact]
    public async Task A_photo_comes_on_the_list_of_who_looks_at_it_and_what_came_of_it_among_the_messages()
    {
        using var applicant = await ArrivedAsync();
        Assert.Contains("enctype=\"multipart/form-data\"", (await applicant.SeeAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(applicant, Passport, DocumentSubject.Identity, "Mijn <b>paspoort</b>")).Status);
        var (envelope, supplied) = Assert.Single(Events<DocumentSupplied>(applicant.File));
        Assert.Equal((DoerKind.Applicant, applicant.File), (envelope.Doer.Kind, envelope.Doer.Number));
        Assert.Equal((1, DocumentSubject.Identity, DocumentForm.Pdf, Passport.Length, "Mijn <b>paspoort</b>"), (supplied.Number, supplied.Subject, supplied.Form, supplied.Size, supplied.Description));
        Assert.Equal(Passport, await server.Store.Documents.ReadAsync(new(StreamKind.CaseFile, applicant.File), supplied.Sha256));
        using var hearer = new Official(server, "ind-hoormedewerker", number: 8201);
        var page = await hearer.GetAsync(Case(applicant));
        Assert.Contains($"{Case(applicant)}/documenten/1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>paspoort", page.Text, StringComparison.Ordinal);
        Assert.Contains("Een aangeleverd document bekijken", Official.Words(page), StringComparison.Ordinal);
        var form = await hearer.GetAsync($"{Case(applicant)}/doen/documentbeoordelingen?nummer=1");
        Assert.Contains($"{Case(applicant)}/documenten/1", form.Text, StringComparison.Ordinal);
        var check = await hearer.SendAsync($"{Case(applicant)}/doen/documentbeoordelingen", form, ("verder", "bekijken"), ("nummer", "1"), ("uitkomst", "niet-leesbaar"));
        Assert.Equal(HttpStatusCode.Found, (await hearer.SendAsync($"{Case(applicant)}/doen/documentbeoordelingen", check, ("verder", "bevestigen"))).Status);
        Assert.Equal((DocumentOutcome.Unreadable, 8201), (Assert.Single(Events<DocumentReviewed>(applicant.File)).Event.Outcome, Events<DocumentReviewed>(applicant.File)[0].Event.By.Number));
        Assert.Contains("Document 1 is niet goed te lezen", Official.Words(await applicant.SeeAsync(PortalPaths.Messages)), StringComparison.Ordinal);
        Assert.Contains("Niet leesbaar. Stuur het opnieuw.", (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_content_is_a_download_in_a_sandbox_and_each_look_is_recorded()
    {
        using var applicant = await ArrivedAsync();
        await SendAsync(applicant, Passport, DocumentSubject.Identity);
        using var hearer = new Official(server, "ind-hoormedewerker", number: 8202);
        foreach (var (open, with) in ((Func<Task<Reply>>, string)[])[
            (() => hearer.GetAsync($"{Case(applicant)}/documenten/1"), "/werk/zaken/{nummer:long:min(1)}/documenten/{document:int:min(1)}"),
            (() => server.GetAsync($"/zaken/{applicant.File}/documenten/1", "ind-beslismedewerker"), "/api/v1/zaken/{nummer:long:min(1)}/documenten/{document:int:min(1)}")])
        {
            var reply = await open();
            Assert.Equal((HttpStatusCode.OK, true), (reply.Status, reply.Text.Contains("Paspoortmerk", StringComparison.Ordinal)));
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.Contains("sandbox", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("no-store", reply.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Contains("attachment; filename=document-1.pdf", reply.Headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.Equal("application/pdf", reply.Headers["Content-Type"]);
            var look = server.App.Services.GetRequiredService<LookLog>().Of(applicant.File, 0, 1).Looks[0];
            Assert.Equal((with, false), (look.With, look.Refused));
        }
        var file = WebUtility.HtmlDecode((await applicant.SeeAsync(PortalPaths.File)).Text);
        Assert.Contains("IND: voert het gesprek met u", file, StringComparison.Ordinal);
        Assert.Contains("Paspoortmerk", (await applicant.SeeAsync($"{PortalPaths.Documents}/1")).Text, StringComparison.Ordinal);
    }

    [Fact] // Red lines 4 to 6: the police, reception, return and the records do not even learn that there is one.
    public async Task Nobody_else_gets_it_or_learns_of_it()
    {
        using var applicant = await ArrivedAsync();
        await SendAsync(applicant, Passport, DocumentSubject.Identity, "Omschrijvingmerk");
        await SendAsync(applicant, Samples.Jpeg("Medischmerk"u8.ToArray()), DocumentSubject.Health, "Doktersmerk");
        async Task AssertSeesAsync(string function, bool claim, bool health, string? clients = null)
        {
            var list = (await server.GetAsync($"/zaken/{applicant.File}/documenten", function, clients: clients)).Text;
            var all = list + (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", function, clients: clients)).Text;
            Assert.Equal((function, claim, health), (function, all.Contains("Omschrijvingmerk", StringComparison.Ordinal), all.Contains("Doktersmerk", StringComparison.Ordinal)));
            Assert.Equal((function, claim, health), (function, all.Contains("\"document-supplied", StringComparison.Ordinal), all.Contains("\"health-document-supplied", StringComparison.Ordinal)));
            Assert.Equal((function, claim ? 200 : 404), (function, (int)(await server.GetAsync($"/zaken/{applicant.File}/documenten/1", function, clients: clients)).Status));
            Assert.Equal((function, health ? 200 : 404), (function, (int)(await server.GetAsync($"/zaken/{applicant.File}/documenten/2", function, clients: clients)).Status));
        }
        foreach (var function in (string[])["avim-registreerder", "ind-planner", "coa-medewerker", "hulpofficier", "gegevensbeheerder", "vluchtelingenwerk", "uwv-medewerker"])
        {
            await AssertSeesAsync(function, claim: false, health: false);
        }
        await AssertSeesAsync("ind-hoormedewerker", claim: true, health: false);
        await AssertSeesAsync("ind-beslismedewerker", claim: true, health: false);
        await AssertSeesAsync("gza-medewerker", claim: false, health: true);
        await AssertSeesAsync("advocaat", claim: true, health: false, Official.Plain(applicant.File));
        await AssertSeesAsync("voogd", claim: true, health: true, Official.Plain(applicant.File));
        Assert.DoesNotContain("review-health-document", (await server.GetAsync($"/zaken/{applicant.File}/volgende-stappen", "advocaat", clients: Official.Plain(applicant.File))).Text, StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "documentbeoordelingen", "ind-hoormedewerker", """{"nummer": 2, "uitkomst": "opgenomen"}""")).IsRefused("document.not-yours");
        (await server.ActAsync($"zaken/{applicant.File}", "documentbeoordelingen", "gza-medewerker", """{"nummer": 2, "uitkomst": "opgenomen"}""")).IsDone();
    }

    [Fact]
    public async Task Another_applicant_gets_nothing_by_trying_numbers()
    {
        using var applicant = await ArrivedAsync();
        using var other = await ArrivedAsync();
        await SendAsync(applicant, Passport, DocumentSubject.Identity);
        foreach (var path in (string[])[$"{PortalPaths.Documents}/1", $"{PortalPaths.Documents}/0", $"{PortalPaths.Documents}/-1", $"{PortalPaths.Documents}/99999999999", $"{PortalPaths.Documents}/1%2f..%2f..", $"{PortalPaths.Documents}/..%2f{applicant.File}", $"{Case(applicant)}/documenten/1"])
        {
            var reply = await other.Browser.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, reply.Status));
            Assert.DoesNotContain("Paspoortmerk", reply.Text, StringComparison.Ordinal);
        }
        (await server.GetAsync($"/zaken/{applicant.File}/documenten/1", "aanvrager", number: other.File)).IsProblem(404);
        (await server.SupplyAsync(applicant.File, "reis", "", Passport, number: other.File)).IsProblem(404);
        Assert.Single(Events<DocumentSupplied>(applicant.File));
    }

    [Fact]
    public async Task What_was_sent_by_mistake_is_taken_back_and_shown_to_nobody()
    {
        using var applicant = await ArrivedAsync();
        await SendAsync(applicant, Passport, DocumentSubject.Identity);
        var link = $"{DocumentForms.TakeBack.Path}?document=1";
        Assert.Contains(link, (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
        var page = await applicant.SeeAsync(link);
        Assert.Contains("value=\"1\"", page.Text, StringComparison.Ordinal);
        var path = DocumentForms.TakeBack.Path;
        Assert.Equal(HttpStatusCode.Found, (await applicant.Browser.PostAsync(path, page, Applicant.Filled(page, path, ("document", "1"), ("stap", "versturen")))).Status);
        Assert.Single(Events<DocumentTakenBack>(applicant.File));
        Assert.Equal(HttpStatusCode.NotFound, (await applicant.Browser.GetAsync($"{PortalPaths.Documents}/1")).Status);
        (await server.GetAsync($"/zaken/{applicant.File}/documenten/1", "ind-hoormedewerker")).IsProblem(404);
        using var hearer = new Official(server, "ind-hoormedewerker", number: 8203);
        var seen = await hearer.GetAsync(Case(applicant));
        Assert.DoesNotContain($"{Case(applicant)}/documenten/1", seen.Text, StringComparison.Ordinal);
        Assert.Contains("teruggenomen", Official.Words(seen), StringComparison.Ordinal);
        Assert.Contains("Document 1 wordt aan niemand meer getoond", Official.Words(await applicant.SeeAsync(PortalPaths.Messages)), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string, string, string> Wrong => new()
    {
        { "no file chosen", [], "", "application/octet-stream", "Kies een bestand" },
        { "an empty file", [], "leeg.pdf", "application/pdf", "In dit bestand zit niets" },
        { "a page that calls itself a photo", "<html><script>alert(1)</script>"u8.ToArray(), "foto.jpg", "image/jpeg", "geen foto" },
        { "a program that calls itself a PDF", "MZ\u0090"u8.ToArray(), "brief.pdf", "application/pdf", "geen foto" },
        { "a photo with script", Samples.Jpeg("<script>"u8.ToArray()), "foto.jpg", "image/jpeg", "meer dan bladzijden" },
        { "a PDF with script", Samples.Pdf(more: "/S /JavaScript"), "brief.pdf", "application/pdf", "meer dan bladzijden" },
        { "too large", Samples.Jpeg(behind: new byte[SuppliedDocuments.MostBytes]), "groot.jpg", "image/jpeg", "Dit bestand is te groot" },
        { "a PNG with a name of script", [1, 2, 3], "<script>alert(1)</script>.png", "image/png", "geen foto" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_document_is_refused_in_words_and_what_was_typed_stays(string what, byte[] content, string name, string type, string says)
    {
        using var applicant = await ArrivedAsync();
        var page = await applicant.SeeAsync(Path);
        var reply = await applicant.Browser.UploadAsync(Path, page, content, name, type, Applicant.Filled(page, Path, ("waarvoor", nameof(DocumentSubject.Family)), ("omschrijving", "Onze trouwakte"), ("stap", "versturen")));
        Assert.Equal((what, HttpStatusCode.OK), (what, reply.Status));
        Assert.Contains(says, Official.Words(reply), StringComparison.Ordinal);
        Assert.Contains("value=\"Onze trouwakte\"", reply.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"Family\"[^>]*checked", reply.Text);
        Assert.DoesNotContain("alert(1)", reply.Text, StringComparison.Ordinal);
        Assert.Empty(Events<DocumentSupplied>(applicant.File));
        Assert.False(Directory.Exists(FolderOf(applicant)));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\web.config")]
    [InlineData("/dev/null\0.pdf")]
    [InlineData("=?utf-8?B?Li4v?=")]
    public async Task What_the_file_was_called_is_nowhere(string name)
    {
        using var applicant = await ArrivedAsync();
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(applicant, Passport, DocumentSubject.Other, name: name.Replace("\0", "%00", StringComparison.Ordinal))).Status);
        Assert.Matches("^[0-9a-f]{64}$", System.IO.Path.GetFileName(Assert.Single(Directory.GetFiles(FolderOf(applicant)))));
        Assert.DoesNotContain("passwd", (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_supplied_once()
    {
        using var applicant = await ArrivedAsync();
        var page = await applicant.SeeAsync(Path);
        var fields = Applicant.Filled(page, Path, ("waarvoor", nameof(DocumentSubject.Travel)), ("omschrijving", ""), ("stap", "versturen"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applicant.Browser.UploadAsync(Path, page, Passport, "a.pdf", "application/pdf", fields)));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Found, reply.Status));
        Assert.Single(Events<DocumentSupplied>(applicant.File));
        // The same form with another file is another act: it is told, and nothing is put in the place of the first.
        var other = await applicant.Browser.UploadAsync(Path, page, Samples.Png(), "b.png", "image/png", fields);
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Single(Events<DocumentSupplied>(applicant.File));
        Assert.Equal(Passport, await server.Store.Documents.ReadAsync(new(StreamKind.CaseFile, applicant.File), Events<DocumentSupplied>(applicant.File)[0].Event.Sha256));
    }

    [Fact]
    public async Task Another_site_sends_nothing()
    {
        using var applicant = await ArrivedAsync();
        var reply = await applicant.Browser.UploadAsync(Path, null, Passport, "a.pdf", "application/pdf", ("waarvoor", nameof(DocumentSubject.Travel)), ("omschrijving", "Van elders"), ("stap", "versturen"));
        Assert.Contains("Controleer en verstuur opnieuw", reply.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Van elders\"", reply.Text, StringComparison.Ordinal);
        Assert.Empty(Events<DocumentSupplied>(applicant.File));
    }

    [Fact]
    public async Task When_the_session_is_over_what_was_typed_is_kept_and_the_file_is_chosen_again()
    {
        using var applicant = await ArrivedAsync();
        var page = await applicant.SeeAsync(Path);
        using var stranger = new Browser(server.Address);
        var over = await stranger.UploadAsync(Path, page, Passport, "a.pdf", "application/pdf", Applicant.Filled(page, Path, ("waarvoor", nameof(DocumentSubject.Travel)), ("omschrijving", "Mijn kaartje"), ("stap", "versturen")));
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        Assert.Contains("value=\"Mijn kaartje\"", over.Text, StringComparison.Ordinal);
        var again = await applicant.Browser.PostAsync(Path, page, Applicant.Filled(over, Path)); // The page of before, signed in again: without a file.
        Assert.Contains("Kies een bestand", Official.Words(again), StringComparison.Ordinal);
        Assert.Contains("value=\"Mijn kaartje\"", again.Text, StringComparison.Ordinal);
        Assert.Empty(Events<DocumentSupplied>(applicant.File));
    }

    [Fact]
    public async Task Ten_come_on_a_day_and_then_the_page_says_so()
    {
        using var applicant = await ArrivedAsync();
        for (var number = 1; number <= SuppliedDocuments.MostOnADay; number++)
        {
            Assert.Equal(HttpStatusCode.Created, (await server.SupplyAsync(applicant.File, "overig", "", Samples.Pdf($"{number}"))).Status);
        }
        Assert.Contains("Dit kan nu niet", (await applicant.SeeAsync(Path)).Text, StringComparison.Ordinal);
        (await server.SupplyAsync(applicant.File, "overig", "", Samples.Pdf("11"))).IsRefused("document.too-many");
        Assert.Equal(SuppliedDocuments.MostOnADay, Events<DocumentSupplied>(applicant.File).Count);
    }

    [Fact]
    public async Task The_interface_tells_what_is_no_document()
    {
        using var applicant = await ArrivedAsync();
        (await server.SupplyAsync(applicant.File, "onzin", "", Passport)).IsProblem(400);
        (await server.SupplyAsync(applicant.File, "reis", "", [])).IsProblem(400);
        (await server.SupplyAsync(applicant.File, "reis", "", "<html>"u8.ToArray())).IsProblem(415);
        (await server.SupplyAsync(applicant.File, "reis", "", Samples.Pdf(more: "/Launch"))).IsProblem(415);
        (await server.SupplyAsync(applicant.File, "reis", "", Samples.Jpeg(behind: new byte[SuppliedDocuments.MostBytes]))).IsProblem(413);
        (await server.SupplyAsync(applicant.File, "reis", new string('x', 101), Passport)).IsRefused("document.too-long");
        (await server.SupplyAsync(applicant.File, "reis", "", Passport, function: "ind-hoormedewerker")).IsProblem(403);
        Assert.Empty(Events<DocumentSupplied>(applicant.File));
        var key = Keys.Next();
        var version = server.Store.Log.ReadStream(new(StreamKind.CaseFile, applicant.File))[^1].Envelope.Version;
        Assert.Equal(HttpStatusCode.Created, (await server.SupplyAsync(applicant.File, "reis", "", Passport, key, version: version)).Status);
        Assert.Equal(HttpStatusCode.Created, (await server.SupplyAsync(applicant.File, "reis", "", Passport, key, version: version)).Status);
        Assert.Single(Events<DocumentSupplied>(applicant.File));
    }

    [Fact]
    public async Task A_form_that_is_no_form_is_refused()
    {
        using var applicant = await ArrivedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a\"\r\n\r\nhalf")) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        request.Headers.Add("Cookie", server.SessionOf(new Caller(Function.Find("aanvrager")!, applicant.File, [])));
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Events<DocumentSupplied>(applicant.File));
    }

    private static string Case(Applicant applicant) => $"/werk/zaken/{applicant.File}";

    private string FolderOf(Applicant applicant) => System.IO.Path.Combine(server.Folder, "documenten", $"{applicant.File}");

    private static async Task<Reply> SendAsync(Applicant applicant, byte[] content, DocumentSubject subject, string description = "", string name = "scan.pdf")
    {
        var page = await applicant.SeeAsync(Path);
        return await applicant.Browser.UploadAsync(Path, page, content, name, "application/octet-stream", Applicant.Filled(page, Path, ("waarvoor", subject.ToString()), ("omschrijving", description), ("stap", "versturen")));
    }

    private List<(Envelope Envelope, T Event)> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is T).Select(each => (each.Envelope, (T)each.Event!))];

    private async Task<Applicant> ArrivedAsync()
    {
        var applicant = new Applicant(server.Address, await server.ArriveAsync(day: "2025-01-15"));
        await applicant.SignInAsync();
        return applicant;
    }
}
