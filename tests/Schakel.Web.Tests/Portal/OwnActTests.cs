using System.Net;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Records;
using Official = Schakel.Web.Workbench.Official;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.PortalPages;

/// <summary>What an applicant says, asks and wants corrected, from the page to whoever must answer and back.</summary>
public sealed class OwnActTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Secret = "Vraagkenmerk over mijn kamer";

    [Fact]
    public async Task Who_cannot_come_says_so_and_a_planner_moves_the_interview_without_knowing_why()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        Assert.Contains(InterviewForms.Absent.Path, (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, InterviewForms.Absent.Path, ("oorzaak", nameof(AbsenceCause.Ill)));
        var (envelope, reported) = Assert.Single(Events<InterviewAbsenceReported>(applicant.File));
        Assert.Equal((DoerKind.Applicant, applicant.File, Purpose.Procedure), (envelope.Doer.Kind, envelope.Doer.Number, envelope.Purpose));
        Assert.Equal((Day.Of(2025, 10, 8), AbsenceCause.Ill), (reported.InterviewOn, reported.Cause));
        using var planner = new Official(server, "ind-planner", number: 8101);
        using var hearer = new Official(server, "ind-hoormedewerker", number: 8102);
        var (seen, known) = (Official.Words(await planner.GetAsync(Case(applicant))), Official.Words(await hearer.GetAsync(Case(applicant))));
        Assert.Contains("de aanvrager vroeg erom", seen, StringComparison.Ordinal);
        Assert.Contains("Verhindering gemeld", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("ziek", seen, StringComparison.OrdinalIgnoreCase); // Why is not for who plans.
        Assert.Contains("ziek", known, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.ActAsync($"zaken/{applicant.File}", "gehoorhandhavingen", "ind-planner", """{"handhavingsgrond": "geen-beletsel"}""")).Status);
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorverplaatsingen", "ind-planner", """{"gehoorDatum": "2025-10-15", "oorzaak": "aanvrager"}""")).IsDone();
        Assert.DoesNotContain("de aanvrager vroeg erom", Official.Words(await planner.GetAsync(Case(applicant))), StringComparison.Ordinal);
        var messages = (await applicant.SeeAsync(PortalPaths.Messages)).Text;
        Assert.Contains("U hebt gezegd dat u niet kunt komen", messages, StringComparison.Ordinal);
        Assert.Contains("Uw gesprek is op een andere dag", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_day_was_kept_reads_why_and_a_person_judges_the_absence()
    {
        using var applicant = await PlannedAsync("2025-10-01");
        await SendAsync(applicant, InterviewForms.Absent.Path, ("oorzaak", nameof(AbsenceCause.Transport)));
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorhandhavingen", "ind-hoormedewerker", """{"handhavingsgrond": "opgelost"}""")).IsDone();
        Assert.Contains("Wat in de weg stond, is opgelost", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "niet-doorgegane-gehoren", "ind-hoormedewerker", """{"oorzaak": "overig"}""")).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "besluiten", "ind-beslismedewerker", """{"uitkomst": "buiten-behandeling-gesteld"}""")).IsRefused("decision.nothing-missed");
        using var hearer = new Official(server, "ind-hoormedewerker", number: 8103);
        Assert.Contains("Beoordelen of de gemelde verhindering een goede reden was", Official.Words(await hearer.GetAsync(Case(applicant))), StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "verhinderingsoordelen", "ind-hoormedewerker", """{"goedeReden": true}""")).IsDone();
        Assert.Contains("U had een goede reden", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_asked_for_with_days_and_a_day_that_cannot_be_is_told()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        var path = InterviewForms.OtherDay.Path;
        var asked = await applicant.SeeAsync(path);
        var faulty = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("dag", "morgen"), ("tweede", ""), ("derde", ""), ("stap", "controleren")));
        Assert.Contains("Kies een dag", faulty.Text, StringComparison.Ordinal);
        var sunday = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("dag", "2025-10-12"), ("tweede", ""), ("derde", ""), ("stap", "versturen")));
        Assert.Contains("zijn er geen gesprekken", sunday.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2025-10-12\"", sunday.Text, StringComparison.Ordinal);
        Assert.Empty(Events<OtherInterviewDayAsked>(applicant.File));
        var check = await applicant.Browser.PostAsync(path, sunday, Applicant.Filled(sunday, path, ("dag", "2025-10-14"), ("tweede", "2025-10-15"), ("derde", ""), ("stap", "controleren")));
        Assert.Contains("dinsdag 14 oktober 2025", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await applicant.Browser.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "versturen")))).Status);
        Assert.Equal(new PreferredDays(Day.Of(2025, 10, 14), Day.Of(2025, 10, 15)), Assert.Single(Events<OtherInterviewDayAsked>(applicant.File)).Event.Days);
        Assert.Contains("Dit kan nu niet", (await applicant.SeeAsync(path)).Text, StringComparison.Ordinal); // Once.
        Assert.DoesNotContain("Dit kan nu niet", (await applicant.SeeAsync(InterviewForms.Absent.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_comes_on_the_list_of_who_was_asked_and_its_answer_among_the_messages()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        await SendAsync(applicant, WrittenForms.Question.Path, ("aan", nameof(Addressee.ReceptionAgency)), ("vraag", Secret + "\r\nmag dat? <b>ስለምንታይ</b>"));
        Assert.Equal(Secret + " mag dat? <b>ስለምንታይ</b>", Assert.Single(Events<QuestionAsked>(applicant.File)).Event.Text);
        using var officer = new Official(server, "coa-medewerker", number: 8104);
        var form = await officer.GetAsync($"{Case(applicant)}/doen/antwoorden?nummer=1");
        Assert.Contains(Secret, form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>ስ", form.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"nummer\"", form.Text, StringComparison.Ordinal);
        var check = await officer.SendAsync($"{Case(applicant)}/doen/antwoorden", form, ("verder", "bekijken"), ("nummer", "1"), ("tekst", "Ja, vanaf maandag."));
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync($"{Case(applicant)}/doen/antwoorden", check, ("verder", "bevestigen"))).Status);
        Assert.Equal(("Ja, vanaf maandag.", 8104), (Assert.Single(Events<QuestionAnswered>(applicant.File)).Event.Text, Events<QuestionAnswered>(applicant.File)[0].Event.By.Number));
        var messages = (await applicant.SeeAsync(PortalPaths.Messages)).Text;
        Assert.Contains("Ja, vanaf maandag.", messages, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", messages, StringComparison.Ordinal);
    }

    [Fact] // Red line 6: what somebody asks one organisation is read there, and nowhere else.
    public async Task What_is_asked_of_one_is_told_to_nobody_else()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        await SendAsync(applicant, WrittenForms.Question.Path, ("aan", nameof(Addressee.CouncilForRefugees)), ("vraag", Secret));
        foreach (var function in (string[])["coa-medewerker", "ind-hoormedewerker", "ind-beslismedewerker", "ind-planner", "gza-medewerker", "gegevensbeheerder", "avim-registreerder", "raad-voor-rechtsbijstand"])
        {
            var (file, happened, steps) = (await server.GetAsync($"/zaken/{applicant.File}", function), await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", function), await server.GetAsync($"/zaken/{applicant.File}/volgende-stappen", function));
            Assert.DoesNotContain(Secret, file.Text + happened.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("question-asked", happened.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("answer-question", steps.Text, StringComparison.Ordinal);
        }
        foreach (var function in (string[])["advocaat", "voogd"])
        {
            var clients = Official.Plain(applicant.File);
            Assert.DoesNotContain(Secret, (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", function, clients: clients)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("answer-question", (await server.GetAsync($"/zaken/{applicant.File}/volgende-stappen", function, clients: clients)).Text, StringComparison.Ordinal);
        }
        Assert.Contains(Secret, (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", "vluchtelingenwerk")).Text, StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "antwoorden", "coa-medewerker", """{"nummer": 1, "tekst": "Nee."}""")).IsRefused("question.not-yours");
    }

    [Fact]
    public async Task A_question_without_words_or_with_too_many_is_told_and_kept()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        var path = WrittenForms.Question.Path;
        var asked = await applicant.SeeAsync(path);
        var empty = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("aan", ""), ("vraag", "  "), ("stap", "controleren")));
        Assert.Contains("Kies een antwoord", empty.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#vraag\"", empty.Text, StringComparison.Ordinal);
        var huge = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("aan", nameof(Addressee.ReceptionAgency)), ("vraag", new string('v', 1001)), ("stap", "versturen")));
        Assert.Contains("1.000", huge.Text, StringComparison.Ordinal);
        Assert.Contains(new string('v', 1001), huge.Text, StringComparison.Ordinal);
        var unlinked = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("aan", nameof(Addressee.Municipality)), ("vraag", "Waar ga ik wonen?"), ("stap", "versturen")));
        Assert.Contains("U hebt nog geen gemeente", unlinked.Text, StringComparison.Ordinal);
        Assert.Contains("Waar ga ik wonen?</textarea>", unlinked.Text, StringComparison.Ordinal);
        Assert.Empty(Events<QuestionAsked>(applicant.File));
    }

    [Fact]
    public async Task What_is_wrong_is_asked_to_be_corrected_decided_on_and_corrected_by_a_new_event()
    {
        using var applicant = await PlannedAsync("2025-10-08");
        Assert.Contains(WrittenForms.Correction.Path, (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, WrittenForms.Correction.Path, ("wat", nameof(CorrectionSubject.Happening)), ("tekst", "Ik kwam op 14 januari."));
        Assert.Equal("Ik kwam op 14 januari.", Assert.Single(Events<CorrectionRequested>(applicant.File)).Event.Text);
        using var keeper = new Official(server, "gegevensbeheerder", number: 8105);
        var page = Official.Words(await keeper.GetAsync(Case(applicant)));
        Assert.Contains("Ik kwam op 14 januari.", page, StringComparison.Ordinal);
        Assert.Contains("3 november 2025", page, StringComparison.Ordinal); // A month, and then a working day.
        using var other = new Official(server, "coa-medewerker", number: 8106);
        Assert.DoesNotContain("Ik kwam op 14 januari.", Official.Words(await other.GetAsync(Case(applicant))), StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "correctiebesluiten", "gegevensbeheerder", """{"nummer": 1}""")).IsDone();
        Assert.Contains("De toegekende verbetering vastleggen", Official.Words(await keeper.GetAsync(Case(applicant))), StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "correcties", "gegevensbeheerder", """{"gebeurtenis": 1, "grond": "andere-dag", "gebeurdOpDatum": "2025-01-14"}""")).IsDone();
        Assert.DoesNotContain("De toegekende verbetering vastleggen", Official.Words(await keeper.GetAsync(Case(applicant))), StringComparison.Ordinal);
        Assert.Contains("Uw dossier wordt verbeterd", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, WrittenForms.Correction.Path, ("wat", nameof(CorrectionSubject.Names)), ("tekst", "Mijn naam is anders."));
        (await server.ActAsync($"zaken/{applicant.File}", "correctiebesluiten", "gegevensbeheerder", """{"nummer": 2, "grond": "niet-vast-te-stellen"}""")).IsDone();
        var messages = (await applicant.SeeAsync(PortalPaths.Messages)).Text;
        Assert.Contains("Wij kunnen niet vaststellen wat klopt", messages, StringComparison.Ordinal);
        Assert.Contains("binnen zes weken bezwaar", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("ti")]
    [InlineData("en")]
    public async Task Messages_about_it_are_read_in_ones_own_language(string language)
    {
        using var applicant = await PlannedAsync("2025-10-08");
        await SendAsync(applicant, InterviewForms.Absent.Path, ("oorzaak", nameof(AbsenceCause.Relocated)));
        await SendAsync(applicant, WrittenForms.Question.Path, ("aan", nameof(Addressee.ImmigrationService)), ("vraag", Secret));
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorhandhavingen", "ind-hoormedewerker", """{"handhavingsgrond": "geen-andere-dag"}""")).IsDone();
        var page = await applicant.SeeAsync($"{PortalPaths.Messages}?taal={language}");
        var speech = new Portal.Speaking.Speech(Portal.Speaking.PortalLanguage.Find(language)!);
        var words = WebUtility.HtmlDecode(page.Text);
        Assert.All((string[])["letter.interview-kept", "kept.no-other-day", "letter.question-asked", "letter.interview-absence-reported"], key => Assert.Contains(speech.Say(key), words, StringComparison.Ordinal));
        Assert.Contains($"<bdi>{Secret}</bdi>", words, StringComparison.Ordinal);
    }

    private static string Case(Applicant applicant) => $"/werk/zaken/{applicant.File}";

    private static async Task SendAsync(Applicant applicant, string path, params (string Name, string Value)[] answers)
    {
        var asked = await applicant.SeeAsync(path);
        var done = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, [.. answers, ("stap", "versturen")]));
        Assert.True(done.Status == HttpStatusCode.Found, Official.Words(done));
    }

    private List<(Envelope Envelope, T Event)> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is T).Select(each => (each.Envelope, (T)each.Event!))];

    private async Task<Applicant> PlannedAsync(string interview)
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "gehoorplanningen", "ind-planner", $$"""{"datum": "2025-01-21", "gehoorDatum": "{{interview}}"}""")).IsDone();
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }
}
