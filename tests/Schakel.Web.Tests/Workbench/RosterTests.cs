using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Calendars;

namespace Schakel.Web.Workbench;

/// <summary>What who plans meets on a day: a lawyer with two clients, interpreters that are asked for, what a court ordered; and a session that a clerk moves.</summary>
public sealed class RosterTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static Task<Reply> DayAsync(Official official, string day, int? centre = null) => official.GetAsync($"/werk/agenda?dag={day}&beeld=dag{(centre is { } at ? $"&centrum={at}" : "")}");

    private static string RowOf(Reply page, int file) => WebUtility.HtmlDecode(Regex.Match(page.Text, $"<tr data-sleutel=\"{file}\\..*?</tr>", RegexOptions.Singleline).Value);

    [Fact]
    public async Task One_lawyer_with_two_clients_on_a_day_is_a_clash_and_a_colleague_with_one_is_none()
    {
        var (one, other, third) = (await PlannedAsync("2025-12-02", 71, 540, lawyer: 8801), await PlannedAsync("2025-12-02", 72, 570, lawyer: 8801), await PlannedAsync("2025-12-02", 71, 540, lawyer: 8802));
        var nextDay = await PlannedAsync("2025-12-03", 71, 540, lawyer: 8801);
        using var planner = new Official(server, "ind-planner", number: 8811);
        var day = await DayAsync(planner, "2025-12-02", 71); // The other client is heard at another centre.
        Assert.Contains($"advocaat 8801 heeft die dag ook zaak {other} om 09:30, op hetzelfde uur", RowOf(day, one), StringComparison.Ordinal);
        Assert.DoesNotContain("heeft die dag ook", RowOf(day, third), StringComparison.Ordinal);
        Assert.DoesNotContain("heeft die dag ook", RowOf(await DayAsync(planner, "2025-12-03", 71), nextDay), StringComparison.Ordinal);
        Assert.Contains("1 botsing", Official.Words(await planner.GetAsync("/werk/agenda?dag=2025-12-02&centrum=71")), StringComparison.Ordinal);
        // Who is named is looked at, also when that appointment itself is not on the page.
        Assert.Contains(server.App.Services.GetRequiredService<LookLog>().Of(other, 0, 20).Looks, each => each is { Number: 8811, With: "/werk/agenda" });
        // Who reads no procedure does not learn who the lawyer is.
        using var manager = new Official(server, "coa-locatiemanager", site: 8871);
        Assert.DoesNotContain("8801", (await DayAsync(manager, "2025-12-02")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_other_clients_are_named_and_the_rest_counted()
    {
        ImmutableArray<LawyersRoster.OtherClient> others = [.. Enumerable.Range(1, 5).Select(each => new LawyersRoster.OtherClient(each, null))];
        Assert.Equal("advocaat 7 heeft die dag ook zaak 1, zaak 2, zaak 3 en 2 meer", LawyersRoster.Clash(7, 540, others)!.Value.Dutch);
        Assert.Null(LawyersRoster.Clash(7, 540, []));
        Assert.Contains("at 10:00", LawyersRoster.Clash(7, 540, [new(1, 600)])!.Value.English, StringComparison.Ordinal);
        Assert.DoesNotContain("same hour", LawyersRoster.Clash(7, 540, [new(1, 600)])!.Value.English, StringComparison.Ordinal); // An hour later is another hour.
        Assert.Contains("same hour", LawyersRoster.Clash(7, 540, [new(1, 599)])!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interpreters_that_a_day_asks_for_are_counted_by_language_and_nobody_says_how_many_there_are()
    {
        int[] files = [await PlannedAsync("2025-12-04", 73, 540), await PlannedAsync("2025-12-04", 73, 540), await PlannedAsync("2025-12-04", 73, 660)];
        foreach (var (file, wishes) in files.Zip((string[])["""{"taal": "tir", "dialect": "", "tolk": "vrouw", "hoormedewerker": "geen"}""", """{"taal": "tir", "dialect": "", "tolk": "geen", "hoormedewerker": "geen"}""", """{"taal": "kmr", "dialect": "Badini", "tolk": "man", "hoormedewerker": "geen"}"""]))
        {
            await server.DoneAsync(file, "hoorwensen", "aanvrager", $$"""{"wensen": {{wishes}}}""", number: file);
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var planner = new Official(server, "ind-planner");
        var day = await DayAsync(planner, "2025-12-04", 73);
        string NeedOf(string language) => Regex.Replace(Regex.Match(day.Text, $"data-taal=\"{language}\".*?</tr>", RegexOptions.Singleline).Value, "\\s*<[^>]*>\\s*", "|");
        Assert.Matches("Tigrinya\\|+2\\|+1\\|+–\\|+–\\|+09:00 \\(2\\)\\|+2 tegelijk", NeedOf("tir"));
        Assert.Matches("1\\|+–\\|+1\\|+Badini\\|+11:00\\|", NeedOf("kmr"));
        Assert.Contains("Hoeveel tolken er zijn, weet de keten niet", Official.Words(day), StringComparison.Ordinal);
        using var reception = new Official(server, "coa-medewerker");
        Assert.DoesNotContain("data-taal", (await DayAsync(reception, "2025-12-04", 73)).Text, StringComparison.Ordinal);
        // Before an interview is planned there, who plans is told how many ask for the same language.
        var path = $"/werk/zaken/{files[2]}/doen/gehoorverplaatsingen";
        var tigrinya = await PlannedAsync("2025-12-05", 73, 540);
        await server.DoneAsync(tigrinya, "hoorwensen", "aanvrager", """{"wensen": {"taal": "tir", "dialect": "", "tolk": "geen", "hoormedewerker": "geen"}}""", number: tigrinya);
        path = $"/werk/zaken/{tigrinya}/doen/gehoorverplaatsingen";
        var check = await planner.SendAsync(path, await planner.GetAsync(path), ("gehoorDatum", "2025-12-04"), ("oorzaak", "dienst"), ("verder", "bekijken"));
        Assert.Contains("Die dag zijn er al 2 gehoren met een tolk Tigrinya", Official.Words(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_lawyer_has_another_client_is_told_before_an_interview_is_moved_to_that_day()
    {
        var (moves, busy) = (await PlannedAsync("2025-12-08", 74, 540, lawyer: 8803), await PlannedAsync("2025-12-09", 74, 600, lawyer: 8803));
        using var planner = new Official(server, "ind-planner");
        var path = $"/werk/zaken/{moves}/doen/gehoorverplaatsingen";
        async Task<string> ToAsync(string day) => Official.Words(await planner.SendAsync(path, await planner.GetAsync(path), ("gehoorDatum", day), ("oorzaak", "dienst"), ("verder", "bekijken")));
        Assert.Contains($"Advocaat 8803 heeft die dag ook zaak {busy} om 10:00", await ToAsync("2025-12-09"), StringComparison.Ordinal);
        Assert.DoesNotContain("heeft die dag ook", await ToAsync("2025-12-10"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_court_ordered_is_marked_in_the_calendar_and_on_the_worklist()
    {
        var (ordered, plain) = (await PlannedAsync("2025-12-11", 75, 540, isOrdered: true), await PlannedAsync("2025-12-11", 75, 540));
        using var planner = new Official(server, "ind-planner");
        var day = await DayAsync(planner, "2025-12-11", 75);
        Assert.Contains("opdracht van de rechter: besluit uiterlijk 26 augustus 2025", RowOf(day, ordered), StringComparison.Ordinal);
        Assert.Contains("data-rechter", RowOf(day, ordered), StringComparison.Ordinal);
        Assert.DoesNotContain("data-rechter", RowOf(day, plain), StringComparison.Ordinal);
        Assert.Contains("1 op bevel van de rechter", Official.Words(await planner.GetAsync("/werk/agenda?dag=2025-12-11&centrum=75")), StringComparison.Ordinal);
        var list = await planner.GetAsync("/werk?stand=alles&regels=1000");
        Assert.Contains("besluit uiterlijk 26 augustus 2025", Regex.Match(list.Text, $"<tr data-sleutel=\"{ordered}\\..*?</tr>", RegexOptions.Singleline).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("data-rechter", Regex.Match(list.Text, $"<tr data-sleutel=\"{plain}\\..*?</tr>", RegexOptions.Singleline).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_ends_with_the_decision_and_one_after_an_annulment_counts_in_weeks()
    {
        var open = ApplicationState.Lodged(1, Day.Of(2024, 1, 16)) with { AnnulledOn = Day.Of(2025, 3, 3), CourtWeeks = 8 };
        Assert.Equal(Day.Of(2025, 4, 28), CourtOrders.LastDayOf(ProcedureState.None with { Application = open }));
        Assert.Null(CourtOrders.LastDayOf(ProcedureState.None with { Application = open with { Status = ApplicationStatus.Decided } }));
        Assert.Null(CourtOrders.LastDayOf(ProcedureState.None with { Application = open with { CourtWeeks = 0 } }));
    }

    [Fact]
    public async Task A_clerk_moves_a_session_from_the_calendar_as_a_planner_moves_an_interview()
    {
        var file = await server.TakeOverAsync("wacht-op-uitspraak");
        await server.DoneAsync(file, "zittingsbepalingen", "griffier", """{"datum": "2025-09-20", "zittingsDatum": "2025-12-15"}""");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var clerk = new Official(server, "griffier", number: 8812);
        var day = await DayAsync(clerk, "2025-12-15");
        var path = $"/werk/zaken/{file}/doen/zittingsbepalingen";
        Assert.Contains($"data-verplaats=\"{path}\" data-veld=\"zittingsDatum\"", day.Text, StringComparison.Ordinal);
        var days = Regex.Matches(day.Text, "<li data-naar=\"([^\"]+)\"").Select(each => each.Groups[1].Value).ToList();
        Assert.Equal(10, days.Count);
        Assert.All(days, each => Assert.Contains($"href=\"{path}?zittingsDatum={each}\"", day.Text, StringComparison.Ordinal)); // What is dragged is a link too, for keys.
        var form = await clerk.GetAsync($"{path}?zittingsDatum=2025-12-18");
        Assert.Contains("name=\"zittingsDatum\" type=\"date\" class=\"short\" value=\"2025-12-18\"", form.Text, StringComparison.Ordinal);
        var check = await clerk.SendAsync(path, form, ("zittingsDatum", "2025-12-18"), ("verder", "bekijken"));
        Assert.True(check.Status == HttpStatusCode.OK, Official.Words(check));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(path, check, ("verder", "bevestigen"))).Status);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"/werk/zaken/{file}\"", (await DayAsync(clerk, "2025-12-15")).Text, StringComparison.Ordinal);
        Assert.Contains($"/werk/zaken/{file}\"", (await DayAsync(clerk, "2025-12-18")).Text, StringComparison.Ordinal);
        // The script that carries a row asks the row which field, and knows none itself.
        var script = await clerk.GetAsync(Regex.Match(day.Text, "<script src=\"([^\"]+werk[^\"]*)\"").Groups[1].Value);
        Assert.Contains("dataset.veld", script.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gehoorDatum", script.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_moves_nothing_has_no_column_for_it()
    {
        var file = await PlannedAsync("2025-12-16", 76, 540);
        using var planner = new Official(server, "ind-planner");
        using var reception = new Official(server, "coa-medewerker");
        Assert.Contains("<th scope=\"col\">Verplaatsen</th>", (await DayAsync(planner, "2025-12-16", 76)).Text, StringComparison.Ordinal);
        var seen = await DayAsync(reception, "2025-12-16", 76);
        Assert.Contains($"/werk/zaken/{file}\"", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verplaatsen", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AppointmentKind.Interview, "ind-planner", "gehoorverplaatsingen")]
    [InlineData(AppointmentKind.CourtHearing, "griffier", "zittingsbepalingen")]
    [InlineData(AppointmentKind.CourtHearing, "rechtbank", "zittingsbepalingen")]
    [InlineData(AppointmentKind.CourtHearing, "ind-planner", null)]
    [InlineData(AppointmentKind.Interview, "griffier", null)]
    [InlineData(AppointmentKind.DepartureTalk, "dtv-regievoerder", null)]
    public void An_appointment_is_moved_by_whoever_may_do_the_act_that_moves_it(AppointmentKind kind, string function, string? act) =>
        Assert.Equal(act, AppointmentMove.Of(kind, Function.Find(function)!)?.Act);

    private async Task<int> PlannedAsync(string day, int centre, int minute, int? lawyer = null, bool isOrdered = false)
    {
        var file = await server.ArriveAsync();
        List<(string Resource, string Function, string Body, int? Number)> acts =
        [
            ("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""", null),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-16", "volgnummer": 1}""", null),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2024-01-17"}""", null),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2024-01-18", "spoor": "spoor-4", "reden": 0}""", null),
        ];
        if (lawyer is { } number)
        {
            acts.Add(("toevoegingen", "raad-voor-rechtsbijstand", """{"datum": "2024-01-19"}""", null));
            acts.Add(("advocaat-aanwijzingen", "raad-voor-rechtsbijstand", $$"""{"datum": "2024-01-19", "advocaat": {{number}}}""", null));
        }
        if (isOrdered)
        {
            acts.Add(("ingebrekestellingen", "aanvrager", """{"datum": "2025-06-02"}""", file));
            acts.Add(("beslisopdrachten", "rechtbank", """{"datum": "2025-07-01", "termijnInDagen": 56, "euroPerDag": 100}""", null));
        }
        acts.Add(("gehoorplanningen", "ind-hoormedewerker", $$$"""{"datum": "2025-09-20", "gehoorDatum": "{{{day}}}", "plaats": {"aanmeldcentrum": {{{centre}}}, "minuut": {{{minute}}}}}""", null));
        foreach (var (resource, function, body, by) in acts)
        {
            await server.DoneAsync(file, resource, function, body, by);
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return file;
    }
}
