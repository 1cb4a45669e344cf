using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.EveryForm;

namespace Schakel.Web.Matrix;

/// <summary>
/// The whole matrix (hele matrix): every role, on its own and other people's files, at every route of the started application, over HTTP;
/// what comes back is searched, byte for byte, for a mark of every category: pages, answers, forms that are asked for and sent, what is told while a page
/// stands open, and what is delivered to subscribers. What should be there stands in <c>rollen.csv</c>.
/// </summary>
public sealed partial class MatrixTests(ChainServer server) : IClassFixture<ChainServer>
{
    private sealed record Route(string Method, string Pattern, bool IsOpen)
    {
        public bool IsApi => Pattern.StartsWith(ApiVersion.Root, StringComparison.Ordinal);

        public bool IsOfFile => Pattern.Contains("/zaken/{nummer", StringComparison.Ordinal);
    }

    private IReadOnlyList<Route> Routes => [.. server.App.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(each => (each.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Route(
            method, "/" + each.RoutePattern.RawText!.TrimStart('/'), each.Metadata.GetMetadata<IAllowAnonymous>() is not null))).Distinct()];

    [Fact]
    public void The_table_by_hand_has_every_role_and_every_category()
    {
        Assert.Equal(Function.All.Select(each => each.Code), Expected.All.Select(each => each.Role));
        Assert.Equal(Words.ValuesOf(typeof(DataCategory)).Where(each => each != "geen").Order(StringComparer.Ordinal), Planted.Marks.Select(each => each.Category.Split('@')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_each_role_can_reach_holds_what_the_table_says_and_nothing_else()
    {
        var planted = await Planted.InAsync(server);
        Assert.Equal(Explanation.All.Keys.Order(StringComparer.Ordinal), planted.Explanations.Where(each => each.File == "P").Select(each => each.Act).Order(StringComparer.Ordinal));
        var routes = Routes;
        var (faults, requests, shown) = (new ConcurrentBag<string>(), 0, 0);
        await using var messages = await Messages.ToAsync(server, planted, Expected.All);
        var (live, before) = (new LiveNews(server), server.Store.Log.Position);
        foreach (var role in Expected.All)
        {
            var reached = new StringBuilder();
            async Task<Reply> Ask(Route route, string path, HttpMethod method, JsonNode? body = null)
            {
                requests++;
                var reply = await AskAsync(planted, role, route.IsApi, method, path, body);
                if ((int)reply.Status >= 500)
                {
                    faults.Add($"{role.Role} makes {route.Pattern} fail: {(int)reply.Status}");
                }
                reached.Append(reply.Text).Append('\n').AppendJoin('\n', reply.Headers.Values).Append('\n');
                return reply;
            }

            foreach (var route in routes.Where(each => each.Method == "GET" && !each.Pattern.EndsWith(".json", StringComparison.Ordinal) && !each.Pattern.Contains("{handeling}", StringComparison.Ordinal)))
            {
                var unknown = route.IsOfFile ? Same(await Ask(route, Fill(route.Pattern, 999_999_999, role, 1), HttpMethod.Get)) : null;
                foreach (var (path, file) in PathsOf(route, planted, role))
                {
                    var reply = await Ask(route, path, HttpMethod.Get);
                    faults.AddRange(route.IsApi ? [] : LinksTo(reply, planted, role).Select(other => $"{role.Role} is shown {other} at {path}"));
                    if (file is null)
                    {
                        continue;
                    }
                    var opens = role.Opens[file] || (role.Role == "privacyfunctionaris" && path.EndsWith("/inzagen", StringComparison.Ordinal));
                    if (!opens && (reply.Status != HttpStatusCode.NotFound || Same(reply) != unknown))
                    {
                        faults.Add($"{role.Role} should not know of {file} at {path}: {(int)reply.Status}");
                    }
                    if (opens && reply.Status == HttpStatusCode.NotFound && !route.Pattern.Contains("{versie", StringComparison.Ordinal) && !IsOfDocument(route))
                    {
                        faults.Add($"{role.Role} should know of {file} at {path}: 404");
                    }
                }
            }
            var forms = new PageForms(server, planted, role, CallerOf(planted, role));
            await forms.SendAllAsync(routes.Where(each => each is { Method: "POST", IsApi: false }).Select(each => each.Pattern), reached, faults);
            (requests, shown) = (requests + forms.Requests, shown + forms.Shown);
            requests += await live.ListenAsync(role, CallerOf(planted, role), planted, reached, faults);
            requests += messages.Add(role, planted, reached, faults);
            foreach (var name in (string[])["Kenmerknaam", Planted.OthersName])
            {
                var found = await Ask(new("POST", ApiVersion.Root, false), ApiVersion.Root + "/zaken/_zoek", HttpMethod.Post, JsonNode.Parse($$"""{"namen": "{{name}}"}"""));
                var hits = found.Status == HttpStatusCode.OK ? found.Json["resultaten"]!.AsArray().Select(each => each!["zaak"]!.GetValue<int>()).ToHashSet() : [];
                faults.AddRange(planted.Files.Where(each => !role.Opens[each.Key] && hits.Contains(each.Value)).Select(each => $"{role.Role} finds {each.Key} by searching"));
            }
            foreach (var route in routes.Where(each => each is { Method: "POST", IsApi: true, IsOfFile: true }))
            {
                var reply = await Ask(route, Fill(route.Pattern, planted.Files["P-ander"], role, 1), HttpMethod.Post, new JsonObject());
                if (role.Tie != "alle" && reply.Status != HttpStatusCode.NotFound)
                {
                    faults.Add($"{role.Role} posts to another's file at {route.Pattern}: {(int)reply.Status}");
                }
            }
            var bytes = reached.ToString();
            foreach (var mark in Planted.Marks)
            {
                var may = role.Reads.Contains(mark.Category) && role.Opens[mark.File];
                if (bytes.Contains(mark.Text, StringComparison.OrdinalIgnoreCase) != may)
                {
                    faults.Add($"{role.Role} {(may ? "does not reach" : "reaches")} {mark.Category}: {mark.Text}");
                }
            }
            if (bytes.Contains(Planted.OthersName, StringComparison.OrdinalIgnoreCase) != role.Opens["P-ander"])
            {
                faults.Add($"{role.Role}: the name on another's file");
            }
            foreach (var (file, act) in planted.Explanations)
            {
                var table = Explanation.All[act];
                var may = role.Opens[file] && (table.Writer == role.Role || table.Asks.All(role.Reads.Contains));
                if (bytes.Contains($"{Planted.Explained[file]}{act}!", StringComparison.OrdinalIgnoreCase) != may)
                {
                    faults.Add($"{role.Role} {(may ? "does not reach" : "reaches")} why {act} was done in {file}");
                }
            }
        }
        var said = $"{routes.Count} routes × {Expected.All.Count} roles × {Planted.Marks.Select(each => each.Category).Distinct().Count()} categories × {planted.Files.Count} relations: {requests} requests, {shown} forms of acts shown, {live.Heard} streams of news heard, {messages.Count} messages delivered, {faults.Count} faults";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "matrix.txt"), said + "\n", TestContext.Current.CancellationToken);
        Assert.True(faults.IsEmpty, said + "\n" + string.Join('\n', faults.Order(StringComparer.Ordinal).Take(60)));
        Assert.True(shown > 300 && live.Heard > 20 && messages.Count > 300, $"{said}: too few to tell anything.");
        Assert.Empty(Typed.RecordedAfter(server, before)); // All of it was looking, and forms that nobody filled in.
    }

    private static IEnumerable<(string Path, string? File)> PathsOf(Route route, Planted planted, Expected role)
    {
        if (route.Pattern.Contains("{locatie", StringComparison.Ordinal))
        {
            return ((string[])[Planted.Site, Planted.OtherSite]).Select(site => (Fill(route.Pattern, long.Parse(site, CultureInfo.InvariantCulture), role, 1), (string?)null));
        }
        if (!route.Pattern.Contains("{nummer", StringComparison.Ordinal))
        {
            return [(Fill(route.Pattern, 1, role, 1), null)];
        }
        var numbers = route.IsOfFile || !route.IsApi ? planted.Files.Select(each => ((long)each.Value, (string?)each.Key))
            : route.Pattern.Contains("/huishoudens/", StringComparison.Ordinal) ? Planted.HouseholdOf.Values.Select(each => ((long)each, (string?)null))
            : [(731005L, null), (731006L, null)];
        var versions = route.Pattern.Contains("{versie", StringComparison.Ordinal) ? 14 : IsOfDocument(route) ? 3 : 1;
        return numbers.SelectMany(number => Enumerable.Range(1, versions).Select(version => (Fill(route.Pattern, number.Item1, role, version), number.Item2)));
    }

    // Who may open a file does not therefore open what was supplied in it.
    private static bool IsOfDocument(Route route) => route.Pattern.Contains("{document", StringComparison.Ordinal);

    private static string Fill(string pattern, long number, Expected role, int version)
    {
        var path = Parameter().Replace(pattern, match => match.Groups[1].Value switch
        {
            "versie" or "document" => version.ToString(CultureInfo.InvariantCulture),
            "functie" => role.Role,
            "id" => "objection-period.length",
            "code" => "SYR",
            _ => number.ToString(CultureInfo.InvariantCulture),
        });
        return path + (path switch
        {
            "/werk/aanmeldbalie" or "/werk/aanmeldbalie/vandaag" => "?centrum=1", // A page that asks a choice first is asked with one.
            "/werk/agenda" => "?beeld=dag&dag=2024-01-17",
            _ when path.EndsWith("/gebeurtenissen", StringComparison.Ordinal) => "?paginaGrootte=100",
            _ => "",
        });
    }

    private async Task<Reply> AskAsync(Planted planted, Expected role, bool api, HttpMethod method, string path, JsonNode? body)
    {
        if (api)
        {
            var (number, clients, ties) = TiesOf(planted, role);
            return await server.SendAsync(method, path[ApiVersion.Root.Length..], role.Role, body, number: number, clients: clients, ties: ties);
        }
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", server.SessionOf(CallerOf(planted, role)));
        using var answer = await server.Client.SendAsync(request);
        return await Reply.OfAsync(answer);
    }

    /// <summary>What ties a role to its files, in a token.</summary>
    internal static (int? Number, string? Clients, string? Ties) TiesOf(Planted planted, Expected role) => (
        role.Tie == "eigen" ? planted.Files["P"] : null, role.Tie == "clienten" ? $"{planted.Files["P"]} {planted.Files["H"]} {planted.Files["R"]}" : null,
        role.Tie switch { "locatie" => $"locatie={Planted.Site}", "gemeente" => $"gemeente={Planted.Municipality}", "team" => $"team=team {Planted.Team}", _ => null });

    /// <summary>The same, in the session that such a person would have.</summary>
    internal static Caller CallerOf(Planted planted, Expected role)
    {
        var (number, clients, _) = TiesOf(planted, role);
        return new(Function.Find(role.Role)!, number ?? 9999, [.. (clients ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => long.Parse(each, CultureInfo.InvariantCulture))])
        {
            Site = role.Tie == "locatie" ? int.Parse(Planted.Site, CultureInfo.InvariantCulture) : null,
            Municipality = role.Tie == "gemeente" ? int.Parse(Planted.Municipality, CultureInfo.InvariantCulture) : null,
            Team = role.Tie == "team" ? string.Create(CultureInfo.InvariantCulture, $"team {Planted.Team}") : null,
        };
    }

    /// <summary>Files that a page leads to, or that stand in its list, and that the role does not open.</summary>
    internal static IEnumerable<string> LinksTo(Reply reply, Planted planted, Expected role)
    {
        var shown = Linked().Matches(reply.Text).Select(each => each.Groups[1].Value).ToHashSet();
        return planted.Files.Where(each => !role.Opens[each.Key] && shown.Contains(each.Value.ToString(CultureInfo.InvariantCulture))).Select(each => each.Key);
    }

    internal static string Same(Reply reply) => $"{(int)reply.Status} {Trace().Replace(reply.Text, "")}";

    [GeneratedRegex("(?:href=\"/werk/zaken/|data-sleutel=\")([0-9]+)\\b")]
    private static partial Regex Linked();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"(spoornummer|instance)\": ?\"[^\"]*\"")]
    private static partial Regex Trace();
}

internal static class Bags
{
    public static void AddRange(this ConcurrentBag<string> bag, IEnumerable<string> more)
    {
        foreach (var one in more)
        {
            bag.Add(one);
        }
    }
}
