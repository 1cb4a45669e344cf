using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Guidance;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Records;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.PortalPages;

/// <summary>What the portal asks at once follows from somebody's capacity to act, and how they are told things from their own choice.</summary>
public sealed partial class CapacityPageTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly (string, string)[] NeedsHelp = [("brieven", "nee"), ("telefoon", "ja"), ("afspraken", "nee"), ("helper", "ja")];
    private static readonly (string, string)[] Manages = [("brieven", "ja"), ("telefoon", "ja"), ("afspraken", "ja"), ("helper", "nee")];

    [Fact]
    public async Task Nobody_is_asked_before_something_else_can_be_done()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        var page = (await applicant.SeeAsync(PortalPaths.Where)).Text;
        Assert.Contains("Wat moet ik nu doen?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Doe dit eerst", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{GuidanceForms.Capacity.Path}\"", page, StringComparison.Ordinal);
        var form = (await applicant.SeeAsync(GuidanceForms.Capacity.Path)).Text;
        Assert.Equal(4, Regex.Count(form, "<fieldset"));
        Assert.Contains("U hoeft niet te antwoorden", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_needs_help_sees_one_thing_at_a_time_and_who_helps_first()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        Assert.Equal(SelfReliance.Phone | SelfReliance.Helper, Assert.Single(Events<CapacityStated>(applicant.File)).Manages);
        var page = await MainAsync(applicant, PortalPaths.Where);
        var (open, folded) = Folded(page);
        Assert.Contains("Doe dit eerst", open, StringComparison.Ordinal);
        Assert.Contains("Kom naar uw gesprek met de IND", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat doen wij nu?", open, StringComparison.Ordinal);
        Assert.Contains("Wat doen wij nu?", folded, StringComparison.Ordinal); // Behind, and not gone.
        Assert.True(page.IndexOf("Hier krijgt u hulp", StringComparison.Ordinal) < page.IndexOf("Doe dit eerst", StringComparison.Ordinal));
        Assert.Contains("Vraag ook de persoon die u helpt", open, StringComparison.Ordinal);
        Assert.Contains("omdat u om hulp vroeg", open, StringComparison.Ordinal);
        var whole = await MainAsync(applicant, PortalPaths.Where + "?alles=ja");
        Assert.Contains("Wat moet ik nu doen?", Folded(whole).Open, StringComparison.Ordinal);
        Assert.Contains("Wat doen wij nu?", Folded(whole).Open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_that_is_named_is_that_of_ones_own_site()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        await server.OpenSiteAsync(739001, 10, "asielzoekerscentrum");
        (await server.ActAsync($"zaken/{applicant.File}", "plaatsingen", "coa-medewerker", """{"opvanglocatie": 739001, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        Assert.Contains("balie van uw opvanglocatie, nummer <bdi>739001</bdi>", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_day_is_folded_away_for_nobody()
    {
        using var applicant = await PlannedAsync("2025-09-22");
        (await server.ActAsync($"zaken/{applicant.File}", "gehoren", "ind-hoormedewerker", """{"datum": "2025-09-22"}""")).IsDone();
        (await server.ActAsync($"zaken/{applicant.File}", "voornemens", "ind-beslismedewerker", """{"datum": "2025-09-30"}""")).IsDone();
        var days = DaysOf(applicant);
        Assert.NotEmpty(days);
        foreach (var helped in (bool[])[false, true])
        {
            if (helped)
            {
                await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
            }
            var open = Folded(await MainAsync(applicant, PortalPaths.Where)).Open;
            Assert.Contains("Reageren op het plan van de IND", open, StringComparison.Ordinal);
            Assert.All(days, day => Assert.Contains(new Portal.Speaking.Speech(Portal.Speaking.PortalLanguage.Official).Date(day), open, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Forms_have_fewer_steps_and_paper_or_a_desk_comes_first()
    {
        using var applicant = await PlannedAsync("2025-10-20");
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        var path = InterviewForms.OtherDay.Path;
        var asked = await applicant.SeeAsync(path);
        Assert.True(asked.Text.IndexOf("Liever op papier of samen?", StringComparison.Ordinal) is var paper and > 0 && paper < asked.Text.IndexOf("name=\"dag\"", StringComparison.Ordinal));
        Assert.Contains("name=\"tweede\"", Folded(asked.Text).Folded, StringComparison.Ordinal); // What may stay empty comes last.
        Assert.Contains("value=\"versturen\"", asked.Text, StringComparison.Ordinal);
        await SendAsync(applicant, path, ("dag", "2025-10-22"), ("tweede", ""), ("derde", ""));
        Assert.Single(Events<Chain.Procedure.OtherInterviewDayAsked>(applicant.File));
    }

    [Fact]
    public async Task Answers_are_changed_and_taken_back_and_their_effect_ends()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        await SendAsync(applicant, GuidanceForms.Capacity.Path, Manages);
        Assert.DoesNotContain("Doe dit eerst", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        Assert.Contains("Doe dit eerst", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, GuidanceForms.Remove.Path);
        Assert.DoesNotContain("Doe dit eerst", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        Assert.Contains("Dit kan nu niet", (await applicant.SeeAsync(GuidanceForms.Remove.Path)).Text, StringComparison.Ordinal); // Nothing is left to take back.
        Assert.Contains("Zeggen hoe wij u het best helpen", (await applicant.SeeAsync(PortalPaths.File)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_manager_judges_it_and_the_person_reads_so_and_keeps_the_last_word_on_more_help()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        await SendAsync(applicant, GuidanceForms.Capacity.Path, Manages);
        using var manager = new Official(server, "coa-medewerker", number: 8301);
        var path = $"/werk/zaken/{applicant.File}/doen/doenvermogenoordelen";
        var form = await manager.GetAsync(path);
        Assert.Contains("name=\"grond\"", form.Text, StringComparison.Ordinal);
        var check = await manager.SendAsync(path, form, ("verder", "bekijken"), ("meerHulp", "ja"), ("grond", "gesprek"));
        Assert.Contains("Dit gebeurt als u bevestigt", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await manager.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        Assert.Equal((true, CapacityGround.Talk, 8301), Assert.Single(Events<CapacityJudged>(applicant.File)) is var judged ? (judged.MoreHelp, judged.Ground, judged.By.Number) : default);
        Assert.Contains("Vraagt meer hulp", Official.Words(await manager.GetAsync($"/werk/zaken/{applicant.File}?kamer=Guidance")), StringComparison.Ordinal);
        Assert.Contains("omdat een medewerker van het COA of uw voogd", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        Assert.Contains("U krijgt meer hulp", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        (await server.ActAsync($"zaken/{applicant.File}", "doenvermogenoordelen", "coa-medewerker", """{"meerHulp": false, "grond": "eigen-verzoek"}""")).IsDone();
        Assert.Contains("omdat u om hulp vroeg", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal); // Their own answer asks for more.
        Assert.Contains("U ziet weer de gewone pagina", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
    }

    [Fact] // How somebody manages says nothing about whether they are believed, and cannot.
    public async Task Who_hears_or_decides_the_claim_reads_nothing_of_it()
    {
        using var applicant = await PlannedAsync("2025-10-03");
        await SendAsync(applicant, GuidanceForms.Capacity.Path, NeedsHelp);
        (await server.ActAsync($"zaken/{applicant.File}", "doenvermogenoordelen", "coa-medewerker", """{"meerHulp": true, "grond": "contact-aan-de-balie"}""")).IsDone();
        await SendAsync(applicant, GuidanceForms.Remove.Path);
        foreach (var function in (string[])["ind-beslismedewerker", "ind-hoormedewerker", "ind-planner", "dtv-regievoerder", "avim-registreerder", "gza-medewerker", "vluchtelingenwerk", "gegevensbeheerder"])
        {
            var read = (await server.GetAsync($"/zaken/{applicant.File}", function)).Text + (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", function)).Text
                + (await server.GetAsync($"/zaken/{applicant.File}/volgende-stappen", function)).Text;
            Assert.DoesNotContain("capacity", read, StringComparison.Ordinal);
            Assert.DoesNotContain("redtZelf", read, StringComparison.Ordinal);
            Assert.DoesNotContain("meerHulp", read, StringComparison.Ordinal);
        }
        using var decider = new Official(server, "ind-beslismedewerker", number: 8302);
        var page = Official.Words(await decider.GetAsync($"/werk/zaken/{applicant.File}?alles=ja"));
        Assert.DoesNotContain("Vraagt meer hulp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gezegd wat men zelf redt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Meer hulp beoordeeld", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.ActAsync($"zaken/{applicant.File}", "doenvermogenoordelen", "ind-beslismedewerker", """{"meerHulp": true, "grond": "gesprek"}""")).Status);
        Assert.Contains("capacity-stated", (await server.GetAsync($"/zaken/{applicant.File}/gebeurtenissen?paginaGrootte=100", "coa-medewerker")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", true)]
    [InlineData("1", false)]
    [InlineData("0", false)]
    public async Task A_reminder_stands_there_as_many_days_ahead_as_was_chosen_and_nothing_is_sent(string days, bool shown)
    {
        using var applicant = await PlannedAsync("2025-10-06"); // Five days from now.
        await SendAsync(applicant, GuidanceForms.Preferences.Path, ("taal", "ara"), ("herinnering", days));
        foreach (var path in (string[])[PortalPaths.Messages, PortalPaths.Where])
        {
            Assert.Equal(shown, (await applicant.SeeAsync(path)).Text.Contains("id=\"herinnering\"", StringComparison.Ordinal));
        }
        Assert.Contains("Wij sturen u geen sms en geen e-mail", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
        Assert.Contains("maandag 6 oktober 2025", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal); // The day itself, whatever was chosen.
    }

    [Fact]
    public async Task Letters_are_in_the_language_that_was_chosen_and_the_page_in_its_own()
    {
        using var applicant = await PlannedAsync("2025-10-06");
        await SendAsync(applicant, GuidanceForms.Preferences.Path, ("taal", "tir"), ("herinnering", "7"));
        var page = WebUtility.HtmlDecode((await applicant.SeeAsync(PortalPaths.Messages)).Text);
        Assert.Contains("<ol class=\"letters\" lang=\"ti\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains(new Portal.Speaking.Speech(Portal.Speaking.PortalLanguage.Find("ti")!).Say("letter.track-confirmed"), page, StringComparison.Ordinal);
        Assert.Contains("<h1>Berichten</h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Afspraak")]
    [InlineData("ar", "موعد")]
    [InlineData("ti", "ቆጸራ")]
    public async Task The_calendar_says_when_and_nothing_else(string language, string word)
    {
        using var applicant = await PlannedAsync("2025-10-06");
        await applicant.SeeAsync($"{PortalPaths.Messages}?taal={language}");
        var file = await applicant.Browser.GetAsync(PortalPaths.Calendar);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith("text/calendar", file.Headers["Content-Type"], StringComparison.Ordinal);
        var unfolded = file.Text.Replace("\r\n ", "", StringComparison.Ordinal);
        var lines = unfolded.Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
        Assert.Contains("DTSTART;VALUE=DATE:20251006", lines);
        Assert.Contains("DTEND;VALUE=DATE:20251007", lines);
        Assert.Contains("TRIGGER:-PT15H", lines); // At nine the day before: a day begins at midnight where the phone is.
        Assert.Contains($"SUMMARY;LANGUAGE={language}:{word}", lines);
        Assert.Equal(lines.Count(each => each == "BEGIN:VEVENT"), lines.Count(each => each.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.All(file.Text.Split("\r\n"), each => Assert.InRange(Encoding.UTF8.GetByteCount(each), 0, 75));
        Assert.DoesNotMatch(@"(?i)asiel|asyl|\bIND\b|COA\b|gehoor|gesprek|interview|beroep|advoca|zaak|schakel|https?:", unfolded);
        Assert.Equal(file.Text, (await applicant.Browser.GetAsync(PortalPaths.Calendar)).Text); // The same again, so that a phone keeps one.
    }

    [Fact]
    public async Task A_hearing_at_the_court_stands_on_the_first_page_and_in_the_calendar_and_moves_with_it()
    {
        var file = await server.TakeOverAsync("wacht-op-uitspraak");
        await server.DoneAsync(file, "zittingsbepalingen", "griffier", """{"datum": "2025-01-14", "zittingsDatum": "2025-10-07"}""");
        using var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        const string Told = "Op dinsdag 7 oktober 2025 is de zitting bij de rechter. U mag erbij zijn.";
        Assert.Contains(Told, await MainAsync(applicant, PortalPaths.Where), StringComparison.Ordinal);
        var calendar = (await applicant.Browser.GetAsync(PortalPaths.Calendar)).Text;
        Assert.Contains("DTSTART;VALUE=DATE:20251007", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY;LANGUAGE=nl:Afspraak", calendar, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)zitting|recht", calendar);
        await server.DoneAsync(file, "zittingsbepalingen", "griffier", """{"datum": "2025-01-15", "zittingsDatum": "2025-11-04"}""");
        var moved = await MainAsync(applicant, PortalPaths.Where);
        Assert.DoesNotContain(Told, moved, StringComparison.Ordinal);
        Assert.Contains("dinsdag 4 november 2025", moved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_as_large_as_was_chosen_on_this_phone()
    {
        using var applicant = await PlannedAsync("2025-10-06");
        Assert.Contains("class=\"large\"", (await applicant.SeeAsync(PortalPaths.Where + "?letters=groot")).Text, StringComparison.Ordinal);
        Assert.Contains("class=\"large\"", (await applicant.SeeAsync(PortalPaths.Do)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"large\"", (await applicant.SeeAsync(PortalPaths.Do + "?letters=gewoon")).Text, StringComparison.Ordinal);
    }

    private List<Norms.Day> DaysOf(Applicant applicant)
    {
        var file = server.Store.Log.ReadStream(new(StreamKind.CaseFile, applicant.File)).Aggregate(CaseFile.Unopened, (state, each) => Decider.Evolve(state, each.Event!, each.Envelope.OccurredOn));
        var way = WayAhead.Of(file, Chain.Family.Household.Empty, Norms.Regimes.January2024, server.Today);
        return [.. FirstPage.Dated(file, way).Select(each => each.By!.Value).Distinct()];
    }

    private List<T> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Select(each => each.Event).OfType<T>()];

    private static async Task<string> MainAsync(Applicant applicant, string path)
    {
        var text = WebUtility.HtmlDecode((await applicant.SeeAsync(path)).Text);
        return text[text.IndexOf("<main", StringComparison.Ordinal)..text.IndexOf("</main>", StringComparison.Ordinal)];
    }

    // What is open on a page, and what is behind something to open.
    private static (string Open, string Folded) Folded(string page)
    {
        var (open, folded, depth) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var part in Details().Split(page))
        {
            depth += part.StartsWith("<details", StringComparison.Ordinal) ? 1 : part == "</details>" ? -1 : 0;
            (depth > 0 ? folded : open).Append(part);
        }
        return (open.ToString(), folded.ToString());
    }

    private static async Task SendAsync(Applicant applicant, string path, params (string Name, string Value)[] answers)
    {
        var asked = await applicant.SeeAsync(path);
        var done = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, [.. answers, ("stap", "versturen")]));
        Assert.True(done.Status == HttpStatusCode.Found, Official.Words(done));
    }

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

    [GeneratedRegex("(<details[^>]*>|</details>)")]
    private static partial Regex Details();
}
