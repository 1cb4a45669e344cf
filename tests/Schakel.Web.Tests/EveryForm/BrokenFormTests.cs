using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.EveryForm;

/// <summary>Every address that takes a form, with what is no form: too large, too many fields, half a form, none at all. With a session and without.</summary>
public sealed partial class BrokenFormTests(ChainServer server) : IClassFixture<ChainServer>
{
    // Which addresses take a form: written by hand, so that a new one is looked at here.
    private static readonly string[] Addresses =
    [
        "/aanmelden", "/aanmelden/code", "/aanmelden/voorbeeldcode", "/afmelden", "/vooraf-aanmelden", "/mijn-zaak/rechten/eigen-bijdrage", "/werk/weergaven", "/werk/rondleiding", "/werk/zoeken",
        "/werk/aanmeldbalie", "/werk/samen", "/werk/oppakken", "/werk/zaken/{nummer:long:min(1)}/documenten/aanleveren", "/werk/zaken/{nummer:long:min(1)}/doen/{handeling}", "/werk/zaken/{nummer:long:min(1)}/gezin/{handeling}",
        "/werk/landen/{code:length(3)}/doen/{handeling}", "/werk/locaties/{locatie:int:min(1)}/doen/{handeling}", "/werk/zaken/{nummer:long:min(1)}/huishouden/{handeling}",
        "/werk/agenda/plekken", "/werk/agenda/vrije-dagen", "/werk/inzagesignalen/signaal",
    ];

    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    private static readonly (string What, string Type, byte[] Body)[] Bodies =
    [
        ("too many fields", "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(1, 1200).Select(each => $"a{each}=&")))),
        ("too long a name", "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(new string('n', 5000) + "=1")),
        ("two megabytes", "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes("tekst=" + new string('x', 2_000_000))),
        ("bytes that are no text", "application/x-www-form-urlencoded", [.. "tekst="u8, 0xC3, 0x28, 0xFF, 0, 0xED, 0xA0, 0x80]),
        ("half a form in parts", "multipart/form-data; boundary=x", Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nhalf")),
        ("parts without a boundary", "multipart/form-data", Encoding.ASCII.GetBytes("--x\r\n")),
        ("a form in another form", "application/json", Encoding.ASCII.GetBytes("{\"tekst\": 1}")),
        ("nothing", "application/x-www-form-urlencoded", []),
        ("an alphabet that is not known", "application/x-www-form-urlencoded; charset=klingon", Encoding.ASCII.GetBytes("tekst=1")),
    ];

    private IEnumerable<string> Patterns => server.App.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints).OfType<RouteEndpoint>()
        .Where(each => each.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
        .Select(each => "/" + each.RoutePattern.RawText!.TrimStart('/')).Where(each => !each.StartsWith(ApiVersion.Root, StringComparison.Ordinal)).Distinct();

    [Fact]
    public void Every_address_that_takes_a_form_is_known_here() =>
        Assert.Equal(Addresses.Concat(DoList.Forms.Select(each => each.Path)).Order(StringComparer.Ordinal), Patterns.Where(each => !each.StartsWith("/oauth2", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_no_form_is_told_and_nothing_fails()
    {
        var file = await server.ArriveAsync();
        var (faults, sent, before) = (new List<string>(), 0, server.Store.Log.Position);
        var sessions = ((string, int)[])[("aanvrager", file), ("coa-medewerker", 9500), ("avim-registreerder", 9501), ("ind-beleidsmedewerker", 9502), ("advocaat", 9503)];
        foreach (var pattern in Patterns.Order(StringComparer.Ordinal))
        {
            var path = Parameter().Replace(pattern, match => match.Groups[1].Value switch { "handeling" => "plaatsingen", "code" => "SYR", _ => file.ToString(CultureInfo.InvariantCulture) });
            // In a short run by who is at home there, and by nobody.
            var here = Long ? sessions : [path.StartsWith("/werk/landen", StringComparison.Ordinal) ? sessions[3] : path == "/werk/aanmeldbalie" ? sessions[2] : path.EndsWith("aanleveren", StringComparison.Ordinal) ? sessions[4] : path.StartsWith("/werk", StringComparison.Ordinal) ? sessions[1] : sessions[0]];
            foreach (var session in here.Select(each => (string?)server.SessionOf(new Caller(Function.Find(each.Item1)!, each.Item2, [file]))).Append(null))
            {
                foreach (var (what, type, body) in Bodies)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                    request.Headers.ExpectContinue = body.Length > 1_000_000;
                    if (session is not null)
                    {
                        request.Headers.Add("Cookie", session);
                    }
                    using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                    sent++;
                    if ((int)answer.StatusCode >= 500)
                    {
                        faults.Add($"{path}, {what}, {(session is null ? "without" : "with")} a session: {(int)answer.StatusCode}");
                    }
                }
            }
        }
        Assert.True(sent > 500, $"{sent} requests.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(Typed.RecordedAfter(server, before));
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
