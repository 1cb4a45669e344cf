using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Schakel.Web.Access;

namespace Schakel.Web.Matrix;

/// <summary>Every role at every page of the workbench that is about no single file (bladzijden per rol): who opens it stands in <c>bladzijden.csv</c>.</summary>
public sealed class PageMatrixTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static IEnumerable<(string Path, string[] Roles)> Pages() => File.ReadAllLines(Path.Combine(Expected.Folder(), "tests", "Schakel.Web.Tests", "Matrix", "bladzijden.csv"))
        .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1].Split(' ')));

    [Fact]
    public async Task Every_role_opens_the_pages_of_the_table_and_no_other()
    {
        (await server.ActAsync("landen/SYR", "beleidsversies", "ind-beleidsmedewerker", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2024-01-01", "publicatie": "Stcrt. 2024, 1"}""")).IsDone();
        var (faults, asked) = (new List<string>(), 0);
        foreach (var (path, roles) in Pages())
        {
            foreach (var role in Expected.All)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("Cookie", server.SessionOf(new Caller(Function.Find(role.Role)!, 9998, [])
                {
                    Site = role.Tie == "locatie" ? 731005 : null,
                    Municipality = role.Tie == "gemeente" ? 7317 : null,
                }));
                using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                var opens = roles.Contains(role.Role) || (roles is ["alle"] && role.Role != "aanvrager");
                asked++;
                if (answer.StatusCode != (opens ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                {
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{role.Role} at {path}: {(int)answer.StatusCode}"));
                }
            }
        }
        Assert.True(asked > 0 && faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_role_may_ask_the_addresses_of_the_table_and_no_other()
    {
        var (faults, asked) = (new List<string>(), 0);
        foreach (var (method, path, roles) in Expected.Lines("adressen.csv").Skip(1).Select(cells => (new HttpMethod(cells[0]), cells[1], cells[2].Split(' '))))
        {
            foreach (var role in Expected.All)
            {
                var reply = await server.SendAsync(method, path, role.Role, method == HttpMethod.Post ? new JsonObject() : null, number: role.Tie == "eigen" ? 9998 : null, clients: role.Tie == "clienten" ? "9998" : null);
                var right = !roles.Contains(role.Role) ? HttpStatusCode.Forbidden : method == HttpMethod.Post ? HttpStatusCode.BadRequest : HttpStatusCode.OK; // An empty body is read, and is wrong.
                asked++;
                if (reply.Status != right)
                {
                    faults.Add($"{role.Role} at {method} {path}: {(int)reply.Status}");
                }
            }
        }
        Assert.True(asked > 0 && faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_stands_in_somebodys_menu_opens()
    {
        foreach (var role in Expected.All.Where(each => each.Tie != "eigen"))
        {
            using var official = new Workbench.Official(server, role.Role, site: role.Tie == "locatie" ? 731005 : null, municipality: role.Tie == "gemeente" ? 7317 : null);
            var menu = Workbench.Menu.Of(await official.GetAsync("/werk"));
            Assert.NotEmpty(menu);
            Assert.Equal(Workbench.Work.Worklists.HasList(official.Caller.Function), menu.Contains("/werk")); // No entry that can never show a row.
            foreach (var path in menu.Where(each => !each.StartsWith("/werk/locaties/", StringComparison.Ordinal)))
            {
                Assert.Equal((role.Role, path, HttpStatusCode.OK), (role.Role, path, (await official.GetAsync(path)).Status));
            }
        }
    }
}
