using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store.Log;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>Whoever is asked to be somewhere is told where and at what time, in their language: on the first page, in letters, in reminders and in their calendar.</summary>
public sealed class WhereToBeTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Theory]
    [InlineData("nl", "Waar: aanmeldcentrum Ter Apel, gemeente Westerwolde", "Hoe laat: 09.00 uur (Nederlandse tijd)")]
    [InlineData("en", "Where: registration centre Ter Apel, municipality of Westerwolde", "What time: 09:00 (Dutch time)")]
    [InlineData("ar", "المكان: مركز التسجيل Ter Apel، بلدية Westerwolde", "الوقت: الساعة 09:00 (بتوقيت هولندا)")]
    [InlineData("ti", "ኣበይ፡ ማእከል ምዝገባ Ter Apel፡ ምምሕዳር ከተማ Westerwolde", "ሰዓት ክንደይ፡ 09:00 (ብሰዓት ሆላንድ)")]
    public async Task What_is_asked_and_the_letters_about_it_say_municipality_place_and_hour(string language, string where, string when)
    {
        using var applicant = await PlannedAsync("""{"datum": "2025-09-30", "gehoorDatum": "2025-10-06", "plaats": {"aanmeldcentrum": 1, "minuut": 540}}""");
        (await server.ActAsync($"zaken/{applicant.File}", "gehooruitnodigingen", "ind-planner", """{"datum": "2025-09-30", "taal": "ara"}""")).IsDone();
        var first = WordsOf(await applicant.SeeAsync($"{PortalPaths.Where}?taal={language}"));
        Assert.Equal(2, Count(first, where)); // What is asked, and the reminder of it.
        Assert.Equal(2, Count(first, when));
        var letters = WordsOf(await applicant.SeeAsync(PortalPaths.Messages));
        Assert.Equal(3, Count(letters, where)); // The reminder, the day, and the invitation, which names no place itself.
        Assert.Equal(3, Count(letters, when));
    }

    [Fact]
    public async Task What_is_not_settled_yet_is_said_to_be_told_later_and_a_move_tells_the_new_place()
    {
        using var applicant = await PlannedAsync("""{"datum": "2025-09-30", "gehoorDatum": "2025-10-06"}""");
        var before = WordsOf(await applicant.SeeAsync(PortalPaths.Where));
        Assert.Contains("Waar het gesprek is, hoort u nog.", before, StringComparison.Ordinal);
        Assert.Contains("Hoe laat het gesprek is, hoort u nog.", before, StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorverplaatsingen", "ind-planner",
            """{"gehoorDatum": "2025-10-08", "oorzaak": "dienst", "plaats": {"aanmeldcentrum": 2, "minuut": 795}}""")).IsDone();
        var moved = WordsOf(await applicant.SeeAsync(PortalPaths.Where));
        Assert.Contains("aanmeldcentrum Budel, gemeente Cranendonck", moved, StringComparison.Ordinal);
        Assert.Contains("13.15 uur", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("hoort u nog", moved, StringComparison.Ordinal);
        Assert.Contains("Budel", WordsOf(await applicant.SeeAsync(PortalPaths.Messages)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_the_hour_as_an_instant_in_summer_and_in_winter()
    {
        using var summer = await PlannedAsync("""{"datum": "2025-09-30", "gehoorDatum": "2025-10-06", "plaats": {"aanmeldcentrum": 1, "minuut": 540}}""");
        var file = (await summer.Browser.GetAsync(PortalPaths.Calendar)).Text;
        Assert.Contains("DTSTART:20251006T070000Z", file, StringComparison.Ordinal);
        Assert.Contains("TRIGGER:-P1D", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Ter Apel", file, StringComparison.Ordinal); // Others see a phone.
        using var winter = await PlannedAsync("""{"datum": "2025-09-30", "gehoorDatum": "2025-11-03", "plaats": {"aanmeldcentrum": 1, "minuut": 540}}""");
        Assert.Contains("DTSTART:20251103T080000Z", (await winter.Browser.GetAsync(PortalPaths.Calendar)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_stays_and_moves_to_is_named_by_its_municipality()
    {
        var file = await server.ArriveAsync(day: "2025-09-01");
        foreach (var (site, municipality) in ((int, int)[])[(9101, 363), (9102, 518)])
        {
            await server.OpenSiteAsync(site, 10, "asielzoekerscentrum");
            (await server.ActAsync($"opvanglocaties/{site}", "gemeentevastleggingen", "coa-medewerker", $$"""{"datum": "2025-01-02", "gemeente": {{municipality}}}""")).IsDone();
        }
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2025-09-02", "opvanglocatie": 9101, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(file, "verhuisaankondigingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 9102, "dagenVooruit": 5}""");
        using var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        var first = WordsOf(await applicant.SeeAsync(PortalPaths.Where));
        Assert.Contains("Waar: opvanglocatie nummer 9102, gemeente 's-Gravenhage", first, StringComparison.Ordinal);
        var letters = WordsOf(await applicant.SeeAsync(PortalPaths.Messages));
        Assert.Contains("Waar: opvanglocatie nummer 9101, gemeente Amsterdam", letters, StringComparison.Ordinal);
        Assert.Contains("Waar: opvanglocatie nummer 9102, gemeente 's-Gravenhage", letters, StringComparison.Ordinal);
        Assert.Contains("opvanglocatie nummer 9101, gemeente Amsterdam", WordsOf(await applicant.SeeAsync(PortalPaths.File)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Waar: aanmeldcentrum Ter Apel, gemeente Westerwolde")]
    [InlineData(77, "Waar: aanmeldcentrum nummer 77")]
    public void A_centre_is_called_by_its_name_and_by_its_number_where_it_has_none(int centre, string words) =>
        Assert.Equal(words, new Speech(PortalLanguage.Official).Say("at.place", ("place", WhereAndWhen.Centre(new(centre)))));

    [Fact]
    public void The_last_plan_for_a_day_says_where_and_a_plan_for_another_day_says_nothing()
    {
        var (monday, tuesday) = (Day.Of(2025, 10, 6), Day.Of(2025, 10, 7));
        RecordedEvent[] history = [Recorded(new InterviewPlanned(monday, new(new CentreId(1), null, 540))), Recorded(new InterviewMoved(monday, tuesday, MoveCause.Service, new(new CentreId(2), null, 780)))];
        Assert.Equal((1, 540), (WhereAndWhen.PlaceOn(history, monday).Centre?.Value, WhereAndWhen.PlaceOn(history, monday).Minute));
        Assert.Equal((2, 780), (WhereAndWhen.PlaceOn(history, tuesday).Centre?.Value, WhereAndWhen.PlaceOn(history, tuesday).Minute));
        Assert.Equal(default, WhereAndWhen.PlaceOn(history, Day.Of(2025, 10, 8)));
    }

    private static RecordedEvent Recorded(ChainEvent happened) => new(null!, happened);

    private async Task<Applicant> PlannedAsync(string plan)
    {
        var file = await server.ArriveAsync(day: "2025-08-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-08-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-08-17", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-09-30"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-09-30", "spoor": "spoor-4", "reden": 0}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "gehoorplanningen", "ind-planner", plan)).IsDone();
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    private static string WordsOf(Reply page) => Workbench.Official.Words(page);

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
