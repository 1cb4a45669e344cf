using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench;

/// <summary>Somebody of a partner with a browser that runs no script, signed in as they would be.</summary>
public sealed partial class Official : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new() };
    private readonly HttpClient _client;
    private readonly string _address;

    public Official(ChainServer server, string function, int number = 9999, int? site = null, int? municipality = null, string language = "nl", string? team = null, params long[] clients)
        : this(server.Address, server.App.Services, new Caller(Function.Find(function)!, number, [.. clients]) { Site = site, Municipality = municipality, Team = team }, language)
    {
    }

    public Official(string address, IServiceProvider services, Caller caller, string language = "nl")
    {
        (_address, Caller) = (address, caller);
        var cookie = ChainServer.SessionOf(services, Caller);
        _handler.CookieContainer.Add(new Uri(_address), new Cookie("schakel", cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        _handler.CookieContainer.Add(new Uri(_address), new Cookie("taal", language));
        _client = new HttpClient(_handler);
    }

    public Caller Caller { get; }

    public async Task<Reply> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(_address + path));
        return await Reply.OfAsync(answer);
    }

    public Task<byte[]> BytesAsync(string path) => _client.GetByteArrayAsync(new Uri(_address + path));

    /// <summary>Sends the form that a page showed, with what is hidden in it.</summary>
    public async Task<Reply> SendAsync(string path, Reply page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(Filled(path, page, fields).Select(each => KeyValuePair.Create(each.Name, each.Value)));
        using var answer = await _client.PostAsync(new Uri(_address + path), content);
        return await Reply.OfAsync(answer);
    }

    /// <summary>Sends the form that a page showed, with a file; without a page as another site would.</summary>
    public async Task<Reply> UploadAsync(string path, Reply? page, byte[]? file, params (string Name, string Value)[] fields)
    {
        using var content = Browser.Parts(page is null ? fields : Filled(path, page, fields), file, file is null ? "" : "scan.pdf", "application/octet-stream");
        using var answer = await _client.PostAsync(new Uri(_address + path), content);
        return await Reply.OfAsync(answer);
    }

    private static IEnumerable<(string Name, string Value)> Filled(string path, Reply page, (string Name, string Value)[] fields)
    {
        var main = page.Text[page.Text.IndexOf("<main", StringComparison.Ordinal)..];
        var form = Forms().Matches(main).Select(each => each.Value).FirstOrDefault(each => each.Contains($" action=\"{WebUtility.HtmlEncode(path)}\"", StringComparison.Ordinal)) ?? main;
        return Hidden().Matches(form).Select(each => (Name: WebUtility.HtmlDecode(each.Groups[1].Value), Value: WebUtility.HtmlDecode(each.Groups[2].Value)))
            .Where(each => !fields.Any(field => field.Name == each.Name)).Concat(fields);
    }

    /// <summary>The proof that a form of this person comes from a page of ours, from whatever form a page has: of the frame too.</summary>
    public static Reply ProofIn(Reply page) => page with { Text = "<main " + Hidden().Matches(page.Text).First(each => each.Groups[1].Value == "__RequestVerificationToken").Value };

    /// <summary>The session is over.</summary>
    public void SignOut()
    {
        foreach (var cookie in _handler.CookieContainer.GetCookies(new Uri(_address)).Where(each => each.Name == "schakel"))
        {
            cookie.Expired = true;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>What people read of a page.</summary>
    public static string Words(Reply page) => Regex.Replace(WebUtility.HtmlDecode(Tags().Replace(page.Text, " ")), @"\s+", " ");

    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
