using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Bench;

/// <summary>A page that somebody reached.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Kind">The address with <c>{n}</c> for numbers, and the names of what it is asked.</param>
/// <param name="Final">Where it ended, when it sent on.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Rows">Rows of tables and lists in its main part.</param>
internal sealed record FoundPage(string Address, string Kind, string Final, int Status, string Heading, int Rows)
{
    /// <summary>What is sent to get it; nothing for what is only asked for.</summary>
    public ShownForm? Form { get; init; }
}

/// <summary>A page as it came.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Final">Where it ended, when it sent on.</param>
/// <param name="Status">How it was answered.</param>
internal sealed record SeenPage(string Text, string Final, int Status);

/// <summary>An example person of a demonstration, signed in, who looks at pages as a browser without script does.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private const int OfAKind = 5;
    private const int MostPages = 250;
    private const int Measured = 60;

    private readonly HttpClient _client;

    private readonly string _first;
    private readonly string _today;

    private PageVisitor(HttpClient client, string first, string today) => (_client, _first, _today) = (client, first, today);

    /// <summary>Signs in as an example person; null when there is none of that name.</summary>
    /// <param name="site">Where.</param>
    /// <param name="person">As whom.</param>
    /// <param name="today">The chain's date, for what is filled in.</param>
    public static async Task<PageVisitor?> SignInAsync(Uri site, string person, string today)
    {
#pragma warning disable CA2000 // Disposed by the visitor, or below.
        var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) };
#pragma warning restore CA2000
        var form = await ReadyAsync(client).ConfigureAwait(false);
        var name = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value);
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", name), new("persoon", person), new("terug", "/")]);
        using var answer = await client.PostAsync(new Uri("/aanmelden", UriKind.Relative), content).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            return new(client, person.StartsWith("aanvrager.", StringComparison.Ordinal) ? "/mijn-zaak" : "/werk", today);
        }
        client.Dispose();
        return null;
    }

    /// <summary>Pages within reach of the first one, and what their forms show before anything is recorded: a few of each kind.</summary>
    /// <param name="most">Most pages.</param>
    /// <param name="forms">What the forms show is found too.</param>
    public async Task<ImmutableArray<FoundPage>> FindAsync(int most = MostPages, bool forms = true)
    {
        var pages = ImmutableArray.CreateBuilder<FoundPage>();
        var (waiting, seen, kinds) = (new Queue<string>([_first]), new HashSet<string>([_first]), new Dictionary<string, int>(StringComparer.Ordinal));
        while (waiting.TryDequeue(out var address) && pages.Count < most)
        {
            if (await SeeAsync(address, null).ConfigureAwait(false) is not { } page)
            {
                continue;
            }
            pages.Add(Found(address, KindOf(address), page));
            foreach (var form in forms ? ShownForm.On(page.Text, _today) : [])
            {
                var kind = "POST " + KindOf(form.Address);
                if (kinds.GetValueOrDefault(kind) < OfAKind && await SeeAsync(form.Address, form).ConfigureAwait(false) is { } shown)
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    pages.Add(Found(form.Address, kind, shown) with { Form = form });
                }
            }
            foreach (var link in Link().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]).Concat(ShownForm.AskedOn(page.Text, _today)))
            {
                if (IsPage(link) && kinds.GetValueOrDefault(KindOf(link)) < OfAKind && seen.Add(link))
                {
                    kinds[KindOf(link)] = kinds.GetValueOrDefault(KindOf(link)) + 1;
                    waiting.Enqueue(link);
                }
            }
        }
        return pages.ToImmutable();
    }

    /// <summary>Looks at each of some pages in turn, one after another.</summary>
    /// <param name="pages">The pages.</param>
    /// <returns>Milliseconds from the request to the last byte, sorted.</returns>
    public async Task<List<double>> TimesAsync(ImmutableArray<FoundPage> pages)
    {
        var times = new List<double>(Measured);
        for (var i = -pages.Length; i < Measured; i++)
        {
            var page = pages[(i + pages.Length) % pages.Length];
            var watch = Stopwatch.StartNew();
            var right = await SeeAsync(page.Address, page.Form).ConfigureAwait(false) is not null;
            var spent = watch.Elapsed;
            if (i >= 0)
            {
                times.Add(right ? spent.TotalMilliseconds : double.PositiveInfinity);
            }
            if (PauseAfter - spent is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest).ConfigureAwait(false); // Nobody is faster than the limit of looks a second.
            }
        }
        times.Sort();
        return times;
    }

    /// <summary>Looks at a page.</summary>
    /// <param name="address">Its address.</param>
    /// <returns>Its text; null when it was not answered with 200 and a page.</returns>
    public async Task<string?> LookAsync(string address) => (await SeeAsync(address, null).ConfigureAwait(false))?.Text;

    // What a form shows may be a page that says why an act cannot be done, or what is not right yet.
    private async Task<SeenPage?> SeeAsync(string address, ShownForm? form)
    {
        try
        {
            using var sent = form is null ? null : new FormUrlEncodedContent(form.Sent.Select(each => KeyValuePair.Create(each.Name, each.Value)));
            var path = new Uri(address, UriKind.Relative);
            using var answer = await (sent is null ? _client.GetAsync(path) : _client.PostAsync(path, sent)).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.OK || (form is not null && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict))
            {
                return answer.Content.Headers.ContentType?.MediaType == "text/html" ? new(text, answer.RequestMessage!.RequestUri!.PathAndQuery, (int)answer.StatusCode) : null;
            }
            await Console.Error.WriteLineAsync($"{address}: {(int)answer.StatusCode}").ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address}: {e.Message}").ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>Holds the stream of news open until it is enough.</summary>
    /// <returns>It was there, and did not end earlier.</returns>
    public async Task<bool> ListenAsync(CancellationToken enough)
    {
        var page = await LookAsync(_first).ConfigureAwait(false) ?? "";
        if (News().Match(page) is not { Success: true } news)
        {
            return true; // The first page of this function has no news.
        }
        var address = $"{WebUtility.HtmlDecode(Attribute(page, "data-pad"))}?over={Uri.EscapeDataString(WebUtility.HtmlDecode(news.Groups[1].Value))}";
        try
        {
            using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, enough).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                await Console.Error.WriteLineAsync($"{address}: {(int)answer.StatusCode}").ConfigureAwait(false);
                return false;
            }
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(enough).ConfigureAwait(false));
            while (await lines.ReadLineAsync(enough).ConfigureAwait(false) is not null)
            {
                // What it says is for the page.
            }
            return enough.IsCancellationRequested;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            return enough.IsCancellationRequested;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static FoundPage Found(string address, string kind, SeenPage seen)
    {
        var heading = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Heading().Match(seen.Text).Groups[1].Value, "")), " ").Trim();
        return new(address, kind, seen.Final, seen.Status, heading, Row().Count(MainPart().Match(seen.Text).Value));
    }

    private static TimeSpan PauseAfter => TimeSpan.FromMilliseconds(12);

    private static string Attribute(string page, string name) => Regex.Match(page, $"{name}=\"([^\"]*)\"").Groups[1].Value;

    private static string KindOf(string address)
    {
        var parts = address.Split('?');
        var names = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal));
        return Act().Replace(Number().Replace(parts[0], "{n}"), "/$1/{act}") + (names.Length == 0 ? "" : "?" + names);
    }

    // Other languages are the same page; what is downloaded is no page; signing out ends the visit.
    private static bool IsPage(string link) => link.StartsWith('/') && !link.Contains("taal=", StringComparison.Ordinal)
        && !Regex.IsMatch(link, @"\.(csv|xlsx|pdf|json|css|js|ics|svg|png)(\?|$)|^/(afmelden|aanmelden|api|taal|docs)");

    private static async Task<string> ReadyAsync(HttpClient client)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await client.GetStringAsync(new Uri("/aanmelden", UriKind.Relative)).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(100).ConfigureAwait(false);
            }
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<h1[^>]*>(.*?)</h1>""", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<(tr|li)[ >]")]
    private static partial Regex Row();

    [GeneratedRegex("<main\\b.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""<a [^>]*href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""data-nieuws="([^"]+)""")]
    private static partial Regex News();

    [GeneratedRegex("/(doen|gezin)/[^/]+")]
    private static partial Regex Act();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
