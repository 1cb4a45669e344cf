using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Moments;
using Schakel.Web.Outbox;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.PortalPages;

/// <summary>An applicant chooses a free day for their own interview from what a planner published, and moves it there.</summary>
public sealed class ChooseDayTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly string Path = InterviewForms.ChooseDay.Path;

    private FreeMoments Moments => server.App.Services.GetRequiredService<FreeMoments>();

    [Fact]
    public async Task A_day_that_a_planner_published_is_chosen_by_the_applicant_and_stands_in_the_planners_calendar()
    {
        await PublishAsync(11, "2025-10-14", "2025-10-14", 2);
        using var applicant = await InTrackFourAsync();
        Assert.Contains(Path, (await applicant.SeeAsync(PortalPaths.Do)).Text, StringComparison.Ordinal);
        var form = await applicant.SeeAsync(Path);
        Assert.Contains("nog geen dag", form.Text, StringComparison.Ordinal);
        Assert.Contains("dinsdag 14 oktober 2025", form.Text, StringComparison.Ordinal);
        var check = await applicant.Browser.PostAsync(Path, form, Applicant.Filled(form, Path, ("dag", "2025-10-14/11"), ("stap", "versturen")));
        Assert.Equal(HttpStatusCode.Found, check.Status);
        var (envelope, planned) = Assert.Single(Events<InterviewPlanned>(applicant.File));
        Assert.Equal((DoerKind.Applicant, (long)applicant.File), (envelope.Doer.Kind, envelope.Doer.Number));
        Assert.Equal((Day.Of(2025, 10, 14), new CentreId(11)), (planned.InterviewOn, planned.Place.Centre));
        Assert.Equal((2, 1), Assert.Single(await Moments.FromAsync(server.Today), each => each.Published.Centre == 11) is var day ? (day.Published.Places, day.Taken) : default);
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        using var planner = new Official(server, "ind-planner", number: 8201);
        Assert.Contains($"/werk/zaken/{applicant.File}", (await planner.GetAsync("/werk/agenda?dag=2025-10-14&beeld=dag&centrum=11")).Text, StringComparison.Ordinal);
        Assert.Contains("De dag van uw gesprek", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_days_within_the_rules_are_offered_and_others_are_refused_however_they_are_sent()
    {
        await PublishAsync(12, "2025-10-02", "2025-10-17", 3);
        using var applicant = await InTrackFourAsync();
        var form = (await applicant.SeeAsync(Path)).Text;
        Assert.DoesNotContain("\"2025-10-03/12\"", form, StringComparison.Ordinal); // Lawyer and interpreter hear of it three days ahead.
        Assert.Contains("\"2025-10-06/12\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("\"2025-10-11/12\"", form, StringComparison.Ordinal); // A Saturday is not published.
        using var early = await InTrackFourAsync(lodged: "2025-09-30");
        var resting = (await early.SeeAsync(Path)).Text;
        Assert.DoesNotContain("\"2025-10-06/12\"", resting, StringComparison.Ordinal); // Rest and preparation: six days.
        Assert.Contains("\"2025-10-09/12\"", resting, StringComparison.Ordinal);
        (await ChooseAsync(early, "2025-10-06", 12)).IsRefused("interview.rest-period-runs");
        (await ChooseAsync(applicant, "2025-10-03", 12)).IsRefused("interview-choice.too-soon");
        (await ChooseAsync(applicant, "2025-10-21", 12)).IsRefused("interview-choice.no-place"); // Nobody published it.
        Assert.Empty(Events<InterviewPlanned>(applicant.File));
        Assert.Empty(Events<InterviewPlanned>(early.File));
    }

    [Fact]
    public async Task Two_cannot_take_the_last_place()
    {
        await PublishAsync(13, "2025-10-15", "2025-10-15", 1);
        using var first = await InTrackFourAsync();
        using var second = await InTrackFourAsync();
        var replies = await Task.WhenAll(ChooseAsync(first, "2025-10-15", 13), ChooseAsync(second, "2025-10-15", 13));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], replies.Select(each => each.Status).Order());
        Assert.Equal("interview-choice.no-place", replies.Single(each => each.Status == HttpStatusCode.Conflict).Code);
        Assert.Single(Events<InterviewPlanned>(first.File).Concat(Events<InterviewPlanned>(second.File)));
        using var third = await InTrackFourAsync();
        Assert.DoesNotContain("2025-10-15/13", (await third.SeeAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_interview_is_moved_twice_and_each_place_that_is_left_is_free_again()
    {
        await PublishAsync(14, "2025-10-13", "2025-10-20", 1);
        using var applicant = await InTrackFourAsync();
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorplanningen", "ind-planner", """{"datum": "2025-09-30", "gehoorDatum": "2025-10-10"}""")).IsDone();
        Assert.Contains("heeft al een dag", (await applicant.SeeAsync(Path)).Text, StringComparison.Ordinal);
        (await ChooseAsync(applicant, "2025-10-14", 14)).IsDone();
        (await ChooseAsync(applicant, "2025-10-15", 14)).IsDone();
        Assert.Equal([MoveCause.OwnChoice, MoveCause.OwnChoice], Events<InterviewMoved>(applicant.File).Select(each => each.Event.Cause));
        Assert.Equal(Day.Of(2025, 10, 15), Assert.Single((await Moments.FromAsync(server.Today)).Where(each => each.Published.Centre == 14 && each.Taken > 0)).Published.Day);
        (await ChooseAsync(applicant, "2025-10-16", 14)).IsRefused("interview-choice.often-enough");
        Assert.Contains("Dit kan nu niet", (await applicant.SeeAsync(Path)).Text, StringComparison.Ordinal);
        (await server.ActAsync($"zaken/{applicant.File}", "gehoorverplaatsingen", "ind-planner", """{"gehoorDatum": "2025-10-22", "oorzaak": "dienst"}""")).IsDone();
        Assert.DoesNotContain(await Moments.FromAsync(server.Today), each => each.Published.Centre == 14 && each.Taken > 0); // The planner's move frees it.
    }

    [Fact]
    public async Task What_was_published_and_chosen_is_there_after_a_restart()
    {
        await using var own = new ChainServer();
        await own.InitializeAsync();
        await own.App.Services.GetRequiredService<FreeMoments>().PublishAsync([new(1, Day.Of(2025, 10, 14), 3, "test")]);
        var file = await InTrackFourAsync(own, "2025-08-17");
        (await own.ActAsync($"zaken/{file}", "gehoordagkeuzen", "aanvrager", """{"gehoorDatum": "2025-10-14", "aanmeldcentrum": 1}""", number: file)).IsDone();
        await own.RestartAsync();
        var day = Assert.Single(await own.App.Services.GetRequiredService<FreeMoments>().FromAsync(own.Today));
        Assert.Equal((3, 1, 2), (day.Published.Places, day.Taken, day.Free));
    }

    [Fact]
    public async Task Of_whom_was_erased_nothing_is_left_among_the_free_days_on_the_next_day()
    {
        await using var own = new ChainServer();
        await own.InitializeAsync();
        await Task.WhenAll(own.ArriveAsync(), own.ArriveAsync(), own.ArriveAsync()); // The numbers of the two are no centre and no number of places.
        var (erased, stays) = (await ChosenAsync(own), await ChosenAsync(own));
        Assert.Equal([erased, stays], WhoChose(own));

        await own.Store.EraseAsync(new(StreamKind.CaseFile, erased));
        own.Today = own.Today.PlusDays(1);

        await Until.TrueAsync(() => WhoChose(own) is [_], () => "Both still stand there.");
        Assert.Equal([stays], WhoChose(own));
        Assert.All(Directory.GetFiles(FolderOf(own)), file => Assert.DoesNotMatch($@"\b{erased}\b", File.ReadAllText(file)));
        Assert.Equal((2, 1), Assert.Single(await own.App.Services.GetRequiredService<FreeMoments>().FromAsync(own.Today)) is var day ? (day.Published.Places, day.Taken) : default);
    }

    [Fact]
    public async Task Whose_interview_went_to_another_day_is_forgotten_when_the_program_begins_and_everything_after_a_year()
    {
        await using var own = new ChainServer();
        await own.InitializeAsync();
        var (moved, stays) = (await ChosenAsync(own), await ChosenAsync(own));
        (await own.ActAsync($"zaken/{moved}", "gehoorverplaatsingen", "ind-planner", """{"gehoorDatum": "2025-10-22", "oorzaak": "dienst"}""")).IsDone();
        await own.RestartAsync();
        await Until.TrueAsync(() => WhoChose(own) is [_], () => "Both still stand there.");
        Assert.Equal([stays], WhoChose(own));

        own.Today = Day.Of(2026, 10, 14); // A year after the day.
        await own.App.Services.GetRequiredService<FreeMoments>().ForgetAsync(own.Today, TestContext.Current.CancellationToken);
        Assert.Equal([stays], WhoChose(own));
        own.Today = Day.Of(2026, 10, 15);
        await Until.TrueAsync(() => WhoChose(own) is [], () => "It still stands there.");
        await own.App.Services.GetRequiredService<FreeMoments>().ForgetAsync(own.Today, TestContext.Current.CancellationToken); // In turn: whoever wrote that file has told memory too.
        Assert.Empty(await own.App.Services.GetRequiredService<FreeMoments>().FromAsync(Day.Of(2025, 1, 1)));
    }

    [Fact]
    public async Task A_planner_publishes_and_takes_back_and_what_is_wrong_is_told_and_kept()
    {
        using var planner = new Official(server, "ind-planner", number: 8202);
        var page = await planner.GetAsync("/werk/agenda/vrije-dagen");
        var wrong = await planner.SendAsync("/werk/agenda/vrije-dagen", page, ("centrum", "15"), ("van", "2025-11-03"), ("tot", "2025-11-02"), ("plekken", "2"));
        Assert.Contains("niet voor de eerste", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2025-11-03\"", wrong.Text, StringComparison.Ordinal);
        await PublishAsync(15, "2025-11-03", "2025-11-09", 2);
        Assert.Equal(5, (await Moments.FromAsync(server.Today)).Count(each => each.Published.Centre == 15));
        await PublishAsync(15, "2025-11-03", "2025-11-03", 0);
        Assert.Equal(4, (await Moments.FromAsync(server.Today)).Count(each => each.Published.Centre == 15));
        using var other = new Official(server, "coa-medewerker", number: 8203);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/werk/agenda/vrije-dagen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/werk/agenda/vrije-dagen", page, ("centrum", "15"), ("van", "2025-11-10"), ("tot", "2025-11-10"), ("plekken", "2"))).Status);
    }

    private static string FolderOf(ChainServer server) => System.IO.Path.Combine(server.Folder, "gehoordagen");

    private static List<int> WhoChose(ChainServer server) =>
        [.. JsonNode.Parse(File.ReadAllBytes(System.IO.Path.Combine(FolderOf(server), "dagen.json")))!["Chosen"]!.AsArray().Select(each => each!["Person"]!.GetValue<int>())];

    // Somebody takes one of the two places of a day.
    private static async Task<int> ChosenAsync(ChainServer server)
    {
        await server.App.Services.GetRequiredService<FreeMoments>().PublishAsync([new(1, Day.Of(2025, 10, 14), 2, "test")]);
        var file = await InTrackFourAsync(server, "2025-08-17");
        (await server.ActAsync($"zaken/{file}", "gehoordagkeuzen", "aanvrager", """{"gehoorDatum": "2025-10-14", "aanmeldcentrum": 1}""", number: file)).IsDone();
        return file;
    }

    private async Task PublishAsync(int centre, string from, string through, int places)
    {
        using var planner = new Official(server, "ind-planner", number: 8200);
        var page = await planner.GetAsync("/werk/agenda/vrije-dagen");
        var done = await planner.SendAsync("/werk/agenda/vrije-dagen", page, ("centrum", Official.Plain(centre)), ("van", from), ("tot", through), ("plekken", Official.Plain(places)));
        Assert.True(done.Status == HttpStatusCode.Found, done.Text);
    }

    private Task<Reply> ChooseAsync(Applicant applicant, string day, int centre) => server.ActAsync(
        $"zaken/{applicant.File}", "gehoordagkeuzen", "aanvrager", $$"""{"gehoorDatum": "{{day}}", "aanmeldcentrum": {{centre}}}""", number: applicant.File);

    private List<(Envelope Envelope, TEvent Event)> Events<TEvent>(int file)
        where TEvent : ChainEvent => [.. server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)).Where(each => each.Event is TEvent).Select(each => (each.Envelope, (TEvent)each.Event!))];

    private async Task<Applicant> InTrackFourAsync(string lodged = "2025-08-17")
    {
        var applicant = new Applicant(server.Address, await InTrackFourAsync(server, lodged));
        await applicant.SignInAsync();
        return applicant;
    }

    private static async Task<int> InTrackFourAsync(ChainServer server, string lodged)
    {
        var file = await server.ArriveAsync(day: "2025-08-15");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-08-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", $$"""{"datum": "{{lodged}}", "volgnummer": 1}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-09-30"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-09-30", "spoor": "spoor-4", "reden": 0}""")).IsDone();
        return file;
    }
}
