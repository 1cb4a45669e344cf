using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Calendars;

namespace Schakel.Web.Workbench;

/// <summary>The calendar: a week by centre, a day by appointment, clashes shown, an interview moved from there; the day board of the general procedure.</summary>
public sealed class AgendaTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task A_week_tells_how_many_stand_at_each_centre_and_which_day_holds_too_many()
    {
        foreach (var minute in (int[])[540, 600, 660])
        {
            await PlannedAsync("2025-11-04", $$"""{"aanmeldcentrum": 51, "minuut": {{minute}}}""");
        }
        using var planner = new Official(server, "ind-planner");
        var week = await WeekAsync(planner, "dag=2025-11-06&centrum=51&plekken=2");
        Assert.Equal(HttpStatusCode.OK, week.Status);
        Assert.Contains("href=\"/werk/agenda?dag=2025-11-04&amp;beeld=dag&amp;centrum=51&amp;plekken=2\"><strong>3</strong>", week.Text, StringComparison.Ordinal);
        Assert.Contains("1 te veel", Official.Words(week), StringComparison.Ordinal);
        Assert.DoesNotContain("te veel", Official.Words(await WeekAsync(planner, "dag=2025-11-06&centrum=51&plekken=3")), StringComparison.Ordinal);
        Assert.Contains("Geen afspraken in deze week", Official.Words(await WeekAsync(planner, "dag=2025-11-13&centrum=51")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_lists_who_is_heard_when_and_each_look_is_recorded()
    {
        var file = await PlannedAsync("2025-11-05", """{"aanmeldcentrum": 52, "minuut": 585}""");
        using var planner = new Official(server, "ind-planner", number: 6602);
        var day = await WeekAsync(planner, "dag=2025-11-05&beeld=dag&centrum=52");
        Assert.Contains($"href=\"/werk/zaken/{file}\"", day.Text, StringComparison.Ordinal);
        Assert.Contains("09:45", day.Text, StringComparison.Ordinal);
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(file, 0, 20);
        Assert.Contains(looks, each => each is { Function: "ind-planner", Number: 6602, With: "/werk/agenda" });
    }

    [Fact]
    public async Task A_move_that_is_announced_across_an_interview_is_shown_as_a_clash()
    {
        await server.OpenSiteAsync(6603, 10, "asielzoekerscentrum");
        var (moves, stays) = (await PlannedAsync("2025-11-06", """{"aanmeldcentrum": 53}"""), await PlannedAsync("2025-11-06", """{"aanmeldcentrum": 53}"""));
        await server.OpenSiteAsync(6604, 10, "asielzoekerscentrum");
        (await server.ActAsync($"zaken/{moves}", "plaatsingen", "coa-medewerker", """{"datum": "2025-09-01", "opvanglocatie": 6604, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        (await server.ActAsync($"zaken/{moves}", "verhuisaankondigingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 6603, "dagenVooruit": 14}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var planner = new Official(server, "ind-planner");
        var day = await WeekAsync(planner, "dag=2025-11-06&beeld=dag&centrum=53");
        var words = Official.Words(day);
        Assert.Contains("verhuist op 15 oktober 2025 naar locatie 6603", words, StringComparison.Ordinal);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(words, "verhuist op"));
        Assert.Contains($"href=\"/werk/zaken/{stays}\"", day.Text, StringComparison.Ordinal);
        Assert.Contains("1 botsing", Official.Words(await WeekAsync(planner, "dag=2025-11-06&centrum=53")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_person_twice_on_a_day_is_a_clash_and_once_is_none()
    {
        var (on, none) = (Day.Of(2025, 11, 7), default((int?, Day?)));
        var clash = Assert.Single(Agenda.ClashesOf([AppointmentKind.Interview, AppointmentKind.CourtHearing], AppointmentKind.Interview, on, none));
        Assert.Equal("dezelfde dag ook: Zitting", clash.Dutch);
        Assert.Single(Agenda.ClashesOf([AppointmentKind.Interview, AppointmentKind.Interview], AppointmentKind.Interview, on, none));
        Assert.Empty(Agenda.ClashesOf([AppointmentKind.Interview], AppointmentKind.Interview, on, none));
        Assert.Empty(Agenda.ClashesOf([AppointmentKind.Interview], AppointmentKind.Interview, on, (12, on.PlusDays(1)))); // Moving the day after is no clash.
    }

    [Fact]
    public async Task An_interview_that_was_moved_stands_on_its_new_day_only()
    {
        var file = await PlannedAsync("2025-11-07", """{"aanmeldcentrum": 54}""");
        (await server.ActAsync($"zaken/{file}", "gehoorverplaatsingen", "ind-planner", """{"gehoorDatum": "2025-11-10", "oorzaak": "dienst", "plaats": {"aanmeldcentrum": 54}}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var planner = new Official(server, "ind-planner");
        Assert.DoesNotContain($"/werk/zaken/{file}\"", (await WeekAsync(planner, "dag=2025-11-07&beeld=dag&centrum=54")).Text, StringComparison.Ordinal);
        var day = await WeekAsync(planner, "dag=2025-11-10&beeld=dag&centrum=54");
        Assert.Contains($"/werk/zaken/{file}\"", day.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dezelfde dag ook", Official.Words(day), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interview_is_moved_from_the_calendar_with_the_chosen_day_filled_in()
    {
        var file = await PlannedAsync("2025-11-11", """{"aanmeldcentrum": 55}""");
        using var planner = new Official(server, "ind-planner", number: 6605);
        var day = await WeekAsync(planner, "dag=2025-11-11&beeld=dag&centrum=55&naar=2025-11-13");
        var link = $"/werk/zaken/{file}/doen/gehoorverplaatsingen?gehoorDatum=2025-11-13";
        Assert.Contains($"href=\"{link}\"", day.Text, StringComparison.Ordinal);
        var form = await planner.GetAsync(link + "&toelichting=gelokt&oorzaak=dienst");
        Assert.Contains("name=\"gehoorDatum\" type=\"date\" class=\"short\" value=\"2025-11-13\"", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">gelokt<", form.Text, StringComparison.Ordinal); // An address fills in a day and nothing else.
        Assert.DoesNotMatch("name=\"oorzaak\" value=\"dienst\"[^>]*checked", form.Text);
        var path = $"/werk/zaken/{file}/doen/gehoorverplaatsingen";
        var check = await planner.SendAsync(path, form, ("gehoorDatum", "2025-11-13"), ("oorzaak", "dienst"), ("verder", "bekijken"));
        Assert.True(check.Status == HttpStatusCode.OK, Official.Words(check));
        Assert.Equal(HttpStatusCode.Found, (await planner.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"/werk/zaken/{file}\"", (await WeekAsync(planner, "dag=2025-11-11&beeld=dag&centrum=55")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dragged_onto_a_day_is_a_link_in_the_row_as_well_so_that_keys_and_no_script_do_the_same()
    {
        var file = await PlannedAsync("2025-11-24", """{"aanmeldcentrum": 58}""");
        using var planner = new Official(server, "ind-planner");
        var day = await WeekAsync(planner, "dag=2025-11-24&beeld=dag&centrum=58");
        // A script finds what is carried and where it may go; each of these places is a link in the row.
        var form = $"/werk/zaken/{file}/doen/gehoorverplaatsingen";
        Assert.Contains($"data-verplaats=\"{form}\"", day.Text, StringComparison.Ordinal);
        var days = System.Text.RegularExpressions.Regex.Matches(day.Text, "<li data-naar=\"([^\"]+)\"").Select(each => each.Groups[1].Value).ToList();
        Assert.Equal(10, days.Count);
        Assert.All(days, each => Assert.Contains($"href=\"{form}?gehoorDatum={each}\"", day.Text, StringComparison.Ordinal));
        // Whoever may not move it carries nothing.
        using var lawyer = new Official(server, "advocaat", number: 6610, clients: file);
        var seen = await WeekAsync(lawyer, "dag=2025-11-24&beeld=dag");
        Assert.Contains($"/werk/zaken/{file}\"", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-verplaats", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-naar", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_day_with_room_is_offered_when_it_is_known_how_much_fits()
    {
        var file = await PlannedAsync("2025-11-17", """{"aanmeldcentrum": 56}""");
        await PlannedAsync("2025-11-18", """{"aanmeldcentrum": 56}""");
        using var planner = new Official(server, "ind-planner");
        var day = await WeekAsync(planner, "dag=2025-11-17&beeld=dag&centrum=56&plekken=1");
        Assert.Contains($"/werk/zaken/{file}/doen/gehoorverplaatsingen?gehoorDatum=2025-11-19\"", day.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("avim-registreerder")]
    [InlineData("kmar-grenswachter")]
    [InlineData("hulpofficier")]
    [InlineData("planner")]
    [InlineData("duo-medewerker")]
    public async Task Where_somebody_will_be_is_not_for_police_nor_for_who_has_no_part_in_it(string function)
    {
        using var other = new Official(server, function);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/werk/agenda?dag=2025-11-05&beeld=dag")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/werk/agenda/procedure")).Status);
        Assert.DoesNotContain("/werk/agenda", (await other.GetAsync("/werk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_sees_the_appointments_of_who_live_there_and_nobody_else()
    {
        await server.OpenSiteAsync(6607, 10, "asielzoekerscentrum");
        var (here, there) = (await PlannedAsync("2025-11-20", """{"aanmeldcentrum": 57}"""), await PlannedAsync("2025-11-20", """{"aanmeldcentrum": 57}"""));
        (await server.ActAsync($"zaken/{here}", "plaatsingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 6607, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var manager = new Official(server, "coa-casemanager", site: 6607);
        var day = await WeekAsync(manager, "dag=2025-11-20&beeld=dag");
        Assert.Contains($"/werk/zaken/{here}\"", day.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{there}\"", day.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gehoorverplaatsingen", day.Text, StringComparison.Ordinal); // Moving is the immigration service's.
    }

    [Fact]
    public async Task The_day_board_tells_on_which_day_of_the_procedure_somebody_is()
    {
        var file = await PlannedAsync("2025-10-01", "{}");
        (await server.ActAsync($"zaken/{file}", "gehoren", "ind-hoormedewerker", """{"datum": "2025-10-01"}""")).IsDone();
        using var officer = new Official(server, "ind-beslismedewerker");
        var board = await officer.GetAsync("/werk/agenda/procedure");
        Assert.Contains($"data-sleutel=\"{file}\"", board.Text, StringComparison.Ordinal);
        var words = Official.Words(board);
        Assert.Contains("1 van 6", words, StringComparison.Ordinal);
        Assert.Contains("8 oktober 2025", words, StringComparison.Ordinal); // Six working days, from Wednesday 1 October.
        using var reception = new Official(server, "coa-medewerker");
        Assert.Equal(HttpStatusCode.NotFound, (await reception.GetAsync("/werk/agenda/procedure")).Status);
    }

    private static Task<Reply> WeekAsync(Official official, string choice) => official.GetAsync("/werk/agenda?" + choice);

    private async Task<int> PlannedAsync(string day, string place)
    {
        var file = await server.ArriveAsync();
        foreach (var (resource, function, body) in new[]
        {
            ("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-16", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2024-01-17"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2024-01-18", "spoor": "spoor-4", "reden": 0}"""),
            ("gehoorplanningen", "ind-hoormedewerker", $$"""{"datum": "2025-09-20", "gehoorDatum": "{{day}}", "plaats": {{place}}}"""),
        })
        {
            (await server.ActAsync($"zaken/{file}", resource, function, body)).IsDone();
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return file;
    }
}
