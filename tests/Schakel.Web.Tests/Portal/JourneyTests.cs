using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Store.Acts;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>What an applicant does, without script; each journey ends in facts in the log.</summary>
public sealed partial class JourneyTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly (string, string)[] Wishes = [("taal", "tir"), ("dialect", ""), ("tolk", "Woman"), ("medewerker", "None")];

    [Fact]
    public async Task Wishes_are_checked_sent_and_recorded_as_the_applicants_own()
    {
        using var applicant = await LodgedAsync();
        var path = Procedure("gesprek");
        var asked = await applicant.SeeAsync(path);
        var faulty = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("taal", "tir"), ("dialect", "Tigray <b>"), ("stap", "controleren")));
        Assert.Contains("Wat u hebt ingevuld is bewaard", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Tigray &lt;b&gt;\"", faulty.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"tir\" id=\"[^\"]*\" checked", faulty.Text);
        Assert.Contains("href=\"#tolk\"", faulty.Text, StringComparison.Ordinal);
        var check = await applicant.Browser.PostAsync(path, faulty, Applicant.Filled(faulty, path, [.. Wishes, ("stap", "controleren")]));
        Assert.Contains("Controleer uw antwoorden", check.Text, StringComparison.Ordinal);
        Assert.Empty(Events<InterviewWishesStated>(applicant.File));
        var changed = await applicant.Browser.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "wijzigen")));
        Assert.Matches("value=\"Woman\" id=\"[^\"]*\" checked", changed.Text);
        var done = await applicant.Browser.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "versturen")));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        var (envelope, stated) = Assert.Single(Events<InterviewWishesStated>(applicant.File));
        Assert.Equal((DoerKind.Applicant, applicant.File, Purpose.Procedure), (envelope.Doer.Kind, envelope.Doer.Number, envelope.Purpose));
        Assert.Equal(("tir", GenderWish.Woman), (stated.Wishes.Language.ToString(), stated.Wishes.Interpreter));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{path}?gedaan={envelope.Version}"), done.Location);
        var proof = Workbench.Official.Words(await applicant.SeeAsync(done.Location!));
        Assert.Contains("Gelukt", proof, StringComparison.Ordinal);
        Assert.Contains($"Uw kenmerk {applicant.File}-{envelope.Version} Wanneer woensdag 1 oktober 2025 , {new Speech(PortalLanguage.Official).Time(ClockTime.Of(envelope.RecordedAt).Time)}", proof, StringComparison.Ordinal);
        Assert.Contains("Dit hebt u verstuurd", proof, StringComparison.Ordinal);
        Assert.Contains("Soort Wensen voor het gehoor opgegeven", proof, StringComparison.Ordinal); // What was sent, as the file has it, in words,
        Assert.Contains("Taal: Tigrinya", proof, StringComparison.Ordinal);
        Assert.Contains(new Speech(PortalLanguage.Find("ti")!).Say("speech.tir"), WebUtility.HtmlDecode((await applicant.SeeAsync(done.Location + "&taal=ti")).Text), StringComparison.Ordinal); // and as it was asked.
        await applicant.SeeAsync(path + "?taal=nl");
        Assert.Contains("Druk deze bladzijde af", proof, StringComparison.Ordinal);
        Assert.Contains("Er staat hier nog geen telefoonnummer", proof, StringComparison.Ordinal);
        // An official finds it by that reference, on the timeline; and so does the applicant, among their letters and in their file.
        using var officer = new Workbench.Official(server, "ind-hoormedewerker", 8301);
        Assert.Contains($"kenmerk {applicant.File}-{envelope.Version}", Workbench.Official.Words(await officer.GetAsync($"/werk/zaken/{applicant.File}?alles=ja")), StringComparison.Ordinal);
        Assert.Contains($"Kenmerk {applicant.File}-{envelope.Version}", Workbench.Official.Words(await applicant.SeeAsync(PortalPaths.File + "?alles=ja")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_somebody_made_proves_nothing()
    {
        using var applicant = await LodgedAsync();
        foreach (var mark in (string[])["1", "999", "-1", "x"]) // The first is of an official.
        {
            var page = Workbench.Official.Words(await applicant.SeeAsync($"{Procedure("gesprek")}?gedaan={mark}"));
            Assert.DoesNotContain("Uw kenmerk", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Gelukt", page, StringComparison.Ordinal);
        }
        Assert.Contains("Dit stond al zo in uw dossier", Workbench.Official.Words(await applicant.SeeAsync($"{Procedure("gesprek")}?gedaan=ja")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_done_once()
    {
        using var applicant = await LodgedAsync();
        var path = Procedure("gesprek");
        var asked = await applicant.SeeAsync(path);
        var fields = Applicant.Filled(asked, path, [.. Wishes, ("stap", "versturen")]);
        var (first, second) = (await applicant.Browser.PostAsync(path, asked, fields), await applicant.Browser.PostAsync(path, asked, fields));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.Status, second.Status));
        Assert.Single(Events<InterviewWishesStated>(applicant.File));
    }

    [Fact]
    public async Task When_the_session_ends_halfway_nothing_typed_is_lost()
    {
        using var applicant = await LodgedAsync();
        var path = Procedure("gesprek");
        var asked = await applicant.SeeAsync(path);
        var fields = Applicant.Filled(asked, path, [("taal", "som"), ("dialect", "Maay ✓ مای"), ("tolk", "Woman"), ("medewerker", "Man"), ("stap", "versturen")]);
        await applicant.Browser.PostAsync("/afmelden", asked);
        var over = await applicant.Browser.PostAsync(path, asked, fields);
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        Assert.Contains("value=\"Maay ✓ مای\"", WebUtility.HtmlDecode(over.Text), StringComparison.Ordinal);
        await applicant.SignInAsync();
        var again = await applicant.Browser.PostAsync(path, null, Applicant.Filled(over, path));
        Assert.Contains("Controleer en verstuur opnieuw", again.Text, StringComparison.Ordinal);
        Assert.Empty(Events<InterviewWishesStated>(applicant.File));
        var done = await applicant.Browser.PostAsync(path, again, Applicant.Filled(again, path, [("taal", "som"), ("dialect", Kept(again, "dialect")), ("tolk", "Woman"), ("medewerker", "Man"), ("stap", "versturen")]));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Equal("Maay ✓ مای", Assert.Single(Events<InterviewWishesStated>(applicant.File)).Event.Wishes.Dialect);
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing_but_shows_itself()
    {
        using var applicant = await LodgedAsync();
        var page = await applicant.Browser.PostAsync(Procedure("stoppen"), null, ("begrepen", "ja"), ("stap", "versturen"));
        Assert.Contains("Controleer en verstuur opnieuw", page.Text, StringComparison.Ordinal);
        Assert.Empty(Events<WithdrawalTalkAsked>(applicant.File));
    }

    [Fact]
    public async Task Asking_to_stop_opens_a_talk_and_ends_nothing()
    {
        using var applicant = await LodgedAsync();
        var path = Procedure("stoppen");
        var asked = await applicant.SeeAsync(path);
        var unticked = await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("stap", "versturen")));
        Assert.Contains("Zet eerst een vinkje", unticked.Text, StringComparison.Ordinal);
        var before = server.Store.Log.ReadStream(new(StreamKind.CaseFile, applicant.File)).Count;
        await applicant.Browser.PostAsync(path, asked, Applicant.Filled(asked, path, ("begrepen", "ja"), ("stap", "versturen")));
        Assert.Single(Events<WithdrawalTalkAsked>(applicant.File));
        Assert.Equal(before + 1, server.Store.Log.ReadStream(new(StreamKind.CaseFile, applicant.File)).Count);
        Assert.Contains("Uw aanvraag is ontvangen", (await applicant.SeeAsync(PortalPaths.Where)).Text, StringComparison.Ordinal);
        var twice = await applicant.SeeAsync(path);
        Assert.Contains("Dit kan nu niet", twice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"begrepen\"", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_of_the_portal_takes_a_command_that_ends_a_claim_or_a_stay()
    {
        using var applicant = await LodgedAsync();
        var page = await applicant.SeeAsync(PortalPaths.Do);
        Assert.Contains("Stoppen met uw aanvraag, alleen in een gesprek met advocaat en tolk", page.Text, StringComparison.Ordinal);
        Assert.All(Portal.Forms.DoList.Forms, form => Assert.DoesNotContain(form.Step, new[] { "withdraw-application", "refuse-place", "refuse-home", "depart-independently" }));
    }

    [Fact]
    public async Task Whoever_is_not_here_yet_registers_in_advance_and_may_go_on_elsewhere_with_a_code()
    {
        using var browser = new Browser(server.Address);
        var path = PortalPaths.PreRegister;
        var asked = await browser.GetAsync(path);
        var saved = await browser.PostAsync(path, asked, ("taal", "ara"), ("personen", "٣"), ("stap", "bewaren"));
        var code = Regex.Match(saved.Text, "<p class=\"code\"[^>]*>([^<]+)</p>").Groups[1].Value;
        Assert.Equal(14, code.Length);
        using var another = new Browser(server.Address);
        var empty = await another.GetAsync(path);
        Assert.Contains("Wij kennen deze code niet", (await another.PostAsync(path, empty, ("code", "BBBB-CCCC-DDDD"), ("stap", "terugkeren"))).Text, StringComparison.Ordinal);
        var back = await another.PostAsync(path, empty, ("code", code.ToLowerInvariant()), ("stap", "terugkeren"));
        Assert.Matches("value=\"ara\" id=\"[^\"]*\" checked", back.Text);
        Assert.Equal("٣", Kept(back, "personen"));
        var wrong = await another.PostAsync(path, back, Applicant.Filled(back, path, ("taal", "ara"), ("personen", "0"), ("stap", "controleren")));
        Assert.Contains("Vul een getal van 1 tot en met", wrong.Text, StringComparison.Ordinal);
        var check = await another.PostAsync(path, back, Applicant.Filled(back, path, ("taal", "ara"), ("personen", "٣"), ("stap", "controleren")));
        var done = await another.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "versturen")));
        var twice = await another.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "versturen")));
        var number = Number().Match(done.Text).Groups[1].Value;
        Assert.Equal(number, Number().Match(twice.Text).Groups[1].Value);
        Assert.Equal(3, Assert.Single(Events<PreRegistered>(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))).Event.Persons);
        Assert.Contains("Wij kennen deze code niet", (await another.PostAsync(path, empty, ("code", code), ("stap", "terugkeren"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_one_wants_to_say_beforehand_is_kept_shown_back_and_recorded()
    {
        using var browser = new Browser(server.Address);
        var path = PortalPaths.PreRegister;
        (string, string)[] said = [("taal", "tir"), ("personen", "3"), ("tolk", "ja"), ("kinderen", "2"), ("alleen", "nee"), ("zorg", "ja"), ("bereik", "06 12345678")];
        var check = await browser.PostAsync(path, await browser.GetAsync(path), [.. said, ("stap", "controleren")]);
        Assert.Contains("<bdi>06 12345678</bdi>", check.Text, StringComparison.Ordinal);
        var done = await browser.PostAsync(path, check, Applicant.Filled(check, path, ("stap", "versturen")));
        var number = int.Parse(Number().Match(done.Text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        _ = LanguageCode.TryParse("tir", out var language);
        Assert.Equal(new PreRegistered(PreRegistrationChannel.Self, language, 3, true, 2, false, true, "06 12345678"), Assert.Single(Events<PreRegistered>(number)).Event);
    }

    [Theory]
    [InlineData("4", "nee", true)]
    [InlineData("0", "ja", true)]
    [InlineData("3", "ja", false)]
    [InlineData("", "ja", false)]
    public async Task More_children_than_people_are_noticed_before_anything_is_sent(string children, string alone, bool isNoticed)
    {
        using var browser = new Browser(server.Address);
        var path = PortalPaths.PreRegister;
        var reply = await browser.PostAsync(path, await browser.GetAsync(path), ("taal", "ara"), ("personen", "3"), ("kinderen", children), ("alleen", alone), ("stap", "controleren"));
        Assert.Equal(isNoticed, reply.Text.Contains("id=\"kinderen-fout\"", StringComparison.Ordinal));
        Assert.Equal(!isNoticed, reply.Text.Contains("value=\"versturen\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_draft_cannot_be_read_from_the_disk()
    {
        using var browser = new Browser(server.Address);
        var saved = await browser.PostAsync(PortalPaths.PreRegister, await browser.GetAsync(PortalPaths.PreRegister), ("taal", "ara"), ("personen", "7"), ("stap", "bewaren"));
        var code = Regex.Match(saved.Text, "<p class=\"code\"[^>]*>([^<]+)</p>").Groups[1].Value;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(server.Folder, "concepten")))
        {
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), file, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("personen", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_contribution_is_computed_by_the_law_and_nothing_of_it_is_kept()
    {
        using var applicant = await LodgedAsync();
        var path = PortalPaths.Contribution;
        var asked = await applicant.SeeAsync(path);
        var wrong = await applicant.Browser.PostAsync(path, asked, ("loon", "veel <i>"), ("ander", ""), ("spaargeld", ""), ("weken", "3"));
        Assert.Contains("value=\"veel &lt;i&gt;\"", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Vul een getal van 0 tot en met", wrong.Text, StringComparison.Ordinal);
        var before = server.Store.Log.Position;
        var none = await applicant.Browser.PostAsync(path, asked, ("loon", ""), ("ander", ""), ("spaargeld", ""), ("weken", "0"));
        Assert.Contains("U betaalt dan niets", none.Text, StringComparison.Ordinal);
        var much = await applicant.Browser.PostAsync(path, asked, ("loon", "1800,50"), ("ander", "0"), ("spaargeld", "0"), ("weken", "20"));
        Assert.Matches("U betaalt dan <bdi>€ [1-9][0-9.,]*</bdi> per maand", much.Text);
        Assert.Equal(before, server.Store.Log.Position);
    }

    [Fact]
    public async Task How_long_is_told_for_thirty_people_or_more_and_else_it_is_said_why_not()
    {
        using var applicant = await LodgedAsync();
        Assert.Contains("Er is nog geen berekening gemaakt", (await applicant.SeeAsync(PortalPaths.HowLong)).Text, StringComparison.Ordinal);
        var cohort = new Cohort(Track.General, AwaitedStep.Interview, Day.Of(2025, 1, 1));
        var made = new Expectations(Day.Of(2025, 9, 30), 730, 8, "h", [new(cohort with { Month = Day.Of(2024, 12, 1) }, 90, Day.Of(2025, 11, 3), Day.Of(2026, 2, 4))]);
        ExpectationFile.Write(server.Folder, made);
        Assert.Contains("Er zijn minder dan dertig mensen", (await applicant.SeeAsync(PortalPaths.HowLong)).Text, StringComparison.Ordinal);
        ExpectationFile.Write(server.Folder, made with { Date = Day.Of(2025, 10, 1), Cohorts = [new(cohort, 41, Day.Of(2025, 11, 3), Day.Of(2026, 2, 4))] });
        var told = (await applicant.SeeAsync(PortalPaths.HowLong)).Text;
        Assert.Contains("tussen <bdi>3 november 2025</bdi> en <bdi>4 februari 2026</bdi>", told, StringComparison.Ordinal);
        Assert.Contains("met <bdi>41</bdi> mensen", told, StringComparison.Ordinal);
        Assert.Contains("Dit is geen belofte", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Deze tijd is veranderd", told, StringComparison.Ordinal); // Nobody was told another.
        ExpectationFile.Write(server.Folder, made with { Date = Day.Of(2025, 9, 20), Cohorts = [new(cohort, 55, Day.Of(2025, 10, 20), Day.Of(2026, 1, 12))] });
        ExpectationFile.Write(server.Folder, made with { Date = Day.Of(2025, 9, 10), Cohorts = [new(cohort, 70, Day.Of(2025, 10, 1), null)] });
        var moved = Workbench.Official.Words(await applicant.SeeAsync(PortalPaths.HowLong));
        Assert.Contains("Deze tijd is veranderd. Op zaterdag 20 september 2025 was het: tussen 20 oktober 2025 en 12 januari 2026 . Aantal mensen in uw situatie: toen 55 , nu 41 .", moved, StringComparison.Ordinal);
        Assert.Contains("Dit is geen belofte", moved, StringComparison.Ordinal);
        ExpectationFile.Write(server.Folder, made with { Date = Day.Of(2025, 10, 2), Cohorts = [] }); // Of tomorrow: not known today.
        Assert.Contains("3 november 2025", (await applicant.SeeAsync(PortalPaths.HowLong)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_someone_is_follows_the_file()
    {
        var law = Regimes.January2024;
        var file = Decider.Evolve(CaseFile.Unopened, new PreRegistered(PreRegistrationChannel.Self, LanguageCode.Unknown, 1), Day.Of(2024, 1, 9));
        Whereabouts At(CaseFile each) => Whereabouts.Of(each, WayAhead.Of(each, Chain.Family.Household.Empty, law, Day.Of(2024, 2, 1)));
        Assert.Equal("where.now.pre-registered", At(file).Sentence);
        Assert.Equal([StageState.Now, StageState.Later, StageState.Later, StageState.Later, StageState.Later], At(file).Line.Select(each => each.State));
    }

    private static string Procedure(string form) => $"{PortalPaths.Do}/{form}";

    private static string Kept(Reply page, string field) => WebUtility.HtmlDecode(Regex.Match(page.Text, $"<input type=\"text\" name=\"{field}\"[^>]* value=\"([^\"]*)\"").Groups[1].Value);

    private List<(Store.Log.Envelope Envelope, T Event)> Events<T>(int file)
        where T : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is T).Select(each => (each.Envelope, (T)each.Event!))];

    private async Task<Applicant> LodgedAsync()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""")).IsDone();
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    [GeneratedRegex("Uw nummer: <bdi>([0-9]+)</bdi>")]
    private static partial Regex Number();
}
