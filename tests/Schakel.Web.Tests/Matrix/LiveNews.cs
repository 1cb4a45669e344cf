using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Schakel.Web.Access;

namespace Schakel.Web.Matrix;

/// <summary>What a page that stands open is told (nieuws): each role listens with what is sealed in its own pages, and with what was sealed for another.</summary>
internal sealed partial class LiveNews(ChainServer server)
{
    private string? _ofAnother;

    /// <summary>How many streams began.</summary>
    public int Heard { get; private set; }

    /// <summary>Listens once at each page of this role that has news.</summary>
    /// <returns>How many requests there were.</returns>
    public async Task<int> ListenAsync(Expected role, Caller caller, Planted planted, StringBuilder reached, ConcurrentBag<string> faults)
    {
        var (requests, own) = (0, "");
        foreach (var path in planted.Files.Where(each => role.Opens[each.Key]).Take(1).Select(each => $"/werk/zaken/{each.Value}").Prepend("/werk"))
        {
            var (_, page) = await AskAsync(caller, path, whole: true);
            requests++;
            if (Seal().Match(page).Groups[1].Value is not { Length: > 0 } seal)
            {
                continue;
            }
            requests += 2;
            var (status, told) = await AskAsync(caller, "/werk/nieuws?over=" + WebUtility.HtmlDecode(seal), whole: false);
            reached.Append(told).Append('\n');
            if (status != HttpStatusCode.OK || told != "event: begin")
            {
                faults.Add($"{role.Role} hears nothing at {path}: {(int)status} {told}");
            }
            Heard++;
            if (_ofAnother is not null && (await AskAsync(caller, "/werk/nieuws?over=" + _ofAnother, whole: false)).Status != HttpStatusCode.NotFound)
            {
                faults.Add($"{role.Role} hears what was sealed for another");
            }
            own = WebUtility.HtmlDecode(seal);
        }
        _ofAnother = own.Length > 0 ? own : _ofAnother;
        return requests;
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(Caller caller, string path, bool whole)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", server.SessionOf(caller));
        using var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (whole || answer.StatusCode != HttpStatusCode.OK)
        {
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        return (answer.StatusCode, await stream.ReadLineAsync() ?? "");
    }

    [GeneratedRegex("data-nieuws=\"([^\"]+)\"")]
    private static partial Regex Seal();
}
