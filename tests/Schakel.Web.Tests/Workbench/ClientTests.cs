using System.Net;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.PortalPages;
using Schakel.Web.Workbench.Clients;

namespace Schakel.Web.Workbench;

/// <summary>A lawyer and a guardian see what their client sees, and act for them as themselves.</summary>
public sealed class ClientTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Secret = "Vraagkenmerk aan het COA";

    public static TheoryData<string, int, DoerKind, string> Both => new()
    {
        { "advocaat", 8601, DoerKind.Lawyer, "door uw advocaat" }, { "voogd", 8602, DoerKind.Guardian, "door uw voogd" },
    };

    [Theory]
    [InlineData("advocaat")]
    [InlineData("voogd")]
    public async Task What_the_client_sees_stands_in_one_place_in_Dutch_and_in_English(string function)
    {
        var file = await PlannedAsync("2025-10-08");
        using var reader = new Official(server, function, 8603, clients: file);
        var brief = Official.Words(await reader.GetAsync($"/werk/zaken/{file}"));
        Assert.Contains("Van uw cliënt gevraagd", brief, StringComparison.Ordinal);
        Assert.Contains("Kom naar uw gesprek met de IND op woensdag 8 oktober 2025", brief, StringComparison.Ordinal);
        var page = await reader.GetAsync($"/werk/zaken/{file}/client");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var words = Official.Words(page);
        Assert.Contains("Kom naar uw gesprek met de IND op woensdag 8 oktober 2025", words, StringComparison.Ordinal);
        Assert.Contains("Agenda van uw cliënt 8 oktober 2025", words, StringComparison.Ordinal);
        Assert.Contains("Brieven en berichten aan uw cliënt", words, StringComparison.Ordinal);
        Assert.Contains("21 januari 2025", words, StringComparison.Ordinal); // The letter about the interview, and its day.
        Assert.Contains($"/werk/zaken/{file}/doen/verhinderingen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mijn-zaak", page.Text, StringComparison.Ordinal); // The person's own forms are not theirs.
        using var english = new Official(server, function, 8603, language: "en", clients: file);
        var told = Official.Words(await english.GetAsync($"/werk/zaken/{file}/client"));
        Assert.Contains("What your client sees", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Kom naar", told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_they_do_for_a_client_is_recorded_as_theirs_once_and_the_client_sees_who_and_when(string function, int number, DoerKind kind, string by)
    {
        var file = await PlannedAsync("2025-10-08");
        using var reader = new Official(server, function, number, clients: file);
        var path = $"/werk/zaken/{file}/doen/verhinderingen";
        var form = await reader.GetAsync(path);
        Assert.Contains("U doet dit voor uw cliënt, als uzelf", Official.Words(form), StringComparison.Ordinal);
        var check = await reader.SendAsync(path, form, ("verder", "bekijken"), ("oorzaak", "ziek"));
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        Assert.Contains("Verhindering gemeld voor gehoor", check.Text, StringComparison.Ordinal);
        var twice = await Task.WhenAll(reader.SendAsync(path, check, ("verder", "bevestigen")), reader.SendAsync(path, check, ("verder", "bevestigen")));
        Assert.All(twice, reply => Assert.Equal(HttpStatusCode.Found, reply.Status));
        var (envelope, reported) = Assert.Single(Events<InterviewAbsenceReported>(file));
        Assert.Equal((kind, number, OfficialRoles.None, AbsenceCause.Ill), (envelope.Doer.Kind, (int)envelope.Doer.Number, envelope.Doer.Role, reported.Cause));
        Assert.Contains("Verhindering gemeld voor gehoor uzelf", Official.Words(await reader.GetAsync(twice[0].Location!.Split('#')[0])), StringComparison.Ordinal);
        // The second time is refused in plain words, and nothing is recorded.
        var again = await reader.SendAsync(path, await reader.GetAsync(path), ("verder", "bekijken"), ("oorzaak", "geen-vervoer"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("is al gemeld dat u niet kunt komen", Official.Words(again), StringComparison.Ordinal);
        Assert.Single(Events<InterviewAbsenceReported>(file));
        using var applicant = await SignedInAsync(file);
        var mine = Official.Words(await applicant.SeeAsync(PortalPaths.File));
        Assert.Contains("Wat uw advocaat of voogd voor u deed", mine, StringComparison.Ordinal);
        Assert.Matches($"1 oktober 2025 ?: U hebt gezegd dat u niet kunt komen ?, {by}", mine);
        Assert.Matches($"1 oktober 2025 {by} U hebt gezegd dat u niet kunt komen", Official.Words(await applicant.SeeAsync(PortalPaths.Messages)));
        Assert.DoesNotContain("door uzelf", mine, StringComparison.Ordinal); // They did nothing themselves.
    }

    [Theory]
    [InlineData("advocaat")]
    [InlineData("voogd")]
    public async Task What_only_the_person_does_is_not_offered_and_says_why(string function)
    {
        var file = await PlannedAsync("2025-10-08");
        using var reader = new Official(server, function, 8604, clients: file);
        var page = await reader.GetAsync($"/werk/zaken/{file}");
        var words = Official.Words(page);
        foreach (var (act, step, why) in ((string, string, string)[])[
            ("vragen", "ask-question", "Een vraag en het antwoord zijn tussen uw cliënt en wie de vraag krijgt"), ("zelfchecks", "state-capacity", "Hoe iemand geholpen en aangesproken wil worden"),
            ("voorkeuren", "choose-preferences", "Hoe iemand geholpen en aangesproken wil worden")])
        {
            Assert.Contains($"data-alleen=\"{step}\"", page.Text, StringComparison.Ordinal);
            Assert.Contains(why, words, StringComparison.Ordinal);
            Assert.DoesNotContain($"/doen/{act}\"", page.Text, StringComparison.Ordinal);
            var tried = await reader.GetAsync($"/werk/zaken/{file}/doen/{act}");
            Assert.Equal((HttpStatusCode.Found, $"/werk/zaken/{file}"), (tried.Status, tried.Location));
        }
        (await server.ActAsync($"zaken/{file}", "vragen", function, """{"naar": "coa", "tekst": "Namens."}""", clients: Official.Plain(file))).IsProblem(403);
    }

    [Fact]
    public void Everything_that_is_the_persons_own_has_a_reason_and_no_reason_is_left_over()
    {
        Function[] standing = [Function.Find("advocaat")!, Function.Find("voogd")!];
        var own = CommandTable.All.Where(each => each.OpenTo.Contains("aanvrager") && standing.Any(function => !each.IsOpenTo(function))).Select(each => each.Command).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, each => Assert.True(OnlyThePerson.HasReason(each), each.Name));
        Assert.All(CommandTable.All.Select(each => each.Command).Except(own), each => Assert.False(OnlyThePerson.HasReason(each), each.Name));
        Assert.All(standing, function => Assert.Null(OnlyThePerson.Why(function, typeof(ReportAbsence))));
    }

    [Theory]
    [InlineData("advocaat", "/client")]
    [InlineData("advocaat", "/documenten/aanleveren")]
    [InlineData("advocaat", "/doen/verhinderingen")]
    [InlineData("voogd", "/client")]
    [InlineData("voogd", "/documenten/aanleveren")]
    [InlineData("voogd", "/doen/verhinderingen")]
    public async Task Somebody_elses_client_does_not_exist_for_them(string function, string path)
    {
        var (mine, others) = (await PlannedAsync("2025-10-08"), await PlannedAsync("2025-10-08"));
        using var reader = new Official(server, function, 8605, clients: mine);
        var own = await reader.GetAsync($"/werk/zaken/{mine}{path}");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/werk/zaken/{others}{path}")).Status);
        Assert.Equal((await reader.GetAsync($"/werk/zaken/999999{path}")).Text, (await reader.GetAsync($"/werk/zaken/{others}{path}")).Text);
        if (path != "/client")
        {
            var sent = await reader.UploadAsync($"/werk/zaken/{others}{path}", own, Documents.Samples.Pdf(), ("waarvoor", "Travel"), ("oorzaak", "ziek"), ("verder", "bevestigen"));
            Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        }
        Assert.Empty(Events<DocumentSupplied>(others));
        Assert.Empty(Events<InterviewAbsenceReported>(others));
    }

    [Fact] // The pages are for who stands by somebody; whoever else may open the file goes there, and the person to their own pages.
    public async Task Others_go_to_the_page_of_the_file()
    {
        var file = await PlannedAsync("2025-10-08");
        await GoesToAsync("ind-hoormedewerker", 8606, file, $"/werk/zaken/{file}");
        await GoesToAsync("coa-medewerker", 8606, file, $"/werk/zaken/{file}");
        await GoesToAsync("aanvrager", file, file, PortalPaths.Where);
        Assert.Empty(Events<DocumentSupplied>(file));
    }

    [Fact] // Red lines 5 and 6: what a client asks others is theirs; what is outside a function is not told by a letter either.
    public async Task Letters_and_steps_outside_the_function_are_not_there()
    {
        var file = await PlannedAsync("2025-10-08");
        (await server.ActAsync($"zaken/{file}", "vragen", "aanvrager", $$"""{"naar": "coa", "tekst": "{{Secret}}"}""", number: file)).IsDone();
        (await server.ActAsync($"zaken/{file}", "antwoorden", "coa-medewerker", """{"nummer": 1, "tekst": "Antwoordkenmerk"}""")).IsDone();
        (await server.SupplyAsync(file, "gezondheid", "Doktersmerk", Documents.Samples.Pdf())).IsDone();
        foreach (var function in (string[])["advocaat", "voogd"])
        {
            using var reader = new Official(server, function, 8607, clients: file);
            var all = (await reader.GetAsync($"/werk/zaken/{file}/client?alles=ja")).Text + (await reader.GetAsync($"/werk/zaken/{file}")).Text;
            Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
            Assert.DoesNotContain("Antwoordkenmerk", all, StringComparison.Ordinal);
            Assert.Equal(function == "voogd", all.Contains("Doktersmerk", StringComparison.Ordinal));
            Assert.Equal(function == "voogd", all.Contains("Uw document is gestuurd", StringComparison.Ordinal));
            var ahead = Official.Words(await reader.GetAsync($"/werk/zaken/{file}/client"));
            Assert.DoesNotContain(new Speech(PortalLanguage.Official).Say("step.review-health-document"), ahead, StringComparison.Ordinal);
        }
    }

    [Fact] // Where a permit holder goes to live is housing, which a lawyer does not read and a guardian does.
    public async Task Where_a_permit_holder_stands_is_told_as_far_as_the_function_reads()
    {
        var file = await server.TakeOverAsync("wacht-op-woning");
        using var lawyer = new Official(server, "advocaat", 8608, clients: file);
        using var guardian = new Official(server, "voogd", 8609, clients: file);
        Assert.Contains("Wat over wonen gaat, valt buiten uw functie", Official.Words(await lawyer.GetAsync($"/werk/zaken/{file}/client")), StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{file}", "koppelingen", "coa-medewerker", """{"gemeente": 363}""")).IsDone();
        var (hidden, told) = (Official.Words(await lawyer.GetAsync($"/werk/zaken/{file}/client")), Official.Words(await guardian.GetAsync($"/werk/zaken/{file}/client")));
        Assert.DoesNotContain("gemeente", hidden, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("buiten uw functie.", told, StringComparison.Ordinal);
        Assert.Contains("gemeente", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_guardian_judges_that_more_help_fits_as_guardian_and_a_lawyer_cannot()
    {
        var file = await PlannedAsync("2025-10-08");
        using var guardian = new Official(server, "voogd", 8610, clients: file);
        await DoAsync(guardian, $"/werk/zaken/{file}/doen/doenvermogenoordelen", ("meerHulp", "ja"), ("grond", "gesprek"));
        var (envelope, judged) = Assert.Single(Events<CapacityJudged>(file));
        Assert.Equal((DoerKind.Guardian, 8610L, new Schakel.Chain.Official(8610, OfficialRoles.Guardian)), (envelope.Doer.Kind, envelope.Doer.Number, judged.By));
        using var lawyer = new Official(server, "advocaat", 8611, clients: file);
        Assert.Equal(HttpStatusCode.Found, (await lawyer.GetAsync($"/werk/zaken/{file}/doen/doenvermogenoordelen")).Status);
        using var applicant = await SignedInAsync(file);
        Assert.Contains("door uw voogd", Official.Words(await applicant.SeeAsync(PortalPaths.File)), StringComparison.Ordinal);
    }

    [Fact] // A correction that a lawyer asks is read by the custodian; that it was recorded the lawyer is told all the same.
    public async Task Whoever_may_not_read_back_what_they_did_is_told_that_it_is_done()
    {
        var file = await PlannedAsync("2025-10-08");
        using var lawyer = new Official(server, "advocaat", 8612, clients: file);
        var done = await DoAsync(lawyer, $"/werk/zaken/{file}/doen/correctieverzoeken", ("onderwerp", "namen"), ("tekst", "De naam is Noor."));
        Assert.Contains("U leest het hier niet terug", Official.Words(await lawyer.GetAsync(done)), StringComparison.Ordinal);
        Assert.Equal((DoerKind.Lawyer, 8612L), Assert.Single(Events<CorrectionRequested>(file)).Envelope.Doer is var doer ? (doer.Kind, doer.Number) : default);
        using var other = new Official(server, "advocaat", 8613, clients: file); // An address that somebody else made tells nothing.
        Assert.DoesNotContain("U leest het hier niet terug", Official.Words(await other.GetAsync(done)), StringComparison.Ordinal);
        using var applicant = await SignedInAsync(file);
        Assert.Contains("door uw advocaat", Official.Words(await applicant.SeeAsync(PortalPaths.File)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lawyer_takes_the_whole_file_along_with_proof_of_what_was_handed_in_and_sees_where_the_client_stays()
    {
        var file = await PlannedAsync("2025-10-08");
        await server.OpenSiteAsync(8620, 10, "noodopvang");
        (await server.ActAsync("opvanglocaties/8620", "gemeentevastleggingen", "coa-medewerker", """{"datum": "2025-01-02", "gemeente": 363}""")).IsDone();
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2025-02-01", "opvanglocatie": 8620, "opvangvorm": "noodopvang"}""");
        (await server.ActAsync($"zaken/{file}", "vragen", "aanvrager", $$"""{"naar": "coa", "tekst": "{{Secret}}"}""", number: file)).IsDone();
        (await server.SupplyAsync(file, "gezondheid", "Doktersmerk", Documents.Samples.Pdf())).IsDone();
        using var lawyer = new Official(server, "advocaat", 8620, clients: file);
        await DoAsync(lawyer, $"/werk/zaken/{file}/doen/verhinderingen", ("oorzaak", "ziek"));
        var envelope = Assert.Single(Events<InterviewAbsenceReported>(file)).Envelope;
        var page = await lawyer.GetAsync($"/werk/zaken/{file}/client");
        var words = Official.Words(page);
        Assert.Contains("Waar uw cliënt verblijft Opvanglocatie nummer 8620, gemeente Amsterdam Noodopvang, sinds 1 februari 2025", words, StringComparison.Ordinal);
        Assert.Contains($"Bewijs van wat u indiende 1 oktober 2025, {new Speech(PortalLanguage.Official).Time(ClockTime.Of(envelope.RecordedAt).Time)} ", words, StringComparison.Ordinal);
        Assert.Contains($"kenmerk {file}-{envelope.Version}", words, StringComparison.Ordinal);
        Assert.Contains($"href=\"/werk/zaken/{file}/client/kopie.pdf\"", page.Text, StringComparison.Ordinal);
        var copy = await lawyer.GetAsync($"/werk/zaken/{file}/client/kopie");
        Assert.Equal("application/json", copy.ContentType);
        Assert.Equal(file, copy.Json["zaak"]!["nummer"]!.GetValue<int>());
        Assert.Equal(8620, copy.Json["zaak"]!["opvang"]!["opvanglocatie"]!.GetValue<int>());
        var proof = Assert.Single(copy.Json["ingediend"]!.AsArray(), each => each!["kenmerk"]!.GetValue<string>() == $"{file}-{envelope.Version}")!;
        Assert.Equal(("interview-absence-reported", "advocaat", Convert.ToHexStringLower(envelope.Hash.Span)),
            (proof["soort"]!.GetValue<string>(), proof["door"]!.GetValue<string>(), proof["controlegetal"]!.GetValue<string>()));
        foreach (var unseen in (string[])[Secret, "Doktersmerk", "health-document-supplied"]) // Between the client and others, and about health.
        {
            Assert.DoesNotContain(unseen, copy.Text, StringComparison.Ordinal);
        }
        var paper = await lawyer.BytesAsync($"/werk/zaken/{file}/client/kopie.pdf");
        Assert.Equal("%PDF"u8.ToArray(), paper[..4]);
        var shown = PortalPages.FileCopyTests.WordsIn(paper);
        Assert.Contains("Kopie van het dossier van uw cliënt", shown, StringComparison.Ordinal);
        Assert.Contains($"Kenmerk: {file}-{envelope.Version}", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("artikel 15, derde lid", shown, StringComparison.Ordinal); // That is the right of the person.
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Doktersmerk", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_by_nobody_gets_no_copy_and_a_guardian_gets_one_of_their_ward()
    {
        var (mine, others) = (await PlannedAsync("2025-10-08"), await PlannedAsync("2025-10-08"));
        using var guardian = new Official(server, "voogd", 8621, clients: mine);
        using var officer = new Official(server, "ind-beslismedewerker", 8622);
        foreach (var path in (string[])["/client/kopie", "/client/kopie.pdf"])
        {
            Assert.Equal(HttpStatusCode.OK, (await guardian.GetAsync($"/werk/zaken/{mine}{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guardian.GetAsync($"/werk/zaken/{others}{path}")).Status);
            var sent = await officer.GetAsync($"/werk/zaken/{mine}{path}");
            Assert.Equal((HttpStatusCode.Found, $"/werk/zaken/{mine}"), (sent.Status, sent.Location));
        }
    }

    private static async Task<string> DoAsync(Official who, string path, params (string Name, string Value)[] answers)
    {
        var check = await who.SendAsync(path, await who.GetAsync(path), [("verder", "bekijken"), .. answers]);
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        var done = await who.SendAsync(path, check, ("verder", "bevestigen"));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        return done.Location!.Split('#')[0];
    }

    private List<(Envelope Envelope, T Event)> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is T).Select(each => (each.Envelope, (T)each.Event!))];

    private async Task<Applicant> SignedInAsync(int file)
    {
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    private async Task GoesToAsync(string function, int number, int file, string home)
    {
        using var other = new Official(server, function, number);
        var page = await other.GetAsync($"/werk/zaken/{file}/client");
        Assert.Equal((function, HttpStatusCode.Found, home), (function, page.Status, page.Location));
        var sent = await other.UploadAsync($"/werk/zaken/{file}/documenten/aanleveren", null, Documents.Samples.Pdf(), ("waarvoor", "Travel"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
    }

    private async Task<int> PlannedAsync(string interview)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.DoneAsync(file, "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await server.DoneAsync(file, "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""");
        await server.DoneAsync(file, "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""");
        await server.DoneAsync(file, "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""");
        await server.DoneAsync(file, "gehoorplanningen", "ind-planner", $$"""{"datum": "2025-01-21", "gehoorDatum": "{{interview}}"}""");
        return file;
    }
}
