using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;

namespace Schakel.Web;

/// <summary>What the privacy officer concludes about unusual looking, by the interface: under their name, once, and by the rules of the page.</summary>
public sealed class SignalApiTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Conclusions = "/inzagesignalen/uitkomsten";

    private string Today => server.App.Services.GetRequiredService<LookSignals>().Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_was_concluded_stands_with_its_signal_under_a_name_the_earliest_first()
    {
        await RefusedAsync(7901);
        Assert.Equal(("nieuw", 0), StandOf(await SignalAsync(7901)));

        var first = await ConcludeAsync(7901, "wordt-uitgezocht", "gevraagd aan de teamleider");
        var second = await ConcludeAsync(7901, "hoorde-bij-het-werk", "viel in voor locatie 4", number: 602);

        Assert.Equal($"/api/v1/inzagesignalen?datum={Today}", first.IsDone().Location);
        var told = second.IsDone().Json;
        Assert.Equal((Today, "coa-casemanager", 7901, "buiten-eigen-kring"), (Word(told, "datum"), Word(told, "functie"), told["nummer"]!.GetValue<int>(), Word(told, "soort")));
        Assert.Equal(("hoorde-bij-het-werk", "viel in voor locatie 4", 602, "Noor de Wit"), (Word(told, "uitkomst"), Word(told, "toelichting"), told["door"]!.GetValue<int>(), Word(told, "naam")));
        var signal = await SignalAsync(7901);
        Assert.Equal((Today, "afgehandeld", 2), (Word(signal, "datum"), StandOf(signal).Stand, StandOf(signal).Conclusions));
        Assert.Equal(["gevraagd aan de teamleider", "viel in voor locatie 4"], signal["uitkomsten"]!.AsArray().Select(each => Word(each!, "toelichting")));
        Assert.Equal(told.ToJsonString(), signal["uitkomsten"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task A_conclusion_that_is_sent_again_is_no_second_one_also_not_after_another_or_by_a_program_that_starts_anew()
    {
        await RefusedAsync(7902);
        var key = Keys.Next();
        var first = (await ConcludeAsync(7902, "wordt-uitgezocht", "gevraagd", key)).IsDone();
        (await ConcludeAsync(7902, "besproken", "gesprek op 3 november")).IsDone();

        var again = (await ConcludeAsync(7902, "wordt-uitgezocht", "gevraagd", key)).IsDone();
        await server.RestartAsync();
        var anew = (await ConcludeAsync(7902, "wordt-uitgezocht", "gevraagd", key)).IsDone();

        Assert.All([again, anew], reply => Assert.Equal((first.Text, "true"), (reply.Text, reply.Headers["Idempotency-Replayed"])));
        (await ConcludeAsync(7902, "mogelijk-datalek", "gevraagd", key)).IsRefused("act.key-used-otherwise");
        Assert.Equal(2, StandOf(await SignalAsync(7902)).Conclusions);
        (await ConcludeAsync(7902, "besproken", "gesprek op 3 november")).IsDone(); // A key of its own is an act of its own.
        Assert.Equal(3, StandOf(await SignalAsync(7902)).Conclusions);
    }

    [Theory]
    [InlineData("uitkomst", "\"schuldig\"", "een van: wordt-uitgezocht, hoorde-bij-het-werk, besproken, mogelijk-datalek; gegeven is \"schuldig\"")]
    [InlineData("uitkomst", "0", "gegeven is 0")]
    [InlineData("uitkomst", null, "Dit veld ontbreekt")]
    [InlineData("toelichting", "\"  \"", "Schrijf kort op waar de uitkomst op rust.")]
    [InlineData("toelichting", null, "Schrijf kort op waar de uitkomst op rust.")]
    [InlineData("toelichting", "7", "Verwacht wordt een tekst; gegeven is 7")]
    [InlineData("toelichting", "te lang", "hooguit 1000 tekens; dit zijn er 1001")]
    [InlineData("datum", "\"2026-02-30\"", "een dag die bestaat, als jjjj-mm-dd; gegeven is \"2026-02-30\"")]
    [InlineData("functie", "\"koning\"", "de code van een functie, zoals coa-casemanager; gegeven is \"koning\"")]
    [InlineData("nummer", "1.5", "een geheel getal; gegeven is 1.5")]
    [InlineData("soort", "\"onzin\"", "een van: veel-meer-dan-collegas, buiten-eigen-kring, naamgenoot; gegeven is \"onzin\"")]
    [InlineData("oordeel", "\"streng\"", "Dit veld bestaat hier niet.")]
    public async Task What_is_wrong_is_told_by_field_value_and_rule_and_nothing_is_recorded(string field, string? value, string told)
    {
        await RefusedAsync(7903);
        var body = BodyOf(7903, "besproken", "gesprek");
        body[field] = value is null ? null : value == "te lang" ? new string('x', SignalConclusion.LongestWords + 1) : JsonNode.Parse(value);

        var wrong = (await PostAsync(body)).IsProblem(400);

        var (name, rule) = Assert.Single(wrong.Json["velden"]!.AsObject());
        Assert.Equal(field, name);
        Assert.Contains(told, rule!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, StandOf(await SignalAsync(7903)).Conclusions);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_without_a_key_nothing_is_done()
    {
        Assert.Equal(
            ["datum", "functie", "nummer", "soort", "toelichting", "uitkomst"], (await PostAsync([])).IsProblem(400).Json["velden"]!.AsObject().Select(each => each.Key));
        await RefusedAsync(7904);
        var without = await server.SendAsync(
            HttpMethod.Post, Conclusions, "privacyfunctionaris", BodyOf(7904, "besproken", "gesprek"), number: 601, change: request => request.Headers.Remove("Idempotency-Key"));
        Assert.Contains("Idempotency-Key", without.IsProblem(400).Text, StringComparison.Ordinal);
        Assert.Equal(0, StandOf(await SignalAsync(7904)).Conclusions);
    }

    [Fact]
    public async Task Of_what_is_no_signal_nothing_is_concluded_and_of_one_s_own_looking_by_somebody_else_only()
    {
        (await ConcludeAsync(999_997, "besproken", "gesprek")).IsProblem(404);
        (await server.GetAsync($"/zaken/{await server.ArriveAsync()}", "privacyfunctionaris", number: 603)).IsProblem(404);
        var own = BodyOf(603, "hoorde-bij-het-werk", "mijn werk");
        own["functie"] = "privacyfunctionaris";

        Assert.Contains("over uzelf", (await PostAsync(own, number: 603)).IsProblem(403).Text, StringComparison.Ordinal);
        Assert.Equal(0, StandOf(await SignalAsync(603)).Conclusions);
        (await PostAsync(own, number: 601)).IsDone();
    }

    [Fact]
    public void A_day_that_is_full_takes_no_more_but_knows_what_it_has()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-signals-").FullName;
        var note = new SignalNote(new(new(2026, 11, 3), "coa-casemanager", 7, UnusualKind.Outside), SignalOutcome.TalkedOver, "besproken", 501, null, DateTimeOffset.UnixEpoch);
        File.WriteAllText(
            Path.Combine(folder, "2026-11-03.json"), // As it was written before acts had a key.
            $"[{string.Join(',', Enumerable.Range(1, SignalShelf.MostOnDay - 1).Select(each => $$$"""{"Signal":{"Day":"2026-11-03","Function":"coa-casemanager","Number":{{{each}}},"Kind":"Outside"},"Outcome":"Open","Words":"x","By":501,"Name":null,"At":"2026-11-03T09:00:00+00:00"}"""))}]");
        var shelf = new SignalShelf(folder);

        Assert.IsType<ConcludeResult.Done>(shelf.Add(note with { Key = "a" }));

        Assert.Equal(new ConcludeResult.Refused(SignalShelf.DayFull), shelf.Add(note with { Key = "b" }));
        Assert.Equal(new ConcludeResult.Done(note with { Key = "a" }, Repeated: true), shelf.Add(note with { Key = "a" }));
        Directory.Delete(folder, recursive: true);
    }

    private static string? Word(JsonNode of, string field) => of[field]?.GetValue<string>();

    private static (string? Stand, int Conclusions) StandOf(JsonNode signal) => (Word(signal, "stand"), signal["uitkomsten"]!.AsArray().Count);

    private async Task<JsonNode> SignalAsync(int number) => Assert.Single(
        (await server.GetAsync($"/inzagesignalen?datum={Today}", "privacyfunctionaris", number: 601)).HasHeaders().Json.AsArray(), each => each!["nummer"]!.GetValue<int>() == number)!;

    private JsonObject BodyOf(int number, string outcome, string words) => new()
    {
        ["datum"] = Today,
        ["functie"] = "coa-casemanager",
        ["nummer"] = number,
        ["soort"] = "buiten-eigen-kring",
        ["uitkomst"] = outcome,
        ["toelichting"] = words,
    };

    private Task<Reply> ConcludeAsync(int about, string outcome, string words, Guid? key = null, int number = 601) => PostAsync(BodyOf(about, outcome, words), key, number);

    private Task<Reply> PostAsync(JsonObject body, Guid? key = null, int number = 601) =>
        server.SendAsync(HttpMethod.Post, Conclusions, "privacyfunctionaris", body, key: key, number: number, ties: number == 602 ? "naam=Noor de Wit" : null);

    // Somebody of site 3 asks for a person who does not stay there.
    private async Task RefusedAsync(int number) =>
        (await server.GetAsync($"/zaken/{await server.ArriveAsync()}", "coa-casemanager", number: number, ties: "locatie=3&team=locatie 3")).IsProblem(404);
}
