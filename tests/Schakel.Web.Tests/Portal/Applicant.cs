using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Web.PortalPages;

/// <summary>An applicant with a browser that runs no script.</summary>
internal sealed partial class Applicant(string address, int file) : IDisposable
{
    public Browser Browser { get; } = new(address);

    public int File => file;

    /// <summary>Signs in with the case number and a code of the demonstration.</summary>
    public async Task SignInAsync()
    {
        var number = file.ToString(CultureInfo.InvariantCulture);
        var shown = await Browser.PostAsync("/aanmelden/voorbeeldcode", await Browser.GetAsync("/aanmelden/voorbeeldcode"), ("zaak", number), ("wie", "aanvrager"));
        var done = await Browser.PostAsync("/aanmelden/code", await Browser.GetAsync("/mijn-zaak/aanmelden"), ("zaak", number), ("code", Code().Match(shown.Text).Groups[1].Value), ("wie", "aanvrager"), ("terug", "/mijn-zaak"));
        Assert.Equal((HttpStatusCode.Found, "/mijn-zaak"), (done.Status, done.Location));
    }

    /// <summary>Looks at a page that is there.</summary>
    public async Task<Reply> SeeAsync(string path)
    {
        var page = await Browser.GetAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {(int)page.Status} {page.Location} {page.Text}");
        return page;
    }

    /// <summary>The hidden fields of the first form for an address, as a browser would send them, and those filled in.</summary>
    public static (string Name, string Value)[] Filled(Reply page, string action, params (string Name, string Value)[] answers)
    {
        var form = Regex.Match(page.Text, $"<form[^>]*action=\"{Regex.Escape(action)}\"[^>]*>(.*?)</form>", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(form);
        var hidden = Hidden().Matches(form).Select(each => (each.Groups[1].Value, WebUtility.HtmlDecode(each.Groups[2].Value)))
            .Where(each => each.Item1 != "__RequestVerificationToken" && answers.All(answer => answer.Name != each.Item1));
        return [.. hidden, .. answers];
    }

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("<strong[^>]*>([0-9 ]+)</strong>")]
    private static partial Regex Code();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
