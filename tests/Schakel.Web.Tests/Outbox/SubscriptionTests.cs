using System.Net;
using System.Text.Json.Nodes;

namespace Schakel.Web.Outbox;

/// <summary>Subscriptions over HTTP: one's own function's, opened once, changed on what was seen.</summary>
public sealed class SubscriptionTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Address = "https://partner.example.nl/in";

    [Fact]
    public async Task What_happens_is_delivered_and_can_be_read_where_the_message_says()
    {
        await using var receiver = await Receiver.StartAsync();
        var opened = (await SubscribeAsync("ind-hoormedewerker", receiver.Address, """, "ruimten": ["registratie"]""")).IsDone();
        var file = await server.ArriveAsync();

        await Until.TrueAsync(() => receiver.Taken.Any(each => each.Subject == $"zaken/{file}"), () => $"{receiver.Calls} calls.");

        var message = receiver.Taken.First(each => each.Subject == $"zaken/{file}");
        var path = new Uri(message.Json["dataref"]!.GetValue<string>()).AbsolutePath["/api/v1".Length..];
        Assert.Equal("person-arrived", (await server.GetAsync(path, "ind-hoormedewerker")).Json["soort"]!.GetValue<string>());
        var shown = (await server.GetAsync(opened.Location!["/api/v1".Length..], "ind-hoormedewerker")).Json;
        Assert.Equal((0, "actief"), (shown["pogingen"]!.GetValue<int>(), shown["stand"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_secret_is_given_when_it_is_opened_and_not_again()
    {
        var opened = (await SubscribeAsync("ind-beslismedewerker", Address, """, "ruimten": ["procedure"], "soorten": ["application-decided"]""")).IsDone();
        Assert.Matches("^/api/v1/abonnementen/[0-9]+$", opened.Location!);
        Assert.Equal("\"1\"", opened.ETag);
        Assert.Equal("actief", opened.Json["stand"]!.GetValue<string>());
        Assert.NotNull(opened.Json["geheim"]);
        var shown = await server.GetAsync(opened.Location!["/api/v1".Length..], "ind-beslismedewerker");
        Assert.Null(shown.Json["geheim"]);
        Assert.Equal(("procedure", "application-decided"), (shown.Json["ruimten"]![0]!.GetValue<string>(), shown.Json["soorten"]![0]!.GetValue<string>()));
        Assert.DoesNotContain(opened.Json["geheim"]!.GetValue<string>()["whsec_".Length..], (await server.GetAsync("/abonnementen", "ind-beslismedewerker")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_opens_one_subscription_and_another_content_is_refused()
    {
        var key = Keys.Next();
        var first = (await SubscribeAsync("kmar-grenswachter", Address, key: key)).IsDone();
        var again = (await SubscribeAsync("kmar-grenswachter", Address, key: key)).IsDone();
        Assert.Equal((first.Location, first.Json["geheim"]!.GetValue<string>(), "true"), (again.Location, again.Json["geheim"]!.GetValue<string>(), again.Headers["Idempotency-Replayed"]));
        (await SubscribeAsync("kmar-grenswachter", Address + "?other", key: key)).IsRefused("act.key-used-otherwise");
    }

    [Fact]
    public async Task Another_function_s_subscription_does_not_exist()
    {
        var opened = (await SubscribeAsync("rechtbank", Address)).IsDone();
        var path = opened.Location!["/api/v1".Length..];
        (await server.GetAsync(path, "uwv-medewerker")).IsProblem(404);
        (await server.SendAsync(HttpMethod.Post, path + "/opzeggingen", "uwv-medewerker", version: 1)).IsProblem(404);
        var list = await server.GetAsync("/abonnementen", "uwv-medewerker");
        Assert.Equal(0, list.Json["totaal"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_pause_a_resumption_and_an_end_each_act_on_what_was_seen()
    {
        var path = (await SubscribeAsync("hulpofficier", Address)).IsDone().Location!["/api/v1".Length..];
        (await server.SendAsync(HttpMethod.Post, path + "/pauzes", "hulpofficier")).IsProblem(428);
        (await server.SendAsync(HttpMethod.Post, path + "/pauzes", "hulpofficier", version: 7)).IsProblem(412);
        (await server.SendAsync(HttpMethod.Post, path + "/hervattingen", "hulpofficier", version: 1)).IsRefused("subscription.not-paused");
        var key = Keys.Next();
        var paused = (await server.SendAsync(HttpMethod.Post, path + "/pauzes", "hulpofficier", version: 1, key: key)).IsDone();
        Assert.Equal(("gepauzeerd", "op-verzoek", "\"2\""), (paused.Json["stand"]!.GetValue<string>(), paused.Json["reden"]!.GetValue<string>(), paused.ETag));
        Assert.Equal("true", (await server.SendAsync(HttpMethod.Post, path + "/pauzes", "hulpofficier", version: 1, key: key)).IsDone().Headers["Idempotency-Replayed"]);
        (await server.SendAsync(HttpMethod.Post, path + "/pauzes", "hulpofficier", version: 2)).IsRefused("subscription.paused-already");
        Assert.Equal("actief", (await server.SendAsync(HttpMethod.Post, path + "/hervattingen", "hulpofficier", version: 2)).IsDone().Json["stand"]!.GetValue<string>());
        Assert.Equal("opgezegd", (await server.SendAsync(HttpMethod.Post, path + "/opzeggingen", "hulpofficier", version: 3)).IsDone().Json["stand"]!.GetValue<string>());
        (await server.SendAsync(HttpMethod.Post, path + "/hervattingen", "hulpofficier", version: 4)).IsRefused("subscription.ended");
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(path, "hulpofficier")).Status);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_subscription_is_told_at_once()
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/abonnementen", "dtv-regievoerder", JsonNode.Parse(
            """{"adres": "https://10.0.0.1/in", "ruimten": ["keuken"], "soorten": ["health-intake-held"], "vanafPositie": -1, "kleur": "rood"}"""));
        Assert.Equal(["adres", "kleur", "ruimten", "soorten", "vanafPositie"], reply.IsProblem(400).Json["velden"]!.AsObject().Select(each => each.Key));
        (await server.SendAsync(HttpMethod.Post, "/abonnementen", "dtv-regievoerder", JsonNode.Parse("""{"adres": 7}"""))).IsProblem(400);
        (await SubscribeAsync("dtv-regievoerder", Address)).IsDone();
    }

    [Fact]
    public async Task Who_acts_for_clients_of_the_day_cannot_subscribe()
    {
        (await SubscribeAsync("advocaat", Address)).IsProblem(403);
        (await SubscribeAsync("aanvrager", Address)).IsProblem(403);
        (await SubscribeAsync("planner", Address)).IsDone();
    }

    [Fact]
    public async Task A_function_has_at_most_twenty_subscriptions()
    {
        for (var i = 0; i < 20; i++)
        {
            (await SubscribeAsync("duo-medewerker", Address)).IsDone();
        }
        (await SubscribeAsync("duo-medewerker", Address)).IsRefused("subscription.too-many");
    }

    private Task<Reply> SubscribeAsync(string function, string address, string more = "", Guid? key = null) =>
        server.SendAsync(HttpMethod.Post, "/abonnementen", function, JsonNode.Parse($$"""{"adres": "{{address}}"{{more}}}"""), key: key);
}
