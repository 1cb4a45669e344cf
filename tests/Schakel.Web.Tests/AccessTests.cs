using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Web.Api;

namespace Schakel.Web;

/// <summary>Who gets in and who sees what; and every address answers wrong requests with a problem.</summary>
public sealed partial class AccessTests(ChainServer server) : IClassFixture<ChainServer>
{
    private IEnumerable<(string Method, string Path, string Raw)> Endpoints => server.App.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints)
        .OfType<RouteEndpoint>().Where(each => each.RoutePattern.RawText!.StartsWith(ApiVersion.Root, StringComparison.Ordinal) && !each.RoutePattern.RawText.EndsWith(".json", StringComparison.Ordinal))
        .Select(each => (each.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()!.HttpMethods[0], each.RoutePattern.RawText![ApiVersion.Root.Length..], each.RoutePattern.RawText!))
        .Select(each => (each.Item1, Parameter().Replace(each.Item2, match => match.Groups[1].Value == "code" ? "QQQ" : "999999999"), each.Item3));

    [Fact]
    public async Task Without_a_token_every_address_is_closed()
    {
        Assert.True(Endpoints.Count() > 240);
        foreach (var (method, path, _) in Endpoints)
        {
            (await server.SendAsync(new HttpMethod(method), path, function: null, body: method == "POST" ? new JsonObject() : null)).IsProblem(401);
        }
    }

    [Fact]
    public async Task With_a_token_every_address_answers_a_wrong_method_and_an_unknown_number_with_a_problem()
    {
        foreach (var (method, path, raw) in Endpoints)
        {
            (await server.SendAsync(HttpMethod.Delete, path, "ind-beslismedewerker")).IsProblem(405);
            if (raw.Contains('{', StringComparison.Ordinal))
            {
                var reply = await server.SendAsync(new HttpMethod(method), path, "ind-beslismedewerker", method == "POST" ? new JsonObject() : null);
                reply.IsProblem((int)reply.Status);
                Assert.True((int)reply.Status is 400 or 403 or 404, $"{method} {path}: {reply.Text}");
            }
            if (method == "POST")
            {
                var malformed = await server.SendAsync(HttpMethod.Post, path, "ind-beslismedewerker", change: request => request.Content = new StringContent("{", null, "application/json"));
                malformed.IsProblem((int)malformed.Status);
                Assert.True((int)malformed.Status is 400 or 403 or 404 or 409, $"{path}: {malformed.Text}");
            }
        }
    }

    [Fact]
    public async Task A_function_that_no_command_names_may_post_none()
    {
        foreach (var resource in CommandTable.All)
        {
            var stream = resource.Kind switch { StreamKind.CaseFile => "zaken/1", StreamKind.Household => "huishoudens/1", StreamKind.Site => "opvanglocaties/1", StreamKind.Country => "landen/SDN" };
            (await server.SendAsync(HttpMethod.Post, $"/{stream}/{resource.Path}", "planner", new JsonObject()))
                .IsProblem(resource.Kind is StreamKind.Site or StreamKind.Country ? 403 : 404);
        }
    }

    [Fact]
    public void No_address_holds_a_name_a_V_number_or_a_date_of_birth() => Assert.All(Endpoints, each =>
        Assert.Empty(Parameter().Matches(each.Raw).Select(match => match.Groups[1].Value).Except(["nummer", "versie", "id", "functie", "code", "document"])));

    [Fact]
    public void Segments_are_in_kebab_case_and_end_in_no_slash() => Assert.All(Endpoints, each =>
        Assert.All(Parameter().Replace(each.Raw, "1").Split('/')[1..], segment => Assert.Matches("^_?[a-z0-9]+(-[a-z0-9]+)*$", segment)));

    [Fact]
    public async Task Unknown_addresses_and_forged_tokens_are_problems_too()
    {
        (await server.GetAsync("/bestaat-niet", null)).IsProblem(401);
        (await server.GetAsync("/bestaat-niet", "ind-beslismedewerker")).IsProblem(404);
        (await server.SendAsync(HttpMethod.Get, "/zaken", null, change: request => request.Headers.Authorization = new("Bearer", "eyJhbGciOiJub25lIn0.e30."))).IsProblem(401);
    }

    [Fact]
    public async Task A_wrong_secret_gives_no_token()
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "ind-beslismedewerker", ["client_secret"] = "fout" });
        using var answer = await server.Client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_applicant_sees_their_own_file_and_a_lawyer_their_clients()
    {
        var (own, other) = (await server.ArriveAsync(), await server.ArriveAsync());
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/zaken/{own}", "aanvrager", number: own)).Status);
        (await server.GetAsync($"/zaken/{other}", "aanvrager", number: own)).IsProblem(404);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/zaken/{own}", "advocaat", clients: $"{own}")).Status);
        (await server.GetAsync($"/zaken/{other}", "advocaat", clients: $"{own}")).IsProblem(404);
        (await server.GetAsync($"/zaken/{own}", "planner")).IsProblem(404);
        var list = await server.GetAsync("/zaken", "aanvrager", number: own);
        Assert.Equal([own], list.Json["resultaten"]!.AsArray().Select(each => each!["nummer"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_a_function_may_not_read_is_absent()
    {
        var file = await server.ArriveAsync();
        await server.OpenSiteAsync(921, 1, "asielzoekerscentrum");
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker",
            """{"datum": "2024-01-16", "opvanglocatie": 921, "opvangvorm": "asielzoekerscentrum"}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "medische-intakes", "gza-medewerker", """{"datum": "2024-01-16"}""")).IsDone();
        var seen = await server.GetAsync($"/zaken/{file}", "schoolmedewerker", clients: $"{file}");
        Assert.Null(seen.Json["procedure"]);
        Assert.Null(seen.Json["opvang"]);
        Assert.NotNull(seen.Json["identiteit"]);
        foreach (var (function, shown) in ((string, bool)[])[("gza-medewerker", true), ("ind-beslismedewerker", false), ("coa-medewerker", false), ("avim-registreerder", false)])
        {
            var timeline = await server.GetAsync($"/zaken/{file}/gebeurtenissen", function);
            Assert.Equal(HttpStatusCode.OK, timeline.Status);
            Assert.True(timeline.Text.Contains("health-intake-held", StringComparison.Ordinal) == shown, $"{function}: {timeline.Text}"); // The bare fact tells of health.
        }
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        var file = await server.ArriveAsync();
        var first = await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker");
        var again = await server.SendAsync(HttpMethod.Get, $"/zaken/{file}", "ind-beslismedewerker", change: request => request.Headers.IfNoneMatch.Add(new(first.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Text);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>Asking too much.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait()
    {
        await using var server = new ChainServer { Settings = settings => settings with { MostAtOnce = 3, MostPerSecond = 1 } };
        await server.InitializeAsync();
        var replies = new List<Reply>();
        for (var i = 0; i < 6; i++)
        {
            replies.Add(await server.GetAsync("/ketenklok", "planner"));
        }
        var refused = replies.First(each => each.Status == HttpStatusCode.TooManyRequests).IsProblem(429);
        Assert.True(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) >= 1);
    }

    [Theory]
    [InlineData("/hulp", "nl", "Even wachten")]
    [InlineData("/hulp", "ti", "\u1260\u1303\u12b9\u121d")]
    [InlineData("/werk", "en", "A moment please")]
    public async Task A_person_who_asks_too_much_reads_so_in_their_language(string path, string language, string title)
    {
        await using var server = new ChainServer { Settings = settings => settings with { MostAtOnce = 1, MostPerSecond = 1 } };
        await server.InitializeAsync();
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 60 && refused is null; i++)
        {
            using var first = await server.Client.GetAsync(new Uri("/hulp", UriKind.Relative)); // Takes what there is.
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            request.Headers.Add("Cookie", "taal=" + language);
            var answer = await server.Client.SendAsync(request);
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests && answer.RequestMessage!.RequestUri!.AbsolutePath == path ? answer : null; // Where one is sent on to is another page.
        }

        Assert.NotNull(refused);
        Assert.Equal("text/html", refused.Content.Headers.ContentType!.MediaType);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}", page, StringComparison.Ordinal);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
    }
}
