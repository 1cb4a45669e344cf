using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench;

namespace Schakel.Web;

/// <summary>Time is moved once for a key, as every other act over the interface.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_move_that_is_sent_again_lets_no_day_pass_and_without_a_key_there_is_none()
    {
        await using var nation = await MovingNation.BeginAsync();
        using var client = new HttpClient { BaseAddress = new Uri(nation.Address), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client));
        var before = nation.Today;
        (await MoveAsync(client, 2, key: null)).IsProblem(400);
        Assert.Equal(before, nation.Today);
        var key = Keys.Next();

        var first = await MoveAsync(client, 2, key);
        var again = await MoveAsync(client, 2, key);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(before.PlusDays(2).ToString(), first.Json["datum"]!.GetValue<string>());
        Assert.Equal(first.Text, again.Text);
        Assert.False(first.Headers.ContainsKey("Idempotency-Replayed"));
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        (await MoveAsync(client, 3, key)).IsRefused("act.key-used-otherwise");
        Assert.Equal(before.PlusDays(2), nation.Today);
    }

    private static async Task<Reply> MoveAsync(HttpClient client, int days, Guid? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ApiVersion.Root + "/ketenklok/verschuivingen") { Content = new StringContent($$"""{"dagen": {{days}}}""", Encoding.UTF8, "application/json") };
        if (key is { } own)
        {
            request.Headers.Add("Idempotency-Key", own.ToString());
        }
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.OfAsync(answer);
    }

    private static async Task<string> TokenAsync(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "planner"), new("client_secret", ExampleClients.Secret)]);
        using var answer = await client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["access_token"]!.GetValue<string>();
    }
}
