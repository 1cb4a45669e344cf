using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>On what somebody looks.</summary>
/// <param name="Name">What we call it.</param>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height.</param>
/// <param name="IsPhone">It is held in a hand: touched, and scaled as phones do.</param>
public sealed record Device(string Name, int Width, int Height, bool IsPhone)
{
    public static readonly Device Desktop = new("desktop", 1366, 768, false);

    /// <summary>The narrowest screen that WCAG asks for (1.4.10).</summary>
    public static readonly Device Phone = new("phone", 320, 640, true);

    public static readonly Device[] Both = [Desktop, Phone];
}

/// <summary>Somebody with a browser window of their own: no cookie, no memory of another.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const float Patience = 120_000; // A busy machine is no failure.

    private static readonly SemaphoreSlim CodeTurn = new(1); // A new code for a file ends the one before.

    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly List<string> _complaints = [];
    private Colours? _colours;

    private Visitor(IBrowserContext context, string address)
    {
        (_context, _address) = (context, address);
    }

    /// <summary>The page before them.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser complained of: what the policy forbade, what was not found, what a script did wrong.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a window.</summary>
    public static async Task<Visitor> ComeAsync(Chromium chromium, RunningChain chain, string language, Device device, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = device.Width, Height = device.Height },
            IsMobile = device.IsPhone,
            HasTouch = device.IsPhone,
            JavaScriptEnabled = script,
            BaseURL = chain.Address,
            Locale = "nl-NL",
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        var visitor = new Visitor(context, chain.Address) { Page = await context.NewPageAsync() };
        await visitor.BeNobodyAsync(language);
        visitor.Page.Console += (_, message) => visitor.Complain(message.Type, message.Text);
        visitor.Page.PageError += (_, fault) => visitor.Complain("error", fault);
        return visitor;
    }

    /// <summary>Reads on in these colours, without what moves.</summary>
    public async Task ReadInAsync(Colours colours)
    {
        if (_colours != colours)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = colours.Scheme, ForcedColors = colours.Forced, ReducedMotion = ReducedMotion.Reduce });
            _colours = colours;
        }
    }

    /// <summary>Is somebody of whom the application knows nothing but their language.</summary>
    public async Task BeNobodyAsync(string language)
    {
        await _context.ClearCookiesAsync();
        await _context.AddCookiesAsync([new() { Name = "taal", Value = language, Url = _address }]);
    }

    /// <summary>Signs in as an example person of the demonstration, without looking at the page for it.</summary>
    public async Task SignInAsync(string person)
    {
        var shown = await _context.APIRequest.GetAsync("/aanmelden");
        var form = _context.APIRequest.CreateFormData();
        form.Set("__RequestVerificationToken", Token().Match(await shown.TextAsync()).Groups[1].Value);
        form.Set("persoon", person);
        var answer = await _context.APIRequest.PostAsync("/aanmelden", new() { Form = form, MaxRedirects = 0 });
        Assert.True(answer.Status == 302, $"{person}: {answer.Status}");
    }

    /// <summary>Signs in as the applicant of a file, as applicants do: asks a code, and gives it with the number.</summary>
    public async Task SignInAsync(long file)
    {
        var number = file.ToString(CultureInfo.InvariantCulture);
        await CodeTurn.WaitAsync();
        try
        {
            await GoAsync("/aanmelden/voorbeeldcode");
            await Page.FillAsync("#zaak", number);
            await Page.ClickAsync("form[action='/aanmelden/voorbeeldcode'] button");
            var code = await Page.InnerTextAsync("[role=status] strong");
            await GoAsync("/mijn-zaak/aanmelden?terug=/mijn-zaak");
            await Page.FillAsync("#zaak", number);
            await Page.FillAsync("#code", code);
            await Page.ClickAsync("form[action='/aanmelden/code'] button");
        }
        finally
        {
            CodeTurn.Release();
        }
        Assert.Equal("/mijn-zaak", Here);
    }

    /// <summary>Signs in as the lawyer of a file: with its number and a code that was given for the lawyer.</summary>
    public async Task SignInAsLawyerAsync(long file)
    {
        var number = file.ToString(CultureInfo.InvariantCulture);
        await CodeTurn.WaitAsync();
        try
        {
            async Task<IAPIResponse> PostAsync(string page, string path, params (string Name, string Value)[] fields)
            {
                var shown = await _context.APIRequest.GetAsync(page);
                var form = _context.APIRequest.CreateFormData();
                form.Set("__RequestVerificationToken", Token().Match(await shown.TextAsync()).Groups[1].Value);
                foreach (var (name, value) in fields)
                {
                    form.Set(name, value);
                }
                return await _context.APIRequest.PostAsync(path, new() { Form = form, MaxRedirects = 0 });
            }

            var given = await PostAsync("/aanmelden/voorbeeldcode", "/aanmelden/voorbeeldcode", ("zaak", number), ("wie", "advocaat"));
            var answer = await PostAsync("/aanmelden", "/aanmelden/code", ("zaak", number), ("wie", "advocaat"), ("code", Code().Match(await given.TextAsync()).Groups[1].Value));
            Assert.True(answer.Status == 302, $"lawyer of {number}: {answer.Status}");
        }
        finally
        {
            CodeTurn.Release();
        }
    }

    /// <summary>Goes to an address here.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");
        return answer;
    }

    /// <summary>
    /// Waits until a page is whole. Asked of the page itself: on a busy machine the driver once waited two minutes for the event of a page that stood there complete.
    /// </summary>
    public static async Task LoadedAsync(IPage page)
    {
        const int Pause = 25;
        for (var waited = 0f; waited < Patience; waited += Pause)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("document.readyState === 'complete'"))
                {
                    return;
                }
            }
            catch (PlaywrightException)
            {
                // The page asked made way for the next one.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Pause), TimeProvider.System);
        }
        throw new TimeoutException($"{page.Url} was not whole after {Patience} ms.");
    }

    /// <summary>Path and question of the page before them.</summary>
    public string Here => Page.Url.StartsWith(_address, StringComparison.Ordinal) ? Page.Url[_address.Length..] : Page.Url;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(string type, string text)
    {
        // An answer with another status than 200 is told by the browser as well; pages that say no are looked at too.
        if (type is "error" or "warning" && !Refused().IsMatch(text))
        {
            _complaints.Add($"{Here}: {text}");
        }
    }

    [GeneratedRegex("^Failed to load resource: the server responded with a status of (4|500)")]
    private static partial Regex Refused();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<strong[^>]*>([0-9 ]+)</strong>")]
    private static partial Regex Code();
}
